/* How hard a text is, by published formulas. Part of the editor only; knows nothing of files. */
#ifndef IOP_EDITOR_GRADE_H
#define IOP_EDITOR_GRADE_H

#include "editor_rules.h"
#include "passage.h"

/* Syllables that people hear in one word. Letters of a short form in capitals (IOP) are heard one by one; a number
 * counts as one. English by the usual rules of thumb (groups of vowels, silent e), Spanish by its rules of
 * diphthongs; a word of the language's list by what stands there. folded as passage_fold() makes it. */
int syllables(const char *word, size_t length, const char *folded, const struct editor_language *language);

/* What a text is made of, added up over its paragraphs. */
struct measure {
    size_t words, sentences, syllables;
};

void measure_add(struct measure *measure, const struct passage *passage, const struct editor_language *language);

/* English: years of school, 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers and
 * Chissom 1975). Spanish: ease, 206.84 - 60 syllables/words - 1.02 words/sentences (Fernández Huerta 1959, with the
 * sentence term as corrected by later authors). 0 for an empty text. */
double grade(const struct measure *measure, enum formula formula);

/* True if the grade breaks the language's limit. */
bool is_too_hard(double grade, const struct editor_language *language);

#endif
