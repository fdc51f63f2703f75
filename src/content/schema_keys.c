/* What the keys of a keypad mean: a map whose keys are the names of keys. */
#include "problem_codes.h"
#include "schema_walk.h"
#include "suggest.h"

static void report_key(struct walk *walk, const struct tree_node *entry)
{
    struct problem *problem = report(walk->reader->problems, KEY_NAME, tree_key_place(&walk->tree, entry),
                                     "there is no key '%s'", shown(walk, entry->key));
    struct suggestion meant = {.written = entry->key};
    for (size_t i = 0; key_name_listed(i) != NULL; i++) {
        suggest(&meant, key_name_listed(i));
    }
    if (meant.found != NULL) {
        problem->hint = problems_text(walk->reader->problems, "did you mean '%s'?", meant.found);
    }
    problem->fix = "write a name such as F13, VolumeUp, Space or Keypad 5, or the key's number in two or more digits";
}

static void report_twice(struct walk *walk, const struct tree_node *entry, const struct key_binding *first)
{
    char name[KEY_NAME_SIZE];
    key_name(first->code, name);
    report(walk->reader->problems, KEY_CODE_TWICE, tree_key_place(&walk->tree, entry),
           "'%s' is the key '%s', which has a meaning already in line %d", shown(walk, entry->key), name,
           first->place.line)
        ->fix = "take one of the two lines out";
}

static const struct key_binding *bound(const struct key_bindings *bindings, int code)
{
    for (size_t i = 0; i < bindings->count; i++) {
        if (bindings->list[i].code == code) {
            return &bindings->list[i];
        }
    }
    return NULL;
}

/* Fills one row; false after a problem. */
static bool read_key(struct walk *walk, const struct field *field, const struct tree_node *entry,
                     struct key_binding *binding)
{
    struct field row = *field;
    row.key = entry->key;
    binding->code = key_code(entry->key);
    binding->place = tree_key_place(&walk->tree, entry);
    if (binding->code < 0) {
        report_key(walk, entry);
        return false;
    }
    const struct name *meaning = is_text(walk, &row, entry) ? chosen_name(walk, &row, entry) : NULL;
    binding->meaning = meaning != NULL ? (enum input_key)meaning->value : KEY_OTHER;
    return meaning != NULL;
}

void read_keys(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (node->kind != TREE_MAP) {
        report_shape(walk, field, node);
        return;
    }
    struct key_bindings *bindings = at;
    struct key_binding *list = arena_take_array(walk->reader->arena, node->count, sizeof *list);
    bindings->list = list;
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        struct key_binding *binding = &list[bindings->count];
        if (entry->repeated || !read_key(walk, field, entry, binding)) {
            continue;
        }
        const struct key_binding *first = bound(bindings, binding->code);
        if (first != NULL) {
            report_twice(walk, entry, first);
        } else {
            bindings->count++;
        }
    }
}
