/* Slips that YAML reads as something else: a # in a text, a comma in a text, a key without its colon, a text that ran
 * into the one above it. */
#include "schema_slips.h"

#include "line.h"
#include "problem_codes.h"
#include "text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

static struct line line_of(struct walk *walk, int number)
{
    return line_walk_to(&walk->lines, walk->tree.source, walk->tree.size, number);
}

/* ---- a # behind a text ---- */

static struct place note_place(const struct walk *walk, const struct tree_node *node)
{
    return (struct place){walk->tree.file, node->note_line, node->note_column};
}

/* What stands behind the text, from the # on. */
static struct line note_of(struct walk *walk, const struct tree_node *node)
{
    struct line line = line_of(walk, node->note_line);
    size_t at = line_offset(line, node->note_column);
    struct line note = {line.bytes + at, line.length - at};
    while (note.length > 0 && isspace((unsigned char)note.bytes[note.length - 1])) {
        note.length--;
    }
    return note;
}

static const char *with_note(struct walk *walk, const struct tree_node *node)
{
    struct line note = note_of(walk, node);
    bool simple = strchr(node->text, '"') == NULL && memchr(note.bytes, '"', note.length) == NULL;
    if (!simple || node->length + note.length >= SHORT_ENOUGH) {
        return "\"…\"";
    }
    return problems_text(walk->reader->problems, "\"%s%s%.*s\"", node->text, node->length > 0 ? " " : "",
                         (int)note.length, note.bytes);
}

void warn_of_note(struct walk *walk, const char *key, const struct tree_node *node, bool for_visitors)
{
    struct problems *problems = walk->reader->problems;
    struct line note = node->note_line > 0 ? note_of(walk, node) : (struct line){"", 0};
    bool number = note.length > 1 && isdigit((unsigned char)note.bytes[1]);
    bool told = note.length > 1 &&
                (node->style == STYLE_PLAIN ? for_visitors || isalnum((unsigned char)note.bytes[1]) : number);
    if (!told || node->length == 0) {
        return;
    }
    struct problem *problem = report(problems, CUT_BY_NOTE, note_place(walk, node),
                                     "the text of '%s' ends before the #: what stands behind it is not shown", key);
    problem->hint = "a # with a space before it begins a note for staff";
    problem->fix = problems_text(problems, "put the whole text in quotes:   %s   or the note in a line of its own",
                                 with_note(walk, node));
}

void advise_on_note(struct walk *walk, struct problem *problem, const struct tree_node *node)
{
    if (node->kind == TREE_TEXT && node->note_line == node->line && note_of(walk, node).length > 1) {
        problem->hint = "a # with a space before it begins a note for staff, which is not shown";
        problem->fix =
            problems_text(walk->reader->problems, "if this is the text, put it in quotes:   %s", with_note(walk, node));
    }
}

/* ---- keys that are none ---- */

/* `en:Hello` or `en "Hello"` -> length of `en`; 0 if the text begins with no word of that kind. */
static size_t key_length(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    bool colon = length > 0 && text[length] == ':' && text[length + 1] != '\0';
    bool quote = length > 0 && text[length] == ' ' && strchr("\"'", text[length + 1]) != NULL;
    return colon || quote ? length : 0;
}

static void report_colon(struct walk *walk, const struct tree_node *entry, size_t length)
{
    struct problems *problems = walk->reader->problems;
    bool colon = entry->key[length] == ':';
    struct problem *problem =
        report(problems, NO_COLON, tree_key_place(&walk->tree, entry),
               colon ? "there is no space behind the colon of '%.*s'" : "the colon behind '%.*s' is missing",
               (int)length, entry->key);
    problem->hint = "YAML knows a key only by a colon and a space";
    problem->fix = problems_text(problems, "%.*s: %s", (int)length, entry->key, shown(walk, entry->key + length + 1));
}

static void report_comma(struct walk *walk, const struct tree_node *entry, const struct tree_node *before)
{
    struct problems *problems = walk->reader->problems;
    struct problem *problem =
        report(problems, BRACKET_ENTRY, tree_key_place(&walk->tree, entry),
               "a comma cuts the text of '%s': '%s' is left over", before->key, shown(walk, entry->key));
    problem->hint = "inside of { } a text with a comma needs quotes";
    problem->fix = strlen(before->text) + strlen(entry->key) < SHORT_ENOUGH
                       ? problems_text(problems, "%s: \"%s, %s\"", before->key, before->text, entry->key)
                       : "put the whole text in quotes: \"…\"";
}

/* Keys are one word; somebody may write two. */
static bool is_sentence(const char *key)
{
    const char *space = strchr(key, ' ');
    return space != NULL && strchr(space + 1, ' ') != NULL;
}

static void report_sentence(struct walk *walk, const struct tree_node *entry, const struct tree_node *before)
{
    struct problem *problem = report(walk->reader->problems, INDENT, tree_key_place(&walk->tree, entry),
                                     "a text stands where a key belongs: '%s'", shown(walk, entry->key));
    problem->hint = "a text stands two spaces further in than its key";
    problem->fix = before == NULL
                       ? "write its key in the line above"
                       : problems_text(walk->reader->problems,
                                       "indent it as the text of '%s' above, or put the text in quotes behind its key",
                                       before->key);
}

bool explain_strange_key(struct walk *walk, const struct tree_node *entry, const struct tree_node *before)
{
    size_t length = key_length(entry->key);
    bool alone = tree_is_empty(entry);
    if (alone && length > 0) {
        report_colon(walk, entry, length);
    } else if (alone && before != NULL && before->kind == TREE_TEXT && before->style == STYLE_PLAIN &&
               before->key_line == entry->key_line) {
        report_comma(walk, entry, before);
    } else if (is_sentence(entry->key)) {
        report_sentence(walk, entry, before);
    } else {
        return false;
    }
    return true;
}

/* ---- a language that is missing ---- */

static bool is_blank(struct line line)
{
    return indent_of(line) == line.length;
}

/* The last line of the value of a key: all that is further in than the key, and a list as far in as it. */
static int last_line(struct walk *walk, const struct tree_node *node)
{
    int last = node->line;
    for (int number = node->line + 1; node->key != NULL; number++) {
        struct line line = line_of(walk, number);
        bool further = (int)indent_of(line) >= node->key_column;
        if (line.bytes == NULL) {
            return last;
        }
        bool entry = node->kind == TREE_LIST && !is_blank(line) && (int)indent_of(line) == node->key_column - 1 &&
                     line.bytes[indent_of(line)] == '-';
        if (!is_blank(line) && !further && !entry) {
            return last;
        }
        last = is_blank(line) ? last : number;
    }
    return last;
}

struct place place_behind(struct walk *walk, const struct tree_node *entry)
{
    return (struct place){walk->tree.file, last_line(walk, entry), entry->key_column};
}

/* Letters that English has not: ñ, á, ¿, and those of other scripts; no quotes, dashes or dots. */
static bool has_foreign_letters(struct line line)
{
    for (size_t at = 0; at < line.length;) {
        size_t used = 0;
        uint32_t c = utf8_next(line.bytes + at, line.length - at, &used);
        if (c == 0xA1 || c == 0xBF || (c >= 0xC0 && c < 0x2000) || c >= 0x2C00) {
            return true;
        }
        at += used;
    }
    return false;
}

static bool any_foreign(struct walk *walk, int first, int last)
{
    bool any = false;
    for (int number = first; number <= last; number++) {
        any = any || has_foreign_letters(line_of(walk, number));
    }
    return any;
}

/* The line at which a text of twice the lines changes its language: in its first half are no letters but those of
 * English. 0 if it does not look like that. */
static int line_of_change(struct walk *walk, const struct tree_node *node)
{
    if (node->style != STYLE_LITERAL && node->style != STYLE_FOLDED) {
        return 0;
    }
    int first = node->line + 1;
    int last = last_line(walk, node);
    int change = first;
    while (change <= last && !has_foreign_letters(line_of(walk, change))) {
        change++;
    }
    int half = (last - first) / 2 + first;
    if (change == first || change > last) {
        return 0;
    }
    /* Languages mostly take the same number of lines; a line without accents before the first with one is no sign. */
    return change > half && !any_foreign(walk, first, half) ? half + 1 : change;
}

struct place place_for_language(struct walk *walk, const struct tree_node *map, const struct tree_node **merged)
{
    const struct tree_node *last = map->last;
    *merged = NULL;
    int change = last != NULL && last->kind == TREE_TEXT ? line_of_change(walk, last) : 0;
    if (change > 0) {
        *merged = last;
        return (struct place){walk->tree.file, change, (int)indent_of(line_of(walk, change)) + 1};
    }
    return tree_place(&walk->tree, map);
}
