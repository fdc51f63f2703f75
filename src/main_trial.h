/* New content is laid out on the kiosk's own panel before a visitor sees it: every screen, in every language and text
 * size, with the real letters. What the audit calls an error is one: a text that is cut, something out of reach. But
 * what is no worse than on the screen now holds nothing back: nobody waits for a new telephone number because of an old
 * title. */
#ifndef IOP_MAIN_TRIAL_H
#define IOP_MAIN_TRIAL_H

#include "audit_ledger.h"

#include <stdatomic.h>

/* Findings by a hash of rule, file and thing: a line that moved changes nothing. */
struct trial_marks {
    uint64_t list[MOST_FINDINGS];
    int count;
};

struct trial {
    const char *folder; /* of the content */
    const struct theme *theme;
    struct audit_panel panel;
    const struct trial_marks *known; /* what is so on the screen already; that is a warning. NULL: all are warnings */
    const atomic_bool *unwanted;     /* true: nobody waits for the end any more */
};

/* Adds what is found to the problems, and marks it in found. Opens letters of its own and closes them: it may run
 * beside the thread that draws, and leaves no memory behind. */
void trial_run(const struct trial *trial, const struct content *content, struct problems *problems,
               struct trial_marks *found);

#endif
