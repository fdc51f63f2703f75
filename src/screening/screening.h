/* From answers to what to ask next, totals, bands and safety routes. Pure: no clock, no memory of its own.
 * This layer knows the content's questionnaires and nothing of screens or sessions.
 * Words are those of HL7 FHIR Questionnaire (enableWhen = show_if, itemWeight = weight). */
#ifndef IOP_SCREENING_H
#define IOP_SCREENING_H

#include "content.h"

/* What a visitor has answered in one screening: option index by item index. Plain memory, no pointers. */
enum { ANSWER_NONE = -1, ANSWER_SKIPPED = -2 };

struct answers {
    int8_t option[MAX_ITEMS];   /* of an item that repeats: ANSWER_NONE, ANSWER_SKIPPED, or 0 = answered */
    uint16_t chosen[MAX_ITEMS]; /* of an item that repeats: bit i = option i is chosen; else 0 */
};

void answers_clear(struct answers *answers);

/* How many answers an item offers; 0 for text that is only displayed. A boolean item without an option set
 * offers two: option 0 = no, option 1 = yes, with the same value and weight. */
int screening_option_count(const struct item *item);

/* True if the item is to be asked with the answers so far (its show_if holds). A condition looks at
 * earlier items only. An item that is unanswered, skipped or itself hidden satisfies no condition but
 * `exists` with value 0, as in FHIR. */
bool screening_shown(const struct screening *screening, const struct answers *answers, size_t item);

/* True if the option is chosen and its item shown, whether one or several may be chosen. */
bool screening_chose(const struct screening *screening, const struct answers *answers, size_t item, int option);

/* Sets an answer (option index, ANSWER_NONE or ANSWER_SKIPPED); on an item that repeats, an option is chosen or
 * taken back, and an exclusive one never stands beside others. Clears every item that became hidden,
 * so that a hidden answer never counts. Out-of-range arguments change nothing. Returns the safety route
 * of this very answer: not ROUTE_NONE only if the item now satisfies its on_answer. */
enum safety_route screening_answer(const struct screening *screening, struct answers *answers, size_t item, int option);

/* The safety route of the answer that stands at this item; ROUTE_NONE if there is none. */
enum safety_route screening_route(const struct screening *screening, const struct answers *answers, size_t item);

/* The next shown item after `item` (before it), or -1. Start with item -1 for the first; item_count for the last. */
int screening_next(const struct screening *screening, const struct answers *answers, int item);
int screening_previous(const struct screening *screening, const struct answers *answers, int item);

/* How many items are shown with the answers so far and are questions, and how many of them come before `item`. */
int screening_shown_count(const struct screening *screening, const struct answers *answers);
int screening_position(const struct screening *screening, const struct answers *answers, int item);

/* Sum of the weights of score.sum_of, or -1 if any scored and shown item is unanswered or skipped:
 * a self-check does not guess (clinical rule: no pro-rating). -1 too without a score or if nothing scored
 * is shown. */
int screening_total(const struct screening *screening, const struct answers *answers);

/* The band that holds the total; NULL if total is -1 or no band holds it. */
const struct band *screening_band(const struct screening *screening, int total);

/* True if any answer satisfies its item's on_answer with ROUTE_HELP_NOW. */
bool screening_needs_help(const struct screening *screening, const struct answers *answers);

/* True if at least one item has an answer that is not a skip. */
bool screening_started(const struct answers *answers);

/* ---- checks with rules ---------------------------------------------------------------------------------- */

/* How many signs of the group are chosen. */
int screening_group_count(const struct screening *screening, const struct answers *answers, size_t group);

bool screening_has_sign(const struct screening *screening, const struct answers *answers, const char *sign);

/* The first rule that holds, and what it leads to; NULL for a check without rules. */
const struct rule *screening_rule(const struct screening *screening, const struct answers *answers);
const struct outcome *screening_outcome(const struct screening *screening, const struct answers *answers);

/* True if this chosen option is one of the visitor's own answers that led to the rule: the rule asks for its sign,
 * or for at least one of its group. Answers that a rule wants absent never count. */
bool screening_sign_counts(const struct screening *screening, const struct answers *answers, const struct rule *rule,
                           size_t item, int option);

/* True if the option is chosen, carries a sign, and the sign's group is of this kind: for the list of strengths. */
bool screening_chose_kind(const struct screening *screening, const struct answers *answers, size_t item, int option,
                          enum group_kind kind);

/* True if the text is to be added to the result. */
bool screening_adds(const struct screening *screening, const struct answers *answers, const struct addition *addition);

/* True if the check has a safety item that is shown and was skipped or not answered. */
bool screening_safety_skipped(const struct screening *screening, const struct answers *answers);

#endif
