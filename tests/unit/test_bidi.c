/* Stories about languages that run from right to left: their lines, and the screen around them. Widths are in letters.
 * In what is expected a line is written as it is seen, with | between its pieces, from left to right. */
#include "made_scene.h"

#include "bidi.h"

enum { LONGEST = 400 };

#define CALL        "\u0627\u062a\u0635\u0644" /* call */
#define NOW         "\u0627\u0644\u0622\u0646" /* now */
#define OR          "\u0623\u0648"             /* or */
#define IN_BRACKETS "(" NOW ")"

static const struct type_size arabic = {
    .face = FACE_REGULAR, .px = BODY_PX, .line_height = LINE, .cap_height = 5, .right_to_left = true};

struct lines {
    struct arena arena;
    struct flow *flow;
};

static struct lines broken(const char *text, struct type_size type, int letters)
{
    static struct metrics metrics;
    metrics = made_metrics();
    const struct span span = {.text = text, .length = (uint32_t)strlen(text)};
    struct lines lines = {0};
    lines.flow = flow_measure(&lines.arena, &metrics, &span, 1, type);
    flow_break(&lines.arena, lines.flow, letters * LETTER);
    return lines;
}

static const struct flow_word *word_at(const struct flow *flow, const struct flow_line *line, int x)
{
    for (uint32_t i = line->first; i < line->first + line->count; i++)
        if (flow->words[i].length > 0 && flow->words[i].x == x)
            return &flow->words[i];
    return NULL;
}

/* The pieces of a line as they are seen; a gap of one letter is a space. */
static void assert_seen(const char *text, struct type_size type, const char *expected)
{
    char found[LONGEST];
    struct text out = text_in(found, sizeof found);
    struct lines lines = broken(text, type, 100);
    const struct flow_line *line = &lines.flow->lines[0];
    assert_int_equal(lines.flow->line_count, 1);
    for (int x = 0; x < line->width;) {
        const struct flow_word *word = word_at(lines.flow, line, x);
        text_add(&out, x > 0 && word != NULL && out.bytes[out.length - 1] != ' ' ? "|" : "");
        if (word != NULL)
            text_add_bytes(&out, word->text, word->length);
        else
            text_add(&out, " ");
        x += word != NULL ? word->width : LETTER;
    }
    assert_string_equal(found, expected);
    arena_free(&lines.arena);
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

static void most_texts_need_no_turning(void **state)
{
    (void)state;
    const char *const plain[] = {"You don’t have to – “alone” …", "¿Qué es un IOP?", "Tiếng Việt: quý vị", "您好。",
                                 "→ 911 ☎"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_false(bidi_needed(plain[i], strlen(plain[i])));
    assert_true(bidi_needed("IOP " CALL, strlen("IOP " CALL)));
    assert_true(bidi_needed("\u05e9\u05dc\u05d5\u05dd", 8));
    assert_true(bidi_needed("\ufefb", 3));
}

static void words_are_seen_from_right_to_left(void **state)
{
    (void)state;
    assert_seen(CALL " " OR " " NOW, arabic, NOW " " OR " " CALL);
}

static void a_number_inside_keeps_its_order_and_its_spaces(void **state)
{
    (void)state;
    assert_seen(CALL " 988 " NOW, arabic, NOW " 988 " CALL);
    assert_seen(CALL " 1-800-662-4357 " NOW, arabic, NOW " 1-800-662-4357 " CALL);
    assert_seen("911 " OR " 988", arabic, "988 " OR " 911");
}

static void a_telephone_number_is_read_as_it_is_dialed(void **state)
{
    (void)state;
    assert_seen(CALL " (555) 123-4567 " NOW, arabic, NOW " (555) 123-4567 " CALL);
    assert_seen(CALL " +1 800 662.4357.", arabic, ".|+1 800 662.4357 " CALL);
    assert_seen(CALL " (911) " NOW, arabic, NOW " )|911|( " CALL);
}

static void latin_words_inside_keep_their_order(void **state)
{
    (void)state;
    assert_seen(CALL " Intensive Outpatient Program " NOW, arabic, NOW " Intensive Outpatient Program " CALL);
}

static void a_sign_at_the_end_stands_at_the_left(void **state)
{
    (void)state;
    assert_seen(CALL " 988.", arabic, ".|988 " CALL);
    assert_seen(CALL " (IOP)", arabic, ")|IOP|( " CALL); /* the signs are turned when they are drawn */
}

static void a_number_alone_is_not_turned(void **state)
{
    (void)state;
    assert_seen("(555) 123-4567", arabic, "(555) 123-4567");
}

static void a_name_in_another_script_keeps_its_place_in_an_english_line(void **state)
{
    (void)state;
    const struct type_size english = {.face = FACE_REGULAR, .px = BODY_PX, .line_height = LINE, .cap_height = 5};
    assert_seen("Say " CALL " " NOW " now", english, "Say " NOW " " CALL " now");
}

static void what_runs_back_is_known_to_who_draws_it(void **state)
{
    (void)state;
    struct lines lines = broken(CALL " 988 " IN_BRACKETS, arabic, 100);
    for (uint32_t i = 0; i < lines.flow->word_count; i++) {
        const struct flow_word *word = &lines.flow->words[i];
        assert_int_equal(word->level & 1, word->text[0] != '9');
    }
    arena_free(&lines.arena);
}

static void at_every_width_no_piece_is_lost_and_none_lies_on_another(void **state)
{
    (void)state;
    const char *text = CALL " 988 " OR " (911)\n" NOW ", IOP 24/7 " CALL " Text 988 now " NOW "!";
    for (int letters = 1; letters < 50; letters++) {
        struct lines lines = broken(text, arabic, letters);
        for (uint32_t i = 0; i < lines.flow->line_count; i++) {
            const struct flow_line *line = &lines.flow->lines[i];
            int sum = 0;
            for (uint32_t k = line->first; k < line->first + line->count; k++) {
                const struct flow_word *word = &lines.flow->words[k];
                sum += word->width + (k + 1 < line->first + line->count ? word->space : 0);
                assert_true(word->x >= 0 && word->x + word->width <= line->width);
            }
            assert_int_equal(sum, line->width);
        }
        arena_free(&lines.arena);
    }
}

static void a_text_that_is_too_long_ends_with_dots_at_the_left(void **state)
{
    (void)state;
    struct lines lines = broken(CALL " " OR " " NOW " " CALL, arabic, 9);
    flow_shorten(&lines.arena, lines.flow, 9 * LETTER, 1);
    const struct flow_word *first = word_at(lines.flow, &lines.flow->lines[0], 0);
    assert_non_null(first);
    assert_memory_equal(first->text, "…", 3);
    arena_free(&lines.arena);
}

static void each_line_of_a_title_ends_with_its_own_full_stop(void **state)
{
    (void)state;
    struct lines lines = broken(CALL ".\n" NOW ".", arabic, 100);
    assert_int_equal(lines.flow->line_count, 2);
    for (int i = 0; i < 2; i++) {
        const struct flow_word *stop = word_at(lines.flow, &lines.flow->lines[i], 0);
        assert_non_null(stop);
        assert_int_equal(stop->level & 1, 1);
    }
    arena_free(&lines.arena);
}

/* ---- the screen ------------------------------------------------------------------------------------------- */

static void the_whole_layout_is_seen_as_in_a_mirror(void **state)
{
    (void)state;
    struct node *nodes[2][3];
    struct made made[2];
    for (int back = 0; back < 2; back++) {
        made_start(&made[back], 400, 300, ARRANGE_COLUMN);
        made[back].scene.right_to_left = back == 1;
        struct node *row = made_group(&made[back], made[back].scene.root, ARRANGE_ROW);
        nodes[back][0] = made_button(&made[back], row, "back", 30);
        nodes[back][1] = made_text(&made[back], row, "Home");
        nodes[back][2] = made_box(&made[back], made[back].scene.root, 100, 20);
        made_layout(&made[back]);
    }
    for (int i = 0; i < 3; i++) {
        const struct rect rect = nodes[0][i]->rect;
        assert_rect(nodes[1][i], 400 - rect.x - rect.w, rect.y, rect.w, rect.h);
    }
    made_end(&made[0]);
    made_end(&made[1]);
}

static void lines_start_at_the_right(void **state)
{
    (void)state;
    struct made made;
    made_start(&made, 400, 300, ARRANGE_COLUMN);
    made.scene.right_to_left = true;
    struct node *text = made_text(&made, made.scene.root, CALL " 988");
    struct node *number = made_text(&made, made.scene.root, "988");
    struct node *end = made_text(&made, made.scene.root, CALL);
    end->text_align = ALIGN_END;
    made_layout(&made);
    struct rect line = text_line(text, &made.frame.scale, 0), digits = text_line(number, &made.frame.scale, 0);
    assert_int_equal(line.x + line.w, 400);
    assert_int_equal(digits.x + digits.w, 400);
    assert_int_equal(text_line(end, &made.frame.scale, 0).x, 0);
    made_end(&made);
}

/* ---- languages ---------------------------------------------------------------------------------------------- */

static bool runs_back(const char *tag, enum direction written)
{
    return language_runs_right_to_left(&(struct language){.tag = tag, .direction = written});
}

static void a_language_is_known_by_its_tag_and_staff_may_say_otherwise(void **state)
{
    (void)state;
    assert_true(runs_back("ar", DIRECTION_BY_TAG));
    assert_true(runs_back("fa-AF", DIRECTION_BY_TAG));
    assert_true(runs_back("az-Arab", DIRECTION_BY_TAG));
    assert_false(runs_back("ks-Deva", DIRECTION_BY_TAG));
    assert_false(runs_back("en", DIRECTION_BY_TAG));
    assert_false(runs_back("arn", DIRECTION_BY_TAG)); /* Mapudungun begins like Arabic */
    assert_true(runs_back("xx", DIRECTION_RTL));
    assert_false(runs_back("ar", DIRECTION_LTR));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(most_texts_need_no_turning),
        cmocka_unit_test(words_are_seen_from_right_to_left),
        cmocka_unit_test(a_number_inside_keeps_its_order_and_its_spaces),
        cmocka_unit_test(a_telephone_number_is_read_as_it_is_dialed),
        cmocka_unit_test(latin_words_inside_keep_their_order),
        cmocka_unit_test(a_sign_at_the_end_stands_at_the_left),
        cmocka_unit_test(a_number_alone_is_not_turned),
        cmocka_unit_test(a_name_in_another_script_keeps_its_place_in_an_english_line),
        cmocka_unit_test(what_runs_back_is_known_to_who_draws_it),
        cmocka_unit_test(at_every_width_no_piece_is_lost_and_none_lies_on_another),
        cmocka_unit_test(a_text_that_is_too_long_ends_with_dots_at_the_left),
        cmocka_unit_test(each_line_of_a_title_ends_with_its_own_full_stop),
        cmocka_unit_test(the_whole_layout_is_seen_as_in_a_mirror),
        cmocka_unit_test(lines_start_at_the_right),
        cmocka_unit_test(a_language_is_known_by_its_tag_and_staff_may_say_otherwise),
    };
    return cmocka_run_group_tests_name("bidi", tests, NULL, NULL);
}
