/* Runs of pixels: the inner loops of all drawing. They know nothing of clips, shapes or SDL.
 * What a pixel becomes depends only on what it was and on its own arguments, so that drawing in pieces
 * gives the same pixels as drawing at once. */
#ifndef IOP_ROWS_H
#define IOP_ROWS_H

#include <stdint.h>

/* Every function takes a color as 0xAARRGGBB, not premultiplied, and leaves pixels opaque. */
void row_fill(uint32_t *row, int count, uint32_t color);

/* Repeats eight pixels; phase says which of them comes first. */
void row_pattern(uint32_t *row, int count, const uint32_t pattern[8], unsigned phase);

/* The color through a mask: 255 covers a pixel wholly. step 1 or -1 walks the mask forward or backward. */
void row_cover(uint32_t *row, int count, uint32_t color, const uint8_t *mask, int step);

/* Pixels with their own alpha over the row. */
void row_over(uint32_t *row, int count, const uint32_t *source);

/* Bayer's order: which of 8 * 8 pixels get the next of 64 steps between two shades first. By place on the
 * screen, so that it is the same however the screen is cut. */
extern const uint8_t DITHER[8][8];

/* color with its alpha multiplied by coverage / 255. */
uint32_t color_thinned(uint32_t color, unsigned coverage);

#endif
