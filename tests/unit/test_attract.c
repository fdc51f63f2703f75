/* The words on the attract picture, against the pixels that are really under them. */
#include "app.h"
#include "load.h"
#include "raster.h"
#include "theme_load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct content *content;
static struct raster *raster;
static struct theme theme;

static int opens(void **state)
{
    (void)state;
    static struct problems problems;
    const char *folders[] = {IOP_SOURCE_DIR "/content", IOP_SOURCE_DIR "/assets/pictures", NULL}, *cause = NULL;
    content = content_load(IOP_SOURCE_DIR "/content", &problems);
    raster = raster_open(folders, &cause);
    if (raster == NULL)
        fprintf(stderr, "%s\n", cause);
    bool themed = theme_load(&theme, IOP_SOURCE_DIR "/assets", &problems);
    problems_free(&problems);
    return content != NULL && raster != NULL && themed ? 0 : -1;
}

static int closes(void **state)
{
    (void)state;
    raster_close(raster);
    content_free(content);
    return 0;
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_on_the_attract_picture_can_be_read),
    };
    return cmocka_run_group_tests_name("attract", tests, opens, closes);
}
