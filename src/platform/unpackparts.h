/* What the process that unpacks shares with the one that asks. */
#ifndef IOP_UNPACKPARTS_H
#define IOP_UNPACKPARTS_H

#include "picturefile.h"

#include <stddef.h>
#include <stdint.h>

enum unpack_result { UNPACK_DONE, UNPACK_NO_PNG, UNPACK_NO_SVG, UNPACK_TOO_LARGE, UNPACK_SHAPE, UNPACK_RESULTS };

struct packed {
    const uint8_t *bytes;
    size_t size;
};

/* Unpacks at least as large as the size in both ways, pixels 0xAARRGGBB. NULL unless UNPACK_DONE. */
SDL_Surface *unpack_svg(const struct packed *file, struct picture_size size, enum unpack_result *result);
SDL_Surface *unpack_png(const struct packed *file, struct picture_size size, enum unpack_result *result);

#endif
