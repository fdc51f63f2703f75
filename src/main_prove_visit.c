/* A visitor that is a program: fills in the checks, asks for help, takes a result along, and goes. */
#include "main_prove.h"

#include "load.h"
#include "main_leak.h"
#include "main_stage.h"
#include "pin.h"
#include "seal.h"
#include "secret.h"
#include "wipe.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WIDTH = 1920, HEIGHT = 1080, PANEL_MM = 476, ANSWERS_NOTED = 9, FASTER_TIMES = 7, AWAY_MOST_S = 20 * 60 };

/* As numbers: where they are found as letters, somebody has typed them. */
static const uint8_t WRONG_PIN[STAFF_DIGITS] = {5, 1, 7, 0, 9, 3, 8, 2, 6, 4, 1, 9};
static const uint8_t RIGHT_PIN[STAFF_DIGITS] = {8, 3, 0, 5, 2, 9, 1, 7, 4, 6, 2, 5};
static char right_hash[] =
    "$y$j9T$ORcagSHKbT8bG1S67P2dB1$d19DsKHEH7RXURJ.5VzQ1XtWHiMYk5duqzlPq4COTZ2"; /* pin_hash() of RIGHT_PIN */

static _Alignas(SECRET_PAGE) struct app app;
static struct theme theme;
static struct content *content;
static struct raster *raster;
static struct pixmap canvas;
static struct marks *marks;
static int64_t now_ms = 1000000;
static bool rehearsing, patient; /* patient: hears the voice out */
static bool staff_came_in;

/* ---- the kiosk without a window --------------------------------------------------------------------------- */

static void draw(void)
{
    struct rect rects[MAX_DAMAGE];
    const int count = app_draw(&app, rects, now_ms);
    for (int i = 0; i < count; i++)
        raster_draw(raster, &canvas, &app.list, rects[i]);
}

static bool at_rest(void)
{
    return session_view(&app.session)->screen == SCREEN_ATTRACT && !app.session.asking;
}

/* What main_kiosk.c does when a visit has ended; canvas stands for its window. */
static void forget(unsigned result)
{
    if ((result & APP_WIPED) == 0)
        return;
    if (!leaks("letters"))
        stage_forget(raster, NULL);
    if (!leaks("pixels"))
        wipe(canvas.pixels, (size_t)canvas.stride * (size_t)canvas.height * sizeof *canvas.pixels);
}

/* The goodbye is said to an empty chair: it tells nothing. */
static void speak(void)
{
    voiced_say(&app, rehearsing ? marks : NULL);
    if (rehearsing && at_rest())
        marks_forgive(marks, MARK_SPOKEN, app.voice.bytes);
}

static void follow(unsigned result)
{
    forget(result);
    if (!leaks("pixels") || session_view(&app.session)->screen != SCREEN_ATTRACT)
        draw();
    speak();
}

static void does(enum action_kind kind, int a, int b)
{
    follow(app_act(&app, (struct action){kind, a, b}, now_ms));
}

static void waits_until_rest(void)
{
    for (int i = 0; i < AWAY_MOST_S && !at_rest(); i++) {
        now_ms += 1000;
        follow(app_input(&app, (struct input){.kind = INPUT_NONE}, now_ms));
    }
}

static bool opens(const struct options *options)
{
    static struct problems problems;
    const char *cause = "";
    content = content_load(options->content, &problems);
    raster = stage_raster(options->content, options->assets, &cause);
    stage_theme(&theme, options->assets);
    canvas = (struct pixmap){calloc((size_t)WIDTH * HEIGHT, sizeof *canvas.pixels), WIDTH, HEIGHT, WIDTH};
    if (content == NULL || raster == NULL || canvas.pixels == NULL || content->screening_count == 0) {
        fprintf(stderr, "iop-kiosk: %s\n",
                raster == NULL ? cause : "The content cannot be shown, or has no check: iop-content check says more.");
        return false;
    }
    problems_free(&problems);
    content->settings.staff_pin = right_hash; /* in memory only */
    struct app_setup setup = {.content = content,
                              .theme = &theme,
                              .metrics = raster_metrics(raster),
                              .panel_mm = PANEL_MM,
                              .voice = voiced()};
    app_open(&app, setup, WIDTH, HEIGHT, now_ms);
    app.pin_fits = pin_fits;
    draw();
    return true;
}

/* ---- what is noted while rehearsing, and looked for while it is there ----------------------------------------- */

static void note(void)
{
    const struct rehearsal rehearsal = {&app, raster, &canvas, marks};
    if (rehearsing)
        note_screen(&rehearsal, app_scene(&app, now_ms));
}

static void note_answers(size_t check)
{
    if (rehearsing)
        marks_note(marks, MARK_ANSWERS, app.session.answers[check].option, ANSWERS_NOTED);
}

static void leak_into_heap(void)
{
    if (rehearsing)
        return;
    if (leaks("digits"))
        memcpy(malloc(STAFF_DIGITS), app.session.staff.digits, STAFF_DIGITS);
    if (leaks("said"))
        memcpy(malloc(SPEECH_BYTES), app.voice.bytes, SPEECH_BYTES);
    if (leaks("answers"))
        memcpy(malloc(sizeof app.session), &app.session, sizeof app.session);
    for (const struct node *node = app_scene(&app, now_ms)->root; node != NULL; node = node_next(node)) {
        if (leaks("words") && node->span_count > 0)
            memcpy(malloc(node->spans[0].length + 1), node->spans[0].text, node->spans[0].length);
        if (leaks("places") && node->span_count > 0)
            memcpy(malloc(sizeof(char *)), &node->spans[0].text, sizeof(char *));
        if (leaks("code") && node->modules != NULL)
            memcpy(malloc((size_t)node->value * (size_t)node->value), node->modules,
                   (size_t)node->value * (size_t)node->value);
    }
}

static void look(void)
{
    leak_into_heap();
    if (!rehearsing)
        marks_search(marks, MARKS_DURING);
}

/* While the voice speaks, it is looked into. */
static void hear(void)
{
    if (!app.setup.voice)
        return;
    if (!rehearsing)
        voiced_look(MARKS_DURING);
    if (patient && (rehearsing || voiced_to_the_end(true)))
        follow(app_input(&app, (struct input){.kind = INPUT_SPOKEN}, now_ms));
}

/* ---- the visits --------------------------------------------------------------------------------------------- */

static void answers(int check, int first_option, bool listens)
{
    does(ACTION_GO, SCREEN_INTRO, check);
    does(ACTION_GO, SCREEN_QUESTION, check);
    if (session_view(&app.session)->screen == SCREEN_AGE)
        does(ACTION_ADULT, 1, 0);
    for (int i = 0; i < 2 * MAX_ITEMS; i++) {
        const struct view *view = session_view(&app.session);
        if (view->screen != SCREEN_QUESTION && view->screen != SCREEN_HELP)
            break;
        if (view->screen == SCREEN_HELP) {
            does(ACTION_GO_ON, 0, 0);
            continue;
        }
        does(ACTION_ANSWER, view->detail, (first_option + view->detail) % 4);
        note();
        if (listens && i == 0)
            hear();
        if (session_view(&app.session)->screen == SCREEN_QUESTION)
            does(ACTION_NEXT, 0, 0);
    }
    note();
    does(ACTION_NEXT, 0, 0); /* from the review to the result */
    note_answers((size_t)check);
}

/* All that was answered and shown before is still there with the last code: one search finds it. */
static void takes_result_along(bool last)
{
    does(ACTION_TAKE, 0, 0);
    note();
    if (last)
        look();
    does(ACTION_BACK, 0, 0);
}

static void begins(void)
{
    does(ACTION_BEGIN, 0, 0);
    does(ACTION_THEME, 1, 0);
    if (!app.setup.voice || leaks("silent"))
        return;
    does(ACTION_READ_ALOUD, 1, 0);
    for (int i = 0; i < FASTER_TIMES; i++)
        does(ACTION_RATE, 1, 0);
}

/* Every check and every language, help, other letters, and a result on the phone. An answer and a result are listened
 * to in each language. */
static void visits(int first_option)
{
    const int checks = (int)content->screening_count, languages = (int)content->settings.language_count;
    const int turns = checks > languages ? checks : languages;
    begins();
    for (int turn = 0; turn < turns; turn++) {
        answers(turn % checks, first_option + turn, turn < languages);
        note();
        if (turn < languages)
            hear();
        takes_result_along(turn + 1 == turns);
        does(ACTION_LANGUAGE, (turn + 1) % languages, 0);
        does(ACTION_TEXT_SIZE, turn % TEXT_SIZES, 0);
        note();
        does(ACTION_GO, SCREEN_HELP, 0);
        note();
        does(ACTION_HOME, 0, 0);
    }
}

static __attribute__((noinline)) void visits_until_done(void)
{
    patient = true;
    visits(1);
    does(ACTION_DONE, 0, 0);
    if (voiced() && !rehearsing)
        voiced_to_the_end(false); /* the goodbye */
}

/* The last text is being said when nobody is there any more. */
static __attribute__((noinline)) void visits_and_walks_away(void)
{
    patient = false;
    visits(2);
    waits_until_rest();
}

static void types_pin(const uint8_t *digits)
{
    for (int i = 0; i < STAFF_DIGITS; i++)
        does(ACTION_STAFF, STAFF_DIGIT, digits[i]);
    if (rehearsing)
        marks_note(marks, MARK_DIGITS, app.session.staff.digits, STAFF_DIGITS);
    look();
    does(ACTION_STAFF, STAFF_TRY, 0);
}

static __attribute__((noinline)) void visits_of_staff(void)
{
    follow(app_input(&app, (struct input){.kind = INPUT_KEY, .key = KEY_STAFF}, now_ms));
    types_pin(WRONG_PIN);
    types_pin(RIGHT_PIN);
    staff_came_in = app_of_staff(&app) && app.session.staff.page == STAFF_OVERVIEW;
    does(ACTION_DONE, 0, 0);
}

/* A way out that was open before the seal stays open after it. */
static int leak_open(void)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/leak", files_temporary());
    if (leaks("socket"))
        return socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    return leaks("file") || leaks("written") ? open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;
}

static void leak_out(int way)
{
    if (leaks("written") && write(way, &app.session, sizeof app.session) > 0)
        close(way);
}

/* ---- the proof ------------------------------------------------------------------------------------------------------
 */

/* What is on the screen and behind it; what is heard comes with a voice. */
enum {
    SEEN =
        1 << MARK_ANSWERS | 1 << MARK_WORDS | 1 << MARK_PLACES | 1 << MARK_CODE | 1 << MARK_LETTERS | 1 << MARK_PIXELS
};

static const struct visit {
    void (*make)(void);
    const char *words;
    unsigned kinds; /* of marks, as bits */
    bool of_staff;
} VISITS[] = {
    {visits_until_done, "after \"I'm done\"", SEEN, false},
    {visits_and_walks_away, "after nobody was there any more", SEEN, false},
    {visits_of_staff, "after staff typed a wrong PIN and a right one, and left", 1u << MARK_DIGITS, true},
};

/* In a process that ends: it leaves nothing behind but marks, and content lies at the same places in both. What tells
 * nothing is known when the last visit ends with a goodbye. */
static bool rehearse(void)
{
    int status = 1;
    const pid_t child = fork();
    if (child == 0) {
        rehearsing = true;
        note_rest(app_scene(&app, now_ms));
        visits_of_staff();
        visits_and_walks_away();
        visits_until_done();
        _exit(staff_came_in ? 0 : 1);
    }
    return child > 0 && waitpid(child, &status, 0) == child && status == 0 && marks->count > 0;
}

static bool seals(const struct options *options)
{
    const char *folders[] = {options->content, options->assets, NULL};
    const bool sealed = seal_close(options->gl ? SEAL_GL : SEAL_KIOSK, folders);
    return prove_line(sealed && seal_state()->landlock > 0, "the seal that was reached", seal_state()->sentence);
}

static bool visit_and_look(const struct visit *visit)
{
    char answer[120];
    const unsigned kinds = visit->kinds | (voiced() && !visit->of_staff ? 1u << MARK_SPOKEN : 0);
    for (size_t i = 0; i < marks->count; i++)
        marks->list[i].most = 0;
    if (!visit->of_staff)
        voiced_begin(marks);
    visit->make();
    wipe_stack();
    if (!marks_search(marks, MARKS_AFTER))
        return prove_line(false, visit->words, "the memory could not be read");
    snprintf(answer, sizeof answer, "%zu marks were looked for in %zu MiB of memory", marks->count,
             marks_searched() >> 20);
    const bool rested = prove_line(at_rest() && (staff_came_in || !visit->of_staff), visit->words, answer);
    const bool clean = marks_report(marks, kinds);
    return (visit->of_staff || voiced_left(content, patient)) && clean && rested;
}

static bool prepares(const struct options *options)
{
    if (!leaks("dump"))
        secret_process();
    secret_memory(&app, sizeof app);
    raster_prepare();
    voiced_open(options);
    marks = marks_open();
    return marks != NULL && marks_prepare() && own_state_prepare();
}

bool prove_visit(const struct options *options)
{
    if (!prepares(options))
        return prove_line(false, "the proof itself", "it could not look at its own memory");
    if (!opens(options) || !rehearse())
        return prove_line(false, "the proof itself", "the visit could not be rehearsed");
    const int way_out = leak_open();
    printf("The seal\n");
    bool good = seals(options);
    good = kernel_report(options) && good;
    good = voiced_report(options) && good;
    printf("\nWhat is left of a visit in memory\n");
    marks_search(marks, MARKS_AT_REST);
    for (size_t i = 0; i < sizeof VISITS / sizeof *VISITS; i++)
        good = visit_and_look(&VISITS[i]) && good;
    leak_out(way_out);
    return good;
}
