/* What the kernel says of this process, and what it answers when the process misbehaves. */
#include "main_prove.h"

#include "main_acts.h"
#include "seal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STATUS_SIZE = 8192, FIRST_OWN = 3, KEEPERS_MOST = 2 };

static int status_file = -1;

bool kernel_prepare(void)
{
    status_file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    return status_file >= 0;
}

/* ---- state ---------------------------------------------------------------------------------------------------- */

/* The number behind a name in /proc/self/status, -1 if it is not there. */
static int status_number(const char *name)
{
    char text[STATUS_SIZE];
    const ssize_t got = pread(status_file, text, sizeof text - 1, 0);
    text[got > 0 ? got : 0] = '\0';
    const char *line = strstr(text, name);
    return line != NULL ? atoi(line + strlen(name)) : -1;
}

static bool report_state(void)
{
    struct rlimit core = {1, 1};
    getrlimit(RLIMIT_CORE, &core);
    const bool filtered = status_number("\nSeccomp:") == 2 && seal_state()->filter;
    bool good = prove_line(filtered, "a filter checks every request to the kernel (seccomp)", filtered ? "on" : "off");
    good = prove_line(status_number("\nNoNewPrivs:") == 1, "the program can never gain more rights",
                      status_number("\nNoNewPrivs:") == 1 ? "so it is" : "it could") &&
           good;
    const bool closed = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && status_number("\nTracerPid:") == 0;
    good =
        prove_line(closed, "other programs of the same user may look into its memory", closed ? "no" : "yes") && good;
    return prove_line(core.rlim_max == 0, "a crash writes its memory to the disk",
                      core.rlim_max == 0 ? "never" : "yes") &&
           good;
}

/* ---- what is open ------------------------------------------------------------------------------------------------ */

struct held {
    int sockets, internet, writable, others;
};

static void look_at_socket(int descriptor, struct held *held)
{
    int family = 0;
    socklen_t size = sizeof family;
    held->sockets++;
    if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) != 0 || family != AF_UNIX)
        held->internet++;
}

static void look_at_open(int descriptor, struct held *held)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return;
    if (S_ISSOCK(status.st_mode))
        look_at_socket(descriptor, held);
    else if (S_ISREG(status.st_mode) && (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY)
        held->writable++;
    else
        held->others++;
}

/* 0, 1 and 2 are where it was started from, and this report. */
static bool report_open(void)
{
    char answer[120];
    struct held held = {0};
    struct rlimit most = {64, 64};
    getrlimit(RLIMIT_NOFILE, &most);
    for (int descriptor = FIRST_OWN; descriptor < (int)(most.rlim_cur < 4096 ? most.rlim_cur : 4096); descriptor++)
        look_at_open(descriptor, &held);
    snprintf(answer, sizeof answer, "%d", held.writable);
    bool good = prove_line(held.writable == 0, "files open for writing", answer);
    snprintf(answer, sizeof answer, "%d", held.internet);
    good = prove_line(held.internet == 0, "connections beyond this machine", answer) && good;
    snprintf(answer, sizeof answer, "%d", held.sockets);
    return prove_line(held.sockets <= KEEPERS_MOST, "lines to its own helper processes", answer) && good;
}

/* ---- deeds ---------------------------------------------------------------------------------------------------------
 */

static bool report_act(const struct act *act, const struct act_places *places)
{
    char answer[120];
    const int result = act_try(act, places);
    snprintf(answer, sizeof answer, "%s: %s",
             result == 0  ? "refused"
             : result < 0 ? "POSSIBLE"
                          : "not refused",
             act_answer());
    return prove_line(result == 0, act->words, answer);
}

static bool report_acts(const struct options *options)
{
    const struct act_places places = {options->content, files_home(), files_temporary()};
    size_t count;
    bool good = true;
    const struct act *all = acts(&count);
    printf("\nWhat it tried to do, and what the kernel answered\n");
    if (!seal_state()->filter)
        return prove_line(false, "nothing was tried", "without the seal it would have been done");
    for (const struct act *act = all; act < all + count; act++)
        good = report_act(act, &places) && good;
    return good;
}

bool kernel_report(const struct options *options)
{
    const bool state = report_state(), open = report_open();
    return report_acts(options) && state && open;
}
