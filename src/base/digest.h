/* A number that tells one state of some bytes from another. */
#ifndef IOP_DIGEST_H
#define IOP_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* Goes on from digest, 0 to begin. FNV-1a, 64 bits (Fowler, Noll, Vo): guards against nobody. */
uint64_t digest_bytes(uint64_t digest, const void *bytes, size_t size);

#endif
