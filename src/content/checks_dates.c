/* What gets old: phone numbers that somebody should have called again, pages that somebody should have read. */
#include "load.h"
#include "problem_codes.h"

#include <string.h>

/* Dates of this form sort as texts. */
static bool is_past(const char *date, const char *today)
{
    return date != NULL && strcmp(date, today) < 0;
}

static void warn_of_page(const struct page *page, struct problems *problems)
{
    report(problems, PAGE_OVERDUE, page->place, "this page was to be read again by %s", page->review_by)->fix =
        "read it with a clinician, correct what has changed, and set review_by to a later day";
}

void content_warn_overdue(const struct content *content, const char *today, struct problems *problems)
{
    for (size_t i = 0; i < content->help.line_count; i++) {
        const struct helpline *line = &content->help.lines[i];
        if (!is_past(line->review_by, today)) {
            continue;
        }
        struct problem *problem = report(problems, OVERDUE, line->place,
                                         "the helpline '%s' was to be called again by %s", line->id, line->review_by);
        problem->fix = "call it, correct what has changed, and set verified_on and review_by";
    }
    for (size_t i = 0; i < content->page_count; i++) {
        if (is_past(content->pages[i].review_by, today)) {
            warn_of_page(&content->pages[i], problems);
        }
    }
    problems_sort(problems);
}
