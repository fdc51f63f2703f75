/* What YAML's own parser says of a broken file, put into words and a way to mend it.
 * This layer knows nothing of libyaml's types: it gets its sentences and marks. */
#ifndef IOP_YAML_TROUBLE_H
#define IOP_YAML_TROUBLE_H

#include "problem.h"

/* A place as libyaml marks it, but counted from 1. */
struct yaml_mark {
    int line, column;
};

struct yaml_trouble {
    const char *file;
    const char *source; /* the file's text */
    size_t size;
    const char *problem, *context;           /* libyaml's words; context may be "" */
    struct yaml_mark at, began;              /* of the problem, of what it was reading */
    struct yaml_mark open;                   /* where the innermost list or map begins, else line 0 */
    struct yaml_mark quote_begin, quote_end; /* the last text if it was in quotes, else line 0 */
};

/* Adds exactly one problem. */
void yaml_explain(const struct yaml_trouble *trouble, struct problems *problems);

#endif
