/* Checks of signs: each stands once, in a group that exists, behind a question that can hold it. */
#include "checks.h"
#include "problem_codes.h"
#include "suggest.h"

#include <string.h>

static int find_group(const struct screening *screening, const char *id)
{
    for (size_t i = 0; i < screening->group_count; i++) {
        if (screening->groups[i].id != NULL && strcmp(screening->groups[i].id, id) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static void report_no_group(const struct screening *screening, const struct answer_option *option,
                            struct problems *problems)
{
    struct problem *problem =
        report(problems, GROUP, option->place, "the sign '%s' stands in a group '%s' that does not exist", option->sign,
               option->group);
    struct suggestion meant = {.written = option->group};
    for (size_t i = 0; i < screening->group_count; i++) {
        suggest(&meant, screening->groups[i].id != NULL ? screening->groups[i].id : "");
    }
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
    problem->fix = "write it under   groups:   with its kind";
}

static void resolve_group(const struct screening *screening, struct answer_option *option, struct problems *problems)
{
    if (option->sign == NULL && option->group == NULL) {
        return;
    }
    if (option->sign == NULL || option->group == NULL) {
        report(problems, SIGN, option->place, "this answer has a %s but no %s", option->sign != NULL ? "sign" : "group",
               option->sign != NULL ? "group" : "sign")
            ->fix = "give both   sign: A1, group: A   or none of them";
        return;
    }
    int group = find_group(screening, option->group);
    if (group < 0) {
        report_no_group(screening, option, problems);
        return;
    }
    option->group_index = (uint16_t)group;
    if (option->exclusive) {
        report(problems, REPEATS, option->place,
               "the sign '%s' is exclusive, too: what was chosen before would be lost", option->sign)
            ->fix = "keep   exclusive: true   for None of these, which is no sign";
    }
}

/* The sign's first place other than this one; NULL if there is none before it. */
static const struct answer_option *sign_before(const struct screening *screening, size_t set, size_t option)
{
    const struct answer_option *sign = &screening->option_sets[set].options[option];
    for (size_t s = 0; s <= set; s++) {
        const struct option_set *earlier = &screening->option_sets[s];
        for (size_t i = 0; i < (s < set ? earlier->option_count : option); i++) {
            if (earlier->options[i].sign != NULL && strcmp(earlier->options[i].sign, sign->sign) == 0) {
                return &earlier->options[i];
            }
        }
    }
    return NULL;
}

static bool has_signs(const struct option_set *set)
{
    for (size_t i = 0; i < set->option_count; i++) {
        if (set->options[i].sign != NULL) {
            return true;
        }
    }
    return false;
}

static void check_set(const struct screening *screening, size_t set, struct problems *problems)
{
    /* Option sets are constant for everyone but the loader, which made them and still completes them. */
    struct answer_option *options = (struct answer_option *)screening->option_sets[set].options;
    for (size_t i = 0; i < screening->option_sets[set].option_count; i++) {
        resolve_group(screening, &options[i], problems);
        const struct answer_option *before = options[i].sign != NULL ? sign_before(screening, set, i) : NULL;
        if (before != NULL) {
            report(problems, SIGN, options[i].place, "the sign '%s' is used twice, also in line %d", options[i].sign,
                   before->place.line)
                ->fix = "give each answer a sign of its own";
        }
    }
}

/* A sign behind two questions could be chosen in one and not in the other. */
static void check_shared(const struct screening *screening, size_t item, struct problems *problems)
{
    const struct option_set *set = screening->items[item].options;
    for (size_t i = 0; i < item && set != NULL && has_signs(set); i++) {
        if (screening->items[i].options == set) {
            report(problems, SIGN, screening->items[item].options_place,
                   "two questions use the answers '%s', so their signs stand twice", set->id)
                ->fix = "write an option set of its own for each question with signs";
            return;
        }
    }
}

static void check_repeats(const struct item *item, struct problems *problems)
{
    if (item->repeats && item->type != ITEM_CHOICE) {
        report(problems, REPEATS, item->place, "'%s' has   repeats: true   but is not of type choice", item->id)->fix =
            "write   type: choice";
    } else if (item->repeats && item->scored) {
        report(problems, REPEATS, item->place, "'%s' is scored, but several answers may be chosen", item->id)->fix =
            "take   scored: true   or   repeats: true   away";
    }
    for (size_t i = 0; item->options != NULL && !item->repeats && i < item->options->option_count; i++) {
        if (item->options->options[i].exclusive) {
            report(problems, REPEATS, item->options->options[i].place,
                   "this answer is exclusive, but only one answer of '%s' can be chosen anyway", item->id)
                ->fix = "add   repeats: true   to the question, or take   exclusive: true   away";
        }
    }
}

static bool is_used(const struct screening *screening, size_t group)
{
    for (size_t s = 0; s < screening->option_set_count; s++) {
        const struct option_set *set = &screening->option_sets[s];
        for (size_t i = 0; i < set->option_count; i++) {
            if (set->options[i].group != NULL && strcmp(set->options[i].group, screening->groups[group].id) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void check_group(const struct screening *screening, size_t group, struct problems *problems)
{
    const struct sign_group *checked = &screening->groups[group];
    int first = find_group(screening, checked->id);
    if (first != (int)group) {
        report(problems, ID_TWICE, checked->place, "the group '%s' stands twice, also in line %d", checked->id,
               screening->groups[first].place.line);
    } else if (!is_used(screening, group)) {
        report(problems, GROUP, checked->place, "no answer belongs to the group '%s'", checked->id)->fix =
            problems_text(problems, "give answers   group: %s   or take the group away", checked->id);
    }
}

void check_signs(struct screening *screening, struct problems *problems)
{
    for (size_t i = 0; i < screening->group_count; i++) {
        check_group(screening, i, problems);
    }
    for (size_t i = 0; i < screening->option_set_count; i++) {
        check_set(screening, i, problems);
    }
    for (size_t i = 0; i < screening->item_count; i++) {
        check_repeats(&screening->items[i], problems);
        check_shared(screening, i, problems);
    }
}
