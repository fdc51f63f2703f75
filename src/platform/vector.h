/* Pictures made of shapes, drawn each time at the size they are shown: a whole screen costs a few
 * milliseconds and no memory, where SDL2_image takes 50 ms and 8 MiB. It understands plain SVG only (filled
 * paths, circles, ellipses, rectangles; colors and gradients in user space); for all other there is
 * SDL2_image. What it does draw, it draws like any other renderer. */
#ifndef IOP_VECTOR_H
#define IOP_VECTOR_H

#include "shapes.h"

#include <stddef.h>

struct vector;

/* NULL if the file holds anything that this does not understand. */
struct vector *vector_read(const char *bytes, size_t size);

/* Covers place, centred; what does not fit is cut. */
void vector_draw(const struct vector *vector, const struct canvas *canvas, struct rect place);

void vector_free(struct vector *vector);

#endif
