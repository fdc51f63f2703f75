/* Asks the kernel to keep memory to this process. */
#include "secret.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

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
