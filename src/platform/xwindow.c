/* SDL keeps libX11's own way with errors: a line on stderr, and the end of the program. A kiosk goes on. */
#include "xwindow.h"

#include <SDL_syswm.h>
#ifdef SDL_VIDEO_DRIVER_X11
#include <X11/Xproto.h>

static bool erred, refused;
static int shm; /* number of the extension by which SDL hands over pictures; 0: the server has none */

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
    erred = true;
    refused = refused || error->request_code == X_PutImage || (shm != 0 && error->request_code == shm);
    return 0;
}

void *xwindow_display(SDL_Window *window)
{
    Display *display;
    Window own;
    return x11(window, &display, &own) ? display : NULL;
}

int xwindow_connection(SDL_Window *window)
{
    Display *display = xwindow_display(window);
    return display != NULL ? ConnectionNumber(display) : -1;
}

void xwindow_bear_errors(SDL_Window *window)
{
    Display *display = xwindow_display(window);
    int event = 0, error = 0;
    if (display == NULL)
        return;
    if (!XQueryExtension(display, "MIT-SHM", &shm, &event, &error))
        shm = 0;
    XSetErrorHandler(remember);
}

bool xwindow_exists(SDL_Window *window)
{
    Display *display;
    Window own;
    XWindowAttributes attributes;
    return !x11(window, &display, &own) || XGetWindowAttributes(display, own, &attributes) != 0;
}

bool xwindow_lost(SDL_Window *window)
{
    const bool doubt = erred;
    erred = false;
    return refused || (doubt && !xwindow_exists(window));
}

void xwindow_destroy(SDL_Window *window)
{
    Display *display = xwindow_display(window);
    SDL_DestroyWindow(window);
    if (display != NULL)
        XSync(display, False);
}
#else
void *xwindow_display(SDL_Window *window)
{
    (void)window;
    return NULL;
}

int xwindow_connection(SDL_Window *window)
{
    (void)window;
    return -1;
}

void xwindow_bear_errors(SDL_Window *window)
{
    (void)window;
}

bool xwindow_lost(SDL_Window *window)
{
    (void)window;
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
