/* Stories about time and privacy: when the kiosk asks, what it covers, and how it forgets everything. */
#include "story.h"

/* ---- at rest --------------------------------------------------------------------------------------- */

static void a_kiosk_at_rest_never_wakes_up_by_itself(void **state)
{
    (void)state;
    struct story story = at_rest();
    assert_int_equal(deadline(&story), -1);
    assert_int_equal(waits(&story, 24 * 3600), EFFECT_NONE);
    assert_at(story, SCREEN_ATTRACT, 0, 0);
    assert_false(story.session.asking);
}

static void only_begin_wakes_the_attract_screen(void **state)
{
    (void)state;
    for (int kind = 0; kind < ACTION_KIND_COUNT; kind++) {
        struct story story = at_rest();
        for (int a = 0; kind != ACTION_BEGIN && a < SCREEN_COUNT; a++)
            assert_int_equal(touches(&story, (enum action_kind)kind, a, 0), EFFECT_NONE);
        assert_forgotten(&story);
    }
}

static void begin_opens_home_in_the_language_that_was_touched(void **state)
{
    (void)state;
    struct story story = at_rest();
    assert_int_equal(touches(&story, ACTION_BEGIN, 1, 0), NEW_PLACE);
    assert_at(story, SCREEN_HOME, 0, 0);
    assert_int_equal(story.session.language, 1);
    assert_int_equal(touches(&story, ACTION_BEGIN, 0, 0), EFFECT_NONE);
    assert_int_equal(story.session.language, 1);
}

static void begin_in_a_language_that_does_not_exist_does_nothing(void **state)
{
    (void)state;
    const int wrong[] = {-1, 2, 256, INT_MIN, INT_MAX};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct story story = at_rest();
        assert_int_equal(touches(&story, ACTION_BEGIN, wrong[i], 0), EFFECT_NONE);
        assert_forgotten(&story);
    }
}

/* ---- are you still there? -------------------------------------------------------------------------- */

static void after_two_quiet_minutes_the_kiosk_asks_and_not_before(void **state)
{
    (void)state;
    struct story story = at_home();
    assert_int_equal(deadline(&story), story.now_ms + 120000);
    story.now_ms += 119999;
    assert_int_equal(waits(&story, 0), EFFECT_NONE);
    assert_false(story.session.asking);
    story.now_ms += 1;
    assert_int_equal(waits(&story, 0), REDRAW);
    assert_true(story.session.asking);
    assert_int_equal(seconds_left(&story), 30);
}

static void the_countdown_wakes_up_once_a_second(void **state)
{
    (void)state;
    struct story story = at_home();
    waits(&story, 120);
    for (int left = 30; left > 0; left--) {
        assert_int_equal(seconds_left(&story), left);
        assert_int_equal(deadline(&story), story.now_ms + 1000);
        assert_int_equal(waits(&story, 1), left > 1 ? REDRAW : WIPED);
    }
    assert_int_equal(seconds_left(&story), 0);
}

static void a_late_wake_up_returns_to_full_seconds(void **state)
{
    (void)state;
    struct story story = at_home();
    waits(&story, 120);
    int64_t asked = story.now_ms;
    story.now_ms += 2300;
    assert_int_equal(deadline(&story), asked + 3000);
    assert_int_equal(seconds_left(&story), 28);
    story.now_ms = asked + 29999;
    assert_int_equal(deadline(&story), asked + 30000);
    assert_int_equal(seconds_left(&story), 1);
}

static void nobody_answers_and_the_visit_is_forgotten(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    touches(&story, ACTION_LANGUAGE, 1, 0);
    waits(&story, 120);
    assert_int_equal(waits(&story, 30), WIPED);
    assert_at(story, SCREEN_ATTRACT, 0, 0);
    assert_int_equal(deadline(&story), -1);
    assert_forgotten(&story);
}

static void any_touch_answers_the_question_and_does_nothing_else(void **state)
{
    (void)state;
    for (int kind = 0; kind < ACTION_KIND_COUNT; kind++) {
        struct story story = on_first_question();
        waits(&story, 125);
        if (kind == ACTION_DONE || kind == ACTION_GO) /* erase and help do act */
            continue;
        struct session before = story.session;
        assert_int_equal(touches(&story, (enum action_kind)kind, SCREEN_HELP, 0), REDRAW);
        before.asking = false;
        before.touched_ms = story.now_ms;
        assert_memory_equal(&story.session, &before, sizeof before);
    }
}

static void help_is_one_touch_away_from_the_question_and_from_a_cover(void **state)
{
    (void)state;
    struct story story = on_first_question();
    touches(&story, ACTION_HIDE, 0, 0);
    waits(&story, 125);
    assert_true(story.session.asking);
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    assert_int_equal(session_view(&story.session)->screen, SCREEN_HELP);
    assert_false(story.session.asking);
    assert_int_equal(story.session.cover, COVER_NONE);
}

static void a_touch_beside_every_target_answers_the_question_too(void **state)
{
    (void)state;
    struct story story = at_home();
    waits(&story, 120);
    assert_int_equal(session_touch(&story.session, story.now_ms), REDRAW);
    assert_false(story.session.asking);
    assert_int_equal(deadline(&story), story.now_ms + 120000);
}

static void the_question_can_be_answered_again_and_again(void **state)
{
    (void)state;
    struct story story = on_first_question();
    touches(&story, ACTION_ANSWER, 0, 2);
    for (int i = 0; i < 50; i++) {
        waits(&story, 120);
        waits(&story, 29);
        assert_int_equal(touches(&story, ACTION_STILL_HERE, 0, 0), REDRAW);
    }
    assert_at(story, SCREEN_QUESTION, PHQ9, 0);
    assert_int_equal(answer_to(&story, 0), 2);
}

static void erase_and_finish_on_the_question_ends_the_visit(void **state)
{
    (void)state;
    struct story story = on_result();
    waits(&story, 120);
    assert_int_equal(touches(&story, ACTION_DONE, 0, 0), WIPED);
    assert_forgotten(&story);
}

static void a_machine_that_slept_wakes_up_without_the_last_visit(void **state)
{
    (void)state;
    struct story story = on_result();
    story.now_ms += 8LL * 3600 * 1000;
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), WIPED);
    assert_forgotten(&story);
    story = on_result();
    story.now_ms += 150000;
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), WIPED);
    story = on_result();
    assert_int_equal(waits(&story, 8 * 3600), WIPED);
    assert_forgotten(&story);
}

static void done_forgets_everything_at_once(void **state)
{
    (void)state;
    struct story story = on_help_after_an_answer();
    touches(&story, ACTION_TEXT_SIZE, 3, 0);
    assert_int_equal(touches(&story, ACTION_DONE, 0, 0), WIPED);
    assert_at(story, SCREEN_ATTRACT, 0, 0);
    assert_forgotten(&story);
}

/* ---- covers ---------------------------------------------------------------------------------------- */

static void a_result_veils_itself_when_nobody_touches_it(void **state)
{
    (void)state;
    struct story story = on_result();
    assert_int_equal(deadline(&story), story.now_ms + 30000);
    assert_int_equal(waits(&story, 29), EFFECT_NONE);
    assert_int_equal(waits(&story, 1), REDRAW);
    assert_int_equal(story.session.cover, COVER_VEIL);
    assert_int_equal(waits(&story, 1), EFFECT_NONE);
}

static void a_review_veils_itself_too_for_it_shows_all_answers(void **state)
{
    (void)state;
    struct story story = on_review();
    assert_int_equal(deadline(&story), story.now_ms + 30000);
    assert_int_equal(waits(&story, 30), REDRAW);
    assert_int_equal(story.session.cover, COVER_VEIL);
    story = on_review();
    assert_true(session_shows_answers(&story.session));
    assert_int_equal(touches(&story, ACTION_HIDE, 0, 0), REDRAW);
    assert_int_equal(story.session.cover, COVER_HIDDEN);
}

static void other_screens_are_not_veiled(void **state)
{
    (void)state;
    struct story story = on_first_question();
    assert_int_equal(waits(&story, 60), EFFECT_NONE);
    assert_int_equal(story.session.cover, COVER_NONE);
    story = at_home();
    waits(&story, 60);
    assert_int_equal(story.session.cover, COVER_NONE);
}

static void a_touch_on_a_cover_only_reveals(void **state)
{
    (void)state;
    for (int kind = 0; kind < ACTION_KIND_COUNT; kind++) {
        struct story story = on_result();
        waits(&story, 30);
        if (kind == ACTION_GO) /* help does act */
            continue;
        assert_int_equal(touches(&story, (enum action_kind)kind, SCREEN_HELP, 0), REDRAW);
        assert_at(story, SCREEN_RESULT, PHQ9, 0);
        assert_int_equal(story.session.cover, COVER_NONE);
        assert_int_equal(deadline(&story), story.now_ms + 30000);
    }
    struct story story = on_result();
    waits(&story, 30);
    assert_int_equal(session_touch(&story.session, story.now_ms), REDRAW);
    assert_int_equal(story.session.cover, COVER_NONE);
}

static void hide_covers_a_question_or_result_at_once_and_nothing_else(void **state)
{
    (void)state;
    struct story story = on_first_question();
    assert_true(session_shows_answers(&story.session));
    assert_int_equal(touches(&story, ACTION_HIDE, 0, 0), REDRAW);
    assert_int_equal(story.session.cover, COVER_HIDDEN);
    assert_int_equal(touches(&story, ACTION_REVEAL, 0, 0), REDRAW);
    assert_int_equal(story.session.cover, COVER_NONE);
    story = on_result();
    assert_int_equal(touches(&story, ACTION_HIDE, 0, 0), REDRAW);
    story = at_home();
    assert_false(session_shows_answers(&story.session));
    assert_int_equal(touches(&story, ACTION_HIDE, 0, 0), EFFECT_NONE);
    assert_int_equal(story.session.cover, COVER_NONE);
}

static void who_uses_keys_or_speech_has_five_minutes_to_answer(void **state)
{
    (void)state;
    struct story story = at_home();
    session_by_keys(&story.session);
    waits(&story, made_content.settings.warn_after_s);
    assert_true(story.session.asking);
    assert_int_equal(seconds_left(&story), ANSWER_BY_KEYS_S);
    waits(&story, ANSWER_BY_KEYS_S - 1);
    assert_true(story.session.asking);
    waits(&story, 1);
    assert_forgotten(&story);
}

static void the_next_visitor_does_not_inherit_those_five_minutes(void **state)
{
    (void)state;
    struct story story = at_home();
    session_by_keys(&story.session);
    touches(&story, ACTION_DONE, 0, 0);
    session_by_keys(&story.session); /* at rest there is nobody */
    assert_forgotten(&story);
    touches(&story, ACTION_BEGIN, 0, 0);
    waits(&story, made_content.settings.warn_after_s);
    assert_int_equal(seconds_left(&story), made_content.settings.answer_within_s);
}

static void the_idle_clock_goes_on_under_a_cover(void **state)
{
    (void)state;
    struct story story = on_result();
    touches(&story, ACTION_HIDE, 0, 0);
    assert_int_equal(deadline(&story), story.now_ms + 120000);
    assert_int_equal(waits(&story, 120), REDRAW);
    assert_true(story.session.asking);
    assert_int_equal(touches(&story, ACTION_STILL_HERE, 0, 0), REDRAW);
    assert_int_equal(story.session.cover, COVER_HIDDEN);
    waits(&story, 120);
    assert_int_equal(waits(&story, 30), WIPED);
    assert_forgotten(&story);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kiosk_at_rest_never_wakes_up_by_itself),
        cmocka_unit_test(only_begin_wakes_the_attract_screen),
        cmocka_unit_test(begin_opens_home_in_the_language_that_was_touched),
        cmocka_unit_test(begin_in_a_language_that_does_not_exist_does_nothing),
        cmocka_unit_test(after_two_quiet_minutes_the_kiosk_asks_and_not_before),
        cmocka_unit_test(the_countdown_wakes_up_once_a_second),
        cmocka_unit_test(a_late_wake_up_returns_to_full_seconds),
        cmocka_unit_test(nobody_answers_and_the_visit_is_forgotten),
        cmocka_unit_test(any_touch_answers_the_question_and_does_nothing_else),
        cmocka_unit_test(help_is_one_touch_away_from_the_question_and_from_a_cover),
        cmocka_unit_test(a_touch_beside_every_target_answers_the_question_too),
        cmocka_unit_test(the_question_can_be_answered_again_and_again),
        cmocka_unit_test(erase_and_finish_on_the_question_ends_the_visit),
        cmocka_unit_test(a_machine_that_slept_wakes_up_without_the_last_visit),
        cmocka_unit_test(done_forgets_everything_at_once),
        cmocka_unit_test(a_result_veils_itself_when_nobody_touches_it),
        cmocka_unit_test(a_review_veils_itself_too_for_it_shows_all_answers),
        cmocka_unit_test(other_screens_are_not_veiled),
        cmocka_unit_test(a_touch_on_a_cover_only_reveals),
        cmocka_unit_test(hide_covers_a_question_or_result_at_once_and_nothing_else),
        cmocka_unit_test(who_uses_keys_or_speech_has_five_minutes_to_answer),
        cmocka_unit_test(the_next_visitor_does_not_inherit_those_five_minutes),
        cmocka_unit_test(the_idle_clock_goes_on_under_a_cover),
    };
    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
