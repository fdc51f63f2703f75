/* The picture book: all screens on one page, for those who look through them, print them and sign. */
#ifndef IOP_MAIN_BOOK_H
#define IOP_MAIN_BOOK_H

#include "main_gallery.h"

/* Writes index.html beside the pictures that were drawn; false with a sentence on stderr. */
bool book_write(const struct gallery *gallery);

#endif
