/* Stories about plain SVG pictures: they look as SDL2_image draws them, and what is not plain is left to it. */
#include "board.h"

#include "raster.h"
#include "vector.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SVG_OPEN "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 200'>"

static char folder[] = "/tmp/iop-vector-XXXXXX";

static struct board drawn(const char *svg, struct rect place, int step)
{
    struct board board;
    const struct pixmap pixmap = on(&board);
    struct vector *vector = vector_read(svg, strlen(svg));
    if (!vector)
        fail_msg("not understood: %s", svg);
    clean(&board);
    for (int y = 0; y < BOARD_HEIGHT; y += step)
        for (int x = 0; x < BOARD_WIDTH; x += step) {
            const struct canvas canvas = canvas_on(&pixmap, (struct rect){x, y, step, step});
            vector_draw(vector, &canvas, place);
        }
    vector_free(vector);
    return board;
}

/* An id changes nothing, but nothing that is not understood is drawn here: SDL2_image gets it. */
static struct board drawn_by_sdl(const char *svg, struct rect place)
{
    char path[512];
    const char *const folders[] = {folder, NULL}, *cause, *name = "other.svg";
    struct board board;
    struct pixmap pixmap = on(&board);
    struct draw_list list = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "<svg id='other'%s", svg + strlen("<svg"));
    fclose(file);
    struct raster *raster = raster_open(folders, &cause);
    clean(&board);
    draw_list_add(
        &list, (struct draw){.kind = DRAW_PICTURE, .rect = place, .clip = BOARD, .text = name, .length = strlen(name)});
    raster_draw(raster, &pixmap, &list, BOARD);
    draw_list_free(&list);
    raster_close(raster);
    return board;
}

static int largest_difference(uint32_t a, uint32_t b)
{
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        const int difference = abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
        largest = difference > largest ? difference : largest;
    }
    return largest;
}

/* Edges may differ by how finely each draws them, and grounds by a shade or two of dither. */
static void assert_looks_like_sdls(const char *svg, struct rect place)
{
    const struct board ours = drawn(svg, place, 1000), theirs = drawn_by_sdl(svg, place);
    int off = 0, far_off = 0;
    for (int y = 0; y < BOARD_HEIGHT; y++)
        for (int x = 0; x < BOARD_WIDTH; x++) {
            const int difference = largest_difference(at(&ours, x, y), at(&theirs, x, y));
            off += difference > 5;
            far_off += difference > 70;
        }
    if (off > 900 || far_off > 4)
        fail_msg("%d pixels differ, %d of them much: %s", off, far_off, svg);
    assert_true(!rect_empty(drawn_part(&ours)));
}

/* ---- what is drawn ---------------------------------------------------------------------------------- */

static void shapes_look_as_sdl2_image_draws_them(void **state)
{
    (void)state;
    const char *const pictures[] = {
        SVG_OPEN "<rect x='20' y='30' width='100' height='50' fill='#FF8040'/></svg>",
        SVG_OPEN "<circle cx='100' cy='90' r='60' fill='#FFD48A'/><ellipse cx='200' cy='90' rx='80' ry='30.5'/></svg>",
        SVG_OPEN "<path d='M10 10L150 20 300,100 H200 V150 Z M20 180H60V190H20Z' fill='#0F6B63'/></svg>",
        SVG_OPEN "<path d='M0 100C50 20 100 180 160 100S 250 40 320 90V200H0Z' fill='#1E2A4A'/></svg>",
        SVG_OPEN "<path d='M100 10L160 190L10 70H190L40 190Z' fill='#00FF00'/></svg>",
        SVG_OPEN "<g fill='#FF0000' fill-opacity='0.5'><rect width='100' height='100'/><g fill='#0000FF'>"
                 "<rect x='50' y='50' width='100' height='100'/><rect x='200' width='50' height='50' "
                 "fill-opacity='1'/></g></g><rect x='280' width='40' height='40' fill='none'/></svg>",
    };
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
        assert_looks_like_sdls(pictures[i], BOARD);
}

static void gradients_look_as_sdl2_image_draws_them(void **state)
{
    (void)state;
    const char *const heads[] = {
        "<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='0' y1='20' x2='0' y2='180'>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='40' y1='0' x2='300' y2='0'>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='40' y1='20' x2='200' y2='180'>",
        "<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='160' cy='80' r='120'>",
        "<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='0' cy='0' r='1' "
        "gradientTransform='translate(150 120) scale(140 60)'>",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char svg[1024];
        snprintf(svg, sizeof svg,
                 SVG_OPEN "<defs>%s<stop offset='0.1' stop-color='#FFD9A0'/><stop offset='0.6' "
                          "stop-color='#B97F90' stop-opacity='0.7'/><stop offset='1' stop-color='#14203F' "
                          "stop-opacity='0'/></%.14s></defs><rect width='320' height='200' fill='url(#a)'/></svg>",
                 heads[i], heads[i] + 1);
        assert_looks_like_sdls(svg, BOARD);
    }
}

static void a_picture_covers_its_place_from_the_middle(void **state)
{
    (void)state;
    const char *const svg =
        "<svg viewBox='100 50 200 200'><rect x='100' y='50' width='200' height='200' fill='#FF0000'/>"
        "<circle cx='200' cy='150' r='90' fill='#0000FF'/></svg>";
    assert_looks_like_sdls(svg, (struct rect){20, 30, 250, 60});
    assert_looks_like_sdls(svg, (struct rect){100, 10, 50, 180});
    const struct rect place = {20, 30, 250, 60};
    const struct board board = drawn(svg, place, 1000);
    assert_rect_equal(drawn_part(&board), place);
}

static const char *const BUSY = SVG_OPEN
    "<defs><linearGradient id='a' gradientUnits='userSpaceOnUse' x1='0' y1='0' x2='0' y2='200'><stop offset='0' "
    "stop-color='#14203F'/><stop offset='1' stop-color='#56728A'/></linearGradient><radialGradient id='b' "
    "gradientUnits='userSpaceOnUse' cx='160' cy='100' r='120'><stop offset='0' stop-color='#FFF6E0'/><stop "
    "offset='1' stop-color='#B97F90' stop-opacity='0'/></radialGradient></defs><rect width='320' height='200' "
    "fill='url(#a)'/><circle cx='160.3' cy='99.7' r='120' fill='url(#b)'/><path d='M-40 120C50 20 100 180 160 "
    "100S250 40 420 90V300H-40Z' fill='#27695F' fill-opacity='0.8'/></svg>";

static void a_picture_drawn_in_pieces_gives_the_same_pixels(void **state)
{
    (void)state;
    const struct board whole = drawn(BUSY, BOARD, 1000);
    const int steps[] = {1, 7, 33, 64, 150};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const struct board pieces = drawn(BUSY, BOARD, steps[i]);
        assert_same_pixels(&whole, &pieces);
    }
}

static int plain_pictures_in(const char *where, const char *name)
{
    DIR *pictures = opendir(where);
    int seen = 0;
    assert_non_null(pictures);
    for (struct dirent *entry = readdir(pictures); entry; entry = readdir(pictures)) {
        char path[1024];
        static char bytes[100000];
        if (!strstr(entry->d_name, name) || !strstr(entry->d_name, ".svg"))
            continue;
        snprintf(path, sizeof path, "%s/%s", where, entry->d_name);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        struct vector *vector = vector_read(bytes, fread(bytes, 1, sizeof bytes, file));
        if (!vector)
            fail_msg("%s is not plain: it would take ten times as long to draw", path);
        vector_free(vector);
        fclose(file);
        seen++;
    }
    closedir(pictures);
    return seen;
}

static void the_pictures_of_the_product_are_plain(void **state)
{
    (void)state;
    assert_true(plain_pictures_in(IOP_SOURCE_DIR "/assets/pictures", "attract") >= 2);
    assert_true(plain_pictures_in(IOP_SOURCE_DIR "/content/pictures", "part-") >= 7);
}

/* ---- what is not ------------------------------------------------------------------------------------ */

static void what_is_not_understood_is_refused_as_a_whole(void **state)
{
    (void)state;
    const char *const parts[] = {
        "<text>hello</text>",
        "<image href='x.png'/>",
        "<rect width='9' height='9' stroke='#000000'/>",
        "<rect width='9' height='9' transform='scale(2)'/>",
        "<rect width='9' height='9' style='fill:red'/>",
        "<rect width='9' height='9' fill='red'/>",
        "<rect width='9' height='9' fill='#FFF'/>",
        "<rect width='9' height='9' fill='url(#nowhere)'/>",
        "<rect width='9' height='9' fill-opacity='2'/>",
        "<rect width='50%' height='9'/>",
        "<rect width='9px' height='9'/>",
        "<rect width='9' height='9' rx='3'/>",
        "<rect width='-9' height='9'/>",
        "<rect width='nan' height='9'/>",
        "<rect width='1e30' height='9'/>",
        "<rect width='9' height='9'>",
        "<rect width=9 height=9/>",
        "<rect width='9' height='9/>",
        "<path d='m0 0l9 9'/>",
        "<path d='M0 0A5 5 0 0 1 9 9'/>",
        "<path d='M0 0Q5 5 9 9'/>",
        "<path d='M0'/>",
        "<path d='L5 5'/>",
        "<path d='M0 0L5 5ZL9 9'/>",
        "<path d='0 0 5 5'/>",
        "<path/>",
        "<defs><rect width='9' height='9'/></defs>",
        "<linearGradient id='a'><stop offset='0'/></linearGradient>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse'></linearGradient>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='1' x2='1'><stop offset='0'/></linearGradient>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse' spreadMethod='reflect'><stop "
        "offset='0'/></linearGradient>",
        "<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='1' cy='1' r='0'><stop offset='0'/></radialGradient>",
        "<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='1' cy='1' r='5' fx='2'><stop offset='0'/>"
        "</radialGradient>",
        "</g>",
        "<g><g><g><g><g><g><g><g><g></g></g></g></g></g></g></g></g></g>",
        "<g>",
        "<!-- no end",
        "<",
        "<svg viewBox='0 0 1 1'>",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char svg[1024];
        snprintf(svg, sizeof svg, SVG_OPEN "<rect width='5' height='5'/>%s</svg>", parts[i]);
        struct vector *vector = vector_read(svg, strlen(svg));
        if (vector)
            fail_msg("taken for plain: %s", parts[i]);
    }
}

static void a_picture_without_shapes_or_size_is_refused(void **state)
{
    (void)state;
    const char *const pictures[] = {
        "",
        "not a picture",
        "<rect width='5' height='5'/>",
        SVG_OPEN "</svg>",
        "<svg><rect width='5' height='5'/></svg>",
        "<svg viewBox='0 0 0 9'><rect width='5' height='5'/></svg>",
        "<svg viewBox='0 0 9'><rect width='5' height='5'/></svg>",
        "<svg width='10' height='20' viewBox='0 0 10 10'><rect width='5' height='5'/></svg>",
    };
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
        assert_null(vector_read(pictures[i], strlen(pictures[i])));
}

static void more_than_there_is_room_for_is_refused(void **state)
{
    (void)state;
    static char svg[400000];
    const char *const parts[] = {
        "<rect width='5' height='5'/>",
        "<path d='M0 0L1 1L2 2L3 3L4 4L5 5L6 6L7 7L8 8L9 9L1 2Z'/>",
        "<path d='M0 0ZM0 0ZM0 0ZM0 0Z'/>",
        "<linearGradient id='a' gradientUnits='userSpaceOnUse'><stop offset='0'/></linearGradient><stop offset='0'/>",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = (size_t)sprintf(svg, SVG_OPEN);
        while (length < 300000)
            length += (size_t)sprintf(svg + length, "%s", parts[i]);
        sprintf(svg + length, "<rect width='5' height='5'/></svg>");
        assert_null(vector_read(svg, strlen(svg)));
    }
}

/* Nothing is asserted but that it ends, and, with sanitizers, that no memory is touched that is not its own. */
static void damaged_files_do_no_harm(void **state)
{
    (void)state;
    char svg[2048];
    uint32_t seed = 5;
    const size_t size = strlen(BUSY);
    for (size_t cut = 0; cut < size; cut++)
        vector_free(vector_read(BUSY, cut));
    for (int round = 0; round < 3000; round++) {
        memcpy(svg, BUSY, size + 1);
        for (int hit = 0; hit < 3; hit++) {
            seed = seed * 1664525u + 1013904223u;
            svg[(seed >> 8) % size] = "0123456789.-<>/'\"=MLZCSHV #"[(seed >> 3) % 27];
        }
        struct board board;
        const struct pixmap pixmap = on(&board);
        const struct canvas canvas = canvas_on(&pixmap, BOARD);
        struct vector *vector = vector_read(svg, size);
        clean(&board);
        if (vector)
            vector_draw(vector, &canvas, BOARD);
        vector_free(vector);
    }
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[64];
    (void)state;
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_look_as_sdl2_image_draws_them),
        cmocka_unit_test(gradients_look_as_sdl2_image_draws_them),
        cmocka_unit_test(a_picture_covers_its_place_from_the_middle),
        cmocka_unit_test(a_picture_drawn_in_pieces_gives_the_same_pixels),
        cmocka_unit_test(the_pictures_of_the_product_are_plain),
        cmocka_unit_test(what_is_not_understood_is_refused_as_a_whole),
        cmocka_unit_test(a_picture_without_shapes_or_size_is_refused),
        cmocka_unit_test(more_than_there_is_room_for_is_refused),
        cmocka_unit_test(damaged_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
