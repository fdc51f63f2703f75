/* Turns written words into words for a voice, character by character. */
#include "spoken.h"

#include "wipe.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_WORD = 12, LONGEST_PIECE = 4096, MOST_NUMBERS = 2 };

/* Of a telephone number, with the hyphens between its digits. */
enum { SHORTEST_NUMBER = 7 };

struct speaker {
    const struct ear *ear;
    struct text *out;
    const char *at, *end;
};

const char *ear_words(const struct ear *ear, const struct words *words)
{
    const char *string = words->in[ear->language];
    return string != NULL ? string : "";
}

/* ---- what is put out ------------------------------------------------------------------------------- */

static char last(const struct text *out)
{
    return out->length > 0 ? out->bytes[out->length - 1] : '\0';
}

static void space(struct text *out)
{
    if (out->length > 0 && last(out) != ' ')
        text_add(out, " ");
}

static void drop_space(struct text *out)
{
    if (last(out) == ' ')
        out->bytes[--out->length] = '\0';
}

/* A short rest; a sentence that has ended is rest enough. */
static void rest(struct text *out)
{
    drop_space(out);
    if (out->length > 0 && strchr(".!?:;,", last(out)) == NULL)
        text_add(out, ",");
    space(out);
}

static void spell(struct text *out, const char *from, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (from[i] == '-') {
            rest(out);
            continue;
        }
        if (i > 0)
            space(out);
        text_add_bytes(out, &from[i], 1);
    }
}

/* ---- numbers ---------------------------------------------------------------------------------------- */

/* 988, and those that end in 11: 911, 211, 711. */
static bool is_short_number(const char *digits, size_t length)
{
    return length == 3 && (memcmp(digits, "988", 3) == 0 || memcmp(digits + 1, "11", 2) == 0);
}

static size_t number_length(const struct speaker *speaker)
{
    const char *at = speaker->at;
    while (at < speaker->end &&
           (isdigit((unsigned char)*at) || (*at == '-' && at + 1 < speaker->end && isdigit((unsigned char)at[1]))))
        at++;
    return (size_t)(at - speaker->at);
}

static void between_numbers(struct speaker *speaker)
{
    space(speaker->out);
    text_add(speaker->out, ear_words(speaker->ear, &speaker->ear->content->speech.to));
    space(speaker->out);
}

static void say_number(struct speaker *speaker)
{
    const char *number = speaker->at;
    size_t length = number_length(speaker);
    const char *hyphen = memchr(number, '-', length);
    bool called = hyphen != NULL && length > SHORTEST_NUMBER;
    bool texted = hyphen == NULL && (length == 5 || length == 6);
    speaker->at += length;
    if (called || texted || is_short_number(number, length)) {
        spell(speaker->out, number, length);
        if (speaker->at < speaker->end && isalpha((unsigned char)*speaker->at))
            space(speaker->out); /* 988lifeline.org */
    } else if (hyphen != NULL) {
        text_add_bytes(speaker->out, number, (size_t)(hyphen - number));
        between_numbers(speaker);
        text_add_bytes(speaker->out, hyphen + 1, (size_t)(number + length - hyphen - 1));
    } else {
        text_add_bytes(speaker->out, number, length);
    }
}

/* ---- words ------------------------------------------------------------------------------------------ */

static bool is_said_by_letters(const struct speaker *speaker, size_t length)
{
    const char *list = ear_words(speaker->ear, &speaker->ear->content->speech.letters);
    for (const char *at = list; at != NULL; at = strchr(at, '|')) {
        at += *at == '|' ? 1 : 0;
        if (strcspn(at, "|") == length && memcmp(at, speaker->at, length) == 0)
            return true;
    }
    return false;
}

/* "3 h" */
static bool is_hours(const struct speaker *speaker, size_t length)
{
    size_t before = speaker->out->length;
    while (before > 0 && speaker->out->bytes[before - 1] == ' ')
        before--;
    return length == 1 && *speaker->at == 'h' && before > 0 && isdigit((unsigned char)speaker->out->bytes[before - 1]);
}

static void say_word(struct speaker *speaker)
{
    size_t length = 0;
    while (speaker->at + length < speaker->end && isalpha((unsigned char)speaker->at[length]))
        length++;
    if (is_said_by_letters(speaker, length)) {
        spell(speaker->out, speaker->at, length);
        speaker->at += length;
        if (speaker->at + 1 < speaker->end && *speaker->at == '-' && isdigit((unsigned char)speaker->at[1])) {
            speaker->at++; /* PHQ-9 */
            space(speaker->out);
        }
        return;
    }
    if (is_hours(speaker, length))
        text_add(speaker->out, ear_words(speaker->ear, &speaker->ear->content->speech.hours));
    else
        text_add_bytes(speaker->out, speaker->at, length);
    speaker->at += length;
}

/* ---- signs ------------------------------------------------------------------------------------------ */

enum sign { SIGN_SPACE, SIGN_REST, SIGN_DASH, SIGN_AND };

static const struct written {
    const char *bytes;
    enum sign sign;
} signs[] = {
    {" ", SIGN_SPACE},
    {"\n", SIGN_SPACE},
    {"\xc2\xa0", SIGN_SPACE},     /* no-break space */
    {"\xe2\x80\xaf", SIGN_SPACE}, /* narrow no-break space */
    {"\xc2\xb7", SIGN_REST},      /* middle dot */
    {"\xe2\x80\x94", SIGN_REST},  /* em dash */
    {"|", SIGN_REST},
    {"\xe2\x80\x93", SIGN_DASH}, /* en dash */
    {"&", SIGN_AND},
};

static const struct written *sign_at(const struct speaker *speaker)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].bytes);
        if ((size_t)(speaker->end - speaker->at) >= length && memcmp(speaker->at, signs[i].bytes, length) == 0)
            return &signs[i];
    }
    return NULL;
}

/* From one number to another, or a rest. */
static void say_dash(struct speaker *speaker)
{
    const char *next = speaker->at;
    while (next < speaker->end && *next == ' ')
        next++;
    drop_space(speaker->out);
    bool numbers = isdigit((unsigned char)last(speaker->out)) && next < speaker->end && isdigit((unsigned char)*next);
    if (numbers)
        between_numbers(speaker);
    else
        rest(speaker->out);
}

static void say_sign(struct speaker *speaker, const struct written *written)
{
    speaker->at += strlen(written->bytes);
    switch (written->sign) {
    case SIGN_SPACE:
        space(speaker->out);
        break;
    case SIGN_REST:
        rest(speaker->out);
        break;
    case SIGN_DASH:
        say_dash(speaker);
        break;
    case SIGN_AND:
        text_add(speaker->out, ear_words(speaker->ear, &speaker->ear->content->speech.and));
        break;
    }
}

/* ---- pieces ----------------------------------------------------------------------------------------- */

/* True behind . ! ? : and behind such an end that stands before a closing quote or bracket. */
static bool has_ended(const struct text *out)
{
    size_t length = out->length;
    while (length > 0 && strchr("\")'", out->bytes[length - 1]) != NULL)
        length--;
    static const char quote[] = "\xe2\x80\x9d";
    if (length > 3 && memcmp(out->bytes + length - 3, quote, 3) == 0)
        length -= 3;
    return length > 0 && strchr(".!?:;", out->bytes[length - 1]) != NULL;
}

void spoken_add(struct text *out, const struct ear *ear, const char *piece, size_t length)
{
    struct speaker speaker = {ear, out, piece, piece + length};
    size_t before = out->length;
    space(out);
    while (speaker.at < speaker.end) {
        const struct written *written = sign_at(&speaker);
        bool comma = strchr(",.", *speaker.at) != NULL && strchr("!?", last(out)) != NULL && out->length > 0;
        if (written != NULL)
            say_sign(&speaker, written);
        else if (comma)
            speaker.at++; /* a title that ends with a question, inside a sentence */
        else if (isdigit((unsigned char)*speaker.at))
            say_number(&speaker);
        else if (isalpha((unsigned char)*speaker.at))
            say_word(&speaker);
        else
            text_add_bytes(out, speaker.at++, 1);
    }
    drop_space(out);
    if (out->length > before && !has_ended(out))
        text_add(out, ".");
}

void spoken_say(struct text *out, const struct ear *ear, const char *string)
{
    spoken_add(out, ear, string, strlen(string));
}

void spoken_fill(struct text *out, const struct ear *ear, const struct words *pattern, const char *const *values)
{
    char bytes[LONGEST_PIECE];
    struct text filled = text_in(bytes, sizeof bytes);
    text_fill(&filled, ear_words(ear, pattern), values);
    spoken_add(out, ear, filled.bytes, filled.length);
    wipe(bytes, sizeof bytes);
}

void spoken_count(struct text *out, const struct ear *ear, const struct words *pattern, int first, int second)
{
    char digits[MOST_NUMBERS][LONGEST_WORD];
    snprintf(digits[0], sizeof digits[0], "%d", first);
    snprintf(digits[1], sizeof digits[1], "%d", second);
    spoken_fill(out, ear, pattern, (const char *const[]){digits[0], digits[1], NULL});
}
