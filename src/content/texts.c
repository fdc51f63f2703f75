/* The walk over all visible texts: files by their patterns, keys by their rows. */
#include "texts.h"

#include "markdown.h"

#include <glob.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

struct walk {
    struct texts *texts;
    const struct content *content;
    struct arena scratch;
    const struct text_file *file;
    const struct schema *schema;
    size_t capacity, list_capacity;
};

static void *grown(struct arena *arena, void *old, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return old;
    }
    *capacity = *capacity > 0 ? 2 * *capacity : FIRST_CAPACITY;
    void *more = arena_take_array(arena, *capacity, size);
    if (count > 0) {
        memcpy(more, old, count * size);
    }
    return more;
}

/* ---- Markdown again ------------------------------------------------------------------------------------------- */

/* The loader has told of these already. */
static void hear(void *context, const char *what, size_t offset)
{
    (void)context;
    (void)what;
    (void)offset;
}

static const struct paragraph *one_paragraph(struct walk *walk, const struct tree_node *node)
{
    struct paragraph *paragraph = arena_take(&walk->texts->arena, sizeof *paragraph);
    struct span *span = arena_take(&walk->texts->arena, sizeof *span);
    *span = (struct span){.text = node->text, .length = (uint32_t)node->length};
    *paragraph = (struct paragraph){.kind = PARAGRAPH_TEXT, .spans = span, .span_count = 1};
    return paragraph;
}

static void read_paragraphs(struct walk *walk, struct visible_text *text)
{
    const struct tree_node *node = text->node;
    if (text->field->type == FIELD_WORDS) {
        text->paragraphs = one_paragraph(walk, node);
        text->paragraph_count = 1;
        return;
    }
    const struct markdown markdown = {
        .arena = &walk->texts->arena, .scratch = &walk->scratch, .listener = {NULL, hear, hear, hear}};
    text->paragraphs = markdown_read(&markdown, node->text, node->length, &text->paragraph_count);
}

/* ---- one text ------------------------------------------------------------------------------------------------- */

static bool is_fixed(const struct walk *walk, const struct field *field)
{
    const struct screening *screening = walk->file->screening;
    return field->wording == WORDING_FIXED ||
           (field->wording == WORDING_OF_INSTRUMENT && screening != NULL && screening->official_wording);
}

static void add_text(struct walk *walk, const struct field *field, const struct tree_node *value,
                     const struct tree_node *node, size_t language)
{
    struct texts *texts = walk->texts;
    if (node->kind != TREE_TEXT || node->length == 0) {
        return;
    }
    texts->list = grown(&texts->arena, texts->list, texts->count, &walk->capacity, sizeof *texts->list);
    struct visible_text *text = &texts->list[texts->count++];
    *text = (struct visible_text){.file = walk->file,
                                  .field = field,
                                  .schema = walk->schema,
                                  .node = node,
                                  .value = value,
                                  .language = language,
                                  .for_all = value->kind != TREE_MAP,
                                  .fixed = is_fixed(walk, field)};
    read_paragraphs(walk, text);
}

static void add_languages(struct walk *walk, const struct field *field, const struct tree_node *value)
{
    const struct settings *settings = &walk->content->settings;
    if (value->kind != TREE_MAP) {
        add_text(walk, field, value, value, 0);
        return;
    }
    for (size_t l = 0; l < settings->language_count; l++) {
        for (const struct tree_node *entry = value->first; entry != NULL; entry = entry->next) {
            if (!entry->repeated && strcmp(entry->key, settings->languages[l].tag) == 0) {
                add_text(walk, field, value, entry, l);
            }
        }
    }
}

/* ---- maps, as deep as the tables ------------------------------------------------------------------------------ */

static void walk_map(struct walk *walk, const struct schema *schema, const struct tree_node *node);

static void walk_value(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    if (field->type == FIELD_WORDS || field->type == FIELD_PROSE) {
        add_languages(walk, field, node);
    } else if (field->map != NULL) {
        walk_map(walk, field->map, node);
    }
}

static void add_list(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    struct texts *texts = walk->texts;
    texts->lists = grown(&texts->arena, texts->lists, texts->list_count, &walk->list_capacity, sizeof *texts->lists);
    texts->lists[texts->list_count++] =
        (struct visible_list){.field = field, .place = tree_key_place(&walk->file->tree, node), .count = node->count};
}

static void walk_field(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    if (!field->list) {
        walk_value(walk, field, node);
        return;
    }
    if (field->read_whole) {
        add_list(walk, field, node);
    }
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        walk_value(walk, field, entry);
    }
}

static const struct field *row_of(const struct schema *schema, const char *key)
{
    for (size_t i = 0; i < schema->field_count; i++) {
        if (strcmp(schema->fields[i].key, key) == 0) {
            return &schema->fields[i];
        }
    }
    return NULL;
}

static void walk_map(struct walk *walk, const struct schema *schema,
                     const struct tree_node *node) /* NOLINT(misc-no-recursion) */
{
    const struct schema *outer = walk->schema;
    walk->schema = schema;
    if (schema->bare) {
        walk_field(walk, &schema->fields[0], node);
    } else if (node->kind == TREE_MAP) {
        for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
            const struct field *field = row_of(schema, entry->key);
            if (field != NULL && !entry->repeated) {
                walk_field(walk, field, entry);
            }
        }
    }
    walk->schema = outer;
}

/* ---- files ---------------------------------------------------------------------------------------------------- */

static bool holds_text(const struct schema *schema);

static bool is_or_holds_text(const struct field *field)
{
    return field->type == FIELD_WORDS || field->type == FIELD_PROSE || (field->map != NULL && holds_text(field->map));
}

static bool holds_text(const struct schema *schema) /* NOLINT(misc-no-recursion): tables are a tree */
{
    for (size_t i = 0; i < schema->field_count; i++) {
        if (is_or_holds_text(&schema->fields[i])) {
            return true;
        }
    }
    return false;
}

static bool is_known(const struct texts *texts, const char *path)
{
    for (const struct text_file *file = texts->files; file != NULL; file = file->next) {
        if (strcmp(file->tree.file, path) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_file_of(struct place place, const char *path)
{
    return place.file != NULL && strcmp(place.file, path) == 0;
}

static void find_owner(struct text_file *file, const struct content *content, const char *path)
{
    for (size_t i = 0; i < content->page_count; i++) {
        if (is_file_of(content->pages[i].place, path)) {
            file->page = &content->pages[i];
        }
    }
    for (size_t i = 0; i < content->all_screening_count; i++) {
        if (is_file_of(content->screenings[i].place, path)) {
            file->screening = &content->screenings[i];
        }
    }
}

static void read_file(struct walk *walk, const struct content_file *kind, const char *path)
{
    struct arena *arena = &walk->texts->arena;
    struct problems told = {0}; /* the loader has told of these already */
    struct text_file *file = arena_take(arena, sizeof *file);
    *file = (struct text_file){.next = walk->texts->files, .kind = kind};
    if (tree_read(&file->tree, arena_copy(arena, path, strlen(path)), arena, &told)) {
        walk->texts->files = file;
        find_owner(file, walk->content, path);
        walk->file = file;
        walk_map(walk, kind->schema, file->tree.root);
    }
    problems_free(&told);
}

/* "content" as a pattern that fits this folder only, without a slash at its end. */
static const char *as_pattern(struct walk *walk, const char *folder)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    char *pattern = arena_take(&walk->texts->arena, 2 * length + 1);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (strchr("*?[]{}\\", folder[i]) != NULL) {
            pattern[used++] = '\\';
        }
        pattern[used++] = folder[i];
    }
    return pattern;
}

static void read_kind(struct walk *walk, const char *folder, const struct content_file *kind)
{
    glob_t found;
    const char *pattern = arena_print(&walk->texts->arena, "%s/%s", folder, kind->pattern);
    if (glob(pattern, GLOB_BRACE, NULL, &found) != 0) {
        return;
    }
    for (size_t i = 0; i < found.gl_pathc; i++) {
        if (!is_known(walk->texts, found.gl_pathv[i])) {
            read_file(walk, kind, found.gl_pathv[i]);
        }
    }
    globfree(&found);
}

void texts_read(struct texts *texts, const char *folder, const struct content *content)
{
    struct walk walk = {.texts = texts, .content = content};
    const char *pattern = as_pattern(&walk, folder);
    /* Kinds whose pattern names one file come first: explainers/section.yaml is no page. */
    for (int many = 0; many < 2; many++) {
        for (size_t i = 0; i < content_file_count; i++) {
            const char *name = content_files[i].pattern;
            if ((strchr(name, '*') != NULL) == many && holds_text(content_files[i].schema)) {
                read_kind(&walk, pattern, &content_files[i]);
            }
        }
    }
    arena_free(&walk.scratch);
}

void texts_free(struct texts *texts)
{
    arena_free(&texts->arena);
    *texts = (struct texts){0};
}

/* ---- places --------------------------------------------------------------------------------------------------- */

const char *paragraph_text(const struct paragraph *paragraph, struct arena *arena)
{
    size_t length = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        length += paragraph->spans[i].length;
    }
    char *text = arena_take(arena, length + 1);
    size_t at = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        memcpy(text + at, paragraph->spans[i].text, paragraph->spans[i].length);
        at += paragraph->spans[i].length;
    }
    return text;
}

/* Marks are passed over, and what a link leads to, since it holds no space: at the next word at the latest, both go
 * together again. */
static size_t behind_marks(const char *written, size_t at, char wanted)
{
    while (written[at] != '\0' && written[at] != wanted && !(wanted == ' ' && written[at] == '\n')) {
        at++;
    }
    return at;
}

struct place text_place(const struct visible_text *text, size_t index, size_t offset)
{
    const char *written = text->node->text;
    size_t at = 0;
    for (size_t p = 0; p <= index && p < text->paragraph_count; p++) {
        const struct paragraph *paragraph = &text->paragraphs[p];
        for (size_t s = 0; s < paragraph->span_count; s++) {
            for (uint32_t i = 0; i < paragraph->spans[s].length; i++) {
                at = behind_marks(written, at, paragraph->spans[s].text[i]);
                if (p == index && offset-- == 0) {
                    return tree_place_in(&text->file->tree, text->node, at);
                }
                at += written[at] != '\0';
            }
        }
    }
    return tree_place(&text->file->tree, text->node);
}
