/* Starts the voice's program and ends it. It knows nothing of what is said. */
#ifndef IOP_VOICESTART_H
#define IOP_VOICESTART_H

#include "keeper.h"

#include <stdbool.h>
#include <sys/types.h>

enum {
    VOICE_PATH_SIZE = KEEPER_MESSAGE_SIZE - 1,
    VOICE_SOCKET = 3, /* the descriptor that the voice finds its end of the socket at */
    VOICE_ASIDE = 4   /* and its end of the proof's line, if there is one */
};

struct voice_process {
    pid_t pid;     /* 0: none, or not a child of this process */
    pid_t leaving; /* one that was told to end and may not have yet; 0: none */
    int socket;    /* -1: none; packets, never blocks */
};

/* Writes where iop-voice stands beside the running program; false if that is not known. */
bool voice_program(char *path, size_t size);

/* Forks the keeper that starts voices once the kiosk is sealed. Without it the kiosk does so itself, as long as it
 * may. False if the system refuses. */
bool voice_keeper_start(void);

/* For the proof alone: every voice that is started from now on gets this descriptor, too, and is told to answer
 * questions over it (iop-voice --prove). */
void voice_aside(int descriptor);

/* False if the system gives no socket or process. Does not wait for anything: that the program cannot be started comes
 * as a report, VOICE_NO_PROGRAM. */
bool voice_start(const char *path, struct voice_process *process);

/* Closes the socket, which ends the voice, and takes note of ended processes without waiting for them. */
void voice_end(struct voice_process *process);

#endif
