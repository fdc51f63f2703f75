/* A paragraph taken apart into sentences and words, and phrases found in it.
 * This layer knows nothing of which phrases are good or bad, nor of files. */
#ifndef IOP_PASSAGE_H
#define IOP_PASSAGE_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

struct word {
    size_t offset, length; /* bytes in the passage's text */
    const char *folded;    /* small letters without accents; ñ stays */
    size_t sentence;
    bool joined;    /* to the word before it, by a hyphen or a bracket: read as one word */
    bool is_number; /* has digits and no letters */
};

struct passage {
    const char *text;
    struct word *words;
    size_t word_count;
    size_t sentence_count; /* only those with words */
};

/* Takes a text apart, in the arena. A sentence ends at . ! ? … with a space behind, unless what follows goes on
 * with a small letter, or the mark belongs to one of the abbreviations; and at |. */
struct passage passage_read(const char *text, const char *const *abbreviations, size_t abbreviation_count,
                            struct arena *arena);

/* How many words people count: joined ones are one. */
size_t passage_count(const struct passage *passage);

/* Small letters without accents, in the arena. */
const char *passage_fold(const char *text, size_t length, struct arena *arena);

/* A phrase to look for: words, each with an ending that may be left open (*). */
struct phrase {
    const char **words; /* folded, without the * */
    bool *open;
    size_t count;
};

struct phrase phrase_read(const char *written, struct arena *arena);

/* True if the phrase begins at word `at` of the passage and stays within one sentence. */
bool phrase_fits(const struct phrase *phrase, const struct passage *passage, size_t at);

#endif
