/* Kinds of care side by side: a table where it fits, else rows of cells, else one card for each kind. */
#include "parts.h"

#include <math.h>
#include <string.h>

#define TARGETS_APART 2.8f /* mm: 2.54 (VVSG 2.0 7.2-I), and a pixel of a coarse panel */

static const float name_share = 1; /* of the column of row names */

/* The raised column is a little wider. */
static float kind_share(const struct builder *b, int column)
{
    return b->content->compare.columns[column].featured ? 1.85f : 1.4f;
}

static struct action detail_action(int detail)
{
    return (struct action){ACTION_DETAIL, detail, 0};
}

static void meter(struct builder *b, struct node *parent, int level)
{
    enum { MOST = 4 };
    if (level == 0)
        return;
    struct node *bars = scene_add(b->scene, parent, ROLE_METER, LOOK_NONE);
    bars->value = level;
    bars->most = MOST;
    bars->box.height = 2.6f;
    bars->silent = true;
}

static void cell_content(struct builder *b, struct node *parent, const struct compare_cell *cell)
{
    struct node *line = group(b, parent, ARRANGE_ROW, 2.5f);
    line->box.across = ALIGN_START;
    if (cell->mark == MARK_YES)
        icon_at_line(b, line, "check", 8.5f)->ink = TONE_MARK;
    if (cell->mark == MARK_NO)
        icon_at_line(b, line, "close", 8.5f)->ink = TONE_INK_2;
    text(b, line, &cell->text, TYPE_BODY)->box.grow = 1;
    meter(b, parent, cell->level);
}

static struct node *table_cell(struct builder *b, struct node *row, const struct compare_cell *cell, int column)
{
    struct node *node = group(b, row, ARRANGE_COLUMN, 1.8f);
    node->role = ROLE_CELL;
    node->box.grow = kind_share(b, column);
    node->box.along = ALIGN_CENTER;
    pad(node, 4, 1);
    cell_content(b, node, cell);
    return node;
}

static struct node *column_head(struct builder *b, struct node *row, int column)
{
    const struct compare_column *kind = &b->content->compare.columns[column];
    struct node *node = surface(b, row, kind->featured ? LOOK_RAISED_HEAD : LOOK_NONE, ARRANGE_ROW, 2);
    node->box.grow = kind_share(b, column);
    node->box.across = ALIGN_CENTER;
    node->box.least_height = 14;
    pad(node, 4, 2);
    heading(b, node, &kind->title, 3)->box.grow = 1;
    icon(b, node, "info_outline", 7.5f);
    return node;
}

static void touch_for_more(struct node *node, const char *name, int detail)
{
    node->role = ROLE_BUTTON;
    node->name = name;
    node->action = detail_action(detail);
}

static struct node *row_name(struct builder *b, struct node *row, int index)
{
    const struct compare_row *line = &b->content->compare.rows[index];
    struct node *node = group(b, row, ARRANGE_ROW, 0);
    touch_for_more(node, line->id, DETAIL_FIRST_ROW + index);
    node->box.across = ALIGN_CENTER;
    node->box.least_height = 12.8f;
    pad(node, 4, 1);
    text(b, node, &line->title, TYPE_STRONG)->ink = TONE_PRIMARY;
    return node;
}

/* Behind the rows: each column as one large target, the featured one with its ground. */
static void column_grounds(struct builder *b, struct node *layers)
{
    struct node *row = group(b, layers, ARRANGE_ROW, TARGETS_APART);
    group(b, row, ARRANGE_COLUMN, 0)->box.grow = name_share;
    for (size_t i = 0; i < b->content->compare.column_count; i++) {
        const struct compare_column *kind = &b->content->compare.columns[i];
        struct node *ground = surface(b, row, kind->featured ? LOOK_RAISED : LOOK_NONE, ARRANGE_COLUMN, 0);
        touch_for_more(ground, kind->id, DETAIL_FIRST_COLUMN + (int)i);
        ground->label = in(b, &kind->title);
        ground->box.grow = kind_share(b, (int)i);
    }
}

static struct node *table_row(struct builder *b, struct node *table)
{
    struct node *row = group(b, table, ARRANGE_ROW, TARGETS_APART);
    row->role = ROLE_ROW;
    return row;
}

/* For the ear each cell is told with its column: "Hours a week. IOP: 9 to 19 hours". */
static const char *row_aloud(struct builder *b, const struct compare_row *line)
{
    const char *words = in(b, &line->title);
    for (size_t c = 0; c < line->cell_count; c++)
        words = arena_print(b->scene->arena, "%s. %s: %s", words, in(b, &b->content->compare.columns[c].title),
                            in(b, &line->cells[c].text));
    return words;
}

static const char *columns_aloud(struct builder *b)
{
    const char *names = "";
    for (size_t c = 0; c < b->content->compare.column_count; c++)
        names = enumerated(b, names, in(b, &b->content->compare.columns[c].title));
    return filled(b, in(b, &b->content->speech.columns), &names, 1);
}

static void cells(struct builder *b, struct node *row, const struct compare_row *line, enum tone featured)
{
    row->label = row_aloud(b, line);
    for (size_t c = 0; c < line->cell_count; c++) {
        struct node *cell = table_cell(b, row, &line->cells[c], (int)c);
        cell->fill = b->content->compare.columns[c].featured ? featured : TONE_NONE;
    }
}

static void full_table(struct builder *b, struct node *parent)
{
    const struct compare *compare = &b->content->compare;
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_LAYERS, 0);
    pad(card, 5, 4);
    column_grounds(b, card);
    struct node *table = group(b, card, ARRANGE_COLUMN, 0);
    table->role = ROLE_TABLE;
    struct node *head = table_row(b, table);
    head->label = columns_aloud(b);
    group(b, head, ARRANGE_COLUMN, 0)->box.grow = name_share;
    for (size_t i = 0; i < compare->column_count; i++)
        column_head(b, head, (int)i);
    for (size_t r = 0; r < compare->row_count; r++) {
        rule(b, table);
        struct node *row = table_row(b, table);
        row->box.pad_top = row->box.pad_bottom = fmaxf(1.9f, TARGETS_APART / 2 / b->frame->scale.space);
        row_name(b, row, (int)r)->box.grow = name_share;
        cells(b, row, &compare->rows[r], TONE_NONE);
    }
}

/* Narrower: the row's name stands over its cells. */
static void stacked_table(struct builder *b, struct node *parent)
{
    const struct compare *compare = &b->content->compare;
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, TARGETS_APART);
    card->role = ROLE_TABLE;
    pad(card, 4, 5);
    struct node *head = table_row(b, card);
    for (size_t i = 0; i < compare->column_count; i++)
        touch_for_more(column_head(b, head, (int)i), compare->columns[i].id, DETAIL_FIRST_COLUMN + (int)i);
    for (size_t r = 0; r < compare->row_count; r++) {
        rule(b, card);
        row_name(b, card, (int)r);
        struct node *row = table_row(b, card);
        cells(b, row, &compare->rows[r], TONE_RAISED);
    }
}

/* Narrowest: one card for each kind of care. */
static void kind_card(struct builder *b, struct node *parent, size_t column)
{
    const struct compare *compare = &b->content->compare;
    const struct compare_column *kind = &compare->columns[column];
    struct node *card = surface(b, parent, kind->featured ? LOOK_RAISED : LOOK_CARD, ARRANGE_COLUMN, 2.5f);
    card->role = ROLE_BUTTON;
    card->name = kind->id;
    card->action = detail_action(DETAIL_FIRST_COLUMN + (int)column);
    pad(card, 7, 6);
    heading(b, card, &kind->title, 2);
    for (size_t r = 0; r < compare->row_count; r++) {
        rule(b, card);
        text(b, card, &compare->rows[r].title, TYPE_STRONG)->ink = TONE_PRIMARY;
        cell_content(b, card, &compare->rows[r].cells[column]);
    }
}

static void table(struct builder *b, struct node *parent)
{
    float across = b->frame->across;
    if (across >= 380) {
        full_table(b, parent);
        return;
    }
    if (across >= 240) {
        stacked_table(b, parent);
        return;
    }
    for (size_t i = 0; i < b->content->compare.column_count; i++)
        kind_card(b, parent, i);
}

/* ---- what was touched ------------------------------------------------------------------------------ */

static void detail_panel(struct builder *b, struct node *parent, const struct words *title, const struct prose *more)
{
    struct node *panel = surface(b, parent, LOOK_PANEL, ARRANGE_ROW, 6);
    panel->name = "detail";
    panel->box.across = ALIGN_START;
    pad(panel, 8, 6);
    struct node *words = group(b, panel, ARRANGE_COLUMN, 1.5f);
    words->box.grow = 1;
    heading(b, words, title, 3);
    prose(b, words, more, TYPE_BODY);
    int detail = session_view(b->session)->detail;
    button(b, panel,
           (struct button){"close-detail", LOOK_PILL, compact(b) ? NULL : "close", in(b, &b->content->words.close),
                           NULL, detail_action(detail)});
}

static void detail(struct builder *b, struct node *parent)
{
    const struct compare *compare = &b->content->compare;
    size_t chosen = session_view(b->session)->detail;
    if (chosen >= DETAIL_FIRST_ROW && chosen - DETAIL_FIRST_ROW < compare->row_count) {
        const struct compare_row *row = &compare->rows[chosen - DETAIL_FIRST_ROW];
        detail_panel(b, parent, &row->title, &row->more);
    } else if (chosen >= 1 && chosen <= compare->column_count) {
        const struct compare_column *column = &compare->columns[chosen - 1];
        detail_panel(b, parent, &column->title, &column->more);
    } else {
        text(b, parent, &b->content->words.touch_to_know_more, TYPE_BODY)->ink = TONE_INK_2;
    }
}

static void actions(struct builder *b, struct node *parent)
{
    const struct compare *compare = &b->content->compare;
    struct node *row = group(b, parent, ARRANGE_WRAP, 4.5f);
    row->box.between = true;
    for (size_t i = 0; i < compare->action_count; i++) {
        const struct call_to_action *what = &compare->actions[i];
        bool last = i + 1 == compare->action_count;
        button(b, row,
               (struct button){what->to.name, last ? LOOK_PILL_SOLID : LOOK_PILL, NULL, in(b, &what->text),
                               last ? "arrow_forward" : NULL, session_action_to(b->content, &what->to)});
    }
}

static const struct drawing *compare_picture(const struct builder *b)
{
    static const struct drawing none = {0};
    for (size_t i = 0; i < b->content->section_count; i++)
        if (strcmp(b->content->sections[i].id, "compare") == 0)
            return &b->content->sections[i].picture;
    return &none;
}

void build_compare(struct builder *b)
{
    struct node *body = screen_frame(b, FRAME_PLAIN);
    struct node *main = main_area(b, body);
    main->box.gap = 5.5f;
    struct node *head = place_head_if_room(b, main, compare_picture(b), 52);
    heading(b, head, &b->content->compare.title, 1);
    prose(b, head, &b->content->compare.text, TYPE_LEAD);
    if (session_view(b->session)->detail != 0)
        detail(b, main);
    table(b, main);
    if (session_view(b->session)->detail == 0)
        detail(b, main);
    spacer(b, main);
    actions(b, main);
}
