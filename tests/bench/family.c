/* Starts a program in a session of its own and adds up what /proc tells of that session's processes. */
#include "family.h"

#include "screen.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATH_SIZE = 320, LINE_SIZE = 512 };

static const double patience_ms = 2000;

/* ---- who belongs to it ---------------------------------------------------------------------------------------- */

/* In /proc/N/stat the name may hold anything; the session is the fourth field behind it. */
static pid_t session_of(const char *process)
{
    char path[PATH_SIZE], line[LINE_SIZE];
    snprintf(path, sizeof path, "/proc/%s/stat", process);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    char *read = fgets(line, sizeof line, file);
    fclose(file);
    char *rest = read != NULL ? strrchr(line, ')') : NULL;
    int session;
    return rest != NULL && sscanf(rest + 1, " %*c %*d %*d %d", &session) == 1 ? session : -1;
}

/* Calls add for each process and returns the sum. */
static double sum(const struct family *family, double (*add)(const char *process))
{
    double total = 0;
    DIR *all = opendir("/proc");
    for (struct dirent *entry = all != NULL ? readdir(all) : NULL; entry != NULL; entry = readdir(all))
        if (atoi(entry->d_name) > 0 && session_of(entry->d_name) == family->leader)
            total += add(entry->d_name);
    if (all != NULL)
        closedir(all);
    return total;
}

/* ---- what is added up ----------------------------------------------------------------------------------------- */

static double cpu_ms_of(const char *process)
{
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(atoi(process), &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* The number behind a word at the start of a line, 0 if there is none. */
static double number_in(const char *path, const char *word)
{
    char line[LINE_SIZE];
    double number = 0;
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, word, strlen(word)) == 0)
            number = atof(line + strlen(word));
    if (file != NULL)
        fclose(file);
    return number;
}

static double pss_kib_of(const char *process)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "/proc/%s/smaps_rollup", process);
    return number_in(path, "Pss:");
}

static double own_kib_of(const char *process)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "/proc/%s/smaps_rollup", process);
    return number_in(path, "Pss_Anon:") + number_in(path, "SwapPss:");
}

static double sleeps_of(const char *process)
{
    char path[PATH_SIZE];
    double total = 0;
    snprintf(path, sizeof path, "/proc/%s/task", process);
    DIR *threads = opendir(path);
    for (struct dirent *entry = threads != NULL ? readdir(threads) : NULL; entry != NULL; entry = readdir(threads)) {
        snprintf(path, sizeof path, "/proc/%.20s/task/%.20s/status", process, entry->d_name);
        total += atoi(entry->d_name) > 0 ? number_in(path, "voluntary_ctxt_switches:") : 0;
    }
    if (threads != NULL)
        closedir(threads);
    return total;
}

double family_cpu_ms(const struct family *family)
{
    return sum(family, cpu_ms_of);
}

long family_pss_kib(const struct family *family)
{
    return (long)sum(family, pss_kib_of);
}

long family_own_kib(const struct family *family)
{
    return (long)sum(family, own_kib_of);
}

long family_sleeps(const struct family *family)
{
    return (long)sum(family, sleeps_of);
}

/* ---- life ----------------------------------------------------------------------------------------------------- */

static void become(char *const *arguments)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setsid();
    int nowhere = open("/dev/null", O_RDWR);
    for (int descriptor = 0; descriptor < 3; descriptor++)
        dup2(nowhere, descriptor);
    execvp(arguments[0], arguments);
    _exit(127);
}

bool family_start(struct family *family, char *const *arguments)
{
    family->leader = fork();
    if (family->leader == 0)
        become(arguments);
    return family->leader > 0;
}

bool family_lives(const struct family *family)
{
    return waitpid(family->leader, NULL, WNOHANG) == 0;
}

void family_stop(struct family *family)
{
    if (family_lives(family))
        kill(family->leader, SIGTERM);
    for (double until = clock_ms() + patience_ms; family_lives(family) && clock_ms() < until;)
        clock_sleep(10);
    kill(-family->leader, SIGKILL);
    waitpid(family->leader, NULL, 0);
}
