/* The machine's clock as it hangs on the wall: local time, with summer time, and set by hand now and then. Visits are
 * never timed by it (window_now_ms() is for that); only days and opening hours are. */
#ifndef IOP_CLOCK_H
#define IOP_CLOCK_H

#include "wall.h"

#include <stdint.h>

/* Milliseconds since 1970-01-01 UTC. */
int64_t clock_now_ms(void);

/* What the wall clock shows at that moment, in this machine's time zone. */
struct wall_time clock_wall(int64_t epoch_ms);

/* Milliseconds from epoch_ms until the wall clock should be looked at again for the sake of `target`: when that minute
 * begins; at the next quarter of an hour if clocks are put forward or back before it; never less than a second. */
int64_t clock_until(int64_t epoch_ms, struct wall_time target);

/* When a minute of the wall clock begins, in ms since 1970-01-01 UTC. */
int64_t clock_of(struct wall_time wall);

/* A descriptor that has something to read when the clock was set or the machine has slept; -1 if there is none. */
int clock_jumps(void);

/* Takes notice of it. */
void clock_jumped(int descriptor);

#endif
