/* The vocabulary: screenings, in the words of HL7 FHIR Questionnaire (R5) and SDC. Part of content.h. */
#ifndef IOP_CONTENT_SCREENING_H
#define IOP_CONTENT_SCREENING_H

#include "content_page.h"

#include <stdbool.h>

struct answer_option {
    int value;         /* what conditions compare with */
    int weight;        /* FHIR itemWeight: points; NO_WEIGHT if none is given */
    const char *code;  /* LOINC answer code, may be NULL */
    bool exclusive;    /* FHIR optionExclusive, "None of these": goes with no other answer */
    const char *sign;  /* what rules know this answer by ("A1"); NULL if it is no sign */
    const char *group; /* id of the sign's group, as written */
    struct place place;
    uint16_t group_index; /* resolved, with sign only */
    struct words text;
};

struct option_set {
    const char *id;
    struct place place;
    const struct answer_option *options;
    size_t option_count;
};

enum { NO_WEIGHT = -1 };

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
    int at_least; /* `ge:` the option's value; if several may be chosen, how many of those that are not exclusive */
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
    bool repeats; /* several options may be chosen; conditions then compare how many that are not exclusive */
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

/* What a sign can do to the outcome. The proof (proof.h) holds the rules to it. */
enum group_kind {
    GROUP_DANGER,  /* any one leads to the outcome of the highest need, with help first */
    GROUP_URGENT,  /* any one leads to the outcome next to it */
    GROUP_NEED,    /* one more never lowers the need */
    GROUP_MILD,    /* may lower the need, but only where nothing else speaks for more */
    GROUP_STRENGTH /* never changes the outcome */
};

struct sign_group {
    const char *id;
    struct place place;
    enum group_kind kind;
};

/* Exactly one of the four forms: a sign is chosen; so many signs of a group; all of a list; any of a list. */
struct clause {
    struct place place;
    const char *sign;
    uint16_t item, option; /* resolved place of the sign */
    const char *group;
    uint16_t group_index; /* resolved */
    int at_least, equal;  /* of the group; NO_COUNT if not given */
    const struct clause *all, *any;
    size_t all_count, any_count;
};

enum { NO_COUNT = -1 };

struct rule {
    const char *id;
    struct place place;
    struct clause when; /* place.file NULL: always */
    const char *outcome;
    struct place outcome_place;
    uint16_t outcome_index; /* resolved */
};

struct outcome {
    const char *id;
    struct place place;
    int need;        /* 0..5, how much support it points to; never shown */
    bool help_first; /* the help panel stands above everything else */
    struct words headline;
    struct prose meaning;
    const struct prose *next_steps; /* three */
    size_t next_step_count;
};

/* A text that is added to the result when a sign was chosen. */
struct addition {
    const char *sign;
    struct place place;
    uint16_t item, option; /* resolved place of the sign */
    struct prose text;
};

enum publication_status { STATUS_DRAFT, STATUS_ACTIVE, STATUS_RETIRED, STATUS_OPTIONAL };

struct screening {
    const char *id; /* the file's name without .yaml */
    bool draft;     /* it says that it is one, and is shown all the same: load_wish.drafts */
    bool unread;    /* its file has mistakes, so nothing it says of itself is known: only while a folder is loaded */
    struct place place;
    const char *version;
    enum publication_status status; /* only active ones are shown; kiosk.yaml may switch some on or off */
    bool adults_only;               /* asked once a visit before the first question */
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
    bool official_wording; /* questions and answers are published words that nobody may reword */
    struct words stem;
    const struct option_set *option_sets;
    size_t option_set_count;
    const struct item *items;
    size_t item_count;
    /* either a score … */
    struct score score;             /* sum_count 0: none */
    struct words incomplete;        /* when an item was left out: no total */
    const struct prose *next_steps; /* three */
    size_t next_step_count;
    /* … or rules: the first that holds gives the outcome */
    const struct sign_group *groups;
    size_t group_count;
    const struct rule *rules; /* rule_count 0: none */
    size_t rule_count;
    struct place rules_place;
    const struct outcome *outcomes;
    size_t outcome_count;
    const struct addition *additions;
    size_t addition_count;
    const char *safety_item_id; /* may be NULL */
    struct place safety_item_place;
    uint16_t safety_item;        /* resolved, with safety_item_id only */
    struct prose safety_skipped; /* added to the result when that item was left out */
    struct prose not_looked_at;  /* what a clinician would look at that the kiosk did not */
};

#endif
