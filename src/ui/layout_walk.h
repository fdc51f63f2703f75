/* What the files of layout share: lengths, the walk that sets widths and heights, the walk that places. */
#ifndef IOP_LAYOUT_WALK_H
#define IOP_LAYOUT_WALK_H

#include "layout.h"

struct layout {
    struct arena *arena;
    const struct frame *frame;
    const struct theme *theme;
    const struct metrics *metrics;
    bool right_to_left; /* how the language runs */
};

/* Lengths in pixels that follow the text size: of widths, and of touch targets. */
int text_px(const struct scale *scale, float mm);
int least_px(const struct scale *scale, float mm);

/* Pixels between the children of a node. */
int layout_gap(const struct layout *layout, const struct node *node);

/* Sum of the paddings at the left and the right. */
int layout_pads(const struct layout *layout, const struct node *node);

/* Height of a node's children by their arrangement, once their rect.h are set. */
int layout_children_height(const struct layout *layout, const struct node *node);

/* Fills node->natural and node->flow of the tree; returns the width without any break. */
int layout_natural(struct layout *layout, struct node *node);

/* Fills rect.w and rect.h of the tree for this width. */
void layout_width(struct layout *layout, struct node *node, int width);

/* Fills rect.x and rect.y of the tree, and stretches what grows. */
void layout_place(struct layout *layout, struct node *node, struct rect at);

/* Lays the ROLE_TERM children of a placed text over their words. */
void layout_terms(const struct layout *layout, struct node *node);

/* One line of an ARRANGE_WRAP node: children from first up to, not including, behind. */
struct wrapped_line {
    struct node *first, *behind;
    int count, width, height;
};

struct wrapped_line layout_wrapped_line(struct node *first, int inner, int gap);

#endif
