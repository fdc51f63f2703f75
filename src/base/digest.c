/* FNV-1a. */
#include "digest.h"

uint64_t digest_bytes(uint64_t digest, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    if (digest == 0) {
        digest = 0xcbf29ce484222325u;
    }
    for (size_t i = 0; i < size; i++) {
        digest = (digest ^ at[i]) * 0x100000001b3u;
    }
    return digest;
}
