/* One line of a text, by its number; lines end with LF, CR LF or CR, as in YAML. */
#ifndef IOP_LINE_H
#define IOP_LINE_H

#include <stddef.h>

/* Part of a text, without its line end; not NUL-terminated. */
struct line {
    const char *bytes; /* NULL: there is no such line */
    size_t length;
};

/* A text of fewer bytes can stand in a message for staff to take over as it is. */
enum { SHORT_ENOUGH = 80 };

/* Spaces before the first other character. */
size_t indent_of(struct line line);

/* number counts from 1; a byte order mark before the first line is passed over. */
struct line line_find(const char *text, size_t size, int number);

/* Where a reader of lines stands; all-zero is before the first. */
struct line_walk {
    int number;
    size_t at;
};

/* As line_find, but it costs no more than the way from the line found last: all lines in order are one pass. */
struct line line_walk_to(struct line_walk *walk, const char *text, size_t size, int number);

/* Offset of the character at a column (from 1), at most the line's length. */
size_t line_offset(struct line line, int column);

#endif
