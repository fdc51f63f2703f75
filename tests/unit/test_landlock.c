/* Kernels with every version of Landlock: what is asked of each is what it knows, no less and no more. The kernel is
 * played: system calls of ours go through __wrap_syscall. */
#include "folder.h"
#include "seal.h"
#include "sealparts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/wait.h>

enum { GOOD = 42, RULES = 1000, VERSION_HERE = -1, VERSIONS = 7 };

/* Rights on files that each version knows, how much of the description it reads, and whether it knows of TCP and of
 * scopes: from the kernel's Documentation/userspace-api/landlock.rst. */
static const struct known {
    uint64_t files;
    size_t size;
    uint64_t net, scoped;
} KNOWN[VERSIONS + 1] = {
    [1] = {0x1FFF, 8, 0, 0},  [2] = {0x3FFF, 8, 0, 0},  [3] = {0x7FFF, 8, 0, 0},  [4] = {0x7FFF, 16, 3, 0},
    [5] = {0xFFFF, 16, 3, 0}, [6] = {0xFFFF, 24, 3, 3}, [7] = {0xFFFF, 24, 3, 3},
};

static struct kernel {
    int version; /* of the kernel that is played; VERSION_HERE: the real one, which calls itself `called` */
    int called;
    bool refuses;         /* a container that forbids it */
    uint64_t asked[3];    /* files, net, scoped */
    bool too_much, other; /* asked for what this version does not know; a rule for what was not asked for */
    int rules, closed;
} kernel;

static struct folder folder;

long __real_syscall(long number, ...);
long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f);

static long fails(int error)
{
    errno = error;
    return -1;
}

static long describe(const uint64_t *description, size_t size, unsigned flags)
{
    const struct known *known = &KNOWN[kernel.version < VERSIONS ? kernel.version : VERSIONS];
    if (kernel.refuses || kernel.version == 0)
        return fails(kernel.refuses ? EPERM : ENOSYS);
    if (flags == LANDLOCK_CREATE_RULESET_VERSION)
        return kernel.version;
    memcpy(kernel.asked, description, size < sizeof kernel.asked ? size : sizeof kernel.asked);
    kernel.too_much = size > known->size || (kernel.asked[0] & ~known->files) != 0 ||
                      (kernel.asked[1] & ~known->net) != 0 || (kernel.asked[2] & ~known->scoped) != 0;
    return kernel.too_much ? fails(size > known->size ? E2BIG : EINVAL) : RULES;
}

/* Packed: it cannot be read through a pointer to another type. */
static long add_rule(const void *attributes)
{
    struct landlock_path_beneath_attr rule;
    memcpy(&rule, attributes, sizeof rule);
    kernel.rules++;
    kernel.other = kernel.other || (rule.allowed_access & ~kernel.asked[0]) != 0;
    return kernel.other ? fails(EINVAL) : 0;
}

long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f)
{
    const bool asks_version = number == SYS_landlock_create_ruleset && c == LANDLOCK_CREATE_RULESET_VERSION;
    if (kernel.version == VERSION_HERE)
        return asks_version ? kernel.called : __real_syscall(number, a, b, c, d, e, f);
    if (number == SYS_landlock_create_ruleset)
        return describe((const uint64_t *)a, (size_t)b, (unsigned)c);
    if (number == SYS_landlock_add_rule)
        return add_rule((const void *)c);
    if (number == SYS_landlock_restrict_self)
        return ++kernel.closed, 0;
    return __real_syscall(number, a, b, c, d, e, f);
}

static int closes(const char **cause)
{
    const char *const folders[] = {folder.path, "/dev/null", "/etc/fonts", "/nowhere/at/all", NULL};
    return landlock_close(folders, 1, cause);
}

static void each_version_is_asked_for_all_it_knows_and_no_more(void **state)
{
    (void)state;
    const char *cause = NULL;
    for (int version = 1; version <= VERSIONS; version++) {
        kernel = (struct kernel){.version = version};
        assert_int_equal(closes(&cause), version);
        assert_false(kernel.too_much);
        assert_false(kernel.other);
        assert_true(kernel.asked[0] == KNOWN[version].files);
        assert_true(kernel.asked[1] == KNOWN[version].net);
        assert_true(kernel.asked[2] == KNOWN[version].scoped);
        assert_int_equal(kernel.rules, 3); /* what is not there is passed over */
        assert_int_equal(kernel.closed, 1);
    }
}

static void a_version_of_the_future_is_asked_for_what_is_known_today(void **state)
{
    (void)state;
    const char *cause = NULL;
    kernel = (struct kernel){.version = 23};
    assert_int_equal(closes(&cause), VERSIONS);
    assert_false(kernel.too_much);
    assert_true(kernel.asked[0] == KNOWN[VERSIONS].files);
}

/* Only the folders that staff swap have neighbours: the folder of a link, and that of its goal. */
static void a_link_to_letters_opens_no_folder_around_it(void **state)
{
    (void)state;
    const char *cause = NULL;
    char link[PATH_SIZE];
    path_under(link, folder.path, "link");
    assert_int_equal(symlink("/etc/fonts", link), 0);
    const char *const folders[] = {link, link, NULL};
    kernel = (struct kernel){.version = 2};
    landlock_close(folders, 1, &cause);
    assert_int_equal(kernel.rules, 2 + 2);
    kernel = (struct kernel){.version = 2};
    landlock_close(folders, 0, &cause);
    assert_int_equal(kernel.rules, 2);
    unlink(link);
}

static void a_kernel_without_it_is_told_apart_from_one_that_refuses(void **state)
{
    (void)state;
    const char *cause = NULL;
    kernel = (struct kernel){.version = 0};
    assert_int_equal(closes(&cause), 0);
    assert_string_equal(cause, "the kernel has no Landlock");
    kernel = (struct kernel){.version = 2, .refuses = true};
    assert_int_equal(closes(&cause), 0);
    assert_int_equal(kernel.closed, 0);
}

/* ---- the real kernel, taken for an older one -------------------------------------------------------------------- */

static int version_played;

static bool opens(const char *path, int flags)
{
    const int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

static int reads_content_only(void)
{
    char path[PATH_SIZE], made[PATH_SIZE];
    const char *cause;
    path_under(path, folder.path, "kiosk.yaml");
    path_under(made, folder.path, "made");
    kernel = (struct kernel){.version = VERSION_HERE, .called = version_played};
    if (closes(&cause) != version_played)
        return 1;
    const bool writes = opens(path, O_WRONLY) || opens(made, O_WRONLY | O_CREAT) || mkdir(made, 0700) == 0;
    return opens(path, O_RDONLY) && !writes && !opens("/etc/passwd", O_RDONLY) && unlink(path) != 0 ? GOOD : 2;
}

static void with_every_version_content_can_be_read_and_nothing_else(void **state)
{
    (void)state;
    kernel = (struct kernel){.version = VERSION_HERE};
    const long here = __real_syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    for (version_played = 1; version_played <= VERSIONS && version_played <= here; version_played++) {
        int status = 0;
        const pid_t child = fork();
        if (child == 0)
            _exit(reads_content_only());
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), GOOD);
    }
    if (here < 1)
        skip();
}

/* Shared by both layers: without Landlock there is still the filter, and the sentence says so. */
static int says_what_is_missing(void)
{
    const char *const folders[] = {folder.path, NULL};
    kernel = (struct kernel){.version = 0};
    const bool sealed = seal_close(SEAL_KIOSK, folders);
    return sealed && strcmp(seal_state()->sentence, "seccomp (the kernel has no Landlock)") == 0 ? GOOD : 1;
}

static void without_landlock_the_filter_holds_and_the_sentence_says_so(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    int status = 0;
    const pid_t child = fork();
    if (child == 0)
        _exit(says_what_is_missing());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), GOOD);
}

static int makes_a_folder(void **state)
{
    (void)state;
    kernel = (struct kernel){.version = VERSION_HERE};
    folder = tiny_folder();
    return 0;
}

static int removes_the_folder(void **state)
{
    (void)state;
    kernel = (struct kernel){.version = VERSION_HERE};
    folder_delete(&folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_version_is_asked_for_all_it_knows_and_no_more),
        cmocka_unit_test(a_version_of_the_future_is_asked_for_what_is_known_today),
        cmocka_unit_test(a_link_to_letters_opens_no_folder_around_it),
        cmocka_unit_test(a_kernel_without_it_is_told_apart_from_one_that_refuses),
        cmocka_unit_test(with_every_version_content_can_be_read_and_nothing_else),
        cmocka_unit_test(without_landlock_the_filter_holds_and_the_sentence_says_so),
    };
    return cmocka_run_group_tests_name("landlock", tests, makes_a_folder, removes_the_folder);
}
