/* Walks every way through a check: each ends in a result, help comes where it must, and totals are what they claim. */
#include "proof.h"

#include "problem_codes.h"

/* PHQ-9 without skips is 4^9 = 262,144 ways, GAD-7 with skips 5^7 = 78,125, PHQ-8 with skips 5^8 = 390,625. */
enum { WAYS_MAX = 1 << 19 };

/* What is tried at a question that matters. A question that is not scored and that no condition reads cannot change
 * where a way leads: leaving it out stands for all of its answers. */
enum trial {
    TRY_ALL,     /* every answer, and leaving it out */
    TRY_ANSWERS, /* every answer */
    TRY_EDGES,   /* the fewest points, the most points, and leaving it out */
};

struct walk {
    const struct screening *screening;
    struct problems *problems;
    enum trial trial;
    struct answers answers;
    bool asked[MAX_ITEMS];
    bool failed; /* one counter-example is enough */
};

/* What a way has come to so far, counted here and not by the engine. */
struct tally {
    int points;
    int scored;
    bool left_out;
    bool danger;
};

/* ---- what is tried ---------------------------------------------------------------------------------------- */

static bool is_read(const struct screening *screening, size_t item)
{
    for (size_t i = 0; i < screening->item_count; i++)
        for (size_t c = 0; c < screening->items[i].show_if.count; c++)
            if (screening->items[i].show_if.list[c].item == item)
                return true;
    return false;
}

static int weight_of(const struct item *item, int option)
{
    return item->options ? item->options->options[option].weight : option;
}

static bool is_edge(const struct item *item, int option)
{
    bool least = true;
    bool most = true;
    for (int i = 0; i < screening_option_count(item); i++) {
        least = least && weight_of(item, option) <= weight_of(item, i);
        most = most && weight_of(item, option) >= weight_of(item, i);
    }
    return least || most;
}

static bool is_tried(const struct walk *walk, size_t index, int option)
{
    const struct item *item = &walk->screening->items[index];
    bool matters = item->scored || is_read(walk->screening, index);
    if (option == ANSWER_SKIPPED)
        return !matters || walk->trial != TRY_ANSWERS || item->repeats;
    return matters && (walk->trial != TRY_EDGES || !item->scored || is_edge(item, option));
}

/* How many ways there are at most; WAYS_MAX + 1 for more than that. */
static size_t count_ways(const struct walk *walk)
{
    size_t ways = 1;
    for (size_t i = 0; i < walk->screening->item_count; i++) {
        const struct item *item = &walk->screening->items[i];
        size_t tried = is_tried(walk, i, ANSWER_SKIPPED);
        for (int option = 0; option < screening_option_count(item); option++)
            tried += is_tried(walk, i, option);
        ways *= tried > 0 ? tried : 1;
        if (ways > WAYS_MAX)
            return WAYS_MAX + 1;
    }
    return ways;
}

/* ---- counter-examples ---------------------------------------------------------------------------------------- */

static const char *words_of(const struct words *words)
{
    return words->in[0] ? words->in[0] : "";
}

/* "q1: Not at all; q2: Several days", in the first language. */
static const char *answers_text(const struct walk *walk)
{
    const char *text = "";
    for (size_t i = 0; i < walk->screening->item_count; i++) {
        const struct item *item = &walk->screening->items[i];
        int option = walk->answers.option[i];
        if (option < 0 || item->repeats)
            continue;
        const char *answer = item->options ? words_of(&item->options->options[option].text) : option ? "yes" : "no";
        text = problems_text(walk->problems, "%s%s%s: %s", text, *text ? "; " : "", item->id, answer);
    }
    return *text ? text : "nothing was answered";
}

static void fail(struct walk *walk, struct place place, const char *what)
{
    walk->failed = true;
    report(walk->problems, PROOF, place, "%s", what)->hint =
        problems_text(walk->problems, "for these answers: %s", answers_text(walk));
}

/* ---- help comes where it must ---------------------------------------------------------------------------------- */

/* The value that on_answer compares with, read from the file and not by the engine. */
static bool leads_to_help(const struct item *item, const struct answers *answers, size_t index, int option)
{
    int value = item->options && !item->repeats ? item->options->options[option].value : option;
    if (item->repeats) {
        value = 0;
        for (int i = 0; i < screening_option_count(item); i++)
            value += ((unsigned)answers->chosen[index] >> i & 1u) != 0 && !item->options->options[i].exclusive;
    }
    return item->on_answer.show == ROUTE_HELP_NOW && value >= item->on_answer.at_least;
}

/* One answer; where several may be chosen, all up to this one, so that every count of them is tried. */
static enum safety_route give_answer(struct walk *walk, size_t index, int option)
{
    const struct item *item = &walk->screening->items[index];
    if (item->repeats) /* there a choice adds to those before it */
        screening_answer(walk->screening, &walk->answers, index, ANSWER_NONE);
    bool several = item->repeats && option >= 0 && !item->options->options[option].exclusive;
    for (int i = 0; several && i < option; i++)
        if (!item->options->options[i].exclusive)
            screening_answer(walk->screening, &walk->answers, index, i);
    return screening_answer(walk->screening, &walk->answers, index, option);
}

/* Tries every answer of one question where a way first meets it: a route depends on its own answer only. */
static void prove_route(struct walk *walk, size_t index)
{
    const struct item *item = &walk->screening->items[index];
    struct place place = item->on_answer.show != ROUTE_NONE ? item->on_answer.place : item->place;
    struct answers before = walk->answers;
    bool leads = false;
    for (int option = 0; option < screening_option_count(item) && !walk->failed; option++) {
        bool help = give_answer(walk, index, option) == ROUTE_HELP_NOW;
        bool wanted = leads_to_help(item, &walk->answers, index, option);
        leads = leads || help;
        if (help != wanted)
            fail(walk, place,
                 wanted ? "this answer must show help at once, but does not"
                        : "this answer shows help without a reason");
    }
    if (!leads && item->on_answer.show == ROUTE_HELP_NOW && !walk->failed)
        fail(walk, place, "no answer of this question shows help, though on_answer asks for it");
    walk->answers = before;
}

/* ---- the end of a way ------------------------------------------------------------------------------------------- */

static int bands_of(const struct score *score, int total)
{
    int count = 0;
    for (size_t i = 0; i < score->band_count; i++)
        count += total >= score->bands[i].min && total <= score->bands[i].max;
    return count;
}

static void prove_total(struct walk *walk, const struct tally *tally)
{
    const struct score *score = &walk->screening->score;
    int total = screening_total(walk->screening, &walk->answers);
    int wanted = tally->left_out || tally->scored == 0 ? -1 : tally->points;
    if (total != wanted)
        fail(walk, score->place,
             problems_text(walk->problems, "the total is %d, but should be %d (-1: none)", total, wanted));
    else if (total >= 0 && (bands_of(score, total) != 1 || !screening_band(walk->screening, total)))
        fail(walk, score->place,
             problems_text(walk->problems, "%d bands hold the total %d", bands_of(score, total), total));
    else if (total > score->max)
        fail(walk, score->max_place, problems_text(walk->problems, "the total %d is more than max", total));
}

static void prove_end(struct walk *walk, const struct tally *tally)
{
    if (screening_needs_help(walk->screening, &walk->answers) != tally->danger)
        fail(walk, walk->screening->place, "the result does not know whether an answer called for help");
    else if (walk->screening->score.sum_count > 0)
        prove_total(walk, tally);
    else if (!screening_outcome(walk->screening, &walk->answers))
        fail(walk, walk->screening->rules_place, "this way through the check has no result");
}

/* ---- ways -------------------------------------------------------------------------------------------------------- */

static struct tally add_answer(const struct walk *walk, struct tally tally, size_t index, int option)
{
    const struct item *item = &walk->screening->items[index];
    bool answered = option >= 0;
    if (item->scored && item->type != ITEM_DISPLAY) {
        tally.scored++;
        tally.left_out = tally.left_out || !answered;
        tally.points += answered ? weight_of(item, option) : 0;
    }
    tally.danger = tally.danger || (answered && leads_to_help(item, &walk->answers, index, option));
    return tally;
}

/* As deep as there are items; each step goes on to a later one, so every way ends. */
static void walk_on(struct walk *walk, int item, struct tally tally) /* NOLINT(misc-no-recursion) */
{
    int next = screening_next(walk->screening, &walk->answers, item);
    if (next < 0) {
        prove_end(walk, &tally);
        return;
    }
    size_t index = (size_t)next;
    if (!walk->asked[index]) {
        walk->asked[index] = true;
        prove_route(walk, index);
    }
    for (int option = ANSWER_SKIPPED; option < screening_option_count(&walk->screening->items[index]); option++) {
        if (walk->failed || option == ANSWER_NONE || !is_tried(walk, index, option))
            continue;
        give_answer(walk, index, option);
        walk_on(walk, next, add_answer(walk, tally, index, option));
    }
    if (!walk->failed)
        screening_answer(walk->screening, &walk->answers, index, ANSWER_NONE);
}

static bool try_ways(struct walk *walk, enum trial trial)
{
    walk->trial = trial;
    if (count_ways(walk) > WAYS_MAX)
        return false;
    answers_clear(&walk->answers);
    walk_on(walk, -1, (struct tally){0});
    return true;
}

static void prove_asked(const struct walk *walk)
{
    for (size_t i = 0; i < walk->screening->item_count; i++)
        if (!walk->asked[i])
            report(walk->problems, PROOF, walk->screening->items[i].place, "'%s' is never asked, whatever is answered",
                   walk->screening->items[i].id)
                ->fix = "look at its show_if and at those of the questions it waits for";
}

void prove_screening(const struct screening *screening, struct problems *problems)
{
    struct walk walk = {.screening = screening, .problems = problems};
    bool whole = try_ways(&walk, TRY_ALL);
    /* Too many to try skips with all answers: whether there is a total depends on which are skipped and which are
     * asked, so skips are tried beside the fewest and the most points. */
    if (!whole)
        whole = try_ways(&walk, TRY_ANSWERS) && (walk.failed || try_ways(&walk, TRY_EDGES));
    if (!whole)
        report(problems, PROOF_SIZE, screening->place,
               "there are more than %d ways through this check, too many to try", WAYS_MAX)
            ->fix = "divide it into two checks, or have a person try it";
    else if (!walk.failed)
        prove_asked(&walk);
    if (screening->rule_count > 0)
        prove_rules(screening, problems);
}
