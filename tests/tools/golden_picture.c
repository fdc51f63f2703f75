/* Compares pictures with their references. */
#include "golden_picture.h"

#include "raster.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_SIZE = 1024, MILLION = 1000000 };

static int channel_difference(uint32_t a, uint32_t b)
{
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int difference = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        largest = difference > largest ? difference : largest;
    }
    return largest;
}

static bool differs_at(const struct pixmap *a, const struct pixmap *b, int x, int y)
{
    return channel_difference(a->pixels[y * a->stride + x], b->pixels[y * b->stride + x]) > GOLDEN_CHANNEL;
}

int golden_differing(const struct pixmap *a, const struct pixmap *b)
{
    if (a->width != b->width || a->height != b->height)
        return MILLION;
    int64_t differing = 0, all = (int64_t)a->width * a->height;
    for (int y = 0; y < a->height; y++)
        for (int x = 0; x < a->width; x++)
            differing += differs_at(a, b, x, y) ? 1 : 0;
    return (int)((differing * MILLION + all - 1) / all);
}

/* ---- files --------------------------------------------------------------------------------------------------- */

/* The caller frees the surface; NULL if there is no such picture. */
static SDL_Surface *load(const char *file, struct pixmap *pixmap)
{
    SDL_Surface *loaded = access(file, R_OK) == 0 ? IMG_Load(file) : NULL;
    if (loaded == NULL)
        return NULL;
    SDL_Surface *converted = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(loaded);
    if (converted == NULL)
        return NULL;
    *pixmap = (struct pixmap){converted->pixels, converted->w, converted->h, converted->pitch / 4};
    return converted;
}

/* What is the same is pale, what differs is red. */
static void save_difference(const char *file, const struct pixmap *reference, const struct pixmap *picture)
{
    if (reference->width != picture->width || reference->height != picture->height)
        return;
    size_t count = (size_t)picture->width * (size_t)picture->height;
    struct pixmap shown = {calloc(count, sizeof(uint32_t)), picture->width, picture->height, picture->width};
    if (shown.pixels == NULL)
        return;
    for (int y = 0; y < shown.height; y++)
        for (int x = 0; x < shown.width; x++) {
            uint32_t pale = 0xFFC0C0C0u | (picture->pixels[y * picture->stride + x] >> 2 & 0x3F3F3Fu);
            shown.pixels[y * shown.stride + x] = differs_at(reference, picture, x, y) ? 0xFFFF0000u : pale;
        }
    raster_save_png(&shown, file);
    free(shown.pixels);
}

static bool is_near(const char *file, const struct pixmap *reference, const struct pixmap *picture, char *sentence)
{
    int differing = golden_differing(reference, picture);
    if (differing <= GOLDEN_PIXELS)
        return true;
    snprintf(sentence, GOLDEN_SENTENCE_SIZE,
             "%s.png: %d of a million pixels differ, %d may; see %s.new.png and %s.diff.png", file, differing,
             (int)GOLDEN_PIXELS, file, file);
    return false;
}

bool golden_picture(const char *file, const struct pixmap *picture, char *sentence)
{
    char name[PATH_SIZE], beside[PATH_SIZE], difference[PATH_SIZE];
    snprintf(name, sizeof name, "%s.png", file);
    snprintf(beside, sizeof beside, "%s.new.png", file);
    snprintf(difference, sizeof difference, "%s.diff.png", file);
    sentence[0] = '\0';
    unlink(beside);
    unlink(difference);
    if (golden_updates())
        return raster_save_png(picture, name);
    struct pixmap reference;
    SDL_Surface *surface = load(name, &reference);
    if (surface == NULL)
        snprintf(sentence, GOLDEN_SENTENCE_SIZE,
                 "%.240s.png: there is no reference; look at %.240s.new.png, then tests/update-golden", file, file);
    bool good = surface != NULL && is_near(file, &reference, picture, sentence);
    if (!good)
        raster_save_png(picture, beside);
    if (!good && surface != NULL)
        save_difference(difference, &reference, picture);
    SDL_FreeSurface(surface);
    return good;
}
