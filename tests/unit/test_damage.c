/* Stories about drawing again only what changed. The judge is a canvas on which every item leaves its mark
 * on every pixel it can change: after drawing the damage it must look as if all had been drawn. */
#include "damage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 500, HEIGHT = 300, MOST_ITEMS = 40 };

static uint32_t canvas[HEIGHT][WIDTH], ideal[HEIGHT][WIDTH];
static struct damage damage;

/* ---- drawing ----------------------------------------------------------------------------------------- */

static uint32_t mark_of(const struct draw *item)
{
    uint32_t mark = (uint32_t)item->kind * 7919 + item->color * 31 + item->color2 + (uint32_t)item->rect.x * 5 +
                    (uint32_t)item->rect.y * 3 + (uint32_t)item->radius * 11 + (uint32_t)item->width + item->corners +
                    (uint32_t)item->px * 13 + (uint32_t)item->face;
    for (size_t i = 0; i < item->length; i++)
        mark = mark * 33 + (unsigned char)item->text[i];
    return mark;
}

static void draw_item(uint32_t (*pixels)[WIDTH], const struct draw *item, struct rect clip)
{
    struct rect all = {0, 0, WIDTH, HEIGHT};
    struct rect area = rect_intersection(rect_intersection(item->bounds, clip), all);
    for (int y = area.y; y < area.y + area.h; y++)
        for (int x = area.x; x < area.x + area.w; x++)
            pixels[y][x] = pixels[y][x] * 31 + mark_of(item);
}

static void draw_all(uint32_t (*pixels)[WIDTH], const struct draw_list *list, struct rect clip)
{
    for (int y = clip.y; y < clip.y + clip.h; y++)
        for (int x = clip.x; x < clip.x + clip.w; x++)
            pixels[y][x] = 0;
    for (size_t i = 0; i < list->count; i++)
        draw_item(pixels, &list->items[i], clip);
}

/* Draws the damage only; returns how many rectangles that were. */
static int draw_damage(const struct draw_list *list)
{
    struct rect rects[MAX_DAMAGE];
    int count = damage_find(&damage, list, rects);
    assert_in_range(count, 0, MAX_DAMAGE);
    for (int i = 0; i < count; i++)
        draw_all(canvas, list, rect_intersection(rects[i], (struct rect){0, 0, WIDTH, HEIGHT}));
    return count;
}

static void assert_as_if_all_were_drawn(const struct draw_list *list)
{
    draw_all(ideal, list, (struct rect){0, 0, WIDTH, HEIGHT});
    assert_memory_equal(canvas, ideal, sizeof canvas);
}

static struct draw square(int x, int y, int size, color fill)
{
    return (struct draw){.kind = DRAW_FILL, .rect = {x, y, size, size}, .clip = {0, 0, WIDTH, HEIGHT}, .color = fill};
}

static int begins(void **state)
{
    (void)state;
    memset(canvas, 0xa5, sizeof canvas);
    damage_start(&damage, WIDTH, HEIGHT);
    return 0;
}

/* ---- stories ------------------------------------------------------------------------------------------- */

static void the_first_picture_is_drawn_whole(void **state)
{
    (void)state;
    struct draw_list list = {0};
    struct rect rects[MAX_DAMAGE];
    assert_int_equal(damage_find(&damage, &list, rects), 1);
    assert_memory_equal(rects, (&(struct rect){0, 0, WIDTH, HEIGHT}), sizeof *rects);
}

static void no_change_is_no_damage(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(10, 10, 100, 0xFF112233));
    assert_int_equal(draw_damage(&list), 1);
    assert_int_equal(draw_damage(&list), 0);
    draw_list_clear(&list);
    draw_list_add(&list, square(10, 10, 100, 0xFF112233));
    assert_int_equal(draw_damage(&list), 0);
    draw_list_free(&list);
}

static void only_around_a_change_is_drawn(void **state)
{
    (void)state;
    struct draw_list list = {0};
    struct rect rects[MAX_DAMAGE];
    draw_list_add(&list, square(0, 0, 20, 0xFF112233));
    draw_damage(&list);
    draw_list_add(&list, square(200, 100, 10, 0xFF445566));
    assert_int_equal(damage_find(&damage, &list, rects), 1);
    assert_true(rect_holds(rects[0], 200, 100) && rect_holds(rects[0], 209, 109));
    assert_true(rects[0].w <= 2 * CELL && rects[0].h <= 2 * CELL);
    draw_list_free(&list);
}

static void what_went_away_is_drawn_over(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(300, 200, 60, 0xFF112233));
    draw_damage(&list);
    draw_list_clear(&list);
    assert_true(draw_damage(&list) > 0);
    assert_as_if_all_were_drawn(&list);
    draw_list_free(&list);
}

static void what_moved_is_drawn_in_both_places(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(10, 10, 30, 0xFF112233));
    draw_damage(&list);
    list.items[0].rect.x = list.items[0].bounds.x = 400;
    draw_damage(&list);
    assert_as_if_all_were_drawn(&list);
    draw_list_free(&list);
}

static struct draw words(const char *text)
{
    return (struct draw){.kind = DRAW_TEXT,
                         .rect = {100, 100, 0, 0},
                         .bounds = {90, 80, 120, 40},
                         .clip = {0, 0, WIDTH, HEIGHT},
                         .px = 20,
                         .text = text,
                         .length = strlen(text)};
}

static void other_letters_at_the_same_address_are_a_change(void **state)
{
    (void)state;
    char text[] = "Several days";
    struct draw_list list = {0};
    draw_list_add(&list, words(text));
    draw_damage(&list);
    text[0] = 's';
    assert_true(draw_damage(&list) > 0);
    assert_as_if_all_were_drawn(&list);
    draw_list_free(&list);
}

static void the_same_letters_at_another_address_are_no_change(void **state)
{
    (void)state;
    char text[] = "Several days", copy[] = "Several days";
    struct draw_list list = {0};
    draw_list_add(&list, words(text));
    draw_damage(&list);
    list.items[0].text = copy;
    assert_int_equal(draw_damage(&list), 0);
    draw_list_free(&list);
}

static void what_comes_to_lie_on_top_is_a_change(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(10, 10, 30, 0xFF112233));
    draw_list_add(&list, square(20, 20, 30, 0xFF445566));
    draw_damage(&list);
    struct draw first = list.items[0];
    list.items[0] = list.items[1];
    list.items[1] = first;
    assert_true(draw_damage(&list) > 0);
    assert_as_if_all_were_drawn(&list);
    draw_list_free(&list);
}

static void after_a_wipe_all_is_drawn_again(void **state)
{
    (void)state;
    struct draw_list list = {0};
    struct rect rects[MAX_DAMAGE];
    draw_list_add(&list, square(10, 10, 30, 0xFF112233));
    draw_damage(&list);
    damage_wipe(&damage);
    assert_int_equal(damage_find(&damage, &list, rects), 1);
    assert_memory_equal(rects, (&(struct rect){0, 0, WIDTH, HEIGHT}), sizeof *rects);
    draw_list_free(&list);
}

static bool all_zero(const void *memory, size_t size)
{
    const unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

static void a_wipe_leaves_no_trace_of_what_was_shown(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(10, 10, 30, 0xFF112233));
    draw_damage(&list);
    assert_false(all_zero(damage.shown, sizeof damage.shown));
    assert_true(all_zero(damage.now, sizeof damage.now));
    damage_wipe(&damage);
    assert_true(all_zero(damage.shown, sizeof damage.shown));
    assert_int_equal(damage.width, WIDTH);
    draw_list_free(&list);
}

static void items_at_the_edges_and_beyond_do_no_harm(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, square(WIDTH - 1, HEIGHT - 1, 50, 1));
    draw_list_add(&list, square(-20, -20, 30, 2));
    draw_list_add(&list, square(WIDTH + 5, 10, 30, 3));
    draw_damage(&list);
    assert_as_if_all_were_drawn(&list);
    list.items[0].color = 9;
    draw_damage(&list);
    assert_as_if_all_were_drawn(&list);
    draw_list_free(&list);
}

static void a_panel_larger_than_the_grid_is_covered_too(void **state)
{
    (void)state;
    int wide = MAX_CELLS_ACROSS * CELL + 500, high = MAX_CELLS_DOWN * CELL + 300;
    struct draw_list list = {0};
    struct rect rects[MAX_DAMAGE];
    struct draw far = {.kind = DRAW_FILL, .rect = {wide - 5, high - 5, 5, 5}, .clip = {0, 0, wide, high}};
    damage_start(&damage, wide, high);
    damage_find(&damage, &list, rects);
    draw_list_add(&list, far);
    assert_int_equal(damage_find(&damage, &list, rects), 1);
    assert_true(rect_holds(rects[0], wide - 1, high - 1));
    draw_list_free(&list);
}

/* Every second cell changes, like the squares of a chessboard. */
static void more_changes_than_there_are_rectangles_are_covered_too(void **state)
{
    (void)state;
    const int across = 20, down = 16;
    struct draw_list list = {0};
    struct rect rects[MAX_DAMAGE], all = {0, 0, across * CELL, down * CELL};
    damage_start(&damage, all.w, all.h);
    damage_find(&damage, &list, rects);
    for (int i = 0; i < across * down; i++)
        if ((i / across + i % across) % 2 == 0)
            draw_list_add(&list, (struct draw){.kind = DRAW_FILL,
                                               .rect = {i % across * CELL + 5, i / across * CELL + 5, 9, 9},
                                               .clip = all,
                                               .color = 0xFF112233});
    int count = damage_find(&damage, &list, rects);
    assert_true((int)list.count > MAX_DAMAGE);
    assert_in_range(count, 1, MAX_DAMAGE);
    for (size_t i = 0; i < list.count; i++) {
        bool covered = false;
        for (int k = 0; k < count; k++)
            covered = covered || rect_holds(rects[k], list.items[i].rect.x, list.items[i].rect.y);
        assert_true(covered);
    }
    draw_list_free(&list);
}

/* ---- any picture after any other --------------------------------------------------------------------- */

static int any(unsigned *seed, int below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (int)(*seed >> 16 & 0x7fff) % below;
}

static void add_any_item(struct draw_list *list, unsigned *seed)
{
    static const char *const texts[] = {"988", "help", "I need help now", "one small step"};
    struct draw item = {.kind = (enum draw_kind)any(seed, DRAW_PICTURE + 1),
                        .rect = {any(seed, WIDTH) - 20, any(seed, HEIGHT) - 20, any(seed, 200), any(seed, 100)},
                        .clip = {0, 0, WIDTH, HEIGHT},
                        .color = (color)any(seed, 3),
                        .width = 1 + any(seed, 6),
                        .px = 10 + any(seed, 20),
                        .text = texts[any(seed, 4)]};
    item.length = strlen(item.text);
    if (item.kind == DRAW_TEXT)
        item.rect.w = item.rect.h = 0;
    draw_list_add(list, item);
}

/* Keeps some items and changes the others, as a touch does. */
static void change_some_items(struct draw_list *list, unsigned *seed)
{
    int keep = any(seed, (int)list->count + 1);
    list->count = (size_t)keep;
    for (int added = any(seed, MOST_ITEMS); added > 0; added--)
        add_any_item(list, seed);
}

static void any_change_looks_as_if_all_were_drawn(void **state)
{
    (void)state;
    unsigned seed = 988;
    struct draw_list list = {0};
    for (int round = 0; round < 300; round++) {
        change_some_items(&list, &seed);
        draw_damage(&list);
        assert_as_if_all_were_drawn(&list);
    }
    draw_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_first_picture_is_drawn_whole, begins),
        cmocka_unit_test_setup(no_change_is_no_damage, begins),
        cmocka_unit_test_setup(only_around_a_change_is_drawn, begins),
        cmocka_unit_test_setup(what_went_away_is_drawn_over, begins),
        cmocka_unit_test_setup(what_moved_is_drawn_in_both_places, begins),
        cmocka_unit_test_setup(other_letters_at_the_same_address_are_a_change, begins),
        cmocka_unit_test_setup(the_same_letters_at_another_address_are_no_change, begins),
        cmocka_unit_test_setup(what_comes_to_lie_on_top_is_a_change, begins),
        cmocka_unit_test_setup(after_a_wipe_all_is_drawn_again, begins),
        cmocka_unit_test_setup(a_wipe_leaves_no_trace_of_what_was_shown, begins),
        cmocka_unit_test_setup(items_at_the_edges_and_beyond_do_no_harm, begins),
        cmocka_unit_test_setup(a_panel_larger_than_the_grid_is_covered_too, begins),
        cmocka_unit_test_setup(more_changes_than_there_are_rectangles_are_covered_too, begins),
        cmocka_unit_test_setup(any_change_looks_as_if_all_were_drawn, begins),
    };
    return cmocka_run_group_tests_name("damage", tests, NULL, NULL);
}
