/* The voice during one visit: hears orders, makes them into sound, and reports. What is outside of it – waiting and
 * the loudspeaker – is handed in, so that tests can let time pass by themselves. It knows nothing of SDL. */
#ifndef IOP_VOICE_H
#define IOP_VOICE_H

#include "stream.h"
#include "synth.h"

#include <stdbool.h>

enum { VOICE_LEAD_MS = 250, VOICE_REST_MS = 60 * 1000 };

struct voice_world {
    void *context;
    /* Until the socket can be read (or is closed), or milliseconds passed (-1: no limit). True if time passed. */
    bool (*wait)(void *context, int socket, int milliseconds);
    /* The loudspeaker takes from the stream from now on. False without one. */
    bool (*sound_open)(void *context, int rate, struct stream *stream);
    bool (*sound_works)(void *context); /* false: it was open, and was unplugged */
    void (*sound_close)(void *context);
    /* The proof asks the process that waits over a line of its own, and this answers; NULL: nobody asks. */
    void (*answer)(void *context);
    int asked_at; /* that line */
};

/* Also exit statuses, which a library's exit(1) must not be mistaken for. */
enum voice_end {
    VOICE_END_FORGET = 40, /* the visit ended; nothing that was said is left in the voice's own memory */
    VOICE_END_MUTE,        /* the same, and there was no loudspeaker */
    VOICE_END_KIOSK        /* the kiosk is gone, or said something that it never says */
};

struct voice_start {
    int socket;
    bool try_sound; /* see whether there is a loudspeaker before saying that the voice is ready */
    bool lost;      /* the one before came to a bad end, in the middle of this visit */
};

/* Speaks until the visit ends. The socket is SOCK_SEQPACKET and stays open. */
enum voice_end voice_run(struct voice_start start, struct synth *synth, const struct voice_world *world);

#endif
