/* Screens in Arabic, Chinese and Vietnamese: compared with tests/golden/scripts/, with the letters that are really
 * drawn. What they say is in tests/fixtures/scripts. */
#include "app.h"
#include "flow.h"
#include "folder.h"
#include "golden_picture.h"
#include "load.h"
#include "plain.h"
#include "raster.h"
#include "tour.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER   IOP_SOURCE_DIR "/tests/golden/scripts"
#define CONTENTS IOP_SOURCE_DIR "/tests/fixtures/scripts"

enum { WIDTH = 960, HEIGHT = 540, ARABIC = 0, VIETNAMESE = 1, CHINESE = 2 };

static uint32_t pixels[WIDTH * HEIGHT];
static struct pixmap pixmap = {pixels, WIDTH, HEIGHT, WIDTH};
static struct content *content;
static struct raster *raster;
static struct app app;

/* A word of the interface that is newer than the fixture stands there in English, as in fixtures/tiny: who adds one
 * need not speak Arabic. */
static void add_newer_words(const struct folder *folder, const char *name)
{
    char path[PATH_SIZE], tiny[PATH_SIZE], key[64] = "", english[400];
    size_t size;
    path_under(path, folder->path, name);
    path_under(tiny, IOP_SOURCE_DIR "/tests/fixtures/tiny", name);
    char *have = bytes_of(path, &size), *all = bytes_of(tiny, &size);
    FILE *out = fopen(path, "a");
    for (char *rest = all, *line; (line = strsep(&rest, "\n")) != NULL;) {
        char begin[70];
        sscanf(line, "%62[a-z_\"0-9]:", key);
        snprintf(begin, sizeof begin, "\n%s:", key);
        const char *text = strstr(line, "en: \"");
        if (text != NULL && strstr(have, begin) == NULL && strncmp(have, begin + 1, strlen(begin + 1)) != 0 &&
            sscanf(text, "en: \"%399[^\"]", english) == 1)
            fprintf(out, "%s: {ar: \"%s\", vi: \"%s\", zh: \"%s\"}\n", key, english, english, english);
    }
    fclose(out);
    free(have);
    free(all);
}

static int opens(void **state)
{
    (void)state;
    struct folder folder = empty_folder();
    copy_files(CONTENTS, folder.path, "");
    add_newer_words(&folder, "words/interface.yaml");
    add_newer_words(&folder, "words/speech.yaml");
    static struct problems problems;
    const char *folders[] = {CONTENTS, IOP_SOURCE_DIR "/assets/pictures", NULL}, *cause = NULL;
    content = content_load(folder.path, &problems);
    folder_delete(&folder);
    if (content == NULL)
        problems_print(&problems, stderr, false);
    problems_free(&problems);
    raster = raster_open(folders, &cause);
    if (raster == NULL)
        fprintf(stderr, "%s\n", cause);
    return content != NULL && raster != NULL ? 0 : -1;
}

static int closes(void **state)
{
    (void)state;
    raster_close(raster);
    content_free(content);
    return 0;
}

static const struct scene *screen_of(const char *name, int language)
{
    struct stop stop;
    app_open(&app, (struct app_setup){content, theme_default(), raster_metrics(raster), 476, true}, WIDTH, HEIGHT, 0);
    for (int i = 0; tour_stop(content, i, language, &stop); i++)
        if (strcmp(stop.name, name) == 0) {
            app.session = stop.session;
            return app_scene(&app, 0);
        }
    fail_msg("the tour has no stop %s", name);
    return NULL;
}

static void an_arabic_page_looks_as_it_did(void **state)
{
    (void)state;
    char sentence[GOLDEN_SENTENCE_SIZE];
    struct rect rects[MAX_DAMAGE];
    screen_of("page-first-page", ARABIC);
    app_draw(&app, rects, 0);
    raster_draw(raster, &pixmap, &app.list, (struct rect){0, 0, WIDTH, HEIGHT});
    app_close(&app);
    if (!golden_picture(FOLDER "/page-first-page-ar", &pixmap, sentence))
        fail_msg("%s", sentence);
}

/* With widths that are counted, so that no version of a font matters. */
static void arabic_screens_are_as_they_were_looked_at(void **state)
{
    (void)state;
    const char *const names[] = {"attract", "home", "page-first-page", "question-two-questions-interest-answered",
                                 "help"};
    char *text = NULL, sentence[GOLDEN_SENTENCE_SIZE];
    size_t size = 0;
    struct arena arena = {0};
    const struct metrics metrics = metrics_plain();
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        screen_of(names[i], ARABIC);
        struct frame frame = frame_make(1920, 1080, 476, theme_default(), app.session.text_size);
        struct screen_request request = {
            .content = content, .session = &app.session, .frame = &frame, .seconds_left = 30, .voice = true};
        struct scene scene;
        screen_build(&scene, &arena, &request);
        layout_scene(&scene, &frame, theme_default(), &metrics);
        fprintf(out, "== %s\n", names[i]);
        scene_dump(&scene, out);
        arena_reset(&arena);
        app_close(&app);
    }
    fclose(out);
    arena_free(&arena);
    bool same = golden_text(FOLDER "/ar.txt", text, sentence);
    free(text);
    if (!same)
        fail_msg("%s", sentence);
}

static const struct node *named(const struct scene *scene, const char *name)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0)
            return node;
    fail_msg("there is no %s", name);
    return NULL;
}

static void the_same_buttons_stand_at_the_other_side(void **state)
{
    (void)state;
    struct rect back = named(screen_of("page-first-page", VIETNAMESE), "back")->rect;
    assert_true(back.x < WIDTH / 2);
    app_close(&app);
    const struct scene *scene = screen_of("page-first-page", ARABIC);
    const struct node *button = named(scene, "back");
    assert_true(button->rect.x > WIDTH / 2);
    assert_int_equal(button->rect.x + button->rect.w, WIDTH - back.x);
    assert_ptr_equal(scene_hit(scene, button->rect.x + 5, button->rect.y + 5, 0), button);
    app_close(&app);
}

/* Joined letters are narrower than the same letters one by one. */
static void arabic_letters_are_joined(void **state)
{
    (void)state;
    struct metrics metrics = raster_metrics(raster);
    const char *word = "\u0645\u0633\u0627\u0639\u062f\u0629"; /* help */
    int whole = metrics.width(metrics.context, FACE_REGULAR, 40, word, strlen(word)), apart = 0;
    for (size_t at = 0; at < strlen(word); at += 2)
        apart += metrics.width(metrics.context, FACE_REGULAR, 40, word + at, 2);
    assert_true(whole > 0 && whole * 20 < apart * 19);
}

static void chinese_lines_break_between_characters_and_never_before_a_full_stop(void **state)
{
    (void)state;
    const struct scene *scene = screen_of("page-first-page", CHINESE);
    int broken = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        for (uint32_t i = 1; node->flow != NULL && i < node->flow->line_count; i++, broken++) {
            const struct flow_word *first = &node->flow->words[node->flow->lines[i].first];
            assert_memory_not_equal(first->text, "。", 3);
            assert_memory_not_equal(first->text, "，", 3);
            assert_true(node->flow->lines[i - 1].width * 3 > node->rect.w);
        }
    }
    assert_true(broken > 0);
    app_close(&app);
}

/* Marks over and under the letters stay on the line's own height. */
static void vietnamese_marks_are_not_cut(void **state)
{
    (void)state;
    const char word[] = "ỔỆỰ";
    const int px = 40, baseline = 80;
    struct draw item = {.kind = DRAW_TEXT,
                        .rect = {20, baseline, 0, 0},
                        .bounds = {0, 0, 300, 200},
                        .clip = {0, 0, 300, 200},
                        .color = 0xFF000000u,
                        .px = px,
                        .text = word,
                        .length = strlen(word)};
    struct draw_list list = {0};
    int top = HEIGHT, bottom = 0;
    draw_list_add(&list, item);
    memset(pixels, 0xFF, sizeof pixels);
    raster_draw(raster, &pixmap, &list, (struct rect){0, 0, 300, 200});
    draw_list_free(&list);
    for (int i = 0; i < 200 * WIDTH; i++)
        if (i % WIDTH < 300 && (pixels[i] & 0xFF) < 128) {
            top = i / WIDTH < top ? i / WIDTH : top;
            bottom = i / WIDTH;
        }
    assert_true(top < baseline - px * 9 / 10); /* the hook over the circumflex */
    assert_true(bottom > baseline + px / 10);  /* the dot below */
    assert_true(top >= baseline - px * 5 / 4 && bottom < baseline + px / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arabic_page_looks_as_it_did),
        cmocka_unit_test(arabic_screens_are_as_they_were_looked_at),
        cmocka_unit_test(the_same_buttons_stand_at_the_other_side),
        cmocka_unit_test(arabic_letters_are_joined),
        cmocka_unit_test(chinese_lines_break_between_characters_and_never_before_a_full_stop),
        cmocka_unit_test(vietnamese_marks_are_not_cut),
    };
    return cmocka_run_group_tests_name("scripts", tests, opens, closes);
}
