/* Forks one process for each part; all write into one pipe, a whole line at once. */
#include "main_workers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_PARTS = 64 };

static int parts_of(const struct job *job)
{
    long cores = job->parts > 0 ? job->parts : sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > MOST_PARTS ? MOST_PARTS : (int)cores;
}

static _Noreturn void work(const struct job *job, int part, int parts, const int *ends)
{
    static char line[LONGEST_ANSWER];
    close(ends[0]);
    FILE *out = fdopen(ends[1], "w");
    if (out == NULL)
        _exit(2);
    setvbuf(out, line, _IOFBF, sizeof line);
    bool done = job->work(job->context, part, parts, out);
    bool told = fclose(out) == 0;
    _exit(done && told ? 0 : 2);
}

static int start(const struct job *job, int parts, const int *ends)
{
    int started = 0;
    fflush(NULL);
    while (started < parts) {
        pid_t child = fork();
        if (child == 0)
            work(job, started, parts, ends);
        if (child < 0)
            break;
        started++;
    }
    return started;
}

static void listen_to_all(const struct job *job, int end)
{
    char *line = NULL;
    size_t room = 0;
    FILE *in = fdopen(end, "r");
    for (ssize_t length; in != NULL && (length = getline(&line, &room, in)) > 0;) {
        line[strcspn(line, "\n")] = '\0';
        job->answer(job->context, line);
    }
    free(line);
    if (in != NULL)
        fclose(in);
}

static bool all_well(int started)
{
    bool well = true;
    for (int status; started > 0; started--)
        well = wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 && well;
    return well;
}

bool workers_run(const struct job *job)
{
    int ends[2], parts = parts_of(job);
    if (pipe(ends) != 0) {
        fprintf(stderr, "iop-content: the work cannot be shared out: %s.\n", strerror(errno));
        return false;
    }
    int started = start(job, parts, ends);
    close(ends[1]);
    listen_to_all(job, ends[0]);
    bool well = all_well(started);
    if (started < parts)
        fprintf(stderr, "iop-content: only %d of %d processes could be started.\n", started, parts);
    return well && started == parts;
}
