/* Problems as staff see them: place, sentence, the line with a caret, and what to write instead. */
#include "problem.h"

#include "text.h"

#include <stdint.h>
#include <string.h>

enum { INVISIBLE = 0xFFFD };

static const char *const severity_names[] = {[SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
static const char *const severity_colors[] = {[SEVERITY_WARNING] = "\033[1;35m", [SEVERITY_ERROR] = "\033[1;31m"};

/* Characters that do not take one cell of a terminal. */
static const struct {
    uint32_t first, last;
    int cells;
} widths[] = {
    {0x0300, 0x036F, 0},   {0x1100, 0x115F, 2},   {0x20D0, 0x20FF, 0},   {0x2E80, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},
    {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},   {0xFE30, 0xFE6F, 2},   {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},
    {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
};

/* Control characters, zero-width ones and marks of direction would hide, or play tricks with a terminal. */
static bool is_hidden(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF;
}

static int cells_of(uint32_t character)
{
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        if (character >= widths[i].first && character <= widths[i].last) {
            return widths[i].cells;
        }
    }
    return 1;
}

static void print_character(const char *bytes, size_t length, uint32_t character, FILE *out)
{
    if (character == '\t') {
        fputs("→", out); /* one cell, and staff see what stands there */
    } else if (is_hidden(character) || character == INVISIBLE) {
        fputs("\xEF\xBF\xBD", out);
    } else {
        fwrite(bytes, 1, length, out);
    }
}

static void print_visible(const char *string, FILE *out)
{
    size_t length = strlen(string);
    for (size_t at = 0; at < length;) {
        size_t used = 0;
        uint32_t character = utf8_next(string + at, length - at, &used);
        print_character(string + at, used, character, out);
        at += used;
    }
}

static int cells_before(const char *excerpt, int characters)
{
    int cells = 0;
    size_t length = strlen(excerpt);
    for (size_t at = 0; at < length && characters > 0; characters--) {
        size_t used = 0;
        uint32_t character = utf8_next(excerpt + at, length - at, &used);
        cells += is_hidden(character) ? 1 : cells_of(character);
        at += used;
    }
    return cells;
}

static void print_place(struct place place, FILE *out)
{
    print_visible(place.file, out);
    if (place.line > 0) {
        fprintf(out, ":%d", place.line);
    }
    if (place.line > 0 && place.column > 0) {
        fprintf(out, ":%d", place.column);
    }
    fputs(": ", out);
}

static void print_excerpt(const struct problem *problem, FILE *out, bool color)
{
    fprintf(out, "%5d | ", problem->place.line);
    print_visible(problem->excerpt, out);
    fputc('\n', out);
    if (problem->place.column > 0) {
        int cells = cells_before(problem->excerpt, problem->place.column - problem->excerpt_from);
        fprintf(out, "      | %*s%s^", cells, "", color ? "\033[1;32m" : "");
        if (problem->hint != NULL) {
            fputc(' ', out);
            print_visible(problem->hint, out);
        }
        fputs(color ? "\033[0m\n" : "\n", out);
    }
}

static void print_problem(const struct problem *problem, FILE *out, bool color)
{
    fputs(color ? "\033[1m" : "", out);
    print_place(problem->place, out);
    fprintf(out, "%s%s:%s ", color ? severity_colors[problem->severity] : "", severity_names[problem->severity],
            color ? "\033[0m" : "");
    print_visible(problem->message, out);
    fprintf(out, " [%s]\n", problem->code);
    bool caret = problem->excerpt != NULL && problem->place.column > 0;
    if (problem->excerpt != NULL) {
        print_excerpt(problem, out, color);
    }
    if (problem->hint != NULL && !caret) {
        fputs("  ", out);
        print_visible(problem->hint, out);
        fputc('\n', out);
    }
    if (problem->fix != NULL) {
        fputs("  fix: ", out);
        print_visible(problem->fix, out);
        fputc('\n', out);
    }
}

static void print_count(size_t count, const char *one, const char *many, FILE *out)
{
    fprintf(out, "%zu %s", count, count == 1 ? one : many);
}

static void print_summary(const struct problems *problems, FILE *out)
{
    if (problems->errors + problems->warnings == 0) {
        fputs("no problems", out);
    }
    if (problems->errors > 0) {
        print_count(problems->errors, "error", "errors", out);
    }
    if (problems->warnings > 0) {
        fputs(problems->errors > 0 ? ", " : "", out);
        print_count(problems->warnings, "warning", "warnings", out);
    }
    if (problems->source_count > 0) {
        fputs(" in ", out);
        print_count(problems->source_count, "file", "files", out);
    }
    if (problems->errors + problems->warnings > problems->count) {
        fprintf(out, "; %zu of them are shown, mend these first", problems->count);
    }
    fputc('\n', out);
}

void problems_print(const struct problems *problems, FILE *out, bool color)
{
    for (size_t i = 0; i < problems->count; i++) {
        print_problem(problems->list[i], out, color);
    }
    print_summary(problems, out);
}
