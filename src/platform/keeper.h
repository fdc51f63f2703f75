/* Keepers: small processes that start others for the kiosk once its seal forbids it to do so itself. Each is forked
 * when the program begins – so it knows nothing of any visit –, is sealed for its one job, waits for wishes, does each
 * in a child, and ends with the kiosk. It does not know what the jobs are. */
#ifndef IOP_KEEPER_H
#define IOP_KEEPER_H

#include "seal.h"

#include <stddef.h>

enum keeper { KEEPER_PICTURES, KEEPER_VOICE, KEEPER_COUNT };

enum { KEEPER_DESCRIPTORS = 2, KEEPER_MESSAGE_SIZE = 256 };

/* Done in a child of the keeper, which ends when this returns. message lies aligned for any type. The descriptors
 * are the child's own. */
typedef void keeper_job(const void *message, const int *descriptors);

/* Forks the keeper. False if the system refuses. */
bool keeper_start(enum keeper keeper, keeper_job *job, enum seal_profile profile);

/* Sends a wish and does not wait for it. message: at most KEEPER_MESSAGE_SIZE bytes; descriptors:
 * KEEPER_DESCRIPTORS of them, which stay the caller's as well. False if there is no such keeper. */
bool keeper_ask(enum keeper keeper, const void *message, size_t size, const int *descriptors);

/* Its process, 0 if there is none. */
int keeper_process(enum keeper keeper);

#endif
