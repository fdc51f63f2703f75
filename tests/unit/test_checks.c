/* Stories about checks of what single values cannot show: totals, conditions, words to fill in, dates. */
#include "checks.h"
#include "complaint.h"
#include "folder.h"
#include "load.h"
#include "problem_codes.h"

#include <fnmatch.h>

/* ---- a check made here: two questions of 0 to 3 points ------------------------------------------------------ */

static const struct answer_option four[] = {
    {.value = 0, .weight = 0}, {.value = 1, .weight = 1}, {.value = 2, .weight = 2}, {.value = 3, .weight = 3}};
static const struct option_set sets[] = {{.id = "four", .options = four, .option_count = 4}};
static const char *const both[] = {"a", "b"};

struct made {
    struct screening screening;
    struct item items[3];
    struct condition condition;
    struct band bands[4];
    struct problems problems;
};

static struct made *sound_check(void)
{
    struct made *made = calloc(1, sizeof *made);
    made->items[0] = (struct item){.id = "a", .options_name = "four", .scored = true};
    made->items[1] = (struct item){.id = "b", .options_name = "four", .scored = true};
    made->bands[0] = (struct band){.id = "low", .min = 0, .max = 2};
    made->bands[1] = (struct band){.id = "high", .min = 3, .max = 6};
    made->screening =
        (struct screening){.option_sets = sets,
                           .option_set_count = 1,
                           .items = made->items,
                           .item_count = 2,
                           .incomplete = {.place = {.file = "made"}},
                           .next_step_count = 3,
                           .score = {.sum_of = both, .sum_count = 2, .max = 6, .bands = made->bands, .band_count = 2}};
    return made;
}

static void check(struct made *made)
{
    check_screening(&made->screening, &made->problems);
    check_score(&made->screening, &made->problems);
}

static void forget(struct made *made)
{
    problems_free(&made->problems);
    free(made);
}

static void expect_sound(struct made *made)
{
    check(made);
    expect_count(&made->problems, 0);
    forget(made);
}

static void expect_complaint(struct made *made, const char *words)
{
    check(made);
    expect_count(&made->problems, 1);
    expect_words(&made->problems, 0, words);
    forget(made);
}

static void a_sound_check_has_no_problems(void **state)
{
    (void)state;
    expect_sound(sound_check());
}

static void a_display_needs_no_answers_and_a_boolean_exactly_two(void **state)
{
    (void)state;
    struct made *made = sound_check();
    made->items[2] = (struct item){.id = "c", .type = ITEM_DISPLAY};
    made->screening.item_count = 3;
    expect_sound(made);
    made = sound_check();
    made->items[1].type = ITEM_BOOLEAN;
    expect_complaint(made, "has two answers, but 'four' has 4");
}

static struct made *with_condition(const char *item, enum comparison op, int value)
{
    struct made *made = sound_check();
    made->condition = (struct condition){.item_id = item, .op = op, .value = value};
    made->items[1].show_if = (struct conditions){.list = &made->condition, .count = 1};
    return made;
}

static void a_condition_must_fit_at_least_one_answer(void **state)
{
    (void)state;
    expect_sound(with_condition("a", IS_EQUAL, 3));
    expect_sound(with_condition("a", IS_NOT_EQUAL, 0));
    expect_sound(with_condition("a", IS_GREATER, 2));
    expect_sound(with_condition("a", IS_LESS, 1));
    expect_sound(with_condition("a", IS_AT_LEAST, 3));
    expect_sound(with_condition("a", IS_AT_MOST, 0));
    expect_sound(with_condition("a", IS_EXISTS, 1));
    expect_sound(with_condition("a", IS_EXISTS, 0));
    expect_complaint(with_condition("a", IS_EQUAL, 4), "never be true");
    expect_complaint(with_condition("a", IS_GREATER, 3), "never be true");
    expect_complaint(with_condition("a", IS_LESS, 0), "never be true");
    expect_complaint(with_condition("a", IS_AT_LEAST, 4), "never be true");
    expect_complaint(with_condition("a", IS_AT_MOST, -1), "never be true");
    expect_complaint(with_condition("a", IS_EXISTS, 2), "1 (answered) or 0 (not answered)");
}

static void a_condition_finds_its_question(void **state)
{
    (void)state;
    struct made *made = with_condition("a", IS_GREATER, 0);
    made->condition.item = NO_INDEX;
    check(made);
    assert_int_equal(made->condition.item, 0);
    forget(made);
    made = with_condition("a", IS_GREATER, 0);
    made->items[0] = (struct item){.id = "a", .type = ITEM_DISPLAY};
    check(made);
    expect_words(&made->problems, 0, "is no question");
    forget(made);
}

static void two_questions_cannot_wait_for_each_other(void **state)
{
    (void)state;
    struct made *made = with_condition("a", IS_GREATER, 0);
    struct condition other = {.item_id = "b", .op = IS_GREATER};
    made->items[0].show_if = (struct conditions){.list = &other, .count = 1};
    expect_complaint(made, "'b' comes later");
}

static void help_must_be_reachable_by_the_highest_answer(void **state)
{
    (void)state;
    struct made *made = sound_check();
    made->items[0].on_answer = (struct on_answer){.at_least = 3, .show = ROUTE_HELP_NOW};
    expect_sound(made);
    made = sound_check();
    made->items[0].on_answer = (struct on_answer){.at_least = 4, .show = ROUTE_HELP_NOW};
    expect_complaint(made, "no answer of 'a' reaches 4");
}

static void each_total_belongs_to_exactly_one_band(void **state)
{
    (void)state;
    struct made *made = sound_check();
    made->bands[0].min = 1;
    expect_complaint(made, "no band holds the total 0");
    made = sound_check();
    made->bands[1].min = 5;
    expect_complaint(made, "no band holds the totals from 3 to 4");
    made = sound_check();
    made->bands[1].min = 2;
    expect_complaint(made, "'high' begins at 2, but the one before it ends at 2");
    made = sound_check();
    made->bands[1].max = 7;
    expect_complaint(made, "ends at 7, but the highest total is 6");
    made = sound_check();
    made->bands[0].max = -1;
    check(made);
    expect_words(&made->problems, 0, "ends at -1, before it begins at 0");
    forget(made);
}

static void a_single_band_may_hold_all(void **state)
{
    (void)state;
    struct made *made = sound_check();
    made->bands[0].max = 6;
    made->screening.score.band_count = 1;
    expect_sound(made);
}

static void a_wrong_highest_total_is_one_mistake_not_two(void **state)
{
    (void)state;
    struct made *made = sound_check();
    made->screening.score.max = 27;
    expect_complaint(made, "max is 27, but the largest weights of sum_of add up to 6");
}

static void weights_that_are_not_the_values_count(void **state)
{
    (void)state;
    static const struct answer_option reversed[] = {{.value = 0, .weight = 5}, {.value = 1, .weight = 0}};
    static const struct option_set reversed_set[] = {{.id = "four", .options = reversed, .option_count = 2}};
    struct made *made = sound_check();
    made->screening.option_sets = reversed_set;
    made->screening.score.max = 10;
    made->bands[1].max = 10;
    expect_sound(made);
}

/* ---- words to fill in ---------------------------------------------------------------------------------------- */

static void expect_word(size_t offset, const char *english, const char *words)
{
    struct problems problems = {0};
    struct interface_words all = content_fallback()->words;
    ((struct words *)(void *)((char *)&all + offset))->in[0] = english;
    check_interface_words(&all, &problems);
    if (words == NULL) {
        expect_count(&problems, 0);
    } else {
        expect_count(&problems, 1);
        expect_words(&problems, 0, words);
    }
    problems_free(&problems);
}

static void places_to_fill_in_are_exactly_those_the_program_fills(void **state)
{
    (void)state;
    size_t question_of = offsetof(struct interface_words, question_of);
    expect_word(question_of, "%d of %d", NULL);
    static const char *const wrong[] = {"%d",   "%d of %d of %d", "%d of %s",  "%d of %i", "%d of %5d", "%d of %",
                                        "100%", "%%d %d",         "%d of %d%", "%n %n",    ""};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        expect_word(question_of, wrong[i], "'question_of' must have the places %d, then %d");
    }
    expect_word(offsetof(struct interface_words, back), "100% back", NULL);
}

static void lists_of_names_are_complete_and_none_is_empty(void **state)
{
    (void)state;
    size_t sizes = offsetof(struct interface_words, text_size_names);
    expect_word(sizes, "a|b|c|d", NULL);
    static const char *const wrong[] = {"a|b|c", "a|b|c|d|e", "a||c|d", "|b|c|d", "a|b|c|", "", "|||"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        expect_word(sizes, wrong[i], "'text_size_names' must be 4 names");
    }
}

static void the_help_bar_never_loses_its_numbers(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct content content = *content_fallback();
    content.words.help_bar.in[1] = "Llame al 988.";
    content.words.help_bar_short.in[0] = "In danger, call 911.";
    check_help_numbers(&content, &problems);
    expect_count(&problems, 2);
    expect_words(&problems, 0, "'help_bar_short' must name 988");
    expect_words(&problems, 1, "'help_bar' must name 911");
    problems_free(&problems);
}

/* ---- dates ---------------------------------------------------------------------------------------------------- */

static void a_helpline_that_was_not_called_again_is_a_warning(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct problems problems = {0};
    struct content *content = content_load(folder.path, &problems);
    content_warn_overdue(content, "2026-07-15", &problems);
    expect_count(&problems, 0);
    content_warn_overdue(content, "2026-07-16", &problems);
    expect_only(&problems, folder.path, "help/helplines.yaml:2:5", "warning: the helpline 'lifeline-988'");
    content_free(content);
    problems_free(&problems);
    folder_delete(&folder);
}

static void a_page_that_should_have_been_read_again_is_named(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_replace(&folder, "explainers/first-page.yaml", "order: 10", "order: 10\nreview_by: 2026-03-01");
    struct problems problems = {0};
    struct content *content = content_load(folder.path, &problems);
    content_warn_overdue(content, "2026-03-01", &problems);
    expect_count(&problems, 0);
    content_warn_overdue(content, "2026-03-02", &problems);
    expect_only(&problems, folder.path, "explainers/first-page.yaml:1:1", "read again by 2026-03-01");
    content_free(content);
    problems_free(&problems);
    folder_delete(&folder);
}

/* ---- codes ---------------------------------------------------------------------------------------------------- */

static void codes_are_given_once_and_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        assert_int_equal(fnmatch("K[0-9][0-9][0-9]", problem_rows[i].code, 0), 0);
        assert_true(strlen(problem_rows[i].meaning) > 10);
        assert_true(i == 0 || strcmp(problem_rows[i - 1].code, problem_rows[i].code) < 0);
    }
}

static bool is_expected_somewhere(const char *code)
{
    const char *folder = IOP_SOURCE_DIR "/tests/bad-content";
    bool found = false;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry != NULL && !found; entry = readdir(directory)) {
        char path[PATH_SIZE];
        size_t size = 0;
        snprintf(path, sizeof path, "%s/%s/expected", folder, entry->d_name);
        if (entry->d_name[0] != '.' && access(path, R_OK) == 0) {
            char *text = bytes_of(path, &size);
            found = strstr(text, code) != NULL;
            free(text);
        }
    }
    closedir(directory);
    return found;
}

static void every_code_has_a_mistake_that_shows_it(void **state)
{
    (void)state;
    /* Made by test_bad_content.c itself, by other stories, or of files that are no content. */
    static const char *const elsewhere =
        "K001 K002 K003 K004 K022 K026 K027 K028 K047 K085 K087 K115 K120 K121 K122 K130 K131 "
        "K155 K156 K170 K171 K172 K173 K174 K175";
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        const char *code = problem_rows[i].code;
        if (strstr(elsewhere, code) == NULL && !is_expected_somewhere(code)) {
            fail_msg("no case under bad-content/ shows %s: %s", code, problem_rows[i].meaning);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_check_has_no_problems),
        cmocka_unit_test(a_display_needs_no_answers_and_a_boolean_exactly_two),
        cmocka_unit_test(a_condition_must_fit_at_least_one_answer),
        cmocka_unit_test(a_condition_finds_its_question),
        cmocka_unit_test(two_questions_cannot_wait_for_each_other),
        cmocka_unit_test(help_must_be_reachable_by_the_highest_answer),
        cmocka_unit_test(each_total_belongs_to_exactly_one_band),
        cmocka_unit_test(a_single_band_may_hold_all),
        cmocka_unit_test(a_wrong_highest_total_is_one_mistake_not_two),
        cmocka_unit_test(weights_that_are_not_the_values_count),
        cmocka_unit_test(places_to_fill_in_are_exactly_those_the_program_fills),
        cmocka_unit_test(lists_of_names_are_complete_and_none_is_empty),
        cmocka_unit_test(the_help_bar_never_loses_its_numbers),
        cmocka_unit_test(a_helpline_that_was_not_called_again_is_a_warning),
        cmocka_unit_test(a_page_that_should_have_been_read_again_is_named),
        cmocka_unit_test(codes_are_given_once_and_in_order),
        cmocka_unit_test(every_code_has_a_mistake_that_shows_it),
    };
    return cmocka_run_group_tests_name("checks", tests, NULL, NULL);
}
