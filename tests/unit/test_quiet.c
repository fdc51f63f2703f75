/* Stories about nobody touching: the question, the end of a visit, and the covers. */
#include "kiosk.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static bool asks(void)
{
    return named(&kiosk, "still-there", 0) != NULL;
}

static bool at_rest(void)
{
    return view_of(&kiosk)->screen == SCREEN_ATTRACT;
}

/* ---- are you still there? ------------------------------------------------------------------------------- */

static void after_two_minutes_the_kiosk_asks(void **state)
{
    (void)state;
    goes_home(&kiosk);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), kiosk.now_ms + 120000);
    waits(&kiosk, 119);
    assert_false(asks());
    waits(&kiosk, 1);
    assert_true(asks());
    assert_true(draws(&kiosk) > 0);
}

static int seconds_shown(void)
{
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_TIMER)
            return node->value;
    return -1;
}

static void it_counts_down_every_second_where_all_can_see(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, 120);
    draws(&kiosk);
    for (int left = 30; left > 1; left--) {
        assert_int_equal(seconds_shown(), left);
        assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), kiosk.now_ms + 1000);
        waits(&kiosk, 1);
        assert_true(draws(&kiosk) > 0);
    }
}

static void still_here_leads_back_to_where_one_was(void **state)
{
    (void)state;
    goes_home(&kiosk);
    touches(&kiosk, "compare");
    waits(&kiosk, 120);
    touches(&kiosk, "still-here");
    assert_false(asks());
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_COMPARE);
    waits(&kiosk, 119);
    assert_false(asks());
}

static void the_question_keeps_the_place_in_the_page(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    does(&kiosk, ACTION_SCROLL, 1, 0);
    int place = view_of(&kiosk)->scroll;
    assert_true(place > 0);
    waits(&kiosk, 120);
    draws(&kiosk);
    touches(&kiosk, "still-here");
    draws(&kiosk);
    assert_int_equal(view_of(&kiosk)->scroll, place);
}

static void a_scrolled_reserve_card_goes_back_to_its_top(void **state)
{
    (void)state;
    static struct app app;
    struct app_setup setup = {content_fallback(), theme_default(), metrics_plain(), 154, true};
    app_open(&app, setup, 1024, 600, 0);
    app_act(&app, (struct action){ACTION_SCROLL, 1, 0}, 0);
    assert_true(session_view(&app.session)->scroll > 0);
    for (int64_t now = 1000; now <= 200000; now += 1000)
        app_input(&app, (struct input){.kind = INPUT_NONE}, now);
    app_scene(&app, 200000);
    assert_int_equal(session_view(&app.session)->scroll, 0);
    app_close(&app);
}

static void a_slow_finger_on_still_here_is_felt(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, 120);
    struct spot button = middle_of(named(&kiosk, "still-here", 0));
    gives(&kiosk, INPUT_PRESS, button.x, button.y);
    for (int i = 0; i < 3; i++)
        waits(&kiosk, 1);
    draws(&kiosk);
    gives(&kiosk, INPUT_RELEASE, button.x, button.y);
    assert_false(asks());
}

static void a_finger_that_is_down_when_the_question_comes_presses_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    waits(&kiosk, 119);
    gives(&kiosk, INPUT_PRESS, card.x, card.y);
    waits(&kiosk, 1);
    gives(&kiosk, INPUT_RELEASE, card.x, card.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void a_touch_anywhere_is_an_answer_and_presses_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    waits(&kiosk, 120);
    touches_at(&kiosk, (struct spot){card.x, 1070});
    assert_false(asks());
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void erase_now_ends_the_visit_at_once(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, 120);
    assert_int_equal(touches(&kiosk, "erase-now"), APP_WIPED);
    assert_true(at_rest());
}

static void without_an_answer_the_visit_ends(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, 120);
    assert_int_equal(waits(&kiosk, 29), APP_OK);
    assert_false(at_rest());
    assert_int_equal(waits(&kiosk, 1), APP_WIPED);
    assert_true(at_rest());
    assert_int_equal(draws(&kiosk), 1);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), -1);
}

/* ---- touches that come too late ----------------------------------------------------------------------------- */

static void a_finger_that_is_down_when_time_runs_out_presses_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    waits(&kiosk, 120);
    waits(&kiosk, 29);
    gives(&kiosk, INPUT_PRESS, 960, 540);
    waits(&kiosk, 1);
    gives(&kiosk, INPUT_RELEASE, 960, 540);
    assert_true(at_rest());
}

static void a_touch_after_a_long_sleep_finds_no_visit(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    struct spot help = middle_of(named(&kiosk, "get-help", 0));
    does(&kiosk, ACTION_ANSWER, 0, 1);
    kiosk.now_ms += 3600 * 1000;
    assert_int_equal(touches_at(&kiosk, help) & APP_WIPED, APP_WIPED);
    assert_int_equal(kiosk.app.session.depth, 0);
    assert_false(screening_started(&kiosk.app.session.answers[MOOD_CHECK]));
}

static void a_wheel_after_a_long_sleep_finds_no_visit(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    kiosk.now_ms += 3600 * 1000;
    assert_int_equal(gives(&kiosk, INPUT_WHEEL, 0, -1) & APP_WIPED, APP_WIPED);
    assert_true(at_rest());
}

static void the_next_visitor_finds_everything_as_it_always_is(void **state)
{
    (void)state;
    goes_home(&kiosk);
    does(&kiosk, ACTION_TEXT_SIZE, 3, 0);
    does(&kiosk, ACTION_THEME, 2, 0);
    does(&kiosk, ACTION_LANGUAGE, 1, 0);
    assert_int_equal(touches(&kiosk, "done"), APP_WIPED);
    touches_at(&kiosk, (struct spot){960, 300});
    assert_int_equal(kiosk.app.session.text_size, DEFAULT_TEXT_SIZE);
    assert_int_equal(kiosk.app.session.theme, DEFAULT_THEME);
    assert_int_equal(kiosk.app.session.language, 0);
}

/* ---- covers ------------------------------------------------------------------------------------------------ */

static bool says(const char *words)
{
    char bytes[8192];
    struct text out = text_in(bytes, sizeof bytes);
    node_say(scene_of(&kiosk)->root, &out);
    return strstr(bytes, words) != NULL;
}

static const char *headline(void)
{
    const struct screening *check = &kiosk_content->screenings[MOOD_CHECK];
    int total = screening_total(check, &kiosk.app.session.answers[MOOD_CHECK]);
    return screening_band(check, total)->headline.in[0];
}

static void a_result_veils_itself_after_half_a_minute(void **state)
{
    (void)state;
    reaches_a_result(&kiosk);
    assert_true(says(headline()));
    waits(&kiosk, 29);
    assert_true(says(headline()));
    waits(&kiosk, 1);
    assert_false(says(headline()));
    assert_non_null(named(&kiosk, "covered", 0));
    assert_true(draws(&kiosk) > 0);
}

static void a_touch_lifts_the_veil_and_presses_nothing(void **state)
{
    (void)state;
    reaches_a_result(&kiosk);
    struct spot done = middle_of(named(&kiosk, "done", 0));
    waits(&kiosk, 30);
    assert_int_equal(touches_at(&kiosk, done), APP_OK);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_RESULT);
    assert_true(says(headline()));
}

static void hide_covers_a_question_until_the_next_touch(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    const char *question = kiosk_content->screenings[MOOD_CHECK].items[0].text.in[0];
    assert_true(says(question));
    touches(&kiosk, "hide");
    assert_false(says(question));
    touches_at(&kiosk, (struct spot){960, 1000});
    assert_true(says(question));
}

static void a_cover_does_not_stop_the_clock(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    touches(&kiosk, "hide");
    waits(&kiosk, 120);
    assert_true(asks());
    assert_int_equal(waits(&kiosk, 30), APP_WIPED);
}

static void a_question_does_not_veil_itself(void **state)
{
    (void)state;
    opens_a_question(&kiosk);
    waits(&kiosk, 100);
    assert_true(says(kiosk_content->screenings[MOOD_CHECK].items[0].text.in[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(after_two_minutes_the_kiosk_asks, closes),
        cmocka_unit_test_teardown(it_counts_down_every_second_where_all_can_see, closes),
        cmocka_unit_test_teardown(still_here_leads_back_to_where_one_was, closes),
        cmocka_unit_test_teardown(the_question_keeps_the_place_in_the_page, closes),
        cmocka_unit_test_teardown(a_scrolled_reserve_card_goes_back_to_its_top, closes),
        cmocka_unit_test_teardown(a_slow_finger_on_still_here_is_felt, closes),
        cmocka_unit_test_teardown(a_finger_that_is_down_when_the_question_comes_presses_nothing, closes),
        cmocka_unit_test_teardown(a_touch_anywhere_is_an_answer_and_presses_nothing, closes),
        cmocka_unit_test_teardown(erase_now_ends_the_visit_at_once, closes),
        cmocka_unit_test_teardown(without_an_answer_the_visit_ends, closes),
        cmocka_unit_test_teardown(a_finger_that_is_down_when_time_runs_out_presses_nothing, closes),
        cmocka_unit_test_teardown(a_touch_after_a_long_sleep_finds_no_visit, closes),
        cmocka_unit_test_teardown(a_wheel_after_a_long_sleep_finds_no_visit, closes),
        cmocka_unit_test_teardown(the_next_visitor_finds_everything_as_it_always_is, closes),
        cmocka_unit_test_teardown(a_result_veils_itself_after_half_a_minute, closes),
        cmocka_unit_test_teardown(a_touch_lifts_the_veil_and_presses_nothing, closes),
        cmocka_unit_test_teardown(hide_covers_a_question_until_the_next_touch, closes),
        cmocka_unit_test_teardown(a_cover_does_not_stop_the_clock, closes),
        cmocka_unit_test_teardown(a_question_does_not_veil_itself, closes),
    };
    return cmocka_run_group_tests_name("quiet", tests, load_content, free_content);
}
