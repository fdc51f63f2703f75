/* Stories about the seal. Each happens in a child of its own, for a seal cannot be opened again. */
#include "board.h"
#include "folder.h"
#include "main_acts.h"
#include "raster.h"
#include "seal.h"
#include "sealable.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>

enum { GOOD = 42, SECONDS = 20 };

static struct folder folder;
static struct act_places places;

static int makes_a_folder(void **state)
{
    (void)state;
    folder = tiny_folder();
    places = (struct act_places){folder.path, folder.path, "/tmp"};
    return 0;
}

static int removes_the_folder(void **state)
{
    (void)state;
    folder_delete(&folder);
    return 0;
}

/* What the story ended with in its child: GOOD, another status, or minus the signal. */
static int happens(int (*story)(void))
{
    const pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS);
        _exit(story());
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static bool seals(void)
{
    const char *const folders[] = {folder.path, NULL};
    return seal_close(SEAL_KIOSK, folders);
}

/* ---- what is refused ------------------------------------------------------------------------------------- */

static const struct act *tried;

static int tries_it_free(void)
{
    return act_try(tried, &places) == -1 ? GOOD : 1;
}

static int tries_it_sealed(void)
{
    return seals() && act_try(tried, &places) == 0 ? GOOD : 1;
}

/* A deed that replaces the program by one that fails ends with status 1, which is no GOOD either. */
static void before_the_seal_every_deed_can_be_done(void **state)
{
    (void)state;
    size_t count;
    const struct act *all = acts(&count);
    for (tried = all; tried < all + count; tried++) {
        const bool replaces = strstr(tried->words, "start another program") != NULL;
        const int ended = happens(tries_it_free);
        if (ended != (replaces ? 1 : GOOD))
            fail_msg("\"%s\" could not be done although nothing forbade it", tried->words);
    }
}

static void after_the_seal_every_deed_is_refused(void **state)
{
    (void)state;
    size_t count;
    const struct act *all = acts(&count);
    if (!can_be_sealed())
        skip();
    for (tried = all; tried < all + count; tried++)
        if (happens(tries_it_sealed) != GOOD)
            fail_msg("\"%s\" was not refused", tried->words);
}

static bool opens(const char *path, int flags)
{
    const int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

static int opens_in_every_writing_way(void)
{
    char path[PATH_SIZE];
    path_under(path, folder.path, "kiosk.yaml");
    const int ways[] = {O_WRONLY, O_RDWR, O_WRONLY | O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC, O_APPEND};
    if (!seals())
        return 1;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (opens(path, ways[i]))
            return 2 + (int)i;
    return !opens(folder.path, O_TMPFILE | O_RDWR) && opens(path, O_RDONLY) ? GOOD : 20;
}

static void no_way_of_opening_a_file_lets_it_be_written(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(opens_in_every_writing_way), GOOD);
}

/* ---- what is left --------------------------------------------------------------------------------------------- */

static void *thinks(void *result)
{
    *(int *)result = open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0 ? GOOD : 1;
    return NULL;
}

static int starts_a_thread(void)
{
    pthread_t thread;
    int result = 2;
    if (!seals() || pthread_create(&thread, NULL, thinks, &result) != 0)
        return 3;
    pthread_join(thread, NULL);
    return seal_state()->landlock > 0 ? result : GOOD;
}

static void a_thread_may_start_and_is_sealed_too(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(starts_a_thread), GOOD);
}

static pthread_barrier_t sealed;

static void *wakes_up_sealed(void *result)
{
    char path[PATH_SIZE];
    path_under(path, folder.path, "kiosk.yaml");
    pthread_barrier_wait(&sealed);
    *(int *)result = open(path, O_WRONLY | O_CLOEXEC) < 0 && socket(AF_INET, SOCK_DGRAM, 0) < 0 ? GOOD : 1;
    return NULL;
}

static int had_a_thread_before(void)
{
    pthread_t thread;
    int result = 2;
    pthread_barrier_init(&sealed, NULL, 2);
    if (pthread_create(&thread, NULL, wakes_up_sealed, &result) != 0 || !seals())
        return 3;
    pthread_barrier_wait(&sealed);
    pthread_join(thread, NULL);
    return result;
}

static void the_filter_holds_for_threads_that_were_there_before(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(had_a_thread_before), GOOD);
}

static int lives_on(void)
{
    struct stat status;
    char path[PATH_SIZE];
    struct tm day;
    const time_t now = time(NULL);
    path_under(path, folder.path, "kiosk.yaml");
    if (!seals())
        return 1;
    DIR *directory = opendir(folder.path);
    const int watch = inotify_init1(IN_CLOEXEC);
    const bool reads = opens(path, O_RDONLY) && stat(path, &status) == 0 && directory != NULL && readdir(directory);
    const bool watches = watch >= 0 && inotify_add_watch(watch, folder.path, IN_MOVED_TO) >= 0;
    char *much = malloc(64 * 1024 * 1024);
    if (much != NULL)
        memset(much, 1, 64 * 1024 * 1024);
    return reads && watches && much != NULL && localtime_r(&now, &day) != NULL ? GOOD : 2;
}

static void content_can_be_read_and_watched(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(lives_on), GOOD);
}

static int crashes(void)
{
    if (!seals())
        return 1;
    abort();
}

static void a_crash_is_still_a_crash(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(crashes), -SIGABRT);
}

/* ---- folders ------------------------------------------------------------------------------------------------------
 */

static int reads_beneath_a_link_that_was_swapped(void)
{
    char link[PATH_SIZE], next[PATH_SIZE], file[PATH_SIZE];
    path_under(link, folder.path, "current");
    path_under(next, folder.path, "next/kiosk.yaml");
    path_under(file, folder.path, "current/kiosk.yaml");
    folder_write(&folder, "one/kiosk.yaml", "a");
    folder_write(&folder, "next/kiosk.yaml", "b");
    if (symlink("one", link) != 0)
        return 1;
    const char *const folders[] = {link, NULL};
    if (!seal_close(SEAL_KIOSK, folders))
        return 2;
    /* The link itself cannot be changed from in here: its next goal is read in its place. */
    return opens(file, O_RDONLY) && opens(next, O_RDONLY) ? GOOD : 3;
}

static void a_content_folder_that_is_a_link_may_get_another_goal(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(reads_beneath_a_link_that_was_swapped), GOOD);
}

static int reads_elsewhere(void)
{
    char path[PATH_SIZE];
    path_under(path, folder.path, "kiosk.yaml");
    const char *const folders[] = {"/nowhere/at/all", NULL};
    if (!seal_close(SEAL_KIOSK, folders))
        return 1;
    const bool reads = opens(path, O_RDONLY) || opens("/proc/self/status", O_RDONLY) || opens("/usr/bin/env", O_RDONLY);
    return seal_state()->landlock == 0 || !reads ? GOOD : 2;
}

static void what_was_not_named_cannot_be_read(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(reads_elsewhere), GOOD);
}

static int reads_letters_of_its_home_only(void)
{
    char letters[PATH_SIZE], private[PATH_SIZE];
    path_under(letters, folder.path, ".fonts/own.ttf");
    path_under(private, folder.path, "diary.txt");
    folder_write(&folder, ".fonts/own.ttf", "letters");
    folder_write(&folder, "diary.txt", "private");
    setenv("HOME", folder.path, 1);
    const char *const folders[] = {"/nowhere/at/all", NULL};
    if (!seal_close(SEAL_KIOSK, folders))
        return 1;
    return opens(letters, O_RDONLY) && (seal_state()->landlock == 0 || !opens(private, O_RDONLY)) ? GOOD : 2;
}

static void of_the_home_letters_can_be_read_and_nothing_else(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(reads_letters_of_its_home_only), GOOD);
}

/* ---- pictures and letters after the seal ------------------------------------------------------------------------- */

static struct draw picture(const char *name)
{
    return (struct draw){.kind = DRAW_PICTURE, .rect = BOARD, .clip = BOARD, .text = name, .length = strlen(name)};
}

static bool shows(struct raster *raster, struct draw item)
{
    static struct board board;
    struct draw_list list = {0};
    clean(&board);
    struct pixmap pixmap = on(&board);
    item.bounds = BOARD;
    draw_list_add(&list, item);
    raster_draw(raster, &pixmap, &list, BOARD);
    draw_list_free(&list);
    return !rect_empty(drawn_part(&board));
}

static struct raster *opens_raster(void)
{
    const char *const folders[] = {folder.path, NULL};
    const char *cause;
    return raster_open(folders, &cause);
}

static void saves_pictures(void)
{
    char path[PATH_SIZE];
    uint32_t pixels[16 * 16];
    for (int i = 0; i < 16 * 16; i++)
        pixels[i] = 0xFFC08040u;
    path_under(path, folder.path, "photo.png");
    raster_save_png(&(struct pixmap){pixels, 16, 16, 16}, path);
    folder_write(&folder, "foreign.svg",
                 "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                 "<polygon points='0,0 9,0 9,9' fill='#ff8800'/></svg>");
}

static int shows_foreign_pictures(void)
{
    if (!raster_prepare())
        return 1;
    struct raster *raster = opens_raster();
    if (raster == NULL || !seals())
        return 2;
    return shows(raster, picture("photo.png")) && shows(raster, picture("foreign.svg")) ? GOOD : 3;
}

static int shows_none(void)
{
    struct raster *raster = opens_raster();
    if (raster == NULL || !seals())
        return 2;
    raster_quiet(raster);
    return !shows(raster, picture("photo.png")) ? GOOD : 3;
}

static void foreign_pictures_are_unpacked_by_the_process_that_was_started_before(void **state)
{
    (void)state;
    saves_pictures();
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(shows_foreign_pictures), GOOD);
    assert_int_equal(happens(shows_none), GOOD);
}

static int sets_letters_nobody_planned_for(void)
{
    struct raster *raster = opens_raster();
    if (raster == NULL || !seals())
        return 2;
    struct draw thai = {.kind = DRAW_TEXT, .rect = {50, 150, 0, 0}, .clip = BOARD, .color = 0xFFFFFFFFu, .px = 90};
    thai.text = "ก";
    thai.length = strlen(thai.text);
    return shows(raster, thai) ? GOOD : 3;
}

static void a_font_can_be_opened_late(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(sets_letters_nobody_planned_for), GOOD);
}

/* ---- the other seals -----------------------------------------------------------------------------------------------
 */

static bool is_refused(const char *words)
{
    size_t count;
    const struct act *all = acts(&count);
    for (const struct act *act = all; act < all + count; act++)
        if (strcmp(act->words, words) == 0)
            return act_try(act, &places) == 0;
    return false;
}

static int lets_the_voice_speak_and_no_more(void)
{
    static const char *const refused[] = {
        "make a file in the content folder",
        "make a temporary file",
        "shorten a file",
        "delete a file",
        "make a folder",
        "open a connection to the Internet",
        "start another program",
        "control another program (debugger)",
        "read another program's memory",
        "run code that was not there at start",
        "let other programs look into its memory",
    };
    const char *const folders[] = {NULL};
    if (!seal_close(SEAL_VOICE, folders))
        return 1;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (!is_refused(refused[i]))
            return 2 + (int)i;
    const int line = socket(AF_UNIX, SOCK_STREAM, 0); /* to a sound server */
    return line >= 0 && opens("/dev/null", O_RDWR) && opens("/usr/share/zoneinfo/UTC", O_RDONLY) ? GOOD : 30;
}

static void the_voice_reaches_sound_and_nothing_else(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(lets_the_voice_speak_and_no_more), GOOD);
}

/* What drivers need more, and nothing of it leads out: memory without a name and code made of data. */
static bool drivers_may(const struct act *act)
{
    static const char *const words[] = {"make a file that has no name", "run code that was not there at start",
                                        "turn data into code"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(act->words, words[i]) == 0)
            return true;
    return false;
}

static int draws_with_drivers_and_no_more(void)
{
    size_t count;
    const struct act *all = acts(&count);
    const char *const folders[] = {folder.path, NULL};
    if (!seal_close(SEAL_GL, folders))
        return 1;
    for (const struct act *act = all; act < all + count; act++)
        if (act_try(act, &places) != (drivers_may(act) ? -1 : 0))
            return fprintf(stderr, "\"%s\": %s\n", act->words, act_answer()), 2;
    return GOOD;
}

static void the_seal_for_drivers_lets_them_make_code_and_nothing_else(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(draws_with_drivers_and_no_more), GOOD);
}

static int unpacks_and_can_nothing_else(void)
{
    size_t count;
    const struct act *all = acts(&count);
    const char *const folders[] = {NULL};
    if (!seal_close(SEAL_PICTURES, folders))
        return 1;
    for (const struct act *act = all; act < all + count; act++) {
        const bool may = strcmp(act->words, "make a second process") == 0 ||
                         strcmp(act->words, "have its memory written to disk after a crash") == 0;
        if (!may && act_try(act, &places) != 0)
            return 2;
    }
    return !opens("/usr/share/zoneinfo/UTC", O_RDONLY) ? GOOD : 3;
}

static void the_helper_that_unpacks_pictures_can_not_even_read_a_file(void **state)
{
    (void)state;
    if (!can_be_sealed())
        skip();
    assert_int_equal(happens(unpacks_and_can_nothing_else), GOOD);
}

/* ---- what is said of it ------------------------------------------------------------------------------------------ */

static int says_its_level(void)
{
    const bool before = strncmp(seal_state()->sentence, "none", 4) == 0;
    return before && seals() && seal_state()->filter && strncmp(seal_state()->sentence, "seccomp", 7) == 0 ? GOOD : 1;
}

static int says_that_there_is_none(void)
{
    return !seals() && !seal_state()->filter && strncmp(seal_state()->sentence, "none: ", 6) == 0 ? GOOD : 1;
}

static void the_level_is_never_made_up(void **state)
{
    (void)state;
    assert_int_equal(happens(can_be_sealed() ? says_its_level : says_that_there_is_none), GOOD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_seal_every_deed_can_be_done),
        cmocka_unit_test(after_the_seal_every_deed_is_refused),
        cmocka_unit_test(no_way_of_opening_a_file_lets_it_be_written),
        cmocka_unit_test(a_thread_may_start_and_is_sealed_too),
        cmocka_unit_test(the_filter_holds_for_threads_that_were_there_before),
        cmocka_unit_test(content_can_be_read_and_watched),
        cmocka_unit_test(a_crash_is_still_a_crash),
        cmocka_unit_test(a_content_folder_that_is_a_link_may_get_another_goal),
        cmocka_unit_test(what_was_not_named_cannot_be_read),
        cmocka_unit_test(of_the_home_letters_can_be_read_and_nothing_else),
        cmocka_unit_test(foreign_pictures_are_unpacked_by_the_process_that_was_started_before),
        cmocka_unit_test(a_font_can_be_opened_late),
        cmocka_unit_test(the_voice_reaches_sound_and_nothing_else),
        cmocka_unit_test(the_helper_that_unpacks_pictures_can_not_even_read_a_file),
        cmocka_unit_test(the_seal_for_drivers_lets_them_make_code_and_nothing_else),
        cmocka_unit_test(the_level_is_never_made_up),
    };
    return cmocka_run_group_tests_name("seal", tests, makes_a_folder, removes_the_folder);
}
