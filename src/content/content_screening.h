/* The vocabulary: screenings, in the words of HL7 FHIR Questionnaire (R5) and SDC. Part of content.h. */
#ifndef IOP_CONTENT_SCREENING_H
#define IOP_CONTENT_SCREENING_H

#include "content_page.h"

#include <stdbool.h>

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

#endif
