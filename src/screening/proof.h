/* Proves what is promised of a check by trying its answers, before a visitor sees it. Pure; for `iop-content check`,
 * not for the start of the kiosk. What it finds becomes problems that name answers in the staff's words. This layer
 * knows nothing of files: it proves what the loader has resolved. */
#ifndef IOP_PROOF_H
#define IOP_PROOF_H

#include "screening.h"

/* Of every check:
 * - every way through it ends in a result, and every item is asked on some way;
 * - an answer shows help at once exactly where on_answer says so, and the result knows it, too.
 * Of a check with a score: a total is the sum of its points, there is none if anything was left out, and exactly one
 * band holds it. Of a check with rules: prove_rules(). */
void prove_screening(const struct screening *screening, struct problems *problems);

/* For all choices of signs that rules can tell apart (rules.h says which, and why that is all):
 * - exactly one outcome, and every rule and every outcome comes true for some;
 * - a sign of danger leads to the highest need, with help first, and shows help at once;
 * - an urgent sign leads to the need next to it, unless there is danger;
 * - one more sign never lowers the need. But a mild one may where nothing was chosen that speaks for more, and only
 * there it changes anything;
 * - a strength changes nothing;
 * - it does not matter in which order signs are chosen;
 * - the question on safety left out changes no outcome, and is noticed. */
void prove_rules(const struct screening *screening, struct problems *problems);

#endif
