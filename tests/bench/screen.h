/* An X screen seen from outside: its pixels, a finger on it, and how many requests its clients make.
 * Times are milliseconds of clock_ms(). */
#ifndef BENCH_SCREEN_H
#define BENCH_SCREEN_H

#include <stdbool.h>

struct screen;

/* framebuffer: the file in which Xvfb -fbdir keeps the pixels; so looking at them costs the server nothing.
 * NULL with a sentence on stderr. */
struct screen *screen_open(const char *framebuffer);

/* When the pixels began to change, and when they had stopped; negative if they did not change. */
struct change {
    double first_ms, last_ms;
    int count;
};

/* Remembers the pixels: changes are counted from here. */
void screen_look(struct screen *screen);

/* Waits until nothing has changed for quiet_ms, but no longer than longest_ms for the first change. */
struct change screen_watch(struct screen *screen, double quiet_ms, double longest_ms);

/* Watches until a time, quiet or not, and goes on counting in the same change. */
void screen_watch_until(struct screen *screen, double until_ms, struct change *change);

void screen_point(struct screen *screen, int x, int y);
void screen_press(struct screen *screen);
void screen_release(struct screen *screen);

/* Sleeps and returns how many requests all other clients made meanwhile; negative if they cannot be counted. */
long screen_count_requests(struct screen *screen, double sleep_ms);

void screen_close(struct screen *screen);

double clock_ms(void);
void clock_sleep(double ms);

#endif
