/* Stories about the way to the screen of staff: two corners, or a chord of keys, and nothing that a visitor does. */
#include "staff_hands.h"

/* Two fingers that lie there, as the platform tells them. */
static unsigned pair_lies(int x, int y, int other_x, int other_y)
{
    struct input input = {.kind = INPUT_PAIR, .x = x, .y = y, .other_x = other_x, .other_y = other_y};
    return app_input(&kiosk.app, input, kiosk.now_ms);
}

static void puts_two_fingers(int x, int y, int other_x, int other_y)
{
    gives(&kiosk, INPUT_PRESS, x, y);
    gives(&kiosk, INPUT_CANCEL, 0, 0);
    pair_lies(x, y, other_x, other_y);
    draws(&kiosk);
}

static enum screen_id shown(void)
{
    return (enum screen_id)view_of(&kiosk)->screen;
}

static enum staff_page page(void)
{
    assert_int_equal(shown(), SCREEN_STAFF);
    return (enum staff_page)kiosk.app.session.staff.page;
}

/* ---- two fingers -------------------------------------------------------------------------------------------- */

static void both_upper_corners_held_at_once_open_it_after_three_seconds(void **state)
{
    (void)state;
    puts_two_fingers(20, 20, 1900, 30);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), kiosk.now_ms + 3000);
    kiosk.now_ms += 2999;
    gives(&kiosk, INPUT_NONE, 0, 0);
    assert_int_equal(shown(), SCREEN_ATTRACT);
    kiosk.now_ms += 1;
    gives(&kiosk, INPUT_NONE, 0, 0);
    assert_int_equal(page(), STAFF_OVERVIEW);
    gives(&kiosk, INPUT_PAIR_ENDS, 0, 0);
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void it_matters_not_which_finger_comes_first_nor_that_they_tremble(void **state)
{
    (void)state;
    puts_two_fingers(1900, 30, 20, 20);
    for (int i = 0; i < 30; i++) {
        kiosk.now_ms += 100;
        pair_lies(1890 + i % 5, 28, 18 + i % 4, 22);
    }
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void fingers_that_lift_or_become_a_palm_before_open_nothing(void **state)
{
    (void)state;
    puts_two_fingers(20, 20, 1900, 30);
    kiosk.now_ms += 2500;
    gives(&kiosk, INPUT_PAIR_ENDS, 0, 0);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), -1);
    waits(&kiosk, 10);
    assert_int_equal(shown(), SCREEN_ATTRACT);
}

static void a_finger_that_drifts_out_of_its_corner_begins_anew(void **state)
{
    (void)state;
    puts_two_fingers(20, 20, 1900, 30);
    kiosk.now_ms += 2000;
    pair_lies(20, 400, 1900, 30);
    waits(&kiosk, 5);
    assert_int_equal(shown(), SCREEN_ATTRACT);
    pair_lies(20, 20, 1900, 30);
    waits(&kiosk, 2);
    assert_int_equal(shown(), SCREEN_ATTRACT);
    waits(&kiosk, 1);
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void two_fingers_anywhere_else_do_nothing_and_begin_no_visit(void **state)
{
    (void)state;
    const int places[][4] = {
        {20, 20, 40, 40}, {1900, 20, 1880, 40}, {20, 1060, 1900, 1060}, {960, 20, 20, 20}, {960, 500, 1000, 500}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        puts_two_fingers(places[i][0], places[i][1], places[i][2], places[i][3]);
        assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), -1);
        waits(&kiosk, 10);
        gives(&kiosk, INPUT_PAIR_ENDS, 0, 0);
        assert_int_equal(shown(), SCREEN_ATTRACT);
    }
}

static void two_fingers_in_the_corners_do_nothing_to_a_visit(void **state)
{
    (void)state;
    does(&kiosk, ACTION_BEGIN, 0, 0);
    draws(&kiosk);
    int64_t asks_at = app_deadline(&kiosk.app, kiosk.now_ms);
    puts_two_fingers(20, 20, 1900, 30);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), asks_at);
    waits(&kiosk, 10);
    gives(&kiosk, INPUT_PAIR_ENDS, 0, 0);
    assert_int_equal(shown(), SCREEN_HOME);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), asks_at);
}

static void a_visit_that_begins_meanwhile_is_not_interrupted(void **state)
{
    (void)state;
    puts_two_fingers(20, 20, 1900, 30);
    kiosk.now_ms += 1000;
    presses_key(KEY_ENTER, 40);
    waits(&kiosk, 10);
    assert_int_equal(shown(), SCREEN_HOME);
    assert_true(app_deadline(&kiosk.app, kiosk.now_ms) > kiosk.now_ms);
}

static void new_content_waits_until_the_fingers_are_gone(void **state)
{
    (void)state;
    puts_two_fingers(20, 20, 1900, 30);
    assert_false(app_at_rest(&kiosk.app));
    gives(&kiosk, INPUT_PAIR_ENDS, 0, 0);
    assert_true(app_at_rest(&kiosk.app));
}

/* ---- the way in ------------------------------------------------------------------------------------------- */

static void both_upper_corners_held_one_after_the_other_open_the_staff_screen(void **state)
{
    (void)state;
    holds_both_corners();
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void a_touch_in_a_corner_begins_a_visit_as_anywhere(void **state)
{
    (void)state;
    holds(20, 20, 5);
    assert_int_equal(shown(), SCREEN_HOME);
}

static void one_corner_alone_does_nothing_and_the_other_alone_begins_a_visit(void **state)
{
    (void)state;
    holds(20, 20, 40);
    holds(20, 20, 40);
    assert_int_equal(shown(), SCREEN_ATTRACT);
    kiosk.now_ms += 20000;
    holds(1900, 20, 40);
    assert_int_equal(shown(), SCREEN_HOME);
}

static void a_touch_that_is_too_short_a_slip_or_a_second_finger_opens_nothing(void **state)
{
    (void)state;
    holds(20, 20, 32);
    holds(1900, 20, 20);
    assert_int_equal(shown(), SCREEN_HOME);
    waits(&kiosk, 1000);
    holds(20, 20, 32);
    gives(&kiosk, INPUT_PRESS, 1900, 20);
    gives(&kiosk, INPUT_CANCEL, 0, 0);
    kiosk.now_ms += 4000;
    gives(&kiosk, INPUT_RELEASE, 1900, 20);
    assert_int_equal(shown(), SCREEN_ATTRACT);
}

static void nothing_leads_there_from_a_visit(void **state)
{
    (void)state;
    does(&kiosk, ACTION_BEGIN, 0, 0);
    holds_both_corners();
    presses_key(KEY_STAFF, 22);
    assert_int_not_equal(shown(), SCREEN_STAFF);
    for (int wish = 0; wish <= STAFF_CHIME; wish++)
        does(&kiosk, ACTION_STAFF, wish, 1);
    assert_int_not_equal(shown(), SCREEN_STAFF);
}

static void a_chord_of_keys_opens_it_at_rest(void **state)
{
    (void)state;
    presses_key(KEY_STAFF, 22);
    assert_int_equal(page(), STAFF_OVERVIEW);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens_kiosk, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(both_upper_corners_held_at_once_open_it_after_three_seconds),
        STORY(it_matters_not_which_finger_comes_first_nor_that_they_tremble),
        STORY(fingers_that_lift_or_become_a_palm_before_open_nothing),
        STORY(a_finger_that_drifts_out_of_its_corner_begins_anew),
        STORY(two_fingers_anywhere_else_do_nothing_and_begin_no_visit),
        STORY(two_fingers_in_the_corners_do_nothing_to_a_visit),
        STORY(a_visit_that_begins_meanwhile_is_not_interrupted),
        STORY(new_content_waits_until_the_fingers_are_gone),
        STORY(both_upper_corners_held_one_after_the_other_open_the_staff_screen),
        STORY(a_touch_in_a_corner_begins_a_visit_as_anywhere),
        STORY(one_corner_alone_does_nothing_and_the_other_alone_begins_a_visit),
        STORY(a_touch_that_is_too_short_a_slip_or_a_second_finger_opens_nothing),
        STORY(nothing_leads_there_from_a_visit),
        STORY(a_chord_of_keys_opens_it_at_rest),
    };
    return cmocka_run_group_tests(tests, load_content, free_content);
}
