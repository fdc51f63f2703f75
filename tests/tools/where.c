/* Tells a script where to put its finger: goes a visit as the kiosk would, touch by touch, and prints the
 * place of each thing to touch, a line each: "x y name". Pixels of a window that shows the same content.
 *   where WIDTHxHEIGHT NAME...
 * A name that ends in :N means the thing of that name number N, from 0. "scroll-down" and the like work too. */
#include "app.h"
#include "load.h"
#include "raster.h"
#include "theme_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct app app;

static const struct node *find(const char *wish)
{
    const char *colon = strrchr(wish, ':');
    size_t length = colon != NULL ? (size_t)(colon - wish) : strlen(wish);
    int number = colon != NULL ? atoi(colon + 1) : 0;
    for (const struct node *node = app_scene(&app, 0)->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strlen(node->name) == length && strncmp(node->name, wish, length) == 0 &&
            number-- == 0)
            return node;
    return NULL;
}

/* Prints the place and touches it. */
static bool touch(const char *wish)
{
    const struct node *node = find(wish);
    if (node == NULL)
        return fprintf(stderr, "where: there is no %s on this screen\n", wish), false;
    const struct scene *scene = app_scene(&app, 0);
    struct rect rect = node->rect;
    if (scene->main != NULL && node_within(node, scene->main))
        rect = rect_intersection(rect, scene->main->rect);
    int x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    if (rect_empty(rect))
        return fprintf(stderr, "where: %s must be scrolled to first\n", wish), false;
    printf("%d %d %s\n", x, y, wish);
    app_input(&app, (struct input){.kind = INPUT_PRESS, .x = x, .y = y}, 0);
    app_input(&app, (struct input){.kind = INPUT_RELEASE, .x = x, .y = y}, 0);
    return true;
}

static bool touch_all(char **wishes, int count)
{
    for (int i = 0; i < count; i++)
        if (!touch(wishes[i]))
            return false;
    return true;
}

int main(int argc, char **argv)
{
    static struct problems problems;
    static struct theme theme;
    const char *folders[] = {NULL}, *cause = "there is no raster";
    int width, height;
    if (argc < 3 || sscanf(argv[1], "%dx%d", &width, &height) != 2)
        return fputs("Usage: where WIDTHxHEIGHT NAME...\n", stderr), 2;
    struct content *content = content_load(IOP_SOURCE_DIR "/content", &problems);
    struct raster *raster = raster_open(folders, &cause);
    if (content == NULL || raster == NULL)
        return fprintf(stderr, "where: the content or the letters are missing: %s\n", cause), 1;
    theme_load(&theme, IOP_SOURCE_DIR "/assets", &problems);
    problems_free(&problems);
    float panel_mm = width >= height ? 476 : 268;
    app_open(&app, (struct app_setup){content, &theme, raster_metrics(raster), panel_mm, false}, width, height, 0);
    bool good = touch_all(argv + 2, argc - 2);
    app_close(&app);
    raster_close(raster);
    content_free(content);
    return good ? 0 : 1;
}
