/* The readers of SDL2_image, kept within limits. */
#include "unpackparts.h"

#include "pictures.h"
#include "scale.h"

#include <SDL_image.h>
#include <string.h>

static const uint8_t PNG_START[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

static bool size_ok(int64_t width, int64_t height)
{
    return width > 0 && height > 0 && width <= PICTURE_SIDE_MAX && height <= PICTURE_SIDE_MAX;
}

/* SDL2_image's SVGs have red and blue the other way round: turned in place, for a copy costs as much as a screen. */
static void swap_red_and_blue(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++)
            row[x] = (row[x] & 0xFF00FF00u) | (row[x] >> 16 & 0xFFu) | (row[x] & 0xFFu) << 16;
    }
}

static SDL_Surface *as_argb(SDL_Surface *surface)
{
    if (!surface || surface->format->format == SDL_PIXELFORMAT_ARGB8888)
        return surface;
    if (surface->format->format == SDL_PIXELFORMAT_ABGR8888) {
        swap_red_and_blue(surface);
        return surface;
    }
    SDL_Surface *converted = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(surface);
    return converted;
}

/* ---- SVG ----------------------------------------------------------------------------------------------------- */

static SDL_Surface *load_svg(const struct packed *file, int width, int height)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    SDL_Surface *loaded = stream && IMG_isSVG(stream) ? IMG_LoadSizedSVG_RW(stream, width, height) : NULL;
    if (stream)
        SDL_RWclose(stream);
    return loaded;
}

static SDL_Surface *load_covering(const struct packed *file, struct picture_size size, bool by_width)
{
    SDL_Surface *loaded = load_svg(file, by_width ? size.width : 0, by_width ? 0 : size.height);
    if (loaded && loaded->w >= size.width && loaded->h >= size.height)
        return loaded;
    SDL_FreeSurface(loaded); /* the trial was a pixel off: the other side it is */
    return load_svg(file, by_width ? 0 : size.width, by_width ? size.height : 0);
}

/* A small trial tells the shape; then the side that is short decides the scale. */
SDL_Surface *unpack_svg(const struct packed *file, struct picture_size size, enum unpack_result *result)
{
    const int trial = 128;
    SDL_Surface *small = load_svg(file, trial, trial);
    *result = UNPACK_NO_SVG;
    if (!small)
        return NULL;
    const int64_t tall = (int64_t)size.width * small->h / small->w, wide = (int64_t)size.height * small->w / small->h;
    SDL_FreeSurface(small);
    const bool by_width = tall >= size.height;
    *result = UNPACK_SHAPE;
    if (!size_ok(by_width ? size.width : wide, by_width ? tall : size.height))
        return NULL;
    SDL_Surface *loaded = as_argb(load_covering(file, size, by_width));
    *result = loaded ? UNPACK_DONE : UNPACK_NO_SVG;
    return loaded;
}

/* ---- PNG ----------------------------------------------------------------------------------------------------- */

static uint32_t big_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The size stands in the first bytes: it is looked at before anything is unpacked. */
static SDL_Surface *load_png(const struct packed *file, enum unpack_result *result)
{
    *result = UNPACK_NO_PNG;
    if (file->size < sizeof PNG_START + 8 || memcmp(file->bytes, PNG_START, sizeof PNG_START) != 0)
        return NULL;
    const uint8_t *sides = file->bytes + sizeof PNG_START;
    if (!size_ok(big_endian(sides), big_endian(sides + 4))) {
        *result = UNPACK_TOO_LARGE;
        return NULL;
    }
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    SDL_Surface *loaded = stream ? IMG_LoadPNG_RW(stream) : NULL;
    if (stream)
        SDL_RWclose(stream);
    return loaded;
}

static SDL_Surface *scaled_to(SDL_Surface *loaded, int width, int height)
{
    if (loaded->w == width && loaded->h == height)
        return loaded;
    SDL_Surface *scaled = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (scaled)
        scale_picture(loaded, scaled);
    SDL_FreeSurface(loaded);
    return scaled;
}

SDL_Surface *unpack_png(const struct packed *file, struct picture_size size, enum unpack_result *result)
{
    SDL_Surface *loaded = as_argb(load_png(file, result));
    if (!loaded)
        return NULL;
    const bool by_width = (int64_t)size.width * loaded->h >= (int64_t)size.height * loaded->w;
    const int64_t wide = by_width ? size.width : ((int64_t)size.height * loaded->w + loaded->h - 1) / loaded->h;
    const int64_t tall = by_width ? ((int64_t)size.width * loaded->h + loaded->w - 1) / loaded->w : size.height;
    if (size_ok(wide, tall)) {
        loaded = scaled_to(loaded, (int)wide, (int)tall);
        *result = loaded ? UNPACK_DONE : UNPACK_NO_PNG;
        return loaded;
    }
    *result = UNPACK_SHAPE;
    SDL_FreeSurface(loaded);
    return NULL;
}
