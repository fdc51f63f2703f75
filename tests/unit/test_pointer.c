/* Stories about fingers: one presses, two are a pair and press nothing, and a lost one does not hold the kiosk up. */
#include "pointer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct inputs feel(struct pointer *pointer, enum touch_kind kind, int64_t finger, int x, int64_t now_ms)
{
    return pointer_feel(pointer, (struct touch){kind, false, finger, x, 2 * x}, now_ms);
}

static struct inputs click(struct pointer *pointer, enum touch_kind kind, int x, int64_t now_ms)
{
    return pointer_feel(pointer, (struct touch){kind, true, 0, x, 2 * x}, now_ms);
}

static void assert_nothing(struct inputs inputs)
{
    assert_int_equal(inputs.count, 0);
}

static void assert_one(struct inputs inputs, enum input_kind kind, int x)
{
    assert_int_equal(inputs.count, 1);
    assert_int_equal(inputs.list[0].kind, kind);
    if (kind != INPUT_CANCEL) {
        assert_int_equal(inputs.list[0].x, x);
        assert_int_equal(inputs.list[0].y, 2 * x);
    }
}

/* The press is void, and two fingers are told with both of their places. */
static void assert_becomes_a_pair(struct inputs inputs, int x, int other_x)
{
    assert_int_equal(inputs.count, 2);
    assert_int_equal(inputs.list[0].kind, INPUT_CANCEL);
    assert_int_equal(inputs.list[1].kind, INPUT_PAIR);
    assert_int_equal(inputs.list[1].x, x);
    assert_int_equal(inputs.list[1].y, 2 * x);
    assert_int_equal(inputs.list[1].other_x, other_x);
    assert_int_equal(inputs.list[1].other_y, 2 * other_x);
}

static void assert_pair_ends(struct inputs inputs)
{
    assert_int_equal(inputs.count, 1);
    assert_int_equal(inputs.list[0].kind, INPUT_PAIR_ENDS);
}

static void one_finger_presses_moves_and_lifts(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    assert_one(feel(&pointer, TOUCH_DOWN, 5, 10, 0), INPUT_PRESS, 10);
    assert_one(feel(&pointer, TOUCH_MOVE, 5, 12, 1), INPUT_MOVE, 12);
    assert_one(feel(&pointer, TOUCH_UP, 5, 13, 2), INPUT_RELEASE, 13);
    assert_one(feel(&pointer, TOUCH_DOWN, 6, 20, 3), INPUT_PRESS, 20);
}

static void a_second_finger_makes_the_press_void_until_all_are_up(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    assert_becomes_a_pair(feel(&pointer, TOUCH_DOWN, 2, 50, 1), 10, 50);
    assert_one(feel(&pointer, TOUCH_MOVE, 1, 11, 2), INPUT_PAIR, 11);
    assert_pair_ends(feel(&pointer, TOUCH_UP, 1, 11, 3));
    assert_nothing(feel(&pointer, TOUCH_MOVE, 2, 51, 4));
    assert_nothing(feel(&pointer, TOUCH_DOWN, 3, 60, 5));
    assert_nothing(feel(&pointer, TOUCH_UP, 2, 51, 6));
    assert_nothing(feel(&pointer, TOUCH_UP, 3, 60, 7));
    assert_one(feel(&pointer, TOUCH_DOWN, 4, 70, 8), INPUT_PRESS, 70);
}

static void two_fingers_that_are_down_are_a_pair_until_one_lifts_and_no_sooner_again_than_all_are_up(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    assert_becomes_a_pair(feel(&pointer, TOUCH_DOWN, 2, 50, 1), 10, 50);
    assert_pair_ends(feel(&pointer, TOUCH_UP, 2, 50, 2));
    assert_nothing(feel(&pointer, TOUCH_DOWN, 3, 50, 3));
    assert_nothing(feel(&pointer, TOUCH_UP, 1, 10, 4));
    assert_nothing(feel(&pointer, TOUCH_UP, 3, 50, 5));
    feel(&pointer, TOUCH_DOWN, 1, 10, 6);
    assert_becomes_a_pair(feel(&pointer, TOUCH_DOWN, 2, 60, 7), 10, 60);
}

static void a_third_finger_makes_a_palm_of_a_pair(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    feel(&pointer, TOUCH_DOWN, 2, 50, 1);
    assert_pair_ends(feel(&pointer, TOUCH_DOWN, 3, 30, 2));
    assert_nothing(feel(&pointer, TOUCH_UP, 3, 30, 3));
    assert_nothing(feel(&pointer, TOUCH_MOVE, 2, 51, 4));
}

static void a_pair_ends_when_a_finger_of_it_is_lost_or_lifts_unnoticed(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    feel(&pointer, TOUCH_DOWN, 2, 50, 1);
    assert_pair_ends(feel(&pointer, TOUCH_DOWN, 2, 52, 2));
    pointer = (struct pointer){0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    feel(&pointer, TOUCH_DOWN, 2, 50, 1);
    feel(&pointer, TOUCH_MOVE, 2, 51, 500);
    assert_pair_ends(pointer_expire(&pointer, FINGER_LOST_MS));
    assert_nothing(pointer_clear(&pointer));
    feel(&pointer, TOUCH_DOWN, 1, 10, 20000);
    feel(&pointer, TOUCH_DOWN, 2, 50, 20001);
    assert_pair_ends(pointer_clear(&pointer));
}

static void a_palm_presses_nothing(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    int presses = 0, releases = 0, cancels = 0;
    for (int i = 0; i < 2 * FINGERS_MAX; i++) {
        const struct inputs inputs = feel(&pointer, TOUCH_DOWN, i, i, i);
        presses += inputs.count && inputs.list[0].kind == INPUT_PRESS;
        cancels += inputs.count && inputs.list[0].kind == INPUT_CANCEL;
    }
    for (int i = 0; i < 2 * FINGERS_MAX; i++)
        releases += feel(&pointer, TOUCH_UP, i, i, 100 + i).count;
    assert_int_equal(presses, 1);
    assert_int_equal(cancels, 1);
    assert_int_equal(releases, 0);
    assert_one(feel(&pointer, TOUCH_DOWN, 99, 5, 200), INPUT_PRESS, 5);
}

static void a_finger_that_was_lost_is_forgotten(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    assert_int_equal(pointer_deadline(&pointer), -1);
    feel(&pointer, TOUCH_DOWN, 1, 10, 100);
    assert_int_equal(pointer_deadline(&pointer), 100 + FINGER_LOST_MS);
    feel(&pointer, TOUCH_MOVE, 1, 11, 600);
    assert_nothing(pointer_expire(&pointer, 600 + FINGER_LOST_MS - 1));
    assert_one(pointer_expire(&pointer, 600 + FINGER_LOST_MS), INPUT_CANCEL, 0);
    assert_nothing(feel(&pointer, TOUCH_UP, 1, 11, 20000));
    assert_one(feel(&pointer, TOUCH_DOWN, 2, 30, 20001), INPUT_PRESS, 30);
}

static void a_lost_second_finger_does_not_block_the_next_visitor(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    feel(&pointer, TOUCH_DOWN, 2, 20, 0);
    feel(&pointer, TOUCH_UP, 1, 10, 10);
    assert_nothing(pointer_expire(&pointer, FINGER_LOST_MS));
    assert_one(feel(&pointer, TOUCH_DOWN, 3, 30, FINGER_LOST_MS + 1), INPUT_PRESS, 30);
}

static void a_finger_that_comes_down_twice_starts_a_new_press(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    const struct inputs inputs = feel(&pointer, TOUCH_DOWN, 1, 40, 50);
    assert_int_equal(inputs.count, 2);
    assert_int_equal(inputs.list[0].kind, INPUT_CANCEL);
    assert_int_equal(inputs.list[1].kind, INPUT_PRESS);
    assert_int_equal(inputs.list[1].x, 40);
    assert_one(feel(&pointer, TOUCH_UP, 1, 41, 60), INPUT_RELEASE, 41);
}

static void an_unplugged_touch_screen_lifts_all_fingers(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    assert_nothing(pointer_clear(&pointer));
    feel(&pointer, TOUCH_DOWN, 1, 10, 0);
    assert_one(pointer_clear(&pointer), INPUT_CANCEL, 0);
    assert_one(feel(&pointer, TOUCH_DOWN, 1, 10, 1), INPUT_PRESS, 10);
}

static void a_mouse_is_a_pointer_too(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    assert_nothing(click(&pointer, TOUCH_MOVE, 5, 0));
    assert_one(click(&pointer, TOUCH_DOWN, 10, 1), INPUT_PRESS, 10);
    assert_one(click(&pointer, TOUCH_MOVE, 11, 2), INPUT_MOVE, 11);
    assert_nothing(pointer_expire(&pointer, 10 * FINGER_LOST_MS));
    assert_one(click(&pointer, TOUCH_UP, 12, 3), INPUT_RELEASE, 12);
}

static void a_mouse_press_right_after_a_touch_is_its_echo(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    feel(&pointer, TOUCH_DOWN, 1, 10, 5000);
    assert_nothing(click(&pointer, TOUCH_DOWN, 10, 5001));
    assert_one(feel(&pointer, TOUCH_UP, 1, 10, 5100), INPUT_RELEASE, 10);
    assert_nothing(click(&pointer, TOUCH_DOWN, 10, 5101));
    assert_nothing(click(&pointer, TOUCH_UP, 10, 5102));
    assert_one(click(&pointer, TOUCH_DOWN, 10, 5100 + ECHO_MS), INPUT_PRESS, 10);
}

static void a_stranger_among_fingers_changes_nothing(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    assert_nothing(feel(&pointer, TOUCH_UP, 9, 1, 0));
    assert_nothing(feel(&pointer, TOUCH_MOVE, 9, 1, 0));
    feel(&pointer, TOUCH_DOWN, 1, 10, 1);
    assert_nothing(feel(&pointer, TOUCH_UP, 9, 1, 2));
    assert_one(feel(&pointer, TOUCH_UP, 1, 10, 3), INPUT_RELEASE, 10);
}

/* Whatever a driver sends, presses and their ends take turns. */
static void presses_and_their_ends_always_take_turns(void **state)
{
    (void)state;
    struct pointer pointer = {0};
    uint32_t seed = 3;
    bool pressed = false, paired = false;
    for (int64_t now_ms = 1; now_ms < 200000; now_ms += 7) {
        seed = seed * 1664525u + 1013904223u;
        const struct touch touch = {(enum touch_kind)(seed >> 28) % 3, seed >> 20 & 1, seed >> 24 & 3, 1, 2};
        const struct inputs inputs =
            seed >> 16 & 63 ? pointer_feel(&pointer, touch, now_ms) : pointer_expire(&pointer, now_ms);
        for (int i = 0; i < inputs.count; i++) {
            if (inputs.list[i].kind == INPUT_PAIR || inputs.list[i].kind == INPUT_PAIR_ENDS) {
                assert_false(pressed);
                assert_true(paired || inputs.list[i].kind == INPUT_PAIR);
                paired = inputs.list[i].kind == INPUT_PAIR;
                continue;
            }
            assert_false(paired);
            const bool starts = inputs.list[i].kind == INPUT_PRESS;
            assert_int_equal(pressed, !starts);
            pressed = starts || inputs.list[i].kind == INPUT_MOVE;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_finger_presses_moves_and_lifts),
        cmocka_unit_test(a_second_finger_makes_the_press_void_until_all_are_up),
        cmocka_unit_test(two_fingers_that_are_down_are_a_pair_until_one_lifts_and_no_sooner_again_than_all_are_up),
        cmocka_unit_test(a_third_finger_makes_a_palm_of_a_pair),
        cmocka_unit_test(a_pair_ends_when_a_finger_of_it_is_lost_or_lifts_unnoticed),
        cmocka_unit_test(a_palm_presses_nothing),
        cmocka_unit_test(a_finger_that_was_lost_is_forgotten),
        cmocka_unit_test(a_lost_second_finger_does_not_block_the_next_visitor),
        cmocka_unit_test(a_finger_that_comes_down_twice_starts_a_new_press),
        cmocka_unit_test(an_unplugged_touch_screen_lifts_all_fingers),
        cmocka_unit_test(a_mouse_is_a_pointer_too),
        cmocka_unit_test(a_mouse_press_right_after_a_touch_is_its_echo),
        cmocka_unit_test(a_stranger_among_fingers_changes_nothing),
        cmocka_unit_test(presses_and_their_ends_always_take_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
