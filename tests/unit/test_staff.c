/* Stories about what staff do on their screen: the PIN, cleaning, measuring; and that nothing of it is left over. */
#include "staff_hands.h"

static struct content with_pin; /* the real content, and a PIN */

static bool fits_2468(const char *hash, const char *digits)
{
    return strcmp(hash, "a hash") == 0 && strcmp(digits, "2468") == 0;
}

static void asks_for_a_pin(void)
{
    with_pin = *kiosk_content;
    with_pin.settings.staff_pin = "a hash";
    kiosk.app.setup.content = &with_pin;
    kiosk.app.pin_fits = fits_2468;
    holds_both_corners();
    assert_int_equal(kiosk.app.session.staff.page, STAFF_PIN);
}

static void types(const char *digits)
{
    for (; *digits != '\0'; digits++)
        does(&kiosk, ACTION_STAFF, STAFF_DIGIT, *digits - '0');
    does(&kiosk, ACTION_STAFF, STAFF_TRY, 0);
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

static bool says(const char *words)
{
    char bytes[8192];
    struct text out = text_in(bytes, sizeof bytes);
    node_say(scene_of(&kiosk)->root, &out);
    return strstr(bytes, words) != NULL;
}

/* ---- PIN ---------------------------------------------------------------------------------------------------- */

static void the_right_pin_opens_it_and_its_digits_are_gone(void **state)
{
    (void)state;
    const struct staff none = {0};
    asks_for_a_pin();
    does(&kiosk, ACTION_STAFF, STAFF_SHOW, STAFF_OVERVIEW);
    assert_int_equal(page(), STAFF_PIN);
    types("2468");
    assert_int_equal(page(), STAFF_OVERVIEW);
    assert_memory_equal(kiosk.app.session.staff.digits, none.digits, sizeof none.digits);
}

static void a_pin_can_be_typed_on_a_keyboard(void **state)
{
    (void)state;
    const int codes[] = {31, 33, 35, 37}; /* 2, 4, 6, 8 */
    asks_for_a_pin();
    for (int i = 0; i < 4; i++)
        presses_key(KEY_OTHER, codes[i]);
    presses_key(KEY_ENTER, 40);
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void digits_are_never_shown(void **state)
{
    (void)state;
    asks_for_a_pin();
    const struct node *line = named(&kiosk, "pin", 0);
    for (int i = 0; i < 3; i++)
        presses_key(KEY_OTHER, 34); /* the 5 of a keyboard */
    line = named(&kiosk, "pin", 0);
    assert_int_equal(line->span_count, 1);
    assert_memory_equal(line->spans[0].text, "•••", line->spans[0].length);
}

static void after_five_wrong_pins_it_waits_longer_and_longer(void **state)
{
    (void)state;
    asks_for_a_pin();
    for (int i = 0; i < 4; i++)
        types("1111");
    assert_true(says("does not fit"));
    types("1111");
    assert_true(says("wait 30 seconds"));
    types("2468");
    assert_int_equal(page(), STAFF_PIN);
    waits(&kiosk, 29);
    assert_true(says("wait 1 seconds"));
    waits(&kiosk, 2);
    does(&kiosk, ACTION_STAFF, STAFF_ERASE, 0);
    for (int i = 0; i < 12; i++)
        does(&kiosk, ACTION_STAFF, STAFF_ERASE, 0);
    types("1111");
    assert_true(says("wait 60 seconds"));
}

static void closing_and_opening_does_not_shorten_the_wait(void **state)
{
    (void)state;
    asks_for_a_pin();
    for (int i = 0; i < 5; i++)
        types("1111");
    does(&kiosk, ACTION_DONE, 0, 0);
    asks_for_a_pin();
    types("2468");
    assert_int_equal(page(), STAFF_PIN);
    kiosk.now_ms += 30000;
    for (int i = 0; i < 12; i++)
        does(&kiosk, ACTION_STAFF, STAFF_ERASE, 0);
    types("2468");
    assert_int_equal(page(), STAFF_OVERVIEW);
    assert_int_equal(kiosk.app.pin_lock.failed, 0);
}

static void the_wait_grows_to_an_hour_and_not_beyond(void **state)
{
    (void)state;
    struct pin_lock lock = {0};
    for (int i = 0; i < 4; i++)
        pin_lock_failed(&lock, 1000);
    assert_int_equal(pin_lock_wait_s(&lock, 1000), 0);
    const int waits_s[] = {30, 60, 120, 240, 480, 960, 1920, 3600, 3600};
    for (size_t i = 0; i < sizeof waits_s / sizeof *waits_s; i++) {
        pin_lock_failed(&lock, 1000);
        assert_int_equal(pin_lock_wait_s(&lock, 1000), waits_s[i]);
    }
}

/* ---- what it does --------------------------------------------------------------------------------------------- */

static void it_closes_itself_after_a_minute_without_a_question(void **state)
{
    (void)state;
    holds_both_corners();
    waits(&kiosk, 59);
    assert_int_equal(shown(), SCREEN_STAFF);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), kiosk.now_ms + 1000);
    assert_true(waits(&kiosk, 1) & APP_WIPED);
    assert_int_equal(shown(), SCREEN_ATTRACT);
}

static void closing_it_leaves_nothing(void **state)
{
    (void)state;
    struct session fresh;
    holds_both_corners();
    does(&kiosk, ACTION_STAFF, STAFF_SHOW, STAFF_KEYS);
    presses_key(KEY_OTHER, 104);
    assert_true(does(&kiosk, ACTION_DONE, 0, 0) & APP_WIPED);
    session_start(&fresh, kiosk.app.session.touched_ms);
    assert_memory_equal(&kiosk.app.session, &fresh, sizeof fresh);
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), -1);
}

static void while_the_glass_is_cleaned_nothing_that_touches_it_counts(void **state)
{
    (void)state;
    holds_both_corners();
    touches(&kiosk, "clean");
    assert_int_equal(page(), STAFF_CLEANING);
    for (int second = 29; second > 0; second--) {
        waits(&kiosk, 1);
        touches_at(&kiosk, (struct spot){1800, 20});
        presses_key(KEY_BACK, 41);
        presses_key(KEY_HELP, 58);
        assert_int_equal(page(), STAFF_CLEANING);
        assert_int_equal(session_cleaning_left_s(&kiosk.app.session, kiosk.now_ms), second);
    }
    assert_int_equal(app_deadline(&kiosk.app, kiosk.now_ms), kiosk.now_ms + 1000);
    gives(&kiosk, INPUT_PRESS, 1800, 20);
    waits(&kiosk, 1);
    gives(&kiosk, INPUT_RELEASE, 1800, 20);
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void a_key_is_learned_and_does_nothing_else(void **state)
{
    (void)state;
    holds_both_corners();
    touches(&kiosk, "learn-keys");
    presses_key(KEY_HELP, 104);
    assert_true(says("F13: select"));
    presses_key(KEY_OTHER, 300);
    assert_true(says("\"300\": select"));
    presses_key(KEY_BACK, 41);
    assert_true(says("Escape: select"));
    assert_int_equal(page(), STAFF_KEYS);
    presses_key(KEY_BACK, 41);
    assert_int_equal(page(), STAFF_OVERVIEW);
    presses_key(KEY_BACK, 41);
    assert_int_equal(shown(), SCREEN_ATTRACT);
}

static void a_line_that_is_measured_gives_the_width_of_the_panel(void **state)
{
    (void)state;
    holds_both_corners();
    touches(&kiosk, "measure");
    assert_int_equal(named(&kiosk, "ruler", 0)->rect.w, 100 * 1920 / 476);
    assert_true(says("panel_width_mm: 476"));
    for (int i = 0; i < 4; i++)
        touches(&kiosk, "shorter");
    assert_int_equal(named(&kiosk, "ruler", 0)->rect.w, 100 * 1920 / 480);
    assert_true(says("panel_width_mm: 480"));
    touches(&kiosk, "use-width");
    does(&kiosk, ACTION_DONE, 0, 0);
    assert_float_equal(kiosk.app.setup.panel_mm, 480, 0.01f);
    struct content *content = kiosk_content;
    app_change_content(&kiosk.app, content, 476, kiosk.now_ms);
    assert_float_equal(kiosk.app.setup.panel_mm, 480, 0.01f);
    with_pin = *content;
    with_pin.settings.panel_width_mm = 481;
    app_change_content(&kiosk.app, &with_pin, 481, kiosk.now_ms);
    assert_float_equal(kiosk.app.setup.panel_mm, 481, 0.01f);
}

static void a_width_stays_within_what_panels_are(void **state)
{
    (void)state;
    holds_both_corners();
    touches(&kiosk, "measure");
    for (int i = 0; i < 100; i++)
        touches(&kiosk, "much-longer");
    assert_true(says("panel_width_mm: 80"));
    does(&kiosk, ACTION_STAFF, STAFF_WIDTH, INT32_MAX);
    does(&kiosk, ACTION_STAFF, STAFF_WIDTH, INT32_MIN);
    assert_true(says("panel_width_mm: 80"));
}

static void what_the_program_must_do_is_asked_of_it(void **state)
{
    (void)state;
    holds_both_corners();
    assert_true(touches(&kiosk, "reload") & APP_READ_FILES);
    assert_true(touches(&kiosk, "test-sound") & APP_CHIME);
    touches(&kiosk, "measure");
    assert_int_equal(does(&kiosk, ACTION_STAFF, STAFF_RELOAD, 0), APP_OK);
}

static void what_was_read_is_told_when_it_was_read(void **state)
{
    (void)state;
    static struct reload_state reload = {.looked_at = "2026-01-15 08:42"};
    kiosk.app.reload = &reload;
    holds_both_corners();
    touches(&kiosk, "reload");
    assert_true(says("The files are being read"));
    reload.times++;
    reload.errors = 3;
    reload.problem_count = 1;
    reload.problems[0] = (struct state_problem){true, "home.yaml:7", "this line has two colons", "use quotes"};
    gives(&kiosk, INPUT_RELOAD, 0, 0);
    assert_true(says("The files were read"));
    assert_true(says("home.yaml:7"));
    assert_true(says("This line has two colons."));
    assert_true(says("use quotes"));
    assert_true(says("2 more"));
    assert_false(says("in English"));
    touches(&kiosk, "language");
    assert_true(says("en inglés"));
    assert_true(says("15 de enero de 2026, 08:42"));
}

/* Whoever calls it: the session itself lets staff in at rest only, and follows their wishes on their screen only. */
static void a_visit_takes_no_wishes_of_staff(void **state)
{
    (void)state;
    const struct staff none = {0};
    does(&kiosk, ACTION_BEGIN, 0, 0);
    assert_false(session_staff_open(&kiosk.app.session, false, kiosk.now_ms));
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    for (int wish = STAFF_SHOW; wish <= STAFF_CHIME; wish++)
        session_apply(&kiosk.app.session, kiosk_content, (struct action){ACTION_STAFF, wish, 1}, kiosk.now_ms);
    assert_memory_equal(&kiosk.app.session.staff, &none, sizeof none);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void help_leads_out_of_it_into_a_visit(void **state)
{
    (void)state;
    holds_both_corners();
    assert_true(touches(&kiosk, "get-help") & APP_WIPED);
    assert_int_equal(shown(), SCREEN_HELP);
    does(&kiosk, ACTION_BACK, 0, 0);
    assert_int_equal(shown(), SCREEN_HOME);
}

static void it_speaks_both_languages(void **state)
{
    (void)state;
    holds_both_corners();
    touches(&kiosk, "language");
    assert_true(says("Para el personal"));
    assert_int_equal(page(), STAFF_OVERVIEW);
}

static void it_opens_where_the_content_cannot_be_read(void **state)
{
    (void)state;
    app_change_content(&kiosk.app, content_fallback(), 476, kiosk.now_ms);
    draws(&kiosk);
    holds_both_corners();
    assert_int_equal(page(), STAFF_OVERVIEW);
    assert_true(says("For staff"));
    assert_non_null(named(&kiosk, "done", 0));
    app_change_content(&kiosk.app, kiosk_content, 476, kiosk.now_ms);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens_kiosk, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(the_right_pin_opens_it_and_its_digits_are_gone),
        STORY(a_pin_can_be_typed_on_a_keyboard),
        STORY(digits_are_never_shown),
        STORY(after_five_wrong_pins_it_waits_longer_and_longer),
        STORY(closing_and_opening_does_not_shorten_the_wait),
        STORY(the_wait_grows_to_an_hour_and_not_beyond),
        STORY(it_closes_itself_after_a_minute_without_a_question),
        STORY(closing_it_leaves_nothing),
        STORY(while_the_glass_is_cleaned_nothing_that_touches_it_counts),
        STORY(a_key_is_learned_and_does_nothing_else),
        STORY(a_line_that_is_measured_gives_the_width_of_the_panel),
        STORY(a_width_stays_within_what_panels_are),
        STORY(what_the_program_must_do_is_asked_of_it),
        STORY(what_was_read_is_told_when_it_was_read),
        STORY(a_visit_takes_no_wishes_of_staff),
        STORY(help_leads_out_of_it_into_a_visit),
        STORY(it_speaks_both_languages),
        STORY(it_opens_where_the_content_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, load_content, free_content);
}
