/* Stories about "everything lower": whoever sits, or is small, reaches all there is to touch. */
#include "kiosk.h"
#include "tour.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static void opens_standing_and_lower(void)
{
    struct app_setup setup = {kiosk_content, theme_default(), metrics_plain(), 268, true};
    kiosk.now_ms = 7000000;
    app_open(&kiosk.app, setup, 1080, 1920, kiosk.now_ms);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    does(&kiosk, ACTION_LOWER, 1, 0);
    draws(&kiosk);
}

static int highest_target(const struct scene *scene)
{
    int top = scene->root->rect.h;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->action.kind != ACTION_NONE && node->parent != NULL && node->rect.y < top)
            top = node->rect.y;
    return top;
}

static void everything_to_touch_lies_in_the_lower_half_of_a_standing_panel(void **state)
{
    (void)state;
    opens_standing_and_lower();
    struct stop stop;
    for (int i = 0; tour_stop(kiosk_content, i, 1, &stop); i++) {
        if (stop.at_rest)
            continue;
        kiosk.app.session = stop.session;
        kiosk.app.session.lower = true;
        kiosk.app.stale = true;
        assert_true(highest_target(scene_of(&kiosk)) >= 960);
    }
}

static void on_a_lying_panel_it_lies_in_the_lower_two_thirds(void **state)
{
    (void)state;
    goes_home(&kiosk);
    does(&kiosk, ACTION_LOWER, 1, 0);
    assert_true(highest_target(scene_of(&kiosk)) >= 360);
    assert_true(highest_target(scene_of(&kiosk)) < 460);
}

static void a_touch_on_the_free_part_presses_nothing(void **state)
{
    (void)state;
    opens_standing_and_lower();
    for (int y = 10; y < 960; y += 50) {
        touches_at(&kiosk, (struct spot){540, y});
        assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
        assert_int_equal(kiosk.app.session.depth, 0);
    }
}

static void the_whole_window_is_still_painted(void **state)
{
    (void)state;
    opens_standing_and_lower();
    assert_int_equal(scene_of(&kiosk)->root->rect.h, 1920);
    does(&kiosk, ACTION_LOWER, 0, 0);
    assert_int_equal(scene_of(&kiosk)->root->rect.h, 1920);
    assert_true(highest_target(scene_of(&kiosk)) < 100);
}

static void the_window_may_change_its_size_meanwhile(void **state)
{
    (void)state;
    opens_standing_and_lower();
    gives(&kiosk, INPUT_RESIZE, 720, 1280);
    assert_int_equal(scene_of(&kiosk)->root->rect.h, 1280);
    assert_true(highest_target(scene_of(&kiosk)) >= 640);
}

static void the_next_visitor_finds_the_whole_screen(void **state)
{
    (void)state;
    opens_standing_and_lower();
    touches(&kiosk, "done");
    does(&kiosk, ACTION_BEGIN, 0, 0);
    assert_false(kiosk.app.session.lower);
    assert_true(highest_target(scene_of(&kiosk)) < 100);
}

static void it_is_chosen_on_the_panel_text_and_sound_by_touch(void **state)
{
    (void)state;
    goes_home(&kiosk);
    touches(&kiosk, "settings");
    touches(&kiosk, "lower");
    assert_true(kiosk.app.session.lower);
    does(&kiosk, ACTION_SCROLL, 1, 0);
    const struct node *whole = named(&kiosk, "whole-screen", 0);
    touches_at(&kiosk, (struct spot){whole->rect.x + 9, whole->rect.y + 9 - view_of(&kiosk)->scroll});
    assert_false(kiosk.app.session.lower);
}

static void a_panel_of_seven_inches_is_within_reach_as_it_is(void **state)
{
    (void)state;
    assert_int_equal(reach_above(1024, 600, 155), 0);
    assert_int_equal(reach_above(600, 1024, 90), 0);
    assert_int_equal(reach_above(1080, 1920, 268), 960);
    assert_int_equal(reach_above(1920, 1080, 476), 360);
}

/* ---- sound ------------------------------------------------------------------------------------------------ */

static void speed_and_volume_go_in_steps_and_stop_at_their_ends(void **state)
{
    (void)state;
    goes_home(&kiosk);
    const struct session *session = &kiosk.app.session;
    assert_int_equal(session->rate, 120);
    does(&kiosk, ACTION_RATE, 1, 0);
    assert_int_equal(session->rate, 140);
    for (int i = 0; i < 20; i++) {
        does(&kiosk, ACTION_RATE, 1, 0);
        does(&kiosk, ACTION_VOLUME, 1, 0);
    }
    assert_int_equal(session->rate, 250);
    assert_int_equal(session->volume, 10);
    for (int i = 0; i < 20; i++) {
        does(&kiosk, ACTION_RATE, -1, 0);
        does(&kiosk, ACTION_VOLUME, -1, 0);
    }
    assert_int_equal(session->rate, 60);
    assert_int_equal(session->volume, 0);
}

static void sound_is_back_to_normal_for_the_next_visitor(void **state)
{
    (void)state;
    goes_home(&kiosk);
    does(&kiosk, ACTION_READ_ALOUD, 1, 0);
    does(&kiosk, ACTION_RATE, 1, 0);
    does(&kiosk, ACTION_VOLUME, 1, 0);
    does(&kiosk, ACTION_DONE, 0, 0);
    assert_false(kiosk.app.session.reading);
    assert_int_equal(kiosk.app.session.rate, USUAL_RATE);
    assert_int_equal(kiosk.app.session.volume, USUAL_VOLUME);
}

static void without_a_voice_nothing_speaks_of_sound(void **state)
{
    (void)state;
    goes_home(&kiosk);
    kiosk.app.setup.voice = false;
    does(&kiosk, ACTION_GO, SCREEN_SETTINGS, 0);
    assert_null(named(&kiosk, "read-aloud", 0));
    assert_null(named(&kiosk, "louder", 0));
    assert_non_null(plain_find(scene_of(&kiosk), "whole-screen"));
    kiosk.app.setup.voice = true;
    kiosk.app.stale = true;
    assert_non_null(named(&kiosk, "read-aloud", 0));
    assert_non_null(named(&kiosk, "louder", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(everything_to_touch_lies_in_the_lower_half_of_a_standing_panel, closes),
        cmocka_unit_test_teardown(on_a_lying_panel_it_lies_in_the_lower_two_thirds, closes),
        cmocka_unit_test_teardown(a_touch_on_the_free_part_presses_nothing, closes),
        cmocka_unit_test_teardown(the_whole_window_is_still_painted, closes),
        cmocka_unit_test_teardown(the_window_may_change_its_size_meanwhile, closes),
        cmocka_unit_test_teardown(the_next_visitor_finds_the_whole_screen, closes),
        cmocka_unit_test_teardown(it_is_chosen_on_the_panel_text_and_sound_by_touch, closes),
        cmocka_unit_test(a_panel_of_seven_inches_is_within_reach_as_it_is),
        cmocka_unit_test_teardown(speed_and_volume_go_in_steps_and_stop_at_their_ends, closes),
        cmocka_unit_test_teardown(sound_is_back_to_normal_for_the_next_visitor, closes),
        cmocka_unit_test_teardown(without_a_voice_nothing_speaks_of_sound, closes),
    };
    return cmocka_run_group_tests_name("reach", tests, load_content, free_content);
}
