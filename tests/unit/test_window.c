/* What wakes the window besides fingers: descriptors that somebody asked it to watch. */
#include "memory.h"
#include "window.h"
#include "wipe.h"

#include <SDL.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct stage {
    struct window *window;
    int ears[2]; /* what is written into [1] is heard at [0] */
};

static int opens(void **state)
{
    static struct stage stage;
    const char *cause = NULL;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    stage.window = window_open((struct window_options){.width = 320, .height = 240}, &cause);
    *state = &stage;
    return stage.window != NULL && pipe(stage.ears) == 0 ? 0 : -1;
}

static int closes(void **state)
{
    struct stage *stage = *state;
    window_close(stage->window);
    close(stage->ears[0]);
    close(stage->ears[1]);
    return 0;
}

static void something_is_said(struct stage *stage)
{
    assert_int_equal(write(stage->ears[1], "!", 1), 1);
}

static enum input_kind next(struct stage *stage)
{
    return window_wait(stage->window, 0).kind;
}

static void what_is_watched_wakes_the_window_until_it_was_read(void **state)
{
    struct stage *stage = *state;
    char said;
    window_watch(stage->window, INPUT_SPOKEN, stage->ears[0], POLLIN);
    assert_int_equal(next(stage), INPUT_NONE);
    something_is_said(stage);
    assert_int_equal(window_wait(stage->window, -1).kind, INPUT_SPOKEN);
    assert_int_equal(next(stage), INPUT_SPOKEN);
    assert_int_equal(read(stage->ears[0], &said, 1), 1);
    assert_int_equal(next(stage), INPUT_NONE);
}

static void what_is_no_longer_watched_wakes_nobody(void **state)
{
    struct stage *stage = *state;
    window_watch(stage->window, INPUT_SPOKEN, stage->ears[0], POLLIN);
    window_watch(stage->window, INPUT_SPOKEN, -1, 0);
    something_is_said(stage);
    assert_int_equal(next(stage), INPUT_NONE);
}

static void a_descriptor_takes_the_place_of_the_one_before(void **state)
{
    struct stage *stage = *state;
    for (int i = 0; i < 2 * WINDOW_WATCHED_MAX; i++)
        window_watch(stage->window, INPUT_SPOKEN, stage->ears[1], POLLIN);
    window_watch(stage->window, INPUT_SPOKEN, stage->ears[0], POLLIN);
    something_is_said(stage);
    assert_int_equal(next(stage), INPUT_SPOKEN);
}

static void the_end_of_what_is_watched_is_news_too(void **state)
{
    struct stage *stage = *state;
    window_watch(stage->window, INPUT_SPOKEN, stage->ears[0], POLLIN);
    close(stage->ears[1]);
    assert_int_equal(next(stage), INPUT_SPOKEN);
    stage->ears[1] = dup(stage->ears[0]);
}

/* Drawn, shown and forgotten: the pixels that a window without a display keeps. */
static void the_last_picture_is_forgotten(void **state)
{
    struct stage *stage = *state;
    struct pixmap pixmap = window_pixmap(stage->window);
    assert_int_equal(pixmap.width, 320);
    const struct rect all = {0, 0, pixmap.width, pixmap.height};
    for (int i = 0; i < pixmap.stride * pixmap.height; i++)
        pixmap.pixels[i] = 0xFF123456u;
    window_show(stage->window, &all, 1);
    window_forget(stage->window);
    pixmap = window_pixmap(stage->window);
    for (int i = 0; i < pixmap.stride * pixmap.height; i++)
        assert_int_equal(pixmap.pixels[i], 0);
}

/* A place that nothing else in the process has, in disguise. */
static bool process_holds_the_finger(void)
{
    enum { DISGUISE = 0x5A };
    const float place[] = {0.123456F, 0.654321F};
    unsigned char bytes[sizeof place];
    memcpy(bytes, place, sizeof place);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] ^= DISGUISE;
    return memory_process_holds(bytes, sizeof bytes, DISGUISE);
}

static __attribute__((noinline)) void touches_there(struct stage *stage)
{
    for (int i = 0; i < 20; i++) {
        SDL_Event event = {.tfinger = {.type = i % 2 ? SDL_FINGERUP : SDL_FINGERDOWN, .x = 0.123456F, .y = 0.654321F}};
        SDL_PushEvent(&event);
    }
    while (next(stage) != INPUT_NONE) {
    }
}

static void where_the_fingers_were_is_forgotten_with_it(void **state)
{
    struct stage *stage = *state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it keeps what was given back */
#endif
    touches_there(stage);
    const bool there = process_holds_the_finger();
    window_forget(stage->window);
    wipe_stack();
    assert_true(there);
    assert_false(process_holds_the_finger());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_watched_wakes_the_window_until_it_was_read, opens, closes),
        cmocka_unit_test_setup_teardown(what_is_no_longer_watched_wakes_nobody, opens, closes),
        cmocka_unit_test_setup_teardown(a_descriptor_takes_the_place_of_the_one_before, opens, closes),
        cmocka_unit_test_setup_teardown(the_end_of_what_is_watched_is_news_too, opens, closes),
        cmocka_unit_test_setup_teardown(the_last_picture_is_forgotten, opens, closes),
        cmocka_unit_test_setup_teardown(where_the_fingers_were_is_forgotten_with_it, opens, closes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
