/* Text & sound: size of text and colors, shown at once, back to normal when the visit ends. */
#include "parts.h"

static struct node *setting_row(struct builder *b, struct node *parent, const struct words *name)
{
    rule(b, parent);
    bool beside = b->frame->across >= 400;
    struct node *row = group(b, parent, beside ? ARRANGE_ROW : ARRANGE_COLUMN, 4);
    row->box.across = beside ? ALIGN_CENTER : ALIGN_STRETCH;
    heading(b, row, name, 3);
    if (beside)
        row->first->box.width = 88;
    struct node *choices = group(b, row, compact(b) ? ARRANGE_COLUMN : ARRANGE_ROW, 4);
    choices->role = ROLE_LIST;
    choices->box.grow = beside ? 1 : 0;
    return choices;
}

static struct node *setting(struct builder *b, struct node *choices, const char *label, bool chosen,
                            struct action action)
{
    struct node *node = surface(b, choices, chosen ? LOOK_CHOICE_ON : LOOK_CHOICE, ARRANGE_ROW, 3);
    node->role = ROLE_RADIO;
    node->selected = chosen;
    node->action = action;
    node->box.across = node->box.along = ALIGN_CENTER;
    node->box.grow = compact(b) ? 0 : 1;
    node->box.least_height = 14.5f;
    pad(node, 3, 2);
    if (chosen)
        icon(b, node, "check", 7)->ink = TONE_PRIMARY_MARK;
    text_string(b, node, label, TYPE_LABEL)->text_align = ALIGN_CENTER;
    return node;
}

static void text_sizes(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    struct node *choices = setting_row(b, card, &words->text_size);
    for (int i = 0; i < TEXT_SIZES; i++)
        setting(b, choices, field(b, &words->text_size_names, i), b->session->text_size == i,
                (struct action){ACTION_TEXT_SIZE, i, 0});
}

static void palettes(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    struct node *choices = setting_row(b, card, &words->colors);
    for (int i = 0; i < THEMES; i++)
        setting(b, choices, field(b, &words->color_names, i), b->session->theme == i,
                (struct action){ACTION_THEME, i, 0});
}

static void languages(struct builder *b, struct node *card)
{
    const struct settings *settings = &b->content->settings;
    struct node *choices = setting_row(b, card, &b->content->words.language);
    for (size_t i = 0; i < settings->language_count; i++)
        setting(b, choices, settings->languages[i].name, b->session->language == i,
                (struct action){ACTION_LANGUAGE, (int)i, 0});
}

void build_settings(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *main = main_area(b, screen_frame(b, FRAME_SETTINGS));
    main->box.across = wide(b) ? ALIGN_CENTER : ALIGN_STRETCH;
    struct node *card = surface(b, main, LOOK_CARD, ARRANGE_COLUMN, 5);
    card->box.width = wide(b) ? 355 : 0;
    pad(card, compact(b) ? 6 : 14, 8);
    struct node *head = group(b, card, ARRANGE_COLUMN, 1);
    heading(b, head, &words->text_and_sound, 1);
    text(b, head, &words->settings_text, TYPE_BODY);
    text_sizes(b, card);
    palettes(b, card);
    if (b->content->settings.language_count > 1)
        languages(b, card);
    rule(b, card);
    text(b, card, &words->sample_text, TYPE_LEAD);
}
