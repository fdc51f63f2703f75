/* The blocks of a page: prose, steps, cards, checklists, phrases, contacts, words, quotes, notes, tables. */
#include "parts.h"

#include "calendar.h"

static void block_title(struct builder *b, struct node *parent, const struct words *title)
{
    if (has_words(title))
        heading(b, parent, title, 3);
}

static void steps_block(struct builder *b, struct node *parent, const struct steps *steps)
{
    struct node *list = group(b, parent, ARRANGE_COLUMN, 4);
    list->role = ROLE_LIST;
    block_title(b, list, &steps->title);
    for (size_t i = 0; i < steps->item_count; i++) {
        struct node *row = surface(b, list, LOOK_CARD, ARRANGE_ROW, 6);
        row->role = ROLE_LIST_ITEM;
        pad(row, 7, 5);
        struct node *stone = surface(b, row, LOOK_BADGE_STEP, ARRANGE_COLUMN, 0);
        stone->box.text_width = stone->box.least_height = 13;
        stone->box.along = ALIGN_CENTER;
        const char *count = number(b, (int)i + 1);
        stone->label = filled(b, in(b, &b->content->speech.step), &count, 1);
        text_string(b, stone, number(b, (int)i + 1), TYPE_H3)->text_align = ALIGN_CENTER;
        stone->last->ink = TONE_ON_PRIMARY;
        row->box.across = ALIGN_START;
        struct node *words = group(b, row, ARRANGE_COLUMN, 1);
        words->box.grow = 1;
        block_title(b, words, &steps->items[i].title);
        prose(b, words, &steps->items[i].text, TYPE_BODY);
    }
}

static void one_card(struct builder *b, struct node *parent, const struct card *card)
{
    struct node *node = surface(b, parent, LOOK_CARD, ARRANGE_ROW, 6);
    node->action = session_action_to(b->content, &card->to);
    node->role = node->action.kind != ACTION_NONE ? ROLE_BUTTON : ROLE_LIST_ITEM;
    node->name = card->to.name;
    node->box.grow = 1;
    node->box.across = ALIGN_START;
    pad(node, 7, 6);
    badge(b, node, card->icon, card->tint);
    struct node *words = group(b, node, ARRANGE_COLUMN, 1);
    words->box.grow = 1;
    heading(b, words, &card->title, 3);
    prose(b, words, &card->text, TYPE_BODY);
    if (node->role == ROLE_BUTTON && !compact(b))
        icon_at_line(b, node, "chevron_right", 9);
}

static void cards_block(struct builder *b, struct node *parent, const struct cards *cards)
{
    bool pairs = b->frame->across >= 400;
    struct node *list = group(b, parent, ARRANGE_COLUMN, 5);
    list->role = ROLE_LIST;
    for (size_t i = 0; i < cards->item_count; i++) {
        struct node *row = group(b, list, ARRANGE_ROW, 5);
        one_card(b, row, &cards->items[i]);
        if (pairs && i + 1 < cards->item_count)
            one_card(b, row, &cards->items[++i]);
    }
}

static void checklist_block(struct builder *b, struct node *parent, const struct checklist *checklist)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3);
    card->role = ROLE_LIST;
    pad(card, 9, 7);
    block_title(b, card, &checklist->title);
    for (size_t i = 0; i < checklist->item_count; i++)
        prose(b, list_row(b, card, "check_circle", TONE_MARK), &checklist->items[i], TYPE_BODY);
}

struct phrase_list {
    const struct words *title, *title_if_none, *items;
    size_t count;
    enum look look;
    const char *glyph;
    enum tone ink;
};

static void phrase_column(struct builder *b, struct node *parent, const struct phrase_list *list)
{
    struct node *column = surface(b, parent, list->look, ARRANGE_COLUMN, 4);
    column->role = ROLE_LIST;
    column->box.grow = 1;
    pad(column, 8, 7);
    heading(b, column, has_words(list->title) ? list->title : list->title_if_none, 3);
    for (size_t i = 0; i < list->count; i++)
        text(b, list_row(b, column, list->glyph, list->ink), &list->items[i], TYPE_BODY);
}

static void phrases_block(struct builder *b, struct node *parent, const struct phrases *phrases)
{
    const struct interface_words *words = &b->content->words;
    bool beside = b->frame->across >= 300;
    struct node *pair = group(b, parent, beside ? ARRANGE_ROW : ARRANGE_COLUMN, 6);
    phrase_column(b, pair,
                  &(struct phrase_list){&phrases->say_title, &words->say, phrases->say, phrases->say_count, LOOK_CARD,
                                        "chat_bubble_outline", TONE_MARK});
    phrase_column(b, pair,
                  &(struct phrase_list){&phrases->avoid_title, &words->avoid, phrases->avoid, phrases->avoid_count,
                                        LOOK_NOTE, "not_interested", TONE_NOTE_INK});
    if (!beside)
        for (struct node *column = pair->first; column != NULL; column = column->next)
            column->box.grow = 0;
}

static void contact_line(struct builder *b, struct node *parent, const char *glyph, const char *string,
                         enum type_style type)
{
    if (string != NULL && string[0] != '\0')
        text_string(b, list_row(b, parent, glyph, TONE_NONE), string, type);
}

static void contact_card(struct builder *b, struct node *parent, const struct helpline *line)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 1.5f);
    card->role = ROLE_LIST_ITEM;
    card->name = line->id;
    pad(card, 8, 6);
    heading(b, card, &line->name, 3);
    text(b, card, &line->purpose, TYPE_BODY);
    if (line->call != NULL)
        contact_line(b, card, "phone",
                     arena_print(b->scene->arena, "%s %s", in(b, &b->content->words.call), line->call), TYPE_STRONG);
    contact_line(b, card, "sms", in(b, &line->text_message), TYPE_STRONG);
    contact_line(b, card, "schedule", in(b, &line->hours), TYPE_BODY);
    contact_line(b, card, "info_outline", in(b, &line->how), TYPE_BODY);
}

static void contacts_block(struct builder *b, struct node *parent, const struct contacts *contacts)
{
    struct node *list = group(b, parent, ARRANGE_COLUMN, 4);
    list->role = ROLE_LIST;
    for (size_t i = 0; i < contacts->line_count; i++)
        if (contacts->lines[i].index < b->content->help.line_count)
            contact_card(b, list, &b->content->help.lines[contacts->lines[i].index]);
}

static void explained_block(struct builder *b, struct node *parent, const struct explained *explained)
{
    struct node *column = group(b, parent, ARRANGE_COLUMN, 3);
    block_title(b, column, &explained->title);
    struct node *row = group(b, column, ARRANGE_WRAP, 3.5f);
    for (size_t i = 0; i < explained->term_count; i++)
        if (explained->terms[i].index < b->content->glossary.term_count)
            term_button(b, row, explained->terms[i].index);
}

static void quote_block(struct builder *b, struct node *parent, const struct quote *quote)
{
    struct node *words = icon_panel(b, parent, LOOK_PANEL, "format_quote", TONE_MARK);
    words->parent->box.across = ALIGN_START;
    prose(b, words, &quote->text, TYPE_LEAD);
    if (has_words(&quote->who))
        text(b, words, &quote->who, TYPE_STRONG);
}

static void note_block(struct builder *b, struct node *parent, const struct note *note)
{
    const char *glyph = note->icon != NULL ? note->icon : "lightbulb_outline";
    prose(b, icon_panel(b, parent, LOOK_NOTE, glyph, TONE_NOTE_INK), &note->text, TYPE_BODY);
}

/* ---- tables ------------------------------------------------------------------------------------- */

static struct node *table_cells(struct builder *b, struct node *parent, const struct words *cells, size_t count,
                                bool bold)
{
    struct node *row = group(b, parent, ARRANGE_ROW, 5);
    row->role = ROLE_ROW;
    for (size_t i = 0; i < count; i++) {
        struct node *cell = text(b, row, &cells[i], bold || i == 0 ? TYPE_STRONG : TYPE_BODY);
        cell->role = ROLE_CELL;
        cell->box.grow = 1;
    }
    return row;
}

/* For the ear a cell is told with its column: "Copay: what you pay each time". */
static const char *row_aloud(struct builder *b, const struct table *table, const struct table_row *row)
{
    const char *words = in(b, &row->cells[0]);
    for (size_t c = 1; c < row->cell_count; c++)
        words = arena_print(b->scene->arena, "%s. %s: %s", words, in(b, &table->columns[c]), in(b, &row->cells[c]));
    return words;
}

static const char *columns_aloud(struct builder *b, const struct table *table)
{
    const char *names = "";
    for (size_t c = 0; c < table->column_count; c++)
        names = enumerated(b, names, in(b, &table->columns[c]));
    return filled(b, in(b, &b->content->speech.columns), &names, 1);
}

/* Too narrow for columns: each row becomes a small list under its name. */
static void table_as_lists(struct builder *b, struct node *card, const struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct table_row *row = &table->rows[r];
        if (r > 0)
            rule(b, card);
        heading(b, card, &row->cells[0], 3);
        for (size_t c = 1; c < row->cell_count; c++) {
            text(b, card, &table->columns[c], TYPE_STRONG);
            text(b, card, &row->cells[c], TYPE_BODY);
        }
    }
}

static void table_block(struct builder *b, struct node *parent, const struct table *table)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3);
    card->role = ROLE_TABLE;
    pad(card, 9, 7);
    if (b->frame->across < 75 * (float)table->column_count) {
        table_as_lists(b, card, table);
        return;
    }
    table_cells(b, card, table->columns, table->column_count, true)->label = columns_aloud(b, table);
    for (size_t r = 0; r < table->row_count; r++) {
        rule(b, card);
        table_cells(b, card, table->rows[r].cells, table->rows[r].cell_count, false)->label =
            row_aloud(b, table, &table->rows[r]);
    }
}

/* ---- all ------------------------------------------------------------------------------------------ */

static void prose_block(struct builder *b, struct node *parent, const struct prose *block)
{
    struct node *column = group(b, parent, ARRANGE_COLUMN, 3);
    prose(b, column, block, TYPE_BODY);
}

static void one_block(struct builder *b, struct node *parent, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PROSE:
        prose_block(b, parent, block->prose);
        break;
    case BLOCK_STEPS:
        steps_block(b, parent, block->steps);
        break;
    case BLOCK_CARDS:
        cards_block(b, parent, block->cards);
        break;
    case BLOCK_WEEK:
        week_block(b, parent, block->week);
        break;
    case BLOCK_TIMELINE:
        timeline_block(b, parent, block->timeline);
        break;
    case BLOCK_CHECKLIST:
        checklist_block(b, parent, block->checklist);
        break;
    case BLOCK_PHRASES:
        phrases_block(b, parent, block->phrases);
        break;
    case BLOCK_CONTACTS:
        contacts_block(b, parent, block->contacts);
        break;
    case BLOCK_EXPLAINED:
        explained_block(b, parent, block->explained);
        break;
    case BLOCK_QUOTE:
        quote_block(b, parent, block->quote);
        break;
    case BLOCK_NOTE:
        note_block(b, parent, block->note);
        break;
    case BLOCK_TABLE:
        table_block(b, parent, block->table);
        break;
    }
}

void page_blocks(struct builder *b, struct node *parent, const struct page *page)
{
    for (size_t i = 0; i < page->block_count; i++)
        one_block(b, parent, &page->blocks[i]);
}
