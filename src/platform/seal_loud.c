/* For engineers: in a debug build a system call that the seal refuses is named on stderr, and refused all the same. */
#include "sealparts.h"

#ifdef NDEBUG

bool loud_listen(void)
{
    return false;
}

#else

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

/* The call returns what a filter without this would have made it return. */
static void answer_refused(ucontext_t *machine)
{
#if defined(__x86_64__)
    machine->uc_mcontext.gregs[REG_RAX] = -EPERM;
#elif defined(__aarch64__)
    machine->uc_mcontext.regs[0] = (unsigned long long)-EPERM;
#else
    (void)machine;
#endif
}

static void name_call(int number, siginfo_t *info, void *context)
{
    const int before = errno;
    char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, info->si_syscall);
    (void)number;
    fprintf(stderr, "seal: refused %s\n", name != NULL ? name : "a call without a name");
    free(name);
    answer_refused(context);
    errno = before;
}

bool loud_listen(void)
{
    struct sigaction action = {.sa_sigaction = name_call, .sa_flags = SA_SIGINFO | SA_NODEFER};
    return sigaction(SIGSYS, &action, NULL) == 0;
}

#endif
