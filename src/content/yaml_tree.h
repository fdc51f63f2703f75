/* One YAML file as a tree of texts, lists and maps, each with its place.
 * This layer knows nothing of what keys mean. It reads the part of YAML that staff need and refuses the
 * rest: no anchors, aliases, tags or second documents, no key twice, nothing deep or endless. */
#ifndef IOP_YAML_TREE_H
#define IOP_YAML_TREE_H

#include "arena.h"
#include "problem.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    TREE_DEPTH_MAX = 16,
    TREE_NODES_MAX = 50000,
    TREE_TEXT_MAX = 64 * 1024 /* bytes of one text */
};

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP };

/* How a text was written: as is, in quotes, after | or after >. */
enum tree_style { STYLE_PLAIN, STYLE_QUOTED, STYLE_LITERAL, STYLE_FOLDED };

struct tree_node {
    enum tree_kind kind;
    enum tree_style style;
    int line, column;
    const char *key; /* in a map, else NULL */
    int key_line, key_column;
    bool repeated;    /* the key stood in this map before: already reported, to be passed over */
    const char *text; /* of a TREE_TEXT: NUL-terminated, never NULL */
    size_t length;
    int note_line, note_column; /* of the # behind the text, which begins a note in the same line; 0 if there is none */
    struct tree_node *first, *last; /* entries in the order of the file */
    size_t count;
    struct tree_node *next;
};

struct tree {
    const char *file;
    const char *source; /* the whole file, for places inside of texts */
    size_t size;
    const struct tree_node *root; /* NULL if the file could not be read */
};

/* Reads a file into the arena, where everything of the tree lives; the name must live as long. False if
 * there is no tree; a key that stands twice is reported and leaves a tree. */
bool tree_read(struct tree *tree, const char *file, struct arena *arena, struct problems *problems);

/* The same for a text in memory. */
bool tree_parse(struct tree *tree, const char *text, size_t size, struct arena *arena, struct problems *problems);

struct place tree_place(const struct tree *tree, const struct tree_node *node);

/* The place of the node's key, or of the node itself if it has none. */
struct place tree_key_place(const struct tree *tree, const struct tree_node *node);

/* The place of the byte at offset in the node's text, as exactly as the way of writing allows: exact in a
 * block after |, and in a text of one line; else the place of the text. */
struct place tree_place_in(const struct tree *tree, const struct tree_node *node, size_t offset);

/* True if both say the same, in the same order, wherever they stand. */
bool tree_same(const struct tree_node *left, const struct tree_node *right);

/* "a text", "a list", "a group of keys", "nothing". */
const char *tree_kind_name(const struct tree_node *node);

/* True for  key:  with nothing behind it, and for ~ and null. */
bool tree_is_empty(const struct tree_node *node);

#endif
