/* Every screen as a function: content + session + frame -> scene. Nothing here changes anything.
 * This layer knows the content's words and the session's state, and nothing of pixels or SDL. */
#ifndef IOP_SCREENS_H
#define IOP_SCREENS_H

#include "board.h"
#include "layout.h"
#include "scene.h"
#include "wall.h"

/* Builds the scene that this session sees (also the covers: hidden, veil, "are you still there?") into
 * arena, which must outlive it. seconds_left counts down that question; wall is what the clinic's clock shows. */
struct screen_request {
    const struct content *content;
    const struct session *session;
    const struct frame *frame;
    int seconds_left;
    bool voice; /* something can speak: Text & sound offers it */
    struct wall_time wall;
    const struct staff_board *board; /* for the screen of staff; NULL: nothing is known */
};

void screen_build(struct scene *scene, struct arena *arena, const struct screen_request *request);

/* Name of a screen for dumps and tests: "home". */
const char *screen_name(enum screen_id screen);

#endif
