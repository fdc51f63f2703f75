/* Slips that leave a file which YAML can read, but not as it was meant. Used by yaml_tree only; knows nothing of what
 * keys mean. */
#ifndef IOP_YAML_SLIPS_H
#define IOP_YAML_SLIPS_H

#include "yaml_tree.h"

/* Looks at the quotes of a text that stands without YAML's own: a half pair of them is told. False if the text was
 * cut by it, so that the file cannot be read. */
bool text_quotes_fit(const char *text, struct place place, struct problems *problems);

/* A map that has been read to its end. */
struct map_place {
    const struct tree *tree;
    const struct tree_node *map;
    bool in_list; /* it is an entry of a list */
    struct arena *scratch;
};

/* Tells of keys that stand twice and marks them; in an entry of a list it may be the next entry, whose dash is gone. */
void find_repeated_keys(const struct map_place *place, struct problems *problems);

#endif
