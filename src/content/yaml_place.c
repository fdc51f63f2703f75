/* Places in a tree: of nodes, of keys, and of single characters inside of texts; and what nodes have in common. */
#include "line.h"
#include "text.h"
#include "yaml_tree.h"

#include <string.h>

/* Line k of a text after | is the end of line k behind the bar, whatever its indentation. */
static struct place place_in_block(const struct tree *tree, const struct tree_node *node, size_t offset)
{
    struct place place = tree_place(tree, node);
    size_t start = 0;
    place.line++;
    for (size_t i = 0; i < offset; i++) {
        if (node->text[i] == '\n') {
            place.line++;
            start = i + 1;
        }
    }
    size_t length = strcspn(node->text + start, "\n");
    struct line line = line_find(tree->source, tree->size, place.line);
    size_t indent = line.length > length ? line.length - length : 0;
    place.column = (int)(indent + utf8_count(node->text + start, offset - start)) + 1;
    return place;
}

struct place tree_place(const struct tree *tree, const struct tree_node *node)
{
    return (struct place){.file = tree->file, .line = node->line, .column = node->column};
}

struct place tree_key_place(const struct tree *tree, const struct tree_node *node)
{
    if (node->key == NULL) {
        return tree_place(tree, node);
    }
    return (struct place){.file = tree->file, .line = node->key_line, .column = node->key_column};
}

struct place tree_place_in(const struct tree *tree, const struct tree_node *node, size_t offset)
{
    struct place place = tree_place(tree, node);
    if (node->kind != TREE_TEXT || offset > node->length) {
        return place;
    }
    if (node->style == STYLE_LITERAL) {
        return place_in_block(tree, node, offset);
    }
    /* One line: the text must stand in the source as it is, or an escape has moved what follows. */
    struct line line = line_find(tree->source, tree->size, place.line);
    size_t quote = node->style == STYLE_QUOTED ? 1 : 0;
    size_t at = line_offset(line, place.column) + quote;
    if (line.bytes != NULL && at <= line.length && node->length <= line.length - at &&
        memcmp(line.bytes + at, node->text, offset) == 0) {
        place.column += (int)(quote + utf8_count(node->text, offset));
    }
    return place;
}

bool tree_is_empty(const struct tree_node *node)
{
    return node->kind == TREE_TEXT && node->style == STYLE_PLAIN &&
           (node->length == 0 || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0);
}

bool tree_same(const struct tree_node *left, const struct tree_node *right) /* NOLINT(misc-no-recursion) */
{
    bool keys = left->key == NULL || right->key == NULL ? left->key == right->key : strcmp(left->key, right->key) == 0;
    if (!keys || left->kind != right->kind || left->count != right->count || left->length != right->length) {
        return false;
    }
    const struct tree_node *twin = right->first;
    for (const struct tree_node *entry = left->first; entry != NULL; entry = entry->next, twin = twin->next) {
        if (!tree_same(entry, twin)) {
            return false;
        }
    }
    return left->kind != TREE_TEXT || memcmp(left->text, right->text, left->length) == 0;
}

const char *tree_kind_name(const struct tree_node *node)
{
    static const char *const names[] = {[TREE_TEXT] = "a text", [TREE_LIST] = "a list", [TREE_MAP] = "a group of keys"};
    return tree_is_empty(node) ? "nothing" : names[node->kind];
}
