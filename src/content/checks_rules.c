/* Checks of rules: what they ask for exists, what they lead to exists, and each can be the one that counts. */
#include "checks.h"
#include "problem_codes.h"
#include "rules.h"
#include "suggest.h"

#include <string.h>

static bool is_same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* ---- what rules ask for --------------------------------------------------------------------------------- */

static bool find_sign(const struct screening *screening, const char *sign, uint16_t *item, uint16_t *option)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct option_set *set = screening->items[i].options;
        for (size_t k = 0; set != NULL && k < set->option_count; k++) {
            if (is_same(set->options[k].sign, sign)) {
                *item = (uint16_t)i;
                *option = (uint16_t)k;
                return true;
            }
        }
    }
    return false;
}

static void report_no_sign(const struct screening *screening, const char *sign, struct place place,
                           struct problems *problems)
{
    struct problem *problem = report(problems, SIGN, place, "no answer of this check is the sign '%s'", sign);
    struct suggestion meant = {.written = sign};
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct option_set *set = screening->items[i].options;
        for (size_t k = 0; set != NULL && k < set->option_count; k++) {
            suggest(&meant, set->options[k].sign != NULL ? set->options[k].sign : "");
        }
    }
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
    problem->fix = problems_text(problems, "give an answer   sign: %s   or name another sign", sign);
}

static int signs_in_group(const struct screening *screening, size_t group)
{
    int count = 0;
    for (size_t s = 0; s < screening->option_set_count; s++) {
        const struct option_set *set = &screening->option_sets[s];
        for (size_t i = 0; i < set->option_count; i++) {
            count += is_same(set->options[i].group, screening->groups[group].id);
        }
    }
    return count;
}

static void check_count(const struct screening *screening, const struct clause *clause, struct problems *problems)
{
    int signs = signs_in_group(screening, clause->group_index);
    int wanted = clause->equal != NO_COUNT ? clause->equal : clause->at_least;
    if ((clause->equal == NO_COUNT) == (clause->at_least == NO_COUNT)) {
        report(problems, CLAUSE, clause->place, "the group '%s' must be compared with ge or with eq, one of them",
               clause->group)
            ->fix = problems_text(problems, "for at least one: {group: %s, ge: 1}; for none: {group: %s, eq: 0}",
                                  clause->group, clause->group);
    } else if (wanted > signs) {
        report(problems, CLAUSE, clause->place, "this can never be true: the group '%s' has %d signs, not %d",
               clause->group, signs, wanted);
    } else if (clause->at_least == 0) {
        report(problems, CLAUSE, clause->place, "this is always true: there are always 0 signs or more")->fix =
            "write   ge: 1   for at least one, or   eq: 0   for none";
    }
}

static void resolve_group(const struct screening *screening, struct clause *clause, struct problems *problems)
{
    struct suggestion meant = {.written = clause->group};
    for (size_t i = 0; i < screening->group_count; i++) {
        if (is_same(screening->groups[i].id, clause->group)) {
            clause->group_index = (uint16_t)i;
            check_count(screening, clause, problems);
            return;
        }
        suggest(&meant, screening->groups[i].id != NULL ? screening->groups[i].id : "");
    }
    struct problem *problem = report(problems, GROUP, clause->place, "there is no group '%s'", clause->group);
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
    problem->fix = "name one of those under   groups:";
}

static bool has_one_form(const struct clause *clause)
{
    int forms = (clause->sign != NULL) + (clause->group != NULL) + (clause->all_count > 0) + (clause->any_count > 0);
    bool stray = clause->group == NULL && (clause->at_least != NO_COUNT || clause->equal != NO_COUNT);
    return forms == 1 && !stray;
}

static void resolve_clause(const struct screening *screening, struct clause *clause, struct problems *problems)
{
    if (!has_one_form(clause)) {
        report(problems, CLAUSE, clause->place, "this must ask for exactly one thing")->fix =
            "one of: {sign: A1}, {group: A, ge: 1}, {group: A, eq: 0}, {all: […]}, {any: […]}";
        return;
    }
    if (clause->sign != NULL && !find_sign(screening, clause->sign, &clause->item, &clause->option)) {
        report_no_sign(screening, clause->sign, clause->place, problems);
    } else if (clause->group != NULL) {
        resolve_group(screening, clause, problems);
    }
    for (size_t i = 0; i < clause->all_count; i++) {
        resolve_clause(screening, (struct clause *)&clause->all[i], problems);
    }
    for (size_t i = 0; i < clause->any_count; i++) {
        resolve_clause(screening, (struct clause *)&clause->any[i], problems);
    }
}

/* ---- what they lead to ------------------------------------------------------------------------------------ */

static void resolve_outcome(const struct screening *screening, struct rule *rule, struct problems *problems)
{
    struct suggestion meant = {.written = rule->outcome};
    for (size_t i = 0; i < screening->outcome_count; i++) {
        if (is_same(screening->outcomes[i].id, rule->outcome)) {
            rule->outcome_index = (uint16_t)i;
            return;
        }
        suggest(&meant, screening->outcomes[i].id != NULL ? screening->outcomes[i].id : "");
    }
    struct problem *problem = report(problems, OUTCOME, rule->outcome_place, "there is no outcome '%s'", rule->outcome);
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
    problem->fix = "name one of those under   outcomes:";
}

static void check_outcome(const struct screening *screening, size_t index, struct problems *problems)
{
    const struct outcome *outcome = &screening->outcomes[index];
    bool named = false;
    for (size_t i = 0; i < screening->rule_count; i++) {
        named = named || is_same(screening->rules[i].outcome, outcome->id);
    }
    for (size_t i = 0; i < index; i++) {
        if (is_same(screening->outcomes[i].id, outcome->id)) {
            report(problems, ID_TWICE, outcome->place, "the outcome '%s' stands twice, also in line %d", outcome->id,
                   screening->outcomes[i].place.line);
        }
    }
    if (!named) {
        report(problems, OUTCOME, outcome->place, "no rule leads to the outcome '%s'", outcome->id)->fix =
            "add a rule that leads to it, or take it away";
    }
}

static void check_rule_ids(const struct screening *screening, struct problems *problems)
{
    for (size_t i = 0; i < screening->rule_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (is_same(screening->rules[i].id, screening->rules[k].id)) {
                report(problems, ID_TWICE, screening->rules[i].place, "the rule '%s' stands twice, also in line %d",
                       screening->rules[i].id, screening->rules[k].place.line);
            }
        }
    }
}

/* ---- which of them can count ------------------------------------------------------------------------------- */

/* What became of a rule in all that visitors can choose. */
struct trial {
    bool counts;
    const struct rule *shadow; /* the rule that came first when this one held; NULL: it never held */
};

static void try_state(const struct screening *screening, const struct signs *signs, struct trial *trials)
{
    const struct rule *first = first_rule(screening, signs);
    for (size_t i = 0; i < screening->rule_count; i++) {
        const struct rule *rule = &screening->rules[i];
        if (rule == first) {
            trials[i].counts = true;
        } else if (!trials[i].counts && trials[i].shadow == NULL && clause_holds(&rule->when, signs)) {
            trials[i].shadow = first;
        }
    }
}

static void report_trial(const struct rule *rule, const struct trial *trial, struct problems *problems)
{
    if (trial->counts) {
        return;
    }
    struct problem *problem = report(problems, RULE_NEVER, rule->place, "the rule '%s' can never be reached", rule->id);
    problem->hint = trial->shadow != NULL ? problems_text(problems, "the rule '%s' in line %d comes first",
                                                          trial->shadow->id, trial->shadow->place.line)
                                          : "no choice of signs makes it hold";
    problem->fix = "move it further up, change what it asks for, or take it away";
}

static void check_reach(const struct screening *screening, struct problems *problems)
{
    struct sign_space space;
    struct sign_state state = {{0}};
    struct trial trials[MAX_RULES] = {{0}};
    if (!sign_space_make(&space, screening)) {
        report(problems, TOO_MANY, screening->place, "this check has more than %d signs", MAX_SIGNS);
        return;
    }
    if (space.states > STATES_MAX) {
        return; /* the proof says so */
    }
    do {
        struct signs signs = sign_space_signs(&space, screening, &state);
        try_state(screening, &signs, trials);
    } while (sign_space_next(&space, &state));
    for (size_t i = 0; i < screening->rule_count; i++) {
        report_trial(&screening->rules[i], &trials[i], problems);
    }
}

static void check_last_rule(const struct screening *screening, struct problems *problems)
{
    const struct rule *last = &screening->rules[screening->rule_count - 1];
    if (last->when.place.file != NULL) {
        report(problems, RULE_NEVER, last->place,
               "the last rule asks for something, so some answers lead to no outcome")
            ->fix = "end with a rule without when   {id: else, outcome: …}";
    }
}

/* ---- additions and safety ---------------------------------------------------------------------------------- */

static void resolve_additions(const struct screening *screening, struct problems *problems)
{
    struct addition *additions = (struct addition *)screening->additions;
    for (size_t i = 0; i < screening->addition_count; i++) {
        if (!find_sign(screening, additions[i].sign, &additions[i].item, &additions[i].option)) {
            report_no_sign(screening, additions[i].sign, additions[i].place, problems);
        }
    }
}

static void resolve_safety_item(struct screening *screening, struct problems *problems)
{
    if (screening->safety_item_id == NULL) {
        return;
    }
    size_t item = 0;
    while (item < screening->item_count && !is_same(screening->items[item].id, screening->safety_item_id)) {
        item++;
    }
    screening->safety_item = (uint16_t)item;
    if (item == screening->item_count || screening->items[item].type == ITEM_DISPLAY) {
        report(problems, SAFETY_ITEM, screening->safety_item_place, "there is no question '%s' in this check",
               screening->safety_item_id)
            ->fix = "write the id of the question on safety";
    } else if (screening->safety_skipped.place.file == NULL) {
        report(problems, SAFETY_ITEM, screening->safety_item_place,
               "'safety_skipped' is missing: what the result says when the question on safety was left out");
    }
}

/* Groups, outcomes and additions mean something to rules only. */
static void check_no_rules(const struct screening *screening, struct problems *problems)
{
    if (screening->score.sum_count > 0 && screening->outcome_count + screening->addition_count > 0) {
        report(problems, SCORE_OR_RULES, screening->score.place,
               "a check with a score cannot have %s, which need rules",
               screening->outcome_count > 0 ? "outcomes" : "adds");
    }
}

void check_rules(struct screening *screening, struct problems *problems)
{
    size_t errors = problems->errors;
    struct rule *rules = (struct rule *)screening->rules;
    resolve_safety_item(screening, problems);
    if (screening->rule_count == 0) {
        check_no_rules(screening, problems);
        return;
    }
    check_rule_ids(screening, problems);
    resolve_additions(screening, problems);
    for (size_t i = 0; i < screening->rule_count; i++) {
        if (rules[i].when.place.file != NULL) {
            resolve_clause(screening, &rules[i].when, problems);
        }
        resolve_outcome(screening, &rules[i], problems);
    }
    /* A rule with a slip of the pen may have meant the outcome that nobody names. */
    for (size_t i = 0; i < screening->outcome_count && problems->errors == errors; i++) {
        check_outcome(screening, i, problems);
    }
    check_last_rule(screening, problems);
    if (problems->errors == errors) {
        check_reach(screening, problems);
    }
}
