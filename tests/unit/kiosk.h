/* A kiosk without a window for stories about touches: real content, letters of one width, a clock that only
 * the story moves, and a finger. */
#ifndef TEST_KIOSK_H
#define TEST_KIOSK_H

#include "app.h"
#include "loaded.h"
#include "plain.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Large: one a program, opened for every story. */
struct kiosk {
    struct app app;
    int64_t now_ms;
};

static struct content *kiosk_content;

static inline int load_content(void **state)
{
    (void)state;
    kiosk_content = loaded_content();
    return kiosk_content != NULL ? 0 : -1;
}

static inline int free_content(void **state)
{
    (void)state;
    content_free(kiosk_content);
    return 0;
}

static inline void kiosk_open(struct kiosk *kiosk)
{
    struct app_setup setup = {kiosk_content, theme_default(), metrics_plain(), 476, true};
    kiosk->now_ms = 7000000;
    app_open(&kiosk->app, setup, 1920, 1080, kiosk->now_ms);
}

static inline const struct scene *scene_of(struct kiosk *kiosk)
{
    return app_scene(&kiosk->app, kiosk->now_ms);
}

static inline const struct view *view_of(const struct kiosk *kiosk)
{
    return session_view(&kiosk->app.session);
}

static inline int draws(struct kiosk *kiosk)
{
    struct rect rects[MAX_DAMAGE];
    return app_draw(&kiosk->app, rects, kiosk->now_ms);
}

/* ---- fingers and time ---------------------------------------------------------------------------------- */

static inline unsigned gives(struct kiosk *kiosk, enum input_kind kind, int x, int y)
{
    return app_input(&kiosk->app, (struct input){.kind = kind, .x = x, .y = y}, kiosk->now_ms);
}

static inline unsigned waits(struct kiosk *kiosk, int seconds)
{
    kiosk->now_ms += (int64_t)seconds * 1000;
    return gives(kiosk, INPUT_NONE, 0, 0);
}

/* The node of that name, also if it is disabled; number: 0 for the first of several. */
static inline const struct node *named(struct kiosk *kiosk, const char *name, int number)
{
    for (const struct node *node = scene_of(kiosk)->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0 && number-- == 0)
            return node;
    return NULL;
}

struct spot {
    int x, y;
};

static inline struct spot middle_of(const struct node *node)
{
    return (struct spot){node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2};
}

static inline unsigned touches_at(struct kiosk *kiosk, struct spot spot)
{
    unsigned result = gives(kiosk, INPUT_PRESS, spot.x, spot.y);
    return result | gives(kiosk, INPUT_RELEASE, spot.x, spot.y);
}

static inline unsigned touches_number(struct kiosk *kiosk, const char *name, int number)
{
    const struct node *node = named(kiosk, name, number);
    if (node == NULL)
        fail_msg("there is no %s on this screen", name);
    return node != NULL ? touches_at(kiosk, middle_of(node)) : 0;
}

static inline unsigned touches(struct kiosk *kiosk, const char *name)
{
    return touches_number(kiosk, name, 0);
}

static inline unsigned does(struct kiosk *kiosk, enum action_kind kind, int a, int b)
{
    return app_act(&kiosk->app, (struct action){kind, a, b}, kiosk->now_ms);
}

/* ---- where stories begin ---------------------------------------------------------------------------------- */

static inline void goes_home(struct kiosk *kiosk)
{
    kiosk_open(kiosk);
    does(kiosk, ACTION_BEGIN, 0, 0);
    draws(kiosk);
}

/* A page that is longer than the screen. */
static inline void opens_a_long_page(struct kiosk *kiosk)
{
    goes_home(kiosk);
    for (int page = 0; page < (int)kiosk_content->page_count; page++) {
        does(kiosk, page == 0 ? ACTION_GO : ACTION_PAGE, page == 0 ? SCREEN_PAGE : page, 0);
        if (scene_scroll_limit(scene_of(kiosk)) > 1500)
            break;
    }
    assert_true(scene_scroll_limit(scene_of(kiosk)) > 1500);
    draws(kiosk);
}

static inline int check_named(const char *id)
{
    for (size_t i = 0; i < kiosk_content->screening_count; i++)
        if (strcmp(kiosk_content->screenings[i].id, id) == 0)
            return (int)i;
    fail_msg("there is no check %s", id);
    return -1;
}

/* The check that stories are about where any will do. */
enum { MOOD_CHECK = 0 };

/* Begins a check as an adult. */
static inline void begins_check(struct kiosk *kiosk, int check)
{
    does(kiosk, ACTION_GO, SCREEN_INTRO, check);
    does(kiosk, ACTION_GO, SCREEN_QUESTION, check);
    if (view_of(kiosk)->screen == SCREEN_AGE)
        does(kiosk, ACTION_ADULT, 1, 0);
    assert_int_equal(view_of(kiosk)->screen, SCREEN_QUESTION);
}

static inline void opens_a_question(struct kiosk *kiosk)
{
    goes_home(kiosk);
    begins_check(kiosk, MOOD_CHECK);
    draws(kiosk);
}

static inline void answers_all(struct kiosk *kiosk, int option)
{
    while (view_of(kiosk)->screen == SCREEN_QUESTION) {
        does(kiosk, ACTION_ANSWER, view_of(kiosk)->detail, option);
        does(kiosk, view_of(kiosk)->screen == SCREEN_HELP ? ACTION_GO_ON : ACTION_NEXT, 0, 0);
    }
}

static inline void reaches_a_result(struct kiosk *kiosk)
{
    opens_a_question(kiosk);
    answers_all(kiosk, 1);
    assert_int_equal(view_of(kiosk)->screen, SCREEN_REVIEW);
    does(kiosk, ACTION_NEXT, 0, 0);
    assert_int_equal(view_of(kiosk)->screen, SCREEN_RESULT);
    draws(kiosk);
}

#endif
