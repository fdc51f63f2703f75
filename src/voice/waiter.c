/* Forks a speaker for each visit and waits for its end. */
#include "waiter.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct speaker {
    pid_t pid;
    int life; /* is closed when the speaker ends */
};

enum { LIFE, KIOSK, QUESTION, WATCHED };

static _Noreturn void be_speaker(struct voice_start start, struct synth *synth, const struct voice_world *world,
                                 pid_t waiter)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != waiter)
        _exit(VOICE_END_KIOSK); /* it ended in between */
    _exit((int)voice_run(start, synth, world));
}

static bool fork_speaker(struct speaker *speaker, struct voice_start start, struct synth *synth,
                         const struct voice_world *world)
{
    const pid_t waiter = getpid();
    int life[2];
    if (pipe2(life, O_CLOEXEC) != 0)
        return false;
    speaker->pid = fork();
    if (speaker->pid == 0) {
        close(life[0]);
        be_speaker(start, synth, world, waiter);
    }
    close(life[1]);
    speaker->life = life[0];
    return speaker->pid > 0;
}

/* Until the speaker ends, or the kiosk: true if it was the speaker. */
static bool speaker_ends(const struct speaker *speaker, int socket, const struct voice_world *world)
{
    struct pollfd watched[WATCHED] = {{.fd = speaker->life, .events = POLLIN},
                                      {.fd = socket, .events = POLLRDHUP},
                                      {.fd = world->answer != NULL ? world->asked_at : -1, .events = POLLIN}};
    for (;;) {
        if (poll(watched, WATCHED, -1) < 0)
            continue;
        if (watched[LIFE].revents != 0 || watched[KIOSK].revents != 0)
            return watched[LIFE].revents != 0;
        world->answer(world->context);
    }
}

/* How the speaker ended; -1 after a crash. If the kiosk is gone, a speaker that is stuck is ended. */
static int speaker_end(struct speaker *speaker, int socket, const struct voice_world *world)
{
    const bool by_itself = speaker_ends(speaker, socket, world);
    int status = 0;
    if (!by_itself)
        kill(speaker->pid, SIGKILL);
    close(speaker->life);
    if (waitpid(speaker->pid, &status, 0) < 0)
        return VOICE_END_KIOSK;
    if (!by_itself)
        return VOICE_END_KIOSK;
    const int end = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return end >= VOICE_END_FORGET && end <= VOICE_END_KIOSK ? end : -1;
}

void waiter_run(int socket, struct synth *synth, const struct voice_world *world)
{
    struct voice_start start = {.socket = socket, .try_sound = true};
    struct speaker speaker;
    for (int crashes = 0; crashes < WAITER_CRASHES_MAX;) {
        if (!fork_speaker(&speaker, start, synth, world))
            return;
        const int end = speaker_end(&speaker, socket, world);
        if (end == VOICE_END_KIOSK)
            return;
        crashes = end < 0 ? crashes + 1 : 0;
        start.lost = end < 0;
        start.try_sound = end == VOICE_END_MUTE || (end < 0 && start.try_sound);
    }
}
