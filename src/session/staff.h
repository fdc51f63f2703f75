/* What staff do at the kiosk, between visits: read how it is, clean the glass, measure the screen, learn keys. It
 * begins at rest only, so nothing of a visit can be in it; it is part of the session, so its wipe ends it. This layer
 * does not know what a PIN is compared with, nor who reads files or makes a sound: it keeps what staff asked for. A
 * value of fixed size without pointers. */
#ifndef IOP_STAFF_H
#define IOP_STAFF_H

#include <stdbool.h>
#include <stdint.h>

enum staff_page { STAFF_OVERVIEW, STAFF_PIN, STAFF_CLEANING, STAFF_PANEL, STAFF_KEYS, STAFF_PAGES };

/* What an ACTION_STAFF wishes, in a; its number in b. */
enum staff_wish {
    STAFF_SHOW,      /* b: enum staff_page; not past the PIN */
    STAFF_DIGIT,     /* b: 0 to 9 */
    STAFF_ERASE,     /* the last digit */
    STAFF_TRY,       /* the digits; the app compares them and says session_staff_answer() */
    STAFF_WIDTH,     /* b: millimeters that the panel is wider than was thought */
    STAFF_USE_WIDTH, /* from here on carried out by the app, noted here */
    STAFF_RELOAD,
    STAFF_CHIME
};

enum { STAFF_DIGITS = 12, STAFF_LEAVES_S = 60, STAFF_CLEANING_S = 30, STAFF_LEAST_MM = 80, STAFF_MOST_MM = 3000 };

struct staff {
    uint8_t page; /* enum staff_page */
    char digits[STAFF_DIGITS + 1];
    uint8_t digit_count;
    bool wrong;            /* the last PIN was not the right one */
    bool reading, chimed;  /* was asked for */
    bool measured;         /* the width is in use */
    bool left_by_key;      /* the last key was one that means back: a second one leaves */
    uint16_t key;          /* number of the last key that was learned, 0: none yet */
    uint16_t panel_mm;     /* as it is thought now; 0: nobody has changed it */
    int64_t cleaned_at_ms; /* when cleaning ends */
};

/* Wrong PINs, kept in memory through visits: five tries, then a wait that doubles with every further one, from 30
 * seconds up to an hour. Time is an argument. All-zero is ready to use. */
enum { PIN_TRIES = 5, PIN_FIRST_WAIT_S = 30, PIN_LONGEST_WAIT_S = 3600 };
struct pin_lock {
    int failed;
    int64_t opens_at_ms;
};

void pin_lock_failed(struct pin_lock *lock, int64_t now_ms);
void pin_lock_opened(struct pin_lock *lock);

/* Seconds until the next try, rounded up; 0: now. */
int pin_lock_wait_s(const struct pin_lock *lock, int64_t now_ms);

#endif
