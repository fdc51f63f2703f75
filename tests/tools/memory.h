/* Watches the memory of a test program: how often our code asks for some, and what stands in it. Works by
 * the linker's --wrap for malloc, calloc, realloc and free, so it sees our code and not shared libraries. */
#ifndef TEST_MEMORY_H
#define TEST_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* How often memory was asked for since the program began. */
size_t memory_asked(void);

/* Blocks taken from now on are the ones that memory_holds() looks into. */
void memory_mark(void);

/* Do the bytes stand anywhere in a living block taken since the mark? `step` is 1 for text, or the size of
 * a pointer for values that lie at multiples of it. */
bool memory_holds(const void *bytes, size_t size, size_t step);

/* Do the bytes stand anywhere in what this process may write: its heap, given back or not, its stacks, the memory of
 * libraries? They come in disguise, each with its bits turned by `disguise`, so that the wish itself is no find.
 * With the address sanitizer, which keeps all that was given back, the answer is always no. */
bool memory_process_holds(const unsigned char *disguised, size_t size, unsigned char disguise);

/* How many bytes of the living blocks taken since the mark are not 0. */
size_t memory_full(void);

/* Bytes in living blocks taken since the mark. */
size_t memory_living(void);

#endif
