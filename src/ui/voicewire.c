/* Checks messages between kiosk and voice, and cuts long text into messages. */
#include "voicewire.h"

#include "speech.h"
#include "text.h"

#include <string.h>

enum { HEAD_SIZE = offsetof(struct voice_order, text) };

size_t voice_order_size(const struct voice_order *order)
{
    return HEAD_SIZE + order->length;
}

static bool settings_ok(const struct voice_order *order)
{
    return order->words_per_minute >= SPEECH_SLOWEST && order->words_per_minute <= SPEECH_FASTEST &&
           order->volume < SPEECH_VOLUMES && memchr(order->language, '\0', VOICE_LANGUAGE_SIZE) != NULL;
}

static bool text_ok(const struct voice_order *order)
{
    if (order->kind != SPEECH_SAY)
        return order->length == 0 && order->continues == 0;
    return order->length > 0 && order->continues <= 1 && order->number != 0 &&
           utf8_valid(order->text, order->length) == order->length;
}

bool voice_order_ok(const struct voice_order *order, size_t received)
{
    return received >= HEAD_SIZE && order->version == VOICE_WIRE_VERSION && order->length <= VOICE_TEXT_MAX &&
           received == voice_order_size(order) && order->kind > SPEECH_NONE && order->kind <= SPEECH_FORGET &&
           settings_ok(order) && text_ok(order);
}

static bool ends_sentence(char byte)
{
    return byte == '.' || byte == '?' || byte == '!' || byte == '\n';
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* Is this byte inside a character? */
static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t voice_part(const char *text, size_t length)
{
    if (length <= VOICE_TEXT_MAX)
        return length;
    size_t word = 0, character = VOICE_TEXT_MAX;
    for (size_t at = VOICE_TEXT_MAX; at > 1; at--) {
        if (!is_space(text[at]) && !is_space(text[at - 1]))
            continue;
        if (word == 0)
            word = at;
        if (ends_sentence(text[at - 1]) || ends_sentence(text[at - 2]))
            return at;
    }
    while (is_inside(text[character]))
        character--;
    return word > 0 ? word : character;
}

bool voice_report_ok(const struct voice_report *report, size_t received)
{
    return received == sizeof *report && report->version == VOICE_WIRE_VERSION && report->kind >= VOICE_READY &&
           report->kind <= VOICE_BROKEN && report->trouble < VOICE_TROUBLES;
}
