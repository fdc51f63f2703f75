/* The PIN of the staff screen: kept as a hash of yescrypt, never as digits. It knows nothing of who asks. */
#ifndef IOP_PIN_H
#define IOP_PIN_H

#include <stdbool.h>
#include <stddef.h>

enum { PIN_HASH_SIZE = 128 };

/* True if these digits were made into that hash. Takes about a tenth of a second and 16 MiB of memory, gives both back,
 * and erases its copies. Opens nothing, so it works behind the seal. */
bool pin_fits(const char *hash, const char *digits);

/* Makes a hash with a new salt; false if the system has no random numbers or no memory. */
bool pin_hash(const char *digits, char *hash, size_t size);

#endif
