/* The two drawn pictures of time: a week and a day. */
#ifndef IOP_CALENDAR_H
#define IOP_CALENDAR_H

#include "parts.h"

void week_block(struct builder *b, struct node *parent, const struct week *week);
void timeline_block(struct builder *b, struct node *parent, const struct timeline *timeline);

#endif
