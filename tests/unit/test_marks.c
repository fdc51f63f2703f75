/* The search that the proof rests on: it finds what lies in this process's memory, wherever, and nothing else. */
#include "marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { PAGE = 4096, LETTERS = 24 };

static struct marks *marks;

/* Made here and now, so that the program's own text is not what is found. */
static void make_text(char *text, unsigned seed)
{
    for (int i = 0; i < LETTERS; i++)
        text[i] = (char)('a' + (seed = seed * 1103515245u + 12345u) / 65536u % 26u);
    text[LETTERS] = '\0';
}

static uint32_t found(enum marks_when when)
{
    assert_true(marks_search(marks, when));
    return when == MARKS_DURING ? marks->list[0].most : marks->list[0].after;
}

/* Notes a text and gives it back as a copy on the heap: the only one. */
static char *noted(unsigned seed)
{
    char *text = malloc(LETTERS + 1);
    assert_non_null(text);
    make_text(text, seed);
    marks->count = 0;
    memset(marks->list, 0, sizeof marks->list[0]);
    marks_note(marks, MARK_WORDS, text, LETTERS);
    assert_int_equal(marks->count, 1);
    return text;
}

static void erase(char *text)
{
    explicit_bzero(text, LETTERS);
    free(text);
}

static int opens(void **state)
{
    (void)state;
    if (marks == NULL)
        marks = marks_open();
    return marks != NULL && marks_prepare() ? 0 : -1;
}

static void what_lies_in_memory_is_found_and_what_was_erased_is_not(void **state)
{
    (void)state;
    char *text = noted(1);
    assert_int_equal(found(MARKS_DURING), 1);
    char *copy = strdup(text);
    assert_int_equal(found(MARKS_DURING), 2);
    erase(text);
    assert_int_equal(found(MARKS_AFTER), 1);
    erase(copy);
    assert_int_equal(found(MARKS_AFTER), 0);
    assert_int_equal(marks->list[0].most, 2);
}

static void a_mark_does_not_find_itself(void **state)
{
    (void)state;
    erase(noted(2));
    assert_int_equal(found(MARKS_AFTER), 0);
    assert_int_equal(found(MARKS_AFTER), 0); /* nor what the search before left */
}

static void it_is_found_across_the_border_of_what_is_read_at_once(void **state)
{
    (void)state;
    const size_t size = 4u << 20;
    char *text = noted(3);
    char *large = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(large, MAP_FAILED);
    for (size_t at = (1u << 20) - LETTERS; at < size - LETTERS; at += (1u << 20) + 5)
        memcpy(large + at, text, LETTERS);
    erase(text);
    assert_int_equal(found(MARKS_AFTER), 3);
    munmap(large, size);
}

/* A page behind the end of its file is there, and cannot be read. */
static void memory_that_cannot_be_read_is_passed_over(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), PAGE), 0);
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
    assert_ptr_not_equal(pages, MAP_FAILED);
    char *text = noted(4);
    memcpy(pages + PAGE - LETTERS, text, LETTERS);
    assert_int_equal(found(MARKS_DURING), 2);
    erase(text);
    assert_int_equal(found(MARKS_AFTER), 1);
    munmap(pages, 3 * PAGE);
    fclose(file);
}

static void after_a_fork_a_process_looks_into_itself(void **state)
{
    (void)state;
    int status = 1;
    char *text = noted(5);
    const pid_t child = fork();
    if (child == 0) {
        erase(text);
        _exit(marks_prepare() && found(MARKS_AFTER) == 0 ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(found(MARKS_AFTER), 1);
    erase(text);
}

static void what_is_short_or_plain_is_no_mark(void **state)
{
    (void)state;
    marks->count = 0;
    marks_note(marks, MARK_WORDS, "shorter", 7);
    marks_note(marks, MARK_WORDS, "aaaaaaaaaaaaaaaaaaaaaaaa", LETTERS);
    assert_int_equal(marks->count, 0);
}

static void a_text_is_noted_in_pieces_within_its_clauses(void **state)
{
    (void)state;
    unsigned char plain[MARK_BYTES];
    marks->count = 0;
    marks_note_text(marks, MARK_SPOKEN, "Yes. More than half the days. Not at all, or nearly every day of it.");
    assert_int_equal(marks->count, 2);
    mark_plain(&marks->list[0], plain);
    assert_memory_equal(plain, "More than half the days", 23);
    marks_forgive(marks, MARK_SPOKEN, "What we say to all: More than half the days.");
    assert_int_equal(marks->count, 1);
}

#define STORY(name) cmocka_unit_test_setup(name, opens)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(what_lies_in_memory_is_found_and_what_was_erased_is_not),
        STORY(a_mark_does_not_find_itself),
        STORY(it_is_found_across_the_border_of_what_is_read_at_once),
        STORY(memory_that_cannot_be_read_is_passed_over),
        STORY(after_a_fork_a_process_looks_into_itself),
        STORY(what_is_short_or_plain_is_no_mark),
        STORY(a_text_is_noted_in_pieces_within_its_clauses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
