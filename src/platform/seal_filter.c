/* The list of system calls that are left, as a seccomp filter. Names are resolved by libseccomp, so that the same
 * list serves x86-64 and arm64. */
#include "sealparts.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LEAN = SEAL_KIOSK | SEAL_GL | SEAL_VOICE, ALL = LEAN | SEAL_PICTURES, DRIVERS = SEAL_GL, SOUND = SEAL_VOICE };

/* ---- what is left ----------------------------------------------------------------------------------------- */

static const struct left {
    unsigned profiles;
    const char *names[24];
} LEFT[] = {
    /* memory */
    {ALL, {"brk", "munmap", "mremap", "madvise", "mincore"}},
    /* what is open */
    {ALL, {"read", "readv", "pread64", "lseek", "close", "write", "writev", "fstat", "poll", "ppoll", "recvmsg"}},
    {LEAN,
     {"sendmsg",     "sendto",      "recvfrom",    "shutdown", "select",         "pselect6",        "epoll_create1",
      "epoll_ctl",   "epoll_wait",  "epoll_pwait", "pipe",     "pipe2",          "eventfd2",        "dup",
      "getsockname", "getpeername", "getsockopt",  "shmdt",    "timerfd_create", "timerfd_settime", "timerfd_gettime"}},
    /* looking at files */
    {LEAN,
     {"stat", "lstat", "newfstatat", "fstatat64", "statx", "statfs", "fstatfs", "access", "faccessat", "faccessat2",
      "readlink", "readlinkat", "getdents64", "getcwd", "fadvise64", "inotify_init1", "inotify_add_watch",
      "inotify_rm_watch"}},
    /* time */
    {ALL, {"clock_gettime", "clock_getres", "gettimeofday", "time", "nanosleep", "clock_nanosleep"}},
    /* threads and signals */
    {ALL,
     {"futex", "sched_yield", "sched_getaffinity", "set_robust_list", "rseq", "gettid", "exit", "exit_group",
      "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall", "wait4", "waitid"}},
    {LEAN, {"setpriority"}}, /* the thread that reads changed files stands back */
    /* who and where am I */
    {ALL,
     {"getpid", "getppid", "getuid", "geteuid", "getgid", "getegid", "getresuid", "getresgid", "uname", "sysinfo",
      "getrandom", "getrusage"}},
    /* the process for pictures lives from its children */
    {SEAL_PICTURES, {"clone", "fork", "prlimit64"}},
    {SEAL_KIOSK | SEAL_GL, {"setitimer", "alarm"}}, /* patience with a step that does not end */
    /* drivers */
    {DRIVERS,
     {"ioctl", "fcntl", "mmap", "mprotect", "memfd_create", "ftruncate", "fallocate", "sched_setaffinity",
      "sched_getscheduler", "sched_setscheduler", "sched_getparam"}},
    /* sound: devices and servers of this machine are opened when there is something to say, and their libraries with
       them; the voice speaks in a child, and ends that to forget */
    {SOUND, {"clone", "fork", "kill"}},
    {SOUND,
     {"ioctl",
      "fcntl",
      "connect",
      "setsockopt",
      "memfd_create",
      "ftruncate",
      "shmget",
      "shmat",
      "shmctl",
      "semget",
      "semop",
      "semctl",
      "semtimedop",
      "mlock",
      "munlock",
      "sched_getscheduler",
      "sched_setscheduler",
      "sched_getparam",
      "sched_get_priority_min",
      "sched_get_priority_max",
      "setpriority",
      "getpriority"}},
};

/* ---- what is left in part ----------------------------------------------------------------------------------- */

enum {
    WRITING = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY),
    MAKING = O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY)
};
static const uint64_t WHOLE = UINT32_MAX; /* the kernel reads 32 bits of these arguments */

/* Only where (argument & mask) == value; several rows of one name add up. */
static const struct partly {
    unsigned profiles;
    const char *name;
    unsigned argument;
    uint64_t mask, value;
} PARTLY[] = {
    {LEAN, "open", 1, WRITING, O_RDONLY},
    {LEAN, "openat", 2, WRITING, O_RDONLY},
    {DRIVERS, "open", 1, MAKING, 0}, /* a graphics device is opened for reading and writing */
    {DRIVERS, "openat", 2, MAKING, 0},
    {SOUND, "open", 1, MAKING, 0}, /* a sound device likewise */
    {SOUND, "openat", 2, MAKING, 0},
    {SOUND, "socket", 0, WHOLE, AF_UNIX},
    {SOUND, "mmap", 3, MAP_ANONYMOUS, 0}, /* a library is code that lies in a file */
    {SOUND, "prctl", 0, WHOLE, PR_SET_NAME},
    {SOUND, "prctl", 0, WHOLE, PR_SET_PDEATHSIG},
    {DRIVERS, "prctl", 0, WHOLE, PR_SET_NAME}, /* their threads have names, and their memory */
    {DRIVERS, "prctl", 0, WHOLE, PR_GET_NAME},
    {DRIVERS, "prctl", 0, WHOLE, PR_SET_VMA},
    {ALL, "mmap", 2, PROT_EXEC, 0},
    {ALL, "mprotect", 2, PROT_EXEC, 0},
    {LEAN, "clone", 0, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM}, /* a thread is no process */
    {SEAL_KIOSK | SEAL_GL, "socketpair", 0, WHOLE, AF_UNIX}, /* both ends are ours: one goes to the next voice */
    {LEAN, "fcntl", 1, WHOLE, F_GETFL},
    {LEAN, "fcntl", 1, WHOLE, F_SETFL},
    {LEAN, "fcntl", 1, WHOLE, F_GETFD},
    {LEAN, "fcntl", 1, WHOLE, F_SETFD},
    {LEAN, "fcntl", 1, WHOLE, F_DUPFD_CLOEXEC},
    {LEAN, "ioctl", 1, WHOLE, TCGETS}, /* is this a terminal? */
    {LEAN, "ioctl", 1, WHOLE, FIONREAD},
    {LEAN, "prctl", 0, WHOLE, PR_GET_DUMPABLE},
    {LEAN, "prlimit64", 2, UINT64_MAX, 0}, /* limits are read, not set */
};

/* Newer calls that the C library tries before older ones: "unknown" makes it go on, "refused" would not. */
static const char *const UNKNOWN[] = {"openat2",         "clone3",         "futex_waitv",     "epoll_pwait2",
                                      "close_range",     "preadv2",        "copy_file_range", "pidfd_open",
                                      "process_madvise", "io_uring_setup", "pwritev2",        "getdents"};

/* What no program that only starts another one needs; all else is left to SEAL_STARTER. */
static const char *const STARTER_REFUSED[] = {
    "ptrace", "process_vm_readv", "process_vm_writev", "mount",     "umount2", "pivot_root", "chroot",    "kexec_load",
    "bpf",    "perf_event_open",  "init_module",       "keyctl",    "add_key", "reboot",     "swapon",    "setns",
    "mknod",  "mknodat",          "userfaultfd",       "truncate",  "unlink",  "unlinkat",   "rename",    "renameat",
    "link",   "linkat",           "symlink",           "symlinkat", "chmod",   "fchmodat",   "renameat2", "rmdir",
};

/* ---- building -------------------------------------------------------------------------------------------------- */

/* A name that this machine's kernel interface does not have (open on arm64) is no failure. */
static bool add(scmp_filter_ctx filter, uint32_t action, const char *name, const struct scmp_arg_cmp *condition)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
        return true;
    const int failed = seccomp_rule_add_array(filter, action, number, condition != NULL, condition);
    return failed == 0 || failed == -EDOM;
}

static bool add_left(scmp_filter_ctx filter, enum seal_profile profile)
{
    bool good = true;
    for (size_t i = 0; i < sizeof LEFT / sizeof *LEFT; i++)
        for (const char *const *name = LEFT[i].names; (LEFT[i].profiles & profile) != 0 && *name != NULL; name++)
            good = good && add(filter, SCMP_ACT_ALLOW, *name, NULL);
    return good;
}

static bool add_partly(scmp_filter_ctx filter, enum seal_profile profile)
{
    bool good = true;
    for (const struct partly *row = PARTLY; row < PARTLY + sizeof PARTLY / sizeof *PARTLY; row++) {
        const struct scmp_arg_cmp condition = SCMP_CMP64(row->argument, SCMP_CMP_MASKED_EQ, row->mask, row->value);
        if ((row->profiles & profile) != 0)
            good = good && add(filter, SCMP_ACT_ALLOW, row->name, &condition);
    }
    return good;
}

/* abort() and raise() signal their own process; nobody else is signalled. */
static bool add_self(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp self = SCMP_CMP64(0, SCMP_CMP_EQ, (uint64_t)getpid());
    return add(filter, SCMP_ACT_ALLOW, "kill", &self) && add(filter, SCMP_ACT_ALLOW, "tgkill", &self);
}

static bool add_all(scmp_filter_ctx filter, const char *const *names, size_t count, uint32_t action)
{
    bool good = true;
    for (size_t i = 0; i < count; i++)
        good = good && add(filter, action, names[i], NULL);
    return good;
}

static bool fill(scmp_filter_ctx filter, enum seal_profile profile)
{
    const uint32_t refuse = SCMP_ACT_ERRNO(EPERM), unknown = SCMP_ACT_ERRNO(ENOSYS);
    if (profile == SEAL_STARTER)
        return add_all(filter, STARTER_REFUSED, sizeof STARTER_REFUSED / sizeof *STARTER_REFUSED, refuse);
    return add_left(filter, profile) && add_partly(filter, profile) && add_self(filter) &&
           add_all(filter, UNKNOWN, sizeof UNKNOWN / sizeof *UNKNOWN, unknown);
}

/* machine: one of SCMP_ARCH_*. */
static bool set_machine(scmp_filter_ctx filter, uint32_t machine)
{
    if (machine == seccomp_arch_native())
        return true;
    return seccomp_arch_add(filter, machine) == 0 && seccomp_arch_remove(filter, SCMP_ARCH_NATIVE) == 0;
}

/* Whoever calls in the way of another machine than the filter's is ended. */
static bool end_strangers(scmp_filter_ctx filter)
{
    return seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
}

static scmp_filter_ctx new_filter(enum seal_profile profile, uint32_t refused)
{
    return seccomp_init(profile == SEAL_STARTER ? SCMP_ACT_ALLOW : refused);
}

static bool load(scmp_filter_ctx filter, enum seal_profile profile, const char **cause)
{
    static const char refused[] = "the kernel, or what surrounds this program, refuses seccomp";
    *cause = refused;
    if (!end_strangers(filter) || seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) != 0)
        return false;
    *cause = "the list of system calls could not be made";
    if (!fill(filter, profile))
        return false;
    *cause = refused;
    return seccomp_load(filter) == 0;
}

bool filter_close(enum seal_profile profile, const char **cause)
{
    const bool loud = profile != SEAL_STARTER && loud_listen();
    scmp_filter_ctx filter = new_filter(profile, loud ? SCMP_ACT_TRAP : SCMP_ACT_ERRNO(EPERM));
    *cause = "there is not enough memory for it";
    if (filter == NULL)
        return false;
    const bool loaded = load(filter, profile, cause);
    seccomp_release(filter);
    return loaded;
}

bool filter_export(enum seal_profile profile, uint32_t machine, int file)
{
    scmp_filter_ctx filter = new_filter(profile, SCMP_ACT_ERRNO(EPERM));
    const bool good = filter != NULL && set_machine(filter, machine) && end_strangers(filter) &&
                      fill(filter, profile) && seccomp_export_bpf(filter, file) == 0;
    if (filter != NULL)
        seccomp_release(filter);
    return good;
}
