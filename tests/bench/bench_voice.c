/* How long a visitor waits for the voice, and for its silence: on the samples of a loudspeaker that takes its time as a
 * real one does. Prints a table; judges nothing. */
#include "speech.h"
#include "voice.h"
#include "voicelink.h"
#include "voicewire.h"

#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PERIOD = 512, ROUNDS = 20, STARTS = 10 };

static const char TEXT[] =
    "You are not alone. Many people feel this way, and there is help close to you. You can go at "
    "your own pace, and you can stop at any time.";

struct loudspeaker {
    pthread_t thread;
    struct stream *stream;
    int rate;
    _Atomic bool open;
    _Atomic double first_ms,
        last_ms; /* when the first and the last sound was played; 0: none since they were set to it */
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void sleep_ms(double ms)
{
    usleep((useconds_t)(ms * 1e3));
}

/* ---- the loudspeaker --------------------------------------------------------------------------------------------- */

/* A period is heard while the next one is taken. */
static void note(struct loudspeaker *loudspeaker, const int16_t *samples, double begins_ms)
{
    for (int i = 0; i < PERIOD; i++) {
        if (samples[i] == 0)
            continue;
        loudspeaker->last_ms = begins_ms + i * 1e3 / loudspeaker->rate;
        if (loudspeaker->first_ms <= 0)
            loudspeaker->first_ms = loudspeaker->last_ms;
    }
}

static void *play(void *context)
{
    struct loudspeaker *loudspeaker = context;
    const double period_ms = PERIOD * 1e3 / loudspeaker->rate;
    int16_t samples[PERIOD];
    for (double due = now_ms(); loudspeaker->open; due += period_ms) {
        if (due > now_ms())
            sleep_ms(due - now_ms());
        stream_take(loudspeaker->stream, samples, PERIOD);
        note(loudspeaker, samples, now_ms());
    }
    return NULL;
}

static bool open_loudspeaker(void *context, int rate, struct stream *stream)
{
    struct loudspeaker *loudspeaker = context;
    loudspeaker->rate = rate;
    loudspeaker->stream = stream;
    loudspeaker->open = true;
    return pthread_create(&loudspeaker->thread, NULL, play, loudspeaker) == 0;
}

static bool works(void *context)
{
    (void)context;
    return true;
}

static void close_loudspeaker(void *context)
{
    struct loudspeaker *loudspeaker = context;
    loudspeaker->open = false;
    pthread_join(loudspeaker->thread, NULL);
}

static bool wait_for_order(void *context, int socket, int milliseconds)
{
    (void)context;
    struct pollfd order = {.fd = socket, .events = POLLIN};
    return poll(&order, 1, milliseconds) == 0;
}

/* ---- a voice on a thread -------------------------------------------------------------------------------------------
 */

struct bench {
    struct loudspeaker loudspeaker;
    struct synth *synth;
    int kiosk, voice;
};

static void *speak(void *context)
{
    struct bench *bench = context;
    const struct voice_world world = {.context = &bench->loudspeaker,
                                      .wait = wait_for_order,
                                      .sound_open = open_loudspeaker,
                                      .sound_works = works,
                                      .sound_close = close_loudspeaker};
    voice_run((struct voice_start){.socket = bench->voice}, bench->synth, &world);
    return NULL;
}

static void order(const struct bench *bench, enum speech_kind kind)
{
    static struct voice_order message;
    const bool says = kind == SPEECH_SAY;
    message =
        (struct voice_order){VOICE_WIRE_VERSION,         (uint8_t)kind, 0, SPEECH_USUAL_RATE, SPEECH_USUAL_VOLUME, 1,
                             says ? sizeof TEXT - 1 : 0, "en",          ""};
    memcpy(message.text, TEXT, message.length);
    send(bench->kiosk, &message, voice_order_size(&message), MSG_NOSIGNAL);
}

/* ---- the table
 * ------------------------------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
    const double *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

static void row(const char *words, double *values, size_t count, const char *goal)
{
    qsort(values, count, sizeof *values, by_size);
    printf("  %-50s %9.1f %9.1f  %s\n", words, values[count / 2], values[count - 1], goal);
}

static void measure_sound(struct bench *bench)
{
    double first[ROUNDS], stop[ROUNDS];
    order(bench, SPEECH_SAY); /* opens the loudspeaker */
    sleep_ms(500);
    for (int i = 0; i < ROUNDS; i++) {
        order(bench, SPEECH_STOP);
        sleep_ms(200);
        bench->loudspeaker.first_ms = 0;
        double asked = now_ms();
        order(bench, SPEECH_SAY);
        sleep_ms(400 + 37 * i);
        first[i] = bench->loudspeaker.first_ms - asked;
        asked = now_ms();
        order(bench, SPEECH_STOP);
        sleep_ms(250);
        stop[i] = bench->loudspeaker.last_ms - asked;
    }
    row("words to their first sound", first, ROUNDS, "");
    row("stop to the last sound", stop, ROUNDS, "100");
}

static void bench_sound(struct synth *synth)
{
    struct bench bench = {.synth = synth};
    pthread_t speaker;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        exit(1);
    bench.kiosk = ends[0];
    bench.voice = ends[1];
    if (pthread_create(&speaker, NULL, speak, &bench) != 0)
        exit(1);
    measure_sound(&bench);
    close(bench.kiosk);
    pthread_join(speaker, NULL);
}

static void wait_until_available(struct voicelink *link)
{
    while (!voice_available(link) && voice_trouble(link) == NULL) {
        struct pollfd news = {.fd = voice_descriptor(link), .events = POLLIN};
        poll(&news, 1, 1000);
        voice_heard(link);
    }
}

static void bench_start(void)
{
    double kiosk[STARTS], ready[STARTS], next[STARTS];
    for (int i = 0; i < STARTS; i++) {
        const double began = now_ms();
        struct voicelink *link = voice_open(IOP_VOICE);
        kiosk[i] = now_ms() - began;
        wait_until_available(link);
        ready[i] = now_ms() - began;
        voice_send(link, &(struct speech){.kind = SPEECH_CHIME});
        const double ended = now_ms();
        voice_send(link, &(struct speech){.kind = SPEECH_FORGET});
        next[i] = now_ms() - ended;
        voice_close(link);
    }
    row("what starting the voice takes of the kiosk's time", kiosk, STARTS, "");
    row("until the voice can speak, beside the kiosk", ready, STARTS, "");
    row("what the end of a visit takes of the kiosk's time", next, STARTS, "");
}

/* How much faster than speech, with nothing in between. */
static bool count_samples(void *context, const int16_t *samples, size_t count)
{
    (void)samples;
    *(size_t *)context += count;
    return true;
}

static void bench_synthesis(struct synth *synth)
{
    static const int rates[] = {60, 120, 250};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        size_t samples = 0;
        const double began = now_ms();
        synth_say(synth, (struct synth_words){TEXT, "en", rates[i]}, count_samples, &samples);
        printf("  %3d words a minute %42.0f times as fast as speech\n", rates[i],
               (double)samples * 1e3 / synth_rate(synth) / (now_ms() - began));
    }
}

int main(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    printf("\nThe voice, ms                                           median   longest  goal\n");
    bench_start();
    struct synth *synth = synth_open(NULL);
    if (synth == NULL)
        return 1;
    bench_sound(synth);
    bench_synthesis(synth);
    synth_close(synth);
    return 0;
}
