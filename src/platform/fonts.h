/* The fonts of the program: four cuts of Lato, the icons, and whatever else a character may need.
 * A font is named by a number: enum face first, then the fonts found for characters Lato lacks. */
#ifndef IOP_FONTS_H
#define IOP_FONTS_H

#include "draw.h"

#include <SDL_ttf.h>

/* Letters are set this much wider than they are shown, and squeezed when they become a mask: that places
 * every letter to a quarter of a pixel, at almost no cost. */
enum { LETTER_STRETCH = 4 };

struct fonts;

/* NULL if a font is missing: then *cause is a full sentence (static storage). */
struct fonts *fonts_open(const char **cause);

/* Which font draws the character in this face: the face itself unless it lacks the character. */
int fonts_for_character(struct fonts *fonts, enum face face, uint32_t character);

/* True if that font can draw the character, or nothing is to be drawn of it. */
bool fonts_draw(struct fonts *fonts, enum face face, uint32_t character);

/* Marks that no font draws, such as a soft hyphen or a joiner: they stay with the letters around them. */
bool fonts_draw_nothing(uint32_t character);

/* The font at px per em, stretched by LETTER_STRETCH; NULL if it cannot be opened. Valid until the next call. */
TTF_Font *fonts_at(struct fonts *fonts, int font, int px);

/* Height of a capital as a share of the em; of an icon: its box, so that centring works alike for both. */
float fonts_cap_height(enum face face);

/* Overwrites what the font libraries may remember of text they set, and closes sizes that were not used
 * since the last time. */
void fonts_forget(struct fonts *fonts);

void fonts_close(struct fonts *fonts);

#endif
