/* Bounded text and UTF-8. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD, DISTANCE_MAX = 64 };

/* The largest cut <= length that does not split a character. */
static size_t whole_characters(const char *bytes, size_t length)
{
    size_t cut = length;
    while (cut > 0 && ((unsigned char)bytes[cut] & 0xC0) == 0x80) {
        cut--;
    }
    return cut;
}

struct text text_in(char *buffer, size_t size)
{
    buffer[0] = '\0';
    return (struct text){.bytes = buffer, .size = size};
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
    size_t room = text->size - 1 - text->length;
    size_t taken = length;
    if (text->cut) {
        return; /* what follows a cut would read as if nothing were missing */
    }
    if (length > room) {
        taken = whole_characters(bytes, room);
        text->cut = true;
    }
    if (taken > 0) {
        memcpy(text->bytes + text->length, bytes, taken);
    }
    text->length += taken;
    text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_fill(struct text *text, const char *pattern, const char *const *values)
{
    const char *rest = pattern;
    for (const char *at = pattern; *values != NULL && (at = strchr(at, '%')) != NULL; at++) {
        if (at[1] != 'd' && at[1] != 's')
            continue;
        text_add_bytes(text, rest, (size_t)(at - rest));
        text_add(text, *values++);
        rest = at + 2;
    }
    text_add(text, rest);
}

void text_addf(struct text *text, const char *format, ...)
{
    size_t room = text->size - text->length;
    if (text->cut) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    char *end = text->bytes + text->length;
    int wanted = vsnprintf(end, room, format, arguments);
    va_end(arguments);
    if (wanted < 0) {
        *end = '\0';
        text->cut = true;
    } else if ((size_t)wanted < room) {
        text->length += (size_t)wanted;
    } else {
        /* vsnprintf cut by bytes: step back over the start of a character that lost its end. */
        text->cut = true;
        text->length += utf8_valid(end, room - 1);
        text->bytes[text->length] = '\0';
    }
}

static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        return 3;
    }
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

static bool is_scalar_value(uint32_t character, size_t used)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return character >= least[used] && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

uint32_t utf8_next(const char *bytes, size_t length, size_t *used)
{
    static const unsigned char lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    *used = 1;
    size_t wanted = length > 0 ? sequence_length((unsigned char)bytes[0]) : 0;
    if (wanted == 0 || wanted > length) {
        return REPLACEMENT;
    }
    uint32_t character = (unsigned char)bytes[0] & lead_mask[wanted];
    for (size_t i = 1; i < wanted; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if ((byte & 0xC0) != 0x80) {
            return REPLACEMENT;
        }
        character = character << 6 | (byte & 0x3F);
    }
    if (!is_scalar_value(character, wanted)) {
        return REPLACEMENT;
    }
    *used = wanted;
    return character;
}

/* Eight ASCII bytes at once: no high bit, no zero byte. */
static bool is_ascii_word(const char *bytes)
{
    uint64_t word = 0;
    memcpy(&word, bytes, sizeof word);
    uint64_t high = 0x8080808080808080u;
    uint64_t zero = (word - 0x0101010101010101u) & ~word;
    return ((word | zero) & high) == 0;
}

size_t utf8_valid(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        if (length - at >= 8 && is_ascii_word(bytes + at)) {
            at += 8;
            continue;
        }
        size_t used = 0;
        uint32_t character = utf8_next(bytes + at, length - at, &used);
        if (character == 0 || (character == REPLACEMENT && used == 1)) {
            return at;
        }
        at += used;
    }
    return length;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    }
    return count;
}

void text_field(const char *list, int index, char *out, size_t size)
{
    struct text text = text_in(out, size);
    const char *field = list;
    for (int i = 0; i < index && field != NULL; i++) {
        field = strchr(field, '|');
        field = field != NULL ? field + 1 : NULL;
    }
    if (field != NULL) {
        text_add_bytes(&text, field, strcspn(field, "|"));
    }
}

static int least_of(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

int text_distance(const char *a, const char *b)
{
    int table[3][DISTANCE_MAX + 1]; /* this row and the two before it */
    size_t rows = strlen(a);
    size_t columns = strlen(b);
    if (rows > DISTANCE_MAX || columns > DISTANCE_MAX) {
        return DISTANCE_MAX;
    }
    for (size_t j = 0; j <= columns; j++) {
        table[0][j] = (int)j;
    }
    for (size_t i = 1; i <= rows; i++) {
        int *now = table[i % 3];
        const int *before = table[(i + 2) % 3];
        const int *before_that = table[(i + 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= columns; j++) {
            now[j] = least_of(before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] != b[j - 1]));
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && before_that[j - 2] + 1 < now[j]) {
                now[j] = before_that[j - 2] + 1;
            }
        }
    }
    return table[rows % 3][columns];
}
