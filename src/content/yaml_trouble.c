/* YAML's complaints in words that staff understand: one row for each, tried from the top. */
#include "yaml_trouble.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_colon.h"
#include "yaml_dash.h"
#include "yaml_indent.h"
#include "yaml_lines.h"
#include "yaml_quotes.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

typedef void explain(const struct yaml_trouble *trouble, struct problems *problems);

static explain first_character, tab, unclosed_quote, file_mark, broken_block, star_or_ampersand, backslash, bar,
    dash_in_line, tag_word, second_document, nothing_here;

/* libyaml's words. A context of "" fits all. */
static const struct {
    const char *problem, *context;
    explain *explain;
} rows[] = {
    {"mapping values are not allowed in this context", "", explain_two_colons},
    {"found character that cannot start any token", "", first_character},
    {"found a tab character that violates indentation", "", tab},
    {"found a tab character where an indentation space is expected", "", tab},
    {"found unexpected end of stream", "while scanning a quoted scalar", unclosed_quote},
    {"found unexpected document indicator", "", file_mark},
    {"did not find expected ',' or '}'", "", explain_bracket},
    {"did not find expected ',' or ']'", "", explain_bracket},
    {"did not find expected '-' indicator", "", explain_missing_dash},
    {"did not find expected key", "", broken_block},
    {"could not find expected ':'", "", explain_no_colon},
    {"did not find expected alphabetic or numeric character", "while scanning an alias", star_or_ampersand},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor", star_or_ampersand},
    {"", "while parsing a quoted scalar", backslash},
    {"", "while scanning a block scalar", bar},
    {"block sequence entries are not allowed in this context", "", dash_in_line},
    {"", "while scanning a tag", tag_word},
    {"", "while parsing a tag", tag_word},
    {"found undefined tag handle", "", tag_word},
    {"did not find expected <document start>", "", second_document},
    {"mapping keys are not allowed in this context", "", first_character},
    {"did not find expected node content", "", nothing_here},
};

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
    problem->fix = in_quotes(trouble, problems, trouble->at);
}

static void tab(const struct yaml_trouble *trouble, struct problems *problems)
{
    char before =
        trouble->at.column > 1 ? byte_at(trouble, (struct yaml_mark){trouble->at.line, trouble->at.column - 1}) : ' ';
    struct problem *problem =
        report(problems, TAB, place_of(trouble, trouble->at), "%s",
               before == '-' ? "a tab stands behind the dash" : "this line is indented with a tab");
    problem->hint = "here stands a tab";
    problem->fix = before == '-' ? "take the tab away and type one space" : "use spaces: two for each level";
}

static void unclosed_quote(const struct yaml_trouble *trouble, struct problems *problems)
{
    report_open_quote(trouble, problems, trouble->began);
}

static void file_mark(const struct yaml_trouble *trouble, struct problems *problems)
{
    report_open_quote(trouble, problems, trouble->began);
}

static void broken_block(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (trouble->quote_end.line == trouble->at.line && trouble->quote_end.column <= trouble->at.column) {
        explain_behind_quote(trouble, problems);
        return;
    }
    bool dash = byte_at(trouble, trouble->at) == '-';
    if (explain_behind_bracket(trouble, problems) || explain_no_dash(trouble, problems, trouble->at.line) ||
        explain_no_dash(trouble, problems, number_above(trouble, trouble->at.line)) ||
        explain_note_above(trouble, problems, trouble->at.line) || explain_block_above(trouble, problems)) {
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

static void star_or_ampersand(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (explain_no_dash(trouble, problems, trouble->began.line)) {
        return;
    }
    struct problem *problem = report(problems, TEXT_START, place_of(trouble, trouble->began),
                                     "a text cannot begin with '%c'", byte_at(trouble, trouble->began));
    problem->hint = "this character means something else in YAML";
    problem->fix = in_quotes(trouble, problems, trouble->began);
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
    struct line line = line_at(trouble, trouble->began.line);
    if ((int)indent_of(line) + 1 == trouble->began.column) {
        struct problem *problem = report(problems, BLOCK_TEXT, place_of(trouble, trouble->began),
                                         "a line cannot begin with %c here", byte_at(trouble, trouble->began));
        problem->hint = "mail programs put > before the lines that they quote";
        problem->fix = "take it away; a text stands behind or below a key, as in   en: \"…\"";
        return;
    }
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
    problem->fix = in_quotes(trouble, problems, trouble->began);
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

/* One line too far in is a slip; are there more of them, the key above them may be gone. */
static void first_line_further_in(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark first)
{
    int last = number_above(trouble, trouble->at.line);
    if (last == first.line || (int)indent_of(line_at(trouble, last)) + 1 < first.column) {
        explain_line_off(trouble, problems, first);
        return;
    }
    struct problem *problem =
        report(problems, INDENT, place_of(trouble, first), "the first lines of this file stand too far in");
    problem->hint = problems_text(problems, "line %d begins at the left edge", trouble->at.line);
    problem->fix = "begin them there, too; or write the line above them again that was deleted, as in   clinic:";
}

static void second_document(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct yaml_mark first = first_mark(trouble);
    if (first.column > trouble->at.column) {
        first_line_further_in(trouble, problems, first);
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
