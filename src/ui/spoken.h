/* Written words as a voice should get them: numbers of helplines digit by digit, abbreviations letter by letter,
 * signs as words. Knows texts and the words of the voice; nothing of scenes and nothing of sound. */
#ifndef IOP_SPOKEN_H
#define IOP_SPOKEN_H

#include "content.h"
#include "text.h"

/* Whom it is said to. */
struct ear {
    const struct content *content;
    int language; /* index in content->settings.languages */
};

/* A text of content in that language; "" if it has none. */
const char *ear_words(const struct ear *ear, const struct words *words);

/* Adds one piece as a sentence of its own, with a full stop if it has no end yet; nothing for an empty one.
 * 988 and 911 become 9 8 8 and 9 1 1, telephone numbers and numbers of five or six digits are spelled too, 9–19 becomes
 * "9 to 19", what stands in the list of letters "I O P"; line breaks and spaces that hold words together become
 * spaces. */
void spoken_add(struct text *out, const struct ear *ear, const char *piece, size_t length);

/* The same for a string. */
void spoken_say(struct text *out, const struct ear *ear, const char *string);

/* The same for a pattern whose %d and %s are filled in order. */
void spoken_fill(struct text *out, const struct ear *ear, const struct words *pattern, const char *const *values);

/* The same for a pattern with up to two numbers. */
void spoken_count(struct text *out, const struct ear *ear, const struct words *pattern, int first, int second);

#endif
