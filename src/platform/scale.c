/* Scales pictures by area; slow and exact, for pictures scaled once and then kept. */
#include "scale.h"

/* What one new pixel covers of the old ones, along one side. */
struct span {
    double from, to;
};

static struct span span_of(int place, int old_size, int new_size)
{
    const double step = (double)old_size / new_size;
    return (struct span){place * step, (place + 1) * step};
}

static double overlap(struct span span, int place)
{
    const double from = span.from > place ? span.from : place, to = span.to < place + 1 ? span.to : place + 1;
    return to > from ? to - from : 0;
}

static int last_of(struct span span, int size)
{
    const int last = (int)span.to;
    return last < size ? last : size - 1;
}

/* Sums of red, green, blue (each times alpha) and alpha. */
struct sums {
    double channels[3], alpha, area;
};

static void add(struct sums *sums, uint32_t pixel, double area)
{
    const double alpha = (double)(pixel >> 24) * area;
    for (int channel = 0; channel < 3; channel++)
        sums->channels[channel] += (double)(pixel >> (8 * channel) & 0xFF) * alpha;
    sums->alpha += alpha;
    sums->area += area;
}

static uint32_t mean(const struct sums *sums)
{
    if (sums->alpha <= 0 || sums->area <= 0)
        return 0;
    uint32_t pixel = (uint32_t)(sums->alpha / sums->area + 0.5) << 24;
    for (int channel = 0; channel < 3; channel++)
        pixel |= (uint32_t)(sums->channels[channel] / sums->alpha + 0.5) << (8 * channel);
    return pixel;
}

static const uint32_t *row_of(const SDL_Surface *surface, int y)
{
    return (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

static uint32_t mean_over(const SDL_Surface *from, struct span across, struct span down)
{
    struct sums sums = {0};
    for (int y = (int)down.from; y <= last_of(down, from->h); y++)
        for (int x = (int)across.from; x <= last_of(across, from->w); x++)
            add(&sums, row_of(from, y)[x], overlap(across, x) * overlap(down, y));
    return mean(&sums);
}

void scale_picture(const SDL_Surface *from, SDL_Surface *to)
{
    for (int y = 0; y < to->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((uint8_t *)to->pixels + (ptrdiff_t)y * to->pitch);
        for (int x = 0; x < to->w; x++)
            row[x] = mean_over(from, span_of(x, from->w, to->w), span_of(y, from->h, to->h));
    }
}
