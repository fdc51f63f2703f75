/* iop-kiosk: the fullscreen touch kiosk. */
#include "app.h"
#include "journal.h"
#include "load.h"
#include "main_daytime.h"
#include "main_leak.h"
#include "main_options.h"
#include "main_prove.h"
#include "main_reload.h"
#include "main_speech.h"
#include "main_staff.h"
#include "main_stage.h"
#include "patience.h"
#include "raster.h"
#include "seal.h"
#include "secret.h"
#include "watch.h"
#include "window.h"

#include <poll.h>
#include <stdio.h>

#ifndef IOP_PATIENCE_S
#define IOP_PATIENCE_S 30 /* tests build the kiosk once more, with less */
#endif

static _Alignas(SECRET_PAGE) struct app app; /* large; these live as long as the program */
static struct theme theme;
static struct key_table keys;
static struct reload_state reload_state;
static struct staff_facts facts;
static struct voicelink *voice; /* NULL: the kiosk is silent */
static struct daytime daytime;

/* The last good way: with broken content the kiosk still shows where help is. */
static const struct content *load_content(const char *folder, int day)
{
    static struct problems problems;
    char today[DATE_SIZE];
    wall_date_text(day, today);
    const struct content *content = content_load_on(folder, today, &problems);
    if (problems.count > 0)
        problems_print(&problems, stderr, false);
    reload_note(&reload_state, &problems, (struct reload_read){folder, content, today});
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

/* -1 is never. */
static int64_t earlier(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* When something is due, in ms of window_now_ms(); -1 = never. */
static int64_t next_deadline(const struct reload *reload, const struct options *options)
{
    int64_t visit = app_deadline(&app, kiosk_now(options));
    struct wall_time wall;
    visit = visit < 0 ? -1 : visit / options->clock_speed + 1;
    int64_t next = earlier(visit, reload_deadline(reload));
    return app_next_wall(&app, &wall) ? earlier(next, daytime_deadline(&daytime, wall)) : next;
}

/* In the build of the tests only. */
static void hang_if_asked(enum input_kind kind)
{
    while (kind == INPUT_PRESS && leaks("hang")) {
    }
}

static void run(struct window *window, struct raster *raster, struct reload *reload, const struct options *options)
{
    for (unsigned result = APP_OK; (result & APP_STOP) == 0;) {
        app_set_wall(&app, daytime_wall(&daytime));
        reload_step(reload, &app, window_now_ms(), kiosk_now(options));
        app_voice(&app, voice_available(voice));
        if (app_of_staff(&app))
            staff_look(&facts, &app, (struct staff_look_at){window, voice, options});
        show(window, raster, options);
        speech_listen(voice, window, &app);
        struct input input = window_wait(window, next_deadline(reload, options));
        do {
            hang_if_asked(input.kind);
            result |= app_input(&app, speech_news(voice, input), kiosk_now(options));
            if ((result & APP_WIPED) != 0)
                stage_forget(raster, window); /* the voice is told by speech_listen() */
            staff_wishes(result, reload, voice);
            result &= ~(unsigned)(APP_WIPED | APP_READ_FILES | APP_CHIME);
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

/* All is open: shows the first picture, closes the seal, and goes on until it is asked to end. False: not started. */
static bool live(struct window *window, struct raster *raster, const struct content *content, struct watch *watch,
                 const struct options *options)
{
    struct pixmap pixmap = window_pixmap(window);
    struct app_setup setup = {content, &theme, raster_metrics(raster), stage_panel_mm(options, content, window), false};
    app_open(&app, setup, pixmap.width, pixmap.height, kiosk_now(options));
    app.reload = &reload_state;
    app_set_wall(&app, daytime_wall(&daytime));
    app.facts = &facts;
    app.pin_fits = pin_fits;
    staff_begin(&facts, options);
    show(window, raster, options);
    const bool started = seal(options);
    raster_quiet(raster);
    struct reload *reload = started ? reload_open((struct reload_start){options, content, &theme, &keys, raster, window,
                                                                        watch, app.wall.day, &reload_state})
                                    : NULL;
    if (reload != NULL) {
        patience_open(IOP_PATIENCE_S);
        window_watch(window, INPUT_RELOAD, reload_descriptor(reload), POLLIN);
        window_watch(window, INPUT_CLOCK, daytime.jumps, POLLIN);
        run(window, raster, reload, options);
    }
    app_close(&app);
    reload_close(reload);
    return started;
}

int main(int argc, char **argv)
{
    struct options options;
    int status = options_read(argc, argv, &options);
    if (status >= 0)
        return status;
    secret_descriptors();
    if (options.require_seal)
        seal_demand();
    if (options.prove)
        return prove(&options);
    journal_say(JOURNAL_START, NULL);
    daytime = daytime_begin(&options);
    secret_process();
    secret_memory(&app, sizeof app);
    raster_prepare();
    voice = speech_open(options.voice); /* makes itself ready while the kiosk does */
    const char *folders[] = {options.content, options.assets, NULL};
    struct watch *watch = watch_open(folders); /* before the first load: what changes during it is read again */
    const struct content *content = load_content(options.content, daytime_wall(&daytime).day);
    keys = content_keys(content);
    const char *cause = NULL;
    struct window *window = NULL;
    struct raster *raster = stage_raster(options.content, options.assets, &cause);
    if (raster != NULL)
        window = window_open((struct window_options){options.width, options.height, options.cursor, &keys}, &cause);
    if (window == NULL) {
        fprintf(stderr, "iop-kiosk: %s\n", cause);
        raster_close(raster);
        voice_close(voice);
        return 1;
    }
    stage_theme(&theme, options.assets);
    const bool started = live(window, raster, content, watch, &options), lost = window_lost(window);
    if (lost)
        fputs("iop-kiosk: Another program closed the kiosk's window, or the display refuses its pictures. Start the "
              "kiosk "
              "anew, as its unit does.\n",
              stderr);
    stage_forget(raster, window);
    voice_close(voice);
    raster_close(raster);
    window_close(window);
    journal_say(JOURNAL_STOP, NULL);
    return started && !lost ? 0 : 1;
}
