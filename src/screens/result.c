/* A result: a plain sentence first, the visitor's own answers, the scale drawn, next steps, no diagnosis. */
#include "parts.h"

#include <string.h>

struct reading {
    const struct screening *screening;
    const struct answers *answers;
    int total;
    const struct band *band; /* NULL: left incomplete */
    bool help;
};

static struct reading outcome_of(const struct builder *b)
{
    size_t index = session_view(b->session)->subject;
    struct reading o = {.screening = &b->content->screenings[index], .answers = &b->session->answers[index]};
    o.total = screening_total(o.screening, o.answers);
    o.band = screening_band(o.screening, o.total);
    o.help = screening_needs_help(o.screening, o.answers);
    return o;
}

/* ---- help first ----------------------------------------------------------------------------------- */

static void help_first(struct builder *b, struct node *parent)
{
    struct node *words = icon_panel(b, parent, LOOK_NOTE, "favorite", TONE_NOTE_INK);
    struct node *panel = words->parent;
    panel->role = ROLE_BUTTON;
    panel->name = "result-help";
    panel->action = (struct action){ACTION_GO, SCREEN_HELP, 0};
    text_with_numbers(b, words, &b->content->words.result_help, TYPE_STRONG);
    icon(b, panel, "chevron_right", 9);
}

/* ---- the scale ------------------------------------------------------------------------------------- */

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
    for (size_t i = 0; i < score->band_count; i++) {
        const struct band *band = &score->bands[i];
        struct node *name = text(b, names, &band->name, band == o->band ? TYPE_STRONG : TYPE_BODY);
        name->box.grow = band_share(band);
    }
}

static void bands_down(struct builder *b, struct node *card, const struct reading *o)
{
    const struct score *score = &o->screening->score;
    for (size_t i = 0; i < score->band_count; i++) {
        const struct band *band = &score->bands[i];
        bool here = band == o->band;
        struct node *row = group(b, card, ARRANGE_ROW, 4);
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

static void scale_card(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 2);
    card->name = "scale";
    pad(card, 9, 7);
    heading_text(b, card, total_sentence(b, o), 3);
    bool fits = b->frame->across >= 400;
    if (fits)
        bands_across(b, card, o);
    else
        bands_down(b, card, o);
}

/* ---- own answers -------------------------------------------------------------------------------------- */

static bool worth_naming(const struct reading *o, size_t item)
{
    int option = o->answers->option[item];
    const struct item *asked = &o->screening->items[item];
    return option > 0 && asked->options != NULL && screening_shown(o->screening, o->answers, item);
}

static void own_answer(struct builder *b, struct node *list, const struct reading *o, size_t index)
{
    const struct item *item = &o->screening->items[index];
    struct node *words = list_row(b, list, "check_circle", TONE_MARK);
    text(b, words, &item->text, TYPE_BODY);
    text(b, words, &item->options->options[o->answers->option[index]].text, TYPE_STRONG);
}

static void own_answers(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3);
    card->name = "answers";
    card->role = ROLE_LIST;
    pad(card, 9, 7);
    heading(b, card, &b->content->words.your_answers, 3);
    bool any = false;
    for (size_t i = 0; i < o->screening->item_count; i++) {
        if (!worth_naming(o, i))
            continue;
        own_answer(b, card, o, i);
        any = true;
    }
    if (!any && o->total >= 0)
        text(b, card, &b->content->words.no_problems_chosen, TYPE_BODY);
}

/* ---- what now ------------------------------------------------------------------------------------------ */

static void next_steps(struct builder *b, struct node *parent, const struct screening *screening)
{
    struct node *panel = surface(b, parent, LOOK_PANEL, ARRANGE_COLUMN, 3);
    panel->name = "next-steps";
    panel->role = ROLE_LIST;
    pad(panel, 9, 8);
    heading(b, panel, &b->content->words.three_next_steps, 3);
    for (size_t i = 0; i < screening->next_step_count; i++) {
        struct node *row = group(b, panel, ARRANGE_ROW, 3);
        row->role = ROLE_LIST_ITEM;
        row->box.across = ALIGN_START;
        text_string(b, row, arena_print(b->scene->arena, "%zu.", i + 1), TYPE_STRONG)->box.text_width = 7;
        struct node *words = group(b, row, ARRANGE_COLUMN, 0);
        words->box.grow = 1;
        prose(b, words, &screening->next_steps[i], TYPE_BODY);
    }
}

static void no_diagnosis(struct builder *b, struct node *parent)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 0.5f);
    card->name = "not-a-diagnosis";
    pad(card, 8, 6);
    text(b, card, &b->content->words.not_a_diagnosis, TYPE_STRONG);
    text(b, card, &b->content->words.not_checked, TYPE_BODY);
}

static void not_looked_at(struct builder *b, struct node *parent, const struct screening *screening)
{
    if (!has_prose(b, &screening->not_looked_at))
        return;
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 2);
    card->name = "not-looked-at";
    pad(card, 9, 7);
    heading(b, card, &b->content->words.not_looked_at, 3);
    prose(b, card, &screening->not_looked_at, TYPE_BODY);
}

static void headline(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *head = group(b, parent, ARRANGE_COLUMN, 2.5f);
    if (o->band == NULL) {
        heading(b, head, &o->screening->incomplete, 1)->type = TYPE_H2;
        return;
    }
    heading(b, head, &o->band->headline, 1);
    prose(b, head, &o->band->meaning, TYPE_LEAD);
}

void build_result(struct builder *b)
{
    struct reading o = outcome_of(b);
    struct node *main = main_area(b, screen_frame(b, FRAME_RESULT));
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, wide(b) ? 14 : 6);
    columns->box.across = wide(b) ? ALIGN_START : ALIGN_STRETCH;
    struct node *left = group(b, columns, ARRANGE_COLUMN, 6);
    struct node *right = group(b, columns, ARRANGE_COLUMN, 6);
    left->box.grow = wide(b) ? 1.85f : 0;
    right->box.grow = wide(b) ? 1 : 0;
    headline(b, left, &o);
    if (o.help)
        help_first(b, left);
    if (o.band != NULL)
        scale_card(b, left, &o);
    if (o.band != NULL || screening_started(o.answers))
        own_answers(b, left, &o);
    next_steps(b, right, o.screening);
    no_diagnosis(b, right);
    not_looked_at(b, right, o.screening);
    button(b, right,
           (struct button){"back-to-answers", LOOK_PILL, "edit", in(b, &b->content->words.back_to_answers), NULL,
                           (struct action){ACTION_BACK, 0, 0}});
    struct node *credit = text(b, main, &o.screening->copyright, TYPE_BODY);
    credit->ink = TONE_INK_2;
}
