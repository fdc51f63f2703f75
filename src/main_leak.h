/* Holes made on purpose, for the test that shows that every check of the proof can fail: tests/privacy/proof.sh. */
#ifndef IOP_MAIN_LEAK_H
#define IOP_MAIN_LEAK_H

#include <stdbool.h>

#ifdef IOP_LEAK
#include <stdlib.h>
#include <string.h>

/* Is this build to leak in that way? The environment variable IOP_LEAK names the ways, with commas between; nothing
 * that serves visitors is built like this. */
static inline bool leaks(const char *way)
{
    for (const char *wished = getenv("IOP_LEAK"); wished != NULL && *wished != '\0';) {
        const size_t length = strcspn(wished, ",");
        if (length == strlen(way) && strncmp(wished, way, length) == 0)
            return true;
        wished += length + (wished[length] == ',');
    }
    return false;
}
#else
static inline bool leaks(const char *way)
{
    (void)way;
    return false;
}
#endif

#endif
