/* Stories about memory: what is left of a visit after it ended, and that a busy day takes no more of it. */
#include "kiosk.h"
#include "memory.h"
#include "takeaway.h"
#include "wipe.h"

#include <unistd.h>

enum { MOST_TRACES = 4000, LONGEST_TRACE = 96, SHORTEST_TRACE = 5, DISGUISE = 0x5A };

static struct kiosk kiosk;

/* What the screen said, noted in disguise: the notes themselves are no find. */
struct trace {
    unsigned char letters[LONGEST_TRACE];
    size_t length;
    uintptr_t address; /* of the text, inverted: a pointer to an answer tells the answer */
};

struct traces {
    struct trace list[MOST_TRACES];
    size_t count;
};

static struct traces seen, at_rest;
static struct arena desk; /* the test's own */

static int opens(void **state)
{
    (void)state;
    memory_mark();
    kiosk_open(&kiosk);
    return 0;
}

static int closes(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    arena_free(&desk);
    return 0;
}

/* ---- traces ----------------------------------------------------------------------------------------------- */

static struct trace *note(struct traces *traces, const char *text, size_t length)
{
    struct trace *trace = &traces->list[traces->count];
    assert_true(traces->count < MOST_TRACES);
    trace->length = length < LONGEST_TRACE ? length : LONGEST_TRACE;
    for (size_t i = 0; i < trace->length; i++)
        trace->letters[i] = (unsigned char)(text[i] ^ DISGUISE);
    trace->address = ~(uintptr_t)text;
    traces->count++;
    return trace;
}

static void note_all(struct traces *traces)
{
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        for (size_t i = 0; i < node->span_count; i++)
            if (node->spans[i].length >= SHORTEST_TRACE)
                note(traces, node->spans[i].text, node->spans[i].length);
}

static bool is_noted(const struct traces *traces, const struct trace *trace)
{
    for (size_t i = 0; i < traces->count; i++)
        if (traces->list[i].length == trace->length &&
            memcmp(traces->list[i].letters, trace->letters, trace->length) == 0)
            return true;
    return false;
}

/* Letters stand in the kiosk's memory, or a pointer to them does. */
static bool is_left(const struct trace *trace)
{
    unsigned char letters[LONGEST_TRACE];
    for (size_t i = 0; i < trace->length; i++)
        letters[i] = trace->letters[i] ^ DISGUISE;
    uintptr_t address = ~trace->address;
    const unsigned char *program = (const unsigned char *)&kiosk.app;
    bool left = memory_holds(letters, trace->length, 1);
    if (trace->address == 0)
        return left;
    left = left || memory_holds(&address, sizeof address, sizeof address);
    for (size_t at = 0; at + sizeof address <= sizeof kiosk.app && !left; at += sizeof address)
        left = memcmp(program + at, &address, sizeof address) == 0;
    return left;
}

static void assert_nothing_is_left(void)
{
    at_rest.count = 0;
    note_all(&at_rest);
    for (size_t i = 0; i < seen.count; i++)
        if (!is_noted(&at_rest, &seen.list[i]) && is_left(&seen.list[i])) {
            char letters[LONGEST_TRACE + 1] = "";
            for (size_t k = 0; k < seen.list[i].length; k++)
                letters[k] = (char)(seen.list[i].letters[k] ^ DISGUISE);
            fail_msg("\"%s\" is still there", letters);
        }
}

static uintptr_t stack_below; /* the stack from here down was used by what was composed last */

/* Deep below: what a search itself leaves on the stack must not lie where the words were. */
static __attribute__((noinline)) const char *composed_deep_below(struct builder *builder, int check)
{
    volatile unsigned char room[48 * 1024];
    room[0] = 1;
    const char *words = takeaway_text(builder, (size_t)check);
    room[sizeof room - 1] = room[0];
    stack_below = (uintptr_t)&room[0];
    return words;
}

/* The end of each line of the words to carry away with the beginning of the next: nothing else says that. */
static void note_words_to_carry(struct traces *traces, int check)
{
    enum { BEFORE = 24, AFTER = 16 };
    struct scene scene = {.arena = &desk};
    struct frame frame = frame_make(1920, 1080, 476, theme_default(), DEFAULT_TEXT_SIZE);
    struct builder builder = {.scene = &scene, .content = kiosk_content, .session = &kiosk.app.session};
    builder.frame = &frame;
    const char *words = composed_deep_below(&builder, check);
    for (const char *end = strchr(words, '\n'); end != NULL; end = strchr(end + 1, '\n')) {
        assert_true(end - words >= BEFORE && strlen(end) >= AFTER);
        note(traces, end - BEFORE, BEFORE + AFTER)->address = 0; /* the text is the test's own */
    }
    arena_reset(&desk);
}

/* The middle of the code that is shown. */
static void note_code(struct traces *traces)
{
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_CODE) {
            const char *middle = (const char *)node->modules + node->value * node->value / 2;
            note(traces, middle, LONGEST_TRACE);
            return;
        }
    fail_msg("there is no code on the screen");
}

/* On a result: shows the code, and notes what it holds. */
static void takes_the_result(int check)
{
    does(&kiosk, ACTION_TAKE, 0, 0);
    draws(&kiosk);
    note_all(&seen);
    note_words_to_carry(&seen, check);
    note_code(&seen);
}

/* Fills in a check in every way that shows different words, as a visitor who changes their mind would, up to the
 * code with the words of its result. */
static void answers_a_check(int check)
{
    begins_check(&kiosk, check);
    while (view_of(&kiosk)->screen == SCREEN_QUESTION) {
        does(&kiosk, ACTION_ANSWER, view_of(&kiosk)->detail, view_of(&kiosk)->detail % 4);
        draws(&kiosk);
        note_all(&seen);
        does(&kiosk, view_of(&kiosk)->screen == SCREEN_HELP ? ACTION_GO_ON : ACTION_NEXT, 0, 0);
    }
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_REVIEW);
    draws(&kiosk);
    note_all(&seen);
    does(&kiosk, ACTION_NEXT, 0, 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_RESULT);
    draws(&kiosk);
    note_all(&seen);
}

static void fills_in_the_checks(void)
{
    seen.count = 0;
    does(&kiosk, ACTION_BEGIN, 1, 0);
    answers_a_check(MOOD_CHECK);
    assert_true(seen.count > 50);
    does(&kiosk, ACTION_HOME, 0, 0);
    answers_a_check(check_named("iop-fit"));
    takes_the_result(check_named("iop-fit"));
}

/* ---- stories ------------------------------------------------------------------------------------------------ */

static void the_search_finds_what_is_there(void **state)
{
    (void)state;
    fills_in_the_checks();
    size_t found = 0;
    for (size_t i = 0; i < seen.count; i++)
        found += is_left(&seen.list[i]) ? 1 : 0;
    assert_true(found > 10);
}

static void after_i_am_done_nothing_is_left_of_the_result(void **state)
{
    (void)state;
    fills_in_the_checks();
    assert_int_equal(does(&kiosk, ACTION_DONE, 0, 0), APP_WIPED);
    assert_nothing_is_left();
}

static void after_the_time_ran_out_nothing_is_left_of_the_result(void **state)
{
    (void)state;
    fills_in_the_checks();
    waits(&kiosk, 120);
    draws(&kiosk);
    assert_int_equal(waits(&kiosk, 30), APP_WIPED);
    assert_nothing_is_left();
}

static void after_the_attract_picture_is_drawn_nothing_has_come_back(void **state)
{
    (void)state;
    fills_in_the_checks();
    does(&kiosk, ACTION_DONE, 0, 0);
    draws(&kiosk);
    waits(&kiosk, 3600);
    draws(&kiosk);
    assert_nothing_is_left();
}

static void the_visit_itself_is_as_if_it_had_never_been(void **state)
{
    (void)state;
    struct session fresh;
    fills_in_the_checks();
    does(&kiosk, ACTION_DONE, 0, 0);
    session_start(&fresh, kiosk.now_ms);
    assert_memory_equal(&kiosk.app.session, &fresh, sizeof fresh);
}

static void right_after_the_end_the_draw_list_is_empty_to_the_last_byte(void **state)
{
    (void)state;
    fills_in_the_checks();
    does(&kiosk, ACTION_DONE, 0, 0);
    const unsigned char *bytes = (const unsigned char *)kiosk.app.list.items;
    assert_true(kiosk.app.list.room > 0);
    assert_int_equal(kiosk.app.arena.taken, 0); /* no word either */
    for (size_t i = 0; i < kiosk.app.list.room * sizeof *kiosk.app.list.items; i++)
        assert_int_equal(bytes[i], 0);
    for (int i = 0; i < MAX_CELLS_ACROSS * MAX_CELLS_DOWN; i++)
        assert_true(kiosk.app.damage.shown[i] == 0 && kiosk.app.damage.now[i] == 0);
}

static bool is_empty(const void *memory, size_t size)
{
    const unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Whatever a visit leaves anywhere in the app: each part is full when the visit ends. Both ways that no visitor's
 * action leads to are gone: other content, and the end of the program. */
static void fills_every_part(void)
{
    enum { FULL = 0x5A };
    struct app *app = &kiosk.app;
    fills_in_the_checks();
    memset(&app->press, FULL, sizeof app->press);
    memset(&app->focus, FULL, sizeof app->focus);
    memset(&app->corners, FULL, sizeof app->corners);
    memset(app->voice.bytes, FULL, sizeof app->voice.bytes);
    app->voice.item = app->voice.told_s = app->voice.language = 1;
    app->voice.due = app->voice.sounding = true;
    app->cover_scroll = 77;
    app->stale = false;
}

static void assert_every_part_is_empty(void)
{
    struct app *app = &kiosk.app;
    assert_true(is_empty(&app->press, sizeof app->press));
    assert_true(is_empty(&app->focus, sizeof app->focus));
    assert_true(is_empty(&app->corners, sizeof app->corners));
    assert_true(is_empty(&app->scene, sizeof app->scene));
    assert_true(app->voice.forget);
    app->voice.forget = app->voice.headphones = false; /* these are no visitor's */
    assert_true(is_empty(&app->voice, sizeof app->voice));
    assert_int_equal(app->cover_scroll, 0);
    assert_true(app->stale);
}

static void other_content_finds_every_part_empty(void **state)
{
    (void)state;
    struct session fresh;
    fills_every_part();
    app_change_content(&kiosk.app, kiosk_content, 476, kiosk.now_ms);
    assert_every_part_is_empty();
    session_start(&fresh, kiosk.now_ms);
    assert_memory_equal(&kiosk.app.session, &fresh, sizeof fresh);
}

static void a_program_that_ends_in_the_middle_of_a_visit_leaves_every_part_empty(void **state)
{
    (void)state;
    struct session fresh;
    fills_every_part();
    app_close(&kiosk.app);
    assert_every_part_is_empty();
    session_start(&fresh, 0);
    assert_memory_equal(&kiosk.app.session, &fresh, sizeof fresh);
}

/* ---- the code of a result --------------------------------------------------------------------------------- */

/* Shows the code of a result, and notes nothing but what it holds. */
static void shows_a_code(void)
{
    fills_in_the_checks();
    seen.count = 0;
    note_words_to_carry(&seen, check_named("iop-fit"));
    note_code(&seen);
    assert_true(seen.count > 5);
}

static void assert_no_code_is_left(void)
{
    assert_false(kiosk.app.session.taking);
    draws(&kiosk);
    assert_nothing_is_left();
}

static void back_leaves_nothing_of_the_code(void **state)
{
    (void)state;
    shows_a_code();
    does(&kiosk, ACTION_BACK, 0, 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_RESULT);
    assert_no_code_is_left();
}

static void hiding_the_code_leaves_nothing_of_it(void **state)
{
    (void)state;
    shows_a_code();
    does(&kiosk, ACTION_TAKE, 0, 0);
    assert_no_code_is_left();
}

static void hiding_the_screen_leaves_nothing_of_the_code(void **state)
{
    (void)state;
    shows_a_code();
    does(&kiosk, ACTION_HIDE, 0, 0);
    assert_no_code_is_left();
    does(&kiosk, ACTION_REVEAL, 0, 0);
    assert_no_code_is_left();
}

static void the_veil_leaves_nothing_of_the_code(void **state)
{
    (void)state;
    shows_a_code();
    waits(&kiosk, 30);
    assert_int_equal(kiosk.app.session.cover, COVER_VEIL);
    assert_no_code_is_left();
    touches_at(&kiosk, (struct spot){960, 500});
    assert_int_equal(kiosk.app.session.cover, COVER_NONE);
    assert_no_code_is_left();
}

static void stopping_leaves_nothing_of_the_code(void **state)
{
    (void)state;
    shows_a_code();
    does(&kiosk, ACTION_STOP, 0, 0);
    assert_no_code_is_left();
}

static void help_leaves_nothing_of_the_code(void **state)
{
    (void)state;
    shows_a_code();
    does(&kiosk, ACTION_GO, SCREEN_HELP, 0);
    assert_no_code_is_left();
}

/* Not even where a library kept its own copy of them. */
static bool process_holds_the_words(void)
{
    for (size_t i = 0; i < seen.count; i++)
        if (seen.list[i].address == 0 && memory_process_holds(seen.list[i].letters, seen.list[i].length, DISGUISE))
            return true;
    return false;
}

static void no_library_keeps_the_words_of_the_code(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it keeps what was given back */
#endif
    shows_a_code();
    assert_true(process_holds_the_words());
    does(&kiosk, ACTION_BACK, 0, 0);
    draws(&kiosk);
    assert_false(process_holds_the_words());
}

/* Read through the kernel, for nobody may read there through a pointer. A step's words are the content's: that they
 * lie on the stack as well tells that they were put together. */
static bool stack_below_holds(const char *text)
{
    enum { DEEP = 16 * 1024 };
    static char bytes[DEEP];
    FILE *memory = fopen("/proc/self/mem", "r");
    assert_non_null(memory);
    assert_int_equal(pread(fileno(memory), bytes, DEEP, (off_t)stack_below - DEEP), DEEP);
    fclose(memory);
    const bool holds = memmem(bytes, DEEP, text, strlen(text)) != NULL;
    wipe(bytes, DEEP);
    return holds;
}

static void putting_the_words_together_leaves_none_behind(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    does(&kiosk, ACTION_BEGIN, 0, 0);
    answers_a_check(check_named("gad-7"));
    seen.count = 0;
    note_words_to_carry(&seen, check_named("gad-7"));
    assert_false(process_holds_the_words());
    assert_false(stack_below_holds("Ask for a first visit"));
}

static void no_library_keeps_the_code(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    shows_a_code();
    const struct trace *code = &seen.list[seen.count - 1];
    assert_true(memory_process_holds(code->letters, code->length, DISGUISE));
    does(&kiosk, ACTION_BACK, 0, 0);
    draws(&kiosk);
    assert_false(memory_process_holds(code->letters, code->length, DISGUISE));
}

/* ---- a busy day ----------------------------------------------------------------------------------------------- */

static void turns_pages(int turns)
{
    for (int i = 0; i < turns; i++) {
        does(&kiosk, i % 3 == 0 ? ACTION_HOME : ACTION_GO, SCREEN_PAGE, i % (int)kiosk_content->page_count);
        if (i % 5 == 0)
            does(&kiosk, ACTION_SCROLL, 1, 0);
        if (i % 7 == 0)
            does(&kiosk, ACTION_GO, SCREEN_COMPARE, 0);
        draws(&kiosk);
    }
}

static void a_thousand_pages_take_no_memory_once_warm(void **state)
{
    (void)state;
    does(&kiosk, ACTION_BEGIN, 0, 0);
    turns_pages(2 * 3 * 5 * 7);
    size_t asked = memory_asked(), blocks = kiosk.app.arena.blocks, room = kiosk.app.list.room;
    turns_pages(1000);
    assert_int_equal(memory_asked(), asked);
    assert_int_equal(kiosk.app.arena.blocks, blocks);
    assert_int_equal(kiosk.app.list.room, room);
}

static void a_hundred_visitors_take_no_more_memory_than_two(void **state)
{
    (void)state;
    size_t asked = 0, living = 0;
    for (int visitor = 0; visitor < 100; visitor++) {
        fills_in_the_checks();
        does(&kiosk, ACTION_DONE, 0, 0);
        draws(&kiosk);
        if (visitor == 1) {
            asked = memory_asked();
            living = memory_living();
        }
    }
    assert_int_equal(memory_asked(), asked);
    assert_int_equal(memory_living(), living);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_search_finds_what_is_there, opens, closes),
        cmocka_unit_test_setup_teardown(after_i_am_done_nothing_is_left_of_the_result, opens, closes),
        cmocka_unit_test_setup_teardown(after_the_time_ran_out_nothing_is_left_of_the_result, opens, closes),
        cmocka_unit_test_setup_teardown(after_the_attract_picture_is_drawn_nothing_has_come_back, opens, closes),
        cmocka_unit_test_setup_teardown(the_visit_itself_is_as_if_it_had_never_been, opens, closes),
        cmocka_unit_test_setup_teardown(right_after_the_end_the_draw_list_is_empty_to_the_last_byte, opens, closes),
        cmocka_unit_test_setup_teardown(other_content_finds_every_part_empty, opens, closes),
        cmocka_unit_test_setup_teardown(a_program_that_ends_in_the_middle_of_a_visit_leaves_every_part_empty, opens,
                                        closes),
        cmocka_unit_test_setup_teardown(back_leaves_nothing_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(hiding_the_code_leaves_nothing_of_it, opens, closes),
        cmocka_unit_test_setup_teardown(hiding_the_screen_leaves_nothing_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(the_veil_leaves_nothing_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(no_library_keeps_the_words_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(stopping_leaves_nothing_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(help_leaves_nothing_of_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(putting_the_words_together_leaves_none_behind, opens, closes),
        cmocka_unit_test_setup_teardown(no_library_keeps_the_code, opens, closes),
        cmocka_unit_test_setup_teardown(a_thousand_pages_take_no_memory_once_warm, opens, closes),
        cmocka_unit_test_setup_teardown(a_hundred_visitors_take_no_more_memory_than_two, opens, closes),
    };
    return cmocka_run_group_tests_name("forgetting", tests, load_content, free_content);
}
