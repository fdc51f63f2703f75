/* What has its time: phone numbers and pages that get old, things that vanish, and hours that cannot be meant. */
#include "load.h"
#include "loading.h"
#include "problem_codes.h"
#include "wall.h"

#include <string.h>

enum { SOON_DAYS = 30 };

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

static void warn_of_expiry(const struct dated *dated, const char *today, struct problems *problems)
{
    int left = wall_day(dated->expires) - wall_day(today);
    if (left > SOON_DAYS) {
        return;
    }
    if (left <= 0) {
        report(problems, EXPIRED, dated->place, "%s '%s' is not shown since %s", dated->kind, dated->id, dated->expires)
            ->fix = "delete it, or set expires to a later day";
    } else {
        report(problems, EXPIRES_SOON, dated->place, "%s '%s' vanishes on %s, in %d day%s", dated->kind, dated->id,
               dated->expires, left, left == 1 ? "" : "s")
            ->fix = "if it still holds then, set expires to a later day";
    }
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
    for (const struct dated *dated = content->dated; dated != NULL; dated = dated->next) {
        warn_of_expiry(dated, today, problems);
    }
    problems_sort(problems);
}

/* ---- hours ---------------------------------------------------------------------------------------------------------
 */

static void check_hours(const struct settings *settings, struct problems *problems)
{
    for (size_t i = 0; i < settings->hours_count; i++) {
        const struct opening_hours *hours = &settings->hours[i];
        bool all_missing = hours->opens == 0 && hours->closes == 0; /* reported by their rows, or meant as one */
        if (hours->opens == hours->closes && !(all_missing && problems->errors > 0)) {
            report(problems, TIME_ORDER, hours->place, "these hours end at the minute at which they begin")->fix =
                "for a whole day write   open: \"0:00\", close: \"24:00\"";
        } else if (hours->opens == MINUTES_A_DAY) {
            report(problems, TIME_ORDER, hours->place, "these hours begin when the day is over")->fix =
                "begin at \"0:00\" of the next day";
        }
    }
}

static void check_closed_days(const struct settings *settings, struct problems *problems)
{
    for (size_t i = 0; i < settings->closed_day_count; i++) {
        for (size_t k = 0; k < i; k++) {
            const char *date = settings->closed_days[i].date;
            if (date != NULL && settings->closed_days[k].date != NULL &&
                strcmp(date, settings->closed_days[k].date) == 0) {
                report(problems, TIME_ORDER, settings->closed_days[i].place, "%s stands twice, also in line %d", date,
                       settings->closed_days[k].place.line)
                    ->fix = "take one of them out";
            }
        }
    }
}

static void check_notices(const struct settings *settings, struct problems *problems)
{
    for (size_t i = 0; i < settings->notice_count; i++) {
        const struct clinic_notice *notice = &settings->notices[i];
        if (notice->from != NULL && notice->until != NULL && strcmp(notice->until, notice->from) < 0) {
            report(problems, TIME_ORDER, notice->place, "this notice ends on %s, before it begins on %s", notice->until,
                   notice->from)
                ->fix = "write the earlier day behind from";
        }
    }
}

static bool is_for_life(const struct helpline *line)
{
    return line->call != NULL && (strcmp(line->call, "988") == 0 || strcmp(line->call, "911") == 0);
}

static void check_lifelines(const struct help *help, struct problems *problems)
{
    for (size_t i = 0; i < help->line_count; i++) {
        if (is_for_life(&help->lines[i]) && help->lines[i].expires != NULL) {
            report(problems, NEVER_EXPIRES, help->lines[i].expires_place, "%s cannot expire", help->lines[i].call)
                ->fix = "take expires out: this number must never vanish";
        }
    }
}

void check_times(struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    check_hours(settings, loading->problems);
    check_closed_days(settings, loading->problems);
    check_notices(settings, loading->problems);
    check_lifelines(&loading->content->help, loading->problems);
}
