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

/* True if nothing scrolls now. */
bool app_stands_still(const struct app *app);

/* Scrolling at rest begins a visit, so that it ends. */
void app_begin_by_scrolling(struct app *app, int64_t now_ms);

/* Does what effects of the session ask for; returns enum app_result. */
unsigned app_follow(struct app *app, unsigned effects, int64_t now_ms);

/* ---- app_pointer.c ------------------------------------------------------------------------------- */

void pointer_press_begins(struct app *app, struct input input, int64_t now_ms);
void pointer_press_moves(struct app *app, struct input input, int64_t now_ms);
void pointer_press_cancelled(struct app *app);
unsigned pointer_press_ends(struct app *app, struct input input, int64_t now_ms);
void pointer_wheel(struct app *app, struct input input, int64_t now_ms);

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

/* Two fingers: INPUT_PAIR, INPUT_PAIR_ENDS. At rest only; whoever drifts out of a corner begins anew. */
void staff_corners_held(struct app *app, struct input input, int64_t now_ms);

/* Opens the screen when both corners were held long enough, and lets the wait for the next PIN be seen. */
void staff_pass_time(struct app *app, int64_t now_ms);

/* What their screen shows. */
struct staff_board staff_board(const struct app *app, int64_t now_ms);

/* What an ACTION_STAFF asks of the app, after the session has followed it; enum app_result, or-ed. */
unsigned staff_act_on(struct app *app, struct action action, int64_t now_ms);
unsigned staff_leave_for_help(struct app *app, int64_t now_ms);

/* True if the key was for staff. */
bool staff_key(struct app *app, struct input input, int64_t now_ms);

struct action staff_back(const struct app *app);

/* While the glass is cleaned. */
bool staff_ignores(const struct app *app, enum input_kind kind);

/* When both corners were held long enough, or the wait for the next PIN shows another second; -1: never. */
int64_t staff_deadline(const struct app *app, int64_t now_ms);

/* Chooses a node, in sight. */
void focus_take(struct app *app, const struct node *node);

/* To the next or last stop of those who listen: every text, or what can be touched only. */
void focus_listen(struct app *app, bool back, bool with_reading);

/* ---- app_voice.c --------------------------------------------------------------------------------- */

/* What makes a screen another one to those who listen. */
struct voice_place {
    int screen, subject, item, depth, language, term, cover, staff;
    bool asking, reading;
};

struct voice_place voice_place(const struct app *app);

/* After everything that may have changed the visit: says the new screen from its top, or what the action changed. */
void voice_follow(struct app *app, const struct voice_place *before, struct action action, int64_t now_ms);

/* Says the countdown now and then. */
void voice_tick(struct app *app, int seconds_left, int64_t now_ms);

/* Says what keys rest on. */
void voice_rests_on(struct app *app);

/* The visitor did something: silence. */
void voice_interrupted(struct app *app);

/* The voice has said its text: on with the next. */
void voice_said(struct app *app, int64_t now_ms);

/* True if the key held the voice, let it go on, or had it repeat; then it did nothing else. */
bool voice_holds(struct app *app, enum input_key key);

/* What a key of the voice does to the visit; ACTION_NONE for every other key, and where there is no voice. */
struct action voice_action(const struct app *app, enum input_key key);

/* Notes whether headphones are plugged in. */
void voice_headphones(struct app *app, enum input_key key);

/* The visit ended: everything is forgotten; and a word to who ended it. */
void voice_wiped(struct app *app);
void voice_goodbye(struct app *app, int language);

/* ---- app_keys.c ---------------------------------------------------------------------------------- */

/* What a key does; returns enum app_result, or-ed. */
unsigned app_key(struct app *app, struct input input, int64_t now_ms);

#endif
