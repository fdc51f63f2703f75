/* An app that shows stops of the tour instead of visits: for pictures, readings and the preview's window. */
#ifndef IOP_APP_TOUR_H
#define IOP_APP_TOUR_H

#include "app.h"
#include "tour.h"

/* app_open() with the made-up machine of the tour behind the screen of staff. */
void app_open_for_tour(struct app *app, struct app_setup setup, int width, int height);

/* Shows a stop, at its top, at the time of its clock; nothing is touched, chosen by keys, or left of the one before. */
void app_show_stop(struct app *app, const struct stop *stop);

#endif
