/* Finding a line of a text. */
#include "line.h"

#include "text.h"

#include <string.h>

static size_t length_of_line(const char *at, const char *end)
{
    const char *feed = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((feed != NULL ? feed : end) - at);
    const char *carriage_return = memchr(at, '\r', length);
    return carriage_return != NULL ? (size_t)(carriage_return - at) : length;
}

static size_t behind_line(const char *text, size_t size, size_t at)
{
    at += length_of_line(text + at, text + size);
    return at + (size - at > 1 && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1);
}

struct line line_walk_to(struct line_walk *walk, const char *text, size_t size, int number)
{
    if (walk->number == 0 || number < walk->number) {
        *walk = (struct line_walk){1, size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0};
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
