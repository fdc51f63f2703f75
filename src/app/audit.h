/* Looks at every screen that a visitor can reach, in every language and text size, on panels from 7 to 32 inches, and
 * reports whatever breaks a rule of layout. Letters come from outside: a fake for speed, or the real ones.
 * This layer knows nothing of files, processes or terminals. */
#ifndef IOP_AUDIT_H
#define IOP_AUDIT_H

#include "layout.h"
#include "tour.h"

enum audit_rule {
    RULE_INSIDE,   /* nothing lies outside the screen; what scrolls lies inside its window's width */
    RULE_FITS,     /* no line of text is wider than its box, no text higher */
    RULE_OVERLAP,  /* no text lies on another, or half on a target */
    RULE_TARGET,   /* targets are at least 12.7 mm both ways (VVSG 2.0 7.2-I, ADA) */
    RULE_DISTANCE, /* and at least 2.54 mm apart, less a pixel, unless they do the same */
    RULE_LETTERS,  /* no capitals are lower than those of the size that was chosen (VVSG 2.0 7.1-I) */
    RULE_WINDOW,   /* what scrolls has a window that shows something */
    RULE_CONTRAST, /* all text can be read in all four palettes (visual table: 10, 20, 20, 4.5; icons 3) */
    RULE_GLYPH,    /* a font has every letter and every icon */
    RULE_FOCUS,    /* keys reach everything that can be touched, in the order in which it is read */
    RULE_EAR,      /* everything that can be touched has words for whoever does not see it */
    RULE_COUNT
};

/* One thing that breaks a rule on one screen. Strings are valid during the call that reports it. */
struct finding {
    enum audit_rule rule;
    struct place place; /* in the content; file NULL if no file of it can be named */
    const char *where;  /* "page-typical-week es 1024x600 largest" */
    const char *thing;  /* "button \"Back\"" */
    const char *detail; /* "is 10.2 x 12.7 mm, 12.7 is the least" */
};

struct audit {
    const struct content *content;
    const struct theme *theme;
    const struct metrics *metrics;
    void (*found)(void *context, const struct finding *finding);
    void (*moved_on)(void *context); /* a stop of the tour is done; NULL: nobody waits */
    void *context;
    int part, parts; /* every stop whose number is part, modulo parts; 0, 0: all of them */
    int scenes;      /* looked at */
};

/* The tour; reports findings as they come, the same banner on every screen. Counts scenes. */
void audit_tour(struct audit *audit);

/* How many stops all parts together have: moved_on() is called as often. */
int audit_stops(const struct content *content);

#endif
