/* Opens what both programs draw with. */
#include "main_stage.h"

#include "theme_load.h"

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
