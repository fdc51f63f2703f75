/* "did you mean …?": of several names the one that was probably meant.
 * This layer knows nothing of what the names stand for. */
#ifndef IOP_SUGGEST_H
#define IOP_SUGGEST_H

struct suggestion {
    const char *written;
    const char *found; /* NULL: nothing is near */
    int distance;      /* of found */
};

/* Begin with (struct suggestion){.written = …}; offers one name, which is kept if it is nearer than those before.
 * Near is: one is the beginning of the other, or they differ by 2 letters, or by a third of the longer one. */
void suggest(struct suggestion *suggestion, const char *name);

#endif
