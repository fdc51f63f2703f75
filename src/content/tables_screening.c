/* The table of a check. Its words are those of HL7 FHIR Questionnaire where the meaning is the same. */
#include "tables.h"

#define WORDS(structure, key_, member_, help_)                                                                         \
    {                                                                                                                  \
        .key = key_, .type = FIELD_WORDS, MEMBER(structure, member_), .required = true, .help = help_                  \
    }
#define ID(structure, help_)                                                                                           \
    {                                                                                                                  \
        .key = "id", .type = FIELD_ID, MEMBER(structure, id), .required = true, .help = help_                          \
    }

enum { WEIGHT_MAX = 100 };

/* ---- answers ---- */

static const struct field option_fields[] = {
    {.key = "value",
     .type = FIELD_INTEGER,
     MEMBER(struct answer_option, value),
     .required = true,
     .max = WEIGHT_MAX,
     .help = "The number that show_if and on_answer compare with"},
    {.key = "weight",
     .type = FIELD_INTEGER,
     MEMBER(struct answer_option, weight),
     .max = WEIGHT_MAX,
     .fallback = NO_WEIGHT,
     .unit = "points",
     .help = "The points this answer adds to the total, for questions that are scored"},
    {.key = "code",
     .type = FIELD_TEXT,
     MEMBER(struct answer_option, code),
     .help = "LOINC code of the answer: LA6568-5"},
    {.key = "sign",
     .type = FIELD_TEXT,
     MEMBER(struct answer_option, sign),
     .help = "The name by which rules know this answer: A1"},
    {.key = "group",
     .type = FIELD_TEXT,
     MEMBER(struct answer_option, group),
     .help = "The id of the group its sign belongs to: A"},
    {.key = "exclusive",
     .type = FIELD_BOOLEAN,
     MEMBER(struct answer_option, exclusive),
     .help = "true for None of these: it goes with no other answer"},
    WORDS(struct answer_option, "text", text, "The answer as people read it"),
};
static const struct schema option_schema = {.name = "an option",
                                            .help = "One answer",
                                            .size = sizeof(struct answer_option),
                                            .has_place = true,
                                            .place_offset = offsetof(struct answer_option, place),
                                            FIELDS(option_fields)};

static const struct field option_set_fields[] = {
    ID(struct option_set, "A short name that questions use: freq2w"),
    {.key = "options",
     .type = FIELD_MAP,
     .map = &option_schema,
     MEMBERS(struct option_set, options, option_count),
     .required = true,
     .min = 2,
     .max = MAX_OPTIONS,
     .help = "The answers in their order"},
};
static const struct schema option_set_schema = {.name = "an option set",
                                                .help = "Answers that questions share",
                                                .size = sizeof(struct option_set),
                                                .has_place = true,
                                                .place_offset = offsetof(struct option_set, place),
                                                FIELDS(option_set_fields)};

/* ---- questions ---- */

static const struct name comparison_list[] = {
    {"exists", IS_EXISTS}, {"=", IS_EQUAL},    {"!=", IS_NOT_EQUAL}, {">", IS_GREATER}, {"<", IS_LESS},
    {">=", IS_AT_LEAST},   {"<=", IS_AT_MOST}, {"≥", IS_AT_LEAST},   {"≤", IS_AT_MOST}, {"≠", IS_NOT_EQUAL}};
static const struct names comparison_names = NAMES(comparison_list);

static const struct field condition_fields[] = {
    {.key = "item",
     .type = FIELD_ID,
     MEMBER(struct condition, item_id),
     .required = true,
     .help = "The id of an earlier question"},
    {.key = "op",
     .type = FIELD_CHOICE,
     .names = &comparison_names,
     MEMBER(struct condition, op),
     .required = true,
     .help = "How its answer is compared: \">\""},
    {.key = "value",
     .type = FIELD_INTEGER,
     MEMBER(struct condition, value),
     .required = true,
     .max = WEIGHT_MAX,
     .help = "With which value; for exists 1 (answered) or 0 (not answered)"},
};
static const struct schema condition_schema = {.name = "a condition",
                                               .help = "Compares the answer of an earlier question",
                                               .size = sizeof(struct condition),
                                               .has_place = true,
                                               .place_offset = offsetof(struct condition, place),
                                               FIELDS(condition_fields)};

static const struct field show_if_fields[] = {
    {.key = "all",
     .type = FIELD_MAP,
     .map = &condition_schema,
     MEMBERS(struct conditions, list, count),
     .min = 1,
     .max = MAX_ITEMS,
     .kind = false,
     .help = "Shown if all of these are true"},
    {.key = "any",
     .type = FIELD_MAP,
     .map = &condition_schema,
     MEMBERS(struct conditions, list, count),
     .min = 1,
     .max = MAX_ITEMS,
     .kind = true,
     .help = "Shown if at least one of these is true"},
};
static const struct schema show_if_schema = {.name = "show_if",
                                             .help = "When a question is asked at all",
                                             .size = sizeof(struct conditions),
                                             .one_kind = true,
                                             .kind_is_bool = true,
                                             .kind_offset = offsetof(struct conditions, any),
                                             FIELDS(show_if_fields)};

static const struct name route_list[] = {{"help_now", ROUTE_HELP_NOW}};
static const struct names route_names = NAMES(route_list);

static const struct field on_answer_fields[] = {
    {.key = "ge",
     .type = FIELD_INTEGER,
     MEMBER(struct on_answer, at_least),
     PLACE(struct on_answer, place),
     .required = true,
     .max = WEIGHT_MAX,
     .help = "From this value of the answer on; if several may be chosen, from so many on"},
    {.key = "show",
     .type = FIELD_CHOICE,
     .names = &route_names,
     MEMBER(struct on_answer, show),
     .required = true,
     .help = "What is shown at once: help_now"},
};
static const struct schema on_answer_schema = {
    .name = "on_answer", .help = "What an answer leads to at once", FIELDS(on_answer_fields)};

static const struct name item_type_list[] = {
    {"choice", ITEM_CHOICE}, {"boolean", ITEM_BOOLEAN}, {"display", ITEM_DISPLAY}};
static const struct names item_type_names = NAMES(item_type_list);

static const struct field item_code_fields[] = {
    {.key = "loinc",
     .type = FIELD_TEXT,
     MEMBER(struct item, loinc),
     .required = true,
     .help = "LOINC code of the question: 44250-9"},
};
static const struct schema item_code_schema = {
    .name = "code", .help = "The question's code in LOINC", FIELDS(item_code_fields)};

static const struct field item_fields[] = {
    ID(struct item, "A short name that stays the same: q1"),
    {.key = "type",
     .type = FIELD_CHOICE,
     .names = &item_type_names,
     MEMBER(struct item, type),
     .required = true,
     .help = "choice or boolean (yes and no) for a question, display for a text without one"},
    {.key = "options",
     .type = FIELD_ID,
     MEMBER(struct item, options_name),
     PLACE(struct item, options_place),
     .help = "The id of the option set with its answers"},
    {.key = "code", .type = FIELD_MAP, .map = &item_code_schema, .help = "The question's code in LOINC"},
    {.key = "scored",
     .type = FIELD_BOOLEAN,
     MEMBER(struct item, scored),
     .help = "true if its answer counts in the total"},
    {.key = "repeats",
     .type = FIELD_BOOLEAN,
     MEMBER(struct item, repeats),
     .help = "true if several answers may be chosen"},
    WORDS(struct item, "text", text, "The question as people read it"),
    {.key = "show_if",
     .type = FIELD_MAP,
     .map = &show_if_schema,
     MEMBER(struct item, show_if),
     .help = "When the question is asked; without it, always"},
    {.key = "on_answer",
     .type = FIELD_MAP,
     .map = &on_answer_schema,
     MEMBER(struct item, on_answer),
     .help = "Answers that lead to help at once"},
};
static const struct schema item_schema = {.name = "an item",
                                          .help = "A question",
                                          .size = sizeof(struct item),
                                          .has_place = true,
                                          .place_offset = offsetof(struct item, place),
                                          FIELDS(item_fields)};

/* ---- the check ---- */

static const struct name status_list[] = {
    {"draft", STATUS_DRAFT}, {"active", STATUS_ACTIVE}, {"retired", STATUS_RETIRED}, {"optional", STATUS_OPTIONAL}};
static const struct names status_names = NAMES(status_list);

static const struct field panel_code_fields[] = {
    {.key = "loinc",
     .type = FIELD_TEXT,
     MEMBER(struct screening, loinc),
     .required = true,
     .help = "LOINC code of the whole: 44249-1"},
};
static const struct schema panel_code_schema = {
    .name = "code", .help = "The check's code in LOINC", FIELDS(panel_code_fields)};

static const struct field screening_fields[] = {
    {.key = "version",
     .type = FIELD_TEXT,
     MEMBER(struct screening, version),
     .required = true,
     .help = "Changes with every change of a question or a score: \"2026-1\""},
    {.key = "status",
     .type = FIELD_CHOICE,
     .names = &status_names,
     MEMBER(struct screening, status),
     .required = true,
     .help = "Only active checks are shown; optional ones if kiosk.yaml lists them"},
    {.key = "adults_only",
     .type = FIELD_BOOLEAN,
     MEMBER(struct screening, adults_only),
     .help = "true if the visitor is asked first whether they are 18 or older"},
    {.key = "order",
     .type = FIELD_INTEGER,
     MEMBER(struct screening, order),
     .required = true,
     .max = 100000,
     .help = "Checks stand in the order of these numbers"},
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct screening, icon),
     .required = true,
     .help = "A Material icon by its word: mood"},
    {.key = "tint",
     .type = FIELD_CHOICE,
     .names = &tint_names,
     MEMBER(struct screening, tint),
     .help = "The color family of its card; sage if none is given"},
    {.key = "code", .type = FIELD_MAP, .map = &panel_code_schema, .help = "The check's code in LOINC"},
    WORDS(struct screening, "title", title, "The title of the check"),
    WORDS(struct screening, "summary", summary, "One line on the list of checks"),
    {.key = "intro",
     .type = FIELD_PROSE,
     MEMBER(struct screening, intro),
     .required = true,
     .help = "Before the first question: what it is and what it is for"},
    WORDS(struct screening, "minutes", minutes, "How long it takes: About 3 minutes"),
    WORDS(struct screening, "copyright", copyright, "The credit line, word by word as its owner wants it"),
    {.key = "license_note",
     .type = FIELD_TEXT,
     MEMBER(struct screening, license_note),
     .required = true,
     .help = "By what right the check is used, and when that was looked up"},
    WORDS(struct screening, "stem", stem, "The words before every question: Over the last 2 weeks …"),
    {.key = "option_sets",
     .type = FIELD_MAP,
     .map = &option_set_schema,
     MEMBERS(struct screening, option_sets, option_set_count),
     .required = true,
     .min = 1,
     .max = MAX_ITEMS,
     .help = "Answers that questions share"},
    {.key = "items",
     .type = FIELD_MAP,
     .map = &item_schema,
     MEMBERS(struct screening, items, item_count),
     .required = true,
     .min = 1,
     .max = MAX_ITEMS,
     .help = "The questions in their order"},
    {.key = "score",
     .type = FIELD_MAP,
     .map = &score_schema,
     MEMBER(struct screening, score),
     .help = "How answers become a total; a check has a score or rules"},
    {.key = "incomplete",
     .type = FIELD_WORDS,
     MEMBER(struct screening, incomplete),
     .help = "Instead of a total when a question was left out"},
    {.key = "next_steps",
     .type = FIELD_PROSE,
     MEMBERS(struct screening, next_steps, next_step_count),
     .min = 3,
     .max = 3,
     .help = "Three things a person can do next; with rules, each outcome has its own"},
    {.key = "groups",
     .type = FIELD_MAP,
     .map = &sign_group_schema,
     MEMBERS(struct screening, groups, group_count),
     .min = 1,
     .max = MAX_GROUPS,
     .help = "The groups of signs that rules count"},
    {.key = "rules",
     .type = FIELD_MAP,
     .map = &rule_schema,
     MEMBERS(struct screening, rules, rule_count),
     PLACE(struct screening, rules_place),
     .min = 1,
     .max = MAX_RULES,
     .help = "Which signs lead to which outcome, in their order: the first that holds counts"},
    {.key = "outcomes",
     .type = FIELD_MAP,
     .map = &outcome_schema,
     MEMBERS(struct screening, outcomes, outcome_count),
     .min = 1,
     .max = MAX_OUTCOMES,
     .help = "The results that rules lead to"},
    {.key = "adds",
     .type = FIELD_MAP,
     .map = &addition_schema,
     MEMBERS(struct screening, additions, addition_count),
     .min = 1,
     .max = MAX_RULES,
     .help = "Texts that a single sign adds to the result"},
    {.key = "safety_item",
     .type = FIELD_ID,
     MEMBER(struct screening, safety_item_id),
     PLACE(struct screening, safety_item_place),
     .help = "The id of the question on safety: if it was left out, the result shows help, too"},
    {.key = "safety_skipped",
     .type = FIELD_PROSE,
     MEMBER(struct screening, safety_skipped),
     .help = "What the result says when the question on safety was left out"},
    {.key = "not_looked_at",
     .type = FIELD_PROSE,
     MEMBER(struct screening, not_looked_at),
     .required = true,
     .help = "What a clinician would look at that the check does not"},
};
const struct schema screening_schema = {.name = "a check",
                                        .help = "A check; its id is the file's name",
                                        .size = sizeof(struct screening),
                                        .has_place = true,
                                        .place_offset = offsetof(struct screening, place),
                                        FIELDS(screening_fields)};
