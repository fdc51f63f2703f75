/* What a key of SDL's means to the kiosk. */
#ifndef IOP_KEYS_H
#define IOP_KEYS_H

#include "keynames.h"

#include <SDL_keyboard.h>
#include <stdbool.h>

/* A switch that bounces, or a keypad that repeats by itself, sends the same key again sooner than a hand can. */
enum { KEY_BOUNCE_MS = 60 };

/* The key that was felt last; all-zero is ready to use. */
struct last_key {
    int code;
    int64_t felt_ms;
};

/* The number of a key; 0 if it has none. */
int key_number(SDL_Keysym key);

/* By the table, or by the usual one if it is NULL. With Ctrl, Alt or Super held down no key means anything, but
 * KEY_STAFF means something with Ctrl and Alt only; with
 * Shift held down, KEY_NEXT is KEY_PREVIOUS. */
enum input_key key_meaning(const struct key_table *table, SDL_Keysym key);

/* True if the key bounces: the same key was felt less than KEY_BOUNCE_MS ago. Tell it of every key that goes down
 * (down: true) or up; what goes up never bounces itself. */
bool key_bounces(struct last_key *last, int code, bool down, int64_t now_ms);

#endif
