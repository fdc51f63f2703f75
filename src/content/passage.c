/* Sentences, words and phrases of a plain text. */
#include "passage.h"

#include "text.h"

#include <string.h>

struct reader {
    const char *text;
    size_t length;
    const char *const *abbreviations;
    size_t abbreviation_count;
    struct arena *arena;
    struct passage *passage;
    size_t capacity;
    size_t first_word; /* of the open sentence */
};

/* ---- characters ------------------------------------------------------------------------------------------------- */

/* Latin letters with a mark, from À, by the letter under it; space: not a letter. */
static const char under[] = "aaaaaaaceeeeiiii" /* À–Ï */
                            "dnooooo ouuuuyts" /* Ð–ß */
                            "aaaaaaaceeeeiiii" /* à–ï */
                            "dnooooo ouuuuyty" /* ð–ÿ */;

static bool is_enye(uint32_t c)
{
    return c == 0xD1 || c == 0xF1;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
    bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || c >= 0x2C00;
}

static bool is_small(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c != 0xF7 && c <= 0xFF);
}

static uint32_t at_offset(const struct reader *reader, size_t offset)
{
    size_t used;
    return offset < reader->length ? utf8_next(reader->text + offset, reader->length - offset, &used) : 0;
}

const char *passage_fold(const char *text, size_t length, struct arena *arena)
{
    char *folded = arena_take(arena, length + 1);
    size_t at = 0;
    for (size_t i = 0; i < length;) {
        size_t used = 0;
        uint32_t c = utf8_next(text + i, length - i, &used);
        if (c >= 0xC0 && c <= 0xFF && !is_enye(c)) {
            folded[at++] = under[c - 0xC0];
        } else if (is_enye(c)) {
            memcpy(folded + at, "\xC3\xB1", 2);
            at += 2;
        } else if (c == 0x2019) {
            folded[at++] = '\'';
        } else if (c >= 'A' && c <= 'Z') {
            folded[at++] = (char)(c + ('a' - 'A'));
        } else {
            memcpy(folded + at, text + i, used);
            at += used;
        }
        i += used;
    }
    folded[at] = '\0';
    return folded;
}

/* ---- words --------------------------------------------------------------------------------------------------------
 */

/* An apostrophe between letters; a point, comma, colon or slash between digits. */
static bool goes_on(uint32_t before, uint32_t mark, uint32_t behind)
{
    bool apostrophe = mark == '\'' || mark == 0x2019;
    bool in_number = mark == '.' || mark == ',' || mark == ':' || mark == '/';
    return (apostrophe && is_letter(before) && is_letter(behind)) ||
           (in_number && is_digit(before) && is_digit(behind));
}

/* Offset behind the word that begins at offset. */
static size_t word_end(const struct reader *reader, size_t offset, bool *letters)
{
    uint32_t before = 0;
    *letters = false;
    while (offset < reader->length) {
        size_t used = 0;
        uint32_t c = utf8_next(reader->text + offset, reader->length - offset, &used);
        if (!is_letter(c) && !is_digit(c) && !goes_on(before, c, at_offset(reader, offset + used))) {
            break;
        }
        *letters = *letters || is_letter(c);
        before = c;
        offset += used;
    }
    return offset;
}

/* "one-to-one", "solo(a)": what stands between is one character and no space. */
static bool is_joined(const struct reader *reader, size_t offset)
{
    const struct passage *passage = reader->passage;
    if (passage->word_count == 0 || offset == 0) {
        return false;
    }
    const struct word *last = &passage->words[passage->word_count - 1];
    char mark = reader->text[offset - 1];
    return last->offset + last->length == offset - 1 && (mark == '-' || mark == '(');
}

static void add_word(struct reader *reader, size_t offset, size_t length, bool letters)
{
    struct passage *passage = reader->passage;
    if (passage->word_count == reader->capacity) {
        size_t wanted = reader->capacity > 0 ? 2 * reader->capacity : 32;
        struct word *more = arena_take_array(reader->arena, wanted, sizeof *more);
        if (passage->word_count > 0) {
            memcpy(more, passage->words, passage->word_count * sizeof *more);
        }
        passage->words = more;
        reader->capacity = wanted;
    }
    struct word word = {.offset = offset,
                        .length = length,
                        .folded = passage_fold(reader->text + offset, length, reader->arena),
                        .sentence = passage->sentence_count,
                        .joined = is_joined(reader, offset),
                        .is_number = !letters};
    passage->words[passage->word_count++] = word;
}

/* ---- sentences ----------------------------------------------------------------------------------------------------
 */

/* True if the point at offset belongs to an abbreviation that does not end the text: "p. ej. así". */
static bool is_abbreviated(const struct reader *reader, size_t offset)
{
    for (size_t i = 0; i < reader->abbreviation_count; i++) {
        const char *known = reader->abbreviations[i];
        for (const char *point = known != NULL ? strchr(known, '.') : NULL; point != NULL;
             point = strchr(point + 1, '.')) {
            size_t before = (size_t)(point - known);
            bool fits = before <= offset && strncmp(reader->text + offset - before, known, strlen(known)) == 0;
            if (fits && (before == offset || !is_letter((unsigned char)reader->text[offset - before - 1]))) {
                return true;
            }
        }
    }
    return false;
}

static bool is_initial(const struct reader *reader, size_t offset)
{
    const struct passage *passage = reader->passage;
    const struct word *last = passage->word_count > 0 ? &passage->words[passage->word_count - 1] : NULL;
    return last != NULL && last->length == 1 && last->offset + 1 == offset && reader->text[last->offset] >= 'A' &&
           reader->text[last->offset] <= 'Z' && reader->text[last->offset] != 'I';
}

static bool is_closing(uint32_t c)
{
    return c == ')' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '.' || c == '!' ||
           c == '?' || c == 0x2026;
}

/* True if the mark at offset ends a sentence. */
static bool ends_sentence(const struct reader *reader, size_t offset, uint32_t mark, size_t used)
{
    if (mark == '|') {
        return true;
    }
    if (mark != '.' && mark != '!' && mark != '?' && mark != 0x2026) {
        return false;
    }
    size_t at = offset + used;
    for (size_t step = 0; at < reader->length; at += step) {
        uint32_t c = utf8_next(reader->text + at, reader->length - at, &step);
        if (!is_closing(c)) {
            break;
        }
    }
    if (at >= reader->length) {
        return true;
    }
    if (reader->text[at] != ' ' && reader->text[at] != '\n') {
        return false;
    }
    bool goes_on_small = is_small(at_offset(reader, at + strspn(reader->text + at, " \n")));
    return !goes_on_small && !(mark == '.' && (is_abbreviated(reader, offset) || is_initial(reader, offset)));
}

static void end_sentence(struct reader *reader)
{
    if (reader->passage->word_count > reader->first_word) {
        reader->passage->sentence_count++;
        reader->first_word = reader->passage->word_count;
    }
}

struct passage passage_read(const char *text, const char *const *abbreviations, size_t abbreviation_count,
                            struct arena *arena)
{
    struct passage passage = {.text = text};
    struct reader reader = {.text = text,
                            .length = strlen(text),
                            .abbreviations = abbreviations,
                            .abbreviation_count = abbreviation_count,
                            .arena = arena,
                            .passage = &passage};
    for (size_t at = 0; at < reader.length;) {
        size_t used = 0;
        bool letters = false;
        uint32_t c = utf8_next(text + at, reader.length - at, &used);
        if (is_letter(c) || is_digit(c)) {
            used = word_end(&reader, at, &letters) - at;
            add_word(&reader, at, used, letters);
        } else if (ends_sentence(&reader, at, c, used)) {
            end_sentence(&reader);
        }
        at += used;
    }
    end_sentence(&reader);
    return passage;
}

size_t passage_count(const struct passage *passage)
{
    size_t count = 0;
    for (size_t i = 0; i < passage->word_count; i++) {
        count += !passage->words[i].joined;
    }
    return count;
}

/* ---- phrases --------------------------------------------------------------------------------------------------------
 */

struct phrase phrase_read(const char *written, struct arena *arena)
{
    struct passage words = passage_read(written, NULL, 0, arena);
    struct phrase phrase = {.words = arena_take_array(arena, words.word_count, sizeof *phrase.words),
                            .open = arena_take_array(arena, words.word_count, sizeof *phrase.open),
                            .count = words.word_count};
    for (size_t i = 0; i < words.word_count; i++) {
        const struct word *word = &words.words[i];
        phrase.words[i] = word->folded;
        phrase.open[i] = written[word->offset + word->length] == '*';
    }
    return phrase;
}

bool phrase_fits(const struct phrase *phrase, const struct passage *passage, size_t at)
{
    if (phrase->count == 0 || phrase->count > passage->word_count - at) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        const struct word *word = &passage->words[at + i];
        bool fits = phrase->open[i] ? strncmp(word->folded, phrase->words[i], strlen(phrase->words[i])) == 0
                                    : strcmp(word->folded, phrase->words[i]) == 0;
        if (!fits || word->sentence != passage->words[at].sentence) {
            return false;
        }
    }
    return true;
}
