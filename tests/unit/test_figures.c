/* Stories about what is drawn and not written: meters, progress, the scale of a result, codes, scroll bars. */
#include "picture.h"

/* ---- figures ---------------------------------------------------------------------------------------------- */

static void a_meter_shows_as_many_bars_as_it_has(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *meter = scene_add(&picture.made.scene, picture.made.scene.root, ROLE_METER, LOOK_NONE);
    meter->value = 3;
    meter->most = 4;
    meter->box.height = 3;
    paint(&picture);
    assert_int_equal(count(&picture, DRAW_ROUND), 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(find(&picture, DRAW_ROUND, i)->color, tone(i < 3 ? TONE_MARK : TONE_MARK_OFF));
    picture_end(&picture);
}

static void progress_is_as_long_as_its_share(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *bar = scene_add(&picture.made.scene, picture.made.scene.root, ROLE_PROGRESS, LOOK_NONE);
    bar->value = 1;
    bar->most = 4;
    bar->box.height = 4;
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_ROUND, 0)->rect.w, 400);
    assert_int_equal(find(&picture, DRAW_ROUND, 1)->rect.w, 100);
    picture_end(&picture);
}

static void the_mark_on_a_scale_moves_with_the_value(void **state)
{
    (void)state;
    int before = -1;
    for (int value = 0; value <= 27; value += 9) {
        struct picture picture;
        picture_start(&picture, ARRANGE_COLUMN);
        struct node *scale = scene_add(&picture.made.scene, picture.made.scene.root, ROLE_SCALE, LOOK_NONE);
        scale->value = value;
        scale->most = 27;
        scale->box.height = 10;
        paint(&picture);
        struct rect mark = find(&picture, DRAW_ROUND, 1)->rect;
        assert_true(mark.x > before && mark.x >= 0 && mark.x + mark.w <= 400);
        before = mark.x;
        picture_end(&picture);
    }
}

static void a_code_is_dark_on_white_with_a_quiet_zone_around(void **state)
{
    (void)state;
    static const unsigned char modules[9] = {1, 1, 0, 0, 1, 0, 1, 1, 1};
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    picture.made.scene.root->box.across = ALIGN_START;
    struct node *code = made_box(&picture.made, picture.made.scene.root, 110, 110);
    code->role = ROLE_CODE;
    code->modules = modules;
    code->value = 3;
    picture.state.palette = 2; /* white on black: a code stays dark on white */
    paint(&picture);
    assert_int_equal(find(&picture, DRAW_FILL, 0)->color, 0xFFFFFFFF);
    assert_int_equal(count(&picture, DRAW_FILL), 4);
    const struct rect runs[] = {{40, 40, 20, 10}, {50, 50, 10, 10}, {40, 60, 30, 10}};
    for (int i = 0; i < 3; i++) {
        assert_memory_equal(&find(&picture, DRAW_FILL, i + 1)->rect, &runs[i], sizeof runs[i]);
        assert_int_equal(find(&picture, DRAW_FILL, i + 1)->color, 0xFF000000);
    }
    picture_end(&picture);
}

static struct rect thumb_at(int scroll, int lines)
{
    struct picture picture;
    long_page(&picture, lines);
    struct node *bar = scene_add(&picture.made.scene, picture.made.scene.root->last, ROLE_SCROLLBAR, LOOK_NONE);
    bar->box.height = 90;
    picture.state.scroll = scroll;
    paint(&picture);
    struct rect thumb = find(&picture, DRAW_ROUND, 1)->rect;
    picture_end(&picture);
    return thumb;
}

static void the_scroll_bar_shows_where_one_is_and_how_much_there_is(void **state)
{
    (void)state;
    struct rect start = thumb_at(0, 40), middle = thumb_at(200, 40), end = thumb_at(400, 40);
    assert_int_equal(start.h, 30); /* 200 of 600 pixels are seen */
    assert_int_equal(middle.y - start.y, 30);
    assert_int_equal(end.y - start.y, 60);
    assert_true(thumb_at(0, 2000).h >= 8);
}

static void a_picture_and_an_icon_are_named_to_who_draws_them(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    struct node *logo = scene_add(&picture.made.scene, picture.made.scene.root, ROLE_PICTURE, LOOK_NONE);
    logo->picture = "logo.svg";
    logo->box.height = 20;
    struct node *icon = scene_add(&picture.made.scene, picture.made.scene.root, ROLE_ICON, LOOK_NONE);
    icon->icon = "lock";
    icon->icon_size = 24;
    paint(&picture);
    assert_string_equal(find(&picture, DRAW_PICTURE, 0)->text, "logo.svg");
    const struct draw *drawn = find(&picture, DRAW_TEXT, 0);
    assert_int_equal(drawn->face, FACE_ICON);
    assert_int_equal(drawn->px, 24);
    assert_memory_equal(drawn->text, "lock", drawn->length);
    picture_end(&picture);
}

static void painting_again_replaces_what_was_painted(void **state)
{
    (void)state;
    struct picture picture;
    picture_start(&picture, ARRANGE_COLUMN);
    made_text(&picture.made, picture.made.scene.root, "one small step");
    paint(&picture);
    size_t items = picture.list.count;
    paint(&picture);
    assert_int_equal(picture.list.count, items);
    picture_end(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meter_shows_as_many_bars_as_it_has),
        cmocka_unit_test(progress_is_as_long_as_its_share),
        cmocka_unit_test(the_mark_on_a_scale_moves_with_the_value),
        cmocka_unit_test(a_code_is_dark_on_white_with_a_quiet_zone_around),
        cmocka_unit_test(the_scroll_bar_shows_where_one_is_and_how_much_there_is),
        cmocka_unit_test(a_picture_and_an_icon_are_named_to_who_draws_them),
        cmocka_unit_test(painting_again_replaces_what_was_painted),
    };
    return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}
