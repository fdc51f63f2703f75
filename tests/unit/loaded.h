/* A folder of content, loaded for a group of stories. */
#ifndef TEST_LOADED_H
#define TEST_LOADED_H

#include "load.h"

#include <stdio.h>

/* For any day; NULL, and the problems on stderr, if there are errors. */
static inline struct content *loaded_from(const char *folder)
{
    static struct problems problems;
    struct content *content = content_load(folder, &problems);
    if (content == NULL)
        problems_print(&problems, stderr, false);
    problems_free(&problems);
    return content;
}

/* The content that is shipped. */
static inline struct content *loaded_content(void)
{
    return loaded_from(IOP_SOURCE_DIR "/content");
}

#endif
