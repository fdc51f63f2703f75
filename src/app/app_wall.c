/* What the clinic's clock changes on the screen at rest. */
#include "app.h"

#include "hours.h"

void app_set_wall(struct app *app, struct wall_time wall)
{
    const struct settings *settings = &app->setup.content->settings;
    bool changed = wall.day != app->wall.day || hours_open(settings, wall) != hours_open(settings, app->wall);
    app->wall = wall;
    app->stale = app->stale || (changed && session_view(&app->session)->screen == SCREEN_ATTRACT);
}

bool app_next_wall(const struct app *app, struct wall_time *when)
{
    struct wall_time midnight = {app->wall.day + 1, 0}, change;
    if (app->wall.day == NO_DAY)
        return false;
    bool changes = hours_change(&app->setup.content->settings, app->wall, &change);
    *when = changes && wall_before(change, midnight) ? change : midnight;
    return true;
}
