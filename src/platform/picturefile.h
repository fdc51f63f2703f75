/* Reads one picture file and makes it cover a size. */
#ifndef IOP_PICTUREFILE_H
#define IOP_PICTUREFILE_H

#include <SDL.h>
#include <stdbool.h>

/* Is the name a plain path below a folder: relative, without "..", ending in .svg or .png? */
bool picture_name_ok(const char *name);

/* The picture at path, scaled so that it covers width * height: at least that large in both ways, its pixels
 * 0xAARRGGBB whatever the surface calls its format.
 * NULL: then *cause is the rest of a sentence after the file's name. */
SDL_Surface *picture_file_load(const char *path, int width, int height, const char **cause);

#endif
