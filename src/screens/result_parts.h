/* What the files of the result screen share. */
#ifndef IOP_RESULT_PARTS_H
#define IOP_RESULT_PARTS_H

#include "parts.h"

/* What the answers of one check come to. */
struct reading {
    const struct screening *screening;
    const struct answers *answers;
    size_t index;
    int total;
    const struct band *band;       /* NULL: left incomplete, or no score */
    const struct outcome *outcome; /* NULL: no rules */
    bool help;                     /* an answer was a sign of danger */
};

struct reading reading_of(const struct builder *b, size_t screening);

/* "Mood check (PHQ-9): 12 of 27, moderate" over its scale; without a total, a line that says so. */
void scale_card(struct builder *b, struct node *parent, const struct reading *reading);

/* The visitor's own answers: those above the lowest of a score; the signs that led to an outcome, and strengths. */
void own_answers(struct builder *b, struct node *parent, const struct reading *reading);
void own_signs(struct builder *b, struct node *parent, const struct reading *reading);

#endif
