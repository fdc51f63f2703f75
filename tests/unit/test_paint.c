/* Stories about the list of drawing commands: only what is seen, where it is seen, in the right colors. */
#include "picture.h"

/* ---- letters --------------------------------------------------------------------------------------------- */

static void words_stand_on_the_lines_that_layout_gave_them(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *text = made_text(&picture.made, picture.made.scene.root, "one\ntwo");
    paint(&picture);
    const struct draw *one = find(&picture, DRAW_TEXT, 0), *two = find(&picture, DRAW_TEXT, 1);
    assert_int_equal(count(&picture, DRAW_TEXT), 2);
    assert_memory_equal(one->text, "one", 3);
    assert_int_equal(one->length, 3);
    assert_int_equal(one->rect.x, text->rect.x);
    assert_int_equal(one->rect.y, (LINE + text->flow->cap_height) / 2);
    assert_int_equal(two->rect.y - one->rect.y, LINE);
    assert_int_equal(one->px, BODY_PX);
    picture_end(&picture);
}

static void words_can_stand_in_the_middle_or_at_the_end(void **state)
{
    (void)state;
    const enum align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
    const int lefts[] = {0, 190, 380};
    for (int i = 0; i < 3; i++) {
        struct picture picture;
        picture_start(&picture, ARRANGE_COLUMN);
        made_text(&picture.made, picture.made.scene.root, "four")->text_align = aligns[i];
        paint(&picture);
        assert_int_equal(find(&picture, DRAW_TEXT, 0)->rect.x, lefts[i]);
        picture_end(&picture);
    }
}

static void what_words_can_change_is_known(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *text = made_text(&picture.made, picture.made.scene.root, "one small step");
    paint(&picture);
    for (int i = 0; i < count(&picture, DRAW_TEXT); i++) {
        const struct draw *word = find(&picture, DRAW_TEXT, i);
        struct rect letters = {word->rect.x, word->rect.y - 7, (int)word->length * LETTER, 10};
        struct rect common = rect_intersection(letters, word->bounds);
        assert_memory_equal(&common, &letters, sizeof common);
        assert_true(word->bounds.w < text->rect.w);
    }
    picture_end(&picture);
}

/* ---- colors ------------------------------------------------------------------------------------------------ */

static void text_takes_its_color_from_the_surface_it_lies_on(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *bar = made_group(&picture.made, picture.made.scene.root, ARRANGE_COLUMN);
    bar->look = LOOK_HELP_BAR;
    made_text(&picture.made, made_group(&picture.made, bar, ARRANGE_COLUMN), "night");
    made_text(&picture.made, picture.made.scene.root, "day");
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_TEXT, 0)->color, tone(TONE_ON_NIGHT));
    assert_int_equal(find(&picture, DRAW_TEXT, 1)->color, tone(TONE_INK));
    picture_end(&picture);
}

static void headings_have_their_own_color(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    made_text(&picture.made, picture.made.scene.root, "title")->role = ROLE_HEADING;
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_TEXT, 0)->color, tone(TONE_PRIMARY));
    picture_end(&picture);
}

static void a_disabled_button_is_paler(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    made_text(&picture.made, picture.made.scene.root, "Next")->disabled = true;
    paint(&picture);
    color pale = find(&picture, DRAW_TEXT, 0)->color;
    assert_true(contrast_ratio(pale, tone(TONE_GROUND)) < contrast_ratio(tone(TONE_INK), tone(TONE_GROUND)));
    picture_end(&picture);
}

static void every_palette_paints_in_its_own_colors(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++) {
        struct picture picture;
        picture_start(&picture, ARRANGE_COLUMN);
        picture.made.scene.root->look = LOOK_SCREEN;
        made_text(&picture.made, picture.made.scene.root, "text");
        picture.state.palette = palette;
        paint(&picture);
        const color *tones = theme_default()->palettes[palette].tones;
        assert_int_equal(find(&picture, DRAW_FILL, 0)->color, tones[TONE_GROUND]);
        assert_int_equal(find(&picture, DRAW_TEXT, 0)->color, tones[TONE_INK]);
        picture_end(&picture);
    }
}

static int rings_of_a_card(int palette)
{
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    made_box(&picture.made, picture.made.scene.root, 50, 50)->look = LOOK_CARD;
    picture.state.palette = palette;
    paint(&picture);
    int rings = count(&picture, DRAW_RING);
    picture_end(&picture);
    return rings;
}

static void cards_have_lines_around_them_where_colors_do_not_tell_them_apart(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++)
        assert_int_equal(rings_of_a_card(palette), theme_default()->palettes[palette].outlines ? 1 : 0);
}

/* ---- surfaces ----------------------------------------------------------------------------------------------- */

static void what_holds_others_is_painted_before_them(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *card = made_group(&picture.made, picture.made.scene.root, ARRANGE_COLUMN);
    card->look = LOOK_CARD;
    made_text(&picture.made, card, "words");
    paint(&picture);
    assert_true(find(&picture, DRAW_SHADOW, 0) < find(&picture, DRAW_ROUND, 0));
    assert_true(find(&picture, DRAW_ROUND, 0) < find(&picture, DRAW_TEXT, 0));
    picture_end(&picture);
}

static void a_pill_is_round_at_its_ends(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    picture.made.scene.root->box.across = ALIGN_START;
    made_box(&picture.made, picture.made.scene.root, 100, 40)->look = LOOK_PILL_SOLID;
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_ROUND, 0)->radius, 20);
    picture_end(&picture);
}

static void a_small_surface_is_never_rounder_than_it_is_large(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    picture.made.scene.root->box.across = ALIGN_START;
    made_box(&picture.made, picture.made.scene.root, 100, 6)->look = LOOK_CARD;
    paint(&picture);
    assert_in_range(find(&picture, DRAW_ROUND, 0)->radius, 1, 3);
    picture_end(&picture);
}

static void what_is_pressed_looks_pressed_and_nothing_else_does(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_ROW);
    picture.made.scene.root->box.across = ALIGN_START;
    struct node *first = made_button(&picture.made, picture.made.scene.root, "first", 50);
    struct node *second = made_button(&picture.made, picture.made.scene.root, "second", 50);
    first->look = second->look = LOOK_CHOICE;
    picture.state.pressed = first;
    paint(&picture);
    assert_int_not_equal(find(&picture, DRAW_ROUND, 0)->color, tone(TONE_PAPER));
    assert_int_equal(find(&picture, DRAW_ROUND, 1)->color, tone(TONE_PAPER));
    picture_end(&picture);
}

static void a_press_shows_even_where_there_is_no_surface(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_ROW);
    struct node *row = made_button(&picture.made, picture.made.scene.root, "row", 50);
    paint(&picture);
    size_t before = picture.list.count;
    picture.state.pressed = row;
    paint(&picture);
    assert_true(picture.list.count > before);
    picture_end(&picture);
}

/* ---- what is out of sight ------------------------------------------------------------------------------------- */

static void what_is_hidden_is_not_painted(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *card = made_group(&picture.made, picture.made.scene.root, ARRANGE_COLUMN);
    card->look = LOOK_CARD;
    made_text(&picture.made, card, "secret");
    card->hidden = true;
    paint(&picture);
    assert_int_equal(picture.list.count, 0);
    picture_end(&picture);
}

static size_t items_of_a_page(int lines)
{
    struct picture picture;
    long_page(&picture, lines);
    paint(&picture);
    size_t items = picture.list.count;
    picture_end(&picture);
    return items;
}

static void a_page_a_hundred_times_as_long_costs_no_more_to_paint(void **state)
{
    (void)state;
    assert_int_equal(items_of_a_page(3000), items_of_a_page(30));
}

static void one_long_text_costs_only_its_visible_lines(void **state)
{
    (void)state;
    struct picture picture;
    long_page(&picture, 0);
    char text[4000];
    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = i % 5 == 4 ? '\n' : 'a';
    text[sizeof text - 1] = '\0';
    made_text(&picture.made, picture.made.scene.main, text);
    picture.state.scroll = 4000;
    paint(&picture);
    assert_in_range(count(&picture, DRAW_TEXT), 200 / LINE, 200 / LINE + 3);
    picture_end(&picture);
}

static void scrolling_lifts_the_page_and_nothing_else(void **state)
{
    (void)state;
    struct picture picture;
    long_page(&picture, 100);
    made_text(&picture.made, picture.made.scene.root->last, "below");
    paint(&picture);
    int first = find(&picture, DRAW_TEXT, 0)->rect.y,
        below = find(&picture, DRAW_TEXT, count(&picture, DRAW_TEXT) - 1)->rect.y;
    picture.state.scroll = 5;
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_TEXT, 0)->rect.y, first - 5);
    assert_int_equal(find(&picture, DRAW_TEXT, count(&picture, DRAW_TEXT) - 1)->rect.y, below);
    picture_end(&picture);
}

static void what_scrolls_is_cut_at_its_window(void **state)
{
    (void)state;
    struct picture picture;
    long_page(&picture, 100);
    picture.state.scroll = 7;
    paint(&picture);
    for (int i = 0; i < count(&picture, DRAW_TEXT); i++) {
        struct rect bounds = find(&picture, DRAW_TEXT, i)->bounds;
        assert_true(bounds.y >= 0 && bounds.y + bounds.h <= 200);
    }
    picture_end(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_on_the_lines_that_layout_gave_them),
        cmocka_unit_test(words_can_stand_in_the_middle_or_at_the_end),
        cmocka_unit_test(what_words_can_change_is_known),
        cmocka_unit_test(text_takes_its_color_from_the_surface_it_lies_on),
        cmocka_unit_test(headings_have_their_own_color),
        cmocka_unit_test(a_disabled_button_is_paler),
        cmocka_unit_test(every_palette_paints_in_its_own_colors),
        cmocka_unit_test(cards_have_lines_around_them_where_colors_do_not_tell_them_apart),
        cmocka_unit_test(what_holds_others_is_painted_before_them),
        cmocka_unit_test(a_pill_is_round_at_its_ends),
        cmocka_unit_test(a_small_surface_is_never_rounder_than_it_is_large),
        cmocka_unit_test(what_is_pressed_looks_pressed_and_nothing_else_does),
        cmocka_unit_test(a_press_shows_even_where_there_is_no_surface),
        cmocka_unit_test(what_is_hidden_is_not_painted),
        cmocka_unit_test(a_page_a_hundred_times_as_long_costs_no_more_to_paint),
        cmocka_unit_test(one_long_text_costs_only_its_visible_lines),
        cmocka_unit_test(scrolling_lifts_the_page_and_nothing_else),
        cmocka_unit_test(what_scrolls_is_cut_at_its_window),
    };
    return cmocka_run_group_tests_name("paint", tests, NULL, NULL);
}
