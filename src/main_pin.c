/* iop-content pin: asks for a PIN twice, without showing it, and prints the line for kiosk.yaml. */
#include "main_content.h"

#include "pin.h"
#include "wipe.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { FEWEST_DIGITS = 4, MOST_DIGITS = 12, LINE_SIZE = 64 };

static bool read_line(const char *prompt, char *line)
{
    struct termios shown, hidden;
    const bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (terminal) {
        fputs(prompt, stderr);
        hidden = shown;
        hidden.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    const bool got = fgets(line, LINE_SIZE, stdin) != NULL;
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        fputc('\n', stderr);
    }
    line[got ? strcspn(line, "\n") : 0] = '\0';
    return got;
}

static const char *fault(const char *first, const char *second)
{
    const size_t digits = strspn(first, "0123456789");
    if (first[digits] != '\0' || digits < FEWEST_DIGITS || digits > MOST_DIGITS)
        return "A PIN has 4 to 12 digits, and nothing else.";
    return strcmp(first, second) != 0 ? "The two are not the same. Please begin again." : NULL;
}

int content_pin_command(int argc, char **argv)
{
    char first[LINE_SIZE] = "", second[LINE_SIZE] = "", hash[PIN_HASH_SIZE];
    (void)argv;
    if (argc != 1)
        return content_usage_error("pin takes no argument: a PIN on the command line could be read by others.");
    setvbuf(stdin, NULL, _IONBF, 0);
    read_line("PIN of the staff screen, 4 to 12 digits: ", first);
    if (first[0] != '\0')
        read_line("The same once more: ", second);
    const char *wrong = fault(first, second);
    if (wrong == NULL && !pin_hash(first, hash, sizeof hash))
        wrong = "The system could not make a hash of it.";
    wipe(first, sizeof first);
    wipe(second, sizeof second);
    if (wrong != NULL) {
        fprintf(stderr, "iop-content: %s\n", wrong);
        return 2;
    }
    printf("staff_pin: \"%s\"\n", hash);
    return 0;
}
