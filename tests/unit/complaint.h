/* What was found wrong, as a test asks for it: "file:line:column" and words that staff must read. */
#ifndef TEST_COMPLAINT_H
#define TEST_COMPLAINT_H

#include "problem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* "explainers/a.yaml:3:4"; without the folder's name in front. */
static inline void place_text(char *out, size_t size, const struct problem *problem, const char *folder)
{
    const char *file = problem->place.file;
    size_t length = strlen(folder);
    if (length > 0 && strncmp(file, folder, length) == 0) {
        file += length + (file[length] == '/');
    }
    if (problem->place.line == 0) {
        snprintf(out, size, "%s", file);
    } else {
        snprintf(out, size, "%s:%d:%d", file, problem->place.line, problem->place.column);
    }
}

/* Everything that staff read about it, with code and severity. */
static inline void complaint_text(char *out, size_t size, const struct problem *problem)
{
    snprintf(out, size, "%s %s: %s | %s | %s", problem->code, problem->severity == SEVERITY_ERROR ? "error" : "warning",
             problem->message, problem->hint != NULL ? problem->hint : "", problem->fix != NULL ? problem->fix : "");
}

static inline bool complains(const struct problems *problems, size_t index, const char *words)
{
    char text[2048];
    complaint_text(text, sizeof text, problems->list[index]);
    return strstr(text, words) != NULL;
}

static inline void show_all(const struct problems *problems)
{
    problems_print(problems, stderr, false);
}

static inline void expect_at(const struct problems *problems, size_t index, const char *folder, const char *place)
{
    char found[1024];
    place_text(found, sizeof found, problems->list[index], folder);
    if (strcmp(found, place) != 0) {
        show_all(problems);
    }
    assert_string_equal(found, place);
}

static inline void expect_words(const struct problems *problems, size_t index, const char *words)
{
    if (!complains(problems, index, words)) {
        show_all(problems);
        fail_msg("no word of \"%s\"", words);
    }
}

static inline void expect_count(const struct problems *problems, size_t count)
{
    if (problems->count != count) {
        show_all(problems);
    }
    assert_int_equal(problems->count, count);
}

/* Exactly one problem, at this place, with these words. */
static inline void expect_only(const struct problems *problems, const char *folder, const char *place,
                               const char *words)
{
    expect_count(problems, 1);
    expect_at(problems, 0, folder, place);
    expect_words(problems, 0, words);
}

#endif
