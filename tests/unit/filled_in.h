/* Filled-in questionnaires to begin a story with. */
#ifndef TEST_FILLED_IN_H
#define TEST_FILLED_IN_H

#include "made_content.h"
#include "screening.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static inline struct answers nothing_answered(void)
{
    struct answers answers;
    answers_clear(&answers);
    return answers;
}

static inline struct answers all_answered(int option)
{
    struct answers answers = nothing_answered();
    for (size_t item = 0; item < PHQ9_SCORED; item++)
        screening_answer(phq9, &answers, item, option);
    return answers;
}

#endif
