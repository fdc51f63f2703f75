/* Reads rules: whether one holds, and which choices of signs make a difference to any. */
#include "rules.h"

#include <string.h>

void signs_choose(struct signs *signs, const struct screening *screening, size_t item, size_t option)
{
    const struct answer_option *chosen = &screening->items[item].options->options[option];
    signs->chosen[item] = (uint16_t)(signs->chosen[item] | 1u << option);
    if (chosen->sign != NULL && chosen->group_index < MAX_GROUPS) {
        signs->count[chosen->group_index]++;
    }
}

bool signs_chose(const struct signs *signs, size_t item, size_t option)
{
    return ((unsigned)signs->chosen[item] >> option & 1u) != 0;
}

static bool is_counted(const struct clause *clause, const struct signs *signs)
{
    int count = signs->count[clause->group_index];
    return clause->equal != NO_COUNT ? count == clause->equal : count >= clause->at_least;
}

bool clause_holds(const struct clause *clause, const struct signs *signs)
{
    if (clause->sign != NULL) {
        return signs_chose(signs, clause->item, clause->option);
    }
    if (clause->group != NULL) {
        return is_counted(clause, signs);
    }
    for (size_t i = 0; i < clause->all_count; i++) {
        if (!clause_holds(&clause->all[i], signs)) {
            return false;
        }
    }
    bool any = clause->any_count == 0;
    for (size_t i = 0; i < clause->any_count && !any; i++) {
        any = clause_holds(&clause->any[i], signs);
    }
    return any;
}

const struct rule *first_rule(const struct screening *screening, const struct signs *signs)
{
    for (size_t i = 0; i < screening->rule_count; i++) {
        if (clause_holds(&screening->rules[i].when, signs)) {
            return &screening->rules[i];
        }
    }
    return NULL;
}

/* ---- every choice that rules can tell apart ------------------------------------------------------------- */

/* What a clause and those in it ask of one sign, or of one group. */
struct asked {
    const char *sign;
    size_t group;
    bool named; /* the sign by its name */
    int most;   /* from this count of the group on, nothing changes */
};

static void ask(const struct clause *clause, struct asked *asked)
{
    int most = clause->equal != NO_COUNT ? clause->equal + 1 : clause->at_least;
    if (clause->sign != NULL) {
        asked->named = asked->named || strcmp(clause->sign, asked->sign) == 0;
    } else if (clause->group != NULL && clause->group_index == asked->group && most > asked->most) {
        asked->most = most;
    }
    for (size_t i = 0; i < clause->all_count; i++) {
        ask(&clause->all[i], asked);
    }
    for (size_t i = 0; i < clause->any_count; i++) {
        ask(&clause->any[i], asked);
    }
}

static struct asked ask_rules(const struct screening *screening, const char *sign, size_t group)
{
    struct asked asked = {.sign = sign, .group = group, .most = 1};
    for (size_t i = 0; i < screening->rule_count; i++) {
        ask(&screening->rules[i].when, &asked);
    }
    return asked;
}

/* Does it decide what else is asked? */
static bool is_read(const struct screening *screening, size_t item)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct conditions *conditions = &screening->items[i].show_if;
        for (size_t c = 0; c < conditions->count; c++) {
            if (conditions->list[c].item == item) {
                return true;
            }
        }
    }
    return false;
}

static bool is_plain(const struct screening *screening, size_t item)
{
    const struct item *asked = &screening->items[item];
    return asked->repeats && asked->show_if.count == 0 && !is_read(screening, item);
}

static bool is_single(const struct screening *screening, const struct sign_place *place)
{
    const char *sign = screening->items[place->item].options->options[place->option].sign;
    return !is_plain(screening, place->item) || ask_rules(screening, sign, place->group).named;
}

/* Is this an answer to be added: of the group, and with an axis of its own or not? */
static bool belongs(const struct screening *screening, const struct sign_place *place, bool single)
{
    const struct answer_option *option = &screening->items[place->item].options->options[place->option];
    if (place->group == NO_INDEX) {
        return option->sign == NULL && is_read(screening, place->item);
    }
    return option->sign != NULL && option->group_index == place->group && is_single(screening, place) == single;
}

/* Adds answers of a group to the space: those with an axis of their own, or the others. */
static bool add_signs(struct sign_space *space, const struct screening *screening, size_t group, bool single)
{
    for (size_t item = 0; item < screening->item_count; item++) {
        const struct option_set *set = screening->items[item].options;
        for (size_t option = 0; set != NULL && option < set->option_count; option++) {
            const struct sign_place place = {(uint16_t)item, (uint16_t)option, (uint16_t)group};
            if (!belongs(screening, &place, single)) {
                continue;
            }
            if (space->sign_count == MAX_SIGNS) {
                return false;
            }
            space->signs[space->sign_count++] = place;
        }
    }
    return true;
}

static void add_axis(struct sign_space *space, size_t first, size_t count, int largest)
{
    if (count == 0) {
        return;
    }
    int most = (int)count < largest ? (int)count : largest;
    space->axes[space->axis_count++] =
        (struct sign_axis){.first = (uint16_t)first, .count = (uint16_t)count, .most = most};
    size_t states = space->states * (size_t)(most + 1);
    space->states = states > STATES_MAX ? STATES_MAX + 1 : states;
}

static bool add_singles(struct sign_space *space, const struct screening *screening, size_t group)
{
    size_t first = space->sign_count;
    bool all = add_signs(space, screening, group, true);
    for (size_t sign = first; sign < space->sign_count; sign++) {
        add_axis(space, sign, 1, 1);
    }
    return all;
}

bool sign_space_make(struct sign_space *space, const struct screening *screening)
{
    *space = (struct sign_space){.states = 1};
    for (size_t group = 0; group < screening->group_count && group < MAX_GROUPS; group++) {
        size_t first = space->sign_count;
        bool all = add_signs(space, screening, group, false);
        add_axis(space, first, space->sign_count - first, ask_rules(screening, "", group).most);
        if (!all || !add_singles(space, screening, group)) {
            return false;
        }
    }
    return add_singles(space, screening, NO_INDEX);
}

bool sign_space_next(const struct sign_space *space, struct sign_state *state)
{
    for (size_t axis = 0; axis < space->axis_count; axis++) {
        if (state->chosen[axis] < space->axes[axis].most) {
            state->chosen[axis]++;
            return true;
        }
        state->chosen[axis] = 0;
    }
    return false;
}

struct signs sign_space_signs(const struct sign_space *space, const struct screening *screening,
                              const struct sign_state *state)
{
    struct signs signs = {0};
    for (size_t axis = 0; axis < space->axis_count; axis++) {
        for (int i = 0; i < state->chosen[axis]; i++) {
            const struct sign_place *place = &space->signs[space->axes[axis].first + i];
            signs_choose(&signs, screening, place->item, place->option);
        }
    }
    return signs;
}
