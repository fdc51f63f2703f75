/* Reaches every screen by actions. Each part knows how many stops it has and how to reach one. */
#include "tour.h"

#include "screens.h"
#include "tour_steps.h"

#include <stdio.h>

void tour_act(const struct content *content, struct stop *stop, enum action_kind kind, int a, int b)
{
    session_apply(&stop->session, content, (struct action){kind, a, b}, 0);
}

void tour_wait(const struct content *content, struct stop *stop, int seconds)
{
    stop->now_ms += (int64_t)seconds * 1000;
    session_tick(&stop->session, content, stop->now_ms);
}

void tour_name(struct stop *stop, const char *group, const char *first, const char *second, const char *third)
{
    snprintf(stop->group, sizeof stop->group, "%s", group);
    snprintf(stop->name, sizeof stop->name, "%s%s%s%s%s", first, second[0] != '\0' ? "-" : "", second,
             third[0] != '\0' ? "-" : "", third);
}

/* ---- staff ---------------------------------------------------------------------------------------- */

static const struct staff_facts tour_facts = {.version = "iop-kiosk 0.1",
                                              .folder = "/opt/iop-kiosk/content",
                                              .today = "2026-01-15",
                                              .soon = "2026-02-14",
                                              .seal = SEAL_WHOLE,
                                              .landlock = 2,
                                              .display = "x11",
                                              .speaks = true,
                                              .touch_screens = 1,
                                              .width = 1920,
                                              .height = 1080,
                                              .panel_mm = 476,
                                              .width_from = WIDTH_TOLD,
                                              .used = USED_FINGER};

static const struct reload_state tour_reload = {
    .revision = "0123abcd",
    .read_at = "2026-01-15 08:30",
    .looked_at = "2026-01-15 08:42",
    .failed = true,
    .errors = 1,
    .warnings = 1,
    .problems = {{true, "explainers/benefits.yaml:12", "this line has two colons", "put the text in quotes"},
                 {false, "help/helplines.yaml:31", "the helpline 'lifeline-988' was to be called again by 2026-01-01",
                  "call it, correct what has changed, and set verified_on and review_by"}},
    .problem_count = 2};

const struct staff_board tour_board = {.facts = &tour_facts, .reload = &tour_reload, .cleaning_s = STAFF_CLEANING_S};

static int staff_count(const struct content *content)
{
    (void)content;
    return 5;
}

static void staff_stop(const struct content *content, int index, struct stop *stop)
{
    static const char *const names[] = {"overview", "pin", "cleaning", "panel", "keys"};
    uint8_t language = stop->session.language;
    tour_name(stop, "staff", "staff", names[index], "");
    session_start(&stop->session, 0);
    stop->session.language = language;
    session_staff_open(&stop->session, index == STAFF_PIN, 0);
    stop->session.language = language;
    if (index == STAFF_PIN)
        tour_act(content, stop, ACTION_STAFF, STAFF_DIGIT, 1);
    else
        tour_act(content, stop, ACTION_STAFF, STAFF_SHOW, index);
    if (index == STAFF_KEYS)
        session_staff_key(&stop->session, 104, false);
}

/* ---- pages ------------------------------------------------------------------------------------------- */

static int page_count(const struct content *content)
{
    return (int)content->page_count;
}

static void page_stop(const struct content *content, int index, struct stop *stop)
{
    const struct page *page = &content->pages[index];
    tour_name(stop, content->sections[page->section].id, "page", page->id, "");
    tour_act(content, stop, ACTION_GO, SCREEN_PAGE, index);
}

/* ---- compare ------------------------------------------------------------------------------------------ */

static int compare_count(const struct content *content)
{
    return 1 + (int)content->compare.column_count + (int)content->compare.row_count;
}

static void compare_stop(const struct content *content, int index, struct stop *stop)
{
    int columns = (int)content->compare.column_count;
    tour_act(content, stop, ACTION_GO, SCREEN_COMPARE, 0);
    if (index == 0) {
        tour_name(stop, "compare", "compare", "", "");
    } else if (index <= columns) {
        tour_name(stop, "compare", "compare", content->compare.columns[index - 1].id, "");
        tour_act(content, stop, ACTION_DETAIL, index, 0);
    } else {
        tour_name(stop, "compare", "compare", content->compare.rows[index - 1 - columns].id, "");
        tour_act(content, stop, ACTION_DETAIL, 100 + index - 1 - columns, 0);
    }
}

/* ---- words explained --------------------------------------------------------------------------------------- */

static int term_count(const struct content *content)
{
    return content->page_count > 0 ? (int)content->glossary.term_count : 0;
}

static void term_stop(const struct content *content, int index, struct stop *stop)
{
    int page = 0;
    while (page + 1 < (int)content->page_count && content->pages[page].status == PAGE_DRAFT)
        page++;
    tour_name(stop, "glossary", "word", content->glossary.terms[index].id, "");
    tour_act(content, stop, ACTION_GO, SCREEN_PAGE, page);
    tour_act(content, stop, ACTION_TERM, index + 1, 0);
}

/* ---- all -------------------------------------------------------------------------------------------------- */

static const struct part {
    int (*count)(const struct content *content);
    void (*stop)(const struct content *content, int index, struct stop *stop);
} parts[] = {{tour_frame_count, tour_frame_stop},   {page_count, page_stop}, {compare_count, compare_stop},
             {tour_checks_count, tour_checks_stop}, {term_count, term_stop}, {staff_count, staff_stop}};

enum { PARTS = sizeof parts / sizeof *parts };

bool tour_stop(const struct content *content, int index, int language, struct stop *stop)
{
    *stop = (struct stop){0};
    session_start(&stop->session, 0);
    tour_act(content, stop, ACTION_BEGIN, language, 0);
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

/* Help and Text & sound belong to what they were opened from. */
bool tour_shows_draft(const struct content *content, const struct session *session)
{
    const struct view *view = session_view(session);
    while (view > session->views && (view->screen == SCREEN_HELP || view->screen == SCREEN_SETTINGS))
        view--;
    bool of_check = view->screen >= SCREEN_INTRO && view->screen <= SCREEN_RESULT;
    if (view->screen == SCREEN_PAGE)
        return view->subject < content->page_count && content->pages[view->subject].status == PAGE_DRAFT;
    return of_check && view->subject < content->screening_count && content->screenings[view->subject].draft;
}

int tour_length(const struct content *content)
{
    int length = 0;
    for (int i = 0; i < PARTS; i++)
        length += parts[i].count(content);
    return length;
}
