/* Stories about colors: what can be read, what is refused, and that the file says what the program says. */
#include "theme.h"

#include "theme_load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const float text_needs[THEMES] = {10, 20, 20, 4.5f};
static const float mark_needs = 3;

static float seen(const struct theme *theme, int palette, enum tone ink, enum tone ground)
{
    return contrast_ratio(theme->palettes[palette].tones[ink], theme->palettes[palette].tones[ground]);
}

/* ---- contrast ------------------------------------------------------------------------------------------- */

static void assert_about(float found, float expected)
{
    assert_true(found > expected - 0.01f && found < expected + 0.01f);
}

static void contrast_is_reckoned_as_the_standard_says(void **state)
{
    (void)state;
    assert_about(contrast_ratio(0xFF000000, 0xFFFFFFFF), 21.0f);
    assert_about(contrast_ratio(0xFFFFFFFF, 0xFF000000), 21.0f);
    assert_about(contrast_ratio(0xFF123456, 0xFF123456), 1.0f);
    assert_about(contrast_ratio(0xFF767676, 0xFFFFFFFF), 4.54f);
    assert_about(contrast_ratio(0xFFFF0000, 0xFFFFFFFF), 4.0f);
    assert_about(contrast_ratio(0xFF0000FF, 0xFFFFFFFF), 8.59f);
}

static void all_four_palettes_can_be_read(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++) {
        char sentence[200] = "";
        if (theme_misses_contrast(theme_default(), palette, sentence, sizeof sentence))
            fail_msg("palette %d: %s", palette, sentence);
    }
}

static void a_pair_that_cannot_be_read_is_named(void **state)
{
    (void)state;
    struct theme theme = *theme_default();
    char sentence[200] = "";
    theme.palettes[0].tones[TONE_INK] = 0xFF888888;
    assert_true(theme_misses_contrast(&theme, 0, sentence, sizeof sentence));
    assert_non_null(strstr(sentence, "ink on ground"));
    assert_non_null(strstr(sentence, "10.0:1"));
    assert_false(theme_misses_contrast(&theme, 1, sentence, sizeof sentence));
}

static void a_ring_that_would_be_lost_on_a_surface_is_named(void **state)
{
    (void)state;
    struct theme theme = *theme_default();
    char sentence[200] = "";
    theme.palettes[0].tones[TONE_FOCUS] = 0xFF808080;
    assert_true(theme_misses_contrast(&theme, 0, sentence, sizeof sentence));
    assert_non_null(strstr(sentence, "focus has a contrast of"));
}

/* ---- surfaces -------------------------------------------------------------------------------------------- */

static bool holds_icons_only(enum look look)
{
    return look == LOOK_BADGE_SAGE || look == LOOK_BADGE_SKY || look == LOOK_BADGE_SUN || look == LOOK_BADGE_ROSE ||
           look == LOOK_BADGE_ACCENT;
}

static void assert_readable_on(enum look look, int palette, enum tone ink)
{
    const struct look_rule *rule = look_rule(look);
    float needed = holds_icons_only(look) ? mark_needs : text_needs[palette];
    if (ink == TONE_NONE || rule->fill == TONE_NONE)
        return;
    float found = seen(theme_default(), palette, ink, rule->fill);
    if (found < needed)
        fail_msg("look %d in palette %d: %.1f:1, needed %.1f:1", look, palette, (double)found, (double)needed);
}

static void what_is_written_on_any_surface_can_be_read(void **state)
{
    (void)state;
    for (int look = 0; look < LOOK_COUNT; look++)
        for (int palette = 0; palette < THEMES; palette++) {
            assert_readable_on((enum look)look, palette, look_rule((enum look)look)->ink);
            assert_readable_on((enum look)look, palette, look_rule((enum look)look)->heading);
        }
}

static void the_edge_of_what_can_be_touched_can_be_seen(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++) {
        assert_true(seen(theme_default(), palette, TONE_EDGE, TONE_GROUND) >= mark_needs);
        assert_true(seen(theme_default(), palette, TONE_EDGE, TONE_PAPER) >= mark_needs);
        assert_true(seen(theme_default(), palette, TONE_NIGHT_EDGE, TONE_NIGHT) >= mark_needs);
        assert_true(seen(theme_default(), palette, TONE_FOCUS, TONE_GROUND) >= mark_needs);
    }
}

static void a_palette_of_two_colors_tells_surfaces_apart_by_lines(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++) {
        const struct palette *it = &theme_default()->palettes[palette];
        if (it->tones[TONE_PAPER] == it->tones[TONE_GROUND])
            assert_true(it->outlines);
    }
}

static void every_color_is_opaque_but_the_shadow(void **state)
{
    (void)state;
    for (int palette = 0; palette < THEMES; palette++)
        for (int tone = TONE_NONE + 1; tone < TONE_COUNT; tone++)
            if (tone != TONE_SHADOW)
                assert_int_equal(theme_default()->palettes[palette].tones[tone] >> 24, 0xFF);
}

static void text_sizes_are_those_of_the_standard(void **state)
{
    (void)state;
    /* VVSG 2.0 7.1-J: 3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0 mm */
    const float least[] = {3.5f, 4.8f, 6.4f, 8.5f}, most[] = {4.2f, 5.6f, 7.1f, 9.0f};
    for (int size = 0; size < TEXT_SIZES; size++) {
        assert_true(theme_default()->cap_mm[size] >= least[size]);
        assert_true(theme_default()->cap_mm[size] <= most[size]);
    }
}

/* ---- the file ------------------------------------------------------------------------------------------- */

struct folder {
    char path[64];
    struct problems problems;
    struct theme theme;
};

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, 65536);
    assert_non_null(text);
    assert_true(fread(text, 1, 65535, file) > 0);
    fclose(file);
    return text;
}

/* assets/theme.yaml with the first `what` behind `where` replaced, in a folder of its own. */
static void folder_with_change(struct folder *folder, const char *where, const char *what, const char *by)
{
    strcpy(folder->path, "/tmp/iop-theme-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    char file[100];
    snprintf(file, sizeof file, "%s/theme.yaml", folder->path);
    char *text = read_whole(IOP_SOURCE_DIR "/assets/theme.yaml");
    char *from = strstr(text, where);
    assert_non_null(from);
    char *at = strstr(from, what);
    assert_non_null(at);
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    fprintf(out, "%.*s%s%s", (int)(at - text), text, by, at + strlen(what));
    fclose(out);
    free(text);
}

static void folder_end(struct folder *folder)
{
    char file[100];
    snprintf(file, sizeof file, "%s/theme.yaml", folder->path);
    unlink(file);
    rmdir(folder->path);
    problems_free(&folder->problems);
}

static void the_file_says_the_same_as_the_program(void **state)
{
    (void)state;
    static struct problems problems;
    struct theme theme;
    assert_true(theme_load(&theme, IOP_SOURCE_DIR "/assets", &problems));
    assert_int_equal(problems.count, 0);
    for (int palette = 0; palette < THEMES; palette++) {
        const struct palette *found = &theme.palettes[palette], *built_in = &theme_default()->palettes[palette];
        assert_int_equal(found->outlines, built_in->outlines);
        for (int tone = TONE_NONE + 1; tone < TONE_COUNT; tone++)
            if (tone != TONE_SHADOW)
                assert_int_equal(found->tones[tone], built_in->tones[tone]);
    }
    assert_memory_equal(theme.cap_mm, theme_default()->cap_mm, sizeof theme.cap_mm);
    assert_memory_equal(theme.types, theme_default()->types, sizeof theme.types);
    problems_free(&problems);
}

static void a_palette_that_cannot_be_read_is_refused_and_only_that_one(void **state)
{
    (void)state;
    static struct folder folder;
    folder_with_change(&folder, "calm:", "ink: \"#17302E\"", "ink: \"#99AAAA\"");
    assert_false(theme_load(&folder.theme, folder.path, &folder.problems));
    assert_int_equal(folder.problems.count, 1);
    const char *message = folder.problems.list[0]->message;
    assert_non_null(strstr(message, "calm"));
    assert_non_null(strstr(message, "ink on ground"));
    assert_int_equal(folder.theme.palettes[0].tones[TONE_INK], theme_default()->palettes[0].tones[TONE_INK]);
    folder_end(&folder);
}

static void an_unknown_color_name_is_named_with_its_line(void **state)
{
    (void)state;
    static struct folder folder;
    folder_with_change(&folder, "calm:", "ground:", "grounds:");
    assert_false(theme_load(&folder.theme, folder.path, &folder.problems));
    assert_true(folder.problems.count > 0);
    assert_non_null(strstr(folder.problems.list[0]->place.file, "theme.yaml"));
    assert_true(folder.problems.list[0]->place.line > 1);
    assert_memory_equal(&folder.theme, theme_default(), sizeof folder.theme);
    folder_end(&folder);
}

static void without_a_file_the_program_uses_its_own_theme(void **state)
{
    (void)state;
    static struct problems problems;
    struct theme theme;
    assert_false(theme_load(&theme, "/nonexistent", &problems));
    assert_int_equal(problems.count, 1);
    assert_non_null(strstr(problems.list[0]->place.file, "/nonexistent/theme.yaml"));
    assert_memory_equal(&theme, theme_default(), sizeof theme);
    problems_free(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_reckoned_as_the_standard_says),
        cmocka_unit_test(all_four_palettes_can_be_read),
        cmocka_unit_test(a_pair_that_cannot_be_read_is_named),
        cmocka_unit_test(a_ring_that_would_be_lost_on_a_surface_is_named),
        cmocka_unit_test(what_is_written_on_any_surface_can_be_read),
        cmocka_unit_test(the_edge_of_what_can_be_touched_can_be_seen),
        cmocka_unit_test(a_palette_of_two_colors_tells_surfaces_apart_by_lines),
        cmocka_unit_test(every_color_is_opaque_but_the_shadow),
        cmocka_unit_test(text_sizes_are_those_of_the_standard),
        cmocka_unit_test(the_file_says_the_same_as_the_program),
        cmocka_unit_test(a_palette_that_cannot_be_read_is_refused_and_only_that_one),
        cmocka_unit_test(an_unknown_color_name_is_named_with_its_line),
        cmocka_unit_test(without_a_file_the_program_uses_its_own_theme),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
