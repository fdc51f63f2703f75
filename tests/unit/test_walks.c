/* Goes every walk in tests/walks/ on three panels, and tests that a wrong walk fails where it is wrong. */
#include "walk.h"

#include "dated.h"
#include "loaded.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_WALKS = 100, PANELS = 5, LONGEST_NAME = 160, LEAST_WALKS = 12 };

static const struct walk_panel panels[PANELS] = {{1920, 1080, 476, WALK_BY_FINGER},
                                                 {1080, 1920, 268, WALK_BY_FINGER},
                                                 {1024, 600, 217, WALK_BY_FINGER},
                                                 {1024, 600, 217, WALK_BY_SWITCHES},
                                                 {1080, 1920, 268, WALK_BY_KEYS}};

/* One test: a walk on a panel. */
struct trip {
    struct walk walk;
    struct walk_panel panel;
    char name[LONGEST_NAME];
    char sentence[WALK_SENTENCE_SIZE]; /* why it could not be read; empty if it could */
};

static struct content *content;
static struct content *dated; /* of a clinic that closes */
static struct arena arena;
static struct trip trips[MOST_WALKS * PANELS];
static size_t trip_count;

static int load(void **state)
{
    (void)state;
    content = loaded_content();
    dated = load_dated();
    return content != NULL && dated != NULL ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    content_free(content);
    content_free(dated);
    arena_free(&arena);
    return 0;
}

/* ---- the walks --------------------------------------------------------------------------------------------- */

static void goes_the_walk(void **state)
{
    struct trip *trip = *state;
    const struct content *clinic = trip->walk.at.day != NO_DAY ? dated : content;
    if (trip->sentence[0] != '\0' || !walk_go(&trip->walk, clinic, trip->panel, trip->sentence))
        fail_msg("%s", trip->sentence);
}

static void add_trips(const char *file)
{
    static const char *const means[] = {"", " by two switches", " by keys"};
    for (int i = 0; i < PANELS; i++) {
        struct trip *trip = &trips[trip_count];
        trip->panel = panels[i];
        walk_read(&trip->walk, file, &arena, trip->sentence);
        snprintf(trip->name, sizeof trip->name, "%.100s (%dx%d%s)", trip->walk.title, panels[i].width, panels[i].height,
                 means[panels[i].means]);
        bool by_finger = panels[i].means == WALK_BY_FINGER || trip->sentence[0] != '\0';
        trip_count += by_finger || !walk_takes_time(&trip->walk);
    }
}

static int is_walk(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');
    return end != NULL && strcmp(end, ".yaml") == 0;
}

static void find_walks(void)
{
    const char *folder = IOP_SOURCE_DIR "/tests/walks";
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_walk, alphasort);
    for (int i = 0; i < count; i++) {
        if (i < MOST_WALKS)
            add_trips(arena_print(&arena, "%s/%s", folder, entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
}

static void there_are_walks_for_every_part(void **state)
{
    (void)state;
    assert_in_range(trip_count, LEAST_WALKS * 3, MOST_WALKS * PANELS);
}

/* ---- the walker --------------------------------------------------------------------------------------------- */

static char said[WALK_SENTENCE_SIZE];

/* Goes a walk written in the test; true if it arrived. */
static bool arrives(const char *text)
{
    struct arena memory = {0};
    struct walk walk;
    bool good = walk_parse(&walk, "walk.yaml", text, &memory, said) && walk_go(&walk, content, panels[0], said);
    arena_free(&memory);
    return good;
}

#define BEGINNING "walk: a test\nlanguage: en\nsteps:\n"

static void assert_fails(const char *text, const char *where, const char *why)
{
    assert_false(arrives(text));
    if (strncmp(said, where, strlen(where)) != 0 || strstr(said, why) == NULL)
        fail_msg("\"%s\" should begin with \"%s\" and say \"%s\"", said, where, why);
}

static void a_right_walk_arrives(void **state)
{
    (void)state;
    assert_true(arrives(BEGINNING "  - screen: home\n"));
    assert_true(arrives("walk: a test\nsteps:\n  - screen: attract\n  - touch anywhere\n  - screen: home\n"));
    assert_string_equal(said, "");
}

static void an_unknown_step_fails_with_its_line_and_names_the_known_ones(void **state)
{
    (void)state;
    assert_fails(BEGINNING "  - screen: home\n  - tuch: Compare\n", "walk.yaml:5: ", "touch, answer, see");
    assert_fails(BEGINNING "  - hom\n", "walk.yaml:4: ", "no step \"hom\"");
}

static void words_that_are_not_there_fail_with_their_line(void **state)
{
    (void)state;
    assert_fails(BEGINNING "  - see: Free ice cream\n", "walk.yaml:4: ", "not on the screen");
    assert_fails(BEGINNING "  - touch: Free ice cream\n", "walk.yaml:4: ", "nothing to touch");
}

static void words_that_should_not_be_there_fail(void **state)
{
    (void)state;
    assert_fails(BEGINNING "  - not see: Get help now\n", "walk.yaml:4: ", "is on the screen");
    assert_fails(BEGINNING "  - cannot touch: Get help now\n", "walk.yaml:4: ", "can be touched");
}

static void the_wrong_screen_fails_and_names_the_right_one(void **state)
{
    (void)state;
    assert_fails(BEGINNING "  - screen: result\n", "walk.yaml:4: ", "\"home\"");
}

static void an_answer_that_is_not_chosen_fails(void **state)
{
    (void)state;
    const char *settings = BEGINNING "  - touch: settings\n  - chosen: Normal\n  - not chosen: Large\n";
    assert_true(arrives(settings));
    assert_fails(BEGINNING "  - touch: settings\n  - chosen: Large\n", "walk.yaml:5: ", "not chosen");
    assert_fails(BEGINNING "  - touch: settings\n  - not chosen: Normal\n", "walk.yaml:5: ", "is chosen");
}

static void a_bad_wait_fails(void **state)
{
    (void)state;
    const char *const waits[] = {"soon", "-5", "0", "5 s", "9999999"};
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        char text[200];
        snprintf(text, sizeof text, BEGINNING "  - wait: \"%s\"\n", waits[i]);
        assert_fails(text, "walk.yaml:4: ", "no number of seconds");
    }
}

static void time_passes_as_in_the_waiting_room(void **state)
{
    (void)state;
    assert_true(arrives(BEGINNING "  - wait: 119\n  - screen: home\n  - wait: 1\n  - screen: still there\n"));
    assert_true(arrives(BEGINNING "  - wait: 150\n  - screen: attract\n"));
    assert_true(arrives(BEGINNING "  - wait: 86400\n  - screen: attract\n"));
}

static void a_step_without_what_it_needs_fails(void **state)
{
    (void)state;
    assert_fails(BEGINNING "  - touch\n", "walk.yaml:4: ", "a colon and a text");
    assert_fails(BEGINNING "  - back: Home\n", "walk.yaml:4: ", "needs nothing");
    assert_fails(BEGINNING "  - {touch: Home, see: Home}\n", "walk.yaml:4: ", "a step is");
    assert_fails(BEGINNING "  - [touch]\n", "walk.yaml:4: ", "a step is");
}

static void a_walk_without_name_or_steps_is_refused(void **state)
{
    (void)state;
    assert_fails("language: en\nsteps:\n  - home\n", "walk.yaml:1: ", "no name");
    assert_fails("walk: a test\nlanguage: en\n", "walk.yaml:1: ", "no steps");
    assert_fails("walk: a test\nsteps: []\n", "walk.yaml:1: ", "no steps");
    assert_fails("walk: a test\nlang: en\nsteps:\n  - home\n", "walk.yaml:1: ", "no others");
    assert_fails("walk: a test\nlanguage: xx\nsteps:\n  - home\n", "walk.yaml:2: ", "no such language");
    assert_fails("- home\n", "walk.yaml:1: ", "keys");
    assert_fails("walk: [\n", "walk.yaml:", "");
}

static void keys_are_pressed_by_their_meaning(void **state)
{
    (void)state;
    assert_true(arrives("walk: a test\nsteps:\n  - key: next\n  - screen: home\n  - key: help\n  - screen: help\n"));
    assert_fails(BEGINNING "  - key: F1\n", "walk.yaml:4: ", "no meaning of a key");
}

static void a_walk_that_does_not_exist_is_named(void **state)
{
    (void)state;
    struct arena memory = {0};
    struct walk walk;
    assert_false(walk_read(&walk, "/nonexistent/walk.yaml", &memory, said));
    assert_non_null(strstr(said, "/nonexistent/walk.yaml"));
    arena_free(&memory);
}

static void what_is_disabled_cannot_be_touched(void **state)
{
    (void)state;
    assert_true(
        arrives(BEGINNING "  - touch: checks\n  - touch: phq-9\n  - touch: begin-check\n  - cannot touch: next\n"));
}

int main(void)
{
    static struct CMUnitTest tests[MOST_WALKS * PANELS + 20] = {
        cmocka_unit_test(there_are_walks_for_every_part),
        cmocka_unit_test(a_right_walk_arrives),
        cmocka_unit_test(an_unknown_step_fails_with_its_line_and_names_the_known_ones),
        cmocka_unit_test(words_that_are_not_there_fail_with_their_line),
        cmocka_unit_test(words_that_should_not_be_there_fail),
        cmocka_unit_test(the_wrong_screen_fails_and_names_the_right_one),
        cmocka_unit_test(an_answer_that_is_not_chosen_fails),
        cmocka_unit_test(a_bad_wait_fails),
        cmocka_unit_test(time_passes_as_in_the_waiting_room),
        cmocka_unit_test(a_step_without_what_it_needs_fails),
        cmocka_unit_test(a_walk_without_name_or_steps_is_refused),
        cmocka_unit_test(keys_are_pressed_by_their_meaning),
        cmocka_unit_test(a_walk_that_does_not_exist_is_named),
        cmocka_unit_test(what_is_disabled_cannot_be_touched),
    };
    size_t count = 0;
    while (tests[count].name != NULL)
        count++;
    find_walks();
    for (size_t i = 0; i < trip_count; i++)
        tests[count++] = (struct CMUnitTest){trips[i].name, goes_the_walk, NULL, NULL, &trips[i]};
    return _cmocka_run_group_tests("walks", tests, count, load, unload);
}
