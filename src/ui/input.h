/* What a visitor does, whatever device it came from. One pointer only: the platform turns a second finger
 * into INPUT_CANCEL and ignores palms. Two fingers, and only two, are told as a pair beside that: staff hold two
 * corners of the screen at rest, and nothing else follows it. */
#ifndef IOP_INPUT_H
#define IOP_INPUT_H

#include "keynames.h"

enum input_kind {
    INPUT_NONE,  /* time passed */
    INPUT_PRESS, /* x, y in pixels of the window */
    INPUT_MOVE,
    INPUT_RELEASE,
    INPUT_CANCEL,    /* the press is void: second finger, device gone, window lost */
    INPUT_PAIR,      /* two fingers are down: x, y and other_x, other_y; told again when one of them moves */
    INPUT_PAIR_ENDS, /* one was lifted or lost, or a third came */
    INPUT_WHEEL,     /* y: steps, positive scrolls up */
    INPUT_KEY,       /* key: what it means; code: which it is */
    INPUT_RESIZE,    /* x, y: new size of the window */
    INPUT_REDRAW,    /* the window's pixels were lost */
    INPUT_SPOKEN,    /* the voice has said its last text to the end */
    INPUT_RELOAD,    /* staff changed files, or a changed set is read */
    INPUT_CLOCK,     /* the machine's clock was set, or the machine has slept */
    INPUT_STOP       /* SIGTERM or SIGINT: end the program */
};

struct input {
    enum input_kind kind;
    int x, y;
    int other_x, other_y; /* of a pair: the finger that came second */
    enum input_key key;
    int code; /* the number of the key (key_name()): for staff who tell the kiosk a new key, for nothing else */
};

#endif
