/* Erasing that a compiler may not leave out. */
#ifndef IOP_WIPE_H
#define IOP_WIPE_H

#include <stddef.h>

/* Sets size bytes at memory to zero, whatever the optimiser thinks. NULL with size 0 is fine. */
void wipe(void *memory, size_t size);

#endif
