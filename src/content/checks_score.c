/* Checks of a check's total: what is added, how much it can be, and that every total means one thing. */
#include "checks.h"
#include "problem_codes.h"
#include "suggest.h"

#include <string.h>

static const struct item *find_item(const struct screening *screening, const char *id)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        if (screening->items[i].id != NULL && strcmp(screening->items[i].id, id) == 0) {
            return &screening->items[i];
        }
    }
    return NULL;
}

static void report_unknown(const struct screening *screening, const char *id, struct problems *problems)
{
    struct problem *problem = report(problems, SUM_UNKNOWN, screening->score.sum_of_place,
                                     "sum_of names '%s', but there is no such question", id);
    struct suggestion meant = {.written = id};
    for (size_t i = 0; i < screening->item_count; i++) {
        if (screening->items[i].id != NULL) {
            suggest(&meant, screening->items[i].id);
        }
    }
    problem->hint = meant.found != NULL ? problems_text(problems, "did you mean '%s'?", meant.found) : NULL;
}

static bool is_summed(const struct score *score, const char *id, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (score->sum_of[i] != NULL && strcmp(score->sum_of[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static int largest_weight(const struct option_set *set)
{
    int largest = 0;
    for (size_t i = 0; i < set->option_count; i++) {
        largest = set->options[i].weight > largest ? set->options[i].weight : largest;
    }
    return largest;
}

static bool has_weights(const struct option_set *set, struct problems *problems)
{
    for (size_t i = 0; i < set->option_count; i++) {
        if (set->options[i].weight == NO_WEIGHT) {
            report(problems, SCORE_MAX, set->options[i].text.place,
                   "this answer has no weight, but its question is scored")
                ->fix = "add the points it adds to the total   weight: 0";
            return false;
        }
    }
    return true;
}

/* What the entry adds at most to the total; -1 and a problem if it adds nothing that is known. */
static int weight_of_entry(const struct screening *screening, size_t entry, struct problems *problems)
{
    const struct score *score = &screening->score;
    const char *id = score->sum_of[entry];
    const struct item *item = id != NULL ? find_item(screening, id) : NULL;
    if (id == NULL) {
        return -1;
    }
    if (item == NULL) {
        report_unknown(screening, id, problems);
        return -1;
    }
    if (is_summed(score, id, entry)) {
        report(problems, SUM_UNKNOWN, score->sum_of_place, "sum_of names '%s' twice", id);
        return 0;
    }
    if (!item->scored) {
        report(problems, SUM_NOT_SCORED, item->place, "sum_of names '%s', but this question is not scored", id)->fix =
            "add   scored: true   or take it out of sum_of";
    }
    if (item->options == NULL || !has_weights(item->options, problems)) {
        return -1;
    }
    return largest_weight(item->options);
}

/* The highest total there can be, or -1 if that cannot be known. */
static int highest_total(const struct screening *screening, struct problems *problems)
{
    int total = 0;
    for (size_t i = 0; i < screening->score.sum_count; i++) {
        int weight = weight_of_entry(screening, i, problems);
        total = weight < 0 || total < 0 ? -1 : total + weight;
    }
    return total;
}

/* A name in sum_of that no question has is a slip for one that has: it is told by itself. */
static bool knows_all_of_sum(const struct screening *screening)
{
    bool known = true;
    for (size_t i = 0; i < screening->score.sum_count; i++) {
        const char *id = screening->score.sum_of[i];
        known = known && id != NULL && find_item(screening, id) != NULL;
    }
    return known;
}

static void check_all_summed(const struct screening *screening, struct problems *problems)
{
    if (!knows_all_of_sum(screening)) {
        return;
    }
    for (size_t i = 0; i < screening->item_count; i++) {
        const struct item *item = &screening->items[i];
        if (item->scored && item->id != NULL && !is_summed(&screening->score, item->id, screening->score.sum_count)) {
            report(problems, SUM_NOT_SCORED, item->place, "'%s' is scored, but sum_of does not name it", item->id)
                ->fix = "add it to sum_of, or write   scored: false";
        }
    }
}

static const char *id_of(const struct band *band)
{
    return band->id != NULL ? band->id : "";
}

/* next: the total with which the band must begin. */
static void check_band(const struct band *band, int next, struct problems *problems)
{
    if (band->max < band->min) {
        report(problems, BAND_GAP, band->place, "the band '%s' ends at %d, before it begins at %d", id_of(band),
               band->max, band->min);
    } else if (band->min > next) {
        report(problems, BAND_GAP, band->place, "no band holds %s %d%s",
               band->min - 1 > next ? "the totals from" : "the total", next,
               band->min - 1 > next ? problems_text(problems, " to %d", band->min - 1) : "")
            ->fix = problems_text(problems, "begin the band '%s' with   min: %d", id_of(band), next);
    } else if (band->min < next) {
        report(problems, BAND_OVERLAP, band->place, "the band '%s' begins at %d, but the one before it ends at %d",
               id_of(band), band->min, next - 1)
            ->fix = problems_text(problems, "begin the band '%s' with   min: %d", id_of(band), next);
    }
}

static void check_bands(const struct score *score, int highest, struct problems *problems)
{
    int next = 0;
    for (size_t i = 0; i < score->band_count; i++) {
        const struct band *band = &score->bands[i];
        check_band(band, next, problems);
        next = (band->max > band->min ? band->max : band->min) + 1;
    }
    const struct band *last = score->band_count > 0 ? &score->bands[score->band_count - 1] : NULL;
    if (last != NULL && next - 1 != highest) {
        report(problems, BAND_GAP, last->place, "the last band '%s' ends at %d, but the highest total is %d",
               id_of(last), next - 1, highest)
            ->fix = problems_text(problems, "max: %d", highest);
    }
}

/* A check has a score or rules: with both, nobody could say which of them is the result. */
static void check_kind(const struct screening *screening, struct problems *problems)
{
    bool score = screening->score.sum_count > 0;
    bool rules = screening->rule_count > 0;
    if (score && rules) {
        report(problems, SCORE_OR_RULES, screening->rules_place, "this check has a score and rules, too")->fix =
            "keep one of them: a check has one result";
    } else if (!score && !rules) {
        report(problems, SCORE_OR_RULES, screening->place, "this check has neither a score nor rules")->fix =
            "add   score:   with a total and its bands, or   groups:, rules: and outcomes:";
    } else if (score && (screening->incomplete.place.file == NULL || screening->next_step_count == 0)) {
        report(problems, SCORE_OR_RULES, screening->score.place, "a check with a score needs '%s', too",
               screening->next_step_count == 0 ? "next_steps" : "incomplete")
            ->fix = screening->next_step_count == 0 ? "add three entries under   next_steps:"
                                                    : "add what the result says when a question was left out";
    }
}

void check_score(const struct screening *screening, struct problems *problems)
{
    const struct score *score = &screening->score;
    check_kind(screening, problems);
    check_all_summed(screening, problems);
    if (score->sum_count == 0) {
        return;
    }
    int highest = highest_total(screening, problems);
    if (highest >= 0 && score->max > 0 && highest != score->max) {
        report(problems, SCORE_MAX, score->max_place, "max is %d, but the largest weights of sum_of add up to %d",
               score->max, highest)
            ->fix = problems_text(problems, "max: %d", highest);
    }
    /* Bands are measured with what can really be reached: a wrong max is one mistake, not two. */
    check_bands(score, highest >= 0 ? highest : score->max, problems);
}
