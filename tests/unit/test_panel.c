/* Stories about panels of any size: real lengths stay real, and what is too long scrolls. */
#include "made_scene.h"

/* ---- real lengths ------------------------------------------------------------------------------------- */

static const float panels[] = {155, 217, 268, 345, 476, 708};

static void a_target_is_never_less_than_its_real_size(void **state)
{
    (void)state;
    for (int size = 0; size < TEXT_SIZES; size++)
        for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
            struct made made;
            made_start(&made, 1024, 600, ARRANGE_COLUMN);
            made.frame = frame_make(1024, 600, panels[i], theme_default(), size);
            struct node *target = made_group(&made, made.scene.root, ARRANGE_COLUMN);
            target->box.least_height = 12.7f;
            made_layout(&made);
            assert_true((float)target->rect.h >= 12.7f * 1024 / panels[i]);
            made_end(&made);
        }
}

static int target_height(int text_size)
{
    struct made made;
    made_start(&made, 1920, 1080, ARRANGE_COLUMN);
    made.frame = frame_make(1920, 1080, 476, theme_default(), text_size);
    struct node *target = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    target->box.least_height = 12.7f;
    made_layout(&made);
    int height = target->rect.h;
    made_end(&made);
    return height;
}

static void targets_grow_with_the_text(void **state)
{
    (void)state;
    assert_int_equal(target_height(0), target_height(1));
    assert_true(target_height(2) > target_height(1));
    assert_true(target_height(3) > target_height(2));
}

static void no_text_is_smaller_than_the_size_that_was_chosen(void **state)
{
    (void)state;
    const struct metrics metrics = made_metrics();
    const struct theme *theme = theme_default();
    for (int size = 0; size < TEXT_SIZES; size++)
        for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
            struct frame frame = frame_make(1920, 1080, panels[i], theme, size);
            for (int style = 0; style < TYPE_COUNT; style++) {
                struct type_size type = type_size_of((enum type_style)style, theme, &frame.scale, &metrics);
                float cap = (float)type.px * made_cap_height(NULL, type.face);
                assert_true(cap + 0.1f >= theme->cap_mm[size] * frame.scale.px_per_mm);
            }
        }
}

static void lines_of_text_keep_their_distance(void **state)
{
    (void)state;
    const struct metrics metrics = made_metrics();
    struct frame frame = frame_make(1920, 1080, 476, theme_default(), DEFAULT_TEXT_SIZE);
    struct type_size type = type_size_of(TYPE_BODY, theme_default(), &frame.scale, &metrics);
    assert_true((float)type.line_height + 0.5f >= 1.45f * (float)type.px);
}

static void spacing_shrinks_on_a_small_panel_and_letters_do_not(void **state)
{
    (void)state;
    struct frame small = frame_make(1024, 600, 155, theme_default(), DEFAULT_TEXT_SIZE);
    struct frame usual = frame_make(1920, 1080, 476, theme_default(), DEFAULT_TEXT_SIZE);
    assert_true(small.scale.space < usual.scale.space);
    assert_true(small.scale.cap_mm == usual.scale.cap_mm);
}

static void larger_text_leaves_room_for_fewer_columns(void **state)
{
    (void)state;
    struct frame normal = frame_make(1920, 1080, 476, theme_default(), DEFAULT_TEXT_SIZE);
    struct frame largest = frame_make(1920, 1080, 476, theme_default(), 3);
    assert_true(normal.across > 475.9f && normal.across < 476.1f);
    assert_true(largest.across < normal.across / 1.7f);
    assert_true(largest.down < normal.down / 1.7f);
}

/* ---- what scrolls --------------------------------------------------------------------------------------- */

struct long_page {
    struct made made;
    struct node *banner, *main, *rail, *help;
};

/* Banner, a row of what scrolls and its rail, help bar, as every screen has them. */
static void page_of(struct long_page *page, int lines)
{
    struct made *made = &page->made;
    made_start(made, 300, 200, ARRANGE_COLUMN);
    page->banner = made_box(made, made->scene.root, 0, 40);
    struct node *body = made_group(made, made->scene.root, ARRANGE_ROW);
    body->box.grow = 1;
    body->box.gap = 10;
    page->main = scene_add(&made->scene, body, ROLE_MAIN, LOOK_NONE);
    page->main->box.grow = 1;
    page->rail = made_box(made, body, 30, 0);
    page->rail->if_overflow = true;
    page->help = made_box(made, made->scene.root, 0, 50);
    for (int i = 0; i < lines; i++)
        made_text(made, page->main, "a line");
    made_layout(made);
}

static void a_page_that_fits_shows_no_rail(void **state)
{
    (void)state;
    struct long_page page;
    page_of(&page, 7);
    assert_true(page.rail->hidden);
    assert_int_equal(scene_scroll_limit(&page.made.scene), 0);
    assert_int_equal(page.main->rect.w, 300);
    made_end(&page.made);
}

static void a_page_that_is_too_long_scrolls_and_gets_its_rail(void **state)
{
    (void)state;
    struct long_page page;
    page_of(&page, 20);
    assert_false(page.rail->hidden);
    assert_int_equal(page.made.scene.main_height, 20 * LINE);
    assert_int_equal(scene_scroll_limit(&page.made.scene), 20 * LINE - 110);
    made_end(&page.made);
}

static void what_scrolls_never_pushes_the_help_bar_away(void **state)
{
    (void)state;
    for (int lines = 0; lines < 100; lines += 9) {
        struct long_page page;
        page_of(&page, lines);
        assert_rect(page.banner, 0, 0, 300, 40);
        assert_rect(page.help, 0, 150, 300, 50);
        assert_int_equal(page.main->rect.y, 40);
        assert_int_equal(page.main->rect.h, 110);
        made_end(&page.made);
    }
}

static void the_rail_stands_beside_what_scrolls(void **state)
{
    (void)state;
    struct long_page page;
    page_of(&page, 20);
    assert_rect(page.main, 0, 40, 260, 110);
    assert_rect(page.rail, 270, 40, 30, 110);
    made_end(&page.made);
}

static void a_scene_without_anything_that_scrolls_does_not_scroll(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 20, ARRANGE_COLUMN);
    made_box(&made, made.scene.root, 0, 500);
    made_layout(&made);
    assert_int_equal(scene_scroll_limit(&made.scene), 0);
    made_end(&made);
}

/* ---- is a display's word to be taken? ---------------------------------------------------------------- */

static void real_panels_are_believed(void **state)
{
    (void)state;
    const struct {
        int width, height;
        float mm;
    } real[] = {{1024, 600, 154},   /* 7 inches */
                {800, 480, 154},    /* 7 inches, coarse */
                {1920, 1200, 217},  /* 10.1 inches, fine */
                {1920, 1080, 476},  /* 21.5 inches */
                {1080, 1920, 268},  /* the same, standing */
                {3840, 2160, 708},  /* 32 inches, 4K */
                {1920, 1080, 1660}, /* a television of 75 inches */
                {3840, 2160, 1210}};
    for (size_t i = 0; i < sizeof real / sizeof *real; i++)
        assert_true(panel_is_likely(real[i].width, real[i].height, real[i].mm, false));
}

static void what_a_false_display_says_is_not_believed(void **state)
{
    (void)state;
    assert_false(panel_is_likely(1920, 1080, 0, false));
    assert_false(panel_is_likely(1920, 1080, 160, false)); /* the shape of the picture, not its size */
    assert_false(panel_is_likely(3840, 2160, 160, false));
    assert_false(panel_is_likely(1920, 1080, 10000, false));
    assert_false(panel_is_likely(640, 480, 1600, false));
    assert_false(panel_is_likely(1024, 600, 5, false));
    assert_false(panel_is_likely(0, 0, 476, false));
}

static void a_ruler_is_believed_more_than_a_display(void **state)
{
    (void)state;
    assert_true(panel_is_likely(1920, 1080, 155, true)); /* a very fine panel of 7 inches */
    assert_false(panel_is_likely(3840, 2160, 160, true));
    assert_false(panel_is_likely(1024, 600, 2000, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_never_less_than_its_real_size),
        cmocka_unit_test(targets_grow_with_the_text),
        cmocka_unit_test(no_text_is_smaller_than_the_size_that_was_chosen),
        cmocka_unit_test(lines_of_text_keep_their_distance),
        cmocka_unit_test(spacing_shrinks_on_a_small_panel_and_letters_do_not),
        cmocka_unit_test(larger_text_leaves_room_for_fewer_columns),
        cmocka_unit_test(a_page_that_fits_shows_no_rail),
        cmocka_unit_test(a_page_that_is_too_long_scrolls_and_gets_its_rail),
        cmocka_unit_test(what_scrolls_never_pushes_the_help_bar_away),
        cmocka_unit_test(the_rail_stands_beside_what_scrolls),
        cmocka_unit_test(a_scene_without_anything_that_scrolls_does_not_scroll),
        cmocka_unit_test(real_panels_are_believed),
        cmocka_unit_test(what_a_false_display_says_is_not_believed),
        cmocka_unit_test(a_ruler_is_believed_more_than_a_display),
    };
    return cmocka_run_group_tests_name("panel", tests, NULL, NULL);
}
