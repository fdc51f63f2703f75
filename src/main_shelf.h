/* The list of a book's pictures that lies beside them: a new book in the same folder takes away what only the earlier
 * one had, and nothing else. */
#ifndef IOP_MAIN_SHELF_H
#define IOP_MAIN_SHELF_H

#include "main_gallery.h"

/* False, with a sentence on stderr, if a pictures.txt in the folder is somebody else's. Call it before drawing. */
bool shelf_may_write(const char *folder);

/* Removes the files that the folder's own list names and that are no pictures of this gallery, and writes its list:
 * DIR/pictures.txt. What no list names stays as it is. Call it after drawing; whole: everything that was due is drawn,
 * else nothing is removed and the list grows. False with a sentence on stderr. */
bool shelf_renew(const struct gallery *gallery, bool whole);

#endif
