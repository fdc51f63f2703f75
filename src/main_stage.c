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

static void say_not_believed(const struct pixmap *pixmap, int written, int told)
{
    static bool said; /* this function is asked again whenever the content changes */
    if (!said && written > 0)
        fprintf(stderr, "kiosk.yaml says panel_width_mm: %d, but no panel of %d x %d pixels is so wide. ", written,
                pixmap->width, pixmap->height);
    else if (!said)
        fprintf(stderr, "The display says that its picture is %d mm wide, but no panel of %d x %d pixels is. ", told,
                pixmap->width, pixmap->height);
    if (!said)
        fprintf(stderr,
                "The kiosk uses the usual size, %.0f mm. Measure the picture's width with a ruler and write it "
                "into kiosk.yaml: panel_width_mm: 476\n",
                (double)usual_panel_mm(pixmap->width, pixmap->height));
    said = true;
}

float stage_panel_mm(const struct options *options, const struct content *content, struct window *window)
{
    struct pixmap pixmap = window_pixmap(window);
    int width = pixmap.width, height = pixmap.height, written = content->settings.panel_width_mm;
    if (options->panel_mm > 0)
        return (float)options->panel_mm;
    if (written > 0 && (options->width > 0 || panel_is_likely(width, height, (float)written, true)))
        return (float)written;
    int told = written == 0 && options->width == 0 ? window_panel_mm(window) : 0;
    if (panel_is_likely(width, height, (float)told, false))
        return (float)told;
    if (written > 0 || told > 0)
        say_not_believed(&pixmap, written, told);
    return usual_panel_mm(width, height);
}

void stage_forget(struct raster *raster, struct window *window)
{
    raster_forget(raster);
    if (window != NULL)
        window_forget(window);
    wipe_stack();
}
