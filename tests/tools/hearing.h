/* A loudspeaker and a clock for the voice: time passes only while the voice waits, and every sample that the
 * loudspeaker would have played is kept. So what is measured is the voice, and never the machine. */
#ifndef TEST_HEARING_H
#define TEST_HEARING_H

#include "speech.h"
#include "voice.h"
#include "voicewire.h"

enum { HEARING_SECONDS = 300, HEARING_PLANS = 16, HEARING_REPORTS = 32, HEARING_PERIOD = 512 };

struct hearing {
    int kiosk, voice; /* ends of the socket */
    int rate;
    int16_t *samples; /* what was played; silence while the loudspeaker was closed */
    size_t count;
    struct plan {
        size_t at; /* in samples */
        struct voice_order order;
    } plans[HEARING_PLANS];
    int planned, done;
    struct voice_report reports[HEARING_REPORTS];
    int report_count;
    struct stream *stream; /* NULL: the loudspeaker is closed */
    int times_opened;
    int sleeps;          /* waits without limit: nothing but an order ends them */
    bool deaf;           /* there is no loudspeaker */
    size_t unplugged_at; /* the loudspeaker stops working there, and works again once it is opened anew; 0: never */
    uint32_t number;
};

/* Begins at second 0, with nothing planned. */
void hearing_begin(struct hearing *hearing, struct synth *synth);

/* In the order of their seconds. */
void hearing_plan(struct hearing *hearing, double second, enum speech_kind kind);
void hearing_say(struct hearing *hearing, double second, struct speech speech);

/* Lets the voice run until all plans are done and it sleeps; then the kiosk goes away. How the voice ended. */
enum voice_end hearing_run(struct hearing *hearing, struct synth *synth);

/* Which sample is at that second. */
size_t hearing_at(const struct hearing *hearing, double second);

/* Seconds of the first and the last sound that can be heard; 0 if there is none. */
double hearing_first(const struct hearing *hearing);
double hearing_last(const struct hearing *hearing);

/* Sound that can be heard at or after that second. */
bool hearing_after(const struct hearing *hearing, double second);

/* Root of the mean square from the first sound to the last. */
double hearing_loudness(const struct hearing *hearing);

/* Hz; median over a share of the pieces that have a pitch. */
double hearing_pitch(const struct hearing *hearing);

/* How many reports of that kind came. */
int hearing_reports(const struct hearing *hearing, enum voice_report_kind kind);

void hearing_end(struct hearing *hearing);

#endif
