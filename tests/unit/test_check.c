/* Stories about going through a check: question by question, help first, and nothing lost on the way. */
#include "story.h"

/* ---- a check --------------------------------------------------------------------------------------- */

static void choosing_never_jumps_ahead(void **state)
{
    (void)state;
    struct story story = on_first_question();
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, 2), REDRAW);
    assert_at(story, SCREEN_QUESTION, PHQ9, 0);
    assert_int_equal(answer_to(&story, 0), 2);
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, 1), REDRAW);
    assert_int_equal(answer_to(&story, 0), 1);
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, 1), EFFECT_NONE);
}

static void an_answer_to_another_question_than_the_one_shown_is_refused(void **state)
{
    (void)state;
    struct story story = on_first_question(), before = story;
    assert_int_equal(touches(&story, ACTION_ANSWER, 1, 2), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, 4), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, ANSWER_NONE), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ANSWER, 0, ANSWER_SKIPPED), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ANSWER, INT_MIN, INT_MAX), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

static void skip_marks_the_question_and_goes_on(void **state)
{
    (void)state;
    struct story story = on_first_question();
    touches(&story, ACTION_ANSWER, 0, 3);
    assert_int_equal(touches(&story, ACTION_SKIP, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, PHQ9, 1);
    assert_int_equal(answer_to(&story, 0), ANSWER_SKIPPED);
}

static void a_new_question_starts_at_its_top(void **state)
{
    (void)state;
    struct story story = on_first_question();
    session_scroll(&story.session, 300);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_int_equal(session_view(&story.session)->scroll, 0);
}

static void back_in_a_check_goes_question_by_question_and_then_to_the_intro(void **state)
{
    (void)state;
    struct story story = on_ninth_question();
    for (int item = PHQ9_SUICIDAL_THOUGHTS; item >= 0; item--) {
        assert_at(story, SCREEN_QUESTION, PHQ9, item);
        assert_int_equal(touches(&story, ACTION_BACK, 0, 0), NEW_PLACE);
    }
    assert_at(story, SCREEN_INTRO, PHQ9, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_CHECKS, 0, 0);
    assert_int_equal(answer_to(&story, 0), 0);
}

static void back_from_the_first_question_finds_the_intro_even_if_it_was_not_passed(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_INTRO, PHQ9, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void hidden_questions_are_passed_over_in_both_directions(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, SUPPORT);
    assert_at(story, SCREEN_QUESTION, SUPPORT, 0);
    touches(&story, ACTION_NEXT, 0, 0);
    touches(&story, ACTION_ANSWER, 1, 0);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_at(story, SCREEN_REVIEW, SUPPORT, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_QUESTION, SUPPORT, 1);
}

static void after_the_last_question_come_review_and_result_and_back_leads_the_same_way(void **state)
{
    (void)state;
    struct story story = on_review();
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(touches(&story, ACTION_NEXT, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, PHQ9, PHQ9_SUICIDAL_THOUGHTS);
    assert_int_equal(touches(&story, ACTION_NEXT, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(story.session.depth, 3);
}

static void skipping_the_last_question_leads_to_the_review_too(void **state)
{
    (void)state;
    struct story story = on_ninth_question();
    touches(&story, ACTION_SKIP, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(answer_to(&story, PHQ9_SUICIDAL_THOUGHTS), ANSWER_SKIPPED);
}

static void a_visitor_can_look_something_up_and_return_to_the_question(void **state)
{
    (void)state;
    struct story story = on_first_question();
    answers_through(&story, 0, 2, 0);
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
    touches(&story, ACTION_BACK, 0, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_QUESTION, PHQ9, 3);
}

static void answers_outlive_a_trip_home_and_the_check_goes_on_where_it_was_left(void **state)
{
    (void)state;
    struct story story = on_first_question();
    answers_through(&story, 0, 3, 0);
    touches(&story, ACTION_HOME, 0, 0);
    touches(&story, ACTION_GO, SCREEN_INTRO, PHQ9);
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    assert_at(story, SCREEN_QUESTION, PHQ9, 4);
    assert_int_equal(answer_to(&story, 3), 0);
}

static void a_check_stands_on_the_way_back_only_once(void **state)
{
    (void)state;
    struct story story = on_first_question();
    answers_through(&story, 0, 4, 0);
    touches(&story, ACTION_BACK, 0, 0);
    touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
    touches(&story, ACTION_GO, SCREEN_INTRO, PHQ9);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, PHQ9, 4);
    assert_int_equal(story.session.depth, 3);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9), EFFECT_NONE);
}

static void changing_an_answer_from_the_result_begins_with_the_first_question(void **state)
{
    (void)state;
    struct story story = on_result();
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    assert_at(story, SCREEN_QUESTION, PHQ9, 0);
    assert_int_equal(story.session.depth, 3);
}

static void a_result_without_any_answer_is_not_gone_to(void **state)
{
    (void)state;
    struct story story = at_home();
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_RESULT, PHQ9), EFFECT_NONE);
    story = on_result();
    touches(&story, ACTION_HOME, 0, 0);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_RESULT, PHQ9), NEW_PLACE);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_RESULT, PHQ9), EFFECT_NONE);
}

static void stop_erases_the_answers_of_that_check_only(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, SUPPORT);
    touches(&story, ACTION_NEXT, 0, 0);
    touches(&story, ACTION_ANSWER, 1, 1);
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    answers_through(&story, 0, 3, 2);
    assert_int_equal(touches(&story, ACTION_STOP, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_HOME, 0, 0);
    assert_int_equal(story.session.depth, 0);
    for (int item = 0; item < PHQ9_ITEMS; item++)
        assert_int_equal(answer_to(&story, item), ANSWER_NONE);
    assert_int_equal(story.session.answers[SUPPORT].option[1], 1);
}

/* ---- help first ------------------------------------------------------------------------------------ */

static void a_sign_of_danger_shows_help_at_once_and_keeps_the_answer(void **state)
{
    (void)state;
    for (int option = 1; option <= 3; option++) {
        struct story story = on_ninth_question();
        assert_int_equal(touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, option), NEW_PLACE);
        assert_at(story, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
        assert_int_equal(answer_to(&story, PHQ9_SUICIDAL_THOUGHTS), option);
    }
}

static void back_from_that_help_returns_to_the_question(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_QUESTION, PHQ9, PHQ9_SUICIDAL_THOUGHTS);
    assert_int_equal(answer_to(&story, PHQ9_SUICIDAL_THOUGHTS), 1);
}

static void go_on_from_that_help_asks_the_next_question(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    assert_int_equal(touches(&story, ACTION_GO_ON, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, PHQ9, PHQ9_DIFFICULTY);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
}

static void stop_from_that_help_leaves_the_check_and_erases_its_answers(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    assert_int_equal(touches(&story, ACTION_STOP, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_HOME, 0, 0);
    assert_false(screening_started(&story.session.answers[PHQ9]));
}

static void the_same_sign_does_not_show_help_a_second_time_but_a_new_one_does(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    touches(&story, ACTION_BACK, 0, 0);
    assert_int_equal(touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 1), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 3), REDRAW);
    assert_int_equal(touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 0), REDRAW);
    assert_int_equal(touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 1), NEW_PLACE);
    assert_at(story, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
}

static void help_from_the_help_bar_knows_nothing_of_going_on_or_stopping(void **state)
{
    (void)state;
    struct story story = on_ninth_question();
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    assert_int_equal(touches(&story, ACTION_GO_ON, 0, 0), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_STOP, 0, 0), EFFECT_NONE);
    assert_at(story, SCREEN_HELP, 0, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_QUESTION, PHQ9, PHQ9_SUICIDAL_THOUGHTS);
}

static void help_whose_question_was_forgotten_on_a_long_way_becomes_plain_help(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    answers_through(&story, 0, PHQ9_SUICIDAL_THOUGHTS - 1, 0);
    touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 1);
    for (int i = 0; i < MAX_VIEWS - 2; i++)
        touches(&story, ACTION_GO, SCREEN_PAGE, i % 2 ? WHAT_IS : WEEK);
    for (int i = 0; i < MAX_VIEWS - 2; i++)
        touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HELP, 0, 0);
    assert_int_equal(touches(&story, ACTION_GO_ON, 0, 0), EFFECT_NONE);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choosing_never_jumps_ahead),
        cmocka_unit_test(an_answer_to_another_question_than_the_one_shown_is_refused),
        cmocka_unit_test(skip_marks_the_question_and_goes_on),
        cmocka_unit_test(a_new_question_starts_at_its_top),
        cmocka_unit_test(back_in_a_check_goes_question_by_question_and_then_to_the_intro),
        cmocka_unit_test(back_from_the_first_question_finds_the_intro_even_if_it_was_not_passed),
        cmocka_unit_test(hidden_questions_are_passed_over_in_both_directions),
        cmocka_unit_test(after_the_last_question_come_review_and_result_and_back_leads_the_same_way),
        cmocka_unit_test(skipping_the_last_question_leads_to_the_review_too),
        cmocka_unit_test(a_visitor_can_look_something_up_and_return_to_the_question),
        cmocka_unit_test(answers_outlive_a_trip_home_and_the_check_goes_on_where_it_was_left),
        cmocka_unit_test(a_check_stands_on_the_way_back_only_once),
        cmocka_unit_test(changing_an_answer_from_the_result_begins_with_the_first_question),
        cmocka_unit_test(a_result_without_any_answer_is_not_gone_to),
        cmocka_unit_test(stop_erases_the_answers_of_that_check_only),
        cmocka_unit_test(a_sign_of_danger_shows_help_at_once_and_keeps_the_answer),
        cmocka_unit_test(back_from_that_help_returns_to_the_question),
        cmocka_unit_test(go_on_from_that_help_asks_the_next_question),
        cmocka_unit_test(stop_from_that_help_leaves_the_check_and_erases_its_answers),
        cmocka_unit_test(the_same_sign_does_not_show_help_a_second_time_but_a_new_one_does),
        cmocka_unit_test(help_from_the_help_bar_knows_nothing_of_going_on_or_stopping),
        cmocka_unit_test(help_whose_question_was_forgotten_on_a_long_way_becomes_plain_help),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
