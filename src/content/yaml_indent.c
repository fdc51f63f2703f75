/* YAML names the line at which it gave up; here is looked for the line above it that is to blame. */
#include "yaml_indent.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_colon.h"
#include "yaml_dash.h"
#include "yaml_lines.h"

#include <string.h>

/* Where the block begins that stands above the trouble and further in than it; line 0 if there is none. */
static struct yaml_mark deeper_block(const struct yaml_trouble *trouble)
{
    size_t indent = indent_of(line_at(trouble, trouble->at.line));
    int first = 0;
    int number = number_above(trouble, trouble->at.line);
    for (; number > 0 && indent_of(line_at(trouble, number)) > indent; number = number_above(trouble, number)) {
        first = number;
    }
    bool under_key = number > 0 && indent_of(line_at(trouble, number)) < indent;
    return under_key && first > 0 ? (struct yaml_mark){first, (int)indent_of(line_at(trouble, first)) + 1}
                                  : (struct yaml_mark){0};
}

/* Begins with a word and a colon. */
static bool is_key(struct line text)
{
    return before_colon(text) < text.length || (text.length > 1 && text.bytes[text.length - 1] == ':');
}

/* A list whose first entry lost its line with the dash: YAML takes what is left for a map, and stumbles over the
 * second dash. */
static bool first_dash_missing(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark first)
{
    struct line text = trimmed(line_at(trouble, first.line));
    if (first.line == 0 || text.bytes[0] == '-' || !is_key(text) || byte_at(trouble, trouble->at) != '-') {
        return false;
    }
    struct problem *problem =
        report(problems, MISSING_DASH, place_of(trouble, first), "the first entry of this list has no dash");
    problem->hint = problems_text(problems, "the next entry has one, in line %d", trouble->at.line);
    problem->fix = text.length < 60 ? problems_text(problems, "- %.*s", (int)text.length, text.bytes)
                                    : "begin each entry of the list with a dash and a space";
    return true;
}

/* Two lines do not stand below each other: it is the first of them that is off if it stands one space too far in and
 * the second as far in as all of these files are written, by an even number of spaces. */
static bool first_line_off(const struct yaml_trouble *trouble, struct yaml_mark first)
{
    return first.line > 0 && first.column == trouble->at.column + 1 && first.column % 2 == 0;
}

void explain_line_off(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark first)
{
    struct problem *problem = report(problems, INDENT, place_of(trouble, first),
                                     "this line is indented differently from the lines that belong with it");
    problem->hint = problems_text(problems, "spaces before this line: %d, before line %d: %d", first.column - 1,
                                  trouble->at.line, trouble->at.column - 1);
    problem->fix = "indent all lines of one block by the same number of spaces";
}

/* The line above that is no further in than the trouble: the key to which all lines between belong. 0 if there is none.
 */
static int head_above(const struct yaml_trouble *trouble)
{
    size_t indent = indent_of(line_at(trouble, trouble->at.line));
    int number = number_above(trouble, trouble->at.line);
    while (number > 0 && indent_of(line_at(trouble, number)) > indent) {
        number = number_above(trouble, number);
    }
    return number;
}

/* A key that stands one space too far out, by an odd number of spaces, with its lines below it. */
static bool head_off(const struct yaml_trouble *trouble, struct problems *problems)
{
    int head = head_above(trouble);
    size_t indent = head > 0 ? indent_of(line_at(trouble, head)) : 0;
    struct line text = trimmed(line_at(trouble, head));
    bool off = indent % 2 == 1 && (int)indent + 2 == trouble->at.column;
    if (head == 0 || !off || text.length == 0 || (!is_key(text) && text.bytes[0] != '-')) {
        return false;
    }
    explain_line_off(trouble, problems, (struct yaml_mark){head, (int)indent + 1});
    return true;
}

/* A list under a key of its own, which is gone: the lines below it are further out. */
static bool list_without_key(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark first)
{
    struct line text = trimmed(line_at(trouble, first.line));
    struct line here = trimmed(line_at(trouble, trouble->at.line));
    if (first.line == 0 || text.length < 2 || memcmp(text.bytes, "- ", 2) != 0 || !is_key(here) ||
        here.bytes[0] == '-') {
        return false;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, first), "this list has no key");
    problem->hint = problems_text(problems, "a key stands in line %d, but none above this list", trouble->at.line);
    problem->fix = "write the key in a line of its own above the list, as in   items:";
    return true;
}

/* A list behind `title: …`: the line `blocks:` above it is gone. An entry of another list above would make it one of
 * that list's entries, badly indented. */
static bool dashes_without_key(const struct yaml_trouble *trouble, struct problems *problems)
{
    size_t indent = indent_of(line_at(trouble, trouble->at.line));
    int number = trouble->at.line;
    size_t here = indent;
    while (number > 0 && here >= indent) {
        number = number_above(trouble, number);
        struct line line = line_at(trouble, number);
        here = indent_of(line);
        if (number == 0 || trimmed(line).bytes[0] == '-') {
            return false;
        }
    }
    if (byte_at(trouble, trouble->at) != '-' || trouble->at.column % 2 == 0) {
        return false;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, trouble->at), "this list has no key");
    problem->hint = "none of the lines above it ends in a colon for it";
    problem->fix = "write the key in a line of its own above the list, as in   blocks:";
    return true;
}

/* `clinic:` and below it, no further in, `name: …`, before a line that is indented as it should be. */
static bool line_above_too_far_out(const struct yaml_trouble *trouble, struct problems *problems)
{
    int above = number_above(trouble, trouble->at.line);
    int head = above > 0 ? number_above(trouble, above) : 0;
    struct line key = trimmed(line_at(trouble, head));
    size_t indent = indent_of(line_at(trouble, above));
    bool same = head > 0 && indent_of(line_at(trouble, head)) == indent;
    if (!same || (int)indent + 1 >= trouble->at.column || key.length < 2 || key.bytes[key.length - 1] != ':' ||
        key.bytes[0] == '#' || !is_key(trimmed(line_at(trouble, above)))) {
        return false;
    }
    explain_line_off(trouble, problems, (struct yaml_mark){above, (int)indent + 1});
    return true;
}

bool explain_block_above(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct yaml_mark first = deeper_block(trouble);
    if (first_line_off(trouble, first)) {
        explain_line_off(trouble, problems, first);
        return true;
    }
    if (explain_no_dash(trouble, problems, head_above(trouble)) || first_dash_missing(trouble, problems, first) ||
        head_off(trouble, problems) || line_above_too_far_out(trouble, problems)) {
        return true;
    }
    /* All of these files indent by even numbers: a line that does not is itself the one that is off. */
    bool even = trouble->at.column % 2 == 1;
    return even && (dashes_without_key(trouble, problems) || list_without_key(trouble, problems, first) ||
                    explain_text_without_key(trouble, problems));
}

bool explain_head_without_colon(const struct yaml_trouble *trouble, struct problems *problems)
{
    int head = head_above(trouble);
    size_t indent = indent_of(line_at(trouble, trouble->at.line));
    struct line text = trimmed(line_at(trouble, head));
    if (head == 0 || head == trouble->at.line - 1 || indent_of(line_at(trouble, head)) != indent || is_key(text) ||
        text.bytes[0] == '#') {
        return false;
    }
    explain_line_without_colon(trouble, problems, (struct yaml_mark){head, (int)indent + 1});
    return true;
}

bool explain_text_without_key(const struct yaml_trouble *trouble, struct problems *problems)
{
    struct yaml_mark first = deeper_block(trouble);
    struct line text = trimmed(line_at(trouble, first.line));
    if (first.line == 0 || text.length == 0 || is_key(text)) {
        return false;
    }
    if (begins_text(trimmed(line_at(trouble, head_above(trouble))))) {
        explain_line_off(trouble, problems, first);
        return true;
    }
    struct problem *problem = report(problems, NO_COLON, place_of(trouble, first), "this text has no key");
    problem->hint = problems_text(problems, "a key stands in line %d, but none above this text", trouble->at.line);
    problem->fix = "write the key in a line of its own above the text, as in   en: |";
    return true;
}
