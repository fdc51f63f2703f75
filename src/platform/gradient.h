/* Colors that change from place to place, as SVG describes them, made ready to look up. */
#ifndef IOP_GRADIENT_H
#define IOP_GRADIENT_H

#include "svgtags.h"

#include <stdint.h>

enum { SHADES = 512, STOPS_MAX = 8, GRADIENT_NAME_SIZE = 32 };

/* Blue, green, red and alpha from the lowest 16 bits up, in 1/64 of a step. */
typedef uint64_t shade;

struct stop {
    float offset;
    uint32_t color;
};

/* Way of a gradient at (x, y): linear: x * x_share + y * y_share + start; radial: distance from 0 of
 * (x * x_share + x_start, y * y_share + y_start). 0 is the first color, 1 the last. */
struct gradient {
    char name[GRADIENT_NAME_SIZE];
    bool radial;
    float x_share, x_start, y_share, y_start;
    struct stop stops[STOPS_MAX];
    int count;
    bool opaque;
    shade shades[SHADES];
};

/* Reads the opening tag; false if it says something this cannot draw. */
bool gradient_read(struct gradient *gradient, struct svg_tag *tag);
bool gradient_read_stop(struct gradient *gradient, struct svg_tag *tag);

/* After the last stop. False if there was none. */
bool gradient_finish(struct gradient *gradient);

/* #RRGGBB, opaque. */
bool svg_take_color(struct svg_tag *tag, const char *name, uint32_t *color);

#endif
