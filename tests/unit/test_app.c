/* Stories about touches: what a finger does, what it does not, and what happens when nobody touches. */
#include "kiosk.h"

static struct kiosk kiosk;

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    return 0;
}

static struct spot beside_everything(void)
{
    return (struct spot){2, 300};
}

/* ---- at rest -------------------------------------------------------------------------------------------- */

static void the_first_touch_only_wakes(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    app_close(&kiosk.app);
    kiosk_open(&kiosk);
    touches_at(&kiosk, card);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    assert_int_equal(kiosk.app.session.depth, 0);
    touches_at(&kiosk, card);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_COMPARE);
}

static void the_finger_that_wakes_presses_nothing_while_it_stays(void **state)
{
    (void)state;
    kiosk_open(&kiosk);
    gives(&kiosk, INPUT_PRESS, 900, 500);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    draws(&kiosk);
    gives(&kiosk, INPUT_RELEASE, 900, 500);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    assert_int_equal(kiosk.app.session.depth, 0);
}

static void each_language_has_its_own_way_in(void **state)
{
    (void)state;
    for (int language = 0; language < (int)kiosk_content->settings.language_count; language++) {
        kiosk_open(&kiosk);
        touches_number(&kiosk, "begin", language);
        assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
        assert_int_equal(kiosk.app.session.language, language);
        app_close(&kiosk.app);
    }
    kiosk_open(&kiosk);
}

/* ---- pressing --------------------------------------------------------------------------------------------- */

static void a_touch_acts_when_the_finger_is_lifted(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    gives(&kiosk, INPUT_PRESS, card.x, card.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    gives(&kiosk, INPUT_RELEASE, card.x, card.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_COMPARE);
}

static void a_finger_may_tremble_inside_its_target(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    gives(&kiosk, INPUT_PRESS, card.x, card.y);
    gives(&kiosk, INPUT_MOVE, card.x + 9, card.y - 7);
    gives(&kiosk, INPUT_RELEASE, card.x + 9, card.y - 7);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_COMPARE);
}

static void a_finger_that_slides_off_does_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0)), other = middle_of(named(&kiosk, "family", 0));
    gives(&kiosk, INPUT_PRESS, card.x, card.y);
    gives(&kiosk, INPUT_MOVE, other.x, other.y);
    gives(&kiosk, INPUT_RELEASE, other.x, other.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void a_second_finger_cancels(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    gives(&kiosk, INPUT_PRESS, card.x, card.y);
    gives(&kiosk, INPUT_CANCEL, 0, 0);
    gives(&kiosk, INPUT_RELEASE, card.x, card.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    assert_null(kiosk.app.press.node);
}

static void a_lift_without_a_press_does_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    struct spot card = middle_of(named(&kiosk, "compare", 0));
    gives(&kiosk, INPUT_RELEASE, card.x, card.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

static void a_press_can_be_seen_at_once_and_only_there(void **state)
{
    (void)state;
    goes_home(&kiosk);
    const struct node *card = named(&kiosk, "compare", 0);
    struct spot spot = middle_of(card);
    struct rect rects[MAX_DAMAGE];
    gives(&kiosk, INPUT_PRESS, spot.x, spot.y);
    int count = app_draw(&kiosk.app, rects, kiosk.now_ms);
    assert_true(count > 0);
    struct rect damaged = {0};
    for (int i = 0; i < count; i++)
        damaged = rect_union(damaged, rects[i]);
    assert_true(rect_holds(damaged, spot.x, spot.y));
    assert_true(damaged.w < card->rect.w + 4 * CELL && damaged.h < card->rect.h + 4 * CELL);
    gives(&kiosk, INPUT_CANCEL, 0, 0);
    assert_true(draws(&kiosk) > 0);
}

static void a_touch_beside_everything_changes_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    touches_at(&kiosk, beside_everything());
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    assert_int_equal(draws(&kiosk), 0);
}

static void a_touch_beside_everything_does_not_keep_a_new_page_from_being_shown(void **state)
{
    (void)state;
    goes_home(&kiosk);
    touches(&kiosk, "compare");
    gives(&kiosk, INPUT_PRESS, beside_everything().x, beside_everything().y);
    assert_true(draws(&kiosk) > 0);
}

/* ---- scrolling -------------------------------------------------------------------------------------------- */

static int scroll(void)
{
    return view_of(&kiosk)->scroll;
}

static void a_drag_scrolls_the_page(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    struct spot spot = middle_of(scene_of(&kiosk)->main);
    gives(&kiosk, INPUT_PRESS, spot.x, spot.y);
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y - 150);
    assert_int_equal(scroll(), 150);
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y - 90);
    assert_int_equal(scroll(), 90);
    assert_true(draws(&kiosk) > 0);
}

static void a_drag_never_presses(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    const struct node *target = NULL;
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL && target == NULL; node = node_next(node))
        if (node->action.kind != ACTION_NONE && node_within(node, scene_of(&kiosk)->main))
            target = node;
    assert_non_null(target);
    if (target == NULL)
        return;
    session_scroll(&kiosk.app.session, target->rect.y - scene_of(&kiosk)->main->rect.y - 100);
    int subject = view_of(&kiosk)->subject;
    struct spot spot = {target->rect.x + target->rect.w / 2, target->rect.y + target->rect.h / 2 - scroll()};
    gives(&kiosk, INPUT_PRESS, spot.x, spot.y);
    assert_ptr_equal(kiosk.app.press.node, target);
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y - 60);
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y);
    gives(&kiosk, INPUT_RELEASE, spot.x, spot.y);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_PAGE);
    assert_int_equal(view_of(&kiosk)->subject, subject);
}

static void scrolling_ends_at_both_ends(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    struct spot spot = middle_of(scene_of(&kiosk)->main);
    gives(&kiosk, INPUT_PRESS, spot.x, spot.y);
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y - 30000);
    assert_int_equal(scroll(), scene_scroll_limit(scene_of(&kiosk)));
    gives(&kiosk, INPUT_MOVE, spot.x, spot.y + 30000);
    assert_int_equal(scroll(), 0);
}

static void the_scroll_buttons_show_the_next_screenful(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    int window = scene_of(&kiosk)->main->rect.h;
    touches(&kiosk, "scroll-down");
    assert_in_range(scroll(), window / 2, window);
    draws(&kiosk);
    touches(&kiosk, "scroll-up");
    assert_int_equal(scroll(), 0);
}

static void a_scroll_button_at_its_end_says_so(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    assert_true(named(&kiosk, "scroll-up", 0)->disabled);
    assert_false(named(&kiosk, "scroll-down", 0)->disabled);
    for (int i = 0; i < 100; i++) {
        touches(&kiosk, "scroll-down");
        draws(&kiosk);
    }
    assert_int_equal(scroll(), scene_scroll_limit(scene_of(&kiosk)));
    assert_false(named(&kiosk, "scroll-up", 0)->disabled);
    assert_true(named(&kiosk, "scroll-down", 0)->disabled);
}

static void a_drag_on_a_page_that_fits_does_nothing(void **state)
{
    (void)state;
    goes_home(&kiosk);
    assert_int_equal(scene_scroll_limit(scene_of(&kiosk)), 0);
    gives(&kiosk, INPUT_PRESS, 900, 500);
    gives(&kiosk, INPUT_MOVE, 900, 300);
    assert_int_equal(scroll(), 0);
}

static void the_way_back_leads_to_where_one_had_read(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    touches(&kiosk, "scroll-down");
    int read = scroll();
    touches(&kiosk, "get-help");
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    assert_int_equal(scroll(), 0);
    touches(&kiosk, "back");
    assert_int_equal(scroll(), read);
}

static void a_wheel_scrolls_too(void **state)
{
    (void)state;
    opens_a_long_page(&kiosk);
    gives(&kiosk, INPUT_WHEEL, 0, -3);
    assert_true(scroll() > 0);
    gives(&kiosk, INPUT_WHEEL, 0, 50);
    assert_int_equal(scroll(), 0);
}

/* ---- the window -------------------------------------------------------------------------------------------- */

static void nothing_is_drawn_while_nothing_happens(void **state)
{
    (void)state;
    goes_home(&kiosk);
    for (int i = 0; i < 10; i++) {
        waits(&kiosk, 5);
        assert_int_equal(draws(&kiosk), 0);
    }
}

static void lost_pixels_are_drawn_again(void **state)
{
    (void)state;
    goes_home(&kiosk);
    gives(&kiosk, INPUT_REDRAW, 0, 0);
    struct rect rects[MAX_DAMAGE];
    assert_int_equal(app_draw(&kiosk.app, rects, kiosk.now_ms), 1);
    assert_int_equal(rects[0].w, 1920);
    assert_int_equal(rects[0].h, 1080);
}

static void a_new_size_lays_the_same_place_out_anew(void **state)
{
    (void)state;
    goes_home(&kiosk);
    touches(&kiosk, "compare");
    gives(&kiosk, INPUT_RESIZE, 1080, 1920);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_COMPARE);
    assert_int_equal(scene_of(&kiosk)->root->rect.w, 1080);
    assert_int_equal(scene_of(&kiosk)->root->rect.h, 1920);
    assert_int_equal(draws(&kiosk), 1);
}

static void a_signal_to_stop_is_passed_on(void **state)
{
    (void)state;
    goes_home(&kiosk);
    assert_int_equal(gives(&kiosk, INPUT_STOP, 0, 0), APP_STOP);
}

/* ---- the code to carry away --------------------------------------------------------------------------------- */

static const struct node *code_on_screen(void)
{
    const struct scene *scene = scene_of(&kiosk);
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_CODE)
            return node;
    return NULL;
}

/* With large letters the button lies far below: there is one column. */
static void a_code_that_was_asked_for_is_in_sight_as_a_whole(void **state)
{
    (void)state;
    for (int size = 0; size < TEXT_SIZES; size++) {
        reaches_a_result(&kiosk);
        does(&kiosk, ACTION_TEXT_SIZE, size, 0);
        assert_null(code_on_screen());
        const struct node *button = named(&kiosk, "take", 0);
        assert_non_null(button);
        session_scroll(&kiosk.app.session, button->rect.y - scene_of(&kiosk)->main->rect.y);
        does(&kiosk, ACTION_TAKE, 0, 0);
        const struct node *code = code_on_screen();
        assert_non_null(code);
        struct rect window = scene_of(&kiosk)->main->rect;
        int top = code->rect.y - view_of(&kiosk)->scroll;
        assert_true(top >= window.y && top + code->rect.h <= window.y + window.h);
        app_close(&kiosk.app);
    }
    kiosk_open(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_first_touch_only_wakes, closes),
        cmocka_unit_test_teardown(the_finger_that_wakes_presses_nothing_while_it_stays, closes),
        cmocka_unit_test_teardown(each_language_has_its_own_way_in, closes),
        cmocka_unit_test_teardown(a_touch_acts_when_the_finger_is_lifted, closes),
        cmocka_unit_test_teardown(a_finger_may_tremble_inside_its_target, closes),
        cmocka_unit_test_teardown(a_finger_that_slides_off_does_nothing, closes),
        cmocka_unit_test_teardown(a_second_finger_cancels, closes),
        cmocka_unit_test_teardown(a_lift_without_a_press_does_nothing, closes),
        cmocka_unit_test_teardown(a_press_can_be_seen_at_once_and_only_there, closes),
        cmocka_unit_test_teardown(a_touch_beside_everything_changes_nothing, closes),
        cmocka_unit_test_teardown(a_touch_beside_everything_does_not_keep_a_new_page_from_being_shown, closes),
        cmocka_unit_test_teardown(a_drag_scrolls_the_page, closes),
        cmocka_unit_test_teardown(a_drag_never_presses, closes),
        cmocka_unit_test_teardown(scrolling_ends_at_both_ends, closes),
        cmocka_unit_test_teardown(the_scroll_buttons_show_the_next_screenful, closes),
        cmocka_unit_test_teardown(a_scroll_button_at_its_end_says_so, closes),
        cmocka_unit_test_teardown(a_drag_on_a_page_that_fits_does_nothing, closes),
        cmocka_unit_test_teardown(the_way_back_leads_to_where_one_had_read, closes),
        cmocka_unit_test_teardown(a_wheel_scrolls_too, closes),
        cmocka_unit_test_teardown(nothing_is_drawn_while_nothing_happens, closes),
        cmocka_unit_test_teardown(lost_pixels_are_drawn_again, closes),
        cmocka_unit_test_teardown(a_new_size_lays_the_same_place_out_anew, closes),
        cmocka_unit_test_teardown(a_signal_to_stop_is_passed_on, closes),
        cmocka_unit_test_teardown(a_code_that_was_asked_for_is_in_sight_as_a_whole, closes),
    };
    return cmocka_run_group_tests_name("app", tests, load_content, free_content);
}
