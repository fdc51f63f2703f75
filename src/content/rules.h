/* What a rule means, and which choices of signs the rules of a check can tell apart. Pure. Shared by the cross checks
 * and by screening/, so that a rule cannot mean two things. This layer knows nothing of visitors or of the order in
 * which something was answered. */
#ifndef IOP_RULES_H
#define IOP_RULES_H

#include "content.h"

/* What rules look at: which options are chosen, and how many signs of each group. All-zero: none. */
struct signs {
    uint16_t chosen[MAX_ITEMS]; /* bit i = option i */
    int count[MAX_GROUPS];
};

/* Chooses an option; it counts in its group if it is a sign. Once for each option. */
void signs_choose(struct signs *signs, const struct screening *screening, size_t item, size_t option);

bool signs_chose(const struct signs *signs, size_t item, size_t option);

bool clause_holds(const struct clause *clause, const struct signs *signs);

/* The first rule that holds; NULL if none does. */
const struct rule *first_rule(const struct screening *screening, const struct signs *signs);

/* ---- every choice that rules can tell apart ------------------------------------------------------------- */

enum { MAX_SIGNS = 64, STATES_MAX = 1 << 20 };

/* group NO_INDEX: an answer that is no sign, but decides what else is asked. */
struct sign_place {
    uint16_t item, option, group;
};

/* Signs that differ for no rule, of which 0..most are chosen, the first ones first; or a single sign. */
struct sign_axis {
    uint16_t first, count; /* in sign_space.signs */
    int most;
};

/* All subsets of n signs are 2^n, too many to try. Rules see less than that, and the space holds a state for each thing
 * they can see:
 * - a sign that a rule names is an axis of its own, 0 or 1;
 * - so is every sign of an item that does not repeat, or is shown only sometimes, and every answer, sign or not, of an
 *   item that shows or hides others: choosing it does more than to count;
 * - of the others, rules see how many of a group are chosen, and compare that with `ge N` or `eq N` only. `ge N` cannot
 *   tell N from more, `eq N` cannot tell N+1 from more. So one axis a group is enough, from 0 to the largest such
 *   number, at least 1: from there on, whatever named signs of the group are added, every rule stays as it is.
 * Additions are not in it: each depends on its own sign and on nothing else. */
struct sign_space {
    struct sign_place signs[MAX_SIGNS];
    size_t sign_count;
    struct sign_axis axes[MAX_SIGNS];
    size_t axis_count;
    size_t states; /* STATES_MAX + 1: more than that */
};

struct sign_state {
    int chosen[MAX_SIGNS]; /* by axis */
};

/* False if there are more than MAX_SIGNS signs. */
bool sign_space_make(struct sign_space *space, const struct screening *screening);

/* From the all-zero state through all; false behind the last one. */
bool sign_space_next(const struct sign_space *space, struct sign_state *state);

/* The signs that are chosen in this state. */
struct signs sign_space_signs(const struct sign_space *space, const struct screening *screening,
                              const struct sign_state *state);

#endif
