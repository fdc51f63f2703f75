/* YAML's complaints in words that staff understand: one row for each, tried from the top. */
#include "yaml_trouble.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_indent.h"
#include "yaml_lines.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

typedef void explain(const struct yaml_trouble *trouble, struct problems *problems);

static explain two_colons, first_character, tab, unclosed_quote, file_mark, unclosed_bracket, missing_dash,
    broken_block, no_colon, star_or_ampersand, backslash, bar, dash_in_line, tag_word, second_document, nothing_here;

/* libyaml's words. A context of "" fits all. */
static const struct {
    const char *problem, *context;
    explain *explain;
} rows[] = {
    {"mapping values are not allowed in this context", "", two_colons},
    {"found character that cannot start any token", "", first_character},
    {"found a tab character that violates indentation", "", tab},
    {"found a tab character where an indentation space is expected", "", tab},
    {"found unexpected end of stream", "while scanning a quoted scalar", unclosed_quote},
    {"found unexpected document indicator", "", file_mark},
    {"did not find expected ',' or '}'", "", unclosed_bracket},
    {"did not find expected ',' or ']'", "", unclosed_bracket},
    {"did not find expected '-' indicator", "", missing_dash},
    {"did not find expected key", "", broken_block},
    {"could not find expected ':'", "", no_colon},
    {"did not find expected alphabetic or numeric character", "while scanning an alias", star_or_ampersand},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor", star_or_ampersand},
    {"", "while parsing a quoted scalar", backslash},
    {"", "while scanning a block scalar", bar},
    {"block sequence entries are not allowed in this context", "", dash_in_line},
    {"", "while scanning a tag", tag_word},
    {"", "while parsing a tag", tag_word},
    {"found undefined tag handle", "", tag_word},
    {"did not find expected <document start>", "", second_document},
    {"did not find expected node content", "", nothing_here},
};

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

static void two_colons_in_line(const struct yaml_trouble *trouble, struct problems *problems, struct line line)
{
    struct problem *problem = report(problems, TWO_COLONS, place_of(trouble, trouble->at), "this line has two colons");
    size_t colon = before_colon(line);
    struct line key = trimmed((struct line){line.bytes, colon});
    struct line value = trimmed((struct line){line.bytes + colon + 1, line.length - colon - 1});
    struct line plain = without_curly_quotes(value);
    problem->hint = plain.length < value.length ? "the curly quotes “ ” are not quotes to YAML"
                                                : "YAML thinks a second \"key: value\" starts here";
    char quote = memchr(plain.bytes, '"', plain.length) != NULL ? '\'' : '"';
    bool simple = quote == '"' || memchr(plain.bytes, '\'', plain.length) == NULL;
    if (simple && plain.length < 80) {
        problem->fix = problems_text(problems, "put the text in quotes   %.*s: %c%.*s%c", (int)key.length, key.bytes,
                                     quote, (int)plain.length, plain.bytes, quote);
    } else {
        problem->fix = "write a bar behind the colon and the text in the next line, indented:   key: |";
    }
}

/* `title:foo` is a text, not a key; what follows it then makes no sense to YAML. */
static bool colon_without_space(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line line = line_at(trouble, trouble->at.line - 1);
    struct line text = trimmed(line);
    const char *colon = memchr(text.bytes, ':', text.length);
    if (trouble->at.line < 2 || text.length == 0 || text.bytes[0] == '#' || before_colon(text) < text.length ||
        colon == NULL || colon + 1 == text.bytes + text.length) {
        return false;
    }
    int column = (int)utf8_count(line.bytes, (size_t)(colon - line.bytes)) + 1;
    struct place place = {.file = trouble->file, .line = trouble->at.line - 1, .column = column};
    struct problem *problem = report(problems, NO_COLON, place, "there is no space behind the colon");
    problem->hint = "YAML knows a key only by a colon and a space";
    problem->fix = problems_text(problems, "%.*s: %.*s", (int)(colon - text.bytes), text.bytes,
                                 (int)(text.bytes + text.length - colon - 1), colon + 1);
    return true;
}

static void report_no_colon(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark)
{
    struct line text = trimmed(line_at(trouble, mark.line));
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, mark), "this line has no colon");
    bool at_end = only_space_follows(trouble, trouble->at);
    problem->hint = at_end ? "the file ends here: it may be half written" : "YAML expects  key: value";
    const char *space = memchr(text.bytes, ' ', text.length);
    size_t word = space != NULL ? (size_t)(space - text.bytes) : text.length;
    bool two_words = space != NULL && memchr(space + 1, ' ', text.length - word - 1) == NULL;
    if (two_words && text.length < 60) {
        problem->fix = problems_text(problems, "%.*s:%.*s", (int)word, text.bytes, (int)(text.length - word), space);
    } else {
        problem->fix = text.length < 60 ? problems_text(problems, "%.*s: …", (int)text.length, text.bytes)
                                        : "write the key, a colon, a space and the value";
    }
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

static void two_colons(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line line = line_at(trouble, trouble->at.line);
    if (before_colon(line) < line_offset(line, trouble->at.column)) {
        two_colons_in_line(trouble, problems, line);
        return;
    }
    if (colon_without_space(trouble, problems) || line_above_has_no_colon(trouble, problems) ||
        explain_text_without_key(trouble, problems)) {
        return;
    }
    struct yaml_mark start = {trouble->at.line, (int)indent_of(line) + 1};
    struct problem *problem = report(problems, INDENT, place_of(trouble, start),
                                     "this line is indented, but the text before it is not a map");
    problem->hint = "YAML takes this for more of the text above";
    problem->fix = "indent the line as the keys beside it, or take the text above away if this belongs under it";
}

static void first_character(const struct yaml_trouble *trouble, struct problems *problems)
{
    char first = byte_at(trouble, trouble->at);
    if (first == '\t') {
        tab(trouble, problems);
        return;
    }
    struct problem *problem =
        report(problems, TEXT_START, place_of(trouble, trouble->at), "a text cannot begin with '%c'", first);
    problem->hint = "this character means something else in YAML";
    problem->fix = "put the whole text in quotes: \"…\"";
}

static void tab(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem = report(problems, TAB, place_of(trouble, trouble->at), "this line is indented with a tab");
    problem->hint = "here stands a tab";
    problem->fix = "use spaces: two for each level";
}

static void report_open_quote(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark begin)
{
    char quote = byte_at(trouble, begin);
    struct problem *problem = report(problems, UNCLOSED_QUOTE, place_of(trouble, begin),
                                     "the quote that begins in line %d is never closed", begin.line);
    problem->hint = "the text begins here";
    problem->fix = problems_text(problems, "put %c at the end of the text", quote == '\'' ? '\'' : '"');
}

static void unclosed_quote(const struct yaml_trouble *trouble, struct problems *problems)
{
    report_open_quote(trouble, problems, trouble->began);
}

static void file_mark(const struct yaml_trouble *trouble, struct problems *problems)
{
    report_open_quote(trouble, problems, trouble->began);
}

static char closing(char open)
{
    return open == '[' ? ']' : '}';
}

static void report_unclosed(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark begin)
{
    char open = byte_at(trouble, begin);
    struct problem *problem = report(problems, UNCLOSED_BRACKET, place_of(trouble, begin),
                                     "the %c in line %d is never closed", open, begin.line);
    problem->hint = only_space_follows(trouble, trouble->at) ? "the file ends before it is closed" : "it begins here";
    problem->fix = problems_text(problems, "put %c behind the last entry", closing(open));
}

static void unclosed_bracket(const struct yaml_trouble *trouble, struct problems *problems)
{
    char open = byte_at(trouble, trouble->began);
    char close = closing(open);
    if (only_space_follows(trouble, trouble->at) || trouble->at.line > trouble->began.line) {
        report_unclosed(trouble, problems, trouble->began);
        return;
    }
    struct problem *problem =
        report(problems, BRACKET_ENTRY, place_of(trouble, trouble->at), "a comma or %c is missing here", close);
    problem->hint = problems_text(problems, "inside of %c %c a comma stands between entries", open, close);
    problem->fix = "put a comma between the entries; put texts with , : [ ] { } in quotes";
}

static void missing_dash(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line text = trimmed(line_at(trouble, trouble->at.line));
    struct problem *problem = report(problems, MISSING_DASH, place_of(trouble, trouble->at),
                                     "the dash of a list entry is missing, or the line is not indented like its list");
    problem->hint = problems_text(problems, "a list begins in line %d", trouble->began.line);
    problem->fix = text.length < 60 ? problems_text(problems, "- %.*s", (int)text.length, text.bytes)
                                    : "begin each entry of the list with a dash and a space";
}

static void behind_quote(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (trouble->quote_end.line > trouble->quote_begin.line) {
        report_open_quote(trouble, problems, trouble->quote_begin);
        return;
    }
    char quote = byte_at(trouble, trouble->quote_begin);
    struct problem *problem =
        report(problems, AFTER_QUOTE, place_of(trouble, trouble->at), "the text goes on behind its closing quote");
    problem->hint = "the text in quotes ended before this";
    problem->fix = quote == '\'' ? "double each ' inside of the text: 'don''t', or use double quotes: \"don't\""
                                 : "put the whole text between the quotes, and write \\\" for a quote inside of it";
}

static void broken_block(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (trouble->quote_end.line == trouble->at.line && trouble->quote_end.column <= trouble->at.column) {
        behind_quote(trouble, problems);
        return;
    }
    bool dash = byte_at(trouble, trouble->at) == '-';
    if (explain_block_above(trouble, problems)) {
        return;
    }
    struct problem *problem = report(problems, INDENT, place_of(trouble, trouble->at), "%s",
                                     dash ? "this dash does not stand below the dashes of a list"
                                          : "this line is indented differently from the lines that belong with it");
    struct line above = line_above(trouble, trouble->at.line);
    problem->hint = problems_text(problems, "spaces before this line: %d, before the line above: %zu",
                                  trouble->at.column - 1, indent_of(above));
    problem->fix = "indent all lines of one block by the same number of spaces";
}

static void no_colon(const struct yaml_trouble *trouble, struct problems *problems)
{
    report_no_colon(trouble, problems, trouble->began);
}

static void star_or_ampersand(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem = report(problems, TEXT_START, place_of(trouble, trouble->began),
                                     "a text cannot begin with '%c'", byte_at(trouble, trouble->began));
    problem->hint = "this character means something else in YAML";
    problem->fix = "put the whole text in quotes: \"**Bold** text\"";
}

static void backslash(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem =
        report(problems, BACKSLASH, place_of(trouble, trouble->at), "this backslash means nothing that YAML knows");
    problem->hint = "inside of double quotes a backslash begins a special character";
    problem->fix = "write \\\\ for a backslash, or use single quotes";
}

static void bar(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem = report(problems, BLOCK_TEXT, place_of(trouble, trouble->at),
                                     "the text must begin in the line below %c", byte_at(trouble, trouble->began));
    problem->hint = "nothing may stand here";
    problem->fix = "move the text to the next line, indented by two spaces more than the key";
}

static void dash_in_line(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem =
        report(problems, TEXT_START, place_of(trouble, trouble->at), "a list cannot begin in the line of its key");
    problem->hint = "YAML takes this dash for the start of a list entry";
    problem->fix = "begin the list in the next line, or put the text in quotes";
}

static void tag_word(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct problem *problem =
        report(problems, TAG, place_of(trouble, trouble->began), "a text cannot begin with an exclamation mark");
    problem->hint = "YAML takes it for the start of a tag";
    problem->fix = "put the whole text in quotes: \"!…\"";
}

/* The first line of a file that says something; libyaml gives no mark for it. */
static struct yaml_mark first_mark(const struct yaml_trouble *trouble)
{
    for (int number = 1; number < trouble->at.line; number++) {
        struct line text = trimmed(line_at(trouble, number));
        if (text.length > 0 && text.bytes[0] != '#') {
            return (struct yaml_mark){number, (int)indent_of(line_at(trouble, number)) + 1};
        }
    }
    return trouble->at;
}

static void second_document(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct yaml_mark first = first_mark(trouble);
    if (first.column > trouble->at.column) {
        explain_line_off(trouble, problems, first);
        return;
    }
    report(problems, SECOND_DOCUMENT, place_of(trouble, trouble->at), "a second document begins here")->fix =
        "take the line --- or ... away, or put what follows in a file of its own";
}

static void nothing_here(const struct yaml_trouble *trouble, struct problems *problems)
{
    char found = byte_at(trouble, trouble->at);
    if (only_space_follows(trouble, trouble->at) && strchr("[{", byte_at(trouble, trouble->open)) != NULL) {
        report_unclosed(trouble, problems, trouble->open);
        return;
    }
    struct problem *problem =
        report(problems, BRACKET_ENTRY, place_of(trouble, trouble->at), "a text cannot begin with '%c'", found);
    problem->hint = "YAML does not expect this character here";
    problem->fix = "put the text in quotes, or take the character away";
}

static bool row_fits(size_t row, const struct yaml_trouble *trouble)
{
    bool problem = rows[row].problem[0] == '\0' || strcmp(rows[row].problem, trouble->problem) == 0;
    return problem && (rows[row].context[0] == '\0' || strcmp(rows[row].context, trouble->context) == 0);
}

void yaml_explain(const struct yaml_trouble *trouble, struct problems *problems)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (row_fits(i, trouble)) {
            rows[i].explain(trouble, problems);
            return;
        }
    }
    struct problem *problem =
        report(problems, OTHER_YAML, place_of(trouble, trouble->at), "YAML cannot read this line");
    problem->hint = problems_text(problems, "%s", trouble->problem);
    problem->fix = "compare the line with one that works, above all its spaces, colons and quotes";
}
