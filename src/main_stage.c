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

float stage_panel_mm(const struct options *options, const struct content *content, struct window *window)
{
    struct pixmap pixmap = window_pixmap(window);
    int known = options->panel_mm > 0 ? options->panel_mm : content->settings.panel_width_mm;
    if (known == 0 && options->width == 0)
        known = window_panel_mm(window);
    if (known > 0)
        return (float)known;
    return usual_panel_mm(pixmap.width, pixmap.height);
}

void stage_forget(struct raster *raster, struct window *window)
{
    raster_forget(raster);
    if (window != NULL)
        window_forget(window);
    wipe_stack();
}
