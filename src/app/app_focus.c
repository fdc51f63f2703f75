/* Keeps what keys have chosen: through every rebuild, on the way back, and in sight. */
#include "app_parts.h"

#include "wipe.h"

static const float room_mm =
    5; /* between what is chosen and the end of what is seen: the ring, and a glimpse of more */

/* ---- kept ---------------------------------------------------------------------------------------- */

/* Where the choice on this screen is kept: that of a dialog apart from the screen under it. */
static struct focus_mark *kept(struct app *app)
{
    struct app_focus *focus = &app->focus;
    return focus_dialog(&app->scene) != NULL ? &focus->over : &focus->places[app->session.depth].mark;
}

static void choose(struct app *app, const struct node *node)
{
    if (node == NULL)
        return;
    app->focus.node = node;
    app->repaint = true;
    if (!app_covered(app))
        *kept(app) = focus_mark(&app->scene, node);
}

/* Questions of a check are places of their own; the columns of a comparison are not. */
static bool same_place(const struct focus_place *place, const struct view *view)
{
    bool same = place->screen == view->screen && place->subject == view->subject;
    return same && (view->screen != SCREEN_QUESTION || place->detail == view->detail);
}

/* Going back finds what was chosen there; going on forgets what lay ahead. */
static void enter_place(struct app *app)
{
    struct app_focus *focus = &app->focus;
    int depth = app->session.depth;
    const struct view *view = session_view(&app->session);
    for (int ahead = focus->depth + 1; ahead <= depth; ahead++)
        focus->places[ahead] = (struct focus_place){0};
    if (!same_place(&focus->places[depth], view))
        focus->places[depth] = (struct focus_place){.screen = view->screen, .subject = view->subject};
    focus->places[depth].detail = view->detail;
    focus->depth = depth;
    if (focus_dialog(&app->scene) == NULL)
        focus->over.set = false;
}

static const struct node *node_with(const struct app *app, enum action_kind kind)
{
    for (const struct node *node = app->scene.root; node != NULL; node = node_next(node))
        if (node->action.kind == kind)
            return node;
    return NULL;
}

/* ---- in sight ------------------------------------------------------------------------------------ */

static bool in_main(const struct app *app, const struct node *node)
{
    return app->scene.main != NULL && node_within(node, app->scene.main);
}

/* The scroll nearest to this one at which a node of ROLE_MAIN is seen as a whole; its top, if it is too long. */
static int scroll_for(const struct app *app, const struct node *node, int scroll)
{
    const struct rect window = app->scene.main->rect;
    int room = space_px(&app->frame.scale, room_mm);
    int top = node->rect.y - window.y - room;
    int least = top + node->rect.h + 2 * room - window.h;
    int wanted = scroll < least ? least : scroll;
    wanted = wanted > top ? top : wanted;
    int limit = app_scroll_limit(app);
    return wanted < 0 ? 0 : wanted > limit ? limit : wanted;
}

static void bring_into_sight(struct app *app, const struct node *node)
{
    if (in_main(app, node))
        app_scroll_to(app, scroll_for(app, node, app_scroll(app)));
}

static bool out_of_sight(const struct app *app, const struct node *node)
{
    if (!in_main(app, node))
        return false;
    const struct rect window = app->scene.main->rect;
    int top = node->rect.y - app_scroll(app);
    return top + node->rect.h <= window.y || top >= window.y + window.h;
}

bool focus_bring_back(struct app *app)
{
    if (!out_of_sight(app, app->focus.node))
        return false;
    bring_into_sight(app, app->focus.node);
    return true;
}

void focus_after_build(struct app *app)
{
    app->focus.node = NULL;
    if (app_covered(app)) {
        app->focus.node = node_with(app, ACTION_STILL_HERE); /* what any key does then */
        return;
    }
    enter_place(app);
    const struct node *found = focus_find(&app->scene, kept(app));
    app->focus.node = found != NULL ? found : focus_start(&app->scene);
    if (found != NULL && app->focus.shown)
        bring_into_sight(app, found);
}

void focus_hide(struct app *app)
{
    app->repaint = app->repaint || app->focus.shown;
    app->focus.shown = false;
}

bool focus_show(struct app *app)
{
    bool before = app->focus.shown;
    app->repaint = app->repaint || !before;
    app->focus.shown = true;
    return before;
}

void focus_take(struct app *app, const struct node *node)
{
    bring_into_sight(app, node);
    choose(app, node);
}

void focus_listen(struct app *app, bool back, bool with_reading)
{
    const struct node *from = app->focus.node;
    const struct node *to =
        back ? focus_previous(&app->scene, from, with_reading) : focus_next(&app->scene, from, with_reading);
    if (to != NULL)
        focus_take(app, to);
}

/* ---- steps --------------------------------------------------------------------------------------- */

/* As a whole, or as much of it as fits. */
static bool can_be_seen(const struct app *app, const struct node *node)
{
    bool longer = node->rect.h > app->scene.main->rect.h;
    return !out_of_sight(app, node) && (longer || scroll_for(app, node, app_scroll(app)) == app_scroll(app));
}

/* One screenful towards a target (NULL: the end of the page), and to a text on the way there that came into sight by
 * that. False at the end of the page. */
static bool turn(struct app *app, bool back, const struct node *target)
{
    const struct node *from = app->focus.node;
    int before = app_scroll(app), seen = app->scene.main != NULL ? app->scene.main->rect.h : 0;
    if (!app_scroll_to(app, before + (back ? -1 : 1) * app_screenful(app)))
        return false;
    int now = app_scroll(app);
    struct focus_stretch stretch = back ? (struct focus_stretch){target, from, now, before}
                                        : (struct focus_stretch){from, target, before + seen, now + seen};
    const struct node *text = focus_text(&app->scene, stretch, back);
    stretch.top = now;
    stretch.bottom = now + seen;
    if (text == NULL && out_of_sight(app, from))
        text = focus_text(&app->scene, stretch, back);
    bool arrives = text == NULL && target != NULL && out_of_sight(app, from) && can_be_seen(app, target);
    choose(app, arrives ? target : text);
    return true;
}

/* What is far away is gone to by screenfuls. */
static void go_within_main(struct app *app, const struct node *target)
{
    int scroll = app_scroll(app), wanted = scroll_for(app, target, scroll);
    int way = wanted - scroll, most = app_screenful(app);
    if (way > most || way < -most) {
        turn(app, way < 0, target);
        return;
    }
    app_scroll_to(app, wanted);
    choose(app, target);
}

/* A text that is seen now between the end of the page where it was entered and the target; else the target. */
static const struct node *text_before(const struct app *app, const struct node *target, bool back)
{
    int scroll = app_scroll(app), end = scroll + app->scene.main->rect.h;
    struct focus_stretch stretch = {back ? target : NULL, back ? NULL : target, scroll, end};
    const struct node *text = focus_text(&app->scene, stretch, back);
    return text != NULL ? text : target;
}

/* From outside the page is entered at its top, from behind it at its end. */
static void enter_main(struct app *app, const struct node *target, bool back)
{
    int end = back ? app_scroll_limit(app) : 0;
    app_scroll_to(app, end);
    choose(app, scroll_for(app, target, end) == end ? target : text_before(app, target, back));
}

/* What is longer than the screen is read to its end before it is left. False if its end is in sight. */
static bool show_rest(struct app *app, bool back)
{
    const struct node *node = app->focus.node;
    if (!in_main(app, node))
        return false;
    const struct rect window = app->scene.main->rect;
    int top = node->rect.y - window.y - app_scroll(app), bottom = top + node->rect.h, most = app_screenful(app);
    int rest = back ? -top : bottom - window.h;
    int way = rest < most ? rest : most;
    return way > 0 && app_scroll_to(app, app_scroll(app) + (back ? -way : way));
}

static void go_to(struct app *app, const struct node *target, bool back)
{
    bool was_inside = in_main(app, app->focus.node);
    if (target == NULL || show_rest(app, back))
        return;
    if (in_main(app, target) && was_inside)
        go_within_main(app, target);
    else if (in_main(app, target))
        enter_main(app, target, back);
    else if (!was_inside || !turn(app, back, NULL))
        choose(app, target);
}

void focus_step(struct app *app, bool back)
{
    const struct node *from = app->focus.node;
    go_to(app, back ? focus_previous(&app->scene, from, false) : focus_next(&app->scene, from, false), back);
}

static bool behind(const struct app *app, const struct node *node, enum way way)
{
    const struct rect main = app->scene.main->rect;
    return way == WAY_UP ? node->rect.y + node->rect.h <= main.y : node->rect.y >= main.y + main.h;
}

/* Up or down from beside the page to its other side would jump over all of it. */
static bool jumps_over_main(const struct app *app, const struct node *target, enum way way)
{
    const struct node *from = app->focus.node;
    if (app->scene.main == NULL || in_main(app, from) || in_main(app, target))
        return false;
    return behind(app, target, way) && behind(app, from, way == WAY_UP ? WAY_DOWN : WAY_UP);
}

static void go_up_or_down(struct app *app, const struct node *target, enum way way)
{
    const struct node *from = app->focus.node;
    bool back = way == WAY_UP;
    if (show_rest(app, back))
        return;
    if (in_main(app, from) && (target == NULL || !in_main(app, target)) && turn(app, back, NULL))
        return;
    if (target == NULL)
        focus_step(app, back);
    else if (jumps_over_main(app, target, way))
        choose(app, text_before(app, target, back));
    else if (in_main(app, target))
        go_within_main(app, target);
    else
        choose(app, target);
}

/* From the title, down and right lead on to the first thing of the screen, wherever it stands. */
static bool begins(const struct app *app, enum way way)
{
    return (way == WAY_DOWN || way == WAY_RIGHT) && app->focus.node == focus_start(&app->scene);
}

void focus_go(struct app *app, enum way way)
{
    if (begins(app, way)) {
        focus_step(app, false);
        return;
    }
    const struct node *target = focus_toward(&app->scene, app->focus.node, way, app_scroll(app));
    if (way == WAY_UP || way == WAY_DOWN)
        go_up_or_down(app, target, way);
    else if (target != NULL)
        go_to(app, target, way == WAY_LEFT);
    else
        focus_step(app, way == WAY_LEFT);
}
