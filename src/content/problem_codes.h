/* The stable codes of everything that can be wrong with content: one row each in problem_codes.def.
 * This layer knows nothing of where a problem was found. */
#ifndef IOP_PROBLEM_CODES_H
#define IOP_PROBLEM_CODES_H

#include "problem.h"

enum problem_code {
#define PROBLEM_CODE(name, code, severity, meaning) PROBLEM_##name,
#include "problem_codes.def"
#undef PROBLEM_CODE
    PROBLEM_CODE_COUNT
};

struct problem_row {
    const char *code; /* "K012" */
    enum severity severity;
    const char *meaning;
};

extern const struct problem_row problem_rows[PROBLEM_CODE_COUNT];

/* problems_add() with code and severity from the row: report(problems, TAB, place, "…", …). */
#define report(problems, name, ...)                                                                                    \
    problems_add((problems), problem_rows[PROBLEM_##name].severity, problem_rows[PROBLEM_##name].code, __VA_ARGS__)

#endif
