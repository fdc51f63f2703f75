/* SIGTERM and SIGINT, asked for politely: a signal sets a flag and wakes whoever sleeps, also when it
 * comes in the moment before the sleep. */
#ifndef IOP_STOP_H
#define IOP_STOP_H

#include <poll.h>
#include <stdbool.h>

/* Installs the handlers; false if the system refuses. */
bool stop_listen(void);

/* Did a signal come? Stays true. */
bool stop_asked(void);

enum { STOP_WAITED_MAX = 8 };

/* Sleeps until one of the descriptors has what its events ask for (its revents then tell), a stop is asked, or
 * milliseconds passed (-1: no limit). count: at most STOP_WAITED_MAX; a descriptor of -1 is passed over. */
void stop_or_sleep(struct pollfd *waited, int count, int milliseconds);

#endif
