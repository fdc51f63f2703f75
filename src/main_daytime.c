/* One clock for two: a real one, and one to try out opening hours with. */
#include "main_daytime.h"

#include "clock.h"
#include "window.h"

struct daytime daytime_begin(const struct options *options)
{
    struct daytime daytime = {
        .made_up = options->at.day != NO_DAY, .began_ms = window_now_ms(), .speed = 1, .jumps = clock_jumps()};
    if (daytime.made_up) {
        daytime.showed_ms = clock_of(options->at);
        daytime.speed = options->clock_speed;
    }
    return daytime;
}

static int64_t shows_ms(const struct daytime *daytime)
{
    if (!daytime->made_up)
        return clock_now_ms();
    return daytime->showed_ms + (window_now_ms() - daytime->began_ms) * daytime->speed;
}

struct wall_time daytime_wall(const struct daytime *daytime)
{
    clock_jumped(daytime->jumps);
    return clock_wall(shows_ms(daytime));
}

int64_t daytime_deadline(const struct daytime *daytime, struct wall_time minute)
{
    return window_now_ms() + clock_until(shows_ms(daytime), minute) / daytime->speed + 1;
}
