/* Lines of a file that YAML could not read. */
#include "yaml_lines.h"

#include <ctype.h>
#include <string.h>

struct line line_at(const struct yaml_trouble *trouble, int number)
{
    struct line line = line_find(trouble->source, trouble->size, number);
    return line.bytes != NULL ? line : (struct line){trouble->source + trouble->size, 0};
}

char byte_at(const struct yaml_trouble *trouble, struct yaml_mark mark)
{
    struct line line = line_at(trouble, mark.line);
    size_t at = line_offset(line, mark.column);
    return at < line.length ? line.bytes[at] : '\0';
}

struct place place_of(const struct yaml_trouble *trouble, struct yaml_mark mark)
{
    return (struct place){.file = trouble->file, .line = mark.line, .column = mark.column};
}

bool only_space_follows(const struct yaml_trouble *trouble, struct yaml_mark mark)
{
    struct line line = line_at(trouble, mark.line);
    const char *at = line.bytes + line_offset(line, mark.column);
    const char *end = trouble->source + trouble->size;
    while (at < end && isspace((unsigned char)*at)) {
        at++;
    }
    return at >= end;
}

int number_above(const struct yaml_trouble *trouble, int number)
{
    for (number--; number > 0; number--) {
        struct line line = line_at(trouble, number);
        if (indent_of(line) < line.length) {
            break;
        }
    }
    return number;
}

struct line line_above(const struct yaml_trouble *trouble, int number)
{
    int above = number_above(trouble, number);
    return above > 0 ? line_at(trouble, above) : (struct line){"", 0};
}

size_t before_colon(struct line line)
{
    for (size_t i = 0; i + 1 < line.length; i++) {
        if (line.bytes[i] == ':' && line.bytes[i + 1] == ' ') {
            return i;
        }
    }
    return line.length;
}

struct line trimmed(struct line line)
{
    while (line.length > 0 && line.bytes[0] == ' ') {
        line.bytes++;
        line.length--;
    }
    while (line.length > 0 && isspace((unsigned char)line.bytes[line.length - 1])) {
        line.length--;
    }
    return line;
}

size_t note_in(struct line line, size_t from)
{
    char quote = '\0';
    for (size_t i = from; i < line.length; i++) {
        char c = line.bytes[i];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || (c == '\'' && i > 0 && line.bytes[i - 1] == ' ')) {
            quote = c;
        } else if (c == '#' && i > 0 && line.bytes[i - 1] == ' ') {
            return i;
        }
    }
    return line.length;
}

bool begins_text(struct line text)
{
    size_t end = text.length;
    end -= end > 0 && strchr("-+", text.bytes[end - 1]) != NULL;
    return end > 2 && strchr("|>", text.bytes[end - 1]) != NULL && text.bytes[end - 2] == ' ';
}
