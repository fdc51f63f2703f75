/* Landlock by its system calls: Debian 12 has no library for it, and its headers know version 2 only. */
#include "sealparts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { VERSION_KNOWN = 7 };

static const uint64_t READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, IOCTL_DEVICE = 1u << 15;

/* What each version added; all of it is refused but reading. From the kernel's
 * Documentation/userspace-api/landlock.rst. */
static const struct version {
    uint64_t files;  /* rights on files, as bits */
    uint64_t net;    /* TCP: bind, connect */
    uint64_t scoped; /* abstract sockets and signals of processes outside */
    size_t size;     /* of the description that this version reads */
} VERSIONS[VERSION_KNOWN + 1] = {
    [1] = {(1u << 13) - 1, 0, 0, 8},  [2] = {(1u << 14) - 1, 0, 0, 8},  [3] = {(1u << 15) - 1, 0, 0, 8},
    [4] = {(1u << 15) - 1, 3, 0, 16}, [5] = {(1u << 16) - 1, 3, 0, 16}, [6] = {(1u << 16) - 1, 3, 3, 24},
    [7] = {(1u << 16) - 1, 3, 3, 24},
};

static int version_here(void)
{
    const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version < 1 ? 0 : version > VERSION_KNOWN ? VERSION_KNOWN : (int)version;
}

static void allow(int rules, const char *path)
{
    struct stat status;
    struct landlock_path_beneath_attr rule = {.allowed_access = READING, .parent_fd = open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent_fd < 0)
        return; /* not there: nothing to read */
    if (fstat(rule.parent_fd, &status) == 0 && !S_ISDIR(status.st_mode))
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (strncmp(path, "/dev/", 5) == 0)
        rule.allowed_access |= LANDLOCK_ACCESS_FS_WRITE_FILE | (version_here() >= 5 ? IOCTL_DEVICE : 0);
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

/* The folder that holds path, once its last name is cut off. */
static void allow_parent(int rules, char *path)
{
    char *slash = strrchr(path, '/');
    if (slash != NULL)
        slash[slash == path ? 1 : 0] = '\0';
    allow(rules, slash != NULL ? path : ".");
}

/* Staff swap whole folders by giving a link another goal: both the link's neighbours and its goal's can be read. */
static void allow_neighbours_of_link(int rules, const char *folder)
{
    char name[PATH_MAX], goal[PATH_MAX];
    struct stat status;
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (length >= sizeof name)
        return;
    memcpy(name, folder, length);
    name[length] = '\0';
    if (lstat(name, &status) != 0 || !S_ISLNK(status.st_mode))
        return;
    if (realpath(name, goal) != NULL)
        allow_parent(rules, goal);
    allow_parent(rules, name);
}

int landlock_close(const char *const *folders, int ours, const char **cause)
{
    const int version = version_here();
    *cause = "the kernel has no Landlock";
    if (version == 0)
        return 0;
    const uint64_t description[] = {VERSIONS[version].files, VERSIONS[version].net, VERSIONS[version].scoped};
    const int rules = (int)syscall(SYS_landlock_create_ruleset, description, VERSIONS[version].size, 0);
    *cause = "the kernel refuses Landlock";
    if (rules < 0)
        return 0;
    for (int i = 0; folders[i] != NULL; i++) {
        allow(rules, folders[i]);
        if (i < ours)
            allow_neighbours_of_link(rules, folders[i]);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const bool closed = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return closed ? version : 0;
}
