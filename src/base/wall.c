/* Dates and day numbers, without a clock. */
#include "wall.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_BEFORE_1970 = 719468, DAYS_IN_400_YEARS = 146097, THURSDAY = 3 };

/* Years that begin in March put the leap day last (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
static int day_of(struct calendar_date date)
{
    int year = date.year - (date.month <= 2);
    int age = year / 400;
    int year_of_age = year % 400;
    int month = (date.month + 9) % 12;
    int day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int day_of_age = year_of_age * 365 + year_of_age / 4 - year_of_age / 100 + day_of_year;
    return age * DAYS_IN_400_YEARS + day_of_age - DAYS_BEFORE_1970;
}

struct calendar_date wall_date(int day)
{
    int since = day + DAYS_BEFORE_1970;
    int age = since / DAYS_IN_400_YEARS;
    int day_of_age = since % DAYS_IN_400_YEARS;
    int year = (day_of_age - day_of_age / 1460 + day_of_age / 36524 - day_of_age / 146096) / 365;
    int day_of_year = day_of_age - (365 * year + year / 4 - year / 100);
    int month = (5 * day_of_year + 2) / 153;
    struct calendar_date date = {year + age * 400, month < 10 ? month + 3 : month - 9,
                                 day_of_year - (153 * month + 2) / 5 + 1};
    date.year += date.month <= 2;
    return date;
}

int wall_day(const char *date)
{
    struct calendar_date parts;
    char behind = 0;
    if (date == NULL || strlen(date) != DATE_SIZE - 1 ||
        sscanf(date, "%4d-%2d-%2d%c", &parts.year, &parts.month, &parts.day, &behind) != 3)
        return NO_DAY;
    if (parts.year < 1970 || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31)
        return NO_DAY;
    return day_of(parts);
}

void wall_date_text(int day, char *out)
{
    struct calendar_date date = wall_date(day);
    out[0] = '\0';
    if (day != NO_DAY)
        snprintf(out, DATE_SIZE, "%04u-%02u-%02u", (unsigned)date.year % 10000, (unsigned)date.month % 100,
                 (unsigned)date.day % 100);
}

int wall_weekday(int day)
{
    return (day + THURSDAY) % 7;
}

bool wall_before(struct wall_time a, struct wall_time b)
{
    return a.day != b.day ? a.day < b.day : a.minute < b.minute;
}
