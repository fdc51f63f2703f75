/* Stories about Markdown: what staff write becomes paragraphs of spans, and what cannot be shown is named. */
#include "markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct reading {
    struct arena arena, scratch;
    const struct paragraph *paragraphs;
    size_t count;
    char heard[512]; /* "link page@12, refused HTML@3" */
    char drawn[2048];
};

static void note(struct reading *reading, const char *what, const char *name, size_t offset)
{
    size_t length = strlen(reading->heard);
    snprintf(reading->heard + length, sizeof reading->heard - length, "%s%s %s@%zu", length > 0 ? ", " : "", what, name,
             offset);
}

static void hear_link(void *context, const char *target, size_t offset)
{
    note(context, "link", target, offset);
}

static void hear_refused(void *context, const char *what, size_t offset)
{
    note(context, "refused", what, offset);
}

static void hear_entity(void *context, const char *name, size_t offset)
{
    note(context, "unknown", name, offset);
}

static void draw(struct reading *reading, const char *bytes, size_t length)
{
    size_t used = strlen(reading->drawn);
    snprintf(reading->drawn + used, sizeof reading->drawn - used, "%.*s", (int)length, bytes);
}

/* Plain letters for styles: <b>, <i>, <l:page>, <t:term>; a paragraph begins with its kind. */
static void draw_paragraph(struct reading *reading, const struct paragraph *paragraph)
{
    static const char *const kinds[] = {"T ", "H ", "* ", "# "};
    draw(reading, kinds[paragraph->kind], 2);
    if (paragraph->kind == PARAGRAPH_NUMBER) {
        char number[16];
        draw(reading, number, (size_t)snprintf(number, sizeof number, "%d ", paragraph->number));
    }
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        assert_true(span->length > 0);
        assert_true((span->target != NULL) == ((span->style & (SPAN_LINK | SPAN_TERM)) != 0));
        draw(reading, (span->style & SPAN_BOLD) != 0 ? "<b>" : "", (span->style & SPAN_BOLD) != 0 ? 3 : 0);
        draw(reading, (span->style & SPAN_ITALIC) != 0 ? "<i>" : "", (span->style & SPAN_ITALIC) != 0 ? 3 : 0);
        if (span->target != NULL) {
            draw(reading, (span->style & SPAN_TERM) != 0 ? "<t:" : "<l:", 3);
            draw(reading, span->target, strlen(span->target));
            draw(reading, ">", 1);
        }
        draw(reading, span->text, span->length);
        draw(reading, span->style != 0 ? "</>" : "", span->style != 0 ? 3 : 0);
    }
    draw(reading, "\n", 1);
}

static struct reading *read_markdown(const char *text)
{
    struct reading *reading = calloc(1, sizeof *reading);
    const struct markdown markdown = {
        &reading->arena, &reading->scratch, {reading, hear_link, hear_refused, hear_entity}};
    reading->paragraphs = markdown_read(&markdown, text, strlen(text), &reading->count);
    for (size_t i = 0; i < reading->count; i++) {
        draw_paragraph(reading, &reading->paragraphs[i]);
    }
    return reading;
}

static void forget(struct reading *reading)
{
    arena_free(&reading->arena);
    arena_free(&reading->scratch);
    free(reading);
}

static void expect(const char *text, const char *drawn, const char *heard)
{
    struct reading *reading = read_markdown(text);
    assert_string_equal(reading->drawn, drawn);
    assert_string_equal(reading->heard, heard);
    forget(reading);
}

static void one_line_is_one_paragraph(void **state)
{
    (void)state;
    expect("You are not alone.", "T You are not alone.\n", "");
    expect("Año: 988 (24/7)  \n", "T Año: 988 (24/7)\n", "");
}

static void lines_of_a_paragraph_run_together(void **state)
{
    (void)state;
    expect("One\ntwo\\\nthree  \nfour\n\nFive.\n", "T One two three four\nT Five.\n", "");
}

static void bold_and_italic_may_stand_inside_each_other(void **state)
{
    (void)state;
    expect("a **b *c* d** e _f_", "T a <b>b </><b><i>c</><b> d</> e <i>f</>\n", "");
}

static void headings_bullets_and_numbers_are_kinds_of_paragraphs(void **state)
{
    (void)state;
    expect("# Title\n\n- one\n- **two**\n\n3. three\n4. four\n\nEnd.",
           "H Title\n* one\n* <b>two</>\n# 3 three\n# 4 four\nT End.\n", "");
}

static void loose_lists_and_lists_in_lists_lose_nothing(void **state)
{
    (void)state;
    expect("1. one\n\n   more\n\n2. two\n   - inner\n   - last\n3. three",
           "# 1 one\nT more\n# 2 two\n* inner\n* last\n# 3 three\n", "");
}

static void links_carry_their_target_and_are_told_with_their_place(void **state)
{
    (void)state;
    expect("See [your **week**](typical-week) or [IOP](glossary:iop).",
           "T See <l:typical-week>your </><b><l:typical-week>week</> or <t:iop>IOP</>.\n",
           "link typical-week@5, link glossary:iop@38");
}

static void entities_become_their_characters(void **state)
{
    (void)state;
    expect("R&amp;D &ntilde; &#241; &#xF1; a&nbsp;b &rarr;x", "T R&D ñ ñ ñ a\u00A0b &rarr;x\n", "unknown &rarr;@40");
    expect("&#x7FF; &#x800; &#xFFFF; &#x10000;", "T \u07FF \u0800 \uFFFF \U00010000\n", "");
    expect("&#0; &#x110000; &#xD800;", "T &#0; &#x110000; &#xD800;\n",
           "unknown &#0;@0, unknown &#x110000;@5, unknown &#xD800;@16");
}

static void stars_and_brackets_can_be_meant_as_such(void **state)
{
    (void)state;
    expect("5 \\* 3, 2 * 3 * 4, [x] and a_b_c", "T 5 * 3, 2 * 3 * 4, [x] and a_b_c\n", "");
}

static void what_cannot_be_shown_is_named_with_its_place(void **state)
{
    (void)state;
    expect("a <b>x</b>", "T a x\n", "refused HTML@2");
    expect("<b>x</b> a", "T x a\n", "refused HTML@0");
    expect("<div>\nx\n</div>\n\nb", "T b\n", "refused HTML@0");
    expect("a ![boat](boat.png)", "T a boat\n", "refused a picture inside of a text@4");
    expect("a `code`", "T a code\n", "refused code between ` `@3");
    expect("a\n\n```\ncode\n```\n", "T a\nT code\n", "refused a block of code@7");
    expect("> a", "T a\n", "refused a quote marked with >@2");
    expect("| a | b |\n|---|---|\n| c | d |", "T a\nT b\nT c\nT d\n", "refused a table in Markdown@2");
    expect("a\n\n---\n\nb", "T a\nT b\n", "refused a line across@3");
}

static void text_indented_by_accident_is_still_text(void **state)
{
    (void)state;
    expect("a\n\n    b", "T a\nT b\n", "");
}

static void nothing_stays_nothing(void **state)
{
    (void)state;
    expect("", "", "");
    expect(" \n\n", "", "");
    expect("<!-- to do -->", "", "refused HTML@0");
    expect("**", "T **\n", "");
    expect("-\n\ntext", "T text\n", "");
    expect("#\n\ntext", "T text\n", "");
}

static void very_deep_lists_do_not_break_anything(void **state)
{
    (void)state;
    char text[2000] = "";
    for (int i = 0; i < 40; i++) {
        snprintf(text + strlen(text), sizeof text - strlen(text), "%*s- x\n", i, "");
    }
    struct reading *reading = read_markdown(text);
    assert_true(reading->count > 0);
    forget(reading);
    char numbers[4000] = "";
    for (int i = 0; i < 15; i++) {
        snprintf(numbers + strlen(numbers), sizeof numbers - strlen(numbers), "%*s1. x\n", i * 3, "");
    }
    reading = read_markdown(numbers);
    assert_int_equal(reading->count, 15);
    forget(reading);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line_is_one_paragraph),
        cmocka_unit_test(lines_of_a_paragraph_run_together),
        cmocka_unit_test(bold_and_italic_may_stand_inside_each_other),
        cmocka_unit_test(headings_bullets_and_numbers_are_kinds_of_paragraphs),
        cmocka_unit_test(loose_lists_and_lists_in_lists_lose_nothing),
        cmocka_unit_test(links_carry_their_target_and_are_told_with_their_place),
        cmocka_unit_test(entities_become_their_characters),
        cmocka_unit_test(stars_and_brackets_can_be_meant_as_such),
        cmocka_unit_test(what_cannot_be_shown_is_named_with_its_place),
        cmocka_unit_test(text_indented_by_accident_is_still_text),
        cmocka_unit_test(nothing_stays_nothing),
        cmocka_unit_test(very_deep_lists_do_not_break_anything),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
