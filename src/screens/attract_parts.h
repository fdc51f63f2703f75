/* What the two screens at rest share: the picture, the column of words beside the sun, the large buttons. */
#ifndef IOP_ATTRACT_PARTS_H
#define IOP_ATTRACT_PARTS_H

#include "parts.h"

/* A panel so low or narrow that only the sentence, the buttons and the promise fit. */
bool attract_low(const struct builder *b);

/* A panel of 12 or 13 inches that lies: there the title is smaller, so that 911 stays in sight. */
bool attract_middling(const struct builder *b);

/* The picture, all of which does one thing when it is touched; returns the column that lies on it. */
struct node *attract_ground(struct builder *b, struct action touch);

/* Where words keep clear of the sun, with the clinic's name over them. */
struct node *attract_words(struct builder *b, struct node *column);

/* The way in, in one language. */
void attract_button(struct builder *b, struct node *row, int language, const char *label, enum begin what);

struct node *light_text(struct node *node);

#endif
