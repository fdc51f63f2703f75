/* Shared by the files of session/ that carry out actions only: what an action finds, and the handlers inside a check.
 */
#ifndef IOP_VISIT_H
#define IOP_VISIT_H

#include "way.h"

/* What an action finds: the visit, and the content it is about. */
struct visit {
    struct session *session;
    const struct content *content;
};

enum { NEW_PLACE = EFFECT_REDRAW | EFFECT_NEW_VIEW };

/* True if the number counts something: 0 to count - 1. */
static inline bool within(int number, size_t count)
{
    return number >= 0 && (size_t)number < count;
}

static inline bool shows(struct visit visit, enum screen_id screen)
{
    return session_view(visit.session)->screen == screen;
}

/* How many subjects a screen has in this content; 0 means that it cannot be gone to. */
size_t subject_count(const struct content *content, int screen);

/* Carries out an action, or nothing where it is out of place; returns effects. */
typedef unsigned action_handler(struct visit visit, struct action action);

/* actions_check.c */
action_handler answer_item, skip_item, next_item, go_on, stop_check, hide_answers, set_adult, review_item, take_result;

/* staff.c */
action_handler staff_act;

/* Where Back leads from a question, a review or a result. */
unsigned back_in_check(struct visit visit);

/* To the questions, the review or the result of a check. */
unsigned go_to_check(struct visit visit, enum screen_id screen, int subject);

#endif
