/* What each action changes in a visit, without clock, covers and questions; only session/ includes it. */
#ifndef IOP_ACTIONS_H
#define IOP_ACTIONS_H

#include "session.h"

/* Carries out an action on the screen shown and returns effects. ACTION_DONE is no business of this
 * layer: ending a visit needs the clock. */
unsigned action_carry_out(struct session *session, const struct content *content, struct action action);

#endif
