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
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
