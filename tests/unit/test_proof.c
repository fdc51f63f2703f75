/* Stories about the proof: shipped checks pass it, and whoever breaks one of them is told so in plain words. */
#include "complaint.h"
#include "load.h"
#include "made_content.h"
#include "proof.h"

#include <stdlib.h>

static struct content *shipped;

static int load_shipped(void **state)
{
    (void)state;
    struct problems problems = {0};
    shipped = content_load(IOP_SOURCE_DIR "/content", &problems);
    if (shipped == NULL)
        show_all(&problems);
    problems_free(&problems);
    return shipped == NULL;
}

static int free_shipped(void **state)
{
    (void)state;
    content_free(shipped);
    return 0;
}

/* A copy whose parts a story may break; what it points to is the content's own. */
static struct screening copy_of(const char *id)
{
    for (size_t i = 0; i < shipped->all_screening_count; i++)
        if (strcmp(shipped->screenings[i].id, id) == 0)
            return shipped->screenings[i];
    fail_msg("there is no check '%s'", id);
    return (struct screening){0};
}

static bool is_proved(const struct screening *screening)
{
    struct problems problems = {0};
    prove_screening(screening, &problems);
    bool proved = problems.count == 0;
    problems_free(&problems);
    return proved;
}

static void expect_refused(const struct screening *screening, const char *words)
{
    struct problems problems = {0};
    prove_screening(screening, &problems);
    if (problems.count == 0)
        fail_msg("proved, but should complain of \"%s\"", words);
    expect_words(&problems, 0, words);
    problems_free(&problems);
}

/* ---- what is shipped ---------------------------------------------------------------------------------- */

static void every_shipped_check_keeps_its_promises(void **state)
{
    (void)state;
    assert_true(shipped->all_screening_count >= 3);
    for (size_t i = 0; i < shipped->all_screening_count; i++) {
        struct problems problems = {0};
        prove_screening(&shipped->screenings[i], &problems);
        expect_count(&problems, 0);
        problems_free(&problems);
    }
}

static void the_made_checks_keep_them_too(void **state)
{
    (void)state;
    assert_true(is_proved(phq9));
    assert_true(is_proved(fit_check));
}

/* ---- totals ------------------------------------------------------------------------------------------- */

static struct screening with_bands(const struct screening *screening, struct band *bands)
{
    struct screening copy = *screening;
    memcpy(bands, copy.score.bands, copy.score.band_count * sizeof *bands);
    copy.score.bands = bands;
    return copy;
}

static void a_total_without_a_band_or_with_two_is_found(void **state)
{
    (void)state;
    struct band bands[8];
    struct screening broken = with_bands(phq9, bands);
    bands[2].max--;
    expect_refused(&broken, "0 bands hold the total 14");
    broken = with_bands(phq9, bands);
    bands[3].min--;
    expect_refused(&broken, "2 bands hold the total 14");
    broken = with_bands(phq9, bands);
    broken.score.band_count--;
    expect_refused(&broken, "0 bands hold the total 20");
}

static struct screening with_items(const struct screening *screening, struct item *items)
{
    struct screening copy = *screening;
    memcpy(items, copy.items, copy.item_count * sizeof *items);
    copy.items = items;
    return copy;
}

static void a_question_that_is_summed_but_not_scored_is_found(void **state)
{
    (void)state;
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[4].scored = false;
    expect_refused(&broken, "the total is");
}

static void a_question_that_is_never_asked_is_found(void **state)
{
    (void)state;
    static const struct condition never[] = {{.item_id = "q1", .item = 0, .op = IS_GREATER, .value = 2},
                                             {.item_id = "q1", .item = 0, .op = IS_LESS, .value = 2}};
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[PHQ9_DIFFICULTY].show_if = (struct conditions){.list = never, .count = 2};
    expect_refused(&broken, "'difficulty' is never asked");
}

static void a_route_that_no_answer_reaches_is_found(void **state)
{
    (void)state;
    struct item items[MAX_ITEMS];
    struct screening broken = with_items(phq9, items);
    items[PHQ9_SUICIDAL_THOUGHTS].on_answer.at_least = 4;
    expect_refused(&broken, "no answer of this question shows help");
}

static void a_check_too_large_to_try_is_told_and_does_not_hang(void **state)
{
    (void)state;
    struct item items[40];
    for (int i = 0; i < 40; i++)
        items[i] = (struct item){.id = "q", .type = ITEM_CHOICE, .options = &frequency, .scored = true};
    struct screening large = *phq9;
    large.items = items;
    large.item_count = 40;
    expect_refused(&large, "too many to try");
}

/* ---- rules: broken one by one ---------------------------------------------------------------------------- */

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
    if (when->any_count > 1) /* without its only condition it would hold always: broken otherwise above */
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

/* ---- rules: what is promised of groups ------------------------------------------------------------------- */

static struct screening with_groups(struct sign_group *groups)
{
    struct screening copy = *fit_check;
    memcpy(groups, fit_groups, sizeof fit_groups);
    copy.groups = groups;
    return copy;
}

static struct screening with_outcomes(struct outcome *outcomes)
{
    struct screening copy = *fit_check;
    memcpy(outcomes, fit_outcomes, sizeof fit_outcomes);
    copy.outcomes = outcomes;
    return copy;
}

static void each_promise_has_words_of_its_own_when_it_is_broken(void **state)
{
    (void)state;
    struct sign_group groups[FIT_GROUPS];
    struct screening broken = with_groups(groups);
    groups[GROUP_A].kind = GROUP_STRENGTH;
    expect_refused(&broken, "a strength changes the outcome");
    broken = with_groups(groups);
    groups[GROUP_A].kind = GROUP_DANGER;
    expect_refused(&broken, "must lead to the outcome of the highest need");
    broken = with_groups(groups);
    groups[GROUP_A].kind = GROUP_URGENT;
    expect_refused(&broken, "must lead to the need next to the highest one");
    broken = with_groups(groups);
    groups[GROUP_X].kind = GROUP_NEED;
    expect_refused(&broken, "one more sign lowers the need");
    broken = with_groups(groups);
    groups[GROUP_A].kind = GROUP_MILD;
    expect_refused(&broken, "a mild sign changes the outcome, though others speak for more");
    struct outcome outcomes[FIT_OUTCOMES];
    broken = with_outcomes(outcomes);
    outcomes[FIT_WEEKLY].need = 3;
    expect_refused(&broken, "a mild sign raises the need");
    broken = with_outcomes(outcomes);
    outcomes[FIT_CRISIS].help_first = false;
    expect_refused(&broken, "with help first");
}

static void danger_without_a_route_or_a_question_on_safety_is_found(void **state)
{
    (void)state;
    struct item items[FIT_ITEMS];
    struct screening broken = with_items(fit_check, items);
    items[FIT_SAFETY].on_answer = (struct on_answer){0};
    expect_refused(&broken, "a sign of danger must show help at once");
    broken = *fit_check;
    broken.safety_item_id = NULL;
    expect_refused(&broken, "no safety_item");
}

static void a_choice_without_an_outcome_is_found(void **state)
{
    (void)state;
    struct screening broken = *fit_check;
    broken.rule_count--;
    expect_refused(&broken, "no result");
}

static void a_rule_that_never_decides_is_found(void **state)
{
    (void)state;
    struct rule rules[7];
    struct screening broken = *fit_check;
    memcpy(rules, fit_rules, sizeof fit_rules);
    rules[6] = rules[5];
    rules[5] = (struct rule){.id = "late", .when = fit_rules[3].when, .outcome_index = FIT_ASK};
    broken.rules = rules;
    broken.rule_count = 7;
    expect_refused(&broken, "the rule 'late' never decides");
}

/* A check in which the question with X1 is asked only after `condition` on the question before it. */
static bool is_proved_behind(const struct item *before, const struct condition *condition)
{
    struct sign_group groups[FIT_GROUPS];
    struct item items[FIT_ITEMS];
    struct screening sound = with_groups(groups);
    memcpy(items, fit_items, sizeof fit_items);
    const struct rule rules[] = {fit_rules[0],
                                 fit_rules[1],
                                 {.id = "x", .when = only_mild[0], .outcome_index = FIT_ASK},
                                 {.id = "else", .outcome_index = FIT_TALK}};
    groups[GROUP_X].kind = GROUP_NEED;
    items[FIT_NEEDS] = *before;
    items[FIT_MORE].show_if = (struct conditions){.list = condition, .count = 1};
    sound.items = items;
    sound.rules = rules;
    sound.rule_count = 4;
    sound.outcome_count = 4;
    return is_proved(&sound);
}

/* No rule counts A or B there. But three of them show another question, so every number of them is tried. */
static void answers_that_show_another_question_are_all_tried(void **state)
{
    (void)state;
    const struct condition three = {.item = FIT_NEEDS, .op = IS_AT_LEAST, .value = 3};
    const struct condition often = {.item = FIT_NEEDS, .op = IS_EQUAL, .value = 3};
    const struct item how_often = {.id = "often", .type = ITEM_CHOICE, .options = &frequency};
    assert_true(is_proved_behind(&fit_items[FIT_NEEDS], &three));
    assert_true(is_proved_behind(&how_often, &often));
}

/* A sign that clears the others: then the last one chosen wins. */
static void signs_whose_order_matters_are_found(void **state)
{
    (void)state;
    struct answer_option needs[6];
    struct option_set set = fit_sets[2];
    struct item items[FIT_ITEMS];
    struct screening broken = with_items(fit_check, items);
    memcpy(needs, need_options, sizeof needs);
    needs[1].exclusive = true;
    set.options = needs;
    items[FIT_NEEDS].options = &set;
    expect_refused(&broken, "it matters whether");
}

static void counter_examples_name_the_answers_in_the_first_language(void **state)
{
    (void)state;
    struct screening fit = copy_of("iop-fit");
    struct outcome outcomes[MAX_OUTCOMES];
    memcpy(outcomes, fit.outcomes, fit.outcome_count * sizeof *outcomes);
    outcomes[0].help_first = false;
    fit.outcomes = outcomes;
    struct problems problems = {0};
    prove_rules(&fit, &problems);
    expect_count(&problems, 1);
    const char *words = fit.items[0].options->options[0].text.in[0];
    expect_words(&problems, 0, words);
    expect_words(&problems, 0, "K1");
    expect_words(&problems, 0, "'crisis' by the rule 'r1'");
    assert_int_equal(problems.list[0]->place.line, fit.rules[0].place.line);
    problems_free(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_check_keeps_its_promises),
        cmocka_unit_test(the_made_checks_keep_them_too),
        cmocka_unit_test(a_total_without_a_band_or_with_two_is_found),
        cmocka_unit_test(a_question_that_is_summed_but_not_scored_is_found),
        cmocka_unit_test(a_question_that_is_never_asked_is_found),
        cmocka_unit_test(a_route_that_no_answer_reaches_is_found),
        cmocka_unit_test(a_check_too_large_to_try_is_told_and_does_not_hang),
        cmocka_unit_test(the_shipped_rules_are_those_that_were_agreed),
        cmocka_unit_test(signs_at_random_lead_where_it_was_agreed),
        cmocka_unit_test(every_rule_that_is_broken_is_noticed),
        cmocka_unit_test(each_promise_has_words_of_its_own_when_it_is_broken),
        cmocka_unit_test(danger_without_a_route_or_a_question_on_safety_is_found),
        cmocka_unit_test(a_choice_without_an_outcome_is_found),
        cmocka_unit_test(a_rule_that_never_decides_is_found),
        cmocka_unit_test(answers_that_show_another_question_are_all_tried),
        cmocka_unit_test(signs_whose_order_matters_are_found),
        cmocka_unit_test(counter_examples_name_the_answers_in_the_first_language),
    };
    return cmocka_run_group_tests_name("proof", tests, load_shipped, free_shipped);
}
