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

struct line line_find(const char *text, size_t size, int number)
{
    const char *at = text;
    const char *end = text + size;
    if (size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        at += 3;
    }
    for (int i = 1; at < end; i++) {
        size_t length = length_of_line(at, end);
        if (i == number) {
            return (struct line){at, length};
        }
        at += length;
        at += end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
    }
    return (struct line){NULL, 0};
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
