/* Text made into sound by libespeak-ng. It knows nothing of loudspeakers, processes or messages. */
#ifndef IOP_SYNTH_H
#define IOP_SYNTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct synth;

/* data_folder: the folder that holds espeak-ng-data, NULL for Debian's. NULL if the speech data cannot be read. Once
 * in a process: the library has one state, and keeps it. */
struct synth *synth_open(const char *data_folder);

/* Samples a second. */
int synth_rate(const struct synth *synth);

/* Takes some sound; false ends the synthesis. */
typedef bool synth_put(void *context, const int16_t *samples, size_t count);

struct synth_words {
    const char *text;     /* UTF-8, NUL-terminated; read until the call returns */
    const char *language; /* BCP 47; one that the library does not speak is read as English */
    int words_per_minute; /* 60..250, at the same pitch; the library's own count: in Spanish, whose words are longer,
                             about 15 % fewer */
};

/* Says the text, in many pieces; about 500 times as fast as it is heard. False if `put` ended it. */
bool synth_say(struct synth *synth, struct synth_words words, synth_put *put, void *context);

void synth_close(struct synth *synth);

#endif
