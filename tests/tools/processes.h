/* Other processes, seen from outside. */
#ifndef TEST_PROCESSES_H
#define TEST_PROCESSES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A child of that process that has not ended; 0 if it has none. */
pid_t process_child(pid_t parent);

/* Has it ended, waited for or not? */
bool process_ended(pid_t pid);

/* Is that text anywhere in its memory, as UTF-8 or as wide characters? -1 if its memory cannot be read. */
int process_knows(pid_t pid, const char *text);

/* Tries again and again for some seconds: a limit for what never comes true, no measure of how long it takes. */
bool comes_true(bool (*is_so)(void *context), void *context);

#endif
