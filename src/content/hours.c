/* Opening hours, minute by minute, and the days of notices. */
#include "hours.h"

#include <limits.h>

enum { HORIZON_DAYS = 366 };

const struct closed_day *hours_closed_day(const struct settings *settings, int day)
{
    for (size_t i = 0; i < settings->closed_day_count; i++)
        if (wall_day(settings->closed_days[i].date) == day)
            return &settings->closed_days[i];
    return NULL;
}

/* Minutes from the midnight with which the day began until the hours end. */
static int end_of(const struct opening_hours *hours)
{
    return hours->closes > hours->opens ? hours->closes : hours->closes + MINUTES_A_DAY;
}

static bool begins_on(const struct opening_hours *hours, int day)
{
    return (hours->days >> wall_weekday(day) & 1) != 0;
}

/* minute counts from the midnight with which the day began, and may lie on a later day. */
static bool holds(const struct settings *settings, int day, int minute)
{
    if (hours_closed_day(settings, day) != NULL)
        return false;
    if (settings->hours_count == 0)
        return minute < MINUTES_A_DAY;
    for (size_t i = 0; i < settings->hours_count; i++) {
        const struct opening_hours *hours = &settings->hours[i];
        if (begins_on(hours, day) && minute >= hours->opens && minute < end_of(hours))
            return true;
    }
    return false;
}

bool hours_open(const struct settings *settings, struct wall_time now)
{
    if (now.day == NO_DAY)
        return true;
    return holds(settings, now.day, now.minute) || holds(settings, now.day - 1, now.minute + MINUTES_A_DAY);
}

/* What may be the next change: the earliest that lies behind now and differs. minute as in holds(). */
static void consider(const struct settings *settings, struct wall_time now, struct wall_time *best, int day, int minute)
{
    struct wall_time at = {day + minute / MINUTES_A_DAY, minute % MINUTES_A_DAY};
    bool earlier = wall_before(now, at) && wall_before(at, *best);
    if (earlier && hours_open(settings, at) != hours_open(settings, now))
        *best = at;
}

bool hours_change(const struct settings *settings, struct wall_time now, struct wall_time *when)
{
    struct wall_time best = {INT_MAX, 0};
    if (now.day == NO_DAY || (settings->hours_count == 0 && settings->closed_day_count == 0))
        return false;
    for (int day = now.day - 1; day <= now.day + HORIZON_DAYS && day <= best.day; day++) {
        consider(settings, now, &best, day, 0);
        for (size_t i = 0; i < settings->hours_count; i++) {
            consider(settings, now, &best, day, settings->hours[i].opens);
            consider(settings, now, &best, day, end_of(&settings->hours[i]));
        }
    }
    *when = best;
    return best.day != INT_MAX;
}

bool notice_is_due(const struct settings *settings, const struct clinic_notice *notice, struct wall_time now)
{
    int day = now.day != NO_DAY ? now.day : settings->read_day;
    return day != NO_DAY && wall_day(notice->from) <= day && day <= wall_day(notice->until);
}
