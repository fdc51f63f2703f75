/* Starts iop-voice with one end of a pair of sockets, by a keeper if there is one. */
#include "voicestart.h"

#include "keeper.h"
#include "voicewire.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const char NAME[] = "iop-voice";

/* Why a voice is started. */
enum reason { FOR_VISITORS, FOR_THE_PROOF };

struct wish {
    char reason; /* enum reason */
    char path[VOICE_PATH_SIZE];
};

static int aside = -1;

void voice_aside(int descriptor)
{
    aside = descriptor;
}

bool voice_program(char *path, size_t size)
{
    const ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length <= 0 || (size_t)length >= size - 1)
        return false;
    path[length] = '\0';
    char *name = strrchr(path, '/');
    if (name == NULL || (size_t)(name + 1 - path) + sizeof NAME > size)
        return false;
    memcpy(name + 1, NAME, sizeof NAME);
    return true;
}

/* In a process of its own: becomes the voice. descriptors: its end of the socket, and the proof's line, which is not
 * used without a proof. */
static void become_voice(const void *message, const int *descriptors)
{
    const struct wish *wish = message;
    char seal[] = "--require-seal", proof[] = "--prove";
    char number[] = {'0' + VOICE_SOCKET, '\0'}, second[] = {'0' + VOICE_ASIDE, '\0'};
    const bool proves = wish->reason == FOR_THE_PROOF;
    char *words[] = {(char[]){"iop-voice"}, (char[]){"--socket"}, number, NULL, NULL, NULL, NULL};
    int count = 3;
    if (seal_demanded())
        words[count++] = seal;
    if (proves) {
        words[count++] = proof;
        words[count++] = second;
    }
    const struct voice_report none = {VOICE_WIRE_VERSION, VOICE_BROKEN, VOICE_NO_PROGRAM, 0};
    const int line = fcntl(descriptors[0], F_DUPFD_CLOEXEC, VOICE_ASIDE + 1); /* not where the copies will be */
    const int question = fcntl(descriptors[1], F_DUPFD_CLOEXEC, VOICE_ASIDE + 1);
    if (dup2(line, VOICE_SOCKET) == VOICE_SOCKET && (!proves || dup2(question, VOICE_ASIDE) == VOICE_ASIDE))
        execv(wish->path, words);
    send(line, &none, sizeof none, MSG_DONTWAIT | MSG_NOSIGNAL);
    _exit(1);
}

bool voice_keeper_start(void)
{
    return keeper_start(KEEPER_VOICE, become_voice, SEAL_STARTER);
}

bool voice_start(const char *path, struct voice_process *process)
{
    int ends[KEEPER_DESCRIPTORS];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return false;
    const int handed[KEEPER_DESCRIPTORS] = {ends[1], aside >= 0 ? aside : ends[1]};
    struct wish wish = {.reason = aside >= 0 ? FOR_THE_PROOF : FOR_VISITORS};
    snprintf(wish.path, sizeof wish.path, "%s", path);
    bool started = keeper_ask(KEEPER_VOICE, &wish, sizeof wish, handed);
    if (!started && (process->pid = fork()) == 0)
        become_voice(&wish, handed);
    started = started || process->pid > 0;
    close(ends[1]);
    if (started)
        process->socket = ends[0];
    else
        close(ends[0]);
    return started;
}

static bool has_ended(pid_t pid)
{
    return pid <= 0 || waitpid(pid, NULL, WNOHANG) != 0;
}

void voice_end(struct voice_process *process)
{
    if (process->socket >= 0)
        close(process->socket);
    process->socket = -1;
    if (has_ended(process->leaving))
        process->leaving = 0;
    if (!has_ended(process->pid))
        process->leaving = process->pid;
    process->pid = 0;
}
