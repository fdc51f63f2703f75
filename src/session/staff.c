/* Carries out what staff touch on their screen, and counts wrong PINs. */
#include "staff.h"

#include "visit.h"
#include "wipe.h"

/* ---- wrong PINs ---------------------------------------------------------------------------------- */

void pin_lock_failed(struct pin_lock *lock, int64_t now_ms)
{
    int64_t wait_s = PIN_FIRST_WAIT_S;
    if (++lock->failed < PIN_TRIES)
        return;
    for (int i = PIN_TRIES; i < lock->failed && wait_s < PIN_LONGEST_WAIT_S; i++)
        wait_s *= 2;
    if (wait_s > PIN_LONGEST_WAIT_S)
        wait_s = PIN_LONGEST_WAIT_S;
    lock->opens_at_ms = now_ms + wait_s * 1000;
}

void pin_lock_opened(struct pin_lock *lock)
{
    *lock = (struct pin_lock){0};
}

int pin_lock_wait_s(const struct pin_lock *lock, int64_t now_ms)
{
    int64_t left = lock->opens_at_ms - now_ms;
    return left > 0 ? (int)((left + 999) / 1000) : 0;
}

/* ---- what staff touch ------------------------------------------------------------------------------ */

static void forget_digits(struct staff *staff)
{
    wipe(staff->digits, sizeof staff->digits);
    staff->digit_count = 0;
}

/* The PIN is passed by the right digits only. */
static unsigned show_page(struct session *session, int page)
{
    struct staff *staff = &session->staff;
    if (staff->page == STAFF_PIN || page == STAFF_PIN || !within(page, STAFF_PAGES) || staff->page == page)
        return EFFECT_NONE;
    *staff = (struct staff){.page = (uint8_t)page, .panel_mm = staff->panel_mm, .measured = staff->measured};
    staff->cleaned_at_ms = session->touched_ms + STAFF_CLEANING_S * 1000;
    way_forget_scroll(session);
    return NEW_PLACE;
}

static unsigned add_digit(struct staff *staff, int digit)
{
    if (staff->page != STAFF_PIN || !within(digit, 10) || staff->digit_count == STAFF_DIGITS)
        return EFFECT_NONE;
    staff->digits[staff->digit_count++] = (char)('0' + digit);
    staff->wrong = false;
    return EFFECT_REDRAW;
}

static unsigned erase_digit(struct staff *staff)
{
    if (staff->page != STAFF_PIN || staff->digit_count == 0)
        return EFFECT_NONE;
    staff->digits[--staff->digit_count] = '\0';
    return EFFECT_REDRAW;
}

static unsigned widen(struct staff *staff, int by_mm)
{
    int wider = staff->panel_mm + by_mm;
    if (staff->page != STAFF_PANEL || by_mm < -STAFF_MOST_MM || by_mm > STAFF_MOST_MM || staff->panel_mm == 0)
        return EFFECT_NONE;
    wider = wider < STAFF_LEAST_MM ? STAFF_LEAST_MM : wider > STAFF_MOST_MM ? STAFF_MOST_MM : wider;
    staff->panel_mm = (uint16_t)wider;
    staff->measured = false;
    return EFFECT_REDRAW;
}

/* Only the last wish is told. */
static unsigned note(struct staff *staff, bool *wish, enum staff_page page)
{
    if (staff->page != page)
        return EFFECT_NONE;
    staff->reading = staff->chimed = false;
    *wish = true;
    return EFFECT_REDRAW;
}

unsigned staff_act(struct visit visit, struct action action)
{
    struct session *session = visit.session;
    struct staff *staff = &session->staff;
    if (session_view(session)->screen != SCREEN_STAFF)
        return EFFECT_NONE;
    switch (action.a) {
    case STAFF_SHOW:
        return show_page(session, action.b);
    case STAFF_DIGIT:
        return add_digit(staff, action.b);
    case STAFF_ERASE:
        return erase_digit(staff);
    case STAFF_WIDTH:
        return widen(staff, action.b);
    case STAFF_USE_WIDTH:
        return note(staff, &staff->measured, STAFF_PANEL);
    case STAFF_RELOAD:
        return note(staff, &staff->reading, STAFF_OVERVIEW);
    case STAFF_CHIME:
        return note(staff, &staff->chimed, STAFF_OVERVIEW);
    default:
        return EFFECT_NONE;
    }
}

/* ---- what the app says ------------------------------------------------------------------------------- */

bool session_of_staff(const struct session *session)
{
    return session_view(session)->screen == SCREEN_STAFF;
}

bool session_staff_open(struct session *session, bool asks_pin, int64_t now_ms)
{
    if (session_view(session)->screen != SCREEN_ATTRACT)
        return false;
    *way_top(session) = (struct view){.screen = SCREEN_STAFF};
    session->touched_ms = now_ms;
    session->staff.page = asks_pin ? STAFF_PIN : STAFF_OVERVIEW;
    return true;
}

void session_staff_answer(struct session *session, bool right)
{
    struct staff *staff = &session->staff;
    forget_digits(staff);
    staff->wrong = !right;
    if (right)
        staff->page = STAFF_OVERVIEW;
}

void session_staff_panel(struct session *session, int panel_mm)
{
    if (session->staff.panel_mm == 0 && panel_mm >= STAFF_LEAST_MM && panel_mm <= STAFF_MOST_MM)
        session->staff.panel_mm = (uint16_t)panel_mm;
}

/* The key that means Back must be learned as well, so only its second press in a row leaves. */
void session_staff_key(struct session *session, int code, bool means_back)
{
    struct staff *staff = &session->staff;
    if (staff->page != STAFF_KEYS)
        return;
    if (means_back && staff->left_by_key && staff->key == code) {
        show_page(session, STAFF_OVERVIEW);
        return;
    }
    staff->key = (uint16_t)(code > 0 ? code : 0);
    staff->left_by_key = means_back;
}

bool session_is_cleaned(const struct session *session)
{
    return session_of_staff(session) && session->staff.page == STAFF_CLEANING;
}

int session_cleaning_left_s(const struct session *session, int64_t now_ms)
{
    int64_t left = session->staff.cleaned_at_ms - now_ms;
    return session_is_cleaned(session) && left > 0 ? (int)((left + 999) / 1000) : 0;
}

unsigned session_staff_tick(struct session *session, int64_t now_ms)
{
    if (!session_is_cleaned(session))
        return EFFECT_NONE;
    if (now_ms < session->staff.cleaned_at_ms)
        return EFFECT_REDRAW;
    session->touched_ms = now_ms;
    return show_page(session, STAFF_OVERVIEW);
}
