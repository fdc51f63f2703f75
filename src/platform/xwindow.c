/* SDL keeps libX11's own way with errors: a line on stderr, and the end of the program. A kiosk goes on. */
#include "xwindow.h"

#include <SDL_syswm.h>

#ifdef SDL_VIDEO_DRIVER_X11
static bool erred;

static bool x11(SDL_Window *window, Display **display, Window *own)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return false;
    *display = info.info.x11.display;
    *own = info.info.x11.window;
    return true;
}

static int remember(Display *display, XErrorEvent *error)
{
    (void)display;
    (void)error;
    erred = true;
    return 0;
}

int xwindow_connection(SDL_Window *window)
{
    Display *display;
    Window own;
    return x11(window, &display, &own) ? ConnectionNumber(display) : -1;
}

void xwindow_bear_errors(SDL_Window *window)
{
    Display *display;
    Window own;
    if (x11(window, &display, &own))
        XSetErrorHandler(remember);
}

bool xwindow_erred(void)
{
    const bool did = erred;
    erred = false;
    return did;
}

bool xwindow_exists(SDL_Window *window)
{
    Display *display;
    Window own;
    XWindowAttributes attributes;
    return !x11(window, &display, &own) || XGetWindowAttributes(display, own, &attributes) != 0;
}

void xwindow_destroy(SDL_Window *window)
{
    Display *display;
    Window own;
    const bool there = x11(window, &display, &own);
    SDL_DestroyWindow(window);
    if (there)
        XSync(display, False);
}
#else
int xwindow_connection(SDL_Window *window)
{
    (void)window;
    return -1;
}

void xwindow_bear_errors(SDL_Window *window)
{
    (void)window;
}

bool xwindow_erred(void)
{
    return false;
}

bool xwindow_exists(SDL_Window *window)
{
    (void)window;
    return true;
}

void xwindow_destroy(SDL_Window *window)
{
    SDL_DestroyWindow(window);
}
#endif
