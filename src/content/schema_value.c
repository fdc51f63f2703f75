/* Values of one word: numbers, choices, dates, ids. Nothing is guessed: `no`, 12:30 and "3" keep their meaning. */
#include "problem_codes.h"
#include "schema_slips.h"
#include "suggest.h"
#include "text.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ID_LENGTH_MAX = 64,
    DIGITS_MAX = 9,
    UNLIMITED = 1000000 /* for numbers whose row sets no limit */
};

const char *shown(struct walk *walk, const char *text)
{
    return problems_shown(walk->reader->problems, text);
}

const char *names_text(struct walk *walk, const struct names *names)
{
    char bytes[512];
    struct text text = text_in(bytes, sizeof bytes);
    for (size_t i = 0; i < names->count; i++) {
        text_addf(&text, "%s%s", i > 0 ? ", " : "", names->list[i].name);
    }
    return problems_text(walk->reader->problems, "%s", bytes);
}

static bool is_bare(const struct tree_node *node)
{
    return node->style == STYLE_PLAIN;
}

/* Digits with an optional sign, nothing else. */
static bool parse_integer(const char *text, long *value)
{
    const char *digits = text[0] == '-' || text[0] == '+' ? text + 1 : text;
    size_t count = strspn(digits, "0123456789");
    if (count == 0 || count > 18 || digits[count] != '\0') {
        return false;
    }
    *value = strtol(text, NULL, 10);
    return true;
}

/* 12, -0.5, 1.25: with a point in every locale. */
static bool parse_number(const char *text, double *value)
{
    double sign = text[0] == '-' ? -1 : 1;
    const char *at = text[0] == '-' ? text + 1 : text;
    size_t whole = strspn(at, "0123456789");
    size_t part = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
    size_t end = whole + (at[whole] == '.' ? 1 + part : 0);
    if (whole == 0 || end > 16 || at[end] != '\0' || (at[whole] == '.' && part == 0)) {
        return false;
    }
    double sum = 0;
    double scale = 1;
    for (size_t i = 0; i < end; i++) {
        if (at[i] != '.') {
            sum = sum * 10 + (at[i] - '0');
            scale *= i > whole ? 10 : 1;
        }
    }
    *value = sign * sum / scale;
    return true;
}

/* "1,000" -> "1000", "50." -> "50"; nothing if there are letters, which may be a unit. */
static void digits_of(const char *text, char out[DIGITS_MAX + 1])
{
    size_t length = 0;
    bool only = text[strspn(text, "0123456789,. ")] == '\0';
    for (; only && *text != '\0' && length < DIGITS_MAX; text++) {
        if (isdigit((unsigned char)*text)) {
            out[length++] = *text;
        }
    }
    out[length] = '\0';
}

static void report_number(struct walk *walk, const struct field *field, const struct tree_node *node, const char *kind)
{
    struct problem *problem =
        report(walk->reader->problems, NOT_A_NUMBER, tree_place(&walk->tree, node), "'%s' must be %s, but reads %s%s%s",
               field->key, kind, is_bare(node) ? "'" : "\"", shown(walk, node->text), is_bare(node) ? "'" : "\"");
    problem->hint = is_bare(node) ? NULL : "what stands in quotes is a text";
    char number[DIGITS_MAX + 1];
    digits_of(node->text, number);
    problem->fix = problems_text(walk->reader->problems, "%s: %s   (digits only, no quotes, no unit%s%s)", field->key,
                                 number[0] != '\0' ? number : "5", field->unit != NULL ? "; in " : "",
                                 field->unit != NULL ? field->unit : "");
}

static bool is_in_range(struct walk *walk, const struct field *field, const struct tree_node *node, double value)
{
    bool limited = field->min < field->max;
    double min = limited ? field->min : -UNLIMITED;
    double max = limited ? field->max : UNLIMITED;
    if ((value >= min && value <= max) || (field->or_zero && value == 0)) {
        return true;
    }
    struct problem *problem =
        report(walk->reader->problems, OUT_OF_RANGE, tree_place(&walk->tree, node),
               "'%s' must be %sfrom %.10g to %.10g%s%s, but reads %s", field->key, field->or_zero ? "0 or " : "", min,
               max, field->unit != NULL ? " " : "", field->unit != NULL ? field->unit : "", shown(walk, node->text));
    problem->hint = field->help;
    return false;
}

void read_integer(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    long value = 0;
    if (!is_text(walk, field, node)) {
        return;
    }
    if (!is_bare(node) || !parse_integer(node->text, &value)) {
        report_number(walk, field, node, "a whole number");
    } else if (is_in_range(walk, field, node, (double)value)) {
        *(int *)at = (int)value;
    }
}

void read_number(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    double value = 0;
    if (!is_text(walk, field, node)) {
        return;
    }
    if (!is_bare(node) || !parse_number(node->text, &value)) {
        report_number(walk, field, node, "a number");
    } else if (is_in_range(walk, field, node, value)) {
        *(double *)at = value;
    }
}

void read_boolean(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    static const char *const nearly_true[] = {"yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "y", "1"};
    if (!is_text(walk, field, node)) {
        return;
    }
    bool yes = strcmp(node->text, "true") == 0;
    if (is_bare(node) && (yes || strcmp(node->text, "false") == 0)) {
        *(bool *)at = yes;
        return;
    }
    for (size_t i = 0; i < sizeof nearly_true / sizeof nearly_true[0]; i++) {
        yes = yes || strcmp(node->text, nearly_true[i]) == 0;
    }
    report(walk->reader->problems, NOT_TRUE_FALSE, tree_place(&walk->tree, node),
           "'%s' must be true or false, but reads '%s'", field->key, shown(walk, node->text))
        ->fix = problems_text(walk->reader->problems, "%s: %s", field->key, yes ? "true" : "false");
}

static const struct name *find_name(const struct names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->list[i].name, text) == 0) {
            return &names->list[i];
        }
    }
    return NULL;
}

const struct name *chosen_name(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    const struct name *name = find_name(field->names, node->text);
    if (name != NULL) {
        return name;
    }
    struct problem *problem = report(walk->reader->problems, NOT_A_CHOICE, tree_place(&walk->tree, node),
                                     "'%s' cannot be '%s'; it is one of: %s", field->key, shown(walk, node->text),
                                     names_text(walk, field->names));
    struct suggestion meant = {.written = node->text};
    for (size_t i = 0; i < field->names->count; i++) {
        suggest(&meant, field->names->list[i].name);
    }
    if (meant.found != NULL) {
        problem->hint = problems_text(walk->reader->problems, "did you mean '%s'?", meant.found);
    }
    return NULL;
}

void read_choice(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    const struct name *name = is_text(walk, field, node) ? chosen_name(walk, field, node) : NULL;
    if (name != NULL) {
        *(int *)at = name->value;
    }
}

void read_bits(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (node->kind != TREE_LIST) {
        report_shape(walk, field, node);
        return;
    }
    unsigned bits = 0;
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        const struct name *name = is_text(walk, field, entry) ? chosen_name(walk, field, entry) : NULL;
        bits |= name != NULL ? 1u << name->value : 0;
    }
    if (node->count == 0) {
        report(walk->reader->problems, LIST_LENGTH, tree_place(&walk->tree, node), "'%s' is an empty list", field->key)
            ->hint = field->help;
    }
    *(uint8_t *)at = (uint8_t)bits;
}

void store_text(struct walk *walk, const char *text, size_t length, void *at)
{
    *(const char **)at = arena_copy(walk->reader->arena, text, length);
}

void read_text(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (!is_text(walk, field, node) || (field->names != NULL && chosen_name(walk, field, node) == NULL)) {
        return;
    }
    warn_of_note(walk, field->key, node, false);
    bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
    size_t length = node->length;
    while (block && length > 0 && node->text[length - 1] == '\n') {
        length--;
    }
    store_text(walk, node->text, length, at);
}

static bool is_word_of(const struct tree_node *node, const char *characters)
{
    return node->length <= ID_LENGTH_MAX && node->text[0] != '-' && strspn(node->text, characters) == node->length;
}

/* "What to bring" -> "what-to-bring"; nothing of a text that has no such letters. */
static void as_word(const char *text, char joint, char out[ID_LENGTH_MAX + 1])
{
    size_t length = 0;
    for (; *text != '\0' && length < ID_LENGTH_MAX; text++) {
        bool fits = isalnum((unsigned char)*text) != 0;
        if (fits || (length > 0 && out[length - 1] != joint)) {
            out[length++] = fits ? (char)tolower((unsigned char)*text) : joint;
        }
    }
    while (length > 0 && out[length - 1] == joint) {
        length--;
    }
    out[length] = '\0';
}

static bool is_word(struct walk *walk, const struct field *field, const struct tree_node *node, bool icon)
{
    static const char id_characters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    static const char icon_characters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    if (!is_text(walk, field, node)) {
        return false;
    }
    if (is_word_of(node, icon ? icon_characters : id_characters)) {
        return true;
    }
    struct problem *problem =
        report(walk->reader->problems, NOT_AN_ID, tree_place(&walk->tree, node), "'%s' must be %s, but reads '%s'",
               field->key, icon ? "the word of an icon" : "an id", shown(walk, node->text));
    problem->hint = icon ? "small letters, digits and _ only" : "small letters, digits, - and _ only, at most 64";
    char word[ID_LENGTH_MAX + 1];
    as_word(node->text, icon ? '_' : '-', word);
    problem->fix = problems_text(walk->reader->problems, "%s: %s", field->key,
                                 word[0] != '\0' ? word
                                 : icon          ? "favorite"
                                                 : "typical-week");
    return false;
}

void read_id(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (is_word(walk, field, node, false)) {
        store_text(walk, node->text, node->length, at);
    }
}

void read_icon(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (is_word(walk, field, node, true)) {
        store_text(walk, node->text, node->length, at);
    }
}

void read_color(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (node->kind == TREE_TEXT && node->length == 7 && node->text[0] == '#' &&
        strspn(node->text + 1, "0123456789abcdefABCDEF") == 6) {
        *(uint32_t *)at = 0xFF000000u | (uint32_t)strtoul(node->text + 1, NULL, 16);
        return;
    }
    struct problem *problem = report(walk->reader->problems, NOT_A_COLOR, tree_place(&walk->tree, node),
                                     "'%s' must be a color, but reads '%s'", field->key,
                                     node->kind == TREE_TEXT ? shown(walk, node->text) : tree_kind_name(node));
    problem->hint = tree_is_empty(node) ? "without quotes YAML takes # for the start of a remark" : NULL;
    problem->fix = problems_text(walk->reader->problems, "%s: \"#2F6B5E\"", field->key);
}

void add_reference(struct walk *walk, struct reference reference)
{
    struct schema_reader *reader = walk->reader;
    if (reader->references != NULL) {
        struct reference *kept = arena_take(reader->references, sizeof *kept);
        *kept = reference;
        kept->from_draft = walk->draft;
        kept->next = reader->first_reference;
        reader->first_reference = kept;
    }
}

static void read_reference(struct walk *walk, const struct tree_node *node, void *at, enum reference_kind kind)
{
    struct target *target = at;
    target->name = arena_copy(walk->reader->arena, node->text, node->length);
    target->place = tree_place(&walk->tree, node);
    target->index = NO_INDEX;
    add_reference(walk,
                  (struct reference){.kind = kind, .name = target->name, .place = target->place, .target = target});
}

void read_target(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (is_word(walk, field, node, false)) {
        read_reference(walk, node, at, REFERENCE_TARGET);
    }
}

void read_helpline(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (is_word(walk, field, node, false)) {
        read_reference(walk, node, at, REFERENCE_HELPLINE);
    }
}

void read_term(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (is_word(walk, field, node, false)) {
        read_reference(walk, node, at, REFERENCE_TERM);
    }
}
