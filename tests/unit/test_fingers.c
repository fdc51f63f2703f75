/* Hands on the glass as SDL reports them: whatever many fingers do, one finger presses or nothing does, nothing leaves
 * the kiosk, and nothing opens that is not meant for visitors. */
#include "kiosk.h"

#include "events.h"

#include <SDL.h>

enum { WIDTH = 1920, HEIGHT = 1080, TOUCH_SCREEN = 7 };

static struct kiosk kiosk;
static struct events events;
static unsigned results; /* of all inputs since the story began */

static int opens(void **state)
{
    (void)state;
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    events = (struct events){.width = WIDTH, .height = HEIGHT};
    results = 0;
    kiosk_open(&kiosk);
    return 0;
}

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

/* ---- hands ---------------------------------------------------------------------------------------------------- */

static void feel(uint32_t type, int finger, int x, int y)
{
    SDL_Event event = {.tfinger = {.type = type,
                                   .touchId = TOUCH_SCREEN,
                                   .fingerId = finger,
                                   .x = ((float)x + 0.5F) / WIDTH,
                                   .y = ((float)y + 0.5F) / HEIGHT}};
    assert_int_equal(SDL_PushEvent(&event), 1);
    events_collect(&events, kiosk.now_ms);
    for (struct input input = events_take(&events); input.kind != INPUT_NONE; input = events_take(&events))
        results |= app_input(&kiosk.app, input, kiosk.now_ms);
}

/* SDL lifts no finger that is still down after so long; the kiosk does. */
static void passes(int milliseconds)
{
    kiosk.now_ms += milliseconds;
    results |= app_input(&kiosk.app, (struct input){.kind = INPUT_NONE}, kiosk.now_ms);
    events_collect(&events, kiosk.now_ms);
    for (struct input input = events_take(&events); input.kind != INPUT_NONE; input = events_take(&events))
        results |= app_input(&kiosk.app, input, kiosk.now_ms);
}

static void tap(int finger, struct spot spot)
{
    feel(SDL_FINGERDOWN, finger, spot.x, spot.y);
    kiosk.now_ms += 80;
    feel(SDL_FINGERUP, finger, spot.x, spot.y);
}

static struct spot place_of(const char *name)
{
    const struct node *node = named(&kiosk, name, 0);
    assert_non_null(node);
    return middle_of(node);
}

static enum screen_id screen(void)
{
    return (enum screen_id)view_of(&kiosk)->screen;
}

static void begins_a_visit(void)
{
    tap(1, (struct spot){WIDTH / 2, HEIGHT / 3});
    assert_int_equal(screen(), SCREEN_HOME);
    results = 0;
}

/* The same place as before, and one finger is felt again. */
static void assert_nothing_happened_and_a_finger_is_felt(enum screen_id before)
{
    assert_int_equal(screen(), before);
    assert_int_equal(results & (APP_STOP | APP_WIPED), 0);
    assert_false(app_of_staff(&kiosk.app));
    tap(99, place_of("get-help"));
    assert_int_equal(screen(), SCREEN_HELP);
}

/* ---- stories -------------------------------------------------------------------------------------------------- */

static void one_finger_opens_what_it_touches(void **state)
{
    (void)state;
    begins_a_visit();
    tap(5, place_of("get-help"));
    assert_int_equal(screen(), SCREEN_HELP);
}

/* Ten fingers on ten things that could be touched. */
static void a_whole_hand_opens_nothing(void **state)
{
    (void)state;
    for (int fingers = 2; fingers <= 10; fingers++) {
        closes(NULL);
        opens(NULL);
        begins_a_visit();
        const struct spot help = place_of("get-help");
        for (int i = 0; i < fingers; i++)
            feel(SDL_FINGERDOWN, i, help.x + i, help.y + i / 2);
        kiosk.now_ms += 100;
        for (int i = 0; i < fingers; i++)
            feel(SDL_FINGERUP, i, help.x + i, help.y + i / 2);
        assert_nothing_happened_and_a_finger_is_felt(SCREEN_HOME);
    }
}

/* More than any hand has: what is beyond the list of fingers is not felt, and confuses nothing. */
static void three_hands_open_nothing(void **state)
{
    (void)state;
    begins_a_visit();
    const struct spot help = place_of("get-help");
    for (int i = 0; i < 15; i++)
        feel(SDL_FINGERDOWN, i, help.x, help.y);
    for (int i = 14; i >= 0; i--)
        feel(SDL_FINGERUP, i, help.x, help.y);
    assert_nothing_happened_and_a_finger_is_felt(SCREEN_HOME);
}

/* The palm comes down first and stays, as of a hand that rests on the glass while a finger points. */
static void a_palm_that_rests_keeps_the_pointing_finger_from_pressing(void **state)
{
    (void)state;
    begins_a_visit();
    for (int i = 0; i < 4; i++)
        feel(SDL_FINGERDOWN, i, 900 + 30 * i, 1000 + 10 * i);
    tap(20, place_of("get-help"));
    assert_int_equal(screen(), SCREEN_HOME);
    for (int i = 0; i < 4; i++)
        feel(SDL_FINGERUP, i, 900 + 30 * i, 1000 + 10 * i);
    assert_nothing_happened_and_a_finger_is_felt(SCREEN_HOME);
}

/* Gestures by which desktops switch or close what is shown: from an edge, in every direction, with 2 to 5 fingers. */
static void no_swipe_of_many_fingers_leads_anywhere(void **state)
{
    (void)state;
    static const struct way {
        int x, y, dx, dy;
    } ways[] = {{960, 1079, 0, -60}, {960, 0, 0, 60}, {0, 540, 100, 0}, {1919, 540, -100, 0}, {960, 540, 50, 30}};
    begins_a_visit();
    for (int fingers = 2; fingers <= 5; fingers++)
        for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
            for (int i = 0; i < fingers; i++)
                feel(SDL_FINGERDOWN, i, ways[way].x, ways[way].y);
            for (int step = 1; step <= 15; step++)
                for (int i = 0; i < fingers; i++)
                    feel(SDL_FINGERMOTION, i, ways[way].x + step * ways[way].dx, ways[way].y + step * ways[way].dy);
            for (int i = 0; i < fingers; i++)
                feel(SDL_FINGERUP, i, ways[way].x, ways[way].y);
            assert_int_equal(view_of(&kiosk)->scroll, 0);
        }
    assert_nothing_happened_and_a_finger_is_felt(SCREEN_HOME);
}

static void fingers_that_never_go_up_are_forgotten(void **state)
{
    (void)state;
    begins_a_visit();
    for (int i = 0; i < 5; i++)
        feel(SDL_FINGERDOWN, i, 300 + i, 500);
    passes(FINGER_LOST_MS - 100);
    tap(30, place_of("get-help"));
    assert_int_equal(screen(), SCREEN_HOME);
    passes(200);
    assert_nothing_happened_and_a_finger_is_felt(SCREEN_HOME);
}

/* A visit ends although a hand lies on the glass; the next visitor finds a kiosk that feels. */
static void a_hand_that_stays_does_not_keep_a_visit_open(void **state)
{
    (void)state;
    begins_a_visit();
    for (int i = 0; i < 3; i++)
        feel(SDL_FINGERDOWN, i, 300 + i, 500);
    for (int second = 0; second < 200; second++)
        passes(1000);
    assert_true((results & APP_WIPED) != 0);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    begins_a_visit();
}

/* Two fingers that hold both upper corners are staff; more, shorter, or anywhere else are a hand on the glass. */
static void two_fingers_that_hold_both_corners_open_the_staff_screen(void **state)
{
    (void)state;
    feel(SDL_FINGERDOWN, 1, 10, 10);
    feel(SDL_FINGERDOWN, 2, WIDTH - 10, 10);
    passes(3000);
    assert_true(app_of_staff(&kiosk.app));
    feel(SDL_FINGERUP, 1, 10, 10);
    feel(SDL_FINGERUP, 2, WIDTH - 10, 10);
    assert_true(app_of_staff(&kiosk.app));
}

static void two_arms_that_lie_over_both_corners_open_no_staff_screen(void **state)
{
    (void)state;
    feel(SDL_FINGERDOWN, 1, 10, 10);
    feel(SDL_FINGERDOWN, 2, WIDTH - 10, 10);
    passes(2000);
    feel(SDL_FINGERDOWN, 3, WIDTH - 90, 60);
    passes(5000);
    for (int i = 1; i <= 3; i++)
        feel(SDL_FINGERUP, i, 10, 10);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    assert_false(app_of_staff(&kiosk.app));
}

static int starts(void **state)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    return SDL_Init(SDL_INIT_EVENTS) == 0 ? load_content(state) : -1;
}

static int ends(void **state)
{
    SDL_Quit();
    return free_content(state);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(one_finger_opens_what_it_touches),
        STORY(a_whole_hand_opens_nothing),
        STORY(three_hands_open_nothing),
        STORY(a_palm_that_rests_keeps_the_pointing_finger_from_pressing),
        STORY(no_swipe_of_many_fingers_leads_anywhere),
        STORY(fingers_that_never_go_up_are_forgotten),
        STORY(a_hand_that_stays_does_not_keep_a_visit_open),
        STORY(two_fingers_that_hold_both_corners_open_the_staff_screen),
        STORY(two_arms_that_lie_over_both_corners_open_no_staff_screen),
    };
    return cmocka_run_group_tests_name("fingers", tests, starts, ends);
}
