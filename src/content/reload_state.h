/* What staff want to know of the content on the screen: which one it is, when it was read, and what is wrong with a
 * newer one that cannot be shown. A value of fixed size without pointers; nothing of a visit is in it: its times are
 * those at which files were read, never those at which a visit ended. */
#ifndef IOP_RELOAD_STATE_H
#define IOP_RELOAD_STATE_H

#include "content.h"

#include <stdbool.h>
#include <stddef.h>

/* A place holds the longest name of a file that Linux has, its folder and a line. */
enum { STATE_PROBLEMS = 20, STATE_TIME_SIZE = 20, STATE_PLACE_SIZE = 320, STATE_SENTENCE_SIZE = 512 };

struct state_problem {
    bool is_error;
    char place[STATE_PLACE_SIZE];       /* "explainers/benefits.yaml:12", from the content folder on */
    char sentence[STATE_SENTENCE_SIZE]; /* "this line has two colons", a very long one cut */
    char mend[STATE_SENTENCE_SIZE];     /* "put the text in quotes"; "" = nobody knows */
};

struct reload_state {
    char revision[REVISION_SIZE];    /* of the content that is shown, or that waits for the end of a visit; "" = none */
    char read_at[STATE_TIME_SIZE];   /* when it was read: "2026-01-15 08:30" */
    char looked_at[STATE_TIME_SIZE]; /* when files were last read, with or without success */
    unsigned times;                  /* how often they were read */
    bool failed;                     /* the files as they are now cannot be shown: the last good content stays */
    size_t errors, warnings;         /* of the files as they are now */
    struct state_problem problems[STATE_PROBLEMS]; /* errors first */
    size_t problem_count;
};

/* Notes what came of reading the files at a time; content NULL: it cannot be shown. folder: what the places of the
 * problems begin with. */
void reload_state_note(struct reload_state *state, const char *folder, const struct content *content,
                       const struct problems *problems, const char *time);

#endif
