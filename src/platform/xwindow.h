/* What SDL does not ask of an X server: errors that end no program, and whether the window is still there. A window
 * that is not on an X server has no errors and is there. */
#ifndef IOP_XWINDOW_H
#define IOP_XWINDOW_H

#include <SDL_video.h>
#include <stdbool.h>

/* The window's Display * of libX11, which is SDL's; NULL without an X server. */
void *xwindow_display(SDL_Window *window);

/* The descriptor that is readable when there are events; -1 without an X server. */
int xwindow_connection(SDL_Window *window);

/* From now on an error of the X server does not end the program, as libX11 would have it (XSetErrorHandler(3)). Any
 * other program can cause one: a window that is taken off the screen just when it asks for the keys gets BadMatch. */
void xwindow_bear_errors(SDL_Window *window);

/* Nobody sees any more what is drawn: the server has refused a picture, or told of an error and the window is gone.
 * Asks the server only when it has told of an error since the last call. */
bool xwindow_lost(SDL_Window *window);

/* No other program has destroyed the window. Waits for the server's answer. */
bool xwindow_exists(SDL_Window *window);

/* SDL_DestroyWindow(), and waits until the server has done it: SDL_Quit() makes errors end the program again. */
void xwindow_destroy(SDL_Window *window);

#endif
