/* kiosk.yaml, read for its languages only. */
#include "language.h"

#include "problem_codes.h"
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { LANGUAGE_PATH_MAX = 4096 };

static bool are_usable(const struct settings *settings)
{
    bool usable = settings->language_count > 0 && settings->language_count <= MAX_LANGUAGES;
    for (size_t l = 0; usable && l < settings->language_count; l++) {
        usable = settings->languages[l].tag != NULL && settings->languages[l].name != NULL;
    }
    return usable;
}

bool language_list_read(struct language_list *list, const char *folder, struct problems *problems)
{
    char path[LANGUAGE_PATH_MAX];
    struct arena scratch = {0};
    *list = (struct language_list){0};
    struct settings *settings = arena_take(&list->arena, sizeof *settings);
    struct schema_reader reader = {.arena = &list->arena, .scratch = &scratch, .problems = problems};
    bool whole = snprintf(path, sizeof path, "%s/kiosk.yaml", folder) < (int)sizeof path &&
                 schema_load_file(path, &settings_schema, settings, &reader);
    arena_free(&scratch);
    if (whole && !are_usable(settings)) {
        report(problems, LANGUAGES, (struct place){.file = path}, "this file names no languages that can be used")
            ->fix = "write one line for each under   languages:   as in   - {tag: en, name: English}";
        return false;
    }
    list->languages = settings->languages;
    list->count = whole ? settings->language_count : 0;
    return whole;
}

void language_list_free(struct language_list *list)
{
    arena_free(&list->arena);
    *list = (struct language_list){0};
}
