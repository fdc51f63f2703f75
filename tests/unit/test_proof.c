/* Stories about the proof: shipped checks pass it, and whoever breaks one of them is told so in plain words. */
#include "made_content.h"
#include "shipped.h"

/* ---- what is shipped ---------------------------------------------------------------------------------- */

static void every_shipped_check_keeps_its_promises(void **state)
{
    (void)state;
    assert_true(shipped->all_screening_count >= 3);
    for (size_t i = 0; i < shipped->all_screening_count; i++) {
        struct problems problems = {0};
        prove_screening(&shipped->screenings[i], &problems);
        expect_count(&problems, 0);
        problems_free(&problems);
    }
}

static void the_made_checks_keep_them_too(void **state)
{
    (void)state;
    assert_true(is_proved(phq9));
    assert_true(is_proved(fit_check));
}

/* ---- totals ------------------------------------------------------------------------------------------- */

static struct screening with_bands(const struct screening *screening, struct band *bands)
{
    struct screening copy = *screening;
    memcpy(bands, copy.score.bands, copy.score.band_count * sizeof *bands);
    copy.score.bands = bands;
    return copy;
}

static void a_total_without_a_band_or_with_two_is_found(void **state)
{
    (void)state;
    struct band bands[8];
    struct screening broken = with_bands(phq9, bands);
    bands[2].max--;
    expect_refused(&broken, "0 bands hold the total 14");
    broken = with_bands(phq9, bands);
    bands[3].min--;
    expect_refused(&broken, "2 bands hold the total 14");
    broken = with_bands(phq9, bands);
    broken.score.band_count--;
    expect_refused(&broken, "0 bands hold the total 20");
}

static struct screening with_items(const struct screening *screening, struct item *items)
{
    struct screening copy = *screening;
    memcpy(items, copy.items, copy.item_count * sizeof *items);
    copy.items = items;
    return copy;
}

static void a_question_that_is_summed_but_not_scored_is_found(void **state)
{
    (void)state;
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[4].scored = false;
    expect_refused(&broken, "the total is");
}

static void a_question_that_is_never_asked_is_found(void **state)
{
    (void)state;
    static const struct condition never[] = {{.item_id = "q1", .item = 0, .op = IS_GREATER, .value = 2},
                                             {.item_id = "q1", .item = 0, .op = IS_LESS, .value = 2}};
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[PHQ9_DIFFICULTY].show_if = (struct conditions){.list = never, .count = 2};
    expect_refused(&broken, "'difficulty' is never asked");
}

static void a_route_that_no_answer_reaches_is_found(void **state)
{
    (void)state;
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[PHQ9_SUICIDAL_THOUGHTS].on_answer.at_least = 4;
    expect_refused(&broken, "no answer of this question shows help");
}

static void a_check_too_large_to_try_is_told_and_does_not_hang(void **state)
{
    (void)state;
    struct item items[40];
    for (int i = 0; i < 40; i++)
        items[i] = (struct item){.id = "q", .type = ITEM_CHOICE, .options = &frequency, .scored = true};
    struct screening large = *phq9;
    large.items = items;
    large.item_count = 40;
    expect_refused(&large, "too many to try");
}

/* ---- rules: what is promised of groups ------------------------------------------------------------------- */

static struct screening with_groups(struct sign_group *groups)
{
    struct screening copy = *fit_check;
    memcpy(groups, fit_groups, sizeof fit_groups);
    copy.groups = groups;
    return copy;
}

static struct screening with_outcomes(struct outcome *outcomes)
{
    struct screening copy = *fit_check;
    memcpy(outcomes, fit_outcomes, sizeof fit_outcomes);
    copy.outcomes = outcomes;
    return copy;
}

static void each_promise_has_words_of_its_own_when_it_is_broken(void **state)
{
    (void)state;
    static const struct {
        int group;
        enum group_kind kind;
        const char *words;
    } breaks[] = {
        {GROUP_A, GROUP_STRENGTH, "a strength changes the outcome"},
        {GROUP_A, GROUP_DANGER, "must lead to the outcome of the highest need"},
        {GROUP_A, GROUP_URGENT, "must lead to the need next to the highest one"},
        {GROUP_X, GROUP_NEED, "one more sign lowers the need"},
        {GROUP_A, GROUP_MILD, "a mild sign changes the outcome, though others speak for more"},
    };
    struct sign_group groups[FIT_GROUPS];
    struct screening broken;
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        broken = with_groups(groups);
        groups[breaks[i].group].kind = breaks[i].kind;
        expect_refused(&broken, breaks[i].words);
    }
    struct outcome outcomes[FIT_OUTCOMES];
    broken = with_outcomes(outcomes);
    outcomes[FIT_WEEKLY].need = 3;
    expect_refused(&broken, "a mild sign raises the need");
    broken = with_outcomes(outcomes);
    outcomes[FIT_CRISIS].help_first = false;
    expect_refused(&broken, "with help first");
}

static void danger_without_a_route_or_a_question_on_safety_is_found(void **state)
{
    (void)state;
    struct item items[FIT_ITEMS];
    struct screening broken = with_items(fit_check, items);
    items[FIT_SAFETY].on_answer = (struct on_answer){0};
    expect_refused(&broken, "a sign of danger must show help at once");
    broken = *fit_check;
    broken.safety_item_id = NULL;
    expect_refused(&broken, "no safety_item");
}

static void a_choice_without_an_outcome_is_found(void **state)
{
    (void)state;
    struct screening broken = *fit_check;
    broken.rule_count--;
    expect_refused(&broken, "no result");
}

static void a_rule_that_never_decides_is_found(void **state)
{
    (void)state;
    struct rule rules[7];
    struct screening broken = *fit_check;
    memcpy(rules, fit_rules, sizeof fit_rules);
    rules[6] = rules[5];
    rules[5] = (struct rule){.id = "late", .when = fit_rules[3].when, .outcome_index = FIT_ASK};
    broken.rules = rules;
    broken.rule_count = 7;
    expect_refused(&broken, "the rule 'late' never decides");
}

/* A check in which the question with X1 is asked only after `condition` on the question before it. */
static bool is_proved_behind(const struct item *before, const struct condition *condition)
{
    struct sign_group groups[FIT_GROUPS];
    struct item items[FIT_ITEMS];
    struct screening sound = with_groups(groups);
    memcpy(items, fit_items, sizeof fit_items);
    const struct rule rules[] = {fit_rules[0],
                                 fit_rules[1],
                                 {.id = "x", .when = only_mild[0], .outcome_index = FIT_ASK},
                                 {.id = "else", .outcome_index = FIT_TALK}};
    groups[GROUP_X].kind = GROUP_NEED;
    items[FIT_NEEDS] = *before;
    items[FIT_MORE].show_if = (struct conditions){.list = condition, .count = 1};
    sound.items = items;
    sound.rules = rules;
    sound.rule_count = 4;
    sound.outcome_count = 4;
    return is_proved(&sound);
}

/* No rule counts A or B there. But three of them show another question, so every number of them is tried. */
static void answers_that_show_another_question_are_all_tried(void **state)
{
    (void)state;
    const struct condition three = {.item = FIT_NEEDS, .op = IS_AT_LEAST, .value = 3};
    const struct condition often = {.item = FIT_NEEDS, .op = IS_EQUAL, .value = 3};
    const struct item how_often = {.id = "often", .type = ITEM_CHOICE, .options = &frequency};
    assert_true(is_proved_behind(&fit_items[FIT_NEEDS], &three));
    assert_true(is_proved_behind(&how_often, &often));
}

/* A sign that clears the others: then the last one chosen wins. */
static void signs_whose_order_matters_are_found(void **state)
{
    (void)state;
    struct answer_option needs[6];
    struct option_set set = fit_sets[2];
    struct item items[FIT_ITEMS];
    struct screening broken = with_items(fit_check, items);
    memcpy(needs, need_options, sizeof needs);
    needs[1].exclusive = true;
    set.options = needs;
    items[FIT_NEEDS].options = &set;
    expect_refused(&broken, "it matters whether");
}

static void counter_examples_name_the_answers_in_the_first_language(void **state)
{
    (void)state;
    struct screening fit = copy_of("iop-fit");
    struct outcome outcomes[MAX_OUTCOMES];
    memcpy(outcomes, fit.outcomes, fit.outcome_count * sizeof *outcomes);
    outcomes[0].help_first = false;
    fit.outcomes = outcomes;
    struct problems problems = {0};
    prove_rules(&fit, &problems);
    expect_count(&problems, 1);
    const char *words = fit.items[0].options->options[0].text.in[0];
    expect_words(&problems, 0, words);
    expect_words(&problems, 0, "K1");
    expect_words(&problems, 0, "'crisis' by the rule 'r1'");
    assert_int_equal(problems.list[0]->place.line, fit.rules[0].place.line);
    problems_free(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_check_keeps_its_promises),
        cmocka_unit_test(the_made_checks_keep_them_too),
        cmocka_unit_test(a_total_without_a_band_or_with_two_is_found),
        cmocka_unit_test(a_question_that_is_summed_but_not_scored_is_found),
        cmocka_unit_test(a_question_that_is_never_asked_is_found),
        cmocka_unit_test(a_route_that_no_answer_reaches_is_found),
        cmocka_unit_test(a_check_too_large_to_try_is_told_and_does_not_hang),
        cmocka_unit_test(each_promise_has_words_of_its_own_when_it_is_broken),
        cmocka_unit_test(danger_without_a_route_or_a_question_on_safety_is_found),
        cmocka_unit_test(a_choice_without_an_outcome_is_found),
        cmocka_unit_test(a_rule_that_never_decides_is_found),
        cmocka_unit_test(answers_that_show_another_question_are_all_tried),
        cmocka_unit_test(signs_whose_order_matters_are_found),
        cmocka_unit_test(counter_examples_name_the_answers_in_the_first_language),
    };
    return cmocka_run_group_tests_name("proof", tests, load_shipped, free_shipped);
}
