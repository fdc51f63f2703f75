/* Which letters run from right to left, and in what order the pieces of a line stand, by the Unicode Bidirectional
 * Algorithm (UAX #9); libfribidi knows it. Knows nothing of fonts, widths or languages' names. */
#ifndef IOP_BIDI_H
#define IOP_BIDI_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True if a letter of a script that runs from right to left is among them. Most texts have none, and then nothing else
 * here needs to be called. */
bool bidi_needed(const char *text, size_t length);

/* One level for each byte of UTF-8, in the arena: odd runs from right to left. right_to_left: how the paragraph runs;
 * a \n begins a line, not a paragraph. NULL if there is no memory for libfribidi: then nothing is turned. */
uint8_t *bidi_levels(struct arena *arena, const char *text, size_t length, bool right_to_left);

/* A piece of a line that is drawn at once, or the space between two. */
struct bidi_piece {
    uint8_t level;
    int width;
    void *what;
};

/* From the order of reading to the order from left to right (rule L2). */
void bidi_order(struct bidi_piece *pieces, size_t count);

#endif
