/* Stories about lines of text: where they break, and where they never do. Widths are in letters. */
#include "made_scene.h"

#define NBSP "\xc2\xa0"

enum { LONGEST = 400 };

static const struct type_size body = {.face = FACE_REGULAR, .px = BODY_PX, .line_height = LINE, .cap_height = 5};

struct lines {
    struct arena arena;
    struct flow *flow;
};

static struct lines measured_spans(const struct span *spans, size_t count)
{
    static struct metrics metrics; /* the flow asks it again when a word must be cut */
    metrics = made_metrics();
    struct lines lines = {0};
    lines.flow = flow_measure(&lines.arena, &metrics, spans, count, body);
    return lines;
}

static struct lines measured(const char *text)
{
    const struct span span = {.text = text, .length = (uint32_t)strlen(text)};
    return measured_spans(&span, 1);
}

static void break_at(struct lines *lines, int letters)
{
    flow_break(&lines->arena, lines->flow, letters * LETTER);
}

/* All lines in one string, "|" between them. */
static void joined(const struct flow *flow, char *bytes, size_t size)
{
    struct text out = text_in(bytes, size);
    for (uint32_t i = 0; i < flow->line_count; i++) {
        const struct flow_line *line = &flow->lines[i];
        text_add(&out, i > 0 ? "|" : "");
        for (uint32_t k = line->first; k < line->first + line->count; k++) {
            text_add_bytes(&out, flow->words[k].text, flow->words[k].length);
            if (flow->words[k].space > 0 && k + 1 < line->first + line->count)
                text_add(&out, " ");
        }
    }
}

static void assert_lines(const char *text, int letters, const char *expected)
{
    char found[LONGEST];
    struct lines lines = measured(text);
    break_at(&lines, letters);
    joined(lines.flow, found, sizeof found);
    assert_string_equal(found, expected);
    arena_free(&lines.arena);
}

/* ---- breaking ---------------------------------------------------------------------------------------- */

static void lines_break_between_words(void **state)
{
    (void)state;
    assert_lines("one small step", 20, "one small step");
    assert_lines("one small step", 10, "one small|step");
    assert_lines("one small step", 5, "one|small|step");
}

static void a_line_holds_exactly_what_fits(void **state)
{
    (void)state;
    assert_lines("one small step", 14, "one small step");
    assert_lines("one small step", 13, "one small|step");
    assert_lines("one small step", 9, "one small|step");
    assert_lines("one small step", 8, "one|small|step");
}

static void a_space_at_the_end_of_a_line_takes_no_room(void **state)
{
    (void)state;
    struct lines lines = measured("one small step");
    break_at(&lines, 9);
    assert_int_equal(lines.flow->lines[0].width, 9 * LETTER);
    assert_int_equal(lines.flow->lines[1].width, 4 * LETTER);
    assert_int_equal(lines.flow->words[2].x, 0);
    arena_free(&lines.arena);
}

static void a_non_breaking_space_holds(void **state)
{
    (void)state;
    assert_lines("call 9" NBSP "8" NBSP "8 now", 9, "call|9" NBSP "8" NBSP "8 now");
    assert_lines("call 9" NBSP "8" NBSP "8 now", 5, "call|9" NBSP "8" NBSP "8|now");
}

static void a_new_line_in_the_text_starts_a_line(void **state)
{
    (void)state;
    assert_lines("Welcome.\nWhat would help?", 40, "Welcome.|What would help?");
    assert_lines("a\n\nb", 40, "a||b");
    assert_lines("a\n", 40, "a");
}

static void a_word_wider_than_the_line_is_cut_as_the_last_resort(void **state)
{
    (void)state;
    assert_lines("an extraordinarily long word", 15, "an|extraordinarily|long word");
    assert_lines("an extraordinarily long word", 6, "an|extrao|rdinar|ily|long|word");
    assert_lines("extraordinarily", 1, "e|x|t|r|a|o|r|d|i|n|a|r|i|l|y");
}

/* A marked word with its brackets is three pieces, and a line of a small panel may hold only one. */
static void pieces_without_a_break_are_parted_before_a_line_grows_too_wide(void **state)
{
    (void)state;
    const struct span spans[] = {{.text = "first (", .length = 7},
                                 {.text = "authorization", .length = 13, .style = SPAN_TERM, .target = "x"},
                                 {.text = ")?", .length = 2}};
    struct lines lines = measured_spans(spans, 3);
    char found[LONGEST];
    break_at(&lines, 14);
    joined(lines.flow, found, sizeof found);
    assert_string_equal(found, "first|(authorization|)?");
    for (uint32_t i = 0; i < lines.flow->line_count; i++)
        assert_true(lines.flow->lines[i].width <= 14 * LETTER);
    arena_free(&lines.arena);
}

static void no_letter_is_ever_cut(void **state)
{
    (void)state;
    assert_lines("¿Dónde está?", 1, "¿|D|ó|n|d|e|e|s|t|á|?");
    assert_lines("¿Dónde está?", 3, "¿Dó|nde|est|á?");
}

static void signs_stay_with_their_word(void **state)
{
    (void)state;
    assert_lines("oiga ¿Qué? sí", 5, "oiga|¿Qué?|sí");
    assert_lines("dijo ¡Ya! (no)", 4, "dijo|¡Ya!|(no)");
    assert_lines("say “I need help.”", 6, "say “I|need|help.”");
}

static void a_hyphen_lets_a_line_end(void **state)
{
    (void)state;
    assert_lines("moderately-severe", 12, "moderately-|severe");
    assert_lines("moderately-severe", 17, "moderately-severe");
}

static void letters_beyond_ascii_count_once(void **state)
{
    (void)state;
    assert_lines("¿Dónde está?", 12, "¿Dónde está?");
    assert_lines("¿Dónde está?", 11, "¿Dónde|está?");
}

static void text_of_nothing_has_no_lines(void **state)
{
    (void)state;
    assert_lines("", 10, "");
    struct lines lines = measured_spans(NULL, 0);
    break_at(&lines, 10);
    assert_int_equal(lines.flow->line_count, 0);
    assert_int_equal(flow_least(lines.flow), 0);
    arena_free(&lines.arena);
}

/* ---- spans ----------------------------------------------------------------------------------------------- */

static struct lines bold_then_plain(const char *bold, const char *plain)
{
    const struct span spans[] = {{.text = bold, .length = (uint32_t)strlen(bold), .style = SPAN_BOLD},
                                 {.text = plain, .length = (uint32_t)strlen(plain)}};
    return measured_spans(spans, 2);
}

static void a_change_of_face_leaves_no_gap(void **state)
{
    (void)state;
    struct lines lines = bold_then_plain("988", ", any time");
    break_at(&lines, 40);
    assert_int_equal(lines.flow->words[0].face, FACE_BOLD);
    assert_int_equal(lines.flow->words[1].face, FACE_REGULAR);
    assert_int_equal(lines.flow->words[1].x, 3 * LETTER);
    arena_free(&lines.arena);
}

static void a_change_of_face_is_no_place_to_break(void **state)
{
    (void)state;
    char found[LONGEST];
    struct lines lines = bold_then_plain("988", ", any time");
    break_at(&lines, 4);
    joined(lines.flow, found, sizeof found);
    assert_string_equal(found, "988,|any|time");
    arena_free(&lines.arena);
}

static void a_space_between_two_faces_is_one_space(void **state)
{
    (void)state;
    struct lines lines = bold_then_plain("988 ", "any time");
    break_at(&lines, 40);
    assert_int_equal(lines.flow->words[1].x, 4 * LETTER);
    break_at(&lines, 8);
    assert_int_equal(lines.flow->line_count, 2);
    arena_free(&lines.arena);
}

static void a_link_stands_in_bold(void **state)
{
    (void)state;
    const struct span spans[] = {{.text = "see ", .length = 4},
                                 {.text = "a week", .length = 6, .style = SPAN_LINK, .target = "typical-week"}};
    struct lines lines = measured_spans(spans, 2);
    assert_int_equal(lines.flow->word_count, 3);
    assert_int_equal(lines.flow->words[0].face, FACE_REGULAR);
    assert_int_equal(lines.flow->words[1].face, FACE_BOLD);
    assert_int_equal(lines.flow->words[2].face, FACE_BOLD);
    arena_free(&lines.arena);
}

/* ---- widths ------------------------------------------------------------------------------------------- */

static void natural_width_is_the_widest_line_that_was_asked_for(void **state)
{
    (void)state;
    struct lines lines = measured("Welcome.\nWhat would help today?");
    assert_int_equal(lines.flow->natural, 22 * LETTER);
    arena_free(&lines.arena);
    lines = measured("one small step ");
    assert_int_equal(lines.flow->natural, 14 * LETTER);
    arena_free(&lines.arena);
}

static void least_width_is_the_widest_word(void **state)
{
    (void)state;
    struct lines lines = measured("a very extraordinary day");
    assert_int_equal(flow_least(lines.flow), 13 * LETTER);
    arena_free(&lines.arena);
    lines = bold_then_plain("988", ", any");
    assert_int_equal(flow_least(lines.flow), 4 * LETTER);
    arena_free(&lines.arena);
}

static const char long_text[] =
    "Your answers stay on this screen only. ¿Qué es un IOP? Call 1-800-950-6264,\nor text HOME "
    "to" NBSP "741741 – day or night — and a self-made, well-meant plan.";

static void assert_words_in_order(const struct flow *flow)
{
    uint32_t behind = 0;
    for (uint32_t i = 0; i < flow->line_count; i++) {
        assert_int_equal(flow->lines[i].first, behind);
        assert_true(flow->lines[i].count > 0);
        behind += flow->lines[i].count;
    }
    assert_int_equal(behind, flow->word_count);
}

static void at_every_width_no_word_is_lost_and_no_line_is_too_wide(void **state)
{
    (void)state;
    for (int width = LETTER; width < 150 * LETTER; width++) {
        struct lines lines = measured(long_text);
        flow_break(&lines.arena, lines.flow, width);
        assert_words_in_order(lines.flow);
        for (uint32_t i = 0; i < lines.flow->line_count; i++)
            assert_true(lines.flow->lines[i].width <= width);
        arena_free(&lines.arena);
    }
}

static void lines_are_as_full_as_they_can_be(void **state)
{
    (void)state;
    struct lines lines = measured("a bb ccc dddd a bb ccc dddd a bb ccc dddd a bb ccc dddd");
    for (int letters = 4; letters < 30; letters++) {
        break_at(&lines, letters);
        for (uint32_t i = 0; i + 1 < lines.flow->line_count; i++) {
            const struct flow_line *line = &lines.flow->lines[i];
            const struct flow_word *next = &lines.flow->words[line->first + line->count];
            assert_true(line->width + LETTER + next->width > letters * LETTER);
        }
    }
    arena_free(&lines.arena);
}

static int times_measured;

static int counted_width(void *context, enum face face, int px, const char *text, size_t length)
{
    struct metrics plain = metrics_plain();
    times_measured++;
    return plain.width(context, face, px, text, length);
}

static void letters_are_measured_once_and_not_at_every_break(void **state)
{
    (void)state;
    const struct metrics metrics = {.width = counted_width, .cap_height = made_cap_height};
    const struct span span = {.text = long_text, .length = sizeof long_text - 1};
    struct arena arena = {0};
    struct flow *flow = flow_measure(&arena, &metrics, &span, 1, body);
    times_measured = 0;
    for (int width = 200; width < 500; width += 50)
        flow_break(&arena, flow, width);
    assert_int_equal(times_measured, 0);
    arena_free(&arena);
}

/* ---- too long ------------------------------------------------------------------------------------------ */

static void assert_shortened(const char *text, int letters, uint32_t most, const char *expected)
{
    char found[LONGEST];
    struct lines lines = measured(text);
    break_at(&lines, letters);
    flow_shorten(&lines.arena, lines.flow, letters * LETTER, most);
    joined(lines.flow, found, sizeof found);
    assert_string_equal(found, expected);
    for (uint32_t i = 0; i < lines.flow->line_count; i++)
        assert_true(lines.flow->lines[i].width <= letters * LETTER);
    arena_free(&lines.arena);
}

static void a_text_that_is_too_long_ends_with_dots(void **state)
{
    (void)state;
    assert_shortened("one small step", 9, 2, "one small|step");
    assert_shortened("one small step for all", 9, 1, "one…");
    assert_shortened("one small step for all", 10, 1, "one small…");
    assert_shortened("one small step for all", 9, 2, "one small|step for…");
    assert_shortened("extraordinarily", 6, 1, "extra…");
    assert_shortened("extraordinarily long", 6, 2, "extrao|rdina…");
}

static void a_shortened_text_is_whole_again_where_there_is_room(void **state)
{
    (void)state;
    char found[LONGEST];
    struct lines lines = measured("one small step for all");
    break_at(&lines, 9);
    flow_shorten(&lines.arena, lines.flow, 9 * LETTER, 1);
    break_at(&lines, 30);
    flow_shorten(&lines.arena, lines.flow, 30 * LETTER, 1);
    joined(lines.flow, found, sizeof found);
    assert_string_equal(found, "one small step for all");
    arena_free(&lines.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_between_words),
        cmocka_unit_test(a_line_holds_exactly_what_fits),
        cmocka_unit_test(a_space_at_the_end_of_a_line_takes_no_room),
        cmocka_unit_test(a_non_breaking_space_holds),
        cmocka_unit_test(a_new_line_in_the_text_starts_a_line),
        cmocka_unit_test(a_word_wider_than_the_line_is_cut_as_the_last_resort),
        cmocka_unit_test(pieces_without_a_break_are_parted_before_a_line_grows_too_wide),
        cmocka_unit_test(no_letter_is_ever_cut),
        cmocka_unit_test(signs_stay_with_their_word),
        cmocka_unit_test(a_hyphen_lets_a_line_end),
        cmocka_unit_test(letters_beyond_ascii_count_once),
        cmocka_unit_test(text_of_nothing_has_no_lines),
        cmocka_unit_test(a_change_of_face_leaves_no_gap),
        cmocka_unit_test(a_change_of_face_is_no_place_to_break),
        cmocka_unit_test(a_space_between_two_faces_is_one_space),
        cmocka_unit_test(a_link_stands_in_bold),
        cmocka_unit_test(natural_width_is_the_widest_line_that_was_asked_for),
        cmocka_unit_test(least_width_is_the_widest_word),
        cmocka_unit_test(at_every_width_no_word_is_lost_and_no_line_is_too_wide),
        cmocka_unit_test(lines_are_as_full_as_they_can_be),
        cmocka_unit_test(letters_are_measured_once_and_not_at_every_break),
        cmocka_unit_test(a_text_that_is_too_long_ends_with_dots),
        cmocka_unit_test(a_shortened_text_is_whole_again_where_there_is_room),
    };
    return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
