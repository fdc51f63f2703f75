/* Stories about the last resort: help that no broken file can hide. */
#include "checks.h"
#include "complaint.h"
#include "load.h"

static void expect_both(const struct words *words)
{
    assert_non_null(words->in[0]);
    assert_non_null(words->in[1]);
    assert_true(strlen(words->in[0]) > 0 && strlen(words->in[1]) > 0);
}

static void the_fallback_says_everything_in_both_languages(void **state)
{
    (void)state;
    const struct content *content = content_fallback();
    assert_int_equal(content->settings.language_count, 2);
#define INTERFACE_WORD(name, help) expect_both(&content->words.name);
#include "interface_words.def"
#undef INTERFACE_WORD
#define SPEECH_WORD(name, help, english, spanish) expect_both(&content->speech.name);
#include "speech_words.def"
#undef SPEECH_WORD
    const struct help *help = &content->help;
    const struct words *const needed[] = {&help->title,
                                          &help->text,
                                          &help->desk_title,
                                          &help->desk_text,
                                          &help->emergency_title,
                                          &help->emergency_text,
                                          &help->lifeline_title,
                                          &help->lifeline_text,
                                          &help->dial_title,
                                          &help->dial_text,
                                          &help->no_phone,
                                          &content->home.title,
                                          &content->home.text,
                                          &content->home.attract_title,
                                          &content->home.attract_text,
                                          &content->home.attract_begin,
                                          &content->home.attract_privacy,
                                          &content->home.attract_crisis,
                                          &content->home.attract_staff};
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        expect_both(needed[i]);
    }
    assert_int_equal(content->page_count, 0);
    assert_int_equal(content->screening_count, 0);
}

static void the_fallback_names_911_and_988_and_passes_the_same_checks(void **state)
{
    (void)state;
    struct problems problems = {0};
    const struct content *content = content_fallback();
    for (int l = 0; l < 2; l++) {
        assert_non_null(strstr(content->help.emergency_title.in[l], "911"));
        assert_non_null(strstr(content->help.lifeline_title.in[l], "988"));
    }
    check_interface_words(&content->words, &problems);
    check_help_numbers(content, &problems);
    expect_count(&problems, 0);
    content_free((struct content *)content);
    assert_non_null(content_fallback()->help.title.in[0]);
    problems_free(&problems);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fallback_says_everything_in_both_languages),
        cmocka_unit_test(the_fallback_names_911_and_988_and_passes_the_same_checks),
    };
    return cmocka_run_group_tests_name("fallback", tests, NULL, NULL);
}
