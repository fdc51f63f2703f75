/* Reads a questionnaire with the answers given so far: what is shown, what it comes to, when help comes first. */
#include "screening.h"

#include "rules.h"

#include <string.h>

static size_t item_count(const struct screening *screening)
{
    return screening->item_count < MAX_ITEMS ? screening->item_count : MAX_ITEMS;
}

static bool has_option(const struct item *item, int option)
{
    return option >= 0 && option < screening_option_count(item);
}

static bool is_exclusive(const struct item *item, int option)
{
    return item->options && item->options->options[option].exclusive;
}

static bool is_answered(const struct screening *screening, const struct answers *answers, size_t item)
{
    return has_option(&screening->items[item], answers->option[item]);
}

static bool is_chosen(const struct screening *screening, const struct answers *answers, size_t item, int option)
{
    if (!screening->items[item].repeats)
        return answers->option[item] == option;
    return is_answered(screening, answers, item) && ((unsigned)answers->chosen[item] >> option & 1u) != 0;
}

/* Of an answered item: the value of its answer, or how many are chosen that are not exclusive. */
static int value_of(const struct screening *screening, const struct answers *answers, size_t index)
{
    const struct item *item = &screening->items[index];
    int option = answers->option[index];
    if (!item->repeats)
        return item->options ? item->options->options[option].value : option;
    int count = 0;
    for (int i = 0; i < screening_option_count(item); i++)
        count += is_chosen(screening, answers, index, i) && !is_exclusive(item, i);
    return count;
}

static int weight_of(const struct item *item, int option)
{
    return item->options ? item->options->options[option].weight : option;
}

static bool compare(int value, enum comparison op, int with)
{
    switch (op) {
    case IS_EXISTS:
        return with != 0;
    case IS_EQUAL:
        return value == with;
    case IS_NOT_EQUAL:
        return value != with;
    case IS_GREATER:
        return value > with;
    case IS_LESS:
        return value < with;
    case IS_AT_LEAST:
        return value >= with;
    case IS_AT_MOST:
        return value <= with;
    }
    return false;
}

/* shown holds the verdict on every item before `reader`; looking no further makes a loop of conditions
 * impossible, whatever a file says. */
static bool condition_holds(const struct screening *screening, const struct answers *answers,
                            const struct condition *condition, const bool *shown, size_t reader)
{
    size_t item = condition->item;
    bool answered = item < reader && shown[item] && is_answered(screening, answers, item);
    if (!answered)
        return condition->op == IS_EXISTS && condition->value == 0;
    return compare(value_of(screening, answers, item), condition->op, condition->value);
}

static bool conditions_hold(const struct screening *screening, const struct answers *answers, const bool *shown,
                            size_t reader)
{
    const struct conditions *conditions = &screening->items[reader].show_if;
    for (size_t i = 0; i < conditions->count; i++) {
        bool holds = condition_holds(screening, answers, &conditions->list[i], shown, reader);
        if (holds == conditions->any)
            return holds;
    }
    return conditions->count == 0 || !conditions->any;
}

/* Fills shown[] for the first `count` items. */
static void find_shown(const struct screening *screening, const struct answers *answers, bool *shown, size_t count)
{
    for (size_t item = 0; item < count; item++)
        shown[item] = conditions_hold(screening, answers, shown, item);
}

static void clear_hidden(const struct screening *screening, struct answers *answers)
{
    bool shown[MAX_ITEMS] = {false};
    find_shown(screening, answers, shown, item_count(screening));
    for (size_t item = 0; item < item_count(screening); item++) {
        if (shown[item])
            continue;
        answers->option[item] = ANSWER_NONE;
        answers->chosen[item] = 0;
    }
}

/* Chooses one more, or takes it back. What is exclusive stands alone. */
static void toggle(const struct item *item, struct answers *answers, size_t index, int option)
{
    unsigned chosen = answers->chosen[index] ^ 1u << option;
    for (int i = 0; i < screening_option_count(item); i++)
        if (is_exclusive(item, option) ? i != option : is_exclusive(item, i))
            chosen &= ~(1u << i);
    answers->chosen[index] = (uint16_t)chosen;
    answers->option[index] = chosen != 0 ? 0 : ANSWER_NONE;
}

static bool is_question(const struct screening *screening, size_t item)
{
    return screening->items[item].type != ITEM_DISPLAY;
}

/* Any number, held within -1 (before the first item) and the count (after the last). */
static int clamp_item(const struct screening *screening, int item)
{
    int count = (int)item_count(screening);
    if (item < 0)
        return -1;
    return item < count ? item : count;
}

/* Index of the item with this id, or item_count. Sums name items in their order, so the one at `likely` is tried first.
 */
static size_t find_item(const struct screening *screening, const char *id, size_t likely)
{
    size_t item = 0;
    if (likely < item_count(screening) && strcmp(screening->items[likely].id, id) == 0)
        return likely;
    while (item < item_count(screening) && strcmp(screening->items[item].id, id) != 0)
        item++;
    return item;
}

void answers_clear(struct answers *answers)
{
    memset(answers->option, ANSWER_NONE, sizeof answers->option);
    memset(answers->chosen, 0, sizeof answers->chosen);
}

int screening_option_count(const struct item *item)
{
    if (item->type == ITEM_DISPLAY)
        return 0;
    if (item->options)
        return (int)item->options->option_count;
    return item->type == ITEM_BOOLEAN ? 2 : 0;
}

bool screening_chose(const struct screening *screening, const struct answers *answers, size_t item, int option)
{
    return screening_shown(screening, answers, item) && has_option(&screening->items[item], option) &&
           is_chosen(screening, answers, item, option);
}

bool screening_shown(const struct screening *screening, const struct answers *answers, size_t item)
{
    if (item >= item_count(screening))
        return false;
    bool shown[MAX_ITEMS] = {false};
    find_shown(screening, answers, shown, item + 1);
    return shown[item];
}

enum safety_route screening_answer(const struct screening *screening, struct answers *answers, size_t item, int option)
{
    if (item >= item_count(screening) || !is_question(screening, item))
        return ROUTE_NONE;
    if (option != ANSWER_NONE && option != ANSWER_SKIPPED && !has_option(&screening->items[item], option))
        return ROUTE_NONE;
    if (screening->items[item].repeats && option >= 0) {
        toggle(&screening->items[item], answers, item, option);
    } else {
        answers->option[item] = (int8_t)option;
        answers->chosen[item] = 0;
    }
    clear_hidden(screening, answers);
    return screening_route(screening, answers, item);
}

enum safety_route screening_route(const struct screening *screening, const struct answers *answers, size_t item)
{
    if (item >= item_count(screening))
        return ROUTE_NONE;
    const struct on_answer *route = &screening->items[item].on_answer;
    bool fires = is_answered(screening, answers, item) && value_of(screening, answers, item) >= route->at_least;
    return fires ? route->show : ROUTE_NONE;
}

int screening_next(const struct screening *screening, const struct answers *answers, int item)
{
    for (int next = clamp_item(screening, item) + 1; next < (int)item_count(screening); next++)
        if (screening_shown(screening, answers, (size_t)next))
            return next;
    return -1;
}

int screening_previous(const struct screening *screening, const struct answers *answers, int item)
{
    for (int previous = clamp_item(screening, item) - 1; previous >= 0; previous--)
        if (screening_shown(screening, answers, (size_t)previous))
            return previous;
    return -1;
}

int screening_shown_count(const struct screening *screening, const struct answers *answers)
{
    return screening_position(screening, answers, (int)item_count(screening));
}

int screening_position(const struct screening *screening, const struct answers *answers, int item)
{
    int questions = 0;
    for (int i = screening_next(screening, answers, -1); i >= 0 && i < item; i = screening_next(screening, answers, i))
        questions += is_question(screening, (size_t)i);
    return questions;
}

int screening_total(const struct screening *screening, const struct answers *answers)
{
    int total = -1;
    bool shown[MAX_ITEMS] = {false};
    find_shown(screening, answers, shown, item_count(screening));
    for (size_t i = 0; i < screening->score.sum_count; i++) {
        size_t item = find_item(screening, screening->score.sum_of[i], i);
        if (item == item_count(screening))
            return -1;
        if (!shown[item])
            continue;
        if (!has_option(&screening->items[item], answers->option[item]))
            return -1;
        total = (total < 0 ? 0 : total) + weight_of(&screening->items[item], answers->option[item]);
    }
    return total;
}

const struct band *screening_band(const struct screening *screening, int total)
{
    for (size_t i = 0; total >= 0 && i < screening->score.band_count; i++) {
        const struct band *band = &screening->score.bands[i];
        if (total >= band->min && total <= band->max)
            return band;
    }
    return NULL;
}

bool screening_needs_help(const struct screening *screening, const struct answers *answers)
{
    for (size_t item = 0; item < item_count(screening); item++)
        if (screening_route(screening, answers, item) == ROUTE_HELP_NOW)
            return true;
    return false;
}

bool screening_started(const struct answers *answers)
{
    for (size_t item = 0; item < MAX_ITEMS; item++)
        if (answers->option[item] >= 0)
            return true;
    return false;
}

/* ---- checks with rules ---------------------------------------------------------------------------------- */

/* A hidden answer is no sign. */
static struct signs chosen_signs(const struct screening *screening, const struct answers *answers)
{
    struct signs signs = {0};
    bool shown[MAX_ITEMS] = {false};
    find_shown(screening, answers, shown, item_count(screening));
    for (size_t item = 0; item < item_count(screening); item++) {
        int options =
            shown[item] && screening->items[item].options ? screening_option_count(&screening->items[item]) : 0;
        for (int option = 0; option < options; option++)
            if (is_chosen(screening, answers, item, option))
                signs_choose(&signs, screening, item, (size_t)option);
    }
    return signs;
}

/* Does the clause ask for this sign, or for some of its group, and get it? */
static bool asks_for(const struct clause *clause, const struct signs *signs, const struct answer_option *option)
{
    if (!clause_holds(clause, signs))
        return false;
    if (clause->sign)
        return strcmp(clause->sign, option->sign) == 0;
    if (clause->group)
        return clause->group_index == option->group_index; /* with `eq: 0` it could not hold */
    for (size_t i = 0; i < clause->all_count; i++)
        if (asks_for(&clause->all[i], signs, option))
            return true;
    for (size_t i = 0; i < clause->any_count; i++)
        if (asks_for(&clause->any[i], signs, option))
            return true;
    return false;
}

/* The option if it is chosen and a sign, else NULL. */
static const struct answer_option *chosen_sign(const struct screening *screening, const struct answers *answers,
                                               size_t item, int option)
{
    if (!screening_chose(screening, answers, item, option) || !screening->items[item].options)
        return NULL;
    const struct answer_option *chosen = &screening->items[item].options->options[option];
    return chosen->sign ? chosen : NULL;
}

int screening_group_count(const struct screening *screening, const struct answers *answers, size_t group)
{
    return group < MAX_GROUPS ? chosen_signs(screening, answers).count[group] : 0;
}

bool screening_has_sign(const struct screening *screening, const struct answers *answers, const char *sign)
{
    for (size_t item = 0; item < item_count(screening); item++)
        for (int option = 0; option < screening_option_count(&screening->items[item]); option++) {
            const struct answer_option *chosen = chosen_sign(screening, answers, item, option);
            if (chosen && strcmp(chosen->sign, sign) == 0)
                return true;
        }
    return false;
}

const struct rule *screening_rule(const struct screening *screening, const struct answers *answers)
{
    struct signs signs = chosen_signs(screening, answers);
    return first_rule(screening, &signs);
}

const struct outcome *screening_outcome(const struct screening *screening, const struct answers *answers)
{
    const struct rule *rule = screening_rule(screening, answers);
    return rule ? &screening->outcomes[rule->outcome_index] : NULL;
}

bool screening_sign_counts(const struct screening *screening, const struct answers *answers, const struct rule *rule,
                           size_t item, int option)
{
    const struct answer_option *chosen = chosen_sign(screening, answers, item, option);
    struct signs signs = chosen_signs(screening, answers);
    return chosen && asks_for(&rule->when, &signs, chosen);
}

bool screening_chose_kind(const struct screening *screening, const struct answers *answers, size_t item, int option,
                          enum group_kind kind)
{
    const struct answer_option *chosen = chosen_sign(screening, answers, item, option);
    return chosen && chosen->group_index < screening->group_count &&
           screening->groups[chosen->group_index].kind == kind;
}

bool screening_adds(const struct screening *screening, const struct answers *answers, const struct addition *addition)
{
    return screening_chose(screening, answers, addition->item, addition->option);
}

bool screening_safety_skipped(const struct screening *screening, const struct answers *answers)
{
    return screening->safety_item_id && screening_shown(screening, answers, screening->safety_item) &&
           !is_answered(screening, answers, screening->safety_item);
}
