/* Draws plain SVG pictures: FreeType says which pixels a shape covers, and how far; they are painted here. */
#include "vector.h"

#include "rows.h"
#include "vectorparts.h"

#include <ft2build.h>
#include FT_OUTLINE_H
#include <math.h>
#include <string.h>

enum { RUN = 64, ONE = 64 /* FreeType counts in 64ths of a pixel */ };

/* One shape on its way to the screen. The way of its gradient is counted in shades, at pixels. */
struct brush {
    const struct canvas *canvas;
    const struct gradient *gradient; /* NULL: the color alone */
    uint32_t color;
    float opacity;
    float x_share, x_start, y_share, y_start;
};

static uint32_t *pixel_at(const struct canvas *canvas, int x, int y)
{
    return canvas->pixmap->pixels + (ptrdiff_t)y * canvas->pixmap->stride + x;
}

/* All four channels at once: each gets the same lift, loses its fraction, and moves into its byte. */
static uint32_t dithered(shade exact, unsigned lift)
{
    const uint64_t whole = (exact + lift * 0x0001000100010001u) >> 6 & 0x00FF00FF00FF00FFu;
    const uint64_t pairs = whole | whole >> 8;
    return (uint32_t)(pairs & 0xFFFFu) | (uint32_t)(pairs >> 16 & 0xFFFF0000u);
}

/* Places in the table of shades for a run of pixels; written so that the compiler takes several at a time. */
static void places_of(const struct brush *brush, struct rect run, int *places)
{
    const float down = ((float)run.y + 0.5F) * brush->y_share + brush->y_start, last = SHADES - 1;
    float ways[RUN];
    for (int i = 0; i < run.w; i++)
        ways[i] = ((float)(run.x + i) + 0.5F) * brush->x_share + brush->x_start;
    if (brush->gradient->radial)
        for (int i = 0; i < run.w; i++)
            ways[i] = sqrtf(ways[i] * ways[i] + down * down);
    else
        for (int i = 0; i < run.w; i++)
            ways[i] += down;
    for (int i = 0; i < run.w; i++) {
        const float way = ways[i] > 0 ? ways[i] : 0;
        places[i] = (int)((way < last ? way : last) + 0.5F);
    }
}

/* Colors of a run of pixels, thinned by how far they are covered. */
static void mix_run(const struct brush *brush, struct rect run, unsigned coverage)
{
    uint32_t colors[RUN], *row = pixel_at(brush->canvas, run.x, run.y);
    int places[RUN];
    places_of(brush, run, places);
    for (int i = 0; i < run.w; i++)
        colors[i] = dithered(brush->gradient->shades[places[i]], DITHER[run.y & 7][(run.x + i) & 7]);
    for (int i = 0; coverage < 255 && i < run.w; i++)
        colors[i] = color_thinned(colors[i], coverage);
    if (brush->gradient->opaque && coverage == 255)
        memcpy(row, colors, (size_t)run.w * sizeof *colors);
    else
        row_over(row, run.w, colors);
}

/* Along a row this gradient stays the same: eight pixels say all. */
static void mix_even_row(const struct brush *brush, struct rect run, unsigned coverage)
{
    uint32_t pattern[8];
    int place;
    places_of(brush, (struct rect){0, run.y, 1, 1}, &place);
    for (int i = 0; i < 8; i++)
        pattern[i] = color_thinned(dithered(brush->gradient->shades[place], DITHER[run.y & 7][i]), coverage);
    row_pattern(pixel_at(brush->canvas, run.x, run.y), run.w, pattern, (unsigned)run.x);
}

static void mix_long_run(const struct brush *brush, struct rect run, unsigned coverage)
{
    for (int done = 0; done < run.w; done += RUN) {
        const int some = run.w - done < RUN ? run.w - done : RUN;
        mix_run(brush, (struct rect){run.x + done, run.y, some, 1}, coverage);
    }
}

static void paint_run(const struct brush *brush, struct rect run, unsigned coverage)
{
    const struct rect seen = rect_intersection(run, brush->canvas->clip);
    coverage = (unsigned)lroundf((float)coverage * brush->opacity);
    if (rect_empty(seen) || coverage == 0)
        return;
    if (!brush->gradient)
        row_fill(pixel_at(brush->canvas, seen.x, seen.y), seen.w, color_thinned(brush->color, coverage));
    else if (!brush->gradient->radial && brush->x_share == 0)
        mix_even_row(brush, seen, coverage);
    else
        mix_long_run(brush, seen, coverage);
}

static void paint_spans(int y, int count, const FT_Span *spans, void *user)
{
    for (int i = 0; i < count; i++)
        paint_run(user, (struct rect){spans[i].x, y, spans[i].len, 1}, spans[i].coverage);
}

/* From the drawing's units to pixels: pixel = unit * scale + move. */
struct fit {
    float scale, move_x, move_y;
};

static struct fit fit_over(const struct vector *vector, struct rect place)
{
    const float across = (float)place.w / vector->width, down = (float)place.h / vector->height;
    const float scale = across > down ? across : down;
    return (struct fit){scale, (float)place.x + ((float)place.w - vector->width * scale) / 2 - vector->left * scale,
                        (float)place.y + ((float)place.h - vector->height * scale) / 2 - vector->top * scale};
}

static struct brush brush_for(const struct vector *vector, const struct vector_shape *shape, struct fit fit,
                              const struct canvas *canvas)
{
    struct brush brush = {.canvas = canvas, .color = shape->color, .opacity = shape->opacity};
    if (shape->gradient < 0)
        return brush;
    const struct gradient *gradient = &vector->gradients[shape->gradient];
    brush.gradient = gradient;
    brush.x_share = gradient->x_share / fit.scale * (SHADES - 1);
    brush.y_share = gradient->y_share / fit.scale * (SHADES - 1);
    brush.x_start = gradient->x_start * (SHADES - 1) - fit.move_x * brush.x_share;
    brush.y_start = gradient->y_start * (SHADES - 1) - fit.move_y * brush.y_share;
    return brush;
}

static void draw_shape(const struct vector *vector, const struct vector_shape *shape, struct fit fit,
                       const struct canvas *canvas)
{
    FT_Vector points[OUTLINE_POINTS_MAX];
    short ends[OUTLINE_CONTOURS_MAX];
    struct brush brush = brush_for(vector, shape, fit, canvas);
    const struct outline *all = &vector->outline;
    for (int i = 0; i < shape->points; i++) {
        points[i].x = lroundf((all->x[shape->first_point + i] * fit.scale + fit.move_x) * ONE);
        points[i].y = lroundf((all->y[shape->first_point + i] * fit.scale + fit.move_y) * ONE);
    }
    for (int i = 0; i < shape->contours; i++)
        ends[i] = (short)(all->ends[shape->first_contour + i] - shape->first_point);
    FT_Outline outline = {.n_contours = (short)shape->contours,
                          .n_points = (short)shape->points,
                          .points = points,
                          .tags = (char *)(uintptr_t)(all->tags + shape->first_point),
                          .contours = ends};
    const struct rect clip = canvas->clip;
    FT_Raster_Params params = {.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
                               .gray_spans = paint_spans,
                               .user = &brush,
                               .clip_box = {clip.x, clip.y, clip.x + clip.w, clip.y + clip.h}};
    FT_Outline_Render(vector->library, &outline, &params);
}

void vector_draw(const struct vector *vector, const struct canvas *canvas, struct rect place)
{
    const struct canvas within = canvas_on(canvas->pixmap, rect_intersection(canvas->clip, place));
    if (rect_empty(within.clip))
        return;
    for (int i = 0; i < vector->shape_count; i++)
        draw_shape(vector, &vector->shapes[i], fit_over(vector, place), &within);
}
