/* Compares and makes hashes of PINs with libcrypt. */
#include "pin.h"

#include "wipe.h"

#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* crypt(3) of digits with a setting: a whole hash, or the beginning of one. */
static bool make(const char *digits, const char *setting, char *hash, size_t size)
{
    struct crypt_data *data = calloc(1, sizeof *data);
    if (data == NULL)
        return false;
    const char *made = crypt_r(digits, setting, data);
    const bool good = made != NULL && made[0] != '*' && strlen(made) < size;
    if (good)
        snprintf(hash, size, "%s", made);
    wipe(data, sizeof *data);
    free(data);
    return good;
}

bool pin_fits(const char *hash, const char *digits)
{
    char made[PIN_HASH_SIZE];
    const bool fits = make(digits, hash, made, sizeof made) && strcmp(made, hash) == 0;
    wipe(made, sizeof made);
    return fits;
}

bool pin_hash(const char *digits, char *hash, size_t size)
{
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    return crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof setting) != NULL && make(digits, setting, hash, size);
}
