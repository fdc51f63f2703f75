/* Stories about what SDL reports and what the kiosk makes of it. No window and no display is needed. */
#include "events.h"
#include "memory.h"
#include "wipe.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 1920, HEIGHT = 1080 };

static struct events fresh(void)
{
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    return (struct events){.width = WIDTH, .height = HEIGHT, .touch_screens = SDL_GetNumTouchDevices()};
}

static void push(SDL_Event event)
{
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void push_finger(uint32_t type, SDL_FingerID finger, float x, float y)
{
    push((SDL_Event){.tfinger = {.type = type, .fingerId = finger, .x = x, .y = y}});
}

static void push_key_event(uint32_t type, SDL_Scancode key, uint16_t modifiers, uint8_t repeat)
{
    push((SDL_Event){.key = {.type = type, .repeat = repeat, .keysym = {.scancode = key, .mod = modifiers}}});
}

static void push_key(SDL_Scancode key, uint16_t modifiers, uint8_t repeat)
{
    push_key_event(SDL_KEYDOWN, key, modifiers, repeat);
}

static void push_window(uint8_t event, int width, int height)
{
    push((SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = event, .data1 = width, .data2 = height}});
}

static void assert_next(struct events *events, enum input_kind kind, int x, int y)
{
    const struct input input = events_take(events);
    assert_int_equal(input.kind, kind);
    assert_int_equal(input.x, x);
    assert_int_equal(input.y, y);
}

static void fingers_come_in_shares_of_the_window(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0.5F, 0.25F);
    push_finger(SDL_FINGERUP, 1, 1.0F, 1.0F);
    push_finger(SDL_FINGERDOWN, 1, -0.1F, 7.0F);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 960, 270);
    assert_next(&events, INPUT_RELEASE, WIDTH - 1, HEIGHT - 1);
    assert_next(&events, INPUT_PRESS, 0, HEIGHT - 1);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void of_many_moves_only_the_last_is_kept(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    for (int i = 1; i <= 500; i++)
        push_finger(SDL_FINGERMOTION, 1, (float)i / 1000, 0);
    push_finger(SDL_FINGERUP, 1, 0.5F, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 0, 0);
    assert_next(&events, INPUT_MOVE, 960, 0);
    assert_next(&events, INPUT_RELEASE, 960, 0);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void a_second_finger_cancels(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    push_finger(SDL_FINGERDOWN, 2, 0.5F, 0);
    push_finger(SDL_FINGERUP, 1, 0, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 0, 0);
    assert_next(&events, INPUT_CANCEL, 0, 0);
    assert_next(&events, INPUT_PAIR, 0, 0);
    assert_next(&events, INPUT_PAIR_ENDS, 0, 0);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void of_many_moves_of_a_pair_only_the_last_is_kept(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    push_finger(SDL_FINGERDOWN, 2, 0.5F, 0);
    for (int i = 0; i < 200; i++)
        push_finger(SDL_FINGERMOTION, 2, (float)i / 200, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 0, 0);
    assert_next(&events, INPUT_CANCEL, 0, 0);
    const struct input pair = events_take(&events);
    assert_int_equal(pair.kind, INPUT_PAIR);
    assert_int_equal(pair.other_x, 199 * events.width / 200);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void what_was_used_last_is_known_until_the_visit_ends(void **state)
{
    (void)state;
    struct events events = fresh();
    assert_int_equal(events.felt, FELT_NOTHING);
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    events_collect(&events, 1);
    assert_int_equal(events.felt, FELT_FINGER);
    events_forget(&events);
    assert_int_equal(events.felt, FELT_NOTHING);
}

static void a_finger_on_an_unplugged_screen_is_forgotten(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 0, 0);
    events.touch_screens++; /* as if there had been one more */
    events_collect(&events, 2);
    assert_next(&events, INPUT_CANCEL, 0, 0);
}

static void only_the_left_mouse_button_presses(void **state)
{
    (void)state;
    struct events events = fresh();
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT, .x = 1, .y = 2}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .which = SDL_TOUCH_MOUSEID, .button = SDL_BUTTON_LEFT}});
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 5, .y = 6}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 3, .y = 4}});
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 5, .y = 6}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_LEFT, .x = 7, .y = 8}});
    push((SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = -2}});
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 3, 4);
    assert_next(&events, INPUT_MOVE, 5, 6);
    assert_next(&events, INPUT_RELEASE, 7, 8);
    assert_next(&events, INPUT_WHEEL, 0, -2);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void keys_have_their_meanings(void **state)
{
    (void)state;
    const struct {
        SDL_Scancode key;
        uint16_t modifiers;
        enum input_key meaning;
    } keys[] = {
        {SDL_SCANCODE_TAB, 0, KEY_NEXT},
        {SDL_SCANCODE_TAB, KMOD_LSHIFT, KEY_PREVIOUS},
        {SDL_SCANCODE_RETURN, 0, KEY_ENTER},
        {SDL_SCANCODE_SPACE, 0, KEY_ENTER},
        {SDL_SCANCODE_ESCAPE, 0, KEY_BACK},
        {SDL_SCANCODE_BACKSPACE, 0, KEY_BACK},
        {SDL_SCANCODE_HOME, 0, KEY_HOME},
        {SDL_SCANCODE_F1, 0, KEY_HELP},
        {SDL_SCANCODE_H, 0, KEY_HELP},
        {SDL_SCANCODE_LEFT, 0, KEY_LEFT},
        {SDL_SCANCODE_DOWN, KMOD_NUM, KEY_DOWN},
        {SDL_SCANCODE_VOLUMEUP, 0, KEY_LOUDER},
        {SDL_SCANCODE_F15, 0, KEY_HEADPHONES_IN},
        {SDL_SCANCODE_Q, 0, KEY_OTHER},
        {SDL_SCANCODE_UNKNOWN, 0, KEY_OTHER},
        {SDL_SCANCODE_F4, KMOD_LALT, KEY_OTHER},
        {SDL_SCANCODE_H, KMOD_LCTRL, KEY_OTHER},
        {SDL_SCANCODE_S, KMOD_LCTRL | KMOD_LALT, KEY_STAFF},
        {SDL_SCANCODE_S, KMOD_LCTRL, KEY_OTHER},
        {SDL_SCANCODE_S, KMOD_LALT, KEY_OTHER},
        {SDL_SCANCODE_S, 0, KEY_OTHER},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct events events = fresh();
        push_key(keys[i].key, keys[i].modifiers, 0);
        push_key(keys[i].key, keys[i].modifiers, 1);
        events_collect(&events, 1000);
        const struct input input = events_take(&events);
        assert_int_equal(input.kind, INPUT_KEY);
        assert_int_equal(input.key, keys[i].meaning);
        assert_next(&events, INPUT_NONE, 0, 0); /* a key held down is one key */
    }
}

static int keys_felt(struct events *events)
{
    int felt = 0;
    for (struct input input = events_take(events); input.kind != INPUT_NONE; input = events_take(events))
        felt += input.kind == INPUT_KEY;
    return felt;
}

static void a_switch_that_bounces_is_felt_once(void **state)
{
    (void)state;
    struct events events = fresh();
    for (int64_t now_ms = 1000; now_ms < 1200; now_ms += 10) {
        push_key_event(SDL_KEYDOWN, SDL_SCANCODE_SPACE, 0, 0);
        events_collect(&events, now_ms);
        push_key_event(SDL_KEYUP, SDL_SCANCODE_SPACE, 0, 0);
        events_collect(&events, now_ms + 5);
    }
    assert_int_equal(keys_felt(&events), 1);
}

static void two_quick_presses_of_a_hand_are_two(void **state)
{
    (void)state;
    struct events events = fresh();
    for (int64_t now_ms = 1000; now_ms <= 1150; now_ms += 150) {
        push_key_event(SDL_KEYDOWN, SDL_SCANCODE_SPACE, 0, 0);
        events_collect(&events, now_ms);
        push_key_event(SDL_KEYUP, SDL_SCANCODE_SPACE, 0, 0);
        events_collect(&events, now_ms + 80);
    }
    assert_int_equal(keys_felt(&events), 2);
}

static void two_different_keys_at_once_are_two(void **state)
{
    (void)state;
    struct events events = fresh();
    push_key(SDL_SCANCODE_TAB, 0, 0);
    push_key(SDL_SCANCODE_SPACE, 0, 0);
    events_collect(&events, 1000);
    assert_int_equal(keys_felt(&events), 2);
}

static void a_clinic_says_what_its_keypad_means(void **state)
{
    (void)state;
    struct events events = fresh();
    struct key_table keys = key_table_usual();
    keys.meaning[SDL_SCANCODE_SPACE] = KEY_NEXT;
    events.keys = &keys;
    push_key(SDL_SCANCODE_SPACE, 0, 0);
    events_collect(&events, 1000);
    const struct input input = events_take(&events);
    assert_int_equal(input.key, KEY_NEXT);
    assert_int_equal(input.code, SDL_SCANCODE_SPACE);
}

static void keys_are_called_what_sdl_calls_them(void **state)
{
    (void)state;
    for (int code = 1; code < SDL_NUM_SCANCODES; code++) {
        const char *name = SDL_GetScancodeName((SDL_Scancode)code);
        char ours[KEY_NAME_SIZE], number[KEY_NAME_SIZE];
        key_name(code, ours);
        snprintf(number, sizeof number, "%02d", code);
        if (SDL_GetScancodeFromName(name) == (SDL_Scancode)code)
            assert_string_equal(ours, name);
        else if (code != SDL_SCANCODE_RETURN2)
            assert_string_equal(ours, number);
    }
}

static void no_one_but_a_signal_ends_the_program(void **state)
{
    (void)state;
    struct events events = fresh();
    push((SDL_Event){.quit = {.type = SDL_QUIT}});
    push_window(SDL_WINDOWEVENT_CLOSE, 0, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_NONE, 0, 0);
}

static void a_new_size_counts_for_the_fingers_after_it(void **state)
{
    (void)state;
    struct events events = fresh();
    push_window(SDL_WINDOWEVENT_SIZE_CHANGED, 500, 400);
    push_window(SDL_WINDOWEVENT_SIZE_CHANGED, 800, 600);
    push_window(SDL_WINDOWEVENT_EXPOSED, 0, 0);
    push_window(SDL_WINDOWEVENT_EXPOSED, 0, 0);
    push_finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
    events_collect(&events, 1);
    assert_next(&events, INPUT_RESIZE, 800, 600);
    assert_next(&events, INPUT_REDRAW, 0, 0);
    assert_next(&events, INPUT_PRESS, 400, 300);
}

static void a_hidden_window_ends_the_press(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0, 0);
    push_window(SDL_WINDOWEVENT_HIDDEN, 0, 0);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, 0, 0);
    assert_next(&events, INPUT_CANCEL, 0, 0);
}

static void a_flood_of_taps_loses_none(void **state)
{
    (void)state;
    struct events events = fresh();
    int presses = 0, releases = 0;
    for (int i = 0; i < 300; i++) {
        push_finger(SDL_FINGERDOWN, i, 0, 0);
        push_finger(SDL_FINGERUP, i, 0, 0);
    }
    for (int round = 0; round < 100; round++) {
        events_collect(&events, 1);
        for (struct input input = events_take(&events); input.kind != INPUT_NONE; input = events_take(&events)) {
            presses += input.kind == INPUT_PRESS;
            releases += input.kind == INPUT_RELEASE;
        }
    }
    assert_int_equal(presses, 300);
    assert_int_equal(releases, 300);
}

static int start_events(void **state)
{
    (void)state;
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    return SDL_Init(SDL_INIT_EVENTS);
}

static int end_events(void **state)
{
    (void)state;
    SDL_Quit();
    return 0;
}

static bool holds_a_place(const struct events *events, int32_t x)
{
    const unsigned char *bytes = (const unsigned char *)events;
    for (size_t i = 0; i + sizeof x <= sizeof *events; i++)
        if (memcmp(bytes + i, &x, sizeof x) == 0)
            return true;
    return false;
}

static void a_touch_that_was_taken_leaves_no_trace_of_its_place(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0.3125F, 0.5F);
    push_finger(SDL_FINGERUP, 1, 0.3125F, 0.5F);
    events_collect(&events, 1);
    assert_true(holds_a_place(&events, 600));
    events_take(&events);
    events_take(&events);
    assert_false(holds_a_place(&events, 600));
}

/* A place that nothing else in the process has: SDL keeps fingers as shares of the window. In disguise, so that the
 * wish itself is no find. */
static bool process_holds_a_finger_at(float x, float y)
{
    enum { DISGUISE = 0x5A };
    unsigned char both[2 * sizeof(float)];
    memcpy(both, &x, sizeof x);
    memcpy(both + sizeof x, &y, sizeof y);
    for (size_t i = 0; i < sizeof both; i++)
        both[i] ^= DISGUISE;
    return memory_process_holds(both, sizeof both, DISGUISE);
}

/* A function of its own: what it leaves on the stack lies below its caller. */
static __attribute__((noinline)) void touches_there(struct events *events)
{
    for (int i = 0; i < 20; i++)
        push_finger(i % 2 ? SDL_FINGERUP : SDL_FINGERDOWN, 1, 0.123456F, 0.654321F);
    events_collect(events, 1);
    while (events_take(events).kind != INPUT_NONE)
        ;
}

static void where_the_fingers_were_is_forgotten(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it keeps what was given back */
#endif
    struct events events = fresh();
    touches_there(&events);
    const bool there = process_holds_a_finger_at(0.123456F, 0.654321F);
    events_forget(&events);
    wipe_stack();
    assert_true(there);
    assert_false(process_holds_a_finger_at(0.123456F, 0.654321F));
}

static void the_key_that_was_pressed_last_is_forgotten(void **state)
{
    (void)state;
    struct events events = fresh();
    push_key(SDL_SCANCODE_TAB, 0, 0);
    events_collect(&events, 1);
    assert_int_equal(events.last_key.code, SDL_SCANCODE_TAB);
    events_forget(&events);
    assert_int_equal(events.last_key.code, 0);
}

static void forgetting_keeps_what_is_still_to_come(void **state)
{
    (void)state;
    struct events events = fresh();
    push_finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
    events_forget(&events);
    events_collect(&events, 1);
    assert_next(&events, INPUT_PRESS, WIDTH / 2, HEIGHT / 2);
    assert_next(&events, INPUT_NONE, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fingers_come_in_shares_of_the_window),
        cmocka_unit_test(of_many_moves_only_the_last_is_kept),
        cmocka_unit_test(a_second_finger_cancels),
        cmocka_unit_test(of_many_moves_of_a_pair_only_the_last_is_kept),
        cmocka_unit_test(what_was_used_last_is_known_until_the_visit_ends),
        cmocka_unit_test(a_finger_on_an_unplugged_screen_is_forgotten),
        cmocka_unit_test(only_the_left_mouse_button_presses),
        cmocka_unit_test(keys_have_their_meanings),
        cmocka_unit_test(a_switch_that_bounces_is_felt_once),
        cmocka_unit_test(two_quick_presses_of_a_hand_are_two),
        cmocka_unit_test(two_different_keys_at_once_are_two),
        cmocka_unit_test(a_clinic_says_what_its_keypad_means),
        cmocka_unit_test(keys_are_called_what_sdl_calls_them),
        cmocka_unit_test(no_one_but_a_signal_ends_the_program),
        cmocka_unit_test(a_new_size_counts_for_the_fingers_after_it),
        cmocka_unit_test(a_hidden_window_ends_the_press),
        cmocka_unit_test(a_flood_of_taps_loses_none),
        cmocka_unit_test(a_touch_that_was_taken_leaves_no_trace_of_its_place),
        cmocka_unit_test(where_the_fingers_were_is_forgotten),
        cmocka_unit_test(the_key_that_was_pressed_last_is_forgotten),
        cmocka_unit_test(forgetting_keeps_what_is_still_to_come),
    };
    return cmocka_run_group_tests(tests, start_events, end_events);
}
