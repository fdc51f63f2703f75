/* What was taken out of a list of lines and what was put in, told with as few lines as possible. */
#ifndef IOP_EDITS_H
#define IOP_EDITS_H

#include <stddef.h>

enum edit_kind { EDIT_SAME, EDIT_REMOVED, EDIT_ADDED };

struct edit {
    enum edit_kind kind;
    int index; /* of the line: in the old list for EDIT_REMOVED, else in the new one */
};

struct line_list {
    const char *const *lines;
    int count;
};

/* Writes what leads from old to new, in the order of reading, removed before added; out has room for all lines of both.
 * Returns how many were written; -1 without memory. */
int edits_find(struct line_list old, struct line_list new, struct edit *out);

#endif
