/* The audit of every screen again, with the letters that are really drawn. */
#include "audit.h"
#include "load.h"
#include "raster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct content *content;
static struct raster *raster;
static struct audit audit;

static int looks_at_every_screen(void **state)
{
    (void)state;
    static struct problems problems;
    static struct metrics metrics;
    const char *folders[] = {NULL}, *cause = NULL;
    content = content_load(IOP_SOURCE_DIR "/content", &problems);
    if (content == NULL)
        problems_print(&problems, stderr, false);
    problems_free(&problems);
    raster = raster_open(folders, &cause);
    if (raster == NULL)
        fprintf(stderr, "%s\n", cause);
    if (content == NULL || raster == NULL)
        return -1;
    metrics = raster_metrics(raster);
    audit.content = content;
    audit.theme = theme_default();
    audit.metrics = &metrics;
    audit_tour(&audit);
    return 0;
}

static int closes(void **state)
{
    (void)state;
    raster_close(raster);
    content_free(content);
    return 0;
}

static void assert_kept(enum audit_rule rule)
{
    assert_true(audit.scenes > 1000);
    int found = audit_print(&audit, rule);
    if (found > 0)
        fail_msg("%d findings on %d screens", found, audit.scenes);
}

static void nothing_lies_outside_the_screen(void **state)
{
    (void)state;
    assert_kept(RULE_INSIDE);
}

static void all_text_fits_its_box(void **state)
{
    (void)state;
    assert_kept(RULE_FITS);
}

static void no_text_lies_on_another(void **state)
{
    (void)state;
    assert_kept(RULE_OVERLAP);
}

static void every_target_is_large_enough_for_any_finger(void **state)
{
    (void)state;
    assert_kept(RULE_TARGET);
}

static void targets_keep_their_distance(void **state)
{
    (void)state;
    assert_kept(RULE_DISTANCE);
}

static void no_letters_are_smaller_than_was_chosen(void **state)
{
    (void)state;
    assert_kept(RULE_LETTERS);
}

static void what_scrolls_shows_at_least_three_lines(void **state)
{
    (void)state;
    assert_kept(RULE_WINDOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_lies_outside_the_screen),
        cmocka_unit_test(all_text_fits_its_box),
        cmocka_unit_test(no_text_lies_on_another),
        cmocka_unit_test(every_target_is_large_enough_for_any_finger),
        cmocka_unit_test(targets_keep_their_distance),
        cmocka_unit_test(no_letters_are_smaller_than_was_chosen),
        cmocka_unit_test(what_scrolls_shows_at_least_three_lines),
    };
    return cmocka_run_group_tests_name("letters", tests, looks_at_every_screen, closes);
}
