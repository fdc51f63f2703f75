/* Holes made on purpose, for the test that shows that every check of the proof can fail: tests/privacy/proof.sh. */
#ifndef IOP_MAIN_LEAK_H
#define IOP_MAIN_LEAK_H

#include <stdbool.h>

#ifdef IOP_LEAK
#include <stdlib.h>
#include <string.h>

/* Is this build to leak in that way? Named by the environment variable IOP_LEAK; nothing that serves visitors is built
 * like this. */
static inline bool leaks(const char *way)
{
    const char *wished = getenv("IOP_LEAK");
    return wished != NULL && strcmp(wished, way) == 0;
}
#else
static inline bool leaks(const char *way)
{
    (void)way;
    return false;
}
#endif

#endif
