/* Checks of phone lines: a number with a digit lost leads somebody in need to nobody. */
#include "checks.h"
#include "problem_codes.h"

#include <ctype.h>
#include <string.h>

/* Letters are digits, too: 1-800-662-HELP. */
static int count_digits(const char *number)
{
    int count = 0;
    for (; *number != '\0'; number++) {
        count += isalnum((unsigned char)*number) != 0;
    }
    return count;
}

/* As numbers are dialed in the United States (North American Numbering Plan): 3 digits for 988, 911 and 211; 10 with an
 * area code; 11 with the 1 before it. */
static bool can_be_dialed(const char *number)
{
    int digits = count_digits(number);
    const char *first = number;
    while (*first != '\0' && isalnum((unsigned char)*first) == 0) {
        first++;
    }
    return digits == 3 || digits == 10 || (digits == 11 && *first == '1');
}

/* "555 0100 ext. 12", "555 0100 #12", "555 0100 x12" */
static bool has_extension(const char *number)
{
    const char *x = strpbrk(number, "xX");
    return strchr(number, '#') != NULL || strstr(number, "ext") != NULL || strstr(number, "Ext") != NULL ||
           (x != NULL && isdigit((unsigned char)x[1]));
}

static void check_line(const struct helpline *line, struct problems *problems)
{
    if (line->call != NULL && !can_be_dialed(line->call)) {
        struct problem *problem =
            report(problems, PHONE_NUMBER, line->call_place, "the number '%s' cannot be dialed as it is", line->call);
        problem->hint = problems_text(problems, "it has %d digits; a number has 3, or 10, or 11 with a 1 before them",
                                      count_digits(line->call));
        problem->fix = has_extension(line->call) ? "write the number alone, and its extension behind   how:"
                                                 : "look the number up again, and call it";
    }
    if (line->call == NULL && line->text_message.place.file == NULL && line->how.place.file == NULL) {
        report(problems, NO_WAY, line->place, "the helpline '%s' says in no way how to reach it", line->id)->fix =
            "add at least one of   call: \"…\"   text: {…}   how: {…}";
    }
}

void check_helplines(const struct help *help, struct problems *problems)
{
    for (size_t i = 0; i < help->line_count; i++) {
        check_line(&help->lines[i], problems);
    }
}
