/* Stories about reading YAML: what stands in a file arrives as it was written, with its place. */
#include "complaint.h"
#include "text.h"
#include "yaml_tree.h"

#include <stdlib.h>

struct reading {
    struct arena arena;
    struct problems problems;
    struct tree tree;
    bool whole;
};

static struct reading *read_text(const char *text)
{
    struct reading *reading = calloc(1, sizeof *reading);
    reading->tree.file = "a.yaml";
    problems_source(&reading->problems, "a.yaml", text, strlen(text));
    reading->whole = tree_parse(&reading->tree, text, strlen(text), &reading->arena, &reading->problems);
    return reading;
}

static void forget(struct reading *reading)
{
    arena_free(&reading->arena);
    problems_free(&reading->problems);
    free(reading);
}

static const struct tree_node *under(const struct tree_node *map, const char *key)
{
    for (const struct tree_node *entry = map->first; entry != NULL; entry = entry->next) {
        if (entry->key != NULL && strcmp(entry->key, key) == 0) {
            return entry;
        }
    }
    fail_msg("there is no '%s'", key);
    return NULL;
}

static void expect_place(struct place place, int line, int column)
{
    assert_string_equal(place.file, "a.yaml");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void a_map_keeps_keys_values_and_both_places(void **state)
{
    (void)state;
    struct reading *reading = read_text("order: 10\ntitle: {en: Wéll, es: 'Bién'}\nlist:\n  - one\n  - two\n");
    assert_true(reading->whole);
    const struct tree_node *root = reading->tree.root;
    assert_int_equal(root->kind, TREE_MAP);
    assert_int_equal(root->count, 3);
    assert_string_equal(under(root, "order")->text, "10");
    expect_place(tree_place(&reading->tree, under(root, "order")), 1, 8);
    const struct tree_node *spanish = under(under(root, "title"), "es");
    assert_string_equal(spanish->text, "Bién");
    assert_int_equal(spanish->style, STYLE_QUOTED);
    expect_place(tree_key_place(&reading->tree, spanish), 2, 19);
    expect_place(tree_place(&reading->tree, spanish), 2, 23);
    const struct tree_node *list = under(root, "list");
    assert_int_equal(list->kind, TREE_LIST);
    assert_string_equal(list->first->next->text, "two");
    expect_place(tree_key_place(&reading->tree, list->first->next), 5, 5);
    forget(reading);
}

static void no_word_changes_its_meaning(void **state)
{
    (void)state;
    struct reading *reading = read_text("[no, yes, 12:30, 1.10, 0x10, 1e3, on, 'true']\n");
    static const char *const expected[] = {"no", "yes", "12:30", "1.10", "0x10", "1e3", "on", "true"};
    const struct tree_node *entry = reading->tree.root->first;
    for (size_t i = 0; i < 8; i++, entry = entry->next) {
        assert_string_equal(entry->text, expected[i]);
    }
    forget(reading);
}

static void a_byte_order_mark_and_windows_line_ends_are_fine(void **state)
{
    (void)state;
    struct reading *reading = read_text("order: 10\r\ntitle: x\r\ntext: |\r\n  one\r\n  two\r\n");
    assert_true(reading->whole);
    assert_string_equal(under(reading->tree.root, "text")->text, "one\ntwo\n");
    expect_place(tree_place(&reading->tree, under(reading->tree.root, "title")), 2, 8);
    forget(reading);
}

static void a_place_inside_a_block_of_text_is_exact(void **state)
{
    (void)state;
    struct reading *reading = read_text("a:\n  text: |\n\n    first\n    sécond line\n\n      indented\n");
    const struct tree_node *text = under(under(reading->tree.root, "a"), "text");
    assert_string_equal(text->text, "\nfirst\nsécond line\n\n  indented\n");
    size_t line = (size_t)(strstr(text->text, "line") - text->text);
    size_t indented = (size_t)(strstr(text->text, "indented") - text->text);
    expect_place(tree_place_in(&reading->tree, text, 1), 4, 5);
    expect_place(tree_place_in(&reading->tree, text, line), 5, 12);
    expect_place(tree_place_in(&reading->tree, text, indented), 7, 7);
    forget(reading);
}

static void a_place_inside_a_line_of_text_is_exact(void **state)
{
    (void)state;
    struct reading *reading = read_text("plain: sée here\nquoted: \"sée here\"\n");
    size_t here = strlen("sée ");
    expect_place(tree_place_in(&reading->tree, under(reading->tree.root, "plain"), here), 1, 12);
    expect_place(tree_place_in(&reading->tree, under(reading->tree.root, "quoted"), here), 2, 14);
    forget(reading);
}

static void where_a_place_cannot_be_exact_it_is_that_of_the_text(void **state)
{
    (void)state;
    struct reading *reading = read_text("folded: >\n  one\n  two\nescaped: \"\\u00e9 two\"\nlong: one\n  two\n");
    expect_place(tree_place_in(&reading->tree, under(reading->tree.root, "folded"), 4), 1, 9);
    expect_place(tree_place_in(&reading->tree, under(reading->tree.root, "escaped"), 3), 4, 10);
    expect_place(tree_place_in(&reading->tree, under(reading->tree.root, "long"), 4), 5, 7);
    forget(reading);
}

static void nothing_and_null_are_empty_but_quotes_are_not(void **state)
{
    (void)state;
    struct reading *reading = read_text("a:\nb: ~\nc: null\nd: ''\n");
    assert_true(tree_is_empty(under(reading->tree.root, "a")));
    assert_true(tree_is_empty(under(reading->tree.root, "b")));
    assert_true(tree_is_empty(under(reading->tree.root, "c")));
    assert_false(tree_is_empty(under(reading->tree.root, "d")));
    assert_string_equal(tree_kind_name(under(reading->tree.root, "a")), "nothing");
    forget(reading);
}

static void a_key_that_stands_three_times_is_told_twice_and_its_first_counts(void **state)
{
    (void)state;
    struct reading *reading = read_text("a: 1\nb: 2\na: 3\nc: 4\na: 5\n");
    assert_true(reading->whole);
    assert_int_equal(reading->problems.count, 2);
    expect_at(&reading->problems, 0, "", "a.yaml:3:1");
    expect_words(&reading->problems, 0, "line 1 and in line 3");
    expect_at(&reading->problems, 1, "", "a.yaml:5:1");
    assert_false(under(reading->tree.root, "a")->repeated);
    assert_string_equal(under(reading->tree.root, "a")->text, "1");
    assert_true(under(reading->tree.root, "b")->next->repeated);
    forget(reading);
}

static void a_long_key_in_spanish_is_told_in_whole_letters(void **state)
{
    (void)state;
    static const char accents[] = "ñññññññññññññññññññññññññññññññññññññññññññññ";
    char text[512];
    for (int ahead = 0; ahead < 2; ahead++) {
        snprintf(text, sizeof text, "%s%s: 1\n%s%s: 2\n", "n" + ahead, accents, "n" + ahead, accents);
        struct reading *reading = read_text(text);
        const char *message = reading->problems.list[0]->message;
        expect_words(&reading->problems, 0, "ñ…'");
        assert_int_equal(utf8_valid(message, strlen(message)), strlen(message));
        forget(reading);
    }
}

static void the_same_key_in_different_maps_is_no_repetition(void **state)
{
    (void)state;
    struct reading *reading = read_text("a: {x: 1}\nb: {x: 1}\nc: [{x: 1}, {x: 2}]\n");
    assert_int_equal(reading->problems.count, 0);
    forget(reading);
}

static void twenty_thousand_keys_are_compared_without_comparing_each_with_each(void **state)
{
    (void)state;
    char *text = calloc(1, 20000 * 16 + 32);
    size_t length = 0;
    for (int i = 0; i < 20000; i++) {
        length += (size_t)sprintf(text + length, "key%05d: x\n", (i * 7919) % 20000);
    }
    sprintf(text + length, "key00042: y\n");
    struct reading *reading = read_text(text);
    assert_true(reading->whole);
    expect_only(&reading->problems, "", "a.yaml:20001:1", "'key00042' stands twice");
    forget(reading);
    free(text);
}

static void sixteen_levels_are_fine_and_seventeen_are_not(void **state)
{
    (void)state;
    struct reading *fine = read_text("[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]\n");
    assert_true(fine->whole);
    forget(fine);
    struct reading *deep = read_text("[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]\n");
    assert_false(deep->whole);
    assert_null(deep->tree.root);
    expect_only(&deep->problems, "", "a.yaml:1:17", "16 levels");
    forget(deep);
}

static void a_whole_quotation_in_curly_quotes_is_a_text_like_any_other(void **state)
{
    (void)state;
    struct reading *reading =
        read_text("- “I am here, for you.”\n- She said “hello”\n- ‘one’ and ‘two’\n- It’s fine\n");
    assert_true(reading->whole);
    assert_string_equal(reading->tree.root->first->text, "“I am here, for you.”");
    forget(reading);
}

static void the_fix_for_two_colons_chooses_quotes_that_fit(void **state)
{
    (void)state;
    struct reading *reading = read_text("- title: He said \"yes\": fine\n");
    expect_words(&reading->problems, 0, "- title: 'He said \"yes\": fine'");
    forget(reading);
    reading = read_text("title: It's: \"fine\"\n");
    expect_words(&reading->problems, 0, "write   title: |   and the text in the next line");
    forget(reading);
}

static void every_complaint_of_the_parser_gets_words_and_a_way_out(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "a: b: c\n",
        "a:\n\tb: c\n",
        "a: \"b\n",
        "a: 'b' c\n",
        "a: {b: c\n",
        "a: [b c: d}\n",
        "a: {b c, 'd' e}\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "a:\n  b: c\n d: e\n",
        "a\nb: c\n",
        "a: *\n",
        "a: & b\n",
        "a: \"\\q\"\n",
        "a: |x\n  y\n",
        "a: - b\n",
        "a: !<\n",
        "a: b\n...\nc: d\n",
        "a: ]\n",
        "a: {,}\n",
        "%YAML 9.9\n---\na: b\n",
        "a: |\n\tb\n",
        "a: \"b\n---\n",
        "a: @b\n",
        "a: `b\n",
        "? a\n  - b: c\n d\n",
        "a: {b: [c}\n",
        "a: %b\n",
        "a: >9x\n",
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct reading *reading = read_text(broken[i]);
        assert_false(reading->whole);
        expect_count(&reading->problems, 1);
        const struct problem *problem = reading->problems.list[0];
        assert_true(problem->place.line > 0 && problem->place.column > 0);
        assert_true(strlen(problem->message) > 10);
        assert_non_null(problem->fix);
        assert_null(strstr(problem->message, "context"));
        forget(reading);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_keeps_keys_values_and_both_places),
        cmocka_unit_test(no_word_changes_its_meaning),
        cmocka_unit_test(a_byte_order_mark_and_windows_line_ends_are_fine),
        cmocka_unit_test(a_place_inside_a_block_of_text_is_exact),
        cmocka_unit_test(a_place_inside_a_line_of_text_is_exact),
        cmocka_unit_test(where_a_place_cannot_be_exact_it_is_that_of_the_text),
        cmocka_unit_test(nothing_and_null_are_empty_but_quotes_are_not),
        cmocka_unit_test(a_key_that_stands_three_times_is_told_twice_and_its_first_counts),
        cmocka_unit_test(a_long_key_in_spanish_is_told_in_whole_letters),
        cmocka_unit_test(the_same_key_in_different_maps_is_no_repetition),
        cmocka_unit_test(twenty_thousand_keys_are_compared_without_comparing_each_with_each),
        cmocka_unit_test(sixteen_levels_are_fine_and_seventeen_are_not),
        cmocka_unit_test(a_whole_quotation_in_curly_quotes_is_a_text_like_any_other),
        cmocka_unit_test(the_fix_for_two_colons_chooses_quotes_that_fit),
        cmocka_unit_test(every_complaint_of_the_parser_gets_words_and_a_way_out),
    };
    return cmocka_run_group_tests_name("yaml tree", tests, NULL, NULL);
}
