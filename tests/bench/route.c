/* Tells bench_drive where to put its finger to see every page, or the longest one: goes the visit as the kiosk
 * would and prints each touch, "x y name". Pixels of a window that shows the same content.
 *
 *   bench_route WIDTHxHEIGHT CONTENT every-page      begins at rest and ends at home
 *   bench_route WIDTHxHEIGHT CONTENT longest-page    begins at rest; the last line is the page itself and how many
 *                                                   words it has, "x y main words" */
#include "app.h"
#include "load.h"
#include "raster.h"
#include "text.h"
#include "theme_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SCROLLS = 400 };

struct visit {
    struct app app;
    const struct content *content;
    bool *seen; /* of each page */
};

/* ---- touching ------------------------------------------------------------------------------------------------- */

static int shown_page(struct visit *visit)
{
    const struct view *view = session_view(&visit->app.session);
    return view->screen == SCREEN_PAGE ? view->subject : -1;
}

/* The middle of what can be seen of it; false if a touch there would mean something else. */
static bool visible_point(struct visit *visit, const struct node *node, int *x, int *y)
{
    const struct scene *scene = app_scene(&visit->app, 0);
    struct rect rect = node->rect;
    int scroll = session_view(&visit->app.session)->scroll;
    if (scene->main != NULL && node_within(node, scene->main)) {
        rect.y -= node != scene->main ? scroll : 0;
        rect = rect_intersection(rect, scene->main->rect);
    }
    *x = rect.x + rect.w / 2;
    *y = rect.y + rect.h / 2;
    return !rect_empty(rect) && (node == scene->main || scene_hit(scene, *x, *y, scroll) == node);
}

static void finger(struct visit *visit, int x, int y, const char *name)
{
    struct rect rects[MAX_DAMAGE];
    printf("%d %d %s\n", x, y, name);
    app_input(&visit->app, (struct input){.kind = INPUT_PRESS, .x = x, .y = y}, 0);
    app_input(&visit->app, (struct input){.kind = INPUT_RELEASE, .x = x, .y = y}, 0);
    app_draw(&visit->app, rects, 0);
}

static const struct node *named(struct visit *visit, const char *name)
{
    for (const struct node *node = app_scene(&visit->app, 0)->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0)
            return node;
    return NULL;
}

/* Scrolls down to it first, if need be. */
static bool touch(struct visit *visit, const struct node *node)
{
    int x, y, down_x, down_y;
    for (int i = 0; node != NULL && i < MOST_SCROLLS; i++) {
        if (visible_point(visit, node, &x, &y)) {
            finger(visit, x, y, node->name != NULL ? node->name : "button");
            return true;
        }
        const struct node *down = named(visit, "scroll-down");
        if (down == NULL || down->disabled || !visible_point(visit, down, &down_x, &down_y))
            return false;
        finger(visit, down_x, down_y, "scroll-down");
    }
    return false;
}

/* ---- every page ----------------------------------------------------------------------------------------------- */

/* The page that a touch on the node opens; -1 if none. */
static int page_behind(const struct node *node)
{
    if (node->disabled || node->parent == NULL)
        return -1;
    if (node->action.kind == ACTION_PAGE)
        return node->action.a;
    return node->action.kind == ACTION_GO && node->action.a == SCREEN_PAGE ? node->action.b : -1;
}

static const struct node *way_to_new_page(struct visit *visit)
{
    for (const struct node *node = app_scene(&visit->app, 0)->root; node != NULL; node = node_next(node)) {
        int page = page_behind(node);
        if (page >= 0 && !visit->seen[page])
            return node;
    }
    return NULL;
}

/* From the screen that is shown, as long as something on it leads to a page not seen before. */
static bool roam(struct visit *visit)
{
    for (const struct node *way = way_to_new_page(visit); way != NULL; way = way_to_new_page(visit)) {
        int page = page_behind(way);
        visit->seen[page] = true;
        if (!touch(visit, way) || shown_page(visit) != page)
            return fprintf(stderr, "bench_route: page %s is out of reach\n", visit->content->pages[page].id), false;
    }
    return true;
}

static bool every_page(struct visit *visit)
{
    bool good = true;
    for (size_t i = 0; good && i < visit->content->home.card_count; i++) {
        good = touch(visit, named(visit, visit->content->home.cards[i].to.name));
        if (shown_page(visit) >= 0)
            visit->seen[shown_page(visit)] = true;
        good = good && roam(visit) && touch(visit, named(visit, "home"));
    }
    for (size_t i = 0; good && i < visit->content->page_count; i++)
        if (!visit->seen[i])
            fprintf(stderr, "bench_route: nothing leads to page %s\n", visit->content->pages[i].id);
    return good;
}

/* ---- the longest page ----------------------------------------------------------------------------------------- */

static int height_of(struct visit *visit, size_t page)
{
    session_start(&visit->app.session, 0);
    app_act(&visit->app, (struct action){ACTION_BEGIN, 0, 0}, 0);
    app_act(&visit->app, (struct action){ACTION_GO, SCREEN_PAGE, (int)page}, 0);
    return app_scene(&visit->app, 0)->main_height;
}

/* True if a card of the home screen opens a page of that section. */
static bool has_card(const struct content *content, uint16_t section)
{
    for (size_t i = 0; i < content->home.card_count; i++) {
        struct action action = session_action_to(content, &content->home.cards[i].to);
        if (action.kind == ACTION_GO && action.a == SCREEN_PAGE && content->pages[action.b].section == section)
            return true;
    }
    return false;
}

static const struct page *find_longest(struct visit *visit)
{
    const struct page *longest = NULL;
    for (size_t i = 0, most = 0; i < visit->content->page_count; i++) {
        size_t height = (size_t)height_of(visit, i);
        if (height <= most || !has_card(visit->content, visit->content->pages[i].section))
            continue;
        most = height;
        longest = &visit->content->pages[i];
    }
    app_wipe(&visit->app, 0);
    return longest;
}

static int words_on_page(struct visit *visit)
{
    static char all[64 * 1024];
    struct text out = text_in(all, sizeof all);
    int words = 0;
    node_say(named(visit, "main"), &out);
    for (const char *word = strtok(all, " \n"); word != NULL; word = strtok(NULL, " \n"))
        words++;
    return words;
}

static bool longest_page(struct visit *visit)
{
    int x, y;
    const struct page *page = find_longest(visit);
    if (page == NULL || !touch(visit, named(visit, "begin")) ||
        !touch(visit, named(visit, visit->content->sections[page->section].id)))
        return false;
    bool there = shown_page(visit) == page - visit->content->pages || touch(visit, named(visit, page->id));
    if (!there || !visible_point(visit, named(visit, "main"), &x, &y))
        return false;
    printf("%d %d main %d\n", x, y, words_on_page(visit));
    return true;
}

/* ---- the program ---------------------------------------------------------------------------------------------- */

static bool go(struct visit *visit, const char *what)
{
    if (strcmp(what, "every-page") == 0)
        return touch(visit, named(visit, "begin")) && every_page(visit);
    if (strcmp(what, "longest-page") == 0)
        return longest_page(visit);
    return fprintf(stderr, "bench_route: every-page and longest-page are known, %s is not\n", what), false;
}

int main(int argc, char **argv)
{
    static struct problems problems;
    static struct theme theme;
    static struct visit visit;
    const char *folders[] = {NULL}, *cause = "";
    int width, height;
    if (argc != 4 || sscanf(argv[1], "%dx%d", &width, &height) != 2)
        return fputs("Usage: bench_route WIDTHxHEIGHT CONTENT every-page|longest-page\n", stderr), 2;
    struct content *content = content_load(argv[2], &problems);
    struct raster *raster = raster_open(folders, &cause);
    if (content == NULL || raster == NULL)
        return fprintf(stderr, "bench_route: the content or the letters cannot be read. %s\n", cause), 1;
    theme_load(&theme, IOP_SOURCE_DIR "/assets", &problems);
    problems_free(&problems);
    visit.content = content;
    visit.seen = calloc(content->page_count + 1, sizeof *visit.seen);
    app_open(&visit.app, (struct app_setup){content, &theme, raster_metrics(raster), width >= height ? 476 : 268, true},
             width, height, 0);
    bool good = visit.seen != NULL && go(&visit, argv[3]);
    free(visit.seen);
    app_close(&visit.app);
    raster_close(raster);
    content_free(content);
    return good ? 0 : 1;
}
