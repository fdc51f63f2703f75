/* Reaches every screen by actions. Each part knows how many stops it has and how to reach one. */
#include "tour.h"

#include "screens.h"

#include <stdio.h>

enum { QUESTION_STATES = 2 }; /* untouched, answered */

static void act(const struct content *content, struct stop *stop, enum action_kind kind, int a, int b)
{
    session_apply(&stop->session, content, (struct action){kind, a, b}, 0);
}

static void wait(const struct content *content, struct stop *stop, int seconds)
{
    stop->now_ms += (int64_t)seconds * 1000;
    session_tick(&stop->session, content, stop->now_ms);
}

static void name(struct stop *stop, const char *group, const char *first, const char *second, const char *third)
{
    snprintf(stop->group, sizeof stop->group, "%s", group);
    snprintf(stop->name, sizeof stop->name, "%s%s%s%s%s", first, second[0] != '\0' ? "-" : "", second,
             third[0] != '\0' ? "-" : "", third);
}

/* ---- the frame ------------------------------------------------------------------------------------ */

static int frame_count(const struct content *content)
{
    (void)content;
    return 6;
}

static void frame_stop(const struct content *content, int index, struct stop *stop)
{
    static const char *const names[] = {"home", "settings", "checks", "help", "still-there", "attract"};
    name(stop, "frame", names[index], "", "");
    if (index >= 1 && index <= 3) {
        static const enum screen_id screens[] = {SCREEN_HOME, SCREEN_SETTINGS, SCREEN_CHECKS, SCREEN_HELP};
        act(content, stop, ACTION_GO, (int)screens[index], 0);
    }
    if (index == 4)
        wait(content, stop, content->settings.warn_after_s);
    if (index == 5) {
        uint8_t language = stop->session.language;
        session_start(&stop->session, 0);
        stop->session.language = language;
        stop->at_rest = true;
    }
}

/* ---- pages ------------------------------------------------------------------------------------------- */

static int page_count(const struct content *content)
{
    return (int)content->page_count;
}

static void page_stop(const struct content *content, int index, struct stop *stop)
{
    const struct page *page = &content->pages[index];
    name(stop, content->sections[page->section].id, "page", page->id, "");
    act(content, stop, ACTION_GO, SCREEN_PAGE, index);
}

/* ---- compare ------------------------------------------------------------------------------------------ */

static int compare_count(const struct content *content)
{
    return 1 + (int)content->compare.column_count + (int)content->compare.row_count;
}

static void compare_stop(const struct content *content, int index, struct stop *stop)
{
    int columns = (int)content->compare.column_count;
    act(content, stop, ACTION_GO, SCREEN_COMPARE, 0);
    if (index == 0) {
        name(stop, "compare", "compare", "", "");
    } else if (index <= columns) {
        name(stop, "compare", "compare", content->compare.columns[index - 1].id, "");
        act(content, stop, ACTION_DETAIL, index, 0);
    } else {
        name(stop, "compare", "compare", content->compare.rows[index - 1 - columns].id, "");
        act(content, stop, ACTION_DETAIL, 100 + index - 1 - columns, 0);
    }
}

/* ---- checks --------------------------------------------------------------------------------------------- */

/* intro, each item untouched and answered, hidden, help after an answer, incomplete, veil, one per band */
static int check_stops(const struct screening *screening)
{
    return 5 + (int)screening->item_count * QUESTION_STATES + (int)screening->score.band_count;
}

static int checks_count(const struct content *content)
{
    int count = 0;
    for (size_t i = 0; i < content->screening_count; i++)
        count += check_stops(&content->screenings[i]);
    return count;
}

static void begin(const struct content *content, struct stop *stop, int screening)
{
    act(content, stop, ACTION_GO, SCREEN_CHECKS, 0);
    act(content, stop, ACTION_GO, SCREEN_INTRO, screening);
    act(content, stop, ACTION_GO, SCREEN_QUESTION, screening);
}

static int item_shown(const struct stop *stop)
{
    return session_view(&stop->session)->detail;
}

static bool at_question(const struct stop *stop)
{
    return session_view(&stop->session)->screen == SCREEN_QUESTION;
}

static void answer(const struct content *content, struct stop *stop, int option)
{
    act(content, stop, ACTION_ANSWER, item_shown(stop), option);
    if (session_view(&stop->session)->screen == SCREEN_HELP)
        act(content, stop, ACTION_BACK, 0, 0);
}

/* Answers the lowest option that shows every later item, until `item` is on the screen. */
static void go_to_item(const struct content *content, struct stop *stop, int item)
{
    while (at_question(stop) && item_shown(stop) < item) {
        answer(content, stop, item_shown(stop) == 0 ? 1 : 0);
        act(content, stop, ACTION_NEXT, 0, 0);
    }
}

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

static void go_to_total(const struct content *content, struct stop *stop, const struct screening *screening, int total)
{
    while (at_question(stop)) {
        int option = option_for(screening, item_shown(stop), total);
        const struct option_set *options = screening->items[item_shown(stop)].options;
        if (options != NULL && screening->items[item_shown(stop)].scored)
            total -= options->options[option].weight;
        answer(content, stop, option);
        act(content, stop, ACTION_NEXT, 0, 0);
    }
}

static void skip_to_result(const struct content *content, struct stop *stop)
{
    while (at_question(stop))
        act(content, stop, ACTION_SKIP, 0, 0);
}

/* Answers everything with the highest option until help appears. */
static void go_to_help(const struct content *content, struct stop *stop, const struct screening *screening)
{
    while (at_question(stop)) {
        const struct option_set *options = screening->items[item_shown(stop)].options;
        act(content, stop, ACTION_ANSWER, item_shown(stop), options != NULL ? (int)options->option_count - 1 : 0);
        if (session_view(&stop->session)->screen == SCREEN_HELP)
            return;
        act(content, stop, ACTION_NEXT, 0, 0);
    }
}

static void other_check_stop(const struct content *content, const struct screening *screening, int index,
                             struct stop *stop)
{
    static const char *const names[] = {"help", "incomplete", "veil", "hidden"};
    name(stop, "checks", "check", screening->id, names[index]);
    if (index == 0)
        go_to_help(content, stop, screening);
    else
        skip_to_result(content, stop);
    if (index == 2)
        wait(content, stop, content->settings.veil_after_s);
    if (index == 3)
        act(content, stop, ACTION_HIDE, 0, 0);
}

static void question_stop(const struct content *content, const struct screening *screening, int index,
                          struct stop *stop)
{
    int item = index / QUESTION_STATES;
    bool answered = index % QUESTION_STATES == 1;
    char label[64];
    snprintf(label, sizeof label, "%s%s", screening->items[item].id, answered ? "-answered" : "");
    name(stop, "checks", "question", screening->id, label);
    go_to_item(content, stop, item);
    if (answered && at_question(stop))
        answer(content, stop, 1);
}

static void check_stop(const struct content *content, int screening_index, int index, struct stop *stop)
{
    const struct screening *screening = &content->screenings[screening_index];
    int questions = (int)screening->item_count * QUESTION_STATES, bands = (int)screening->score.band_count;
    begin(content, stop, screening_index);
    if (index == 0) {
        name(stop, "checks", "intro", screening->id, "");
        act(content, stop, ACTION_BACK, 0, 0);
    } else if (index <= questions) {
        question_stop(content, screening, index - 1, stop);
    } else if (index <= questions + bands) {
        const struct band *band = &screening->score.bands[index - 1 - questions];
        name(stop, "checks", "result", screening->id, band->id);
        go_to_total(content, stop, screening, band->min + (band->max - band->min) / 2);
    } else {
        other_check_stop(content, screening, index - 1 - questions - bands, stop);
    }
}

static void checks_stop(const struct content *content, int index, struct stop *stop)
{
    int screening = 0;
    while (index >= check_stops(&content->screenings[screening]))
        index -= check_stops(&content->screenings[screening++]);
    check_stop(content, screening, index, stop);
}

/* ---- all -------------------------------------------------------------------------------------------------- */

static const struct part {
    int (*count)(const struct content *content);
    void (*stop)(const struct content *content, int index, struct stop *stop);
} parts[] = {
    {frame_count, frame_stop}, {page_count, page_stop}, {compare_count, compare_stop}, {checks_count, checks_stop}};

enum { PARTS = sizeof parts / sizeof *parts };

bool tour_stop(const struct content *content, int index, int language, struct stop *stop)
{
    *stop = (struct stop){0};
    session_start(&stop->session, 0);
    act(content, stop, ACTION_BEGIN, language, 0);
    for (int i = 0; i < PARTS; i++) {
        int count = parts[i].count(content);
        if (index < count) {
            parts[i].stop(content, index, stop);
            return true;
        }
        index -= count;
    }
    return false;
}

int tour_length(const struct content *content)
{
    int length = 0;
    for (int i = 0; i < PARTS; i++)
        length += parts[i].count(content);
    return length;
}
