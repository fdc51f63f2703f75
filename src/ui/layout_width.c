/* The first walk of layout: widths down the tree, heights up. */
#include "flow.h"
#include "layout_walk.h"

/* ---- natural widths ---------------------------------------------------------------------------- */

/* Targets stay 2.54 mm apart on every panel (VVSG 2.0 7.2-I): gaps of that size or more never shrink below it. */
int layout_gap(const struct layout *layout, const struct node *node)
{
    const float apart = 2.6f;
    const struct scale *scale = &layout->frame->scale;
    int gap = space_px(scale, node->box.gap), least = real_px(scale, apart);
    return node->box.gap >= apart && gap < least ? least : gap;
}

int layout_pads(const struct layout *layout, const struct node *node)
{
    return 2 * space_px(&layout->frame->scale, node->box.pad_x);
}

static int fixed_width(const struct layout *layout, const struct node *node)
{
    const struct scale *scale = &layout->frame->scale;
    if (node->role == ROLE_ICON)
        return text_px(scale, node->icon_size);
    if (node->box.text_width > 0)
        return text_px(scale, node->box.text_width);
    return node->box.width > 0 ? space_px(scale, node->box.width) : 0;
}

static void measure_text(struct layout *layout, struct node *node)
{
    struct type_size size = type_size_of(node->type, layout->theme, &layout->frame->scale, layout->metrics);
    size.right_to_left = layout->right_to_left;
    node->flow = flow_measure(layout->arena, layout->metrics, node->spans, node->span_count, size);
}

static int natural_of_children(struct layout *layout, struct node *node)
{
    bool in_line = node->box.arrange == ARRANGE_ROW || node->box.arrange == ARRANGE_WRAP;
    int gap = layout_gap(layout, node);
    int sum = 0, widest = 0, count = 0;
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        int width = layout_natural(layout, child);
        sum += width + (count++ > 0 ? gap : 0);
        widest = width > widest ? width : widest;
    }
    return in_line ? sum : widest;
}

static int limited_width(const struct layout *layout, const struct node *node, int width)
{
    int most = node->box.max_width > 0 ? text_px(&layout->frame->scale, node->box.max_width) : width;
    return width < most ? width : most;
}

int layout_natural(struct layout *layout, struct node *node)
{
    int fixed = fixed_width(layout, node);
    if (node->span_count > 0 && node->flow == NULL)
        measure_text(layout, node);
    int inner = node->flow != NULL ? node->flow->natural : natural_of_children(layout, node);
    int natural = fixed > 0 ? fixed : inner + layout_pads(layout, node);
    if (node->most_lines > 0)
        natural = limited_width(layout, node, natural);
    int least = node->box.least_width > 0 ? least_px(&layout->frame->scale, node->box.least_width) : 0;
    node->natural = natural > least ? natural : least;
    return node->natural;
}

/* ---- widths down, heights up --------------------------------------------------------------------- */

static int least_height(const struct layout *layout, const struct node *node)
{
    const struct scale *scale = &layout->frame->scale;
    int least = node->box.least_height > 0 ? least_px(scale, node->box.least_height) : 0;
    int fixed = node->box.height > 0 ? space_px(scale, node->box.height) : 0;
    int text = node->box.text_height > 0 ? text_px(scale, node->box.text_height) : 0;
    fixed = text > fixed ? text : fixed;
    return fixed > least ? fixed : least;
}

static bool gives_way(const struct layout *layout, const struct node *child)
{
    return !child->hidden && child->box.grow <= 0 && fixed_width(layout, child) == 0;
}

static int widest_child(const struct node *node)
{
    int widest = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (!child->hidden && child->natural > widest)
            widest = child->natural;
    return widest;
}

/* How wide a child without a fixed width may be so that all fit into room: the widest give way first. */
static int width_limit(const struct layout *layout, const struct node *node, int room)
{
    int limit = widest_child(node);
    for (;;) {
        int sum = 0, at_limit = 0;
        for (const struct node *child = node->first; child != NULL; child = child->next) {
            if (child->hidden || child->box.grow > 0)
                continue;
            bool cut = gives_way(layout, child) && child->natural > limit;
            at_limit += gives_way(layout, child) && child->natural >= limit ? 1 : 0;
            sum += cut ? limit : child->natural;
        }
        if (sum <= room || at_limit == 0 || limit <= 1)
            return limit;
        limit -= (sum - room + at_limit - 1) / at_limit;
        limit = limit < 1 ? 1 : limit;
    }
}

static int inner_room(const struct layout *layout, const struct node *node, int width)
{
    int gap = layout_gap(layout, node);
    int room = width - layout_pads(layout, node) + gap;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (!child->hidden)
            room -= gap;
    return room;
}

static void row_widths(struct layout *layout, struct node *node, int width)
{
    int room = inner_room(layout, node, width);
    int limit = width_limit(layout, node, room);
    int left = room;
    float grow = 0;
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        grow += child->box.grow;
        if (child->box.grow > 0)
            continue;
        bool cut = gives_way(layout, child) && child->natural > limit;
        layout_width(layout, child, cut ? limit : child->natural);
        left -= child->rect.w;
    }
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden || child->box.grow <= 0)
            continue;
        int share = (int)((float)left * child->box.grow / grow);
        left -= share;
        grow -= child->box.grow;
        layout_width(layout, child, share > 1 ? share : 1);
    }
}

static void stacked_widths(struct layout *layout, struct node *node, int width)
{
    int inner = width - layout_pads(layout, node);
    for (struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        bool stretch = node->box.across == ALIGN_STRETCH && fixed_width(layout, child) == 0;
        bool narrower = child->natural < inner && !stretch;
        layout_width(layout, child, narrower ? child->natural : inner);
    }
}

static void wrapped_widths(struct layout *layout, struct node *node, int width)
{
    int inner = width - layout_pads(layout, node);
    for (struct node *child = node->first; child != NULL; child = child->next)
        if (!child->hidden)
            layout_width(layout, child, child->natural < inner ? child->natural : inner);
}

struct wrapped_line layout_wrapped_line(struct node *first, int inner, int gap)
{
    struct wrapped_line line = {.first = first, .behind = first};
    for (struct node *child = first; child != NULL; child = child->next) {
        if (!child->hidden) {
            int width = line.width + (line.count > 0 ? gap : 0) + child->rect.w;
            if (line.count > 0 && width > inner)
                break;
            line.width = width;
            line.count++;
            line.height = child->rect.h > line.height ? child->rect.h : line.height;
        }
        line.behind = child->next;
    }
    return line;
}

static int wrapped_height(const struct layout *layout, const struct node *node)
{
    int gap = layout_gap(layout, node);
    int height = 0;
    for (struct node *at = node->first; at != NULL;) {
        struct wrapped_line line = layout_wrapped_line(at, node->rect.w - layout_pads(layout, node), gap);
        height += line.height + (at != node->first ? gap : 0);
        at = line.behind;
    }
    return height;
}

int layout_children_height(const struct layout *layout, const struct node *node)
{
    if (node->box.arrange == ARRANGE_WRAP)
        return wrapped_height(layout, node);
    int gap = layout_gap(layout, node);
    int sum = 0, highest = 0, count = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (child->hidden)
            continue;
        sum += child->rect.h + (count++ > 0 ? gap : 0);
        highest = child->rect.h > highest ? child->rect.h : highest;
    }
    return node->box.arrange == ARRANGE_COLUMN ? sum : highest;
}

static int own_height(struct layout *layout, struct node *node)
{
    if (node->role == ROLE_ICON)
        return node->rect.w;
    if (node->flow == NULL)
        return layout_children_height(layout, node);
    int width = node->rect.w - layout_pads(layout, node);
    flow_break(layout->arena, node->flow, width);
    if (node->most_lines > 0)
        flow_shorten(layout->arena, node->flow, width, (uint32_t)node->most_lines);
    return (int)node->flow->line_count * node->flow->line_height;
}

void layout_width(struct layout *layout, struct node *node, int width)
{
    node->rect.w = limited_width(layout, node, width);
    if (node->box.arrange == ARRANGE_ROW)
        row_widths(layout, node, node->rect.w);
    else if (node->box.arrange == ARRANGE_WRAP)
        wrapped_widths(layout, node, node->rect.w);
    else
        stacked_widths(layout, node, node->rect.w);
    const struct scale *scale = &layout->frame->scale;
    int height = own_height(layout, node) + space_px(scale, node->box.pad_top) + space_px(scale, node->box.pad_bottom);
    int least = least_height(layout, node);
    node->rect.h = height > least ? height : least;
}
