/* Draws text word by word and remembers the words: each is set once and blended from then on.
 * A word is known by a 64-bit hash of its font, size and letters; its letters themselves are not kept.
 * Spaces have a width of their own, so that a line measures the same in one piece and in many. */
#ifndef IOP_WORDS_H
#define IOP_WORDS_H

#include "fonts.h"
#include "shapes.h"

struct words;

/* NULL if there is no memory. fonts must outlive it. */
struct words *words_open(struct fonts *fonts);

/* item is a DRAW_TEXT. */
void words_draw(struct words *words, const struct canvas *canvas, const struct draw *item);

/* Advance width in pixels. */
int words_width(struct words *words, enum face face, int px, const char *text, size_t length);

/* True if every character can be drawn; of FACE_ICON: if the word becomes one icon. */
bool words_can_draw(struct words *words, enum face face, const char *text, size_t length);

struct word_counts {
    unsigned kept, set, widths_kept, widths_measured;
};
struct word_counts words_counts(const struct words *words);

/* Wipes every word and width. */
void words_forget(struct words *words);

void words_close(struct words *words);

#endif
