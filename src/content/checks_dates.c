/* What gets old: phone numbers that somebody should have called again. */
#include "load.h"
#include "problem_codes.h"

#include <string.h>

void content_warn_overdue(const struct content *content, const char *today, struct problems *problems)
{
    for (size_t i = 0; i < content->help.line_count; i++) {
        const struct helpline *line = &content->help.lines[i];
        if (line->review_by == NULL || strcmp(line->review_by, today) >= 0) { /* dates of this form sort as texts */
            continue;
        }
        struct problem *problem = report(problems, OVERDUE, line->place,
                                         "the helpline '%s' was to be called again by %s", line->id, line->review_by);
        problem->fix = "call it, correct what has changed, and set verified_on and review_by";
    }
    problems_sort(problems);
}
