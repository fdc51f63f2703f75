/* What both programs need to draw: pictures and letters, and the theme. */
#ifndef IOP_MAIN_STAGE_H
#define IOP_MAIN_STAGE_H

#include "app.h"
#include "main_options.h"
#include "raster.h"
#include "theme.h"
#include "window.h"

/* raster_open() with the content folder and the assets' pictures, searched in this order. */
struct raster *stage_raster(const char *content, const char *assets, const char **cause);

/* theme_load() from the assets; problems go to stderr, in color on a terminal. */
void stage_theme(struct theme *theme, const char *assets);

/* What is known of the panel beside the content. */
struct stage_panel {
    int width, height; /* pixels */
    int ordered_mm;    /* by the command line; 0: not */
    int told_mm;       /* by the display; 0: nothing */
    bool windowed;     /* it is not the whole display */
    int measured_mm;   /* by staff, while kiosk.yaml says measured_beside; 0: not */
    int measured_beside;
};

/* As the app shows it now, and as staff measured it. */
struct stage_panel stage_panel(const struct options *options, struct window *window, const struct app *app);

struct stage_width {
    float mm;
    enum width_from from;
};

/* Its width if kiosk.yaml says written (0: nothing), as stage_panel_mm(); for any thread. */
struct stage_width stage_panel_width(const struct stage_panel *panel, int written);

/* Width of the panel in mm: as the command line, kiosk.yaml or the display say, in this order, else that of 21.5
 * inches. A width that no panel of these pixels can have is not taken: stderr says so, once. */
float stage_panel_mm(const struct options *options, const struct content *content, struct window *window);

/* The visit has ended: drops what drawing remembers of it. window: NULL without one. */
void stage_forget(struct raster *raster, struct window *window);

#endif
