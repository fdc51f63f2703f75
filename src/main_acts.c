/* The deeds: system calls as a program that was taken over would make them, without a library between. */
#include "main_acts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every deed returns 0 if it was done, else the errno of its system call. */
static int done(long result)
{
    return result >= 0 ? 0 : errno;
}

/* The same for what gives a descriptor, which is closed again. */
static int opened(int descriptor)
{
    const int error = done(descriptor);
    if (descriptor >= 0)
        close(descriptor);
    return error;
}

static int make_file(const char *folder)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/iop-proof-%d", folder, (int)getpid());
    const int error = opened(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (error == 0)
        unlink(path);
    return error;
}

static int make_in_content(const struct act_places *places)
{
    return make_file(places->content);
}

static int make_in_home(const struct act_places *places)
{
    return make_file(places->home);
}

static int make_in_temporary(const struct act_places *places)
{
    return make_file(places->temporary);
}

static int make_in_shared_memory(const struct act_places *places)
{
    (void)places;
    return make_file("/dev/shm");
}

static const char *kiosk_yaml(const struct act_places *places, char *path)
{
    snprintf(path, PATH_MAX, "%s/kiosk.yaml", places->content);
    return path;
}

static int open_for_writing(const struct act_places *places)
{
    char path[PATH_MAX];
    return opened(open(kiosk_yaml(places, path), O_RDWR | O_CLOEXEC));
}

static int shorten(const struct act_places *places)
{
    char path[PATH_MAX];
    struct stat status;
    if (stat(kiosk_yaml(places, path), &status) != 0)
        return errno;
    return done(truncate(path, status.st_size));
}

static int rename_file(const struct act_places *places)
{
    char path[PATH_MAX];
    kiosk_yaml(places, path);
    return done(rename(path, path));
}

static int change_rights(const struct act_places *places)
{
    char path[PATH_MAX];
    struct stat status;
    if (stat(kiosk_yaml(places, path), &status) != 0)
        return errno;
    return done(chmod(path, status.st_mode & 07777));
}

static int make_folder(const struct act_places *places)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/iop-proof-folder-%d", places->temporary, (int)getpid());
    const int error = done(mkdir(path, 0700));
    if (error == 0)
        rmdir(path);
    return error;
}

/* There is no such file: whoever may delete hears that. */
static int delete_file(const struct act_places *places)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/iop-proof-nothing-%d", places->temporary, (int)getpid());
    const int error = done(unlink(path));
    return error == ENOENT ? 0 : error;
}

static int make_memory_file(const struct act_places *places)
{
    (void)places;
    return opened(memfd_create("iop-proof", MFD_CLOEXEC));
}

static int share_memory(const struct act_places *places)
{
    (void)places;
    const int shared = shmget(IPC_PRIVATE, 1, IPC_CREAT | 0600);
    const int error = done(shared);
    if (shared >= 0)
        shmctl(shared, IPC_RMID, NULL);
    return error;
}

static int read_strangers_file(const struct act_places *places)
{
    (void)places;
    return opened(open("/etc/passwd", O_RDONLY | O_CLOEXEC));
}

static int read_other_programs(const struct act_places *places)
{
    (void)places;
    return opened(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

static int open_socket(int family, int type)
{
    return opened(socket(family, type | SOCK_CLOEXEC, 0));
}

static int speak_internet(const struct act_places *places)
{
    (void)places;
    return open_socket(AF_INET, SOCK_STREAM);
}

static int speak_internet6(const struct act_places *places)
{
    (void)places;
    return open_socket(AF_INET6, SOCK_DGRAM);
}

static int speak_locally(const struct act_places *places)
{
    (void)places;
    return open_socket(AF_UNIX, SOCK_STREAM);
}

/* No socket has the number -1: whoever may connect hears that. */
static int connect_anywhere(const struct act_places *places)
{
    (void)places;
    const struct sockaddr nowhere = {.sa_family = AF_UNSPEC};
    const int error = done(connect(-1, &nowhere, sizeof nowhere));
    return error == EBADF ? 0 : error;
}

static int wait_for_calls(const struct act_places *places)
{
    (void)places;
    const int error = done(listen(-1, 1));
    return error == EBADF ? 0 : error;
}

/* If this succeeds, the program is gone, and what replaced it says that something failed. */
static int start_program(const struct act_places *places)
{
    (void)places;
    char *const words[] = {(char[]){"false"}, NULL}, *const nothing[] = {NULL};
    return done(execve("/bin/false", words, nothing));
}

static int make_process(const struct act_places *places)
{
    (void)places;
    const pid_t child = fork();
    const int error = done(child);
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, NULL, 0);
    return error;
}

static int debug(const struct act_places *places)
{
    (void)places;
    const int error = done(ptrace(PTRACE_PEEKUSER, getpid(), NULL, NULL));
    return error == ESRCH || error == EIO ? 0 : error;
}

static int read_foreign_memory(const struct act_places *places)
{
    (void)places;
    char from = 'x', to = ' ';
    const struct iovec local = {&to, 1}, remote = {&from, 1};
    return done(process_vm_readv(getpid(), &local, 1, &remote, 1, 0));
}

static int signal_others(const struct act_places *places)
{
    (void)places;
    return done(kill(getppid(), 0));
}

static int run_new_code(const struct act_places *places)
{
    (void)places;
    const size_t page = 4096;
    void *memory = mmap(NULL, page, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return errno;
    munmap(memory, page);
    return 0;
}

static int make_code_of_data(const struct act_places *places)
{
    (void)places;
    const size_t page = 4096;
    void *memory = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return 0;
    const int error = done(mprotect(memory, page, PROT_READ | PROT_EXEC));
    munmap(memory, page);
    return error;
}

static int let_others_look(const struct act_places *places)
{
    (void)places;
    const int before = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
    const int error = done(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
    if (error == 0 && before == 0)
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return error;
}

static int allow_dumps(const struct act_places *places)
{
    (void)places;
    struct rlimit core;
    if (getrlimit(RLIMIT_CORE, &core) != 0)
        return errno;
    return done(setrlimit(RLIMIT_CORE, &core));
}

static const struct act ACTS[] = {
    {"make a file in the content folder", make_in_content, false, NULL},
    {"make a file in the home folder", make_in_home, false, NULL},
    {"make a temporary file", make_in_temporary, false, NULL},
    {"make a file in shared memory", make_in_shared_memory, false, NULL},
    {"make a file that has no name", make_memory_file, false, "in memory only, for sound; it is gone with the process"},
    {"open a file of the content for writing", open_for_writing, false, NULL},
    {"shorten a file", shorten, false, NULL},
    {"rename a file", rename_file, false, NULL},
    {"delete a file", delete_file, false, NULL},
    {"change who may read a file", change_rights, false, NULL},
    {"make a folder", make_folder, false, NULL},
    {"share memory with another program", share_memory, false, "how a sound server of this machine takes sound"},
    {"read a file that is none of its business", read_strangers_file, true,
     "it can read, but neither write files nor send anything beyond this machine"},
    {"look at other programs", read_other_programs, true, "which ones run; never what is in their memory"},
    {"open a connection to the Internet", speak_internet, false, NULL},
    {"open a connection to the Internet (IPv6)", speak_internet6, false, NULL},
    {"open a connection to another program", speak_locally, false,
     "to a sound server of this machine; the Internet is refused"},
    {"connect to anything", connect_anywhere, false, "to programs of this machine only; the Internet is refused"},
    {"wait for calls from outside", wait_for_calls, false, NULL},
    {"start another program", start_program, false, NULL},
    {"make a second process", make_process, false, "a new one speaks in each visit, and ends with it"},
    {"control another program (debugger)", debug, false, NULL},
    {"read another program's memory", read_foreign_memory, false, NULL},
    {"send signals to another program", signal_others, false, "so the process that spoke is ended"},
    {"run code that was not there at start", run_new_code, false, NULL},
    {"turn data into code", make_code_of_data, false, NULL},
    {"let other programs look into its memory", let_others_look, false, NULL},
    {"have its memory written to disk after a crash", allow_dumps, false, NULL},
};

static int answered;

const struct act *acts(size_t *count)
{
    *count = sizeof ACTS / sizeof *ACTS;
    return ACTS;
}

int act_try(const struct act *act, const struct act_places *places)
{
    answered = act->try(places);
    return act_judge(answered);
}

int act_error(void)
{
    return answered;
}

int act_judge(int error)
{
    if (error == EPERM || error == EACCES || error == ENOSYS)
        return 0;
    return error == 0 ? -1 : error;
}

const char *act_answer(void)
{
    return answered == 0 ? "it was done" : strerror(answered);
}
