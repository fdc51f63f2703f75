/* Stories about where things lie. One millimetre is one pixel; a letter is 5 wide, a line 15 high. */
#include "made_scene.h"

/* ---- rows --------------------------------------------------------------------------------------------- */

static void a_row_shares_what_is_left_by_grow(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 500, 100, ARRANGE_ROW);
    struct node *root = made.scene.root;
    root->box.gap = 10;
    struct node *fixed = made_box(&made, root, 80, 20);
    struct node *one = made_group(&made, root, ARRANGE_COLUMN), *three = made_group(&made, root, ARRANGE_COLUMN);
    one->box.grow = 1;
    three->box.grow = 3;
    made_layout(&made);
    assert_rect(fixed, 0, 0, 80, 100);
    assert_rect(one, 90, 0, 100, 100);
    assert_rect(three, 200, 0, 300, 100);
    made_end(&made);
}

static void what_all_want_is_given_if_it_fits(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 500, 100, ARRANGE_ROW);
    made.scene.root->box.gap = 10;
    struct node *short_text = made_text(&made, made.scene.root, "ab cd");
    struct node *long_text = made_text(&made, made.scene.root, "one small step");
    made_layout(&made);
    assert_int_equal(short_text->rect.w, 5 * LETTER);
    assert_int_equal(long_text->rect.w, 14 * LETTER);
    assert_int_equal(long_text->rect.x, 5 * LETTER + 10);
    made_end(&made);
}

static void the_widest_gives_way_first(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 90, 100, ARRANGE_ROW);
    struct node *short_text = made_text(&made, made.scene.root, "short");
    struct node *long_text = made_text(&made, made.scene.root, "one small step and one more");
    made_layout(&made);
    assert_int_equal(short_text->rect.w, 5 * LETTER);
    assert_int_equal(long_text->rect.w, 90 - 5 * LETTER);
    assert_int_equal(long_text->flow->line_count, 3);
    made_end(&made);
}

static void equally_wide_ones_give_way_alike(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_ROW);
    struct node *first = made_text(&made, made.scene.root, "one small step");
    struct node *second = made_text(&made, made.scene.root, "two small feet");
    made_layout(&made);
    assert_int_equal(first->rect.w, 50);
    assert_int_equal(second->rect.w, 50);
    made_end(&made);
}

static void a_fixed_width_never_gives_way(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 100, ARRANGE_ROW);
    struct node *fixed = made_box(&made, made.scene.root, 60, 20);
    struct node *text = made_text(&made, made.scene.root, "one small step");
    made_layout(&made);
    assert_int_equal(fixed->rect.w, 60);
    assert_int_equal(text->rect.w, 40);
    made_end(&made);
}

static void a_row_is_as_high_as_its_highest(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 300, 200, ARRANGE_COLUMN);
    struct node *row = made_group(&made, made.scene.root, ARRANGE_ROW);
    made_box(&made, row, 10, 20);
    struct node *high = made_box(&made, row, 10, 70);
    struct node *low = made_box(&made, row, 10, 30);
    made_layout(&made);
    assert_int_equal(row->rect.h, 70);
    assert_int_equal(high->rect.h, 70);
    assert_int_equal(low->rect.h, 70);
    made_end(&made);
}

static void across_says_where_the_lower_ones_lie(void **state)
{
    (void)state;
    const enum align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
    const int tops[] = {0, 25, 50};
    for (int i = 0; i < 3; i++) {
        struct made made;
        made_start(&made, 300, 70, ARRANGE_ROW);
        made.scene.root->box.across = aligns[i];
        made_box(&made, made.scene.root, 10, 70);
        struct node *low = made_box(&made, made.scene.root, 10, 20);
        made_layout(&made);
        assert_rect(low, 10, tops[i], 10, 20);
        made_end(&made);
    }
}

static void along_says_where_a_row_begins(void **state)
{
    (void)state;
    const enum align aligns[] = {ALIGN_STRETCH, ALIGN_START, ALIGN_CENTER, ALIGN_END};
    const int lefts[] = {0, 0, 45, 90};
    for (int i = 0; i < 4; i++) {
        struct made made;
        made_start(&made, 100, 70, ARRANGE_ROW);
        made.scene.root->box.along = aligns[i];
        struct node *box = made_box(&made, made.scene.root, 10, 20);
        made_layout(&made);
        assert_int_equal(box->rect.x, lefts[i]);
        made_end(&made);
    }
}

static void between_puts_the_last_at_the_end(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 200, 70, ARRANGE_ROW);
    made.scene.root->box.between = true;
    struct node *first = made_box(&made, made.scene.root, 30, 20);
    struct node *last = made_box(&made, made.scene.root, 40, 20);
    made_layout(&made);
    assert_int_equal(first->rect.x, 0);
    assert_int_equal(last->rect.x, 160);
    made_end(&made);
}

static void the_last_that_is_shown_counts_as_the_last(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 200, 70, ARRANGE_ROW);
    made.scene.root->box.between = true;
    made_box(&made, made.scene.root, 30, 20);
    struct node *last = made_box(&made, made.scene.root, 40, 20);
    made_box(&made, made.scene.root, 40, 20)->hidden = true;
    made_layout(&made);
    assert_int_equal(last->rect.x, 160);
    made_end(&made);
}

static void what_is_hidden_takes_no_room_and_no_gap(void **state)
{
    (void)state;
    const enum arrange arranges[] = {ARRANGE_ROW, ARRANGE_WRAP};
    for (int i = 0; i < 2; i++) {
        struct made made;
        made_start(&made, 200, 70, arranges[i]);
        made.scene.root->box.gap = 10;
        made_box(&made, made.scene.root, 30, 20)->hidden = true;
        struct node *first = made_box(&made, made.scene.root, 30, 20);
        made_box(&made, made.scene.root, 30, 20)->hidden = true;
        struct node *second = made_box(&made, made.scene.root, 30, 20);
        made_layout(&made);
        assert_int_equal(first->rect.x, 0);
        assert_int_equal(second->rect.x, 40);
        made_end(&made);
    }
}

/* ---- wrapping ----------------------------------------------------------------------------------------- */

static void a_wrap_begins_a_new_line_when_the_line_is_full(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 200, ARRANGE_COLUMN);
    struct node *wrap = made_group(&made, made.scene.root, ARRANGE_WRAP);
    wrap->box.gap = 10;
    struct node *boxes[3];
    for (int i = 0; i < 3; i++)
        boxes[i] = made_box(&made, wrap, 45, 20);
    made_layout(&made);
    assert_rect(boxes[0], 0, 0, 45, 20);
    assert_rect(boxes[1], 55, 0, 45, 20);
    assert_rect(boxes[2], 0, 30, 45, 20);
    assert_int_equal(wrap->rect.h, 50);
    made_end(&made);
}

static void something_wider_than_the_line_is_made_to_fit(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 50, 200, ARRANGE_COLUMN);
    struct node *wrap = made_group(&made, made.scene.root, ARRANGE_WRAP);
    struct node *text = made_text(&made, wrap, "one small step");
    made_layout(&made);
    assert_int_equal(text->rect.w, 50);
    assert_int_equal(text->rect.h, 2 * LINE);
    made_end(&made);
}

static void between_spreads_every_line_of_a_wrap(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 200, ARRANGE_WRAP);
    made.scene.root->box.between = true;
    struct node *boxes[3];
    for (int i = 0; i < 3; i++)
        boxes[i] = made_box(&made, made.scene.root, 40, 20);
    made_layout(&made);
    assert_int_equal(boxes[0]->rect.x, 0);
    assert_int_equal(boxes[1]->rect.x, 60);
    assert_int_equal(boxes[2]->rect.x, 60);
    assert_true(boxes[2]->rect.y > boxes[0]->rect.y);
    made_end(&made);
}

static void one_alone_in_a_spread_wrap_stays_at_the_start(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 200, ARRANGE_WRAP);
    made.scene.root->box.between = true;
    struct node *box = made_box(&made, made.scene.root, 40, 20);
    made_layout(&made);
    assert_int_equal(box->rect.x, 0);
    made_end(&made);
}

/* ---- columns and layers ----------------------------------------------------------------------------- */

static void a_column_shares_the_free_height_by_grow(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 100, 300, ARRANGE_COLUMN);
    made.scene.root->box.gap = 10;
    struct node *fixed = made_box(&made, made.scene.root, 0, 30);
    struct node *one = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    struct node *two = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    one->box.grow = 1;
    two->box.grow = 2;
    made_layout(&made);
    assert_rect(fixed, 0, 0, 100, 30);
    assert_rect(one, 0, 40, 100, 83);
    assert_rect(two, 0, 133, 100, 167);
    made_end(&made);
}

static void padding_lies_around_what_is_inside(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 200, 300, ARRANGE_COLUMN);
    made.scene.root->box.across = ALIGN_START;
    struct node *card = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    card->box.pad_x = 12;
    card->box.pad_top = 7;
    card->box.pad_bottom = 9;
    struct node *text = made_text(&made, card, "abcd");
    made_layout(&made);
    assert_rect(card, 0, 0, 4 * LETTER + 24, LINE + 16);
    assert_rect(text, 12, 7, 4 * LETTER, LINE);
    made_end(&made);
}

static void layers_lie_over_each_other(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 200, 300, ARRANGE_LAYERS);
    struct node *under = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    struct node *over = made_group(&made, made.scene.root, ARRANGE_COLUMN);
    made_text(&made, over, "abcd");
    made_layout(&made);
    assert_rect(under, 0, 0, 200, 300);
    assert_rect(over, 0, 0, 200, 300);
    made_end(&made);
}

static void no_line_grows_beyond_its_greatest_width(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 500, 300, ARRANGE_COLUMN);
    struct node *text = made_text(&made, made.scene.root, "one small step is enough for today");
    text->box.max_width = 60;
    made_layout(&made);
    assert_int_equal(text->rect.w, 60);
    assert_int_equal(text->rect.h, 4 * LINE);
    made_end(&made);
}

static void text_is_as_high_as_its_lines(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 50, 300, ARRANGE_COLUMN);
    struct node *text = made_text(&made, made.scene.root, "one small step");
    made_layout(&made);
    assert_int_equal(text->flow->line_count, 2);
    assert_rect(text, 0, 0, 50, 2 * LINE);
    made_end(&made);
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_shares_what_is_left_by_grow),
        cmocka_unit_test(what_all_want_is_given_if_it_fits),
        cmocka_unit_test(the_widest_gives_way_first),
        cmocka_unit_test(equally_wide_ones_give_way_alike),
        cmocka_unit_test(a_fixed_width_never_gives_way),
        cmocka_unit_test(a_row_is_as_high_as_its_highest),
        cmocka_unit_test(across_says_where_the_lower_ones_lie),
        cmocka_unit_test(along_says_where_a_row_begins),
        cmocka_unit_test(between_puts_the_last_at_the_end),
        cmocka_unit_test(the_last_that_is_shown_counts_as_the_last),
        cmocka_unit_test(what_is_hidden_takes_no_room_and_no_gap),
        cmocka_unit_test(a_wrap_begins_a_new_line_when_the_line_is_full),
        cmocka_unit_test(something_wider_than_the_line_is_made_to_fit),
        cmocka_unit_test(between_spreads_every_line_of_a_wrap),
        cmocka_unit_test(one_alone_in_a_spread_wrap_stays_at_the_start),
        cmocka_unit_test(a_column_shares_the_free_height_by_grow),
        cmocka_unit_test(padding_lies_around_what_is_inside),
        cmocka_unit_test(layers_lie_over_each_other),
        cmocka_unit_test(no_line_grows_beyond_its_greatest_width),
        cmocka_unit_test(text_is_as_high_as_its_lines),
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
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
