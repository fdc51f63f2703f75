/* Opens SDL's window, shows pixels in it, and sleeps until something happens. */
#include "window.h"

#include "events.h"
#include "patience.h"
#include "residue.h"
#include "stop.h"
#include "wipe.h"
#include "xwindow.h"

#include <SDL.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { POLL_MS = 10, COME_BACK_MS = 400, RECTS_AT_ONCE = 32 };

/* Touches are not doubled as mouse clicks, nor clicks as touches; SDL takes neither signals nor the screen
 * saver into its own hands; and the window is drawn by the processor (an accelerated one loads 100 MB of
 * Mesa and writes a shader cache). */
static const struct hint {
    const char *name, *value;
} HINTS[] = {
    {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"}, {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},       {SDL_HINT_NO_SIGNAL_HANDLERS, "1"},
    {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"},  {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
    {SDL_HINT_APP_NAME, "iop-kiosk"},         {SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0"},
};

/* SDL would talk to the desktop, and start a message bus where there is none: a kiosk has nothing to say to it. */
static const char NO_BUS[] = "disabled:";

struct window {
    SDL_Window *shown;
    SDL_Surface *own; /* drawn into when the window's pixels have another format */
    int connection;   /* to read events from; -1 if the back end has none and must be polled */
    struct events events;
    bool whole;      /* the window is the whole display, and stays above all others */
    int64_t came_ms; /* when it was last brought back there */
    bool lost;       /* nobody sees it any more */
    struct watched {
        enum input_kind kind; /* INPUT_NONE: this place is free */
        int descriptor;
        short events;
    } watched[WINDOW_WATCHED_MAX];
};

static void prepare_sdl(void)
{
    setenv("XCOMPOSEFILE", "/dev/null", 0); /* libX11 reads a large file otherwise: 10 ms */
    setenv("MESA_SHADER_CACHE_DISABLE", "true", 0);
    setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS, 1);
    setenv("DBUS_SYSTEM_BUS_ADDRESS", NO_BUS, 1);
    for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
        SDL_SetHint(HINTS[i].name, HINTS[i].value);
}

static SDL_Window *create(struct window_options options)
{
    SDL_DisplayMode display;
    if (options.width > 0 && options.height > 0)
        return SDL_CreateWindow("iop-kiosk", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width,
                                options.height, 0);
    if (SDL_GetDesktopDisplayMode(0, &display) != 0)
        return NULL;
    return SDL_CreateWindow("iop-kiosk", 0, 0, display.w, display.h, SDL_WINDOW_BORDERLESS);
}

/* A kiosk takes all keys there are: those that a window manager would act on (Alt+F4, Alt+Tab, Super, Print) reach
 * nobody else. In a window, for trying out, they work as everywhere. */
static void take_keyboard(struct window *window, struct window_options options)
{
    if (options.width > 0 && options.height > 0)
        return;
    window->whole = true;
    SDL_RaiseWindow(window->shown);
    SDL_SetWindowInputFocus(window->shown); /* without a window manager nobody else gives it */
    SDL_SetWindowKeyboardGrab(window->shown, SDL_TRUE);
}

/* SDL falls back to a window no one can see. That is good for tests that ask for it, and no kiosk. */
static bool can_be_seen(void)
{
    const char *driver = SDL_GetCurrentVideoDriver(), *wanted = getenv("SDL_VIDEODRIVER");
    if (strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0)
        return true;
    return wanted && strcmp(wanted, driver) == 0;
}

static const char *no_window(void)
{
    static char sentence[512];
    snprintf(sentence, sizeof sentence, "The graphical session is there, but no window could be opened in it: %s.",
             SDL_GetError());
    return sentence;
}

static bool start_sdl(const char **cause)
{
    prepare_sdl();
    *cause =
        getenv("DISPLAY") != NULL
            ? "The display that DISPLAY names does not answer. Start the kiosk inside a running graphical session."
            : "There is no graphical session to show the kiosk in: DISPLAY is not set. Start it under X or Xwayland.";
    return SDL_Init(SDL_INIT_VIDEO) == 0 && can_be_seen();
}

/* What the window reported of its own birth is known: it starts with its final size and will be drawn. */
static void settle(struct window *window)
{
    SDL_PumpEvents();
    SDL_FlushEvent(SDL_WINDOWEVENT);
    SDL_GetWindowSize(window->shown, &window->events.width, &window->events.height);
    window->events.touch_screens = SDL_GetNumTouchDevices();
    window->connection = xwindow_connection(window->shown);
    xwindow_bear_errors(window->shown);
}

struct window *window_open(struct window_options options, const char **cause)
{
    struct window *window = calloc(1, sizeof *window);
    *cause = "No window could be opened because there is not enough memory.";
    if (!window)
        return NULL;
    window->events.keys = options.keys;
    if (start_sdl(cause) && stop_listen()) {
        window->shown = create(options);
        *cause = window->shown ? NULL : no_window();
    }
    if (!window->shown) {
        window_close(window);
        return NULL;
    }
    SDL_StopTextInput();
    SDL_ShowCursor(options.cursor ? SDL_ENABLE : SDL_DISABLE);
    take_keyboard(window, options);
    settle(window);
    return window;
}

static bool fits(const SDL_Surface *surface)
{
    const uint32_t format = surface->format->format;
    return (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) && surface->pitch % 4 == 0;
}

/* What to draw into for a window with that surface. */
static SDL_Surface *drawable(struct window *window, SDL_Surface *surface)
{
    const bool usable = window->own && window->own->w == surface->w && window->own->h == surface->h;
    if (!fits(surface) && usable)
        return window->own;
    SDL_FreeSurface(window->own);
    window->own = NULL;
    if (fits(surface))
        return surface;
    window->own = SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_RGB888);
    return window->own;
}

struct pixmap window_pixmap(struct window *window)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->shown);
    if (surface)
        surface = drawable(window, surface);
    if (!surface)
        return (struct pixmap){0};
    return (struct pixmap){surface->pixels, surface->w, surface->h, surface->pitch / 4};
}

static void show_some(struct window *window, const SDL_Rect *rects, int count)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->shown);
    for (int i = 0; window->own && surface && i < count; i++) {
        SDL_Rect place = rects[i];
        SDL_BlitSurface(window->own, &rects[i], surface, &place);
    }
    if (surface && count > 0)
        SDL_UpdateWindowSurfaceRects(window->shown, rects, count);
}

void window_show(struct window *window, const struct rect *rects, size_t count)
{
    SDL_Rect some[RECTS_AT_ONCE];
    const struct rect all = {0, 0, window->events.width, window->events.height};
    int filled = 0;
    for (size_t i = 0; i < count; i++) {
        const struct rect seen = rect_intersection(rects[i], all);
        if (!rect_empty(seen))
            some[filled++] = (SDL_Rect){seen.x, seen.y, seen.w, seen.h};
        if (filled == RECTS_AT_ONCE) {
            show_some(window, some, filled);
            filled = 0;
        }
    }
    show_some(window, some, filled);
}

/* Milliseconds until the earlier of two deadlines, -1 for never. */
static int time_left(int64_t a, int64_t b, int64_t now_ms)
{
    const int longest = 24 * 60 * 60 * 1000;
    const int64_t deadline = a < 0 || (b >= 0 && b < a) ? b : a;
    if (deadline < 0)
        return -1;
    const int64_t left = deadline - now_ms;
    return left < 0 ? 0 : left < longest ? (int)left : longest;
}

static struct watched *watched_of(struct window *window, enum input_kind kind)
{
    for (int i = 0; i < WINDOW_WATCHED_MAX; i++)
        if (window->watched[i].kind == kind)
            return &window->watched[i];
    return NULL;
}

void window_watch(struct window *window, enum input_kind kind, int descriptor, short events)
{
    struct watched *place = watched_of(window, kind);
    if (place == NULL)
        place = watched_of(window, INPUT_NONE);
    if (place != NULL)
        *place = (struct watched){descriptor < 0 ? INPUT_NONE : kind, descriptor, events};
}

/* When the window is to be brought back; -1: it has not left. Two programs that both want to be above all others must
 * not keep the machine busy, so it waits a little between. */
static int64_t comes_back_at(const struct window *window)
{
    return window->whole && window->events.left ? window->came_ms + COME_BACK_MS : -1;
}

/* Whatever a window manager or another program did: the kiosk lies above all, and has the keys. */
static void come_back(struct window *window, int64_t now_ms)
{
    const int64_t due_ms = comes_back_at(window);
    if (due_ms < 0 || now_ms < due_ms)
        return;
    window->events.left = false;
    window->came_ms = now_ms;
    window->lost = !xwindow_exists(window->shown);
    if (window->lost)
        return; /* SDL would wait for it to appear, for ever */
    SDL_ShowWindow(window->shown);
    SDL_RestoreWindow(window->shown);
    SDL_RaiseWindow(window->shown);
    SDL_SetWindowInputFocus(window->shown);
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* SDL's own wait would sleep through a signal; the X11 connection, the signals' pipe and what is watched are
 * waited for here. Returns the kind of what was watched and has news, INPUT_NONE for all else. */
static enum input_kind sleep_until(struct window *window, int64_t deadline_ms, int64_t now_ms)
{
    struct pollfd waited[WINDOW_WATCHED_MAX + 1] = {{.fd = window->connection, .events = POLLIN}};
    int left =
        time_left(deadline_ms, earlier(pointer_deadline(&window->events.pointer), comes_back_at(window)), now_ms);
    if (window->connection < 0 && (left < 0 || left > POLL_MS))
        left = POLL_MS;
    for (int i = 0; i < WINDOW_WATCHED_MAX; i++) {
        const struct watched *watched = &window->watched[i];
        waited[i + 1] =
            (struct pollfd){.fd = watched->kind == INPUT_NONE ? -1 : watched->descriptor, .events = watched->events};
    }
    patience_rest();
    stop_or_sleep(waited, WINDOW_WATCHED_MAX + 1, left);
    patience_step();
    for (int i = 0; i < WINDOW_WATCHED_MAX; i++)
        if (waited[i + 1].revents != 0)
            return window->watched[i].kind;
    return INPUT_NONE;
}

/* A finger comes before what is watched, and what is watched before the deadline. */
struct input window_wait(struct window *window, int64_t deadline_ms)
{
    patience_step();
    for (;;) {
        const int64_t now_ms = window_now_ms();
        if (stop_asked())
            return (struct input){.kind = INPUT_STOP};
        if (window->events.count == 0)
            events_collect(&window->events, now_ms);
        come_back(window, now_ms);
        window->lost = window->lost || xwindow_lost(window->shown);
        if (window->lost)
            return (struct input){.kind = INPUT_STOP};
        struct input input = events_take(&window->events);
        if (input.kind == INPUT_NONE)
            input.kind = sleep_until(window, deadline_ms, now_ms);
        if (input.kind != INPUT_NONE || (deadline_ms >= 0 && now_ms >= deadline_ms))
            return input;
    }
}

bool window_lost(const struct window *window)
{
    return window->lost;
}

bool window_pending(struct window *window)
{
    if (window->events.count == 0)
        events_collect(&window->events, window_now_ms());
    return window->events.count > 0 || stop_asked();
}

static void erase(SDL_Surface *surface)
{
    if (surface)
        wipe(surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
}

void window_forget(struct window *window)
{
    erase(window->own);
    erase(SDL_GetWindowSurface(window->shown));
    events_forget(&window->events);
    residue_overwrite(window->shown);
}

void window_may_close(struct window *window)
{
    window->events.may_close = true;
}

void window_title(struct window *window, const char *words)
{
    SDL_SetWindowTitle(window->shown, words);
}

void window_resize(struct window *window, int width, int height)
{
    SDL_SetWindowSize(window->shown, width, height);
    SDL_SetWindowPosition(window->shown, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
}

struct rect window_room(struct window *window)
{
    SDL_Rect room;
    const int display = SDL_GetWindowDisplayIndex(window->shown);
    if (SDL_GetDisplayUsableBounds(display < 0 ? 0 : display, &room) != 0)
        return (struct rect){0, 0, window->events.width, window->events.height};
    return (struct rect){0, 0, room.w, room.h};
}

int window_panel_mm(struct window *window)
{
    const float mm_per_inch = 25.4F;
    float across = 0;
    const int display = SDL_GetWindowDisplayIndex(window->shown);
    if (display < 0 || SDL_GetDisplayDPI(display, NULL, &across, NULL) != 0 || across <= 0)
        return 0;
    const float mm = (float)window->events.width / across * mm_per_inch;
    return mm < INT_MAX / 2 ? (int)(mm + 0.5F) : INT_MAX / 2;
}

int window_touch_screens(const struct window *window)
{
    return window->events.touch_screens;
}

enum felt window_felt(const struct window *window)
{
    return window->events.felt;
}

const char *window_display(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver != NULL ? driver : "";
}

void window_close(struct window *window)
{
    if (!window)
        return;
    SDL_FreeSurface(window->own);
    if (window->shown)
        xwindow_destroy(window->shown);
    SDL_Quit();
    free(window);
}

int64_t window_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
