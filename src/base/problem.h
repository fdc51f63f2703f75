/* Problems found in staff's files: each is a value with a place, a plain cause and a way to mend it.
 * This layer knows nothing of YAML or of what the files mean. */
#ifndef IOP_PROBLEM_H
#define IOP_PROBLEM_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Where something stands. line and column count from 1 (column in characters, not bytes);
 * line 0 means the whole file. file lives as long as the problems or content that name it. */
struct place {
    const char *file;
    int line;
    int column;
};

enum severity { SEVERITY_WARNING, SEVERITY_ERROR };

struct problem {
    enum severity severity;
    const char *code; /* stable, "K012"; the list is in problem_codes.h */
    struct place place;
    const char *message; /* plain sentence without a full stop, names the thing */
    const char *excerpt; /* the line of the file, a long one cut around the place; NULL if there is none */
    int excerpt_from;    /* the column at which the excerpt begins: 1 unless it was cut */
    const char *hint;    /* stands behind the caret, may be NULL */
    const char *fix;     /* what to write instead, may be NULL */
};

struct source_text;

/* All-zero is ready to use. At most PROBLEMS_MAX are kept; the rest are counted only. */
enum { PROBLEMS_MAX = 500 };

struct problems {
    struct arena arena;
    struct problem *list[PROBLEMS_MAX];
    size_t count;  /* kept in list */
    size_t errors; /* all, also those not kept */
    size_t warnings;
    struct source_text *sources;
    size_t source_count;
};

/* Remembers a file's text so that problems added later can show the line. The text is copied. */
void problems_source(struct problems *problems, const char *file, const char *text, size_t size);

/* Adds one; message as printf. Returns it so that the caller can set hint and fix, with texts from
 * problems_text(). Never NULL. The file's name is copied. When the list is full, an error takes the
 * place of a warning. */
struct problem *problems_add(struct problems *problems, enum severity severity, const char *code, struct place place,
                             const char *format, ...) __attribute__((format(printf, 5, 6)));

/* printf into the list's own memory, for hint and fix. */
const char *problems_text(struct problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The beginning of a text from a file, up to the end of its line, in the list's own memory. What is left out shows as
 * "…". */
const char *problems_shown(struct problems *problems, const char *text);

/* Sorts by file, line, column, sentence, code; warnings and errors mixed. */
void problems_sort(struct problems *problems);

/* Prints every problem as  file:line:column: error: message  + line + caret + fix, then a summary line.
 * color: ANSI colors for a terminal. */
void problems_print(const struct problems *problems, FILE *out, bool color);

/* The same for programs: an array of {file, line, column, severity, code, message, hint, fix, excerpt}; line and column
 * are 0 where the whole file is meant, hint, fix and excerpt null where there is none. */
void problems_print_json(const struct problems *problems, FILE *out);

/* Wipes and frees what the list holds, not the list itself; NULL is fine, and it is ready to use again. */
void problems_free(struct problems *problems);

#endif
