/* What a kiosk must never be able to do, as deeds to be tried: the proof and the tests try each. A deed that succeeds
 * does no harm and leaves nothing behind, but for the one that would replace the program. */
#ifndef IOP_MAIN_ACTS_H
#define IOP_MAIN_ACTS_H

#include <stdbool.h>
#include <stddef.h>

/* Where files are tried. */
struct act_places {
    const char *content, *home, *temporary; /* folders; content holds kiosk.yaml */
};

struct act {
    const char *words; /* "make a file in the content folder": what was tried */
    int (*try)(const struct act_places *places);
    bool by_landlock;      /* only Landlock refuses it */
    const char *voice_may; /* what the voice needs it for, or how far it reaches; NULL: it may not, either */
};

/* All of them, in the order to tell of them. */
const struct act *acts(size_t *count);

/* Tries one: 0 if the kernel refused it for want of permission, -1 if it was possible, else the error it met on its
 * way (a positive errno), which is no refusal. */
int act_try(const struct act *act, const struct act_places *places);

/* The errno of the act that was tried last, 0 if it was done; and what act_try() makes of such a number. */
int act_error(void);
int act_judge(int error);

/* What the kernel answered to the act that was tried last: "Operation not permitted". */
const char *act_answer(void);

#endif
