/* Stories about the PIN as kiosk.yaml keeps it. */
#include "pin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pin_fits_its_own_hash_and_no_other_digits_do),
        cmocka_unit_test(the_same_pin_makes_another_hash_each_time),
        cmocka_unit_test(what_is_no_hash_fits_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
