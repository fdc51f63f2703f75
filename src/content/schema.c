/* The walker: a tree and a table become a struct, and all that does not fit becomes problems. */
#include "schema.h"

#include "digest.h"
#include "problem_codes.h"
#include "schema_slips.h"
#include "suggest.h"
#include "text.h"

#include <stdint.h>
#include <string.h>

static field_reader read_map, read_pointer;

/* What each type is called in a message, its size as an entry of a list, and who reads it. */
static const struct {
    const char *name;
    size_t size;
    field_reader *read;
} types[] = {
    [FIELD_WORDS] = {"a text in each language", sizeof(struct words), read_words},
    [FIELD_PROSE] = {"a text in each language", sizeof(struct prose), read_prose},
    [FIELD_TEXT] = {"a text", sizeof(const char *), read_text},
    [FIELD_ID] = {"an id", sizeof(const char *), read_id},
    [FIELD_ICON] = {"the word of an icon", sizeof(const char *), read_icon},
    [FIELD_DATE] = {"a date", sizeof(const char *), read_date},
    [FIELD_TIME] = {"a time of day", sizeof(int), read_time},
    [FIELD_INTEGER] = {"a whole number", sizeof(int), read_integer},
    [FIELD_NUMBER] = {"a number", sizeof(double), read_number},
    [FIELD_BOOLEAN] = {"true or false", sizeof(bool), read_boolean},
    [FIELD_CHOICE] = {"one of several words", sizeof(int), read_choice},
    [FIELD_BITS] = {"a list of words", sizeof(uint8_t), read_bits},
    [FIELD_COLOR] = {"a color", sizeof(uint32_t), read_color},
    [FIELD_TARGET] = {"an id", sizeof(struct target), read_target},
    [FIELD_HELPLINE] = {"the id of a helpline", sizeof(struct target), read_helpline},
    [FIELD_TERM] = {"the id of a word in the glossary", sizeof(struct target), read_term},
    [FIELD_KEYS] = {"a group of keys", sizeof(struct key_bindings), read_keys},
    [FIELD_MAP] = {"a group of keys", 0, read_map},
    [FIELD_POINTER] = {"a group of keys", sizeof(void *), read_pointer},
};

_Static_assert(sizeof(enum tint) == sizeof(int), "read_choice stores an int");

const char *schema_type_name(enum field_type type)
{
    return types[type].name;
}

enum { FIELDS_MAX = 192 };

/* Which rows of a table have been met in one map. */
struct seen {
    bool row[FIELDS_MAX];
};

void report_shape(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    const char *wanted = field->list && node->kind != TREE_LIST ? "a list" : types[field->type].name;
    struct problem *problem = report(walk->reader->problems, WRONG_SHAPE, tree_place(&walk->tree, node),
                                     "'%s' must be %s, but is %s", field->key, wanted, tree_kind_name(node));
    problem->hint = field->help;
    if (field->list) {
        problem->fix = "begin each entry in a line of its own with a dash and a space";
    }
}

static bool is_missing(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    if (!tree_is_empty(node)) {
        return false;
    }
    report(walk->reader->problems, NO_VALUE, tree_key_place(&walk->tree, node), "'%s' has no value", field->key)->hint =
        field->help;
    return true;
}

bool is_text(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    if (node->kind != TREE_TEXT) {
        report_shape(walk, field, node);
        return false;
    }
    if (node->length > 0 && !tree_is_empty(node)) {
        return true;
    }
    struct problem *problem =
        report(walk->reader->problems, NO_VALUE, tree_place(&walk->tree, node), "'%s' has no value", field->key);
    problem->hint = field->help;
    advise_on_note(walk, problem, node);
    return false;
}

static void check_length(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    bool limited = field->max > 0;
    if (!limited || ((double)node->count >= field->min && (double)node->count <= field->max)) {
        return;
    }
    struct problem *problem;
    if (field->min == field->max) {
        problem = report(walk->reader->problems, LIST_LENGTH, tree_place(&walk->tree, node),
                         "'%s' must have %g entries, but has %zu", field->key, field->min, node->count);
    } else {
        problem = report(walk->reader->problems, LIST_LENGTH, tree_place(&walk->tree, node),
                         "'%s' must have from %g to %g entries, but has %zu", field->key, field->min, field->max,
                         node->count);
    }
    problem->hint = field->help;
}

/* A line that was copied and not changed: visitors would read it twice. */
static void report_repeated(struct walk *walk, const struct field *field, const struct tree_node *entry)
{
    report(walk->reader->problems, ENTRY_TWICE, tree_place(&walk->tree, entry),
           "this entry of '%s' is the same as the one before", field->key)
        ->fix = "take one of the two out, or change it";
}

static void read_list(struct walk *walk, const struct field *field, const struct tree_node *node, char *out)
{
    if (node->kind != TREE_LIST) {
        report_shape(walk, field, node);
        return;
    }
    check_length(walk, field, node);
    size_t size = field->type == FIELD_MAP ? field->map->size : types[field->type].size;
    char *entries = arena_take_array(walk->reader->arena, node->count, size);
    char *entry_at = entries;
    const struct tree_node *before = NULL;
    for (const struct tree_node *entry = node->first; entry != NULL; before = entry, entry = entry->next) {
        if (before != NULL && !field->may_repeat && tree_same(before, entry)) {
            report_repeated(walk, field, entry);
        }
        if (field->type == FIELD_MAP) {
            set_fallbacks(field->map, entry_at);
        }
        types[field->type].read(walk, field, entry, entry_at);
        entry_at += size;
    }
    memcpy(out + field->offset, &entries, sizeof entries);
    memcpy(out + field->count_offset, &node->count, sizeof node->count);
}

static void read_field(struct walk *walk, const struct field *field, const struct tree_node *node, char *out)
{
    if (field->has_place) {
        *(struct place *)(void *)(out + field->place_offset) = tree_place(&walk->tree, node);
    }
    if (field->list) {
        if (!is_missing(walk, field, node)) {
            read_list(walk, field, node, out);
        }
    } else {
        types[field->type].read(walk, field, node, out + field->offset);
    }
}

/* Files mostly keep the order of their table, so the row behind the last one is tried first. */
static const struct field *find_field(const struct schema *schema, const char *key, size_t *next)
{
    for (size_t i = 0; i < schema->field_count; i++) {
        size_t row = (*next + i) % schema->field_count;
        if (strcmp(schema->fields[row].key, key) == 0) {
            *next = row + 1;
            return &schema->fields[row];
        }
    }
    return NULL;
}

static const char *keys_text(struct walk *walk, const struct schema *schema)
{
    char bytes[512];
    struct text text = text_in(bytes, sizeof bytes);
    for (size_t i = 0; i < schema->field_count; i++) {
        text_addf(&text, "%s%s", i > 0 ? ", " : "", schema->fields[i].key);
    }
    return problems_text(walk->reader->problems, "%s%s", bytes, text.cut ? "…" : "");
}

/* A slip of the pen for a known key: that key then counts as met, or it would be reported as missing too. */
static void report_unknown_key(struct walk *walk, const struct schema *schema, const struct tree_node *entry,
                               struct seen *seen)
{
    if (explain_strange_key(walk, entry, NULL)) {
        return;
    }
    struct problem *problem = report(walk->reader->problems, UNKNOWN_KEY, tree_key_place(&walk->tree, entry),
                                     "unknown key '%s' in %s", shown(walk, entry->key), schema->name);
    struct suggestion meant = {.written = entry->key};
    for (size_t i = 0; i < schema->field_count; i++) {
        if (!seen->row[i]) {
            suggest(&meant, schema->fields[i].key);
        }
    }
    if (meant.found != NULL) {
        size_t next = 0;
        seen->row[find_field(schema, meant.found, &next) - schema->fields] = true;
        problem->hint = problems_text(walk->reader->problems, "did you mean '%s'?", meant.found);
        return;
    }
    problem->fix =
        problems_text(walk->reader->problems, "the keys of %s are: %s", schema->name, keys_text(walk, schema));
}

/* The nearest key above it in the table that is there: a missing key belongs behind it. NULL if there is none. */
static const struct tree_node *key_before(const struct schema *schema, const struct tree_node *node, size_t row)
{
    while (row-- > 0) {
        for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
            if (strcmp(entry->key, schema->fields[row].key) == 0) {
                return entry;
            }
        }
    }
    return NULL;
}

static void report_missing_keys(struct walk *walk, const struct schema *schema, const struct tree_node *node,
                                const struct seen *seen)
{
    for (size_t i = 0; i < schema->field_count; i++) {
        const struct field *field = &schema->fields[i];
        if (field->required && !seen->row[i]) {
            const struct tree_node *before = key_before(schema, node, i);
            struct place place = before != NULL ? place_behind(walk, before) : tree_place(&walk->tree, node);
            struct problem *problem =
                report(walk->reader->problems, MISSING_KEY, place, "'%s' is missing in %s", field->key, schema->name);
            problem->hint = field->help;
            problem->fix = problems_text(walk->reader->problems, "add   %s: …   %s", field->key,
                                         before != NULL ? "below this line" : "beside this key");
        }
    }
}

static void mark_known_keys(const struct schema *schema, const struct tree_node *node, struct seen *seen)
{
    size_t next = 0;
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        const struct field *field = find_field(schema, entry->key, &next);
        if (field != NULL) {
            seen->row[field - schema->fields] = true;
        }
    }
}

static void read_entries(struct walk *walk, const struct schema *schema, const struct tree_node *node, char *out)
{
    struct seen seen = {0};
    size_t next = 0;
    mark_known_keys(schema, node, &seen);
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        const struct field *field = find_field(schema, entry->key, &next);
        if (entry->repeated) {
            continue;
        }
        if (field == NULL) {
            report_unknown_key(walk, schema, entry, &seen);
        } else {
            read_field(walk, field, entry, out);
        }
    }
    report_missing_keys(walk, schema, node, &seen);
}

static void store_kind(const struct schema *schema, int kind, char *out)
{
    if (schema->kind_is_bool) {
        *(bool *)(out + schema->kind_offset) = kind != 0;
    } else {
        *(int *)(out + schema->kind_offset) = kind;
    }
}

static bool stands_beside(const struct schema *schema, const struct tree_node *entry)
{
    size_t next = 0;
    const struct field *field = find_field(schema, entry->key, &next);
    return field != NULL && field->beside_kind;
}

/* The second of the keys that may name a kind, or the map if it has none. */
static void report_kinds(struct walk *walk, const struct schema *schema, const struct tree_node *node, size_t count)
{
    const struct tree_node *odd = node;
    size_t met = 0;
    for (const struct tree_node *entry = node->first; entry != NULL && met < 2; entry = entry->next) {
        met += !stands_beside(schema, entry);
        odd = met == 2 ? entry : odd;
    }
    struct problem *problem =
        report(walk->reader->problems, ONE_KIND, tree_key_place(&walk->tree, odd),
               "%s must have exactly one key, which names its kind, but has %zu", schema->name, count);
    size_t next = 0;
    if (count > 1 && find_field(schema, odd->key, &next) != NULL) {
        problem->hint =
            problems_text(walk->reader->problems, "the one that began in line %d has its kind already", node->line);
        problem->fix = problems_text(
            walk->reader->problems,
            "if a new one begins here, write a dash before it:   - %s: …   else indent this line further", odd->key);
        return;
    }
    problem->hint = count > 1 ? "is this line indented far enough, or a dash missing?" : NULL;
    problem->fix = problems_text(walk->reader->problems, "one of: %s", keys_text(walk, schema));
}

static void read_one_kind(struct walk *walk, const struct schema *schema, const struct tree_node *node, char *out)
{
    size_t next = 0;
    size_t count = 0;
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        count += !stands_beside(schema, entry);
    }
    if (count != 1) {
        report_kinds(walk, schema, node, count);
        return;
    }
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        const struct field *field = find_field(schema, entry->key, &next);
        if (field == NULL) {
            report_unknown_key(walk, schema, entry, &(struct seen){0});
            continue;
        }
        if (!field->beside_kind) {
            store_kind(schema, field->kind, out);
        }
        read_field(walk, field, entry, out);
    }
}

static void read_struct(struct walk *walk, const struct schema *schema, const struct tree_node *node, char *out)
{
    if (schema->has_place) {
        *(struct place *)(void *)(out + schema->place_offset) = tree_place(&walk->tree, node);
    }
    if (schema->one_kind) {
        read_one_kind(walk, schema, node, out);
    } else {
        read_entries(walk, schema, node, out);
    }
}

static void read_map(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (field->map->bare) {
        read_field(walk, &field->map->fields[0], node, at);
    } else if (node->kind == TREE_MAP) {
        read_struct(walk, field->map, node, at);
    } else if (!is_missing(walk, field, node)) {
        report_shape(walk, field, node);
    }
}

static void read_pointer(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    void *out = arena_take(walk->reader->arena, field->map->size);
    set_fallbacks(field->map, out);
    read_map(walk, field, node, out);
    memcpy(at, &out, sizeof out);
}

static bool is_draft(const struct schema *schema, const struct tree_node *root)
{
    for (const struct tree_node *entry = root->first; schema->draft_key != NULL && entry != NULL; entry = entry->next) {
        if (strcmp(entry->key, schema->draft_key) == 0) {
            return entry->kind == TREE_TEXT && strcmp(entry->text, "draft") == 0;
        }
    }
    return false;
}

bool schema_load_file(const char *file, const struct schema *schema, void *out, struct schema_reader *reader)
{
    struct walk walk = {.reader = reader};
    size_t errors = reader->problems->errors;
    set_fallbacks(schema, out);
    arena_reset(reader->scratch);
    const char *name = arena_copy(reader->arena, file, strlen(file));
    if (!tree_read(&walk.tree, name, reader->scratch, reader->problems)) {
        return false;
    }
    reader->digest = digest_bytes(reader->digest, name + reader->folder_length, strlen(name) - reader->folder_length);
    reader->digest = digest_bytes(reader->digest, walk.tree.source, walk.tree.size);
    if (walk.tree.root->kind == TREE_MAP) {
        walk.draft = is_draft(schema, walk.tree.root);
        walk.may_lack_texts = walk.draft && schema->draft_lacks_texts;
        read_struct(&walk, schema, walk.tree.root, out);
    } else {
        struct problem *problem =
            report(reader->problems, WRONG_SHAPE, tree_place(&walk.tree, walk.tree.root),
                   "%s must be a group of keys, but is %s", schema->name, tree_kind_name(walk.tree.root));
        problem->hint = "expected lines of the form  key: value";
    }
    return reader->problems->errors == errors;
}
