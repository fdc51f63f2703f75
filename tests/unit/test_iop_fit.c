/* Stories about "Could an IOP be right for me?": its rules are those that were agreed, and breaking one is noticed. */
#include "shipped.h"

/* What was agreed, said once more and apart from the content (the project's own rules; a clinician signs them). */
struct chosen {
    int k, u, a, b, c;
    bool d1, d2, d3, x1;
};

static const char *agreed(const struct chosen *chosen)
{
    bool d = chosen->d1 || chosen->d2 || chosen->d3;
    if (chosen->k > 0)
        return "crisis";
    if (chosen->u > 0)
        return "today";
    if (chosen->d1 || chosen->d2)
        return "ask_iop";
    if (chosen->a >= 1 && chosen->b >= 1)
        return "ask_iop";
    if (chosen->b >= 2)
        return "ask_iop";
    if (chosen->c >= 1 && (chosen->a >= 1 || chosen->b >= 1))
        return "ask_iop";
    if (chosen->d3)
        return "ask_iop";
    return chosen->x1 && chosen->a + chosen->b + chosen->c == 0 && !d ? "weekly" : "talk";
}

static void choose(const struct screening *screening, struct answers *answers, const char *sign)
{
    for (size_t item = 0; item < screening->item_count; item++)
        for (int option = 0; option < screening_option_count(&screening->items[item]); option++) {
            const char *name = screening->items[item].options->options[option].sign;
            if (name != NULL && strcmp(name, sign) == 0) {
                screening_answer(screening, answers, item, option);
                return;
            }
        }
    fail_msg("there is no sign '%s'", sign);
}

static void choose_first(const struct screening *screening, struct answers *answers, char group, int count)
{
    for (int i = 1; i <= count; i++) {
        const char sign[] = {group, (char)('0' + i), '\0'};
        choose(screening, answers, sign);
    }
}

static const char *outcome_of(const struct screening *screening, const struct chosen *chosen)
{
    struct answers answers;
    answers_clear(&answers);
    choose_first(screening, &answers, 'K', chosen->k);
    choose_first(screening, &answers, 'U', chosen->u);
    choose_first(screening, &answers, 'A', chosen->a);
    choose_first(screening, &answers, 'B', chosen->b);
    choose_first(screening, &answers, 'C', chosen->c);
    if (chosen->d1)
        choose(screening, &answers, "D1");
    if (chosen->d2)
        choose(screening, &answers, "D2");
    if (chosen->d3)
        choose(screening, &answers, "D3");
    if (chosen->x1)
        choose(screening, &answers, "X1");
    const struct outcome *outcome = screening_outcome(screening, &answers);
    return outcome != NULL ? outcome->id : "none";
}

/* All counts that any rule, broken or not, could tell apart: 2 × 2 × 3 × 4 × 3 × 16 choices. */
static bool is_as_agreed(const struct screening *screening)
{
    for (int at = 0; at < 2 * 2 * 3 * 4 * 3 * 16; at++) {
        int rest = at / 16;
        struct chosen chosen = {.d1 = at & 1, .d2 = at & 2, .d3 = at & 4, .x1 = at & 8};
        chosen.k = rest % 2;
        chosen.u = rest / 2 % 2;
        chosen.a = rest / 4 % 3;
        chosen.b = rest / 12 % 4;
        chosen.c = rest / 48;
        if (strcmp(outcome_of(screening, &chosen), agreed(&chosen)) != 0)
            return false;
    }
    return true;
}

static void the_shipped_rules_are_those_that_were_agreed(void **state)
{
    (void)state;
    struct screening fit = copy_of("iop-fit");
    assert_true(is_as_agreed(&fit));
}

/* The reduction to counts, tried from the other side: signs of any kind at random. */
static void signs_at_random_lead_where_it_was_agreed(void **state)
{
    (void)state;
    struct screening fit = copy_of("iop-fit");
    uint32_t seed = 988;
    for (int run = 0; run < 20000; run++) {
        struct answers answers;
        struct chosen chosen = {0};
        answers_clear(&answers);
        uint32_t rarity = 2 + seed % 12;
        for (size_t item = 0; item < fit.item_count; item++)
            for (int option = 0; option < screening_option_count(&fit.items[item]); option++) {
                const char *sign = fit.items[item].options->options[option].sign;
                seed = seed * 1664525u + 1013904223u;
                if (sign == NULL || (seed >> 16) % rarity != 0)
                    continue;
                screening_answer(&fit, &answers, item, option);
                chosen.k += sign[0] == 'K';
                chosen.u += sign[0] == 'U';
                chosen.a += sign[0] == 'A';
                chosen.b += sign[0] == 'B';
                chosen.c += sign[0] == 'C';
                chosen.d1 = chosen.d1 || strcmp(sign, "D1") == 0;
                chosen.d2 = chosen.d2 || strcmp(sign, "D2") == 0;
                chosen.d3 = chosen.d3 || strcmp(sign, "D3") == 0;
                chosen.x1 = chosen.x1 || strcmp(sign, "X1") == 0;
            }
        assert_string_equal(screening_outcome(&fit, &answers)->id, agreed(&chosen));
    }
}

/* ---- broken one by one -------------------------------------------------------------------------------------- */

/* Mutants that change no outcome, and so may live:
 * - r3 to r7 all lead to ask_iop, so their order among each other shows only in the answers that are named;
 * - r7 and r8 exclude each other: r8 wants no sign of D;
 * - what r8 says of D is said by r3 and r7 already, which come first: it stands there for the reader.
 * Mutants that only the agreed table finds keep every promise of the proof: they ask for less support, but never for
 * less because of more signs. That is why the rules are compared with what was agreed, too. */
static const char *const equivalent[] = {"r3 after the next", "r4 after the next", "r5 after the next",
                                         "r6 after the next", "r7 after the next", "r8 without condition 5"};

struct tally {
    int mutants, by_proof, by_agreement, alive;
    int by_proof_of_rule[MAX_RULES];
};

static void judge(const struct screening *mutant, const char *name, size_t rule, struct tally *tally)
{
    bool expected = false;
    for (size_t i = 0; i < sizeof equivalent / sizeof *equivalent; i++)
        expected = expected || strcmp(equivalent[i], name) == 0;
    bool proved = is_proved(mutant);
    tally->mutants++;
    tally->by_proof += !proved;
    tally->by_proof_of_rule[rule] += !proved;
    bool agrees = proved && is_as_agreed(mutant);
    tally->by_agreement += proved && !agrees;
    tally->alive += agrees;
    if (agrees != expected)
        fail_msg("%s %s", name, agrees ? "goes unnoticed" : "is noticed, but called equivalent");
}

static void break_outcomes(struct screening *fit, struct rule *rules, size_t rule, struct tally *tally)
{
    char name[64];
    uint16_t before = rules[rule].outcome_index;
    for (uint16_t other = 0; other < fit->outcome_count; other++) {
        snprintf(name, sizeof name, "%s to %s", rules[rule].id, fit->outcomes[other].id);
        rules[rule].outcome_index = other;
        if (other != before)
            judge(fit, name, rule, tally);
    }
    rules[rule].outcome_index = before;
}

static void break_order(struct screening *fit, struct rule *rules, size_t rule, struct tally *tally)
{
    char name[64];
    struct rule all[MAX_RULES];
    memcpy(all, rules, fit->rule_count * sizeof *all);
    snprintf(name, sizeof name, "without %s", rules[rule].id);
    memmove(&rules[rule], &rules[rule + 1], (fit->rule_count - rule - 1) * sizeof *rules);
    fit->rule_count--;
    judge(fit, name, rule, tally);
    fit->rule_count++;
    memcpy(rules, all, fit->rule_count * sizeof *all);
    if (rule + 1 == fit->rule_count)
        return;
    snprintf(name, sizeof name, "%s after the next", all[rule].id);
    rules[rule] = all[rule + 1];
    rules[rule + 1] = all[rule];
    judge(fit, name, rule, tally);
    memcpy(rules, all, fit->rule_count * sizeof *all);
}

/* A number one too large; a group that must be absent made one that must be there. */
static void break_count(struct screening *fit, struct clause *clause, const char *name, size_t rule,
                        struct tally *tally)
{
    struct clause before = *clause;
    if (clause->group == NULL)
        return;
    clause->at_least = before.equal == 0 ? 1 : before.at_least + 1;
    clause->equal = NO_COUNT;
    judge(fit, name, rule, tally);
    *clause = before;
}

/* The content's own memory can be written to: it is constant by agreement only, and put back behind each mutant. */
static void break_list(struct screening *fit, struct clause *list, size_t *count, size_t rule, struct tally *tally)
{
    char name[64];
    for (size_t i = 0; i < *count; i++) {
        struct clause last = list[*count - 1];
        struct clause dropped = list[i];
        snprintf(name, sizeof name, "%s without condition %zu", fit->rules[rule].id, i + 1);
        list[i] = last;
        (*count)--;
        judge(fit, name, rule, tally);
        (*count)++;
        list[*count - 1] = last;
        list[i] = dropped;
        snprintf(name, sizeof name, "%s with another condition %zu", fit->rules[rule].id, i + 1);
        break_count(fit, &list[i], name, rule, tally);
    }
}

static void break_conditions(struct screening *fit, struct rule *rules, size_t rule, struct tally *tally)
{
    char name[64];
    struct clause *when = &rules[rule].when;
    struct clause before = *when;
    break_list(fit, (struct clause *)when->all, &when->all_count, rule, tally);
    break_list(fit, (struct clause *)when->any, &when->any_count, rule, tally);
    if (when->all_count > 1) {
        snprintf(name, sizeof name, "%s with any instead of all", rules[rule].id);
        *when = (struct clause){.place = before.place, .any = before.all, .any_count = before.all_count};
        judge(fit, name, rule, tally);
        *when = before;
    }
    if (when->any_count > 1) {
        snprintf(name, sizeof name, "%s with all instead of any", rules[rule].id);
        *when = (struct clause){.place = before.place, .all = before.any, .all_count = before.any_count};
        judge(fit, name, rule, tally);
        *when = before;
    }
}

static void every_rule_that_is_broken_is_noticed(void **state)
{
    (void)state;
    struct screening fit = copy_of("iop-fit");
    struct rule rules[MAX_RULES];
    struct tally tally = {0};
    memcpy(rules, fit.rules, fit.rule_count * sizeof *rules);
    fit.rules = rules;
    for (size_t rule = 0; rule < fit.rule_count; rule++) {
        break_outcomes(&fit, rules, rule, &tally);
        break_order(&fit, rules, rule, &tally);
        break_conditions(&fit, rules, rule, &tally);
        if (tally.by_proof_of_rule[rule] == 0)
            fail_msg("no way of breaking '%s' makes the proof fail", rules[rule].id);
    }
    print_message("%d mutants: %d found by the proof, %d more by the agreed table, %d equivalent\n", tally.mutants,
                  tally.by_proof, tally.by_agreement, tally.alive);
    assert_int_equal(tally.alive, sizeof equivalent / sizeof *equivalent);
    assert_true(is_proved(&fit) && is_as_agreed(&fit));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_rules_are_those_that_were_agreed),
        cmocka_unit_test(signs_at_random_lead_where_it_was_agreed),
        cmocka_unit_test(every_rule_that_is_broken_is_noticed),
    };
    return cmocka_run_group_tests_name("iop fit", tests, load_shipped, free_shipped);
}
