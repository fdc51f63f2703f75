/* The voice's part of the proof: its two processes look into themselves when they are asked over the proof's line
 * (main_ask.h). A voice that was started without that line has none of this. */
#ifndef IOP_MAIN_VOICE_ASK_H
#define IOP_MAIN_VOICE_ASK_H

#include "stream.h"

#include <stdbool.h>

/* line: the proof's. Before the seal, in the process that waits. False if the system refuses. */
bool ask_open(int line);

/* In the process that waits, when the line has something to read: answers, or passes on what the other is asked. */
void ask_waiting(int line);

/* The descriptor that the process that speaks is asked at; -1 without a proof. */
int ask_speaker_at(void);

/* In the process that speaks, when its line has something to read. stream: what is on its way to the loudspeaker, NULL
 * for nothing. */
void ask_speaking(struct stream *stream);

#endif
