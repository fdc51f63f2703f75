/* The clinic's wall clock: which day it is and which minute of the day. A value that is handed in; only the platform
 * reads a clock. This layer knows no time zones: a wall clock that is put forward or back just shows another minute. */
#ifndef IOP_WALL_H
#define IOP_WALL_H

#include <stdbool.h>

enum { NO_DAY = 0, MINUTES_A_DAY = 24 * 60, DATE_SIZE = 11 };

/* All-zero: nobody knows what time it is. */
struct wall_time {
    int day;    /* days since 1970-01-01 */
    int minute; /* 0 to 1439 */
};

struct calendar_date {
    int year, month, day; /* month and day from 1 */
};

/* The day of a date "2026-01-15" that exists; NO_DAY for NULL and what is no date. */
int wall_day(const char *date);

/* The date of a day; proleptic Gregorian. */
struct calendar_date wall_date(int day);

/* "2026-01-15"; out holds DATE_SIZE bytes, "" for NO_DAY. */
void wall_date_text(int day, char *out);

/* 0 = Monday to 6 = Sunday. */
int wall_weekday(int day);

/* True if a is before b. */
bool wall_before(struct wall_time a, struct wall_time b);

#endif
