/* The loudspeaker, by SDL: takes samples from whoever has some, on a thread of SDL's. While it is closed, nothing of
 * SDL is running and nothing wakes up. */
#ifndef IOP_SOUND_H
#define IOP_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOUND_SAMPLES_AT_ONCE = 512 }; /* 23 ms at 22,050 a second: what a stop may come late by */

struct sound;

/* Fills all samples; called on another thread, and must not wait. */
typedef void sound_fill(void *source, int16_t *samples, size_t count);

/* rate: samples a second, one channel. NULL if there is no sound card. SDL's drivers that write into a file
 * are refused: what is said may not reach a disk. */
struct sound *sound_open(int rate, sound_fill *fill, void *source);

/* False once the card was unplugged. */
bool sound_works(const struct sound *sound);

/* After it, source is no longer asked. */
void sound_close(struct sound *sound);

#endif
