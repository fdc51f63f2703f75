/* Opens the screen of staff by a touch that no visitor makes, and carries out what the session cannot: comparing the
 * PIN, using a width, passing wishes on. */
#include "app_parts.h"

#include "wipe.h"

#include <math.h>

static const float corner_mm = 22;

static const struct action aloud = {ACTION_READ_ALOUD, 1, 0};

enum { HELD_MS = 3000, BETWEEN_MS = 8000 };

/* ---- two corners --------------------------------------------------------------------------------------- */

enum which_corner { CORNER_NONE, CORNER_LEFT, CORNER_RIGHT };

static enum which_corner corner_at(const struct app *app, int x, int y)
{
    int size = real_px(&app->frame.scale, corner_mm);
    if (y >= size || session_view(&app->session)->screen != SCREEN_ATTRACT)
        return CORNER_NONE;
    return x < size ? CORNER_LEFT : x >= app->frame.width - size ? CORNER_RIGHT : CORNER_NONE;
}

void staff_open(struct app *app, int64_t now_ms)
{
    bool asks_pin = app->setup.content->settings.staff_pin != NULL;
    app->corners = (struct corners){0};
    if (!session_staff_open(&app->session, asks_pin, now_ms))
        return;
    app->stale = true;
    if (!app->voice.headphones || !app->setup.voice)
        return;
    session_by_keys(&app->session); /* who listens hears which keys there are, and then the screen */
    app_act(app, aloud, now_ms);
}

/* A press that was held counts for nothing else; the wrong corner, or too late, begins anew. */
bool staff_corner_left(struct app *app, struct input input, int64_t now_ms)
{
    struct corners *corners = &app->corners;
    enum which_corner corner = corner_at(app, input.x, input.y);
    bool held = app->press.down && corner != CORNER_NONE && corner == corner_at(app, app->press.x, app->press.y) &&
                now_ms - corners->pressed_ms >= HELD_MS;
    bool second = corners->first_held && corners->pressed_ms - corners->left_ms <= BETWEEN_MS;
    if (!held) {
        corners->first_held = false;
        return false;
    }
    if (corner == CORNER_RIGHT && second) {
        staff_open(app, now_ms);
        return true;
    }
    corners->first_held = corner == CORNER_LEFT;
    corners->left_ms = now_ms;
    return corner == CORNER_LEFT;
}

void staff_corners_held(struct app *app, struct input input, int64_t now_ms)
{
    struct corners *corners = &app->corners;
    enum which_corner one = corner_at(app, input.x, input.y), other = corner_at(app, input.other_x, input.other_y);
    bool both = input.kind == INPUT_PAIR && one != CORNER_NONE && other != CORNER_NONE && one != other;
    if (both && !corners->both)
        corners->both_ms = now_ms;
    corners->both = both;
}

/* ---- what staff touch ------------------------------------------------------------------------------------ */

static void try_pin(struct app *app, int64_t now_ms)
{
    struct staff *staff = &app->session.staff;
    const char *hash = app->setup.content->settings.staff_pin;
    if (staff->page != STAFF_PIN || staff->digit_count == 0 || pin_lock_wait_s(&app->pin_lock, now_ms) > 0)
        return;
    bool right = hash == NULL || (app->pin_fits != NULL && app->pin_fits(hash, staff->digits));
    if (right)
        pin_lock_opened(&app->pin_lock);
    else
        pin_lock_failed(&app->pin_lock, now_ms);
    session_staff_answer(&app->session, right);
    app->stale = true;
}

static unsigned pass_on(struct app *app, struct action action, int64_t now_ms)
{
    switch (action.a) {
    case STAFF_TRY:
        try_pin(app, now_ms);
        return APP_OK;
    case STAFF_USE_WIDTH:
        app->measured_mm = app->session.staff.panel_mm;
        app->told_mm = app->setup.content->settings.panel_width_mm;
        app->setup.panel_mm = (float)app->measured_mm;
        return APP_OK;
    case STAFF_RELOAD:
        app->read_times = app->reload != NULL ? app->reload->times : 0;
        return APP_READ_FILES;
    case STAFF_CHIME:
        return APP_CHIME;
    default:
        return APP_OK;
    }
}

unsigned staff_act_on(struct app *app, struct action action, int64_t now_ms)
{
    const struct staff *staff = &app->session.staff;
    bool on_overview = staff->page == STAFF_OVERVIEW, on_panel = staff->page == STAFF_PANEL;
    bool fits = (action.a == STAFF_RELOAD || action.a == STAFF_CHIME) ? on_overview
                : action.a == STAFF_USE_WIDTH                         ? on_panel && staff->panel_mm > 0
                                                                      : true;
    if (action.a == STAFF_SHOW)
        app->focus.node = NULL;
    unsigned result = fits ? pass_on(app, action, now_ms) : APP_OK;
    if (session_of_staff(&app->session))
        session_staff_panel(&app->session, (int)lroundf(app->setup.panel_mm));
    return result;
}

struct staff_board staff_board(const struct app *app, int64_t now_ms)
{
    return (struct staff_board){.facts = app->facts,
                                .reload = app->reload,
                                .wait_s = pin_lock_wait_s(&app->pin_lock, now_ms),
                                .cleaning_s = session_cleaning_left_s(&app->session, now_ms),
                                .read_again = app->reload != NULL && app->reload->times != app->read_times,
                                .listens_alone = app->voice.headphones};
}

/* Whoever needs help must not be kept by a screen that somebody left open. */
unsigned staff_leave_for_help(struct app *app, int64_t now_ms)
{
    uint8_t language = app->session.language;
    bool reading = app->session.reading, by_keys = app->session.by_keys;
    app_wipe(app, now_ms);
    app_act(app, (struct action){ACTION_BEGIN, language, 0}, now_ms);
    if (by_keys)
        session_by_keys(&app->session);
    if (reading)
        app_act(app, aloud, now_ms);
    return APP_WIPED | app_act(app, (struct action){ACTION_GO, SCREEN_HELP, 0}, now_ms);
}

static bool asks_for_pin(const struct app *app)
{
    return session_of_staff(&app->session) && app->session.staff.page == STAFF_PIN;
}

/* ---- keys --------------------------------------------------------------------------------------------------- */

/* The keys of a keyboard's upper row, by their numbers: 1 to 9, then 0. Those of a keypad move. */
static int digit_of(int code)
{
    enum { KEY_1 = 30, KEY_0 = 39 };
    return code < KEY_1 || code > KEY_0 ? -1 : (code - KEY_1 + 1) % 10;
}

/* Where keys are learned every one is only shown, and said. */
static void learn_key(struct app *app, struct input input, int64_t now_ms)
{
    struct voice_place before = voice_place(app);
    voice_interrupted(app);
    session_touch(&app->session, now_ms);
    session_staff_key(&app->session, input.code, input.key == KEY_BACK);
    app->stale = true;
    voice_follow(app, &before, (struct action){ACTION_STAFF, STAFF_SHOW, STAFF_KEYS}, now_ms);
}

/* Digits on a keyboard, and Enter behind them. */
static bool type_pin(struct app *app, struct input input, int64_t now_ms)
{
    bool tries = input.key == KEY_ENTER && app->session.staff.digit_count > 0 && !app->focus.shown;
    int digit = digit_of(input.code);
    if (!tries && digit < 0)
        return false;
    voice_interrupted(app);
    if (digit >= 0)
        focus_hide(app); /* Enter means the PIN again, wherever keys rested before */
    app_act(app, (struct action){ACTION_STAFF, tries ? STAFF_TRY : STAFF_DIGIT, tries ? 0 : digit}, now_ms);
    return true;
}

bool staff_key(struct app *app, struct input input, int64_t now_ms)
{
    if (session_view(&app->session)->screen == SCREEN_ATTRACT && input.key == KEY_STAFF) {
        staff_open(app, now_ms);
        session_by_keys(&app->session);
        return true;
    }
    if (session_of_staff(&app->session) && app->session.staff.page == STAFF_KEYS) {
        learn_key(app, input, now_ms);
        return true;
    }
    return asks_for_pin(app) && type_pin(app, input, now_ms);
}

/* Back leads to the overview, and from there out. */
struct action staff_back(const struct app *app)
{
    bool leaves = app->session.staff.page == STAFF_OVERVIEW || app->session.staff.page == STAFF_PIN;
    return leaves ? (struct action){ACTION_DONE, 0, 0} : (struct action){ACTION_STAFF, STAFF_SHOW, STAFF_OVERVIEW};
}

bool staff_ignores(const struct app *app, enum input_kind kind)
{
    bool of_visitor = kind == INPUT_PRESS || kind == INPUT_MOVE || kind == INPUT_RELEASE || kind == INPUT_CANCEL ||
                      kind == INPUT_PAIR || kind == INPUT_PAIR_ENDS || kind == INPUT_WHEEL || kind == INPUT_KEY;
    return of_visitor && session_is_cleaned(&app->session);
}

void staff_pass_time(struct app *app, int64_t now_ms)
{
    struct corners *corners = &app->corners;
    if (corners->both && now_ms - corners->both_ms >= HELD_MS)
        staff_open(app, now_ms);
    if (asks_for_pin(app) && pin_lock_wait_s(&app->pin_lock, now_ms) > 0)
        app->stale = true; /* seconds pass */
}

int64_t staff_deadline(const struct app *app, int64_t now_ms)
{
    int wait_s = pin_lock_wait_s(&app->pin_lock, now_ms);
    if (app->corners.both)
        return app->corners.both_ms + HELD_MS;
    return asks_for_pin(app) && wait_s > 0 ? app->pin_lock.opens_at_ms - (int64_t)(wait_s - 1) * 1000 : -1;
}

bool app_of_staff(const struct app *app)
{
    return session_of_staff(&app->session);
}
