/* Builds and asks scene trees. */
#include "scene.h"

#include "text.h"

#include <string.h>

void scene_start(struct scene *scene, struct arena *arena, enum look look)
{
    *scene = (struct scene){.arena = arena};
    scene->root = scene_add(scene, NULL, ROLE_SCREEN, look);
}

struct node *scene_add(struct scene *scene, struct node *parent, enum role role, enum look look)
{
    struct node *node = arena_take(scene->arena, sizeof *node);
    node->role = role;
    node->look = look;
    node->parent = parent;
    scene->count++;
    if (role == ROLE_MAIN)
        scene->main = node;
    if (parent == NULL)
        return node;
    if (parent->last != NULL)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void node_text(struct scene *scene, struct node *node, const char *string, enum type_style type)
{
    struct span *span = arena_take(scene->arena, sizeof *span);
    span->text = string;
    span->length = (uint32_t)strlen(string);
    node_spans(node, span, span->length > 0 ? 1 : 0, type);
}

void node_spans(struct node *node, const struct span *spans, size_t count, enum type_style type)
{
    node->spans = spans;
    node->span_count = count;
    node->type = type;
}

static bool can_be_touched(const struct node *node)
{
    return node->action.kind != ACTION_NONE && !node->disabled;
}

static struct node *hit(const struct node *node, int x, int y, const struct scene *scene, int scroll)
{
    if (node->hidden || !rect_holds(node->rect, x, y))
        return NULL;
    int inner_y = node == scene->main ? y + scroll : y;
    struct node *found = NULL;
    for (struct node *child = node->first; child != NULL; child = child->next) {
        struct node *deeper = hit(child, x, inner_y, scene, scroll);
        if (deeper != NULL)
            found = deeper;
    }
    if (found != NULL)
        return found;
    return can_be_touched(node) ? (struct node *)node : NULL;
}

struct node *scene_hit(const struct scene *scene, int x, int y, int scroll)
{
    return hit(scene->root, x, y, scene, scroll);
}

static struct node *next_beside_or_above(const struct node *node)
{
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->next;
}

struct node *node_next(const struct node *node)
{
    struct node *next = node->first != NULL ? node->first : next_beside_or_above(node);
    while (next != NULL && next->hidden)
        next = next_beside_or_above(next);
    return next;
}

bool node_within(const struct node *node, const struct node *ancestor)
{
    while (node != NULL && node != ancestor)
        node = node->parent;
    return node != NULL;
}

static void say_spans(const struct node *node, struct text *out)
{
    if (node->span_count == 0 || node->silent)
        return;
    if (out->length > 0)
        text_add(out, " ");
    for (size_t i = 0; i < node->span_count; i++)
        text_add_bytes(out, node->spans[i].text, node->spans[i].length);
}

void node_say(const struct node *node, struct text *out)
{
    if (node->hidden)
        return;
    if (node->label != NULL) {
        text_add(out, out->length > 0 ? " " : "");
        text_add(out, node->label);
        return;
    }
    say_spans(node, out);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        node_say(child, out);
}

bool action_equal(struct action a, struct action b)
{
    return a.kind == b.kind && a.a == b.a && a.b == b.b;
}
