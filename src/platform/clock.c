/* Local time by the C library, and a timer that only ever goes off when the clock is set. */
#include "clock.h"

#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { QUARTER_S = 15 * 60, SECOND_MS = 1000 };

int64_t clock_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * SECOND_MS + now.tv_nsec / 1000000;
}

static struct tm local(time_t seconds)
{
    struct tm parts = {0};
    localtime_r(&seconds, &parts);
    return parts;
}

struct wall_time clock_wall(int64_t epoch_ms)
{
    struct tm parts = local((time_t)(epoch_ms / SECOND_MS));
    char date[32];
    if (strftime(date, sizeof date, "%Y-%m-%d", &parts) == 0)
        return (struct wall_time){0};
    return (struct wall_time){wall_day(date), parts.tm_hour * 60 + parts.tm_min};
}

static time_t seconds_of(struct wall_time wall)
{
    struct calendar_date date = wall_date(wall.day);
    struct tm parts = {.tm_year = date.year - 1900,
                       .tm_mon = date.month - 1,
                       .tm_mday = date.day,
                       .tm_hour = wall.minute / 60,
                       .tm_min = wall.minute % 60,
                       .tm_isdst = -1};
    return mktime(&parts);
}

int64_t clock_of(struct wall_time wall)
{
    return (int64_t)seconds_of(wall) * SECOND_MS;
}

int64_t clock_until(int64_t epoch_ms, struct wall_time target)
{
    time_t now = (time_t)(epoch_ms / SECOND_MS);
    time_t then = seconds_of(target);
    bool put = local(now).tm_gmtoff != local(then).tm_gmtoff;
    time_t quarter = (now / QUARTER_S + 1) * QUARTER_S;
    int64_t left = (int64_t)(put && quarter < then ? quarter : then) * SECOND_MS - epoch_ms;
    return left < SECOND_MS ? SECOND_MS : left;
}

int clock_jumps(void)
{
    const struct itimerspec far = {.it_value.tv_sec = (time_t)1 << 33};
    int descriptor = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (descriptor >= 0 && timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL) == 0)
        return descriptor;
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

void clock_jumped(int descriptor)
{
    uint64_t times;
    const ssize_t size = descriptor >= 0 ? read(descriptor, &times, sizeof times) : 0;
    (void)size; /* it fails with ECANCELED, which is the news */
}
