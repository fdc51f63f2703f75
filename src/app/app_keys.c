/* What each key does: it moves the choice, does what is chosen, or leads back, home or to help. */
#include "app_parts.h"

static const struct action no_action = {ACTION_NONE, 0, 0};
static const struct action get_help = {ACTION_GO, SCREEN_HELP, 0};
static const struct action aloud = {ACTION_READ_ALOUD, 1, 0};

/* Keys are in use, and somebody must see where. */
static bool used(struct app *app)
{
    session_by_keys(&app->session);
    return focus_show(app);
}

/* Any key wakes, and does no more than that; only Help helps at once. Headphones that are pulled out are somebody who
 * leaves. */
static unsigned wake(struct app *app, enum input_key key, int64_t now_ms)
{
    if (key == KEY_HEADPHONES_OUT)
        return APP_OK;
    unsigned result = app_act(app, (struct action){ACTION_BEGIN, app->session.language, 0}, now_ms);
    if (key != KEY_OTHER)
        used(app);
    bool listens = key == KEY_HEADPHONES_IN || key == KEY_READ_ALOUD || app->voice.headphones;
    if (listens && app->setup.voice)
        result |= app_act(app, aloud, now_ms);
    return key == KEY_HELP ? result | app_act(app, get_help, now_ms) : result;
}

/* Nobody presses what they cannot see: the first press shows where the choice is. */
static unsigned press_chosen(struct app *app, bool was_shown, int64_t now_ms)
{
    const struct node *node = app->focus.node;
    bool silent = node != NULL && (node->action.kind == ACTION_NONE || node->disabled);
    bool presses = node != NULL && was_shown && !node->disabled && !focus_bring_back(app);
    unsigned result = app_act(app, presses ? node->action : no_action, now_ms);
    if (silent)
        voice_rests_on(app);
    return result;
}

/* Who listens goes through everything up and down, and through what can be chosen to the left and right. */
static void move_by_ear(struct app *app, enum input_key key)
{
    bool back = key == KEY_PREVIOUS || key == KEY_UP || key == KEY_LEFT;
    focus_listen(app, back, key != KEY_LEFT && key != KEY_RIGHT);
    voice_rests_on(app);
}

static unsigned move(struct app *app, enum input_key key, int64_t now_ms)
{
    unsigned result = app_act(app, no_action, now_ms);
    if (app->session.reading)
        move_by_ear(app, key);
    else if (key == KEY_NEXT || key == KEY_PREVIOUS)
        focus_step(app, key == KEY_PREVIOUS);
    else
        focus_go(app, key == KEY_UP ? WAY_UP : key == KEY_DOWN ? WAY_DOWN : key == KEY_LEFT ? WAY_LEFT : WAY_RIGHT);
    return result;
}

/* Who presses Help on the help screen once more may not see that it is there. */
static bool asks_twice(const struct app *app)
{
    return session_view(&app->session)->screen == SCREEN_HELP && app->setup.voice && !app->session.reading;
}

static unsigned carry_out(struct app *app, enum input_key key, bool was_shown, int64_t now_ms)
{
    switch (key) {
    case KEY_NEXT:
    case KEY_PREVIOUS:
    case KEY_UP:
    case KEY_DOWN:
    case KEY_LEFT:
    case KEY_RIGHT:
        return move(app, key, now_ms);
    case KEY_ENTER:
        return press_chosen(app, was_shown, now_ms);
    case KEY_BACK:
        return app_act(app, app_of_staff(app) ? staff_back(app) : (struct action){ACTION_BACK, 0, 0}, now_ms);
    case KEY_HOME:
        return app_act(app, (struct action){ACTION_HOME, 0, 0}, now_ms);
    case KEY_HELP:
        return app_act(app, asks_twice(app) ? aloud : get_help, now_ms);
    case KEY_REPEAT:
    case KEY_PAUSE:
    case KEY_SLOWER:
    case KEY_FASTER:
    case KEY_LOUDER:
    case KEY_QUIETER:
    case KEY_HEADPHONES_IN:
    case KEY_HEADPHONES_OUT:
    case KEY_READ_ALOUD:
    case KEY_STAFF:
    case KEY_OTHER:
    case KEY_MEANINGS:
        break;
    }
    return app_act(app, voice_action(app, key), now_ms);
}

/* Under a question or a cover every key is a sign of life, as a touch beside every button is; only Help helps. */
unsigned app_key(struct app *app, struct input input, int64_t now_ms)
{
    enum input_key key = input.key;
    if (staff_key(app, input, now_ms))
        return APP_OK;
    if (voice_holds(app, key))
        return app_act(app, no_action, now_ms);
    voice_interrupted(app);
    if (session_view(&app->session)->screen == SCREEN_ATTRACT)
        return wake(app, key, now_ms);
    if (key == KEY_OTHER)
        return app_act(app, no_action, now_ms);
    bool over = app_covered(app);
    bool was_shown = used(app);
    if (over && key != KEY_HELP)
        return app_act(app, no_action, now_ms);
    return carry_out(app, key, was_shown, now_ms);
}
