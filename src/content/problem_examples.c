/* The rows of the problem_examples_*.def as a table. */
#include "problem_examples.h"

const struct problem_example problem_examples[PROBLEM_CODE_COUNT] = {
#define PROBLEM_EXAMPLE(name, why_, file_, wrong_, right_, mend_)                                                      \
    [PROBLEM_##name] = {.why = why_, .file = file_, .wrong = wrong_, .right = right_, .mend = mend_},
#include "problem_examples_checks.def"
#include "problem_examples_files.def"
#include "problem_examples_layout.def"
#include "problem_examples_values.def"
#include "problem_examples_wording.def"
#undef PROBLEM_EXAMPLE
};
