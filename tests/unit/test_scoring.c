/* Stories about results: what adds up, which band it falls in, and when help comes first. */
#include "filled_in.h"

static const char *band_of(int total)
{
    const struct band *band = screening_band(phq9, total);
    return band ? band->id : "none";
}

/* ---- totals and bands ------------------------------------------------------------------------------ */

/* The next of all answer vectors; false after the last. */
static bool advance(struct answers *answers, int least, size_t items)
{
    for (size_t item = 0; item < items; item++) {
        if (answers->option[item] < 3) {
            screening_answer(phq9, answers, item, answers->option[item] + 1);
            return true;
        }
        screening_answer(phq9, answers, item, least);
    }
    return false;
}

static void the_total_is_the_sum_in_the_whole_answer_space(void **state)
{
    (void)state;
    struct answers answers = all_answered(0);
    int seen = 0;
    do {
        int sum = 0;
        for (size_t item = 0; item < PHQ9_SCORED; item++)
            sum += answers.option[item];
        assert_int_equal(screening_total(phq9, &answers), sum);
        assert_int_equal(screening_shown(phq9, &answers, PHQ9_DIFFICULTY), sum > 0);
        seen++;
    } while (advance(&answers, 0, PHQ9_SCORED));
    assert_int_equal(seen, 4 * 4 * 4 * 4 * 4 * 4 * 4 * 4 * 4);
}

static void one_missing_answer_means_no_total_whatever_the_others_are(void **state)
{
    (void)state;
    struct answers answers = all_answered(3);
    for (size_t item = 0; item < 4; item++)
        screening_answer(phq9, &answers, item, ANSWER_SKIPPED);
    do {
        bool missing = false;
        for (size_t item = 0; item < PHQ9_SCORED; item++)
            missing = missing || answers.option[item] < 0;
        assert_int_equal(screening_total(phq9, &answers) == -1, missing);
    } while (advance(&answers, ANSWER_SKIPPED, 4));
}

static void the_difficulty_question_never_adds_to_the_total(void **state)
{
    (void)state;
    struct answers answers = all_answered(1);
    for (int option = ANSWER_SKIPPED; option <= 3; option++) {
        screening_answer(phq9, &answers, PHQ9_DIFFICULTY, option);
        assert_int_equal(screening_total(phq9, &answers), 9);
    }
}

static void weights_are_added_not_the_places_of_the_options(void **state)
{
    (void)state;
    static const struct answer_option reversed_options[] = {{.value = 0, .weight = 5}, {.value = 1, .weight = 2}};
    static const struct option_set reversed = {.options = reversed_options, .option_count = 2};
    const struct item items[] = {{.id = "a", .type = ITEM_CHOICE, .options = &reversed}};
    static const char *const sum[] = {"a"};
    const struct screening screening = {.items = items, .item_count = 1, .score = {.sum_of = sum, .sum_count = 1}};
    struct answers answers = nothing_answered();
    screening_answer(&screening, &answers, 0, 0);
    assert_int_equal(screening_total(&screening, &answers), 5);
    screening_answer(&screening, &answers, 0, 1);
    assert_int_equal(screening_total(&screening, &answers), 2);
}

static void a_check_without_a_score_has_no_total(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    screening_answer(support_check, &answers, 1, 1);
    assert_int_equal(screening_total(support_check, &answers), -1);
}

static void every_edge_of_every_band_is_where_it_was_published(void **state)
{
    (void)state;
    const struct {
        int first, last;
        const char *id;
    } edges[] = {
        {0, 4, "minimal"}, {5, 9, "mild"}, {10, 14, "moderate"}, {15, 19, "moderately-severe"}, {20, 27, "severe"}};
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(band_of(edges[i].first), edges[i].id);
        assert_string_equal(band_of(edges[i].last), edges[i].id);
    }
}

static void a_total_outside_every_band_has_none(void **state)
{
    (void)state;
    assert_string_equal(band_of(-1), "none");
    assert_string_equal(band_of(PHQ9_MAX + 1), "none");
    assert_null(screening_band(support_check, 0));
}

/* ---- safety ---------------------------------------------------------------------------------------- */

static void any_answer_but_not_at_all_to_the_ninth_question_calls_for_help_now(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_int_equal(screening_answer(phq9, &answers, PHQ9_SUICIDAL_THOUGHTS, 0), ROUTE_NONE);
    assert_false(screening_needs_help(phq9, &answers));
    for (int option = 1; option <= 3; option++) {
        assert_int_equal(screening_answer(phq9, &answers, PHQ9_SUICIDAL_THOUGHTS, option), ROUTE_HELP_NOW);
        assert_int_equal(screening_route(phq9, &answers, PHQ9_SUICIDAL_THOUGHTS), ROUTE_HELP_NOW);
        assert_true(screening_needs_help(phq9, &answers));
    }
}

static void only_the_answer_just_given_is_reported_as_a_route(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    screening_answer(phq9, &answers, PHQ9_SUICIDAL_THOUGHTS, 3);
    assert_int_equal(screening_answer(phq9, &answers, 0, 3), ROUTE_NONE);
    assert_true(screening_needs_help(phq9, &answers));
}

static void taking_a_dangerous_answer_back_takes_the_need_for_help_back(void **state)
{
    (void)state;
    const int back[] = {0, ANSWER_NONE, ANSWER_SKIPPED};
    for (size_t i = 0; i < 3; i++) {
        struct answers answers = all_answered(3);
        assert_int_equal(screening_answer(phq9, &answers, PHQ9_SUICIDAL_THOUGHTS, back[i]), ROUTE_NONE);
        assert_false(screening_needs_help(phq9, &answers));
    }
}

static void the_highest_other_answers_alone_do_not_fire_the_safety_route(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    for (size_t item = 0; item < PHQ9_SUICIDAL_THOUGHTS; item++)
        assert_int_equal(screening_answer(phq9, &answers, item, 3), ROUTE_NONE);
    assert_false(screening_needs_help(phq9, &answers));
}

/* ---- what cannot be -------------------------------------------------------------------------------- */

static void an_answer_that_does_not_exist_changes_nothing(void **state)
{
    (void)state;
    const int wrong[] = {4, 127, 128, 256, INT_MAX, -3, -128, INT_MIN};
    struct answers answers = all_answered(1), before = answers;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (size_t item = 0; item < PHQ9_ITEMS; item++)
            assert_int_equal(screening_answer(phq9, &answers, item, wrong[i]), ROUTE_NONE);
    assert_int_equal(screening_answer(phq9, &answers, PHQ9_ITEMS, 1), ROUTE_NONE);
    assert_int_equal(screening_answer(phq9, &answers, SIZE_MAX, 1), ROUTE_NONE);
    assert_int_equal(screening_route(phq9, &answers, PHQ9_ITEMS), ROUTE_NONE);
    assert_int_equal(screening_route(phq9, &answers, SIZE_MAX), ROUTE_NONE);
    assert_memory_equal(&answers, &before, sizeof answers);
}

static void a_check_is_started_by_an_answer_not_by_a_skip(void **state)
{
    (void)state;
    struct answers answers = nothing_answered();
    assert_false(screening_started(&answers));
    screening_answer(phq9, &answers, 0, ANSWER_SKIPPED);
    assert_false(screening_started(&answers));
    screening_answer(phq9, &answers, 1, 0);
    assert_true(screening_started(&answers));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_total_is_the_sum_in_the_whole_answer_space),
        cmocka_unit_test(one_missing_answer_means_no_total_whatever_the_others_are),
        cmocka_unit_test(the_difficulty_question_never_adds_to_the_total),
        cmocka_unit_test(weights_are_added_not_the_places_of_the_options),
        cmocka_unit_test(a_check_without_a_score_has_no_total),
        cmocka_unit_test(every_edge_of_every_band_is_where_it_was_published),
        cmocka_unit_test(a_total_outside_every_band_has_none),
        cmocka_unit_test(any_answer_but_not_at_all_to_the_ninth_question_calls_for_help_now),
        cmocka_unit_test(only_the_answer_just_given_is_reported_as_a_route),
        cmocka_unit_test(taking_a_dangerous_answer_back_takes_the_need_for_help_back),
        cmocka_unit_test(the_highest_other_answers_alone_do_not_fire_the_safety_route),
        cmocka_unit_test(an_answer_that_does_not_exist_changes_nothing),
        cmocka_unit_test(a_check_is_started_by_an_answer_not_by_a_skip),
    };
    return cmocka_run_group_tests_name("scoring", tests, NULL, NULL);
}
