/* Live reload: what staff save is read and checked beside the visit, and shown between two visits.
 *
 * The files are read by a thread of its own into memory of its own, so that nobody's touch waits for it. What has no
 * error waits until the kiosk is at rest; then it takes the place of the old, pictures and theme too. Nothing changes
 * under a visitor's hands: what was taken away is offered until the visit ends. What has errors is not shown; the last
 * good content stays, and struct reload_state says why. When another day begins, all is read again for that day: what
 * has expired goes, notices come and go. */
#ifndef IOP_MAIN_RELOAD_H
#define IOP_MAIN_RELOAD_H

#include "app.h"
#include "main_options.h"
#include "raster.h"
#include "reload_state.h"
#include "watch.h"
#include "window.h"

struct reload;

/* What a load begins with and ends in. */
struct reload_start {
    const struct options *options;
    const struct content *content; /* what is shown; handed over, may be the fallback */
    struct theme *theme;           /* what is shown; written to when another takes its place */
    struct key_table *keys;        /* the same */
    struct raster *raster;
    struct window *window;
    struct watch *watch; /* of content and assets, opened before the first load; handed over; NULL if there is none */
    int day;             /* for which the content was read */
    struct reload_state *state; /* written to; what came of the first load is in it already */
};

/* What was read: content NULL: it cannot be shown; today: for which day, "2026-01-15". */
struct reload_read {
    const char *folder;
    const struct content *content;
    const char *today;
};

/* Notes in state what came of reading, now. To the problems, which are printed already, it adds what is due by its
 * date: staff see that on their screen, and the journal need not repeat it every day. */
void reload_note(struct reload_state *state, struct problems *problems, struct reload_read read);

/* Makes the thread: call it after the seal, which holds for threads that are made behind it. Where the system allows
 * neither, a sentence goes to stderr and nothing is ever reloaded. NULL only without memory. */
struct reload *reload_open(struct reload_start start);

/* Has something to read when reload_step() has something to do; -1 if that never happens. */
int reload_descriptor(const struct reload *reload);

/* When reload_step() has something to do without it, in ms of window_now_ms(); -1 = never. */
int64_t reload_deadline(const struct reload *reload);

/* Goes on with whatever is due; quick. now_ms is window_now_ms(), kiosk_ms the app's clock. */
void reload_step(struct reload *reload, struct app *app, int64_t now_ms, int64_t kiosk_ms);

/* Reads all files again, as if they had changed: for staff. */
void reload_ask(struct reload *reload);

/* Frees the content that is shown and all else; after app_close(). */
void reload_close(struct reload *reload);

#endif
