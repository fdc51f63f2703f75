/* Stories about questionnaires: what is asked, and what a hidden answer may not do. */
#include "filled_in.h"

/* ---- what is asked --------------------------------------------------------------------------------- */

static void a_fresh_check_asks_its_nine_questions_in_order(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    int asked = 0;
    for (int item = screening_next(phq9, &answers, -1); item >= 0; item = screening_next(phq9, &answers, item))
        assert_int_equal(item, asked++);
    assert_int_equal(asked, PHQ9_SCORED);
    assert_int_equal(screening_shown_count(phq9, &answers), PHQ9_SCORED);
}

static void the_way_back_asks_the_same_questions_in_reverse(void **state)
{
    (void)state;
    struct answers answers = all_answered(2);
    int expected = PHQ9_ITEMS;
    for (int item = screening_previous(phq9, &answers, PHQ9_ITEMS); item >= 0;
         item = screening_previous(phq9, &answers, item))
        assert_int_equal(item, --expected);
    assert_int_equal(expected, 0);
}

static void difficulty_is_asked_only_if_there_was_a_problem(void **state)
{
    (void)state;
    struct answers answers = all_answered(0);
    assert_false(screening_shown(phq9, &answers, PHQ9_DIFFICULTY));
    assert_int_equal(screening_next(phq9, &answers, PHQ9_SCORED - 1), -1);
    for (size_t item = 0; item < PHQ9_SCORED; item++) {
        answers = all_answered(0);
        screening_answer(phq9, &answers, item, 1);
        assert_true(screening_shown(phq9, &answers, PHQ9_DIFFICULTY));
        assert_int_equal(screening_next(phq9, &answers, PHQ9_SCORED - 1), PHQ9_DIFFICULTY);
    }
}

static void an_item_that_does_not_exist_is_never_shown(void **state)
{
    (void)state;
    struct answers answers = all_answered(3);
    assert_false(screening_shown(phq9, &answers, PHQ9_ITEMS));
    assert_false(screening_shown(phq9, &answers, SIZE_MAX));
    assert_int_equal(screening_next(phq9, &answers, INT_MAX), -1);
    assert_int_equal(screening_next(phq9, &answers, INT_MIN), 0);
    assert_int_equal(screening_previous(phq9, &answers, INT_MIN), -1);
    assert_int_equal(screening_previous(phq9, &answers, INT_MAX), PHQ9_DIFFICULTY);
}

static void text_that_is_only_displayed_is_no_question(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_int_equal(screening_next(support_check, &answers, -1), 0);
    assert_int_equal(screening_shown_count(support_check, &answers), 1);
    assert_int_equal(screening_position(support_check, &answers, 1), 0);
    assert_int_equal(screening_option_count(&support_items[0]), 0);
    screening_answer(support_check, &answers, 0, ANSWER_SKIPPED);
    assert_int_equal(answers.option[0], ANSWER_NONE);
}

static void yes_opens_the_question_behind_it_and_no_does_not(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_int_equal(screening_option_count(&support_items[1]), 2);
    screening_answer(support_check, &answers, 1, 0);
    assert_int_equal(screening_shown_count(support_check, &answers), 1);
    screening_answer(support_check, &answers, 1, 1);
    assert_int_equal(screening_shown_count(support_check, &answers), 2);
    assert_int_equal(screening_position(support_check, &answers, 2), 1);
}

/* ---- conditions ------------------------------------------------------------------------------------ */

/* Item "then" is shown if item "first" OP value. */
static bool shown_if(enum comparison op, int value, int first)
{
    const struct condition condition = {.item = 0, .op = op, .value = value};
    const struct item items[] = {
        {.id = "first", .type = ITEM_CHOICE, .options = &frequency},
        {.id = "then", .type = ITEM_CHOICE, .options = &frequency, .show_if = {.list = &condition, .count = 1}},
    };
    const struct screening screening = {.items = items, .item_count = 2};
    struct answers answers = nothing_answered();
    screening_answer(&screening, &answers, 0, first);
    return screening_shown(&screening, &answers, 1);
}

static void every_comparison_holds_exactly_where_it_should(void **state)
{
    (void)state;
    for (int answer = 0; answer <= 3; answer++) {
        assert_int_equal(shown_if(IS_EQUAL, 2, answer), answer == 2);
        assert_int_equal(shown_if(IS_NOT_EQUAL, 2, answer), answer != 2);
        assert_int_equal(shown_if(IS_GREATER, 2, answer), answer > 2);
        assert_int_equal(shown_if(IS_LESS, 2, answer), answer < 2);
        assert_int_equal(shown_if(IS_AT_LEAST, 2, answer), answer >= 2);
        assert_int_equal(shown_if(IS_AT_MOST, 2, answer), answer <= 2);
        assert_true(shown_if(IS_EXISTS, 1, answer));
        assert_false(shown_if(IS_EXISTS, 0, answer));
    }
}

static void an_unanswered_or_skipped_item_satisfies_only_that_it_does_not_exist(void **state)
{
    (void)state;
    const int missing[] = {ANSWER_NONE, ANSWER_SKIPPED};
    for (size_t i = 0; i < 2; i++) {
        for (int op = IS_EQUAL; op <= IS_AT_MOST; op++)
            for (int value = -3; value <= 3; value++)
                assert_false(shown_if((enum comparison)op, value, missing[i]));
        assert_false(shown_if(IS_EXISTS, 1, missing[i]));
        assert_true(shown_if(IS_EXISTS, 0, missing[i]));
    }
}

static void all_means_all_and_any_means_any(void **state)
{
    (void)state;
    const struct condition both[] = {{.item = 0, .op = IS_EQUAL, .value = 1}, {.item = 1, .op = IS_EQUAL, .value = 1}};
    for (int i = 0; i < 8; i++) {
        bool any = i & 4;
        const struct item items[] = {
            {.id = "a", .type = ITEM_BOOLEAN},
            {.id = "b", .type = ITEM_BOOLEAN},
            {.id = "c", .type = ITEM_BOOLEAN, .show_if = {.any = any, .list = both, .count = 2}},
        };
        const struct screening screening = {.items = items, .item_count = 3};
        struct answers answers = nothing_answered();
        screening_answer(&screening, &answers, 0, i & 1);
        screening_answer(&screening, &answers, 1, (i >> 1) & 1);
        bool expected = any ? (i & 3) != 0 : (i & 3) == 3;
        assert_int_equal(screening_shown(&screening, &answers, 2), expected);
    }
}

static void items_that_wait_for_each_other_are_not_shown_and_do_not_hang(void **state)
{
    (void)state;
    const struct condition on_b = {.item = 1, .op = IS_EQUAL, .value = 1};
    const struct condition on_a = {.item = 0, .op = IS_EQUAL, .value = 1};
    const struct item items[] = {
        {.id = "a", .type = ITEM_BOOLEAN, .show_if = {.list = &on_b, .count = 1}},
        {.id = "b", .type = ITEM_BOOLEAN, .show_if = {.list = &on_a, .count = 1}},
    };
    const struct screening screening = {.items = items, .item_count = 2};
    struct answers answers = nothing_answered();
    screening_answer(&screening, &answers, 1, 1);
    assert_int_equal(screening_next(&screening, &answers, -1), -1);
    assert_false(screening_started(&answers));
}

/* ---- hidden answers -------------------------------------------------------------------------------- */

static void a_hidden_answer_is_cleared_in_the_same_step(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    screening_answer(support_check, &answers, 1, 1);
    screening_answer(support_check, &answers, 2, 3);
    assert_int_equal(answers.option[2], 3);
    screening_answer(support_check, &answers, 1, 0);
    assert_int_equal(answers.option[2], ANSWER_NONE);
    screening_answer(support_check, &answers, 1, 1);
    assert_int_equal(answers.option[2], ANSWER_NONE);
}

static void hiding_one_item_hides_and_clears_what_depends_on_it(void **state)
{
    (void)state;
    const struct condition on_a = {.item = 0, .op = IS_EQUAL, .value = 1};
    const struct condition on_b = {.item = 1, .op = IS_EQUAL, .value = 1};
    const struct item items[] = {
        {.id = "a", .type = ITEM_BOOLEAN},
        {.id = "b", .type = ITEM_BOOLEAN, .show_if = {.list = &on_a, .count = 1}},
        {.id = "c", .type = ITEM_BOOLEAN, .show_if = {.list = &on_b, .count = 1}},
    };
    const struct screening screening = {.items = items, .item_count = 3};
    struct answers answers = nothing_answered();
    for (size_t item = 0; item < 3; item++)
        screening_answer(&screening, &answers, item, 1);
    assert_int_equal(screening_shown_count(&screening, &answers), 3);
    screening_answer(&screening, &answers, 0, 0);
    assert_int_equal(answers.option[1], ANSWER_NONE);
    assert_int_equal(answers.option[2], ANSWER_NONE);
    assert_int_equal(screening_shown_count(&screening, &answers), 1);
}

static void a_hidden_item_cannot_be_answered(void **state)
{
    (void)state;
    const struct condition never = {.item = 0, .op = IS_EQUAL, .value = 1};
    const struct item items[] = {
        {.id = "a", .type = ITEM_BOOLEAN},
        {.id = "b",
         .type = ITEM_BOOLEAN,
         .show_if = {.list = &never, .count = 1},
         .on_answer = {.at_least = 1, .show = ROUTE_HELP_NOW}},
    };
    const struct screening screening = {.items = items, .item_count = 2};
    struct answers answers = nothing_answered();
    assert_int_equal(screening_answer(&screening, &answers, 1, 1), ROUTE_NONE);
    assert_int_equal(answers.option[1], ANSWER_NONE);
    assert_false(screening_needs_help(&screening, &answers));
}

static void a_hidden_answer_never_counts(void **state)
{
    (void)state;
    const struct condition on_a = {.item = 0, .op = IS_EQUAL, .value = 1};
    const struct item items[] = {
        {.id = "a", .type = ITEM_BOOLEAN},
        {.id = "b", .type = ITEM_CHOICE, .options = &frequency, .show_if = {.list = &on_a, .count = 1}},
    };
    static const char *const sum[] = {"a", "b"};
    const struct screening screening = {.items = items, .item_count = 2, .score = {.sum_of = sum, .sum_count = 2}};
    struct answers answers = nothing_answered();
    screening_answer(&screening, &answers, 0, 1);
    screening_answer(&screening, &answers, 1, 3);
    assert_int_equal(screening_total(&screening, &answers), 4);
    screening_answer(&screening, &answers, 0, 0);
    assert_int_equal(screening_total(&screening, &answers), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fresh_check_asks_its_nine_questions_in_order),
        cmocka_unit_test(the_way_back_asks_the_same_questions_in_reverse),
        cmocka_unit_test(difficulty_is_asked_only_if_there_was_a_problem),
        cmocka_unit_test(an_item_that_does_not_exist_is_never_shown),
        cmocka_unit_test(text_that_is_only_displayed_is_no_question),
        cmocka_unit_test(yes_opens_the_question_behind_it_and_no_does_not),
        cmocka_unit_test(every_comparison_holds_exactly_where_it_should),
        cmocka_unit_test(an_unanswered_or_skipped_item_satisfies_only_that_it_does_not_exist),
        cmocka_unit_test(all_means_all_and_any_means_any),
        cmocka_unit_test(items_that_wait_for_each_other_are_not_shown_and_do_not_hang),
        cmocka_unit_test(a_hidden_answer_is_cleared_in_the_same_step),
        cmocka_unit_test(hiding_one_item_hides_and_clears_what_depends_on_it),
        cmocka_unit_test(a_hidden_item_cannot_be_answered),
        cmocka_unit_test(a_hidden_answer_never_counts),
    };
    return cmocka_run_group_tests_name("screening", tests, NULL, NULL);
}
