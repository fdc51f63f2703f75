/* What a walker sees, finds and touches. */
#include "walk.h"

#include "plain.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_WORDS = 2048, SCROLLS = 200 };

bool walk_fails(struct walker *walker, const char *format, ...)
{
    char cause[WALK_SENTENCE_SIZE / 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(cause, sizeof cause, format, arguments);
    va_end(arguments);
    struct place place = tree_place(&walker->walk->tree, walker->step);
    snprintf(walker->sentence, WALK_SENTENCE_SIZE, "%s:%d: %s", place.file, place.line, cause);
    return false;
}

const struct scene *walk_scene(struct walker *walker)
{
    return app_scene(&walker->app, walker->now_ms);
}

/* ---- words -------------------------------------------------------------------------------------------- */

/* Line breaks and the spaces that hold phone numbers together are spaces to a reader. */
static void plain_spaces(char *words)
{
    char *to = words;
    for (const char *from = words; *from != '\0'; from++) {
        bool holds = from[0] == '\xc2' && from[1] == '\xa0';
        *to++ = holds || *from == '\n' ? ' ' : *from;
        from += holds ? 1 : 0;
    }
    *to = '\0';
}

static void words_of(const struct node *node, char *words, size_t size)
{
    struct text out = text_in(words, size);
    node_say(node, &out);
    plain_spaces(words);
}

static bool says(const struct node *node, const char *what)
{
    char words[LONGEST_WORDS];
    words_of(node, words, sizeof words);
    return strcmp(words, what) == 0;
}

bool walk_sees(struct walker *walker, const char *what)
{
    char words[LONGEST_WORDS];
    for (const struct node *node = walk_scene(walker)->root; node != NULL; node = node_next(node)) {
        if (node->span_count == 0)
            continue;
        words_of(node, words, sizeof words);
        if (strstr(words, what) != NULL)
            return true;
    }
    return false;
}

/* ---- finding ------------------------------------------------------------------------------------------- */

static bool can_be_touched(const struct node *node)
{
    return node->action.kind != ACTION_NONE && !node->disabled && node->parent != NULL;
}

static bool has_a_text(const struct node *node, const char *what)
{
    if (node->hidden)
        return false;
    if (node->span_count > 0 && !node->silent && says(node, what))
        return true;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (has_a_text(child, what))
            return true;
    return false;
}

static bool is_meant(const struct node *node, const char *what)
{
    bool by_name = node->name != NULL && strcmp(node->name, what) == 0;
    return by_name || says(node, what) || has_a_text(node, what);
}

/* Names come first; two different things of the same words are no clear wish. */
const struct node *walk_find(struct walker *walker, const char *what)
{
    const struct node *found = plain_find(walk_scene(walker), what);
    if (found != NULL && found->parent != NULL && found->name != NULL && strcmp(found->name, what) == 0)
        return found;
    found = NULL;
    for (const struct node *node = walk_scene(walker)->root; node != NULL; node = node_next(node)) {
        if (!can_be_touched(node) || !is_meant(node, what))
            continue;
        if (found != NULL && !action_equal(found->action, node->action)) {
            walk_fails(walker, "two things on this screen say \"%s\"", what);
            return NULL;
        }
        found = found != NULL ? found : node;
    }
    if (found == NULL)
        walk_fails(walker, "there is nothing to touch that says \"%s\"", what);
    return found;
}

static const struct node *word_within(const struct node *node, const char *name)
{
    if (node->role == ROLE_TERM && !node->hidden && strcmp(node->name, name) == 0)
        return node;
    const struct node *found = NULL;
    for (const struct node *child = node->first; child != NULL && found == NULL; child = child->next)
        found = node->behind || node->hidden ? NULL : word_within(child, name);
    return found;
}

const struct node *walk_find_word(struct walker *walker, const char *term)
{
    char name[80];
    snprintf(name, sizeof name, "mark:%s", term);
    const struct node *found = word_within(walk_scene(walker)->root, name);
    if (found == NULL)
        walk_fails(walker, "no text on this screen marks the word \"%s\"", term);
    return found;
}

/* ---- touching ------------------------------------------------------------------------------------------ */

static int scroll_of(const struct walker *walker)
{
    return app_scroll(&walker->app);
}

static bool finger(struct walker *walker, int x, int y)
{
    const enum input_kind kinds[] = {INPUT_PRESS, INPUT_RELEASE};
    for (int i = 0; i < 2; i++)
        app_input(&walker->app, (struct input){.kind = kinds[i], .x = x, .y = y}, walker->now_ms);
    struct rect rects[MAX_DAMAGE];
    app_draw(&walker->app, rects, walker->now_ms);
    return true;
}

static bool touch_scroll_button(struct walker *walker, const char *name)
{
    for (const struct node *node = walk_scene(walker)->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0 && !node->disabled)
            return finger(walker, node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2);
    return false;
}

/* A point of the node that is inside the window it scrolls in and means the node; false if there is none. */
static bool visible_point(struct walker *walker, const struct node *node, int *x, int *y)
{
    const struct scene *scene = walk_scene(walker);
    struct rect rect = node->rect;
    bool scrolls = scene->main != NULL && node != scene->main && node_within(node, scene->main);
    if (scrolls)
        rect.y -= scroll_of(walker);
    struct rect seen = scrolls ? rect_intersection(rect, scene->main->rect) : rect;
    *x = seen.x + seen.w / 2;
    *y = seen.y + seen.h / 2;
    if (rect_empty(seen) || (scrolls && seen.h < rect.h / 2))
        return false;
    return scene_hit(scene, *x, *y, scroll_of(walker)) == node;
}

bool walk_touch(struct walker *walker, const struct node *node)
{
    int x, y;
    if (walker->means != WALK_BY_FINGER)
        return walk_choose(walker, node);
    for (int i = 0; i < SCROLLS; i++) {
        if (visible_point(walker, node, &x, &y))
            return finger(walker, x, y);
        const struct scene *scene = walk_scene(walker);
        int top = scene->main != NULL ? scene->main->rect.y : 0;
        bool below = node->rect.y - scroll_of(walker) > top;
        if (!touch_scroll_button(walker, below ? "scroll-down" : "scroll-up"))
            break;
    }
    char words[LONGEST_WORDS];
    words_of(node, words, sizeof words);
    return walk_fails(walker, "\"%.80s\" (%s) is out of a finger's reach", words,
                      node->name != NULL ? node->name : "?");
}

bool walk_touch_anywhere(struct walker *walker)
{
    enum { STEPS = 16 };
    const struct scene *scene = walk_scene(walker);
    if (walker->means != WALK_BY_FINGER) {
        walk_press(walker, KEY_NEXT);
        return true;
    }
    for (int i = 0; i < STEPS * STEPS; i++) {
        int x = scene->root->rect.w * (i % STEPS) / STEPS, y = scene->root->rect.h * (i / STEPS) / STEPS;
        const struct node *hit = scene_hit(scene, x, y, scroll_of(walker));
        if (hit == NULL || hit == scene->root)
            return finger(walker, x, y);
    }
    return walk_fails(walker, "every place of this screen is a button");
}

void walk_tells_time(struct walker *walker)
{
    enum { MINUTE_MS = 60000 };
    struct wall_time at = walker->walk->at;
    if (at.day == NO_DAY)
        return;
    int64_t minutes = at.minute + (walker->now_ms - walker->began_ms) / MINUTE_MS;
    at.day += (int)(minutes / MINUTES_A_DAY);
    at.minute = (int)(minutes % MINUTES_A_DAY);
    app_set_wall(&walker->app, at);
}

void walk_waits(struct walker *walker, int64_t seconds)
{
    const int64_t until = walker->now_ms + seconds * 1000;
    while (walker->now_ms < until) {
        int64_t deadline = app_deadline(&walker->app, walker->now_ms);
        walker->now_ms = deadline > walker->now_ms && deadline < until ? deadline : until;
        app_input(&walker->app, (struct input){.kind = INPUT_NONE}, walker->now_ms);
        walk_tells_time(walker);
        struct rect rects[MAX_DAMAGE];
        app_draw(&walker->app, rects, walker->now_ms);
    }
}
