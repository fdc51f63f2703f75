/* The screen of staff: PIN, cleaning, the width of the panel, names of keys; its overview is in staff_overview.c. */
#include "staff_parts.h"

#include <math.h>
#include <string.h>

static void (*const pages[STAFF_PAGES])(struct builder *b) = {
    [STAFF_OVERVIEW] = build_staff_overview, [STAFF_PIN] = build_staff_pin,   [STAFF_CLEANING] = build_staff_cleaning,
    [STAFF_PANEL] = build_staff_panel,       [STAFF_KEYS] = build_staff_keys,
};

static const float ruler_mm = 100, short_ruler_mm = 50, least_panel_mm = 135;

/* ---- shared ---------------------------------------------------------------------------------------- */

struct node *staff_card(struct builder *b, const struct words *title, const struct words *words)
{
    struct node *main = main_area(b, screen_frame(b, FRAME_STAFF));
    main->box.across = wide(b) ? ALIGN_CENTER : ALIGN_STRETCH;
    struct node *card = surface(b, main, LOOK_CARD, ARRANGE_COLUMN, 5);
    card->box.width = wide(b) ? 330 : 0;
    pad(card, compact(b) ? 6 : 14, compact(b) ? 6 : 10);
    heading(b, card, title, 1);
    if (words != NULL)
        text(b, card, words, TYPE_BODY);
    return card;
}

/* A line for kiosk.yaml, as it must be written. */
static void line_to_write(struct builder *b, struct node *card, const char *line)
{
    struct node *panel = surface(b, card, LOOK_PANEL, ARRANGE_COLUMN, 1);
    panel->name = "line";
    pad(panel, 8, 5);
    text(b, panel, &b->content->words.staff_write, TYPE_BODY);
    text_string(b, panel, line, TYPE_H2);
}

static void plain_button(struct builder *b, struct node *row, struct button what)
{
    what.look = what.look == LOOK_NONE ? LOOK_PILL : what.look;
    button(b, row, what)->box.grow = compact(b) ? 1 : 0;
}

/* ---- PIN --------------------------------------------------------------------------------------------- */

/* Lies so low that three rows of keys fit where four would have to scroll. */
static bool low_keypad(const struct builder *b)
{
    return b->frame->down < 130;
}

static void pin_key(struct builder *b, struct node *row, struct button what)
{
    struct node *node = button(b, row, what);
    node->box.grow = 1;
    node->box.least_height = low_keypad(b) ? 12.8f : 15;
}

static void digit_row(struct builder *b, struct node *keys, int first, int count)
{
    static const char *const names[] = {"digit-0", "digit-1", "digit-2", "digit-3", "digit-4",
                                        "digit-5", "digit-6", "digit-7", "digit-8", "digit-9"};
    struct node *row = group(b, keys, ARRANGE_ROW, 4);
    for (int place = first; place < first + count; place++) {
        int digit = place % 10;
        struct action action = staff_wish(STAFF_DIGIT, digit);
        pin_key(b, row, (struct button){names[digit], LOOK_CHOICE, NULL, number(b, digit), NULL, action});
    }
}

static void last_row(struct builder *b, struct node *keys)
{
    const struct interface_words *words = &b->content->words;
    struct node *row = group(b, keys, ARRANGE_ROW, 4);
    pin_key(b, row,
            (struct button){"erase-digit", LOOK_CHOICE, NULL, in(b, &words->staff_pin_erase), NULL,
                            staff_wish(STAFF_ERASE, 0)});
    if (!low_keypad(b))
        pin_key(b, row, (struct button){"digit-0", LOOK_CHOICE, NULL, "0", NULL, staff_wish(STAFF_DIGIT, 0)});
    pin_key(b, row,
            (struct button){"try-pin", LOOK_PILL_SOLID, NULL, in(b, &words->staff_pin_open), NULL,
                            staff_wish(STAFF_TRY, 0)});
}

static void digit_rows(struct builder *b, struct node *keys)
{
    int in_row = low_keypad(b) ? 5 : 3;
    for (int first = 1; first + in_row <= 11; first += in_row)
        digit_row(b, keys, first, in_row);
}

/* A dot for each digit: others may look on. */
static void digits_so_far(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    const char *wait = number(b, b->board != NULL ? b->board->wait_s : 0);
    const char *said = "";
    for (int i = 0; i < b->session->staff.digit_count; i++)
        said = arena_print(b->scene->arena, "%s•", said);
    if (b->board != NULL && b->board->wait_s > 0)
        said = filled(b, in(b, &words->staff_pin_wait), &wait, 1);
    else if (b->session->staff.wrong)
        said = in(b, &words->staff_pin_wrong);
    struct node *line = text_string(b, card, said[0] != '\0' ? said : "\u00a0", TYPE_H2);
    line->name = "pin";
    line->text_align = ALIGN_CENTER;
}

void build_staff_pin(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    bool low = low_keypad(b);
    struct node *card = low ? main_area(b, screen_frame(b, FRAME_STAFF))
                            : staff_card(b, &words->staff_pin_title, &words->staff_pin_text);
    if (low)
        heading(b, card, &words->staff_pin_title, 3)->text_align = ALIGN_CENTER;
    else
        card->box.width = wide(b) ? 190 : 0;
    card->box.gap = low ? 2 : 4;
    digits_so_far(b, card);
    struct node *keys = group(b, card, ARRANGE_COLUMN, 4);
    keys->name = "keypad";
    digit_rows(b, keys);
    last_row(b, keys);
}

/* ---- cleaning -------------------------------------------------------------------------------------------- */

/* Nothing here can be touched, so the numbers of help stand as words. */
void build_staff_cleaning(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *root = b->scene->root;
    struct node *main = scene_add(b->scene, root, ROLE_MAIN, LOOK_NONE);
    main->name = "main";
    main->box.grow = 1;
    main->box.gap = tiny(b) ? 2 : 6;
    main->box.pad_x = margin(b);
    main->box.across = main->box.along = ALIGN_CENTER;
    heading(b, main, &words->staff_clean_title, tiny(b) ? 3 : 1)->text_align = ALIGN_CENTER;
    if (!tiny(b))
        text(b, main, &words->staff_clean_text, compact(b) ? TYPE_BODY : TYPE_LEAD)->text_align = ALIGN_CENTER;
    struct node *timer = group(b, main, ARRANGE_COLUMN, 0);
    int left = b->board != NULL ? b->board->cleaning_s : STAFF_CLEANING_S;
    timer->role = ROLE_TIMER;
    timer->value = left;
    timer->box.across = ALIGN_CENTER;
    text_string(b, timer, number(b, left), TYPE_NUMBER)->ink = TONE_PRIMARY;
    if (tiny(b))
        return;
    text(b, timer, &words->seconds_left, TYPE_BODY);
    text_with_numbers(b, main, &words->help_bar_short, TYPE_BODY)->text_align = ALIGN_CENTER;
}

/* ---- width of the panel ------------------------------------------------------------------------------------ */

static int panel_width(const struct builder *b)
{
    float known = (float)b->frame->width / b->frame->scale.px_per_mm;
    return b->session->staff.panel_mm > 0 ? b->session->staff.panel_mm : (int)lroundf(known);
}

static void mark(struct builder *b, struct node *row)
{
    struct node *end = group(b, row, ARRANGE_COLUMN, 0);
    end->fill = TONE_INK;
    end->box.width = 0.5f / b->frame->scale.space;
    end->box.height = 9;
}

/* So long that a ruler shows length_mm if the panel is as wide as it is thought to be. */
static void ruler(struct builder *b, struct node *card, float length_mm)
{
    const struct scale *scale = &b->frame->scale;
    float pixels = length_mm * (float)b->frame->width / (float)panel_width(b);
    struct node *holder = group(b, card, ARRANGE_ROW, 0);
    holder->box.along = ALIGN_CENTER;
    holder->box.pad_top = holder->box.pad_bottom = 6;
    struct node *row = group(b, holder, ARRANGE_ROW, 0);
    row->name = "ruler";
    row->box.width = pixels / scale->px_per_mm / scale->space;
    row->box.across = ALIGN_CENTER;
    mark(b, row);
    struct node *line = group(b, row, ARRANGE_COLUMN, 0);
    line->fill = TONE_INK;
    line->box.height = 0.9f;
    line->box.grow = 1;
    mark(b, row);
}

/* A wider panel is drawn with a shorter line. Two steps: one that is seen, and one millimeter of the panel. */
static void ruler_buttons(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    int large = panel_width(b) / 16;
    struct node *row = group(b, card, ARRANGE_WRAP, 4);
    row->box.along = ALIGN_CENTER;
    plain_button(b, row,
                 (struct button){"much-shorter", LOOK_NONE, "fast_rewind", in(b, &words->staff_much_shorter), NULL,
                                 staff_wish(STAFF_WIDTH, large)});
    plain_button(b, row,
                 (struct button){"shorter", LOOK_NONE, "remove", in(b, &words->staff_shorter), NULL,
                                 staff_wish(STAFF_WIDTH, 1)});
    plain_button(
        b, row,
        (struct button){"longer", LOOK_NONE, "add", in(b, &words->staff_longer), NULL, staff_wish(STAFF_WIDTH, -1)});
    plain_button(b, row,
                 (struct button){"much-longer", LOOK_NONE, "fast_forward", in(b, &words->staff_much_longer), NULL,
                                 staff_wish(STAFF_WIDTH, -large)});
}

void build_staff_panel(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    bool large = panel_width(b) >= (int)least_panel_mm && b->frame->across >= least_panel_mm;
    float length = large ? ruler_mm : short_ruler_mm;
    const char *millimeters = number(b, (int)length);
    struct node *card = staff_card(b, &words->staff_panel, NULL);
    text_string(b, card, filled(b, in(b, &words->staff_panel_text), &millimeters, 1), TYPE_BODY);
    ruler(b, card, length);
    ruler_buttons(b, card);
    line_to_write(b, card, arena_print(b->scene->arena, "panel_width_mm: %d", panel_width(b)));
    struct node *row = group(b, card, ARRANGE_WRAP, 5);
    row->box.across = ALIGN_CENTER;
    if (b->session->staff.measured)
        text(b, row, &words->staff_used, TYPE_STRONG);
    else
        button(b, row,
               (struct button){"use-width", LOOK_PILL_SOLID, "check", in(b, &words->staff_use), NULL,
                               staff_wish(STAFF_USE_WIDTH, 0)});
}

/* ---- keys ------------------------------------------------------------------------------------------------- */

void build_staff_keys(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *card = staff_card(b, &words->staff_keys, &words->staff_keys_text);
    char name[KEY_NAME_SIZE];
    key_name(b->session->staff.key, name);
    bool plain = strpbrk(name, "0123456789=[]\\;'`,./-") == NULL || name[0] == 'F' || strchr(name, ' ') != NULL;
    const char *form = plain ? "  %s: select" : "  \"%s\": select";
    if (b->session->staff.key > 0)
        line_to_write(b, card, arena_print(b->scene->arena, form, name));
    else
        text(b, card, &words->staff_keys_none, TYPE_H2);
    text(b, card, &words->staff_keys_leave, TYPE_BODY);
}

void build_staff(struct builder *b)
{
    pages[b->session->staff.page < STAFF_PAGES ? b->session->staff.page : STAFF_OVERVIEW](b);
}
