/* SDL's audio device, opened for as long as something is said. */
#include "sound.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

struct sound {
    SDL_AudioDeviceID device;
    sound_fill *fill;
    void *source;
};

static void SDLCALL on_empty(void *context, Uint8 *bytes, int size)
{
    struct sound *sound = context;
    sound->fill(sound->source, (int16_t *)(void *)bytes, (size_t)size / sizeof(int16_t));
}

static bool start_sdl(void)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "iop-voice");
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return false;
    return strcmp(SDL_GetCurrentAudioDriver(), "disk") != 0;
}

struct sound *sound_open(int rate, sound_fill *fill, void *source)
{
    struct sound *sound = calloc(1, sizeof *sound);
    if (sound == NULL)
        return NULL;
    sound->fill = fill;
    sound->source = source;
    const SDL_AudioSpec wanted = {.freq = rate,
                                  .format = AUDIO_S16SYS,
                                  .channels = 1,
                                  .samples = SOUND_SAMPLES_AT_ONCE,
                                  .callback = on_empty,
                                  .userdata = sound};
    if (start_sdl())
        sound->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (sound->device == 0) {
        sound_close(sound);
        return NULL;
    }
    SDL_PauseAudioDevice(sound->device, 0);
    return sound;
}

bool sound_works(const struct sound *sound)
{
    return SDL_GetAudioDeviceStatus(sound->device) == SDL_AUDIO_PLAYING;
}

void sound_close(struct sound *sound)
{
    if (sound == NULL)
        return;
    if (sound->device != 0)
        SDL_CloseAudioDevice(sound->device);
    SDL_Quit();
    free(sound);
}
