/* Lays words that are explained over their places in the lines of a text. */
#include "flow.h"
#include "layout_walk.h"

/* 12.7 mm each way, as for every target (VVSG 2.0 7.2-I): the word itself stays as small as it is written. */
static const float target_mm = 12.7f;

static int line_start(const struct node *node, int width, int left, int room)
{
    if (node->text_align == ALIGN_CENTER)
        return left + (room - width) / 2;
    return (node->text_align == ALIGN_END) != node->flow->right_to_left ? left + room - width : left;
}

struct rect text_line(const struct node *node, const struct scale *scale, uint32_t index)
{
    const struct flow *flow = node->flow;
    bool padded = node->box.pad_top > 0 || node->box.pad_bottom > 0;
    int extra = node->rect.h - (int)flow->line_count * flow->line_height;
    int top = node->rect.y + (padded ? space_px(scale, node->box.pad_top) : extra / 2);
    int pad = space_px(scale, node->box.pad_x), width = flow->lines[index].width;
    return (struct rect){line_start(node, width, node->rect.x + pad, node->rect.w - 2 * pad),
                         top + (int)index * flow->line_height, width, flow->line_height};
}

/* Its words in one line; empty if it has none there. */
static struct rect words_in_line(const struct layout *layout, const struct node *node, uint32_t index, int span)
{
    const struct flow_line *line = &node->flow->lines[index];
    struct rect at = text_line(node, &layout->frame->scale, index), found = {0};
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        const struct flow_word *word = &node->flow->words[i];
        if (word->span == span && word->length > 0)
            found = rect_union(found, (struct rect){at.x + word->x, at.y, word->width, at.h});
    }
    return found;
}

static struct rect grown(struct rect rect, int least)
{
    int across = rect.w < least ? (least - rect.w + 1) / 2 : 0, down = rect.h < least ? (least - rect.h + 1) / 2 : 0;
    return (struct rect){rect.x - across, rect.y - down, rect.w + 2 * across, rect.h + 2 * down};
}

static void give(const struct layout *layout, struct node *term, struct rect words)
{
    term->rect = term->hidden ? words : rect_union(term->rect, words);
    term->touch = grown(term->rect, least_px(&layout->frame->scale, target_mm));
    term->hidden = false;
}

/* Of the nodes of one term the first is for the line on which it begins, the last for all that follows. */
static void give_line(const struct layout *layout, struct node *first, struct rect words)
{
    struct node *term = first;
    while (!term->hidden && term->next != NULL && term->next->value == first->value)
        term = term->next;
    give(layout, term, words);
}

void layout_terms(const struct layout *layout, struct node *node)
{
    for (struct node *term = node->first; term != NULL; term = term->next)
        term->hidden = true;
    const struct node *before = NULL;
    for (struct node *term = node->first; term != NULL; before = term, term = term->next) {
        if (before != NULL && before->value == term->value)
            continue;
        for (uint32_t i = 0; i < node->flow->line_count; i++) {
            struct rect words = words_in_line(layout, node, i, term->value);
            if (!rect_empty(words))
                give_line(layout, term, words);
        }
    }
}
