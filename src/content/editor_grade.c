/* Syllables, and the formulas that are made of them. */
#include "editor_grade.h"

#include "text.h"

#include <string.h>

/* ---- both languages ------------------------------------------------------------------------------------------------
 */

static int counted(const char *word, size_t length, const char *folded, const struct editor_language *language)
{
    for (size_t i = 0; i < language->syllable_count; i++) {
        const struct counted_word *known = &language->syllables[i];
        size_t known_length = strlen(known->word);
        bool as_written = known_length == length && memcmp(known->word, word, length) == 0;
        if (as_written || strcmp(known->word, folded) == 0) {
            return known->syllables;
        }
    }
    return 0;
}

/* 0 if it is no short form: two to five capitals. */
static int letters_heard(const char *word, size_t length)
{
    int heard = 0;
    for (size_t i = 0; i < length; i++) {
        if (word[i] < 'A' || word[i] > 'Z') {
            return 0;
        }
        heard += word[i] == 'W' ? 3 : 1;
    }
    return length >= 2 && length <= 5 ? heard : 0;
}

/* ---- English -------------------------------------------------------------------------------------------------------
 */

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool ends_with(const char *word, size_t length, const char *end)
{
    size_t end_length = strlen(end);
    return length >= end_length && memcmp(word + length - end_length, end, end_length) == 0;
}

/* -e and -es are silent behind a consonant, but -le after one is heard; -es after s, z, x, sh, ch, ge, ce, too. */
static bool has_silent_e(const char *word, size_t length)
{
    bool plural = ends_with(word, length, "es");
    size_t e = plural ? length - 2 : length - 1;
    if (length < 3 || word[e] != 'e' || is_vowel(word[e - 1])) {
        return false;
    }
    if (plural && strchr("szxcg", word[e - 1]) != NULL) {
        return false;
    }
    if (plural && word[e - 1] == 'h' && (word[e - 2] == 's' || word[e - 2] == 'c')) {
        return false;
    }
    return word[e - 1] != 'l' || is_vowel(word[e - 2]);
}

/* "safely", "careful", "movement" */
static bool has_silent_inner_e(const char *word, size_t length)
{
    static const char *const ends[] = {"ely", "eful", "eless", "ement", "efully"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t end = strlen(ends[i]);
        if (ends_with(word, length, ends[i]) && length > end + 1 && !is_vowel(word[length - end - 1])) {
            return true;
        }
    }
    return false;
}

/* -ed is heard after t and d only. */
static bool has_silent_ed(const char *word, size_t length)
{
    return length > 3 && ends_with(word, length, "ed") && !is_vowel(word[length - 3]) &&
           strchr("td", word[length - 3]) == NULL;
}

static int english_syllables(const char *word)
{
    size_t length = strcspn(word, "'");
    int count = 0;
    for (size_t i = 0; i < length; i++) {
        count += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
    }
    for (size_t i = 1; i < length; i++) {
        const char *pair = word + i - 1;
        bool apart = strncmp(pair, "ia", 2) == 0 || strncmp(pair, "io", 2) == 0 || strncmp(pair, "eo", 2) == 0 ||
                     strncmp(pair, "iu", 2) == 0 || strncmp(pair, "ua", 2) == 0;
        /* "special", "session", "quality", "language": behind some letters the first of the two is not heard */
        bool soft = i >= 2 && strchr(pair[0] == 'u' ? "qg" : "ctsgx", word[i - 2]) != NULL;
        count += apart && !soft;
    }
    if (ends_with(word, length, "ying") || ends_with(word, length, "eing") || ends_with(word, length, "uing")) {
        count++;
    }
    count -= has_silent_e(word, length) || has_silent_ed(word, length) || has_silent_inner_e(word, length);
    return count > 0 ? count : 1;
}

/* ---- Spanish -------------------------------------------------------------------------------------------------------
 */

/* What a letter is for the count: strong a e o, and í ú with their accent; weak i u ü, and y at the end. */
enum sound { CONSONANT, STRONG, WEAK, STRESSED_WEAK };

static enum sound sound_of(uint32_t c, bool last)
{
    static const uint32_t strong[] = {'a', 'e', 'o', 'A', 'E', 'O', 0xE1, 0xE9, 0xF3, 0xC1, 0xC9, 0xD3};
    for (size_t i = 0; i < sizeof strong / sizeof strong[0]; i++) {
        if (c == strong[i]) {
            return STRONG;
        }
    }
    if (c == 0xED || c == 0xCD || c == 0xFA || c == 0xDA) {
        return STRESSED_WEAK;
    }
    bool weak = c == 'i' || c == 'u' || c == 'I' || c == 'U' || c == 0xFC || c == 0xDC || (c == 'y' && last);
    return weak ? WEAK : CONSONANT;
}

/* The u of que, qui, gue, gui is not heard. */
static bool is_silent_u(const char *word, size_t at)
{
    bool behind = word[at] == 'u' && at > 0 && strchr("qQgG", word[at - 1]) != NULL;
    unsigned char next = (unsigned char)word[at + 1];
    unsigned char after = next != '\0' ? (unsigned char)word[at + 2] : 0;
    return behind && (next == 'e' || next == 'i' || (next == 0xC3 && (after == 0xA9 || after == 0xAD)));
}

static int spanish_syllables(const char *word, size_t length)
{
    enum sound before = CONSONANT;
    int count = 0;
    for (size_t at = 0; at < length;) {
        size_t used = 0;
        uint32_t c = utf8_next(word + at, length - at, &used);
        enum sound now = is_silent_u(word, at) ? CONSONANT : sound_of(c, at + used == length);
        bool hiatus = (before == STRONG && now == STRONG) || (before == STRONG && now == STRESSED_WEAK) ||
                      (before == STRESSED_WEAK && now == STRONG);
        count += now != CONSONANT && (before == CONSONANT || hiatus);
        before = now;
        at += used;
    }
    return count > 0 ? count : 1;
}

/* ---- for all -------------------------------------------------------------------------------------------------------
 */

int syllables(const char *word, size_t length, const char *folded, const struct editor_language *language)
{
    int known = counted(word, length, folded, language);
    int letters = letters_heard(word, length);
    if (known > 0 || letters > 0) {
        return known > 0 ? known : letters;
    }
    if (strspn(folded, "0123456789.,:/") == strlen(folded)) {
        return 1;
    }
    return language->formula == FORMULA_FERNANDEZ_HUERTA ? spanish_syllables(word, length) : english_syllables(folded);
}

void measure_add(struct measure *measure, const struct passage *passage, const struct editor_language *language)
{
    measure->words += passage_count(passage);
    measure->sentences += passage->sentence_count;
    for (size_t i = 0; i < passage->word_count; i++) {
        const struct word *word = &passage->words[i];
        measure->syllables += (size_t)syllables(passage->text + word->offset, word->length, word->folded, language);
    }
}

double grade(const struct measure *measure, enum formula formula)
{
    if (measure->words == 0 || measure->sentences == 0) {
        return 0;
    }
    double words_in_sentence = (double)measure->words / (double)measure->sentences;
    double syllables_in_word = (double)measure->syllables / (double)measure->words;
    if (formula == FORMULA_FERNANDEZ_HUERTA) {
        return 206.84 - 60 * syllables_in_word - 1.02 * words_in_sentence;
    }
    return 0.39 * words_in_sentence + 11.8 * syllables_in_word - 15.59;
}

bool is_too_hard(double value, const struct editor_language *language)
{
    if (language->formula == FORMULA_NONE || language->limit == 0) {
        return false;
    }
    return language->formula == FORMULA_FERNANDEZ_HUERTA ? value < language->limit : value > language->limit;
}
