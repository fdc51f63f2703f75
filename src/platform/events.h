/* SDL's events made into inputs: a short queue, in which only the last of many moves (sizes, redraws) is kept. */
#ifndef IOP_EVENTS_H
#define IOP_EVENTS_H

#include "keys.h"
#include "pointer.h"

#include <SDL_events.h>
#include <stddef.h>

enum { QUEUE_SIZE = 64 };

struct events {
    struct pointer pointer;
    const struct key_table *keys; /* what keys mean; NULL: the usual */
    bool may_close;               /* SDL_QUIT ends the program */
    struct last_key last_key;
    int width, height; /* of the window: fingers come in shares of it */
    int touch_screens; /* how many there were */
    enum felt felt;    /* until events_forget() */
    bool left;         /* somebody made the window small, or took the keys away from it */
    struct input queue[QUEUE_SIZE];
    int first, count;
};

/* Takes what SDL has, as long as there is room. */
void events_collect(struct events *events, int64_t now_ms);

/* The next input; INPUT_NONE if there is none. */
struct input events_take(struct events *events);

/* Overwrites the touches that were taken: SDL keeps the memory of past events, and where a finger was tells what it
 * answered. Events that wait are kept. */
void events_forget(struct events *events);

#endif
