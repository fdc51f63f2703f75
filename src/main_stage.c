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

struct stage_panel stage_panel(const struct options *options, struct window *window)
{
    struct pixmap pixmap = window_pixmap(window);
    bool windowed = options->width > 0;
    int told_mm = windowed || options->panel_mm > 0 ? 0 : window_panel_mm(window);
    return (struct stage_panel){pixmap.width, pixmap.height, options->panel_mm, told_mm, windowed, 0, 0};
}

/* 0: nobody says a width that can be. */
static float believed_mm(const struct stage_panel *panel, int written)
{
    if (panel->measured_mm > 0 && panel->measured_beside == written)
        return (float)panel->measured_mm;
    if (panel->ordered_mm > 0)
        return (float)panel->ordered_mm;
    if (written > 0 && (panel->windowed || panel_is_likely(panel->width, panel->height, (float)written, true)))
        return (float)written;
    if (written == 0 && panel_is_likely(panel->width, panel->height, (float)panel->told_mm, false))
        return (float)panel->told_mm;
    return 0;
}

float stage_panel_width(const struct stage_panel *panel, int written)
{
    float mm = believed_mm(panel, written);
    return mm > 0 ? mm : usual_panel_mm(panel->width, panel->height);
}

float stage_panel_mm(const struct options *options, const struct content *content, struct window *window)
{
    struct stage_panel panel = stage_panel(options, window);
    int written = content->settings.panel_width_mm;
    if (believed_mm(&panel, written) <= 0 && (written > 0 || panel.told_mm > 0))
        say_not_believed(&panel, written);
    return stage_panel_width(&panel, written);
}

void stage_forget(struct raster *raster, struct window *window)
{
    raster_forget(raster);
    if (window != NULL)
        window_forget(window);
    wipe_stack();
}
