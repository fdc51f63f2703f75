/* What every filter of the seal answers to system calls, on this machine and on arm64: the filters are written out as
 * the kernel would load them, and a machine of the tests' own asks them. */
#include "bpf.h"
#include "sealparts.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cmocka.h>

enum { STEPS_MAX = 4096, PROFILES = 4, MACHINES = 2, FILTERS = PROFILES * MACHINES, ARGUMENTS = 4 };

static const enum seal_profile OF_PROFILE[PROFILES] = {SEAL_KIOSK, SEAL_GL, SEAL_PICTURES, SEAL_VOICE};
static const char *const NAMES[PROFILES] = {"the kiosk", "the kiosk on gl", "the helper for pictures", "the voice"};

static const struct machine {
    const char *name;
    uint32_t seccomp, audit; /* as libseccomp and as the kernel number it */
} MACHINE[MACHINES] = {
    {"x86-64", SCMP_ARCH_X86_64, 0xC000003E},
    {"arm64", SCMP_ARCH_AARCH64, 0xC00000B7},
};

static struct filter {
    struct sock_filter steps[STEPS_MAX];
    size_t count;
} filters[MACHINES][PROFILES], starter[MACHINES];

/* ---- calls -------------------------------------------------------------------------------------------------- */

enum { NEW_FILE = O_WRONLY | O_CREAT, PIPES = 1 << 20 };
#define SELF   0xFFFFFFFFFFFFFFF0u /* stands for the number of this process */
#define OTHERS 1

/* Answers in the order of OF_PROFILE: y allowed, n refused (EPERM), u unknown (ENOSYS). What a machine does not have is
 * not asked there. */
static const struct row {
    const char *answers, *call;
    uint64_t arguments[ARGUMENTS];
} ROWS[] = {
    /* opening files */
    {"yyny", "openat", {0, 0, O_RDONLY | O_CLOEXEC}},
    {"yyny", "openat", {0, 0, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_NOFOLLOW}},
    {"nyny", "openat", {0, 0, O_WRONLY}}, /* devices; what else there is, Landlock refuses */
    {"nyny", "openat", {0, 0, O_RDWR}},
    {"nnnn", "openat", {0, 0, O_WRONLY | O_CREAT, 0600}},
    {"nnnn", "openat", {0, 0, O_RDONLY | O_CREAT, 0600}},
    {"nnnn", "openat", {0, 0, O_RDWR | O_TRUNC}},
    {"nnnn", "openat", {0, 0, O_RDONLY | O_TRUNC}},
    {"nyny", "openat", {0, 0, O_WRONLY | O_APPEND}},
    {"nnnn", "openat", {0, 0, O_TMPFILE | O_RDWR, 0600}},
    {"yyny", "open", {0, O_RDONLY}},
    {"nyny", "open", {0, O_RDWR}},
    {"nnnn", "open", {0, O_WRONLY | O_CREAT, 0600}},
    {"nnnn", "open", {0, O_RDONLY | O_TRUNC}},
    {"nnnn", "open", {0, O_TMPFILE | O_WRONLY}},
    {"uuuu", "openat2", {0, 0, 0, 24}},
    {"nnnn", "creat", {0, 0600}},
    {"nnnn", "open_by_handle_at", {0}},
    {"nnnn", "name_to_handle_at", {0}},
    /* changing files */
    {"nnnn", "truncate", {0}},
    {"nyny", "ftruncate", {0}}, /* memory that is shared with a driver or a sound server */
    {"nynn", "fallocate", {0}},
    {"nnnn", "unlink", {0}},
    {"nnnn", "unlinkat", {0}},
    {"nnnn", "rename", {0}},
    {"nnnn", "renameat", {0}},
    {"nnnn", "renameat2", {0}},
    {"nnnn", "link", {0}},
    {"nnnn", "linkat", {0}},
    {"nnnn", "symlink", {0}},
    {"nnnn", "symlinkat", {0}},
    {"nnnn", "mkdir", {0}},
    {"nnnn", "mkdirat", {0}},
    {"nnnn", "rmdir", {0}},
    {"nnnn", "mknod", {0}},
    {"nnnn", "mknodat", {0}},
    {"nnnn", "chmod", {0}},
    {"nnnn", "fchmod", {0}},
    {"nnnn", "fchmodat", {0}},
    {"nnnn", "chown", {0}},
    {"nnnn", "fchown", {0}},
    {"nnnn", "fchownat", {0}},
    {"nnnn", "utimensat", {0}},
    {"nnnn", "setxattr", {0}},
    {"nnnn", "fsetxattr", {0}},
    {"nnnn", "mount", {0}},
    {"nnnn", "umount2", {0}},
    {"nnnn", "chroot", {0}},
    {"nnnn", "pivot_root", {0}},
    {"nnnn", "fsopen", {0}},
    {"nnnn", "move_mount", {0}},
    {"nnnn", "open_tree", {0}},
    {"nnnn", "sendfile", {0}},
    {"nnnn", "splice", {0}},
    {"nnnn", "vmsplice", {0}},
    {"nnnn", "tee", {0}},
    {"uuuu", "copy_file_range", {0}},
    {"nnnn", "pwrite64", {0}},
    {"uuuu", "pwritev2", {0}},
    {"uuuu", "io_uring_setup", {0}},
    {"nnnn", "io_uring_enter", {0}},
    {"nnnn", "io_setup", {0}},
    {"nnnn", "io_submit", {0}},
    /* connections */
    {"nnny", "socket", {AF_UNIX, SOCK_STREAM}},
    {"nnnn", "socket", {AF_INET, SOCK_STREAM}},
    {"nnnn", "socket", {AF_INET6, SOCK_DGRAM}},
    {"nnnn", "socket", {AF_NETLINK, SOCK_RAW}},
    {"nnnn", "socket", {AF_PACKET, SOCK_RAW}},
    {"nnny", "connect", {3}},
    {"nnnn", "bind", {3}},
    {"nnnn", "listen", {3}},
    {"nnnn", "accept", {3}},
    {"nnnn", "accept4", {3}},
    {"yynn", "socketpair", {AF_UNIX, SOCK_SEQPACKET}},
    {"nnnn", "socketpair", {AF_INET, SOCK_STREAM}},
    {"nnny", "setsockopt", {3}},
    /* programs and processes */
    {"nnnn", "execve", {0}},
    {"nnnn", "execveat", {0}},
    {"nnyy", "fork", {0}},
    {"nnnn", "vfork", {0}},
    {"uuuu", "clone3", {0}},
    {"nnyy", "clone", {SIGCHLD}},
    {"nnyy", "clone", {CLONE_VM | CLONE_VFORK | SIGCHLD}},
    {"yyyy", "clone", {CLONE_VM | CLONE_THREAD | CLONE_SIGHAND | CLONE_FS | CLONE_FILES}},
    {"nnnn", "unshare", {CLONE_NEWUSER}},
    {"nnnn", "setns", {0}},
    {"nnnn", "ptrace", {0}},
    {"nnnn", "process_vm_readv", {0}},
    {"nnnn", "process_vm_writev", {0}},
    {"nnnn", "kcmp", {0}},
    {"uuuu", "pidfd_open", {0}},
    {"nnnn", "pidfd_getfd", {0}},
    {"nnnn", "pidfd_send_signal", {0}},
    {"uuuu", "process_madvise", {0}},
    {"nnny", "kill", {OTHERS, SIGTERM}},
    {"yyyy", "kill", {SELF, SIGABRT}},
    {"nnnn", "tgkill", {OTHERS, OTHERS, SIGTERM}},
    {"yyyy", "tgkill", {SELF, SELF, SIGABRT}},
    {"nnnn", "tkill", {OTHERS, SIGTERM}},
    {"nnnn", "rt_sigqueueinfo", {OTHERS, SIGTERM}},
    {"nnnn", "setuid", {0}},
    {"nnnn", "setresuid", {0}},
    {"nnnn", "setgid", {0}},
    {"nnnn", "setgroups", {0}},
    {"nnnn", "capset", {0}},
    {"nnnn", "setsid", {0}},
    {"nnnn", "reboot", {0}},
    {"nnnn", "bpf", {0}},
    {"nnnn", "perf_event_open", {0}},
    {"nnnn", "userfaultfd", {0}},
    {"nnnn", "keyctl", {0}},
    {"nnnn", "add_key", {0}},
    {"nnnn", "init_module", {0}},
    {"nnnn", "kexec_load", {0}},
    {"nnnn", "syslog", {0}},
    {"nnnn", "mq_open", {0}},
    {"nnnn", "msgget", {0}},
    /* memory */
    {"yyyy", "mmap", {0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS}},
    {"yyyy", "mmap", {0, 4096, PROT_READ, MAP_PRIVATE}},
    {"nynn", "mmap", {0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS}},
    {"nyny", "mmap", {0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE}}, /* libraries of sound */
    {"yyyy", "mprotect", {0, 4096, PROT_READ}},
    {"nynn", "mprotect", {0, 4096, PROT_READ | PROT_EXEC}},
    {"nnnn", "pkey_mprotect", {0, 4096, PROT_READ | PROT_EXEC}},
    {"nyny", "memfd_create", {0}},
    {"nnnn", "memfd_secret", {0}},
    {"nnny", "shmget", {0}},
    {"nnny", "shmat", {0}},
    {"yyny", "shmdt", {0}},
    /* what the process is */
    {"nnnn", "prctl", {PR_SET_DUMPABLE, 1}},
    {"yyny", "prctl", {PR_GET_DUMPABLE}},
    {"nyny", "prctl", {PR_SET_NAME}},
    {"nnnn", "prctl", {PR_SET_PTRACER, OTHERS}},
    {"nnnn", "seccomp", {0}},
    {"yyyy", "prlimit64", {0, 7, 0}},
    {"nnyn", "prlimit64", {0, 4, PIPES}},
    {"nnnn", "setrlimit", {4}},
    {"nnnn", "personality", {0}},
    {"nnnn", "settimeofday", {0}},
    {"nnnn", "clock_settime", {0}},
    /* what is open */
    {"yyyy", "read", {3}},
    {"yyyy", "write", {3}},
    {"yyyy", "recvmsg", {3}},
    {"yyny", "sendmsg", {3}},
    {"yyyy", "ppoll", {0}},
    {"yyyy", "poll", {0}},
    {"yyny", "fcntl", {3, F_GETFL}},
    {"nyny", "fcntl", {3, F_SETOWN}},
    {"nyny", "fcntl", {3, 1024}},
    {"yyny", "ioctl", {3, TCGETS}},
    {"nyny", "ioctl", {3, TIOCSTI}},
    {"nnnn", "dup2", {3, 4}},
    {"nnnn", "dup3", {3, 4}},
    /* life */
    {"yyyy", "futex", {0}},
    {"yyyy", "exit_group", {0}},
    {"yyyy", "rt_sigreturn", {0}},
    {"yyyy", "clock_gettime", {0}},
    {"yyyy", "getrandom", {0}},
    {"yyny", "newfstatat", {0}},
    {"yyny", "inotify_add_watch", {0}},
    {"yynn", "setitimer", {0}},
    {"nnnn", "a_call_that_does_not_exist", {0}},
};

/* ---- asking --------------------------------------------------------------------------------------------------- */

static bool write_out(struct filter *filter, enum seal_profile profile, uint32_t machine)
{
    FILE *file = tmpfile();
    if (file == NULL || !filter_export(profile, machine, fileno(file)))
        return false;
    rewind(file);
    filter->count = fread(filter->steps, sizeof *filter->steps, STEPS_MAX, file);
    fclose(file);
    return filter->count > 0 && filter->count < STEPS_MAX;
}

static int writes_them_out(void **state)
{
    (void)state;
    bool good = true;
    for (int machine = 0; machine < MACHINES; machine++) {
        for (int profile = 0; profile < PROFILES; profile++)
            good = good && write_out(&filters[machine][profile], OF_PROFILE[profile], MACHINE[machine].seccomp);
        good = good && write_out(&starter[machine], SEAL_STARTER, MACHINE[machine].seccomp);
    }
    return good ? 0 : -1;
}

static uint32_t asked(const struct filter *filter, const struct seccomp_data *call)
{
    uint32_t answer = 0;
    assert_true(bpf_run(filter->steps, filter->count, call, &answer));
    return answer;
}

static char letter_of(uint32_t answer)
{
    return answer == SECCOMP_RET_ALLOW              ? 'y'
           : answer == (SECCOMP_RET_ERRNO | EPERM)  ? 'n'
           : answer == (SECCOMP_RET_ERRNO | ENOSYS) ? 'u'
           : answer == SECCOMP_RET_KILL_PROCESS     ? 'k'
                                                    : '?';
}

static struct seccomp_data call_of(const struct row *row, const struct machine *machine)
{
    struct seccomp_data call = {.nr = seccomp_syscall_resolve_name_arch(machine->seccomp, row->call),
                                .arch = machine->audit,
                                .instruction_pointer = 0x7F0000000000u};
    for (int i = 0; i < ARGUMENTS; i++)
        call.args[i] = row->arguments[i] == SELF ? (unsigned)getpid() : row->arguments[i];
    return call;
}

static int wrong_in(const struct row *row, int machine)
{
    int wrong = 0;
    const struct seccomp_data call = call_of(row, &MACHINE[machine]);
    for (int profile = 0; profile < PROFILES && call.nr >= 0; profile++) {
        const char answer = letter_of(asked(&filters[machine][profile], &call));
        if (answer == row->answers[profile])
            continue;
        print_error("%s, %s: %s (%#llx, %#llx, %#llx, %#llx) is answered %c, expected %c\n", MACHINE[machine].name,
                    NAMES[profile], row->call, (unsigned long long)call.args[0], (unsigned long long)call.args[1],
                    (unsigned long long)call.args[2], (unsigned long long)call.args[3], answer, row->answers[profile]);
        wrong++;
    }
    return wrong;
}

/* ---- stories -------------------------------------------------------------------------------------------------- */

static void every_call_is_answered_as_the_table_says(int machine)
{
    int wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        wrong += wrong_in(&ROWS[i], machine);
    assert_int_equal(wrong, 0);
}

static void on_x86_64_every_call_is_answered_as_the_table_says(void **state)
{
    (void)state;
    every_call_is_answered_as_the_table_says(0);
}

static void on_arm64_every_call_is_answered_as_the_table_says(void **state)
{
    (void)state;
    every_call_is_answered_as_the_table_says(1);
}

/* A name that is spelled wrong would be asked nowhere. */
static void every_call_of_the_table_exists_somewhere(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < sizeof ROWS / sizeof *ROWS; i++) {
        bool exists = false;
        for (int machine = 0; machine < MACHINES; machine++)
            exists = exists || seccomp_syscall_resolve_name_arch(MACHINE[machine].seccomp, ROWS[i].call) >= 0;
        if (!exists)
            fail_msg("there is no system call %s", ROWS[i].call);
    }
}

/* What the table does not name: of all numbers only so many are allowed whatever their arguments. */
static int allowed_without_looking(const struct filter *filter, uint32_t audit)
{
    enum { CALLS = 1024 };
    int allowed = 0;
    for (int number = 0; number < CALLS; number++) {
        struct seccomp_data call = {.nr = number, .arch = audit};
        memset(call.args, 0x5A, sizeof call.args);
        allowed += asked(filter, &call) == SECCOMP_RET_ALLOW;
    }
    return allowed;
}

/* A call that is added to the seal is added here, and to the table above. */
static void what_is_left_is_what_was_counted(void **state)
{
    (void)state;
    static const int counted[MACHINES][PROFILES] = {{92, 101, 54, 114}, {82, 91, 51, 104}};
    int wrong = 0;
    for (int machine = 0; machine < MACHINES; machine++)
        for (int profile = 0; profile < PROFILES; profile++) {
            const int left = allowed_without_looking(&filters[machine][profile], MACHINE[machine].audit);
            if (left == counted[machine][profile])
                continue;
            print_error("%s, %s: %d calls are left whatever their arguments, %d were counted\n", MACHINE[machine].name,
                        NAMES[profile], left, counted[machine][profile]);
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

static void the_call_of_another_machine_is_the_end(void **state)
{
    (void)state;
    const uint32_t i386 = 0x40000003, arm = 0x40000028;
    for (int machine = 0; machine < MACHINES; machine++)
        for (int profile = 0; profile < PROFILES; profile++) {
            const struct filter *filter = &filters[machine][profile];
            struct seccomp_data call = {.nr = 1, .arch = i386};
            assert_int_equal(letter_of(asked(filter, &call)), 'k');
            call.arch = arm;
            assert_int_equal(letter_of(asked(filter, &call)), 'k');
            call.arch = MACHINE[1 - machine].audit;
            assert_int_equal(letter_of(asked(filter, &call)), 'k');
        }
}

/* The same processor in another way of calling: numbers with a bit of their own. */
static void calls_in_the_way_of_x32_are_the_end(void **state)
{
    (void)state;
    const int x32 = 0x40000000;
    for (int profile = 0; profile < PROFILES; profile++)
        for (int number = 0; number < 600; number++) {
            const struct seccomp_data call = {.nr = x32 + number, .arch = MACHINE[0].audit};
            assert_int_equal(letter_of(asked(&filters[0][profile], &call)), 'k');
        }
}

/* The voice's program must start; what reaches beyond it is refused. */
static void the_helper_that_starts_the_voice_can_do_little_harm(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"n", "ptrace", {0}},
        {"n", "process_vm_readv", {0}},
        {"n", "process_vm_writev", {0}},
        {"n", "mount", {0}},
        {"n", "unlinkat", {0}},
        {"n", "unlink", {0}},
        {"n", "truncate", {0}},
        {"n", "renameat2", {0}},
        {"n", "rename", {0}},
        {"n", "chmod", {0}},
        {"n", "fchmodat", {0}},
        {"n", "linkat", {0}},
        {"n", "mknodat", {0}},
        {"n", "bpf", {0}},
        {"n", "setns", {0}},
        {"n", "init_module", {0}},
        {"n", "reboot", {0}},
        {"y", "execve", {0}},
        {"y", "mmap", {0, 0, PROT_EXEC}},
    };
    for (int machine = 0; machine < MACHINES; machine++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const struct seccomp_data call = call_of(&rows[i], &MACHINE[machine]);
            if (call.nr >= 0 && letter_of(asked(&starter[machine], &call)) != rows[i].answers[0])
                fail_msg("%s: %s is not answered %c", MACHINE[machine].name, rows[i].call, rows[i].answers[0]);
        }
}

/* ---- the machine that asks --------------------------------------------------------------------------------------- */

static uint32_t ran(const struct sock_filter *program, size_t count, const struct seccomp_data *call)
{
    uint32_t answer = 0;
    return bpf_run(program, count, call, &answer) ? answer : 0xDEAD;
}

static void the_machine_loads_compares_and_calculates(void **state)
{
    (void)state;
    const struct seccomp_data call = {.nr = 7, .args = {0x1234567800000005u}};
    const unsigned low = offsetof(struct seccomp_data, args), high = low + 4;
    const struct sock_filter bits[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, low), BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 4),
                                       BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 4, 0, 1), BPF_STMT(BPF_RET | BPF_K, 11),
                                       BPF_STMT(BPF_RET | BPF_K, 12)};
    const struct sock_filter halves[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, high),
                                         BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, 0x12345678, 2, 0),
                                         BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x12345678, 0, 1),
                                         BPF_STMT(BPF_RET | BPF_K, 21), BPF_STMT(BPF_RET | BPF_K, 22)};
    const struct sock_filter kept[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),  BPF_STMT(BPF_ST, 3),
        BPF_STMT(BPF_LD | BPF_IMM, 1),          BPF_STMT(BPF_LDX | BPF_MEM, 3),
        BPF_STMT(BPF_ALU | BPF_ADD | BPF_X, 0), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 8, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, 31),          BPF_STMT(BPF_RET | BPF_A, 0)};
    assert_int_equal(ran(bits, 5, &call), 11);
    assert_int_equal(ran(halves, 5, &call), 21);
    assert_int_equal(ran(kept, 8, &call), 8);
}

static void the_machine_takes_no_program_that_the_kernel_would_not(void **state)
{
    (void)state;
    const struct seccomp_data call = {.nr = 7};
    const struct sock_filter endless[] = {BPF_STMT(BPF_LD | BPF_IMM, 1)};
    const struct sock_filter beyond[] = {BPF_JUMP(BPF_JMP | BPF_JA, 9, 0, 0), BPF_STMT(BPF_RET | BPF_K, 1)};
    const struct sock_filter beside[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, sizeof call), BPF_STMT(BPF_RET | BPF_K, 1)};
    const struct sock_filter odd[] = {BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 0), BPF_STMT(BPF_RET | BPF_K, 1)};
    assert_int_equal(ran(endless, 1, &call), 0xDEAD);
    assert_int_equal(ran(beyond, 2, &call), 0xDEAD);
    assert_int_equal(ran(beside, 2, &call), 0xDEAD);
    assert_int_equal(ran(odd, 2, &call), 0xDEAD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_machine_loads_compares_and_calculates),
        cmocka_unit_test(the_machine_takes_no_program_that_the_kernel_would_not),
        cmocka_unit_test(every_call_of_the_table_exists_somewhere),
        cmocka_unit_test(on_x86_64_every_call_is_answered_as_the_table_says),
        cmocka_unit_test(on_arm64_every_call_is_answered_as_the_table_says),
        cmocka_unit_test(what_is_left_is_what_was_counted),
        cmocka_unit_test(the_call_of_another_machine_is_the_end),
        cmocka_unit_test(calls_in_the_way_of_x32_are_the_end),
        cmocka_unit_test(the_helper_that_starts_the_voice_can_do_little_harm),
    };
    return cmocka_run_group_tests_name("filter", tests, writes_them_out, NULL);
}
