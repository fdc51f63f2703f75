/* Stories about the drawings at the head of each part: who sees them, who hears of them, and when they make room; and
 * about help, which needs it most. */
#include "kiosk.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static void opens(enum screen_id screen, int subject)
{
    goes_home(&kiosk);
    does(&kiosk, ACTION_GO, (int)screen, subject);
    draws(&kiosk);
}

static const struct node *drawing(void)
{
    return named(&kiosk, "drawing", 0);
}

static void every_page_has_the_drawing_of_its_part(void **state)
{
    (void)state;
    opens(SCREEN_PAGE, 0);
    for (int page = 0; page < (int)kiosk_content->page_count; page++) {
        does(&kiosk, ACTION_PAGE, page, 0);
        const struct drawing *picture = &kiosk_content->sections[kiosk_content->pages[page].section].picture;
        assert_non_null(picture->file);
        assert_string_equal(drawing()->picture, picture->file);
    }
}

static void who_does_not_see_it_is_told_what_it_shows(void **state)
{
    (void)state;
    for (int language = 0; language < 2; language++) {
        opens(SCREEN_PAGE, 0);
        does(&kiosk, ACTION_LANGUAGE, language, 0);
        char bytes[400];
        struct text said = text_in(bytes, sizeof bytes);
        node_say(drawing(), &said);
        assert_string_equal(bytes, kiosk_content->sections[0].picture.text.in[language]);
        app_close(&kiosk.app);
    }
    kiosk_open(&kiosk);
}

/* Drawings are made for the calm colors: in the others, contrast comes first. */
static void the_other_colors_have_no_drawings(void **state)
{
    (void)state;
    opens(SCREEN_PAGE, 0);
    for (int theme = 0; theme < THEMES; theme++) {
        does(&kiosk, ACTION_THEME, theme, 0);
        assert_int_equal(drawing() != NULL, theme == DEFAULT_THEME);
    }
}

static void the_largest_text_and_a_small_panel_need_the_room_themselves(void **state)
{
    (void)state;
    opens(SCREEN_PAGE, 0);
    does(&kiosk, ACTION_TEXT_SIZE, TEXT_SIZES - 1, 0);
    assert_null(drawing());
    does(&kiosk, ACTION_TEXT_SIZE, DEFAULT_TEXT_SIZE, 0);
    assert_non_null(drawing());
    kiosk.app.setup.panel_mm = 155;
    gives(&kiosk, INPUT_RESIZE, 1024, 600);
    assert_null(drawing());
}

/* Compare, checks and help are seen as a whole: whatever the panel, a drawing never makes them scroll. */
static void no_drawing_stands_where_a_short_screen_scrolls(void **state)
{
    (void)state;
    const enum screen_id screens[] = {SCREEN_COMPARE, SCREEN_CHECKS, SCREEN_HELP};
    int with = 0, without = 0;
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        for (int height = 700; height < 1400; height += 50) {
            opens(screens[i], 0);
            gives(&kiosk, INPUT_RESIZE, 1920, height);
            bool scrolls = scene_scroll_limit(scene_of(&kiosk)) > 0;
            assert_false(scrolls && drawing() != NULL);
            with += drawing() != NULL;
            without += drawing() == NULL;
            app_close(&kiosk.app);
        }
    assert_true(with > 5 && without > 5);
    kiosk_open(&kiosk);
}

/* Front desk, 911 and 988 stand on the first screenful of help, wherever three cards and the title find room. */
static void the_three_ways_to_help_are_seen_at_once(void **state)
{
    (void)state;
    enum { PART_OF_A_LINE = 20 };
    const struct {
        int width, height;
        float panel_mm;
    } panels[] = {{1366, 768, 345}, {1920, 1080, 476}, {1920, 1080, 345}, {1080, 1920, 268}};
    for (int language = 0; language < 2; language++)
        for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
            opens(SCREEN_HELP, 0);
            does(&kiosk, ACTION_LANGUAGE, language, 0);
            kiosk.app.setup.panel_mm = panels[i].panel_mm;
            gives(&kiosk, INPUT_RESIZE, panels[i].width, panels[i].height);
            draws(&kiosk);
            const struct rect number = named(&kiosk, "988", 0)->first->rect;
            assert_true(number.y > 0 && number.y + number.h / 2 < panels[i].height - PART_OF_A_LINE);
            app_close(&kiosk.app);
        }
    kiosk_open(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_page_has_the_drawing_of_its_part, closes),
        cmocka_unit_test_teardown(who_does_not_see_it_is_told_what_it_shows, closes),
        cmocka_unit_test_teardown(the_other_colors_have_no_drawings, closes),
        cmocka_unit_test_teardown(the_largest_text_and_a_small_panel_need_the_room_themselves, closes),
        cmocka_unit_test_teardown(no_drawing_stands_where_a_short_screen_scrolls, closes),
        cmocka_unit_test_teardown(the_three_ways_to_help_are_seen_at_once, closes),
    };
    return cmocka_run_group_tests_name("drawings", tests, load_content, free_content);
}
