/* The screen of staff on panels from 7 inches on, with the letters that are really drawn. */
#include "app.h"
#include "lettered.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct panel {
    int width, height;
    float mm;
} panels[] = {{1024, 600, 154}, {1024, 600, 217}, {1280, 800, 217}, {1920, 1080, 527}, {1080, 1920, 268}};

enum { PANELS = sizeof panels / sizeof *panels };

static struct app app;

static void opens_page(const struct panel *panel, int language, enum staff_page page)
{
    app_open(&app, (struct app_setup){content, &theme, raster_metrics(raster), panel->mm, true}, panel->width,
             panel->height, 0);
    assert_true(session_staff_open(&app.session, page == STAFF_PIN, 0));
    app_act(&app, (struct action){ACTION_LANGUAGE, language, 0}, 0);
    app_act(&app, (struct action){ACTION_STAFF, STAFF_SHOW, (int)page}, 0);
    app.stale = true;
    assert_int_equal(app.session.staff.page, page);
}

static const struct node *named(const char *name)
{
    for (const struct node *node = app_scene(&app, 0)->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0)
            return node;
    fail_msg("there is no %s on this screen", name);
    return NULL;
}

static void is_in_sight(const char *name, const struct panel *panel, int language)
{
    const struct rect rect = named(name)->rect, window = app.scene.main->rect;
    if (rect.y < window.y || rect.y + rect.h > window.y + window.h)
        fail_msg("%s is out of sight on %d x %d, %.0f mm, in language %d", name, panel->width, panel->height,
                 (double)panel->mm, language);
}

static void the_digits_of_a_pin_are_seen_at_once_on_every_panel(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * PANELS; i++) {
        opens_page(&panels[i / 2], i % 2, STAFF_PIN);
        app_scene(&app, 0);
        if (scene_scroll_limit(&app.scene) > 0)
            fail_msg("panel %d scrolls by %d pixels", i / 2, scene_scroll_limit(&app.scene));
        app_close(&app);
    }
}

static void they_are_while_staff_must_wait_too(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * PANELS; i++) {
        opens_page(&panels[i / 2], i % 2, STAFF_PIN);
        for (int tries = 0; tries < PIN_TRIES + 7; tries++)
            pin_lock_failed(&app.pin_lock, 0);
        app_scene(&app, 0);
        assert_true(named("try-pin")->disabled);
        assert_int_equal(scene_scroll_limit(&app.scene), 0);
        app_close(&app);
    }
}

static void a_key_that_is_learned_is_seen_where_nobody_scrolls(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * PANELS; i++) {
        opens_page(&panels[i / 2], i % 2, STAFF_KEYS);
        app_input(&app, (struct input){.kind = INPUT_KEY, .key = KEY_OTHER, .code = 104}, 0);
        is_in_sight("line", &panels[i / 2], i % 2);
        app_close(&app);
    }
}

static void the_line_to_measure_is_seen_where_it_is_opened(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * PANELS; i++) {
        opens_page(&panels[i / 2], i % 2, STAFF_PANEL);
        is_in_sight("ruler", &panels[i / 2], i % 2);
        app_close(&app);
    }
}

static void who_walks_up_while_the_glass_is_cleaned_sees_why_and_whom_to_call(void **state)
{
    (void)state;
    char bytes[2048];
    for (int i = 0; i < 2 * PANELS; i++) {
        opens_page(&panels[i / 2], i % 2, STAFF_CLEANING);
        app_scene(&app, 0);
        assert_int_equal(scene_scroll_limit(&app.scene), 0);
        struct text out = text_in(bytes, sizeof bytes);
        node_say(named("help-bar"), &out);
        assert_non_null(strstr(bytes, "988"));
        assert_non_null(strstr(bytes, "911"));
        assert_true(named("help-bar")->rect.y + named("help-bar")->rect.h <= panels[i / 2].height);
        out = text_in(bytes, sizeof bytes);
        node_say(app.scene.main, &out);
        assert_non_null(strstr(bytes, i % 2 == 0 ? "This screen is being cleaned" : "Se está limpiando"));
        app_close(&app);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_digits_of_a_pin_are_seen_at_once_on_every_panel),
        cmocka_unit_test(they_are_while_staff_must_wait_too),
        cmocka_unit_test(a_key_that_is_learned_is_seen_where_nobody_scrolls),
        cmocka_unit_test(the_line_to_measure_is_seen_where_it_is_opened),
        cmocka_unit_test(who_walks_up_while_the_glass_is_cleaned_sees_why_and_whom_to_call),
    };
    return cmocka_run_group_tests_name("staff_panels", tests, opens, closes);
}
