/* libespeak-ng, and libsonic where speech is slower than libespeak-ng can. */
#include "synth.h"

#include "wipe.h"

#include <espeak-ng/speak_lib.h>
#include <sonic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE_MS = 20, STRETCHED_AT_ONCE = 2048 };

/* Which dialect is meant by a language's plain name; others are known to the library by the name itself. */
static const struct dialect {
    const char *language, *voice;
} DIALECTS[] = {{"en", "en-us"}, {"es", "es-419"}};

struct synth {
    int rate;
};

/* What a piece of sound goes through. */
struct way {
    synth_put *put;
    void *context;
    sonicStream stretch; /* NULL: as it is */
    bool ended;
};

static void put(struct way *way, const int16_t *samples, size_t count)
{
    if (!way->ended && count > 0)
        way->ended = !way->put(way->context, samples, count);
}

static void put_stretched(struct way *way)
{
    int16_t samples[STRETCHED_AT_ONCE];
    for (int count; (count = sonicReadShortFromStream(way->stretch, samples, STRETCHED_AT_ONCE)) > 0;)
        put(way, samples, (size_t)count);
    wipe(samples, sizeof samples);
}

static int on_samples(short *samples, int count, espeak_EVENT *events)
{
    struct way *way = events[0].user_data;
    if (samples == NULL || way == NULL)
        return 0;
    if (way->stretch == NULL) {
        put(way, samples, (size_t)count);
        return way->ended;
    }
    if (count > 0)
        sonicWriteShortToStream(way->stretch, samples, count);
    put_stretched(way);
    return way->ended;
}

static size_t primary_length(const char *language)
{
    return strcspn(language, "-");
}

static const char *dialect_of(const char *language)
{
    const size_t length = primary_length(language);
    for (size_t i = 0; i < sizeof DIALECTS / sizeof *DIALECTS; i++)
        if (strlen(DIALECTS[i].language) == length && strncmp(DIALECTS[i].language, language, length) == 0)
            return DIALECTS[i].voice;
    return language;
}

static void choose_language(const char *language)
{
    if (espeak_SetVoiceByName(dialect_of(language)) != EE_OK)
        espeak_SetVoiceByName(DIALECTS[0].voice);
}

/* The library goes no slower than espeakRATE_MINIMUM; from there on its sound is stretched, which keeps the pitch. */
static sonicStream stretch_for(const struct synth *synth, int words_per_minute)
{
    if (words_per_minute >= espeakRATE_MINIMUM)
        return NULL;
    sonicStream stretch = sonicCreateStream(synth->rate, 1);
    if (stretch != NULL)
        sonicSetSpeed(stretch, (float)words_per_minute / espeakRATE_MINIMUM);
    return stretch;
}

/* The library itself would take Debian's data in its place. */
static bool has_data(const char *folder)
{
    char path[512];
    return snprintf(path, sizeof path, "%s/espeak-ng-data/phontab", folder) < (int)sizeof path &&
           access(path, R_OK) == 0;
}

struct synth *synth_open(const char *data_folder)
{
    struct synth *synth = calloc(1, sizeof *synth);
    if (synth == NULL || (data_folder != NULL && !has_data(data_folder))) {
        free(synth);
        return NULL;
    }
    synth->rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, PIECE_MS, data_folder, espeakINITIALIZE_DONT_EXIT);
    if (synth->rate <= 0) {
        free(synth);
        return NULL;
    }
    espeak_SetSynthCallback(on_samples);
    choose_language(DIALECTS[0].language); /* looks through all voices: later choices find the list made */
    return synth;
}

int synth_rate(const struct synth *synth)
{
    return synth->rate;
}

bool synth_say(struct synth *synth, struct synth_words words, synth_put *into, void *context)
{
    struct way way = {into, context, stretch_for(synth, words.words_per_minute), false};
    const int rate = words.words_per_minute < espeakRATE_MINIMUM ? espeakRATE_MINIMUM : words.words_per_minute;
    choose_language(words.language);
    espeak_SetParameter(espeakRATE, rate, 0);
    espeak_Synth(words.text, strlen(words.text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakENDPAUSE, NULL,
                 &way);
    if (way.stretch != NULL && !way.ended) {
        sonicFlushStream(way.stretch);
        put_stretched(&way);
    }
    if (way.stretch != NULL)
        sonicDestroyStream(way.stretch);
    return !way.ended;
}

/* espeak_Terminate() is not called: it waits for a thread of the library's, in some cases for ever. The end of the
 * process does its work. */
void synth_close(struct synth *synth)
{
    free(synth);
}
