/* The tellers of stories about visits: one visitor, one clock, and short ways to where a story begins. */
#ifndef TEST_STORY_H
#define TEST_STORY_H

#include "made_content.h"
#include "session.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { REDRAW = EFFECT_REDRAW, NEW_PLACE = EFFECT_REDRAW | EFFECT_NEW_VIEW, WIPED = NEW_PLACE | EFFECT_WIPE };
enum { WHAT_IS, WEEK, FAMILY };
enum { PHQ9, SUPPORT, FIT };

/* One visitor at the kiosk, and a clock that only the story moves. */
struct story {
    struct session session;
    int64_t now_ms;
};

static inline unsigned touches(struct story *story, enum action_kind kind, int a, int b)
{
    struct action action = {kind, a, b};
    return session_apply(&story->session, &made_content, action, story->now_ms);
}

static inline unsigned waits(struct story *story, int seconds)
{
    story->now_ms += (int64_t)seconds * 1000;
    return session_tick(&story->session, &made_content, story->now_ms);
}

static inline int64_t deadline(const struct story *story)
{
    return session_deadline(&story->session, &made_content, story->now_ms);
}

static inline int seconds_left(const struct story *story)
{
    return session_seconds_left(&story->session, &made_content, story->now_ms);
}

static inline struct story at_rest(void)
{
    struct story story = {.now_ms = 5000000};
    session_start(&story.session, story.now_ms);
    return story;
}

static inline struct story at_home(void)
{
    struct story story = at_rest();
    touches(&story, ACTION_BEGIN, 0, 0);
    return story;
}

static inline struct story on_first_question(void)
{
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_CHECKS, 0);
    touches(&story, ACTION_GO, SCREEN_INTRO, PHQ9);
    touches(&story, ACTION_GO, SCREEN_QUESTION, PHQ9);
    return story;
}

/* Answers questions first to last with the same option. */
static inline void answers_through(struct story *story, int first, int last, int option)
{
    for (int item = first; item <= last; item++) {
        touches(story, ACTION_ANSWER, item, option);
        touches(story, ACTION_NEXT, 0, 0);
    }
}

static inline struct story on_ninth_question(void)
{
    struct story story = on_first_question();
    answers_through(&story, 0, PHQ9_SUICIDAL_THOUGHTS - 1, 0);
    return story;
}

/* Every answer was "not at all", so there is no question about difficulty. */
static inline struct story on_review(void)
{
    struct story story = on_first_question();
    answers_through(&story, 0, PHQ9_SUICIDAL_THOUGHTS, 0);
    return story;
}

static inline struct story on_result(void)
{
    struct story story = on_review();
    touches(&story, ACTION_NEXT, 0, 0);
    return story;
}

/* An adult at the check that is for adults only. */
static inline struct story on_first_signs(void)
{
    struct story story = at_home();
    touches(&story, ACTION_GO, SCREEN_INTRO, FIT);
    touches(&story, ACTION_GO, SCREEN_QUESTION, FIT);
    touches(&story, ACTION_ADULT, 1, 0);
    return story;
}

static inline struct story on_help_after_an_answer(void)
{
    struct story story = on_ninth_question();
    touches(&story, ACTION_ANSWER, PHQ9_SUICIDAL_THOUGHTS, 1);
    return story;
}

#define assert_at(story, screen_, subject_, detail_)                                                                   \
    do {                                                                                                               \
        assert_int_equal(session_view(&(story).session)->screen, screen_);                                             \
        assert_int_equal(session_view(&(story).session)->subject, subject_);                                           \
        assert_int_equal(session_view(&(story).session)->detail, detail_);                                             \
    } while (0)

static inline int answer_to(const struct story *story, int item)
{
    return story->session.answers[PHQ9].option[item];
}

/* The visit holds not one byte that a new one would not hold. */
static inline void assert_forgotten(const struct story *story)
{
    struct session fresh;
    memset(&fresh, 0xa5, sizeof fresh);
    session_start(&fresh, story->session.touched_ms);
    assert_memory_equal(&story->session, &fresh, sizeof fresh);
}

#endif
