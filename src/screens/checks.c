/* The list of checks, and what a visitor is told before the first question. */
#include "parts.h"

static void check_card(struct builder *b, struct node *parent, size_t index)
{
    const struct screening *screening = &b->content->screenings[index];
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_ROW, 8);
    card->role = ROLE_BUTTON;
    card->name = screening->id;
    card->action = (struct action){ACTION_GO, SCREEN_INTRO, (int)index};
    card->box.across = ALIGN_CENTER;
    pad(card, 9, wide(b) ? 5.5f : 8);
    badge(b, card, screening->icon, screening->tint);
    struct node *words = group(b, card, ARRANGE_COLUMN, 1);
    words->box.grow = 1;
    heading(b, words, &screening->title, 2);
    text(b, words, &screening->summary, TYPE_BODY);
    text(b, words, &screening->minutes, TYPE_STRONG);
    if (!compact(b))
        icon(b, card, "chevron_right", 11);
}

static void promise(struct builder *b, struct node *parent, const struct words *words)
{
    struct node *column = icon_panel(b, parent, LOOK_PANEL, "lock", TONE_PRIMARY);
    column->parent->name = "promise";
    text(b, column, words, TYPE_BODY);
}

void build_checks(struct builder *b)
{
    struct node *body = screen_frame(b, FRAME_PLAIN);
    struct node *main = main_area(b, body);
    main->box.gap = wide(b) ? 5 : 6;
    struct node *head = place_head_if_room(b, main, &b->content->checks_picture, 84);
    heading(b, head, &b->content->words.checks_title, 1);
    text(b, head, &b->content->words.checks_text, TYPE_LEAD)->box.max_width = 330;
    for (size_t i = 0; i < b->content->screening_count; i++)
        check_card(b, main, i);
    promise(b, main, &b->content->words.check_nobody_told);
}

/* ---- before the first question ---------------------------------------------------------------------- */

static const char *how_many(struct builder *b, const struct screening *screening)
{
    int questions = 0;
    for (size_t i = 0; i < screening->item_count; i++)
        questions += screening->items[i].scored || screening->items[i].repeats ? 1 : 0;
    const char *value = number(b, questions);
    return filled(b, in(b, &b->content->words.check_questions), &value, 1);
}

static void facts(struct builder *b, struct node *parent, const struct screening *screening)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3.5f);
    card->role = ROLE_LIST;
    pad(card, 9, 8);
    text_string(b, list_row(b, card, "format_list_numbered", TONE_MARK), how_many(b, screening), TYPE_BODY);
    text_string(b, list_row(b, card, "schedule", TONE_MARK), in(b, &screening->minutes), TYPE_BODY);
    text_string(b, list_row(b, card, "redo", TONE_MARK), in(b, &b->content->words.check_skip_any), TYPE_BODY);
}

void build_intro(struct builder *b)
{
    size_t index = session_view(b->session)->subject;
    const struct screening *screening = &b->content->screenings[index];
    struct node *body = screen_frame(b, FRAME_PLAIN);
    struct node *main = main_area(b, body);
    heading(b, main, &screening->title, 1);
    promise(b, main, &b->content->words.check_nobody_told);
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, 10);
    struct node *why = group(b, columns, ARRANGE_COLUMN, 3);
    why->box.grow = wide(b) ? 1 : 0;
    prose(b, why, &screening->intro, TYPE_BODY);
    struct node *side = group(b, columns, ARRANGE_COLUMN, 6);
    side->box.grow = wide(b) ? 1 : 0;
    facts(b, side, screening);
    struct node *row = group(b, side, ARRANGE_WRAP, 5);
    row->box.along = ALIGN_END;
    int first = screening_next(screening, &b->session->answers[index], -1);
    button(b, row,
           (struct button){"begin-check", LOOK_PILL_SOLID, NULL, in(b, &b->content->words.begin_check), "arrow_forward",
                           (struct action){ACTION_GO, SCREEN_QUESTION, (int)index}})
        ->disabled = first < 0;
    struct node *credit = text(b, main, &screening->copyright, TYPE_BODY);
    credit->ink = TONE_INK_2;
    credit->box.max_width = 360;
}
