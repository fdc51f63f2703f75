/* Turns input into actions, actions into scenes, scenes into rectangles to draw. */
#include "app_parts.h"

#include "hours.h"
#include "wipe.h"

static const float screenful = 0.85f; /* what the scroll buttons move, as a share of the window */

/* ---- scene ------------------------------------------------------------------------------------- */

bool app_covered(const struct app *app)
{
    return app->session.asking || app->session.cover != COVER_NONE;
}

/* A question, a cover or a note instead of the page scrolls by itself: the place where the visitor was reading waits
 * beneath. */
static bool scrolls_apart(const struct app *app)
{
    return app_covered(app) || app->scene.apart;
}

int app_scroll(const struct app *app)
{
    return scrolls_apart(app) ? app->cover_scroll : session_view(&app->session)->scroll;
}

static void set_scroll(struct app *app, int pixels)
{
    if (scrolls_apart(app))
        app->cover_scroll = pixels > 0 ? pixels : 0;
    else
        session_scroll(&app->session, pixels);
}

int app_scroll_limit(const struct app *app)
{
    return scene_scroll_limit(&app->scene);
}

static void limit_scroll(struct app *app)
{
    int limit = app_scroll_limit(app);
    int scroll = app_scroll(app);
    if (scroll > limit || scroll < 0)
        set_scroll(app, scroll < 0 ? 0 : limit);
}

/* A scroll button at its end says so. */
static void mark_scroll_ends(struct app *app)
{
    int scroll = app_scroll(app), limit = scene_scroll_limit(&app->scene);
    for (struct node *node = app->scene.root; node != NULL; node = node_next(node))
        if (node->action.kind == ACTION_SCROLL)
            node->disabled = node->action.a < 0 ? scroll <= 0 : scroll >= limit;
}

/* A finger that stays down while the scene is built anew (a countdown) keeps what it pressed, if that is
 * still there. */
static void find_press_again(struct app *app, struct action pressed)
{
    const struct node *node = scene_hit(&app->scene, app->press.x, app->press.y, app_scroll(app));
    if (node != NULL && action_equal(node->action, pressed))
        app->press.node = node;
}

static struct frame frame_now(const struct app *app)
{
    int width = app->frame.width, height = app->frame.above + app->frame.height;
    float mm = app->setup.panel_mm;
    int size = app->session.text_size;
    return app->session.lower ? frame_lower(width, height, mm, app->setup.theme, size)
                              : frame_make(width, height, mm, app->setup.theme, size);
}

static void build(struct app *app, int64_t now_ms)
{
    struct action pressed = app->press.node != NULL ? app->press.node->action : (struct action){0};
    app->press.node = NULL;
    arena_reset(&app->arena);
    app->frame = frame_now(app);
    struct staff_board board = staff_board(app, now_ms);
    struct screen_request request = {
        app->setup.content, &app->session, &app->frame, session_seconds_left(&app->session, app->setup.content, now_ms),
        app->setup.voice,   app->wall,     &board};
    screen_build(&app->scene, &app->arena, &request);
    layout_scene(&app->scene, &app->frame, app->setup.theme, &app->setup.metrics);
    app->cover_scroll = scrolls_apart(app) ? app->cover_scroll : 0;
    limit_scroll(app);
    if (pressed.kind != ACTION_NONE)
        find_press_again(app, pressed);
    focus_after_build(app);
    app->stale = false;
    app->repaint = true;
}

const struct scene *app_scene(struct app *app, int64_t now_ms)
{
    if (app->stale)
        build(app, now_ms);
    return &app->scene;
}

/* Only the reserve help card scrolls at rest: that begins a visit, so that it ends and goes back to its top. */
void app_begin_by_scrolling(struct app *app, int64_t now_ms)
{
    if (session_view(&app->session)->screen == SCREEN_ATTRACT)
        session_apply(&app->session, app->setup.content, (struct action){ACTION_BEGIN, app->session.language, 0},
                      now_ms);
}

/* What lies behind a note stands still. */
bool app_stands_still(const struct app *app)
{
    return app->scene.main == NULL || node_is_behind(app->scene.main);
}

bool app_scroll_to(struct app *app, int pixels)
{
    if (app_stands_still(app))
        return false;
    int before = app_scroll(app);
    set_scroll(app, pixels);
    limit_scroll(app);
    app->repaint = app->repaint || app_scroll(app) != before;
    return app_scroll(app) != before;
}

/* ---- effects -------------------------------------------------------------------------------------- */

void app_wipe(struct app *app, int64_t now_ms)
{
    session_wipe(&app->session, now_ms);
    arena_reset(&app->arena);
    app->scene = (struct scene){0};
    draw_list_wipe(&app->list);
    damage_wipe(&app->damage);
    wipe(&app->press, sizeof app->press);
    wipe(&app->focus, sizeof app->focus);
    voice_wiped(app);
    wipe(&app->corners, sizeof app->corners);
    app->cover_scroll = 0;
    app->stale = true;
}

unsigned app_follow(struct app *app, unsigned effects, int64_t now_ms)
{
    if ((effects & EFFECT_REDRAW) != 0)
        app->stale = true;
    if ((effects & EFFECT_WIPE) == 0)
        return APP_OK;
    app_wipe(app, now_ms);
    return APP_WIPED;
}

/* A code that was asked for is of use only as a whole. */
static void bring_code_into_sight(struct app *app, int64_t now_ms)
{
    const struct scene *scene = app_scene(app, now_ms);
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (node->role != ROLE_CODE || scene->main == NULL || !node_within(node, scene->main))
            continue;
        int top = node->rect.y - scene->main->rect.y, below = top + node->rect.h - scene->main->rect.h;
        if (app_scroll(app) > top || app_scroll(app) < below)
            app_scroll_to(app, top < below ? top : (top + below) / 2);
        return;
    }
}

int app_screenful(const struct app *app)
{
    return app->scene.main != NULL ? (int)((float)app->scene.main->rect.h * screenful) : 0;
}

/* Whatever woke the screen: while the clinic is closed, there is help only. */
static struct action by_the_clock(const struct app *app, struct action action)
{
    if (action.kind == ACTION_BEGIN && !hours_open(&app->setup.content->settings, app->wall))
        action.b = BEGIN_HELP;
    return action;
}

static unsigned scroll(struct app *app, struct action action, int64_t now_ms)
{
    app_scene(app, now_ms);
    app_begin_by_scrolling(app, now_ms);
    if (app->scene.main != NULL)
        app_scroll_to(app, app_scroll(app) + app_screenful(app) * action.a);
    return app_follow(app, session_touch(&app->session, now_ms), now_ms);
}

static unsigned act(struct app *app, struct action action, int64_t now_ms)
{
    if (action.kind == ACTION_SCROLL)
        return scroll(app, action, now_ms);
    if (app_of_staff(app) && action.kind == ACTION_GO && action.a == SCREEN_HELP)
        return staff_leave_for_help(app, now_ms);
    unsigned staff = action.kind == ACTION_STAFF ? staff_act_on(app, action, now_ms) : APP_OK;
    unsigned result = staff | app_follow(app, session_apply(&app->session, app->setup.content, action, now_ms), now_ms);
    if (action.kind == ACTION_TAKE && app->session.taking)
        bring_code_into_sight(app, now_ms);
    return result;
}

unsigned app_act(struct app *app, struct action action, int64_t now_ms)
{
    action = by_the_clock(app, action);
    struct voice_place before = voice_place(app);
    unsigned result = act(app, action, now_ms);
    if ((result & APP_WIPED) == 0)
        voice_follow(app, &before, action, now_ms);
    else if (before.reading && action.kind == ACTION_DONE)
        voice_goodbye(app, before.language);
    return result;
}

/* ---- input -------------------------------------------------------------------------------------------- */

static void resize(struct app *app, int width, int height)
{
    app->frame.width = width;
    app->frame.height = height;
    app->frame.above = 0;
    damage_start(&app->damage, width, height);
    app->stale = true;
}

static unsigned handle(struct app *app, struct input input, int64_t now_ms)
{
    switch (input.kind) {
    case INPUT_PRESS:
        voice_interrupted(app);
        pointer_press_begins(app, input, now_ms);
        break;
    case INPUT_MOVE:
        pointer_press_moves(app, input, now_ms);
        break;
    case INPUT_RELEASE:
        return pointer_press_ends(app, input, now_ms);
    case INPUT_CANCEL:
        pointer_press_cancelled(app);
        break;
    case INPUT_PAIR:
    case INPUT_PAIR_ENDS:
        staff_corners_held(app, input, now_ms);
        break;
    case INPUT_WHEEL:
        voice_interrupted(app);
        pointer_wheel(app, input, now_ms);
        break;
    case INPUT_RESIZE:
        resize(app, input.x, input.y);
        break;
    case INPUT_REDRAW:
        app->damage.all = true;
        app->repaint = true;
        break;
    case INPUT_STOP:
        return APP_STOP;
    case INPUT_KEY:
        return app_key(app, input, now_ms);
    case INPUT_NONE:
    case INPUT_RELOAD:
        app->stale = app->stale || app_of_staff(app); /* it shows what was read */
        break;
    case INPUT_SPOKEN:
        voice_said(app, now_ms);
        break;
    case INPUT_CLOCK:
        break;
    }
    return APP_OK;
}

/* Of the question "Are you still there?", or of cleaning. */
static int seconds_left(const struct app *app, int64_t now_ms)
{
    return session_is_cleaned(&app->session) ? session_cleaning_left_s(&app->session, now_ms)
                                             : session_seconds_left(&app->session, app->setup.content, now_ms);
}

/* Time passes first: a touch after a long sleep finds the visit ended, and does not revive it. */
static unsigned pass_time(struct app *app, int64_t now_ms)
{
    struct voice_place before = voice_place(app);
    unsigned effects = session_tick(&app->session, app->setup.content, now_ms);
    if (before.asking != app->session.asking || before.cover != app->session.cover) {
        pointer_press_cancelled(app); /* another screen came under the finger */
        app->cover_scroll = 0;
    }
    unsigned result = app_follow(app, effects, now_ms);
    if ((result & APP_WIPED) == 0) {
        voice_follow(app, &before, (struct action){ACTION_NONE, 0, 0}, now_ms);
        voice_tick(app, seconds_left(app, now_ms), now_ms);
    }
    return result;
}

unsigned app_input(struct app *app, struct input input, int64_t now_ms)
{
    unsigned result = pass_time(app, now_ms);
    staff_pass_time(app, now_ms);
    if (input.kind == INPUT_KEY)
        voice_headphones(app, input.key); /* they are of the kiosk: noted whatever is shown */
    app_scene(app, now_ms);
    return staff_ignores(app, input.kind) ? result : result | handle(app, input, now_ms);
}

int app_draw(struct app *app, struct rect *rects, int64_t now_ms)
{
    app_scene(app, now_ms);
    if (!app->repaint && !app->damage.all)
        return 0;
    mark_scroll_ends(app);
    struct paint_state state = {.frame = &app->frame,
                                .theme = app->setup.theme,
                                .metrics = &app->setup.metrics,
                                .palette = app->session.theme,
                                .scroll = app_scroll(app),
                                .pressed = app->press.node,
                                .focused = app->focus.shown ? app->focus.node : NULL};
    paint_scene(&app->scene, &state, &app->list);
    app->repaint = false;
    return damage_find(&app->damage, &app->list, rects);
}

int64_t app_deadline(const struct app *app, int64_t now_ms)
{
    int64_t visit = session_deadline(&app->session, app->setup.content, now_ms);
    int64_t staff = staff_deadline(app, now_ms);
    return staff >= 0 && (visit < 0 || staff < visit) ? staff : visit;
}

bool app_at_rest(const struct app *app)
{
    return session_view(&app->session)->screen == SCREEN_ATTRACT && !app->press.down && !app->corners.both;
}

/* Whatever was drawn may name what is no more, and pictures of the same name may look different. */
void app_change_content(struct app *app, const struct content *content, float panel_mm, int64_t now_ms)
{
    app_wipe(app, now_ms);
    if (content->settings.panel_width_mm != app->told_mm)
        app->measured_mm = 0; /* staff have written it down */
    app->setup.content = content;
    app->setup.panel_mm = app->measured_mm > 0 ? (float)app->measured_mm : panel_mm;
    app->damage.all = true;
}

void app_open(struct app *app, struct app_setup setup, int width, int height, int64_t now_ms)
{
    *app = (struct app){.setup = setup};
    session_start(&app->session, now_ms);
    resize(app, width, height);
}

void app_close(struct app *app)
{
    app_wipe(app, 0);
    arena_free(&app->arena);
    draw_list_free(&app->list);
}
