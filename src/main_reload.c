/* Puts watch, worker and app together; see main_reload.h. */
#include "main_reload.h"

#include "journal.h"
#include "load.h"
#include "main_stage.h"
#include "main_trial.h"
#include "proof.h"
#include "theme_load.h"
#include "worker.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

/* What one load makes; the worker's own while it works. */
struct batch {
    const char *folder, *assets;
    char today[DATE_SIZE];
    struct stage_panel panel;
    struct theme shown;              /* stands in for one with mistakes */
    struct trial_marks known, found; /* what no visitor could use: on the screen now, and in the new content */
    bool knows;                      /* what is on the screen was tried; else nothing is held back: it may be worse */
    bool first;                      /* what the kiosk began with is tried, and not shown again */
    atomic_bool unwanted;            /* written by the other thread: files have changed again, or the program ends */
    struct content *content;         /* NULL: it has errors */
    struct theme theme;
    bool theme_whole;
    struct problems problems; /* of content and theme */
};

struct reload {
    struct reload_start start;
    struct watch *watch;
    struct worker *worker;
    int descriptor; /* of both */
    struct batch batch;
    int day;     /* for which the content was, or is being, read */
    bool wanted; /* a load is due as soon as the worker is free */
    bool tried;  /* what the kiosk began with was, or is being, tried */
    /* what waits for the end of a visit */
    struct content *next;
    struct theme next_theme;
    bool waits;
};

/* ---- in the worker ------------------------------------------------------------------------------------------- */

/* A check that breaks its promise for some answers must not come on the screen by an edit. */
static void prove_all(struct batch *batch)
{
    for (size_t i = 0; i < batch->content->screening_count && !atomic_load(&batch->unwanted); i++)
        prove_screening(&batch->content->screenings[i], &batch->problems);
}

static void try_out(struct batch *batch)
{
    const struct stage_panel *panel = &batch->panel;
    float mm = stage_panel_width(panel, batch->content->settings.panel_width_mm).mm;
    struct trial trial = {batch->folder,
                          batch->theme_whole ? &batch->theme : &batch->shown,
                          {panel->width, panel->height, mm},
                          batch->knows ? &batch->known : NULL,
                          &batch->unwanted};
    trial_run(&trial, batch->content, &batch->problems, &batch->found);
}

/* A mistake in the theme is told, and holds no content back. */
static void load_batch(void *context)
{
    struct batch *batch = context;
    batch->content = content_load_on(batch->folder, batch->today, &batch->problems);
    const size_t of_content = batch->problems.errors;
    batch->theme_whole = theme_load(&batch->theme, batch->assets, &batch->problems);
    const size_t of_theme = batch->problems.errors - of_content;
    if (batch->content != NULL)
        prove_all(batch);
    if (batch->content != NULL && batch->problems.errors == of_theme)
        try_out(batch);
    if (batch->problems.errors > of_theme) {
        content_free(batch->content);
        batch->content = NULL;
    }
}

/* ---- what came of it ------------------------------------------------------------------------------------------ */

static void time_words(char *out, size_t size)
{
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL || strftime(out, size, "%Y-%m-%d %H:%M", &local) == 0)
        out[0] = '\0';
}

void reload_note(struct reload_state *state, struct problems *problems, struct reload_read read)
{
    char words[STATE_TIME_SIZE];
    time_words(words, sizeof words);
    if (read.content != NULL)
        content_warn_overdue(read.content, read.today, problems);
    reload_state_note(state, read.folder, read.content, problems, words);
}

static void forget_batch(struct batch *batch)
{
    problems_free(&batch->problems);
    batch->content = NULL;
}

/* The journal hears when files were read, never when a visit ended and they were shown. */
static void say(const struct reload *reload)
{
    const struct batch *batch = &reload->batch;
    if (batch->problems.count > 0)
        problems_print(&batch->problems, stderr, false);
    if (batch->content == NULL)
        journal_say(JOURNAL_CONTENT_REFUSED, "what was shown before stays");
    else
        journal_say(JOURNAL_RELOAD, batch->content->revision);
}

static void note(struct reload *reload)
{
    struct batch *batch = &reload->batch;
    reload_note(reload->start.state, &batch->problems,
                (struct reload_read){batch->folder, batch->content, batch->today});
}

/* What was tried is on the screen, or will be. */
static void know(struct batch *batch)
{
    batch->known = batch->found;
    batch->knows = true;
}

/* Nobody asked for it: it is heard of only if there is something to mend. */
static void tell_of_first(struct reload *reload)
{
    struct batch *batch = &reload->batch;
    if (batch->content != NULL)
        know(batch);
    if (batch->content != NULL && batch->problems.count > 0) {
        problems_print(&batch->problems, stderr, false);
        note(reload);
    }
    content_free(batch->content);
}

/* A theme with a mistake does not take the place of one without. */
static void keep(struct reload *reload)
{
    struct batch *batch = &reload->batch;
    if (batch->theme_whole)
        reload->next_theme = batch->theme;
    if (batch->content != NULL) {
        know(batch);
        content_free(reload->next);
        reload->next = batch->content;
    }
    reload->waits = reload->waits || batch->theme_whole || batch->content != NULL;
}

static void finish_batch(struct reload *reload)
{
    bool changed_meanwhile = reload->wanted || watch_stirred(reload->watch);
    if (changed_meanwhile) /* it may be half old, half new */
        content_free(reload->batch.content);
    else if (reload->batch.first)
        tell_of_first(reload);
    else {
        say(reload);
        note(reload);
        keep(reload);
    }
    forget_batch(&reload->batch);
    malloc_trim(0);
}

/* The width that staff measured counts until they write it down. */
static void begin_batch(struct reload *reload, const struct app *app, bool first)
{
    struct batch *batch = &reload->batch;
    wall_date_text(reload->day, batch->today);
    batch->panel = stage_panel(reload->start.options, reload->start.window, app);
    batch->shown = reload->next_theme;
    batch->first = first;
    atomic_store(&batch->unwanted, false);
    reload->wanted = false;
    reload->tried = true;
    worker_begin(reload->worker);
}

static void show_next(struct reload *reload, struct app *app, int64_t kiosk_ms)
{
    struct content *old = NULL;
    const struct content *content = reload->start.content;
    *reload->start.theme = reload->next_theme;
    if (reload->next != NULL) {
        old = (struct content *)(uintptr_t)reload->start.content;
        content = reload->next;
    }
    app_change_content(app, content, stage_panel_mm(reload->start.options, content, reload->start.window), kiosk_ms);
    raster_forget(reload->start.raster); /* pictures may have changed under the same name */
    *reload->start.keys = content_keys(content);
    content_free(old);
    reload->start.content = content;
    reload->next = NULL;
    reload->waits = false;
    malloc_trim(0);
}

/* ---- from outside ----------------------------------------------------------------------------------------------- */

void reload_step(struct reload *reload, struct app *app, int64_t now_ms, int64_t kiosk_ms)
{
    if (reload->worker == NULL)
        return;
    watch_read(reload->watch, now_ms);
    if (worker_finished(reload->worker))
        finish_batch(reload);
    bool another_day = app->wall.day != reload->day;
    reload->wanted = watch_changed(reload->watch, now_ms) || reload->wanted || another_day;
    reload->day = app->wall.day;
    if (reload->wanted || watch_stirred(reload->watch))
        atomic_store(&reload->batch.unwanted, true);
    if ((reload->wanted || !reload->tried) && !worker_busy(reload->worker))
        begin_batch(reload, app, !reload->wanted);
    if (reload->waits && app_at_rest(app))
        show_next(reload, app, kiosk_ms);
}

int64_t reload_deadline(const struct reload *reload)
{
    return watch_deadline(reload->watch);
}

int reload_descriptor(const struct reload *reload)
{
    return reload->descriptor;
}

static int wait_for_both(int first, int second)
{
    struct epoll_event event = {.events = EPOLLIN};
    int both = epoll_create1(EPOLL_CLOEXEC);
    if (both >= 0 && epoll_ctl(both, EPOLL_CTL_ADD, first, &event) == 0 &&
        epoll_ctl(both, EPOLL_CTL_ADD, second, &event) == 0)
        return both;
    if (both >= 0)
        close(both);
    return -1;
}

static void begin(struct reload *reload)
{
    mallopt(M_ARENA_MAX, 1); /* what one thread takes the other gives back */
    if (reload->watch != NULL)
        reload->worker = worker_open(load_batch, &reload->batch);
    if (reload->worker != NULL)
        reload->descriptor = wait_for_both(watch_descriptor(reload->watch), worker_descriptor(reload->worker));
}

struct reload *reload_open(struct reload_start start)
{
    struct reload *reload = calloc(1, sizeof *reload);
    if (reload == NULL)
        return NULL;
    reload->start = start;
    reload->watch = start.watch;
    reload->day = start.day;
    reload->tried = start.content == content_fallback();
    reload->next_theme = *start.theme;
    reload->descriptor = -1;
    reload->batch.folder = start.options->content;
    reload->batch.assets = start.options->assets;
    begin(reload);
    if (reload->descriptor < 0)
        fprintf(stderr, "iop-kiosk: the system does not tell of changed files, so edited content is shown after a "
                        "restart only.\n");
    return reload;
}

void reload_ask(struct reload *reload)
{
    reload->wanted = true;
}

/* A load that is under way is given up. */
void reload_close(struct reload *reload)
{
    if (reload == NULL)
        return;
    atomic_store(&reload->batch.unwanted, true);
    worker_close(reload->worker);
    content_free(reload->batch.content);
    watch_close(reload->watch);
    if (reload->descriptor >= 0)
        close(reload->descriptor);
    content_free(reload->next);
    content_free((struct content *)(uintptr_t)reload->start.content);
    forget_batch(&reload->batch);
    free(reload);
}
