/* Asks libfribidi for the levels of letters, and turns pieces of lines by them. */
#include "bidi.h"

#include "text.h"

#include <fribidi.h>

/* By the first bytes of UTF-8: U+0590 to U+08FF, U+FB1D to U+FEFC, and the old scripts from U+10800 and U+1E800 on. */
static bool runs_back(const unsigned char *at, size_t left)
{
    if (at[0] < 0xD6 || left < 2)
        return false;
    if (at[0] <= 0xDF)
        return at[0] > 0xD6 || at[1] >= 0x90;
    if (at[0] == 0xE0)
        return at[1] <= 0xA3;
    if (at[0] == 0xEF && left > 2)
        return at[1] > 0xAC ? at[1] < 0xBB || (at[1] == 0xBB && at[2] <= 0xBC) : at[1] == 0xAC && at[2] >= 0x9D;
    return at[0] == 0xF0 && left > 2 && ((at[1] == 0x90 && at[2] >= 0xA0) || (at[1] == 0x9E && at[2] >= 0xA0));
}

bool bidi_needed(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] >= 0xD6 && runs_back(bytes + i, length - i))
            return true;
    return false;
}

/* Characters of the text; returns how many. */
static size_t characters(const char *text, size_t length, FriBidiChar *out)
{
    size_t count = 0;
    for (size_t at = 0, used; at < length; at += used)
        out[count++] = utf8_next(text + at, length - at, &used);
    return count;
}

/* A line that ends early ends no paragraph. */
static void keep_lines_together(FriBidiCharType *types, FriBidiStrIndex count)
{
    for (FriBidiStrIndex i = 0; i < count; i++)
        types[i] = types[i] == FRIBIDI_TYPE_BS ? FRIBIDI_TYPE_WS : types[i];
}

static bool is_digit(FriBidiChar letter)
{
    return letter >= '0' && letter <= '9';
}

static bool joins_digits(FriBidiChar letter)
{
    const FriBidiChar hyphen_that_holds = 0x2011;
    return letter == '-' || letter == '.' || letter == '(' || letter == ')' || letter == ' ' ||
           letter == hyphen_that_holds;
}

/* How many letters from here on are a telephone number: digits in groups, at least seven; else 1. */
static FriBidiStrIndex number_at(const FriBidiChar *letters, FriBidiStrIndex left)
{
    const int least_digits = 7;
    FriBidiStrIndex length = 0;
    int digits = 0, joints = 0;
    for (FriBidiStrIndex i = 0; i < left && joints <= 2; i++) {
        bool digit = is_digit(letters[i]);
        if (!digit && !joins_digits(letters[i]) && !(i == 0 && letters[i] == '+'))
            break;
        joints = digit ? 0 : joints + 1; /* ") " are two */
        digits += digit ? 1 : 0;
        length = digit ? i + 1 : length;
    }
    return digits >= least_digits ? length : 1;
}

/* Behind an Arabic letter the algorithm would show the groups of 1-800-662-4357 in reverse (rules W2 and W4). A number
 * to call must be read as it is dialed, so all of it counts as digits. */
static void keep_numbers(const FriBidiChar *letters, FriBidiStrIndex count, FriBidiCharType *types,
                         FriBidiBracketType *brackets)
{
    for (FriBidiStrIndex at = 0, length; at < count; at += length) {
        bool may_begin = is_digit(letters[at]) || letters[at] == '(' || letters[at] == '+';
        length = may_begin ? number_at(letters + at, count - at) : 1;
        for (FriBidiStrIndex i = at; length > 1 && i < at + length; i++) {
            types[i] = FRIBIDI_TYPE_EN;
            brackets[i] = FRIBIDI_NO_BRACKET;
        }
    }
}

uint8_t *bidi_levels(struct arena *arena, const char *text, size_t length, bool right_to_left)
{
    FriBidiChar *letters = arena_take_array(arena, length, sizeof *letters);
    FriBidiCharType *types = arena_take_array(arena, length, sizeof *types);
    FriBidiBracketType *brackets = arena_take_array(arena, length, sizeof *brackets);
    FriBidiLevel *levels = arena_take_array(arena, length, sizeof *levels);
    FriBidiStrIndex count = (FriBidiStrIndex)characters(text, length, letters);
    FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(letters, count, types);
    fribidi_get_bracket_types(letters, count, types, brackets);
    keep_lines_together(types, count);
    keep_numbers(letters, count, types, brackets);
    if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels) == 0)
        return NULL;
    uint8_t *out = arena_take(arena, length);
    FriBidiStrIndex letter = 0;
    for (size_t at = 0, used; at < length; letter++) {
        utf8_next(text + at, length - at, &used);
        for (size_t end = at + used; at < end; at++)
            out[at] = (uint8_t)levels[letter];
    }
    return out;
}

static void turn(struct bidi_piece *first, struct bidi_piece *last)
{
    for (; first < last; first++, last--) {
        struct bidi_piece piece = *first;
        *first = *last;
        *last = piece;
    }
}

/* Turns each run of pieces of this level or a higher one. */
static void turn_level(struct bidi_piece *pieces, size_t count, int level)
{
    for (size_t i = 0; i < count; i++) {
        size_t first = i;
        while (i < count && pieces[i].level >= level)
            i++;
        if (i > first + 1)
            turn(&pieces[first], &pieces[i - 1]);
    }
}

void bidi_order(struct bidi_piece *pieces, size_t count)
{
    int highest = 0;
    for (size_t i = 0; i < count; i++)
        highest = pieces[i].level > highest ? pieces[i].level : highest;
    for (int level = highest; level > 0; level--)
        turn_level(pieces, count, level);
}
