/* assets/theme.yaml -> struct theme. */
#ifndef IOP_THEME_LOAD_H
#define IOP_THEME_LOAD_H

#include "problem.h"
#include "theme.h"

/* Reads folder/theme.yaml into theme. A palette that misses its contrast, and anything else that is
 * wrong, is added to problems, and theme_default() stands in: for that palette, or for all of it if the
 * file cannot be read. Returns false if anything was replaced. */
bool theme_load(struct theme *theme, const char *folder, struct problems *problems);

#endif
