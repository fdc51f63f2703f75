/* A few screens drawn without a display and compared with tests/golden/pictures/. */
#include "app.h"
#include "dated.h"
#include "golden_picture.h"
#include "lettered.h"
#include "tour.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define FOLDER IOP_SOURCE_DIR "/tests/golden/pictures"

enum { WIDTH = 960, HEIGHT = 540 };

static uint32_t pixels[WIDTH * HEIGHT];
static struct pixmap pixmap = {pixels, WIDTH, HEIGHT, WIDTH};
static struct content *dated; /* of a clinic that closes */

static int opens_both(void **state)
{
    dated = load_dated();
    return opens(state) == 0 && dated != NULL ? 0 : -1;
}

static int closes_both(void **state)
{
    content_free(dated);
    return closes(state);
}

/* ---- the pictures --------------------------------------------------------------------------------------------- */

struct shot {
    const char *stop, *language;
    int palette;
};

static bool find_stop(const struct content *of, const struct shot *shot, struct stop *stop)
{
    for (int language = 0; language < (int)of->settings.language_count; language++)
        for (int i = 0; tour_stop(of, i, language, stop); i++)
            if (strcmp(stop->name, shot->stop) == 0 &&
                strcmp(of->settings.languages[language].tag, shot->language) == 0)
                return true;
    return false;
}

static void draw(const struct shot *shot)
{
    static struct app app;
    struct rect rects[MAX_DAMAGE];
    struct stop stop;
    const struct content *of = find_stop(content, shot, &stop) ? content : dated;
    if (of == dated && !find_stop(dated, shot, &stop))
        fail_msg("the tour has no stop %s in %s", shot->stop, shot->language);
    app_open(&app, (struct app_setup){of, &theme, raster_metrics(raster), 476, true}, WIDTH, HEIGHT, 0);
    app.session = stop.session;
    app.wall = stop.wall;
    app.session.theme = (uint8_t)shot->palette;
    app_draw(&app, rects, 0);
    memset(pixels, 0, sizeof pixels);
    raster_draw(raster, &pixmap, &app.list, (struct rect){0, 0, WIDTH, HEIGHT});
    app_close(&app);
}

static void looks_like_its_reference(const char *stop, const char *language, int palette)
{
    char file[300], sentence[GOLDEN_SENTENCE_SIZE];
    struct shot shot = {.stop = stop, .language = language, .palette = palette};
    draw(&shot);
    snprintf(file, sizeof file, FOLDER "/%s-%s%s", stop, language, palette > 0 ? "-white-on-black" : "");
    if (!golden_picture(file, &pixmap, sentence))
        fail_msg("%s", sentence);
}

static void home_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("home", "en", 0);
}

static void a_page_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("page-typical-week", "es", 0);
}

static void a_question_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("question-phq-9-q1-answered", "en", 0);
}

static void a_result_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("result-phq-9-moderate", "en", 0);
}

static void a_list_of_signs_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("question-iop-fit-k-answered", "es", 0);
}

static void a_review_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("check-phq-9-review", "es", 0);
}

static void an_outcome_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("result-iop-fit-ask_iop", "en", 0);
}

static void the_take_away_code_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("check-iop-fit-take-away", "es", 2);
}

static void help_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("help", "en", 0);
}

static void the_attract_picture_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("attract", "es", 0);
}

static void the_closed_screen_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("closed", "en", 0);
}

static void help_when_nobody_is_there_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("closed-help", "es", 0);
}

static void home_with_a_notice_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("home-2026-03-02", "en", 0);
}

static void home_with_two_notices_in_spanish_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("home-2026-03-04", "es", 0);
}

static void a_long_notice_at_rest_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("attract-2026-06-01", "es", 0);
}

static void the_comparison_in_white_on_black_looks_as_it_did(void **state)
{
    (void)state;
    looks_like_its_reference("compare", "en", 2);
}

static void a_picture_is_the_same_each_time(void **state)
{
    (void)state;
    static uint32_t first[WIDTH * HEIGHT];
    struct shot shot = {.stop = "home", .language = "en"};
    draw(&shot);
    memcpy(first, pixels, sizeof pixels);
    raster_forget(raster);
    draw(&shot);
    assert_memory_equal(first, pixels, sizeof pixels);
}

/* ---- the comparing -------------------------------------------------------------------------------------------- */

enum { SIDE = 100 };

static uint32_t left_pixels[SIDE * SIDE], right_pixels[SIDE * SIDE];
static struct pixmap left = {left_pixels, SIDE, SIDE, SIDE}, right = {right_pixels, SIDE, SIDE, SIDE};

static int two_equal_pictures(void **state)
{
    (void)state;
    for (int i = 0; i < SIDE * SIDE; i++)
        left_pixels[i] = right_pixels[i] = 0xFF808080u;
    return 0;
}

static void equal_pictures_do_not_differ(void **state)
{
    (void)state;
    assert_int_equal(golden_differing(&left, &right), 0);
}

static void a_shade_is_no_difference_and_a_color_is(void **state)
{
    (void)state;
    for (int i = 0; i < SIDE * SIDE; i++)
        right_pixels[i] = 0xFF808080u + GOLDEN_CHANNEL;
    assert_int_equal(golden_differing(&left, &right), 0);
    right_pixels[7] += 1;
    assert_int_equal(golden_differing(&left, &right), 100);
    for (int shift = 0; shift <= 16; shift += 8) {
        right_pixels[7] = 0xFF808080u - ((uint32_t)(GOLDEN_CHANNEL + 1) << shift);
        assert_int_equal(golden_differing(&left, &right), 100);
    }
}

static void pictures_of_another_size_differ(void **state)
{
    (void)state;
    struct pixmap smaller = {right_pixels, SIDE, SIDE - 1, SIDE};
    assert_true(golden_differing(&left, &smaller) > GOLDEN_PIXELS);
}

static void one_word_less_is_a_difference(void **state)
{
    (void)state;
    for (int i = 0; i < SIDE; i++)
        right_pixels[i] = 0xFF000000u;
    assert_true(golden_differing(&left, &right) > GOLDEN_PIXELS);
}

static void a_missing_picture_is_a_failure_and_is_left_to_look_at(void **state)
{
    (void)state;
    char folder[] = "/tmp/iop-picture-XXXXXX", file[100], name[120], sentence[GOLDEN_SENTENCE_SIZE];
    if (golden_updates())
        skip();
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/a", folder);
    assert_false(golden_picture(file, &left, sentence));
    assert_non_null(strstr(sentence, "no reference"));
    snprintf(name, sizeof name, "%s.png", file);
    assert_int_not_equal(access(name, F_OK), 0);
    assert_true(raster_save_png(&right, name));
    assert_true(golden_picture(file, &left, sentence));
    for (int i = 0; i < SIDE; i++)
        left_pixels[i] = 0xFF000000u;
    assert_false(golden_picture(file, &left, sentence));
    const char *const endings[] = {".png", ".new.png", ".diff.png"};
    for (int i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", file, endings[i]);
        assert_int_equal(unlink(name), 0);
    }
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(equal_pictures_do_not_differ, two_equal_pictures),
        cmocka_unit_test_setup(a_shade_is_no_difference_and_a_color_is, two_equal_pictures),
        cmocka_unit_test_setup(pictures_of_another_size_differ, two_equal_pictures),
        cmocka_unit_test_setup(one_word_less_is_a_difference, two_equal_pictures),
        cmocka_unit_test_setup(a_missing_picture_is_a_failure_and_is_left_to_look_at, two_equal_pictures),
        cmocka_unit_test(a_picture_is_the_same_each_time),
        cmocka_unit_test(home_looks_as_it_did),
        cmocka_unit_test(a_page_looks_as_it_did),
        cmocka_unit_test(a_question_looks_as_it_did),
        cmocka_unit_test(a_result_looks_as_it_did),
        cmocka_unit_test(a_list_of_signs_looks_as_it_did),
        cmocka_unit_test(a_review_looks_as_it_did),
        cmocka_unit_test(an_outcome_looks_as_it_did),
        cmocka_unit_test(the_take_away_code_looks_as_it_did),
        cmocka_unit_test(help_looks_as_it_did),
        cmocka_unit_test(the_attract_picture_looks_as_it_did),
        cmocka_unit_test(the_closed_screen_looks_as_it_did),
        cmocka_unit_test(help_when_nobody_is_there_looks_as_it_did),
        cmocka_unit_test(home_with_a_notice_looks_as_it_did),
        cmocka_unit_test(home_with_two_notices_in_spanish_looks_as_it_did),
        cmocka_unit_test(a_long_notice_at_rest_looks_as_it_did),
        cmocka_unit_test(the_comparison_in_white_on_black_looks_as_it_did),
    };
    return cmocka_run_group_tests_name("golden pictures", tests, opens_both, closes_both);
}
