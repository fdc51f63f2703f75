/* Puts harmless events and answers in the place of those that told where a finger was. */
#include "residue.h"

#include "wipe.h"
#include "xwindow.h"

#include <SDL_syswm.h>
#include <stdlib.h>

#ifdef SDL_VIDEO_DRIVER_X11
/* libX11 keeps the memory of events that were taken, for the next ones. Events that are put back come first, so these
 * are the ones that are taken again. */
static void overwrite_events(Display *display)
{
    enum { MOST_AT_ONCE = 256 };
    XEvent event = {.xclient = {.type = ClientMessage}};
    for (int i = 0; i < MOST_AT_ONCE; i++)
        XPutBackEvent(display, &event);
    for (int i = 0; i < MOST_AT_ONCE; i++)
        XNextEvent(display, &event);
}

/* libxcb reads what the server sends into 4 KiB that it never clears. What all keys mean is longer, and always the
 * same. */
static void overwrite_answers(Display *display)
{
    int first = 0, last = 0, width = 0;
    XDisplayKeycodes(display, &first, &last);
    KeySym *meanings = XGetKeyboardMapping(display, (KeyCode)first, last - first + 1, &width);
    if (meanings != NULL)
        XFree(meanings);
}
#endif

/* Memory that was given back goes to the next who asks for as much: here it is asked for, erased and given back. */
static void overwrite_freed(void)
{
    enum { SMALLEST = 24, STEP = 16, LARGEST = 1032, PIECES = 64 }; /* what glibc gives is as large as that */
    void *pieces[PIECES];
    for (size_t size = SMALLEST; size <= LARGEST; size += STEP) {
        for (int i = 0; i < PIECES; i++) {
            pieces[i] = malloc(size);
            if (pieces[i] != NULL)
                wipe(pieces[i], size);
        }
        for (int i = PIECES - 1; i >= 0; i--)
            free(pieces[i]);
    }
}

void residue_overwrite(SDL_Window *window)
{
    overwrite_freed();
#ifdef SDL_VIDEO_DRIVER_X11
    Display *display = xwindow_display(window);
    if (display == NULL)
        return;
    overwrite_answers(display);
    overwrite_events(display);
#else
    (void)window;
#endif
}
