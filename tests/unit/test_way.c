/* Stories about finding one's way: where touches lead, how Back leads back, and what settings do. */
#include "story.h"

/* ---- the way back ---------------------------------------------------------------------------------- */

static void back_returns_through_the_places_the_visitor_came_through(void **state)
{
    (void)state;
    struct story story = at_home();
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_PAGE, WEEK), NEW_PLACE);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_COMPARE, 0), NEW_PLACE);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_HELP, 0), NEW_PLACE);
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_COMPARE, 0, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_PAGE, WEEK, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void back_at_home_does_nothing(void **state)
{
    (void)state;
    struct story story = at_home();
    assert_int_equal(touches(&story, ACTION_BACK, 0, 0), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_HOME, 0, 0), EFFECT_NONE);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void the_same_place_is_not_pushed_twice(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_HELP, 0), EFFECT_NONE);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void home_is_one_touch_away_from_anywhere(void **state)
{
    (void)state;
    struct story story = on_result();
    assert_int_equal(touches(&story, ACTION_HOME, 0, 0), NEW_PLACE);
    assert_at(story, SCREEN_HOME, 0, 0);
    assert_int_equal(story.session.depth, 0);
    story = on_result();
    assert_int_equal(touches(&story, ACTION_GO, SCREEN_HOME, 0), NEW_PLACE);
    assert_int_equal(story.session.depth, 0);
}

static void a_full_way_back_forgets_the_oldest_place_and_keeps_home(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_COMPARE, 0);
    for (int i = 0; i < 3 * MAX_VIEWS; i++)
        touches(&story, ACTION_GO, SCREEN_PAGE, i % 2 ? WHAT_IS : WEEK);
    assert_int_equal(story.session.depth, MAX_VIEWS - 1);
    assert_at(story, SCREEN_PAGE, WHAT_IS, 0);
    for (int i = 0; i < MAX_VIEWS - 1; i++) {
        assert_at(story, SCREEN_PAGE, i % 2 ? WEEK : WHAT_IS, 0);
        touches(&story, ACTION_BACK, 0, 0);
    }
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void the_next_chapter_takes_the_place_of_the_page(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_PAGE, WHAT_IS);
    session_scroll(&story.session, 400);
    assert_int_equal(touches(&story, ACTION_PAGE, WEEK, 0), NEW_PLACE);
    assert_at(story, SCREEN_PAGE, WEEK, 0);
    assert_int_equal(session_view(&story.session)->scroll, 0);
    assert_int_equal(touches(&story, ACTION_PAGE, WEEK, 0), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_PAGE, 3, 0), EFFECT_NONE);
    assert_int_equal(touches(&story, ACTION_PAGE, -1, 0), EFFECT_NONE);
    assert_at(story, SCREEN_PAGE, WEEK, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void turning_back_to_the_page_before_leaves_no_back_that_seems_dead(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_PAGE, WHAT_IS);
    session_scroll(&story.session, 900);
    touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
    touches(&story, ACTION_PAGE, WHAT_IS, 0);
    assert_at(story, SCREEN_PAGE, WHAT_IS, 0);
    assert_int_equal(session_view(&story.session)->scroll, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_at(story, SCREEN_HOME, 0, 0);
}

static void a_page_is_found_again_where_it_was_left(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
    session_scroll(&story.session, 730);
    touches(&story, ACTION_GO, SCREEN_HELP, 0);
    assert_int_equal(session_view(&story.session)->scroll, 0);
    touches(&story, ACTION_BACK, 0, 0);
    assert_int_equal(session_view(&story.session)->scroll, 730);
    session_scroll(&story.session, -5);
    assert_int_equal(session_view(&story.session)->scroll, 0);
}

/* ---- what cannot be -------------------------------------------------------------------------------- */

static void a_place_that_does_not_exist_is_not_gone_to(void **state)
{
    (void)state;
    const struct {
        int screen, subject;
    } wrong[] = {{SCREEN_ATTRACT, 0},  {SCREEN_PAGE, 3},    {SCREEN_PAGE, -1},       {SCREEN_INTRO, 3},
                 {SCREEN_QUESTION, 3}, {SCREEN_REVIEW, 3},  {SCREEN_AGE, 0},         {SCREEN_YOUNG, 2},
                 {SCREEN_RESULT, -1},  {SCREEN_COMPARE, 1}, {SCREEN_PAGE, NO_INDEX}, {-1, 0},
                 {SCREEN_COUNT, 0},    {INT_MAX, 0},        {INT_MIN, INT_MIN},      {SCREEN_PAGE, INT_MAX}};
    struct story story = at_home(), before = story;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(touches(&story, ACTION_GO, wrong[i].screen, wrong[i].subject), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

static void an_action_out_of_place_changes_nothing(void **state)
{
    (void)state;
    const enum action_kind out_of_place[] = {
        ACTION_NONE,   ACTION_PAGE,   ACTION_DETAIL,     ACTION_ANSWER,      ACTION_SKIP,         ACTION_NEXT,
        ACTION_GO_ON,  ACTION_STOP,   ACTION_ADULT,      ACTION_REVIEW_ITEM, ACTION_TAKE,         ACTION_HIDE,
        ACTION_REVEAL, ACTION_SCROLL, ACTION_STILL_HERE, ACTION_KIND_COUNT,  (enum action_kind)99};
    struct story story = at_home(), before = story;
    for (size_t i = 0; i < sizeof out_of_place / sizeof *out_of_place; i++)
        assert_int_equal(touches(&story, out_of_place[i], 1, 1), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

static void even_an_idle_action_counts_as_a_touch(void **state)
{
    (void)state;
    struct story story = at_home();
    waits(&story, 100);
    assert_int_equal(touches(&story, ACTION_NONE, 0, 0), EFFECT_NONE);
    waits(&story, 100);
    assert_int_equal(session_touch(&story.session, story.now_ms), EFFECT_NONE);
    waits(&story, 100);
    assert_false(story.session.asking);
}

/* ---- settings -------------------------------------------------------------------------------------- */

static void another_language_size_or_theme_starts_the_page_at_its_top(void **state)
{
    (void)state;
    const enum action_kind settings[] = {ACTION_LANGUAGE, ACTION_TEXT_SIZE, ACTION_THEME};
    for (size_t i = 0; i < 3; i++) {
        struct story story = at_home();
        touches(&story, ACTION_GO, SCREEN_PAGE, WEEK);
        session_scroll(&story.session, 500);
        touches(&story, ACTION_GO, SCREEN_SETTINGS, 0);
        session_scroll(&story.session, 50);
        int changed = settings[i] == ACTION_TEXT_SIZE ? 3 : 1;
        assert_int_equal(touches(&story, settings[i], changed, 0), NEW_PLACE);
        assert_int_equal(session_view(&story.session)->scroll, 0);
        assert_int_equal(touches(&story, settings[i], changed, 0), EFFECT_NONE);
        touches(&story, ACTION_BACK, 0, 0);
        assert_int_equal(session_view(&story.session)->scroll, 0);
    }
}

static void settings_out_of_range_change_nothing(void **state)
{
    (void)state;
    const int wrong[] = {-1, 4, 255, 256, 257, INT_MIN, INT_MAX};
    struct story story = at_home(), before = story;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(touches(&story, ACTION_LANGUAGE, wrong[i], 0), EFFECT_NONE);
        assert_int_equal(touches(&story, ACTION_TEXT_SIZE, wrong[i], 0), EFFECT_NONE);
        assert_int_equal(touches(&story, ACTION_THEME, wrong[i], 0), EFFECT_NONE);
    }
    assert_int_equal(touches(&story, ACTION_LANGUAGE, 2, 0), EFFECT_NONE);
    assert_memory_equal(&story, &before, sizeof story);
}

static void the_next_visitor_finds_the_usual_settings(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_LANGUAGE, 1, 0);
    touches(&story, ACTION_TEXT_SIZE, 3, 0);
    touches(&story, ACTION_THEME, 2, 0);
    touches(&story, ACTION_DONE, 0, 0);
    assert_int_equal(story.session.language, 0);
    assert_int_equal(story.session.text_size, DEFAULT_TEXT_SIZE);
    assert_int_equal(story.session.theme, DEFAULT_THEME);
}

static void touching_a_column_or_row_opens_it_and_again_closes_it(void **state)
{
    (void)state;
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_COMPARE, 0);
    session_scroll(&story.session, 80);
    const int details[] = {DETAIL_FIRST_COLUMN, DETAIL_FIRST_COLUMN + 2, DETAIL_FIRST_ROW, DETAIL_FIRST_ROW + 1};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(touches(&story, ACTION_DETAIL, details[i], 0), REDRAW);
        assert_at(story, SCREEN_COMPARE, 0, details[i]);
    }
    assert_int_equal(touches(&story, ACTION_DETAIL, 0, 0), REDRAW);
    assert_at(story, SCREEN_COMPARE, 0, 0);
    assert_int_equal(touches(&story, ACTION_DETAIL, DETAIL_FIRST_ROW + 1, 0), REDRAW);
    assert_at(story, SCREEN_COMPARE, 0, 101);
    assert_int_equal(touches(&story, ACTION_DETAIL, DETAIL_FIRST_ROW + 1, 0), REDRAW);
    assert_at(story, SCREEN_COMPARE, 0, 0);
    assert_int_equal(touches(&story, ACTION_DETAIL, 0, 0), EFFECT_NONE);
    assert_int_equal(session_view(&story.session)->scroll, 80);
}

static void a_column_or_row_that_does_not_exist_is_not_opened(void **state)
{
    (void)state;
    const int wrong[] = {4, 99, 102, -1, INT_MIN, INT_MAX};
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_COMPARE, 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(touches(&story, ACTION_DETAIL, wrong[i], 0), EFFECT_NONE);
    assert_at(story, SCREEN_COMPARE, 0, 0);
}

/* ---- where content leads --------------------------------------------------------------------------- */

static void every_target_leads_where_it_says(void **state)
{
    (void)state;
    const struct {
        enum target_kind kind;
        uint16_t index;
        struct action action;
    } rows[] = {
        {TARGET_NONE, 0, {ACTION_NONE, 0, 0}},
        {TARGET_PAGE, FAMILY, {ACTION_GO, SCREEN_PAGE, FAMILY}},
        {TARGET_PAGE, 3, {ACTION_NONE, 0, 0}},
        {TARGET_SECTION, 1, {ACTION_GO, SCREEN_PAGE, FAMILY}},
        {TARGET_SECTION, 2, {ACTION_NONE, 0, 0}},
        {TARGET_SECTION, 3, {ACTION_NONE, 0, 0}},
        {TARGET_SECTION, NO_INDEX, {ACTION_NONE, 0, 0}},
        {TARGET_COMPARE, 0, {ACTION_GO, SCREEN_COMPARE, 0}},
        {TARGET_CHECKS, 0, {ACTION_GO, SCREEN_CHECKS, 0}},
        {TARGET_SCREENING, SUPPORT, {ACTION_GO, SCREEN_INTRO, SUPPORT}},
        {TARGET_SCREENING, 3, {ACTION_NONE, 0, 0}},
        {TARGET_HELP, 0, {ACTION_GO, SCREEN_HELP, 0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct target target = {.kind = rows[i].kind, .index = rows[i].index};
        struct action action = session_action_to(&made_content, &target);
        assert_int_equal(action.kind, rows[i].action.kind);
        assert_int_equal(action.a, rows[i].action.a);
        assert_int_equal(action.b, rows[i].action.b);
    }
}

static void the_last_resort_content_still_shows_home_and_help(void **state)
{
    (void)state;
    const struct content nothing = {.settings = made_content.settings};
    struct session session;
    session_start(&session, 0);
    session_apply(&session, &nothing, (struct action){ACTION_BEGIN, 0, 0}, 1);
    for (int screen = 0; screen < SCREEN_COUNT; screen++)
        session_apply(&session, &nothing, (struct action){ACTION_GO, screen, 0}, 2);
    session_apply(&session, &nothing, (struct action){ACTION_GO, SCREEN_HELP, 0}, 3);
    assert_int_equal(session_view(&session)->screen, SCREEN_HELP);
    for (int depth = 0; depth <= session.depth; depth++)
        assert_true(session.views[depth].screen != SCREEN_PAGE && session.views[depth].screen != SCREEN_COMPARE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(back_returns_through_the_places_the_visitor_came_through),
        cmocka_unit_test(back_at_home_does_nothing),
        cmocka_unit_test(the_same_place_is_not_pushed_twice),
        cmocka_unit_test(home_is_one_touch_away_from_anywhere),
        cmocka_unit_test(a_full_way_back_forgets_the_oldest_place_and_keeps_home),
        cmocka_unit_test(the_next_chapter_takes_the_place_of_the_page),
        cmocka_unit_test(turning_back_to_the_page_before_leaves_no_back_that_seems_dead),
        cmocka_unit_test(a_page_is_found_again_where_it_was_left),
        cmocka_unit_test(a_place_that_does_not_exist_is_not_gone_to),
        cmocka_unit_test(an_action_out_of_place_changes_nothing),
        cmocka_unit_test(even_an_idle_action_counts_as_a_touch),
        cmocka_unit_test(another_language_size_or_theme_starts_the_page_at_its_top),
        cmocka_unit_test(settings_out_of_range_change_nothing),
        cmocka_unit_test(the_next_visitor_finds_the_usual_settings),
        cmocka_unit_test(touching_a_column_or_row_opens_it_and_again_closes_it),
        cmocka_unit_test(a_column_or_row_that_does_not_exist_is_not_opened),
        cmocka_unit_test(every_target_leads_where_it_says),
        cmocka_unit_test(the_last_resort_content_still_shows_home_and_help),
    };
    return cmocka_run_group_tests_name("way", tests, NULL, NULL);
}
