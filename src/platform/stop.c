/* Turns signals into bytes in a pipe, which poll() cannot miss. */
#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t asked;
static int wake[2] = {-1, -1}; /* read end, write end */

static void on_signal(int number)
{
    (void)number;
    const int before = errno;
    asked = 1;
    const ssize_t written = write(wake[1], "", 1);
    (void)written; /* a full pipe wakes as well */
    errno = before;
}

bool stop_listen(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGTERM, &action, NULL) == 0 && sigaction(SIGINT, &action, NULL) == 0;
}

bool stop_asked(void)
{
    return asked != 0;
}

void stop_or_sleep(struct pollfd *waited, int count, int milliseconds)
{
    struct pollfd all[STOP_WAITED_MAX + 1] = {{.fd = wake[0], .events = POLLIN}};
    memcpy(all + 1, waited, (size_t)count * sizeof *waited);
    const int ready = poll(all, (nfds_t)count + 1, milliseconds);
    for (int i = 0; i < count; i++)
        waited[i].revents = ready > 0 ? all[i + 1].revents : 0;
}
