/* The report, and the two processes of the proof: one is the kiosk and is sealed, the other looks at the disk. */
#include "main_prove.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

bool prove_line(bool good, const char *what, const char *answer)
{
    printf("  [%s] %-57s %s\n", good ? "  ok  " : "FAILED", what, answer);
    return good;
}

#ifdef IOP_LEAK
bool leaks(const char *way)
{
    const char *wished = getenv("IOP_LEAK");
    return wished != NULL && strcmp(wished, way) == 0;
}
#endif

static void print_head(void)
{
    struct utsname system;
    char day[32] = "";
    const time_t now = time(NULL);
    struct tm parts;
    if (localtime_r(&now, &parts) != NULL)
        strftime(day, sizeof day, "%Y-%m-%d %H:%M", &parts);
    printf("IOP kiosk: proof that nothing of a visit is kept\n"
           "%s, %s %s on %s\n\n"
           "How: the program made two visits by itself. It filled in every check, asked for help, changed the\n"
           "language and took results along as a code. One visit ended with \"I'm done\", in the other nobody\n"
           "touched the screen any more. It was sealed as in the waiting room. Then it tried to do what a kiosk\n"
           "must never do, and it looked for traces of the visits in its memory and on the disk. Traces are looked\n"
           "for while they must be there, too: a search that finds nothing then counts as failed.\n\n",
           day, uname(&system) == 0 ? system.sysname : "", system.release, system.machine);
}

/* Nothing printed may wait in a buffer when the process is doubled. */
static bool in_process_of_its_own(const struct options *options)
{
    int status = 1;
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const bool good = prove_visit(options);
        fflush(stdout);
        _exit(good ? 0 : 1);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (child > 0 && WIFSIGNALED(status))
        prove_line(false, "the proof itself", "it crashed");
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int prove(const struct options *options)
{
    files_before(options);
    print_head();
    bool good = in_process_of_its_own(options);
    good = files_report() && good;
    printf("\n%s\n", good ? "All of this holds: nothing of a visit is kept."
                          : "NOT all of this holds. Look at the lines marked FAILED before the kiosk is used.");
    return fflush(stdout) == 0 && good ? 0 : 1;
}
