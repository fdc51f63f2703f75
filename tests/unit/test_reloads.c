/* A kiosk whose staff never stop saving: each save is seen, read, proven, tried on the panel, and shown or refused by
 * the kiosk's own thread. None takes memory that it keeps. IOP_RELOADS=10000 saves so often, and prints what it took.
 */
#include "folder.h"
#include "kiosk.h"
#include "main_reload.h"
#include "main_stage.h"
#include "resident.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>

#ifdef __SANITIZE_ADDRESS__ /* which counts what stays by itself, and is slow */
enum { RELOADS = 6, WARM_UP = 3 };
#else
enum { RELOADS = 60, WARM_UP = 30 };
#endif
enum { LEAK_MAX = 32 * 1024, PAGES_MORE_MAX = 256, PATIENCE_MS = 60000 };

struct desk {
    struct folder folder;
    struct options options;
    struct theme theme;
    struct key_table keys;
    struct reload_state reload_state;
    struct window *window;
    struct raster *raster;
    struct watch *watch;
    struct reload *reload;
    struct kiosk kiosk;
    int64_t now_ms;
    int said; /* stderr, which would be a line a save */
};

static struct desk desk;

static int begins(void **state)
{
    (void)state;
    const char *cause = NULL, *folders[] = {desk.folder.path, NULL};
    struct problems problems = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    desk.folder = tiny_folder();
    desk.options = (struct options){.content = desk.folder.path,
                                    .assets = IOP_SOURCE_DIR "/assets",
                                    .width = 640,
                                    .height = 360,
                                    .panel_mm = 476,
                                    .clock_speed = 1};
    folders[0] = desk.folder.path;
    desk.watch = watch_open(folders);
    kiosk_content = content_load(desk.folder.path, &problems);
    problems_free(&problems);
    desk.keys = content_keys(kiosk_content);
    desk.raster = stage_raster(desk.options.content, desk.options.assets, &cause);
    desk.window = window_open((struct window_options){.width = 640, .height = 360}, &cause);
    if (desk.watch == NULL || kiosk_content == NULL || desk.raster == NULL || desk.window == NULL)
        return -1;
    stage_theme(&desk.theme, desk.options.assets);
    kiosk_open(&desk.kiosk);
    desk.reload =
        reload_open((struct reload_start){&desk.options, kiosk_content, &desk.theme, &desk.keys, desk.raster,
                                          desk.window, desk.watch, desk.kiosk.app.wall.day, &desk.reload_state});
    desk.said = dup(STDERR_FILENO);
    return dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO) < 0 ? -1 : 0;
}

static int ends(void **state)
{
    (void)state;
    app_close(&desk.kiosk.app);
    reload_close(desk.reload);
    window_close(desk.window);
    raster_close(desk.raster);
    folder_delete(&desk.folder);
    return dup2(desk.said, STDERR_FILENO) < 0 ? -1 : 0;
}

/* One save; the calm that follows it is only the clock's. */
static void saves(const char *old, const char *words)
{
    const unsigned times = desk.reload_state.times;
    folder_replace(&desk.folder, "home.yaml", old, words);
    while (desk.reload_state.times == times) {
        struct pollfd news = {.fd = reload_descriptor(desk.reload), .events = POLLIN};
        assert_int_equal(poll(&news, 1, PATIENCE_MS), 1);
        for (int i = 0; i < 2; i++, desk.now_ms += WATCH_CALM_MS)
            reload_step(desk.reload, &desk.kiosk.app, desk.now_ms, desk.kiosk.now_ms);
    }
}

/* In a turn one save is right, the next one has a mistake, and the third one mends it. */
static void saves_for_the_time(int i)
{
    char before[REVISION_SIZE];
    const struct content *shown = desk.kiosk.app.setup.content;
    memcpy(before, shown->revision, sizeof before);
    if (i % 3 == 0)
        saves("Welcome", "You are welcome");
    else if (i % 3 == 1)
        saves("\"You are welcome", "\"You are \"most\" welcome");
    else
        saves("You are \"most\" welcome", "Welcome");
    shown = desk.kiosk.app.setup.content;
    assert_int_equal(desk.reload_state.failed, i % 3 == 1);
    assert_int_equal(strcmp(before, shown->revision) == 0, i % 3 == 1);
    draws(&desk.kiosk);
}

static size_t in_use(void)
{
    const struct mallinfo2 heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

static void a_save_more_takes_no_memory_more(void **state)
{
    (void)state;
    const char *wanted = getenv("IOP_RELOADS");
    const int count = wanted != NULL ? atoi(wanted) : RELOADS;
    size_t used = 0;
    long pages = 0;
    assert_true(count % 3 == 0 && count > WARM_UP);
    for (int i = 0; i < count; i++) {
        if (i == WARM_UP) {
            used = in_use();
            pages = resident_pages();
        }
        saves_for_the_time(i);
    }
    const long more = (long)in_use() - (long)used, pages_more = resident_pages() - pages;
    if (wanted != NULL)
        print_message("%d saves: %ld bytes more in use, %ld pages more resident than after %d\n", count, more,
                      pages_more, WARM_UP);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed for a while */
    assert_true(more < LEAK_MAX);
    assert_true(pages_more < PAGES_MORE_MAX);
#endif
}

int main(void)
{
    const struct CMUnitTest stories[] = {cmocka_unit_test(a_save_more_takes_no_memory_more)};
    return cmocka_run_group_tests(stories, begins, ends);
}
