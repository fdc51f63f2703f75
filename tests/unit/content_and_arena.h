/* The content that is shipped, and memory for its scenes, for a group of stories. */
#ifndef TEST_CONTENT_AND_ARENA_H
#define TEST_CONTENT_AND_ARENA_H

#include "loaded.h"

static struct content *content;
static struct arena arena;

static inline int load(void **state)
{
    (void)state;
    content = loaded_content();
    return content != NULL ? 0 : -1;
}

static inline int unload(void **state)
{
    (void)state;
    content_free(content);
    arena_free(&arena);
    return 0;
}

#endif
