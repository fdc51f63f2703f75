/* Stories about memory and text: the ground everything else stands on. */
#include "arena.h"
#include "line.h"
#include "text.h"
#include "wipe.h"

#include <fcntl.h>
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

/* Where a call left something on the stack: read through the kernel, for nobody may read it through a pointer. */
static __attribute__((noinline)) off_t leaves_something_deep_below(void)
{
    volatile unsigned char deep[32 * 1024];
    for (size_t i = 0; i < sizeof deep; i++)
        deep[i] = 0xA7;
    return (off_t)(uintptr_t)&deep[0];
}

static int left_at(off_t place, int memory)
{
    unsigned char bytes[256];
    int left = 0;
    if (pread(memory, bytes, sizeof bytes, place) != (ssize_t)sizeof bytes)
        return -1;
    for (size_t i = 0; i < sizeof bytes; i++)
        left += bytes[i] == 0xA7;
    return left;
}

static void what_calls_left_on_the_stack_is_erased(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* its stacks lie elsewhere */
#endif
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const off_t place = leaves_something_deep_below();
    const int before = left_at(place, memory);
    wipe_stack();
    const int after = left_at(place, memory);
    close(memory);
    assert_true(before > 200);
    assert_int_equal(after, 0);
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
    static const char *const bad[] = {"\xC3", "\xFF", "\x80", "\xE0\x80\x80"};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(utf8_next(bad[i], strlen(bad[i]), &used), 0xFFFD);
        assert_int_equal(used, 1);
    }
    assert_int_equal(utf8_next("\xE0\xB8\x81", 3, &used), 0x0E01);
    assert_int_equal(utf8_next("\xF4\x8F\xBF\xBF", 4, &used), 0x10FFFF);
    assert_int_equal(used, 4);
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

static void lines_are_found_in_any_order(void **state)
{
    (void)state;
    static const char *const texts[] = {"\xEF\xBB\xBF"
                                        "one\r\ntwo\nthree\rfour\n\nsix",
                                        "\n\n\r\n\r\rsix\n", "one", "\n", ""};
    static const int order[] = {3, 2, 6, 5, 1, 4, 0, 7, 7, 6, 2, 2, 9, 1, 1, 7, 3};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct line_walk walk = {0};
        for (size_t j = 0; j < sizeof order / sizeof *order; j++) {
            struct line wanted = line_find(texts[i], strlen(texts[i]), order[j]);
            struct line found = line_walk_to(&walk, texts[i], strlen(texts[i]), order[j]);
            assert_ptr_equal(found.bytes, wanted.bytes);
            assert_int_equal(found.length, wanted.length);
        }
    }
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
        cmocka_unit_test(what_calls_left_on_the_stack_is_erased),
        cmocka_unit_test(wiping_nothing_is_fine_and_wiping_something_leaves_zeros),
        cmocka_unit_test(what_fits_is_kept_whole),
        cmocka_unit_test(a_cut_never_splits_a_character),
        cmocka_unit_test(nothing_follows_a_cut),
        cmocka_unit_test(every_kind_of_bad_utf8_is_found_where_it_stands),
        cmocka_unit_test(characters_are_decoded_and_counted),
        cmocka_unit_test(a_field_of_a_list_is_found_by_its_number),
        cmocka_unit_test(a_swapped_pair_of_letters_is_one_step),
        cmocka_unit_test(lines_end_as_they_do_in_yaml),
        cmocka_unit_test(lines_are_found_in_any_order),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
