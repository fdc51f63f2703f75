/* Finds stops: in order, by direction, and again after a change. */
#include "focus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- stops --------------------------------------------------------------------------------------- */

const struct node *focus_dialog(const struct scene *scene)
{
    const struct node *dialog = NULL;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        dialog = node->role == ROLE_DIALOG ? node : dialog;
    return dialog;
}

/* What is hidden, or behind a dialog, is in no reach. */
static bool in_reach(const struct node *node)
{
    for (const struct node *at = node; at != NULL; at = at->parent)
        if (at->hidden || at->behind)
            return false;
    return true;
}

/* The screen as a whole, and what lies beside a note, are touched but not chosen. */
static bool has_action(const struct node *node)
{
    bool ground = node->role == ROLE_SCREEN || node->role == ROLE_GROUP;
    return node->action.kind != ACTION_NONE && node->action.kind != ACTION_SCROLL && !ground &&
           node->role != ROLE_TERM; /* a button on the same screen does the same */
}

/* Said by something around it: a button says its words, a picture of many parts its label. */
static bool said_above(const struct node *node)
{
    for (const struct node *at = node->parent; at != NULL; at = at->parent)
        if (has_action(at) || at->label != NULL || at->action.kind == ACTION_SCROLL)
            return true;
    return false;
}

static bool is_text(const struct node *node)
{
    bool says = node->label != NULL || (node->span_count > 0 && !node->silent);
    return says && node->action.kind == ACTION_NONE && !said_above(node);
}

bool focus_is_stop(const struct node *node, bool with_reading)
{
    bool stop = has_action(node) ? with_reading || !node->disabled : with_reading && is_text(node);
    return stop && in_reach(node);
}

size_t focus_stops(const struct scene *scene, bool with_reading, const struct node **stops, size_t room)
{
    size_t count = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (!focus_is_stop(node, with_reading))
            continue;
        if (count < room)
            stops[count] = node;
        count++;
    }
    return count;
}

/* ---- order --------------------------------------------------------------------------------------- */

static const struct node *first_stop(const struct node *at, bool with_reading)
{
    while (at != NULL && !focus_is_stop(at, with_reading))
        at = node_next(at);
    return at;
}

const struct node *focus_next(const struct scene *scene, const struct node *from, bool with_reading)
{
    const struct node *next = from != NULL ? first_stop(node_next(from), with_reading) : NULL;
    return next != NULL ? next : first_stop(scene->root, with_reading);
}

const struct node *focus_previous(const struct scene *scene, const struct node *from, bool with_reading)
{
    const struct node *last = NULL;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (node == from && last != NULL)
            return last;
        if (focus_is_stop(node, with_reading))
            last = node;
    }
    return last;
}

static const struct node *first_heading(const struct node *top)
{
    for (const struct node *node = top; node != NULL && node_within(node, top); node = node_next(node))
        if (node->role == ROLE_HEADING && node->span_count > 0)
            return node;
    return NULL;
}

const struct node *focus_start(const struct scene *scene)
{
    const struct node *dialog = focus_dialog(scene), *top = dialog != NULL ? dialog : scene->main;
    const struct node *title = top != NULL ? first_heading(top) : NULL;
    if (title != NULL)
        return title;
    const struct node *stop = focus_next(scene, top, false);
    return stop != NULL ? stop : scene->root;
}

const struct node *focus_text(const struct scene *scene, struct focus_stretch stretch, bool last)
{
    const struct node *found = NULL, *main = scene->main;
    const struct node *node = stretch.from != NULL ? node_next(stretch.from) : main;
    for (; node != NULL && node != stretch.to && node_within(node, main); node = node_next(node)) {
        int y = node->rect.y - main->rect.y;
        if (!is_text(node) || y + node->rect.h <= stretch.top || y >= stretch.bottom)
            continue;
        if (!last)
            return node;
        found = node;
    }
    return found;
}

/* ---- direction ----------------------------------------------------------------------------------- */

/* What can be seen of it; empty if it is scrolled away. */
static struct rect seen(const struct scene *scene, const struct node *node, int scroll)
{
    struct rect rect = node->rect;
    if (scene->main == NULL || !node_within(node, scene->main))
        return rect;
    rect.y -= scroll;
    return rect_intersection(rect, scene->main->rect);
}

/* How far from one stretch to another, 0 if they overlap. */
static int gap(int start, int length, int other_start, int other_length)
{
    int behind = other_start - (start + length), before = start - (other_start + other_length);
    return behind > 0 ? behind : before > 0 ? before : 0;
}

static struct rect turned(struct rect rect)
{
    return (struct rect){rect.y, rect.x, rect.h, rect.w};
}

/* How far it is downward from one rectangle to another; -1 if the other is not below. What stands under it comes
 * before what stands aside, then what begins at the same edge. */
static int distance_down(struct rect from, struct rect to, bool same_column)
{
    bool below = to.y + to.h / 2 > from.y + from.h / 2 && to.y >= from.y + from.h / 2;
    int aside = gap(from.x, from.w, to.x, to.w);
    if (!below || (same_column && aside > 0))
        return -1;
    int ahead = to.y - (from.y + from.h);
    return (ahead > 0 ? ahead : 0) * 8 + aside * 24 + abs(to.x - from.x);
}

/* Every direction is down, once the screen is turned. */
static int distance(struct rect from, struct rect to, enum way way)
{
    bool sideways = way == WAY_LEFT || way == WAY_RIGHT;
    if (sideways) {
        from = turned(from);
        to = turned(to);
    }
    if (way == WAY_UP || way == WAY_LEFT) {
        from.y = -from.y - from.h;
        to.y = -to.y - to.h;
    }
    return distance_down(from, to, sideways);
}

const struct node *focus_toward(const struct scene *scene, const struct node *from, enum way way, int scroll)
{
    struct rect start = seen(scene, from, scroll);
    const struct node *nearest = NULL;
    int least = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        struct rect rect = seen(scene, node, scroll);
        if (node == from || rect_empty(rect) || !focus_is_stop(node, false))
            continue;
        int found = distance(start, rect, way);
        if (found < 0 || (nearest != NULL && found >= least))
            continue;
        nearest = node;
        least = found;
    }
    return nearest;
}

/* ---- the same again ------------------------------------------------------------------------------ */

enum likeness { LIKE_ALL, LIKE_NAME, LIKE_ACTION, LIKENESSES };

static bool has_name(const struct node *node, const char *name)
{
    return node->name != NULL && name[0] != '\0' && strcmp(node->name, name) == 0;
}

static bool alike(const struct node *node, const struct focus_mark *mark, enum likeness likeness)
{
    bool same_name = has_name(node, mark->name) || (node->name == NULL && mark->name[0] == '\0');
    bool same_action = action_equal(node->action, mark->action);
    switch (likeness) {
    case LIKE_ALL:
        return same_name && same_action && node->role == mark->role;
    case LIKE_NAME:
        return has_name(node, mark->name) && node->role == mark->role;
    case LIKE_ACTION:
        return same_action && mark->action.kind != ACTION_NONE;
    case LIKENESSES:
        break;
    }
    return false;
}

struct focus_mark focus_mark(const struct scene *scene, const struct node *marked)
{
    struct focus_mark mark = {.set = true, .role = marked->role, .action = marked->action};
    if (marked->name != NULL && strlen(marked->name) < sizeof mark.name)
        snprintf(mark.name, sizeof mark.name, "%s", marked->name);
    for (const struct node *node = scene->root; node != NULL && node != marked; node = node_next(node))
        mark.number += alike(node, &mark, LIKE_ALL);
    return mark;
}

static int how_many(const struct scene *scene, const struct focus_mark *mark, enum likeness likeness)
{
    int count = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        count += alike(node, mark, likeness);
    return count;
}

/* A name that several bear tells nothing. */
static const struct node *find(const struct scene *scene, const struct focus_mark *mark, enum likeness likeness)
{
    int number = likeness == LIKE_ALL ? mark->number : 0;
    if (likeness == LIKE_NAME && how_many(scene, mark, likeness) != 1)
        return NULL;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (alike(node, mark, likeness) && number-- == 0)
            return node->disabled || !in_reach(node) ? NULL : node;
    return NULL;
}

const struct node *focus_find(const struct scene *scene, const struct focus_mark *mark)
{
    const struct node *found = NULL;
    for (int likeness = LIKE_ALL; mark->set && found == NULL && likeness < LIKENESSES; likeness++)
        found = find(scene, mark, (enum likeness)likeness);
    return found;
}
