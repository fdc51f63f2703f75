/* Runs a program as a kernel or a container would that lacks something:  without seccomp|landlock|fork PROGRAM... */
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static const struct lack {
    const char *name;
    int error;
    const char *calls[4];
} LACKS[] = {
    {"seccomp", EINVAL, {"seccomp", "prctl"}}, /* of prctl: PR_SET_SECCOMP only */
    {"landlock", ENOSYS, {"landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"}},
};

static int refuse(scmp_filter_ctx filter, const struct lack *lack)
{
    const struct scmp_arg_cmp asked = SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP);
    int failed = 0;
    for (const char *const *call = lack->calls; *call != NULL; call++) {
        const int number = seccomp_syscall_resolve_name(*call);
        failed |= seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((uint16_t)lack->error), number,
                                         strcmp(*call, "prctl") == 0, &asked);
    }
    return failed;
}

int main(int argc, char **argv)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    int failed = argc < 3 || filter == NULL;
    for (size_t i = 0; !failed && i < sizeof LACKS / sizeof *LACKS; i++)
        if (strcmp(argv[1], LACKS[i].name) == 0)
            failed |= refuse(filter, &LACKS[i]) | seccomp_load(filter);
    if (failed)
        return fputs("Usage: without seccomp|landlock PROGRAM...\n", stderr), 2;
    execv(argv[2], argv + 2);
    return perror(argv[2]), 127;
}
