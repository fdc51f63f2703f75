/* When a clinic is open, and what it has to tell that day, by its own words in kiosk.yaml. This layer knows no clock:
 * the time is handed in. */
#ifndef IOP_HOURS_H
#define IOP_HOURS_H

#include "content.h"
#include "wall.h"

#include <stdbool.h>

/* True if the clinic is open at that minute; also if nobody knows the time, or no hours are given. Hours that end at
 * or before the minute at which they begin go on past midnight and belong to the day on which they begin: a day on
 * which the clinic is closed takes away only what begins on it. */
bool hours_open(const struct settings *settings, struct wall_time now);

/* When that changes next, within a year; false if it does not. */
bool hours_change(const struct settings *settings, struct wall_time now, struct wall_time *when);

/* True if the notice is for that day; if nobody knows the time, for the day for which the content was read. */
bool notice_is_due(const struct settings *settings, const struct clinic_notice *notice, struct wall_time now);

/* The entry of closed_on for a day, or NULL. */
const struct closed_day *hours_closed_day(const struct settings *settings, int day);

#endif
