/* Puts the session of a stop into the app. */
#include "app_tour.h"

void app_open_for_tour(struct app *app, struct app_setup setup, int width, int height)
{
    app_open(app, setup, width, height, 0);
    app->facts = tour_board.facts;
    app->reload = tour_board.reload;
}

void app_show_stop(struct app *app, const struct stop *stop)
{
    app->session = stop->session;
    app->wall = stop->wall;
    app->press = (struct press){0};
    app->focus = (struct app_focus){0};
    app->cover_scroll = 0;
    app->stale = true;
}
