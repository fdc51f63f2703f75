/* Turns each action into a change of the visit, or into nothing where it is out of place. */
#include "actions.h"

#include "way.h"

/* What an action finds: the visit, and the content it is about. */
struct visit {
    struct session *session;
    const struct content *content;
};

typedef unsigned (*handler)(struct visit visit, struct action action);

enum { NEW_PLACE = EFFECT_REDRAW | EFFECT_NEW_VIEW };

static bool within(int number, size_t count)
{
    return number >= 0 && (size_t)number < count;
}

/* How many subjects a screen has in this content; 0 means that it cannot be gone to. */
static size_t subject_count(const struct content *content, int screen)
{
    switch (screen) {
    case SCREEN_PAGE:
        return content->page_count < NO_INDEX ? content->page_count : NO_INDEX;
    case SCREEN_INTRO:
    case SCREEN_QUESTION:
    case SCREEN_RESULT:
        return content->screening_count < MAX_SCREENINGS ? content->screening_count : MAX_SCREENINGS;
    case SCREEN_COMPARE:
        return content->compare.column_count > 0 ? 1 : 0;
    case SCREEN_HOME:
    case SCREEN_CHECKS:
    case SCREEN_HELP:
    case SCREEN_SETTINGS:
        return 1;
    default:
        return 0;
    }
}

static bool shows(struct visit visit, enum screen_id screen)
{
    return session_view(visit.session)->screen == screen;
}

static const struct screening *check_here(struct visit visit)
{
    return &visit.content->screenings[session_view(visit.session)->subject];
}

static struct answers *answers_here(struct visit visit)
{
    return &visit.session->answers[session_view(visit.session)->subject];
}

/* A setting that is already so changes nothing. */
static unsigned change_setting(struct visit visit, uint8_t *setting, int value, size_t count)
{
    if (!within(value, count) || *setting == value)
        return EFFECT_NONE;
    *setting = (uint8_t)value;
    way_forget_scroll(visit.session);
    return NEW_PLACE;
}

/* ---- inside a check --------------------------------------------------------------------------- */

static unsigned show_item(struct visit visit, int item)
{
    way_replace(visit.session, SCREEN_QUESTION, session_view(visit.session)->subject, item);
    return NEW_PLACE;
}

/* The result takes the question's place, so that Back from it returns to the last question. */
static unsigned show_result(struct visit visit)
{
    way_replace(visit.session, SCREEN_RESULT, session_view(visit.session)->subject, 0);
    return NEW_PLACE;
}

static unsigned leave_question(struct visit visit)
{
    int item = session_view(visit.session)->detail;
    int next = screening_next(check_here(visit), answers_here(visit), item);
    return next >= 0 ? show_item(visit, next) : show_result(visit);
}

static unsigned show_intro(struct visit visit)
{
    int subject = session_view(visit.session)->subject;
    way_pop(visit.session);
    if (!way_is_at(visit.session, SCREEN_INTRO, subject))
        way_push(visit.session, SCREEN_INTRO, subject, 0);
    return NEW_PLACE;
}

static unsigned back_from_question(struct visit visit)
{
    int item = session_view(visit.session)->detail;
    int previous = screening_previous(check_here(visit), answers_here(visit), item);
    return previous >= 0 ? show_item(visit, previous) : show_intro(visit);
}

static unsigned back_from_result(struct visit visit)
{
    const struct screening *screening = check_here(visit);
    int last = screening_previous(screening, answers_here(visit), (int)screening->item_count);
    return last >= 0 ? show_item(visit, last) : show_intro(visit);
}

/* Where a visitor who looked something up goes on: the first question without an answer and the text right
 * before it; if there is none, the first item; -1 if nothing is asked. */
static int first_open_item(const struct screening *screening, const struct answers *answers)
{
    int first = screening_next(screening, answers, -1);
    int open = -1;
    for (int item = first; item >= 0; item = screening_next(screening, answers, item)) {
        bool question = screening->items[item].type != ITEM_DISPLAY;
        bool passed = question && answers->option[item] != ANSWER_NONE;
        open = passed ? -1 : open >= 0 ? open : item;
        if (question && !passed)
            return open;
    }
    return first;
}

/* True on the help screen that an answer opened: its question lies beneath. */
static bool helped_by_answer(struct visit visit)
{
    const struct view *view = session_view(visit.session);
    return view->screen == SCREEN_HELP && view->detail == DETAIL_FROM_ANSWER;
}

/* ---- going ------------------------------------------------------------------------------------ */

/* A check stands on the way once: what lay above it is forgotten. */
static unsigned enter_check(struct visit visit, enum screen_id screen, int subject, int item)
{
    int depth = way_find_check(visit.session, subject);
    if (depth > 0)
        way_unwind(visit.session, depth - 1);
    way_push(visit.session, screen, subject, item);
    return NEW_PLACE;
}

/* Questions that are still on the way are returned to as they were left. */
static unsigned go_to_question(struct visit visit, int subject)
{
    int depth = way_find_check(visit.session, subject);
    if (visit.session->views[depth].screen == SCREEN_QUESTION) {
        bool here = depth == visit.session->depth;
        way_unwind(visit.session, depth);
        return here ? EFFECT_NONE : NEW_PLACE;
    }
    int item = first_open_item(&visit.content->screenings[subject], &visit.session->answers[subject]);
    return item >= 0 ? enter_check(visit, SCREEN_QUESTION, subject, item) : EFFECT_NONE;
}

static unsigned go_to_result(struct visit visit, int subject)
{
    if (way_is_at(visit.session, SCREEN_RESULT, subject) || !screening_started(&visit.session->answers[subject]))
        return EFFECT_NONE;
    return enter_check(visit, SCREEN_RESULT, subject, 0);
}

static unsigned go_to_place(struct visit visit, enum screen_id screen, int subject)
{
    if (way_is_at(visit.session, screen, subject))
        return EFFECT_NONE;
    way_push(visit.session, screen, subject, 0);
    return NEW_PLACE;
}

/* ---- one handler an action --------------------------------------------------------------------- */

static unsigned begin(struct visit visit, struct action action)
{
    if (!shows(visit, SCREEN_ATTRACT) || !within(action.a, visit.content->settings.language_count))
        return EFFECT_NONE;
    visit.session->language = (uint8_t)action.a;
    way_home(visit.session);
    return NEW_PLACE;
}

static unsigned back(struct visit visit, struct action action)
{
    (void)action;
    if (visit.session->depth == 0)
        return EFFECT_NONE;
    if (shows(visit, SCREEN_QUESTION))
        return back_from_question(visit);
    if (shows(visit, SCREEN_RESULT))
        return back_from_result(visit);
    way_pop(visit.session);
    return NEW_PLACE;
}

static unsigned home(struct visit visit, struct action action)
{
    (void)action;
    if (visit.session->depth == 0)
        return EFFECT_NONE;
    way_home(visit.session);
    return NEW_PLACE;
}

static unsigned go(struct visit visit, struct action action)
{
    if (!within(action.b, subject_count(visit.content, action.a)))
        return EFFECT_NONE;
    if (action.a == SCREEN_HOME)
        return home(visit, action);
    if (action.a == SCREEN_QUESTION)
        return go_to_question(visit, action.b);
    if (action.a == SCREEN_RESULT)
        return go_to_result(visit, action.b);
    return go_to_place(visit, (enum screen_id)action.a, action.b);
}

/* If the page before is the very same one, it is returned to: Back must never seem to do nothing. */
static unsigned turn_page(struct visit visit, struct action action)
{
    if (!shows(visit, SCREEN_PAGE) || way_is_at(visit.session, SCREEN_PAGE, action.a))
        return EFFECT_NONE;
    if (!within(action.a, subject_count(visit.content, SCREEN_PAGE)))
        return EFFECT_NONE;
    way_pop(visit.session);
    if (!way_is_at(visit.session, SCREEN_PAGE, action.a))
        way_push(visit.session, SCREEN_PAGE, action.a, 0);
    session_scroll(visit.session, 0);
    return NEW_PLACE;
}

static unsigned set_language(struct visit visit, struct action action)
{
    return change_setting(visit, &visit.session->language, action.a, visit.content->settings.language_count);
}

static unsigned set_text_size(struct visit visit, struct action action)
{
    return change_setting(visit, &visit.session->text_size, action.a, TEXT_SIZES);
}

static unsigned set_theme(struct visit visit, struct action action)
{
    return change_setting(visit, &visit.session->theme, action.a, THEMES);
}

static bool is_detail(const struct content *content, int detail)
{
    if (detail >= DETAIL_FIRST_ROW)
        return within(detail - DETAIL_FIRST_ROW, content->compare.row_count);
    if (detail >= DETAIL_FIRST_COLUMN)
        return within(detail - DETAIL_FIRST_COLUMN, content->compare.column_count);
    return detail == 0;
}

/* The place stays the same, so what the visitor scrolled to does too. */
static unsigned open_detail(struct visit visit, struct action action)
{
    struct view *view = way_top(visit.session);
    if (!shows(visit, SCREEN_COMPARE) || !is_detail(visit.content, action.a))
        return EFFECT_NONE;
    int detail = view->detail == action.a ? 0 : action.a;
    if (view->detail == detail)
        return EFFECT_NONE;
    view->detail = (uint16_t)detail;
    return EFFECT_REDRAW;
}

/* Any sign of danger shows help at once, not at the end; the answer is kept. Choosing the same route
 * again does not: the visitor has seen it. */
static unsigned answer(struct visit visit, struct action action)
{
    if (!shows(visit, SCREEN_QUESTION) || session_view(visit.session)->detail != action.a)
        return EFFECT_NONE;
    const struct screening *screening = check_here(visit);
    struct answers *answers = answers_here(visit);
    size_t item = session_view(visit.session)->detail;
    if (!within(action.b, (size_t)screening_option_count(&screening->items[item])) || answers->option[item] == action.b)
        return EFFECT_NONE;
    enum safety_route before = screening_route(screening, answers, item);
    enum safety_route after = screening_answer(screening, answers, item, action.b);
    if (after != ROUTE_HELP_NOW || before == ROUTE_HELP_NOW)
        return EFFECT_REDRAW;
    way_push(visit.session, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
    return NEW_PLACE;
}

static unsigned skip(struct visit visit, struct action action)
{
    (void)action;
    if (!shows(visit, SCREEN_QUESTION))
        return EFFECT_NONE;
    size_t item = session_view(visit.session)->detail;
    screening_answer(check_here(visit), answers_here(visit), item, ANSWER_SKIPPED);
    return leave_question(visit);
}

static unsigned next(struct visit visit, struct action action)
{
    (void)action;
    return shows(visit, SCREEN_QUESTION) ? leave_question(visit) : EFFECT_NONE;
}

static unsigned go_on(struct visit visit, struct action action)
{
    (void)action;
    if (!helped_by_answer(visit))
        return EFFECT_NONE;
    way_pop(visit.session);
    return leave_question(visit);
}

static unsigned stop(struct visit visit, struct action action)
{
    (void)action;
    if (helped_by_answer(visit))
        way_pop(visit.session);
    if (!session_shows_answers(visit.session))
        return EFFECT_NONE;
    answers_clear(answers_here(visit));
    way_home(visit.session);
    return NEW_PLACE;
}

static unsigned hide(struct visit visit, struct action action)
{
    (void)action;
    if (!session_shows_answers(visit.session))
        return EFFECT_NONE;
    visit.session->cover = COVER_HIDDEN;
    return EFFECT_REDRAW;
}

/* An empty cell is an action without a change of its own: the touch alone answers "still there?" and lifts
 * a cover, and the app scrolls. */
static const handler handlers[ACTION_KIND_COUNT] = {
    [ACTION_BEGIN] = begin,
    [ACTION_BACK] = back,
    [ACTION_HOME] = home,
    [ACTION_GO] = go,
    [ACTION_PAGE] = turn_page,
    [ACTION_LANGUAGE] = set_language,
    [ACTION_TEXT_SIZE] = set_text_size,
    [ACTION_THEME] = set_theme,
    [ACTION_DETAIL] = open_detail,
    [ACTION_ANSWER] = answer,
    [ACTION_SKIP] = skip,
    [ACTION_NEXT] = next,
    [ACTION_GO_ON] = go_on,
    [ACTION_STOP] = stop,
    [ACTION_HIDE] = hide,
};

unsigned action_carry_out(struct session *session, const struct content *content, struct action action)
{
    if (!within((int)action.kind, ACTION_KIND_COUNT) || !handlers[action.kind])
        return EFFECT_NONE;
    struct visit visit = {session, content};
    if (shows(visit, SCREEN_ATTRACT) && action.kind != ACTION_BEGIN)
        return EFFECT_NONE;
    return handlers[action.kind](visit, action);
}
