/* Problems with their places: gathering, sorting, and finding the line that each one is about. */
#include "problem.h"

#include "line.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum {
    EXCERPT_WIDTH = 100, /* characters of a line that are shown */
    EXCERPT_BEFORE = 60, /* of them before the place, where a line must be cut */
    SHOWN_SIZE = 64      /* of a value in a message */
};

struct source_text {
    struct source_text *next;
    const char *file;
    const char *text;
    size_t size;
};

static const struct source_text *source_find(const struct problems *problems, const char *file)
{
    for (const struct source_text *source = problems->sources; source != NULL; source = source->next) {
        if (strcmp(source->file, file) == 0) {
            return source;
        }
    }
    return NULL;
}

static void add_excerpt(struct problems *problems, struct problem *problem)
{
    const struct source_text *source = source_find(problems, problem->place.file);
    struct line line = {NULL, 0};
    if (source != NULL && problem->place.line > 0) {
        line = line_find(source->text, source->size, problem->place.line);
    }
    if (line.bytes == NULL) {
        return;
    }
    int from = 0; /* characters left out before */
    if (line_offset(line, EXCERPT_WIDTH + 1) < line.length && problem->place.column > EXCERPT_BEFORE) {
        from = problem->place.column - EXCERPT_BEFORE;
    }
    size_t skipped = line_offset(line, from + 1);
    struct line rest = {line.bytes + skipped, line.length - skipped};
    size_t shown = line_offset(rest, EXCERPT_WIDTH + 1);
    /* The mark of a cut stands for the last character that was left out, so that columns still fit. */
    problem->excerpt = arena_print(&problems->arena, "%s%.*s%s", from > 0 ? "…" : "", (int)shown, rest.bytes,
                                   shown < rest.length ? "…" : "");
    problem->excerpt_from = from > 0 ? from : 1;
}

/* The place in the list for a new problem; NULL if all are taken by what matters as much. */
static struct problem **free_seat(struct problems *problems, enum severity severity)
{
    if (problems->count < PROBLEMS_MAX) {
        return &problems->list[problems->count++];
    }
    for (size_t i = problems->count; severity == SEVERITY_ERROR && problems->warnings > 0 && i > 0; i--) {
        if (problems->list[i - 1]->severity == SEVERITY_WARNING) {
            return &problems->list[i - 1];
        }
    }
    return NULL;
}

static const char *kept_name(struct problems *problems, const char *file)
{
    const char *name = file != NULL ? file : "";
    const struct source_text *source = source_find(problems, name);
    return source != NULL ? source->file : arena_copy(&problems->arena, name, strlen(name));
}

void problems_source(struct problems *problems, const char *file, const char *text, size_t size)
{
    struct source_text *source = arena_take(&problems->arena, sizeof *source);
    source->file = arena_copy(&problems->arena, file, strlen(file));
    source->text = arena_copy(&problems->arena, text, size);
    source->size = size;
    source->next = problems->sources;
    problems->sources = source;
    problems->source_count++;
}

struct problem *problems_add(struct problems *problems, enum severity severity, const char *code, struct place place,
                             const char *format, ...)
{
    *(severity == SEVERITY_ERROR ? &problems->errors : &problems->warnings) += 1;
    struct problem *problem = arena_take(&problems->arena, sizeof *problem);
    *problem = (struct problem){.severity = severity, .code = code, .place = place, .message = "", .excerpt_from = 1};
    struct problem **seat = free_seat(problems, severity);
    if (seat == NULL) {
        return problem;
    }
    *seat = problem;
    problem->place.file = kept_name(problems, place.file);
    va_list arguments;
    va_start(arguments, format);
    problem->message = arena_print_list(&problems->arena, format, arguments);
    va_end(arguments);
    add_excerpt(problems, problem);
    return problem;
}

const char *problems_text(struct problems *problems, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_print_list(&problems->arena, format, arguments);
    va_end(arguments);
    return text;
}

const char *problems_shown(struct problems *problems, const char *text)
{
    char bytes[SHOWN_SIZE];
    struct text cut = text_in(bytes, sizeof bytes);
    text_add_bytes(&cut, text, strcspn(text, "\r\n"));
    bool whole = !cut.cut && cut.length == strlen(text);
    return problems_text(problems, "%s%s", bytes, whole ? "" : "…");
}

static int by_place(const void *left, const void *right)
{
    const struct problem *a = *(struct problem *const *)left;
    const struct problem *b = *(struct problem *const *)right;
    int files = strcmp(a->place.file, b->place.file);
    if (files != 0) {
        return files;
    }
    if (a->place.line != b->place.line) {
        return a->place.line < b->place.line ? -1 : 1;
    }
    if (a->place.column != b->place.column) {
        return a->place.column < b->place.column ? -1 : 1;
    }
    int sentences = strcmp(a->message, b->message);
    return sentences != 0 ? sentences : strcmp(a->code, b->code);
}

void problems_sort(struct problems *problems)
{
    qsort(problems->list, problems->count, sizeof(struct problem *), by_place);
}

void problems_free(struct problems *problems)
{
    if (problems != NULL) {
        arena_free(&problems->arena);
        *problems = (struct problems){0};
    }
}
