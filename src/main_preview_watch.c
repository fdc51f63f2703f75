/* iop-content preview --watch: one screen in a window that follows what staff save. */
#include "main_content.h"

#include "app_tour.h"
#include "main_notice.h"
#include "main_options.h"
#include "main_preview.h"
#include "main_stage.h"
#include "raster.h"
#include "text.h"
#include "theme_load.h"
#include "tour.h"
#include "watch.h"
#include "window.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALM_MS = 20, FRAME_PX = 40, TITLE_SIZE = 512, SMALLEST_PX = 240 };

/* Time stands still, so that nobody who edits is asked whether they are still there. */
struct viewer {
    const struct preview *wanted;
    struct window *window;
    struct raster *raster;
    struct watch *watch;
    const struct content *content; /* the last good one */
    struct theme theme;
    struct key_table keys;
    struct app app;
    struct problems problems; /* of the files as they are now */
    struct stop stop;         /* where the arrows led */
    int index;                /* of it */
    int width, height;        /* of the panel that is stood for; the window may be smaller */
    float panel_mm;
    int text_size, palette;
    bool ended;
};

/* ---- the window -------------------------------------------------------------------------------------------------- */

/* The place in the files of what the screen shows first. */
static struct place first_place(struct app *app, int64_t now_ms)
{
    for (const struct node *node = app_scene(app, now_ms)->root; node != NULL; node = node_next(node))
        if (node->place.line > 0 && node_within(node, app->scene.main != NULL ? app->scene.main : app->scene.root))
            return node->place;
    return (struct place){0};
}

static void say_where(struct viewer *viewer)
{
    static const char *const sizes[TEXT_SIZES] = {"small", "normal", "large", "largest"};
    static const char *const palettes[THEMES] = {"calm", "black on white", "white on black", "dim"};
    char words[TITLE_SIZE];
    struct text title = text_in(words, sizeof words);
    const struct session *session = &viewer->app.session;
    struct place place = first_place(&viewer->app, viewer->stop.now_ms);
    if (viewer->problems.errors > 0)
        text_addf(&title, "%zu %s - ", viewer->problems.errors, viewer->problems.errors == 1 ? "mistake" : "mistakes");
    text_addf(&title, "%s%s%s", tour_shows_draft(viewer->content, session) ? "DRAFT - " : "", viewer->stop.name,
              session_view(session)->screen == session_view(&viewer->stop.session)->screen ? "" : " and on");
    if (place.line > 0)
        text_addf(&title, " - %s:%d", place.file, place.line);
    text_addf(&title, " - %s, %s, %s, %dx%d - l language, +/- size, t theme, o turn, Left/Right screen, q quit",
              viewer->content->settings.languages[session->language].tag, sizes[viewer->text_size],
              palettes[viewer->palette], viewer->width, viewer->height);
    window_title(viewer->window, words);
}

static void show(struct viewer *viewer)
{
    struct rect rects[MAX_DAMAGE];
    struct pixmap pixmap = window_pixmap(viewer->window);
    if (pixmap.width == 0)
        return;
    if (viewer->problems.errors > 0 && (viewer->app.stale || viewer->app.repaint))
        viewer->app.damage.all = true; /* the notice lies over it */
    int count = app_draw(&viewer->app, rects, viewer->stop.now_ms);
    for (int i = 0; i < count; i++)
        raster_draw(viewer->raster, &pixmap, &viewer->app.list, rects[i]);
    if (count == 0)
        return;
    if (viewer->problems.errors > 0)
        notice_draw(viewer->raster, &pixmap, &viewer->theme, &viewer->problems);
    window_show(viewer->window, rects, (size_t)count);
    say_where(viewer);
}

/* As large as the panel, or as much smaller as the display is: millimetres stay what they are. */
static void fit(struct viewer *viewer, int *width, int *height)
{
    struct rect room = window_room(viewer->window);
    float across = (float)room.w / (float)viewer->width;
    float down = (float)(room.h - FRAME_PX) / (float)viewer->height;
    float share = across < down ? across : down;
    share = share < 1 ? share : 1;
    *width = (int)((float)viewer->width * share);
    *height = (int)((float)viewer->height * share);
    *width = *width < SMALLEST_PX ? SMALLEST_PX : *width;
    *height = *height < SMALLEST_PX ? SMALLEST_PX : *height;
}

/* ---- what is shown -------------------------------------------------------------------------------------------------
 */

/* What a visitor cannot have chosen at rest is kept for the next screen. */
static void dress(struct viewer *viewer)
{
    struct session *session = &viewer->app.session;
    if (session_view(session)->screen != SCREEN_ATTRACT) {
        session->text_size = (uint8_t)viewer->text_size;
        session->theme = (uint8_t)viewer->palette;
        session->lower = viewer->wanted->lower;
    }
    viewer->app.stale = true;
}

static void go_to(struct viewer *viewer, int index, int language)
{
    int length = tour_length(viewer->content);
    viewer->index = length > 0 ? (index % length + length) % length : 0;
    if (!tour_stop(viewer->content, viewer->index, language, &viewer->stop))
        session_start(&viewer->stop.session, 0);
    app_show_stop(&viewer->app, &viewer->stop);
    dress(viewer);
}

/* What the visitor of the window chose with the kiosk's own buttons counts, too. */
static void take_over(struct viewer *viewer)
{
    const struct session *session = &viewer->app.session;
    if (session_view(session)->screen == SCREEN_ATTRACT)
        return;
    viewer->text_size = session->text_size;
    viewer->palette = session->theme;
}

static void turn(struct viewer *viewer)
{
    int width = viewer->width;
    viewer->panel_mm = viewer->panel_mm * (float)viewer->height / (float)width;
    viewer->width = viewer->height;
    viewer->height = width;
    viewer->app.setup.panel_mm = viewer->panel_mm;
    int height = 0;
    fit(viewer, &width, &height);
    window_resize(viewer->window, width, height);
}

/* ---- files
 * ----------------------------------------------------------------------------------------------------------- */

static uint32_t mix(uint32_t sum, const char *words)
{
    for (; *words != '\0'; words++)
        sum = (sum ^ (uint8_t)*words) * 16777619u; /* FNV-1a */
    return sum * 16777619u;
}

/* Two contents of the same shape have the same places at the same indexes, so a visit goes on in the other one. */
static uint32_t shape_of(const struct content *content)
{
    uint32_t sum = 2166136261u;
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++)
        sum = mix(sum, stop.name);
    for (size_t i = 0; i < content->screening_count; i++)
        for (size_t j = 0; j < content->screenings[i].item_count; j++) {
            const struct item *item = &content->screenings[i].items[j];
            sum = mix(sum, item->id);
            for (size_t k = 0; item->options != NULL && k < item->options->option_count; k++)
                sum = mix(sum, item->options->id);
        }
    for (size_t i = 0; i < content->settings.language_count; i++)
        sum = mix(sum, content->settings.languages[i].tag);
    return sum;
}

/* The stop of that name, or the one that took its place. */
static int find_stop(const struct content *content, const char *name, int otherwise)
{
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++)
        if (strcmp(stop.name, name) == 0)
            return i;
    int length = tour_length(content);
    return otherwise < length ? otherwise : length - 1;
}

static void change_content(struct viewer *viewer, const struct content *content)
{
    const struct content *old = viewer->content;
    struct session session = viewer->app.session;
    bool same = shape_of(old) == shape_of(content);
    int language = content_language(content, old->settings.languages[session.language].tag);
    int index = find_stop(content, viewer->stop.name, viewer->index);
    viewer->content = content;
    app_change_content(&viewer->app, content, viewer->panel_mm, viewer->stop.now_ms);
    if (same)
        viewer->app.session = session;
    else
        go_to(viewer, index, language < 0 ? 0 : language);
    viewer->keys = content_keys(content);
    content_free((struct content *)(uintptr_t)old);
}

static void load(struct viewer *viewer)
{
    const char *date = viewer->wanted->date != NULL ? viewer->wanted->date : content_today();
    struct problems theme_problems = {0};
    struct theme theme;
    if (theme_load(&theme, viewer->wanted->assets, &theme_problems))
        viewer->theme = theme;
    else
        problems_print(&theme_problems, stderr, false);
    problems_free(&theme_problems);
    problems_free(&viewer->problems);
    const struct content *content =
        content_load_as(viewer->wanted->folder, (struct load_wish){date, viewer->wanted->drafts}, &viewer->problems);
    problems_sort(&viewer->problems);
    if (viewer->problems.errors > 0)
        problems_print(&viewer->problems, stderr, false);
    if (content != NULL)
        change_content(viewer, content);
    raster_forget(viewer->raster); /* pictures may have changed under the same name */
    viewer->app.stale = true;
    viewer->app.damage.all = true;
}

/* ---- keys
 * ---------------------------------------------------------------------------------------------------------------- */

static void next_language(struct viewer *viewer)
{
    struct session *session = &viewer->app.session;
    session->language = (uint8_t)((session->language + 1u) % viewer->content->settings.language_count);
}

static void larger(struct viewer *viewer)
{
    viewer->text_size += viewer->text_size < TEXT_SIZES - 1;
}

static void smaller(struct viewer *viewer)
{
    viewer->text_size -= viewer->text_size > 0;
}

static void next_theme(struct viewer *viewer)
{
    viewer->palette = (viewer->palette + 1) % THEMES;
}

static void next_screen(struct viewer *viewer)
{
    go_to(viewer, viewer->index + 1, viewer->app.session.language);
}

static void previous_screen(struct viewer *viewer)
{
    go_to(viewer, viewer->index - 1, viewer->app.session.language);
}

static void quit(struct viewer *viewer)
{
    viewer->ended = true;
}

static const struct hot_key {
    const char *name;
    void (*act)(struct viewer *viewer);
} hot_keys[] = {{"L", next_language},      {"=", larger},     {"Keypad +", larger}, {"-", smaller},
                {"Keypad -", smaller},     {"T", next_theme}, {"O", turn},          {"Right", next_screen},
                {"Left", previous_screen}, {"Q", quit},       {"Escape", quit}};

/* All other keys, touch and mouse mean what they mean to the kiosk. */
static void take_input(struct viewer *viewer, struct input input)
{
    for (size_t i = 0; input.kind == INPUT_KEY && i < sizeof hot_keys / sizeof *hot_keys; i++)
        if (key_code(hot_keys[i].name) == input.code) {
            take_over(viewer);
            hot_keys[i].act(viewer);
            dress(viewer);
            return;
        }
    viewer->ended = (app_input(&viewer->app, input, viewer->stop.now_ms) & APP_STOP) != 0;
    take_over(viewer);
}

static void run(struct viewer *viewer)
{
    while (!viewer->ended) {
        watch_read(viewer->watch, window_now_ms());
        if (watch_changed(viewer->watch, window_now_ms()))
            load(viewer);
        show(viewer);
        take_input(viewer, window_wait(viewer->window, watch_deadline(viewer->watch)));
        while (!viewer->ended && window_pending(viewer->window))
            take_input(viewer, window_wait(viewer->window, 0));
    }
}

/* ---- begin and end
 * --------------------------------------------------------------------------------------------------------- */

static bool open_window(struct viewer *viewer)
{
    const char *cause = NULL;
    viewer->raster = stage_raster(viewer->wanted->folder, viewer->wanted->assets, &cause);
    if (viewer->raster != NULL)
        viewer->window = window_open(
            (struct window_options){
                .width = viewer->width, .height = viewer->height, .cursor = true, .keys = &viewer->keys},
            &cause);
    if (viewer->window == NULL)
        fprintf(stderr, "iop-content: %s\n", cause);
    return viewer->window != NULL;
}

static void begin(struct viewer *viewer)
{
    int width = 0, height = 0, language = 0;
    struct app_setup setup = {content_fallback(), &viewer->theme, raster_metrics(viewer->raster), viewer->panel_mm,
                              true};
    window_may_close(viewer->window);
    stage_theme(&viewer->theme, viewer->wanted->assets);
    viewer->content = content_fallback();
    viewer->keys = content_keys(viewer->content);
    fit(viewer, &width, &height);
    window_resize(viewer->window, width, height);
    app_open_for_tour(&viewer->app, setup, width, height);
    go_to(viewer, 0, 0);
    load(viewer);
    if (viewer->wanted->language != NULL)
        language = content_language(viewer->content, viewer->wanted->language);
    go_to(viewer, find_stop(viewer->content, "home", 0), language < 0 ? 0 : language);
}

int preview_watch(const struct preview *preview)
{
    static struct viewer viewer; /* large */
    const char *folders[] = {preview->folder, preview->assets, NULL};
    viewer.wanted = preview;
    viewer.width = preview->width;
    viewer.height = preview->height;
    viewer.panel_mm = preview_panel_mm(preview);
    viewer.text_size = preview->text_size;
    viewer.palette = preview->palette;
    viewer.watch = watch_open(folders); /* before the first load: what changes during it is read again */
    watch_calm(viewer.watch, CALM_MS);
    bool opened = open_window(&viewer);
    if (opened) {
        begin(&viewer);
        window_watch(viewer.window, INPUT_RELOAD, watch_descriptor(viewer.watch), POLLIN);
        run(&viewer);
        app_close(&viewer.app);
        content_free((struct content *)(uintptr_t)viewer.content);
        window_close(viewer.window);
    }
    problems_free(&viewer.problems);
    raster_close(viewer.raster);
    watch_close(viewer.watch);
    return opened ? 0 : 2;
}
