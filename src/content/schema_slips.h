/* What a value that does not fit may have been meant to be. Shared by the files of the schema walker only. */
#ifndef IOP_SCHEMA_SLIPS_H
#define IOP_SCHEMA_SLIPS_H

#include "schema_walk.h"

/* Warns of a # that cuts the text; what visitors read is cut by any #, other texts by one that is written like #12. */
void warn_of_note(struct walk *walk, const char *key, const struct tree_node *node, bool for_visitors);

/* A key without a value: if a # follows it, the problem gets the fix for that. */
void advise_on_note(struct walk *walk, struct problem *problem, const struct tree_node *node);

/* Adds a problem if a key is none, but part of a text without quotes, or a key without its colon or space.
 * before: the entry above it in its map, NULL for the first. */
bool explain_strange_key(struct walk *walk, const struct tree_node *entry, const struct tree_node *before);

/* Where the text of a language that is missing should stand: behind the last text of the map, or in the middle of a
 * text that has run together with it (then merged is set to that text). */
struct place place_for_language(struct walk *walk, const struct tree_node *map, const struct tree_node **merged);

/* The last line that belongs to a key of a map, at the column of the key: what comes next can stand below. */
struct place place_behind(struct walk *walk, const struct tree_node *entry);

#endif
