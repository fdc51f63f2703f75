/* One visit: where the visitor is, what they chose and answered, and when they last touched.
 * A session has a fixed size and no pointers; session_wipe() forgets it all in one call.
 * session_apply() is the only place that changes it: a touch becomes an action (a wish, as data),
 * the action becomes a change. This layer knows nothing of pixels, scenes or SDL.
 * Time is an argument: milliseconds of a clock that never runs backwards. */
#ifndef IOP_SESSION_H
#define IOP_SESSION_H

#include "content.h"
#include "screening.h"
#include "staff.h"

enum screen_id {
    SCREEN_ATTRACT,
    SCREEN_HOME,
    SCREEN_PAGE,    /* subject: index in content->pages */
    SCREEN_COMPARE, /* detail: 0, or 1 + column, or 100 + row that was touched */
    SCREEN_CHECKS,
    SCREEN_INTRO,    /* before a check; subject: index in content->screenings */
    SCREEN_AGE,      /* "Are you 18 or older?", once a visit; subject: screening */
    SCREEN_YOUNG,    /* for visitors under 18 instead of the check; subject: screening */
    SCREEN_QUESTION, /* subject: screening, detail: item */
    SCREEN_REVIEW,   /* all answers, before the result; subject: screening */
    SCREEN_RESULT,   /* subject: screening */
    SCREEN_HELP,     /* detail: 0, or 1 if an answer led here: then the question is the view beneath */
    SCREEN_SETTINGS, /* Text & sound */
    SCREEN_STAFF,    /* between visits, beneath it lies nothing; its pages are in struct staff */
    SCREEN_COUNT
};

enum action_kind {
    ACTION_NONE,
    ACTION_BEGIN,    /* a: language; b: enum begin; wakes the attract screen, the only action that does */
    ACTION_BACK,     /* closes the note of a term first; on a question: the one before, from the first the intro, or the
                        review if it led there; on a     review: the last question; on a result: closes the take-away code,
                        else     the review */
    ACTION_HOME,     /* answers stay until the visit ends */
    ACTION_DONE,     /* ends the visit: wipe and attract */
    ACTION_GO,       /* a: enum screen_id, b: subject; a check that is already on the way back is returned to */
    ACTION_PAGE,     /* a: page, replaces the page shown (chapter list, "Next") */
    ACTION_LANGUAGE, /* a: language */
    ACTION_TEXT_SIZE,   /* a: 0..3 */
    ACTION_THEME,       /* a: 0..3 */
    ACTION_LOWER,       /* a: 1 = everything lower, 0 = the whole screen */
    ACTION_READ_ALOUD,  /* a: 1 on, 0 off */
    ACTION_RATE,        /* a: +1 faster, -1 slower, by one step */
    ACTION_VOLUME,      /* a: +1 louder, -1 quieter, by one step */
    ACTION_DETAIL,      /* a: detail of the screen shown; the same again, or 0, closes it */
    ACTION_ANSWER,      /* a: item (the one shown), b: option index; stays on the question unless help comes first */
    ACTION_SKIP,        /* the item shown, and on to the next */
    ACTION_NEXT,        /* the next item, after the last the review; from a review the result; back to the review
                           from a question that was reached from there */
    ACTION_ADULT,       /* a: 1 = 18 or older: to the check; 0 = under 18: to SCREEN_YOUNG. On those two screens only */
    ACTION_REVIEW_ITEM, /* a: item, a question that is shown; on a review */
    ACTION_TAKE,        /* shows or hides the take-away code of a result */
    ACTION_GO_ON,       /* from help (detail 1) back to the questions, on to the next item */
    ACTION_STOP,        /* from that help, a question, a review or a result: leave the check, erase its answers, home */
    ACTION_HIDE,        /* where session_shows_answers() */
    ACTION_REVEAL,      /* the touch that ends hide or veil; any other action does the same and no more */
    ACTION_STILL_HERE,
    ACTION_TERM,   /* a: 1 + index of a term of the glossary, whose note opens over the screen; 0 closes it */
    ACTION_SCROLL, /* a: -1 up, +1 down, one screenful; done by the app, which knows the layout */
    ACTION_STAFF,  /* a: enum staff_wish, b: its number */
    ACTION_KIND_COUNT
};

/* What a visit is for. One for help only holds the help screen and Text & sound; Back from there ends it. */
enum begin { BEGIN_VISIT, BEGIN_HELP };

struct action {
    enum action_kind kind;
    int a, b;
};

/* One place in the visit; a stack of them is the way back. */
struct view {
    uint8_t screen; /* enum screen_id */
    uint16_t subject;
    uint16_t detail;
    int32_t scroll; /* pixels from the top; set by the app, 0 on every new view, kept for the way back */
};

/* What lies over the screen. */
enum cover { COVER_NONE, COVER_HIDDEN, COVER_VEIL };

enum { MAX_VIEWS = 24, TEXT_SIZES = 4, THEMES = 4, DEFAULT_TEXT_SIZE = 1, DEFAULT_THEME = 0 };

/* Reading aloud. Words a minute: VVSG 2.0 7.1-K wants 60 to 250, 120 to 125 unless chosen otherwise; eleven steps of
 * volume (0 is silent), and both back to usual after every visit (508 402.3, VVSG 7.1). */
enum { SLOWEST_RATE = 60, USUAL_RATE = 120, FASTEST_RATE = 250, RATE_STEP = 20 };
enum { USUAL_VOLUME = 6, LOUDEST_VOLUME = 10 };

/* What the visitor said about their age. */
enum adult { ADULT_UNKNOWN, ADULT_YES, ADULT_NO };

/* Seconds to answer "are you still there?" for those who use keys or speech: they must hear it out and find the key.
 * VVSG 2.0 7.2 and 508 402/407 ask for time that the visitor can extend; ours can be, without limit. */
enum { ANSWER_BY_KEYS_S = 300 };

enum { DETAIL_FIRST_COLUMN = 1, DETAIL_FIRST_ROW = 100, DETAIL_FROM_ANSWER = 1 };

struct session {
    struct view views[MAX_VIEWS]; /* [0] is home; attract at rest and in a visit for help only */
    uint8_t depth;                /* views[depth] is shown */
    uint8_t language;
    uint8_t text_size;
    uint8_t theme;
    uint8_t rate;       /* of reading aloud: words a minute */
    uint8_t volume;     /* of reading aloud: 0 to LOUDEST_VOLUME */
    bool reading;       /* aloud */
    bool lower;         /* everything within reach of who sits */
    uint8_t cover;      /* enum cover */
    uint8_t adult;      /* enum adult */
    uint16_t term;      /* 1 + index of the term whose note lies over the screen, 0: none; it closes with the place */
    bool taking;        /* the take-away code is shown; on an uncovered result only */
    bool asking;        /* "are you still there?" is shown, over everything, the cover too */
    bool by_keys;       /* keys or speech were used in this visit: more time to answer that question */
    int64_t touched_ms; /* the last input */
    int64_t asked_ms;   /* when the question appeared */
    struct staff staff; /* on SCREEN_STAFF only */
    struct answers answers[MAX_SCREENINGS];
};

/* What must happen after a change. EFFECT_NONE means that nothing visible changed. */
enum effect {
    EFFECT_NONE = 0,
    EFFECT_REDRAW = 1,  /* build the scene anew */
    EFFECT_WIPE = 2,    /* the visit ended: drop everything that could echo it; never without the two others */
    EFFECT_NEW_VIEW = 4 /* another place, or the same laid out anew: focus starts at the top, scroll is the view's */
};

/* A new visit at rest: attract, default language, no answers. Every byte is set, padding too. */
void session_start(struct session *session, int64_t now_ms);

/* Forgets everything by wipe() and starts at rest. */
void session_wipe(struct session *session, int64_t now_ms);

/* The view that is shown, and the settings that text and colors follow. */
const struct view *session_view(const struct session *session);

/* True on a question, a review or a result: the screens that can be hidden. Also while they are covered. */
bool session_shows_answers(const struct session *session);

/* Carries out an action; anything out of range or out of place changes nothing. Returns effects, or-ed.
 * Counts as input: the idle clock starts anew. While "are you still there?" is shown, an action only
 * closes it (but ACTION_DONE acts); under a cover it only reveals. If the time to answer had run out
 * before this input, the visit is wiped and the action dropped: it may be the next visitor's. */
unsigned session_apply(struct session *session, const struct content *content, struct action action, int64_t now_ms);

/* Input that is no action (a touch beside every target): the clock starts anew, the question closes,
 * else a cover is lifted. Call session_tick() first: this function cannot see that the time has run out. */
unsigned session_touch(struct session *session, int64_t now_ms);

/* Keys or speech are in use, until the visit ends. At rest there is no visit, and nothing changes. */
void session_by_keys(struct session *session);

/* Lets time pass: question, wipe, veil. Call at session_deadline() or later. */
unsigned session_tick(struct session *session, const struct content *content, int64_t now_ms);

/* When session_tick() next has something to do, in ms of the same clock; -1 = never (at rest). While the
 * question is shown this is the next full second of the countdown. */
int64_t session_deadline(const struct session *session, const struct content *content, int64_t now_ms);

/* Seconds left to answer "are you still there?", rounded up; 0 if it is not asked. */
int session_seconds_left(const struct session *session, const struct content *content, int64_t now_ms);

/* ---- staff: on SCREEN_STAFF, elsewhere nothing (staff.c) ---- */

bool session_of_staff(const struct session *session);

/* At rest only, and no action does it: nothing that a visitor can touch leads there. False if it is not at rest. */
bool session_staff_open(struct session *session, bool asks_pin, int64_t now_ms);

/* The digits were compared; they are erased. */
void session_staff_answer(struct session *session, bool right);

/* Tells the width that the panel has so far, where staff have not changed it. */
void session_staff_panel(struct session *session, int panel_mm);

/* A key was pressed where keys are learned: it is only shown. code: key_name(). */
void session_staff_key(struct session *session, int code, bool means_back);

/* True while the glass is cleaned and nothing that touches it counts; and the seconds that are left, rounded up. */
bool session_is_cleaned(const struct session *session);
int session_cleaning_left_s(const struct session *session, int64_t now_ms);

/* session_tick() of staff: counts down, and ends cleaning. */
unsigned session_staff_tick(struct session *session, int64_t now_ms);

/* The app's say over scrolling, once it knows how long the page is. Below 0 counts as 0. */
void session_scroll(struct session *session, int32_t pixels);

/* Fills the place where a touch on a content target leads: a section opens its first page, a screening
 * its intro. ACTION_NONE for TARGET_NONE, an empty section, or an index the content does not have. */
struct action session_action_to(const struct content *content, const struct target *target);

#endif
