/* The tables of what a check's answers come to: a total with its bands, or rules and their outcomes. */
#include "tables.h"

#define WORDS(structure, key_, member_, help_)                                                                         \
    {                                                                                                                  \
        .key = key_, .type = FIELD_WORDS, MEMBER(structure, member_), .required = true, .help = help_                  \
    }
#define ID(structure, help_)                                                                                           \
    {                                                                                                                  \
        .key = "id", .type = FIELD_ID, MEMBER(structure, id), .required = true, .help = help_                          \
    }

enum { WEIGHT_MAX = 100, MOST_NEED = 5 };

/* ---- a total ---- */

static const struct field band_fields[] = {
    ID(struct band, "A short name: mild"),
    {.key = "min",
     .type = FIELD_INTEGER,
     MEMBER(struct band, min),
     .required = true,
     .max = MAX_ITEMS * WEIGHT_MAX,
     .unit = "points",
     .help = "The lowest total of the band"},
    {.key = "max",
     .type = FIELD_INTEGER,
     MEMBER(struct band, max),
     .required = true,
     .max = MAX_ITEMS * WEIGHT_MAX,
     .unit = "points",
     .help = "The highest total of the band"},
    WORDS(struct band, "name", name, "The band in a word"),
    WORDS(struct band, "headline", headline, "The first sentence of the result"),
    {.key = "meaning",
     .type = FIELD_PROSE,
     MEMBER(struct band, meaning),
     .required = true,
     .help = "What a total in this band can mean"},
};
static const struct schema band_schema = {.name = "a band",
                                          .help = "Totals that mean the same",
                                          .size = sizeof(struct band),
                                          .has_place = true,
                                          .place_offset = offsetof(struct band, place),
                                          FIELDS(band_fields)};

static const struct field score_fields[] = {
    ID(struct score, "A short name: total"),
    {.key = "sum_of",
     .type = FIELD_ID,
     MEMBERS(struct score, sum_of, sum_count),
     PLACE(struct score, sum_of_place),
     .required = true,
     .min = 1,
     .max = MAX_ITEMS,
     .help = "The ids of the questions whose points are added"},
    {.key = "max",
     .type = FIELD_INTEGER,
     MEMBER(struct score, max),
     PLACE(struct score, max_place),
     .required = true,
     .min = 1,
     .max = MAX_ITEMS * WEIGHT_MAX,
     .unit = "points",
     .help = "The highest total there can be"},
    {.key = "bands",
     .type = FIELD_MAP,
     .map = &band_schema,
     MEMBERS(struct score, bands, band_count),
     .required = true,
     .min = 1,
     .max = 12,
     .help = "What totals mean, from 0 to max without a gap"},
};
const struct schema score_schema = {.name = "score",
                                    .help = "How answers become a total",
                                    .size = sizeof(struct score),
                                    .has_place = true,
                                    .place_offset = offsetof(struct score, place),
                                    FIELDS(score_fields)};

/* ---- groups ---- */

static const struct name kind_list[] = {{"danger", GROUP_DANGER},
                                        {"urgent", GROUP_URGENT},
                                        {"need", GROUP_NEED},
                                        {"mild", GROUP_MILD},
                                        {"strength", GROUP_STRENGTH}};
static const struct names kind_names = NAMES(kind_list);

static const struct field group_fields[] = {
    {.key = "id",
     .type = FIELD_TEXT,
     MEMBER(struct sign_group, id),
     .required = true,
     .help = "A letter or a short name that answers and rules use: A"},
    {.key = "kind",
     .type = FIELD_CHOICE,
     .names = &kind_names,
     MEMBER(struct sign_group, kind),
     .required = true,
     .help = "What its signs may do: danger, urgent, need, mild or strength"},
};
const struct schema sign_group_schema = {.name = "a group",
                                         .help = "Signs that mean the same kind of thing",
                                         .size = sizeof(struct sign_group),
                                         .has_place = true,
                                         .place_offset = offsetof(struct sign_group, place),
                                         FIELDS(group_fields)};

/* ---- rules ---- */

/* The rows that every clause has. Lists nest one level deep: deeper rules are no longer read at a glance. */
#define PLAIN_CLAUSE                                                                                                   \
    {.key = "sign", .type = FIELD_TEXT, MEMBER(struct clause, sign), .help = "True if this sign was chosen: D3"},      \
        {.key = "group",                                                                                               \
         .type = FIELD_TEXT,                                                                                           \
         MEMBER(struct clause, group),                                                                                 \
         .help = "The group whose chosen signs are counted; with ge or eq"},                                           \
        {.key = "ge",                                                                                                  \
         .type = FIELD_INTEGER,                                                                                        \
         MEMBER(struct clause, at_least),                                                                              \
         .max = MAX_ITEMS,                                                                                             \
         .fallback = NO_COUNT,                                                                                         \
         .help = "True if at least so many signs of the group were chosen"},                                           \
        {.key = "eq",                                                                                                  \
         .type = FIELD_INTEGER,                                                                                        \
         MEMBER(struct clause, equal),                                                                                 \
         .max = MAX_ITEMS,                                                                                             \
         .fallback = NO_COUNT,                                                                                         \
         .help = "True if exactly so many signs of the group were chosen: 0 for none"},

#define CLAUSES(schema_)                                                                                               \
    {.key = "all",                                                                                                     \
     .type = FIELD_MAP,                                                                                                \
     .map = &(schema_),                                                                                                \
     MEMBERS(struct clause, all, all_count),                                                                           \
     .min = 1,                                                                                                         \
     .max = MAX_GROUPS,                                                                                                \
     .help = "True if all of these are"},                                                                              \
        {.key = "any",                                                                                                 \
         .type = FIELD_MAP,                                                                                            \
         .map = &(schema_),                                                                                            \
         MEMBERS(struct clause, any, any_count),                                                                       \
         .min = 1,                                                                                                     \
         .max = MAX_GROUPS,                                                                                            \
         .help = "True if at least one of these is"},

static const struct field plain_clause_fields[] = {PLAIN_CLAUSE};
static const struct schema plain_clause_schema = {.name = "a condition",
                                                  .help = "One thing a rule asks for",
                                                  .size = sizeof(struct clause),
                                                  .has_place = true,
                                                  .place_offset = offsetof(struct clause, place),
                                                  FIELDS(plain_clause_fields)};

static const struct field clause_fields[] = {PLAIN_CLAUSE CLAUSES(plain_clause_schema)};
static const struct schema clause_schema = {.name = "a condition",
                                            .help = "One thing a rule asks for, or a list of them",
                                            .size = sizeof(struct clause),
                                            .has_place = true,
                                            .place_offset = offsetof(struct clause, place),
                                            FIELDS(clause_fields)};

static const struct field when_fields[] = {PLAIN_CLAUSE CLAUSES(clause_schema)};
static const struct schema when_schema = {.name = "when",
                                          .help = "What must be true for a rule to hold",
                                          .size = sizeof(struct clause),
                                          .has_place = true,
                                          .place_offset = offsetof(struct clause, place),
                                          FIELDS(when_fields)};

static const struct field rule_fields[] = {
    ID(struct rule, "A short name that stays the same: crisis"),
    {.key = "when",
     .type = FIELD_MAP,
     .map = &when_schema,
     MEMBER(struct rule, when),
     .help = "What must be true; the last rule has none and takes whatever is left"},
    {.key = "outcome",
     .type = FIELD_ID,
     MEMBER(struct rule, outcome),
     PLACE(struct rule, outcome_place),
     .required = true,
     .help = "The id of the outcome it leads to"},
};
const struct schema rule_schema = {.name = "a rule",
                                   .help = "Which answers lead to which outcome; the first rule that holds counts",
                                   .size = sizeof(struct rule),
                                   .has_place = true,
                                   .place_offset = offsetof(struct rule, place),
                                   FIELDS(rule_fields)};

/* ---- outcomes ---- */

static const struct field outcome_fields[] = {
    ID(struct outcome, "A short name that rules use: ask_iop"),
    {.key = "need",
     .type = FIELD_INTEGER,
     MEMBER(struct outcome, need),
     .required = true,
     .max = MOST_NEED,
     .help = "How much support it points to, from 0 to 5; visitors never see it, the proof of the rules needs it"},
    {.key = "help_first",
     .type = FIELD_BOOLEAN,
     MEMBER(struct outcome, help_first),
     .help = "true if the help panel stands above everything else"},
    WORDS(struct outcome, "headline", headline, "The first sentence of the result"),
    {.key = "meaning",
     .type = FIELD_PROSE,
     MEMBER(struct outcome, meaning),
     .required = true,
     .help = "What the answers can mean, and what not"},
    {.key = "next_steps",
     .type = FIELD_PROSE,
     MEMBERS(struct outcome, next_steps, next_step_count),
     .required = true,
     .min = 3,
     .max = 3,
     .help = "Three things a person can do next"},
};
const struct schema outcome_schema = {.name = "an outcome",
                                      .help = "A result in words",
                                      .size = sizeof(struct outcome),
                                      .has_place = true,
                                      .place_offset = offsetof(struct outcome, place),
                                      FIELDS(outcome_fields)};

static const struct field addition_fields[] = {
    {.key = "sign",
     .type = FIELD_TEXT,
     MEMBER(struct addition, sign),
     .required = true,
     .help = "The sign that brings the text: D1"},
    {.key = "text",
     .type = FIELD_PROSE,
     MEMBER(struct addition, text),
     .required = true,
     .help = "What is added to the result when the sign was chosen"},
};
const struct schema addition_schema = {.name = "an addition",
                                       .help = "A text that a sign adds to every result",
                                       .size = sizeof(struct addition),
                                       .has_place = true,
                                       .place_offset = offsetof(struct addition, place),
                                       FIELDS(addition_fields)};
