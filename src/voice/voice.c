/* Orders in, sound out: one thread that synthesizes a little, listens, and synthesizes on. */
#include "voice.h"

#include "chime.h"
#include "speech.h"
#include "voicewire.h"
#include "wipe.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>

enum { ROOM_MS = 50, FADED_MS = 60, MS_PER_SECOND = 1000 };

struct voice {
    int socket, rate;
    const struct voice_world *world;
    struct synth *synth;
    struct stream *stream;
    bool sounding; /* the loudspeaker is open */
    bool mute;     /* there is none */
    bool ended, forgotten;
    bool interrupted; /* what is being synthesized is wanted no longer */
    uint32_t number;  /* of the utterance to report; 0: none */
    int parts, said;
    struct voice_order order; /* the last one heard */
    struct voice_order queue[VOICE_PARTS_MAX];
    char text[VOICE_TEXT_MAX + 1]; /* being synthesized */
};

static void report(struct voice *voice, enum voice_report_kind kind, enum voice_trouble trouble)
{
    const struct voice_report report = {VOICE_WIRE_VERSION, (uint8_t)kind, (uint8_t)trouble, voice->number};
    send(voice->socket, &report, sizeof report, MSG_DONTWAIT | MSG_NOSIGNAL); /* who does not listen misses it */
}

static size_t samples_of(const struct voice *voice, int milliseconds)
{
    return (size_t)voice->rate * (size_t)milliseconds / MS_PER_SECOND;
}

/* ---- the loudspeaker ----------------------------------------------------------------------------------- */

static void sound_close(struct voice *voice)
{
    if (voice->sounding)
        voice->world->sound_close(voice->world->context);
    voice->sounding = false;
}

static bool sound_open(struct voice *voice)
{
    if (voice->sounding && !voice->world->sound_works(voice->world->context))
        sound_close(voice);
    if (voice->sounding || voice->mute)
        return !voice->mute;
    stream_lead(voice->stream, samples_of(voice, VOICE_LEAD_MS));
    voice->sounding = voice->world->sound_open(voice->world->context, voice->rate, voice->stream);
    voice->mute = !voice->sounding;
    if (voice->mute)
        report(voice, VOICE_BROKEN, VOICE_NO_SOUND);
    return voice->sounding;
}

/* ---- orders -------------------------------------------------------------------------------------------- */

static void drop_text(struct voice *voice)
{
    voice->interrupted = true;
    voice->number = 0;
    voice->parts = voice->said = 0;
    wipe(voice->queue, sizeof voice->queue);
}

static void queue_part(struct voice *voice)
{
    if (voice->parts < VOICE_PARTS_MAX)
        voice->queue[voice->parts++] = voice->order;
}

static void begin_saying(struct voice *voice)
{
    stream_cut(voice->stream);
    stream_hold(voice->stream, false);
    drop_text(voice);
    if (!sound_open(voice))
        return;
    stream_volume(voice->stream, voice->order.volume);
    voice->number = voice->order.number;
    queue_part(voice);
}

static void stop(struct voice *voice)
{
    stream_stop(voice->stream);
    stream_hold(voice->stream, false);
    drop_text(voice);
}

static void chime(struct voice *voice)
{
    static const size_t size = STREAM_SIZE;
    const size_t count = samples_of(voice, CHIME_MS);
    int16_t *samples = calloc(size, sizeof *samples);
    stop(voice);
    if (samples != NULL && count <= size && sound_open(voice)) {
        stream_volume(voice->stream, voice->order.volume);
        chime_make(samples, count, voice->rate);
        stream_put(voice->stream, samples, count);
        stream_keep(voice->stream);
    }
    free(samples);
}

static void resume(struct voice *voice)
{
    if (stream_left(voice->stream) > 0 && sound_open(voice))
        stream_volume(voice->stream, voice->order.volume);
    stream_hold(voice->stream, false);
}

static void follow_order(struct voice *voice)
{
    switch ((enum speech_kind)voice->order.kind) {
    case SPEECH_SAY:
        if (!voice->order.continues)
            begin_saying(voice);
        else if (voice->order.number == voice->number)
            queue_part(voice);
        break;
    case SPEECH_STOP:
        stop(voice);
        break;
    case SPEECH_PAUSE:
        stream_hold(voice->stream, true);
        break;
    case SPEECH_RESUME:
        resume(voice);
        break;
    case SPEECH_CHIME:
        chime(voice);
        break;
    case SPEECH_FORGET:
        stop(voice);
        voice->ended = voice->forgotten = true;
        break;
    case SPEECH_NONE:
        break;
    }
}

/* Follows every order that waits; anything that is no order, and silence for ever, is the end. */
static void hear(struct voice *voice)
{
    while (!voice->ended) {
        const ssize_t received = recv(voice->socket, &voice->order, sizeof voice->order, MSG_DONTWAIT | MSG_TRUNC);
        if (received < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (received <= 0 || !voice_order_ok(&voice->order, (size_t)received)) {
            stop(voice);
            voice->ended = true;
        } else {
            follow_order(voice);
        }
    }
    wipe(&voice->order, sizeof voice->order);
}

/* ---- waiting ------------------------------------------------------------------------------------------- */

/* Waits for orders; no longer than milliseconds while something is heard. After a minute of silence the
 * loudspeaker is let go, and then nothing wakes the voice but an order. */
static void wait_for_orders(struct voice *voice, int milliseconds)
{
    const bool is_heard = stream_left(voice->stream) > 0 && !stream_held(voice->stream) && voice->sounding;
    const int limit = is_heard ? milliseconds : voice->sounding ? VOICE_REST_MS : -1;
    const bool time_passed = voice->world->wait(voice->world->context, voice->socket, limit);
    if (time_passed && !is_heard)
        sound_close(voice);
    hear(voice);
}

static bool put_samples(void *context, const int16_t *samples, size_t count)
{
    struct voice *voice = context;
    hear(voice);
    while (!voice->interrupted && count > 0) {
        const size_t put = stream_put(voice->stream, samples, count);
        samples += put;
        count -= put;
        if (count > 0)
            wait_for_orders(voice, ROOM_MS);
    }
    return !voice->interrupted;
}

static void say_part(struct voice *voice)
{
    const struct voice_order *part = &voice->queue[voice->said++];
    char language[VOICE_LANGUAGE_SIZE];
    memcpy(language, part->language, sizeof language);
    memcpy(voice->text, part->text, part->length);
    voice->text[part->length] = '\0';
    voice->interrupted = false;
    const struct synth_words words = {voice->text, language, part->words_per_minute};
    synth_say(voice->synth, words, put_samples, voice);
    wipe(voice->text, sizeof voice->text);
}

/* The utterance has ended when its last sample was heard. */
static void finish(struct voice *voice)
{
    const int left = (int)(stream_left(voice->stream) * MS_PER_SECOND / (size_t)voice->rate) + 1;
    if (stream_left(voice->stream) > 0) {
        wait_for_orders(voice, left);
    } else {
        report(voice, VOICE_FINISHED, VOICE_NO_TROUBLE);
        drop_text(voice);
    }
}

static void speak(struct voice *voice)
{
    while (!voice->ended) {
        if (voice->said < voice->parts)
            say_part(voice);
        else if (voice->number != 0)
            finish(voice);
        else
            wait_for_orders(voice, VOICE_REST_MS);
    }
}

/* ---- one visit ----------------------------------------------------------------------------------------- */

static void begin(struct voice *voice, struct voice_start start)
{
    if (start.try_sound && !sound_open(voice))
        return;
    if (start.try_sound)
        sound_close(voice);
    report(voice, start.lost ? VOICE_LOST : VOICE_READY, VOICE_NO_TROUBLE);
}

/* Lets the fade be heard, then leaves nothing. */
static void end(struct voice *voice)
{
    if (voice->sounding)
        voice->world->wait(voice->world->context, -1, FADED_MS);
    sound_close(voice);
    stream_close(voice->stream);
    wipe(voice, sizeof *voice);
    free(voice);
}

enum voice_end voice_run(struct voice_start start, struct synth *synth, const struct voice_world *world)
{
    struct voice *voice = calloc(1, sizeof *voice);
    struct stream *stream = stream_open(synth_rate(synth));
    if (voice == NULL || stream == NULL) {
        free(voice);
        stream_close(stream);
        return VOICE_END_KIOSK;
    }
    mlock(voice, sizeof *voice); /* as far as the limits of the system allow */
    voice->socket = start.socket;
    voice->rate = synth_rate(synth);
    voice->world = world;
    voice->synth = synth;
    voice->stream = stream;
    begin(voice, start);
    speak(voice);
    const enum voice_end how = !voice->forgotten ? VOICE_END_KIOSK : voice->mute ? VOICE_END_MUTE : VOICE_END_FORGET;
    end(voice);
    return how;
}
