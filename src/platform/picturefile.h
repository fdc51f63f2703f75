/* Reads one picture file and makes it cover a size. */
#ifndef IOP_PICTUREFILE_H
#define IOP_PICTUREFILE_H

#include "vector.h"

#include <SDL.h>
#include <stdbool.h>

/* Either a vector, drawn anew each time; or a surface that covers the size asked for: at least that large in
 * both ways, its pixels 0xAARRGGBB whatever it calls its format. Neither: cause is the rest of a sentence
 * after the file's name. */
struct loaded {
    struct vector *vector;
    SDL_Surface *surface;
    const char *cause;
    bool missing; /* there is no such file: it may lie in another folder */
};

struct picture_size {
    int width, height;
};

/* Is the name a plain path below a folder: relative, without "..", ending in .svg or .png? */
bool picture_name_ok(const char *name);

/* name: as picture_name_ok() wants it. A link that leads out of the folder is refused. */
struct loaded picture_file_load(const char *folder, const char *name, struct picture_size size);

#endif
