/* iop-content preview: every screen and state as PNG, drawn without a display. */
#include "main_content.h"

#include "app.h"
#include "main_options.h"
#include "main_preview.h"
#include "main_stage.h"
#include "raster.h"
#include "tour.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_SCREENFULS = 9 };

/* What one drawing needs. */
struct studio {
    const struct preview *wanted;
    const struct content *content;
    struct raster *raster;
    struct pixmap pixmap;
    struct app *app;
    int total, drawn, pictures;
    int64_t now_ms;
};

static int read_arguments(int argc, char **argv, struct preview *preview)
{
    static const struct option known[] = {
        {"out", required_argument, NULL, 'o'},       {"size", required_argument, NULL, 's'},
        {"panel-mm", required_argument, NULL, 'p'},  {"language", required_argument, NULL, 'l'},
        {"text-size", required_argument, NULL, 't'}, {"theme", required_argument, NULL, 'c'},
        {"assets", required_argument, NULL, 'a'},    {"date", required_argument, NULL, 'd'},
        {"lower", no_argument, NULL, 'r'},           {"focus", required_argument, NULL, 'f'},
        {"watch", no_argument, NULL, 'w'},           {NULL, 0, NULL, 0}};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (found == 'o')
            preview->out = optarg;
        else if (found == 'l')
            preview->language = optarg;
        else if (found == 'a')
            preview->assets = optarg;
        else if (found == 'r')
            preview->lower = true;
        else if (found == 'w')
            preview->watch = true;
        else if (found == 'd')
            preview->date = optarg;
        else if (found == 's' && !option_size(optarg, &preview->width, &preview->height))
            return content_usage_error("--size needs a size such as 1920x1080 (320x240 to 7680x7680).");
        else if (found == 'p' && !option_number(optarg, 80, 2000, &preview->panel_mm))
            return content_usage_error("--panel-mm needs a width in millimetres, 80 to 2000.");
        else if (found == 't' && !option_number(optarg, 0, TEXT_SIZES - 1, &preview->text_size))
            return content_usage_error("--text-size needs 0 (small), 1 (normal), 2 (large) or 3 (largest).");
        else if (found == 'c' && !option_number(optarg, 0, THEMES - 1, &preview->palette))
            return content_usage_error("--theme needs 0 (calm), 1, 2 or 3 (dim).");
        else if (found == 'f' && !option_number(optarg, 0, 1000, &preview->moves))
            return content_usage_error("--focus needs a number of steps, 0 (the title) to 1000.");
        else if (found == '?')
            return content_usage_error("that option is not known.");
    }
    if (preview->date != NULL && wall_day(preview->date) == NO_DAY)
        return content_usage_error("--date needs a day such as 2026-11-26.");
    if (optind + 1 != argc || (preview->out != NULL) == preview->watch)
        return content_usage_error("preview needs one folder, and either --out DIR or --watch.");
    preview->folder = argv[optind];
    return 0;
}

static bool make_folder(const char *path)
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

static void say_progress(struct studio *studio, const char *file)
{
    studio->drawn++;
    bool terminal = isatty(STDOUT_FILENO) == 1;
    if (terminal)
        printf("\r\033[Kdrawing %d of %d: %s", studio->drawn, studio->total, file);
    else if (studio->drawn % 25 == 0 || studio->drawn == studio->total)
        printf("drawing %d of %d\n", studio->drawn, studio->total);
    fflush(stdout);
}

static bool draw_screenful(struct studio *studio, const char *name, const char *language, int screenful)
{
    struct rect rects[MAX_DAMAGE];
    damage_wipe(&studio->app->damage);
    app_draw(studio->app, rects, studio->now_ms);
    struct rect all = {0, 0, studio->pixmap.width, studio->pixmap.height};
    raster_draw(studio->raster, &studio->pixmap, &studio->app->list, all);
    char file[4096];
    if (screenful == 0)
        snprintf(file, sizeof file, "%s/%s.%s.png", studio->wanted->out, name, language);
    else
        snprintf(file, sizeof file, "%s/%s-%d.%s.png", studio->wanted->out, name, screenful + 1, language);
    if (screenful == 0)
        say_progress(studio, file);
    studio->pictures++;
    return raster_save_png(&studio->pixmap, file);
}

/* As somebody who moves with keys; a question or a cover is not pressed away. */
static void move_by_keys(struct studio *studio)
{
    struct app *app = studio->app;
    bool over = app->session.asking || app->session.cover != COVER_NONE;
    app->focus = (struct app_focus){0};
    app->focus.shown = studio->wanted->moves >= 0;
    for (int i = 0; i < studio->wanted->moves && !over; i++)
        app_input(app, (struct input){.kind = INPUT_KEY, .key = KEY_NEXT}, studio->now_ms);
}

/* A long page is drawn screenful by screenful. */
static bool draw_stop(struct studio *studio, const struct stop *stop, int language)
{
    const char *tag = studio->content->settings.languages[language].tag;
    struct app *app = studio->app;
    app->session = stop->session;
    app->cover_scroll = 0;
    app->wall = stop->wall;
    if (!stop->at_rest) {
        app->session.text_size = (uint8_t)studio->wanted->text_size;
        app->session.theme = (uint8_t)studio->wanted->palette;
        app->session.lower = studio->wanted->lower;
    }
    app->stale = true;
    studio->now_ms = stop->now_ms;
    if (!stop->at_rest)
        move_by_keys(studio);
    for (int screenful = 0; screenful < MOST_SCREENFULS; screenful++) {
        if (!draw_screenful(studio, stop->name, tag, screenful))
            return false;
        int before = app_scroll(app);
        if (app->session.asking || app->session.cover != COVER_NONE)
            break;
        app_act(app, (struct action){ACTION_SCROLL, 1, 0}, 0);
        if (app_scroll(app) == before)
            break;
    }
    return true;
}

static int draw_all(struct studio *studio)
{
    const struct settings *settings = &studio->content->settings;
    int only = -1;
    if (studio->wanted->language != NULL) {
        only = content_language(studio->content, studio->wanted->language);
        if (only < 0)
            return content_usage_error("--language needs the tag of a language in kiosk.yaml, such as en.");
    }
    studio->total = tour_length(studio->content) * (only >= 0 ? 1 : (int)settings->language_count);
    for (int language = 0; language < (int)settings->language_count; language++) {
        struct stop stop;
        for (int i = 0; (only < 0 || only == language) && tour_stop(studio->content, i, language, &stop); i++)
            if (!draw_stop(studio, &stop, language))
                return 2;
    }
    printf("%s%d screens are in %s, in %d pictures\n", isatty(STDOUT_FILENO) == 1 ? "\r\033[K" : "", studio->drawn,
           studio->wanted->out, studio->pictures);
    return 0;
}

float preview_panel_mm(const struct preview *preview)
{
    if (preview->panel_mm > 0)
        return (float)preview->panel_mm;
    return usual_panel_mm(preview->width, preview->height);
}

/* Opens what drawing needs, draws, closes. */
static int draw_with(struct studio *studio)
{
    static struct app app;
    static struct theme theme;
    const struct preview *wanted = studio->wanted;
    stage_theme(&theme, wanted->assets);
    studio->app = &app;
    size_t size = (size_t)wanted->width * (size_t)wanted->height * sizeof(uint32_t);
    studio->pixmap = (struct pixmap){malloc(size), wanted->width, wanted->height, wanted->width};
    if (studio->pixmap.pixels == NULL)
        return 2;
    memset(studio->pixmap.pixels, 0, size);
    struct app_setup setup = {studio->content, &theme, raster_metrics(studio->raster), preview_panel_mm(wanted), true};
    app_open(&app, setup, wanted->width, wanted->height, 0);
    app.facts = tour_board.facts;
    app.reload = tour_board.reload;
    int status = draw_all(studio);
    app_close(&app);
    free(studio->pixmap.pixels);
    return status;
}

int content_preview_command(int argc, char **argv)
{
    struct preview preview = {
        .assets = "assets", .width = 1920, .height = 1080, .text_size = DEFAULT_TEXT_SIZE, .moves = -1};
    int status = read_arguments(argc, argv, &preview);
    if (status != 0)
        return status;
    if (preview.watch)
        return preview_watch(&preview);
    struct content *content = content_load_or_report(preview.folder, preview.date);
    if (content == NULL || !make_folder(preview.out)) {
        content_free(content);
        return 2;
    }
    const char *cause = NULL;
    struct studio studio = {
        .wanted = &preview, .content = content, .raster = stage_raster(preview.folder, preview.assets, &cause)};
    status = 2;
    if (studio.raster != NULL)
        status = draw_with(&studio);
    else
        fprintf(stderr, "iop-content: %s\n", cause);
    raster_close(studio.raster);
    content_free(content);
    return status;
}
