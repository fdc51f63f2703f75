/* Draws a list of commands: asks fonts, shapes and pictures, in order, for what the clip shows. */
#include "raster.h"

#include "fonts.h"
#include "pictures.h"
#include "shapes.h"
#include "tiles.h"
#include "unpack.h"
#include "words.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

struct raster {
    struct fonts *fonts;
    struct words *words;
    struct pictures *pictures;
    struct tiles tiles;
};

bool raster_prepare(void)
{
    return unpack_start();
}

struct raster *raster_open(const char *const *picture_folders, const char **cause)
{
    struct raster *raster = calloc(1, sizeof *raster);
    *cause = "The screen cannot be drawn because there is not enough memory.";
    if (!raster)
        return NULL;
    raster->pictures = pictures_open(picture_folders);
    if (raster->pictures)
        raster->fonts = fonts_open(cause);
    if (raster->fonts)
        raster->words = words_open(raster->fonts);
    if (raster->words)
        return raster;
    raster_close(raster);
    return NULL;
}

void raster_quiet(struct raster *raster)
{
    pictures_quiet(raster->pictures);
}

static int width_of(void *context, enum face face, int px, const char *text, size_t length)
{
    const struct raster *raster = context;
    return words_width(raster->words, face, px, text, length);
}

static float cap_height_of(void *context, enum face face)
{
    (void)context;
    return fonts_cap_height(face);
}

static bool can_draw(void *context, enum face face, const char *text, size_t length)
{
    const struct raster *raster = context;
    return words_can_draw(raster->words, face, text, length);
}

struct metrics raster_metrics(struct raster *raster)
{
    return (struct metrics){.context = raster, .width = width_of, .cap_height = cap_height_of, .can_draw = can_draw};
}

static void draw_item(struct raster *raster, const struct canvas *canvas, const struct draw *item)
{
    switch (item->kind) {
    case DRAW_FILL:
        shape_fill(canvas, item->rect, item->color);
        return;
    case DRAW_ROUND:
    case DRAW_RING:
    case DRAW_SHADOW:
        shape_round(canvas, &raster->tiles, item);
        return;
    case DRAW_GRADIENT:
        shape_gradient(canvas, item->rect, item->color, item->color2);
        return;
    case DRAW_TEXT:
        words_draw(raster->words, canvas, item);
        return;
    case DRAW_PICTURE:
        pictures_draw(raster->pictures, canvas, item);
        return;
    }
}

/* A full-screen picture is worth its memory only while it is shown. */
static bool shows_everything(const struct pixmap *target, struct rect clip)
{
    return clip.w == target->width && clip.h == target->height;
}

void raster_draw(struct raster *raster, struct pixmap *target, const struct draw_list *list, struct rect clip)
{
    const struct canvas whole = canvas_on(target, clip);
    pictures_begin(raster->pictures);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        const struct rect seen = rect_intersection(item->bounds, whole.clip);
        if (rect_empty(seen))
            continue;
        const struct canvas canvas = {target, rect_intersection(item->clip, seen)};
        draw_item(raster, &canvas, item);
    }
    if (shows_everything(target, whole.clip))
        pictures_end(raster->pictures);
}

void raster_forget(struct raster *raster)
{
    words_forget(raster->words);
    pictures_forget(raster->pictures);
}

void raster_close(struct raster *raster)
{
    if (!raster)
        return;
    words_close(raster->words);
    fonts_close(raster->fonts);
    pictures_close(raster->pictures);
    tiles_free(&raster->tiles);
    free(raster);
}

bool raster_save_png(const struct pixmap *pixmap, const char *file)
{
    const uint32_t format = SDL_PIXELFORMAT_RGB888;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(pixmap->pixels, pixmap->width, pixmap->height, 32,
                                                              pixmap->stride * (int)sizeof(uint32_t), format);
    const bool saved = surface && IMG_SavePNG(surface, file) == 0;
    if (!saved)
        fprintf(stderr, "%s: the picture could not be written: %s.\n", file, SDL_GetError());
    SDL_FreeSurface(surface);
    return saved;
}

struct raster_counts raster_counts(const struct raster *raster)
{
    const struct word_counts counts = words_counts(raster->words);
    return (struct raster_counts){counts.kept, counts.set, counts.widths_kept, counts.widths_measured};
}
