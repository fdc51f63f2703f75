/* A test program that passes, fails, crashes or hangs on demand: the tests of tally need one of each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *mode;

static void a_test_that_passes(void **state)
{
    (void)state;
}

static void a_test_that_obeys(void **state)
{
    (void)state;
    if (strcmp(mode, "failing") == 0)
        assert_int_equal(1, 2);
    if (strcmp(mode, "skipping") == 0)
        skip();
    if (strcmp(mode, "crashing") == 0)
        abort();
    if (strcmp(mode, "leaving") == 0)
        _exit(0);
    if (strcmp(mode, "hanging") == 0)
        sleep(60);
}

int main(int count, char **arguments)
{
    mode = count > 1 ? arguments[1] : "passing";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_test_that_passes),
        cmocka_unit_test(a_test_that_obeys),
        cmocka_unit_test(a_test_that_passes),
    };
    if (strcmp(mode, "silent") == 0)
        return 3;
    int failed = cmocka_run_group_tests_name("dummy", tests, NULL, NULL);
    return strcmp(mode, "sour") == 0 ? 4 : failed;
}
