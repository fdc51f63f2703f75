/* The vocabulary: texts in every language, and where a touch can lead. Part of content.h. */
#ifndef IOP_CONTENT_TEXT_H
#define IOP_CONTENT_TEXT_H

#include "problem.h"

#include <stddef.h>
#include <stdint.h>

enum {
    MAX_LANGUAGES = 6,
    MAX_SCREENINGS = 8,
    MAX_ITEMS = 64,   /* questions of one screening */
    MAX_OPTIONS = 12, /* answers of one question */
    MAX_GROUPS = 16,  /* groups of signs of one screening */
    MAX_RULES = 32,
    MAX_OUTCOMES = 12,
    DAYS_IN_WEEK = 7,
    PARTS_OF_DAY = 3, /* morning, midday, evening */
    NO_INDEX = 0xffff
};

/* One visible string in every language, in the order of content->languages. Plain, no Markdown.
 * After a load without errors in[l] is not NULL for every language; optional texts may be all NULL. */
struct words {
    const char *in[MAX_LANGUAGES];
    struct place place;
};

/* A link leads to a page; a term is a word that the glossary explains. */
enum span_style { SPAN_PLAIN = 0, SPAN_BOLD = 1, SPAN_ITALIC = 2, SPAN_LINK = 4, SPAN_TERM = 8 };

/* A stretch of text in one style; length in bytes, UTF-8, not NUL-terminated. */
struct span {
    const char *text;
    uint32_t length;
    uint32_t style;     /* enum span_style, or-ed */
    const char *target; /* SPAN_LINK: id of a page; SPAN_TERM: id of a term; else NULL */
};

enum paragraph_kind { PARAGRAPH_TEXT, PARAGRAPH_HEADING, PARAGRAPH_BULLET, PARAGRAPH_NUMBER };

struct paragraph {
    enum paragraph_kind kind;
    int number; /* of a PARAGRAPH_NUMBER, from 1 */
    const struct span *spans;
    size_t span_count;
};

/* Markdown text in every language: paragraphs, headings, bold, italic, bullet and numbered lists, links. */
struct prose {
    const struct paragraph *in[MAX_LANGUAGES];
    size_t count[MAX_LANGUAGES];
    struct place place;
};

/* A drawing under the content folder, and what it shows in words. */
struct drawing {
    const char *file; /* "pictures/path.svg"; NULL: none */
    struct place place;
    struct words text;
};

enum target_kind {
    TARGET_NONE,
    TARGET_PAGE,
    TARGET_SECTION,
    TARGET_COMPARE,
    TARGET_CHECKS,
    TARGET_SCREENING,
    TARGET_HELP
};

/* YAML writes an id (`to: typical-week`, `to: compare`, `to: checks`, `to: help`, a section's or a
 * screening's id); the cross checks resolve it. index: of the page, section or screening. */
struct target {
    const char *name;
    struct place place;
    enum target_kind kind;
    uint16_t index;
};

#endif
