/* Begins and ends a visit, lets time pass in it, and decides what a touch means now. */
#include "session.h"

#include "actions.h"
#include "wipe.h"

static int64_t milliseconds(int seconds)
{
    return (int64_t)seconds * 1000;
}

static bool at_rest(const struct session *session)
{
    return session_view(session)->screen == SCREEN_ATTRACT;
}

static int64_t ask_at(const struct session *session, const struct content *content)
{
    return session->touched_ms + milliseconds(content->settings.warn_after_s);
}

/* Also without the question: a machine that slept must not wake up with the last visitor's answers. */
static int64_t wipe_at(const struct session *session, const struct content *content)
{
    if (session_of_staff(session))
        return session->touched_ms + milliseconds(STAFF_LEAVES_S);
    int64_t asked = session->asking ? session->asked_ms : ask_at(session, content);
    int answer_within_s = session->by_keys ? ANSWER_BY_KEYS_S : content->settings.answer_within_s;
    return asked + milliseconds(answer_within_s);
}

/* The screens that show all answers at once. */
static bool can_be_veiled(const struct session *session)
{
    int screen = session_view(session)->screen;
    return session->cover == COVER_NONE && (screen == SCREEN_RESULT || screen == SCREEN_REVIEW);
}

static int64_t veil_at(const struct session *session, const struct content *content)
{
    return session->touched_ms + milliseconds(content->settings.veil_after_s);
}

static int64_t next_second(const struct session *session, int64_t now_ms)
{
    int64_t seconds = now_ms < session->asked_ms ? 0 : (now_ms - session->asked_ms) / 1000;
    return session->asked_ms + (seconds + 1) * 1000;
}

/* Staff see the seconds of cleaning pass. */
static int64_t staff_deadline(const struct session *session, int64_t wiped_ms, int64_t now_ms)
{
    int left_s = session_cleaning_left_s(session, now_ms);
    int64_t next = session->staff.cleaned_at_ms - milliseconds(left_s - 1);
    return session_is_cleaned(session) && next < wiped_ms ? next : wiped_ms;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static struct action go_to(enum screen_id screen, int subject)
{
    return (struct action){ACTION_GO, (int)screen, subject};
}

static bool has_pages(const struct content *content, uint16_t section)
{
    return section < content->section_count && content->sections[section].page_count > 0;
}

static unsigned end_visit(struct session *session, int64_t now_ms)
{
    session_wipe(session, now_ms);
    return EFFECT_WIPE | EFFECT_REDRAW | EFFECT_NEW_VIEW;
}

void session_start(struct session *session, int64_t now_ms)
{
    session_wipe(session, now_ms);
}

void session_wipe(struct session *session, int64_t now_ms)
{
    wipe(session, sizeof *session);
    session->text_size = DEFAULT_TEXT_SIZE;
    session->theme = DEFAULT_THEME;
    session->rate = USUAL_RATE;
    session->volume = USUAL_VOLUME;
    session->touched_ms = now_ms;
    for (int i = 0; i < MAX_SCREENINGS; i++)
        answers_clear(&session->answers[i]);
}

const struct view *session_view(const struct session *session)
{
    return &session->views[session->depth];
}

bool session_shows_answers(const struct session *session)
{
    const struct view *view = session_view(session);
    return view->screen == SCREEN_QUESTION || view->screen == SCREEN_REVIEW || view->screen == SCREEN_RESULT;
}

/* Help is one touch away on every screen, also on those that lie over another. */
static bool asks_for_help(struct action action)
{
    return action.kind == ACTION_GO && action.a == SCREEN_HELP;
}

/* Home and the way behind help are closed: whoever leaves help is done. */
static bool leaves_help_only(const struct session *session, struct action action)
{
    bool last = action.kind == ACTION_BACK && session->depth == 1;
    return session->depth > 0 && session->views[0].screen == SCREEN_ATTRACT && (last || action.kind == ACTION_HOME);
}

/* What lies over the screen takes the touch: first the question, then the cover. Only help goes through both. */
unsigned session_apply(struct session *session, const struct content *content, struct action action, int64_t now_ms)
{
    bool resting = at_rest(session);
    bool over = session->asking || session->cover != COVER_NONE;
    bool done = action.kind == ACTION_DONE && (session->asking || !over);
    done = done || (!over && leaves_help_only(session, action));
    if (!resting && (done || now_ms >= wipe_at(session, content)))
        return end_visit(session, now_ms);
    unsigned effects = session_touch(session, now_ms);
    if (over && asks_for_help(action)) {
        session->cover = COVER_NONE;
        return EFFECT_REDRAW | action_carry_out(session, content, action);
    }
    return over ? effects : action_carry_out(session, content, action);
}

unsigned session_touch(struct session *session, int64_t now_ms)
{
    session->touched_ms = now_ms;
    if (session->asking)
        session->asking = false;
    else if (session->cover != COVER_NONE)
        session->cover = COVER_NONE;
    else
        return EFFECT_NONE;
    return EFFECT_REDRAW;
}

void session_by_keys(struct session *session)
{
    session->by_keys = !at_rest(session);
}

unsigned session_tick(struct session *session, const struct content *content, int64_t now_ms)
{
    if (at_rest(session))
        return EFFECT_NONE;
    if (now_ms >= wipe_at(session, content))
        return end_visit(session, now_ms);
    if (session_of_staff(session))
        return session_staff_tick(session, now_ms);
    unsigned effects = session->asking ? EFFECT_REDRAW : EFFECT_NONE;
    if (!session->asking && now_ms >= ask_at(session, content)) {
        session->asking = true;
        session->taking = false;
        session->asked_ms = now_ms;
        effects = EFFECT_REDRAW;
    }
    if (can_be_veiled(session) && now_ms >= veil_at(session, content)) {
        session->cover = COVER_VEIL;
        session->taking = false;
        effects = EFFECT_REDRAW;
    }
    return effects;
}

int64_t session_deadline(const struct session *session, const struct content *content, int64_t now_ms)
{
    if (at_rest(session))
        return -1;
    if (session_of_staff(session))
        return staff_deadline(session, wipe_at(session, content), now_ms);
    int64_t deadline =
        session->asking ? earlier(next_second(session, now_ms), wipe_at(session, content)) : ask_at(session, content);
    return can_be_veiled(session) ? earlier(deadline, veil_at(session, content)) : deadline;
}

int session_seconds_left(const struct session *session, const struct content *content, int64_t now_ms)
{
    int64_t left = wipe_at(session, content) - now_ms;
    if (!session->asking || left <= 0)
        return 0;
    return (int)((left + 999) / 1000);
}

void session_scroll(struct session *session, int32_t pixels)
{
    session->views[session->depth].scroll = pixels > 0 ? pixels : 0;
}

struct action session_action_to(const struct content *content, const struct target *target)
{
    struct action nowhere = {ACTION_NONE, 0, 0};
    switch (target->kind) {
    case TARGET_NONE:
        return nowhere;
    case TARGET_PAGE:
        return target->index < content->page_count ? go_to(SCREEN_PAGE, target->index) : nowhere;
    case TARGET_SECTION:
        return has_pages(content, target->index) ? go_to(SCREEN_PAGE, content->sections[target->index].first_page)
                                                 : nowhere;
    case TARGET_COMPARE:
        return go_to(SCREEN_COMPARE, 0);
    case TARGET_CHECKS:
        return go_to(SCREEN_CHECKS, 0);
    case TARGET_SCREENING:
        return target->index < content->screening_count ? go_to(SCREEN_INTRO, target->index) : nowhere;
    case TARGET_HELP:
        return go_to(SCREEN_HELP, 0);
    }
    return nowhere;
}
