/* The window, its pixels and its events: the only place that talks to SDL's video and reads the clock.
 * SDL is set up as a kiosk needs it (facts on SDL in kiosk/README.md): software window surface, finger
 * events first class, SDL_QUIT ignored unless SIGTERM or SIGINT came. */
#ifndef IOP_WINDOW_H
#define IOP_WINDOW_H

#include "draw.h"
#include "input.h"
#include "pixmap.h"
#include "pointer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct window;

struct window_options {
    int width, height;            /* 0, 0: the whole display, borderless */
    bool cursor;                  /* show the mouse pointer */
    const struct key_table *keys; /* what keys mean; NULL: the usual. Outlives the window */
};

/* NULL without a display; *cause is then a full sentence (static storage). */
struct window *window_open(struct window_options options, const char **cause);

/* The pixels to draw into; valid until the next window_wait(). width 0 if the window is gone. */
struct pixmap window_pixmap(struct window *window);

/* Shows the changed rectangles. */
void window_show(struct window *window, const struct rect *rects, size_t count);

/* The next input; blocks until there is one or deadline_ms (of window_now_ms, -1 = never) is reached,
 * then INPUT_NONE. Really sleeps: nothing wakes it but input, signals and the deadline. INPUT_STOP, too, when the
 * window was lost. */
struct input window_wait(struct window *window, int64_t deadline_ms);

/* Another program destroyed the window, or the display refuses its pictures: time to end, and to be started anew. */
bool window_lost(const struct window *window);

/* From now on window_wait() also wakes when the descriptor has one of those poll() events, and then returns an
 * input of that kind; whoever asked reads it. One descriptor a kind, at most WINDOW_WATCHED_MAX kinds; -1 ends it. */
enum { WINDOW_WATCHED_MAX = 4 };
void window_watch(struct window *window, enum input_kind kind, int descriptor, short events);

/* More input already waiting? For handling moves in one go. */
bool window_pending(struct window *window);

/* Erases the pixels shown last and the touches SDL remembers. The screen itself keeps its picture until the next
 * window_show(), so draw everything anew. */
void window_forget(struct window *window);

/* For tools that have a window frame, which closes the window (INPUT_STOP; a kiosk does not follow such a wish): the
 * words in it; another size of what is inside, which comes as INPUT_RESIZE; and
 * how large that may be on this display. */
void window_may_close(struct window *window);
void window_title(struct window *window, const char *words);
void window_resize(struct window *window, int width, int height);
struct rect window_room(struct window *window);

/* Width of the panel in mm as the display reports it, believable or not; 0 if unknown. */
int window_panel_mm(struct window *window);

/* For staff: how many touch screens there are, what was used last, and SDL's name of what shows the picture. */
int window_touch_screens(const struct window *window);
enum felt window_felt(const struct window *window);
const char *window_display(void);

void window_close(struct window *window);

/* CLOCK_BOOTTIME in milliseconds. */
int64_t window_now_ms(void);

#endif
