/* Checks of a check's questions: answers exist, conditions ask what was asked before, routes can happen. */
#include "checks.h"
#include "problem_codes.h"
#include "suggest.h"

#include <string.h>

static bool is_same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static void report_twice(struct problems *problems, const char *what, const char *id, const struct place places[2])
{
    struct problem *problem =
        report(problems, ID_TWICE, places[1], "the id '%s' is used by two %s: in line %d and in line %d", id, what,
               places[0].line, places[1].line);
    problem->fix = "give one of them another id";
}

static void check_option_set(const struct option_set *set, struct problems *problems)
{
    for (size_t i = 1; i < set->option_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (set->options[i].value == set->options[k].value) {
                report(problems, OPTION_TWICE, set->options[i].text.place, "two answers of '%s' have the value %d",
                       set->id != NULL ? set->id : "", set->options[i].value)
                    ->fix = "give each answer a value of its own";
            }
        }
    }
}

static void check_option_sets(const struct screening *screening, struct problems *problems)
{
    for (size_t i = 0; i < screening->option_set_count; i++) {
        const struct option_set *set = &screening->option_sets[i];
        check_option_set(set, problems);
        for (size_t k = 0; k < i; k++) {
            if (is_same(set->id, screening->option_sets[k].id)) {
                const struct place places[] = {screening->option_sets[k].place, set->place};
                report_twice(problems, "option sets", set->id, places);
            }
        }
    }
}

static void report_no_options(const struct screening *screening, const struct item *item, struct problems *problems)
{
    struct problem *problem =
        report(problems, NO_OPTIONS, item->options_place, "there is no option set '%s'", item->options_name);
    struct suggestion meant = {.written = item->options_name};
    for (size_t i = 0; i < screening->option_set_count; i++) {
        if (screening->option_sets[i].id != NULL) {
            suggest(&meant, screening->option_sets[i].id);
        }
    }
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
    problem->fix = meant.found != NULL ? NULL : "write it under option_sets";
}

/* Finds the item's option set and says what is wrong with it. */
static void resolve_options(const struct screening *screening, struct item *item, struct problems *problems)
{
    for (size_t i = 0; i < screening->option_set_count && item->options_name != NULL; i++) {
        if (is_same(item->options_name, screening->option_sets[i].id)) {
            item->options = &screening->option_sets[i];
        }
    }
    if (item->options == NULL && item->options_name != NULL) {
        report_no_options(screening, item, problems);
    } else if (item->options == NULL && item->type != ITEM_DISPLAY && item->id != NULL) {
        report(problems, NO_OPTIONS, item->place, "the question '%s' has no answers", item->id)->fix =
            "add   options: …   with the id of an option set";
    } else if (item->type == ITEM_BOOLEAN && item->options != NULL && item->options->option_count != 2) {
        report(problems, NO_OPTIONS, item->options_place,
               "a question of type boolean has two answers, but '%s' has %zu", item->options_name,
               item->options->option_count)
            ->fix = "use type: choice, or an option set with yes and no";
    }
}

static bool holds(const struct condition *condition, int value)
{
    switch (condition->op) {
    case IS_EXISTS:
        return condition->value == 0 || condition->value == 1;
    case IS_EQUAL:
        return value == condition->value;
    case IS_NOT_EQUAL:
        return value != condition->value;
    case IS_GREATER:
        return value > condition->value;
    case IS_LESS:
        return value < condition->value;
    case IS_AT_LEAST:
        return value >= condition->value;
    case IS_AT_MOST:
        return value <= condition->value;
    }
    return false;
}

/* The value of an option; of a question with several answers, how many are chosen if all up to this one are. */
static int value_up_to(const struct item *item, size_t option)
{
    int count = 0;
    for (size_t i = 0; i <= option; i++) {
        count += !item->options->options[i].exclusive;
    }
    return item->repeats ? count : item->options->options[option].value;
}

static bool can_hold(const struct item *asked, const struct condition *condition)
{
    bool holds_for_none = asked->repeats && condition->op != IS_EXISTS && holds(condition, 0);
    for (size_t i = 0; i < asked->options->option_count; i++) {
        if (holds_for_none || holds(condition, value_up_to(asked, i))) {
            return true;
        }
    }
    return false;
}

static void check_condition_value(const struct item *asked, const struct condition *condition,
                                  struct problems *problems)
{
    if (can_hold(asked, condition)) {
        return;
    }
    struct problem *problem = report(problems, CONDITION_VALUE, condition->place,
                                     "this condition can never be true: no answer of '%s' fits it", asked->id);
    problem->fix = condition->op == IS_EXISTS ? "exists compares with 1 (answered) or 0 (not answered)"
                                              : "compare with the value of one of its answers";
}

static int find_item(const struct screening *screening, const char *id)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        if (is_same(id, screening->items[i].id)) {
            return (int)i;
        }
    }
    return -1;
}

static void report_no_item(const struct screening *screening, const struct condition *condition,
                           struct problems *problems)
{
    struct problem *problem = report(problems, CONDITION_ITEM, condition->place,
                                     "there is no question '%s' in this check", condition->item_id);
    struct suggestion meant = {.written = condition->item_id};
    for (size_t i = 0; i < screening->item_count; i++) {
        if (screening->items[i].id != NULL) {
            suggest(&meant, screening->items[i].id);
        }
    }
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
}

/* Only earlier questions may be asked for: so no two can wait for each other. */
static void resolve_condition(const struct screening *screening, size_t item, struct condition *condition,
                              struct problems *problems)
{
    if (condition->item_id == NULL) {
        return;
    }
    int asked = find_item(screening, condition->item_id);
    if (asked < 0) {
        report_no_item(screening, condition, problems);
        return;
    }
    condition->item = (uint16_t)asked;
    if ((size_t)asked >= item) {
        report(problems, CONDITION_LATER, condition->place, "'%s' comes later than the question that waits for it",
               condition->item_id)
            ->fix = "ask only for questions that stand further up";
    } else if (screening->items[asked].type == ITEM_DISPLAY) {
        report(problems, CONDITION_ITEM, condition->place, "'%s' is no question, so it has no answer",
               condition->item_id);
    } else if (screening->items[asked].options != NULL) {
        check_condition_value(&screening->items[asked], condition, problems);
    }
}

static void check_route(const struct item *item, struct problems *problems)
{
    if (item->on_answer.show == ROUTE_NONE || (item->options == NULL && item->type != ITEM_DISPLAY)) {
        return;
    }
    for (size_t i = 0; item->options != NULL && i < item->options->option_count; i++) {
        if (value_up_to(item, i) >= item->on_answer.at_least) {
            return;
        }
    }
    report(problems, ROUTE_NEVER, item->on_answer.place, "no answer of '%s' reaches %d, so help would never be shown",
           item->id != NULL ? item->id : "", item->on_answer.at_least)
        ->fix = "write the lowest value that must lead to help   ge: 1";
}

static void check_item_ids(const struct screening *screening, struct problems *problems)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (is_same(screening->items[i].id, screening->items[k].id)) {
                const struct place places[] = {screening->items[k].place, screening->items[i].place};
                report_twice(problems, "questions", screening->items[i].id, places);
            }
        }
    }
}

void check_screening(struct screening *screening, struct problems *problems)
{
    /* Items are constant for everyone but the loader, which made them and still completes them. */
    struct item *items = (struct item *)screening->items;
    check_option_sets(screening, problems);
    check_item_ids(screening, problems);
    for (size_t i = 0; i < screening->item_count; i++) {
        resolve_options(screening, &items[i], problems);
    }
    for (size_t i = 0; i < screening->item_count; i++) {
        struct condition *conditions = (struct condition *)items[i].show_if.list;
        for (size_t c = 0; c < items[i].show_if.count; c++) {
            resolve_condition(screening, i, &conditions[c], problems);
        }
        check_route(&items[i], problems);
    }
}
