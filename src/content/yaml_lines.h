/* Looking at the lines around a place where YAML gave up. Shared by the files of yaml_trouble only. */
#ifndef IOP_YAML_LINES_H
#define IOP_YAML_LINES_H

#include "line.h"
#include "yaml_trouble.h"

#include <stdbool.h>

/* A line by its number; one of no length behind the last. */
struct line line_at(const struct yaml_trouble *trouble, int number);

/* The byte at a mark, NUL at the end of a line. */
char byte_at(const struct yaml_trouble *trouble, struct yaml_mark mark);

struct place place_of(const struct yaml_trouble *trouble, struct yaml_mark mark);

/* True if nothing stands behind the mark until the file ends. */
bool only_space_follows(const struct yaml_trouble *trouble, struct yaml_mark mark);

/* Number of the next line above that has something in it; 0 if there is none. */
int number_above(const struct yaml_trouble *trouble, int number);

/* That line, or one of no length. */
struct line line_above(const struct yaml_trouble *trouble, int number);

/* Length of the part before the first ": ", or the line's length if there is none. */
size_t before_colon(struct line line);

/* Without the spaces at both ends. */
struct line trimmed(struct line line);

/* Offset of a # outside of quotes, from an offset on, that begins a note for staff; the line's length if there is none.
 */
size_t note_in(struct line line, size_t from);

/* `en: |`, without spaces at its ends: what stands below is its text. */
bool begins_text(struct line text);

#endif
