/* The two layers of the seal, for seal.c. Each says why it failed in the rest of a sentence (static storage). */
#ifndef IOP_SEALPARTS_H
#define IOP_SEALPARTS_H

#include "seal.h"

#include <stdint.h>

/* Limits this thread to reading beneath the folders (NULL-terminated; missing ones are passed over). The first `ours`
 * of them are those that staff may swap, if they are links. Returns the version of Landlock, 0 if the kernel has none
 * or refuses. */
int landlock_close(const char *const *folders, int ours, const char **cause);

/* Loads the filter for all threads. */
bool filter_close(enum seal_profile profile, const char **cause);

/* Writes the filter as the kernel reads it (struct sock_filter, one after the other) to the file, for a machine by its
 * number in libseccomp (SCMP_ARCH_AARCH64): what would be loaded there can be looked at here. False if it cannot be
 * made. */
bool filter_export(enum seal_profile profile, uint32_t machine, int file);

/* Listens for refused calls, to name them: in a debug build only, else false. */
bool loud_listen(void);

#endif
