/* The rows of problem_codes.def as a table. */
#include "problem_codes.h"

const struct problem_row problem_rows[PROBLEM_CODE_COUNT] = {
#define PROBLEM_CODE(name, code_, severity_, meaning_)                                                                 \
    [PROBLEM_##name] = {.code = code_, .severity = SEVERITY_##severity_, .meaning = meaning_},
#include "problem_codes.def"
#undef PROBLEM_CODE
};
