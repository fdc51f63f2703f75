/* Sets the alarm clock of the process, and stops it. */
#include "patience.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static unsigned seconds; /* 0: not open */

void patience_open(int longest_s)
{
    sigset_t alarm_only;
    sigemptyset(&alarm_only);
    sigaddset(&alarm_only, SIGALRM);
    signal(SIGALRM, SIG_DFL); /* whoever started this may have ignored or held it */
    sigprocmask(SIG_UNBLOCK, &alarm_only, NULL);
    seconds = (unsigned)longest_s;
    patience_step();
}

void patience_step(void)
{
    if (seconds > 0)
        alarm(seconds);
}

void patience_rest(void)
{
    if (seconds > 0)
        alarm(0);
}
