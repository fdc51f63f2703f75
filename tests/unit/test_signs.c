/* Stories about signs: choosing several answers, which rule they lead to, and which of them led there. */
#include "filled_in.h"

static void choose(struct answers *answers, size_t item, int option)
{
    screening_answer(fit_check, answers, item, option);
}

static const char *outcome_of(const struct answers *answers)
{
    return screening_outcome(fit_check, answers)->id;
}

static bool counts(const struct answers *answers, size_t item, int option)
{
    return screening_sign_counts(fit_check, answers, screening_rule(fit_check, answers), item, option);
}

/* ---- several answers -------------------------------------------------------------------------------- */

static void a_second_touch_takes_an_answer_back(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_NEEDS, 0);
    choose(&answers, FIT_NEEDS, 2);
    assert_true(screening_chose(fit_check, &answers, FIT_NEEDS, 0));
    assert_true(screening_chose(fit_check, &answers, FIT_NEEDS, 2));
    assert_false(screening_chose(fit_check, &answers, FIT_NEEDS, 1));
    choose(&answers, FIT_NEEDS, 0);
    choose(&answers, FIT_NEEDS, 2);
    assert_int_equal(answers.option[FIT_NEEDS], ANSWER_NONE);
    const struct answers fresh = nothing_answered();
    assert_memory_equal(&answers, &fresh, sizeof fresh);
}

static void none_of_these_clears_the_others_and_the_others_clear_it(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_NEEDS, 0);
    choose(&answers, FIT_NEEDS, 3);
    choose(&answers, FIT_NEEDS, 5);
    assert_int_equal(answers.chosen[FIT_NEEDS], 1 << 5);
    assert_int_equal(screening_group_count(fit_check, &answers, GROUP_A), 0);
    choose(&answers, FIT_NEEDS, 1);
    assert_int_equal(answers.chosen[FIT_NEEDS], 1 << 1);
    choose(&answers, FIT_NEEDS, 5);
    choose(&answers, FIT_NEEDS, 5);
    assert_int_equal(answers.option[FIT_NEEDS], ANSWER_NONE);
}

static void none_of_these_is_an_answer_but_no_danger(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_int_equal(screening_answer(fit_check, &answers, FIT_SAFETY, 2), ROUTE_NONE);
    assert_int_equal(answers.option[FIT_SAFETY], 0);
    assert_false(screening_needs_help(fit_check, &answers));
    assert_false(screening_safety_skipped(fit_check, &answers));
    assert_int_equal(screening_answer(fit_check, &answers, FIT_SAFETY, 0), ROUTE_HELP_NOW);
    assert_true(screening_needs_help(fit_check, &answers));
    assert_int_equal(screening_answer(fit_check, &answers, FIT_SAFETY, 0), ROUTE_NONE);
}

static void a_question_on_safety_that_was_left_out_is_noticed(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_true(screening_safety_skipped(fit_check, &answers));
    choose(&answers, FIT_SAFETY, 0);
    assert_false(screening_safety_skipped(fit_check, &answers));
    screening_answer(fit_check, &answers, FIT_SAFETY, ANSWER_SKIPPED);
    assert_true(screening_safety_skipped(fit_check, &answers));
    assert_int_equal(answers.chosen[FIT_SAFETY], 0);
    assert_false(screening_safety_skipped(phq9, &answers));
}

static void a_question_on_safety_that_was_not_asked_was_not_left_out(void **state)
{
    (void)state;
    const struct condition urgent = {.item = 1, .op = IS_EXISTS, .value = 1};
    struct item items[FIT_ITEMS];
    struct screening later = *fit_check;
    struct answers answers = nothing_answered();
    memcpy(items, fit_items, sizeof items);
    items[FIT_MORE].show_if = (struct conditions){.list = &urgent, .count = 1};
    later.items = items;
    later.safety_item = FIT_MORE;
    assert_false(screening_safety_skipped(&later, &answers));
    screening_answer(&later, &answers, FIT_URGENT, 1);
    assert_true(screening_safety_skipped(&later, &answers));
}

static void a_condition_on_several_answers_counts_them(void **state)
{
    (void)state;
    const struct condition two = {.item = 0, .op = IS_AT_LEAST, .value = 2};
    const struct condition exists = {.item = 0, .op = IS_EXISTS, .value = 1};
    const struct item items[] = {
        fit_items[FIT_NEEDS],
        {.id = "b",
         .type = ITEM_CHOICE,
         .repeats = true,
         .options = &fit_sets[3],
         .show_if = {.list = &two, .count = 1}},
        {.id = "c", .type = ITEM_BOOLEAN, .show_if = {.list = &exists, .count = 1}},
    };
    const struct screening screening = {.items = items, .item_count = 3};
    struct answers answers = nothing_answered();
    screening_answer(&screening, &answers, 0, 4);
    assert_false(screening_shown(&screening, &answers, 1));
    assert_true(screening_shown(&screening, &answers, 2));
    screening_answer(&screening, &answers, 0, 1);
    assert_true(screening_shown(&screening, &answers, 1));
    screening_answer(&screening, &answers, 1, 0);
    assert_true(screening_has_sign(&screening, &answers, "X1"));
    screening_answer(&screening, &answers, 0, 5);
    assert_false(screening_shown(&screening, &answers, 1));
    assert_true(screening_shown(&screening, &answers, 2));
    assert_false(screening_has_sign(&screening, &answers, "X1"));
    assert_int_equal(answers.chosen[1], 0);
}

/* ---- rules -------------------------------------------------------------------------------------------- */

static void the_first_rule_that_holds_decides(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_string_equal(outcome_of(&answers), "talk");
    choose(&answers, FIT_MORE, 0);
    assert_string_equal(outcome_of(&answers), "weekly");
    choose(&answers, FIT_NEEDS, 0);
    assert_string_equal(outcome_of(&answers), "talk");
    choose(&answers, FIT_NEEDS, 2);
    assert_string_equal(outcome_of(&answers), "ask");
    choose(&answers, FIT_URGENT, 0);
    assert_string_equal(outcome_of(&answers), "today");
    choose(&answers, FIT_SAFETY, 1);
    assert_string_equal(outcome_of(&answers), "crisis");
    assert_true(screening_outcome(fit_check, &answers)->help_first);
    choose(&answers, FIT_SAFETY, 1);
    assert_string_equal(outcome_of(&answers), "today");
}

static void each_form_of_a_clause_means_what_it_says(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_NEEDS, 2);
    assert_string_equal(outcome_of(&answers), "talk");
    choose(&answers, FIT_NEEDS, 3);
    assert_string_equal(screening_rule(fit_check, &answers)->id, "r5");
    assert_int_equal(screening_group_count(fit_check, &answers, GROUP_B), 2);
    assert_int_equal(screening_group_count(fit_check, &answers, GROUP_A), 0);
    assert_int_equal(screening_group_count(fit_check, &answers, MAX_GROUPS), 0);
    assert_true(screening_has_sign(fit_check, &answers, "B2"));
    assert_false(screening_has_sign(fit_check, &answers, "B3"));
    assert_false(screening_has_sign(fit_check, &answers, "Z9"));
}

static void a_check_with_a_score_has_no_outcome(void **state)
{
    (void)state;
    struct answers answers = all_answered(3);
    assert_null(screening_outcome(phq9, &answers));
    assert_null(screening_rule(phq9, &answers));
    assert_int_equal(screening_total(fit_check, &answers), -1);
}

static void only_signs_that_the_rule_asked_for_led_to_it(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_NEEDS, 0);
    choose(&answers, FIT_NEEDS, 3);
    choose(&answers, FIT_MORE, 1);
    assert_string_equal(screening_rule(fit_check, &answers)->id, "r4");
    assert_true(counts(&answers, FIT_NEEDS, 0));
    assert_true(counts(&answers, FIT_NEEDS, 3));
    assert_false(counts(&answers, FIT_NEEDS, 1));
    assert_false(counts(&answers, FIT_MORE, 1));
    choose(&answers, FIT_SAFETY, 0);
    assert_true(counts(&answers, FIT_SAFETY, 0));
    assert_false(counts(&answers, FIT_NEEDS, 0));
    assert_false(counts(&answers, FIT_SAFETY, 2));
}

static void what_a_rule_wants_absent_did_not_lead_to_it(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_MORE, 0);
    assert_string_equal(screening_rule(fit_check, &answers)->id, "r8");
    assert_true(counts(&answers, FIT_MORE, 0));
    choose(&answers, FIT_NEEDS, 0);
    assert_string_equal(screening_rule(fit_check, &answers)->id, "else");
    assert_false(counts(&answers, FIT_NEEDS, 0));
}

/* Of "any of these", only the part that came true. */
static void the_half_of_a_rule_that_did_not_hold_led_nowhere(void **state)
{
    (void)state;
    static const struct clause either[] = {{AT_LEAST(A, 1)}, {AT_LEAST(B, 2)}};
    const struct rule rule = {.id = "either", .when = {.any = either, .any_count = 2}};
    struct answers answers = nothing_answered();
    choose(&answers, FIT_NEEDS, 0);
    choose(&answers, FIT_NEEDS, 2);
    assert_true(screening_sign_counts(fit_check, &answers, &rule, FIT_NEEDS, 0));
    assert_false(screening_sign_counts(fit_check, &answers, &rule, FIT_NEEDS, 2));
}

static void strengths_are_known_by_their_kind(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    choose(&answers, FIT_MORE, 0);
    choose(&answers, FIT_MORE, 2);
    assert_true(screening_chose_kind(fit_check, &answers, FIT_MORE, 2, GROUP_STRENGTH));
    assert_false(screening_chose_kind(fit_check, &answers, FIT_MORE, 1, GROUP_STRENGTH));
    assert_false(screening_chose_kind(fit_check, &answers, FIT_MORE, 0, GROUP_STRENGTH));
    assert_true(screening_chose_kind(fit_check, &answers, FIT_MORE, 0, GROUP_MILD));
}

static void a_sign_adds_its_text_whatever_the_outcome(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_false(screening_adds(fit_check, &answers, &fit_additions[0]));
    choose(&answers, FIT_NEEDS, 0);
    assert_true(screening_adds(fit_check, &answers, &fit_additions[0]));
    choose(&answers, FIT_SAFETY, 0);
    assert_true(screening_adds(fit_check, &answers, &fit_additions[0]));
}

static void an_option_that_does_not_exist_is_never_chosen(void **state)
{
    (void)state;
    const int wrong[] = {-1, -2, 3, 15, 16, 31, 32, 64, INT_MAX, INT_MIN};
    struct answers answers = nothing_answered();
    choose(&answers, FIT_MORE, 0);
    const struct answers before = answers;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(screening_chose(fit_check, &answers, FIT_MORE, wrong[i]));
        assert_false(counts(&answers, FIT_MORE, wrong[i]));
        if (wrong[i] >= 0)
            choose(&answers, FIT_MORE, wrong[i]);
    }
    assert_false(screening_chose(fit_check, &answers, FIT_ITEMS, 0));
    assert_memory_equal(&answers, &before, sizeof before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_touch_takes_an_answer_back),
        cmocka_unit_test(none_of_these_clears_the_others_and_the_others_clear_it),
        cmocka_unit_test(none_of_these_is_an_answer_but_no_danger),
        cmocka_unit_test(a_question_on_safety_that_was_left_out_is_noticed),
        cmocka_unit_test(a_question_on_safety_that_was_not_asked_was_not_left_out),
        cmocka_unit_test(a_condition_on_several_answers_counts_them),
        cmocka_unit_test(the_first_rule_that_holds_decides),
        cmocka_unit_test(each_form_of_a_clause_means_what_it_says),
        cmocka_unit_test(a_check_with_a_score_has_no_outcome),
        cmocka_unit_test(only_signs_that_the_rule_asked_for_led_to_it),
        cmocka_unit_test(what_a_rule_wants_absent_did_not_lead_to_it),
        cmocka_unit_test(the_half_of_a_rule_that_did_not_hold_led_nowhere),
        cmocka_unit_test(strengths_are_known_by_their_kind),
        cmocka_unit_test(a_sign_adds_its_text_whatever_the_outcome),
        cmocka_unit_test(an_option_that_does_not_exist_is_never_chosen),
    };
    return cmocka_run_group_tests_name("signs", tests, NULL, NULL);
}
