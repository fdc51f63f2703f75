/* Plain text in lines of a page's width. */
#include "main_lines.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LINE_MAX_ = 16384 };

/* Prints words in lines of the page's width: the first behind `head`, the others indented as far. */
static void put_wrapped(const char *head, int indent, const char *words)
{
    int column = printf("%s", head) < 0 ? 0 : (int)utf8_count(head, strlen(head));
    for (; column < indent; column++)
        putchar(' ');
    bool first = true;
    while (*words != '\0') {
        size_t length = strcspn(words, " \n");
        int width = (int)utf8_count(words, length);
        if (!first && column + 1 + width > PAGE_WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
            first = true;
        }
        column += printf("%s%.*s", first || length == 0 ? "" : " ", (int)length, words) > 0 ? width + !first : 0;
        first = first && length == 0;
        words += length + (words[length] != '\0');
    }
    putchar('\n');
}

void put_line(const char *head, int indent, const char *format, ...)
{
    char line[LINE_MAX_];
    va_list values;
    va_start(values, format);
    vsnprintf(line, sizeof line, format, values);
    va_end(values);
    put_wrapped(head, indent, line);
}

void put_heading(const char *title)
{
    printf("\n%s\n", title);
    for (size_t i = utf8_count(title, strlen(title)); i > 0; i--)
        putchar('-');
    putchar('\n');
}
