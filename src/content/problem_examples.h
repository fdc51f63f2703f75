/* What each code of problem_codes.def means to somebody who meets it: why, an example wrong and right, how to mend it.
 * This layer knows nothing of where a problem was found. */
#ifndef IOP_PROBLEM_EXAMPLES_H
#define IOP_PROBLEM_EXAMPLES_H

#include "problem_codes.h"

struct problem_example {
    const char *why;  /* one to three sentences */
    const char *file; /* under content/, where the example stands; NULL if it is about files, not about their text */
    const char *wrong, *right; /* lines of the file; for files, a description */
    const char *mend;          /* what to do, a sentence or two */
};

/* One for each code; a test loads every example. */
extern const struct problem_example problem_examples[PROBLEM_CODE_COUNT];

#endif
