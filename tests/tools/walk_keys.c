/* How a walker with switches or a keypad gets to what a step means. */
#include "walk.h"

#include "plain.h"

#include <stdio.h>
#include <string.h>

enum { MOST_PRESSES = 600 };

void walk_press(struct walker *walker, enum input_key key)
{
    app_input(&walker->app, (struct input){.kind = INPUT_KEY, .key = key}, walker->now_ms);
    struct rect rects[MAX_DAMAGE];
    app_draw(&walker->app, rects, walker->now_ms);
}

/* A keypad has keys of their own for some buttons; two switches have none. */
static bool has_key(const struct node *node, enum input_key *key)
{
    bool help = node->action.kind == ACTION_GO && node->action.a == SCREEN_HELP;
    *key = node->action.kind == ACTION_BACK ? KEY_BACK : node->action.kind == ACTION_HOME ? KEY_HOME : KEY_HELP;
    return help || *key != KEY_HELP;
}

/* What was scrolled away is not pressed. */
static bool in_sight(struct walker *walker, const struct node *node)
{
    const struct node *main = walk_scene(walker)->main;
    struct rect rect = node->rect;
    if (main == NULL || !node_within(node, main))
        return true;
    rect.y -= session_view(&walker->app.session)->scroll;
    return !rect_empty(rect_intersection(rect, main->rect));
}

static bool rests_on(struct walker *walker, const struct node *node)
{
    const struct app_focus *focus = &walker->app.focus;
    return in_sight(walker, node) && focus->shown && focus->node == node;
}

/* Switches move on; keys go back, so that both ways are walked. */
bool walk_choose(struct walker *walker, const struct node *node)
{
    bool keypad = walker->means == WALK_BY_KEYS;
    enum input_key key;
    if (keypad && has_key(node, &key)) {
        walk_press(walker, key);
        return true;
    }
    for (int i = 0; i < MOST_PRESSES && !rests_on(walker, node); i++)
        walk_press(walker, keypad ? KEY_PREVIOUS : KEY_NEXT);
    if (!rests_on(walker, node))
        return walk_fails(walker, "%s do not reach \"%s\"", keypad ? "keys" : "switches",
                          node->name != NULL ? node->name : role_name(node->role));
    walk_press(walker, KEY_ENTER);
    return true;
}

/* Any key wakes in the first language; the button of another one is on the first screen. */
bool walk_begin_by_keys(struct walker *walker, int language)
{
    walk_press(walker, KEY_NEXT);
    if (walker->app.session.language == language)
        return true;
    const struct node *button = walk_find(walker, "language");
    return button != NULL && walk_choose(walker, button);
}
