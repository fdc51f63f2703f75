/* The vocabulary of the product: everything a clinic can say, as one immutable value.
 * Read this first, and the parts it includes. The loader (load.h) fills it from content/, screens read it, nothing
 * changes it. This layer knows nothing of visitors, screens in pixels or SDL.
 *
 * Every pointer lives in content->arena. Every text keeps its place in the YAML, so that a later
 * finding ("needs 3 lines, 2 fit") can name the line that staff must edit. */
#ifndef IOP_CONTENT_H
#define IOP_CONTENT_H

#include "arena.h"
#include "content_page.h"
#include "content_screening.h"
#include "content_text.h"
#include "keynames.h"

/* ---- help ------------------------------------------------------------------------------------- */

/* One helpline; dates as yyyy-mm-dd. */
struct helpline {
    const char *id;
    struct place place;
    struct words name;
    struct words purpose;
    const char *call; /* "988", shown with non-breaking spaces; may be NULL */
    struct place call_place;
    struct words text_message; /* "Text HOME to 741741", may be empty */
    struct words hours;        /* may be empty */
    struct words how;          /* further ways: videophone, chat; may be empty */
    const char *verified_on, *review_by, *source;
    const char *expires; /* not shown from that day on; may be NULL */
    struct place expires_place;
};

struct help {
    struct drawing picture;
    struct words title, text;
    struct words desk_title, desk_text;           /* the front desk */
    struct words emergency_title, emergency_text; /* 911 */
    struct words lifeline_title, lifeline_text;   /* 988 */
    const struct target *more;                    /* helplines shown beside, by id */
    size_t more_count;
    struct words dial_title, dial_text; /* beside the code that dials 988 */
    struct words no_phone;
    const struct helpline *lines;
    size_t line_count;
};

/* ---- words explained ---------------------------------------------------------------------------- */

/* One term that pages may mark: [word](glossary:id). */
struct term {
    const char *id;
    struct place place;
    struct words term; /* as a heading: "IOP" */
    struct words also; /* other names of the same, may be empty */
    struct words text; /* at most three short sentences */
};

struct glossary {
    const struct term *terms; /* in the order of the file */
    size_t term_count;
};

/* ---- the frame -------------------------------------------------------------------------------- */

struct home {
    struct words attract_title, attract_text, attract_begin, attract_privacy, attract_crisis, attract_staff;
    struct words title, text;
    const struct card *cards; /* the first is the large one */
    size_t card_count;
    const char *privacy_icon;
    struct prose privacy;
    struct call_to_action privacy_more; /* may be empty */
};

/* Words of the frame itself (content/words/interface.yaml): one member and one row in
 * interface_words.def each. */
struct interface_words {
#define INTERFACE_WORD(name, help) struct words name;
#include "interface_words.def"
#undef INTERFACE_WORD
};

/* Words of the voice (content/words/speech.yaml): one member and one row in speech_words.def each. */
struct speech_words {
#define SPEECH_WORD(name, help, english, spanish) struct words name;
#include "speech_words.def"
#undef SPEECH_WORD
};

enum direction { DIRECTION_BY_TAG, DIRECTION_LTR, DIRECTION_RTL };

struct language {
    const char *tag;          /* BCP 47: "en", "es" */
    const char *name;         /* in its own words: "Español" */
    enum direction direction; /* BY_TAG: not written */
};

/* True if its lines start at the right: as written, else by the script in the tag (az-Arab), else by the language.
 * Source: the languages of the CLDR whose characters are ordered right to left. */
bool language_runs_right_to_left(const struct language *language);

/* Which of the two is the mood check; the other is not shown. */
enum mood_check { MOOD_PHQ_9, MOOD_PHQ_8 };

/* What a key of this clinic's keypad means. */
struct key_binding {
    int code; /* key_name() */
    enum input_key meaning;
    struct place place;
};

struct key_bindings {
    const struct key_binding *list;
    size_t count;
};

/* On these days of the week, from one minute of the day to another; see hours.h. */
struct opening_hours {
    uint8_t days;      /* bit 0 = Monday … bit 6 = Sunday */
    int opens, closes; /* minutes of the day, 0 to 1440 */
    struct place place;
};

struct closed_day {
    const char *date;
    struct words text; /* may be empty */
    struct place place;
};

/* Shown on the first screens from one day to another, both included. */
struct clinic_notice {
    const char *from, *until;
    struct words text;
    struct place place;
};

/* content/kiosk.yaml: what a clinic sets. */
struct settings {
    const char *clinic_name;
    struct place clinic_name_place;
    const char *logo; /* file under the content folder, may be NULL */
    struct place logo_place;
    const struct language *languages;
    size_t language_count;
    struct place languages_place;
    int panel_width_mm;  /* 0 = ask the display, else 21.5 inches */
    int warn_after_s;    /* 30–300, default 120 */
    int answer_within_s; /* 20–45, default 30 */
    int veil_after_s;    /* 10–120, default 30 */
    enum mood_check mood_check;
    struct place mood_check_place;      /* file NULL: not written, the default */
    const char *const *optional_checks; /* ids of checks of status optional that are shown */
    size_t optional_check_count;
    struct place optional_checks_place;
    const struct opening_hours *hours; /* count 0: always open */
    size_t hours_count;
    const struct closed_day *closed_days;
    size_t closed_day_count;
    const struct clinic_notice
        *notices; /* those whose last day is not over on the day for which the content was read */
    size_t notice_count;
    int read_day;          /* that day (wall.h), NO_DAY: any */
    const char *staff_pin; /* hash of yescrypt, "$y$..."; NULL: none is asked */
    struct place staff_pin_place;
    struct key_bindings keys; /* they come before what keys usually mean: content_keys() */
    struct place keys_place;
};

/* Something with a day from which on it is not shown any more; also what has vanished. */
struct dated {
    const char *kind; /* "the page", "the helpline", "a piece of the page" */
    const char *id;
    struct place place;
    const char *expires;
    struct dated *next;
};

enum { REVISION_SIZE = 9 };

struct content {
    struct arena arena;
    char revision[REVISION_SIZE]; /* eight hexadecimal digits: the same files, the same revision */
    struct settings settings;
    struct home home;
    struct interface_words words;
    struct speech_words speech;
    const struct section *sections;
    size_t section_count;
    const struct page *pages;
    size_t page_count;
    size_t draft_count; /* pages that are not shown yet */
    struct compare compare;
    struct drawing checks_picture;      /* at the head of the list of checks */
    const struct screening *screenings; /* active ones, sorted by order; then those that are not shown */
    size_t screening_count;             /* active ones */
    size_t all_screening_count;
    struct help help;
    struct glossary glossary;
    const struct dated *dated; /* in no order */
};

#endif
