/* Stories about staff who listen: their screen is read like any other, and no digit of a PIN is ever said where others
 * may hear it. */
#include "kiosk.h"
#include "tour.h"

static struct kiosk kiosk;
static struct content with_pin; /* the real content, and a PIN */
static char heard[SPEECH_BYTES];
static char all_heard[64 * 1024]; /* since the story began */

static bool fits_2468(const char *hash, const char *digits)
{
    (void)hash;
    return strcmp(digits, "2468") == 0;
}

static int opens_kiosk(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    with_pin = *kiosk_content;
    with_pin.settings.staff_pin = "a hash";
    kiosk.app.pin_fits = fits_2468;
    kiosk.app.facts = tour_board.facts;
    all_heard[0] = '\0';
    draws(&kiosk);
    return 0;
}

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static void listens(void)
{
    struct speech speech;
    heard[0] = '\0';
    while (app_speech(&kiosk.app, &speech)) {
        if (speech.kind != SPEECH_SAY)
            continue;
        snprintf(heard, sizeof heard, "%s", speech.text);
        struct text all = {all_heard, sizeof all_heard, strlen(all_heard), false};
        text_add(&all, speech.text);
        assert_false(all.cut);
    }
}

static unsigned presses(enum input_key key, int code)
{
    unsigned result = app_input(&kiosk.app, (struct input){.kind = INPUT_KEY, .key = key, .code = code}, kiosk.now_ms);
    draws(&kiosk);
    listens();
    return result;
}

static void voice_ends(void)
{
    gives(&kiosk, INPUT_SPOKEN, 0, 0);
    listens();
}

static void hears(const char *words)
{
    if (strstr(heard, words) == NULL)
        fail_msg("\"%s\" is not in \"%s\"", words, heard);
}

static void listens_until(const char *words)
{
    for (int i = 0; i < 60 && strstr(heard, words) == NULL; i++)
        voice_ends();
    hears(words);
}

static void never_heard(const char *words)
{
    if (strstr(all_heard, words) != NULL)
        fail_msg("\"%s\" was said: %s", words, all_heard);
}

static void types(const char *digits)
{
    for (; *digits != '\0'; digits++)
        presses(KEY_OTHER, *digits == '0' ? 39 : 30 + *digits - '1');
}

static void opens_by_keys(void)
{
    presses(KEY_STAFF, 22);
    presses(KEY_READ_ALOUD, 0);
    listens_until("For staff");
}

/* Goes to a button by the down arrow, as who listens does. */
static void finds(const char *words)
{
    for (int i = 0; i < 60 && strstr(heard, words) == NULL; i++)
        presses(KEY_DOWN, 0);
    hears(words);
}

static void asks_for_a_pin(bool with_headphones)
{
    kiosk.app.setup.content = &with_pin;
    kiosk.app.voice.headphones = with_headphones;
    presses(KEY_STAFF, 22);
    if (!with_headphones)
        presses(KEY_READ_ALOUD, 0);
    assert_true(kiosk.app.session.reading);
    listens_until("Staff PIN");
    hears("Type the PIN on the number keys");
}

/* ---- the screen ------------------------------------------------------------------------------------------- */

static void the_key_for_reading_aloud_reads_their_screen_from_top_to_end(void **state)
{
    (void)state;
    opens_by_keys();
    listens_until("Nothing of any visit is kept");
    listens_until("Read content again");
    listens_until("Program: iop-kiosk");
    listens_until("Seal: closed");
    listens_until("Touch: touch screens: 1, last used: finger");
    listens_until("End of this screen");
}

static void who_wears_headphones_is_read_to_at_once(void **state)
{
    (void)state;
    kiosk.app.voice.headphones = true;
    presses(KEY_STAFF, 22);
    listens_until("For staff");
}

static void where_nothing_speaks_it_opens_in_silence(void **state)
{
    (void)state;
    kiosk.app.setup.voice = false;
    kiosk.app.voice.headphones = true;
    presses(KEY_STAFF, 22);
    presses(KEY_READ_ALOUD, 0);
    assert_true(app_of_staff(&kiosk.app));
    assert_string_equal(all_heard, "");
}

static void what_was_asked_for_is_said(void **state)
{
    (void)state;
    opens_by_keys();
    finds("Read content again");
    assert_true(presses(KEY_ENTER, 0) & APP_READ_FILES);
    hears("The files are being read");
    finds("Test the sound");
    assert_true(presses(KEY_ENTER, 0) & APP_CHIME);
    hears("A tone was played");
}

static void the_line_for_the_file_is_said_while_measuring(void **state)
{
    (void)state;
    opens_by_keys();
    finds("Measure the screen");
    presses(KEY_ENTER, 0);
    listens_until("Hold a ruler");
    finds("Button. Shorter");
    presses(KEY_ENTER, 0);
    hears("panel_width_mm: 477");
    finds("Use it now");
    presses(KEY_ENTER, 0);
    hears("In use until");
}

static void cleaning_is_counted_down_and_its_end_is_heard(void **state)
{
    (void)state;
    opens_by_keys();
    finds("Clean the screen");
    presses(KEY_ENTER, 0);
    hears("This screen is being cleaned");
    while (heard[0] != '\0')
        voice_ends();
    all_heard[0] = '\0';
    for (int second = 0; second < 29; second++) {
        waits(&kiosk, 1);
        listens();
        voice_ends();
    }
    assert_non_null(strstr(all_heard, "20 seconds left"));
    assert_non_null(strstr(all_heard, "10 seconds left"));
    assert_null(strstr(all_heard, "19 seconds left"));
    waits(&kiosk, 1);
    listens();
    hears("For staff");
}

static void the_name_of_a_key_is_said(void **state)
{
    (void)state;
    opens_by_keys();
    finds("Learn keys");
    presses(KEY_ENTER, 0);
    listens_until("Press a key or switch");
    presses(KEY_HELP, 104);
    hears("F13: select");
    presses(KEY_BACK, 41);
    hears("Escape: select");
    presses(KEY_BACK, 41);
    hears("For staff");
}

static void help_goes_on_being_read(void **state)
{
    (void)state;
    opens_by_keys();
    assert_true(presses(KEY_HELP, 0) & APP_WIPED);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    assert_true(kiosk.app.session.reading);
    assert_true(heard[0] != '\0');
}

/* ---- the PIN ---------------------------------------------------------------------------------------------- */

static void digits_are_counted_and_never_said(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    all_heard[0] = '\0';
    types("9");
    hears("Digits entered: 1.");
    types("75");
    hears("Digits entered: 3.");
    finds("Delete");
    presses(KEY_ENTER, 0);
    hears("Digits entered: 2.");
    never_heard("9");
    never_heard("7");
    never_heard("5");
}

static void the_digits_on_the_screen_have_no_names_that_others_hear(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    all_heard[0] = '\0';
    for (int i = 0; i < 40; i++)
        presses(i % 2 == 0 ? KEY_DOWN : KEY_RIGHT, 0);
    assert_non_null(strstr(all_heard, "Button. A digit."));
    for (char digit = '0'; digit <= '9'; digit++) {
        char name[16];
        snprintf(name, sizeof name, "Button. %c", digit);
        never_heard(name);
    }
    never_heard("A digit. "); /* nor its place among them */
}

static void headphones_that_are_pulled_out_unnoticed_are_noticed(void **state)
{
    (void)state;
    kiosk.app.voice.headphones = true;
    presses(KEY_STAFF, 22);
    touches(&kiosk, "clean");
    presses(KEY_HEADPHONES_OUT, 0);
    assert_true(session_is_cleaned(&kiosk.app.session));
    assert_false(kiosk.app.voice.headphones);
    waits(&kiosk, 30);
    touches(&kiosk, "learn-keys");
    presses(KEY_HEADPHONES_IN, 0);
    assert_true(kiosk.app.voice.headphones);
    presses(KEY_HEADPHONES_OUT, 0);
    assert_false(kiosk.app.voice.headphones);
}

static void they_have_names_in_headphones(void **state)
{
    (void)state;
    asks_for_a_pin(true);
    finds("Button. 7.");
    presses(KEY_ENTER, 0);
    hears("Digits entered: 1.");
    never_heard("A digit");
}

static void the_screen_that_reads_itself_leaves_the_digits_out(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    all_heard[0] = '\0';
    listens_until("End of this screen");
    never_heard("A digit");
    never_heard("Button. 1");
}

static void a_wrong_pin_a_wait_and_the_right_one_are_told(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    for (int i = 0; i < 4; i++) {
        types("1111");
        presses(KEY_ENTER, 40);
        hears("That PIN does not fit");
    }
    types("1111");
    presses(KEY_ENTER, 40);
    hears("Please wait 30 seconds");
    waits(&kiosk, 31);
    for (int i = 0; i < 12; i++)
        does(&kiosk, ACTION_STAFF, STAFF_ERASE, 0);
    types("2468");
    presses(KEY_ENTER, 40);
    hears("For staff");
    never_heard("2468");
    never_heard("1111");
}

static void a_digit_silences_what_is_being_read(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    kiosk.app.voice.sounding = true;
    struct speech speech;
    app_input(&kiosk.app, (struct input){.kind = INPUT_KEY, .key = KEY_OTHER, .code = 30}, kiosk.now_ms);
    assert_true(app_speech(&kiosk.app, &speech));
    assert_int_equal(speech.kind, SPEECH_STOP);
}

static void nothing_of_it_is_left_when_it_closes(void **state)
{
    (void)state;
    asks_for_a_pin(false);
    types("97");
    waits(&kiosk, 61);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_ATTRACT);
    assert_false(kiosk.app.session.reading);
    for (size_t i = 0; i < sizeof kiosk.app.voice.bytes; i++)
        assert_int_equal(kiosk.app.voice.bytes[i], 0);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens_kiosk, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(the_key_for_reading_aloud_reads_their_screen_from_top_to_end),
        STORY(who_wears_headphones_is_read_to_at_once),
        STORY(where_nothing_speaks_it_opens_in_silence),
        STORY(what_was_asked_for_is_said),
        STORY(the_line_for_the_file_is_said_while_measuring),
        STORY(cleaning_is_counted_down_and_its_end_is_heard),
        STORY(the_name_of_a_key_is_said),
        STORY(help_goes_on_being_read),
        STORY(digits_are_counted_and_never_said),
        STORY(the_digits_on_the_screen_have_no_names_that_others_hear),
        STORY(headphones_that_are_pulled_out_unnoticed_are_noticed),
        STORY(they_have_names_in_headphones),
        STORY(the_screen_that_reads_itself_leaves_the_digits_out),
        STORY(a_wrong_pin_a_wait_and_the_right_one_are_told),
        STORY(a_digit_silences_what_is_being_read),
        STORY(nothing_of_it_is_left_when_it_closes),
    };
    return cmocka_run_group_tests(tests, load_content, free_content);
}
