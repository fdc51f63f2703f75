/* Erasing that a compiler may not leave out. */
#ifndef IOP_WIPE_H
#define IOP_WIPE_H

#include <stddef.h>

/* Sets size bytes at memory to zero, whatever the optimiser thinks. NULL with size 0 is fine. */
void wipe(void *memory, size_t size);

/* Erases what calls that have ended left behind on the stack: 64 KiB below the caller. */
void wipe_stack(void);

#endif
