/* What is written, against what was painted under it. */
#include "audit_rules.h"

#include "flow.h"
#include "paint.h"

#include <stdlib.h>

enum { MOST_WORDS = 4000 };

static const float text_ratio[THEMES] = {10, 20, 20, 4.5f};
static const float icon_ratio = 3;

static bool wrote(const struct node *node, const struct draw *item)
{
    if (node->icon == item->text && item->face == FACE_ICON)
        return true;
    for (uint32_t i = 0; node->flow != NULL && i < node->flow->word_count; i++)
        if (node->flow->words[i].text == item->text)
            return true;
    return false;
}

/* Where each painted word comes from: its address is the same in the flow and in the draw list; and since two nodes
 * may show the same string, its place is the node's. */
static const struct node *writer_of(const struct scene *scene, const struct draw *item)
{
    int x = item->bounds.x + item->bounds.w / 2, y = item->bounds.y + item->bounds.h / 2;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (rect_holds(node->rect, x, y) && wrote(node, item))
            return node;
    return NULL;
}

static bool is_inactive(const struct node *node)
{
    for (; node != NULL; node = node->parent)
        if (node->disabled)
            return true;
    return false;
}

static bool covers(const struct draw *item, int x, int y)
{
    return rect_holds(item->rect, x, y) && rect_holds(item->clip, x, y);
}

/* The color right under the middle of a word; false if it is a picture's. */
static bool ground_of(const struct draw_list *list, const struct draw *word, color *ground)
{
    int x = word->bounds.x + word->bounds.w / 2, y = word->bounds.y + word->bounds.h / 2;
    for (const struct draw *item = word; item-- > list->items;) {
        if (item->kind == DRAW_PICTURE && covers(item, x, y))
            return false;
        if ((item->kind == DRAW_FILL || item->kind == DRAW_ROUND) && covers(item, x, y)) {
            *ground = item->color;
            return true;
        }
    }
    return false;
}

static void check_word(const struct audited *at, const struct draw_list *list, const struct draw *word, int palette)
{
    color ground;
    const struct node *writer = writer_of(at->scene, word);
    if (writer == NULL || is_inactive(writer) || !ground_of(list, word, &ground))
        return;
    float needed = word->face == FACE_ICON ? icon_ratio : text_ratio[palette];
    float found = contrast_ratio(word->color, ground);
    if (found < needed)
        audit_note(at, RULE_CONTRAST, writer, "in palette %d has a contrast of %.1f:1 and needs %.1f:1 (%06x on %06x)",
                   palette, (double)found, (double)needed, word->color & 0xFFFFFFu, ground & 0xFFFFFFu);
}

void audit_contrast(const struct audited *at)
{
    struct draw_list list = {0};
    for (int palette = 0; palette < THEMES; palette++) {
        struct paint_state state = {
            .frame = at->frame, .theme = at->audit->theme, .metrics = at->audit->metrics, .palette = palette};
        paint_scene(at->scene, &state, &list);
        for (size_t i = 0; i < list.count; i++)
            if (list.items[i].kind == DRAW_TEXT)
                check_word(at, &list, &list.items[i], palette);
    }
    draw_list_free(&list);
}
