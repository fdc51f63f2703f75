/* The second walk of layout: where everything lies. */
#include "layout_walk.h"

/* ---- places --------------------------------------------------------------------------------------- */

static int shift(enum align align, int room)
{
    if (align == ALIGN_CENTER)
        return room / 2;
    return align == ALIGN_END ? room : 0;
}

static float grow_of_children(const struct node *node)
{
    float grow = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        grow += !child->hidden ? child->box.grow : 0;
    return grow;
}

static void place_column(struct layout *layout, struct node *node, struct rect inner)
{
    int gap = layout_gap(layout, node);
    int free = inner.h - layout_children_height(layout, node);
    free = free > 0 ? free : 0;
    float grow = grow_of_children(node);
    int y = inner.y + (grow > 0 ? 0 : shift(node->box.along, free));
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        int height = child->rect.h;
        if (grow > 0 && child->box.grow > 0) {
            int share = (int)((float)free * child->box.grow / grow);
            free -= share;
            grow -= child->box.grow;
            height += share;
        }
        int x = inner.x + shift(node->box.across, inner.w - child->rect.w);
        layout_place(layout, child, (struct rect){x, y, child->rect.w, height});
        y += height + gap;
    }
}

static void place_in_row(struct layout *layout, const struct node *node, struct node *child, struct rect slot)
{
    bool stretch = node->box.across == ALIGN_STRETCH;
    int height = stretch ? slot.h : child->rect.h;
    int y = slot.y + shift(node->box.across, slot.h - height);
    layout_place(layout, child, (struct rect){slot.x, y, child->rect.w, height});
}

static int row_content(const struct layout *layout, const struct node *node)
{
    int gap = layout_gap(layout, node), width = -gap;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        width += !child->hidden ? child->rect.w + gap : 0;
    return width;
}

static const struct node *last_shown(const struct node *node)
{
    const struct node *last = NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        last = child->hidden ? last : child;
    return last;
}

static void place_row(struct layout *layout, struct node *node, struct rect inner)
{
    int gap = layout_gap(layout, node);
    int free = inner.w - row_content(layout, node);
    int x = inner.x + (node->box.between ? 0 : shift(node->box.along, free));
    const struct node *last = last_shown(node);
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        if (node->box.between && child == last && child != node->first)
            x = inner.x + inner.w - child->rect.w;
        place_in_row(layout, node, child, (struct rect){x, inner.y, child->rect.w, inner.h});
        x += child->rect.w + gap;
    }
}

static void place_line(struct layout *layout, struct node *node, struct wrapped_line line, struct rect slot)
{
    int gap = layout_gap(layout, node);
    bool spread = node->box.between && line.count > 1;
    bool last_alone = node->box.between && line.count == 1 && line.first != node->first;
    int x = slot.x + (last_alone ? slot.w - line.width : spread ? 0 : shift(node->box.along, slot.w - line.width));
    const struct node *last = NULL;
    for (const struct node *child = line.first; child != line.behind; child = child->next)
        last = child->hidden ? last : child;
    for (struct node *child = line.first; child != line.behind; child = child->next) {
        if (child->hidden)
            continue;
        if (spread && child == last)
            x = slot.x + slot.w - child->rect.w;
        place_in_row(layout, node, child, (struct rect){x, slot.y, child->rect.w, line.height});
        x += child->rect.w + gap;
    }
}

static void place_wrapped(struct layout *layout, struct node *node, struct rect inner)
{
    int gap = layout_gap(layout, node);
    int y = inner.y + shift(node->box.across, inner.h - layout_children_height(layout, node));
    for (struct node *at = node->first; at != NULL;) {
        struct wrapped_line line = layout_wrapped_line(at, inner.w, gap);
        place_line(layout, node, line, (struct rect){inner.x, y, inner.w, line.height});
        y += line.height + gap;
        at = line.behind;
    }
}

static void place_layers(struct layout *layout, struct node *node, struct rect inner)
{
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        int x = inner.x + shift(node->box.across, inner.w - child->rect.w);
        int height = node->box.along == ALIGN_STRETCH ? inner.h : child->rect.h;
        int y = inner.y + shift(node->box.along, inner.h - height);
        layout_place(layout, child, (struct rect){x, y, child->rect.w, height});
    }
}

void layout_place(struct layout *layout, struct node *node, struct rect at)
{
    const struct scale *scale = &layout->frame->scale;
    int pad_x = space_px(scale, node->box.pad_x);
    int top = space_px(scale, node->box.pad_top), bottom = space_px(scale, node->box.pad_bottom);
    node->rect = at;
    if (node->flow != NULL) {
        layout_terms(layout, node);
        return;
    }
    struct rect inner = {at.x + pad_x, at.y + top, at.w - 2 * pad_x, at.h - top - bottom};
    switch (node->box.arrange) {
    case ARRANGE_COLUMN:
        place_column(layout, node, inner);
        break;
    case ARRANGE_ROW:
        place_row(layout, node, inner);
        break;
    case ARRANGE_WRAP:
        place_wrapped(layout, node, inner);
        break;
    case ARRANGE_LAYERS:
        place_layers(layout, node, inner);
        break;
    }
}
