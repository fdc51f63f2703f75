/* What the parts of the tour share. */
#ifndef IOP_TOUR_STEPS_H
#define IOP_TOUR_STEPS_H

#include "tour.h"

void tour_act(const struct content *content, struct stop *stop, enum action_kind kind, int a, int b);
void tour_wait(const struct content *content, struct stop *stop, int seconds);
void tour_name(struct stop *stop, const char *group, const char *first, const char *second, const char *third);

/* The stops of the frame: home, help, at rest, closed, notices (tour_frame.c). */
int tour_frame_count(const struct content *content);
void tour_frame_stop(const struct content *content, int index, struct stop *stop);

/* The stops of all checks (tour_checks.c). */
int tour_checks_count(const struct content *content);
void tour_checks_stop(const struct content *content, int index, struct stop *stop);

#endif
