/* The kiosk's end of the line to iop-voice. Nothing here ever waits: without a voice, with a slow one or after its
 * death the kiosk goes on, silently. Every function takes NULL, a kiosk that shall have no voice. */
#ifndef IOP_VOICELINK_H
#define IOP_VOICELINK_H

#include "speech.h"

#include <stdbool.h>

enum { VOICE_STARTS_MAX = 3 }; /* between two visits; a voice that dies more often stays silent until the next */

struct voicelink;

/* Starts the program at path, NULL: the one beside the running program. Returns at once, whatever comes of it; NULL
 * only if there is no memory. */
struct voicelink *voice_open(const char *path);

/* Can a visitor hear something? Becomes true some time after voice_open(). */
bool voice_available(const struct voicelink *link);

/* Why not, as full sentences for staff; NULL while nothing is known to be wrong. Static storage. */
const char *voice_trouble(const struct voicelink *link);

/* Hands over what is to be heard; the text is copied. What cannot be sent yet waits in the link, and of that only
 * what still matters: SPEECH_STOP, SPEECH_FORGET and the last text. SPEECH_FORGET erases it, starts a voice that has
 * died, and ends one that does not listen. */
void voice_send(struct voicelink *link, const struct speech *speech);

/* For poll(): -1 if there is nothing to wait for. Then call voice_heard(). */
int voice_descriptor(const struct voicelink *link);
short voice_events(const struct voicelink *link);

/* Reads what the voice reported, and sends what waits. True if the last text was heard to its end, or will never be
 * because the voice died and was started anew. */
bool voice_heard(struct voicelink *link);

void voice_close(struct voicelink *link);

#endif
