/* Stories about memory that leaves the machine with the program: no core dump, no swap, no look from outside. */
#include "secret.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

static _Alignas(SECRET_PAGE) unsigned char visit[3 * SECRET_PAGE + 1];

/* What the kernel says of the pages at an address: two letters a flag ("lo" locked, "dd" not dumped). */
static void flags_of(const void *memory, char *flags, size_t size)
{
    char line[512];
    unsigned long from = 0, to = 0;
    bool inside = false;
    FILE *maps = fopen("/proc/self/smaps", "r");
    assert_non_null(maps);
    flags[0] = '\0';
    while (fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%lx-%lx ", &from, &to) == 2)
            inside = (uintptr_t)memory >= from && (uintptr_t)memory < to;
        if (inside && strncmp(line, "VmFlags:", 8) == 0)
            snprintf(flags, size, "%.*s", (int)size - 1, line + 8);
    }
    fclose(maps);
}

static void a_visit_is_left_out_of_dumps_to_its_last_byte(void **state)
{
    (void)state;
    char flags[256];
    flags_of(visit, flags, sizeof flags);
    assert_null(strstr(flags, " dd"));
    secret_memory(visit, sizeof visit);
    flags_of(visit, flags, sizeof flags);
    assert_non_null(strstr(flags, " dd"));
    flags_of(visit + sizeof visit - 1, flags, sizeof flags);
    assert_non_null(strstr(flags, " dd"));
}

static void a_visit_is_not_swapped_out(void **state)
{
    (void)state;
    char flags[256];
#ifdef __SANITIZE_ADDRESS__
    skip(); /* it locks nothing, and says it did */
#endif
    if (!secret_memory(visit, sizeof visit))
        skip(); /* this machine lets nobody lock memory */
    flags_of(visit + sizeof visit - 1, flags, sizeof flags);
    assert_non_null(strstr(flags, " lo"));
}

static void a_crash_writes_nothing_and_nobody_else_may_look(void **state)
{
    (void)state;
    struct rlimit core;
    assert_true(secret_process());
    assert_int_equal(getrlimit(RLIMIT_CORE, &core), 0);
    assert_int_equal(core.rlim_cur, 0);
    assert_int_equal(core.rlim_max, 0);
    assert_int_equal(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}

static void what_was_left_open_is_closed(void **state)
{
    (void)state;
    const int left = dup(STDERR_FILENO);
    assert_true(left > STDERR_FILENO);
    secret_descriptors();
    assert_int_equal(fcntl(left, F_GETFD), -1);
    assert_true(fcntl(STDERR_FILENO, F_GETFD) >= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_visit_is_left_out_of_dumps_to_its_last_byte),
        cmocka_unit_test(a_visit_is_not_swapped_out),
        cmocka_unit_test(what_was_left_open_is_closed),
        cmocka_unit_test(a_crash_writes_nothing_and_nobody_else_may_look),
    };
    return cmocka_run_group_tests_name("secret", tests, NULL, NULL);
}
