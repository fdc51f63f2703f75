/* The way back: the stack of views of one visit. Knows places, not what they mean; only session/ includes it. */
#ifndef IOP_WAY_H
#define IOP_WAY_H

#include "session.h"

/* The view that is shown. */
struct view *way_top(struct session *session);

/* Back to home, and home only. */
void way_home(struct session *session);

/* The take-away code and the note of a term close with every place that is left. */

/* Shows a place on top of the others. A full stack forgets the oldest place after home. */
void way_push(struct session *session, enum screen_id screen, int subject, int detail);

/* Shows a place instead of the one on top; on home it is pushed. */
void way_replace(struct session *session, enum screen_id screen, int subject, int detail);

/* Forgets the place on top; home stays. */
void way_pop(struct session *session);

/* Forgets every place above this depth. */
void way_unwind(struct session *session, int depth);

/* Depth of the question, review or result of this screening, 0 if it is not on the way. It is there once at most, but
 * a question that was chosen on the review lies on top of it: then the depth of the question. */
int way_find_check(const struct session *session, int screening);

/* True if the view on top is this place. */
bool way_is_at(const struct session *session, enum screen_id screen, int subject);

/* Every place starts at its top: what was measured for another text size means nothing now. */
void way_forget_scroll(struct session *session);

#endif
