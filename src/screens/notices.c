/* What a clinic has to tell these days. */
#include "hours.h"
#include "parts.h"

/* The next one that is due today, from an index on; NULL behind the last. */
static const struct clinic_notice *next_notice(const struct builder *b, size_t *index)
{
    const struct settings *settings = &b->content->settings;
    while (*index < settings->notice_count) {
        const struct clinic_notice *notice = &settings->notices[(*index)++];
        if (notice_is_due(settings, notice, b->wall))
            return notice;
    }
    return NULL;
}

static int count_due(const struct builder *b)
{
    int count = 0;
    for (size_t index = 0; next_notice(b, &index) != NULL;)
        count++;
    return count;
}

bool has_notices(const struct builder *b)
{
    return count_due(b) > 0;
}

void notices(struct builder *b, struct node *parent)
{
    if (!has_notices(b))
        return;
    struct node *words = icon_panel(b, parent, LOOK_NOTE, "event", TONE_NOTE_INK);
    words->parent->name = "notices";
    words->box.gap = 2;
    size_t index = 0;
    for (const struct clinic_notice *notice; (notice = next_notice(b, &index)) != NULL;)
        text(b, words, &notice->text, TYPE_STRONG)->place = notice->place;
}

/* Nobody has chosen a language yet: each reads the own one. A long one goes on at home. */
static void in_all_languages(struct builder *b, struct node *parent, const struct clinic_notice *notice, int lines)
{
    const struct settings *settings = &b->content->settings;
    for (size_t l = 0; l < settings->language_count; l++)
        if (notice->text.in[l] != NULL)
            no_longer_than(text_string(b, parent, notice->text.in[l], TYPE_STRONG), lines)->place = notice->place;
}

/* The screen at rest does not scroll: so many lines have room on it, in landscape half as wide as the panel. */
static int room_at_rest(const struct builder *b)
{
    enum { LEAST_MM = 150, LINE_MM = 14, MOST_LINES = 12 };
    int lines = ((int)b->frame->down - LEAST_MM) / LINE_MM;
    return lines < MOST_LINES ? lines : MOST_LINES;
}

void notices_at_rest(struct builder *b, struct node *parent)
{
    int texts = count_due(b) * (int)b->content->settings.language_count;
    int lines = texts > 0 ? room_at_rest(b) / texts : 0;
    if (lines <= 0)
        return;
    struct node *words = icon_panel(b, parent, LOOK_NIGHT_PANEL, "event", TONE_ACCENT);
    words->parent->name = "notices";
    words->box.gap = 1;
    size_t index = 0;
    for (const struct clinic_notice *notice; (notice = next_notice(b, &index)) != NULL;)
        in_all_languages(b, words, notice, lines);
}
