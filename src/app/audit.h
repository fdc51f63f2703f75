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
    RULE_WHOLE,    /* no word is cut more than once, no name ends with "…" but where letters are large */
    RULE_OVERLAP,  /* no text lies on another, or half on a target */
    RULE_TARGET,   /* targets are at least 12.7 mm both ways (VVSG 2.0 7.2-I, ADA) */
    RULE_DISTANCE, /* and at least 2.54 mm apart, less a pixel, unless they do the same */
    RULE_LETTERS,  /* no capitals are lower than those of the size that was chosen (VVSG 2.0 7.1-I) */
    RULE_WINDOW,   /* what scrolls has a window that shows something, and nearly all of each answer */
    RULE_CONTRAST, /* all text can be read in all four palettes (visual table: 10, 20, 20, 4.5; icons 3) */
    RULE_GLYPH,    /* a font has every letter and every icon */
    RULE_FOCUS,    /* keys reach everything that can be touched, in the order in which it is read */
    RULE_EAR,      /* everything that can be touched has words for whoever does not see it */
    RULE_HELP,     /* help is one touch away */
    RULE_COUNT
};

/* One thing that breaks a rule on one screen. Strings are valid during the call that reports it. */
struct finding {
    enum audit_rule rule;
    struct place place; /* in the content; file NULL if no file of it can be named */
    const char *where;  /* "page-typical-week, Español, 1024x600, largest text" */
    const char *thing;  /* "button \"Back\"" */
    const char *detail; /* "is 10.2 x 12.7 mm, 12.7 is the least" */
};

/* Pixels, and mm across. */
struct audit_panel {
    int width, height;
    float mm;
};

struct audit {
    const struct content *content;
    const struct theme *theme;
    const struct metrics *metrics;
    void (*found)(void *context, const struct finding *finding);
    bool (*moved_on)(void *context); /* a stop is done at one size; false: no more, please; NULL: nobody waits */
    void *context;
    int part, parts;    /* every stop whose number is part, modulo parts; 0, 0: all of them */
    int scenes;         /* looked at */
    struct arena arena; /* of a scene; empty before and after */
};

/* The tour on eight panels; reports findings as they come, the same banner on every screen. Counts scenes. */
void audit_tour(struct audit *audit);

/* The same on one panel. Colors are not looked at: the theme's loader does that. */
void audit_tour_on(struct audit *audit, const struct audit_panel *panel);

/* How often moved_on() is called on one panel, and on the usual ones, by all parts together. */
int audit_stops_on(const struct content *content);
int audit_stops(const struct content *content);

#endif
