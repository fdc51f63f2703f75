/* Two processes for the voice: one that waits and never hears a word, and one that speaks during a visit. At its end
 * the speaker ends with all it knew, in our memory and in that of the libraries; the waiter, which has the speech data
 * ready, forks the next. A speaker that crashes is replaced at once, too. */
#ifndef IOP_WAITER_H
#define IOP_WAITER_H

#include "voice.h"

enum { WAITER_CRASHES_MAX = 3 }; /* in one visit; then the voice gives up */

/* Returns when the kiosk closes the socket, or the voice gives up. Call it while the process has one thread. */
void waiter_run(int socket, struct synth *synth, const struct voice_world *world);

#endif
