/* Stories about content that is read again while the kiosk runs: who sees what when, and that it costs no memory. */
#include "folder.h"
#include "kiosk.h"
#include "main_trial.h"
#include "reload_state.h"
#include "resident.h"
#include "worker.h"

#include <poll.h>

enum { RELOADS = 500, WARM_UP = 50, TRIALS = 30, TRIALS_TO_WARM_UP = 10, PAGES_MORE_MAX = 256 };

struct load {
    const char *folder;
    struct content *content;
    struct problems problems;
};

static void load_it(void *context)
{
    struct load *load = context;
    load->content = content_load(load->folder, &load->problems);
    problems_free(&load->problems);
}

static void waits_for(struct worker *worker)
{
    struct pollfd done = {.fd = worker_descriptor(worker), .events = POLLIN};
    assert_int_equal(poll(&done, 1, 60000), 1);
    assert_true(worker_finished(worker));
}

static void five_hundred_reloads_take_no_more_memory_than_fifty(void **state)
{
    (void)state;
    static struct kiosk kiosk;
    struct load load = {.folder = IOP_SOURCE_DIR "/content"};
    struct worker *worker = worker_open(load_it, &load);
    struct content *shown = NULL;
    long before = 0;
    assert_non_null(worker);
    kiosk_open(&kiosk);
    for (int i = 0; i < RELOADS; i++) {
        worker_begin(worker);
        waits_for(worker);
        assert_non_null(load.content);
        app_change_content(&kiosk.app, load.content, 476, kiosk.now_ms);
        content_free(shown);
        shown = load.content;
        draws(&kiosk);
        before = i == WARM_UP ? resident_pages() : before;
    }
    worker_close(worker);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed for a while */
    assert_true(resident_pages() - before < PAGES_MORE_MAX);
#endif
    app_close(&kiosk.app);
    content_free(shown);
}

/* ---- new content is tried before it is shown ----------------------------------------------------------------- */

struct attempt {
    struct load load;
    struct trial trial;
    struct trial_marks known, found;
    atomic_bool unwanted;
    size_t errors, warnings;
    struct reload_state state; /* what staff are told */
};

/* On a panel of 21.5 inches. */
static void try_it(void *context)
{
    struct attempt *attempt = context;
    struct load *load = &attempt->load;
    load->content = content_load(load->folder, &load->problems);
    if (load->content != NULL)
        trial_run(&attempt->trial, load->content, &load->problems, &attempt->found);
    attempt->errors = load->problems.errors;
    attempt->warnings = load->problems.warnings;
    reload_state_note(&attempt->state, load->folder, NULL, &load->problems, "");
    problems_free(&load->problems);
    content_free(load->content);
}

static struct attempt *attempt_at(const char *folder)
{
    static struct attempt attempt; /* what it points to lies in itself */
    attempt = (struct attempt){
        .load = {.folder = folder},
        .trial = {folder, theme_default(), {1920, 1080, 476}, &attempt.known, &attempt.unwanted},
    };
    return &attempt;
}

static bool is_told(const struct reload_state *state, const char *file, const char *where)
{
    for (size_t i = 0; i < state->problem_count; i++)
        if (strncmp(state->problems[i].place, file, strlen(file)) == 0 &&
            strchr(state->problems[i].place, ':') != NULL && strstr(state->problems[i].sentence, where) != NULL &&
            state->problems[i].mend[0] != '\0')
            return true;
    return false;
}

/* The YAML is in order, the screen would not be: staff are told the file with its line, and on which screen. */
static void is_refused(const char *file, const char *before, const char *after, const char *where)
{
    struct folder folder = tiny_folder();
    folder_replace(&folder, file, before, after);
    struct attempt *attempt = attempt_at(folder.path);
    try_it(attempt);
    assert_true(attempt->errors > 0);
    if (!is_told(&attempt->state, file, where))
        fail_msg("%s: %s", attempt->state.problems[0].place, attempt->state.problems[0].sentence);
    folder_delete(&folder);
}

#define TWENTY(words)                                                                                                  \
    words words words words words words words words words words words words words words words words words words words  \
        words

static void what_would_be_cut_out_of_reach_or_unreadable_is_refused(void **state)
{
    (void)state;
    is_refused("home.yaml", "Hello.", TWENTY("abcdefghij"), "home, English");
    is_refused("kiosk.yaml", "Tiny Clinic", TWENTY("very long "), "English, 1920x1080, ");
    is_refused("screenings/two-questions.yaml", "Several days",
               TWENTY("some of the days, or many of them, or all of them, or those that you do not count at all, or "),
               ", English, 1920x1080, normal text");
    is_refused("home.yaml", "Choose a card", "Choose \xF0\x9F\xAB\xA0", "home, English");
    is_refused("home.yaml", "icon: lock", "icon: lockk", "home, English");
}

static void what_is_in_order_is_not_refused(void **state)
{
    (void)state;
    struct attempt *attempt = attempt_at(IOP_SOURCE_DIR "/tests/fixtures/tiny");
    try_it(attempt);
    assert_int_equal(attempt->errors, 0);
}

static void thirty_trials_in_the_worker_take_no_more_memory_than_ten(void **state)
{
    (void)state;
    struct attempt *attempt = attempt_at(IOP_SOURCE_DIR "/tests/fixtures/tiny");
    struct worker *worker = worker_open(try_it, attempt);
    long before = 0;
    for (int i = 0; i < TRIALS; i++) {
        worker_begin(worker);
        waits_for(worker);
        assert_int_equal(attempt->errors, 0);
        before = i == TRIALS_TO_WARM_UP ? resident_pages() : before;
    }
    worker_close(worker);
#ifndef __SANITIZE_ADDRESS__
    assert_true(resident_pages() - before < PAGES_MORE_MAX);
#endif
}

static void what_is_no_worse_than_before_holds_nothing_back(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct attempt *attempt = attempt_at(folder.path);
    folder_replace(&folder, "home.yaml", "Hello.", TWENTY("abcdefghij"));
    try_it(attempt);
    assert_true(attempt->errors > 0);
    attempt->known = attempt->found;
    folder_replace(&folder, "home.yaml", "icon: lock", "icon: lock\n  # a line more");
    try_it(attempt);
    assert_int_equal(attempt->errors, 0);
    assert_true(attempt->warnings > 0);
    folder_replace(&folder, "home.yaml", "A program by day", TWENTY("klmnopqrst"));
    try_it(attempt);
    assert_true(attempt->errors > 0);
    folder_delete(&folder);
}

static void what_the_kiosk_began_with_is_only_warned_of(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct attempt *attempt = attempt_at(folder.path);
    folder_replace(&folder, "home.yaml", "Hello.", TWENTY("abcdefghij"));
    attempt->trial.known = NULL;
    try_it(attempt);
    assert_int_equal(attempt->errors, 0);
    assert_true(attempt->warnings > 0);
    folder_delete(&folder);
}

static void a_trial_that_nobody_waits_for_ends_at_once(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_replace(&folder, "screenings/two-questions.yaml", "Several days", TWENTY("abcdefghij"));
    struct attempt *attempt = attempt_at(folder.path);
    attempt->unwanted = true;
    try_it(attempt);
    assert_int_equal(attempt->errors, 0);
    attempt->unwanted = false;
    try_it(attempt);
    assert_true(attempt->errors > 0);
    folder_delete(&folder);
}

static void a_worker_works_only_when_asked_and_says_so_once(void **state)
{
    (void)state;
    struct load load = {.folder = IOP_SOURCE_DIR "/tests/fixtures/tiny"};
    struct worker *worker = worker_open(load_it, &load);
    assert_false(worker_busy(worker));
    assert_false(worker_finished(worker));
    worker_begin(worker);
    assert_true(worker_busy(worker));
    waits_for(worker);
    assert_false(worker_busy(worker));
    assert_false(worker_finished(worker));
    content_free(load.content);
    worker_close(worker);
    worker_close(NULL);
}

static void new_content_shows_new_words_at_rest(void **state)
{
    (void)state;
    static struct kiosk kiosk;
    static struct problems problems;
    struct content *tiny = content_load(IOP_SOURCE_DIR "/tests/fixtures/tiny", &problems);
    kiosk_open(&kiosk);
    draws(&kiosk);
    app_change_content(&kiosk.app, tiny, 476, kiosk.now_ms);
    assert_true(draws(&kiosk) > 0);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    app_close(&kiosk.app);
    content_free(tiny);
    problems_free(&problems);
}

static void a_kiosk_is_at_rest_between_visits_and_without_a_finger_on_it(void **state)
{
    (void)state;
    static struct kiosk kiosk;
    kiosk_open(&kiosk);
    assert_true(app_at_rest(&kiosk.app));
    gives(&kiosk, INPUT_PRESS, 300, 300);
    assert_false(app_at_rest(&kiosk.app));
    gives(&kiosk, INPUT_RELEASE, 300, 300);
    assert_false(app_at_rest(&kiosk.app));
    does(&kiosk, ACTION_DONE, 0, 0);
    assert_true(app_at_rest(&kiosk.app));
    app_close(&kiosk.app);
}

/* ---- what staff are told ----------------------------------------------------------------------------------------- */

struct reading {
    struct folder folder;
    struct problems problems;
    struct content *content;
};

static void reads(struct reading *reading, struct reload_state *state, const char *time)
{
    problems_free(&reading->problems);
    content_free(reading->content);
    reading->content = content_load(reading->folder.path, &reading->problems);
    reload_state_note(state, reading->folder.path, reading->content, &reading->problems, time);
}

static void forget(struct reading *reading)
{
    problems_free(&reading->problems);
    content_free(reading->content);
    folder_delete(&reading->folder);
}

static void a_mistake_is_kept_with_its_place_and_the_revision_stays(void **unused)
{
    (void)unused;
    struct reading reading = {.folder = tiny_folder()};
    struct reload_state state = {0};
    reads(&reading, &state, "2026-01-15 08:30");
    assert_false(state.failed);
    assert_int_equal(state.problem_count, 0);
    struct reload_state good = state;
    folder_replace(&reading.folder, "home.yaml", "icon: lock", "icon: Lock");
    reads(&reading, &state, "2026-01-15 09:00");
    assert_true(state.failed);
    assert_string_equal(state.revision, good.revision);
    assert_string_equal(state.read_at, "2026-01-15 08:30");
    assert_string_equal(state.looked_at, "2026-01-15 09:00");
    assert_int_equal(state.problem_count, 1);
    assert_true(state.problems[0].is_error);
    assert_string_equal(state.problems[0].place, "home.yaml:23");
    assert_non_null(strstr(state.problems[0].sentence, "icon"));
    folder_replace(&reading.folder, "home.yaml", "icon: Lock", "icon: lock");
    reads(&reading, &state, "2026-01-15 09:05");
    assert_false(state.failed);
    assert_int_equal(state.problem_count, 0);
    forget(&reading);
}

static void errors_come_before_warnings_and_only_as_many_as_fit(void **unused)
{
    (void)unused;
    struct reload_state state = {0};
    struct problems problems = {0};
    for (int i = 0; i < 2 * STATE_PROBLEMS; i++)
        problems_add(&problems, i % 2 == 0 ? SEVERITY_WARNING : SEVERITY_ERROR, "K000",
                     (struct place){.file = "content/x.yaml", .line = i}, "number %d", i);
    reload_state_note(&state, "content", NULL, &problems, "");
    assert_int_equal(state.problem_count, STATE_PROBLEMS);
    for (int i = 0; i < STATE_PROBLEMS; i++)
        assert_true(state.problems[i].is_error);
    assert_string_equal(state.problems[0].place, "x.yaml:1");
    assert_int_equal(state.warnings, STATE_PROBLEMS);
    problems_free(&problems);
}

static void a_long_name_keeps_its_line_and_a_long_sentence_says_that_it_was_cut(void **unused)
{
    (void)unused;
    static struct reload_state state;
    struct problems problems = {0};
    char name[300] = "content/explainers/", sentence[2 * STATE_SENTENCE_SIZE];
    memset(name + strlen(name), 'n', 250);
    memset(sentence, 's', sizeof sentence);
    sentence[sizeof sentence - 1] = '\0';
    struct place place = {.file = name, .line = 123456};
    problems_add(&problems, SEVERITY_ERROR, "K000", place, "%s", sentence)->fix = "write less";
    reload_state_note(&state, "content", NULL, &problems, "");
    const char *end = state.problems[0].place + strlen(state.problems[0].place);
    assert_string_equal(end - 7, ":123456");
    assert_int_equal(strlen(state.problems[0].sentence), STATE_SENTENCE_SIZE - 1);
    assert_string_equal(state.problems[0].sentence + STATE_SENTENCE_SIZE - 4, "…");
    assert_string_equal(state.problems[0].mend, "write less");
    assert_int_equal(state.times, 1);
    problems_free(&problems);
}

static void the_revision_follows_the_files_and_not_the_folder(void **unused)
{
    (void)unused;
    struct reading one = {.folder = tiny_folder()}, two = {.folder = tiny_folder()};
    struct reload_state first = {0}, second = {0};
    reads(&one, &first, "");
    reads(&two, &second, "");
    assert_int_equal(strlen(first.revision), REVISION_SIZE - 1);
    assert_string_equal(first.revision, second.revision);
    folder_replace(&two.folder, "home.yaml", "Take your time", "Take your Time");
    reads(&two, &second, "");
    assert_string_not_equal(first.revision, second.revision);
    forget(&one);
    forget(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_works_only_when_asked_and_says_so_once),
        cmocka_unit_test(new_content_shows_new_words_at_rest),
        cmocka_unit_test(a_kiosk_is_at_rest_between_visits_and_without_a_finger_on_it),
        cmocka_unit_test(a_mistake_is_kept_with_its_place_and_the_revision_stays),
        cmocka_unit_test(errors_come_before_warnings_and_only_as_many_as_fit),
        cmocka_unit_test(a_long_name_keeps_its_line_and_a_long_sentence_says_that_it_was_cut),
        cmocka_unit_test(the_revision_follows_the_files_and_not_the_folder),
        cmocka_unit_test(what_would_be_cut_out_of_reach_or_unreadable_is_refused),
        cmocka_unit_test(what_is_in_order_is_not_refused),
        cmocka_unit_test(what_is_no_worse_than_before_holds_nothing_back),
        cmocka_unit_test(what_the_kiosk_began_with_is_only_warned_of),
        cmocka_unit_test(a_trial_that_nobody_waits_for_ends_at_once),
        cmocka_unit_test(thirty_trials_in_the_worker_take_no_more_memory_than_ten),
        cmocka_unit_test(five_hundred_reloads_take_no_more_memory_than_fifty),
    };
    return cmocka_run_group_tests_name("reload", tests, load_content, free_content);
}
