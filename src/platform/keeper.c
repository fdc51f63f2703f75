/* Forks keepers and hands them wishes over a socket. */
#include "keeper.h"

#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static struct kept {
    int line; /* 0: none */
    pid_t process;
} keepers[KEEPER_COUNT];

/* Room for a message and the descriptors that go with it. */
struct post {
    struct iovec part;
    struct msghdr header;
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(KEEPER_DESCRIPTORS * sizeof(int))];
};

static struct msghdr *address(struct post *post, void *message, size_t size)
{
    *post = (struct post){.part = {message, size}};
    post->header = (struct msghdr){
        .msg_iov = &post->part, .msg_iovlen = 1, .msg_control = post->control, .msg_controllen = sizeof post->control};
    return &post->header;
}

/* False when nobody can wish any more. A message without its descriptors is passed over. */
static bool receive(int line, void *message, int *descriptors)
{
    struct post post;
    for (;;) {
        struct msghdr *header = address(&post, message, KEEPER_MESSAGE_SIZE);
        if (recvmsg(line, header, MSG_CMSG_CLOEXEC) <= 0)
            return false;
        const struct cmsghdr *control = CMSG_FIRSTHDR(header);
        if (control != NULL && control->cmsg_type == SCM_RIGHTS &&
            control->cmsg_len == CMSG_LEN(KEEPER_DESCRIPTORS * sizeof(int))) {
            memcpy(descriptors, CMSG_DATA(control), KEEPER_DESCRIPTORS * sizeof(int));
            return true;
        }
    }
}

static void close_all(const int *descriptors)
{
    for (int i = 0; i < KEEPER_DESCRIPTORS; i++)
        close(descriptors[i]);
}

/* It ends with the kiosk, by the end of the line; signals meant for the kiosk do not end it before. */
static _Noreturn void keep(int line, keeper_job *job, enum seal_profile profile)
{
    static const char *const no_folders[] = {NULL};
    _Alignas(max_align_t) char message[KEEPER_MESSAGE_SIZE];
    int descriptors[KEEPER_DESCRIPTORS];
    signal(SIGCHLD, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    prctl(PR_SET_NAME, "iop-keeper", 0, 0, 0);
    const bool sealed = seal_close(profile, no_folders);
    if (!sealed && seal_demanded())
        _exit(1);
    while (receive(line, message, descriptors)) {
        if (fork() == 0) {
            close(line);
            job(message, descriptors);
            _exit(0);
        }
        close_all(descriptors);
    }
    _exit(0);
}

bool keeper_start(enum keeper keeper, keeper_job *job, enum seal_profile profile)
{
    int line[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, line) != 0)
        return false;
    const pid_t process = fork();
    if (process == 0) {
        close(line[0]);
        for (int i = 0; i < KEEPER_COUNT; i++)
            if (keepers[i].line > 0)
                close(keepers[i].line); /* else no other keeper would see its line end */
        keep(line[1], job, profile);
    }
    close(line[1]);
    if (process < 0)
        close(line[0]);
    else
        keepers[keeper] = (struct kept){line[0], process};
    return process > 0;
}

bool keeper_ask(enum keeper keeper, const void *message, size_t size, const int *descriptors)
{
    struct post post;
    if (keepers[keeper].line == 0 || size > KEEPER_MESSAGE_SIZE)
        return false;
    struct msghdr *header = address(&post, (void *)(uintptr_t)message, size);
    struct cmsghdr *control = CMSG_FIRSTHDR(header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(KEEPER_DESCRIPTORS * sizeof(int));
    memcpy(CMSG_DATA(control), descriptors, KEEPER_DESCRIPTORS * sizeof(int));
    return sendmsg(keepers[keeper].line, header, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)size;
}

int keeper_process(enum keeper keeper)
{
    return keepers[keeper].process;
}
