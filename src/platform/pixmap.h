/* A rectangle of 32-bit pixels, 0x00RRGGBB or 0xAARRGGBB in memory order of a uint32_t. No SDL here. */
#ifndef IOP_PIXMAP_H
#define IOP_PIXMAP_H

#include <stdint.h>

struct pixmap {
    uint32_t *pixels;
    int width, height;
    int stride; /* in pixels */
};

#endif
