/* Scales a picture, each new pixel being the mean of what it covers of the old ones. */
#ifndef IOP_SCALE_H
#define IOP_SCALE_H

#include <SDL.h>

/* Both ARGB8888, not premultiplied. */
void scale_picture(const SDL_Surface *from, SDL_Surface *to);

#endif
