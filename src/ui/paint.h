/* From a laid-out scene to a draw list. Only what is visible is painted: a scroll step costs the same
 * whatever the length of the page. */
#ifndef IOP_PAINT_H
#define IOP_PAINT_H

#include "draw.h"
#include "layout.h"
#include "scene.h"

struct paint_state {
    const struct frame *frame;
    const struct theme *theme;
    const struct metrics *metrics;
    int palette;                /* which of theme->palettes */
    int scroll;                 /* of ROLE_MAIN */
    const struct node *pressed; /* under a finger, or NULL */
    const struct node *focused; /* with a ring around it, or NULL */
};

void paint_scene(const struct scene *scene, const struct paint_state *state, struct draw_list *list);

#endif
