/* References that a person has looked at: what is made now must equal them. Nothing creates a reference
 * but IOP_UPDATE_GOLDEN=1, which tests/update-golden sets. */
#ifndef TEST_GOLDEN_H
#define TEST_GOLDEN_H

#include <stdbool.h>
#include <stddef.h>

enum { GOLDEN_SENTENCE_SIZE = 600 };

/* True while references are rewritten instead of compared. */
bool golden_updates(void);

/* Compares a text with the reference in `file`. If they differ, or if there is no reference, leaves the text
 * beside it in `file`.new, and returns false with the place and the two lines in `sentence`. */
bool golden_text(const char *file, const char *text, char *sentence);

#endif
