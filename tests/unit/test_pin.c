/* Stories about the PIN as kiosk.yaml keeps it. */
#include "memory.h"
#include "pin.h"
#include "wipe.h"

#include <crypt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_pin_fits_its_own_hash_and_no_other_digits_do(void **state)
{
    (void)state;
    char hash[PIN_HASH_SIZE];
    assert_true(pin_hash("2468", hash, sizeof hash));
    assert_true(strncmp(hash, "$y$j9T$", 7) == 0);
    assert_true(pin_fits(hash, "2468"));
    assert_false(pin_fits(hash, "2467"));
    assert_false(pin_fits(hash, ""));
    assert_null(strstr(hash, "2468$"));
}

static void the_same_pin_makes_another_hash_each_time(void **state)
{
    (void)state;
    char first[PIN_HASH_SIZE], second[PIN_HASH_SIZE];
    assert_true(pin_hash("2468", first, sizeof first) && pin_hash("2468", second, sizeof second));
    assert_string_not_equal(first, second);
}

static void what_is_no_hash_fits_nothing(void **state)
{
    (void)state;
    assert_false(pin_fits("2468", "2468"));
    assert_false(pin_fits("", ""));
    assert_false(pin_fits("$y$j9T$", "2468"));
    assert_false(pin_fits("*0", "2468"));
}

enum { DISGUISE = 0x5A, TAIL = 24 };

/* What the digits are hashed to with the salt of that hash, its end in disguise. */
static __attribute__((noinline)) void note_made(const char *hash, const char *digits, unsigned char *tail)
{
    struct crypt_data *data = calloc(1, sizeof *data);
    assert_non_null(data);
    const char *made = crypt_r(digits, hash, data);
    assert_non_null(made);
    for (int i = 0; i < TAIL; i++)
        tail[i] = (unsigned char)made[strlen(made) - TAIL + (size_t)i] ^ DISGUISE;
    wipe(data, sizeof *data);
    free(data);
}

/* Deep below, so that the search leaves nothing in its place. */
static __attribute__((noinline)) bool fits_deep_below(const char *hash, const char *digits)
{
    volatile unsigned char room[48 * 1024];
    room[0] = 1;
    const bool fits = pin_fits(hash, digits);
    room[sizeof room - 1] = room[0];
    return fits;
}

/* With the salt, which stands in kiosk.yaml, the hash of digits tells them. */
static void what_was_typed_is_left_nowhere(void **state)
{
    (void)state;
    char hash[PIN_HASH_SIZE];
    unsigned char tail[TAIL];
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it keeps what was given back */
#endif
    assert_true(pin_hash("2468", hash, sizeof hash));
    note_made(hash, "1357", tail);
    wipe_stack();
    assert_false(memory_process_holds(tail, sizeof tail, DISGUISE));
    assert_false(fits_deep_below(hash, "1357"));
    assert_false(memory_process_holds(tail, sizeof tail, DISGUISE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_is_left_nowhere),
        cmocka_unit_test(a_pin_fits_its_own_hash_and_no_other_digits_do),
        cmocka_unit_test(the_same_pin_makes_another_hash_each_time),
        cmocka_unit_test(what_is_no_hash_fits_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
