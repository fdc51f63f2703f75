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

static char first_digit(const char *number)
{
    while (*number != '\0' && isalnum((unsigned char)*number) == 0) {
        number++;
    }
    return *number;
}

/* As numbers are dialed in the United States (North American Numbering Plan): 3 digits for 988, 911 and 211; 10 with an
 * area code, which begins with no 0 and no 1; 11 with the 1 before it. */
static bool can_be_dialed(const char *number)
{
    int digits = count_digits(number);
    char first = first_digit(number);
    return digits == 3 || (digits == 10 && first != '0' && first != '1') || (digits == 11 && first == '1');
}

/* The letter O, I or l beside a digit, where 0 or 1 is meant: 1-8OO-555-0100. NUL if there is none. */
static char letter_like_a_digit(const char *number)
{
    for (size_t i = 0; number[i] != '\0'; i++) {
        bool beside = (i > 0 && isdigit((unsigned char)number[i - 1])) || isdigit((unsigned char)number[i + 1]);
        if (beside && strchr("OoIl", number[i]) != NULL) {
            return number[i];
        }
    }
    return '\0';
}

static const char *what_is_wrong(const char *number, struct problems *problems)
{
    char letter = letter_like_a_digit(number);
    if (letter != '\0') {
        return problems_text(problems, "it has the letter %c beside a digit", letter);
    }
    if (count_digits(number) == 10) {
        return problems_text(problems, "it begins with %c and has 10 digits: behind a 1 come 10 more",
                             first_digit(number));
    }
    return problems_text(problems, "it has %d digits; a number has 3, or 10, or 11 with a 1 before them",
                         count_digits(number));
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
    if (line->call != NULL && (!can_be_dialed(line->call) || letter_like_a_digit(line->call) != '\0')) {
        struct problem *problem =
            report(problems, PHONE_NUMBER, line->call_place, "the number '%s' cannot be dialed as it is", line->call);
        problem->hint = what_is_wrong(line->call, problems);
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
