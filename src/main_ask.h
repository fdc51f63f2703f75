/* What the proof (iop-kiosk --prove) asks the voice, over a line of its own that no voice of a kiosk that serves
 * visitors has: the process that waits and the one that speaks look into themselves, since nobody else may, and
 * answer. Packets of one SOCK_SEQPACKET; both programs are built from this header. */
#ifndef IOP_MAIN_ASK_H
#define IOP_MAIN_ASK_H

#include "marks.h"
#include "ownstate.h"
#include "seal.h"

#include <stddef.h>

enum { ASK_VERSION = 1, ASK_MARKS_MAX = 1200, ASK_FOLDER = 1024, ASK_ACTS_MAX = 48 };

/* The two processes of the voice. */
enum ask_who { ASK_WAITS, ASK_SPEAKS, ASK_PROCESSES };

enum ask_what {
    ASK_STATE, /* what the kernel says of it, and what it answers to every deed of main_acts.h */
    ASK_MARKS  /* look for these marks; one that speaks adds some of its own sound */
};

/* Marks, as many as there are, are the end of both packets. */
struct ask {
    uint16_t version;
    uint8_t who, what;
    uint8_t when;                                                      /* enum marks_when */
    uint32_t number;                                                   /* comes back with the answer */
    char content[ASK_FOLDER], home[ASK_FOLDER], temporary[ASK_FOLDER]; /* where deeds are tried */
    uint32_t count;
    struct mark marks[ASK_MARKS_MAX];
};

struct ask_answer {
    uint32_t number;
    int32_t process;
    bool looked; /* false: its memory could not be read */
    uint64_t searched;
    struct own_state state;
    struct seal_state seal;
    int16_t acts[ASK_ACTS_MAX]; /* what came of each: 0 it was done, else the errno; empty without a seal */
    uint32_t act_count, count;
    struct mark marks[ASK_MARKS_MAX];
};

static inline size_t ask_size(const struct ask *ask)
{
    return offsetof(struct ask, marks) + ask->count * sizeof *ask->marks;
}

static inline size_t ask_answer_size(const struct ask_answer *answer)
{
    return offsetof(struct ask_answer, marks) + answer->count * sizeof *answer->marks;
}

#endif
