/* Shares the screens out to processes, each with its own letters and pixels; they answer with what they drew. */
#include "main_gallery.h"

#include "app_tour.h"
#include "main_stage.h"
#include "main_workers.h"
#include "raster.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BAR_WIDTH = 30, STEPS_TOLD = 4 };

/* What one process needs. */
struct studio {
    const struct gallery *gallery;
    struct raster *raster;
    struct pixmap pixmap;
    struct app app;
    int64_t now_ms;
};

bool make_folder(const char *path)
{
    char partial[4096] = "";
    snprintf(partial, sizeof partial, "%s", path);
    for (char *slash = strchr(partial + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(partial, 0777);
        *slash = '/';
    }
    if (mkdir(partial, 0777) == 0 || errno == EEXIST)
        return true;
    fprintf(stderr, "iop-content: the folder %s cannot be made: %s.\n", path, strerror(errno));
    return false;
}

void picture_name(char *out, const char *stop, const char *language, int screenful)
{
    if (screenful == 0)
        snprintf(out, PICTURE_NAME, "%s.%s.png", stop, language);
    else
        snprintf(out, PICTURE_NAME, "%s-%d.%s.png", stop, screenful + 1, language);
}

/* ---- in each process ------------------------------------------------------------------------------------------- */

static bool draw_screenful(struct studio *studio, const char *name, const char *language, int screenful)
{
    struct rect rects[MAX_DAMAGE];
    damage_wipe(&studio->app.damage);
    app_draw(&studio->app, rects, studio->now_ms);
    struct rect all = {0, 0, studio->pixmap.width, studio->pixmap.height};
    raster_draw(studio->raster, &studio->pixmap, &studio->app.list, all);
    char file[4096 + PICTURE_NAME], picture[PICTURE_NAME];
    picture_name(picture, name, language, screenful);
    snprintf(file, sizeof file, "%s/%s", studio->gallery->out, picture);
    return raster_save_png(&studio->pixmap, file);
}

/* As somebody who moves with keys; a question or a cover is not pressed away. */
static void move_by_keys(struct studio *studio)
{
    struct app *app = &studio->app;
    int moves = studio->gallery->wanted->moves;
    bool over = app->session.asking || app->session.cover != COVER_NONE;
    app->focus = (struct app_focus){0};
    app->focus.shown = moves >= 0;
    for (int i = 0; i < moves && !over; i++)
        app_input(app, (struct input){.kind = INPUT_KEY, .key = KEY_NEXT}, studio->now_ms);
}

static void enter(struct studio *studio, const struct stop *stop)
{
    const struct preview *wanted = studio->gallery->wanted;
    struct app *app = &studio->app;
    app_show_stop(app, stop);
    if (!stop->at_rest) {
        app->session.text_size = (uint8_t)wanted->text_size;
        app->session.theme = (uint8_t)wanted->palette;
        app->session.lower = wanted->lower;
    }
    studio->now_ms = stop->now_ms;
    if (!stop->at_rest)
        move_by_keys(studio);
}

/* A long page is drawn screenful by screenful. Returns how many; 0: a file could not be written. */
static int draw_stop(struct studio *studio, const struct stop *stop, int language)
{
    const char *tag = studio->gallery->content->settings.languages[language].tag;
    struct app *app = &studio->app;
    enter(studio, stop);
    for (int screenful = 0;;) {
        if (!draw_screenful(studio, stop->name, tag, screenful))
            return 0;
        int before = app_scroll(app);
        screenful++;
        if (screenful == MOST_SCREENFULS || app->session.asking || app->session.cover != COVER_NONE)
            return screenful;
        app_act(app, (struct action){ACTION_SCROLL, 1, 0}, 0);
        if (app_scroll(app) == before)
            return screenful;
    }
}

static bool draw_part(struct studio *studio, int part, int parts, FILE *out)
{
    const struct gallery *gallery = studio->gallery;
    struct stop stop;
    for (int i = 0, mine = 0; i < gallery->stops * gallery->languages; i++) {
        if (!gallery->due[i] || mine++ % parts != part)
            continue;
        tour_stop(gallery->content, i / gallery->languages, i % gallery->languages, &stop);
        int screenfuls = draw_stop(studio, &stop, i % gallery->languages);
        if (screenfuls == 0)
            return false;
        fprintf(out, "%d %d %s\n", i, screenfuls, stop.name);
        fflush(out);
    }
    return true;
}

static bool work(void *context, int part, int parts, FILE *out)
{
    static struct studio studio;
    static struct theme theme;
    const struct gallery *gallery = context;
    const struct preview *wanted = gallery->wanted;
    const char *cause = NULL;
    studio.gallery = gallery;
    studio.raster = stage_raster(wanted->folder, wanted->assets, &cause);
    size_t size = (size_t)wanted->width * (size_t)wanted->height;
    studio.pixmap = (struct pixmap){calloc(size, sizeof(uint32_t)), wanted->width, wanted->height, wanted->width};
    if (studio.raster == NULL || studio.pixmap.pixels == NULL) {
        fprintf(stderr, "iop-content: %s\n", cause != NULL ? cause : "There is not enough memory to draw.");
        return false;
    }
    stage_theme(&theme, wanted->assets);
    struct app_setup setup = {gallery->content, &theme, raster_metrics(studio.raster), preview_panel_mm(wanted), true};
    app_open_for_tour(&studio.app, setup, wanted->width, wanted->height);
    bool drawn = draw_part(&studio, part, parts, out);
    app_close(&studio.app);
    free(studio.pixmap.pixels);
    raster_close(studio.raster);
    return drawn;
}

/* ---- in the one that was called --------------------------------------------------------------------------------- */

static void say_progress(const struct gallery *gallery, const char *name)
{
    if (isatty(STDOUT_FILENO) != 1) {
        if (gallery->done * STEPS_TOLD / gallery->total != (gallery->done - 1) * STEPS_TOLD / gallery->total)
            printf("drawn: %d of %d screens\n", gallery->done, gallery->total);
        fflush(stdout);
        return;
    }
    int filled = BAR_WIDTH * gallery->done / gallery->total;
    printf("\r\033[K[%.*s%*s] %d of %d  %s%s", filled, "##############################", BAR_WIDTH - filled, "",
           gallery->done, gallery->total, gallery->done < gallery->total ? name : "",
           gallery->done < gallery->total ? "" : "\r\033[K");
    fflush(stdout);
}

static void note_answer(void *context, char *line)
{
    struct gallery *gallery = context;
    int index = 0, screenfuls = 0, name = 0;
    if (sscanf(line, "%d %d %n", &index, &screenfuls, &name) != 2 || index < 0 ||
        index >= gallery->stops * gallery->languages)
        return;
    gallery->drawn[index] = (unsigned char)screenfuls;
    gallery->files += screenfuls;
    gallery->done++;
    say_progress(gallery, line + name);
}

bool gallery_begin(struct gallery *gallery, const struct preview *wanted, const struct content *content,
                   const char *out)
{
    *gallery = (struct gallery){.wanted = wanted, .content = content, .out = out};
    gallery->stops = tour_length(content);
    gallery->languages = (int)content->settings.language_count;
    size_t size = (size_t)gallery->stops * (size_t)gallery->languages + 1;
    gallery->due = calloc(size, 1);
    gallery->drawn = calloc(size, 1);
    return gallery->due != NULL && gallery->drawn != NULL;
}

void gallery_want(struct gallery *gallery, int stop, int language)
{
    unsigned char *due = &gallery->due[stop * gallery->languages + language];
    gallery->total += *due == 0;
    *due = 1;
}

bool gallery_draw(struct gallery *gallery)
{
    struct job job = {work, note_answer, gallery, 0};
    if (!make_folder(gallery->out))
        return false;
    return gallery->total == 0 || workers_run(&job);
}

int gallery_of(const struct gallery *gallery, int stop, int language)
{
    return gallery->drawn[stop * gallery->languages + language];
}

void gallery_free(struct gallery *gallery)
{
    free(gallery->due);
    free(gallery->drawn);
}
