/* Stories about visitors who use keys or switches instead of a finger. */
#include "kiosk.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static unsigned presses(enum input_key key)
{
    unsigned result = app_input(&kiosk.app, (struct input){.kind = INPUT_KEY, .key = key}, kiosk.now_ms);
    draws(&kiosk);
    return result;
}

static void presses_times(enum input_key key, int times)
{
    for (int i = 0; i < times; i++)
        presses(key);
}

static const struct node *chosen(void)
{
    scene_of(&kiosk);
    return kiosk.app.focus.node;
}

static bool is_chosen(const char *name)
{
    return chosen() != NULL && chosen()->name != NULL && strcmp(chosen()->name, name) == 0;
}

static void moves_to(const char *name)
{
    for (int i = 0; i < 200 && !(kiosk.app.focus.shown && is_chosen(name)); i++)
        presses(KEY_NEXT);
    assert_true(is_chosen(name));
}

static void selects(const char *name)
{
    moves_to(name);
    presses(KEY_ENTER);
    scene_of(&kiosk);
}

static bool ring_is_drawn(void)
{
    kiosk.app.damage.all = true;
    draws(&kiosk);
    color ring = theme_default()->palettes[kiosk.app.session.theme].tones[TONE_FOCUS];
    for (size_t i = 0; i < kiosk.app.list.count; i++)
        if (kiosk.app.list.items[i].kind == DRAW_RING && kiosk.app.list.items[i].color == ring)
            return true;
    return false;
}

static int shows(void)
{
    return view_of(&kiosk)->screen;
}

static void comes_by_key(void)
{
    kiosk_open(&kiosk);
    presses(KEY_ENTER);
}

static void is_on_first_question(void)
{
    comes_by_key();
    selects("checks");
    selects("phq-9");
    selects("begin-check");
    selects("age-adult");
    assert_int_equal(shows(), SCREEN_QUESTION);
}

/* ---- at rest ------------------------------------------------------------------------------------------- */

static void any_key_wakes_and_presses_nothing(void **state)
{
    (void)state;
    for (int key = 0; key < KEY_MEANINGS; key++) {
        if (key == KEY_HELP || key == KEY_HEADPHONES_OUT || key == KEY_STAFF)
            continue;
        kiosk_open(&kiosk);
        presses((enum input_key)key);
        assert_int_equal(shows(), SCREEN_HOME);
        assert_int_equal(kiosk.app.session.depth, 0);
        app_close(&kiosk.app);
    }
    kiosk_open(&kiosk);
}

static void the_help_key_helps_even_at_rest(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    presses(KEY_HELP);
    assert_int_equal(shows(), SCREEN_HELP);
    presses(KEY_BACK);
    assert_int_equal(shows(), SCREEN_HOME);
}

static void headphones_pulled_out_at_rest_wake_nobody(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    presses(KEY_HEADPHONES_OUT);
    assert_int_equal(shows(), SCREEN_ATTRACT);
}

/* ---- the ring ------------------------------------------------------------------------------------------- */

static void a_finger_never_sees_a_ring(void **state)
{
    (void)state;
    goes_home(&kiosk);
    assert_false(ring_is_drawn());
    touches(&kiosk, "compare");
    assert_false(ring_is_drawn());
}

static void the_first_key_shows_the_ring_and_a_finger_hides_it(void **state)
{
    (void)state;
    comes_by_key();
    assert_true(ring_is_drawn());
    touches(&kiosk, "compare");
    assert_false(ring_is_drawn());
}

static void nobody_presses_what_has_no_ring_yet(void **state)
{
    (void)state;
    comes_by_key();
    moves_to("compare");
    gives(&kiosk, INPUT_PRESS, 2, 300);
    gives(&kiosk, INPUT_RELEASE, 2, 300);
    presses(KEY_ENTER);
    assert_int_equal(shows(), SCREEN_HOME);
    assert_true(ring_is_drawn());
    presses(KEY_ENTER);
    assert_int_equal(shows(), SCREEN_COMPARE);
}

static void a_key_without_a_meaning_shows_no_ring(void **state)
{
    (void)state;
    goes_home(&kiosk);
    presses(KEY_OTHER);
    assert_false(ring_is_drawn());
    assert_false(kiosk.app.session.by_keys);
}

/* ---- where the choice is --------------------------------------------------------------------------------- */

static void a_switch_pressed_twice_answers_no_question(void **state)
{
    (void)state;
    is_on_first_question();
    presses_times(KEY_ENTER, 5);
    assert_int_equal(kiosk.app.session.answers[view_of(&kiosk)->subject].option[0], ANSWER_NONE);
}

static void an_answer_stays_chosen_when_it_was_given(void **state)
{
    (void)state;
    is_on_first_question();
    presses_times(KEY_NEXT, 2);
    assert_true(is_chosen("option"));
    presses(KEY_ENTER);
    assert_true(is_chosen("option"));
    assert_int_equal(chosen()->action.b, 1);
    assert_true(chosen()->selected);
}

static void the_next_question_begins_at_its_title(void **state)
{
    (void)state;
    is_on_first_question();
    presses(KEY_NEXT);
    presses(KEY_ENTER);
    selects("next");
    assert_int_equal(view_of(&kiosk)->detail, 1);
    assert_int_equal(chosen()->role, ROLE_HEADING);
}

static void going_back_finds_what_was_chosen_before(void **state)
{
    (void)state;
    comes_by_key();
    selects("family");
    assert_int_equal(chosen()->role, ROLE_HEADING);
    presses(KEY_BACK);
    assert_true(is_chosen("family"));
    selects("compare");
    presses(KEY_HELP);
    presses(KEY_BACK);
    presses(KEY_BACK);
    assert_true(is_chosen("compare"));
}

static void a_page_that_is_opened_again_begins_at_its_title(void **state)
{
    (void)state;
    comes_by_key();
    selects("compare");
    presses_times(KEY_NEXT, 3);
    presses(KEY_BACK);
    presses(KEY_ENTER);
    assert_int_equal(shows(), SCREEN_COMPARE);
    assert_int_equal(chosen()->role, ROLE_HEADING);
}

static void a_setting_keeps_its_place_and_stays_in_sight(void **state)
{
    (void)state;
    comes_by_key();
    selects("settings");
    while (chosen()->action.kind != ACTION_TEXT_SIZE || chosen()->action.a != TEXT_SIZES - 1)
        presses(KEY_NEXT);
    presses(KEY_ENTER);
    assert_int_equal(kiosk.app.session.text_size, TEXT_SIZES - 1);
    assert_int_equal(chosen()->action.kind, ACTION_TEXT_SIZE);
    assert_int_equal(chosen()->action.a, TEXT_SIZES - 1);
    presses(KEY_BACK);
    selects("language");
    assert_int_equal(kiosk.app.session.language, 1);
    assert_true(is_chosen("language"));
}

static void a_column_that_was_opened_stays_chosen(void **state)
{
    (void)state;
    comes_by_key();
    selects("compare");
    while (chosen()->action.kind != ACTION_DETAIL)
        presses(KEY_NEXT);
    struct action action = chosen()->action;
    presses(KEY_ENTER);
    assert_int_equal(view_of(&kiosk)->detail, action.a);
    assert_true(action_equal(chosen()->action, action));
}

/* ---- keys that lead somewhere ---------------------------------------------------------------------------- */

static void home_and_back_and_help_work_from_a_question(void **state)
{
    (void)state;
    is_on_first_question();
    presses(KEY_HELP);
    assert_int_equal(shows(), SCREEN_HELP);
    presses(KEY_BACK);
    assert_int_equal(shows(), SCREEN_QUESTION);
    presses(KEY_HOME);
    assert_int_equal(shows(), SCREEN_HOME);
}

/* ---- what lies over the screen ---------------------------------------------------------------------------- */

static void any_key_answers_that_somebody_is_there(void **state)
{
    (void)state;
    static const enum input_key keys[] = {KEY_NEXT, KEY_ENTER, KEY_BACK, KEY_HOME, KEY_OTHER, KEY_LOUDER};
    comes_by_key();
    selects("compare");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        waits(&kiosk, kiosk_content->settings.warn_after_s);
        assert_true(kiosk.app.session.asking);
        presses(keys[i]);
        assert_false(kiosk.app.session.asking);
        assert_int_equal(shows(), SCREEN_COMPARE);
    }
}

static void any_key_uncovers_and_does_no_more(void **state)
{
    (void)state;
    is_on_first_question();
    presses(KEY_NEXT);
    selects("hide");
    assert_int_equal(kiosk.app.session.cover, COVER_HIDDEN);
    presses(KEY_ENTER);
    assert_int_equal(kiosk.app.session.cover, COVER_NONE);
    assert_int_equal(shows(), SCREEN_QUESTION);
    assert_true(is_chosen("hide"));
}

static void help_goes_through_what_lies_over_the_screen(void **state)
{
    (void)state;
    is_on_first_question();
    selects("hide");
    presses(KEY_HELP);
    assert_int_equal(shows(), SCREEN_HELP);
    presses(KEY_BACK);
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    presses(KEY_HELP);
    assert_int_equal(shows(), SCREEN_HELP);
    assert_false(kiosk.app.session.asking);
}

static void who_uses_keys_has_more_time_to_answer(void **state)
{
    (void)state;
    comes_by_key();
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    waits(&kiosk, ANSWER_BY_KEYS_S - 1);
    assert_true(kiosk.app.session.asking);
    assert_int_equal(waits(&kiosk, 1), APP_WIPED);
}

static void a_key_is_a_sign_of_life(void **state)
{
    (void)state;
    comes_by_key();
    for (int i = 0; i < 10; i++) {
        waits(&kiosk, kiosk_content->settings.warn_after_s - 1);
        presses(i % 2 == 0 ? KEY_NEXT : KEY_OTHER);
    }
    assert_false(kiosk.app.session.asking);
}

/* ---- the end ------------------------------------------------------------------------------------------------ */

static void the_end_of_a_visit_forgets_keys_and_ring(void **state)
{
    (void)state;
    is_on_first_question();
    moves_to("done");
    assert_int_equal(presses(KEY_ENTER), APP_WIPED);
    static const struct focus_place nowhere;
    assert_int_equal(shows(), SCREEN_ATTRACT);
    assert_false(kiosk.app.focus.shown);
    assert_false(kiosk.app.session.by_keys);
    for (int i = 1; i < MAX_VIEWS; i++)
        assert_memory_equal(&kiosk.app.focus.places[i], &nowhere, sizeof nowhere);
    touches_number(&kiosk, "begin", 0);
    assert_false(ring_is_drawn());
}

#define story(name) cmocka_unit_test_teardown(name, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        story(any_key_wakes_and_presses_nothing),
        story(the_help_key_helps_even_at_rest),
        story(headphones_pulled_out_at_rest_wake_nobody),
        story(a_finger_never_sees_a_ring),
        story(the_first_key_shows_the_ring_and_a_finger_hides_it),
        story(nobody_presses_what_has_no_ring_yet),
        story(a_key_without_a_meaning_shows_no_ring),
        story(a_switch_pressed_twice_answers_no_question),
        story(an_answer_stays_chosen_when_it_was_given),
        story(the_next_question_begins_at_its_title),
        story(going_back_finds_what_was_chosen_before),
        story(a_page_that_is_opened_again_begins_at_its_title),
        story(a_setting_keeps_its_place_and_stays_in_sight),
        story(a_column_that_was_opened_stays_chosen),
        story(home_and_back_and_help_work_from_a_question),
        story(any_key_answers_that_somebody_is_there),
        story(any_key_uncovers_and_does_no_more),
        story(help_goes_through_what_lies_over_the_screen),
        story(who_uses_keys_has_more_time_to_answer),
        story(a_key_is_a_sign_of_life),
        story(the_end_of_a_visit_forgets_keys_and_ring),
    };
    return cmocka_run_group_tests(tests, load_content, free_content);
}
