/* Tells what keys mean, and leaves out those that only bounce. */
#include "keys.h"

int key_number(SDL_Keysym key)
{
    const SDL_Scancode code = key.scancode != SDL_SCANCODE_UNKNOWN ? key.scancode : SDL_GetScancodeFromKey(key.sym);
    return code > 0 && code < (SDL_Scancode)KEY_CODES ? (int)code : 0;
}

enum input_key key_meaning(const struct key_table *table, SDL_Keysym key)
{
    const struct key_table usual = table ? *table : key_table_usual();
    const enum input_key meaning = (enum input_key)usual.meaning[key_number(key)];
    if (meaning == KEY_STAFF)
        return key.mod & KMOD_CTRL && key.mod & KMOD_ALT ? KEY_STAFF : KEY_OTHER;
    if (key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI))
        return KEY_OTHER;
    return meaning == KEY_NEXT && key.mod & KMOD_SHIFT ? KEY_PREVIOUS : meaning;
}

bool key_bounces(struct last_key *last, int code, bool down, int64_t now_ms)
{
    const bool bounces = down && code == last->code && now_ms - last->felt_ms < KEY_BOUNCE_MS;
    *last = (struct last_key){code, now_ms};
    return bounces;
}
