/* The tour of all screens: that it leads everywhere, and that no screen on any panel breaks a rule. */
#include "tour.h"

#include "findings.h"
#include "load.h"
#include "plain.h"
#include "screens.h"
#include "text.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_STOPS = 2000 };

static struct content *content;
static struct audit audit;
static struct audited_rules found;

/* Letters of one width, as wide as Lato's are on average. */
static int average_width(void *context, enum face face, int px, const char *text, size_t length)
{
    (void)context;
    (void)face;
    return (int)utf8_count(text, length) * px * 9 / 20;
}

static int load_and_look(void **state)
{
    (void)state;
    static struct problems problems;
    static struct metrics metrics;
    content = content_load(IOP_SOURCE_DIR "/content", &problems);
    if (problems.count > 0)
        problems_print(&problems, stderr, false);
    problems_free(&problems);
    if (content == NULL)
        return -1;
    metrics = metrics_plain();
    metrics.width = average_width;
    audit.content = content;
    audit.theme = theme_default();
    audit.metrics = &metrics;
    audit.found = findings_keep;
    audit.context = &found;
    audit_tour(&audit);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    content_free(content);
    return 0;
}

/* ---- the tour leads everywhere -------------------------------------------------------------------------- */

static void every_stop_has_a_name_of_its_own_that_fits_a_file(void **state)
{
    (void)state;
    static struct stop stops[MOST_STOPS];
    int length = tour_length(content);
    assert_in_range(length, 20, MOST_STOPS);
    for (int i = 0; i < length; i++) {
        assert_true(tour_stop(content, i, 0, &stops[i]));
        for (const char *at = stops[i].name; *at != '\0'; at++)
            assert_true(isalnum((unsigned char)*at) || *at == '-' || *at == '_');
        for (int k = 0; k < i; k++)
            assert_string_not_equal(stops[i].name, stops[k].name);
    }
    assert_false(tour_stop(content, length, 0, &stops[0]));
    assert_false(tour_stop(content, length + 100, 0, &stops[0]));
}

static bool reaches(enum screen_id screen, int subject, int detail)
{
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++) {
        const struct view *view = session_view(&stop.session);
        if (view->screen == screen && (subject < 0 || view->subject == subject) &&
            (detail < 0 || view->detail == detail))
            return true;
    }
    return false;
}

static void the_tour_reaches_every_screen(void **state)
{
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++)
        if (!reaches((enum screen_id)screen, -1, -1))
            fail_msg("no stop shows %s", screen_name((enum screen_id)screen));
}

static void the_tour_reaches_every_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < content->page_count; i++)
        if (!reaches(SCREEN_PAGE, (int)i, -1))
            fail_msg("no stop shows the page %s", content->pages[i].id);
}

static void the_tour_touches_every_column_and_row_of_the_comparison(void **state)
{
    (void)state;
    for (size_t i = 0; i < content->compare.column_count; i++)
        assert_true(reaches(SCREEN_COMPARE, 0, DETAIL_FIRST_COLUMN + (int)i));
    for (size_t i = 0; i < content->compare.row_count; i++)
        assert_true(reaches(SCREEN_COMPARE, 0, DETAIL_FIRST_ROW + (int)i));
}

static void the_tour_reaches_every_question_of_every_check(void **state)
{
    (void)state;
    for (size_t s = 0; s < content->screening_count; s++)
        for (size_t i = 0; i < content->screenings[s].item_count; i++)
            if (!reaches(SCREEN_QUESTION, (int)s, (int)i))
                fail_msg("no stop asks %s %s", content->screenings[s].id, content->screenings[s].items[i].id);
}

static bool reaches_band(int subject, const struct band *band)
{
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++) {
        const struct view *view = session_view(&stop.session);
        const struct screening *screening = &content->screenings[subject];
        if (view->screen != SCREEN_RESULT || view->subject != subject)
            continue;
        if (screening_band(screening, screening_total(screening, &stop.session.answers[subject])) == band)
            return true;
    }
    return false;
}

static void the_tour_reaches_every_result(void **state)
{
    (void)state;
    for (size_t s = 0; s < content->screening_count; s++)
        for (size_t i = 0; i < content->screenings[s].score.band_count; i++)
            if (!reaches_band((int)s, &content->screenings[s].score.bands[i]))
                fail_msg("no stop ends in %s %s", content->screenings[s].id, content->screenings[s].score.bands[i].id);
}

static void the_tour_reaches_the_covers_the_question_and_help_after_an_answer(void **state)
{
    (void)state;
    bool hidden = false, veil = false, asking = false, help = false;
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++) {
        const struct view *view = session_view(&stop.session);
        hidden = hidden || stop.session.cover == COVER_HIDDEN;
        veil = veil || stop.session.cover == COVER_VEIL;
        asking = asking || stop.session.asking;
        help = help || (view->screen == SCREEN_HELP && view->detail == DETAIL_FROM_ANSWER);
    }
    assert_true(hidden && veil && asking && help);
}

static void every_stop_is_in_the_language_that_was_asked_for(void **state)
{
    (void)state;
    struct stop stop;
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; tour_stop(content, i, language, &stop); i++)
            assert_int_equal(stop.session.language, language);
}

static void a_stop_is_the_same_each_time(void **state)
{
    (void)state;
    static struct stop first, again;
    for (int i = 0; i < tour_length(content); i++) {
        memset(&first, 0, sizeof first);
        memset(&again, 0, sizeof again);
        tour_stop(content, i, 0, &first);
        tour_stop(content, i, 0, &again);
        assert_memory_equal(&first, &again, sizeof first);
    }
}

/* ---- no screen breaks a rule ------------------------------------------------------------------------------ */

static void assert_kept(enum audit_rule rule)
{
    assert_true(audit.scenes > 1000);
    int count = findings_print(&found, rule);
    if (count > 0)
        fail_msg("%d findings on %d screens", count, audit.scenes);
}

static void nothing_lies_outside_the_screen(void **state)
{
    (void)state;
    assert_kept(RULE_INSIDE);
}

static void all_text_fits_its_box(void **state)
{
    (void)state;
    assert_kept(RULE_FITS);
}

static void no_text_lies_on_another(void **state)
{
    (void)state;
    assert_kept(RULE_OVERLAP);
}

static void every_target_is_large_enough_for_any_finger(void **state)
{
    (void)state;
    assert_kept(RULE_TARGET);
}

static void targets_keep_their_distance(void **state)
{
    (void)state;
    assert_kept(RULE_DISTANCE);
}

static void no_letters_are_smaller_than_was_chosen(void **state)
{
    (void)state;
    assert_kept(RULE_LETTERS);
}

static void what_scrolls_shows_at_least_two_lines(void **state)
{
    (void)state;
    assert_kept(RULE_WINDOW);
}

static void all_text_can_be_read_in_all_palettes(void **state)
{
    (void)state;
    assert_kept(RULE_CONTRAST);
}

static void keys_reach_everything_in_the_order_it_is_read(void **state)
{
    (void)state;
    assert_kept(RULE_FOCUS);
}

static void everything_that_can_be_touched_has_words_for_the_ear(void **state)
{
    (void)state;
    assert_kept(RULE_EAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stop_has_a_name_of_its_own_that_fits_a_file),
        cmocka_unit_test(the_tour_reaches_every_screen),
        cmocka_unit_test(the_tour_reaches_every_page),
        cmocka_unit_test(the_tour_touches_every_column_and_row_of_the_comparison),
        cmocka_unit_test(the_tour_reaches_every_question_of_every_check),
        cmocka_unit_test(the_tour_reaches_every_result),
        cmocka_unit_test(the_tour_reaches_the_covers_the_question_and_help_after_an_answer),
        cmocka_unit_test(every_stop_is_in_the_language_that_was_asked_for),
        cmocka_unit_test(a_stop_is_the_same_each_time),
        cmocka_unit_test(nothing_lies_outside_the_screen),
        cmocka_unit_test(all_text_fits_its_box),
        cmocka_unit_test(no_text_lies_on_another),
        cmocka_unit_test(every_target_is_large_enough_for_any_finger),
        cmocka_unit_test(targets_keep_their_distance),
        cmocka_unit_test(no_letters_are_smaller_than_was_chosen),
        cmocka_unit_test(what_scrolls_shows_at_least_two_lines),
        cmocka_unit_test(all_text_can_be_read_in_all_palettes),
        cmocka_unit_test(keys_reach_everything_in_the_order_it_is_read),
        cmocka_unit_test(everything_that_can_be_touched_has_words_for_the_ear),
    };
    return cmocka_run_group_tests_name("tour", tests, load_and_look, unload);
}
