/* The report, and the two processes of the proof: one is the kiosk and is sealed, the other looks at the disk. */
#include "main_prove.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { GONE_TURNS = 200, TURN_US = 20000 };

bool prove_line(bool good, const char *what, const char *answer)
{
    printf("  [%s] %-57s %s\n", good ? "  ok  " : "FAILED", what, answer);
    return good;
}

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
           "language, had answers and results read aloud, and took results along as a code. One visit ended with\n"
           "\"I'm done\", in the other nobody touched the screen any more. Then staff came, typed a wrong and a right\n"
           "PIN, and left. It was sealed as in the waiting room. It tried to do what a kiosk must never do, and it\n"
           "looked for traces in its memory, in that of its voice, and on the disk. Traces are looked for while\n"
           "they must be there, too: a search that finds nothing then counts as failed.\n\n",
           day, uname(&system) == 0 ? system.sysname : "", system.release, system.machine);
}

/* ---- what is seen from outside ------------------------------------------------------------------------------ */

/* The sealed process may not look at others: it asks the one that started it, over two pipes. */
static int asked[2] = {-1, -1}, told[2] = {-1, -1};

static char ends_soon(int32_t process)
{
    for (int i = 0; i < GONE_TURNS; i++) {
        if (kill(process, 0) != 0 && errno == ESRCH)
            return 1;
        usleep(TURN_US);
    }
    return 0;
}

bool process_is_gone(int32_t process)
{
    char gone = 0;
    return write(asked[1], &process, sizeof process) == (ssize_t)sizeof process && read(told[0], &gone, 1) == 1 &&
           gone == 1;
}

static void answer_until_end(void)
{
    int32_t process;
    while (read(asked[0], &process, sizeof process) == (ssize_t)sizeof process) {
        const char gone = ends_soon(process);
        if (write(told[1], &gone, 1) != 1)
            return;
    }
}

/* Nothing printed may wait in a buffer when the process is doubled. */
static bool in_process_of_its_own(const struct options *options)
{
    int status = 1;
    fflush(stdout);
    if (pipe2(asked, O_CLOEXEC) != 0 || pipe2(told, O_CLOEXEC) != 0)
        return prove_line(false, "the proof itself", "the system gives it no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(asked[0]);
        close(told[1]);
        const bool good = prove_visit(options);
        fflush(stdout);
        _exit(good ? 0 : 1);
    }
    close(asked[1]);
    close(told[0]);
    answer_until_end();
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (child > 0 && WIFSIGNALED(status))
        prove_line(false, "the proof itself", "it crashed");
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int prove(const struct options *options)
{
    setvbuf(stdout, NULL, _IONBF, 0); /* a buffer would hold words of the report, which are words of visits, too */
    files_before(options);
    print_head();
    bool good = in_process_of_its_own(options);
    good = files_report() && good;
    printf("\n%s\n", good ? "All of this holds: nothing of a visit is kept."
                          : "NOT all of this holds. Look at the lines marked FAILED before the kiosk is used.");
    return fflush(stdout) == 0 && good ? 0 : 1;
}
