/* Turns each action into a change of the visit, or into nothing where it is out of place. */
#include "actions.h"

#include "visit.h"

size_t subject_count(const struct content *content, int screen)
{
    switch (screen) {
    case SCREEN_PAGE:
        return content->page_count < NO_INDEX ? content->page_count : NO_INDEX;
    case SCREEN_INTRO:
    case SCREEN_QUESTION:
    case SCREEN_REVIEW:
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

/* A setting that is already so changes nothing. */
static unsigned change_setting(struct visit visit, uint8_t *setting, int value, size_t count)
{
    if (!within(value, count) || *setting == value)
        return EFFECT_NONE;
    *setting = (uint8_t)value;
    way_forget_scroll(visit.session);
    return NEW_PLACE;
}

/* ---- going ------------------------------------------------------------------------------------ */

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
    if (action.b == BEGIN_HELP)
        way_push(visit.session, SCREEN_HELP, 0, 0);
    else
        way_home(visit.session);
    return NEW_PLACE;
}

/* The place beneath stays as it is. */
static unsigned open_term(struct visit visit, struct action action)
{
    size_t terms = visit.content->glossary.term_count;
    if (!within(action.a, (terms < NO_INDEX ? terms : NO_INDEX - 1) + 1) || visit.session->term == action.a)
        return EFFECT_NONE;
    visit.session->term = (uint16_t)action.a;
    return EFFECT_REDRAW;
}

static unsigned back(struct visit visit, struct action action)
{
    (void)action;
    if (visit.session->term > 0)
        return open_term(visit, (struct action){ACTION_TERM, 0, 0});
    if (visit.session->depth == 0)
        return EFFECT_NONE;
    if (session_shows_answers(visit.session))
        return back_in_check(visit);
    way_pop(visit.session);
    return NEW_PLACE;
}

static unsigned home(struct visit visit, struct action action)
{
    (void)action;
    if (visit.session->depth == 0)
        return open_term(visit, (struct action){ACTION_TERM, 0, 0});
    way_home(visit.session);
    return NEW_PLACE;
}

/* Outside of opening hours a visit is for help only. */
static bool is_open_to(struct visit visit, int screen)
{
    return visit.session->views[0].screen != SCREEN_ATTRACT || screen == SCREEN_HELP || screen == SCREEN_SETTINGS;
}

static unsigned go(struct visit visit, struct action action)
{
    if (!is_open_to(visit, action.a))
        return EFFECT_NONE;
    if (!within(action.b, subject_count(visit.content, action.a)))
        return EFFECT_NONE;
    if (action.a == SCREEN_HOME)
        return home(visit, action);
    if (action.a == SCREEN_QUESTION || action.a == SCREEN_REVIEW || action.a == SCREEN_RESULT)
        return go_to_check(visit, (enum screen_id)action.a, action.b);
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

static unsigned set_lower(struct visit visit, struct action action)
{
    if (!within(action.a, 2) || visit.session->lower == (action.a == 1))
        return EFFECT_NONE;
    visit.session->lower = action.a == 1;
    way_forget_scroll(visit.session);
    return NEW_PLACE;
}

/* ---- reading aloud ------------------------------------------------------------------------------ */

/* The place stays the same: only what is heard changes. */
static unsigned read_aloud(struct visit visit, struct action action)
{
    if (!within(action.a, 2) || visit.session->reading == (action.a == 1))
        return EFFECT_NONE;
    visit.session->reading = action.a == 1;
    return EFFECT_REDRAW;
}

static int limited(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

static unsigned change_step(uint8_t *setting, int value)
{
    if (*setting == value)
        return EFFECT_NONE;
    *setting = (uint8_t)value;
    return EFFECT_REDRAW;
}

static unsigned change_rate(struct visit visit, struct action action)
{
    uint8_t *rate = &visit.session->rate;
    int steps = limited(action.a, -1, 1);
    return change_step(rate, limited(*rate + steps * RATE_STEP, SLOWEST_RATE, FASTEST_RATE));
}

static unsigned change_volume(struct visit visit, struct action action)
{
    uint8_t *volume = &visit.session->volume;
    return change_step(volume, limited(*volume + limited(action.a, -1, 1), 0, LOUDEST_VOLUME));
}

/* ---- what a comparison tells more about ------------------------------------------------------------ */

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

/* An empty cell is an action without a change of its own: the touch alone answers "still there?" and lifts
 * a cover, and the app scrolls. */
static action_handler *const handlers[ACTION_KIND_COUNT] = {
    [ACTION_BEGIN] = begin,
    [ACTION_BACK] = back,
    [ACTION_HOME] = home,
    [ACTION_GO] = go,
    [ACTION_PAGE] = turn_page,
    [ACTION_LANGUAGE] = set_language,
    [ACTION_TEXT_SIZE] = set_text_size,
    [ACTION_THEME] = set_theme,
    [ACTION_LOWER] = set_lower,
    [ACTION_READ_ALOUD] = read_aloud,
    [ACTION_RATE] = change_rate,
    [ACTION_VOLUME] = change_volume,
    [ACTION_DETAIL] = open_detail,
    [ACTION_ANSWER] = answer_item,
    [ACTION_SKIP] = skip_item,
    [ACTION_NEXT] = next_item,
    [ACTION_ADULT] = set_adult,
    [ACTION_REVIEW_ITEM] = review_item,
    [ACTION_TAKE] = take_result,
    [ACTION_GO_ON] = go_on,
    [ACTION_STOP] = stop_check,
    [ACTION_HIDE] = hide_answers,
    [ACTION_TERM] = open_term,
    [ACTION_STAFF] = staff_act,
};

/* From their screen nothing leads into a visit; but they may be read to. */
static bool is_for_staff(struct action action)
{
    return action.kind == ACTION_STAFF || action.kind == ACTION_LANGUAGE || action.kind == ACTION_READ_ALOUD ||
           action.kind == ACTION_RATE || action.kind == ACTION_VOLUME;
}

unsigned action_carry_out(struct session *session, const struct content *content, struct action action)
{
    if (!within((int)action.kind, ACTION_KIND_COUNT) || !handlers[action.kind])
        return EFFECT_NONE;
    struct visit visit = {session, content};
    if (shows(visit, SCREEN_ATTRACT) && action.kind != ACTION_BEGIN)
        return EFFECT_NONE;
    if (shows(visit, SCREEN_STAFF) && !is_for_staff(action))
        return EFFECT_NONE;
    return handlers[action.kind](visit, action);
}
