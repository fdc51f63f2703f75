/* Actions inside a check: from age and questions over the review to the result, and help first. */
#include "visit.h"

static const struct screening *check_here(struct visit visit)
{
    return &visit.content->screenings[session_view(visit.session)->subject];
}

static struct answers *answers_here(struct visit visit)
{
    return &visit.session->answers[session_view(visit.session)->subject];
}

/* ---- inside a check --------------------------------------------------------------------------- */

static unsigned show_item(struct visit visit, int item)
{
    way_replace(visit.session, SCREEN_QUESTION, session_view(visit.session)->subject, item);
    return NEW_PLACE;
}

/* The review takes the last question's place, and the result the review's: Back leads the same way. */
static unsigned show_instead(struct visit visit, enum screen_id screen)
{
    way_replace(visit.session, screen, session_view(visit.session)->subject, 0);
    return NEW_PLACE;
}

/* A question that was chosen on the review lies on top of it. */
static bool came_from_review(struct visit visit)
{
    const struct view *view = session_view(visit.session);
    return visit.session->depth > 0 && view->screen == SCREEN_QUESTION && view[-1].screen == SCREEN_REVIEW &&
           view[-1].subject == view->subject;
}

static unsigned return_to_review(struct visit visit)
{
    way_pop(visit.session);
    return NEW_PLACE;
}

static unsigned leave_question(struct visit visit)
{
    if (came_from_review(visit))
        return return_to_review(visit);
    int item = session_view(visit.session)->detail;
    int next = screening_next(check_here(visit), answers_here(visit), item);
    return next >= 0 ? show_item(visit, next) : show_instead(visit, SCREEN_REVIEW);
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
    if (came_from_review(visit))
        return return_to_review(visit);
    int item = session_view(visit.session)->detail;
    int previous = screening_previous(check_here(visit), answers_here(visit), item);
    return previous >= 0 ? show_item(visit, previous) : show_intro(visit);
}

static unsigned back_from_result(struct visit visit)
{
    if (!visit.session->taking)
        return show_instead(visit, SCREEN_REVIEW);
    visit.session->taking = false;
    return EFFECT_REDRAW;
}

static unsigned back_from_review(struct visit visit)
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
    for (int depth = way_find_check(visit.session, subject); depth > 0; depth = way_find_check(visit.session, subject))
        way_unwind(visit.session, depth - 1);
    way_push(visit.session, screen, subject, item);
    return NEW_PLACE;
}

/* Asked once a visit, before the first check that is for adults only. */
static bool is_for_adults(struct visit visit, int subject)
{
    return visit.content->screenings[subject].adults_only && visit.session->adult != ADULT_YES;
}

static unsigned go_to_age(struct visit visit, int subject)
{
    enum screen_id screen = visit.session->adult == ADULT_NO ? SCREEN_YOUNG : SCREEN_AGE;
    if (way_is_at(visit.session, screen, subject))
        return EFFECT_NONE;
    way_push(visit.session, screen, subject, 0);
    return NEW_PLACE;
}

/* Questions that are still on the way are returned to as they were left. */
static unsigned go_to_question(struct visit visit, int subject)
{
    if (is_for_adults(visit, subject))
        return go_to_age(visit, subject);
    int depth = way_find_check(visit.session, subject);
    if (visit.session->views[depth].screen == SCREEN_QUESTION) {
        bool here = depth == visit.session->depth;
        way_unwind(visit.session, depth);
        return here ? EFFECT_NONE : NEW_PLACE;
    }
    int item = first_open_item(&visit.content->screenings[subject], &visit.session->answers[subject]);
    return item >= 0 ? enter_check(visit, SCREEN_QUESTION, subject, item) : EFFECT_NONE;
}

/* The review or the result of a check that was begun. */
static unsigned go_to_end(struct visit visit, enum screen_id screen, int subject)
{
    if (way_is_at(visit.session, screen, subject) || !screening_started(&visit.session->answers[subject]))
        return EFFECT_NONE;
    return enter_check(visit, screen, subject, 0);
}

unsigned back_in_check(struct visit visit)
{
    if (shows(visit, SCREEN_QUESTION))
        return back_from_question(visit);
    return shows(visit, SCREEN_REVIEW) ? back_from_review(visit) : back_from_result(visit);
}

unsigned go_to_check(struct visit visit, enum screen_id screen, int subject)
{
    return screen == SCREEN_QUESTION ? go_to_question(visit, subject) : go_to_end(visit, screen, subject);
}

/* ---- one handler an action --------------------------------------------------------------------- */

/* Any sign of danger shows help at once, not at the end; the answer is kept. Choosing the same route
 * again does not, nor does a second sign beside the first: the visitor has seen it. */
unsigned answer_item(struct visit visit, struct action action)
{
    if (!shows(visit, SCREEN_QUESTION) || session_view(visit.session)->detail != action.a)
        return EFFECT_NONE;
    const struct screening *screening = check_here(visit);
    struct answers *answers = answers_here(visit);
    size_t item = session_view(visit.session)->detail;
    bool same = !screening->items[item].repeats && answers->option[item] == action.b;
    if (same || !within(action.b, (size_t)screening_option_count(&screening->items[item])))
        return EFFECT_NONE;
    enum safety_route before = screening_route(screening, answers, item);
    enum safety_route after = screening_answer(screening, answers, item, action.b);
    if (after != ROUTE_HELP_NOW || before == ROUTE_HELP_NOW)
        return EFFECT_REDRAW;
    way_push(visit.session, SCREEN_HELP, 0, DETAIL_FROM_ANSWER);
    return NEW_PLACE;
}

unsigned skip_item(struct visit visit, struct action action)
{
    (void)action;
    if (!shows(visit, SCREEN_QUESTION))
        return EFFECT_NONE;
    size_t item = session_view(visit.session)->detail;
    screening_answer(check_here(visit), answers_here(visit), item, ANSWER_SKIPPED);
    return leave_question(visit);
}

unsigned next_item(struct visit visit, struct action action)
{
    (void)action;
    if (shows(visit, SCREEN_REVIEW))
        return show_instead(visit, SCREEN_RESULT);
    return shows(visit, SCREEN_QUESTION) ? leave_question(visit) : EFFECT_NONE;
}

static void forget_checks_for_adults(struct visit visit)
{
    for (size_t i = 0; i < subject_count(visit.content, SCREEN_QUESTION); i++)
        if (visit.content->screenings[i].adults_only)
            answers_clear(&visit.session->answers[i]);
}

/* The answer can be changed from either screen: a finger slips. */
unsigned set_adult(struct visit visit, struct action action)
{
    int subject = session_view(visit.session)->subject;
    bool young = shows(visit, SCREEN_YOUNG);
    if ((!young && !shows(visit, SCREEN_AGE)) || !within(action.a, 2) || (young && action.a == 0))
        return EFFECT_NONE;
    if (action.a == 0) {
        visit.session->adult = ADULT_NO;
        forget_checks_for_adults(visit);
        way_push(visit.session, SCREEN_YOUNG, subject, 0);
        return NEW_PLACE;
    }
    visit.session->adult = ADULT_YES;
    while (shows(visit, SCREEN_YOUNG) || shows(visit, SCREEN_AGE))
        way_pop(visit.session);
    go_to_question(visit, subject);
    return NEW_PLACE;
}

unsigned review_item(struct visit visit, struct action action)
{
    if (!shows(visit, SCREEN_REVIEW) || !within(action.a, check_here(visit)->item_count))
        return EFFECT_NONE;
    const struct screening *screening = check_here(visit);
    if (screening->items[action.a].type == ITEM_DISPLAY ||
        !screening_shown(screening, answers_here(visit), (size_t)action.a))
        return EFFECT_NONE;
    way_push(visit.session, SCREEN_QUESTION, session_view(visit.session)->subject, action.a);
    return NEW_PLACE;
}

unsigned take_result(struct visit visit, struct action action)
{
    (void)action;
    if (!shows(visit, SCREEN_RESULT))
        return EFFECT_NONE;
    visit.session->taking = !visit.session->taking;
    return EFFECT_REDRAW;
}

unsigned go_on(struct visit visit, struct action action)
{
    (void)action;
    if (!helped_by_answer(visit))
        return EFFECT_NONE;
    way_pop(visit.session);
    return leave_question(visit);
}

unsigned stop_check(struct visit visit, struct action action)
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

unsigned hide_answers(struct visit visit, struct action action)
{
    (void)action;
    if (!session_shows_answers(visit.session))
        return EFFECT_NONE;
    visit.session->cover = COVER_HIDDEN;
    visit.session->taking = false;
    return EFFECT_REDRAW;
}
