/* iop-kiosk: the fullscreen touch kiosk. */
#include "app.h"
#include "journal.h"
#include "load.h"
#include "main_options.h"
#include "main_stage.h"
#include "raster.h"
#include "seal.h"
#include "secret.h"
#include "window.h"
#include "wipe.h"

#include <stdio.h>

static _Alignas(SECRET_PAGE) struct app app; /* large; these live as long as the program */
static struct theme theme;
static struct key_table keys;

/* The last good way: with broken content the kiosk still shows where help is. */
static const struct content *load_content(const char *folder)
{
    static struct problems problems;
    const struct content *content = content_load(folder, &problems);
    if (problems.count > 0)
        problems_print(&problems, stderr, false);
    if (content == NULL) {
        fprintf(stderr,
                "iop-kiosk: the content in \"%s\" cannot be shown. The screen shows 911, 988 and the front desk "
                "until it is mended. `iop-content check %s` lists what to mend.\n",
                folder, folder);
        content = content_fallback();
    }
    journal_say(content != content_fallback() ? JOURNAL_CONTENT_LOADED : JOURNAL_CONTENT_REFUSED, NULL);
    problems_free(&problems);
    return content;
}

/* 21.5 inches, 16:9, if nobody knows better. */
static float panel_width(const struct options *options, const struct content *content, struct window *window)
{
    struct pixmap pixmap = window_pixmap(window);
    int known = options->panel_mm > 0 ? options->panel_mm : content->settings.panel_width_mm;
    if (known == 0 && options->width == 0)
        known = window_panel_mm(window);
    if (known > 0)
        return (float)known;
    return usual_panel_mm(pixmap.width, pixmap.height);
}

static int64_t kiosk_now(const struct options *options)
{
    return window_now_ms() * options->clock_speed;
}

static void show(struct window *window, struct raster *raster, const struct options *options)
{
    struct rect rects[MAX_DAMAGE];
    struct pixmap pixmap = window_pixmap(window);
    if (pixmap.width == 0)
        return; /* what must be drawn stays due */
    int count = app_draw(&app, rects, kiosk_now(options));
    for (int i = 0; i < count; i++)
        raster_draw(raster, &pixmap, &app.list, rects[i]);
    window_show(window, rects, (size_t)count);
}

static void run(struct window *window, struct raster *raster, const struct options *options)
{
    for (unsigned result = APP_OK; (result & APP_STOP) == 0;) {
        show(window, raster, options);
        int64_t deadline = app_deadline(&app, kiosk_now(options));
        struct input input = window_wait(window, deadline < 0 ? -1 : deadline / options->clock_speed + 1);
        do {
            result |= app_input(&app, input, kiosk_now(options));
            if ((result & APP_WIPED) != 0) {
                raster_forget(raster);
                window_forget(window);
                wipe_stack();
            }
            result &= ~(unsigned)APP_WIPED;
        } while (window_pending(window) && (result & APP_STOP) == 0 &&
                 (input = window_wait(window, 0)).kind != INPUT_NONE);
    }
}

/* The first picture is on the screen: from here on the kernel refuses what a kiosk never needs. */
static bool seal(const struct options *options)
{
    const char *folders[] = {options->content, options->assets, NULL};
    const bool sealed = seal_close(options->gl ? SEAL_GL : SEAL_KIOSK, folders);
    journal_say(JOURNAL_SEAL, seal_state()->sentence);
    if (!sealed && options->require_seal)
        fputs(
            "iop-kiosk: The kernel does not seal this program, and --require-seal asks for it. Start it where seccomp "
            "is allowed, or without --require-seal.\n",
            stderr);
    return sealed || !options->require_seal;
}

int main(int argc, char **argv)
{
    struct options options;
    int status = options_read(argc, argv, &options);
    if (status >= 0)
        return status;
    journal_say(JOURNAL_START, NULL);
    secret_process();
    secret_memory(&app, sizeof app);
    raster_prepare();
    const struct content *content = load_content(options.content);
    keys = content_keys(content);
    const char *cause = NULL;
    struct window *window = NULL;
    struct raster *raster = stage_raster(options.content, options.assets, &cause);
    if (raster != NULL)
        window = window_open((struct window_options){options.width, options.height, options.cursor, &keys}, &cause);
    if (window == NULL) {
        fprintf(stderr, "iop-kiosk: %s\n", cause);
        raster_close(raster);
        return 1;
    }
    stage_theme(&theme, options.assets);
    struct pixmap pixmap = window_pixmap(window);
    struct app_setup setup = {content, &theme, raster_metrics(raster), panel_width(&options, content, window), false};
    app_open(&app, setup, pixmap.width, pixmap.height, kiosk_now(&options));
    show(window, raster, &options);
    const bool started = seal(&options);
    raster_quiet(raster);
    if (started)
        run(window, raster, &options);
    app_close(&app);
    raster_forget(raster);
    window_forget(window);
    raster_close(raster);
    window_close(window);
    journal_say(JOURNAL_STOP, NULL);
    return started ? 0 : 1;
}
