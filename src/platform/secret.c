/* Asks the kernel to keep memory to this process. */
#include "secret.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* A Wayland session may hand over its connection as an open descriptor. */
void secret_descriptors(void)
{
    if (getenv("WAYLAND_SOCKET") == NULL)
        close_range(STDERR_FILENO + 1, ~0U, 0);
}

bool secret_process(void)
{
    const struct rlimit none = {0, 0};
    const bool no_core = setrlimit(RLIMIT_CORE, &none) == 0;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && no_core;
}

bool secret_memory(void *memory, size_t size)
{
    madvise(memory, (size + SECRET_PAGE - 1) & ~(size_t)(SECRET_PAGE - 1), MADV_DONTDUMP);
    return mlock(memory, size) == 0;
}
