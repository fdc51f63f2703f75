/* Keeps of a load what staff can act on, cut to what a screen holds. */
#include "reload_state.h"

#include "text.h"

#include <string.h>

static void copy(char *out, size_t size, const char *string)
{
    struct text text = text_in(out, size);
    text_add(&text, string);
}

/* What was cut says so. */
static void copy_sentence(char *out, size_t size, const char *string)
{
    static const char more[] = "…";
    struct text text = text_in(out, size - (sizeof more - 1));
    text_add(&text, string);
    if (text.cut)
        memcpy(out + text.length, more, sizeof more);
}

/* A folder's name says nothing to who edits in it. */
static const char *inside(const char *file, const char *folder)
{
    size_t length = strlen(folder);
    if (strncmp(file, folder, length) != 0)
        return file;
    while (file[length] == '/')
        length++;
    return file[length] != '\0' ? file + length : file;
}

static void note_problem(struct state_problem *note, const struct problem *problem, const char *folder)
{
    struct text place = text_in(note->place, sizeof note->place);
    text_add(&place, inside(problem->place.file, folder));
    if (problem->place.line > 0)
        text_addf(&place, ":%d", problem->place.line);
    note->is_error = problem->severity == SEVERITY_ERROR;
    char words[2 * STATE_SENTENCE_SIZE];
    struct text sentence = text_in(words, sizeof words);
    text_add(&sentence, problem->message);
    if (problem->hint != NULL)
        text_addf(&sentence, "; %s", problem->hint);
    copy_sentence(note->sentence, sizeof note->sentence, words);
    copy_sentence(note->mend, sizeof note->mend, problem->fix != NULL ? problem->fix : "");
}

static void note_all(struct reload_state *state, const char *folder, const struct problems *problems,
                     enum severity severity)
{
    for (size_t i = 0; i < problems->count && state->problem_count < STATE_PROBLEMS; i++)
        if (problems->list[i]->severity == severity)
            note_problem(&state->problems[state->problem_count++], problems->list[i], folder);
}

void reload_state_note(struct reload_state *state, const char *folder, const struct content *content,
                       const struct problems *problems, const char *time)
{
    state->times++;
    state->failed = content == NULL;
    copy(state->looked_at, sizeof state->looked_at, time);
    if (content != NULL) {
        copy(state->revision, sizeof state->revision, content->revision);
        copy(state->read_at, sizeof state->read_at, time);
    }
    state->errors = problems->errors;
    state->warnings = problems->warnings;
    state->problem_count = 0;
    memset(state->problems, 0, sizeof state->problems);
    note_all(state, folder, problems, SEVERITY_ERROR);
    note_all(state, folder, problems, SEVERITY_WARNING);
}
