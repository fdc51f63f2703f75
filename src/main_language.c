/* iop-content new language: which texts are still missing in a language, as a list for a translator. */
#include "main_content.h"

#include "main_new.h"
#include "tables.h"
#include "yaml_tree.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

enum { LANGUAGE_PATH_MAX = 4096 };

/* What is known while files are gone through. */
struct list {
    FILE *out;
    const char *tag;
    const struct settings *settings;
    const char *folder;
    size_t texts;
};

static const struct tree_node *entry_of(const struct tree_node *map, const char *key)
{
    for (const struct tree_node *entry = map->first; entry != NULL; entry = entry->next)
        if (strcmp(entry->key, key) == 0)
            return entry;
    return NULL;
}

static void put_text(struct list *list, const struct tree *tree, const struct tree_node *map)
{
    fprintf(list->out, "\n%s:%d:%d\n", tree->file + strlen(list->folder) + 1, map->line, map->column);
    for (size_t l = 0; l < list->settings->language_count; l++) {
        const struct tree_node *text = entry_of(map, list->settings->languages[l].tag);
        if (text != NULL && text->kind == TREE_TEXT)
            fprintf(list->out, "  %s: %s%s", text->key, text->text,
                    text->length > 0 && text->text[text->length - 1] == '\n' ? "" : "\n");
    }
    fprintf(list->out, "  %s: \n", list->tag);
    list->texts++;
}

/* A map with a key that is the tag of a language is a text in several languages, and never anything else. */
static void look_at(struct list *list, const struct tree *tree,
                    const struct tree_node *node) /* NOLINT(misc-no-recursion) */
{
    if (node->kind == TREE_MAP && entry_of(node, list->settings->languages[0].tag) != NULL) {
        if (entry_of(node, list->tag) == NULL)
            put_text(list, tree, node);
        return;
    }
    for (const struct tree_node *entry = node->kind == TREE_TEXT ? NULL : node->first; entry != NULL;
         entry = entry->next)
        look_at(list, tree, entry);
}

static void read_file(struct list *list, const char *path)
{
    struct arena arena = {0};
    struct problems problems = {0};
    struct tree tree;
    if (tree_read(&tree, path, &arena, &problems))
        look_at(list, &tree, tree.root);
    arena_free(&arena);
    problems_free(&problems);
}

/* True if an earlier row of the table names the file, too. */
static bool is_listed(const glob_t *found, size_t before, const char *path)
{
    for (size_t i = 0; i < before; i++)
        if (strcmp(found->gl_pathv[i], path) == 0)
            return true;
    return false;
}

static void read_all(struct list *list)
{
    glob_t found = {0};
    for (size_t i = 0; i < content_file_count; i++) {
        char pattern[LANGUAGE_PATH_MAX];
        snprintf(pattern, sizeof pattern, "%s/%s", list->folder, content_files[i].pattern);
        glob(pattern, GLOB_BRACE | (i > 0 ? GLOB_APPEND : 0), NULL, &found);
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        if (!is_listed(&found, i, found.gl_pathv[i]))
            read_file(list, found.gl_pathv[i]);
    globfree(&found);
}

static void say_what_next(const struct new_options *options, const char *path, size_t texts)
{
    printf("%zu texts have no '%s' yet. They stand in %s, each with its file, line and column.\n"
           "\n"
           "What happens next:\n"
           "  1. Work in a copy of the folder: the kiosk goes on with what it has.   cp -r %s %s-%s\n"
           "  2. A translator writes behind each  %s:  in the list. Official checks (PHQ, GAD, PC-PTSD) are not\n"
           "     translated: take the wording that their owners publish in that language.\n"
           "  3. In the copy, add to kiosk.yaml under  languages:\n"
           "       - {tag: %s, name: \"the language's name in its own words\"}\n"
           "  4. Write each text to its place:   {%s: \"…\"} becomes {…, %s: \"…\"}\n"
           "  5. iop-content schema --out %s-%s/.schema    tells editors of the language\n"
           "  6. iop-content check %s-%s    names what is still missing\n"
           "When it finds nothing, the copy takes the place of the old folder.\n",
           texts, options->id, path, options->content, options->content, options->id, options->id, options->id, "en",
           options->id, options->content, options->id, options->content, options->id);
}

/* Two or three letters, and maybe more behind a dash (BCP 47). */
static bool is_tag(const char *tag)
{
    size_t length = strlen(tag);
    size_t first = strcspn(tag, "-");
    return first >= 2 && first <= 3 && length <= 16 &&
           strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length && tag[0] != '-';
}

int new_language(const struct new_options *options, const struct content *content)
{
    char path[LANGUAGE_PATH_MAX];
    if (!is_tag(options->id))
        return content_usage_error("a language has a short tag such as ht, vi or zh-Hans.");
    snprintf(path, sizeof path, "%s%s%s", options->out != NULL ? options->out : "texts-",
             options->out != NULL ? "" : options->id, options->out != NULL ? "" : ".txt");
    struct list list = {.tag = options->id, .settings = &content->settings, .folder = options->content};
    list.out = fopen(path, "wx");
    if (list.out == NULL) {
        fprintf(stderr, "iop-content: The file %s cannot be made: %s.\n", path,
                errno == EEXIST ? "it is there already, and nothing is written over" : strerror(errno));
        return 2;
    }
    fprintf(list.out,
            "Texts of %s that have no '%s' yet. Please write behind each  %s:  and keep **, [ ]( ), %%d and %%s.\n",
            options->content, options->id, options->id);
    read_all(&list);
    if (fclose(list.out) != 0) {
        fprintf(stderr, "iop-content: The file %s cannot be written: %s.\n", path, strerror(errno));
        return 2;
    }
    say_what_next(options, path, list.texts);
    return 0;
}
