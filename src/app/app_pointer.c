/* What a finger does, or a mouse: presses, drags, and turns the wheel. */
#include "app_parts.h"

#include <stdlib.h>

static const float drag_begins_mm = 4;

static const struct node *node_under(struct app *app, int x, int y)
{
    return scene_hit(&app->scene, x, y, app_scroll(app));
}

void pointer_press_begins(struct app *app, struct input input, int64_t now_ms)
{
    focus_hide(app);
    app->press = (struct press){.down = true, .x = input.x, .y = input.y, .scroll = app_scroll(app)};
    app->corners.pressed_ms = now_ms;
    app->press.node = node_under(app, input.x, input.y);
    app->repaint = app->repaint || app->press.node != NULL;
}

static bool in_main(const struct app *app)
{
    return !app_stands_still(app) && rect_holds(app->scene.main->rect, app->press.x, app->press.y);
}

void pointer_press_moves(struct app *app, struct input input, int64_t now_ms)
{
    if (!app->press.down)
        return;
    int way = app->press.y - input.y;
    int threshold = real_px(&app->frame.scale, drag_begins_mm);
    if (!app->press.dragging && abs(way) > threshold && in_main(app) && scene_scroll_limit(&app->scene) > 0) {
        app->press.dragging = true;
        app->press.node = NULL;
        app->repaint = true;
        app_begin_by_scrolling(app, now_ms);
    }
    if (app->press.dragging)
        app_scroll_to(app, app->press.scroll + way);
}

void pointer_press_cancelled(struct app *app)
{
    app->repaint = app->repaint || app->press.node != NULL;
    app->press = (struct press){0};
}

unsigned pointer_press_ends(struct app *app, struct input input, int64_t now_ms)
{
    const struct node *began = app->press.node;
    bool was_down = app->press.down, for_staff = staff_corner_left(app, input, now_ms);
    pointer_press_cancelled(app);
    if (!was_down || for_staff)
        return APP_OK;
    if (began != NULL && node_under(app, input.x, input.y) == began)
        return app_act(app, began->action, now_ms);
    return app_act(app, (struct action){ACTION_NONE, 0, 0}, now_ms); /* a sign of life, and no more */
}

void pointer_wheel(struct app *app, struct input input, int64_t now_ms)
{
    app_follow(app, session_touch(&app->session, now_ms), now_ms);
    app_scene(app, now_ms);
    if (scene_scroll_limit(&app->scene) > 0)
        app_begin_by_scrolling(app, now_ms);
    app_scroll_to(app, app_scroll(app) - input.y * real_px(&app->frame.scale, 13));
}
