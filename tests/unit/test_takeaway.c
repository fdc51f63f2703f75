/* Stories about the words of a result that a visitor carries away as a code. */
#include "takeaway.h"

#include "content_and_arena.h"
#include "plain.h"
#include "text.h"
#include "theme.h"
#include "tour.h"

#include <qrencode.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { LEAST_RESULTS = 14, MOST_MODULES = 97 /* version 20 */, LINES = 12 };

/* ---- every result ------------------------------------------------------------------------------------------ */

/* A result on the tour, and the words that are carried away from it. */
struct carried {
    const struct stop *stop;
    const struct screening *screening;
    const struct answers *answers;
    const char *words;
};

static struct builder builder_for(const struct session *session, struct scene *scene, struct frame *frame)
{
    *scene = (struct scene){.arena = &arena};
    *frame = frame_make(1920, 1080, 476, theme_default(), session->text_size);
    return (struct builder){.scene = scene, .content = content, .session = session, .frame = frame};
}

static const char *words_of(const struct session *session)
{
    struct scene scene;
    struct frame frame;
    struct builder b = builder_for(session, &scene, &frame);
    return takeaway_text(&b, session_view(session)->subject);
}

static void at_every_result(void (*look)(const struct carried *carried))
{
    struct stop stop;
    int results = 0;
    for (int language = 0; language < (int)content->settings.language_count; language++)
        for (int i = 0; tour_stop(content, i, language, &stop); i++) {
            size_t subject = session_view(&stop.session)->subject;
            if (session_view(&stop.session)->screen != SCREEN_RESULT)
                continue;
            look(&(struct carried){&stop, &content->screenings[subject], &stop.session.answers[subject],
                                   words_of(&stop.session)});
            arena_reset(&arena);
            results++;
        }
    assert_true(results >= LEAST_RESULTS * (int)content->settings.language_count);
}

#define assert_carried(what, carried)                                                                                  \
    do {                                                                                                               \
        if (!(what))                                                                                                   \
            fail_msg("%s of %s (language %d): %s", #what, (carried)->stop->name, (carried)->stop->session.language,    \
                     (carried)->words);                                                                                \
    } while (0)

/* Every sign that closes a sentence; a line between colons, a title or a bullet closes in one as well. */
static bool ends_a_sentence(const char *line, size_t length)
{
    static const char *const ends[] = {".", "?", "!", ".”", "?”", "”."};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (length >= strlen(ends[i]) && memcmp(line + length - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
            return true;
    return false;
}

static void fits(const struct carried *carried)
{
    assert_carried(strlen(carried->words) < TAKEAWAY_BYTES, carried);
    assert_carried(utf8_count(carried->words, strlen(carried->words)) > 100, carried);
}

static void every_result_fits(void **state)
{
    (void)state;
    at_every_result(fits);
}

static void names_help_last(const struct carried *carried)
{
    const char *footer = content->words.take_footer.in[carried->stop->session.language];
    size_t length = strlen(carried->words), end = strlen(footer);
    assert_non_null(strstr(footer, "988"));
    assert_non_null(strstr(footer, "911"));
    assert_carried(length > end && strcmp(carried->words + length - end, footer) == 0, carried);
}

static void every_result_ends_with_where_help_is(void **state)
{
    (void)state;
    at_every_result(names_help_last);
}

static bool has_line(const char *words, const char *line)
{
    const char *at = strstr(words, line);
    bool begins = at != NULL && (at == words || at[-1] == '\n');
    return begins && (at[strlen(line)] == '\n' || at[strlen(line)] == '\0');
}

static void says_what_the_result_is(const struct carried *carried)
{
    int language = carried->stop->session.language;
    const struct outcome *outcome = screening_outcome(carried->screening, carried->answers);
    const struct band *band = screening_band(carried->screening, screening_total(carried->screening, carried->answers));
    const struct words *headline = outcome != NULL ? &outcome->headline : band != NULL ? &band->headline : NULL;
    assert_carried(strstr(carried->words, carried->screening->title.in[language]) != NULL, carried);
    assert_carried(has_line(carried->words, content->words.not_a_diagnosis.in[language]), carried);
    if (headline == NULL)
        headline = &carried->screening->incomplete;
    assert_carried(has_line(carried->words, headline->in[language]), carried);
}

static void every_result_says_what_it_is_and_that_it_is_no_diagnosis(void **state)
{
    (void)state;
    at_every_result(says_what_the_result_is);
}

/* Lines of the content that may stand without a full stop: they are titles. */
static bool is_title(const struct carried *carried, const char *line, size_t length)
{
    const struct outcome *outcome = screening_outcome(carried->screening, carried->answers);
    int language = carried->stop->session.language;
    const struct band *band = screening_band(carried->screening, screening_total(carried->screening, carried->answers));
    const char *headline = outcome != NULL ? outcome->headline.in[language]
                           : band != NULL  ? band->headline.in[language]
                                           : "";
    return strlen(headline) == length && memcmp(headline, line, length) == 0;
}

static void is_whole(const struct carried *carried)
{
    int line_number = 0;
    for (const char *line = carried->words; line != NULL; line_number++) {
        const char *end = strchr(line, '\n');
        size_t length = end != NULL ? (size_t)(end - line) : strlen(line);
        bool scored = line_number == 1 && screening_total(carried->screening, carried->answers) >= 0;
        bool whole = line_number == 0 || scored || is_title(carried, line, length) || ends_a_sentence(line, length);
        if (!whole)
            fail_msg("\"%.*s\" of %s is no whole sentence", (int)length, line, carried->stop->name);
        line = end != NULL ? end + 1 : NULL;
    }
    assert_in_range(line_number, 4, LINES);
}

static void every_line_is_whole(void **state)
{
    (void)state;
    at_every_result(is_whole);
}

static void has_its_steps(const struct carried *carried)
{
    const struct outcome *outcome = screening_outcome(carried->screening, carried->answers);
    size_t wanted = outcome != NULL ? outcome->next_step_count : carried->screening->next_step_count, found = 0;
    for (const char *at = carried->words; (at = strstr(at, "\n- ")) != NULL; at++)
        found++;
    assert_int_equal(wanted, 3);
    assert_carried(found == wanted, carried);
}

static void no_step_of_the_clinics_own_checks_is_left_out(void **state)
{
    (void)state;
    at_every_result(has_its_steps);
}

static void is_plain(const struct carried *carried)
{
    static const char *const marks[] = {"**", "](", "http", "www", "%", "\n\n"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        assert_carried(strstr(carried->words, marks[i]) == NULL, carried);
}

static void the_words_hold_no_marks_and_no_address(void **state)
{
    (void)state;
    at_every_result(is_plain);
}

/* Who else reads it learns the result and the next steps; not what was answered. */
static void tells_no_answers(const struct carried *carried)
{
    for (size_t item = 0; item < carried->screening->item_count; item++) {
        const struct item *asked = &carried->screening->items[item];
        assert_carried(strstr(carried->words, asked->text.in[carried->stop->session.language]) == NULL, carried);
        for (int i = 0; asked->options != NULL && asked->repeats && i < screening_option_count(asked); i++)
            assert_carried(strstr(carried->words, asked->options->options[i].text.in[0]) == NULL, carried);
    }
}

static void the_words_tell_no_single_answer(void **state)
{
    (void)state;
    at_every_result(tells_no_answers);
}

static void outcome_has_no_number(const struct carried *carried)
{
    if (carried->screening->rule_count == 0)
        return;
    for (const char *at = strchr(carried->words, '\n'); *at != '\0'; at++)
        if (*at >= '0' && *at <= '9') {
            bool known = strncmp(at, "988", 3) == 0 || strncmp(at, "911", 3) == 0 || *at == '7';
            assert_carried(known, carried);
            at += *at == '7' ? 0 : 2;
        }
}

static void an_outcome_of_rules_holds_no_number_but_those_of_help(void **state)
{
    (void)state;
    at_every_result(outcome_has_no_number);
}

/* ---- the code ---------------------------------------------------------------------------------------------- */

static void can_be_encoded(const struct carried *carried)
{
    QRcode *code = QRcode_encodeString8bit(carried->words, 0, QR_ECLEVEL_M);
    assert_carried(code != NULL, carried);
    assert_carried(code->width <= MOST_MODULES, carried);
    QRcode_free(code);
}

static void every_result_becomes_a_code(void **state)
{
    (void)state;
    at_every_result(can_be_encoded);
}

static void the_longest_text_that_may_be_still_becomes_a_code(void **state)
{
    (void)state;
    char longest[TAKEAWAY_BYTES];
    memset(longest, 'n', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    QRcode *code = QRcode_encodeString8bit(longest, 0, QR_ECLEVEL_M);
    assert_non_null(code);
    assert_in_range(code->width, 1, MOST_MODULES);
    QRcode_free(code);
}

static const struct node *code_of(const struct scene *scene)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_CODE)
            return node;
    return NULL;
}

struct panel {
    int width, height;
    float mm;
    float module_mm; /* least */
};

/* On the screen, at all text sizes (on a 7 inch panel at the usual ones): modules of at least so many mm, and the whole
 * code in the window. */
static void can_be_read_by_a_phone(const struct session *session, const struct panel *panel)
{
    struct scene scene;
    const struct metrics metrics = metrics_plain();
    struct frame frame = frame_make(panel->width, panel->height, panel->mm, theme_default(), session->text_size);
    screen_build(&scene, &arena,
                 &(struct screen_request){
                     .content = content, .session = session, .frame = &frame, .seconds_left = 30, .voice = true});
    layout_scene(&scene, &frame, theme_default(), &metrics);
    const struct node *code = code_of(&scene);
    assert_non_null(code);
    int side = code->rect.w < code->rect.h ? code->rect.w : code->rect.h;
    float module = (float)(side / (code->value + 8)) / frame.scale.px_per_mm;
    if (module < panel->module_mm || side > scene.main->rect.h)
        fail_msg("%dx%d, text size %d: %d modules of %.2f mm, a code of %d and a window of %d pixels", panel->width,
                 panel->height, session->text_size, code->value, (double)module, side, scene.main->rect.h);
    arena_reset(&arena);
}

static void a_phone_can_read_the_code_on_every_panel(void **state)
{
    (void)state;
    static const struct panel panels[] = {{1920, 1080, 476, 0.45f}, {1080, 1920, 268, 0.7f}, {3840, 2160, 708, 0.7f},
                                          {1366, 768, 345, 0.45f},  {1024, 600, 155, 0.3f},  {1280, 800, 217, 0.45f}};
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 1, &stop); i++) {
        if (!stop.session.taking)
            continue;
        for (size_t k = 0; k < sizeof panels / sizeof *panels; k++)
            for (int size = 0; size < (panels[k].mm < 200 ? DEFAULT_TEXT_SIZE + 1 : TEXT_SIZES); size++) {
                stop.session.text_size = (uint8_t)size;
                can_be_read_by_a_phone(&stop.session, &panels[k]);
            }
    }
}

/* ---- what does not fit ------------------------------------------------------------------------------------- */

/* A result whose title is so long that other lines must go: those that stay are whole, and help is the last. */
static void lines_that_do_not_fit_are_left_out_whole(void **state)
{
    (void)state;
    static char long_title[TAKEAWAY_BYTES];
    struct stop stop = {.name = ""};
    for (int i = 0; strncmp(stop.name, "result-iop-fit", 14) != 0; i++)
        assert_true(tour_stop(content, i, 0, &stop));
    size_t subject = session_view(&stop.session)->subject;
    struct screening *screening = (struct screening *)&content->screenings[subject];
    const char *title = screening->title.in[0];
    for (int length = 0; length < TAKEAWAY_BYTES - 100; length += 7) {
        memset(long_title, 'n', (size_t)length);
        long_title[length] = '\0';
        screening->title.in[0] = long_title;
        const char *words = words_of(&stop.session);
        screening->title.in[0] = title;
        struct carried carried = {&stop, screening, &stop.session.answers[subject], words};
        assert_true(strlen(words) < TAKEAWAY_BYTES);
        assert_non_null(strstr(words, long_title));
        names_help_last(&carried);
        for (const char *line = strchr(words, '\n'); line != NULL; line = strchr(line + 1, '\n')) {
            size_t end = strcspn(line + 1, "\n");
            assert_carried(is_title(&carried, line + 1, end) || ends_a_sentence(line + 1, end), &carried);
        }
        arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_result_fits),
        cmocka_unit_test(every_result_ends_with_where_help_is),
        cmocka_unit_test(every_result_says_what_it_is_and_that_it_is_no_diagnosis),
        cmocka_unit_test(every_line_is_whole),
        cmocka_unit_test(no_step_of_the_clinics_own_checks_is_left_out),
        cmocka_unit_test(the_words_hold_no_marks_and_no_address),
        cmocka_unit_test(the_words_tell_no_single_answer),
        cmocka_unit_test(an_outcome_of_rules_holds_no_number_but_those_of_help),
        cmocka_unit_test(every_result_becomes_a_code),
        cmocka_unit_test(the_longest_text_that_may_be_still_becomes_a_code),
        cmocka_unit_test(a_phone_can_read_the_code_on_every_panel),
        cmocka_unit_test(lines_that_do_not_fit_are_left_out_whole),
    };
    return cmocka_run_group_tests_name("take-away", tests, load, unload);
}
