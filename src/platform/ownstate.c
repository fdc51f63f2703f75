/* Asks the kernel about this process. */
#include "ownstate.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STATUS_SIZE = 8192, FIRST_OWN = 3, DESCRIPTORS_MOST = 4096, FILTERED = 2 };

static int status_file = -1;

bool own_state_prepare(void)
{
    if (status_file >= 0)
        close(status_file);
    status_file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    return status_file >= 0;
}

/* The number behind a name in /proc/self/status, -1 if it is not there. */
static int number_of(const char *status, const char *name)
{
    const char *line = strstr(status, name);
    return line != NULL ? atoi(line + strlen(name)) : -1;
}

static void look_at_socket(int descriptor, struct own_state *state)
{
    int family = 0;
    socklen_t size = sizeof family;
    state->sockets++;
    if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) != 0 || family != AF_UNIX)
        state->elsewhere++;
}

static void look_at_open(int descriptor, struct own_state *state)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return;
    if (S_ISSOCK(status.st_mode))
        look_at_socket(descriptor, state);
    else if (S_ISREG(status.st_mode) && (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY)
        state->writable++;
}

struct own_state own_state(void)
{
    char status[STATUS_SIZE];
    struct own_state state = {0};
    struct rlimit core = {1, 1}, files = {64, 64};
    const ssize_t got = pread(status_file, status, sizeof status - 1, 0);
    if (got <= 0)
        return state;
    status[got] = '\0';
    getrlimit(RLIMIT_CORE, &core);
    getrlimit(RLIMIT_NOFILE, &files);
    state.known = true;
    state.filtered = number_of(status, "\nSeccomp:") == FILTERED;
    state.no_new_rights = number_of(status, "\nNoNewPrivs:") == 1;
    state.open_to_others = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0 || number_of(status, "\nTracerPid:") != 0;
    state.dumps = core.rlim_max != 0;
    for (int i = FIRST_OWN; i < (int)(files.rlim_cur < DESCRIPTORS_MOST ? files.rlim_cur : DESCRIPTORS_MOST); i++)
        look_at_open(i, &state);
    return state;
}
