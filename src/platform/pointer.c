/* Follows fingers from touch to lift and decides which of it counts. */
#include "pointer.h"

static void say(struct inputs *inputs, enum input_kind kind, int x, int y)
{
    inputs->list[inputs->count++] = (struct input){.kind = kind, .x = x, .y = y};
}

static int place_of(const struct pointer *pointer, struct touch touch)
{
    for (int i = 0; i < pointer->count; i++)
        if (pointer->fingers[i].mouse == touch.mouse && pointer->fingers[i].finger == touch.finger)
            return i;
    return -1;
}

/* Nothing presses again until all fingers are up: only the first one down does. */
static void make_void(struct pointer *pointer, struct inputs *inputs)
{
    if (pointer->pressed)
        say(inputs, INPUT_CANCEL, 0, 0);
    pointer->pressed = false;
}

static void lift(struct pointer *pointer, int place)
{
    pointer->count--;
    for (int i = place; i < pointer->count; i++)
        pointer->fingers[i] = pointer->fingers[i + 1];
    pointer->fingers[pointer->count] = (struct finger){0}; /* where it was tells what it answered */
}

/* A screen may report a finger down twice: its lift was lost, and this is a new touch. */
static void drop_stale(struct pointer *pointer, struct touch touch, struct inputs *inputs)
{
    const int place = place_of(pointer, touch);
    if (place < 0)
        return;
    lift(pointer, place);
    pointer->spoilt = pointer->spoilt || pointer->count > 0;
    if (place == 0)
        make_void(pointer, inputs);
}

/* After everything that may have changed which fingers are down, or where. */
static void tell_pair(struct pointer *pointer, struct inputs *inputs, bool moved)
{
    const struct finger *fingers = pointer->fingers;
    const bool was = pointer->paired;
    pointer->paired = pointer->count == 2 && !pointer->spoilt;
    pointer->spoilt = pointer->count > 0 && (pointer->spoilt || pointer->count > 2 || (was && !pointer->paired));
    if (was && !pointer->paired)
        say(inputs, INPUT_PAIR_ENDS, 0, 0);
    if (!pointer->paired || (was && !moved))
        return;
    say(inputs, INPUT_PAIR, fingers[0].x, fingers[0].y);
    inputs->list[inputs->count - 1].other_x = fingers[1].x;
    inputs->list[inputs->count - 1].other_y = fingers[1].y;
}

static void down(struct pointer *pointer, struct touch touch, struct inputs *inputs, int64_t now_ms)
{
    drop_stale(pointer, touch, inputs);
    if (pointer->count < FINGERS_MAX)
        pointer->fingers[pointer->count++] = (struct finger){touch.finger, now_ms, touch.mouse, touch.x, touch.y};
    if (pointer->count > 1) {
        make_void(pointer, inputs);
        return;
    }
    pointer->pressed = true;
    say(inputs, INPUT_PRESS, touch.x, touch.y);
}

static void up(struct pointer *pointer, struct touch touch, struct inputs *inputs)
{
    const int place = place_of(pointer, touch);
    if (place < 0)
        return;
    lift(pointer, place);
    if (pointer->pressed && place == 0) {
        pointer->pressed = false;
        say(inputs, INPUT_RELEASE, touch.x, touch.y);
    }
}

static void move(struct pointer *pointer, struct touch touch, struct inputs *inputs, int64_t now_ms)
{
    const int place = place_of(pointer, touch);
    if (place < 0)
        return;
    pointer->fingers[place].seen_ms = now_ms;
    pointer->fingers[place].x = touch.x;
    pointer->fingers[place].y = touch.y;
    if (pointer->pressed && place == 0)
        say(inputs, INPUT_MOVE, touch.x, touch.y);
}

/* Some drivers send a mouse press for every touch as well. */
static bool is_echo(const struct pointer *pointer, struct touch touch, int64_t now_ms)
{
    return touch.mouse && touch.kind == TOUCH_DOWN && pointer->touched_ms && now_ms - pointer->touched_ms < ECHO_MS;
}

struct inputs pointer_feel(struct pointer *pointer, struct touch touch, int64_t now_ms)
{
    struct inputs inputs = {0};
    if (is_echo(pointer, touch, now_ms))
        return inputs;
    if (!touch.mouse)
        pointer->touched_ms = now_ms;
    switch (touch.kind) {
    case TOUCH_DOWN:
        down(pointer, touch, &inputs, now_ms);
        break;
    case TOUCH_MOVE:
        move(pointer, touch, &inputs, now_ms);
        break;
    case TOUCH_UP:
        up(pointer, touch, &inputs);
        break;
    }
    tell_pair(pointer, &inputs, touch.kind == TOUCH_MOVE);
    return inputs;
}

/* A mouse button is never lost: a mouse without motion is only still. */
static bool is_lost(struct finger finger, int64_t now_ms)
{
    return !finger.mouse && now_ms - finger.seen_ms >= FINGER_LOST_MS;
}

struct inputs pointer_expire(struct pointer *pointer, int64_t now_ms)
{
    struct inputs inputs = {0};
    for (int i = pointer->count - 1; i >= 0; i--) {
        if (!is_lost(pointer->fingers[i], now_ms))
            continue;
        lift(pointer, i);
        if (i == 0)
            make_void(pointer, &inputs);
    }
    tell_pair(pointer, &inputs, false);
    return inputs;
}

int64_t pointer_deadline(const struct pointer *pointer)
{
    int64_t deadline = -1;
    for (int i = 0; i < pointer->count; i++) {
        const int64_t lost = pointer->fingers[i].seen_ms + FINGER_LOST_MS;
        if (!pointer->fingers[i].mouse && (deadline < 0 || lost < deadline))
            deadline = lost;
    }
    return deadline;
}

struct inputs pointer_clear(struct pointer *pointer)
{
    struct inputs inputs = {0};
    while (pointer->count > 0)
        lift(pointer, pointer->count - 1);
    make_void(pointer, &inputs);
    tell_pair(pointer, &inputs, false);
    return inputs;
}
