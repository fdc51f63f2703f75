/* Whether this build can be sealed at all. */
#ifndef TEST_SEALABLE_H
#define TEST_SEALABLE_H

#include <stdbool.h>

/* Sanitizers need more than a seal leaves. */
static inline bool can_be_sealed(void)
{
#ifdef __SANITIZE_ADDRESS__
    return false;
#else
    return true;
#endif
}

#endif
