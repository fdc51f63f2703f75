/* The words on the attract picture, against the pixels that are really under them. */
#include "app.h"
#include "lettered.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

enum { PANEL_PIXELS = 1920 * 1080, FEW = 50 /* one pixel of so many may be worse */ };

static uint32_t ground_pixels[PANEL_PIXELS];

/* The attract screen without its words; they stay in the app's list. */
static struct pixmap ground_of_attract(struct app *app, int width, int height)
{
    static struct draw_list surfaces;
    struct rect rects[MAX_DAMAGE];
    struct pixmap ground = {ground_pixels, width, height, width};
    app_open(app, (struct app_setup){content, &theme, raster_metrics(raster), width > height ? 476 : 268, true}, width,
             height, 0);
    app_draw(app, rects, 0);
    draw_list_clear(&surfaces);
    for (size_t i = 0; i < app->list.count; i++)
        if (app->list.items[i].kind != DRAW_TEXT)
            draw_list_add(&surfaces, app->list.items[i]);
    raster_draw(raster, &ground, &surfaces, (struct rect){0, 0, width, height});
    draw_list_free(&surfaces);
    return ground;
}

static void assert_readable(const struct draw *word, const struct pixmap *ground)
{
    const float needed = 10;
    int worse = 0, all = 0;
    struct rect area = rect_intersection(word->bounds, (struct rect){0, 0, ground->width, ground->height});
    for (int y = area.y; y < area.y + area.h; y++)
        for (int x = area.x; x < area.x + area.w; x++, all++)
            worse += contrast_ratio(word->color, ground->pixels[y * ground->stride + x]) < needed ? 1 : 0;
    if (worse * FEW > all)
        fail_msg("under \"%.*s\" %d%% of the pixels are closer than 10:1", (int)word->length, word->text,
                 worse * 100 / all);
}

static void words_on_the_attract_picture_can_be_read(void **state)
{
    (void)state;
    static struct app app;
    const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {1024, 600}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct pixmap ground = ground_of_attract(&app, sizes[s][0], sizes[s][1]);
        for (size_t i = 0; i < app.list.count; i++)
            if (app.list.items[i].kind == DRAW_TEXT && app.list.items[i].face != FACE_ICON)
                assert_readable(&app.list.items[i], &ground);
        app_close(&app);
    }
}

/* ---- a clinic with a very long name ---------------------------------------------------------------------- */

static const char long_name[] =
    "The Northern Valley Community Partnership for Behavioral Health, Intensive Outpatient Programs, Family Support "
    "and "
    "Recovery Services at the Doctor Maria Esperanza Villanueva de la Cruz Memorial Medical Center and School of "
    "Nursing, Department of Psychiatry, Building Seven, Second Floor, in Partnership with the County of San Bernardino";
static const char one_word[] =
    "Gesundheitsfoerderungsgemeinschaftspraxisverbundszentralverwaltungsstellenleitungsgesundheitsfoerderungsgemeinsch"
    "aftspraxisverbundszentralverwaltungsstellenleitungsgesundheitsfoerderungsgemeinschaftspraxisverbundszentralverwal";

/* All that is seen of a screen lies on it, and no button lies on another thing of its own parent. */
static void assert_all_on_screen(struct app *app, bool lower)
{
    const struct scene *scene = app_scene(app, 0);
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (scene->main != NULL && node_within(node, scene->main))
            continue;
        if (node->flow == NULL && node->role != ROLE_BUTTON)
            continue;
        assert_true(node->rect.x >= 0 && node->rect.x + node->rect.w <= app->frame.width);
        if (node->rect.y + node->rect.h > app->frame.above + app->frame.height)
            fail_msg("\"%s\" ends %d pixels below a screen of %d x %d%s",
                     node->name != NULL ? node->name : node->spans[0].text,
                     node->rect.y + node->rect.h - app->frame.above - app->frame.height, app->frame.width,
                     app->frame.above + app->frame.height, lower ? ", everything lower" : "");
    }
}

static void a_clinics_name_of_hundreds_of_letters_hides_nothing(void **state)
{
    (void)state;
    static struct app app;
    const int panels[][3] = {{1920, 1080, 476}, {1080, 1920, 268}, {1024, 600, 155}, {600, 1024, 90}, {1280, 800, 217}};
    const char *names[] = {long_name, one_word}, *real = content->settings.clinic_name;
    for (size_t i = 0; i < 2 * sizeof panels / sizeof *panels; i++) {
        const int *panel = panels[i / 2];
        content->settings.clinic_name = names[i % 2];
        app_open(&app, (struct app_setup){content, &theme, raster_metrics(raster), (float)panel[2], true}, panel[0],
                 panel[1], 0);
        assert_all_on_screen(&app, false);
        app_act(&app, (struct action){ACTION_BEGIN, 0, 0}, 0);
        assert_all_on_screen(&app, false);
        app_act(&app, (struct action){ACTION_LOWER, 0, 0}, 0);
        assert_all_on_screen(&app, true);
        app_close(&app);
    }
    content->settings.clinic_name = real;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_on_the_attract_picture_can_be_read),
        cmocka_unit_test(a_clinics_name_of_hundreds_of_letters_hides_nothing),
    };
    return cmocka_run_group_tests_name("attract", tests, opens, closes);
}
