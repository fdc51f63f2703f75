/* Every screen of the real content as a tree of words, compared with tests/golden/scenes/. */
#include "dated.h"
#include "golden.h"
#include "loaded.h"
#include "plain.h"
#include "screens.h"
#include "tour.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define FOLDER IOP_SOURCE_DIR "/tests/golden/scenes"

enum { MOST_FILES = 200, LONGEST_NAME = 64 };

/* All stops of one part in one language make one file. */
struct part {
    const struct content *content;
    bool dated;              /* of a clinic that closes: what depends on the clock, and nothing else */
    char name[LONGEST_NAME]; /* "es-family" */
    char title[LONGEST_NAME + 64];
    char group[LONGEST_NAME];
    int language;
};

static struct content *content, *dated;
static struct part parts[MOST_FILES];
static size_t part_count;

/* ---- the screens -------------------------------------------------------------------------------------------- */

static void dump_stop(const struct content *of, const struct stop *stop, struct arena *arena, FILE *out)
{
    const struct metrics metrics = metrics_plain();
    struct frame frame = frame_make(1920, 1080, 476, theme_default(), stop->session.text_size);
    struct screen_request request = {.content = of,
                                     .session = &stop->session,
                                     .frame = &frame,
                                     .seconds_left = 30,
                                     .voice = true,
                                     .wall = stop->wall,
                                     .board = &tour_board};
    struct scene scene;
    screen_build(&scene, arena, &request);
    layout_scene(&scene, &frame, theme_default(), &metrics);
    fprintf(out, "== %s\n", stop->name);
    scene_dump(&scene, out);
    arena_reset(arena);
}

/* The caller frees the text. */
static char *dump_of(const struct part *part)
{
    char *text = NULL;
    size_t size = 0;
    struct arena arena = {0};
    struct stop stop;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    for (int i = 0; tour_stop(part->content, i, part->language, &stop); i++)
        if (strcmp(stop.group, part->group) == 0 && (!part->dated || stop.wall.day != NO_DAY))
            dump_stop(part->content, &stop, &arena, out);
    fclose(out);
    arena_free(&arena);
    return text;
}

static void equals_its_reference(void **state)
{
    const struct part *part = *state;
    char file[500], sentence[GOLDEN_SENTENCE_SIZE];
    snprintf(file, sizeof file, FOLDER "/%s.txt", part->name);
    char *text = dump_of(part);
    bool same = golden_text(file, text, sentence);
    free(text);
    if (!same)
        fail_msg("%s", sentence);
}

static bool is_known(const char *name)
{
    for (size_t i = 0; i < part_count; i++)
        if (strcmp(parts[i].name, name) == 0)
            return true;
    return false;
}

static void add_part(int language, const char *group)
{
    struct part part = {.content = content, .language = language};
    snprintf(part.name, sizeof part.name, "%.15s-%.40s", content->settings.languages[language].tag, group);
    snprintf(part.group, sizeof part.group, "%.40s", group);
    snprintf(part.title, sizeof part.title, "the screens of %.60s are as they were looked at", part.name);
    if (!is_known(part.name) && part_count < MOST_FILES)
        parts[part_count++] = part;
}

static void add_dated_part(int language)
{
    struct part part = {.content = dated, .dated = true, .language = language, .group = "frame"};
    snprintf(part.name, sizeof part.name, "%.15s-closed", dated->settings.languages[language].tag);
    snprintf(part.title, sizeof part.title, "closed days and notices of %.60s are as they were looked at", part.name);
    parts[part_count++] = part;
}

static void find_parts(void)
{
    struct stop stop;
    for (int language = 0; language < (int)dated->settings.language_count; language++)
        add_dated_part(language);
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; tour_stop(content, i, language, &stop); i++)
            add_part(language, stop.group);
}

static void every_reference_has_its_screens(void **state)
{
    (void)state;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[LONGEST_NAME];
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || strcmp(end, ".txt") != 0)
            continue;
        snprintf(name, sizeof name, "%.*s", (int)(end - entry->d_name), entry->d_name);
        if (!is_known(name))
            fail_msg(FOLDER "/%s is the reference of no screen; remove it", entry->d_name);
    }
    closedir(folder);
}

/* ---- the comparing ------------------------------------------------------------------------------------------- */

struct desk {
    char folder[64], file[100], beside[110], sentence[GOLDEN_SENTENCE_SIZE];
    char *wish; /* of who runs the tests */
};

static struct desk desk;

static int clears_the_desk(void **state)
{
    (void)state;
    const char *wish = getenv("IOP_UPDATE_GOLDEN");
    desk.wish = wish != NULL ? strdup(wish) : NULL;
    unsetenv("IOP_UPDATE_GOLDEN");
    strcpy(desk.folder, "/tmp/iop-golden-XXXXXX");
    if (mkdtemp(desk.folder) == NULL)
        return -1;
    snprintf(desk.file, sizeof desk.file, "%s/a.txt", desk.folder);
    snprintf(desk.beside, sizeof desk.beside, "%s.new", desk.file);
    return 0;
}

static int leaves_the_desk(void **state)
{
    (void)state;
    unlink(desk.file);
    unlink(desk.beside);
    rmdir(desk.folder);
    if (desk.wish != NULL)
        setenv("IOP_UPDATE_GOLDEN", desk.wish, 1);
    free(desk.wish);
    return 0;
}

static void lay_down(const char *text)
{
    FILE *out = fopen(desk.file, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static void a_missing_reference_is_a_failure_and_is_not_made(void **state)
{
    (void)state;
    assert_false(golden_text(desk.file, "screen\n", desk.sentence));
    assert_non_null(strstr(desk.sentence, "no reference"));
    assert_int_not_equal(access(desk.file, F_OK), 0);
    assert_int_equal(access(desk.beside, F_OK), 0);
}

static void a_difference_is_named_and_left_beside_the_reference(void **state)
{
    (void)state;
    lay_down("screen\n  text \"a\"\n");
    assert_false(golden_text(desk.file, "screen\n  text \"b\"\n", desk.sentence));
    assert_non_null(strstr(desk.sentence, "a.txt:2: "));
    assert_non_null(strstr(desk.sentence, "text \"b\""));
    assert_int_equal(access(desk.beside, F_OK), 0);
}

static void a_text_that_is_longer_or_shorter_differs(void **state)
{
    (void)state;
    lay_down("screen\n");
    assert_false(golden_text(desk.file, "screen\n  text\n", desk.sentence));
    assert_false(golden_text(desk.file, "", desk.sentence));
}

static void the_same_text_passes_and_takes_the_old_difference_away(void **state)
{
    (void)state;
    lay_down("screen\n");
    assert_false(golden_text(desk.file, "other\n", desk.sentence));
    assert_true(golden_text(desk.file, "screen\n", desk.sentence));
    assert_int_not_equal(access(desk.beside, F_OK), 0);
}

static void only_who_asks_for_it_rewrites_references(void **state)
{
    (void)state;
    lay_down("old\n");
    setenv("IOP_UPDATE_GOLDEN", "1", 1);
    assert_true(golden_text(desk.file, "new\n", desk.sentence));
    unsetenv("IOP_UPDATE_GOLDEN");
    assert_true(golden_text(desk.file, "new\n", desk.sentence));
}

int main(void)
{
    static struct CMUnitTest tests[MOST_FILES + 10] = {
        cmocka_unit_test_setup_teardown(a_missing_reference_is_a_failure_and_is_not_made, clears_the_desk,
                                        leaves_the_desk),
        cmocka_unit_test_setup_teardown(a_difference_is_named_and_left_beside_the_reference, clears_the_desk,
                                        leaves_the_desk),
        cmocka_unit_test_setup_teardown(a_text_that_is_longer_or_shorter_differs, clears_the_desk, leaves_the_desk),
        cmocka_unit_test_setup_teardown(the_same_text_passes_and_takes_the_old_difference_away, clears_the_desk,
                                        leaves_the_desk),
        cmocka_unit_test_setup_teardown(only_who_asks_for_it_rewrites_references, clears_the_desk, leaves_the_desk),
        cmocka_unit_test(every_reference_has_its_screens),
    };
    content = loaded_content();
    dated = load_dated();
    if (content == NULL || dated == NULL)
        return 1;
    find_parts();
    size_t count = 0;
    while (tests[count].name != NULL)
        count++;
    for (size_t i = 0; i < part_count; i++)
        tests[count++] = (struct CMUnitTest){parts[i].title, equals_its_reference, NULL, NULL, &parts[i]};
    int failed = _cmocka_run_group_tests("golden scenes", tests, count, NULL, NULL);
    content_free(content);
    content_free(dated);
    return failed;
}
