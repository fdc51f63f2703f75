/* The tour through the checks: intro, age, every question untouched and answered, review, every result. */
#include "tour_steps.h"

#include "screening.h"

#include <stdio.h>

enum { QUESTION_STATES = 2 }; /* untouched, answered */

/* Stops of a check that are neither questions nor results. */
enum other_stop {
    OTHER_INTRO,
    OTHER_AGE,
    OTHER_YOUNG,
    OTHER_REVIEW,
    OTHER_HELP,
    OTHER_INCOMPLETE,
    OTHER_VEIL,
    OTHER_HIDDEN,
    OTHER_TAKE,
    OTHER_LEFT_OUT, /* the review after a question was left out */
    OTHER_BOTH,     /* the result after another check with a score; the last one, for not all checks have it */
    OTHER_COUNT
};

static const char *const other_names[OTHER_COUNT] = {"intro", "age",    "young",     "review",   "help", "incomplete",
                                                     "veil",  "hidden", "take-away", "left-out", "both"};

struct walker {
    const struct content *content;
    struct stop *stop;
    const struct screening *screening;
    int index; /* of the screening */
};

static void act(struct walker *walker, enum action_kind kind, int a, int b)
{
    tour_act(walker->content, walker->stop, kind, a, b);
}

static enum screen_id shown(const struct walker *walker)
{
    return (enum screen_id)session_view(&walker->stop->session)->screen;
}

static int item_shown(const struct walker *walker)
{
    return session_view(&walker->stop->session)->detail;
}

static void go_to_intro(struct walker *walker)
{
    act(walker, ACTION_GO, SCREEN_CHECKS, 0);
    act(walker, ACTION_GO, SCREEN_INTRO, walker->index);
}

static void begin(struct walker *walker)
{
    go_to_intro(walker);
    act(walker, ACTION_GO, SCREEN_QUESTION, walker->index);
    if (shown(walker) == SCREEN_AGE)
        act(walker, ACTION_ADULT, 1, 0);
}

static void answer(struct walker *walker, int option)
{
    act(walker, ACTION_ANSWER, item_shown(walker), option);
    if (shown(walker) == SCREEN_HELP)
        act(walker, ACTION_BACK, 0, 0);
}

static void finish(struct walker *walker)
{
    if (shown(walker) == SCREEN_REVIEW)
        act(walker, ACTION_NEXT, 0, 0);
}

/* An answer that shows every later question and says nothing more: the second for the first question, else the
 * lowest; where several may be chosen, the one that excludes the others. */
static int quiet_option(const struct walker *walker, int item)
{
    const struct option_set *options = walker->screening->items[item].options;
    for (size_t i = 0; options != NULL && i < options->option_count; i++)
        if (options->options[i].exclusive)
            return (int)i;
    return item == 0 ? 1 : 0;
}

static void go_to_item(struct walker *walker, int item)
{
    while (shown(walker) == SCREEN_QUESTION && item_shown(walker) < item) {
        answer(walker, quiet_option(walker, item_shown(walker)));
        act(walker, ACTION_NEXT, 0, 0);
    }
}

/* ---- results of a score ------------------------------------------------------------------------------ */

/* Points for one item so that all together reach `wanted`. */
static int option_for(const struct screening *screening, int item, int wanted)
{
    const struct option_set *options = screening->items[item].options;
    int best = 0;
    for (size_t i = 0; options != NULL && screening->items[item].scored && i < options->option_count; i++)
        if (options->options[i].weight <= wanted && options->options[i].weight > options->options[best].weight)
            best = (int)i;
    return best;
}

static void go_to_total(struct walker *walker, int total)
{
    while (shown(walker) == SCREEN_QUESTION) {
        const struct item *item = &walker->screening->items[item_shown(walker)];
        int option = option_for(walker->screening, item_shown(walker), total);
        if (item->options != NULL && item->scored)
            total -= item->options->options[option].weight;
        answer(walker, option);
        act(walker, ACTION_NEXT, 0, 0);
    }
    finish(walker);
}

/* ---- results of rules ----------------------------------------------------------------------------------- */

/* Up to two chosen signs; item -1: none. */
struct signs {
    int item[2], option[2];
};

static const struct outcome *outcome_with(const struct screening *screening, const struct signs *signs)
{
    struct answers answers;
    answers_clear(&answers);
    for (int i = 0; i < 2; i++)
        if (signs->item[i] >= 0)
            screening_answer(screening, &answers, (size_t)signs->item[i], signs->option[i]);
    return screening_outcome(screening, &answers);
}

static int next_option(const struct screening *screening, int *item, int option)
{
    while (*item < 0 || option + 1 >= screening_option_count(&screening->items[*item])) {
        if (++*item >= (int)screening->item_count)
            return -1;
        option = -1;
    }
    return option + 1;
}

/* The fewest signs that lead to an outcome; false if two do not suffice. */
static bool find_signs(const struct screening *screening, const struct outcome *wanted, struct signs *signs)
{
    *signs = (struct signs){{-1, -1}, {0, 0}};
    if (outcome_with(screening, signs) == wanted)
        return true;
    for (int i = -1, a = -1; (a = next_option(screening, &i, a)) >= 0;) {
        *signs = (struct signs){{i, -1}, {a, 0}};
        if (outcome_with(screening, signs) == wanted)
            return true;
        for (int k = i, c = a; (c = next_option(screening, &k, c)) >= 0;) {
            *signs = (struct signs){{i, k}, {a, c}};
            if (outcome_with(screening, signs) == wanted)
                return true;
        }
    }
    return false;
}

static void go_to_outcome(struct walker *walker, const struct outcome *outcome)
{
    struct signs signs;
    if (!find_signs(walker->screening, outcome, &signs))
        return;
    while (shown(walker) == SCREEN_QUESTION) {
        bool chosen = false;
        for (int i = 0; i < 2; i++) {
            if (signs.item[i] != item_shown(walker))
                continue;
            answer(walker, signs.option[i]);
            chosen = true;
        }
        if (!chosen)
            answer(walker, quiet_option(walker, item_shown(walker)));
        act(walker, ACTION_NEXT, 0, 0);
    }
    finish(walker);
}

/* ---- the others -------------------------------------------------------------------------------------------- */

static void skip_to_review(struct walker *walker)
{
    while (shown(walker) == SCREEN_QUESTION)
        act(walker, ACTION_SKIP, 0, 0);
}

/* Answers everything with the highest option until help appears. */
static void go_to_help(struct walker *walker)
{
    while (shown(walker) == SCREEN_QUESTION) {
        const struct item *item = &walker->screening->items[item_shown(walker)];
        act(walker, ACTION_ANSWER, item_shown(walker), item->repeats ? 0 : screening_option_count(item) - 1);
        if (shown(walker) == SCREEN_HELP)
            return;
        act(walker, ACTION_NEXT, 0, 0);
    }
}

static void go_to_result(struct walker *walker)
{
    answer(walker, quiet_option(walker, item_shown(walker)));
    act(walker, ACTION_NEXT, 0, 0);
    skip_to_review(walker);
    finish(walker);
}

static void age_stop(struct walker *walker, bool young)
{
    go_to_intro(walker);
    act(walker, ACTION_GO, SCREEN_QUESTION, walker->index);
    if (young && shown(walker) == SCREEN_AGE)
        act(walker, ACTION_ADULT, 0, 0);
}

/* Another check with a score, if this one has one: their results stand side by side. NULL: none. */
static const struct screening *partner_of(const struct content *content, const struct screening *screening)
{
    for (size_t i = 0; screening->score.sum_count > 0 && i < content->screening_count; i++)
        if (&content->screenings[i] != screening && content->screenings[i].score.sum_count > 0)
            return &content->screenings[i];
    return NULL;
}

static void go_to_middle(struct walker *walker)
{
    const struct band *band = &walker->screening->score.bands[0];
    begin(walker);
    go_to_total(walker, (band->min + band->max) / 2);
}

static void go_to_both(struct walker *walker)
{
    const struct screening *partner = partner_of(walker->content, walker->screening);
    struct walker other = {walker->content, walker->stop, partner, (int)(partner - walker->content->screenings)};
    go_to_middle(&other);
    go_to_middle(walker);
}

static void other_stop(struct walker *walker, enum other_stop which)
{
    tour_name(walker->stop, "checks", "check", walker->screening->id, other_names[which]);
    if (which == OTHER_INTRO) {
        go_to_intro(walker);
    } else if (which == OTHER_AGE || which == OTHER_YOUNG) {
        age_stop(walker, which == OTHER_YOUNG);
    } else if (which == OTHER_BOTH) {
        go_to_both(walker);
    } else {
        begin(walker);
        if (which == OTHER_HELP)
            go_to_help(walker);
        else if (which == OTHER_REVIEW)
            go_to_item(walker, (int)walker->screening->item_count);
        else if (which == OTHER_LEFT_OUT)
            skip_to_review(walker);
        else
            go_to_result(walker);
    }
    if (which == OTHER_VEIL)
        tour_wait(walker->content, walker->stop, walker->content->settings.veil_after_s);
    if (which == OTHER_HIDDEN)
        act(walker, ACTION_HIDE, 0, 0);
    if (which == OTHER_TAKE)
        act(walker, ACTION_TAKE, 0, 0);
}

static void question_stop(struct walker *walker, int index)
{
    int item = index / QUESTION_STATES;
    bool answered = index % QUESTION_STATES == 1;
    char label[64];
    snprintf(label, sizeof label, "%s%s", walker->screening->items[item].id, answered ? "-answered" : "");
    tour_name(walker->stop, "checks", "question", walker->screening->id, label);
    begin(walker);
    go_to_item(walker, item);
    if (answered && shown(walker) == SCREEN_QUESTION)
        answer(walker, walker->screening->items[item].repeats ? 0 : 1);
}

static void result_stop(struct walker *walker, int index)
{
    const struct screening *screening = walker->screening;
    bool rules = screening->rule_count > 0;
    const char *id = rules ? screening->outcomes[index].id : screening->score.bands[index].id;
    tour_name(walker->stop, "checks", "result", screening->id, id);
    begin(walker);
    if (rules)
        go_to_outcome(walker, &screening->outcomes[index]);
    else
        go_to_total(walker, (screening->score.bands[index].min + screening->score.bands[index].max) / 2);
}

static int result_count(const struct screening *screening)
{
    return (int)(screening->rule_count > 0 ? screening->outcome_count : screening->score.band_count);
}

static int question_count(const struct screening *screening)
{
    return (int)screening->item_count * QUESTION_STATES;
}

static int stops_of(const struct content *content, const struct screening *screening)
{
    int others = partner_of(content, screening) != NULL ? OTHER_COUNT : OTHER_BOTH;
    return others + question_count(screening) + result_count(screening);
}

int tour_checks_count(const struct content *content)
{
    int count = 0;
    for (size_t i = 0; i < content->screening_count; i++)
        count += stops_of(content, &content->screenings[i]);
    return count;
}

void tour_checks_stop(const struct content *content, int index, struct stop *stop)
{
    int screening = 0;
    while (index >= stops_of(content, &content->screenings[screening]))
        index -= stops_of(content, &content->screenings[screening++]);
    struct walker walker = {content, stop, &content->screenings[screening], screening};
    int questions = question_count(walker.screening);
    if (index < questions)
        question_stop(&walker, index);
    else if (index - questions < result_count(walker.screening))
        result_stop(&walker, index - questions);
    else
        other_stop(&walker, (enum other_stop)(index - questions - result_count(walker.screening)));
}
