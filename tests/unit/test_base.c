/* Stories about memory, text and problems: the ground everything else stands on. */
#include "arena.h"
#include "line.h"
#include "problem.h"
#include "text.h"
#include "wipe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- arena --------------------------------------------------------------------------------------------- */

static bool is_zero(const void *memory, size_t size)
{
    const unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

static void taken_memory_is_zero_and_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 1; size < 300; size += 7) {
        void *memory = arena_take(&arena, size);
        assert_true(is_zero(memory, size));
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        memset(memory, 0xAA, size);
    }
    arena_free(&arena);
}

static void a_reset_wipes_every_byte_that_was_handed_out(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *small = arena_copy(&arena, "a visitor's answer", 18);
    char *large = arena_take(&arena, 300000);
    memset(large, 'x', 300000);
    char *behind = arena_print(&arena, "%s", "another answer");
    arena_reset(&arena);
    assert_true(is_zero(small, 19));
    assert_true(is_zero(large, 300000));
    assert_true(is_zero(behind, 15));
    assert_int_equal(arena.taken, 0);
    arena_free(&arena);
}

static void the_same_use_after_a_reset_allocates_nothing(void **state)
{
    (void)state;
    struct arena arena = {0};
    static const size_t sizes[] = {100, 70000, 10, 65536, 200000, 3, 65000, 1};
    size_t blocks = 0;
    for (int round = 0; round < 5; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            arena_take(&arena, sizes[i]);
        }
        blocks = round == 0 ? arena.blocks : blocks;
        arena_reset(&arena);
    }
    assert_int_equal(arena.blocks, blocks);
    arena_free(&arena);
}

static void another_order_after_a_reset_still_finds_the_kept_blocks(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_take(&arena, 60000);
    arena_take(&arena, 60000);
    arena_take(&arena, 500000);
    size_t blocks = arena.blocks;
    arena_reset(&arena);
    arena_take(&arena, 500000);
    arena_take(&arena, 60000);
    arena_take(&arena, 60000);
    assert_int_equal(arena.blocks, blocks);
    arena_free(&arena);
}

static void a_freed_arena_is_ready_to_use_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_take(&arena, 10);
    arena_free(&arena);
    assert_int_equal(arena.blocks, 0);
    assert_string_equal(arena_copy(&arena, "again", 5), "again");
    arena_free(&arena);
}

static void a_product_that_overflows_ends_the_program_with_a_sentence(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        struct arena arena = {0};
        assert_non_null(freopen("/dev/null", "w", stderr));
        arena_take_array(&arena, SIZE_MAX / 4, 8);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 71);
}

static void wiping_nothing_is_fine_and_wiping_something_leaves_zeros(void **state)
{
    (void)state;
    char secret[] = "secret";
    wipe(NULL, 0);
    wipe(secret, sizeof secret);
    assert_true(is_zero(secret, sizeof secret));
}

/* ---- text ---------------------------------------------------------------------------------------------- */

static void what_fits_is_kept_whole(void **state)
{
    (void)state;
    char buffer[16];
    struct text text = text_in(buffer, sizeof buffer);
    text_add(&text, "one");
    text_addf(&text, " %d", 2);
    text_add_bytes(&text, " three...", 6);
    assert_string_equal(buffer, "one 2 three");
    assert_int_equal(text.length, 11);
    assert_false(text.cut);
}

static void a_cut_never_splits_a_character(void **state)
{
    (void)state;
    char buffer[6];
    struct text text = text_in(buffer, sizeof buffer);
    text_add(&text, "año");
    text_add(&text, "ñ");
    assert_string_equal(buffer, "año");
    assert_true(text.cut);

    struct text printed = text_in(buffer, sizeof buffer);
    text_addf(&printed, "%s", "abcdñ");
    assert_string_equal(buffer, "abcd");
    assert_true(printed.cut);
}

static void nothing_follows_a_cut(void **state)
{
    (void)state;
    char buffer[4];
    struct text text = text_in(buffer, sizeof buffer);
    text_add(&text, "abññ");
    text_add(&text, "c");
    text_addf(&text, "%d", 1);
    assert_string_equal(buffer, "ab");
    assert_true(text.cut);
}

static void every_kind_of_bad_utf8_is_found_where_it_stands(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "12345678\xC3",         /* cut */
        "12345678\xE9t\xE9",    /* Latin-1 */
        "12345678\xC0\xAF",     /* overlong */
        "12345678\xE0\x80\xAF", /* overlong */
        "12345678\xED\xA0\x80", /* surrogate */
        "12345678\xF4\x90\x80\x80",
        "12345678\xFF",
        "12345678\x80",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(utf8_valid(bad[i], strlen(bad[i])), 8);
    }
    assert_int_equal(utf8_valid("ab\0cdefgh", 9), 2);
    assert_int_equal(utf8_valid("abcdefgh\0", 9), 8);
    assert_int_equal(utf8_valid("años €𝄞\uFFFD", strlen("años €𝄞\uFFFD")), strlen("años €𝄞\uFFFD"));
}

static void characters_are_decoded_and_counted(void **state)
{
    (void)state;
    static const char string[] = "añ€𝄞";
    static const uint32_t expected[] = {'a', 0xF1, 0x20AC, 0x1D11E};
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t used = 0;
        assert_int_equal(utf8_next(string + at, strlen(string) - at, &used), expected[i]);
        at += used;
    }
    assert_int_equal(at, strlen(string));
    assert_int_equal(utf8_count(string, strlen(string)), 4);
    size_t used = 0;
    assert_int_equal(utf8_next("\xC3", 1, &used), 0xFFFD);
    assert_int_equal(used, 1);
}

static void a_field_of_a_list_is_found_by_its_number(void **state)
{
    (void)state;
    char out[8];
    text_field("Mon|Tue|Wed", 0, out, sizeof out);
    assert_string_equal(out, "Mon");
    text_field("Mon|Tue|Wed", 2, out, sizeof out);
    assert_string_equal(out, "Wed");
    text_field("Mon|Tue|Wed", 3, out, sizeof out);
    assert_string_equal(out, "");
    text_field("a||c", 1, out, sizeof out);
    assert_string_equal(out, "");
}

static void a_swapped_pair_of_letters_is_one_step(void **state)
{
    (void)state;
    assert_int_equal(text_distance("weight", "wieght"), 1);
    assert_int_equal(text_distance("weight", "weight"), 0);
    assert_int_equal(text_distance("", "abc"), 3);
    assert_int_equal(text_distance("kitten", "sitting"), 3);
    assert_int_equal(text_distance("ca", "abc"), 3); /* optimal string alignment, not Damerau */
    char longer[200];
    memset(longer, 'x', 199);
    longer[199] = '\0';
    assert_true(text_distance(longer, "x") >= 64);
}

static void lines_end_as_they_do_in_yaml(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF"
                               "one\r\ntwo\nthree\rfour\n\nsix";
    static const char *const lines[] = {"one", "two", "three", "four", "", "six"};
    for (int i = 0; i < 6; i++) {
        struct line line = line_find(text, strlen(text), i + 1);
        assert_int_equal(line.length, strlen(lines[i]));
        assert_memory_equal(line.bytes, lines[i], line.length);
    }
    assert_null(line_find(text, strlen(text), 7).bytes);
}

/* ---- problems ------------------------------------------------------------------------------------------- */

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
    problems_add(&problems, SEVERITY_WARNING, "K008", (struct place){.file = "a.yml"}, "this file is not read");
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
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"b", 1, 1}, "4");
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"a", 10, 1}, "3");
    problems_add(&problems, SEVERITY_WARNING, "K1", (struct place){"a", 2, 9}, "2");
    problems_add(&problems, SEVERITY_ERROR, "K1", (struct place){"a", 2, 1}, "1");
    problems_sort(&problems);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(problems.list[i]->message[0], '1' + (int)i);
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
        cmocka_unit_test(taken_memory_is_zero_and_aligned),
        cmocka_unit_test(a_reset_wipes_every_byte_that_was_handed_out),
        cmocka_unit_test(the_same_use_after_a_reset_allocates_nothing),
        cmocka_unit_test(another_order_after_a_reset_still_finds_the_kept_blocks),
        cmocka_unit_test(a_freed_arena_is_ready_to_use_again),
        cmocka_unit_test(a_product_that_overflows_ends_the_program_with_a_sentence),
        cmocka_unit_test(wiping_nothing_is_fine_and_wiping_something_leaves_zeros),
        cmocka_unit_test(what_fits_is_kept_whole),
        cmocka_unit_test(a_cut_never_splits_a_character),
        cmocka_unit_test(nothing_follows_a_cut),
        cmocka_unit_test(every_kind_of_bad_utf8_is_found_where_it_stands),
        cmocka_unit_test(characters_are_decoded_and_counted),
        cmocka_unit_test(a_field_of_a_list_is_found_by_its_number),
        cmocka_unit_test(a_swapped_pair_of_letters_is_one_step),
        cmocka_unit_test(lines_end_as_they_do_in_yaml),
        cmocka_unit_test(a_problem_looks_as_staff_were_promised),
        cmocka_unit_test(the_caret_stands_under_its_character_after_tabs_accents_and_wide_ones),
        cmocka_unit_test(a_very_long_line_is_cut_around_the_caret),
        cmocka_unit_test(a_place_without_a_line_names_the_file_only),
        cmocka_unit_test(control_characters_in_a_file_cannot_play_with_the_terminal),
        cmocka_unit_test(problems_are_told_in_the_order_of_files_and_lines),
        cmocka_unit_test(what_does_not_fit_is_counted_and_errors_push_warnings_out),
        cmocka_unit_test(nothing_wrong_is_said_in_words),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
