/* Stories about fills, round corners, rings, shadows and gradients: what they cover, and that drawing a
 * screen in pieces cannot be told from drawing it at once. */
#include "board.h"

#include "rows.h"
#include "shapes.h"
#include "tiles.h"

#include <math.h>
#include <stdlib.h>

#define WHITE 0xFFFFFFFFu

static struct draw shape(enum draw_kind kind, struct rect rect, int radius, int width)
{
    return (struct draw){.kind = kind,
                         .rect = rect,
                         .clip = BOARD,
                         .radius = radius,
                         .width = width,
                         .corners = CORNERS_ALL,
                         .color = WHITE};
}

static void draw_within(struct board *board, struct rect clip, const struct draw *item)
{
    const struct pixmap pixmap = on(board);
    const struct canvas canvas = canvas_on(&pixmap, clip);
    struct tiles tiles = {0};
    if (item->kind == DRAW_FILL)
        shape_fill(&canvas, item->rect, item->color);
    else if (item->kind == DRAW_GRADIENT)
        shape_gradient(&canvas, item->rect, item->color, item->color2);
    else
        shape_round(&canvas, &tiles, item);
    tiles_free(&tiles);
}

static struct board drawn(struct draw item)
{
    struct board board;
    clean(&board);
    draw_within(&board, BOARD, &item);
    return board;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static int channel(uint32_t pixel, int shift)
{
    return (int)(pixel >> shift & 0xFF);
}

static void assert_mixed(uint32_t result, uint32_t under, uint32_t over, double share)
{
    for (int shift = 0; shift <= 16; shift += 8) {
        const double exact = channel(under, shift) * (1 - share) + channel(over, shift) * share;
        assert_true(fabs(channel(result, shift) - exact) <= 1.5);
    }
    assert_int_equal(result >> 24, 0xFF);
}

static void a_mask_mixes_each_pixel_by_what_it_covers(void **state)
{
    (void)state;
    uint32_t row[256];
    uint8_t mask[256];
    for (unsigned alpha = 0; alpha < 256; alpha += 17) {
        const uint32_t over = alpha << 24 | 0x00F08010u;
        for (int i = 0; i < 256; i++) {
            row[i] = GROUND;
            mask[i] = (uint8_t)i;
        }
        row_cover(row, 256, over, mask, 1);
        for (int i = 0; i < 256; i++)
            assert_mixed(row[i], GROUND, over, alpha / 255.0 * i / 255.0);
    }
}

static void nothing_leaves_a_pixel_and_everything_replaces_it(void **state)
{
    (void)state;
    const uint8_t mask[] = {0, 255, 0, 255, 255, 0, 0, 255, 0, 255, 255};
    uint32_t row[11];
    for (int i = 0; i < 11; i++)
        row[i] = GROUND;
    row_cover(row, 11, 0xFF123456u, mask, 1);
    for (int i = 0; i < 11; i++)
        assert_int_equal(row[i], mask[i] ? 0xFF123456u : GROUND);
}

static void a_row_of_any_length_stays_within_its_length(void **state)
{
    (void)state;
    for (int length = 0; length < 20; length++) {
        uint32_t row[24], pattern[8], source[24];
        uint8_t mask[24];
        memset(mask, 128, sizeof mask);
        memset(pattern, 0x80, sizeof pattern);
        memset(source, 0x80, sizeof source);
        for (int kind = 0; kind < 5; kind++) {
            for (int i = 0; i < 24; i++)
                row[i] = GROUND;
            if (kind == 0)
                row_fill(row, length, 0x80FFFFFFu);
            else if (kind == 1)
                row_pattern(row, length, pattern, 3);
            else if (kind == 2)
                row_over(row, length, source);
            else
                row_cover(row, length, WHITE, kind == 3 ? mask : mask + 23, kind == 3 ? 1 : -1);
            for (int i = 0; i < 24; i++)
                assert_int_equal(row[i] != GROUND, i < length);
        }
    }
}

static void a_mask_read_backward_is_its_mirror(void **state)
{
    (void)state;
    enum { LONG = 300 };
    uint32_t forward[LONG], backward[LONG];
    uint8_t mask[LONG];
    for (int i = 0; i < LONG; i++) {
        forward[i] = backward[i] = GROUND;
        mask[i] = (uint8_t)(i * 7 + i / 3);
    }
    row_cover(forward, LONG, WHITE, mask, 1);
    row_cover(backward, LONG, WHITE, mask + LONG - 1, -1);
    for (int i = 0; i < LONG; i++)
        assert_int_equal(forward[i], backward[LONG - 1 - i]);
}

/* ---- shapes ----------------------------------------------------------------------------------------- */

static void a_straight_edge_is_crisp(void **state)
{
    (void)state;
    const struct rect rect = {10, 20, 101, 61};
    const struct board board = drawn(shape(DRAW_ROUND, rect, 16, 0));
    assert_rect_equal(drawn_part(&board), rect);
    for (int x = 26; x < 95; x++) {
        assert_int_equal(at(&board, x, 20), WHITE);
        assert_int_equal(at(&board, x, 80), WHITE);
    }
    for (int y = 36; y < 65; y++) {
        assert_int_equal(at(&board, 10, y), WHITE);
        assert_int_equal(at(&board, 110, y), WHITE);
    }
}

static void assert_mirrored_all_ways(const struct board *board, struct rect rect)
{
    for (int y = 0; y < rect.h; y++)
        for (int x = 0; x < rect.w; x++) {
            const uint32_t pixel = at(board, rect.x + x, rect.y + y);
            assert_int_equal(pixel, at(board, rect.x + rect.w - 1 - x, rect.y + y));
            assert_int_equal(pixel, at(board, rect.x + x, rect.y + rect.h - 1 - y));
            if (rect.w == rect.h)
                assert_int_equal(pixel, at(board, rect.x + y, rect.y + x));
        }
}

static void a_round_corner_is_symmetric(void **state)
{
    (void)state;
    const enum draw_kind kinds[] = {DRAW_ROUND, DRAW_RING, DRAW_SHADOW};
    for (int radius = 0; radius <= 45; radius++)
        for (int kind = 0; kind < 3; kind++) {
            const struct board board = drawn(shape(kinds[kind], (struct rect){60, 50, 90, 90}, radius, 5));
            assert_mirrored_all_ways(&board, (struct rect){55, 45, 100, 100});
        }
}

static void a_circle_has_the_area_of_a_circle(void **state)
{
    (void)state;
    for (int radius = 3; radius < 90; radius += 7) {
        struct draw item = shape(DRAW_ROUND, (struct rect){5, 5, 2 * radius, 2 * radius}, radius, 0);
        const struct board board = drawn(item);
        double area = 0;
        for (int y = 0; y < BOARD_HEIGHT; y++)
            for (int x = 0; x < BOARD_WIDTH; x++)
                area += (channel(at(&board, x, y), 8) - 0x30) / (double)(0xFF - 0x30);
        const double exact = 3.14159265358979 * radius * radius;
        assert_true(fabs(area - exact) < exact * 0.004 + 0.5);
    }
}

static void a_radius_too_large_makes_a_pill(void **state)
{
    (void)state;
    const struct rect rect = {10, 20, 101, 41};
    const struct board pill = drawn(shape(DRAW_ROUND, rect, 20, 0));
    const struct board larger = drawn(shape(DRAW_ROUND, rect, 900, 0));
    assert_same_pixels(&pill, &larger);
    assert_mirrored_all_ways(&pill, rect);
}

static void a_corner_that_is_not_named_stays_square(void **state)
{
    (void)state;
    const struct rect rect = {10, 10, 60, 40};
    const int xs[] = {10, 69, 10, 69}, ys[] = {10, 10, 49, 49};
    for (unsigned corners = 0; corners <= CORNERS_ALL; corners++) {
        struct draw item = shape(DRAW_ROUND, rect, 12, 0);
        item.corners = corners;
        const struct board board = drawn(item);
        for (int i = 0; i < 4; i++)
            assert_int_equal(at(&board, xs[i], ys[i]), corners & 1u << i ? GROUND : WHITE);
    }
}

static void a_ring_leaves_its_inside_alone(void **state)
{
    (void)state;
    for (int radius = 0; radius <= 20; radius += 4)
        for (int width = 1; width <= 6; width++) {
            const struct board board = drawn(shape(DRAW_RING, (struct rect){10, 10, 60, 50}, radius, width));
            assert_int_equal(at(&board, 40, 10), WHITE);
            assert_int_equal(at(&board, 40, 10 + width - 1), WHITE);
            assert_int_equal(at(&board, 40, 10 + width), GROUND);
            assert_int_equal(at(&board, 10 + width, 35), GROUND);
            assert_int_equal(at(&board, 69 - width, 35), GROUND);
            assert_int_equal(at(&board, 69 - width + 1, 35), WHITE);
        }
}

static void a_ring_wider_than_its_shape_fills_it(void **state)
{
    (void)state;
    const struct rect rect = {10, 10, 30, 21};
    const struct board ring = drawn(shape(DRAW_RING, rect, 8, 50));
    const struct board full = drawn(shape(DRAW_ROUND, rect, 8, 0));
    assert_same_pixels(&ring, &full);
}

static void a_shadow_fades_outward_and_ends_at_its_reach(void **state)
{
    (void)state;
    const struct rect rect = {80, 60, 120, 80};
    const struct board board = drawn(shape(DRAW_SHADOW, rect, 20, 30));
    int before = 256;
    for (int y = 60 - 25; y >= 60 - 30; y--) {
        assert_true(channel(at(&board, 140, y), 0) <= before);
        before = channel(at(&board, 140, y), 0);
    }
    assert_true(channel(at(&board, 140, 59), 0) > channel(at(&board, 140, 45), 0));
    const struct rect part = drawn_part(&board), reach = {50, 30, 180, 140};
    assert_rect_equal(rect_intersection(part, reach), part);
    assert_true(part.w > 170 && part.h > 130);
}

static void a_shadow_leaves_out_what_its_shape_hides(void **state)
{
    (void)state;
    const struct board board = drawn(shape(DRAW_SHADOW, (struct rect){60, 40, 160, 120}, 20, 10));
    for (int y = 52; y < 148; y++)
        for (int x = 72; x < 208; x++)
            if ((x >= 82 && x < 198) || (y >= 62 && y < 138))
                assert_int_equal(at(&board, x, y), GROUND);
}

static void a_gradient_starts_and_ends_in_its_colors(void **state)
{
    (void)state;
    struct draw item = shape(DRAW_GRADIENT, (struct rect){0, 10, BOARD_WIDTH, 150}, 0, 0);
    item.color = 0xFF1E2A4Au;
    item.color2 = 0xFF40607Fu;
    const struct board board = drawn(item);
    for (int x = 0; x < BOARD_WIDTH; x++) {
        assert_int_equal(at(&board, x, 10), 0xFF1E2A4Au);
        assert_int_equal(at(&board, x, 159), 0xFF40607Fu);
        assert_int_equal(at(&board, x, 9), GROUND);
        assert_int_equal(at(&board, x, 160), GROUND);
    }
}

/* Over eight rows and columns the eye sees the mean; it must follow the exact color to a fraction of a shade. */
static void a_gradient_shows_no_bands(void **state)
{
    (void)state;
    struct draw item = shape(DRAW_GRADIENT, BOARD, 0, 0);
    item.color = 0xFF1E2A4Au;
    item.color2 = 0xFF28344Fu;
    const struct board board = drawn(item);
    for (int y = 0; y + 8 <= BOARD_HEIGHT; y += 8) {
        double sum = 0;
        for (int i = 0; i < 64; i++)
            sum += channel(at(&board, 100 + i % 8, y + i / 8), 0);
        const double exact = 0x4A + (0x4F - 0x4A) * (y + 3.5) / (BOARD_HEIGHT - 1);
        assert_true(fabs(sum / 64 - exact) < 0.1);
    }
}

/* ---- pieces ----------------------------------------------------------------------------------------- */

static uint32_t chance(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int between(uint32_t *seed, int least, int most)
{
    return least + (int)(chance(seed) % (uint32_t)(most - least + 1));
}

static struct draw any_shape(uint32_t *seed)
{
    const enum draw_kind kinds[] = {DRAW_FILL, DRAW_ROUND, DRAW_RING, DRAW_SHADOW, DRAW_GRADIENT};
    const struct rect rect = {between(seed, -40, 300), between(seed, -40, 180), between(seed, 1, 250),
                              between(seed, 1, 180)};
    struct draw item = shape(kinds[between(seed, 0, 4)], rect, between(seed, 0, 60), between(seed, 0, 30));
    item.corners = chance(seed) & CORNERS_ALL;
    item.color = chance(seed) << 8 ^ chance(seed);
    item.color2 = chance(seed) << 8 ^ chance(seed);
    return item;
}

static void drawing_in_pieces_gives_the_same_pixels(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 300; round++) {
        struct board whole, pieces;
        const struct draw item = any_shape(&seed);
        const int step = between(&seed, 1, 90);
        clean(&whole);
        clean(&pieces);
        draw_within(&whole, BOARD, &item);
        for (int y = 0; y < BOARD_HEIGHT; y += step)
            for (int x = 0; x < BOARD_WIDTH; x += step + 13)
                draw_within(&pieces, (struct rect){x, y, step + 13, step}, &item);
        assert_same_pixels(&whole, &pieces);
    }
}

static void nothing_is_drawn_outside_the_clip(void **state)
{
    (void)state;
    uint32_t seed = 11;
    for (int round = 0; round < 300; round++) {
        struct board board;
        const struct draw item = any_shape(&seed);
        const struct rect clip = {between(&seed, -20, 300), between(&seed, -20, 180), between(&seed, 0, 90),
                                  between(&seed, 0, 90)};
        clean(&board);
        draw_within(&board, clip, &item);
        const struct rect part = drawn_part(&board);
        if (!rect_empty(part))
            assert_rect_equal(rect_intersection(part, clip), part);
    }
}

static void a_corner_asked_for_again_is_not_worked_out_again(void **state)
{
    (void)state;
    struct tiles tiles = {0};
    const struct tile *first = tile_of(&tiles, TILE_ROUND, 24, 0);
    for (int i = 0; i < TILES_KEPT - 1; i++)
        tile_of(&tiles, TILE_RING, 24, i + 1);
    assert_ptr_equal(tile_of(&tiles, TILE_ROUND, 24, 0), first);
    for (int i = 0; i < 10 * TILES_KEPT; i++)
        assert_int_equal(tile_of(&tiles, TILE_SHADOW, i, 3)->radius, i);
    tiles_free(&tiles);
}

/* ---- the list of commands --------------------------------------------------------------------------- */

static void what_cannot_be_seen_is_not_listed(void **state)
{
    (void)state;
    struct draw_list list = {0};
    struct draw item = shape(DRAW_FILL, (struct rect){10, 10, 0, 20}, 0, 0);
    draw_list_add(&list, item);
    item.rect = (struct rect){400, 10, 20, 20};
    draw_list_add(&list, item);
    assert_int_equal(list.count, 0);
    item.rect = (struct rect){300, 190, 40, 40};
    draw_list_add(&list, item);
    assert_int_equal(list.count, 1);
    assert_rect_equal(list.items[0].bounds, (struct rect){300, 190, 20, 10});
    draw_list_free(&list);
}

static void a_shadow_is_listed_with_its_reach(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, shape(DRAW_SHADOW, (struct rect){50, 50, 20, 20}, 4, 7));
    assert_rect_equal(list.items[0].bounds, (struct rect){43, 43, 34, 34});
    draw_list_free(&list);
}

static void a_list_keeps_its_order_and_its_memory(void **state)
{
    (void)state;
    struct draw_list list = {0};
    for (int i = 0; i < 1000; i++)
        draw_list_add(&list, shape(DRAW_FILL, (struct rect){i % 300, 1, 1, 1}, i, 0));
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list.items[i].radius, i);
    const struct draw *items = list.items;
    draw_list_clear(&list);
    for (int i = 0; i < 1000; i++)
        draw_list_add(&list, shape(DRAW_FILL, BOARD, i, 0));
    assert_ptr_equal(list.items, items);
    draw_list_free(&list);
}

static void a_wiped_list_holds_no_byte_of_what_it_held(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_list_add(&list, shape(DRAW_ROUND, BOARD, 3, 0));
    draw_list_wipe(&list);
    const unsigned char *bytes = (const unsigned char *)list.items;
    for (size_t i = 0; i < list.room * sizeof *list.items; i++)
        assert_int_equal(bytes[i], 0);
    assert_int_equal(list.count, 0);
    draw_list_free(&list);
}

static void rectangles_meet_and_join(void **state)
{
    (void)state;
    const struct rect a = {0, 0, 10, 10}, b = {5, 6, 10, 10}, empty = {90, 90, 0, 5};
    assert_rect_equal(rect_intersection(a, b), (struct rect){5, 6, 5, 4});
    assert_rect_equal(rect_union(a, b), (struct rect){0, 0, 15, 16});
    assert_rect_equal(rect_union(a, empty), a);
    assert_rect_equal(rect_union(empty, b), b);
    assert_true(rect_empty(rect_intersection(a, (struct rect){10, 0, 5, 5})));
    assert_true(rect_empty(rect_intersection(a, empty)));
    assert_true(rect_holds(a, 9, 9) && !rect_holds(a, 10, 9) && !rect_holds(a, -1, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mask_mixes_each_pixel_by_what_it_covers),
        cmocka_unit_test(nothing_leaves_a_pixel_and_everything_replaces_it),
        cmocka_unit_test(a_row_of_any_length_stays_within_its_length),
        cmocka_unit_test(a_mask_read_backward_is_its_mirror),
        cmocka_unit_test(a_straight_edge_is_crisp),
        cmocka_unit_test(a_round_corner_is_symmetric),
        cmocka_unit_test(a_circle_has_the_area_of_a_circle),
        cmocka_unit_test(a_radius_too_large_makes_a_pill),
        cmocka_unit_test(a_corner_that_is_not_named_stays_square),
        cmocka_unit_test(a_ring_leaves_its_inside_alone),
        cmocka_unit_test(a_ring_wider_than_its_shape_fills_it),
        cmocka_unit_test(a_shadow_fades_outward_and_ends_at_its_reach),
        cmocka_unit_test(a_shadow_leaves_out_what_its_shape_hides),
        cmocka_unit_test(a_gradient_starts_and_ends_in_its_colors),
        cmocka_unit_test(a_gradient_shows_no_bands),
        cmocka_unit_test(drawing_in_pieces_gives_the_same_pixels),
        cmocka_unit_test(nothing_is_drawn_outside_the_clip),
        cmocka_unit_test(a_corner_asked_for_again_is_not_worked_out_again),
        cmocka_unit_test(what_cannot_be_seen_is_not_listed),
        cmocka_unit_test(a_shadow_is_listed_with_its_reach),
        cmocka_unit_test(a_list_keeps_its_order_and_its_memory),
        cmocka_unit_test(a_wiped_list_holds_no_byte_of_what_it_held),
        cmocka_unit_test(rectangles_meet_and_join),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
