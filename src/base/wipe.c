/* Erasing that a compiler may not leave out. */
#include "wipe.h"

#include <string.h>

void wipe(void *memory, size_t size)
{
    if (size > 0) {
        explicit_bzero(memory, size);
    }
}
