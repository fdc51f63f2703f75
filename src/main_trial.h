/* New content is laid out on the kiosk's own panel before a visitor sees it: every screen, in every language and text
 * size, with the real letters. What the audit calls an error is one: a text that is cut, something out of reach. */
#ifndef IOP_MAIN_TRIAL_H
#define IOP_MAIN_TRIAL_H

#include "audit.h"

#include <stdatomic.h>

struct trial {
    const char *folder; /* of the content */
    const struct theme *theme;
    struct audit_panel panel;
    enum severity most;          /* what a finding is at worst */
    const atomic_bool *unwanted; /* true: nobody waits for the end any more */
};

/* Adds what is found to the problems. Opens letters of its own and closes them: it may run beside the thread that
 * draws, and leaves no memory behind. */
void trial_run(const struct trial *trial, const struct content *content, struct problems *problems);

#endif
