/* A program that was started, with all its children, as /proc shows them. */
#ifndef BENCH_FAMILY_H
#define BENCH_FAMILY_H

#include <stdbool.h>
#include <sys/types.h>

struct family {
    pid_t leader; /* its children are of its session */
};

/* arguments: NULL-terminated. The program is looked for in PATH, is silent, and dies with this process. */
bool family_start(struct family *family, char *const *arguments);

/* False once the program has ended. */
bool family_lives(const struct family *family);

/* Asks it to end, and does not ask a second time after 2 seconds. */
void family_stop(struct family *family);

double family_cpu_ms(const struct family *family);

/* Memory: shared pages count as the part that is theirs (proportional set size). It varies with what others
 * share; the part that no file and no other process holds does not. */
long family_pss_kib(const struct family *family);
long family_own_kib(const struct family *family);

/* How often any of its threads went to sleep of its own will; each time something woke it. */
long family_sleeps(const struct family *family);

#endif
