/* What the kernel says of this process, for the proof: what it may do and what it holds open. */
#ifndef IOP_OWNSTATE_H
#define IOP_OWNSTATE_H

#include <stdbool.h>
#include <stdint.h>

/* A value without pointers: it is sent between processes. */
struct own_state {
    bool known;                           /* false: the kernel did not tell, the rest is all zero */
    bool filtered;                        /* seccomp checks every system call */
    bool no_new_rights;                   /* no program it starts can have more rights */
    bool open_to_others;                  /* processes of the same user may read its memory, or one does */
    bool dumps;                           /* a crash may write its memory to the disk */
    int16_t writable, sockets, elsewhere; /* open above 2: files to write, sockets, and of these beyond this machine */
};

/* Opens what tells: before a seal that forbids it, and once more after a fork. False if the system refuses. */
bool own_state_prepare(void);

struct own_state own_state(void);

#endif
