/* Watches folders for what staff save in them, and says when something changed and it has been calm again.
 * Only folders and names that end in .yaml, .yml, .svg or .png count; hidden ones never do (editors leave them while
 * they save). This layer does not know what the files mean.
 *
 * A watch on a file dies at its first rename, so folders are watched, with all folders in them, and besides the places
 * in which the folder itself and links on the way to it lie: a folder may be swapped as a whole by one rename. */
#ifndef IOP_WATCH_H
#define IOP_WATCH_H

#include <stdbool.h>
#include <stdint.h>

enum { WATCH_CALM_MS = 300 }; /* unless watch_calm() says otherwise */

struct watch;

/* folders: NULL-terminated, copied; one that is not there yet is watched for. NULL if the system has no watching:
 * the functions below take that, and nothing ever changes. */
struct watch *watch_open(const char *const *folders);

/* How long it must have been calm. A short time shows a save sooner, and half of a save by several files more often. */
void watch_calm(struct watch *watch, int milliseconds);

/* Has something to read when something happened; -1 for NULL. */
int watch_descriptor(const struct watch *watch);

/* Takes notice of what happened; never blocks. */
void watch_read(struct watch *watch, int64_t now_ms);

/* When watch_changed() will be true, in ms of the same clock; -1: not before something else happens. A file that is
 * being written holds it back until it is closed, or was not written to for 10 s: some programs never close theirs. */
int64_t watch_deadline(const struct watch *watch);

/* True once for all changes since the last time, when it has been calm long enough. */
bool watch_changed(struct watch *watch, int64_t now_ms);

/* True if something happened since watch_changed() was true: what was read meanwhile may be half old, half new. */
bool watch_stirred(const struct watch *watch);

void watch_close(struct watch *watch);

#endif
