/* Pictures from files, at the size they are shown. They come from the given folders and nowhere else.
 * A picture that is missing, broken or too large is reported once on stderr and not drawn. */
#ifndef IOP_PICTURES_H
#define IOP_PICTURES_H

#include "draw.h"
#include "pixmap.h"

enum {
    PICTURE_BYTES_MAX = 8 * 1024 * 1024,
    PICTURE_SIDE_MAX = 4096,
    LARGE_PICTURE_PIXELS = 512 * 512 /* larger ones are kept only while they are shown, and only one */
};

struct pictures;

/* folders: NULL-terminated; copied. NULL if there is no memory. */
struct pictures *pictures_open(const char *const *folders);

/* The picture of a DRAW_PICTURE, covering just its rect; pixels with alpha, not premultiplied, valid until
 * the next call. False if there is none. */
bool pictures_get(struct pictures *pictures, const struct draw *item, struct pixmap *pixmap);

/* From now on large pictures are not read by pictures_get(), which says there is none, but by
 * pictures_catch_up(), which says whether one is there now that was not. */
void pictures_defer(struct pictures *pictures);
bool pictures_catch_up(struct pictures *pictures);

/* Around a drawing of the whole screen: a large picture that was not asked for in between is dropped. */
void pictures_begin(struct pictures *pictures);
void pictures_end(struct pictures *pictures);

/* Drops all pictures. */
void pictures_forget(struct pictures *pictures);

void pictures_close(struct pictures *pictures);

#endif
