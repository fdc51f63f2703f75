/* What a marked word means: a note over the page, or instead of it where there is no room for both. */
#include "parts.h"

#include "text.h"

#include <string.h>

static const struct action act_close = {ACTION_TERM, 0, 0};

bool note_is_open(const struct builder *b)
{
    return b->session->term > 0 && b->session->term <= b->content->glossary.term_count && !reserve(b);
}

static const struct term *open_term(const struct builder *b)
{
    return &b->content->glossary.terms[b->session->term - 1];
}

/* An estimate in mm at the normal text size, on the safe side: a note that is cut would be worse than one that takes
 * the page's place. */
bool note_lies_over(const struct builder *b)
{
    const float char_mm = 3.5f, frame_mm = 62, around_mm = 64;
    float across = b->frame->across < 300 ? b->frame->across - 60 : 240;
    const struct term *term = open_term(b);
    size_t letters = strlen(in(b, &term->text)) + strlen(in(b, &term->also));
    float lines = 2 + (float)letters * char_mm / across;
    return !compact(b) && lines * BODY_LINE_MM + around_mm + frame_mm < b->frame->down;
}

static void note_words(struct builder *b, struct node *card)
{
    const struct term *term = open_term(b);
    struct node *head = group(b, card, ARRANGE_COLUMN, 0.5f);
    heading(b, head, &term->term, 2);
    if (has_words(&term->also))
        text(b, head, &term->also, TYPE_BODY)->ink = TONE_INK_2;
    text(b, card, &term->text, TYPE_BODY);
    struct node *row = group(b, card, ARRANGE_WRAP, 5);
    row->box.along = ALIGN_END;
    row->box.pad_top = 2;
    button(b, row,
           (struct button){"close-note", LOOK_PILL_SOLID, "close", in(b, &b->content->words.close), NULL, act_close});
}

static struct node *card(struct builder *b, struct node *parent, enum look look)
{
    struct node *card = surface(b, parent, look, ARRANGE_COLUMN, 4);
    card->role = ROLE_DIALOG;
    card->name = "note";
    return card;
}

/* A touch beside the card closes it, too. */
static void note_over_page(struct builder *b)
{
    struct node *over = group(b, b->stage, ARRANGE_COLUMN, 0);
    over->name = "beside-note";
    over->action = act_close;
    over->box.across = over->box.along = ALIGN_CENTER;
    over->box.pad_x = margin(b);
    struct node *note = card(b, over, LOOK_DIALOG);
    pad(note, 14, 11);
    note->box.text_width = b->frame->across < 300 ? b->frame->across - 32 : 260;
    note_words(b, note);
}

static void note_for_page(struct builder *b)
{
    struct node *body = group(b, b->stage, ARRANGE_ROW, 8);
    body->box.pad_x = margin(b);
    b->scene->apart = true;
    struct node *main = main_area(b, body);
    main->box.along = ALIGN_CENTER;
    note_words(b, card(b, main, LOOK_NONE));
}

void build_note(struct builder *b)
{
    if (note_lies_over(b))
        note_over_page(b);
    else
        note_for_page(b);
}
