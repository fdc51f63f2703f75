/* Stories about reading aloud: what is heard when, what silences it, and that nothing of it outlives the visit. */
#include "kiosk.h"

static struct kiosk kiosk;

enum { SAID_MOST = 400 };

/* Everything that was handed to the voice since the last look, and the last text. */
struct heard {
    enum speech_kind kinds[SAID_MOST];
    int count;
    struct speech last; /* of SPEECH_SAY */
    char text[SPEECH_BYTES];
};

static struct heard heard;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static void listens(void)
{
    struct speech speech;
    heard = (struct heard){0};
    while (app_speech(&kiosk.app, &speech)) {
        assert_true(heard.count < SAID_MOST);
        heard.kinds[heard.count++] = speech.kind;
        if (speech.kind != SPEECH_SAY)
            continue;
        heard.last = speech;
        snprintf(heard.text, sizeof heard.text, "%s", speech.text);
    }
}

static unsigned presses(enum input_key key)
{
    unsigned result = app_input(&kiosk.app, (struct input){.kind = INPUT_KEY, .key = key}, kiosk.now_ms);
    listens();
    return result;
}

static void voice_ends(void)
{
    gives(&kiosk, INPUT_SPOKEN, 0, 0);
    listens();
}

static bool was(enum speech_kind kind)
{
    for (int i = 0; i < heard.count; i++)
        if (heard.kinds[i] == kind)
            return true;
    return false;
}

static void hears(const char *words)
{
    if (strstr(heard.text, words) == NULL)
        fail_msg("\"%s\" is not in \"%s\"", words, heard.text);
}

static void hears_nothing(void)
{
    if (was(SPEECH_SAY))
        fail_msg("\"%s\" was said", heard.text);
}

/* Plugs headphones in at rest, and listens until the home screen is open. */
static void begins_with_headphones(void)
{
    kiosk_open(&kiosk);
    presses(KEY_HEADPHONES_IN);
    for (int i = 0; i < 10 && strstr(heard.text, "things to choose") == NULL; i++)
        voice_ends();
    hears("things to choose");
}

/* ---- begin and end ---------------------------------------------------------------------------------------- */

static void headphones_are_welcomed(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    presses(KEY_HEADPHONES_IN);
    assert_true(kiosk.app.session.reading);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    hears("Welcome.");
    assert_int_equal(heard.last.words_per_minute, 120);
    assert_int_equal(heard.last.volume, 6);
    assert_string_equal(heard.last.language, "en");
    voice_ends();
    hears("Down arrow");
    voice_ends();
    assert_string_equal(heard.last.language, "es");
    hears("espa\xc3\xb1ol");
}

static void the_way_to_spanish_is_the_one_that_is_told(void **state)
{
    (void)state;
    begins_with_headphones();
    int steps = 0;
    while (strcmp(heard.text, "Bot\xc3\xb3n. Espa\xc3\xb1ol.") != 0 && steps++ < 6)
        presses(KEY_UP);
    assert_true(steps <= 4);
    assert_string_equal(heard.last.language, "es");
    presses(KEY_ENTER);
    assert_int_equal(kiosk.app.session.language, 1);
    hears("\xc2\xbfQu\xc3\xa9 le ayudar\xc3\xad"
          "a hoy?");
}

static void headphones_pulled_out_are_silence(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_HEADPHONES_OUT);
    assert_true(was(SPEECH_STOP));
    assert_false(kiosk.app.session.reading);
    presses(KEY_DOWN);
    hears_nothing();
}

static void with_headphones_in_any_key_begins_to_read(void **state)
{
    (void)state;
    begins_with_headphones();
    does(&kiosk, ACTION_DONE, 0, 0);
    listens();
    presses(KEY_NEXT);
    assert_true(kiosk.app.session.reading);
    hears("Welcome.");
}

static void help_pressed_twice_reads_help_aloud(void **state)
{
    (void)state;
    goes_home(&kiosk);
    presses(KEY_HELP);
    hears_nothing();
    presses(KEY_HELP);
    assert_true(kiosk.app.session.reading);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    hears("Welcome.");
}

static void the_end_forgets_everything_and_says_so(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_LOUDER);
    does(&kiosk, ACTION_DONE, 0, 0);
    listens();
    assert_int_equal(heard.kinds[0], SPEECH_FORGET);
    hears("Everything is erased.");
    assert_int_equal(heard.last.volume, USUAL_VOLUME);
    assert_false(kiosk.app.session.reading);
}

static void every_end_forgets_also_without_a_voice_in_use(void **state)
{
    (void)state;
    goes_home(&kiosk);
    listens();
    waits(&kiosk, 1000);
    listens();
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_ATTRACT);
    assert_true(was(SPEECH_FORGET));
    hears_nothing();
}

/* A short sentence takes the place of a long one: behind its end stands nothing. */
static void behind_what_is_said_stands_nothing_of_what_was_said_before(void **state)
{
    (void)state;
    const struct app_voice *voice = &kiosk.app.voice;
    size_t longest = 0;
    begins_with_headphones();
    for (int i = 0; i < 12; i++) {
        presses(i % 2 ? KEY_LOUDER : KEY_NEXT);
        listens();
        const size_t length = strlen(voice->bytes);
        longest = length > longest ? length : longest;
        for (size_t at = length; at < sizeof voice->bytes; at++)
            assert_int_equal(voice->bytes[at], 0);
    }
    assert_true(longest > 20);
}

static void no_word_of_the_visit_is_left_in_the_app(void **state)
{
    (void)state;
    begins_with_headphones();
    begins_check(&kiosk, MOOD_CHECK);
    does(&kiosk, ACTION_ANSWER, 0, 1);
    listens();
    hears("Several days");
    does(&kiosk, ACTION_HOME, 0, 0);
    waits(&kiosk, 1000);
    waits(&kiosk, 1000);
    const unsigned char *bytes = (const unsigned char *)&kiosk.app.voice.bytes;
    for (size_t i = 0; i < sizeof kiosk.app.voice.bytes; i++)
        assert_int_equal(bytes[i], 0);
}

static void without_a_voice_keys_of_the_voice_do_nothing(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    app_voice(&kiosk.app, false);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    app_voice(&kiosk.app, true);
    listens();
    presses(KEY_HEADPHONES_IN);
    presses(KEY_READ_ALOUD);
    presses(KEY_REPEAT);
    assert_false(kiosk.app.session.reading);
    assert_int_equal(heard.count, 0);
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

static void a_screen_is_read_to_its_end_by_itself(void **state)
{
    (void)state;
    begins_with_headphones();
    int texts = 0;
    for (; was(SPEECH_SAY) && texts < 60; texts++)
        voice_ends();
    assert_true(texts > 6 && texts < 20);
    presses(KEY_REPEAT);
    hears("End of this screen");
}

static void what_is_read_is_in_sight_and_marked(void **state)
{
    (void)state;
    begins_with_headphones();
    does(&kiosk, ACTION_GO, SCREEN_PAGE, 0);
    listens();
    for (int i = 0; i < 20; i++) {
        voice_ends();
        const struct node *node = kiosk.app.focus.node;
        const struct node *main = scene_of(&kiosk)->main;
        int y = node->rect.y - view_of(&kiosk)->scroll;
        assert_true(kiosk.app.focus.shown);
        assert_true(y + node->rect.h > main->rect.y && y < main->rect.y + main->rect.h);
    }
    assert_true(view_of(&kiosk)->scroll > 0);
}

static void any_key_and_any_touch_silence_it(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_OTHER);
    assert_int_equal(heard.kinds[0], SPEECH_STOP);
    app_close(&kiosk.app);
    begins_with_headphones();
    gives(&kiosk, INPUT_PRESS, 2, 300);
    listens();
    assert_int_equal(heard.kinds[0], SPEECH_STOP);
    hears_nothing();
    voice_ends();
    hears_nothing();
}

static void arrows_say_what_they_rest_on_and_stop_what_was_said(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_RIGHT);
    assert_int_equal(heard.kinds[0], SPEECH_STOP);
    hears("Button. ");
    presses(KEY_DOWN);
    assert_true(was(SPEECH_SAY));
    voice_ends();
    hears_nothing();
}

static void repeat_says_it_again_and_goes_on(void **state)
{
    (void)state;
    begins_with_headphones();
    char before[SPEECH_BYTES];
    snprintf(before, sizeof before, "%s", heard.text);
    presses(KEY_REPEAT);
    assert_string_equal(heard.text, before);
    voice_ends();
    hears("Take your time.");
}

static void pause_holds_and_goes_on(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_PAUSE);
    assert_true(was(SPEECH_PAUSE) && !was(SPEECH_STOP));
    presses(KEY_PAUSE);
    assert_true(was(SPEECH_RESUME) && !was(SPEECH_PAUSE));
    presses(KEY_PAUSE);
    presses(KEY_DOWN);
    assert_true(was(SPEECH_STOP) && !was(SPEECH_RESUME));
}

static void speed_and_volume_follow_their_keys(void **state)
{
    (void)state;
    begins_with_headphones();
    presses(KEY_FASTER);
    hears("140 words a minute.");
    assert_int_equal(heard.last.words_per_minute, 140);
    presses(KEY_QUIETER);
    hears("Volume 5 of 10.");
    assert_int_equal(heard.last.volume, 5);
}

static void every_choice_is_confirmed(void **state)
{
    (void)state;
    begins_with_headphones();
    begins_check(&kiosk, MOOD_CHECK);
    listens();
    does(&kiosk, ACTION_ANSWER, 0, 2);
    listens();
    hears("Chosen: More than half the days.");
    does(&kiosk, ACTION_GO, SCREEN_SETTINGS, 0);
    listens();
    touches(&kiosk, "lower");
    listens();
    hears("Chosen: Everything lower.");
}

/* ---- are you still there? ------------------------------------------------------------------------------------- */

static void the_question_is_heard_by_everybody_as_a_tone(void **state)
{
    (void)state;
    goes_home(&kiosk);
    listens();
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    listens();
    assert_true(was(SPEECH_CHIME));
    hears_nothing();
    waits(&kiosk, 1);
    listens();
    assert_false(was(SPEECH_CHIME));
}

static void who_chose_silence_hears_no_tone(void **state)
{
    (void)state;
    goes_home(&kiosk);
    for (int i = 0; i < 10; i++)
        does(&kiosk, ACTION_VOLUME, -1, 0);
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    listens();
    assert_false(was(SPEECH_CHIME));
}

static void who_listens_hears_the_question_and_has_five_minutes(void **state)
{
    (void)state;
    begins_with_headphones();
    waits(&kiosk, kiosk_content->settings.warn_after_s);
    listens();
    assert_true(was(SPEECH_CHIME));
    hears("Are you still there?");
    while (was(SPEECH_SAY))
        voice_ends();
    int told = 0;
    for (int second = 0; second < 295; second++) {
        waits(&kiosk, 1);
        listens();
        told += was(SPEECH_SAY);
        gives(&kiosk, INPUT_SPOKEN, 0, 0);
    }
    assert_true(kiosk.app.session.asking);
    assert_true(told >= 6 && told <= 12);
    presses(KEY_OTHER);
    assert_false(kiosk.app.session.asking);
}

static void who_listens_to_a_long_page_is_there(void **state)
{
    (void)state;
    begins_with_headphones();
    does(&kiosk, ACTION_GO, SCREEN_PAGE, 0);
    listens();
    for (int i = 0; i < 12; i++) {
        waits(&kiosk, 20);
        listens();
        assert_false(kiosk.app.session.asking);
        voice_ends();
    }
}

static void what_is_covered_is_not_said(void **state)
{
    (void)state;
    begins_with_headphones();
    begins_check(&kiosk, MOOD_CHECK);
    listens();
    does(&kiosk, ACTION_HIDE, 0, 0);
    listens();
    hears("Paused");
    while (was(SPEECH_SAY)) {
        assert_null(strstr(heard.text, "Little interest"));
        voice_ends();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(headphones_are_welcomed, closes),
        cmocka_unit_test_teardown(the_way_to_spanish_is_the_one_that_is_told, closes),
        cmocka_unit_test_teardown(headphones_pulled_out_are_silence, closes),
        cmocka_unit_test_teardown(with_headphones_in_any_key_begins_to_read, closes),
        cmocka_unit_test_teardown(help_pressed_twice_reads_help_aloud, closes),
        cmocka_unit_test_teardown(the_end_forgets_everything_and_says_so, closes),
        cmocka_unit_test_teardown(every_end_forgets_also_without_a_voice_in_use, closes),
        cmocka_unit_test_teardown(behind_what_is_said_stands_nothing_of_what_was_said_before, closes),
        cmocka_unit_test_teardown(no_word_of_the_visit_is_left_in_the_app, closes),
        cmocka_unit_test_teardown(without_a_voice_keys_of_the_voice_do_nothing, closes),
        cmocka_unit_test_teardown(a_screen_is_read_to_its_end_by_itself, closes),
        cmocka_unit_test_teardown(what_is_read_is_in_sight_and_marked, closes),
        cmocka_unit_test_teardown(any_key_and_any_touch_silence_it, closes),
        cmocka_unit_test_teardown(arrows_say_what_they_rest_on_and_stop_what_was_said, closes),
        cmocka_unit_test_teardown(repeat_says_it_again_and_goes_on, closes),
        cmocka_unit_test_teardown(pause_holds_and_goes_on, closes),
        cmocka_unit_test_teardown(speed_and_volume_follow_their_keys, closes),
        cmocka_unit_test_teardown(every_choice_is_confirmed, closes),
        cmocka_unit_test_teardown(the_question_is_heard_by_everybody_as_a_tone, closes),
        cmocka_unit_test_teardown(who_chose_silence_hears_no_tone, closes),
        cmocka_unit_test_teardown(who_listens_hears_the_question_and_has_five_minutes, closes),
        cmocka_unit_test_teardown(who_listens_to_a_long_page_is_there, closes),
        cmocka_unit_test_teardown(what_is_covered_is_not_said, closes),
    };
    return cmocka_run_group_tests_name("aloud", tests, load_content, free_content);
}
