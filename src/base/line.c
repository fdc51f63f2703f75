/* Finding a line of a text. */
#include "line.h"

#include "text.h"

#include <string.h>

static size_t length_of_line(const char *at, const char *end)
{
    size_t length = 0;
    while (at + length < end && at[length] != '\n' && at[length] != '\r') {
        length++;
    }
    return length;
}

static size_t behind_line(const char *text, size_t size, size_t at)
{
    at += length_of_line(text + at, text + size);
    return at + (size - at > 1 && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1);
}

/* From the first byte of a line to that of the one above; first: of the first line. */
static size_t above_line(const char *text, size_t first, size_t at)
{
    at -= at - first > 1 && text[at - 2] == '\r' && text[at - 1] == '\n' ? 2 : 1;
    while (at > first && text[at - 1] != '\n' && text[at - 1] != '\r') {
        at--;
    }
    return at;
}

struct line line_walk_to(struct line_walk *walk, const char *text, size_t size, int number)
{
    size_t first = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (walk->number == 0 || (number < walk->number && walk->at >= size)) {
        *walk = (struct line_walk){1, first};
    }
    while (walk->at > first && walk->number > number) {
        walk->at = above_line(text, first, walk->at);
        walk->number--;
    }
    while (walk->at < size && walk->number < number) {
        walk->at = behind_line(text, size, walk->at);
        walk->number++;
    }
    if (walk->at >= size || walk->number != number) {
        return (struct line){NULL, 0};
    }
    return (struct line){text + walk->at, length_of_line(text + walk->at, text + size)};
}

struct line line_find(const char *text, size_t size, int number)
{
    return line_walk_to(&(struct line_walk){0}, text, size, number);
}

size_t indent_of(struct line line)
{
    size_t indent = 0;
    while (indent < line.length && line.bytes[indent] == ' ') {
        indent++;
    }
    return indent;
}

size_t line_offset(struct line line, int column)
{
    size_t at = 0;
    for (int i = 1; i < column && at < line.length; i++) {
        size_t used = 0;
        utf8_next(line.bytes + at, line.length - at, &used);
        at += used;
    }
    return at;
}
