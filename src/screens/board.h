/* What the staff screen shows of the machine and the content: values that the program gathers. Nothing of a visit. */
#ifndef IOP_BOARD_H
#define IOP_BOARD_H

#include "reload_state.h"

enum { FACT_SIZE = 200 };

struct staff_facts {
    char version[24];
    char folder[FACT_SIZE]; /* of the content */
    char today[16];         /* "2026-01-15" */
    char soon[16];          /* helplines whose review_by is not behind this date are shown */
    char seal[FACT_SIZE];   /* "" before it is closed */
    char display[32];       /* SDL's name of what shows the picture: "x11" */
    char voice[FACT_SIZE];  /* what is wrong with it; "" if it speaks, or if there is none */
    bool speaks;
    int touch_screens;
    int width, height; /* pixels */
    float panel_mm;
};

struct staff_board {
    const struct staff_facts *facts;   /* NULL: not known */
    const struct reload_state *reload; /* the same */
    int wait_s;                        /* before the next PIN can be tried */
    int cleaning_s;                    /* left of cleaning */
};

#endif
