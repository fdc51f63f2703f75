/* What is wrong with the dash of a list's entry. */
#include "yaml_dash.h"

#include "problem_codes.h"
#include "text.h"
#include "yaml_indent.h"
#include "yaml_lines.h"

#include <string.h>

/* What word processors and phones make of a dash, or what people use for one. */
static const char *const looks_like_a_dash[] = {"–", "—", "−", "‐", "‑", "•", "·", "◦", "▪", "*", "+"};

static struct place place_of_line(const struct yaml_trouble *trouble, int number)
{
    return (struct place){trouble->file, number, (int)indent_of(line_at(trouble, number)) + 1};
}

static const char *with_dash(struct problems *problems, struct line text)
{
    text = trimmed(text);
    return text.length < SHORT_ENOUGH ? problems_text(problems, "- %.*s", (int)text.length, text.bytes)
                                      : "begin each entry of the list with a dash and a space";
}

static struct line without(struct line text, size_t length)
{
    return (struct line){text.bytes + length, text.length - length};
}

static bool explain_dash_without_space(const struct yaml_trouble *trouble, struct problems *problems, int number)
{
    static const char no_break_space[] = "\xC2\xA0";
    struct line text = trimmed(line_at(trouble, number));
    if (text.length < 2 || text.bytes[0] != '-' || text.bytes[1] == ' ' || text.bytes[1] == '-') {
        return false;
    }
    bool odd_space = text.length > 3 && memcmp(text.bytes + 1, no_break_space, 2) == 0;
    struct problem *problem =
        report(problems, MISSING_DASH, place_of_line(trouble, number), "there is no space behind the dash%s",
               odd_space ? ", but another character that looks like one" : "");
    problem->hint = "an entry of a list begins with a dash and a space";
    problem->fix = with_dash(problems, without(text, odd_space ? 3 : 1));
    return true;
}

bool explain_no_dash(const struct yaml_trouble *trouble, struct problems *problems, int number)
{
    struct line text = trimmed(line_at(trouble, number));
    if (explain_dash_without_space(trouble, problems, number)) {
        return true;
    }
    for (size_t i = 0; i < sizeof looks_like_a_dash / sizeof looks_like_a_dash[0]; i++) {
        const char *sign = looks_like_a_dash[i];
        size_t length = strlen(sign);
        if (text.length > length + 1 && memcmp(text.bytes, sign, length) == 0 && text.bytes[length] == ' ') {
            struct problem *problem = report(problems, MISSING_DASH, place_of_line(trouble, number),
                                             "an entry of a list begins with a dash (-), not with '%s'", sign);
            problem->hint = "type the minus key here";
            problem->fix = with_dash(problems, without(text, length));
            return true;
        }
    }
    return false;
}

static bool is_entry(struct line text)
{
    return text.length > 1 && text.bytes[0] == '-' && text.bytes[1] == ' ';
}

bool explain_entry_without_dash(const struct yaml_trouble *trouble, struct problems *problems, int number)
{
    struct line line = line_at(trouble, number);
    int above = number_above(trouble, number);
    struct line before = above > 0 ? line_at(trouble, above) : (struct line){"", 0};
    struct line text = trimmed(line);
    bool alike = text.length > 0 && trimmed(before).length > 2 && trimmed(before).bytes[2] == text.bytes[0];
    if (!alike || strchr("{[\"'", text.bytes[0]) == NULL || !is_entry(trimmed(before)) ||
        indent_of(line) != indent_of(before)) {
        return false;
    }
    struct problem *problem =
        report(problems, MISSING_DASH, place_of_line(trouble, number), "the dash of this entry is missing");
    problem->hint = problems_text(problems, "the entry above has one, in line %d", above);
    problem->fix = with_dash(problems, text);
    return true;
}

/* A dash that stands further in or out than the first of its list. */
static bool explain_dash_off(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (!is_entry(trimmed(line_at(trouble, trouble->at.line)))) {
        return false;
    }
    size_t list = indent_of(line_at(trouble, trouble->began.line));
    if (trouble->began.column % 2 == 0 && trouble->at.column % 2 == 1) {
        explain_line_off(trouble, problems, trouble->began);
        return true;
    }
    struct problem *problem = report(problems, INDENT, place_of(trouble, trouble->at),
                                     "this dash does not stand below the dashes of its list");
    problem->hint = problems_text(problems, "spaces before it: %d, before the first dash in line %d: %zu",
                                  trouble->at.column - 1, trouble->began.line, list);
    problem->fix = problems_text(problems, "give it %zu spaces, as the other dashes of the list have", list);
    return true;
}

void explain_missing_dash(const struct yaml_trouble *trouble, struct problems *problems)
{
    if (explain_no_dash(trouble, problems, trouble->at.line) || explain_dash_off(trouble, problems)) {
        return;
    }
    struct line text = trimmed(line_at(trouble, trouble->at.line));
    struct problem *problem = report(problems, MISSING_DASH, place_of(trouble, trouble->at),
                                     "the dash of a list entry is missing, or the line is not indented like its list");
    problem->hint = problems_text(problems, "a list begins in line %d", trouble->began.line);
    problem->fix = with_dash(problems, text);
}
