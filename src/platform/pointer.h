/* Fingers and the mouse made into one pointer. It knows no SDL and no clock: time and places are arguments.
 * The first finger presses. A second one, or a palm, makes the press void, and nothing counts until all
 * are up; two fingers are told as a pair, as long as they are two. A finger that says nothing for some seconds was lost
 * by its touch screen and is forgotten. */
#ifndef IOP_POINTER_H
#define IOP_POINTER_H

#include "input.h"

#include <stdbool.h>
#include <stdint.h>

enum { FINGERS_MAX = 10, FINGER_LOST_MS = 10000, ECHO_MS = 1000 };

/* What somebody used last: staff see on their screen whether their touch screen is taken for a mouse. */
enum felt { FELT_NOTHING, FELT_FINGER, FELT_MOUSE, FELT_KEYS };

enum touch_kind { TOUCH_DOWN, TOUCH_MOVE, TOUCH_UP };

struct touch {
    enum touch_kind kind;
    bool mouse;
    int64_t finger; /* any number; of a mouse: 0 */
    int x, y;       /* pixels of the window */
};

struct finger {
    int64_t finger, seen_ms;
    bool mouse;
    int x, y;
};

/* All-zero is ready to use. */
struct pointer {
    struct finger fingers[FINGERS_MAX]; /* those that are down; the first one presses */
    int count;
    bool pressed;
    bool paired;        /* two are down, and it was told */
    bool spoilt;        /* there were more, or a pair has ended: no pair until all are up */
    int64_t touched_ms; /* when a finger was last felt; a mouse press soon after is its echo */
};

/* At most two inputs come of one event. */
struct inputs {
    struct input list[2];
    int count;
};

struct inputs pointer_feel(struct pointer *pointer, struct touch touch, int64_t now_ms);

/* Forgets lost fingers; says INPUT_CANCEL if the pressing one was lost. */
struct inputs pointer_expire(struct pointer *pointer, int64_t now_ms);

/* When pointer_expire() has something to do; -1 if nothing is down. */
int64_t pointer_deadline(const struct pointer *pointer);

/* Forgets all fingers: the touch screen was unplugged, or the window lost. */
struct inputs pointer_clear(struct pointer *pointer);

#endif
