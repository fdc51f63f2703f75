/* What libraries between the touch screen and this program keep of past events, where a finger was among it. They have
 * no call to forget: harmless things are put in its place, by their public interfaces only. */
#ifndef IOP_RESIDUE_H
#define IOP_RESIDUE_H

#include <SDL_video.h>

/* Overwrites what libX11 and libxcb keep of past events, and what was given back of memory in pieces as small as they
 * take for events. Waits for one answer of the display server. Does nothing to events that wait. */
void residue_overwrite(SDL_Window *window);

#endif
