/* Lines with a colon too many, too few, or without its space. */
#include "yaml_colon.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_dash.h"
#include "yaml_indent.h"
#include "yaml_lines.h"

#include <string.h>

/* Length of the first word. */
static size_t word_end(struct line text)
{
    const char *space = memchr(text.bytes, ' ', text.length);
    return space != NULL ? (size_t)(space - text.bytes) : text.length;
}

static struct line without_curly_quotes(struct line value)
{
    static const char *const quotes[] = {"“", "”"};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(quotes[i]);
        if (value.length >= length && memcmp(value.bytes, quotes[i], length) == 0) {
            value.bytes += length;
            value.length -= length;
        }
        if (value.length >= length && memcmp(value.bytes + value.length - length, quotes[i], length) == 0) {
            value.length -= length;
        }
    }
    return value;
}

/* `title: en: "…", es: "…"}` */
static bool explain_lost_brace(const struct yaml_trouble *trouble, struct problems *problems, struct line key,
                               struct line value)
{
    if (value.length < 2 || value.bytes[value.length - 1] != '}' || memchr(value.bytes, '{', value.length) != NULL) {
        return false;
    }
    struct problem *problem = report(problems, BRACKET_ENTRY, place_of(trouble, trouble->at),
                                     "the { to the } at the end of this line is missing");
    problem->hint = "it belongs before this key";
    problem->fix = problems_text(problems, "%.*s: {%.*s%s", (int)key.length, key.bytes,
                                 (int)(value.length < SHORT_ENOUGH ? value.length : word_end(value)), value.bytes,
                                 value.length < SHORT_ENOUGH ? "" : " …}");
    return true;
}

/* The text in quotes, a long one by its first and last word; behind a bar if it has both kinds of quotes. */
static const char *quoted_value(struct problems *problems, struct line key, struct line text)
{
    char quote = memchr(text.bytes, '"', text.length) != NULL ? '\'' : '"';
    if (quote == '\'' && memchr(text.bytes, '\'', text.length) != NULL) {
        return problems_text(problems, "write   %.*s: |   and the text in the next line, two spaces further in",
                             (int)key.length, key.bytes);
    }
    if (text.length < SHORT_ENOUGH) {
        return problems_text(problems, "put the text in quotes   %.*s: %c%.*s%c", (int)key.length, key.bytes, quote,
                             (int)text.length, text.bytes, quote);
    }
    size_t first = word_end(text);
    size_t last = text.length;
    while (last > 0 && text.bytes[last - 1] != ' ') {
        last--;
    }
    return problems_text(problems, "put the text in quotes   %.*s: %c%.*s … %.*s%c", (int)key.length, key.bytes, quote,
                         (int)first, text.bytes, (int)(text.length - last), text.bytes + last, quote);
}

static void two_colons_in_line(const struct yaml_trouble *trouble, struct problems *problems, struct line line)
{
    size_t colon = before_colon(line);
    struct line key = trimmed((struct line){line.bytes, colon});
    struct line value = trimmed((struct line){line.bytes + colon + 1, line.length - colon - 1});
    if (explain_lost_brace(trouble, problems, key, value)) {
        return;
    }
    struct problem *problem = report(problems, TWO_COLONS, place_of(trouble, trouble->at), "this line has two colons");
    struct line plain = without_curly_quotes(value);
    problem->hint = plain.length < value.length ? "the curly quotes “ ” are not quotes to YAML"
                                                : "YAML thinks a second \"key: value\" starts here";
    problem->fix = quoted_value(problems, key, plain);
}

/* `title:foo` is a text, not a key; what follows it then makes no sense to YAML. */
static bool colon_without_space(const struct yaml_trouble *trouble, struct problems *problems, int number)
{
    static const char no_break_space[] = "\xC2\xA0";
    struct line line = line_at(trouble, number);
    struct line text = trimmed(line);
    const char *colon = memchr(text.bytes, ':', text.length);
    if (number < 1 || text.length == 0 || strchr("#\"'{[", text.bytes[0]) != NULL || before_colon(text) < text.length ||
        colon == NULL || colon + 1 == text.bytes + text.length ||
        memchr(text.bytes + 2, ' ', colon - text.bytes > 2 ? (size_t)(colon - text.bytes - 2) : 0) != NULL) {
        return false;
    }
    size_t behind = (size_t)(text.bytes + text.length - colon - 1);
    bool odd_space = behind > 2 && memcmp(colon + 1, no_break_space, 2) == 0;
    int column = (int)utf8_count(line.bytes, (size_t)(colon - line.bytes)) + 1;
    struct place place = {.file = trouble->file, .line = number, .column = column};
    struct problem *problem = report(problems, NO_COLON, place, "there is no space behind the colon%s",
                                     odd_space ? ", but another character that looks like one" : "");
    problem->hint = "YAML knows a key only by a colon and a space";
    size_t skip = odd_space ? 2 : 0;
    problem->fix = problems_text(problems, "%.*s: %.*s", (int)(colon - text.bytes), text.bytes, (int)(behind - skip),
                                 colon + 1 + skip);
    return true;
}

/* The line with the colon it lacks: `order 30`, `order; 30`, `order = 30`. */
static const char *with_colon(struct problems *problems, struct line text)
{
    size_t word = word_end(text);
    size_t value = word + (word < text.length);
    bool two_words = word < text.length && (memchr(text.bytes + value, ' ', text.length - value) == NULL ||
                                            strchr("\"'{[", text.bytes[value]) != NULL);
    bool equals = text.length > word + 3 && memcmp(text.bytes + word, " = ", 3) == 0;
    size_t key = word > 1 && text.bytes[word - 1] == ';' ? word - 1 : word;
    value += equals ? 2 : 0;
    if (text.length >= SHORT_ENOUGH || !(two_words || equals || key < word)) {
        return text.length < 60 ? problems_text(problems, "%.*s: …", (int)text.length, text.bytes)
                                : "write the key, a colon, a space and the value";
    }
    return problems_text(problems, "%.*s: %.*s", (int)key, text.bytes, (int)(text.length - value), text.bytes + value);
}

/* `order:` and in the next line, no further in, `50`. */
static bool explain_value_below(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark)
{
    int number = number_above(trouble, mark.line);
    struct line above = line_above(trouble, mark.line);
    struct line key = trimmed(above);
    struct line text = trimmed(line_at(trouble, mark.line));
    if (key.length < 2 || key.bytes[key.length - 1] != ':' || key.bytes[0] == '#' ||
        indent_of(line_at(trouble, mark.line)) > indent_of(above)) {
        return false;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, mark),
                                     "this value does not stand under its key in line %d", number);
    problem->hint = "a value stands behind its key, or further in below it";
    problem->fix = text.length < SHORT_ENOUGH
                       ? problems_text(problems, "%.*s %.*s", (int)key.length, key.bytes, (int)text.length, text.bytes)
                       : "indent this line by two spaces more than the line above";
    return true;
}

/* A text in quotes alone in its line: its key is gone. */
static bool explain_quote_without_key(const struct yaml_trouble *trouble, struct problems *problems,
                                      struct yaml_mark mark)
{
    struct line text = trimmed(line_at(trouble, mark.line));
    struct line above = trimmed(line_above(trouble, mark.line));
    size_t key = before_colon(above);
    if (text.length == 0 || (text.bytes[0] != '"' && text.bytes[0] != '\'') || key == above.length) {
        return false;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, mark), "the key of this text is missing");
    problem->hint = problems_text(problems, "the text above has the key '%.*s'", (int)key, above.bytes);
    problem->fix = problems_text(problems, "write the key, a colon and a space before it:   %s: %.*s%s",
                                 strncmp(above.bytes, "en", key) == 0 ? "es" : "key",
                                 (int)(text.length < SHORT_ENOUGH ? text.length : word_end(text)), text.bytes,
                                 text.length < SHORT_ENOUGH ? "" : " …");
    return true;
}

bool explain_note_above(const struct yaml_trouble *trouble, struct problems *problems, int number)
{
    int above = number_above(trouble, number);
    struct line line = above > 0 ? line_at(trouble, above) : (struct line){"", 0};
    size_t at = note_in(line, 0);
    if (at == line.length || trimmed(line).bytes[0] == '#' || indent_of(line_at(trouble, number)) <= indent_of(line)) {
        return false;
    }
    struct place place = {trouble->file, above, (int)utf8_count(line.bytes, at) + 1};
    struct problem *problem = report(problems, NO_COLON, place, "the # cuts the text that goes on in the next line");
    problem->hint = "a # with a space before it begins a note for staff";
    problem->fix = "put the whole text in quotes: \"…\"";
    return true;
}

/* A line of a text below `en: |` that stands no further in than its key, as what is pasted does: YAML takes the text
 * for ended. */
static bool explain_text_too_far_out(const struct yaml_trouble *trouble, struct problems *problems,
                                     struct yaml_mark mark)
{
    int head = number_above(trouble, mark.line);
    size_t inner = (size_t)-1; /* the least indent of the lines between */
    while (head > 0 && !begins_text(trimmed(line_at(trouble, head)))) {
        size_t indent = indent_of(line_at(trouble, head));
        inner = indent < inner ? indent : inner;
        head = number_above(trouble, head);
    }
    size_t outer = head > 0 ? indent_of(line_at(trouble, head)) : 0;
    if (head == 0 || inner <= outer || indent_of(line_at(trouble, mark.line)) > outer) {
        return false;
    }
    size_t wanted = inner == (size_t)-1 ? outer + 2 : inner;
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, mark),
                                     "this line stands too far to the left for the text above it");
    problem->hint = problems_text(problems, "the text below line %d has %zu spaces before each line, this one has %zu",
                                  head, wanted, indent_of(line_at(trouble, mark.line)));
    problem->fix =
        problems_text(problems, "put %zu spaces before it, as before each line of that text; or delete it", wanted);
    return true;
}

static void report_no_colon(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark)
{
    if (explain_no_dash(trouble, problems, mark.line) || explain_entry_without_dash(trouble, problems, mark.line) ||
        explain_text_too_far_out(trouble, problems, mark) || explain_value_below(trouble, problems, mark) ||
        explain_quote_without_key(trouble, problems, mark) || explain_note_above(trouble, problems, mark.line)) {
        return;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, mark), "this line has no colon");
    bool at_end = only_space_follows(trouble, trouble->at);
    problem->hint = at_end ? "the file ends here: it may be half written" : "YAML expects  key: value";
    problem->fix = with_colon(problems, trimmed(line_at(trouble, mark.line)));
}

/* `order 30` above `title: …`: YAML reads on, and stumbles over the first colon it meets. */
static bool line_above_has_no_colon(const struct yaml_trouble *trouble, struct problems *problems)
{
    int above = number_above(trouble, trouble->at.line);
    struct line line = above > 0 ? line_at(trouble, above) : (struct line){"", 0};
    struct line text = trimmed(line);
    size_t indent = indent_of(line);
    bool beside = indent == indent_of(line_at(trouble, trouble->at.line));
    if (text.length == 0 || !beside || text.bytes[0] == '#' || memchr(text.bytes, ':', text.length) != NULL) {
        return false;
    }
    report_no_colon(trouble, problems, (struct yaml_mark){above, (int)indent + 1});
    return true;
}

void explain_two_colons(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line line = line_at(trouble, trouble->at.line);
    if (before_colon(line) < line_offset(line, trouble->at.column)) {
        two_colons_in_line(trouble, problems, line);
        return;
    }
    if (colon_without_space(trouble, problems, trouble->at.line - 1) || explain_head_without_colon(trouble, problems) ||
        line_above_has_no_colon(trouble, problems) || explain_text_without_key(trouble, problems)) {
        return;
    }
    struct yaml_mark start = {trouble->at.line, (int)indent_of(line) + 1};
    struct problem *problem = report(problems, INDENT, place_of(trouble, start),
                                     "this line is indented, but the key above has its text already");
    problem->hint = "YAML takes this for more of the text above";
    problem->fix = "indent the line as the keys beside it, or take the text above away if this belongs under it";
}

void explain_line_without_colon(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark)
{
    if (!colon_without_space(trouble, problems, mark.line)) {
        report_no_colon(trouble, problems, mark);
    }
}

void explain_no_colon(const struct yaml_trouble *trouble, struct problems *problems)
{
    explain_line_without_colon(trouble, problems, trouble->began);
}
