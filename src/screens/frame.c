/* The frame that every screen has in the same place: banner at the top, help bar at the bottom. */
#include "hours.h"
#include "parts.h"

#include <math.h>

/* mm: 2.54 between targets (VVSG 2.0 7.2-I), and a pixel of a coarse panel. */
static const float targets_apart = 2.8f;

static const struct action act_back = {ACTION_BACK, 0, 0};
static const struct action act_home = {ACTION_HOME, 0, 0};
static const struct action act_done = {ACTION_DONE, 0, 0};
static const struct action act_help = {ACTION_GO, SCREEN_HELP, 0};
static const struct action act_overview = {ACTION_STAFF, STAFF_SHOW, STAFF_OVERVIEW};
static const struct action act_settings = {ACTION_GO, SCREEN_SETTINGS, 0};

/* ---- banner ------------------------------------------------------------------------------------ */

static void brand(struct builder *b, struct node *left)
{
    const struct settings *settings = &b->content->settings;
    left->box.gap = 4;
    if (settings->logo != NULL) {
        struct node *logo = scene_add(b->scene, left, ROLE_PICTURE, LOOK_NONE);
        logo->picture = settings->logo;
        logo->silent = true;
        logo->box.width = logo->box.height = 13;
    }
    if (settings->clinic_name != NULL) {
        struct node *name = clinic_name(b, left, TYPE_STRONG);
        name->ink = TONE_PRIMARY;
        name->box.max_width = wide(b) ? 0.42f * b->frame->across : 0; /* so that the buttons stay beside it */
    }
}

/* Icons give way first, so that the banner keeps to one line in portrait. */
static bool tight(const struct builder *b)
{
    return b->frame->across < 330;
}

/* So low that the banner has one line and the scroll buttons only their word. */
static bool squat(const struct builder *b)
{
    return tiny(b) || b->frame->down < 110;
}

/* Two languages: one touch. More: the choice is on Text & sound. */
static void language_button(struct builder *b, struct node *right, enum look look)
{
    const struct settings *settings = &b->content->settings;
    if (settings->language_count < 2)
        return;
    int other = (b->session->language + 1) % (int)settings->language_count;
    bool at_rest = session_view(b->session)->screen == SCREEN_ATTRACT;
    struct action act = {at_rest ? ACTION_BEGIN : ACTION_LANGUAGE, other, 0};
    if (settings->language_count > 2 && !session_of_staff(b->session))
        act = act_settings; /* staff go round instead */
    const char *glyph = tight(b) ? NULL : "translate";
    button(b, right, (struct button){"language", look, glyph, settings->languages[other].name, NULL, act});
}

const char *settings_name(const struct builder *b)
{
    return in(b, b->voice ? &b->content->words.text_and_sound : &b->content->words.text_and_colors);
}

static void settings_button(struct builder *b, struct node *right, enum look look)
{
    bool narrow = tight(b);
    const char *label = narrow ? "Aa" : settings_name(b);
    struct node *node =
        button(b, right, (struct button){"settings", look, narrow ? NULL : "format_size", label, NULL, act_settings});
    node->label = narrow ? settings_name(b) : NULL;
}

static void end_button(struct builder *b, struct node *right, enum frame_kind kind)
{
    const struct interface_words *words = &b->content->words;
    const struct words *label = kind == FRAME_STAFF     ? &words->close
                                : squat(b)              ? &words->done
                                : kind == FRAME_ANSWERS ? &words->stop_and_erase
                                : kind == FRAME_RESULT  ? &words->erase_and_finish
                                                        : &words->done;
    const char *glyph = kind == FRAME_ANSWERS || kind == FRAME_RESULT ? "delete_outline" : "close";
    button(b, right, (struct button){"done", LOOK_PILL_SOLID, tight(b) ? NULL : glyph, in(b, label), NULL, act_done});
}

static void left_buttons(struct builder *b, struct node *left, enum frame_kind kind)
{
    const struct interface_words *words = &b->content->words;
    enum look look = kind == FRAME_HELP ? LOOK_PILL_NIGHT : LOOK_PILL;
    if (kind == FRAME_HOME && !squat(b))
        brand(b, left);
    if (kind == FRAME_HOME || (reserve(b) && kind != FRAME_STAFF))
        return;
    if (kind == FRAME_STAFF) {
        if (b->session->staff.page != STAFF_OVERVIEW && b->session->staff.page != STAFF_PIN)
            button(b, left, (struct button){"back", look, "arrow_back", in(b, &words->back), NULL, act_overview});
        return;
    }
    bool closes = kind == FRAME_SETTINGS;
    const char *glyph = closes ? "close" : "arrow_back";
    const struct words *label = closes ? &words->close : &words->back;
    button(b, left, (struct button){"back", look, glyph, in(b, label), NULL, act_back});
    if (kind == FRAME_PLAIN && !tiny(b))
        button(b, left, (struct button){"home", look, compact(b) ? NULL : "home", in(b, &words->home), NULL, act_home});
}

/* The one button that may stand as an icon alone, where a word has no room: the name is kept for the ear. */
static void hide_button(struct builder *b, struct node *right, enum look look)
{
    const char *words = in(b, &b->content->words.hide_screen);
    const char *glyph = tight(b) && !squat(b) ? NULL : "visibility_off";
    struct button what = {"hide", look, glyph, squat(b) ? "" : words, NULL, {ACTION_HIDE, 0, 0}};
    button(b, right, what)->label = words;
}

static void right_buttons(struct builder *b, struct node *right, enum frame_kind kind)
{
    enum look look = kind == FRAME_HELP ? LOOK_PILL_NIGHT : LOOK_PILL;
    bool answers = kind == FRAME_ANSWERS || kind == FRAME_RESULT;
    if (answers)
        hide_button(b, right, look);
    if (kind != FRAME_SETTINGS && (!tiny(b) || reserve(b)))
        language_button(b, right, look);
    if (kind != FRAME_SETTINGS && kind != FRAME_STAFF && !reserve(b) && !(tiny(b) && answers))
        settings_button(b, right, look);
    if (kind != FRAME_HELP)
        end_button(b, right, kind);
}

static void banner(struct builder *b, enum frame_kind kind)
{
    struct node *banner = group(b, b->scene->root, ARRANGE_WRAP, 3.5f);
    banner->role = ROLE_BANNER;
    banner->name = "banner";
    banner->box.between = true;
    banner->box.pad_x = margin(b);
    banner->box.pad_top = 5;
    banner->box.pad_bottom = fmaxf(5, targets_apart / b->frame->scale.space);
    struct node *left = group(b, banner, ARRANGE_WRAP, 3.5f);
    left->box.across = ALIGN_CENTER;
    struct node *right = group(b, banner, ARRANGE_WRAP, 3.5f);
    right->box.along = ALIGN_END;
    banner->box.across = ALIGN_CENTER;
    left_buttons(b, left, kind);
    right_buttons(b, right, kind);
}

/* ---- help bar ------------------------------------------------------------------------------------ */

static bool one_line_of_help(const struct builder *b)
{
    return b->frame->across >= 420;
}

const struct words *help_bar_words(const struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    bool desk = hours_open(&b->content->settings, b->wall); /* the longer one names it */
    return one_line_of_help(b) && desk ? &words->help_bar : &words->help_bar_short;
}

static void help_words(struct builder *b, struct node *bar)
{
    const struct interface_words *words = &b->content->words;
    bool one_line = one_line_of_help(b);
    struct node *lines = group(b, bar, one_line ? ARRANGE_ROW : ARRANGE_COLUMN, one_line ? 3.5f : 0);
    lines->box.grow = 1;
    if (!compact(b))
        text(b, lines, &words->help_question, TYPE_STRONG);
    text_with_numbers(b, lines, help_bar_words(b), TYPE_BODY);
}

static void help_bar(struct builder *b)
{
    struct node *bar = surface(b, b->scene->root, LOOK_HELP_BAR, ARRANGE_ROW, 6);
    bar->role = ROLE_HELP;
    bar->name = "help-bar";
    bar->box.across = ALIGN_CENTER;
    pad(bar, margin(b), fmaxf(4.2f, targets_apart / b->frame->scale.space));
    if (b->frame->across >= 240)
        icon(b, bar, "help_outline", 10.5f)->ink = TONE_ACCENT;
    if (!tiny(b))
        help_words(b, bar);
    struct node *node =
        button(b, bar,
               (struct button){"get-help", LOOK_PILL_ACCENT, NULL, in(b, &b->content->words.get_help_now),
                               compact(b) ? NULL : "arrow_forward", act_help});
    node->box.grow = tiny(b) ? 1 : 0;
}

/* ---- everything lower ------------------------------------------------------------------------------ */

void keep_clear_above(struct builder *b)
{
    if (b->frame->above == 0)
        return;
    struct node *above = group(b, b->scene->root, ARRANGE_COLUMN, 2);
    above->name = "above";
    above->box.height = (float)b->frame->above / b->frame->scale.px_per_mm / b->frame->scale.space;
    above->box.across = above->box.along = ALIGN_CENTER;
    const struct settings *settings = &b->content->settings;
    if (settings->logo != NULL) {
        struct node *logo = scene_add(b->scene, above, ROLE_PICTURE, LOOK_NONE);
        logo->picture = settings->logo;
        logo->silent = true;
        logo->box.width = logo->box.height = 18;
    }
    if (settings->clinic_name != NULL)
        clinic_name(b, above, TYPE_H3)->text_align = ALIGN_CENTER;
}

/* ---- frame ---------------------------------------------------------------------------------------- */

/* What the note of a term shares with the screen that it belongs to. */
static struct node *stage(struct builder *b)
{
    b->stage = group(b, b->scene->root, ARRANGE_LAYERS, 0);
    b->stage->box.grow = 1;
    return b->stage;
}

struct node *screen_frame(struct builder *b, enum frame_kind kind)
{
    if (kind != FRAME_COVER)
        banner(b, kind);
    struct node *parent = note_is_open(b) && kind != FRAME_COVER ? stage(b) : b->scene->root;
    struct node *body = group(b, parent, ARRANGE_ROW, 8);
    body->box.grow = 1;
    body->box.pad_x = margin(b);
    body->behind = parent == b->stage && note_lies_over(b);
    body->hidden = parent == b->stage && !body->behind;
    if (kind != FRAME_HELP)
        help_bar(b);
    return body;
}

static struct node *scroll_button(struct builder *b, struct node *rail, int direction)
{
    const struct interface_words *words = &b->content->words;
    bool down = direction > 0;
    bool night = session_view(b->session)->screen == SCREEN_HELP;
    struct node *node = surface(b, rail, night ? LOOK_NIGHT_PANEL : LOOK_CHOICE, ARRANGE_COLUMN, 0);
    node->role = ROLE_BUTTON;
    node->name = down ? "scroll-down" : "scroll-up";
    node->action = (struct action){ACTION_SCROLL, direction, 0};
    node->box.across = node->box.along = ALIGN_CENTER;
    node->box.least_height = squat(b) ? 12.8f : 18;
    pad(node, 1, 1);
    if (!down && !squat(b))
        icon(b, node, "keyboard_arrow_up", 8);
    const struct words *label = down ? &words->more_below : &words->more_above;
    text(b, node, label, TYPE_LABEL)->text_align = ALIGN_CENTER;
    if (down && !squat(b))
        icon(b, node, "keyboard_arrow_down", 8);
    return node;
}

struct node *main_area(struct builder *b, struct node *body)
{
    struct node *main = scene_add(b->scene, body, ROLE_MAIN, LOOK_NONE);
    main->name = "main";
    main->box.grow = 1;
    main->box.gap = 6;
    main->box.pad_top = 2;
    main->box.pad_bottom = 5;
    struct node *rail = group(b, body, ARRANGE_COLUMN, 3);
    rail->if_overflow = true;
    rail->name = "scroll-rail";
    rail->box.text_width = compact(b) ? 21 : 24;
    rail->box.pad_bottom = 5;
    scroll_button(b, rail, -1);
    struct node *bar = scene_add(b->scene, rail, ROLE_SCROLLBAR, LOOK_NONE);
    bar->box.grow = 1;
    scroll_button(b, rail, 1);
    return main;
}
