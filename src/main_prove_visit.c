/* A visitor that is a program: fills in the checks, asks for help, takes a result along, and goes. */
#include "main_prove.h"

#include "app.h"
#include "load.h"
#include "main_stage.h"
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

enum {
    WIDTH = 1920,
    HEIGHT = 1080,
    PANEL_MM = 476,
    NOT_AT_REST = 512,
    LETTERS_LEAST = 6,
    LETTERS_EACH = 32,
    ANSWERS_NOTED = 9
};

static _Alignas(SECRET_PAGE) struct app app;
static struct theme theme;
static struct content *content;
static struct raster *raster;
static struct pixmap canvas;
static struct marks *marks;
static int64_t now_ms = 1000000;
static bool rehearsing;
static const char *shown_at_rest[NOT_AT_REST]; /* sentences that are on the screen when nobody is there */
static size_t shown_count;

/* ---- the kiosk without a window --------------------------------------------------------------------------- */

static void draw(void)
{
    struct rect rects[MAX_DAMAGE];
    const int count = app_draw(&app, rects, now_ms);
    for (int i = 0; i < count; i++)
        raster_draw(raster, &canvas, &app.list, rects[i]);
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

static void does(enum action_kind kind, int a, int b)
{
    forget(app_act(&app, (struct action){kind, a, b}, now_ms));
    if (!leaks("pixels") || session_view(&app.session)->screen != SCREEN_ATTRACT)
        draw();
}

static void waits(int seconds)
{
    for (int i = 0; i < seconds; i++) {
        now_ms += 1000;
        forget(app_input(&app, (struct input){.kind = INPUT_NONE}, now_ms));
        draw();
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
    struct app_setup setup = {
        .content = content, .theme = &theme, .metrics = raster_metrics(raster), .panel_mm = PANEL_MM};
    app_open(&app, setup, WIDTH, HEIGHT, now_ms);
    draw();
    return true;
}

/* ---- what is noted while rehearsing ------------------------------------------------------------------------------ */

static bool is_at_rest(const char *text)
{
    for (size_t i = 0; i < shown_count; i++)
        if (shown_at_rest[i] == text)
            return true;
    return false;
}

static void note_rest(void)
{
    for (const struct node *node = app_scene(&app, now_ms)->root; node != NULL; node = node_next(node))
        for (size_t i = 0; i < node->span_count && shown_count < NOT_AT_REST; i++)
            shown_at_rest[shown_count++] = node->spans[i].text;
}

static void note_words(const struct node *node)
{
    for (size_t i = 0; i < node->span_count; i++) {
        const char *text = node->spans[i].text;
        if (is_at_rest(text))
            continue;
        marks_note(marks, MARK_WORDS, text, node->spans[i].length);
        marks_note(marks, MARK_PLACES, &text, sizeof text);
    }
    if (node->modules != NULL)
        for (int at = 8 * node->value; at + MARK_BYTES < node->value * node->value; at += MARK_BYTES)
            marks_note(marks, MARK_CODE, node->modules + at, MARK_BYTES);
}

/* The first row of the picture with much in it, from its first ink on. */
static void note_rows(const struct pixmap *picture, enum mark_kind kind, size_t wanted)
{
    unsigned char row[MARK_BYTES];
    for (int y = 0; y < picture->height && wanted > 0; y += kind == MARK_PIXELS ? 11 : 1)
        for (int x = 0; x + MARK_BYTES < picture->width; x += MARK_BYTES) {
            const uint32_t *from = picture->pixels + (ptrdiff_t)y * picture->stride + x;
            const size_t before = marks->count;
            for (int i = 0; i < MARK_BYTES; i++)
                row[i] = (unsigned char)from[i];
            if (kind == MARK_PIXELS)
                marks_note(marks, kind, from, MARK_BYTES);
            else
                marks_note(marks, kind, row, LETTERS_EACH);
            wanted -= marks->count > before ? 1 : 0;
            if (wanted == 0)
                return;
        }
}

/* A word in white on black is its mask. */
static void note_letters(const struct draw *item)
{
    static uint32_t pixels[600 * 200];
    struct pixmap small = {pixels, 600, 200, 600};
    struct draw_list list = {0};
    struct draw word = *item;
    if (item->kind != DRAW_TEXT || item->face == FACE_ICON || item->px > 120)
        return;
    for (word.length = 0; word.length < item->length && item->text[word.length] != ' ';)
        word.length++;
    if (word.length < LETTERS_LEAST)
        return;
    memset(pixels, 0, sizeof pixels);
    word.rect = (struct rect){0, 150, 0, 0};
    word.clip = word.bounds = (struct rect){0, 0, 600, 200};
    word.color = 0xFFFFFFFFu;
    draw_list_add(&list, word);
    raster_draw(raster, &small, &list, word.clip);
    draw_list_free(&list);
    note_rows(&small, MARK_LETTERS, 2);
}

static void note_screen(void)
{
    if (!rehearsing)
        return;
    const struct scene *scene = app_scene(&app, now_ms);
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        note_words(node);
    const uint8_t screen = session_view(&app.session)->screen;
    if (screen != SCREEN_RESULT && screen != SCREEN_QUESTION)
        return;
    for (size_t i = 0; i < app.list.count && screen == SCREEN_RESULT; i++)
        note_letters(&app.list.items[i]);
    note_rows(&canvas, MARK_PIXELS, 20);
}

static void note_answers(size_t check)
{
    if (rehearsing)
        marks_note(marks, MARK_ANSWERS, app.session.answers[check].option, ANSWERS_NOTED);
}

/* ---- the visit --------------------------------------------------------------------------------------------------- */

static void leak_into_heap(void)
{
    if (rehearsing)
        return;
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

/* Looks for the marks while they should be there. */
static void look(void)
{
    leak_into_heap();
    if (!rehearsing)
        marks_search(marks, MARKS_DURING);
}

static void answers(int check, int first_option)
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
        note_screen();
        if (session_view(&app.session)->screen == SCREEN_QUESTION)
            does(ACTION_NEXT, 0, 0);
    }
    note_screen();
    does(ACTION_NEXT, 0, 0); /* from the review to the result */
    note_answers((size_t)check);
}

/* All that was answered and shown before is still there with the last code: one search finds it. */
static void takes_result_along(bool last)
{
    does(ACTION_TAKE, 0, 0);
    note_screen();
    if (last)
        look();
    does(ACTION_BACK, 0, 0);
}

/* Every check, help, another language, other letters, and a result on the phone. */
static void visits(int first_option)
{
    does(ACTION_BEGIN, 0, 0);
    does(ACTION_THEME, 1, 0);
    for (int check = 0; check < (int)content->screening_count; check++) {
        answers(check, first_option + check);
        note_screen();
        takes_result_along(check + 1 == (int)content->screening_count);
        does(ACTION_LANGUAGE, (check + 1) % (int)content->settings.language_count, 0);
        does(ACTION_TEXT_SIZE, check % TEXT_SIZES, 0);
        note_screen();
        does(ACTION_GO, SCREEN_HELP, 0);
        note_screen();
        does(ACTION_HOME, 0, 0);
    }
}

static __attribute__((noinline)) void visits_until_done(void)
{
    visits(1);
    does(ACTION_DONE, 0, 0);
}

static __attribute__((noinline)) void visits_and_walks_away(void)
{
    visits(2);
    waits(2 * 60 + 5 * 60);
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

/* In a process that ends: it leaves nothing behind but marks, and content lies at the same places in both. */
static bool rehearse(void)
{
    int status = 1;
    const pid_t child = fork();
    if (child == 0) {
        rehearsing = true;
        note_rest();
        visits_until_done();
        visits_and_walks_away();
        _exit(0);
    }
    return child > 0 && waitpid(child, &status, 0) == child && status == 0 && marks->count > 0;
}

static bool seals(const struct options *options)
{
    const char *folders[] = {options->content, options->assets, NULL};
    const bool sealed = seal_close(options->gl ? SEAL_GL : SEAL_KIOSK, folders);
    return prove_line(sealed && seal_state()->landlock > 0, "the seal that was reached", seal_state()->sentence);
}

static bool at_rest(void)
{
    return session_view(&app.session)->screen == SCREEN_ATTRACT && !app.session.asking;
}

static bool visit_and_look(void (*visit)(void), const char *way)
{
    char answer[120];
    for (size_t i = 0; i < marks->count; i++)
        marks->list[i].most = 0;
    visit();
    wipe_stack();
    if (!marks_search(marks, MARKS_AFTER))
        return prove_line(false, way, "the memory could not be read");
    snprintf(answer, sizeof answer, "%zu marks were looked for in %zu MiB of memory", marks->count,
             marks_searched() >> 20);
    const bool rested = prove_line(at_rest(), way, answer);
    return marks_report(marks) && rested;
}

bool prove_visit(const struct options *options)
{
    marks = marks_open();
    if (marks == NULL || !marks_prepare() || !kernel_prepare())
        return prove_line(false, "the proof itself", "it could not look at its own memory");
    if (!leaks("dump"))
        secret_process();
    secret_memory(&app, sizeof app);
    raster_prepare();
    if (!opens(options) || !rehearse())
        return prove_line(false, "the proof itself", "the visit could not be rehearsed");
    const int way_out = leak_open();
    printf("The seal\n");
    bool good = seals(options);
    good = kernel_report(options) && good;
    printf("\nWhat is left of a visit in memory\n");
    marks_search(marks, MARKS_AT_REST);
    good = visit_and_look(visits_until_done, "after \"I'm done\"") && good;
    good = visit_and_look(visits_and_walks_away, "after nobody was there any more") && good;
    leak_out(way_out);
    return good;
}
