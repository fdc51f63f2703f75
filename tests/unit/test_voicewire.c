/* What kiosk and voice say to each other, and what neither accepts. */
#include "speech.h"
#include "voicewire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct voice_order say(const char *text)
{
    struct voice_order order = {.version = VOICE_WIRE_VERSION,
                                .kind = SPEECH_SAY,
                                .words_per_minute = SPEECH_USUAL_RATE,
                                .volume = SPEECH_USUAL_VOLUME,
                                .number = 1,
                                .length = (uint32_t)strlen(text),
                                .language = "en"};
    memcpy(order.text, text, order.length);
    return order;
}

static bool is_taken(const struct voice_order *order)
{
    return voice_order_ok(order, voice_order_size(order));
}

static void an_order_in_range_is_taken(void **state)
{
    (void)state;
    struct voice_order order = say("¿Cómo está?");
    assert_true(is_taken(&order));
    order = say("");
    order.kind = SPEECH_FORGET;
    assert_true(is_taken(&order));
}

static void an_order_that_the_kiosk_never_gives_is_refused(void **state)
{
    (void)state;
    const struct voice_order good = say("Hello.");
    struct voice_order bad = good;
    assert_false(voice_order_ok(&good, voice_order_size(&good) - 1));
    assert_false(voice_order_ok(&good, voice_order_size(&good) + 1));
    assert_false(voice_order_ok(&good, 3));
    bad.version++;
    assert_false(is_taken(&bad));
    for (int kind = -1; kind < 300; kind++) {
        bad = good;
        bad.kind = (uint8_t)kind;
        assert_int_equal(is_taken(&bad), bad.kind == SPEECH_SAY); /* only it has text */
    }
    bad = good;
    bad.words_per_minute = SPEECH_FASTEST + 1;
    assert_false(is_taken(&bad));
    bad.words_per_minute = SPEECH_SLOWEST - 1;
    assert_false(is_taken(&bad));
    bad = good;
    bad.volume = SPEECH_VOLUMES;
    assert_false(is_taken(&bad));
    bad = good;
    memset(bad.language, 'x', sizeof bad.language);
    assert_false(is_taken(&bad));
    bad = good;
    bad.text[2] = '\xC3'; /* half a character */
    assert_false(is_taken(&bad));
    bad.text[2] = '\0';
    assert_false(is_taken(&bad));
    bad = good;
    bad.length = VOICE_TEXT_MAX + 1;
    assert_false(voice_order_ok(&bad, sizeof bad));
    bad = good;
    bad.length = 0;
    assert_false(is_taken(&bad));
}

/* A packet may be longer than any order: its text would be read beyond the order. */
static void an_order_longer_than_there_is_room_is_refused(void **state)
{
    (void)state;
    static struct {
        struct voice_order order;
        char beyond[64];
    } packet;
    const struct voice_order good = say("Hello.");
    memset(&packet, 'a', sizeof packet);
    memcpy(&packet, &good, offsetof(struct voice_order, text));
    packet.order.length = VOICE_TEXT_MAX;
    assert_true(is_taken(&packet.order));
    packet.order.length = VOICE_TEXT_MAX + sizeof packet.beyond;
    assert_false(is_taken(&packet.order));
}

static void short_text_is_one_message(void **state)
{
    (void)state;
    assert_int_equal(voice_part("One. Two.", 9), 9);
}

static char text[3 * VOICE_TEXT_MAX];

static void fill(const char *piece)
{
    const size_t length = strlen(piece);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = piece[i % length];
}

static void long_text_is_cut_behind_a_sentence(void **state)
{
    (void)state;
    fill("Care is near you. ");
    size_t part = voice_part(text, sizeof text);
    assert_in_range(part, VOICE_TEXT_MAX / 2, VOICE_TEXT_MAX);
    assert_memory_equal(text + part - 2, ". ", 2);
}

static void a_sentence_without_end_is_cut_behind_a_word(void **state)
{
    (void)state;
    fill("care ");
    size_t part = voice_part(text, sizeof text);
    assert_in_range(part, VOICE_TEXT_MAX - 8, VOICE_TEXT_MAX);
    assert_true(text[part] == ' ' || text[part - 1] == ' ');
}

static void a_word_without_end_is_cut_behind_a_character(void **state)
{
    (void)state;
    fill("ñ");
    memmove(text + 1, text, sizeof text - 1);
    text[0] = 'a';
    assert_int_equal(voice_part(text, sizeof text), VOICE_TEXT_MAX - 1);
}

static void a_report_that_the_voice_never_makes_is_refused(void **state)
{
    (void)state;
    struct voice_report report = {VOICE_WIRE_VERSION, VOICE_READY, VOICE_NO_TROUBLE, 0};
    assert_true(voice_report_ok(&report, sizeof report));
    assert_false(voice_report_ok(&report, sizeof report - 1));
    report.trouble = VOICE_TROUBLES;
    assert_false(voice_report_ok(&report, sizeof report));
    report.trouble = VOICE_NO_TROUBLE;
    report.kind = VOICE_BROKEN + 1;
    assert_false(voice_report_ok(&report, sizeof report));
    report.kind = 0;
    assert_false(voice_report_ok(&report, sizeof report));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_in_range_is_taken),
        cmocka_unit_test(an_order_that_the_kiosk_never_gives_is_refused),
        cmocka_unit_test(an_order_longer_than_there_is_room_is_refused),
        cmocka_unit_test(short_text_is_one_message),
        cmocka_unit_test(long_text_is_cut_behind_a_sentence),
        cmocka_unit_test(a_sentence_without_end_is_cut_behind_a_word),
        cmocka_unit_test(a_word_without_end_is_cut_behind_a_character),
        cmocka_unit_test(a_report_that_the_voice_never_makes_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
