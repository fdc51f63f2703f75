/* Shared by the files that paint only: what painting carries along, and how it adds to the draw list. */
#ifndef IOP_PAINT_PARTS_H
#define IOP_PAINT_PARTS_H

#include "paint.h"

struct painter {
    const struct paint_state *state;
    const struct scene *scene;
    struct draw_list *list;
    struct rect clip;
    int lift;    /* how far the node being painted is scrolled up */
    bool behind; /* a dialog lies over the node being painted */
};

/* A tone of the palette; of what lies behind a dialog it is one that stands back. */
color paint_tone(const struct painter *painter, enum tone tone);

/* Pixels of spacing. */
int paint_px(const struct painter *painter, float mm);

/* Where a node lies now, scrolled. */
struct rect paint_rect(const struct painter *painter, const struct node *node);

/* Adds to the draw list, cut at what is visible. */
void paint_add(struct painter *painter, struct draw item);
void paint_round(struct painter *painter, struct rect rect, int radius, color fill);

/* paint_figures.c: one function a role. */
void paint_progress(struct painter *painter, const struct node *node);
void paint_meter(struct painter *painter, const struct node *node);
void paint_scale(struct painter *painter, const struct node *node);
void paint_bullet(struct painter *painter, const struct node *node, color ink);
void paint_code(struct painter *painter, const struct node *node);
void paint_scrollbar(struct painter *painter, const struct node *node);

#endif
