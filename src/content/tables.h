/* What each file of content/ may hold, row by row: the one place to look up or add a key.
 * This layer knows nothing of how files are read. */
#ifndef IOP_TABLES_H
#define IOP_TABLES_H

#include "schema.h"

extern const struct schema settings_schema;        /* struct settings */
extern const struct schema opening_hours_schema;   /* struct opening_hours, of settings */
extern const struct schema closed_day_schema;      /* struct closed_day, of settings */
extern const struct schema notice_schema;          /* struct clinic_notice, of settings */
extern const struct schema home_schema;            /* struct home */
extern const struct schema interface_words_schema; /* struct interface_words */
extern const struct schema speech_words_schema;    /* struct speech_words */
extern const struct schema section_schema;         /* struct section */
extern const struct schema checks_schema;          /* struct drawing: of the list of checks */
extern const struct schema page_schema;            /* struct page */
extern const struct schema compare_schema;         /* struct compare */
extern const struct schema screening_schema;       /* struct screening */
extern const struct schema score_schema;           /* struct score, of a check */
extern const struct schema sign_group_schema;      /* struct sign_group, of a check */
extern const struct schema rule_schema;            /* struct rule, of a check */
extern const struct schema outcome_schema;         /* struct outcome, of a check */
extern const struct schema addition_schema;        /* struct addition, of a check */
extern const struct schema help_schema;            /* struct help: the help card */
extern const struct schema helplines_schema;       /* struct help: its lines */
extern const struct schema glossary_schema;        /* struct glossary */
extern const struct schema editor_schema;          /* struct editor_rules */
extern const struct schema coverage_schema;        /* struct coverage */
extern const struct schema action_schema;          /* struct call_to_action: a button */
extern const struct schema card_schema;            /* struct card, of a page */
extern const struct schema block_schema;           /* struct block, of a page */

/* One row for each kind of file, in the order in which staff meet them. */
struct content_file {
    const char *name;    /* of the kind: its JSON Schema is content/.schema/NAME.json */
    const char *pattern; /* under content/; * for any name, {a,b} for one of several. A pattern without * goes first */
    const char *help;
    const struct schema *schema;
};

extern const struct content_file content_files[];
extern const size_t content_file_count;

/* Names of the choices, for messages and references. */
extern const struct names tint_names;
extern const struct names weekday_names;     /* mon … sun, from 0 */
extern const struct names key_meaning_names; /* enum input_key */

#define NAMES(list_)                                                                                                   \
    {                                                                                                                  \
        .list = (list_), .count = sizeof(list_) / sizeof((list_)[0])                                                   \
    }
#define FIELDS(list_) .fields = (list_), .field_count = sizeof(list_) / sizeof((list_)[0])

/* Starts of rows: a single value, and a list with its count. */
#define MEMBER(structure, member) .offset = offsetof(structure, member)
#define MEMBERS(structure, member, count)                                                                              \
    .list = true, .offset = offsetof(structure, member), .count_offset = offsetof(structure, count)

/* The two rows of a struct drawing that is a member. */
#define PICTURE(structure, member)                                                                                     \
    {.key = "picture",                                                                                                 \
     .type = FIELD_TEXT,                                                                                               \
     MEMBER(structure, member.file),                                                                                   \
     PLACE(structure, member.place),                                                                                   \
     .help = "A drawing (SVG or PNG) under content/, for example pictures/path.svg"},                                  \
    {                                                                                                                  \
        .key = "picture_text", .type = FIELD_WORDS, MEMBER(structure, member.text),                                    \
        .help = "What the drawing shows, for visitors who do not see it"                                               \
    }

/* Where the value's place is kept, for values that a cross check may complain of. */
#define PLACE(structure, member) .has_place = true, .place_offset = offsetof(structure, member)

#endif
