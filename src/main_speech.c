/* Hands to the voice what the app wants to be heard, and to the app what the voice reports. */
#include "main_speech.h"

#include "voicestart.h"

#include <stdio.h>
#include <string.h>

struct voicelink *speech_open(const char *voice)
{
    if (voice != NULL && strcmp(voice, "none") == 0)
        return NULL;
    voice_keeper_start();
    return voice_open(voice);
}

void speech_listen(struct voicelink *voice, struct window *window, struct app *app)
{
    struct speech speech;
    while (app_speech(app, &speech))
        voice_send(voice, &speech);
    window_watch(window, INPUT_SPOKEN, voice_descriptor(voice), voice_events(voice));
}

/* Each kind of trouble is said when it begins, and not again at every visit. */
static void tell_trouble(const struct voicelink *voice)
{
    static const char *told;
    const char *trouble = voice_trouble(voice);
    if (trouble != NULL && trouble != told) {
        fprintf(stderr, "iop-kiosk: %s\n", trouble);
        told = trouble;
    }
}

struct input speech_news(struct voicelink *voice, struct input input)
{
    if (input.kind != INPUT_SPOKEN)
        return input;
    input.kind = voice_heard(voice) ? INPUT_SPOKEN : INPUT_NONE;
    tell_trouble(voice);
    return input;
}
