/* Stories about the ring around what keys have chosen: it is there, whole, over everything, and can be seen. */
#include "picture.h"

static color ring_color(void)
{
    return tone(TONE_FOCUS);
}

static const struct draw *ring(const struct picture *picture)
{
    for (size_t i = 0; i < picture->list.count; i++)
        if (picture->list.items[i].kind == DRAW_RING && picture->list.items[i].color == ring_color())
            return &picture->list.items[i];
    return NULL;
}

static struct node *chosen_button(struct picture *picture, float x)
{
    picture_start(picture, ARRANGE_ROW);
    struct node *root = picture->made.scene.root;
    root->box.across = ALIGN_CENTER;
    made_box(&picture->made, root, x, 10);
    struct node *button = made_button(&picture->made, root, "button", 50);
    button->look = LOOK_PILL;
    picture->state.focused = button;
    paint(picture);
    return button;
}

static void without_keys_there_is_no_ring(void **state)
{
    (void)state;
    struct picture picture;
    chosen_button(&picture, 100);
    picture.state.focused = NULL;
    paint(&picture);
    assert_null(ring(&picture));
    picture_end(&picture);
}

static void the_ring_lies_around_what_is_chosen_and_over_all_else(void **state)
{
    (void)state;
    struct picture picture;
    const struct node *button = chosen_button(&picture, 100);
    const struct draw *found = ring(&picture);
    assert_ptr_equal(found, &picture.list.items[picture.list.count - 1]);
    assert_true(found->rect.x + found->width <= button->rect.x);
    assert_true(found->rect.y + found->width <= button->rect.y);
    assert_true(found->rect.x + found->rect.w - found->width >= button->rect.x + button->rect.w);
    picture_end(&picture);
}

/* WCAG 2.2, 2.4.13. One millimetre is one pixel here: a coarser panel does not exist. */
static void every_band_is_two_pixels_wide_on_the_coarsest_panel(void **state)
{
    (void)state;
    struct picture picture;
    chosen_button(&picture, 100);
    int bands = 0;
    for (size_t i = 0; i < picture.list.count; i++) {
        const struct draw *item = &picture.list.items[i];
        bool rim = item->color == tone(TONE_GROUND), line = item->color == ring_color();
        if (item->kind != DRAW_RING || (!rim && !line))
            continue;
        assert_true(item->width >= 2);
        bands++;
    }
    assert_int_equal(bands, 3);
    picture_end(&picture);
}

static void a_ring_at_the_edge_of_the_screen_is_whole(void **state)
{
    (void)state;
    struct picture picture;
    chosen_button(&picture, 0);
    const struct draw *found = ring(&picture);
    assert_true(found->rect.x >= 0);
    assert_true(rect_holds(found->bounds, found->rect.x, found->rect.y));
    picture_end(&picture);
}

static void a_ring_on_a_scrolled_page_is_cut_where_the_page_is(void **state)
{
    (void)state;
    struct picture picture;
    long_page(&picture, 60);
    paint(&picture);
    const struct node *main = picture.made.scene.main, *line = main->first;
    for (int i = 0; i < 20; i++)
        line = line->next;
    picture.state.focused = line;
    picture.state.scroll = line->rect.y - main->rect.y - 40;
    paint(&picture);
    const struct draw *found = ring(&picture);
    assert_in_range(found->rect.y, main->rect.y, main->rect.y + 40);
    picture.state.scroll = 0;
    paint(&picture);
    assert_null(ring(&picture));
    picture_end(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_keys_there_is_no_ring),
        cmocka_unit_test(the_ring_lies_around_what_is_chosen_and_over_all_else),
        cmocka_unit_test(every_band_is_two_pixels_wide_on_the_coarsest_panel),
        cmocka_unit_test(a_ring_at_the_edge_of_the_screen_is_whole),
        cmocka_unit_test(a_ring_on_a_scrolled_page_is_cut_where_the_page_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
