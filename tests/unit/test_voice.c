/* The voice as it is heard: measured on the samples that a loudspeaker would have played. */
#include "chime.h"
#include "hearing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <cmocka.h>

static const char ENGLISH[] = "You are not alone. Many people feel this way, and there is help close to you. "
                              "You can go at your own pace, and you can stop at any time.";
static const char SPANISH[] = "Usted no está solo. Muchas personas se sienten así, y hay ayuda cerca de usted.";

enum { LOUDEST = SPEECH_VOLUMES - 1 };
static const double STOP_SECONDS = 0.1, LEAD_SECONDS = 0.25, PERIOD_SECONDS = 0.024;

static struct synth *synth; /* one in a process */

static struct speech words(const char *text)
{
    return (struct speech){SPEECH_SAY, text, "en", SPEECH_USUAL_RATE, LOUDEST};
}

/* Says that alone, from the first second on. */
static struct hearing heard(struct speech speech)
{
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, speech);
    hearing_run(&hearing, synth);
    return hearing;
}

static double lasts(const struct hearing *hearing)
{
    return hearing_last(hearing) - hearing_first(hearing);
}

static int starts_synth(void **state)
{
    (void)state;
    synth = synth_open(NULL);
    return synth != NULL ? 0 : -1;
}

static int ends_synth(void **state)
{
    (void)state;
    synth_close(synth);
    return 0;
}

static void words_are_said_to_their_end_and_that_is_reported_once(void **state)
{
    (void)state;
    struct hearing hearing = heard(words(ENGLISH));
    assert_true(lasts(&hearing) > 8 && lasts(&hearing) < 25);
    assert_int_equal(hearing_reports(&hearing, VOICE_READY), 1);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    assert_int_equal(hearing_reports(&hearing, VOICE_BROKEN), 0);
    hearing_end(&hearing);
}

static void after_a_rest_a_quarter_of_a_second_of_silence_goes_first(void **state)
{
    (void)state;
    struct hearing hearing = heard(words(ENGLISH));
    assert_true(hearing_first(&hearing) > LEAD_SECONDS - 0.001 && hearing_first(&hearing) < 2 * LEAD_SECONDS);
    hearing_end(&hearing);
}

static void right_after_other_words_nothing_needs_to_go_first(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words("Yes."));
    hearing_say(&hearing, 10, words("Yes."));
    hearing_run(&hearing, synth);
    const int16_t *again = hearing.samples + hearing_at(&hearing, 10);
    size_t silent = 0;
    while (again[silent] == 0)
        silent++;
    assert_true((double)silent / hearing.rate < LEAD_SECONDS / 2);
    assert_int_equal(hearing.times_opened, 1);
    hearing_end(&hearing);
}

static void a_stop_is_heard_within_a_tenth_of_a_second(void **state)
{
    (void)state;
    for (double second = 0.2; second < 6; second += 0.37) {
        struct hearing hearing;
        hearing_begin(&hearing, synth);
        hearing_say(&hearing, 0, words(ENGLISH));
        hearing_plan(&hearing, second, SPEECH_STOP);
        hearing_run(&hearing, synth);
        assert_false(hearing_after(&hearing, second + STOP_SECONDS));
        assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 0);
        hearing_end(&hearing);
    }
}

/* The steepest step between two samples: a click is steeper than anything said. */
static int steepest(const struct hearing *hearing)
{
    int found = 0;
    for (size_t i = 1; i < hearing->count; i++) {
        const int step = abs(hearing->samples[i] - hearing->samples[i - 1]);
        found = step > found ? step : found;
    }
    return found;
}

static void neither_stop_nor_pause_nor_other_words_click(void **state)
{
    (void)state;
    struct hearing whole = heard(words(ENGLISH));
    const int limit = steepest(&whole) + steepest(&whole) / 4; /* no two times are quite alike */
    for (double second = 0.3; second < 6; second += 0.31) {
        struct hearing hearing;
        hearing_begin(&hearing, synth);
        hearing_say(&hearing, 0, words(ENGLISH));
        hearing_plan(&hearing, second, SPEECH_PAUSE);
        hearing_plan(&hearing, second + 0.2, SPEECH_RESUME);
        hearing_say(&hearing, second + 0.4, words(ENGLISH));
        hearing_plan(&hearing, second + 0.8, SPEECH_STOP);
        hearing_run(&hearing, synth);
        assert_true(steepest(&hearing) <= limit);
        hearing_end(&hearing);
    }
    hearing_end(&whole);
}

static void new_words_take_the_place_of_old_ones_at_once(void **state)
{
    (void)state;
    struct hearing alone = heard(words("Help.")), hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words(ENGLISH));
    hearing_say(&hearing, 2, words("Help."));
    hearing_run(&hearing, synth);
    assert_false(hearing_after(&hearing, 2 + STOP_SECONDS + lasts(&alone)));
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    assert_int_equal(hearing.reports[1].number, 2);
    hearing_end(&hearing);
    hearing_end(&alone);
}

static struct hearing heard_at_rate(const char *text, const char *language, int rate)
{
    struct speech speech = words(text);
    speech.language = language;
    speech.words_per_minute = rate;
    return heard(speech);
}

static void check_rates(const char *text, const char *language)
{
    static const int rates[] = {60, 70, 80, 100, 160, 200, 250};
    struct hearing usual = heard_at_rate(text, language, 120);
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        struct hearing other = heard_at_rate(text, language, rates[i]);
        const double longer = lasts(&other) / lasts(&usual), wanted = 120.0 / rates[i];
        const double higher = hearing_pitch(&other) / hearing_pitch(&usual);
        if (longer < wanted * 0.9 || longer > wanted * 1.1 || higher < 0.94 || higher > 1.06)
            fail_msg("%s at %d: %.2f times as long (%.2f wanted), %.2f times as high (%.0f Hz)", language, rates[i],
                     longer, wanted, higher, hearing_pitch(&other));
        hearing_end(&other);
    }
    hearing_end(&usual);
}

static void from_60_to_250_words_a_minute_the_pitch_stays(void **state)
{
    (void)state;
    check_rates(ENGLISH, "en");
    check_rates(SPANISH, "es");
}

static void eleven_volumes_each_louder_than_the_one_before(void **state)
{
    (void)state;
    double before = 0;
    for (int volume = 0; volume < SPEECH_VOLUMES; volume++) {
        struct speech speech = words("Good morning.");
        speech.volume = volume;
        struct hearing hearing = heard(speech);
        const double loudness = hearing_loudness(&hearing);
        if (volume == 0)
            assert_true(loudness <= 0);
        else
            assert_true(loudness > 1.2 * before);
        before = loudness;
        hearing_end(&hearing);
    }
}

static void volume_zero_is_silent_to_the_last_sample(void **state)
{
    (void)state;
    struct speech speech = words("Good morning.");
    speech.volume = 0;
    struct hearing hearing = heard(speech);
    for (size_t i = 0; i < hearing.count; i++)
        assert_int_equal(hearing.samples[i], 0);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    hearing_end(&hearing);
}

/* The library never says the same quite alike; but it takes as long. */
static bool sounds_alike(const char *one, const char *other)
{
    struct hearing a = heard_at_rate(SPANISH, one, 120), b = heard_at_rate(SPANISH, other, 120);
    const double ratio = lasts(&a) / lasts(&b);
    hearing_end(&a);
    hearing_end(&b);
    return ratio > 0.998 && ratio < 1.002;
}

static void each_language_has_its_own_sound(void **state)
{
    (void)state;
    assert_true(sounds_alike("en", "en"));
    assert_false(sounds_alike("en", "es"));
    assert_true(sounds_alike("es", "es-US"));
    assert_false(sounds_alike("en", "fr")); /* no code knows of French */
    assert_false(sounds_alike("es", "fr"));
    assert_true(sounds_alike("en", "xx"));
}

static void a_pause_is_silent_and_loses_nothing(void **state)
{
    (void)state;
    struct hearing whole = heard(words(ENGLISH)), hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words(ENGLISH));
    hearing_plan(&hearing, 2, SPEECH_PAUSE);
    hearing_plan(&hearing, 4, SPEECH_RESUME);
    hearing_run(&hearing, synth);
    for (size_t i = hearing_at(&hearing, 2 + STOP_SECONDS); i < hearing_at(&hearing, 4); i++)
        assert_int_equal(hearing.samples[i], 0);
    const double longer = lasts(&hearing) - lasts(&whole);
    assert_true(longer > 2 - 2 * PERIOD_SECONDS && longer < 2 + 2 * PERIOD_SECONDS);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    hearing_end(&hearing);
    hearing_end(&whole);
}

static void a_long_pause_lets_the_loudspeaker_go_and_still_loses_nothing(void **state)
{
    (void)state;
    struct hearing whole = heard(words(ENGLISH)), hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words(ENGLISH));
    hearing_plan(&hearing, 3, SPEECH_PAUSE);
    hearing_plan(&hearing, 130, SPEECH_RESUME);
    hearing_run(&hearing, synth);
    assert_int_equal(hearing.times_opened, 2);
    const double expected = lasts(&whole) + 127 + LEAD_SECONDS;
    assert_true(lasts(&hearing) > expected - 3 * PERIOD_SECONDS && lasts(&hearing) < expected + 3 * PERIOD_SECONDS);
    hearing_end(&hearing);
    hearing_end(&whole);
}

static void a_long_text_is_said_whole_and_reported_once(void **state)
{
    (void)state;
    static char text[VOICE_TEXT_MAX + 2000];
    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = "Ah. \n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"[i % 36];
    struct speech speech = words(text);
    speech.words_per_minute = SPEECH_FASTEST;
    struct hearing hearing = heard(speech);
    assert_int_equal(hearing.planned, 2);
    assert_true(lasts(&hearing) > 100);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    hearing_end(&hearing);
}

static void the_chime_is_short_and_begins_and_ends_in_silence(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_plan(&hearing, 0, SPEECH_CHIME);
    hearing_run(&hearing, synth);
    assert_true(lasts(&hearing) > 0.5 && lasts(&hearing) <= 1);
    assert_true(hearing_loudness(&hearing) > 200);
    assert_true(steepest(&hearing) < 2000);
    hearing_end(&hearing);
}

static void words_wait_for_the_chime_to_end_and_a_stop_does_not(void **state)
{
    (void)state;
    struct hearing alone = heard(words("Help.")), hearing;
    hearing_begin(&hearing, synth);
    hearing_plan(&hearing, 0, SPEECH_CHIME);
    hearing_say(&hearing, 0, words("Help."));
    hearing_run(&hearing, synth);
    assert_true(lasts(&hearing) > lasts(&alone) + 0.001 * CHIME_MS - 0.1);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 1);
    hearing_end(&hearing);
    hearing_begin(&hearing, synth);
    hearing_plan(&hearing, 0, SPEECH_CHIME);
    hearing_plan(&hearing, 0.5, SPEECH_STOP);
    hearing_run(&hearing, synth);
    assert_true(hearing_first(&hearing) < 0.5);
    assert_false(hearing_after(&hearing, 0.5 + STOP_SECONDS));
    hearing_end(&hearing);
    hearing_end(&alone);
}

static void after_a_minute_of_silence_the_loudspeaker_is_let_go_and_nothing_wakes_the_voice(void **state)
{
    (void)state;
    struct hearing hearing = heard(words("Yes."));
    assert_null(hearing.stream);
    assert_int_equal(hearing.sleeps, 2); /* before the words, and after them */
    assert_true((double)hearing.count / hearing.rate < 60 + 5);
    hearing_end(&hearing);
}

static void the_end_of_a_visit_is_silent_at_once_and_ends_the_voice(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words(ENGLISH));
    hearing_plan(&hearing, 2, SPEECH_FORGET);
    assert_int_equal(hearing_run(&hearing, synth), VOICE_END_FORGET);
    assert_true(hearing_after(&hearing, 1.5));
    assert_false(hearing_after(&hearing, 2 + STOP_SECONDS));
    assert_null(hearing.stream);
    hearing_end(&hearing);
}

static void without_a_loudspeaker_that_is_reported_once_and_the_visit_goes_on(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing.deaf = true;
    hearing_say(&hearing, 1, words(ENGLISH));
    hearing_plan(&hearing, 2, SPEECH_CHIME);
    hearing_say(&hearing, 3, words(ENGLISH));
    hearing_plan(&hearing, 4, SPEECH_FORGET);
    assert_int_equal(hearing_run(&hearing, synth), VOICE_END_MUTE);
    assert_int_equal(hearing_reports(&hearing, VOICE_BROKEN), 1);
    assert_int_equal(hearing_reports(&hearing, VOICE_READY), 0);
    assert_int_equal(hearing.reports[0].trouble, VOICE_NO_SOUND);
    hearing_end(&hearing);
}

static void headphones_that_were_unplugged_are_looked_for_again(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words("Yes."));
    hearing_say(&hearing, 10, words("Yes."));
    hearing.unplugged_at = hearing_at(&hearing, 5);
    hearing_run(&hearing, synth);
    assert_int_equal(hearing.times_opened, 2);
    assert_int_equal(hearing_reports(&hearing, VOICE_FINISHED), 2);
    hearing_end(&hearing);
}

static void what_is_no_order_ends_the_voice(void **state)
{
    (void)state;
    struct hearing hearing;
    hearing_begin(&hearing, synth);
    hearing_say(&hearing, 0, words(ENGLISH));
    hearing_say(&hearing, 1, words(ENGLISH));
    hearing.plans[1].order.version = VOICE_WIRE_VERSION + 1;
    assert_int_equal(hearing_run(&hearing, synth), VOICE_END_KIOSK);
    assert_false(hearing_after(&hearing, 1 + STOP_SECONDS));
    hearing_end(&hearing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_said_to_their_end_and_that_is_reported_once),
        cmocka_unit_test(after_a_rest_a_quarter_of_a_second_of_silence_goes_first),
        cmocka_unit_test(right_after_other_words_nothing_needs_to_go_first),
        cmocka_unit_test(a_stop_is_heard_within_a_tenth_of_a_second),
        cmocka_unit_test(neither_stop_nor_pause_nor_other_words_click),
        cmocka_unit_test(new_words_take_the_place_of_old_ones_at_once),
        cmocka_unit_test(from_60_to_250_words_a_minute_the_pitch_stays),
        cmocka_unit_test(eleven_volumes_each_louder_than_the_one_before),
        cmocka_unit_test(volume_zero_is_silent_to_the_last_sample),
        cmocka_unit_test(each_language_has_its_own_sound),
        cmocka_unit_test(a_pause_is_silent_and_loses_nothing),
        cmocka_unit_test(a_long_pause_lets_the_loudspeaker_go_and_still_loses_nothing),
        cmocka_unit_test(a_long_text_is_said_whole_and_reported_once),
        cmocka_unit_test(the_chime_is_short_and_begins_and_ends_in_silence),
        cmocka_unit_test(words_wait_for_the_chime_to_end_and_a_stop_does_not),
        cmocka_unit_test(after_a_minute_of_silence_the_loudspeaker_is_let_go_and_nothing_wakes_the_voice),
        cmocka_unit_test(the_end_of_a_visit_is_silent_at_once_and_ends_the_voice),
        cmocka_unit_test(without_a_loudspeaker_that_is_reported_once_and_the_visit_goes_on),
        cmocka_unit_test(headphones_that_were_unplugged_are_looked_for_again),
        cmocka_unit_test(what_is_no_order_ends_the_voice),
    };
    return cmocka_run_group_tests(tests, starts_synth, ends_synth);
}
