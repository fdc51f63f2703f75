/* Watches the pixels of an Xvfb, points and presses by XTest, and counts requests by the RECORD extension. */
#include "screen.h"

#include <X11/XWDFile.h>
#include <X11/Xlib.h>
#include <X11/Xproto.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/record.h>
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Every so many rows one is compared: what a touch changes is higher than that. */
enum { ROW_STEP = 16 };

static const double poll_ms = 0.25;

struct screen {
    Display *display;
    const uint8_t *file, *pixels; /* as mapped; the first pixel */
    size_t file_size, stride, height;
    uint8_t *seen; /* the rows compared, as they were last */
};

double clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void clock_sleep(double ms)
{
    if (ms <= 0)
        return;
    struct timespec left = {(time_t)(ms / 1e3), 0};
    left.tv_nsec = (long)((ms - (double)left.tv_sec * 1e3) * 1e6);
    nanosleep(&left, NULL);
}

/* ---- pixels --------------------------------------------------------------------------------------------------- */

static bool changed(struct screen *screen)
{
    bool news = false;
    uint8_t *seen = screen->seen;
    for (size_t y = 0; y < screen->height; y += ROW_STEP, seen += screen->stride) {
        const uint8_t *row = screen->pixels + y * screen->stride;
        if (memcmp(seen, row, screen->stride) == 0)
            continue;
        memcpy(seen, row, screen->stride);
        news = true;
    }
    return news;
}

static void look(struct screen *screen, struct change *change)
{
    if (!changed(screen))
        return;
    change->last_ms = clock_ms();
    if (change->first_ms < 0)
        change->first_ms = change->last_ms;
    change->count++;
}

void screen_look(struct screen *screen)
{
    changed(screen);
}

struct change screen_watch(struct screen *screen, double quiet_ms, double longest_ms)
{
    struct change change = {-1, -1, 0};
    double began = clock_ms();
    for (;;) {
        look(screen, &change);
        double now = clock_ms();
        bool is_quiet = change.count > 0 && now - change.last_ms > quiet_ms;
        if (is_quiet || (change.count == 0 && now - began > longest_ms))
            return change;
        if (now - began > longest_ms + 60 * quiet_ms) /* something blinks */
            return change;
        clock_sleep(poll_ms);
    }
}

void screen_watch_until(struct screen *screen, double until_ms, struct change *change)
{
    while (clock_ms() < until_ms) {
        double left = until_ms - clock_ms();
        look(screen, change);
        clock_sleep(left < poll_ms ? left : poll_ms);
    }
}

/* ---- finger --------------------------------------------------------------------------------------------------- */

void screen_point(struct screen *screen, int x, int y)
{
    XTestFakeMotionEvent(screen->display, -1, x, y, 0);
    XFlush(screen->display);
}

void screen_press(struct screen *screen)
{
    XTestFakeButtonEvent(screen->display, 1, True, 0);
    XFlush(screen->display);
}

void screen_release(struct screen *screen)
{
    XTestFakeButtonEvent(screen->display, 1, False, 0);
    XFlush(screen->display);
}

/* ---- requests ------------------------------------------------------------------------------------------------- */

static void count_one(XPointer closure, XRecordInterceptData *data)
{
    if (data->category == XRecordFromClient)
        ++*(long *)(void *)closure;
    XRecordFreeData(data);
}

static XRecordContext record_all(Display *display)
{
    XRecordClientSpec clients = XRecordAllClients;
    XRecordRange *range = XRecordAllocRange();
    if (range == NULL)
        return 0;
    range->core_requests = (XRecordRange8){X_CreateWindow, X_NoOperation};
    range->ext_requests.ext_major = (XRecordRange8){128, 255};
    range->ext_requests.ext_minor = (XRecordRange16){0, 65535};
    XRecordContext context = XRecordCreateContext(display, 0, &clients, 1, &range, 1);
    XFree(range);
    XSync(display, False);
    return context;
}

/* Recording needs a connection of its own, on which nothing else is said meanwhile. */
long screen_count_requests(struct screen *screen, double sleep_ms)
{
    long count = 0;
    int major, minor;
    const double step = 250;
    Display *data = XOpenDisplay(NULL);
    if (data == NULL || !XRecordQueryVersion(data, &major, &minor))
        return -1;
    XRecordContext context = record_all(screen->display);
    bool on = context != 0 && XRecordEnableContextAsync(data, context, count_one, (XPointer)(void *)&count) != 0;
    for (double until = clock_ms() + sleep_ms; clock_ms() < until;) {
        clock_sleep(until - clock_ms() < step ? until - clock_ms() : step);
        if (on)
            XRecordProcessReplies(data);
    }
    long counted = count;
    if (on)
        XRecordDisableContext(screen->display, context);
    XSync(screen->display, False);
    XCloseDisplay(data);
    return on ? counted : -1;
}

/* ---- opening -------------------------------------------------------------------------------------------------- */

static bool map(struct screen *screen, const char *framebuffer)
{
    struct stat status;
    int descriptor = open(framebuffer, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    void *bytes = MAP_FAILED;
    if (fstat(descriptor, &status) == 0 && status.st_size > (off_t)sizeof(XWDFileHeader))
        bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (bytes == MAP_FAILED)
        return false;
    screen->file = bytes;
    screen->file_size = (size_t)status.st_size;
    return true;
}

/* An XWD file: a header in network byte order, its colors, then the rows. */
static bool find_pixels(struct screen *screen)
{
    XWDFileHeader header;
    memcpy(&header, screen->file, sizeof header);
    size_t start = ntohl(header.header_size) + ntohl(header.ncolors) * sizeof(XWDColor);
    screen->stride = ntohl(header.bytes_per_line);
    screen->height = ntohl(header.pixmap_height);
    screen->pixels = screen->file + start;
    screen->seen = calloc(screen->height / ROW_STEP + 1, screen->stride);
    return screen->seen != NULL && start + screen->stride * screen->height <= screen->file_size;
}

struct screen *screen_open(const char *framebuffer)
{
    int unused;
    struct screen *screen = calloc(1, sizeof *screen);
    if (screen == NULL)
        return NULL;
    screen->display = XOpenDisplay(NULL);
    if (screen->display == NULL || !XTestQueryExtension(screen->display, &unused, &unused, &unused, &unused))
        fprintf(stderr, "drive: there is no X display with XTest. tests/bench/run starts one.\n");
    else if (!map(screen, framebuffer) || !find_pixels(screen))
        fprintf(stderr, "drive: %s is not the framebuffer of an Xvfb -fbdir.\n", framebuffer);
    else
        return screen;
    screen_close(screen);
    return NULL;
}

void screen_close(struct screen *screen)
{
    if (screen == NULL)
        return;
    if (screen->display != NULL)
        XCloseDisplay(screen->display);
    if (screen->file != NULL)
        munmap((void *)(uintptr_t)screen->file, screen->file_size);
    free(screen->seen);
    free(screen);
}
