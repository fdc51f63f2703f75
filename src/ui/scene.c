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

/* A dialog keeps touches on its words from what lies under it. */
static struct node *hit(const struct node *node, int x, int y, const struct scene *scene, int scroll)
{
    if (node->hidden || node->behind || node->role == ROLE_TERM || !rect_holds(node->rect, x, y))
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
    return can_be_touched(node) || node->role == ROLE_DIALOG ? (struct node *)node : NULL;
}

/* ---- words in texts ----------------------------------------------------------------------------- */

static int64_t squared(int number)
{
    return (int64_t)number * number;
}

/* Square of the way from a point to a rectangle, 0 inside. */
static int64_t way_to(struct rect rect, int x, int y)
{
    int across = x < rect.x ? rect.x - x : x >= rect.x + rect.w ? x - rect.x - rect.w + 1 : 0;
    int down = y < rect.y ? rect.y - y : y >= rect.y + rect.h ? y - rect.y - rect.h + 1 : 0;
    return squared(across) + squared(down);
}

struct nearest {
    struct node *term;
    int64_t way;
};

static void look_for_terms(const struct node *node, int x, int y, struct nearest *nearest)
{
    if (node->hidden || node->behind)
        return;
    int64_t way = node->role == ROLE_TERM && rect_holds(node->touch, x, y) ? way_to(node->rect, x, y) : -1;
    if (way >= 0 && (nearest->term == NULL || way < nearest->way))
        *nearest = (struct nearest){(struct node *)node, way};
    for (const struct node *child = node->first; child != NULL; child = child->next)
        look_for_terms(child, x, y, nearest);
}

/* Terms lie in what scrolls. */
static struct node *term_hit(const struct scene *scene, int x, int y, int scroll)
{
    struct nearest nearest = {0};
    if (scene->main != NULL && !node_is_behind(scene->main) && rect_holds(scene->main->rect, x, y))
        look_for_terms(scene->main, x, y + scroll, &nearest);
    return nearest.term;
}

struct node *scene_hit(const struct scene *scene, int x, int y, int scroll)
{
    struct node *found = hit(scene->root, x, y, scene, scroll);
    if (found != NULL && found != scene->root)
        return can_be_touched(found) ? found : NULL;
    struct node *term = term_hit(scene, x, y, scroll);
    return term != NULL ? term : found;
}

/* ---- reading order ------------------------------------------------------------------------------- */

static bool is_passed_over(const struct node *node)
{
    return node->hidden || node->behind || node->role == ROLE_TERM;
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
    while (next != NULL && is_passed_over(next))
        next = next_beside_or_above(next);
    return next;
}

bool node_is_behind(const struct node *node)
{
    while (node != NULL && !node->behind)
        node = node->parent;
    return node != NULL;
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
    if (is_passed_over(node))
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
