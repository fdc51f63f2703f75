/* Pictures from files, at the size they are shown. They come from the given folders and nowhere else.
 * A picture that is missing, broken or too large is reported once on stderr and not drawn. */
#ifndef IOP_PICTURES_H
#define IOP_PICTURES_H

#include "shapes.h"

enum {
    PICTURE_BYTES_MAX = 8 * 1024 * 1024,
    PICTURE_SIDE_MAX = 4096,
    LARGE_PICTURE_PIXELS = 512 * 512 /* pixels of larger ones are kept only while they are shown, and only of one */
};

struct pictures;

/* folders: NULL-terminated; copied. NULL if there is no memory. */
struct pictures *pictures_open(const char *const *folders);

/* From here on nothing is reported any more. */
void pictures_quiet(struct pictures *pictures);

/* Draws a DRAW_PICTURE. */
void pictures_draw(struct pictures *pictures, const struct canvas *canvas, const struct draw *item);

/* Around a drawing of the whole screen: a large picture that was not asked for in between is dropped. */
void pictures_begin(struct pictures *pictures);
void pictures_end(struct pictures *pictures);

/* Drops all pictures. */
void pictures_forget(struct pictures *pictures);

void pictures_close(struct pictures *pictures);

#endif
