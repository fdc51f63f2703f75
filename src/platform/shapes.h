/* Rectangles, round corners, rings, shadows, gradients and masks drawn into a pixmap. No SDL.
 * Where a clip cuts a shape changes no pixel inside the clip. */
#ifndef IOP_SHAPES_H
#define IOP_SHAPES_H

#include "draw.h"
#include "pixmap.h"
#include "tiles.h"

/* Where drawing goes; made by canvas_on(), which keeps the clip inside the pixmap. */
struct canvas {
    const struct pixmap *pixmap;
    struct rect clip;
};

struct canvas canvas_on(const struct pixmap *pixmap, struct rect clip);

void shape_fill(const struct canvas *canvas, struct rect rect, color ink);

/* Top color to bottom color; steps between shades are dithered by place, so the sky shows no bands. */
void shape_gradient(const struct canvas *canvas, struct rect rect, color top, color bottom);

/* item is a DRAW_ROUND, DRAW_RING or DRAW_SHADOW; its clip is not looked at. A shadow fades from its reach
 * inside the edge to its reach outside; what lies deeper inside is left out, for something stands there. */
void shape_round(const struct canvas *canvas, struct tiles *tiles, const struct draw *item);

/* A mask of width * height bytes, 255 = covered. */
struct mask {
    const uint8_t *bytes;
    int width, height;
};

void shape_mask(const struct canvas *canvas, int x, int y, const struct mask *mask, color ink);

/* Pixels with alpha, not premultiplied, with their top left corner at x, y. */
void shape_picture(const struct canvas *canvas, int x, int y, const struct pixmap *picture);

#endif
