/* Reading one of staff's files as text: size, kind and characters are checked before anything else sees it.
 * This layer knows nothing of YAML. */
#ifndef IOP_FILE_H
#define IOP_FILE_H

#include "arena.h"
#include "problem.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILE_SIZE_MAX = 1024 * 1024 };

struct file_text {
    const char *file;
    const char *text; /* NUL-terminated, valid UTF-8 without a byte order mark and control characters */
    size_t size;
};

/* Reads a regular file of at most FILE_SIZE_MAX bytes into the arena; the size is asked for before a
 * byte is read. Remembers the text in problems for excerpts. False with one problem added if it cannot be used. */
bool file_read(const char *file, struct arena *arena, struct file_text *out, struct problems *problems);

/* The same checks for a text that is already in memory; out->text points into text. */
bool file_check(struct file_text *out, struct problems *problems);

#endif
