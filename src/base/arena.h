/* Memory by lifetime: everything taken from an arena lives until the arena is reset or freed.
 * This layer knows nothing of content, screens or SDL.
 *
 * Running out of memory ends the program with one sentence on stderr (exit 71): every size that
 * input can ask for is capped before it reaches an arena, so callers need no failure path. */
#ifndef IOP_ARENA_H
#define IOP_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *first; /* chain of blocks, kept by arena_reset() */
    struct arena_block *now;   /* the block being filled, NULL if none is yet */
    size_t taken;              /* bytes handed out since the last reset */
    size_t blocks;             /* how many blocks were ever allocated: flat in steady state */
};

/* size bytes, zeroed, aligned for any type; never NULL. An all-zero struct arena is ready to use. */
void *arena_take(struct arena *arena, size_t size);

/* count elements of size bytes; a product that overflows counts as out of memory. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* A copy of length bytes with a NUL added. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* printf into the arena. */
char *arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_print_list(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Forgets everything: wipes all bytes handed out and keeps the blocks for the next use. */
void arena_reset(struct arena *arena);

/* Wipes and gives the blocks back to the system; the arena is ready to use again. */
void arena_free(struct arena *arena);

#endif
