/* From a folder to one struct content: reads all files, resolves ids, checks, and hands over the whole or nothing. */
#include "load.h"

#include "loading.h"
#include "problem_codes.h"
#include "tables.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* Root files; everything else ending in .yaml there would silently do nothing. */
static const char *const root_files[] = {"kiosk.yaml", "home.yaml", "glossary.yaml"};
enum { NEEDED_ROOT_FILES = 2 };

const char *path_in(struct loading *loading, const char *folder, const char *name)
{
    return arena_print(&loading->scratch, "%s/%s", folder, name);
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t end_length = strlen(end);
    return length > end_length && strcmp(text + length - end_length, end) == 0;
}

static bool ends_with_any_case(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t end_length = strlen(end);
    return length > end_length && strcasecmp(text + length - end_length, end) == 0;
}

/* Which of its names an editor gave to what was meant as a file of this folder. NULL: it is something else, such as a
 * README or a picture. */
static const char *way_to_be_read(const char *name)
{
    static const char *const endings[] = {".yml", ".yaml", ".txt"};
    static const char *const documents[] = {".doc", ".docx", ".odt", ".rtf", ".pages"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_with_any_case(name, endings[i])) {
            return "give it a name that ends in .yaml";
        }
    }
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        if (ends_with_any_case(name, documents[i])) {
            return "open it, copy its text into a plain text file whose name ends in .yaml, and delete this one";
        }
    }
    return NULL;
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void warn_of_ending(struct loading *loading, const char *folder, const char *name)
{
    const char *fix = name[0] == '~' ? NULL : way_to_be_read(name); /* ~$page.docx: Word has it open */
    if (fix == NULL) {
        return;
    }
    struct place place = {.file = path_in(loading, folder, name)};
    struct problem *problem = report(loading->problems, FILE_NOT_READ, place, "this file is not read");
    problem->fix = fix;
}

static void add_name(struct loading *loading, struct names_in_folder *files, size_t *capacity, const char *name)
{
    if (files->count == *capacity) {
        size_t wanted = *capacity > 0 ? 2 * *capacity : 32;
        const char **more = arena_take_array(&loading->scratch, wanted, sizeof *more);
        if (files->count > 0) {
            memcpy(more, files->names, files->count * sizeof *more);
        }
        files->names = more;
        *capacity = wanted;
    }
    files->names[files->count++] = arena_copy(&loading->scratch, name, strlen(name));
}

struct names_in_folder yaml_files(struct loading *loading, const char *folder)
{
    struct names_in_folder files = {0};
    size_t capacity = 0;
    DIR *directory = opendir(folder);
    if (directory == NULL) {
        return files;
    }
    files.exists = true;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        bool hidden = entry->d_name[0] == '.'; /* also what editors leave while they save */
        if (!hidden && ends_with(entry->d_name, ".yaml")) {
            add_name(loading, &files, &capacity, entry->d_name);
        } else if (!hidden) {
            warn_of_ending(loading, folder, entry->d_name);
        }
    }
    closedir(directory);
    if (files.count > 0) {
        qsort(files.names, files.count, sizeof files.names[0], by_name);
    }
    return files;
}

const char *id_of_file(struct loading *loading, const char *path, const char *name)
{
    size_t length = strlen(name) - strlen(".yaml");
    char *id = arena_copy(&loading->content->arena, name, length);
    if (length <= 64 && id[0] != '-' && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-") == length) {
        return id;
    }
    struct problem *problem =
        report(loading->problems, FILE_NAME, (struct place){.file = path}, "this file's name cannot be an id");
    problem->fix = "use small letters, digits and - only, at most 64: typical-week.yaml";
    return NULL;
}

static bool load_file(struct loading *loading, const char *name, const struct schema *schema, void *out)
{
    return schema_load_file(path_in(loading, loading->folder, name), schema, out, &loading->reader);
}

static void warn_of_stray_files(struct loading *loading)
{
    struct names_in_folder files = yaml_files(loading, loading->folder);
    for (size_t i = 0; i < files.count; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof root_files / sizeof root_files[0]; k++) {
            known = known || strcmp(files.names[i], root_files[k]) == 0;
        }
        if (!known) {
            struct place place = {.file = path_in(loading, loading->folder, files.names[i])};
            report(loading->problems, FILE_NOT_READ, place, "this file is not read here")->fix =
                "move it into the folder of its section";
        }
    }
}

/* A folder without the two files that every kiosk has is not a broken kiosk but another folder. */
static bool is_content_folder(struct loading *loading)
{
    struct stat status;
    struct place place = {.file = loading->folder};
    if (stat(loading->folder, &status) != 0) {
        report(loading->problems, NO_FOLDER, place, "this folder does not exist")->fix =
            "give the folder that holds kiosk.yaml";
        return false;
    }
    if (!S_ISDIR(status.st_mode)) {
        report(loading->problems, NO_FOLDER, place, "this is not a folder")->fix =
            "give the folder that holds kiosk.yaml";
        return false;
    }
    for (size_t i = 0; i < NEEDED_ROOT_FILES; i++) {
        if (stat(path_in(loading, loading->folder, root_files[i]), &status) == 0) {
            return true;
        }
    }
    report(loading->problems, NO_FOLDER, place, "this folder holds no kiosk content: neither kiosk.yaml nor home.yaml")
        ->fix = "give the folder that holds kiosk.yaml";
    return false;
}

static bool are_languages_usable(struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    for (size_t l = 0; l < settings->language_count; l++) {
        const char *tag = settings->languages[l].tag;
        if (tag == NULL || settings->languages[l].name == NULL) {
            return false; /* reported by its row */
        }
        if (strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen(tag)) {
            report(loading->problems, LANGUAGES, settings->languages_place, "'%s' cannot be the tag of a language", tag)
                ->fix = "use two or three letters: en, es";
            return false;
        }
        if (schema_language(&loading->reader, tag) >= 0) {
            report(loading->problems, LANGUAGES, settings->languages_place, "the language '%s' is listed twice", tag);
            return false;
        }
        loading->reader.languages = settings->languages;
        loading->reader.language_count = l + 1;
    }
    return true;
}

/* kiosk.yaml lists the languages and has words in them: it is looked at for its languages first, in silence. */
static void look_for_languages(struct loading *loading)
{
    struct problems *unheard = calloc(1, sizeof *unheard);
    struct settings *settings = arena_take(&loading->scratch, sizeof *settings);
    struct schema_reader reader = loading->reader;
    reader.problems = unheard;
    reader.references = NULL;
    if (unheard == NULL) {
        return;
    }
    schema_load_file(path_in(loading, loading->folder, "kiosk.yaml"), &settings_schema, settings, &reader);
    bool usable = settings->language_count <= MAX_LANGUAGES;
    for (size_t l = 0; usable && l < settings->language_count; l++) {
        usable = settings->languages[l].tag != NULL && settings->languages[l].name != NULL;
    }
    loading->reader.languages = settings->languages;
    loading->reader.language_count = usable ? settings->language_count : 0;
    problems_free(unheard);
    free(unheard);
}

static void load_settings(struct loading *loading)
{
    look_for_languages(loading);
    bool whole = load_file(loading, "kiosk.yaml", &settings_schema, &loading->content->settings);
    loading->settings_whole = whole;
    loading->reader.language_count = 0;
    if (loading->content->settings.language_count > MAX_LANGUAGES || !are_languages_usable(loading) ||
        (!whole && loading->content->settings.language_count == 0)) {
        loading->reader.language_count = 0;
    }
}

/* A clinic may do without; then no page can mark a word. */
static void load_glossary(struct loading *loading)
{
    struct stat status;
    if (stat(path_in(loading, loading->folder, "glossary.yaml"), &status) == 0) {
        loading->glossary_broken = !load_file(loading, "glossary.yaml", &glossary_schema, &loading->content->glossary);
    }
}

static void load_files(struct loading *loading)
{
    struct content *content = loading->content;
    load_settings(loading);
    load_file(loading, "home.yaml", &home_schema, &content->home);
    load_file(loading, "words/interface.yaml", &interface_words_schema, &content->words);
    load_file(loading, "words/speech.yaml", &speech_words_schema, &content->speech);
    load_sections(loading);
    load_screenings(loading);
    load_file(loading, "help/help.yaml", &help_schema, &content->help);
    loading->helplines_whole = load_file(loading, "help/helplines.yaml", &helplines_schema, &content->help);
    load_glossary(loading);
    check_times(loading);
    drop_notices(loading);
    drop_helplines(loading);
    warn_of_stray_files(loading);
}

/* Those that are shown come first, so that their places are those that touches lead to. */
static const struct screening *settled_screenings(struct loading *loading)
{
    struct content *content = loading->content;
    struct screening *screenings = arena_take_array(&content->arena, loading->screening_count, sizeof *screenings);
    for (int active = 1; active >= 0; active--) {
        for (size_t i = 0; i < loading->screening_count; i++) {
            if ((loading->screenings[i]->status == STATUS_ACTIVE) == active) {
                screenings[content->all_screening_count++] = *loading->screenings[i];
                content->screening_count += (size_t)active;
            }
        }
    }
    return screenings;
}

/* Nothing points at single pages and checks any more: they move to where they stay. */
static void settle(struct loading *loading)
{
    struct content *content = loading->content;
    struct page *pages = arena_take_array(&content->arena, loading->page_count, sizeof *pages);
    for (size_t i = 0; i < loading->page_count; i++) {
        pages[i] = *loading->pages[i];
    }
    content->pages = pages;
    content->page_count = loading->page_count;
    content->draft_count = loading->draft_count;
    content->screenings = settled_screenings(loading);
}

/* "content/" and "content" name the same folder, and places should read alike. */
static const char *without_slash(struct loading *loading, const char *folder)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    return arena_copy(&loading->scratch, folder, length);
}

struct content *content_load(const char *folder, struct problems *problems)
{
    return content_load_on(folder, NULL, problems);
}

struct content *content_load_on(const char *folder, const char *today, struct problems *problems)
{
    return content_load_as(folder, (struct load_wish){.today = today}, problems);
}

struct content *content_load_as(const char *folder, struct load_wish wish, struct problems *problems)
{
    size_t errors = problems->errors;
    struct content *content = calloc(1, sizeof *content);
    if (content == NULL) {
        report(problems, NO_FOLDER, (struct place){.file = folder}, "there is not enough memory to read this folder");
        return NULL;
    }
    struct loading loading = {.content = content, .problems = problems, .today = wish.today, .drafts = wish.drafts};
    loading.reader = (struct schema_reader){.arena = &content->arena,
                                            .scratch = &loading.file_scratch,
                                            .references = &loading.scratch,
                                            .problems = problems};
    loading.folder = without_slash(&loading, folder);
    loading.reader.folder_length = strlen(loading.folder);
    if (is_content_folder(&loading)) {
        load_files(&loading);
        resolve_references(&loading);
        check_content(&loading);
        drop_dead_ends(&loading);
        settle(&loading);
        snprintf(content->revision, sizeof content->revision, "%08x",
                 (unsigned)(loading.reader.digest ^ loading.reader.digest >> 32));
    }
    arena_free(&loading.file_scratch);
    arena_free(&loading.scratch);
    problems_sort(problems);
    if (problems->errors > errors) {
        content_free(content);
        return NULL;
    }
    return content;
}

void content_free(struct content *content)
{
    if (content != NULL && content != content_fallback()) {
        arena_free(&content->arena);
        *content = (struct content){0};
        free(content);
    }
}

uint16_t content_page(const struct content *content, const char *id)
{
    for (size_t i = 0; i < content->page_count; i++) {
        if (strcmp(content->pages[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    return NO_INDEX;
}

struct key_table content_keys(const struct content *content)
{
    struct key_table keys = key_table_usual();
    const struct key_bindings *bindings = &content->settings.keys;
    for (size_t i = 0; i < bindings->count; i++) {
        keys.meaning[bindings->list[i].code] = (uint8_t)bindings->list[i].meaning;
    }
    return keys;
}

uint16_t content_term(const struct content *content, const char *id)
{
    for (size_t i = 0; i < content->glossary.term_count && i < NO_INDEX; i++) {
        if (strcmp(content->glossary.terms[i].id, id) == 0) {
            return (uint16_t)i;
        }
    }
    return NO_INDEX;
}
