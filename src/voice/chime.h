/* The soft tone that goes before a question. */
#ifndef IOP_CHIME_H
#define IOP_CHIME_H

#include <stddef.h>
#include <stdint.h>

enum { CHIME_MS = 900 };

/* Fills samples with two rising tones that begin and end in silence; count: CHIME_MS long at that rate. */
void chime_make(int16_t *samples, size_t count, int rate);

#endif
