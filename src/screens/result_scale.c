/* The scale of a result drawn: its bands with a mark, beside each other or, where that does not fit, in a list. */
#include "result_parts.h"

static enum tone band_tone(size_t index, size_t count)
{
    size_t step = count > 1 ? index * 4 / (count - 1) : 0;
    return (enum tone)(TONE_SCALE_1 + (int)step);
}

static const char *total_sentence(struct builder *b, const struct reading *o)
{
    const char *values[] = {in(b, &o->screening->title), number(b, o->total), number(b, o->screening->score.max)};
    const char *sentence = filled(b, in(b, &b->content->words.your_total), values, 3);
    return arena_print(b->scene->arena, "%s, %s", sentence, in(b, &o->band->name));
}

static float band_share(const struct band *band)
{
    return (float)(band->max - band->min + 1);
}

/* "The scale, from low to high: minimal, mild, ...". */
static const char *bands_aloud(struct builder *b, const struct score *score)
{
    const char *names = "";
    for (size_t i = 0; i < score->band_count; i++)
        names = enumerated(b, names, in(b, &score->bands[i].name));
    return filled(b, in(b, &b->content->speech.scale), &names, 1);
}

static void bands_across(struct builder *b, struct node *card, const struct reading *o)
{
    const struct score *score = &o->screening->score;
    struct node *layers = group(b, card, ARRANGE_LAYERS, 0);
    layers->box.height = 13;
    struct node *row = group(b, layers, ARRANGE_ROW, 1.2f);
    row->box.across = ALIGN_CENTER;
    for (size_t i = 0; i < score->band_count; i++) {
        struct node *band = surface(b, row, LOOK_CELL_OFF, ARRANGE_COLUMN, 0);
        band->fill = band_tone(i, score->band_count);
        band->box.grow = band_share(&score->bands[i]);
        band->box.height = 6.5f;
    }
    struct node *mark = scene_add(b->scene, layers, ROLE_SCALE, LOOK_NONE);
    mark->value = o->total;
    mark->most = score->max;
    struct node *names = group(b, card, ARRANGE_ROW, 1.2f);
    names->box.across = ALIGN_START;
    names->label = bands_aloud(b, score);
    for (size_t i = 0; i < score->band_count; i++) {
        const struct band *band = &score->bands[i];
        struct node *name = text(b, names, &band->name, band == o->band ? TYPE_STRONG : TYPE_BODY);
        name->box.grow = band_share(band);
    }
}

static void bands_down(struct builder *b, struct node *card, const struct reading *o)
{
    const struct score *score = &o->screening->score;
    struct node *list = group(b, card, ARRANGE_COLUMN, 2);
    list->label = bands_aloud(b, score);
    for (size_t i = 0; i < score->band_count; i++) {
        const struct band *band = &score->bands[i];
        bool here = band == o->band;
        struct node *row = group(b, list, ARRANGE_ROW, 4);
        row->box.across = ALIGN_CENTER;
        struct node *chip = surface(b, row, LOOK_CELL_OFF, ARRANGE_COLUMN, 0);
        chip->fill = band_tone(i, score->band_count);
        chip->box.text_width = 10;
        chip->box.least_height = 6.5f;
        text(b, row, &band->name, here ? TYPE_STRONG : TYPE_BODY)->box.grow = 1;
        if (here)
            icon(b, row, "arrow_back", 8);
    }
}

void scale_card(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 2);
    card->name = "scale";
    pad(card, 9, 7);
    if (o->band == NULL) {
        const char *line = arena_print(b->scene->arena, "%s: %s", in(b, &o->screening->title),
                                       in(b, &b->content->words.total_left_out));
        heading_text(b, card, line, 3);
        return;
    }
    heading_text(b, card, total_sentence(b, o), 3);
    if (b->frame->across >= 400)
        bands_across(b, card, o);
    else
        bands_down(b, card, o);
}
