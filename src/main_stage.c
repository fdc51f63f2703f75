/* Opens what both programs draw with. */
#include "main_stage.h"

#include "layout.h"
#include "theme_load.h"
#include "wipe.h"

#include <stdio.h>
#include <unistd.h>

struct raster *stage_raster(const char *content, const char *assets, const char **cause)
{
    char pictures[4096];
    snprintf(pictures, sizeof pictures, "%s/pictures", assets);
    const char *folders[] = {content, pictures, NULL};
    return raster_open(folders, cause);
}

void stage_theme(struct theme *theme, const char *assets)
{
    static struct problems problems;
    if (!theme_load(theme, assets, &problems))
        problems_print(&problems, stderr, isatty(STDERR_FILENO) == 1);
    problems_free(&problems);
}

static void say_not_believed(const struct stage_panel *panel, int written)
{
    static bool said; /* this function is asked again whenever the content changes */
    if (!said && written > 0)
        fprintf(stderr, "kiosk.yaml says panel_width_mm: %d, but no panel of %d x %d pixels is so wide. ", written,
                panel->width, panel->height);
    else if (!said)
        fprintf(stderr, "The display says that its picture is %d mm wide, but no panel of %d x %d pixels is. ",
                panel->told_mm, panel->width, panel->height);
    if (!said)
        fprintf(stderr,
                "The kiosk uses the usual size, %.0f mm. Measure the picture's width with a ruler and write it "
                "into kiosk.yaml: panel_width_mm: 476\n",
                (double)usual_panel_mm(panel->width, panel->height));
    said = true;
}

/* Before anything is shown. */
static struct stage_panel panel_of(const struct options *options, struct window *window)
{
    struct pixmap pixmap = window_pixmap(window);
    bool windowed = options->width > 0;
    int told_mm = windowed || options->panel_mm > 0 ? 0 : window_panel_mm(window);
    return (struct stage_panel){pixmap.width, pixmap.height, options->panel_mm, told_mm, windowed, 0, 0};
}

struct stage_panel stage_panel(const struct options *options, struct window *window, const struct app *app)
{
    struct stage_panel panel = panel_of(options, window);
    panel.width = app->frame.width;
    panel.height = app->frame.above + app->frame.height;
    panel.measured_mm = app->measured_mm;
    panel.measured_beside = app->told_mm;
    return panel;
}

struct stage_width stage_panel_width(const struct stage_panel *panel, int written)
{
    if (panel->measured_mm > 0 && panel->measured_beside == written)
        return (struct stage_width){(float)panel->measured_mm, WIDTH_MEASURED};
    if (panel->ordered_mm > 0)
        return (struct stage_width){(float)panel->ordered_mm, WIDTH_WRITTEN};
    if (written > 0 && (panel->windowed || panel_is_likely(panel->width, panel->height, (float)written, true)))
        return (struct stage_width){(float)written, WIDTH_WRITTEN};
    if (written == 0 && panel_is_likely(panel->width, panel->height, (float)panel->told_mm, false))
        return (struct stage_width){(float)panel->told_mm, WIDTH_TOLD};
    return (struct stage_width){usual_panel_mm(panel->width, panel->height), WIDTH_GUESSED};
}

float stage_panel_mm(const struct options *options, const struct content *content, struct window *window)
{
    struct stage_panel panel = panel_of(options, window);
    int written = content->settings.panel_width_mm;
    struct stage_width width = stage_panel_width(&panel, written);
    if (width.from == WIDTH_GUESSED && (written > 0 || panel.told_mm > 0))
        say_not_believed(&panel, written);
    return width.mm;
}

void stage_forget(struct raster *raster, struct window *window)
{
    raster_forget(raster);
    if (window != NULL)
        window_forget(window);
    wipe_stack();
}
