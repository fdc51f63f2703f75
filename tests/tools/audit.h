/* Looks at every screen that a visitor can reach, in every language and text size, on panels from 7 to
 * 32 inches, and notes whatever breaks a rule of layout. Letters come from outside: a fake for speed, or
 * the real ones. */
#ifndef TEST_AUDIT_H
#define TEST_AUDIT_H

#include "layout.h"
#include "tour.h"

enum audit_rule {
    RULE_INSIDE,   /* nothing lies outside the screen; what scrolls lies inside its window's width */
    RULE_FITS,     /* no line of text is wider than its box, no text higher */
    RULE_OVERLAP,  /* no text lies on another, or on a target that is not its own */
    RULE_TARGET,   /* targets are at least 12.7 mm both ways */
    RULE_DISTANCE, /* and at least 2.5 mm apart, unless they do the same */
    RULE_LETTERS,  /* no letters are smaller than the size that was chosen */
    RULE_WINDOW,   /* what scrolls has a window that shows something */
    RULE_CONTRAST, /* all text can be read in all four palettes */
    RULE_COUNT
};

enum { FINDINGS_KEPT = 400, LONGEST_FINDING = 300 };

/* What is the same on several screens (a banner) is kept once. */
struct findings {
    int count; /* all, also those not kept */
    int kept;
    char list[FINDINGS_KEPT][LONGEST_FINDING];
};

/* Where the findings of a whole tour go; the caller keeps it, it is large. */
struct audit {
    const struct content *content;
    const struct theme *theme;
    const struct metrics *metrics;
    struct findings rules[RULE_COUNT];
    int scenes; /* looked at */
};

/* The tour. Fills rules and scenes. */
void audit_tour(struct audit *audit);

/* Prints the findings of one rule, the first of them or all if IOP_AUDIT_ALL is set. Returns how many. */
int audit_print(const struct audit *audit, enum audit_rule rule);

/* ---- for the files of the audit ---------------------------------------------------------------------- */

/* One scene on its panel. */
struct audited {
    struct audit *audit;
    const struct scene *scene;
    const struct frame *frame;
    int text_size;
    const char *title; /* "page-typical-week es 1024x600 largest" */
};

void audit_note(const struct audited *at, enum audit_rule rule, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void audit_geometry(const struct audited *at);
void audit_targets(const struct audited *at);
void audit_contrast(const struct audited *at, const struct session *session);

#endif
