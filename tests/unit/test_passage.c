/* Stories about taking a text apart: what is a word, where a sentence ends, and whether a phrase stands in it. */
#include "passage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int forget(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct passage read_passage(const char *text)
{
    static const char *const known[] = {"Dr.", "e.g.", "p. ej.", "EE. UU."};
    return passage_read(text, known, sizeof known / sizeof known[0], &arena);
}

static void expect_sentences(const char *text, size_t count)
{
    struct passage passage = read_passage(text);
    if (passage.sentence_count != count)
        print_error("in: %s\n", text);
    assert_int_equal(passage.sentence_count, count);
}

static void expect_count(const char *text, size_t count)
{
    struct passage passage = read_passage(text);
    if (passage_count(&passage) != count)
        print_error("in: %s\n", text);
    assert_int_equal(passage_count(&passage), count);
}

static bool holds(const char *text, const char *written)
{
    struct passage passage = read_passage(text);
    struct phrase phrase = phrase_read(written, &arena);
    for (size_t at = 0; at < passage.word_count; at++)
        if (phrase_fits(&phrase, &passage, at))
            return true;
    return false;
}

static void a_sentence_ends_at_its_mark(void **state)
{
    (void)state;
    expect_sentences("", 0);
    expect_sentences("No mark", 1);
    expect_sentences("One. Two! Three? Four…", 4);
    expect_sentences("Really?! Yes...", 2);
    expect_sentences("He said “Come in.” She came.", 2);
    expect_sentences("(Sit down.) Now talk.", 2);
    expect_sentences("¿Cómo está? Bien.", 2);
    expect_sentences("Mon|Tue|Wed", 3);
}

static void a_mark_in_the_middle_ends_nothing(void **state)
{
    (void)state;
    expect_sentences("It takes 3.5 hours", 1);
    expect_sentences("Ask “How are you?” and wait.", 1);
    expect_sentences("Puede preguntar “¿Qué es eso?” y esperar.", 1);
    expect_sentences("Wait … and breathe.", 1);
    expect_sentences("Look at medicare.gov first.", 1);
}

static void a_short_form_ends_nothing(void **state)
{
    (void)state;
    expect_sentences("Ask Dr. Lee about it.", 1);
    expect_sentences("Traiga algo, p. ej. Agua.", 1);
    expect_sentences("En EE. UU. Hay muchos.", 1);
    expect_sentences("By J. Kroenke and others.", 1);
    expect_sentences("You and I. Then they.", 2);
}

static void people_count_words_that_are_joined_as_one(void **state)
{
    (void)state;
    expect_count("one-to-one talks", 2);
    expect_count("muerto(a) o no", 3);
    expect_count("I don’t – you do", 4);
    expect_count("9 to 19 hours, 24/7, at 5:30", 7);
    expect_count("1-800-950-6264", 1);
    expect_count("  … — !", 0);
}

static void letters_are_folded(void **state)
{
    (void)state;
    assert_string_equal(passage_fold("ÁRBOL Ñandú pingüino", strlen("ÁRBOL Ñandú pingüino"), &arena), "arbol \xC3\xB1"
                                                                                                      "andu pinguino");
    assert_string_equal(passage_fold("don’t", strlen("don’t"), &arena), "don't");
}

static void a_phrase_fits_whole_words_in_any_case(void **state)
{
    (void)state;
    assert_true(holds("He COMMITTED suicide.", "committed suicide"));
    assert_true(holds("committed,\nsuicide", "committed suicide"));
    assert_true(holds("cometio SUICIDIO", "Cometió suicidio"));
    assert_true(holds("Cometió suicidio", "cometio suicidio"));
    assert_false(holds("He committed to it.", "committed suicide"));
    assert_false(holds("uncommitted suicide", "committed suicide"));
    assert_false(holds("the addiction", "addict"));
    assert_true(holds("self-harm", "self harm"));
    assert_false(holds("un año", "ano"));
}

static void a_star_leaves_the_ending_open(void **state)
{
    (void)state;
    assert_true(holds("suicidal thoughts", "suicid*"));
    assert_true(holds("SUICIDIO", "suicid*"));
    assert_false(holds("a suit", "suicid*"));
    assert_true(holds("completing suicide", "complet* suicide"));
    assert_false(holds("complete a form on suicide", "complet* suicide"));
}

static void a_phrase_ends_with_its_sentence(void **state)
{
    (void)state;
    assert_false(holds("They had committed. Suicide is another word.", "committed suicide"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_ends_at_its_mark),
        cmocka_unit_test(a_mark_in_the_middle_ends_nothing),
        cmocka_unit_test(a_short_form_ends_nothing),
        cmocka_unit_test(people_count_words_that_are_joined_as_one),
        cmocka_unit_test(letters_are_folded),
        cmocka_unit_test(a_phrase_fits_whole_words_in_any_case),
        cmocka_unit_test(a_star_leaves_the_ending_open),
        cmocka_unit_test(a_phrase_ends_with_its_sentence),
    };
    return cmocka_run_group_tests_name("passage", tests, NULL, forget);
}
