/* What the files of app/ share; nobody else includes it. */
#ifndef IOP_APP_PARTS_H
#define IOP_APP_PARTS_H

#include "app.h"

/* True while a question or a cover lies over the screen. */
bool app_covered(const struct app *app);

/* How far the page, or what lies over it, is scrolled, in pixels; and the most that it can be. */
int app_scroll(const struct app *app);
int app_scroll_limit(const struct app *app);

/* How far a scroll button or a step of keys scrolls at most: a little less than what is seen at once. */
int app_screenful(const struct app *app);

/* Scrolls there, or as near as the page allows; true if that is another place. */
bool app_scroll_to(struct app *app, int pixels);

/* ---- app_focus.c --------------------------------------------------------------------------------- */

/* After every build: finds the node that keys had chosen, or begins anew on a new screen. */
void focus_after_build(struct app *app);

/* A finger is used: the ring is hidden, its place kept. */
void focus_hide(struct app *app);

/* Shows the ring; true if it was shown before. */
bool focus_show(struct app *app);

/* Scrolls back to what is chosen, if it is out of sight; true if it was. */
bool focus_bring_back(struct app *app);

/* One step on or back through everything, or in the direction of an arrow. Scrolls what is chosen into sight; where
 * more text lies between than fits on the screen, it scrolls a screenful first: no text is jumped over unread. */
void focus_step(struct app *app, bool back);
void focus_go(struct app *app, enum way way);

/* ---- app_staff.c --------------------------------------------------------------------------------- */

/* At rest only. */
void staff_open(struct app *app, int64_t now_ms);

/* A press at rest ends: true if it was one of the two corners, held, and counts for nothing else. */
bool staff_corner_left(struct app *app, struct input input, int64_t now_ms);

/* What an ACTION_STAFF asks of the app, after the session has followed it; enum app_result, or-ed. */
unsigned staff_act_on(struct app *app, struct action action, int64_t now_ms);
unsigned staff_leave_for_help(struct app *app, int64_t now_ms);

/* True if the key was for staff. */
bool staff_key(struct app *app, struct input input, int64_t now_ms);

struct action staff_back(const struct app *app);

/* While the glass is cleaned. */
bool staff_ignores(const struct app *app, enum input_kind kind);

/* When the wait for the next PIN shows another second; -1: not at all. */
int64_t staff_deadline(const struct app *app, int64_t now_ms);

/* ---- app_keys.c ---------------------------------------------------------------------------------- */

/* What a key does; returns enum app_result, or-ed. */
unsigned app_key(struct app *app, struct input input, int64_t now_ms);

#endif
