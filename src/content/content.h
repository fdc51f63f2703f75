/* The vocabulary of the product: everything a clinic can say, as one immutable value.
 * Read this first. The loader (load.h) fills it from content/, screens read it, nothing changes it.
 * This layer knows nothing of visitors, screens in pixels or SDL.
 *
 * Every pointer lives in content->arena. Every text keeps its place in the YAML, so that a later
 * finding ("needs 3 lines, 2 fit") can name the line that staff must edit. */
#ifndef IOP_CONTENT_H
#define IOP_CONTENT_H

#include "arena.h"
#include "problem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    MAX_LANGUAGES = 6,
    MAX_SCREENINGS = 8,
    MAX_ITEMS = 64,  /* questions of one screening */
    MAX_OPTIONS = 8, /* answers of one question */
    DAYS_IN_WEEK = 7,
    PARTS_OF_DAY = 3, /* morning, midday, evening */
    NO_INDEX = 0xffff
};

/* ---- text ------------------------------------------------------------------------------------ */

/* One visible string in every language, in the order of content->languages. Plain, no Markdown.
 * After a load without errors in[l] is not NULL for every language; optional texts may be all NULL. */
struct words {
    const char *in[MAX_LANGUAGES];
    struct place place;
};

enum span_style { SPAN_PLAIN = 0, SPAN_BOLD = 1, SPAN_ITALIC = 2, SPAN_LINK = 4 };

/* A stretch of text in one style; length in bytes, UTF-8, not NUL-terminated. */
struct span {
    const char *text;
    uint32_t length;
    uint32_t style;     /* enum span_style, or-ed */
    const char *target; /* with SPAN_LINK: an id of a page or "glossary:ID", else NULL */
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

/* ---- where a touch can lead ------------------------------------------------------------------- */

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

/* ---- pages ------------------------------------------------------------------------------------ */

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
    BLOCK_QUOTE,
    BLOCK_NOTE,
    BLOCK_TABLE
};

/* Exactly one pointer is set, the one that kind names. */
struct block {
    enum block_kind kind;
    struct place place;
    const struct prose *prose;
    const struct steps *steps;
    const struct cards *cards;
    const struct week *week;
    const struct timeline *timeline;
    const struct checklist *checklist;
    const struct phrases *phrases;
    const struct contacts *contacts;
    const struct quote *quote;
    const struct note *note;
    const struct table *table;
};

struct call_to_action {
    struct words text;
    struct target to;
};

struct page {
    const char *id; /* the file's name without .yaml; unique among all pages, sections and screenings */
    struct place place;
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
    bool means_safety;    /* gives advice on making a home safer: allowed to name means, with a reviewer */
    const char *reviewer; /* who checked that advice, may be NULL */
};

struct section {
    const char *id; /* the folder's name: explainers, compare, family, next-steps */
    struct place place;
    struct words title;
    const char *icon;
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

/* ---- screenings: words of HL7 FHIR Questionnaire (R5) and SDC ---------------------------------- */

struct answer_option {
    int value;        /* what conditions compare with */
    int weight;       /* FHIR itemWeight: points */
    const char *code; /* LOINC answer code, may be NULL */
    struct words text;
};

struct option_set {
    const char *id;
    struct place place;
    const struct answer_option *options;
    size_t option_count;
};

enum comparison { IS_EXISTS, IS_EQUAL, IS_NOT_EQUAL, IS_GREATER, IS_LESS, IS_AT_LEAST, IS_AT_MOST };

/* FHIR enableWhen: item OP value. An unanswered item satisfies nothing but `exists` with value 0. */
struct condition {
    const char *item_id;
    struct place place;
    uint16_t item; /* resolved index in the screening */
    enum comparison op;
    int value;
};

/* FHIR enableBehavior; count 0 = always. */
struct conditions {
    bool any; /* else all */
    const struct condition *list;
    size_t count;
};

enum item_type { ITEM_CHOICE, ITEM_BOOLEAN, ITEM_DISPLAY };
enum safety_route { ROUTE_NONE, ROUTE_HELP_NOW };

struct on_answer {
    int at_least; /* `ge:` the option's value */
    enum safety_route show;
    struct place place;
};

struct item {
    const char *id; /* FHIR linkId */
    struct place place;
    enum item_type type;
    const char *options_name; /* id of an option set, as written */
    struct place options_place;
    const struct option_set *options;
    const char *loinc; /* may be NULL */
    bool scored;
    struct words text;
    struct conditions show_if;
    struct on_answer on_answer;
};

struct band {
    const char *id;
    struct place place;
    int min, max;          /* points, both ends included */
    struct words name;     /* "moderate" */
    struct words headline; /* the result's first sentence */
    struct prose meaning;
};

struct score {
    const char *id;
    struct place place;
    const char *const *sum_of; /* item ids */
    size_t sum_count;
    struct place sum_of_place;
    int max;
    struct place max_place;
    const struct band *bands;
    size_t band_count;
};

enum publication_status { STATUS_DRAFT, STATUS_ACTIVE, STATUS_RETIRED };

struct screening {
    const char *id; /* the file's name without .yaml */
    struct place place;
    const char *version;
    enum publication_status status; /* only active ones are shown */
    const char *icon;
    enum tint tint;
    int order;
    const char *loinc;      /* of the panel */
    struct words title;     /* "Mood check (PHQ-9)" */
    struct words summary;   /* one line on the list of checks */
    struct prose intro;     /* before the first question: what, why */
    struct words minutes;   /* "About 3 minutes" */
    struct words copyright; /* the credit line, verbatim */
    const char *license_note;
    struct words stem;
    const struct option_set *option_sets;
    size_t option_set_count;
    const struct item *items;
    size_t item_count;
    struct score score;
    struct words incomplete;        /* when an item was left out: no total */
    const struct prose *next_steps; /* three */
    size_t next_step_count;
    struct prose not_looked_at; /* what a clinician would look at that the kiosk did not */
};

/* ---- help ------------------------------------------------------------------------------------- */

/* One helpline; dates as yyyy-mm-dd. */
struct helpline {
    const char *id;
    struct place place;
    struct words name;
    struct words purpose;
    const char *call;          /* "988", shown with non-breaking spaces; may be NULL */
    struct words text_message; /* "Text HOME to 741741", may be empty */
    struct words hours;        /* may be empty */
    struct words how;          /* further ways: videophone, chat; may be empty */
    const char *verified_on, *review_by, *source;
};

struct help {
    struct words title, text;
    struct words desk_title, desk_text;           /* the front desk */
    struct words emergency_title, emergency_text; /* 911 */
    struct words lifeline_title, lifeline_text;   /* 988 */
    const struct target *more;                    /* helplines shown beside, by id */
    size_t more_count;
    struct words dial_title, dial_text; /* beside the code that dials 988 */
    struct words no_phone;
    const struct helpline *lines;
    size_t line_count;
};

/* ---- the frame -------------------------------------------------------------------------------- */

struct home {
    struct words attract_title, attract_text, attract_begin, attract_privacy, attract_crisis, attract_staff;
    struct words title, text;
    const struct card *cards; /* the first is the large one */
    size_t card_count;
    const char *privacy_icon;
    struct prose privacy;
};

/* Words of the frame itself (content/words/interface.yaml): one member and one row in
 * interface_words.def each. */
struct interface_words {
#define INTERFACE_WORD(name, help) struct words name;
#include "interface_words.def"
#undef INTERFACE_WORD
};

struct language {
    const char *tag;  /* BCP 47: "en", "es" */
    const char *name; /* in its own words: "Español" */
};

/* content/kiosk.yaml: what a clinic sets. */
struct settings {
    const char *clinic_name;
    const char *logo; /* file under the content folder, may be NULL */
    struct place logo_place;
    const struct language *languages;
    size_t language_count;
    struct place languages_place;
    int panel_width_mm;  /* 0 = ask the display, else 21.5 inches */
    int warn_after_s;    /* 30–300, default 120 */
    int answer_within_s; /* 20–45, default 30 */
    int veil_after_s;    /* 10–120, default 30 */
};

struct content {
    struct arena arena;
    struct settings settings;
    struct home home;
    struct interface_words words;
    const struct section *sections;
    size_t section_count;
    const struct page *pages;
    size_t page_count;
    struct compare compare;
    const struct screening *screenings; /* active ones, sorted by order */
    size_t screening_count;
    struct help help;
};

#endif
