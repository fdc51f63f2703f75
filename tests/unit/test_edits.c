/* Stories of lines that were taken out and put in. */
#include "edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 16 };

static struct line_list split(char *words, const char **lines)
{
    struct line_list list = {lines, 0};
    for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " "))
        lines[list.count++] = word;
    return list;
}

/* "a b" and "a c" are told as "a -b +c". */
static void assert_told(const char *old, const char *new, const char *expected)
{
    static const char signs[] = {[EDIT_SAME] = ' ', [EDIT_REMOVED] = '-', [EDIT_ADDED] = '+'};
    const char *old_lines[MOST], *new_lines[MOST];
    char old_words[64], new_words[64], told[128] = "";
    snprintf(old_words, sizeof old_words, "%s", old);
    snprintf(new_words, sizeof new_words, "%s", new);
    struct line_list before = split(old_words, old_lines), after = split(new_words, new_lines);
    struct edit edits[2 * MOST];
    int count = edits_find(before, after, edits);
    for (int i = 0; i < count; i++) {
        const char *line = (edits[i].kind == EDIT_REMOVED ? before : after).lines[edits[i].index];
        size_t length = strlen(told);
        snprintf(told + length, sizeof told - length, "%s%c%s", i > 0 ? "," : "", signs[edits[i].kind], line);
    }
    assert_string_equal(told, expected);
}

static void the_same_lines_are_told_as_the_same(void **state)
{
    (void)state;
    assert_told("a b c", "a b c", " a, b, c");
}

static void nothing_and_nothing_is_nothing(void **state)
{
    (void)state;
    assert_told("", "", "");
}

static void a_changed_line_is_removed_and_then_added(void **state)
{
    (void)state;
    assert_told("a b c", "a x c", " a,-b,+x, c");
}

static void only_what_was_put_in_is_told_as_added(void **state)
{
    (void)state;
    assert_told("a c", "a b c d", " a,+b, c,+d");
    assert_told("", "a", "+a");
}

static void only_what_was_taken_out_is_told_as_removed(void **state)
{
    (void)state;
    assert_told("a b c", "c", "-a,-b, c");
    assert_told("a", "", "-a");
}

static void a_line_that_moved_is_told_twice_and_no_other_with_it(void **state)
{
    (void)state;
    assert_told("a b c d", "b c d a", "-a, b, c, d,+a");
}

static void a_line_that_stands_there_twice_is_told_once_when_one_goes(void **state)
{
    (void)state;
    assert_told("a a b", "a b", " a,-a, b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_lines_are_told_as_the_same),
        cmocka_unit_test(nothing_and_nothing_is_nothing),
        cmocka_unit_test(a_changed_line_is_removed_and_then_added),
        cmocka_unit_test(only_what_was_put_in_is_told_as_added),
        cmocka_unit_test(only_what_was_taken_out_is_told_as_removed),
        cmocka_unit_test(a_line_that_moved_is_told_twice_and_no_other_with_it),
        cmocka_unit_test(a_line_that_stands_there_twice_is_told_once_when_one_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
