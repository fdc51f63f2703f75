/* iop-content explain K012: what a code means, an example wrong and right, and how to mend it. */
#include "main_content.h"

#include "main_lines.h"
#include "problem_examples.h"
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool is_problem_code(const char *word)
{
    return toupper((unsigned char)word[0]) == 'K' && strlen(word) == 4 && strspn(word + 1, "0123456789") == 3;
}

/* Lines of a file as they are, but what cannot be seen or is no character is shown as a mark. */
static void put_example(const char *head, const char *lines)
{
    printf("\n  %s\n\n      ", head);
    for (size_t at = 0, length = strlen(lines); at < length;) {
        size_t used = 0;
        uint32_t c = utf8_next(lines + at, length - at, &used);
        if (c == '\t')
            fputs("→", stdout);
        else if (c == 0xFFFD || c == 0x200B)
            fputs("\xEF\xBF\xBD", stdout);
        else
            printf("%.*s%s", (int)used, lines + at, c == '\n' ? "      " : "");
        at += used;
    }
    putchar('\n');
}

static void explain_row(const struct problem_row *row, const struct problem_example *example)
{
    char head[128];
    printf("%s, %s: %s.\n\n", row->code, row->severity == SEVERITY_ERROR ? "an error" : "a warning", row->meaning);
    put_line("  ", 2, "%s", example->why);
    snprintf(head, sizeof head, "Wrong%s%s:", example->file != NULL ? ", in " : "",
             example->file != NULL ? example->file : "");
    put_example(head, example->wrong);
    put_example("Right:", example->right);
    printf("\n");
    put_line("  To mend it: ", 14, "%s", example->mend);
}

int content_explain_code(const char *code)
{
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        if (strcasecmp(problem_rows[i].code, code) == 0) {
            explain_row(&problem_rows[i], &problem_examples[i]);
            return 0;
        }
    }
    fprintf(stderr, "iop-content: There is no code %s. The check prints codes in brackets: [K012].\n", code);
    return 2;
}
