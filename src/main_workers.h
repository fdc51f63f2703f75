/* Work in parts, each in a process of its own that answers in lines: for the commands that draw every screen. */
#ifndef IOP_MAIN_WORKERS_H
#define IOP_MAIN_WORKERS_H

#include <stdbool.h>
#include <stdio.h>

enum { LONGEST_ANSWER = 2048 }; /* bytes of a line; a longer one may be torn by those of others */

struct job {
    /* One part, in its own process: answers to out in lines, flushed after each. False: it failed, and said why. */
    bool (*work)(void *context, int part, int parts, FILE *out);
    /* One line, in the calling process, without its end. Those of different parts come in any order. */
    void (*answer)(void *context, char *line);
    void *context;
    int parts; /* 0: one for each core */
};

/* True if every part did its work. Files that are open stay so in all parts: open what has a place of its own in a
 * file (fonts, pictures) in work(). */
bool workers_run(const struct job *job);

#endif
