/* A ring of samples with a fade at every place where sound begins or ends at once. */
#include "stream.h"

#include "wipe.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

/* 508 402.3 asks for steps; a step of 3 dB doubles the power. */
static const float GAINS[] = {0, 0.0447F, 0.0631F, 0.0891F, 0.1259F, 0.1778F, 0.2512F, 0.3548F, 0.5012F, 0.7079F, 1};

enum { GAIN_COUNT = sizeof GAINS / sizeof *GAINS };

struct stream {
    pthread_mutex_t lock;
    size_t fade; /* in samples */
    size_t first, count;
    size_t kept;  /* of count: stays when the rest is cut */
    size_t lead;  /* samples of silence before the first */
    size_t ahead; /* heard while fading into a hold; heard again in full after it */
    bool held;
    float level; /* 1: in full, 0: held */
    float gain, wanted_gain;
    int16_t samples[STREAM_SIZE];
};

struct stream *stream_open(int rate)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL)
        return NULL;
    pthread_mutex_init(&stream->lock, NULL);
    mlock(stream, sizeof *stream); /* as far as the limits of the system allow */
    stream->fade = (size_t)rate * STREAM_FADE_MS / 1000;
    stream->level = stream->gain = stream->wanted_gain = 1;
    return stream;
}

static int16_t *sample_at(struct stream *stream, size_t index)
{
    return &stream->samples[(stream->first + index) % STREAM_SIZE];
}

static void drop_first(struct stream *stream, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *sample_at(stream, i) = 0;
    stream->first = (stream->first + count) % STREAM_SIZE;
    stream->count -= count;
    stream->kept -= count < stream->kept ? count : stream->kept;
}

/* Is nothing heard of what is in the stream? */
static bool is_silent(const struct stream *stream)
{
    return stream->lead > 0 || stream->level <= 0;
}

/* Ends the stream `from` samples from now with a fade, which what was not heard yet does not need. */
static void end_at(struct stream *stream, size_t from)
{
    const size_t last = is_silent(stream) ? from : from + stream->fade;
    for (size_t i = from; i < stream->count; i++) {
        int16_t *sample = sample_at(stream, i);
        *sample = i < last ? (int16_t)((float)*sample * (float)(last - i) / (float)stream->fade) : 0;
    }
    stream->count = last < stream->count ? last : stream->count;
    stream->ahead = stream->ahead < stream->count ? stream->ahead : stream->count;
}

/* Where an end can begin at the earliest. */
static size_t now_at(const struct stream *stream)
{
    return is_silent(stream) ? 0 : stream->ahead;
}

size_t stream_put(struct stream *stream, const int16_t *samples, size_t count)
{
    pthread_mutex_lock(&stream->lock);
    const size_t room = STREAM_SIZE - stream->count;
    const size_t fits = count < room ? count : room;
    for (size_t i = 0; i < fits; i++)
        *sample_at(stream, stream->count + i) = samples[i];
    stream->count += fits;
    pthread_mutex_unlock(&stream->lock);
    return fits;
}

static float towards(float value, float wanted, float step)
{
    if (value < wanted)
        return value + step < wanted ? value + step : wanted;
    return value - step > wanted ? value - step : wanted;
}

/* The next sample in full, and moves on; while the stream fades into a hold, it only looks ahead. */
static int16_t next_sample(struct stream *stream)
{
    if (stream->lead > 0) {
        stream->lead -= stream->held ? 0 : 1;
        return 0;
    }
    if (stream->level <= 0 || stream->ahead >= stream->count)
        return 0;
    const int16_t sample = *sample_at(stream, stream->ahead);
    if (stream->held)
        stream->ahead++;
    else
        drop_first(stream, 1);
    return sample;
}

void stream_take(struct stream *stream, int16_t *samples, size_t count)
{
    pthread_mutex_lock(&stream->lock);
    const float step = 1 / (float)stream->fade;
    for (size_t i = 0; i < count; i++) {
        stream->level = towards(stream->level, stream->held ? 0 : 1, step);
        stream->gain = towards(stream->gain, stream->wanted_gain, step);
        samples[i] = (int16_t)((float)next_sample(stream) * stream->level * stream->gain);
    }
    pthread_mutex_unlock(&stream->lock);
}

size_t stream_left(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    const size_t left = stream->count > 0 ? stream->count + stream->lead : 0;
    pthread_mutex_unlock(&stream->lock);
    return left;
}

size_t stream_peek(struct stream *stream, size_t from, int16_t *samples, size_t count)
{
    size_t copied = 0;
    pthread_mutex_lock(&stream->lock);
    for (; copied < count && from + copied < stream->count; copied++)
        samples[copied] = *sample_at(stream, from + copied);
    pthread_mutex_unlock(&stream->lock);
    return copied;
}

void stream_lead(struct stream *stream, size_t count)
{
    pthread_mutex_lock(&stream->lock);
    stream->lead = count;
    pthread_mutex_unlock(&stream->lock);
}

void stream_keep(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    stream->kept = stream->count;
    pthread_mutex_unlock(&stream->lock);
}

void stream_stop(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    stream->kept = 0;
    end_at(stream, now_at(stream));
    pthread_mutex_unlock(&stream->lock);
}

void stream_cut(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    end_at(stream, stream->kept > 0 ? stream->kept : now_at(stream));
    pthread_mutex_unlock(&stream->lock);
}

/* Let go while it still fades: what was heard of the fade is not heard twice. */
void stream_hold(struct stream *stream, bool held)
{
    pthread_mutex_lock(&stream->lock);
    if (stream->held && !held) {
        if (stream->level > 0)
            drop_first(stream, stream->ahead);
        stream->ahead = 0;
    }
    stream->held = held;
    pthread_mutex_unlock(&stream->lock);
}

bool stream_held(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    const bool held = stream->held;
    pthread_mutex_unlock(&stream->lock);
    return held;
}

void stream_volume(struct stream *stream, int step)
{
    const int last = GAIN_COUNT - 1;
    pthread_mutex_lock(&stream->lock);
    stream->wanted_gain = GAINS[step < 0 ? 0 : step > last ? last : step];
    pthread_mutex_unlock(&stream->lock);
}

void stream_close(struct stream *stream)
{
    if (stream == NULL)
        return;
    pthread_mutex_destroy(&stream->lock);
    wipe(stream, sizeof *stream);
    munlock(stream, sizeof *stream);
    free(stream);
}
