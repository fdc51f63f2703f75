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

bool staff_low(const struct builder *b)
{
    return b->frame->down < 150;
}

static struct node *bare_page(struct builder *b)
{
    struct node *main = main_area(b, screen_frame(b, FRAME_STAFF));
    main->box.gap = 3;
    main->box.pad_top = 0;
    return main;
}

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

/* ---- PIN --------------------------------------------------------------------------------------------- */

/* Beside the digits on a panel of 7 inches, beneath them elsewhere. */
static bool keys_beside(const struct builder *b)
{
    return b->frame->down < 110 && !tiny(b);
}

static int digits_in_row(const struct builder *b)
{
    return staff_low(b) ? 5 : 3;
}

static struct node *pin_key(struct builder *b, struct node *row, struct button what)
{
    struct node *node = button(b, row, what);
    node->box.grow = 1;
    node->box.least_height = staff_low(b) ? 12.8f : 15;
    return node;
}

/* Others may hear what is said, unless it is said in headphones. */
static bool is_overheard(const struct builder *b)
{
    return b->session->reading && (b->board == NULL || !b->board->listens_alone);
}

static void digit_key(struct builder *b, struct node *row, int digit)
{
    static const char *const names[] = {"digit-0", "digit-1", "digit-2", "digit-3", "digit-4",
                                        "digit-5", "digit-6", "digit-7", "digit-8", "digit-9"};
    struct action action = staff_wish(STAFF_DIGIT, digit);
    struct node *node =
        pin_key(b, row, (struct button){names[digit], LOOK_CHOICE, NULL, number(b, digit), NULL, action});
    node->label = is_overheard(b) ? in(b, &b->content->speech.a_digit) : NULL;
}

static void erase_key(struct builder *b, struct node *row)
{
    const char *words = in(b, &b->content->words.staff_pin_erase);
    bool narrow = keys_beside(b);
    struct button what = {"erase-digit",       LOOK_CHOICE, narrow ? "backspace" : NULL,
                          narrow ? "" : words, NULL,        staff_wish(STAFF_ERASE, 0)};
    struct node *node = pin_key(b, row, what);
    node->label = narrow ? words : NULL;
    node->box.text_width = narrow ? 25 : 0;
    node->box.grow = narrow ? 0 : 1;
}

static void try_key(struct builder *b, struct node *row)
{
    struct button what = {"try-pin", LOOK_PILL_SOLID,         NULL, in(b, &b->content->words.staff_pin_open),
                          NULL,      staff_wish(STAFF_TRY, 0)};
    struct node *node = pin_key(b, row, what);
    node->disabled = b->board != NULL && b->board->wait_s > 0;
    node->box.text_width = keys_beside(b) ? 25 : 0;
    node->box.grow = keys_beside(b) ? 0 : 1;
}

static void digit_rows(struct builder *b, struct node *keys)
{
    int in_row = digits_in_row(b);
    for (int first = 1; first + in_row <= 11; first += in_row) {
        struct node *row = group(b, keys, ARRANGE_ROW, 4);
        for (int place = first; place < first + in_row; place++)
            digit_key(b, row, place % 10);
        if (keys_beside(b) && first == 1)
            erase_key(b, row);
        else if (keys_beside(b))
            try_key(b, row);
    }
}

static void last_row(struct builder *b, struct node *keys)
{
    if (keys_beside(b))
        return;
    struct node *row = group(b, keys, ARRANGE_ROW, 4);
    erase_key(b, row);
    if (!staff_low(b))
        digit_key(b, row, 0);
    try_key(b, row);
}

static const char *dots(struct builder *b)
{
    const char *all = "";
    for (int i = 0; i < b->session->staff.digit_count; i++)
        all = arena_print(b->scene->arena, "%s•", all);
    return all[0] != '\0' ? all : "\u00a0";
}

/* A dot for each digit, for others may look on; how many there are for those who listen, for others may hear. */
static struct node *digits_so_far(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    const char *wait = number(b, b->board != NULL ? b->board->wait_s : 0);
    const char *count = number(b, b->session->staff.digit_count);
    bool waits = b->board != NULL && b->board->wait_s > 0;
    const char *message = waits                     ? filled(b, in(b, &words->staff_pin_wait), &wait, 1)
                          : b->session->staff.wrong ? in(b, &words->staff_pin_wrong)
                                                    : NULL;
    struct node *line = text_string(b, card, message != NULL ? message : dots(b), staff_low(b) ? TYPE_STRONG : TYPE_H2);
    line->label = message == NULL ? filled(b, in(b, &b->content->speech.digits), &count, 1) : NULL;
    line->name = "pin";
    return line;
}

static struct node *low_pin_page(struct builder *b)
{
    struct node *main = bare_page(b);
    struct node *head = group(b, main, ARRANGE_ROW, 5);
    heading(b, head, &b->content->words.staff_pin_title, 1)->type = TYPE_H3;
    struct node *line = digits_so_far(b, head);
    line->box.grow = 1;
    line->text_align = ALIGN_END;
    return main;
}

static struct node *pin_page(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *card = staff_card(b, &words->staff_pin_title, &words->staff_pin_text);
    card->box.width = wide(b) ? 190 : 0;
    card->box.gap = 4;
    digits_so_far(b, card)->text_align = ALIGN_CENTER;
    return card;
}

void build_staff_pin(struct builder *b)
{
    struct node *keys = group(b, staff_low(b) ? low_pin_page(b) : pin_page(b), ARRANGE_COLUMN, 4);
    keys->name = "keypad";
    b->scene->where = in(b, &b->content->speech.pin_how);
    digit_rows(b, keys);
    last_row(b, keys);
}

/* ---- cleaning -------------------------------------------------------------------------------------------- */

/* Where the help bar stands on every other screen, without its button. */
static void numbers_of_help(struct builder *b)
{
    struct node *bar = surface(b, b->scene->root, LOOK_HELP_BAR, ARRANGE_COLUMN, 0);
    bar->role = ROLE_HELP;
    bar->name = "help-bar";
    pad(bar, margin(b), tiny(b) ? 3 : 6);
    text_with_numbers(b, bar, help_bar_words(b), TYPE_BODY)->text_align = ALIGN_CENTER;
}

/* A visitor who walks up must see that it is nothing of theirs that the screen does not answer, and whom to call. */
void build_staff_cleaning(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *main = scene_add(b->scene, b->scene->root, ROLE_MAIN, LOOK_NONE);
    main->name = "main";
    main->box.grow = 1;
    main->box.gap = tiny(b) ? 2 : 6;
    main->box.pad_x = margin(b);
    main->box.across = main->box.along = ALIGN_CENTER;
    heading(b, main, &words->staff_clean_title, tiny(b) ? 3 : compact(b) ? 2 : 1)->text_align = ALIGN_CENTER;
    struct node *please = text(b, main, &words->staff_clean_text, compact(b) ? TYPE_BODY : TYPE_LEAD);
    please->text_align = ALIGN_CENTER;
    please->if_room = true;
    struct node *timer = group(b, main, ARRANGE_COLUMN, 0);
    int left = b->board != NULL ? b->board->cleaning_s : STAFF_CLEANING_S;
    timer->role = ROLE_TIMER;
    timer->value = left;
    timer->box.across = ALIGN_CENTER;
    text_string(b, timer, number(b, left), tiny(b) ? TYPE_H1 : TYPE_NUMBER)->ink = TONE_PRIMARY;
    if (!tiny(b))
        text(b, timer, &words->seconds_left, TYPE_BODY);
    numbers_of_help(b);
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

/* Large steps are icons alone where four words have no room; their names are kept for the ear. */
static void ruler_button(struct builder *b, struct node *row, struct button what)
{
    const char *words = what.label;
    bool large = strncmp(what.name, "much", 4) == 0;
    what.look = LOOK_PILL;
    what.label = large && staff_low(b) ? "" : words;
    what.icon = large || !staff_low(b) ? what.icon : NULL;
    struct node *node = button(b, row, what);
    node->label = large && staff_low(b) ? words : NULL;
    node->box.grow = compact(b) && !(large && staff_low(b)) ? 1 : 0;
}

/* A wider panel is drawn with a shorter line. Two steps: one that is seen, and one millimeter of the panel. */
static void ruler_buttons(struct builder *b, struct node *card)
{
    const struct interface_words *words = &b->content->words;
    int large = panel_width(b) / 16;
    const struct button buttons[] = {
        {"much-shorter", LOOK_PILL, "fast_rewind", in(b, &words->staff_much_shorter), NULL,
         staff_wish(STAFF_WIDTH, large)},
        {"shorter", LOOK_PILL, "remove", in(b, &words->staff_shorter), NULL, staff_wish(STAFF_WIDTH, 1)},
        {"longer", LOOK_PILL, "add", in(b, &words->staff_longer), NULL, staff_wish(STAFF_WIDTH, -1)},
        {"much-longer", LOOK_PILL, "fast_forward", in(b, &words->staff_much_longer), NULL,
         staff_wish(STAFF_WIDTH, -large)}};
    struct node *row = group(b, card, ARRANGE_WRAP, staff_low(b) ? 3 : 4);
    row->box.along = ALIGN_CENTER;
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        ruler_button(b, row, buttons[i]);
}

/* On a low panel what is to be done is the title, so that the line and its buttons are seen with it. */
static struct node *panel_page(struct builder *b, const char *what_to_do)
{
    if (staff_low(b)) {
        struct node *main = bare_page(b);
        heading_text(b, main, what_to_do, 1)->type = TYPE_STRONG;
        return main;
    }
    struct node *card = staff_card(b, &b->content->words.staff_panel, NULL);
    text_string(b, card, what_to_do, TYPE_BODY);
    return card;
}

void build_staff_panel(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    bool large = panel_width(b) >= (int)least_panel_mm && b->frame->across >= least_panel_mm;
    float length = large ? ruler_mm : short_ruler_mm;
    const char *millimeters = number(b, (int)length);
    struct node *card = panel_page(b, filled(b, in(b, &words->staff_panel_text), &millimeters, 1));
    ruler(b, card, length);
    ruler_buttons(b, card);
    line_to_write(b, card, arena_print(b->scene->arena, "panel_width_mm: %d", panel_width(b)));
    struct node *row = group(b, card, ARRANGE_WRAP, 5);
    row->box.across = ALIGN_CENTER;
    if (b->session->staff.measured)
        text(b, row, &words->staff_used, TYPE_STRONG)->name = "told";
    else
        button(b, row,
               (struct button){"use-width", LOOK_PILL_SOLID, "check", in(b, &words->staff_use), NULL,
                               staff_wish(STAFF_USE_WIDTH, 0)});
}

/* ---- keys ------------------------------------------------------------------------------------------------- */

static void key_that_was_pressed(struct builder *b, struct node *card)
{
    char name[KEY_NAME_SIZE];
    key_name(b->session->staff.key, name);
    bool plain = strpbrk(name, "0123456789=[]\\;'`,./-") == NULL || name[0] == 'F' || strchr(name, ' ') != NULL;
    const char *form = plain ? "  %s: select" : "  \"%s\": select";
    if (b->session->staff.key > 0)
        line_to_write(b, card, arena_print(b->scene->arena, form, name));
    else
        text(b, card, &b->content->words.staff_keys_none, TYPE_H2)->name = "line";
}

/* Whoever presses keys does not scroll: on a low panel the name comes before the words. */
void build_staff_keys(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *card = staff_low(b) ? bare_page(b) : staff_card(b, &words->staff_keys, &words->staff_keys_text);
    if (staff_low(b))
        heading(b, card, &words->staff_keys, 1)->type = TYPE_H3;
    key_that_was_pressed(b, card);
    if (staff_low(b))
        text(b, card, &words->staff_keys_text, TYPE_BODY);
    text(b, card, &words->staff_keys_leave, TYPE_BODY);
}

void build_staff(struct builder *b)
{
    pages[b->session->staff.page < STAFF_PAGES ? b->session->staff.page : STAFF_OVERVIEW](b);
}
