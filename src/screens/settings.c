/* Text & sound: size of text, colors, reading aloud and reach, felt at once, back to normal when the visit ends. */
#include "parts.h"

static bool row_beside(const struct builder *b)
{
    return b->frame->across >= 400;
}

static struct node *setting_row(struct builder *b, struct node *parent, const struct words *name)
{
    rule(b, parent);
    bool beside = row_beside(b);
    struct node *row = group(b, parent, beside ? ARRANGE_ROW : ARRANGE_COLUMN, beside ? 4 : 2.6f);
    row->box.across = beside ? ALIGN_CENTER : ALIGN_STRETCH;
    heading(b, row, name, 3);
    if (beside)
        row->first->box.width = 88;
    struct node *choices = group(b, row, compact(b) ? ARRANGE_COLUMN : ARRANGE_ROW, 4);
    choices->role = ROLE_LIST;
    choices->box.grow = beside ? 1 : 0;
    return choices;
}

static struct node *target(struct builder *b, struct node *choices, enum look look, struct action action)
{
    struct node *node = surface(b, choices, look, ARRANGE_ROW, 3);
    node->action = action;
    node->box.across = node->box.along = ALIGN_CENTER;
    node->box.grow = compact(b) ? 0 : 1;
    node->box.least_height = 14.5f;
    pad(node, 3, 2);
    return node;
}

static struct node *setting(struct builder *b, struct node *choices, const char *label, bool chosen,
                            struct action action)
{
    struct node *node = target(b, choices, chosen ? LOOK_CHOICE_ON : LOOK_CHOICE, action);
    node->role = ROLE_RADIO;
    node->selected = chosen;
    if (chosen)
        icon(b, node, "check", 7)->ink = TONE_PRIMARY_MARK;
    text_string(b, node, label, TYPE_LABEL)->text_align = ALIGN_CENTER;
    return node;
}

/* A button that goes one step; at the end it stands still. */
struct notch {
    const char *name, *icon;
    const struct words *label;
    struct action action;
    bool at_end;
};

static void step(struct builder *b, struct node *choices, struct notch what)
{
    struct node *node = target(b, choices, what.at_end ? LOOK_PILL_OFF : LOOK_CHOICE, what.action);
    node->role = ROLE_BUTTON;
    node->name = what.name;
    node->disabled = what.at_end;
    if (b->frame->across >= 240)
        icon(b, node, what.icon, 7);
    text(b, node, what.label, TYPE_LABEL)->text_align = ALIGN_CENTER;
}

/* ---- what is seen ------------------------------------------------------------------------------------ */

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

static bool can_move_down(const struct builder *b)
{
    float width_mm = (float)b->frame->width / b->frame->scale.px_per_mm;
    return reach_above(b->frame->width, b->frame->above + b->frame->height, width_mm) > 0;
}

static void reach(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    struct node *choices = setting_row(b, card, &words->reach);
    bool lower = b->session->lower;
    setting(b, choices, in(b, &words->whole_screen), !lower, (struct action){ACTION_LOWER, 0, 0})->name =
        "whole-screen";
    setting(b, choices, in(b, &words->everything_lower), lower, (struct action){ACTION_LOWER, 1, 0})->name = "lower";
}

static void languages(struct builder *b, struct node *card)
{
    const struct settings *settings = &b->content->settings;
    struct node *choices = setting_row(b, card, &b->content->words.language);
    for (size_t i = 0; i < settings->language_count; i++)
        setting(b, choices, settings->languages[i].name, b->session->language == i,
                (struct action){ACTION_LANGUAGE, (int)i, 0});
}

/* ---- what is heard ----------------------------------------------------------------------------------- */

static void read_aloud(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    const struct session *session = b->session;
    struct node *choices = setting_row(b, card, &words->read_aloud);
    struct node *rates = choices;
    if (!row_beside(b) && !compact(b))
        rates = group(b, choices->parent, ARRANGE_ROW, 4);
    setting(b, choices, field(b, &words->on_and_off, 0), session->reading, (struct action){ACTION_READ_ALOUD, 1, 0})
        ->name = "read-aloud";
    setting(b, choices, field(b, &words->on_and_off, 1), !session->reading, (struct action){ACTION_READ_ALOUD, 0, 0})
        ->name = "read-silently";
    step(b, rates,
         (struct notch){"slower", "remove", &words->slower, {ACTION_RATE, -1, 0}, session->rate <= SLOWEST_RATE});
    step(b, rates, (struct notch){"faster", "add", &words->faster, {ACTION_RATE, 1, 0}, session->rate >= FASTEST_RATE});
}

static void volume(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    const struct session *session = b->session;
    struct node *choices = setting_row(b, card, &words->volume);
    choices->box.across = compact(b) ? ALIGN_STRETCH : ALIGN_CENTER;
    step(b, choices,
         (struct notch){"quieter", "volume_down", &words->quieter, {ACTION_VOLUME, -1, 0}, session->volume == 0});
    struct node *bar = scene_add(b->scene, choices, ROLE_PROGRESS, LOOK_NONE);
    bar->name = "volume";
    bar->silent = true;
    bar->value = session->volume;
    bar->most = LOUDEST_VOLUME;
    bar->box.height = 4;
    bar->box.grow = compact(b) ? 0 : 2;
    step(b, choices,
         (struct notch){
             "louder", "volume_up", &words->louder, {ACTION_VOLUME, 1, 0}, session->volume >= LOUDEST_VOLUME});
}

void build_settings(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *main = main_area(b, screen_frame(b, FRAME_SETTINGS));
    bool centred = wide(b) && b->frame->above == 0;
    main->box.across = centred ? ALIGN_CENTER : ALIGN_STRETCH;
    struct node *card = surface(b, main, LOOK_CARD, ARRANGE_COLUMN, b->frame->above > 0 ? 3 : b->voice ? 4 : 5);
    card->box.width = centred ? 355 : 0;
    pad(card, compact(b) ? 6 : 14, 8);
    struct node *head = group(b, card, ARRANGE_COLUMN, 1);
    heading_text(b, head, settings_name(b), 1);
    text(b, head, &words->settings_text, TYPE_BODY);
    text_sizes(b, card);
    palettes(b, card);
    if (b->voice) {
        read_aloud(b, card);
        volume(b, card);
    }
    if (can_move_down(b))
        reach(b, card);
    if (b->content->settings.language_count > (tiny(b) ? 1 : 2))
        languages(b, card);
    if (!b->voice) {
        rule(b, card);
        text(b, card, &words->sample_text, TYPE_LEAD);
    }
}
