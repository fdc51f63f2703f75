/* Stories about memory: what is left of a visit after it ended, and that a busy day takes no more of it. */
#include "kiosk.h"
#include "memory.h"

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
    return 0;
}

/* ---- traces ----------------------------------------------------------------------------------------------- */

static void note(struct traces *traces, const struct span *span)
{
    struct trace *trace = &traces->list[traces->count];
    assert_true(traces->count < MOST_TRACES);
    trace->length = span->length < LONGEST_TRACE ? span->length : LONGEST_TRACE;
    for (size_t i = 0; i < trace->length; i++)
        trace->letters[i] = (unsigned char)(span->text[i] ^ DISGUISE);
    trace->address = ~(uintptr_t)span->text;
    traces->count++;
}

static void note_all(struct traces *traces)
{
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        for (size_t i = 0; i < node->span_count; i++)
            if (node->spans[i].length >= SHORTEST_TRACE)
                note(traces, &node->spans[i]);
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
    bool left = memory_holds(letters, trace->length, 1) || memory_holds(&address, sizeof address, sizeof address);
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

/* Fills in the check in every way that shows different words, as a visitor who changes their mind would. */
static void fills_in_a_check(void)
{
    seen.count = 0;
    does(&kiosk, ACTION_BEGIN, 1, 0);
    does(&kiosk, ACTION_GO, SCREEN_INTRO, 0);
    does(&kiosk, ACTION_GO, SCREEN_QUESTION, 0);
    while (view_of(&kiosk)->screen == SCREEN_QUESTION) {
        does(&kiosk, ACTION_ANSWER, view_of(&kiosk)->detail, view_of(&kiosk)->detail % 4);
        draws(&kiosk);
        note_all(&seen);
        does(&kiosk, view_of(&kiosk)->screen == SCREEN_HELP ? ACTION_GO_ON : ACTION_NEXT, 0, 0);
    }
    draws(&kiosk);
    note_all(&seen);
    assert_true(seen.count > 50);
}

/* ---- stories ------------------------------------------------------------------------------------------------ */

static void the_search_finds_what_is_there(void **state)
{
    (void)state;
    fills_in_a_check();
    size_t found = 0;
    for (size_t i = 0; i < seen.count; i++)
        found += is_left(&seen.list[i]) ? 1 : 0;
    assert_true(found > 10);
}

static void after_i_am_done_nothing_is_left_of_the_result(void **state)
{
    (void)state;
    fills_in_a_check();
    assert_int_equal(does(&kiosk, ACTION_DONE, 0, 0), APP_WIPED);
    assert_nothing_is_left();
}

static void after_the_time_ran_out_nothing_is_left_of_the_result(void **state)
{
    (void)state;
    fills_in_a_check();
    waits(&kiosk, 120);
    draws(&kiosk);
    assert_int_equal(waits(&kiosk, 30), APP_WIPED);
    assert_nothing_is_left();
}

static void after_the_attract_picture_is_drawn_nothing_has_come_back(void **state)
{
    (void)state;
    fills_in_a_check();
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
    fills_in_a_check();
    does(&kiosk, ACTION_DONE, 0, 0);
    session_start(&fresh, kiosk.now_ms);
    assert_memory_equal(&kiosk.app.session, &fresh, sizeof fresh);
}

static void right_after_the_end_the_draw_list_is_empty_to_the_last_byte(void **state)
{
    (void)state;
    fills_in_a_check();
    does(&kiosk, ACTION_DONE, 0, 0);
    const unsigned char *bytes = (const unsigned char *)kiosk.app.list.items;
    assert_true(kiosk.app.list.room > 0);
    for (size_t i = 0; i < kiosk.app.list.room * sizeof *kiosk.app.list.items; i++)
        assert_int_equal(bytes[i], 0);
    for (int i = 0; i < MAX_CELLS_ACROSS * MAX_CELLS_DOWN; i++)
        assert_true(kiosk.app.damage.shown[i] == 0 && kiosk.app.damage.now[i] == 0);
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
        fills_in_a_check();
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
        cmocka_unit_test_setup_teardown(a_thousand_pages_take_no_memory_once_warm, opens, closes),
        cmocka_unit_test_setup_teardown(a_hundred_visitors_take_no_more_memory_than_two, opens, closes),
    };
    return cmocka_run_group_tests_name("forgetting", tests, load_content, free_content);
}
