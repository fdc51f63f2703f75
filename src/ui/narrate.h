/* A scene in words for the ear: how a screen is introduced, what each stop says, what has just changed.
 * All words come from content (words/speech.yaml); nothing of keys, sound or time is known here.
 * Sources: 508 402.2 (all that is needed, in step with the screen), VVSG 2.0 7.1-K and 7.2 (where one is, what was
 * chosen). */
#ifndef IOP_NARRATE_H
#define IOP_NARRATE_H

#include "scene.h"
#include "spoken.h"

/* The heading that names the screen, or the dialog over it; NULL if it has none. */
const struct node *narrate_title(const struct scene *scene);

/* Opens a screen: its title, where it belongs (scene->where), how many things there are to choose. */
void narrate_view(const struct scene *scene, const struct ear *ear, struct text *out);

/* One stop (focus_is_stop() with_reading): what it is, what it says, how it stands, its place among its like. */
void narrate_node(const struct node *node, const struct ear *ear, struct text *out);

/* The first stop (after: NULL) or the next one of those that are read out by themselves, in reading order: what the
 * screen itself holds, without the title that opened it, the banner, the chapters, the digits of a PIN and the help
 * bar. NULL at the end. */
const struct node *narrate_next(const struct scene *scene, const struct node *after);

/* What an action that did not lead elsewhere has changed, as this scene shows it: the answer chosen, the speed. Adds
 * nothing where there is nothing to say. */
void narrate_change(const struct scene *scene, const struct ear *ear, struct action action,
                    const struct session *session, struct text *out);

/* Index of the language in which a stop is said: a button that changes the language speaks that one. */
int narrate_language(const struct node *node, int language);

#endif
