/* Stories about letters and pictures: where they stand, what is remembered, and how all of it is forgotten.
 * Nothing here needs a display. */
#include "board.h"

#include "raster.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <threads.h>
#include <unistd.h>

#define WHITE 0xFFFFFFFFu

static char folder[] = "/tmp/iop-pictures-XXXXXX";

static struct raster *open_raster(void)
{
    const char *const folders[] = {folder, NULL};
    const char *cause;
    struct raster *raster = raster_open(folders, &cause);
    if (!raster)
        fail_msg("%s", cause);
    return raster;
}

static struct draw words(const char *text, enum face face, int px, int x, int baseline)
{
    return (struct draw){.kind = DRAW_TEXT,
                         .rect = {x, baseline, 0, 0},
                         .clip = BOARD,
                         .bounds = BOARD,
                         .color = WHITE,
                         .face = face,
                         .px = px,
                         .text = text,
                         .length = strlen(text)};
}

static struct draw picture(const char *name, struct rect rect)
{
    return (struct draw){.kind = DRAW_PICTURE, .rect = rect, .clip = BOARD, .text = name, .length = strlen(name)};
}

static void draw_within(struct raster *raster, struct board *board, struct rect clip, struct draw item)
{
    struct pixmap pixmap = on(board);
    struct draw_list list = {0};
    draw_list_add(&list, item);
    raster_draw(raster, &pixmap, &list, clip);
    draw_list_free(&list);
}

static struct board drawn_by(struct raster *raster, struct draw item)
{
    struct board board;
    clean(&board);
    draw_within(raster, &board, BOARD, item);
    return board;
}

static struct board drawn(struct draw item)
{
    struct raster *raster = open_raster();
    const struct board board = drawn_by(raster, item);
    raster_close(raster);
    return board;
}

static int width(struct raster *raster, enum face face, int px, const char *text)
{
    const struct metrics metrics = raster_metrics(raster);
    return metrics.width(metrics.context, face, px, text, strlen(text));
}

/* ---- letters ---------------------------------------------------------------------------------------- */

static void a_letter_stands_on_its_baseline(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct metrics metrics = raster_metrics(raster);
    for (enum face face = FACE_REGULAR; face <= FACE_HEAVY; face++)
        for (int px = 20; px <= 120; px += 50) {
            const struct board board = drawn_by(raster, words("H", face, px, 50, 150));
            const struct rect part = drawn_part(&board);
            assert_int_equal(part.y + part.h, 150);
            assert_true(fabs((double)part.h - (double)px * (double)metrics.cap_height(metrics.context, face)) < 1.5);
            assert_true(part.x >= 50 && part.x <= 50 + px / 5);
        }
    raster_close(raster);
}

static void an_accent_on_a_capital_does_not_move_the_line(void **state)
{
    (void)state;
    const struct board plain = drawn(words("I", FACE_HEAVY, 100, 50, 150));
    const struct board accented = drawn(words("Í", FACE_HEAVY, 100, 50, 150));
    const struct board high = drawn(words("Ǘ", FACE_HEAVY, 100, 50, 150));
    const struct rect part = drawn_part(&accented), higher = drawn_part(&high);
    assert_int_equal(part.y + part.h, 150);
    assert_true(part.h > drawn_part(&plain).h + 10);
    assert_in_range(higher.y + higher.h, 150, 152);
    for (int y = 100; y < 150; y++)
        assert_int_equal(at(&plain, 64, y), at(&accented, 64, y));
}

static void a_letter_may_reach_over_its_own_width(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct board left = drawn_by(raster, words("j", FACE_ITALIC, 100, 60, 120));
    const struct board right = drawn_by(raster, words("f", FACE_ITALIC, 100, 60, 120));
    const struct rect part = drawn_part(&right);
    assert_in_range(drawn_part(&left).x, 40, 59);
    assert_in_range(part.x + part.w, 60 + width(raster, FACE_ITALIC, 100, "f") + 2, 110);
    raster_close(raster);
}

static void an_icon_fills_its_box_above_the_baseline(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct metrics metrics = raster_metrics(raster);
    const struct board board = drawn_by(raster, words("home", FACE_ICON, 96, 40, 150));
    const struct rect box = {40, 54, 96, 96}, part = drawn_part(&board);
    assert_int_equal(width(raster, FACE_ICON, 96, "home"), 96);
    assert_true(metrics.cap_height(metrics.context, FACE_ICON) == 1.0F);
    assert_rect_equal(rect_intersection(part, box), part);
    assert_in_range(2 * part.x + part.w, 2 * box.x + box.w - 3, 2 * box.x + box.w + 3);
    assert_true(part.h > 60);
    raster_close(raster);
}

static void a_line_measures_the_same_in_one_piece_and_in_many(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const int whole = width(raster, FACE_BOLD, 31, "Call or text 988, free, day or night.");
    const int parts = width(raster, FACE_BOLD, 31, "Call or text ") + width(raster, FACE_BOLD, 31, "988,") +
                      width(raster, FACE_BOLD, 31, " free, day") + width(raster, FACE_BOLD, 31, " or night.");
    assert_int_equal(whole, parts);
    assert_true(whole > 400 && whole < 700);
    assert_int_equal(width(raster, FACE_BOLD, 31, ""), 0);
    raster_close(raster);
}

/* Twice the size is twice as wide, to a quarter of a pixel for each word. */
static void widths_grow_with_the_size(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const int small = width(raster, FACE_REGULAR, 30, "confidential"),
              large = width(raster, FACE_REGULAR, 300, "confidential");
    assert_true(abs(small * 10 - large) <= 5 + 3);
    raster_close(raster);
}

static void ligatures_and_kerning_are_on(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const int letters = width(raster, FACE_REGULAR, 200, "A") + width(raster, FACE_REGULAR, 200, "V");
    assert_true(width(raster, FACE_REGULAR, 200, "AV") < letters - 5);
    const struct board joined = drawn_by(raster, words("fi", FACE_REGULAR, 120, 50, 150));
    const struct board apart = drawn_by(raster, words("f\u200Ci", FACE_REGULAR, 120, 50, 150));
    assert_memory_not_equal(&joined, &apart, sizeof joined);
    raster_close(raster);
}

static void text_drawn_in_pieces_gives_the_same_pixels(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct draw item = words("Take your time, jefa. Ñandú", FACE_ITALIC, 41, 7, 90);
    const struct board whole = drawn_by(raster, item);
    for (int step = 1; step < 100; step += 9) {
        struct board pieces;
        clean(&pieces);
        for (int y = 0; y < BOARD_HEIGHT; y += step)
            for (int x = 0; x < BOARD_WIDTH; x += step + 3)
                draw_within(raster, &pieces, (struct rect){x, y, step + 3, step}, item);
        assert_same_pixels(&whole, &pieces);
    }
    raster_close(raster);
}

static void every_start_draws_the_same_pixels(void **state)
{
    (void)state;
    const struct draw item = words("What would help today?", FACE_HEAVY, 44, 10, 100);
    const struct board one = drawn(item), two = drawn(item);
    assert_same_pixels(&one, &two);
}

static void a_missing_glyph_comes_from_another_font(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct board thai = drawn_by(raster, words("ก", FACE_REGULAR, 90, 50, 150));
    const struct board other = drawn_by(raster, words("ข", FACE_REGULAR, 90, 50, 150));
    const struct board nobody = drawn_by(raster, words("\U0010FFFD", FACE_REGULAR, 90, 50, 150));
    assert_memory_not_equal(&thai, &nobody, sizeof thai);
    assert_memory_not_equal(&thai, &other, sizeof thai);
    const int mixed = width(raster, FACE_REGULAR, 90, "abกcd");
    assert_int_equal(mixed, width(raster, FACE_REGULAR, 90, "ab") + width(raster, FACE_REGULAR, 90, "ก") +
                                width(raster, FACE_REGULAR, 90, "cd"));
    raster_close(raster);
}

/* ---- what is remembered ----------------------------------------------------------------------------- */

static void a_word_is_drawn_once_and_remembered(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    for (int i = 0; i < 5; i++)
        drawn_by(raster, words("one two one", FACE_REGULAR, 30, 10, 50 + i));
    assert_int_equal(raster_counts(raster).words_rendered, 3); /* one, two, and the space */
    assert_int_equal(raster_counts(raster).words_cached, 3);
    for (int i = 0; i < 5; i++)
        width(raster, FACE_REGULAR, 30, "one two three");
    assert_int_equal(raster_counts(raster).widths_measured, 4);
    drawn_by(raster, words("one", FACE_BOLD, 30, 10, 50));
    drawn_by(raster, words("one", FACE_REGULAR, 31, 10, 50));
    assert_int_equal(raster_counts(raster).words_rendered, 5);
    raster_close(raster);
}

static void when_memory_is_full_the_oldest_words_go_and_the_rest_stay_right(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    char word[32];
    for (int i = 0; i < 3000; i++) {
        snprintf(word, sizeof word, "word%dof%d", i, 7 * i);
        drawn_by(raster, words(word, FACE_BOLD, i % 7 == 0 ? 90 : 24, 10, 100));
    }
    assert_in_range(raster_counts(raster).words_cached, 100, 2990);
    for (int i = 2999; i > 2900; i -= 11) {
        snprintf(word, sizeof word, "word%dof%d", i, 7 * i);
        const struct draw item = words(word, FACE_BOLD, i % 7 == 0 ? 90 : 24, 10, 100);
        const struct board kept = drawn_by(raster, item), fresh = drawn(item);
        assert_same_pixels(&kept, &fresh);
    }
    raster_close(raster);
}

static void a_word_too_large_to_keep_is_drawn_all_the_same(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    const struct draw item = words("MMMMMMMM", FACE_HEAVY, 590, -300, 400);
    const struct board first = drawn_by(raster, item), again = drawn_by(raster, item);
    assert_true(drawn_part(&first).w > 200);
    assert_same_pixels(&first, &again);
    assert_int_equal(raster_counts(raster).words_cached, 0);
    raster_close(raster);
}

static void any_number_of_sizes_can_be_used(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    for (int round = 0; round < 2; round++)
        for (int px = 1; px < 80; px++)
            assert_true(width(raster, FACE_REGULAR, px, round ? "again" : "size") > 0);
    assert_int_equal(width(raster, FACE_REGULAR, 5000, "size") > 0, 1);
    raster_close(raster);
}

/* A word no one else uses, spelled backward so that the program itself does not hold it. */
static const char BACKWARD[] = "yvaehtoosimdrowterces";

enum { BACKWARD_LENGTH = sizeof BACKWARD - 1 };

static void turn(char word[BACKWARD_LENGTH + 1])
{
    for (size_t i = 0; i < BACKWARD_LENGTH; i++)
        word[i] = BACKWARD[BACKWARD_LENGTH - 1 - i];
    word[BACKWARD_LENGTH] = '\0';
}

#ifndef __SANITIZE_ADDRESS__ /* which keeps freed memory as it was, on purpose */

/* Is the word at this place, spelled in bytes? */
static bool is_spelled_at(const unsigned char *place, size_t stride)
{
    (void)stride;
    for (size_t i = 0; i < BACKWARD_LENGTH; i++)
        if (place[i] != (unsigned char)BACKWARD[BACKWARD_LENGTH - 1 - i])
            return false;
    return true;
}

static uint32_t number_at(const unsigned char *place)
{
    uint32_t number;
    memcpy(&number, place, sizeof number);
    return number;
}

/* Do the numbers here, `stride` bytes apart, repeat just as the word's letters do? Fonts and shaping know
 * letters by numbers of their own. */
static bool is_numbered_at(const unsigned char *place, size_t stride)
{
    for (size_t i = 0; i < BACKWARD_LENGTH; i++)
        for (size_t j = 0; j < i; j++) {
            const bool same_letter = BACKWARD[BACKWARD_LENGTH - 1 - i] == BACKWARD[BACKWARD_LENGTH - 1 - j];
            if (same_letter != (number_at(place + i * stride) == number_at(place + j * stride)))
                return false;
        }
    return true;
}

/* Does any memory this process can write to hold `size` bytes of which is_at() is true? */
static bool memory_holds(bool (*is_at)(const unsigned char *place, size_t stride), size_t size, size_t stride)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[512];
    bool found = false;
    assert_non_null(maps);
    while (!found && fgets(line, sizeof line, maps)) {
        uintptr_t from, to;
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR, &from, &to) != 2 || !strstr(line, " rw"))
            continue;
        for (uintptr_t at_byte = from; !found && at_byte + size <= to; at_byte++)
            found = is_at((const unsigned char *)at_byte, stride);
    }
    fclose(maps);
    return found;
}

/* 12 and 20 bytes: what SDL_ttf and HarfBuzz keep for each glyph. */
static bool memory_holds_glyphs(void)
{
    return memory_holds(is_numbered_at, BACKWARD_LENGTH * 4, 4) ||
           memory_holds(is_numbered_at, BACKWARD_LENGTH * 12, 12) ||
           memory_holds(is_numbered_at, BACKWARD_LENGTH * 20, 20);
}

static void after_forget_no_byte_of_a_word_is_left(void **state)
{
    (void)state;
    char word[BACKWARD_LENGTH + 1];
    struct raster *raster = open_raster();
    turn(word);
    for (int px = 10; px < 60; px++)
        drawn_by(raster, words(word, FACE_REGULAR, px, 5, 100));
    width(raster, FACE_HEAVY, 28, word);
    assert_true(memory_holds(is_spelled_at, BACKWARD_LENGTH, 0));
    assert_true(memory_holds_glyphs());
    explicit_bzero(word, sizeof word);
    raster_forget(raster);
    assert_false(memory_holds(is_spelled_at, BACKWARD_LENGTH, 0));
    assert_false(memory_holds_glyphs());
    raster_close(raster);
}

/* One row of the word's picture as the story knows it: every byte turned into its opposite. */
static uint8_t opposite[180];

static bool is_row_at(const unsigned char *place, size_t stride)
{
    (void)stride;
    for (size_t i = 0; i < sizeof opposite; i++)
        if (place[i] != 255 - opposite[i])
            return false;
    return true;
}

static void after_forget_no_row_of_a_words_picture_is_left(void **state)
{
    (void)state;
    char word[BACKWARD_LENGTH + 1];
    struct board board = {0};
    struct raster *raster = open_raster();
    turn(word);
    draw_within(raster, &board, BOARD, words(word, FACE_REGULAR, 28, 0, 100));
    for (int i = 0; i < (int)sizeof opposite; i++)
        opposite[i] = (uint8_t)(255 - (at(&board, 20 + i, 93) & 0xFF));
    assert_true(memory_holds(is_row_at, sizeof opposite, 0));
    raster_forget(raster);
    assert_false(memory_holds(is_row_at, sizeof opposite, 0));
    raster_close(raster);
}

#endif

static void after_forget_the_counts_are_zero_and_drawing_goes_on(void **state)
{
    (void)state;
    struct raster *raster = open_raster();
    char word[BACKWARD_LENGTH + 1];
    turn(word);
    const struct draw item = words(word, FACE_BOLD, 28, 10, 100);
    const struct board before = drawn_by(raster, item);
    raster_forget(raster);
    assert_int_equal(raster_counts(raster).words_cached, 0);
    assert_int_equal(raster_counts(raster).widths_cached, 0);
    const struct board after = drawn_by(raster, item);
    assert_same_pixels(&before, &after);
    raster_close(raster);
}

/* ---- pictures --------------------------------------------------------------------------------------- */

static void put_file(const char *name, const char *content, size_t size)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content, 1, size, file), size);
    fclose(file);
}

/* Left half blue, right half red. Plain ones are drawn as shapes, others by SDL2_image. */
static void put_svg(const char *name, int side, bool plain)
{
    char svg[512];
    snprintf(svg, sizeof svg,
             "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' %s><rect width='%d' height='%d' "
             "fill='#FF0000'/><rect width='%d' height='%d' fill='#0000FF'/></svg>",
             side, side, plain ? "" : "id='other'", side, side, side / 2, side);
    put_file(name, svg, strlen(svg));
}

static void a_picture_covers_its_place_and_is_cut_in_the_middle(void **state)
{
    (void)state;
    const struct rect wide = {20, 30, 200, 50}, tall = {250, 10, 40, 160};
    for (int plain = 0; plain < 2; plain++) {
        put_svg("half.svg", 100, plain);
        struct board board = drawn(picture("half.svg", wide));
        assert_rect_equal(drawn_part(&board), wide);
        assert_int_equal(at(&board, 21, 31), 0xFF0000FFu);
        assert_int_equal(at(&board, 118, 79), 0xFF0000FFu);
        assert_int_equal(at(&board, 121, 31), 0xFFFF0000u);
        board = drawn(picture("half.svg", tall));
        assert_rect_equal(drawn_part(&board), tall);
        assert_int_equal(at(&board, 251, 90), 0xFF0000FFu);
        assert_int_equal(at(&board, 288, 90), 0xFFFF0000u);
    }
}

static void a_saved_picture_comes_back_as_it_was(void **state)
{
    (void)state;
    char path[512];
    struct board board = drawn(words("Home", FACE_HEAVY, 90, 20, 120));
    const struct pixmap pixmap = on(&board);
    snprintf(path, sizeof path, "%s/saved.png", folder);
    assert_true(raster_save_png(&pixmap, path));
    const struct board back = drawn(picture("saved.png", BOARD));
    assert_same_pixels(&board, &back);
    const struct rect part = drawn_part(&board);
    const struct board half = drawn(picture("saved.png", (struct rect){0, 0, 160, 100}));
    assert_in_range(drawn_part(&half).x, part.x / 2 - 1, part.x / 2);
    assert_in_range(drawn_part(&half).h, part.h / 2, part.h / 2 + 2);
    assert_false(raster_save_png(&pixmap, "/nowhere/at/all.png"));
}

static void a_picture_outside_the_folder_is_refused(void **state)
{
    (void)state;
    char inside[512], path[512];
    put_svg("here.svg", 10, true);
    snprintf(inside, sizeof inside, "../%s/here.svg", strrchr(folder, '/') + 1);
    snprintf(path, sizeof path, "%s/here.svg", folder);
    const char *const wrong[] = {inside, path, "..", "a/../here.svg", "../here.svg", "./../here.svg", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct board board = drawn(picture(wrong[i], BOARD));
        assert_true(rect_empty(drawn_part(&board)));
    }
    const struct board board = drawn(picture("here.svg", BOARD));
    assert_rect_equal(drawn_part(&board), BOARD);
}

static void a_broken_picture_leaves_its_place_as_it_was(void **state)
{
    (void)state;
    const char huge_png[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\x06\0\0\0";
    put_file("empty.svg", "", 0);
    put_file("words.svg", "not a picture", 13);
    put_file("words.png", "not a picture at all, but long enough", 37);
    put_file("huge.png", huge_png, sizeof huge_png - 1);
    put_file("thin.svg", "<svg width='1' height='90000'><rect width='1' height='9'/></svg>", 63);
    put_file("photo.gif", "GIF89a", 6);
    const char deadly[] =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><linearGradient id='a' x2='1e62'>"
        "<stop offset='0' stop-color='#112233'/><stop offset='1' stop-color='#ffffff'/></linearGradient>"
        "<ellipse cx='50' cy='50' rx='40' ry='40' fill='url(#a)'/></svg>";
    put_file("deadly.svg", deadly, sizeof deadly - 1);
    const char *const names[] = {"empty.svg", "words.svg", "words.png", "huge.png",
                                 "thin.svg",  "photo.gif", "none.svg",  "deadly.svg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct board board = drawn(picture(names[i], BOARD));
        assert_true(rect_empty(drawn_part(&board)));
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

/* The picture of another folder, once by its own name and once through a link. */
static void a_link_that_leads_out_of_the_folder_is_not_followed(void **state)
{
    (void)state;
    char outside[] = "/tmp/iop-outside-XXXXXX", inside[256], path[256], link[256];
    const char square[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                          "<rect width='9' height='9' fill='#ff8800'/></svg>";
    assert_non_null(mkdtemp(outside));
    put_file("own.svg", square, sizeof square - 1);
    snprintf(path, sizeof path, "%s/other.svg", outside);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(square, file);
    fclose(file);
    snprintf(link, sizeof link, "%s/out.svg", folder);
    snprintf(inside, sizeof inside, "%s/in.svg", folder);
    assert_int_equal(symlink(path, link), 0);
    assert_int_equal(symlink("own.svg", inside), 0);
    const struct board followed = drawn(picture("in.svg", BOARD)), refused = drawn(picture("out.svg", BOARD));
    unlink(link);
    unlink(inside);
    unlink(path);
    rmdir(outside);
    assert_false(rect_empty(drawn_part(&followed)));
    assert_true(rect_empty(drawn_part(&refused)));
}

/* Its first bytes say 20000 × 20000: 1.6 GB that nobody unpacks. */
static void a_giant_picture_is_refused_before_it_is_unpacked(void **state)
{
    (void)state;
    const char giant[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x4E\x20\0\0\x4E\x20\x08\x06\0\0\0";
    put_file("giant.png", giant, sizeof giant - 1);
    const struct board board = drawn(picture("giant.png", BOARD));
    assert_true(rect_empty(drawn_part(&board)));
}

/* ---- two threads ------------------------------------------------------------------------------------------------- */

enum { SIZES = 40, SMALLEST = 12 };

/* The sum of many widths, at more sizes than there are open fonts: they are opened and closed all the time. */
static int many_widths(void *unused)
{
    struct raster *raster = open_raster();
    struct metrics metrics = raster_metrics(raster);
    int sum = 0;
    (void)unused;
    for (int i = 0; i < 3 * SIZES; i++)
        for (enum face face = FACE_REGULAR; face <= FACE_HEAVY; face++)
            sum += metrics.width(metrics.context, face, SMALLEST + i % SIZES, "Wave, año, fjord",
                                 strlen("Wave, año, fjord"));
    raster_close(raster);
    return sum;
}

static void letters_measure_the_same_while_another_thread_measures(void **state)
{
    (void)state;
    thrd_t other;
    int theirs = 0, alone = many_widths(NULL);
    assert_int_equal(thrd_create(&other, many_widths, NULL), thrd_success);
    int beside = many_widths(NULL);
    thrd_join(other, &theirs);
    assert_int_equal(beside, alone);
    assert_int_equal(theirs, alone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_stands_on_its_baseline),
        cmocka_unit_test(an_accent_on_a_capital_does_not_move_the_line),
        cmocka_unit_test(a_letter_may_reach_over_its_own_width),
        cmocka_unit_test(an_icon_fills_its_box_above_the_baseline),
        cmocka_unit_test(a_line_measures_the_same_in_one_piece_and_in_many),
        cmocka_unit_test(widths_grow_with_the_size),
        cmocka_unit_test(ligatures_and_kerning_are_on),
        cmocka_unit_test(text_drawn_in_pieces_gives_the_same_pixels),
        cmocka_unit_test(every_start_draws_the_same_pixels),
        cmocka_unit_test(a_missing_glyph_comes_from_another_font),
        cmocka_unit_test(a_word_is_drawn_once_and_remembered),
        cmocka_unit_test(when_memory_is_full_the_oldest_words_go_and_the_rest_stay_right),
        cmocka_unit_test(a_word_too_large_to_keep_is_drawn_all_the_same),
        cmocka_unit_test(any_number_of_sizes_can_be_used),
#ifndef __SANITIZE_ADDRESS__
        cmocka_unit_test(after_forget_no_byte_of_a_word_is_left),
        cmocka_unit_test(after_forget_no_row_of_a_words_picture_is_left),
#endif
        cmocka_unit_test(after_forget_the_counts_are_zero_and_drawing_goes_on),
        cmocka_unit_test(a_picture_covers_its_place_and_is_cut_in_the_middle),
        cmocka_unit_test(a_saved_picture_comes_back_as_it_was),
        cmocka_unit_test(a_picture_outside_the_folder_is_refused),
        cmocka_unit_test(a_broken_picture_leaves_its_place_as_it_was),
        cmocka_unit_test(a_link_that_leads_out_of_the_folder_is_not_followed),
        cmocka_unit_test(a_giant_picture_is_refused_before_it_is_unpacked),
        cmocka_unit_test(letters_measure_the_same_while_another_thread_measures),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
