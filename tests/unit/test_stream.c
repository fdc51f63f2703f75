/* The way of samples to the loudspeaker, sample by sample. */
#include "stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { RATE = 20000, FADE = RATE * STREAM_FADE_MS / 1000, LOUD = 1000 };

static int16_t played[STREAM_SIZE * 2];

static int opens(void **state)
{
    *state = stream_open(RATE);
    return *state != NULL ? 0 : -1;
}

static int closes(void **state)
{
    stream_close(*state);
    return 0;
}

/* Samples that tell their place: `from` is the first. */
static size_t put_numbers(struct stream *stream, int from, size_t count)
{
    static int16_t samples[STREAM_SIZE + 1];
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)(from + (int)i);
    return stream_put(stream, samples, count);
}

static void put_loud(struct stream *stream, size_t count)
{
    static int16_t samples[STREAM_SIZE];
    for (size_t i = 0; i < count; i++)
        samples[i] = LOUD;
    assert_int_equal(stream_put(stream, samples, count), count);
}

static const int16_t *play(struct stream *stream, size_t count)
{
    memset(played, 0x55, sizeof played);
    stream_take(stream, played, count);
    return played;
}

static void check_silence(const int16_t *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(samples[i], 0);
}

static void samples_come_out_as_they_went_in_and_silence_after_them(void **state)
{
    put_numbers(*state, 1, 3000);
    const int16_t *heard = play(*state, 4000);
    for (int i = 0; i < 3000; i++)
        assert_int_equal(heard[i], i + 1);
    check_silence(heard + 3000, 1000);
    assert_int_equal(stream_left(*state), 0);
}

static void a_full_stream_takes_no_more_and_loses_nothing(void **state)
{
    assert_int_equal(put_numbers(*state, 0, STREAM_SIZE + 1), STREAM_SIZE);
    assert_int_equal(put_numbers(*state, 0, 1), 0);
    play(*state, 100);
    assert_int_equal(put_numbers(*state, 0, 200), 100);
    assert_int_equal(stream_left(*state), STREAM_SIZE);
}

static void silence_goes_first_where_it_shall(void **state)
{
    stream_lead(*state, 50);
    put_numbers(*state, 1, 10);
    assert_int_equal(stream_left(*state), 60);
    const int16_t *heard = play(*state, 60);
    check_silence(heard, 50);
    assert_int_equal(heard[50], 1);
}

static void a_stop_fades_evenly_and_erases_the_rest(void **state)
{
    put_loud(*state, 5000);
    play(*state, 100);
    stream_stop(*state);
    assert_int_equal(stream_left(*state), FADE);
    const int16_t *heard = play(*state, 1000);
    for (int i = 1; i < FADE; i++)
        assert_in_range(heard[i - 1] - heard[i], 0, LOUD / FADE + 1);
    assert_in_range(heard[FADE - 1], 0, LOUD / FADE + 1);
    check_silence(heard + FADE, 1000 - FADE);
}

static void what_was_not_heard_yet_needs_no_fade(void **state)
{
    stream_lead(*state, 50);
    put_loud(*state, 5000);
    stream_stop(*state);
    assert_int_equal(stream_left(*state), 0);
    check_silence(play(*state, 1000), 1000);
}

static void a_hold_loses_no_sample(void **state)
{
    put_numbers(*state, 1, 3000);
    play(*state, 1000);
    stream_hold(*state, true);
    const int16_t *heard = play(*state, 1000);
    check_silence(heard + FADE, 1000 - FADE);
    assert_int_equal(stream_left(*state), 2000);
    stream_hold(*state, false);
    heard = play(*state, 2000);
    for (int i = FADE; i < 2000; i++)
        assert_int_equal(heard[i], 1001 + i);
}

static void a_hold_of_a_moment_neither_repeats_nor_skips(void **state)
{
    put_loud(*state, 3000);
    play(*state, 1000);
    stream_hold(*state, true);
    play(*state, FADE / 2);
    stream_hold(*state, false);
    assert_int_equal(stream_left(*state), 2000 - FADE / 2);
    const int16_t *heard = play(*state, 500);
    for (int i = 1; i < 500; i++)
        assert_in_range(heard[i] - heard[i - 1], 0, LOUD / FADE + 1);
    assert_int_equal(heard[499], LOUD);
}

static void a_stop_in_a_hold_leaves_nothing_to_be_heard_after_it(void **state)
{
    put_loud(*state, 3000);
    play(*state, 1000);
    stream_hold(*state, true);
    play(*state, 1000);
    stream_stop(*state);
    assert_int_equal(stream_left(*state), 0);
    stream_hold(*state, false);
    check_silence(play(*state, 1000), 1000);
}

static void what_is_kept_is_heard_in_full_when_the_rest_is_cut(void **state)
{
    put_loud(*state, 2000);
    stream_keep(*state);
    play(*state, 500);
    put_loud(*state, 3000);
    stream_cut(*state);
    const int16_t *heard = play(*state, 3000);
    for (int i = 0; i < 1500; i++)
        assert_int_equal(heard[i], LOUD);
    check_silence(heard + 1500 + FADE, 1500 - FADE);
    put_loud(*state, 2000); /* what comes later is not kept */
    play(*state, 10);
    stream_cut(*state);
    assert_int_equal(stream_left(*state), FADE);
}

static void louder_and_softer_comes_over_a_few_milliseconds(void **state)
{
    put_loud(*state, 20000);
    play(*state, 1000);
    stream_volume(*state, 0);
    const int16_t *heard = play(*state, 1000);
    for (int i = 1; i < 1000; i++)
        assert_in_range(heard[i - 1] - heard[i], 0, LOUD / FADE + 1);
    check_silence(heard + FADE, 1000 - FADE);
    int before = 0;
    for (int step = 1; step <= 10; step++) {
        stream_volume(*state, step);
        heard = play(*state, 1000);
        assert_true(heard[999] > before);
        before = heard[999];
    }
    assert_int_equal(before, LOUD);
}

static bool holds(const void *memory, size_t size, const int16_t *samples, size_t bytes)
{
    return memmem(memory, size, samples, bytes) != NULL;
}

/* The stream's own memory is looked at: one block, of which the samples are the end. */
static void what_was_heard_or_stopped_is_erased(void **state)
{
    const size_t size = STREAM_SIZE * sizeof(int16_t);
    const int16_t early[] = {101, 102, 103, 104}, late[] = {2501, 2502, 2503, 2504};
    put_numbers(*state, 1, 3000);
    assert_true(holds(*state, size, early, sizeof early));
    assert_true(holds(*state, size, late, sizeof late));
    play(*state, 1000);
    assert_false(holds(*state, size, early, sizeof early));
    assert_true(holds(*state, size, late, sizeof late));
    stream_stop(*state);
    assert_false(holds(*state, size, late, sizeof late));
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(samples_come_out_as_they_went_in_and_silence_after_them),
        STORY(a_full_stream_takes_no_more_and_loses_nothing),
        STORY(silence_goes_first_where_it_shall),
        STORY(a_stop_fades_evenly_and_erases_the_rest),
        STORY(what_was_not_heard_yet_needs_no_fade),
        STORY(a_hold_loses_no_sample),
        STORY(a_hold_of_a_moment_neither_repeats_nor_skips),
        STORY(a_stop_in_a_hold_leaves_nothing_to_be_heard_after_it),
        STORY(what_is_kept_is_heard_in_full_when_the_rest_is_cut),
        STORY(louder_and_softer_comes_over_a_few_milliseconds),
        STORY(what_was_heard_or_stopped_is_erased),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
