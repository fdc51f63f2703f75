/* What the clinic's wall clock shows: the machine's own clock, or one that began at --at and runs at --clock-speed. */
#ifndef IOP_MAIN_DAYTIME_H
#define IOP_MAIN_DAYTIME_H

#include "main_options.h"
#include "wall.h"

#include <stdint.h>

struct daytime {
    bool made_up;
    int64_t began_ms;  /* of window_now_ms() */
    int64_t showed_ms; /* what it showed then, since 1970 */
    int speed;
    int jumps; /* has something to read when the machine's clock was set; -1 if nothing tells of that */
};

struct daytime daytime_begin(const struct options *options);

/* Also takes notice of jumps. */
struct wall_time daytime_wall(const struct daytime *daytime);

/* When the wall clock should be looked at for the sake of a minute, in ms of window_now_ms(). */
int64_t daytime_deadline(const struct daytime *daytime, struct wall_time minute);

#endif
