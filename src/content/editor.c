/* Reads the rules, then every text, and lets each part of the editor say what it finds. */
#include "editor.h"

#include "editor_parts.h"
#include "problem_codes.h"

#include <string.h>
#include <unistd.h>

static void choose_languages(struct editor *editor)
{
    const struct settings *settings = &editor->content->settings;
    for (size_t l = 0; l < settings->language_count; l++) {
        for (size_t i = 0; i < editor->rules->language_count; i++) {
            if (strcmp(editor->rules->languages[i].tag, settings->languages[l].tag) == 0) {
                editor->languages[l].rules = &editor->rules->languages[i];
            }
        }
    }
}

static void edit_text(struct editor *editor, const struct visible_text *text)
{
    const struct edited_language *language = &editor->languages[text->language];
    if (language->rules == NULL) {
        return;
    }
    struct passage *passages = arena_take_array(&editor->arena, text->paragraph_count, sizeof *passages);
    for (size_t p = 0; p < text->paragraph_count; p++) {
        passages[p] =
            passage_read(paragraph_text(&text->paragraphs[p], &editor->arena), language->rules->abbreviations.list,
                         language->rules->abbreviations.count, &editor->arena);
    }
    struct edited_text edited = {.text = text, .language = language, .passages = passages};
    editor_words(editor, &edited);
    editor_lengths(editor, &edited);
}

static void edit_all(struct editor *editor, const char *folder)
{
    choose_languages(editor);
    texts_read(&editor->texts, folder, editor->content);
    editor_seek(editor);
    for (size_t i = 0; i < editor->texts.count; i++) {
        edit_text(editor, &editor->texts.list[i]);
    }
    editor_lists(editor);
    editor_languages(editor);
    texts_free(&editor->texts);
}

void editor_check(const char *folder, const struct content *content, struct problems *problems)
{
    struct editor_rules rules = {0};
    struct editor editor = {.rules = &rules, .content = content, .problems = problems};
    struct arena scratch = {0};
    struct schema_reader reader = {.arena = &editor.arena, .scratch = &scratch, .problems = problems};
    const char *path = arena_print(&editor.arena, "%s/words/editor.yaml", folder);
    if (access(path, F_OK) != 0) {
        report(problems, NO_EDITOR, (struct place){.file = path}, "there is no list of words to avoid")->fix =
            "copy words/editor.yaml from the content that came with the kiosk";
    } else if (schema_load_file(path, &editor_schema, &rules, &reader)) {
        edit_all(&editor, folder);
    }
    arena_free(&scratch);
    arena_free(&editor.arena);
}
