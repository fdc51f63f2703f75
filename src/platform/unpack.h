/* Unpacks foreign pictures – PNG, and SVG that is not plain – with SDL2_image. A damaged file may crash its readers or
 * never end: so this is done in a process of its own, which has no visit in its memory and, once the kiosk is sealed,
 * no way to anything but the two descriptors it was handed. */
#ifndef IOP_UNPACK_H
#define IOP_UNPACK_H

#include "picturefile.h"

/* Starts the process that will unpack. Without it each picture gets a child of the calling process, which works
 * before the seal only. False if it could not be started. */
bool unpack_start(void);

/* The picture of an open file, covering the size; an ordinary file; it stays open, and where it is
 * read next is undefined. NULL: *cause is the rest of a sentence
 * after the file's name. Waits at most some seconds. */
SDL_Surface *unpack_picture(int descriptor, bool is_svg, struct picture_size size, const char **cause);

#endif
