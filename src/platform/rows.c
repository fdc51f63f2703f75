/* Fills and blends runs of pixels, eight at a time in the vectors every processor has had for long. */
#include "rows.h"

#include <string.h>

enum { OPAQUE = 255, GROUP = 8 };

static const uint32_t SOLID = 0xFF000000u;

const uint8_t DITHER[8][8] = {
    {0, 32, 8, 40, 2, 34, 10, 42},    {48, 16, 56, 24, 50, 18, 58, 26}, {12, 44, 4, 36, 14, 46, 6, 38},
    {60, 28, 52, 20, 62, 30, 54, 22}, {3, 35, 11, 43, 1, 33, 9, 41},    {51, 19, 59, 27, 49, 17, 57, 25},
    {15, 47, 7, 39, 13, 45, 5, 37},   {63, 31, 55, 23, 61, 29, 53, 21},
};

typedef uint32_t pixels __attribute__((vector_size(16)));  /* four */
typedef uint16_t numbers __attribute__((vector_size(16))); /* eight */
typedef uint8_t bytes __attribute__((vector_size(8)));

uint32_t color_thinned(uint32_t color, unsigned coverage)
{
    const uint32_t product = (color >> 24) * coverage + 128; /* / 255, rounded, exact up to 255 * 255 */
    return (color & ~SOLID) | (product + (product >> 8)) >> 8 << 24;
}

static numbers thinned(numbers coverage, unsigned alpha)
{
    const numbers product = coverage * (uint16_t)alpha + 128;
    return (product + (product >> 8)) >> 8;
}

/* Shares run from 0 to 256, so that none leaves a pixel and a full one takes the color unchanged. */
static numbers shares_of(numbers alpha)
{
    return alpha + (alpha >> 7);
}

/* Two channels at a time, in 16 bits each: (under * (256 - share) + over * share) / 256, rounded. */
static pixels mixed(pixels under, pixels over, numbers share)
{
    const pixels even = {0xFF00FFu, 0xFF00FFu, 0xFF00FFu, 0xFF00FFu};
    const numbers blue_red = (numbers)(under & even), green = (numbers)(under >> 8 & even);
    const numbers low = ((numbers)(over & even) - blue_red) * share + (blue_red << 8) + 128;
    const numbers high = ((numbers)(over >> 8 & even) - green) * share + (green << 8) + 128;
    return (pixels)(low >> 8) | ((pixels)high & ~even) | SOLID;
}

/* Eight pixels; one share for each. */
static void mix_group(uint32_t *row, const uint32_t *over, numbers shares)
{
    const numbers first = __builtin_shufflevector(shares, shares, 0, 0, 1, 1, 2, 2, 3, 3);
    const numbers last = __builtin_shufflevector(shares, shares, 4, 4, 5, 5, 6, 6, 7, 7);
    pixels under[2], above[2];
    memcpy(under, row, sizeof under);
    memcpy(above, over, sizeof above);
    under[0] = mixed(under[0], above[0], first);
    under[1] = mixed(under[1], above[1], last);
    memcpy(row, under, sizeof under);
}

static numbers read_mask(const uint8_t *mask)
{
    bytes eight;
    memcpy(&eight, mask, sizeof eight);
    return __builtin_convertvector(eight, numbers);
}

static numbers alphas_of(const uint32_t *source)
{
    numbers alphas;
    for (int i = 0; i < GROUP; i++)
        alphas[i] = (uint16_t)(source[i] >> 24);
    return alphas;
}

static void store(uint32_t *row, int count, uint32_t pixel)
{
    for (int i = 0; i < count; i++)
        row[i] = pixel;
}

/* The last pixels of a row, fewer than a group, are done in a group of their own. */
static void mix_rest(uint32_t *row, int count, const uint32_t *over, numbers shares)
{
    uint32_t group[GROUP] = {0};
    memcpy(group, row, (size_t)count * sizeof *row);
    mix_group(group, over, shares);
    memcpy(row, group, (size_t)count * sizeof *row);
}

void row_fill(uint32_t *row, int count, uint32_t color)
{
    uint32_t over[GROUP];
    numbers alphas;
    if (color >> 24 == OPAQUE) {
        store(row, count, color);
        return;
    }
    store(over, GROUP, color);
    alphas = alphas_of(over);
    int i = 0;
    for (; i + GROUP <= count; i += GROUP)
        mix_group(row + i, over, shares_of(alphas));
    mix_rest(row + i, count - i, over, shares_of(alphas));
}

void row_pattern(uint32_t *row, int count, const uint32_t pattern[8], unsigned phase)
{
    uint32_t over[GROUP];
    for (unsigned i = 0; i < GROUP; i++)
        over[i] = pattern[(phase + i) % GROUP];
    const numbers shares = shares_of(alphas_of(over));
    int i = 0;
    for (; i + GROUP <= count; i += GROUP)
        mix_group(row + i, over, shares);
    mix_rest(row + i, count - i, over, shares);
}

/* Most of a mask of letters is empty, and most of what is not is full. */
static void cover_group(uint32_t *row, const uint32_t *over, const uint8_t *mask, unsigned alpha)
{
    uint64_t eight;
    memcpy(&eight, mask, sizeof eight);
    if (eight == 0)
        return;
    mix_group(row, over, shares_of(thinned(read_mask(mask), alpha)));
}

static void cover(uint32_t *row, int count, uint32_t color, const uint8_t *mask)
{
    uint32_t over[GROUP];
    uint8_t rest[GROUP] = {0};
    store(over, GROUP, color);
    const unsigned alpha = color >> 24;
    int i = 0;
    for (; i + GROUP <= count; i += GROUP)
        cover_group(row + i, over, mask + i, alpha);
    if (i == count)
        return;
    memcpy(rest, mask + i, (size_t)(count - i));
    mix_rest(row + i, count - i, over, shares_of(thinned(read_mask(rest), alpha)));
}

void row_cover(uint32_t *row, int count, uint32_t color, const uint8_t *mask, int step)
{
    uint8_t turned[256];
    if (step > 0) {
        cover(row, count, color, mask);
        return;
    }
    for (int done = 0; done < count; done += (int)sizeof turned) {
        const int some = count - done < (int)sizeof turned ? count - done : (int)sizeof turned;
        for (int i = 0; i < some; i++)
            turned[i] = mask[-(done + i)];
        cover(row + done, some, color, turned);
    }
}

void row_over(uint32_t *row, int count, const uint32_t *source)
{
    uint32_t rest[GROUP] = {0};
    int i = 0;
    for (; i + GROUP <= count; i += GROUP)
        mix_group(row + i, source + i, shares_of(alphas_of(source + i)));
    memcpy(rest, source + i, (size_t)(count - i) * sizeof *source);
    mix_rest(row + i, count - i, rest, shares_of(alphas_of(rest)));
}
