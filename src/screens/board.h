/* What the staff screen shows of the machine and the content: values that the program gathers. Nothing of a visit. */
#ifndef IOP_BOARD_H
#define IOP_BOARD_H

#include "reload_state.h"

enum { FACT_SIZE = 320 }; /* the longest trouble of the voice has 220 letters, and is told whole */

/* In the order of the words staff_seal, staff_width_from, staff_voice and staff_inputs. */
enum seal_level { SEAL_WHOLE, SEAL_HALF, SEAL_OPEN };
enum width_from { WIDTH_WRITTEN, WIDTH_TOLD, WIDTH_GUESSED, WIDTH_MEASURED };
enum used { USED_FINGER, USED_MOUSE, USED_KEYS, USED_NOTHING };

struct staff_facts {
    char version[24];
    char folder[FACT_SIZE]; /* of the content */
    char today[16];         /* "2026-01-15" */
    char soon[16];          /* helplines whose review_by is not behind this date are shown */
    enum seal_level seal;
    int landlock;               /* its version, if the seal is whole */
    char seal_cause[FACT_SIZE]; /* why it is not whole */
    char display[32];           /* SDL's name of what shows the picture: "x11" */
    char voice[FACT_SIZE];      /* what is wrong with it; "" if it speaks, or if there is none */
    bool speaks;
    int touch_screens;
    enum used used;    /* last */
    int width, height; /* pixels */
    float panel_mm;
    enum width_from width_from;
};

struct staff_board {
    const struct staff_facts *facts;   /* NULL: not known */
    const struct reload_state *reload; /* the same */
    int wait_s;                        /* before the next PIN can be tried */
    int cleaning_s;                    /* left of cleaning */
    bool read_again;                   /* what staff asked for is done */
    bool listens_alone;                /* headphones are plugged in */
};

#endif
