/* A clock made of samples, and what can be measured in them. */
#include "hearing.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SAMPLES_MAX = HEARING_SECONDS * 22050, AUDIBLE = 4, PITCH_LOWEST = 60, PITCH_HIGHEST = 300 };

void hearing_begin(struct hearing *hearing, struct synth *synth)
{
    int ends[2];
    *hearing = (struct hearing){.rate = synth_rate(synth)};
    hearing->samples = calloc(SAMPLES_MAX, sizeof *hearing->samples);
    if (hearing->samples == NULL || socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        abort();
    hearing->kiosk = ends[0];
    hearing->voice = ends[1];
}

size_t hearing_at(const struct hearing *hearing, double second)
{
    return (size_t)(second * hearing->rate);
}

/* ---- plans --------------------------------------------------------------------------------------------- */

static struct voice_order *add_plan(struct hearing *hearing, double second, const struct speech *speech)
{
    struct plan *plan = &hearing->plans[hearing->planned++];
    plan->at = hearing_at(hearing, second);
    plan->order = (struct voice_order){.version = VOICE_WIRE_VERSION,
                                       .kind = (uint8_t)speech->kind,
                                       .words_per_minute = (uint16_t)speech->words_per_minute,
                                       .volume = (uint16_t)speech->volume,
                                       .number = hearing->number};
    snprintf(plan->order.language, sizeof plan->order.language, "%s", speech->language);
    return &plan->order;
}

void hearing_plan(struct hearing *hearing, double second, enum speech_kind kind)
{
    const struct speech usual = {kind, "", "en", SPEECH_USUAL_RATE, SPEECH_VOLUMES - 1};
    add_plan(hearing, second, &usual);
}

void hearing_say(struct hearing *hearing, double second, struct speech speech)
{
    speech.kind = SPEECH_SAY;
    hearing->number++;
    for (size_t left = strlen(speech.text), part = 0; left > 0; part++) {
        struct voice_order *order = add_plan(hearing, second, &speech);
        order->continues = part > 0;
        order->length = (uint32_t)voice_part(speech.text, left);
        memcpy(order->text, speech.text, order->length);
        speech.text += order->length;
        left -= order->length;
    }
}

/* ---- the world of the voice ---------------------------------------------------------------------------- */

static bool is_planned(const struct hearing *hearing)
{
    return hearing->done < hearing->planned;
}

static void do_plans(struct hearing *hearing)
{
    while (is_planned(hearing) && hearing->plans[hearing->done].at <= hearing->count) {
        const struct voice_order *order = &hearing->plans[hearing->done++].order;
        if (send(hearing->kiosk, order, voice_order_size(order), MSG_NOSIGNAL) < 0)
            abort();
    }
}

static bool has_order(int socket)
{
    struct pollfd order = {.fd = socket, .events = POLLIN};
    return poll(&order, 1, 0) > 0;
}

static void pass_time(struct hearing *hearing)
{
    if (hearing->count + HEARING_PERIOD > SAMPLES_MAX)
        abort();
    if (hearing->stream != NULL)
        stream_take(hearing->stream, hearing->samples + hearing->count, HEARING_PERIOD);
    hearing->count += HEARING_PERIOD;
}

static bool let_time_pass(void *context, int socket, int milliseconds)
{
    struct hearing *hearing = context;
    const size_t began = hearing->count;
    const size_t limit = milliseconds < 0 ? SAMPLES_MAX : hearing_at(hearing, milliseconds / 1e3);
    hearing->sleeps += milliseconds < 0;
    for (;;) {
        if (milliseconds < 0 && !is_planned(hearing))
            shutdown(hearing->kiosk, SHUT_WR);
        if (socket >= 0)
            do_plans(hearing);
        if (socket >= 0 && has_order(socket))
            return false;
        if (hearing->count - began >= limit)
            return true;
        pass_time(hearing);
    }
}

static bool open_loudspeaker(void *context, int rate, struct stream *stream)
{
    struct hearing *hearing = context;
    (void)rate;
    hearing->times_opened++;
    hearing->stream = hearing->deaf ? NULL : stream;
    return !hearing->deaf;
}

static bool loudspeaker_works(void *context)
{
    struct hearing *hearing = context;
    return hearing->unplugged_at == 0 || hearing->count < hearing->unplugged_at || hearing->times_opened > 1;
}

static void close_loudspeaker(void *context)
{
    struct hearing *hearing = context;
    hearing->stream = NULL;
}

enum voice_end hearing_run(struct hearing *hearing, struct synth *synth)
{
    const struct voice_world world = {.context = hearing,
                                      .wait = let_time_pass,
                                      .sound_open = open_loudspeaker,
                                      .sound_works = loudspeaker_works,
                                      .sound_close = close_loudspeaker};
    const struct voice_start start = {.socket = hearing->voice, .try_sound = hearing->deaf};
    const enum voice_end end = voice_run(start, synth, &world);
    struct voice_report *next = hearing->reports;
    while (recv(hearing->kiosk, next, sizeof *next, MSG_DONTWAIT) == (ssize_t)sizeof *next)
        next = &hearing->reports[++hearing->report_count];
    return end;
}

/* ---- what was heard ------------------------------------------------------------------------------------ */

static bool is_audible(const struct hearing *hearing, size_t at)
{
    return abs(hearing->samples[at]) >= AUDIBLE;
}

double hearing_first(const struct hearing *hearing)
{
    for (size_t i = 0; i < hearing->count; i++)
        if (is_audible(hearing, i))
            return (double)i / hearing->rate;
    return 0;
}

double hearing_last(const struct hearing *hearing)
{
    for (size_t i = hearing->count; i > 0; i--)
        if (is_audible(hearing, i - 1))
            return (double)(i - 1) / hearing->rate;
    return 0;
}

bool hearing_after(const struct hearing *hearing, double second)
{
    return hearing_last(hearing) >= second;
}

double hearing_loudness(const struct hearing *hearing)
{
    const size_t first = hearing_at(hearing, hearing_first(hearing)), last = hearing_at(hearing, hearing_last(hearing));
    double sum = 0;
    for (size_t i = first; i < last; i++)
        sum += (double)hearing->samples[i] * hearing->samples[i];
    return last > first ? sqrt(sum / (double)(last - first)) : 0;
}

static double alike(const int16_t *samples, size_t count, size_t lag)
{
    double product = 0, square = 1, shifted = 1;
    for (size_t i = 0; i < count; i++) {
        product += (double)samples[i] * samples[i + lag];
        square += (double)samples[i] * samples[i];
        shifted += (double)samples[i + lag] * samples[i + lag];
    }
    return product / sqrt(square * shifted);
}

/* Hz of one piece by autocorrelation; 0 if it has none. Of several good lags the shortest: the others are multiples. */
static double pitch_of(const int16_t *samples, size_t count, int rate)
{
    const double clear = 0.85;
    size_t found = 0;
    double best = clear;
    for (size_t lag = (size_t)(rate / PITCH_HIGHEST); lag <= (size_t)(rate / PITCH_LOWEST); lag++) {
        const double likeness = alike(samples, count, lag);
        if (likeness > best) {
            best = likeness;
            found = lag;
        } else if (found > 0 && lag > found + found / 2) {
            break;
        }
    }
    return found > 0 ? (double)rate / (double)found : 0;
}

static int by_size(const void *a, const void *b)
{
    const double *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

double hearing_pitch(const struct hearing *hearing)
{
    enum { PIECES = 400, PIECE = 800, STEP = 3 * PIECE };
    static double pitches[PIECES];
    size_t count = 0;
    for (size_t i = 0; i + 2 * PIECE < hearing->count && count < PIECES; i += STEP) {
        const double pitch = pitch_of(hearing->samples + i, PIECE, hearing->rate);
        if (pitch > 0)
            pitches[count++] = pitch;
    }
    qsort(pitches, count, sizeof *pitches, by_size);
    return count > 0 ? pitches[count / 2] : 0;
}

int hearing_reports(const struct hearing *hearing, enum voice_report_kind kind)
{
    int count = 0;
    for (int i = 0; i < hearing->report_count; i++)
        count += hearing->reports[i].kind == kind;
    return count;
}

void hearing_end(struct hearing *hearing)
{
    close(hearing->kiosk);
    close(hearing->voice);
    free(hearing->samples);
}
