/* Stories about how hard a text is: syllables and grades against texts that were counted by hand. */
#include "editor_grade.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct counted_word known[] = {{"people", 2}, {"anxiety", 4}, {"someone", 2}};
static const struct editor_language english = {
    .tag = "en", .formula = FORMULA_FLESCH_KINCAID, .limit = 8, .syllables = known, .syllable_count = 3};
static const struct editor_language spanish = {.tag = "es", .formula = FORMULA_FERNANDEZ_HUERTA, .limit = 65};

static struct arena arena;

static int forget(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

struct counted {
    const char *word;
    int heard;
};

static void expect_heard(const struct counted *words, size_t count, const struct editor_language *language)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(words[i].word);
        int heard = syllables(words[i].word, length, passage_fold(words[i].word, length, &arena), language);
        if (heard != words[i].heard)
            print_error("in: %s\n", words[i].word);
        assert_int_equal(heard, words[i].heard);
    }
}

static struct measure measured(const char *text, const struct editor_language *language)
{
    struct measure measure = {0};
    struct passage passage = passage_read(text, NULL, 0, &arena);
    measure_add(&measure, &passage, language);
    return measure;
}

static void expect_grade(double value, double by_hand)
{
    assert_true(value > by_hand - 0.0001 && value < by_hand + 0.0001);
}

static void english_words_are_counted_as_they_are_heard(void **state)
{
    (void)state;
    static const struct counted words[] = {
        {"a", 1},        {"home", 1},        {"hospital", 3},    {"care", 1},       {"safe", 1},     {"safely", 2},
        {"little", 2},   {"people", 2},      {"therapy", 3},     {"program", 2},    {"hours", 1},    {"days", 1},
        {"asked", 1},    {"wanted", 2},      {"needed", 2},      {"lives", 1},      {"changes", 2},  {"services", 3},
        {"medicine", 3}, {"question", 2},    {"special", 2},     {"serious", 3},    {"usual", 3},    {"period", 3},
        {"trying", 2},   {"seeing", 2},      {"language", 2},    {"intensive", 3},  {"anxiety", 4},  {"someone", 2},
        {"you", 1},      {"don't", 1},       {"they're", 1},     {"depression", 3}, {"recovery", 4}, {"movement", 2},
        {"video", 3},    {"residential", 4}, {"information", 4},
    };
    expect_heard(words, sizeof words / sizeof words[0], &english);
}

static void spanish_words_are_counted_by_the_rules_of_diphthongs(void **state)
{
    (void)state;
    static const struct counted words[] = {
        {"a", 1},       {"y", 1},        {"yo", 1},      {"casa", 2},      {"día", 2},       {"ayuda", 3},
        {"también", 2}, {"ciudad", 2},   {"cuídese", 3}, {"ahora", 3},     {"leer", 2},      {"oír", 2},
        {"que", 1},     {"quiere", 2},   {"guía", 2},    {"pingüino", 3},  {"muy", 1},       {"hoy", 1},
        {"escuela", 3}, {"ansiedad", 3}, {"niño", 2},    {"estudiáis", 3}, {"familia", 3},   {"programa", 3},
        {"EMPEZAR", 3}, {"Ánimo", 3},    {"aún", 2},     {"aunque", 2},    {"vergüenza", 3}, {"apoyo", 3},
    };
    expect_heard(words, sizeof words / sizeof words[0], &spanish);
}

static void letters_and_numbers_are_heard_one_by_one_and_as_one(void **state)
{
    (void)state;
    static const struct counted words[] = {{"IOP", 3}, {"PHP", 3}, {"988", 1}, {"2,000", 1}};
    expect_heard(words, sizeof words / sizeof words[0], &english);
    expect_heard(words, sizeof words / sizeof words[0], &spanish);
}

/* Counted by hand: 3 + 4 + 5 words, 1+1+1, 1+1+1+1, 1+1+1+2+1 syllables. */
static void an_easy_english_text_is_graded_as_by_hand(void **state)
{
    (void)state;
    struct measure measure = measured("You come here. You sit and talk. You go back again soon.", &english);
    assert_int_equal(measure.words, 12);
    assert_int_equal(measure.sentences, 3);
    assert_int_equal(measure.syllables, 13);
    expect_grade(grade(&measure, FORMULA_FLESCH_KINCAID), 0.39 * 12 / 3 + 11.8 * 13 / 12 - 15.59);
    assert_false(is_too_hard(grade(&measure, FORMULA_FLESCH_KINCAID), &english));
}

/* in-ten-sive pro-grams pro-vide ther-a-py ed-u-ca-tion and med-i-ca-tion: 3+2+2+3+4+1+4 */
static void a_hard_english_text_is_too_hard(void **state)
{
    (void)state;
    struct measure measure = measured("Intensive programs provide therapy, education and medication.", &english);
    assert_int_equal(measure.words, 7);
    assert_int_equal(measure.syllables, 19);
    assert_true(is_too_hard(grade(&measure, FORMULA_FLESCH_KINCAID), &english));
}

/* us-ted vie-ne de dí-a | duer-me en su ca-sa: 2+2+1+2, 2+1+1+2 */
static void an_easy_spanish_text_is_graded_as_by_hand(void **state)
{
    (void)state;
    struct measure measure = measured("Usted viene de día. Duerme en su casa.", &spanish);
    assert_int_equal(measure.words, 8);
    assert_int_equal(measure.sentences, 2);
    assert_int_equal(measure.syllables, 13);
    expect_grade(grade(&measure, FORMULA_FERNANDEZ_HUERTA), 206.84 - 60.0 * 13 / 8 - 1.02 * 8 / 2);
    assert_false(is_too_hard(grade(&measure, FORMULA_FERNANDEZ_HUERTA), &spanish));
}

/* los pro-fe-sio-na-les re-co-mien-dan in-ter-ven-cio-nes te-ra-péu-ti-cas: 1+5+4+5+5 */
static void a_hard_spanish_text_is_too_hard(void **state)
{
    (void)state;
    struct measure measure = measured("Los profesionales recomiendan intervenciones terapéuticas.", &spanish);
    assert_int_equal(measure.words, 5);
    assert_int_equal(measure.syllables, 20);
    assert_true(is_too_hard(grade(&measure, FORMULA_FERNANDEZ_HUERTA), &spanish));
}

static void a_text_without_words_has_no_grade(void **state)
{
    (void)state;
    struct measure measure = {0};
    expect_grade(grade(&measure, FORMULA_FLESCH_KINCAID), 0);
    assert_false(is_too_hard(99, &(struct editor_language){.tag = "fr"}));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_words_are_counted_as_they_are_heard),
        cmocka_unit_test(spanish_words_are_counted_by_the_rules_of_diphthongs),
        cmocka_unit_test(letters_and_numbers_are_heard_one_by_one_and_as_one),
        cmocka_unit_test(an_easy_english_text_is_graded_as_by_hand),
        cmocka_unit_test(a_hard_english_text_is_too_hard),
        cmocka_unit_test(an_easy_spanish_text_is_graded_as_by_hand),
        cmocka_unit_test(a_hard_spanish_text_is_too_hard),
        cmocka_unit_test(a_text_without_words_has_no_grade),
    };
    return cmocka_run_group_tests_name("grade", tests, NULL, forget);
}
