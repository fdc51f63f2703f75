/* What a clinic has to tell these days. The content holds only the notices of today. */
#include "parts.h"

static void notice_words(struct builder *b, struct node *panel, const struct clinic_notice *notice,
                         enum type_style type)
{
    struct node *words = text(b, panel, &notice->text, type);
    words->place = notice->place;
}

void notices(struct builder *b, struct node *parent)
{
    const struct settings *settings = &b->content->settings;
    if (settings->notice_count == 0)
        return;
    struct node *words = icon_panel(b, parent, LOOK_NOTE, "event", TONE_NOTE_INK);
    words->parent->name = "notices";
    words->box.gap = 2;
    for (size_t i = 0; i < settings->notice_count; i++)
        notice_words(b, words, &settings->notices[i], TYPE_STRONG);
}

/* Nobody has chosen a language yet: each reads the own one. */
static void in_all_languages(struct builder *b, struct node *parent, const struct clinic_notice *notice)
{
    const struct settings *settings = &b->content->settings;
    for (size_t l = 0; l < settings->language_count; l++)
        if (notice->text.in[l] != NULL)
            text_string(b, parent, notice->text.in[l], TYPE_STRONG)->place = notice->place;
}

void notices_at_rest(struct builder *b, struct node *parent)
{
    const struct settings *settings = &b->content->settings;
    if (settings->notice_count == 0)
        return;
    struct node *words = icon_panel(b, parent, LOOK_NIGHT_PANEL, "event", TONE_ACCENT);
    words->parent->name = "notices";
    words->box.gap = 1;
    for (size_t i = 0; i < settings->notice_count; i++)
        in_all_languages(b, words, &settings->notices[i]);
}
