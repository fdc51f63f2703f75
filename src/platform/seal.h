/* The seal: after it the kernel refuses what a kiosk never needs. It knows nothing of content or visits.
 *
 * Two layers. A seccomp filter: only listed system calls; nothing is opened for writing, made, renamed or removed,
 * no new socket, no new process, no foreign memory, no memory made executable. What is not listed is refused as an
 * error, not punished, so that a library that only tries something goes on without it. Landlock, where the kernel
 * has it: of all folders only the named ones and those of the fonts can be read, and nothing can be written.
 * Both hold until the process ends, and for all it starts. Landlock holds for the calling thread and those it
 * starts: start threads after the seal. A build with IOP_SANITIZE cannot be sealed: the sanitizers need more. */
#ifndef IOP_SEAL_H
#define IOP_SEAL_H

#include <stdbool.h>

enum seal_profile {
    SEAL_KIOSK = 1,    /* draws with the processor */
    SEAL_GL = 2,       /* the kiosk on Wayland, where SDL draws through OpenGL: drivers map devices and make code */
    SEAL_PICTURES = 4, /* the process that unpacks pictures: descriptors that are handed to it, and nothing else */
    SEAL_STARTER = 8,  /* the process that starts the voice: what may be executed is not limited, the rest a little */
    SEAL_VOICE = 16    /* the voice: sound devices and sound servers of this machine, and their libraries */
};

struct seal_state {
    bool filter;        /* seccomp holds */
    int landlock;       /* version of Landlock that holds, 0 for none */
    char sentence[200]; /* for the log and for staff: "seccomp, Landlock 4" or "none: …" */
};

/* Closes the seal. folders: NULL-terminated; what is beneath them may still be read. One that is a symbolic link may
 * come to point elsewhere within the folder that holds its goal or itself. Call it when everything is open, once.
 * What could be had is in the state; true if the filter holds. */
bool seal_close(enum seal_profile profile, const char *const *folders);

/* For --require-seal: from here on no helper of this process works unsealed. A keeper that cannot be sealed ends, and a
 * voice is told to (its --require-seal). Call it before the first keeper starts; there is no way back. */
void seal_demand(void);
bool seal_demanded(void);

/* What was reached; before seal_close() nothing. */
const struct seal_state *seal_state(void);

#endif
