/* Corners of round shapes as masks: 255 covers a pixel wholly. Each is worked out once and remembered.
 * A tile is the top left corner of its shape; its last row and column hold what the straight edges have,
 * so that one corner says everything about a shape of any size. No SDL, no color. */
#ifndef IOP_TILES_H
#define IOP_TILES_H

#include <stdint.h>

enum tile_kind { TILE_ROUND, TILE_RING, TILE_SHADOW };

struct tile {
    enum tile_kind kind;
    int radius, width; /* width: of the ring, or reach of the shadow outside the shape's edge */
    int size;          /* mask is size * size */
    uint8_t *mask;
    uint64_t used; /* when it was last asked for */
};

enum { TILES_KEPT = 32, TILE_RADIUS_MAX = 1024 };

/* All-zero is ready to use. */
struct tiles {
    struct tile kept[TILES_KEPT];
    uint64_t clock;
};

/* Never NULL; valid until TILES_KEPT - 1 other tiles were asked for. radius and width are cut to 0 .. TILE_RADIUS_MAX.
 * A shadow starts `width` outside the shape, and its corner's radius is at least its width. */
const struct tile *tile_of(struct tiles *tiles, enum tile_kind kind, int radius, int width);

void tiles_free(struct tiles *tiles);

#endif
