/* What the app wants to be heard, as values: the app makes them, the platform hands them to the voice, which is
 * a process of its own. This layer knows nothing of sound, processes or SDL. */
#ifndef IOP_SPEECH_H
#define IOP_SPEECH_H

enum speech_kind {
    SPEECH_NONE,
    SPEECH_SAY,   /* interrupts what is being said */
    SPEECH_STOP,  /* silence, within 100 ms */
    SPEECH_PAUSE, /* holds; SPEECH_RESUME goes on where it stopped */
    SPEECH_RESUME,
    SPEECH_CHIME, /* the soft tone of "are you still there?"; then what follows is said */
    SPEECH_FORGET /* the visit ended: silence, drop and erase every text and sample */
};

/* VVSG 2.0 7.1-K: 60 to 250 words a minute without a change of pitch, default 120 to 125; 508 402.3: volume in
 * steps, back to the default after every use. */
enum { SPEECH_SLOWEST = 60, SPEECH_FASTEST = 250, SPEECH_USUAL_RATE = 120, SPEECH_RATE_STEP = 20 };
enum { SPEECH_VOLUMES = 11, SPEECH_USUAL_VOLUME = 6 }; /* 0 silent .. 10 loudest */

struct speech {
    enum speech_kind kind;
    const char *text;     /* UTF-8, of SPEECH_SAY; owned by the app, valid until its next call */
    const char *language; /* BCP 47: "en", "es" */
    int words_per_minute; /* SPEECH_SLOWEST..SPEECH_FASTEST */
    int volume;           /* 0..SPEECH_VOLUMES - 1 */
};

#endif
