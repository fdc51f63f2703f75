/* Stories about problems: how they are gathered, put in order and shown to staff. */
#include "problem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void print_into(char *out, size_t size, const struct problems *problems, bool color)
{
    FILE *stream = fmemopen(out, size, "w");
    problems_print(problems, stream, color);
    fclose(stream);
}

static void add_source(struct problems *problems, const char *file, const char *text)
{
    problems_source(problems, file, text, strlen(text));
}

static void a_problem_looks_as_staff_were_promised(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[1024] = "";
    add_source(&problems, "a.yaml", "order: 1\ntitle: What is IOP?: a guide\n");
    struct problem *problem = problems_add(&problems, SEVERITY_ERROR, "K010", (struct place){"a.yaml", 2, 20},
                                           "this line has %s colons", "two");
    problem->hint = "YAML thinks a second \"key: value\" starts here";
    problem->fix = problems_text(&problems, "put the text in quotes   title: \"%s\"", "What is IOP?: a guide");
    print_into(out, sizeof out, &problems, false);
    assert_string_equal(out, "a.yaml:2:20: error: this line has two colons [K010]\n"
                             "    2 | title: What is IOP?: a guide\n"
                             "      |                    ^ YAML thinks a second \"key: value\" starts here\n"
                             "  fix: put the text in quotes   title: \"What is IOP?: a guide\"\n"
                             "1 error in 1 file\n");
    problems_free(&problems);
}

static void the_caret_stands_under_its_character_after_tabs_accents_and_wide_ones(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[1024] = "";
    add_source(&problems, "a.yaml", "\tñ e\xCC\x81 漢 x\n");
    problems_add(&problems, SEVERITY_ERROR, "K001", (struct place){"a.yaml", 1, 8}, "here");
    print_into(out, sizeof out, &problems, false);
    assert_non_null(strstr(out, "    1 | →ñ e\xCC\x81 漢 x\n      |        ^\n"));
    problems_free(&problems);
}

static void a_very_long_line_is_cut_around_the_caret(void **state)
{
    (void)state;
    struct problems problems = {0};
    char line[3000];
    char out[1024] = "";
    memset(line, 'a', sizeof line);
    memcpy(line + 1500, "ERROR", 5);
    line[2999] = '\0';
    add_source(&problems, "a.yaml", line);
    problems_add(&problems, SEVERITY_ERROR, "K001", (struct place){"a.yaml", 1, 1501}, "here");
    print_into(out, sizeof out, &problems, false);
    const char *shown = strstr(out, "    1 | ");
    const char *caret = strstr(out, "      | ");
    assert_non_null(shown);
    assert_non_null(caret);
    assert_memory_equal(shown + 8, "…", 3);
    size_t cells = (size_t)(strchr(caret, '^') - (caret + 8));
    assert_memory_equal(shown + 8 + 3 + cells - 1, "ERROR", 5); /* the mark is 3 bytes and 1 cell */
    assert_true(strlen(out) < 400);
    problems_free(&problems);
}

static void a_place_without_a_line_names_the_file_only(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[256] = "";
    problems_add(&problems, SEVERITY_WARNING, "K008", (struct place){"a.yml", 0, 7}, "this file is not read");
    print_into(out, sizeof out, &problems, false);
    assert_string_equal(out, "a.yml: warning: this file is not read [K008]\n1 warning\n");
    problems_free(&problems);
}

static void control_characters_in_a_file_cannot_play_with_the_terminal(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[512] = "";
    add_source(&problems, "a.yaml", "title: \033[2Jgone\xE2\x80\xAE\n");
    problems_add(&problems, SEVERITY_ERROR, "K006", (struct place){"a.yaml", 1, 8}, "reads '%s'", "\033]0;x\a");
    print_into(out, sizeof out, &problems, false);
    assert_null(strchr(out, '\033'));
    assert_null(strchr(out, '\a'));
    assert_null(strstr(out, "\xE2\x80\xAE"));
    problems_free(&problems);
}

static void problems_are_told_in_the_order_of_files_and_lines(void **state)
{
    (void)state;
    struct problems problems = {0};
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"b", 1, 1}, "first of b");
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"a", 10, 1}, "a, line 10");
    problems_add(&problems, SEVERITY_WARNING, "K1", (struct place){"a", 2, 9}, "a, line 2");
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"a", 2, 1}, "z, the same line further left");
    problems_sort(&problems);
    static const char *const expected[] = {"z, the same line further left", "a, line 2", "a, line 10", "first of b"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(problems.list[i]->message, expected[i]);
    }
    problems_free(&problems);
}

static void what_does_not_fit_is_counted_and_errors_push_warnings_out(void **state)
{
    (void)state;
    struct problems problems = {0};
    char *out = calloc(1, 1 << 20);
    for (int i = 0; i < 600; i++) {
        problems_add(&problems, SEVERITY_WARNING, "K1", (struct place){"a", i, 1}, "warning");
    }
    assert_non_null(problems_add(&problems, SEVERITY_ERROR, "K2", (struct place){"a", 1, 1}, "the error"));
    assert_int_equal(problems.count, PROBLEMS_MAX);
    assert_int_equal(problems.warnings, 600);
    assert_int_equal(problems.errors, 1);
    print_into(out, 1 << 20, &problems, false);
    assert_non_null(strstr(out, "the error"));
    assert_non_null(strstr(out, "1 error, 600 warnings; 500 of them are shown, mend these first\n"));
    free(out);
    problems_free(&problems);
}

static void programs_read_problems_as_json_with_every_key_and_safe_texts(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[1024] = "";
    add_source(&problems, "a.yaml", "title: \"x\\y\"\t\xED\n");
    problems_add(&problems, SEVERITY_ERROR, "K005", (struct place){"a.yaml", 1, 8}, "a \"bad\"\nbyte")->fix = "save it";
    problems_add(&problems, SEVERITY_WARNING, "K008", (struct place){.file = "b.yml"}, "not read");
    FILE *stream = fmemopen(out, sizeof out, "w");
    problems_print_json(&problems, stream);
    fclose(stream);
    assert_string_equal(
        out, "[\n"
             "  {\"file\": \"a.yaml\", \"line\": 1, \"column\": 8, \"severity\": \"error\", \"code\": \"K005\", "
             "\"message\": \"a \\\"bad\\\"\\nbyte\", \"hint\": null, \"fix\": \"save it\", "
             "\"excerpt\": \"title: \\\"x\\\\y\\\"\\t\xEF\xBF\xBD\"},\n"
             "  {\"file\": \"b.yml\", \"line\": 0, \"column\": 0, \"severity\": \"warning\", \"code\": \"K008\", "
             "\"message\": \"not read\", \"hint\": null, \"fix\": null, \"excerpt\": null}\n"
             "]\n");
    problems_free(&problems);
}

static void nothing_wrong_is_said_in_words(void **state)
{
    (void)state;
    struct problems problems = {0};
    char out[128] = "";
    add_source(&problems, "a.yaml", "");
    add_source(&problems, "b.yaml", "");
    print_into(out, sizeof out, &problems, true);
    assert_string_equal(out, "no problems in 2 files\n");
    problems_free(&problems);
    problems_free(NULL);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_problem_looks_as_staff_were_promised),
        cmocka_unit_test(the_caret_stands_under_its_character_after_tabs_accents_and_wide_ones),
        cmocka_unit_test(a_very_long_line_is_cut_around_the_caret),
        cmocka_unit_test(a_place_without_a_line_names_the_file_only),
        cmocka_unit_test(control_characters_in_a_file_cannot_play_with_the_terminal),
        cmocka_unit_test(problems_are_told_in_the_order_of_files_and_lines),
        cmocka_unit_test(what_does_not_fit_is_counted_and_errors_push_warnings_out),
        cmocka_unit_test(programs_read_problems_as_json_with_every_key_and_safe_texts),
        cmocka_unit_test(nothing_wrong_is_said_in_words),
    };
    return cmocka_run_group_tests_name("problem", tests, NULL, NULL);
}
