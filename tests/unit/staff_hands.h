/* A kiosk, and somebody who knows the ways to the screen of staff. */
#ifndef TEST_STAFF_HANDS_H
#define TEST_STAFF_HANDS_H

#include "kiosk.h"

static struct kiosk kiosk;

static inline int opens_kiosk(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    draws(&kiosk);
    return 0;
}

static inline int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static inline unsigned presses_key(enum input_key key, int code)
{
    unsigned result = app_input(&kiosk.app, (struct input){.kind = INPUT_KEY, .key = key, .code = code}, kiosk.now_ms);
    draws(&kiosk);
    return result;
}

/* Seconds in tenths, for hands are not machines. */
static inline void holds(int x, int y, int tenths)
{
    gives(&kiosk, INPUT_PRESS, x, y);
    kiosk.now_ms += tenths * 100;
    gives(&kiosk, INPUT_RELEASE, x, y);
    draws(&kiosk);
}

static inline void holds_both_corners(void)
{
    holds(20, 20, 32);
    kiosk.now_ms += 1500;
    holds(1900, 20, 32);
}

#endif
