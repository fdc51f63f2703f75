/* Patience with a step that does not end: a kiosk that hangs must not hang until somebody comes. The kernel ends the
 * program by SIGALRM, and whatever started it starts it anew. Knows nothing of what a step is; without patience_open()
 * every step may take for ever. */
#ifndef IOP_PATIENCE_H
#define IOP_PATIENCE_H

/* From now on a step may take that long. The default action of SIGALRM ends the program: nothing of ours has to work
 * for that. */
void patience_open(int seconds);

/* A step begins, or goes on with something else: the time is counted anew. */
void patience_step(void);

/* The program is about to wait for input: that may take for ever, and nothing wakes it. */
void patience_rest(void);

#endif
