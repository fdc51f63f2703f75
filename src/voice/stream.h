/* Sound on its way to the loudspeaker: a ring of samples that one thread fills and another empties. It can be held,
 * cut short and made louder or softer at any sample, always over a few milliseconds, so that nothing clicks.
 * It knows nothing of speech or of SDL. Samples are 16 bits, one channel. */
#ifndef IOP_STREAM_H
#define IOP_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STREAM_SIZE = 32 * 1024, STREAM_FADE_MS = 5 };

struct stream;

/* rate: samples a second. NULL if there is no memory. */
struct stream *stream_open(int rate);

/* How many of the samples there was room for. */
size_t stream_put(struct stream *stream, const int16_t *samples, size_t count);

/* Fills samples with what comes next, and with silence where nothing does. Erases what it took. */
void stream_take(struct stream *stream, int16_t *samples, size_t count);

/* Samples until silence, the leading silence with them. They do not become fewer while the stream is held. */
size_t stream_left(struct stream *stream);

/* Copies samples that will be heard `from` samples from now, and takes none. Returns how many there were. */
size_t stream_peek(struct stream *stream, size_t from, int16_t *samples, size_t count);

/* So many samples of silence go before whatever comes next: the first 0.2 s after a rest are swallowed by many
 * sound systems. */
void stream_lead(struct stream *stream, size_t count);

/* What is in the stream now is kept by stream_cut(): a chime is not cut off by the words that follow it. */
void stream_keep(struct stream *stream);

/* Silence after STREAM_FADE_MS: the rest is erased. stream_cut() lets finish what stream_keep() named. */
void stream_stop(struct stream *stream);
void stream_cut(struct stream *stream);

/* Silence after STREAM_FADE_MS; when let go it goes on where it was heard last, and loses nothing. */
void stream_hold(struct stream *stream, bool held);
bool stream_held(struct stream *stream);

/* 0 is silent, 10 the loudest; each step between is 3 dB, which is heard as one even step. */
void stream_volume(struct stream *stream, int step);

/* Erases every sample. */
void stream_close(struct stream *stream);

#endif
