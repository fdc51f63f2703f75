/* Stories about the journal: whatever visitors do, it says the same. */
#include "app.h"
#include "folder.h"
#include "journal.h"
#include "load.h"
#include "raster.h"
#include "theme.h"

enum { WIDTH = 640, HEIGHT = 360, VISITS = 1000, STEPS = 8, PANEL_MM = 300 };

static struct app app;
static uint32_t pixels[WIDTH * HEIGHT];

/* The same numbers in every run. */
static unsigned next_number(void)
{
    static uint32_t seed = 12345;
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

static void draw(struct raster *raster, int64_t now_ms)
{
    struct rect rects[MAX_DAMAGE];
    struct pixmap pixmap = {pixels, WIDTH, HEIGHT, WIDTH};
    const int count = app_draw(&app, rects, now_ms);
    for (int i = 0; i < count; i++)
        raster_draw(raster, &pixmap, &app.list, rects[i]);
}

static void visits(struct raster *raster, int64_t now_ms)
{
    app_act(&app, (struct action){ACTION_BEGIN, (int)(next_number() % 2), 0}, now_ms);
    for (int step = 0; step < STEPS; step++) {
        const struct action action = {(enum action_kind)(next_number() % ACTION_KIND_COUNT), (int)(next_number() % 12),
                                      (int)(next_number() % 8)};
        app_act(&app, action, now_ms);
        draw(raster, now_ms);
    }
    if ((app_act(&app, (struct action){ACTION_DONE, 0, 0}, now_ms) & APP_WIPED) != 0)
        raster_forget(raster);
}

/* What is said on stderr meanwhile. */
static size_t said_by(void (*story)(struct raster *raster), struct raster *raster)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    const int before = dup(STDERR_FILENO);
    fflush(stderr);
    dup2(fileno(file), STDERR_FILENO);
    story(raster);
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    fclose(file);
    return (size_t)size;
}

static void a_thousand_visits(struct raster *raster)
{
    for (int visit = 0; visit < VISITS; visit++)
        visits(raster, 1000 + visit);
}

/* A picture that is damaged is the one thing the drawing has to say something about. */
static struct raster *opens_with_damaged_pictures(struct content **content, const struct folder *folder)
{
    static struct problems problems;
    const char *const folders[] = {folder->path, NULL};
    const char *cause;
    *content = content_load(IOP_SOURCE_DIR "/content", &problems);
    problems_free(&problems);
    struct raster *raster = raster_open(folders, &cause);
    assert_non_null(*content);
    assert_non_null(raster);
    struct app_setup setup = {
        .content = *content, .theme = theme_default(), .metrics = raster_metrics(raster), .panel_mm = PANEL_MM};
    app_open(&app, setup, WIDTH, HEIGHT, 0);
    return raster;
}

static void a_thousand_visits_leave_the_same_journal_as_none(void **state)
{
    (void)state;
    const struct folder folder = empty_folder(); /* no picture is there: all are missed */
    struct content *content = NULL;
    struct raster *raster = opens_with_damaged_pictures(&content, &folder);
    raster_quiet(raster);
    assert_int_equal(said_by(a_thousand_visits, raster), 0);
    app_close(&app);
    raster_close(raster);
    content_free(content);
    folder_delete(&folder);
}

static void before_it_is_told_to_be_quiet_a_missing_picture_is_reported(void **state)
{
    (void)state;
    const struct folder folder = empty_folder();
    struct content *content = NULL;
    struct raster *raster = opens_with_damaged_pictures(&content, &folder);
    assert_true(said_by(a_thousand_visits, raster) > 0);
    app_close(&app);
    raster_close(raster);
    content_free(content);
    folder_delete(&folder);
}

static void an_event_is_one_line_in_fixed_words(void **state)
{
    (void)state;
    char line[128] = "";
    FILE *file = tmpfile();
    const int before = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    journal_say(JOURNAL_SEAL, "seccomp, Landlock 4");
    journal_say(JOURNAL_STOP, NULL);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(file);
    assert_non_null(fgets(line, sizeof line, file));
    assert_string_equal(line, "iop-kiosk: seal: seccomp, Landlock 4\n");
    assert_non_null(fgets(line, sizeof line, file));
    assert_string_equal(line, "iop-kiosk: stop\n");
    assert_null(fgets(line, sizeof line, file));
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_visits_leave_the_same_journal_as_none),
        cmocka_unit_test(before_it_is_told_to_be_quiet_a_missing_picture_is_reported),
        cmocka_unit_test(an_event_is_one_line_in_fixed_words),
    };
    return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
