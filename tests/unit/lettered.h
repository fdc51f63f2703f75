/* The shipped content, its theme and the letters that are really drawn, opened for a group of stories. */
#ifndef TEST_LETTERED_H
#define TEST_LETTERED_H

#include "loaded.h"
#include "raster.h"
#include "theme_load.h"

static struct content *content;
static struct raster *raster;
static struct theme theme;

static inline int opens(void **state)
{
    (void)state;
    static struct problems problems;
    const char *folders[] = {IOP_SOURCE_DIR "/content", IOP_SOURCE_DIR "/assets/pictures", NULL}, *cause = NULL;
    content = loaded_content();
    raster = raster_open(folders, &cause);
    if (raster == NULL)
        fprintf(stderr, "%s\n", cause);
    bool themed = theme_load(&theme, IOP_SOURCE_DIR "/assets", &problems);
    if (problems.count > 0)
        problems_print(&problems, stderr, false);
    problems_free(&problems);
    return content != NULL && raster != NULL && themed ? 0 : -1;
}

static inline int closes(void **state)
{
    (void)state;
    raster_close(raster);
    content_free(content);
    return 0;
}

#endif
