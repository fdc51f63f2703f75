/* Stories about the longer way through a check: age, several answers at once, the review, and what is taken away. */
#include "story.h"

/* ---- age ------------------------------------------------------------------------------------------ */

static void a_check_for_adults_asks_for_the_age_before_its_first_question(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_INTRO, FIT);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_QUESTION, FIT), NEW_PLACE);
    assert_at(story, SCREEN_AGE, FIT, 0);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_QUESTION, FIT), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_ADULT, 1, 0), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, FIT, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_INTRO, FIT, 0);
}

static void the_age_is_asked_once_a_visit(void **state)
{
    (void)state;
    struct story story = on_first_signs();
    touches(&story, ACTION_HOME, 0, 0);
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    assert_at(story, SCREEN_QUESTION, FIT, 0);
    touches(&story, ACTION_DONE, 0, 0);
    assert_forgotten(&story);
    touches(&story, ACTION_BEGIN, 0, 0);
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    assert_at(story, SCREEN_AGE, FIT, 0);
}

static void other_checks_do_not_ask_for_the_age(void **state)
{
    (void)state;
    struct story story = on_first_question();
    assert_at(story, SCREEN_QUESTION, PHQ9, 0);
    assert_int_equal(story.session.adult, ADULT_UNKNOWN);
}

static void who_is_under_18_finds_people_to_talk_to_and_no_check(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    assert_int_equal(touches(&story, ACTION_ADULT, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_YOUNG, FIT, 0);
    touches(&story, ACTION_HOME, 0, 0);
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    assert_at(story, SCREEN_YOUNG, FIT, 0);
    touches(&story, ACTION_HOME, 0, 0);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_RESULT, FIT), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_REVIEW, FIT), EFFECT_NONE);
}

static void a_slip_of_the_finger_about_the_age_can_be_mended(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    touches(&story, ACTION_ADULT, 0, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_AGE, FIT, 0);
    touches(&story, ACTION_ADULT, 1, 0);
    assert_at(story, SCREEN_QUESTION, FIT, 0);
    assert_int_equal(story.session.depth, 1);
    story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    touches(&story, ACTION_ADULT, 0, 0);
    touches(&story, ACTION_ADULT, 1, 0);
    assert_at(story, SCREEN_QUESTION, FIT, 0);
    assert_int_equal(story.session.depth, 1);
}

/* An age screen can still lie on the way when the age was told on another one. */
static void who_turns_out_to_be_under_18_leaves_no_answers_behind(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    touches(&story, ACTION_GO, SCREEN_INTRO, FIT);
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    touches(&story, ACTION_ADULT, 1, 0);
    touches(&story, ACTION_ANSWER, 0, 0);
    while (session_view(&story.session)->screen != SCREEN_AGE)
        touches(&story, ACTION_BACK, 0, 0);
    assert_true(screening_started(&story.session.answers[FIT]));
    touches(&story, ACTION_ADULT, 0, 0);
    assert_false(screening_started(&story.session.answers[FIT]));
    assert_int_equal(story.session.answers[FIT].chosen[0], 0);
}

static void an_age_that_does_not_exist_changes_nothing(void **state)
{
    (void)state;
    const int wrong[] = {-1, 2, INT_MIN, INT_MAX};
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    struct story before = story;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(touches(&story, ACTION_ADULT, wrong[i], 0), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

/* ---- several answers ------------------------------------------------------------------------------- */

static void several_answers_are_chosen_and_taken_back_one_by_one(void **state)
{
    (void)state;
    struct story story = on_first_signs();
    touches(&story, ACTION_SKIP, 0, 0);
    touches(&story, ACTION_SKIP, 0, 0);
    assert_at(story, SCREEN_QUESTION, FIT, FIT_NEEDS);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_NEEDS, 0), REDRAW);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_NEEDS, 2), REDRAW);
    assert_int_equal(story.session.answers[FIT].chosen[FIT_NEEDS], 5);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_NEEDS, 0), REDRAW);
    assert_int_equal(story.session.answers[FIT].chosen[FIT_NEEDS], 4);
    touches(&story, ACTION_SKIP, 0, 0);
    assert_int_equal(story.session.answers[FIT].chosen[FIT_NEEDS], 0);
    assert_int_equal(story.session.answers[FIT].option[FIT_NEEDS], ANSWER_SKIPPED);
}

static void the_first_sign_of_danger_shows_help_and_a_second_beside_it_does_not(void **state)
{
    (void)state;
    struct story story = on_first_signs();
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_SAFETY, 1), NEW_PLACE);
    assert_at(story, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
    touches(&story, ACTION_BACK, 0, 0);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_SAFETY, 0), REDRAW);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_SAFETY, 2), REDRAW);
    assert_int_equal(story.session.answers[FIT].chosen[FIT_SAFETY], 4);
    assert_int_equal(touches(&story, ACTION_ANSWER, FIT_SAFETY, 0), NEW_PLACE);
    assert_at(story, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
}

/* ---- the review ------------------------------------------------------------------------------------ */

static void a_line_of_the_review_leads_to_its_question_and_next_returns(void **state)
{
    (void)state;
    struct story story = on_review();
    assert_int_equal(touches(&story, ACTION_REVIEW_ITEM, 3, 0), NEW_PLACE);
    assert_at(story, SCREEN_QUESTION, PHQ9, 3);
    touches(&story, ACTION_ANSWER, 3, 2);
    assert_int_equal(touches(&story, ACTION_NEXT, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(answer_to(&story, 3), 2);
    touches(&story, ACTION_REVIEW_ITEM, 4, 0);
    touches(&story, ACTION_SKIP, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    touches(&story, ACTION_REVIEW_ITEM, 4, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
    assert_int_equal(answer_to(&story, 4), ANSWER_SKIPPED);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
}

static void help_that_an_answer_opened_goes_on_to_the_review_it_came_from(void **state)
{
    (void)state;
    struct story story = on_review();
    touches(&story, ACTION_REVIEW_ITEM, PHQ9_SUICIDAL_THOUGHTS, 0);
    touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 2);
    assert_at(story, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
    touches(&story, ACTION_GO_ON, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
}

static void a_question_that_is_not_shown_is_not_on_the_review(void **state)
{
    (void)state;
    const int wrong[] = {PHQ9_DIFFICULTY, PHQ9_ITEMS, -1, INT_MAX, INT_MIN};
    struct story story = on_review(), before = story;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(touches(&story, ACTION_REVIEW_ITEM, wrong[i], 0), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

static void the_way_back_holds_a_check_once_though_the_review_led_to_a_question(void **state)
{
    (void)state;
    struct story story = on_review();
    int depth = story.session.depth;
    touches(&story, ACTION_REVIEW_ITEM, 3, 0);
    touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    assert_at(story, SCREEN_QUESTION, PHQ9, 3);
    touches(&story, ACTION_GO, SCREEN_RESULT, PHQ9);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
    assert_int_equal(story.session.depth, depth);
}

static void a_question_of_another_check_does_not_return_to_this_review(void **state)
{
    (void)state;
    struct story story = on_review();
    touches(&story, ACTION_GO, SCREEN_QUESTION, SUPPORT);
    assert_at(story, SCREEN_QUESTION, SUPPORT, 0);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_at(story, SCREEN_QUESTION, SUPPORT, 1);
}

static void stop_on_the_review_erases_the_check(void **state)
{
    (void)state;
    struct story story = on_review();
    assert_int_equal(touches(&story, ACTION_STOP, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_HOME, 0, 0);
    assert_false(screening_started(&story.session.answers[PHQ9]));
}

static void whoever_skips_everything_still_reaches_a_result(void **state)
{
    (void)state;
    struct story story = on_first_signs();
    for (int item = 0; item < FIT_ITEMS; item++)
        assert_int_equal(touches(&story, ACTION_SKIP, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_REVIEW, FIT, 0);
    touches(&story, ACTION_NEXT, 0, 0);
    assert_at(story, SCREEN_RESULT, FIT, 0);
    assert_true(screening_safety_skipped(fit_check, &story.session.answers[FIT]));
}

/* ---- taking it away ---------------------------------------------------------------------------------- */

static struct story taking(void)
{
    struct story story = on_result();
    assert_int_equal(touches(&story, ACTION_TAKE, 0, 0), REDRAW);
    assert_true(story.session.taking);
    return story;
}

static void the_code_is_shown_on_request_only_and_on_a_result_only(void **state)
{
    (void)state;
    struct story story = on_result();
    assert_false(story.session.taking);
    story = taking();
    assert_int_equal(touches(&story, ACTION_TAKE, 0, 0), REDRAW);
    assert_false(story.session.taking);
    story = on_review();
    assert_int_equal(touches(&story, ACTION_TAKE, 0, 0), EFFECT_NONE);
    assert_false(story.session.taking);
}

static void back_closes_the_code_before_it_leaves_the_result(void **state)
{
    (void)state;
    struct story story = taking();
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), REDRAW);
    assert_false(story.session.taking);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_REVIEW, PHQ9, 0);
}

static void the_code_goes_with_whatever_covers_or_leaves_the_result(void **state)
{
    (void)state;
    const struct action leaving[] = {{ACTION_HIDE, 0, 0},         {ACTION_HOME, 0, 0},
                                     {ACTION_GO, SCREEN_HELP, 0}, {ACTION_GO, SCREEN_QUESTION, PHQ9},
                                     {ACTION_STOP, 0, 0},         {ACTION_DONE, 0, 0}};
    for (size_t i = 0; i < sizeof leaving / sizeof *leaving; i++) {
        struct story story = taking();
        touches(&story, leaving[i].kind, leaving[i].a, leaving[i].b);
        assert_false(story.session.taking);
    }
    struct story story = taking();
    waits(&story, 30);
    assert_int_equal(story.session.cover, COVER_VEIL);
    assert_false(story.session.taking);
    story = taking();
    waits(&story, 120);
    assert_true(story.session.asking);
    assert_false(story.session.taking);
}

/* A clinic may veil results later than the kiosk asks. */
static void the_code_goes_when_the_kiosk_asks_though_no_veil_came(void **state)
{
    (void)state;
    struct content patient = made_content;
    patient.settings.veil_after_s = 600;
    struct story story = taking();
    story.now_ms += 120000;
    session_tick(&story.session, &patient, story.now_ms);
    assert_true(story.session.asking);
    assert_int_equal(story.session.cover, COVER_NONE);
    assert_false(story.session.taking);
}

static void the_code_does_not_come_back_by_itself(void **state)
{
    (void)state;
    struct story story = taking();
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_RESULT, PHQ9, 0);
    assert_false(story.session.taking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_check_for_adults_asks_for_the_age_before_its_first_question),
        cmocka_unit_test(the_age_is_asked_once_a_visit),
        cmocka_unit_test(other_checks_do_not_ask_for_the_age),
        cmocka_unit_test(who_is_under_18_finds_people_to_talk_to_and_no_check),
        cmocka_unit_test(a_slip_of_the_finger_about_the_age_can_be_mended),
        cmocka_unit_test(who_turns_out_to_be_under_18_leaves_no_answers_behind),
        cmocka_unit_test(an_age_that_does_not_exist_changes_nothing),
        cmocka_unit_test(several_answers_are_chosen_and_taken_back_one_by_one),
        cmocka_unit_test(the_first_sign_of_danger_shows_help_and_a_second_beside_it_does_not),
        cmocka_unit_test(a_line_of_the_review_leads_to_its_question_and_next_returns),
        cmocka_unit_test(help_that_an_answer_opened_goes_on_to_the_review_it_came_from),
        cmocka_unit_test(a_question_that_is_not_shown_is_not_on_the_review),
        cmocka_unit_test(the_way_back_holds_a_check_once_though_the_review_led_to_a_question),
        cmocka_unit_test(a_question_of_another_check_does_not_return_to_this_review),
        cmocka_unit_test(stop_on_the_review_erases_the_check),
        cmocka_unit_test(whoever_skips_everything_still_reaches_a_result),
        cmocka_unit_test(the_code_is_shown_on_request_only_and_on_a_result_only),
        cmocka_unit_test(back_closes_the_code_before_it_leaves_the_result),
        cmocka_unit_test(the_code_goes_with_whatever_covers_or_leaves_the_result),
        cmocka_unit_test(the_code_goes_when_the_kiosk_asks_though_no_veil_came),
        cmocka_unit_test(the_code_does_not_come_back_by_itself),
    };
    return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
