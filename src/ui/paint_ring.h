/* The ring around what keys have chosen; it lies over everything else. */
#ifndef IOP_PAINT_RING_H
#define IOP_PAINT_RING_H

#include "paint.h"

/* Adds the ring around state->focused to the list: whole, also where the node reaches the end of the screen or of
 * what is seen of a page. theme_misses_contrast() keeps its colors apart from all they lie on. */
void paint_ring(const struct scene *scene, const struct paint_state *state, struct draw_list *list);

#endif
