/* SIGTERM and SIGINT, asked for politely: a signal sets a flag and wakes whoever sleeps, also when it
 * comes in the moment before the sleep. */
#ifndef IOP_STOP_H
#define IOP_STOP_H

#include <stdbool.h>

/* Installs the handlers; false if the system refuses. */
bool stop_listen(void);

/* Did a signal come? Stays true. */
bool stop_asked(void);

/* Sleeps until `descriptor` has something to read (-1: none), a stop is asked, or milliseconds passed
 * (-1: no limit). */
void stop_or_sleep(int descriptor, int milliseconds);

#endif
