/* Two sine tones, a third apart, that swell and fade. */
#include "chime.h"

#include <math.h>

static const struct tone {
    double begins, lasts; /* seconds */
    double pitch;         /* Hz */
} TONES[] = {{0, 0.55, 523.25}, {0.25, 0.65, 659.26}};

static const double LOUDNESS = 0.22, SWELL = 0.03, FADE_POWER = 3, TURN = 6.283185307179586;

/* 0 at both ends, a short rise, a long fall. */
static double shape(double time, double lasts)
{
    const double rise = time < SWELL ? time / SWELL : 1;
    return rise * pow(1 - time / lasts, FADE_POWER);
}

static double tone_at(const struct tone *tone, double second)
{
    const double time = second - tone->begins;
    if (time < 0 || time >= tone->lasts)
        return 0;
    return shape(time, tone->lasts) * (sin(TURN * tone->pitch * time) + sin(2 * TURN * tone->pitch * time) / 4);
}

void chime_make(int16_t *samples, size_t count, int rate)
{
    for (size_t i = 0; i < count; i++) {
        double sum = 0;
        for (size_t tone = 0; tone < sizeof TONES / sizeof *TONES; tone++)
            sum += tone_at(&TONES[tone], (double)i / rate);
        samples[i] = (int16_t)lrint(sum * LOUDNESS * INT16_MAX);
    }
}
