/* Keys and their colons. Shared by the files of yaml_trouble only; each adds exactly one problem. */
#ifndef IOP_YAML_COLON_H
#define IOP_YAML_COLON_H

#include "yaml_trouble.h"

#include <stdbool.h>

/* YAML met a second key in one line, or a key where a text goes on. */
void explain_two_colons(const struct yaml_trouble *trouble, struct problems *problems);

/* YAML met a line that is no key, where only keys may stand. */
void explain_no_colon(const struct yaml_trouble *trouble, struct problems *problems);

/* `en: Come to room #12` and in the next line `and ask`: the # ended the text, and this line belongs to nothing. One
 * problem if that is so, and true. */
bool explain_note_above(const struct yaml_trouble *trouble, struct problems *problems, int number);

/* The line at the mark is no key; says what it may have been meant to be. */
void explain_line_without_colon(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark);

#endif
