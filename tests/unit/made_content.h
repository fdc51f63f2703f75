/* Content made by hand for tests that need no YAML: the PHQ-9 in its published shape, and a small kiosk
 * around it. Words are left out; nothing here reads them. */
#ifndef TEST_MADE_CONTENT_H
#define TEST_MADE_CONTENT_H

#include "content.h"

enum { PHQ9_SCORED = 9, PHQ9_SUICIDAL_THOUGHTS = 8, PHQ9_DIFFICULTY = 9, PHQ9_ITEMS = 10, PHQ9_MAX = 27 };

/* ---- PHQ-9 ------------------------------------------------------------------------------------ */

static const struct answer_option frequency_options[] = {
    {.value = 0, .weight = 0},
    {.value = 1, .weight = 1},
    {.value = 2, .weight = 2},
    {.value = 3, .weight = 3},
};
static const struct option_set frequency = {.id = "freq2w", .options = frequency_options, .option_count = 4};

static const struct condition any_problem[] = {
    {.item_id = "q1", .item = 0, .op = IS_GREATER}, {.item_id = "q2", .item = 1, .op = IS_GREATER},
    {.item_id = "q3", .item = 2, .op = IS_GREATER}, {.item_id = "q4", .item = 3, .op = IS_GREATER},
    {.item_id = "q5", .item = 4, .op = IS_GREATER}, {.item_id = "q6", .item = 5, .op = IS_GREATER},
    {.item_id = "q7", .item = 6, .op = IS_GREATER}, {.item_id = "q8", .item = 7, .op = IS_GREATER},
    {.item_id = "q9", .item = 8, .op = IS_GREATER},
};

#define SCORED_ITEM(name) .id = name, .type = ITEM_CHOICE, .options = &frequency, .scored = true
static const struct item phq9_items[PHQ9_ITEMS] = {
    {SCORED_ITEM("q1")},
    {SCORED_ITEM("q2")},
    {SCORED_ITEM("q3")},
    {SCORED_ITEM("q4")},
    {SCORED_ITEM("q5")},
    {SCORED_ITEM("q6")},
    {SCORED_ITEM("q7")},
    {SCORED_ITEM("q8")},
    {SCORED_ITEM("q9"), .on_answer = {.at_least = 1, .show = ROUTE_HELP_NOW}},
    {.id = "difficulty",
     .type = ITEM_CHOICE,
     .options = &frequency,
     .show_if = {.any = true, .list = any_problem, .count = PHQ9_SCORED}},
};

static const struct band phq9_bands[] = {
    {.id = "minimal", .min = 0, .max = 4},    {.id = "mild", .min = 5, .max = 9},
    {.id = "moderate", .min = 10, .max = 14}, {.id = "moderately-severe", .min = 15, .max = 19},
    {.id = "severe", .min = 20, .max = 27},
};
static const char *const phq9_sum[] = {"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"};

#define PHQ9_SCORE                                                                                                     \
    {                                                                                                                  \
        .id = "total", .sum_of = phq9_sum, .sum_count = PHQ9_SCORED, .max = PHQ9_MAX, .bands = phq9_bands,             \
        .band_count = 5                                                                                                \
    }

/* A second check without a score: text to read, a yes or no, and a question for those who said yes. */
static const struct condition said_yes[] = {{.item_id = "support", .item = 1, .op = IS_EQUAL, .value = 1}};
static const struct item support_items[] = {
    {.id = "welcome", .type = ITEM_DISPLAY},
    {.id = "support", .type = ITEM_BOOLEAN},
    {.id = "how-often", .type = ITEM_CHOICE, .options = &frequency, .show_if = {.list = said_yes, .count = 1}},
};

/* A third check, for adults: signs in groups, read by rules. Several answers may be chosen. */
enum { FIT_SAFETY, FIT_URGENT, FIT_NEEDS, FIT_MORE, FIT_ITEMS };
enum { GROUP_K, GROUP_U, GROUP_A, GROUP_B, GROUP_X, GROUP_E, FIT_GROUPS };
enum { FIT_CRISIS, FIT_TODAY, FIT_ASK, FIT_TALK, FIT_WEEKLY, FIT_OUTCOMES };

static const struct sign_group fit_groups[] = {
    {.id = "K", .kind = GROUP_DANGER}, {.id = "U", .kind = GROUP_URGENT}, {.id = "A", .kind = GROUP_NEED},
    {.id = "B", .kind = GROUP_NEED},   {.id = "X", .kind = GROUP_MILD},   {.id = "E", .kind = GROUP_STRENGTH},
};
#define SIGN(sign_, group_) .sign = sign_, .group = #group_, .group_index = GROUP_##group_
static const struct answer_option safety_options[] = {
    {.value = 1, SIGN("K1", K)}, {.value = 2, SIGN("K2", K)}, {.value = 0, .exclusive = true}};
static const struct answer_option urgent_options[] = {{.value = 1, SIGN("U1", U)}, {.value = 0, .exclusive = true}};
static const struct answer_option need_options[] = {{.value = 1, SIGN("A1", A)}, {.value = 2, SIGN("A2", A)},
                                                    {.value = 3, SIGN("B1", B)}, {.value = 4, SIGN("B2", B)},
                                                    {.value = 5, SIGN("B3", B)}, {.value = 0, .exclusive = true}};
static const struct answer_option more_options[] = {
    {.value = 1, SIGN("X1", X)}, {.value = 2, SIGN("E1", E)}, {.value = 3, SIGN("E2", E)}};
static const struct option_set fit_sets[] = {
    {.id = "safety", .options = safety_options, .option_count = 3},
    {.id = "urgent", .options = urgent_options, .option_count = 2},
    {.id = "needs", .options = need_options, .option_count = 6},
    {.id = "more", .options = more_options, .option_count = 3},
};
static const struct item fit_items[] = {
    {.id = "safety",
     .type = ITEM_CHOICE,
     .repeats = true,
     .options = &fit_sets[0],
     .on_answer = {.at_least = 1, .show = ROUTE_HELP_NOW}},
    {.id = "urgent", .type = ITEM_CHOICE, .repeats = true, .options = &fit_sets[1]},
    {.id = "needs", .type = ITEM_CHOICE, .repeats = true, .options = &fit_sets[2]},
    {.id = "more", .type = ITEM_CHOICE, .repeats = true, .options = &fit_sets[3]},
};
#define AT_LEAST(group_, count_) .group = #group_, .group_index = GROUP_##group_, .at_least = count_, .equal = NO_COUNT
#define NONE_OF(group_)          .group = #group_, .group_index = GROUP_##group_, .at_least = NO_COUNT, .equal = 0
static const struct clause any_danger[] = {{AT_LEAST(K, 1)}};
static const struct clause any_urgent[] = {{AT_LEAST(U, 1)}};
static const struct clause a_and_b[] = {{AT_LEAST(A, 1)}, {AT_LEAST(B, 1)}};
static const struct clause two_b[] = {{AT_LEAST(B, 2)}};
static const struct clause only_mild[] = {{.sign = "X1", .item = FIT_MORE, .option = 0}, {NONE_OF(A)}, {NONE_OF(B)}};
static const struct outcome fit_outcomes[] = {
    {.id = "crisis", .need = 5, .help_first = true},
    {.id = "today", .need = 4},
    {.id = "ask", .need = 3},
    {.id = "talk", .need = 2},
    {.id = "weekly", .need = 1},
};
static const struct rule fit_rules[] = {
    {.id = "crisis", .when = {.any = any_danger, .any_count = 1}, .outcome_index = FIT_CRISIS},
    {.id = "today", .when = {.any = any_urgent, .any_count = 1}, .outcome_index = FIT_TODAY},
    {.id = "r4", .when = {.all = a_and_b, .all_count = 2}, .outcome_index = FIT_ASK},
    {.id = "r5", .when = {.all = two_b, .all_count = 1}, .outcome_index = FIT_ASK},
    {.id = "r8", .when = {.all = only_mild, .all_count = 3}, .outcome_index = FIT_WEEKLY},
    {.id = "else", .outcome_index = FIT_TALK},
};
static const struct addition fit_additions[] = {{.sign = "A1", .item = FIT_NEEDS, .option = 0}};

static const struct screening made_screenings[] = {
    {.id = "phq-9", .items = phq9_items, .item_count = PHQ9_ITEMS, .score = PHQ9_SCORE},
    {.id = "support", .items = support_items, .item_count = 3},
    {.id = "fit",
     .adults_only = true,
     .option_sets = fit_sets,
     .option_set_count = 4,
     .items = fit_items,
     .item_count = FIT_ITEMS,
     .groups = fit_groups,
     .group_count = FIT_GROUPS,
     .rules = fit_rules,
     .rule_count = 6,
     .outcomes = fit_outcomes,
     .outcome_count = FIT_OUTCOMES,
     .additions = fit_additions,
     .addition_count = 1,
     .safety_item_id = "safety",
     .safety_item = FIT_SAFETY},
};
static const struct screening *const phq9 = &made_screenings[0];
static const struct screening *const support_check = &made_screenings[1];
static const struct screening *const fit_check = &made_screenings[2];

/* ---- a small kiosk ---------------------------------------------------------------------------- */

static const struct language made_languages[] = {{.tag = "en", .name = "English"}, {.tag = "es", .name = "Español"}};
static const struct page made_pages[] = {{.id = "what-is-an-iop"}, {.id = "typical-week"}, {.id = "for-family"}};
static const struct section made_sections[] = {
    {.id = "explainers", .first_page = 0, .page_count = 2},
    {.id = "family", .first_page = 2, .page_count = 1},
    {.id = "next-steps", .first_page = 3, .page_count = 0},
};
static const struct compare_column made_columns[] = {{.id = "weekly"}, {.id = "iop"}, {.id = "inpatient"}};
static const struct compare_row made_rows[] = {{.id = "support"}, {.id = "time"}};

static const struct term made_terms[] = {{.id = "iop"}, {.id = "parity"}};

static const struct content made_content = {
    .settings = {.languages = made_languages,
                 .language_count = 2,
                 .warn_after_s = 120,
                 .answer_within_s = 30,
                 .veil_after_s = 30},
    .pages = made_pages,
    .page_count = 3,
    .sections = made_sections,
    .section_count = 3,
    .compare = {.columns = made_columns, .column_count = 3, .rows = made_rows, .row_count = 2},
    .screenings = made_screenings,
    .screening_count = 3,
    .all_screening_count = 3,
    .glossary = {.terms = made_terms, .term_count = 2},
};

#endif
