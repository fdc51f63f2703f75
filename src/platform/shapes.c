/* Draws shapes row by row: each finds the pixels of a row inside the clip and leaves them to rows.c. */
#include "shapes.h"

#include "rows.h"

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct canvas canvas_on(const struct pixmap *pixmap, struct rect clip)
{
    const struct rect all = {0, 0, pixmap->width, pixmap->height};
    return (struct canvas){pixmap, rect_intersection(all, clip)};
}

static uint32_t *pixel_at(const struct canvas *canvas, int x, int y)
{
    return canvas->pixmap->pixels + (ptrdiff_t)y * canvas->pixmap->stride + x;
}

void shape_fill(const struct canvas *canvas, struct rect rect, color ink)
{
    const struct rect seen = rect_intersection(rect, canvas->clip);
    for (int y = seen.y; y < seen.y + seen.h; y++)
        row_fill(pixel_at(canvas, seen.x, y), seen.w, ink);
}

/* One channel (shift) between two colors, in 1/64 shades, step of `steps`. */
static uint32_t between(color top, color bottom, int shift, int64_t step, int64_t steps)
{
    const int64_t from = top >> shift & 0xFF, to = bottom >> shift & 0xFF;
    return (uint32_t)((from * 64 * (steps - step) + to * 64 * step) / steps);
}

static void gradient_row(const struct canvas *canvas, struct rect seen, const uint32_t channels[4])
{
    uint32_t pattern[8];
    for (int x = 0; x < 8; x++) {
        const uint32_t lift = DITHER[seen.y & 7][x];
        pattern[x] = 0;
        for (int channel = 0; channel < 4; channel++)
            pattern[x] |= (channels[channel] + lift) / 64 << (8 * channel);
    }
    row_pattern(pixel_at(canvas, seen.x, seen.y), seen.w, pattern, (unsigned)seen.x);
}

void shape_gradient(const struct canvas *canvas, struct rect rect, color top, color bottom)
{
    const struct rect seen = rect_intersection(rect, canvas->clip);
    const int64_t steps = rect.h > 1 ? rect.h - 1 : 1;
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        uint32_t channels[4];
        for (int channel = 0; channel < 4; channel++)
            channels[channel] = between(top, bottom, 8 * channel, y - rect.y, steps);
        gradient_row(canvas, (struct rect){seen.x, y, seen.w, 1}, channels);
    }
}

/* One row of a round shape: the masks of its two ends, counted from the outside inward. */
struct band {
    int y;
    const uint8_t *left, *right;
    int left_length, right_length;
    uint8_t middle; /* coverage between the ends */
};

static void draw_end(const struct canvas *canvas, struct rect run, const uint8_t *mask, bool mirrored, color ink)
{
    const struct rect seen = rect_intersection(run, canvas->clip);
    if (rect_empty(seen))
        return;
    const int first = mirrored ? run.x + run.w - 1 - seen.x : seen.x - run.x;
    row_cover(pixel_at(canvas, seen.x, seen.y), seen.w, ink, mask + first, mirrored ? -1 : 1);
}

static void draw_band(const struct canvas *canvas, struct rect rect, const struct band *band, color ink)
{
    const int right = rect.x + rect.w - band->right_length;
    draw_end(canvas, (struct rect){rect.x, band->y, band->left_length, 1}, band->left, false, ink);
    draw_end(canvas, (struct rect){right, band->y, band->right_length, 1}, band->right, true, ink);
    if (band->middle == 0)
        return;
    const int left = rect.x + band->left_length;
    const struct rect seen = rect_intersection((struct rect){left, band->y, right - left, 1}, canvas->clip);
    if (!rect_empty(seen))
        row_fill(pixel_at(canvas, seen.x, seen.y), seen.w, color_thinned(ink, band->middle));
}

static const uint8_t *tile_row(const struct tile *tile, int y)
{
    return tile->mask + (ptrdiff_t)smaller(y, tile->size - 1) * tile->size;
}

/* Row y of rect, from the tiles of its left and right ends; `depth` counts from the nearer of top and bottom. */
static struct band band_of(struct rect rect, int depth, const struct tile *left, const struct tile *right)
{
    struct band band = {.left = tile_row(left, depth), .right = tile_row(right, depth)};
    band.left_length = smaller(left->size - 1, (rect.w + 1) / 2);
    band.right_length = smaller(right->size - 1, rect.w - band.left_length);
    band.middle = band.left[left->size - 1];
    return band;
}

/* corners: top left, top right, bottom left, bottom right. */
static void draw_corners(const struct canvas *canvas, struct rect rect, const struct tile *const corners[4], color ink)
{
    const struct rect seen = rect_intersection(rect, canvas->clip);
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        const int from_top = y - rect.y, from_bottom = rect.y + rect.h - 1 - y;
        const bool upper = from_top <= from_bottom;
        const struct tile *const *pair = upper ? corners : corners + 2;
        struct band band = band_of(rect, upper ? from_top : from_bottom, pair[0], pair[1]);
        band.y = y;
        draw_band(canvas, rect, &band, ink);
    }
}

static enum tile_kind tile_kind_of(enum draw_kind kind)
{
    return kind == DRAW_RING ? TILE_RING : kind == DRAW_SHADOW ? TILE_SHADOW : TILE_ROUND;
}

static struct rect grown(struct rect rect, int by)
{
    return (struct rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

void shape_round(const struct canvas *canvas, struct tiles *tiles, const struct draw *item)
{
    const enum tile_kind kind = tile_kind_of(item->kind);
    const int most = smaller(item->rect.w, item->rect.h) / 2;
    const int radius = smaller(larger(item->radius, 0), most);
    const int width = kind == TILE_ROUND ? 0 : larger(item->width, 0);
    const struct tile *rounded = tile_of(tiles, kind, radius, width);
    const struct tile *square = kind == TILE_SHADOW ? rounded : tile_of(tiles, kind, 0, width);
    const struct tile *corners[4];
    for (int i = 0; i < 4; i++)
        corners[i] = item->corners & 1u << i ? rounded : square;
    draw_corners(canvas, kind == TILE_SHADOW ? grown(item->rect, width) : item->rect, corners, item->color);
}

void shape_mask(const struct canvas *canvas, int x, int y, const struct mask *mask, color ink)
{
    const struct rect seen = rect_intersection((struct rect){x, y, mask->width, mask->height}, canvas->clip);
    for (int row = seen.y; row < seen.y + seen.h; row++) {
        const uint8_t *bytes = mask->bytes + (ptrdiff_t)(row - y) * mask->width + (seen.x - x);
        row_cover(pixel_at(canvas, seen.x, row), seen.w, ink, bytes, 1);
    }
}

void shape_picture(const struct canvas *canvas, int x, int y, const struct pixmap *picture)
{
    const struct rect seen = rect_intersection((struct rect){x, y, picture->width, picture->height}, canvas->clip);
    for (int row = seen.y; row < seen.y + seen.h; row++) {
        const uint32_t *source = picture->pixels + (ptrdiff_t)(row - y) * picture->stride + (seen.x - x);
        row_over(pixel_at(canvas, seen.x, row), seen.w, source);
    }
}
