/* What a visitor does, whatever device it came from. One pointer only: the platform turns a second finger
 * into INPUT_CANCEL and ignores palms. */
#ifndef IOP_INPUT_H
#define IOP_INPUT_H

enum input_kind {
    INPUT_NONE,  /* time passed */
    INPUT_PRESS, /* x, y in pixels of the window */
    INPUT_MOVE,
    INPUT_RELEASE,
    INPUT_CANCEL, /* the press is void: second finger, device gone, window lost */
    INPUT_WHEEL,  /* y: steps, positive scrolls up */
    INPUT_KEY,    /* key: one of enum input_key */
    INPUT_RESIZE, /* x, y: new size of the window */
    INPUT_REDRAW, /* the window's pixels were lost */
    INPUT_SPOKEN, /* the voice has said its last text to the end */
    INPUT_STOP    /* SIGTERM or SIGINT: end the program */
};

enum input_key {
    KEY_NEXT,
    KEY_PREVIOUS,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_ENTER,
    KEY_BACK,
    KEY_HOME,
    KEY_HELP,
    KEY_OTHER
};

struct input {
    enum input_kind kind;
    int x, y;
    enum input_key key;
};

#endif
