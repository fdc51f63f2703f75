/* The vocabulary: pages, their blocks, and the comparison of kinds of care. Part of content.h. */
#ifndef IOP_CONTENT_PAGE_H
#define IOP_CONTENT_PAGE_H

#include "content_text.h"

#include <stdbool.h>

enum tint { TINT_SAGE, TINT_SKY, TINT_SUN, TINT_ROSE };

struct card {
    const char *icon; /* a Material icon's word: "favorite" */
    enum tint tint;
    struct words title;
    struct prose text;
    struct target to;
};

struct step {
    struct words title; /* may be empty */
    struct prose text;
};

struct steps {
    struct words title; /* may be empty */
    const struct step *items;
    size_t item_count;
};

struct cards {
    const struct card *items;
    size_t item_count;
};

enum part_of_day { PART_MORNING, PART_MIDDAY, PART_EVENING };

struct week_session {
    uint8_t days; /* bit 0 = Monday … bit 6 = Sunday; 127 with `days: [mon, …]` all */
    enum part_of_day part;
    struct words text; /* short: "3 h" */
};

/* A week drawn as a calendar: 7 days × 3 parts of the day. */
struct week {
    struct words title; /* may be empty */
    const struct week_session *sessions;
    size_t session_count;
    struct words busy_legend, free_legend;
};

enum moment_kind { MOMENT_SESSION, MOMENT_BREAK, MOMENT_OWN };

struct moment {
    struct words time; /* "5:30 pm" */
    enum moment_kind kind;
    struct words title;
    struct prose text; /* may be empty */
};

/* A day drawn as a line from top to bottom. */
struct timeline {
    struct words title; /* may be empty */
    const struct moment *items;
    size_t item_count;
};

struct checklist {
    struct words title; /* may be empty */
    const struct prose *items;
    size_t item_count;
};

/* "What to say": two lists side by side. */
struct phrases {
    struct words say_title, avoid_title;
    const struct words *say;
    size_t say_count;
    const struct words *avoid;
    size_t avoid_count;
};

struct contacts {
    const struct target *lines; /* names of helplines; resolved index in content->help.lines, kind stays TARGET_NONE */
    size_t line_count;
};

/* Words that the glossary explains, as buttons. */
struct explained {
    struct words title;         /* may be empty */
    const struct target *terms; /* resolved index in content->glossary.terms, kind stays TARGET_NONE */
    size_t term_count;
};

struct quote {
    struct prose text;
    struct words who;
};

struct note {
    const char *icon; /* may be NULL: a light bulb */
    struct prose text;
};

struct table_row {
    const struct words *cells; /* the first names the row */
    size_t cell_count;
};

struct table {
    const struct words *columns; /* the first stands over the row names and may be "" */
    size_t column_count;
    const struct table_row *rows;
    size_t row_count;
};

enum block_kind {
    BLOCK_PROSE,
    BLOCK_STEPS,
    BLOCK_CARDS,
    BLOCK_WEEK,
    BLOCK_TIMELINE,
    BLOCK_CHECKLIST,
    BLOCK_PHRASES,
    BLOCK_CONTACTS,
    BLOCK_EXPLAINED,
    BLOCK_QUOTE,
    BLOCK_NOTE,
    BLOCK_TABLE
};

/* Exactly one pointer is set, the one that kind names. Blocks that have expired are left out. */
struct block {
    enum block_kind kind;
    struct place place;
    const char *expires; /* may be NULL */
    const struct prose *prose;
    const struct steps *steps;
    const struct cards *cards;
    const struct week *week;
    const struct timeline *timeline;
    const struct checklist *checklist;
    const struct phrases *phrases;
    const struct contacts *contacts;
    const struct explained *explained;
    const struct quote *quote;
    const struct note *note;
    const struct table *table;
};

struct call_to_action {
    struct words text;
    struct target to;
};

/* A draft is read and checked, and not among the pages of a content, unless somebody wishes to see drafts. */
enum page_status { PAGE_SHOWN, PAGE_DRAFT };

struct page {
    const char *id; /* the file's name without .yaml; unique among all pages, sections and screenings */
    struct place place;
    enum page_status status;
    int order; /* within the section, ascending */
    uint16_t section;
    struct words title;
    struct prose main_message; /* one paragraph, shown large under the title */
    const struct block *blocks;
    size_t block_count;
    struct call_to_action action; /* may be empty: then "Next: …" alone closes the page */
    const char *const *topics;    /* "suicide", "self-harm": pages that must show help */
    size_t topic_count;
    const char *const *sources;
    size_t source_count;
    const char *const *covers;
    size_t cover_count;
    struct place covers_place;
    bool means_safety;     /* gives advice on making a home safer: allowed to name means, with a reviewer */
    const char *reviewer;  /* who checked that advice, may be NULL */
    const char *review_by; /* the day by which somebody must read the page again, may be NULL */
    const char *expires;   /* not shown from that day on; may be NULL */
};

struct section {
    const char *id; /* the folder's name: explainers, compare, family, next-steps */
    struct place place;
    struct words title;
    const char *icon;
    struct drawing picture;          /* at the head of each page */
    uint16_t first_page, page_count; /* in content->pages, sorted by order */
};

/* ---- compare ---------------------------------------------------------------------------------- */

struct compare_column {
    const char *id;
    struct words title;
    struct prose more; /* shown when the column is touched */
    bool featured;     /* the raised column: IOP */
};

enum compare_mark { MARK_NONE, MARK_YES, MARK_NO };

struct compare_cell {
    struct words text;
    int level; /* 0 = no bars, else 1..4 bars of support */
    enum compare_mark mark;
};

struct compare_row {
    const char *id;
    struct words title;
    struct prose more;
    const struct compare_cell *cells; /* as many as there are columns */
    size_t cell_count;
};

struct compare {
    struct words title;
    struct prose text;
    const struct compare_column *columns;
    size_t column_count;
    const struct compare_row *rows;
    size_t row_count;
    const struct call_to_action *actions; /* buttons under the table; the last one is the filled one */
    size_t action_count;
};

#endif
