/* Erasing that a compiler may not leave out. */
#include "wipe.h"

#include <string.h>

enum { STACK_BELOW = 64 * 1024 };

void wipe(void *memory, size_t size)
{
    if (size > 0) {
        explicit_bzero(memory, size);
    }
}

__attribute__((noinline)) void wipe_stack(void)
{
    unsigned char below[STACK_BELOW];
    explicit_bzero(below, sizeof below);
}
