/* Tries every choice of signs that rules can tell apart, and each sign more, and holds the outcomes to their promises.
 */
#include "proof.h"

#include "problem_codes.h"
#include "rules.h"

#include <string.h>

/* Names of signs in a message: more than that are cut. */
enum { SHOWN_SIGNS = 6 };

struct proof {
    const struct screening *screening;
    struct problems *problems;
    struct sign_space space;
    int crisis, urgent; /* the highest need of all outcomes, and the next one below */
    bool fired[MAX_RULES];
    bool failed; /* one counter-example is enough */
};

/* A choice of signs, made by answering as a visitor does, and where it leads. */
struct choice {
    struct sign_state state;
    struct signs wanted; /* what the state means */
    struct answers answers;
    const struct rule *rule; /* NULL: no rule holds, or a visitor cannot choose this */
    const struct outcome *outcome;
};

/* ---- in the staff's words ---------------------------------------------------------------------------------- */

/* “B1 My relationships suffer”, in the first language. */
static const char *sign_text(const struct proof *proof, size_t item, int option)
{
    const struct answer_option *chosen = &proof->screening->items[item].options->options[option];
    return problems_text(proof->problems, "“%s%s%s”", chosen->sign ? chosen->sign : "", chosen->sign ? " " : "",
                         chosen->text.in[0] ? chosen->text.in[0] : "");
}

static const char *signs_text(const struct proof *proof, const struct choice *choice)
{
    const char *text = "";
    int count = 0;
    for (size_t item = 0; item < proof->screening->item_count; item++)
        for (int option = 0; option < screening_option_count(&proof->screening->items[item]); option++) {
            if (!signs_chose(&choice->wanted, item, (size_t)option) || ++count > SHOWN_SIGNS)
                continue;
            text =
                problems_text(proof->problems, "%s%s%s", text, count > 1 ? ", " : "", sign_text(proof, item, option));
        }
    if (count > SHOWN_SIGNS)
        return problems_text(proof->problems, "%s and %d more", text, count - SHOWN_SIGNS);
    return count > 0 ? text : "no sign at all";
}

static const char *outcome_text(const struct proof *proof, const struct choice *choice)
{
    return problems_text(proof->problems, "%s leads to '%s' by the rule '%s'", signs_text(proof, choice),
                         choice->outcome->id, choice->rule->id);
}

/* The place is that of the rule that led there. */
static struct problem *fail(struct proof *proof, const struct choice *choice, const char *what)
{
    proof->failed = true;
    struct place place = choice->rule ? choice->rule->place : proof->screening->rules_place;
    struct problem *problem = report(proof->problems, PROOF, place, "%s", what);
    problem->hint = choice->rule ? outcome_text(proof, choice) : signs_text(proof, choice);
    return problem;
}

static void fail_two(struct proof *proof, const struct choice *choice, const struct choice *more, const char *what)
{
    fail(proof, more, what)->fix = problems_text(proof->problems, "compare with: %s", outcome_text(proof, choice));
}

/* ---- choices -------------------------------------------------------------------------------------------------- */

static bool can_choose(const struct proof *proof, const struct answers *answers, const struct sign_place *sign)
{
    const struct item *item = &proof->screening->items[sign->item];
    bool taken = !item->repeats && answers->option[sign->item] != ANSWER_NONE;
    return !taken && screening_shown(proof->screening, answers, sign->item) &&
           !screening_chose(proof->screening, answers, sign->item, sign->option);
}

/* Answers item by item. False if a visitor cannot come to this choice: one answer excludes or hides another. */
static bool make_choice(const struct proof *proof, const struct sign_state *state, struct choice *choice)
{
    const struct screening *screening = proof->screening;
    choice->state = *state;
    choice->wanted = sign_space_signs(&proof->space, screening, state);
    choice->rule = NULL;
    choice->outcome = NULL;
    answers_clear(&choice->answers);
    for (size_t item = 0; item < screening->item_count; item++)
        for (int option = 0; option < screening_option_count(&screening->items[item]); option++)
            if (signs_chose(&choice->wanted, item, (size_t)option))
                screening_answer(screening, &choice->answers, item, option);
    for (size_t item = 0; item < screening->item_count; item++)
        for (int option = 0; option < screening_option_count(&screening->items[item]); option++)
            if (signs_chose(&choice->wanted, item, (size_t)option) &&
                !screening_chose(screening, &choice->answers, item, option))
                return false;
    choice->rule = screening_rule(screening, &choice->answers);
    choice->outcome = screening_outcome(screening, &choice->answers);
    return true;
}

static int count_kind(const struct proof *proof, const struct choice *choice, enum group_kind kind)
{
    int count = 0;
    for (size_t group = 0; group < proof->screening->group_count; group++)
        if (proof->screening->groups[group].kind == kind)
            count += choice->wanted.count[group];
    return count;
}

static const struct sign_place *next_sign(const struct proof *proof, const struct sign_state *state, size_t axis)
{
    return &proof->space.signs[proof->space.axes[axis].first + state->chosen[axis]];
}

/* ---- one choice ------------------------------------------------------------------------------------------------ */

static void prove_danger(struct proof *proof, const struct choice *choice)
{
    bool danger = count_kind(proof, choice, GROUP_DANGER) > 0;
    bool urgent = count_kind(proof, choice, GROUP_URGENT) > 0;
    const struct outcome *outcome = choice->outcome;
    if (danger && (outcome->need != proof->crisis || !outcome->help_first))
        fail(proof, choice, "a sign of danger must lead to the outcome of the highest need, with help first");
    else if (danger && !screening_needs_help(proof->screening, &choice->answers))
        fail(proof, choice,
             "a sign of danger must show help at once: its question needs   on_answer: {ge: 1, show: help_now}");
    else if (urgent && !danger && outcome->need != proof->urgent)
        fail(proof, choice, "an urgent sign must lead to the need next to the highest one");
}

/* Left out, the question on safety changes no outcome. */
static void prove_safety(struct proof *proof, const struct choice *choice)
{
    const struct screening *screening = proof->screening;
    if (!screening->safety_item_id || choice->wanted.chosen[screening->safety_item] ||
        !screening_shown(screening, &choice->answers, screening->safety_item))
        return;
    struct answers answers = choice->answers;
    screening_answer(screening, &answers, screening->safety_item, ANSWER_SKIPPED);
    if (screening_outcome(screening, &answers) != choice->outcome)
        fail(proof, choice, "leaving out the question on safety changes the outcome");
    else if (!screening_safety_skipped(screening, &answers))
        fail(proof, choice, "leaving out the question on safety goes unnoticed");
}

/* ---- one sign more ---------------------------------------------------------------------------------------------- */

static void prove_more(struct proof *proof, const struct choice *choice, const struct choice *more,
                       enum group_kind kind)
{
    bool speaks = count_kind(proof, choice, GROUP_DANGER) + count_kind(proof, choice, GROUP_URGENT) +
                      count_kind(proof, choice, GROUP_NEED) >
                  0;
    bool same = choice->outcome == more->outcome;
    if (kind == GROUP_STRENGTH && !same)
        fail_two(proof, choice, more, "a strength changes the outcome");
    else if (kind == GROUP_MILD && speaks && !same)
        fail_two(proof, choice, more, "a mild sign changes the outcome, though others speak for more");
    else if (kind == GROUP_MILD && more->outcome->need > choice->outcome->need)
        fail_two(proof, choice, more, "a mild sign raises the need");
    else if (kind != GROUP_STRENGTH && kind != GROUP_MILD && more->outcome->need < choice->outcome->need)
        fail_two(proof, choice, more, "one more sign lowers the need");
}

static void prove_next(struct proof *proof, const struct choice *choice, size_t axis)
{
    struct choice more;
    struct sign_state state = choice->state;
    const struct sign_place *sign = next_sign(proof, &state, axis);
    if (state.chosen[axis] == proof->space.axes[axis].most || sign->group == NO_INDEX)
        return;
    state.chosen[axis]++;
    if (make_choice(proof, &state, &more) && more.outcome)
        prove_more(proof, choice, &more, proof->screening->groups[sign->group].kind);
}

/* ---- order --------------------------------------------------------------------------------------------------------
 */

static bool choose_two(const struct proof *proof, struct answers *answers, const struct sign_place *first,
                       const struct sign_place *second)
{
    if (!can_choose(proof, answers, first))
        return false;
    screening_answer(proof->screening, answers, first->item, first->option);
    if (!can_choose(proof, answers, second))
        return false;
    screening_answer(proof->screening, answers, second->item, second->option);
    return true;
}

/* From every choice, any two further signs in both orders: step by step, every order of any signs becomes every other.
 */
static void prove_order(struct proof *proof, const struct choice *choice, size_t axis, size_t other)
{
    const struct sign_axis *axes = proof->space.axes;
    if (choice->state.chosen[axis] >= axes[axis].count ||
        choice->state.chosen[other] + (axis == other) >= axes[other].count)
        return;
    const struct sign_place *first = next_sign(proof, &choice->state, axis);
    const struct sign_place *second = next_sign(proof, &choice->state, other) + (axis == other);
    if (first->group == NO_INDEX || second->group == NO_INDEX)
        return; /* "None of these" clears what was chosen before, and is meant to */
    struct answers one = choice->answers;
    struct answers two = choice->answers;
    if (choose_two(proof, &one, first, second) && choose_two(proof, &two, second, first) &&
        memcmp(&one, &two, sizeof one) != 0)
        fail(proof, choice,
             problems_text(proof->problems, "it matters whether %s or %s is chosen first",
                           sign_text(proof, first->item, first->option),
                           sign_text(proof, second->item, second->option)));
}

/* ---- all choices ---------------------------------------------------------------------------------------------------
 */

static void prove_choice(struct proof *proof, const struct choice *choice)
{
    if (!choice->outcome) {
        fail(proof, choice, "this choice of signs has no outcome");
        return;
    }
    proof->fired[choice->rule - proof->screening->rules] = true;
    prove_danger(proof, choice);
    if (!proof->failed)
        prove_safety(proof, choice);
    for (size_t axis = 0; axis < proof->space.axis_count && !proof->failed; axis++) {
        prove_next(proof, choice, axis);
        for (size_t other = axis; other < proof->space.axis_count && !proof->failed; other++)
            prove_order(proof, choice, axis, other);
    }
}

static void prove_fired(const struct proof *proof)
{
    const struct screening *screening = proof->screening;
    bool reached[MAX_OUTCOMES] = {false};
    for (size_t i = 0; i < screening->rule_count; i++) {
        const struct rule *rule = &screening->rules[i];
        if (proof->fired[i])
            reached[rule->outcome_index] = true;
        else
            report(proof->problems, PROOF, rule->place, "the rule '%s' never decides, whatever is answered", rule->id);
    }
    for (size_t i = 0; i < screening->outcome_count; i++)
        if (!reached[i])
            report(proof->problems, PROOF, screening->outcomes[i].place, "nothing leads to the outcome '%s'",
                   screening->outcomes[i].id);
}

static void rank_needs(struct proof *proof)
{
    const struct screening *screening = proof->screening;
    proof->crisis = -1;
    proof->urgent = -1;
    for (size_t i = 0; i < screening->outcome_count; i++) {
        int need = screening->outcomes[i].need;
        if (need > proof->crisis) {
            proof->urgent = proof->crisis;
            proof->crisis = need;
        } else if (need < proof->crisis && need > proof->urgent) {
            proof->urgent = need;
        }
    }
}

/* Signs of danger without a question on safety: leaving them out would go unnoticed. */
static void prove_has_safety(const struct proof *proof)
{
    const struct screening *screening = proof->screening;
    for (size_t i = 0; i < screening->group_count; i++)
        if (screening->groups[i].kind == GROUP_DANGER && !screening->safety_item_id) {
            report(proof->problems, PROOF, screening->groups[i].place,
                   "there are signs of danger, but no safety_item: who leaves them out would see no help")
                ->fix = "add   safety_item:   with the id of their question, and   safety_skipped:";
            return;
        }
}

void prove_rules(const struct screening *screening, struct problems *problems)
{
    struct proof proof = {.screening = screening, .problems = problems};
    struct sign_state state = {{0}};
    struct choice choice;
    if (!sign_space_make(&proof.space, screening) || proof.space.states > STATES_MAX) {
        report(problems, PROOF_SIZE, screening->rules_place, "there are too many choices of signs to try them all")
            ->fix = "let rules count groups instead of naming single signs";
        return;
    }
    rank_needs(&proof);
    prove_has_safety(&proof);
    do {
        if (make_choice(&proof, &state, &choice))
            prove_choice(&proof, &choice);
    } while (!proof.failed && sign_space_next(&proof.space, &state));
    if (!proof.failed)
        prove_fired(&proof);
}
