/* Works out how far round corners, rings and shadows cover each pixel. */
#include "tiles.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { WHOLE = 255, STRIPS = 16 };

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int within(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

static uint8_t as_byte(double share)
{
    return (uint8_t)lround(share * WHOLE);
}

/* Share of pixel (x, y) inside the quarter circle around (radius, radius): exact in y, sixteen strips in x,
 * which is where the arc is flat as long as x >= y. */
static uint8_t arc_coverage(int radius, int x, int y)
{
    double sum = 0;
    for (int strip = 0; strip < STRIPS; strip++) {
        const double across = radius - (x + (strip + 0.5) / STRIPS);
        const double top = radius - sqrt((double)radius * radius - across * across);
        sum += fmin(fmax(y + 1 - top, 0), 1);
    }
    return as_byte(sum / STRIPS);
}

static int squared(int number)
{
    return number * number;
}

/* Any pixel counted from the corner; beyond the radius the shape is whole. Few pixels lie on the arc. */
static uint8_t round_coverage(int radius, int x, int y)
{
    if (x >= radius || y >= radius || squared(radius - x) + squared(radius - y) <= squared(radius))
        return WHOLE;
    if (squared(radius - x - 1) + squared(radius - y - 1) >= squared(radius))
        return 0;
    return x >= y ? arc_coverage(radius, x, y) : arc_coverage(radius, y, x);
}

static uint8_t ring_coverage(const struct tile *tile, int x, int y)
{
    const uint8_t outer = round_coverage(tile->radius, x, y);
    if (x < tile->width || y < tile->width)
        return outer;
    const int inside = larger(tile->radius - tile->width, 0);
    return (uint8_t)(outer - round_coverage(inside, x - tile->width, y - tile->width));
}

/* From 1 at `reach` inside the edge to 0 at `reach` outside, as smooth as light is. Deeper inside there is
 * none: whatever casts the shadow stands there. */
static double shade(double outside, int reach)
{
    if (outside <= -reach || reach == 0)
        return 0;
    const double way = fmin(fmax((outside + reach) / (2.0 * reach), 0), 1);
    return 1 - way * way * (3 - 2 * way);
}

static uint8_t shadow_coverage(const struct tile *tile, int x, int y)
{
    const int radius = larger(tile->radius, tile->width);
    const double centre = radius + tile->width;
    const double across = fmax(centre - (x + 0.5), 0), down = fmax(centre - (y + 0.5), 0);
    return as_byte(shade(sqrt(across * across + down * down) - radius, tile->width));
}

static uint8_t coverage(const struct tile *tile, int x, int y)
{
    switch (tile->kind) {
    case TILE_ROUND:
        return round_coverage(tile->radius, x, y);
    case TILE_RING:
        return ring_coverage(tile, x, y);
    case TILE_SHADOW:
        return shadow_coverage(tile, x, y);
    }
    return 0;
}

static int size_of(const struct tile *tile)
{
    switch (tile->kind) {
    case TILE_ROUND:
        return tile->radius + 1;
    case TILE_RING:
        return larger(tile->radius, tile->width) + 1;
    case TILE_SHADOW:
        return larger(tile->radius, tile->width) + tile->width + 1;
    }
    return 1;
}

static void build(struct tile *tile)
{
    tile->size = size_of(tile);
    tile->mask = malloc((size_t)tile->size * (size_t)tile->size);
    if (!tile->mask) {
        fputs("There is not enough memory to draw the screen.\n", stderr);
        exit(71);
    }
    for (int y = 0; y < tile->size; y++)
        for (int x = 0; x < tile->size; x++)
            tile->mask[y * tile->size + x] = coverage(tile, x, y);
}

static struct tile *oldest(struct tiles *tiles)
{
    struct tile *found = tiles->kept;
    for (struct tile *tile = tiles->kept; tile < tiles->kept + TILES_KEPT; tile++)
        if (tile->used < found->used)
            found = tile;
    return found;
}

const struct tile *tile_of(struct tiles *tiles, enum tile_kind kind, int radius, int width)
{
    radius = within(radius, TILE_RADIUS_MAX);
    width = within(width, TILE_RADIUS_MAX);
    tiles->clock++;
    for (struct tile *tile = tiles->kept; tile < tiles->kept + TILES_KEPT; tile++)
        if (tile->mask && tile->kind == kind && tile->radius == radius && tile->width == width) {
            tile->used = tiles->clock;
            return tile;
        }
    struct tile *tile = oldest(tiles);
    free(tile->mask);
    *tile = (struct tile){.kind = kind, .radius = radius, .width = width, .used = tiles->clock};
    build(tile);
    return tile;
}

void tiles_free(struct tiles *tiles)
{
    for (int i = 0; i < TILES_KEPT; i++)
        free(tiles->kept[i].mask);
    *tiles = (struct tiles){0};
}
