/* The tables of a page and of the comparison. */
#include "tables.h"

#define WORDS(structure, key_, member_, help_)                                                                         \
    {                                                                                                                  \
        .key = key_, .type = FIELD_WORDS, MEMBER(structure, member_), .required = true, .help = help_                  \
    }

/* ---- a page ---- */

static const struct field action_fields[] = {
    WORDS(struct call_to_action, "text", text, "The words on the button"),
    {.key = "to",
     .type = FIELD_TARGET,
     MEMBER(struct call_to_action, to),
     .required = true,
     .help = "Where the button leads"},
};
const struct schema action_schema = {
    .name = "action", .help = "A button", .size = sizeof(struct call_to_action), FIELDS(action_fields)};

/* Topics for which a page must show help; the values are not used. */
static const struct name topic_list[] = {{"suicide", 0}, {"self-harm", 1}};
static const struct names topic_names = NAMES(topic_list);

static const struct name status_list[] = {{"active", PAGE_SHOWN}, {"draft", PAGE_DRAFT}};
static const struct names status_names = NAMES(status_list);

static const struct field page_fields[] = {
    {.key = "status",
     .type = FIELD_CHOICE,
     .names = &status_names,
     MEMBER(struct page, status),
     .help = "draft while it is being written: the check reads it, visitors do not see it; active if none is given"},
    {.key = "order",
     .type = FIELD_INTEGER,
     MEMBER(struct page, order),
     .required = true,
     .max = 100000,
     .help = "Pages stand in the order of these numbers; leave gaps: 10, 20, 30"},
    WORDS(struct page, "title", title, "The page's title"),
    {.key = "main_message",
     .type = FIELD_PROSE,
     MEMBER(struct page, main_message),
     .required = true,
     .help = "What the page says, in one to three short sentences"},
    {.key = "blocks",
     .type = FIELD_MAP,
     .map = &block_schema,
     MEMBERS(struct page, blocks, block_count),
     .required = true,
     .min = 1,
     .max = 60,
     .help = "The pieces of the page from top to bottom"},
    {.key = "action",
     .type = FIELD_MAP,
     .map = &action_schema,
     MEMBER(struct page, action),
     .help = "The button at the end of the page"},
    {.key = "topics",
     .type = FIELD_TEXT,
     .names = &topic_names,
     MEMBERS(struct page, topics, topic_count),
     .help = "What the page touches on, if help must then be in view"},
    {.key = "sources",
     .type = FIELD_TEXT,
     MEMBERS(struct page, sources, source_count),
     .help = "Where its facts come from"},
    {.key = "covers",
     .type = FIELD_TEXT,
     MEMBERS(struct page, covers, cover_count),
     PLACE(struct page, covers_place),
     .help = "Numbers of the agreed topics that the page covers"},
    {.key = "expires",
     .type = FIELD_DATE,
     MEMBER(struct page, expires),
     .help = "The day from which on the page is not shown any more, nor anything that leads to it"},
    {.key = "means_safety",
     .type = FIELD_BOOLEAN,
     MEMBER(struct page, means_safety),
     .help = "true if the page gives advice on making a home safer; then a reviewer must be named"},
    {.key = "reviewer", .type = FIELD_TEXT, MEMBER(struct page, reviewer), .help = "Who checked that advice"},
    {.key = "review_by",
     .type = FIELD_DATE,
     MEMBER(struct page, review_by),
     .help = "The day by which somebody must read the page again: 2027-01-31"},
};
const struct schema page_schema = {.name = "a page",
                                   .help = "A page; its id is the file's name",
                                   .size = sizeof(struct page),
                                   .has_place = true,
                                   .place_offset = offsetof(struct page, place),
                                   .draft_key = "status",
                                   .draft_lacks_texts = true,
                                   FIELDS(page_fields)};

/* ---- compare/table.yaml ---- */

static const struct field column_fields[] = {
    {.key = "id",
     .type = FIELD_ID,
     MEMBER(struct compare_column, id),
     .required = true,
     .help = "A short name: weekly"},
    WORDS(struct compare_column, "title", title, "The kind of care"),
    {.key = "more",
     .type = FIELD_PROSE,
     MEMBER(struct compare_column, more),
     .required = true,
     .help = "What is shown when somebody touches the column"},
    {.key = "featured",
     .type = FIELD_BOOLEAN,
     MEMBER(struct compare_column, featured),
     .help = "true for the one column that stands out"},
};
static const struct schema column_schema = {
    .name = "a column", .help = "One kind of care", .size = sizeof(struct compare_column), FIELDS(column_fields)};

static const struct name mark_list[] = {{"yes_mark", MARK_YES}, {"no_mark", MARK_NO}};
static const struct names mark_names = NAMES(mark_list);

static const struct field cell_fields[] = {
    WORDS(struct compare_cell, "text", text, "A few words"),
    {.key = "level",
     .type = FIELD_INTEGER,
     MEMBER(struct compare_cell, level),
     .min = 1,
     .max = 4,
     .help = "How many of four bars are filled; without it there are no bars"},
    {.key = "mark",
     .type = FIELD_CHOICE,
     .names = &mark_names,
     MEMBER(struct compare_cell, mark),
     .help = "A mark for yes or no before the words"},
};
static const struct schema cell_schema = {
    .name = "a cell", .help = "One field of the comparison", .size = sizeof(struct compare_cell), FIELDS(cell_fields)};

static const struct field row_fields[] = {
    {.key = "id", .type = FIELD_ID, MEMBER(struct compare_row, id), .required = true, .help = "A short name: support"},
    WORDS(struct compare_row, "title", title, "What is compared"),
    {.key = "more",
     .type = FIELD_PROSE,
     MEMBER(struct compare_row, more),
     .required = true,
     .help = "What is shown when somebody touches the row"},
    {.key = "cells",
     .type = FIELD_MAP,
     .map = &cell_schema,
     MEMBERS(struct compare_row, cells, cell_count),
     .may_repeat = true,
     .required = true,
     .min = 1,
     .max = 6,
     .help = "One field for each column"},
};
static const struct schema row_schema = {
    .name = "a row", .help = "One thing that is compared", .size = sizeof(struct compare_row), FIELDS(row_fields)};

static const struct field compare_fields[] = {
    WORDS(struct compare, "title", title, "The title of the comparison"),
    {.key = "text",
     .type = FIELD_PROSE,
     MEMBER(struct compare, text),
     .required = true,
     .help = "A sentence or two over the table"},
    {.key = "columns",
     .type = FIELD_MAP,
     .map = &column_schema,
     MEMBERS(struct compare, columns, column_count),
     .required = true,
     .min = 2,
     .max = 6,
     .help = "The kinds of care"},
    {.key = "rows",
     .type = FIELD_MAP,
     .map = &row_schema,
     MEMBERS(struct compare, rows, row_count),
     .required = true,
     .min = 1,
     .max = 12,
     .help = "What is compared"},
    {.key = "actions",
     .type = FIELD_MAP,
     .map = &action_schema,
     MEMBERS(struct compare, actions, action_count),
     .max = 3,
     .help = "Buttons under the table; the last one stands out"},
};
const struct schema compare_schema = {.name = "table.yaml",
                                      .help = "The comparison of kinds of care",
                                      .size = sizeof(struct compare),
                                      FIELDS(compare_fields)};
