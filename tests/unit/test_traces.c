/* What drawing leaves in memory when a visit has ended, byte by byte: nothing that tells which words, letters or
 * pictures there were. What is looked for is kept in disguise, so that the wish itself is no find. */
#include "board.h"
#include "folder.h"
#include "fonts.h"
#include "memory.h"
#include "pictures.h"
#include "raster.h"
#include "wipe.h"
#include "wordstore.h"

enum { DISGUISE = 0x5A, WORDS = 50, MASK_SIDE = 9 };

static struct folder folder;

static int opens(void **state)
{
    (void)state;
    folder = tiny_folder();
    memory_mark();
    return 0;
}

static int closes(void **state)
{
    (void)state;
    folder_delete(&folder);
    return 0;
}

/* In what this program's own code took: bytes that are not 0. */
static bool all_is_empty_but(size_t bytes)
{
    return memory_full() <= bytes;
}

/* ---- words ---------------------------------------------------------------------------------------------------- */

static void a_store_of_words_that_forgot_is_as_new(void **state)
{
    (void)state;
    struct word_store *store = word_store_open();
    uint8_t mask[MASK_SIDE * MASK_SIDE];
    const size_t fresh = memory_full(); /* the place of its ring */
    memset(mask, 0x77, sizeof mask);
    for (int i = 0; i < WORDS; i++)
        word_store_add(
            store, &(struct word){.key = run_key(1, 2 + i, "word", 4), .width = MASK_SIDE, .height = MASK_SIDE}, mask);
    assert_false(all_is_empty_but(fresh + WORDS * sizeof mask));
    word_store_forget(store);
    assert_true(all_is_empty_but(fresh));
    word_store_close(store);
}

static void a_store_of_widths_that_forgot_is_as_new(void **state)
{
    (void)state;
    struct width_store *store = width_store_open();
    for (int i = 0; i < WORDS; i++)
        width_store_add(store, run_key(1, 2 + i, "word", 4), 100 + i);
    assert_false(all_is_empty_but(WORDS));
    width_store_forget(store);
    assert_true(all_is_empty_but(0));
    width_store_close(store);
}

/* ---- letters --------------------------------------------------------------------------------------------------- */

static void nobody_can_tell_which_letters_needed_another_font(void **state)
{
    (void)state;
    const char *cause;
    struct fonts *fonts = fonts_open(&cause);
    assert_non_null(fonts);
    const uint32_t rare = 0x1D54F;
    assert_false(memory_holds(&rare, sizeof rare, sizeof rare));
    fonts_for_character(fonts, FACE_REGULAR, rare);
    assert_true(memory_holds(&rare, sizeof rare, sizeof rare));
    fonts_forget(fonts);
    assert_false(memory_holds(&rare, sizeof rare, sizeof rare));
    fonts_close(fonts);
}

/* ---- pictures --------------------------------------------------------------------------------------------------- */

static struct draw picture(const char *name)
{
    return (struct draw){.kind = DRAW_PICTURE,
                         .rect = {0, 0, 64, 64},
                         .clip = BOARD,
                         .bounds = BOARD,
                         .text = name,
                         .length = strlen(name)};
}

static struct raster *raster_in_folder(void)
{
    const char *const folders[] = {folder.path, NULL};
    const char *cause;
    struct raster *raster = raster_open(folders, &cause);
    assert_non_null(raster);
    raster_quiet(raster);
    return raster;
}

static __attribute__((noinline)) void shows(struct raster *raster, const char *name)
{
    struct board board;
    struct draw_list list = {0};
    clean(&board);
    const struct pixmap pixmap = on(&board);
    draw_list_add(&list, picture(name));
    raster_draw(raster, &(struct pixmap){pixmap.pixels, pixmap.width, pixmap.height, pixmap.stride}, &list, BOARD);
    draw_list_free(&list);
    wipe(&board, sizeof board);
}

/* Noise: no row of it stands anywhere else. One row is noted as SDL keeps it. */
static __attribute__((noinline)) void saves_noise(const char *name, unsigned char *row, size_t size)
{
    char path[PATH_SIZE];
    uint32_t pixels[64 * 64], seed = 7;
    for (int i = 0; i < 64 * 64; i++) {
        seed = seed * 1664525u + 1013904223u;
        pixels[i] = 0xFF000000u | seed >> 8;
    }
    path_under(path, folder.path, name);
    assert_true(raster_save_png(&(struct pixmap){pixels, 64, 64, 64}, path));
    for (size_t i = 0; i < size; i++)
        row[i] = ((const unsigned char *)(pixels + 64 * 30))[i] ^ DISGUISE;
    wipe(pixels, sizeof pixels);
}

static void a_picture_that_was_shown_is_gone_with_its_name(void **state)
{
    (void)state;
    unsigned char row[48];
    const char name[] = "shown-to-somebody.png";
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it keeps what was given back */
#endif
    saves_noise(name, row, sizeof row);
    struct raster *raster = raster_in_folder();
    wipe_stack();
    shows(raster, name);
    assert_true(memory_holds(name, sizeof name - 1, 1));
    assert_true(memory_process_holds(row, sizeof row, DISGUISE));
    raster_forget(raster);
    wipe_stack();
    assert_false(memory_holds(name, sizeof name - 1, 1));
    assert_false(memory_process_holds(row, sizeof row, DISGUISE));
    raster_close(raster);
}

static void nobody_can_tell_which_picture_was_missed(void **state)
{
    (void)state;
    const char name[] = "missed-by-somebody.png";
    struct raster *raster = raster_in_folder();
    shows(raster, name);
    assert_true(memory_holds(name, sizeof name - 1, 1));
    raster_forget(raster);
    assert_false(memory_holds(name, sizeof name - 1, 1));
    raster_close(raster);
}

/* ---- the list of what is drawn ------------------------------------------------------------------------------------
 */

static __attribute__((noinline)) void fill(struct draw_list *list, int count, const unsigned char *mark)
{
    struct draw item = {.kind = DRAW_FILL, .rect = BOARD, .clip = BOARD};
    for (size_t i = 0; i < sizeof item.color; i++)
        ((unsigned char *)&item.color)[i] = mark[i] ^ DISGUISE;
    for (size_t i = 0; i < sizeof item.color2; i++)
        ((unsigned char *)&item.color2)[i] = mark[sizeof item.color + i] ^ DISGUISE;
    for (int i = 0; i < count; i++)
        draw_list_add(list, item);
}

static void a_list_that_grew_left_nothing_in_its_old_place(void **state)
{
    (void)state;
    const unsigned char mark[] = {0x91, 0x3C, 0xE7, 0x28, 0xB5, 0x4F, 0xDA, 0x63};
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    struct draw_list list = {0};
    fill(&list, 300, mark);
    assert_true(memory_process_holds(mark, sizeof mark, DISGUISE));
    draw_list_wipe(&list);
    wipe_stack();
    const bool left = memory_process_holds(mark, sizeof mark, DISGUISE);
    draw_list_free(&list);
    assert_false(left);
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, opens, closes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(a_store_of_words_that_forgot_is_as_new),
        STORY(a_store_of_widths_that_forgot_is_as_new),
        STORY(nobody_can_tell_which_letters_needed_another_font),
        STORY(a_picture_that_was_shown_is_gone_with_its_name),
        STORY(nobody_can_tell_which_picture_was_missed),
        STORY(a_list_that_grew_left_nothing_in_its_old_place),
    };
    return cmocka_run_group_tests_name("traces", tests, NULL, NULL);
}
