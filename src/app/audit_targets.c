/* What can be touched: large enough for any finger, and far enough from the next. */
#include "audit_rules.h"

#include "session.h"

#include <math.h>

enum { MOST_TARGETS = 200 };

/* VVSG 2.0 7.2-I, ADA: 12.7 mm both ways, 2.54 mm apart. */
static const float least_mm = 12.7f, apart_mm = 2.54f;

static const float most_windows = 1.1f;

struct targets {
    const struct node *list[MOST_TARGETS];
    int count;
};

static bool is_whole_screen(const struct node *node)
{
    return node->parent == NULL;
}

static void collect(const struct audited *at, struct targets *targets)
{
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node)) {
        if (node->action.kind == ACTION_NONE || is_whole_screen(node))
            continue;
        if (targets->count == MOST_TARGETS) {
            audit_note(at, RULE_TARGET, node, "is one target too many for the audit");
            return;
        }
        targets->list[targets->count++] = node;
    }
}

static void check_size(const struct audited *at, const struct node *node)
{
    float mm_across = (float)node->rect.w / at->frame->scale.px_per_mm;
    float mm_down = (float)node->rect.h / at->frame->scale.px_per_mm;
    float pixel = 1 / at->frame->scale.px_per_mm;
    if (mm_across + pixel < least_mm || mm_down + pixel < least_mm)
        audit_note(at, RULE_TARGET, node, "is %.1f x %.1f mm, %.1f is the least", (double)mm_across, (double)mm_down,
                   (double)least_mm);
}

static bool scrolls(const struct audited *at, const struct node *node)
{
    return at->scene->main != NULL && node_within(node, at->scene->main);
}

/* Answers are compared: each is seen as a whole, or nearly so on a small panel. Large letters cannot help it. */
static void check_answer(const struct audited *at, const struct node *node)
{
    const struct node *main = at->scene->main;
    if (node->action.kind == ACTION_ANSWER && at->text_size <= DEFAULT_TEXT_SIZE && main != NULL &&
        (float)node->rect.h > most_windows * (float)main->rect.h)
        audit_note(at, RULE_WINDOW, node, "is an answer of %d pixels, and %d are seen at once", node->rect.h,
                   main->rect.h);
}

/* Pixels between two rectangles in the direction in which they are farther apart; below 0 if they meet. */
static int distance(struct rect a, struct rect b)
{
    int across = a.x < b.x ? b.x - a.x - a.w : a.x - b.x - b.w;
    int down = a.y < b.y ? b.y - a.y - a.h : a.y - b.y - b.h;
    return across > down ? across : down;
}

/* Two targets that do the same are one to the visitor. */
static void check_distance(const struct audited *at, const struct node *a, const struct node *b)
{
    if (scrolls(at, a) != scrolls(at, b) || node_within(b, a) || action_equal(a->action, b->action))
        return;
    int apart = distance(a->rect, b->rect);
    if ((float)(apart + 1) < apart_mm * at->frame->scale.px_per_mm)
        audit_note(at, RULE_DISTANCE, a, "is %.1f mm from #%s at %d,%d %dx%d, %.1f is the least",
                   (double)((float)apart / at->frame->scale.px_per_mm), b->name != NULL ? b->name : "?", b->rect.x,
                   b->rect.y, b->rect.w, b->rect.h, (double)apart_mm);
}

/* A word in a line may be small because a button does the same (WCAG 2.2, 2.5.8, exceptions Inline and Equivalent). */
static void check_words(const struct audited *at, const struct node *node, const struct targets *targets)
{
    bool listed = node->role != ROLE_TERM || node->hidden || node_is_behind(node);
    for (int i = 0; i < targets->count && !listed; i++)
        listed = action_equal(targets->list[i]->action, node->action);
    if (!listed)
        audit_note(at, RULE_TARGET, node, "is a word that no button explains");
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (!child->hidden)
            check_words(at, child, targets);
}

void audit_targets(const struct audited *at)
{
    struct targets targets = {.count = 0};
    collect(at, &targets);
    check_words(at, at->scene->root, &targets);
    for (int i = 0; i < targets.count; i++) {
        check_size(at, targets.list[i]);
        check_answer(at, targets.list[i]);
        for (int k = i + 1; k < targets.count; k++)
            check_distance(at, targets.list[i], targets.list[k]);
    }
}
