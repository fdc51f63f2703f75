/* Keeps the places a visitor came through, so that Back leads where they expect. */
#include "way.h"

#include <string.h>

static struct view view_of(enum screen_id screen, int subject, int detail)
{
    struct view view = {0};
    view.screen = (uint8_t)screen;
    view.subject = (uint16_t)subject;
    view.detail = (uint16_t)detail;
    return view;
}

/* The help screen that an answer opened needs its question beneath it; without it, it is plain help. */
static void forget_oldest(struct session *session)
{
    memmove(&session->views[1], &session->views[2], (MAX_VIEWS - 2) * sizeof session->views[0]);
    if (session->views[1].screen == SCREEN_HELP)
        session->views[1].detail = 0;
    session->depth--;
}

struct view *way_top(struct session *session)
{
    return &session->views[session->depth];
}

void way_home(struct session *session)
{
    way_unwind(session, 0);
    session->views[0] = view_of(SCREEN_HOME, 0, 0);
}

static void close_what_is_open(struct session *session)
{
    session->taking = false;
    session->term = 0;
}

void way_push(struct session *session, enum screen_id screen, int subject, int detail)
{
    if (session->depth + 1 == MAX_VIEWS)
        forget_oldest(session);
    session->depth++;
    close_what_is_open(session);
    *way_top(session) = view_of(screen, subject, detail);
}

void way_replace(struct session *session, enum screen_id screen, int subject, int detail)
{
    way_pop(session);
    way_push(session, screen, subject, detail);
}

void way_pop(struct session *session)
{
    if (session->depth > 0)
        way_unwind(session, session->depth - 1);
}

void way_unwind(struct session *session, int depth)
{
    while (session->depth > depth) {
        *way_top(session) = view_of(SCREEN_ATTRACT, 0, 0);
        close_what_is_open(session);
        session->depth--;
    }
}

int way_find_check(const struct session *session, int screening)
{
    for (int depth = session->depth; depth > 0; depth--) {
        const struct view *view = &session->views[depth];
        bool check = view->screen == SCREEN_QUESTION || view->screen == SCREEN_REVIEW || view->screen == SCREEN_RESULT;
        if (check && view->subject == screening)
            return depth;
    }
    return 0;
}

bool way_is_at(const struct session *session, enum screen_id screen, int subject)
{
    const struct view *view = session_view(session);
    return view->screen == screen && view->subject == subject;
}

void way_forget_scroll(struct session *session)
{
    for (int depth = 0; depth <= session->depth; depth++)
        session->views[depth].scroll = 0;
}
