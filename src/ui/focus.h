/* Where keys rest on a screen: on what can be touched, one thing after the other, in the order in which it is read.
 * This layer knows nothing of keys, of sessions or of paint: it answers questions about a laid-out scene. */
#ifndef IOP_FOCUS_H
#define IOP_FOCUS_H

#include "scene.h"

enum way { WAY_UP, WAY_DOWN, WAY_LEFT, WAY_RIGHT };

/* True if keys can rest there: it can be touched, and nothing lies over it (while a note is up, that is its own
 * button, the banner and the help bar). The scroll buttons are left out: moving on scrolls. with_reading: for those
 * who listen, every text is a stop too, and what can be touched later only (a button that waits for an answer). */
bool focus_is_stop(const struct node *node, bool with_reading);

/* All stops in reading order into stops, room for room; returns how many there are. */
size_t focus_stops(const struct scene *scene, bool with_reading, const struct node **stops, size_t room);

/* The stop behind or before a node, which need not be a stop itself; from the last on to the first. NULL from: the
 * first, the last. NULL if there are none. */
const struct node *focus_next(const struct scene *scene, const struct node *from, bool with_reading);
const struct node *focus_previous(const struct scene *scene, const struct node *from, bool with_reading);

/* The nearest stop in that direction that can be seen now, NULL if there is none. scroll: of ROLE_MAIN. To the left
 * and right only what stands in the same row counts. */
const struct node *focus_toward(const struct scene *scene, const struct node *from, enum way way, int scroll);

/* Where a new screen begins: at its title, or that of the dialog. Not at the first thing to touch: who sees reads
 * the title first, who listens hears it, and a switch pressed twice by a trembling hand answers no question. From
 * there the first step leads to the first thing of the screen itself, not to the buttons above it. NULL: nothing. */
const struct node *focus_start(const struct scene *scene);

/* A part of ROLE_MAIN: what is read behind one node and before another (NULL: from its beginning, to its end), and
 * lies between two heights of its content, in pixels. */
struct focus_stretch {
    const struct node *from, *to;
    int top, bottom;
};

/* The first or the last text in it, where reading goes on after a scroll; NULL if there is none. */
const struct node *focus_text(const struct scene *scene, struct focus_stretch stretch, bool last);

/* What tells a node again after the scene was built anew: its role, action and name; and which of
 * those that are alike. Holds no pointers. It tells where a visitor was: wipe it with the visit. */
struct focus_mark {
    bool set;
    char name[48];
    enum role role;
    struct action action;
    int number;
};

struct focus_mark focus_mark(const struct scene *scene, const struct node *node);

/* The node of that mark, or the one that took its place (the same action under another name, the same name with
 * another action). NULL if nothing is left of it, or something lies over it. */
const struct node *focus_find(const struct scene *scene, const struct focus_mark *mark);

/* The dialog that is up, or NULL. */
const struct node *focus_dialog(const struct scene *scene);

#endif
