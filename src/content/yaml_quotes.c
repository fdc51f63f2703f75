/* A quote or bracket that is not closed: YAML reads on past it, and complains of whatever it meets there. */
#include "yaml_quotes.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_lines.h"

#include <ctype.h>
#include <string.h>

/* The line from a mark to its end, without the spaces there. */
static struct line rest_of(const struct yaml_trouble *trouble, struct yaml_mark mark)
{
    struct line line = line_at(trouble, mark.line);
    size_t at = line_offset(line, mark.column);
    return trimmed((struct line){line.bytes + at, line.length - at});
}

static bool in_bracket(const struct yaml_trouble *trouble)
{
    char open = trouble->open.line > 0 ? byte_at(trouble, trouble->open) : '\0';
    return open == '{' || open == '[';
}

const char *in_quotes(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark)
{
    struct line rest = rest_of(trouble, mark);
    bool simple = memchr(rest.bytes, '"', rest.length) == NULL && memchr(rest.bytes, '\\', rest.length) == NULL;
    if (in_bracket(trouble) || !simple || rest.length >= SHORT_ENOUGH) {
        return "put the whole text in quotes: \"…\"";
    }
    return problems_text(problems, "put the whole text in quotes:   \"%.*s\"", (int)rest.length, rest.bytes);
}

/* ---- quotes ---- */

struct problem *report_open_quote(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark begin)
{
    char quote = byte_at(trouble, begin);
    struct line rest = rest_of(trouble, begin);
    static const char curly[] = "”";
    size_t length = strlen(curly);
    bool ends_curly = rest.length > length && memcmp(rest.bytes + rest.length - length, curly, length) == 0;
    struct problem *problem = report(problems, UNCLOSED_QUOTE, place_of(trouble, begin),
                                     "the quote that begins in line %d is never closed", begin.line);
    problem->hint = ends_curly ? "the text begins here; the curly quote ” does not close it" : "the text begins here";
    problem->fix = problems_text(problems, "put %c at the end of the text", quote == '\'' ? '\'' : '"');
    return problem;
}

/* `First day, es: ` -> length of `First day`: a text that swallowed the next key; 0 if it did not. */
static size_t before_next_key(struct line text)
{
    size_t end = text.length;
    while (end > 0 && text.bytes[end - 1] == ' ') {
        end--;
    }
    if (end == 0 || text.bytes[end - 1] != ':') {
        return 0;
    }
    size_t word = end - 1;
    while (word > 0 && (isalnum((unsigned char)text.bytes[word - 1]) || strchr("_-", text.bytes[word - 1]) != NULL)) {
        word--;
    }
    size_t comma = word;
    while (comma > 0 && text.bytes[comma - 1] == ' ') {
        comma--;
    }
    return word < end - 1 && comma > 1 && text.bytes[comma - 1] == ',' ? comma - 1 : 0;
}

/* The text of a quote that is not closed where it should be, as its own line has it: up to the next key, or up to the
 * brackets at the end of the line. No length if the quote looks sound. */
static struct line meant_text(const struct yaml_trouble *trouble)
{
    struct line line = line_at(trouble, trouble->quote_begin.line);
    size_t begin = line_offset(line, trouble->quote_begin.column) + 1;
    struct line text = {line.bytes + begin, line.length > begin ? line.length - begin : 0};
    if (trouble->quote_end.line == trouble->quote_begin.line) {
        size_t end = line_offset(line, trouble->quote_end.column);
        text.length = end > begin + 1 ? end - begin - 1 : 0;
        text.length = before_next_key(text);
        return text;
    }
    size_t whole = trimmed(text).length;
    while (text.length > 0 && strchr("}], ", text.bytes[text.length - 1]) != NULL) {
        text.length--;
    }
    return text.length < whole ? text : (struct line){text.bytes, 0};
}

/* Inside of { }: the complaint stands right behind a text in quotes that ran on to a quote which belongs to the next.
 */
static bool explain_lost_quote(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line line = line_at(trouble, trouble->at.line);
    size_t at = line_offset(line, trouble->at.column);
    size_t end = line_offset(line, trouble->quote_end.column);
    bool behind = trouble->quote_end.line > 0 && trouble->quote_end.line == trouble->at.line && end <= at;
    struct line text = behind ? meant_text(trouble) : (struct line){"", 0};
    if (text.length == 0 || trimmed((struct line){line.bytes + end, at - end}).length > 0) {
        return false;
    }
    char quote = byte_at(trouble, trouble->quote_begin);
    struct problem *problem = report_open_quote(trouble, problems, trouble->quote_begin);
    size_t shown = text.length < SHORT_ENOUGH ? 0 : text.length - SHORT_ENOUGH / 2;
    while (shown > 0 && ((unsigned char)text.bytes[shown] & 0xC0) == 0x80) {
        shown--;
    }
    problem->fix = problems_text(problems, "close the quote where the text ends:   %s%.*s%c",
                                 shown > 0      ? "…"
                                 : quote == '"' ? "\""
                                                : "'",
                                 (int)(text.length - shown), text.bytes + shown, quote);
    return true;
}

void explain_behind_quote(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (trouble->quote_end.line > trouble->quote_begin.line) {
        report_open_quote(trouble, problems, trouble->quote_begin);
        return;
    }
    char quote = byte_at(trouble, trouble->quote_begin);
    struct problem *problem =
        report(problems, AFTER_QUOTE, place_of(trouble, trouble->at), "the text goes on behind its closing quote");
    problem->hint = "the text in quotes ended before this";
    if (byte_at(trouble, trouble->at) == ',') {
        problem->fix = "if these are the texts of two languages, write   {en: \"…\", es: \"…\"}";
        return;
    }
    problem->fix = quote == '\'' ? "double each ' inside of the text: 'don''t', or use double quotes: \"don't\""
                                 : "put the whole text between the quotes, and write \\\" for a quote inside of it";
}

/* ---- brackets ---- */

static char closing(char open)
{
    return open == '[' ? ']' : '}';
}

static bool explain_note_in_bracket(const struct yaml_trouble *trouble, struct problems *problems,
                                    struct yaml_mark begin)
{
    struct line line = line_at(trouble, begin.line);
    size_t at = note_in(line, line_offset(line, begin.column));
    char close = closing(byte_at(trouble, begin));
    if (at == line.length || memchr(line.bytes + at, close, line.length - at) == NULL) {
        return false;
    }
    struct place place = {trouble->file, begin.line, (int)utf8_count(line.bytes, at) + 1};
    struct problem *problem =
        report(problems, BRACKET_ENTRY, place, "the # cuts this line: what stands behind it is not read");
    problem->hint = "a # with a space before it begins a note for staff";
    problem->fix = "put the text with the # in quotes: \"…\"";
    return true;
}

void report_unclosed(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark begin)
{
    char open = byte_at(trouble, begin);
    struct line rest = rest_of(trouble, begin);
    bool is_text = open == '{' && rest.length > 0 && before_colon(rest) == rest.length;
    if (explain_note_in_bracket(trouble, problems, begin)) {
        return;
    }
    struct problem *problem = report(problems, UNCLOSED_BRACKET, place_of(trouble, begin),
                                     "the %c in line %d is never closed", open, begin.line);
    problem->hint = only_space_follows(trouble, trouble->at) ? "the file ends before it is closed" : "it begins here";
    problem->fix =
        is_text ? problems_text(problems, "put %c behind the last entry; if a text begins with %c, put it in quotes",
                                closing(open), open)
                : problems_text(problems, "put %c behind the last entry", closing(open));
}

bool explain_behind_bracket(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct line line = line_at(trouble, trouble->at.line);
    size_t begin = before_colon(line) + 1;
    while (begin < line.length && line.bytes[begin] == ' ') {
        begin++;
    }
    if (begin >= line_offset(line, trouble->at.column) || strchr("[{", line.bytes[begin]) == NULL) {
        return false;
    }
    struct yaml_mark mark = {trouble->at.line, (int)utf8_count(line.bytes, begin) + 1};
    struct problem *problem = report(problems, TEXT_START, place_of(trouble, mark),
                                     "a text without quotes cannot begin with '%c'", line.bytes[begin]);
    problem->hint = problems_text(problems, "YAML took it for a list that ended before column %d", trouble->at.column);
    problem->fix = in_quotes(trouble, problems, mark);
    return true;
}

/* The sign at which YAML gave up inside of { }, and what it was most likely meant to be. */
static bool explain_sign(const struct yaml_trouble *trouble, struct problems *problems, char close)
{
    char sign = byte_at(trouble, trouble->at);
    bool quote_before = trouble->quote_end.line == trouble->at.line && trouble->quote_end.column == trouble->at.column;
    if (quote_before && (isalnum((unsigned char)sign) || (unsigned char)sign >= 0x80)) {
        explain_behind_quote(trouble, problems);
        return true;
    }
    if (strchr(":])}", sign) == NULL || sign == '\0') {
        return false;
    }
    struct problem *problem =
        report(problems, BRACKET_ENTRY, place_of(trouble, trouble->at),
               sign == ':' ? "a second colon stands in a text without quotes" : "here stands %c where %c belongs", sign,
               close);
    problem->fix =
        sign == ':'
            ? "put the text with the colon in quotes: \"…\""
            : problems_text(problems, "write %c in place of %c; put texts with , : [ ] { } in quotes", close, sign);
    return true;
}

void explain_bracket(const struct yaml_trouble *trouble, struct problems *problems)
{
    char open = byte_at(trouble, trouble->began);
    char close = closing(open);
    if (explain_lost_quote(trouble, problems)) {
        return;
    }
    if (trouble->at.line == trouble->began.line && explain_sign(trouble, problems, close)) {
        return;
    }
    if (only_space_follows(trouble, trouble->at) || trouble->at.line > trouble->began.line) {
        report_unclosed(trouble, problems, trouble->began);
        return;
    }
    struct problem *problem =
        report(problems, BRACKET_ENTRY, place_of(trouble, trouble->at), "a comma or %c is missing here", close);
    problem->hint = problems_text(problems, "inside of %c %c a comma stands between entries", open, close);
    problem->fix = "put a comma between the entries; put texts with , : [ ] { } in quotes";
}
