/* How things look, as data: palettes, type scale, spacing, and what each kind of surface is made of.
 * Loaded from assets/theme.yaml (theme_load.h) or, if that fails, the compiled-in calm theme.
 * All lengths are millimetres on the panel; colors 0xFFRRGGBB. */
#ifndef IOP_THEME_H
#define IOP_THEME_H

#include "draw.h"
#include "session.h"

/* A color by its purpose. */
enum tone {
    TONE_NONE, /* inherits, or means "nothing" */
#define TONE(NAME, key, help) TONE_##NAME,
#include "tones.def"
#undef TONE
    TONE_COUNT
};

enum type_style {
    TYPE_BODY,
    TYPE_SUBTITLE, /* the sentence under the one at rest */
    TYPE_LEAD,     /* the main message */
    TYPE_LABEL,    /* buttons, answers */
    TYPE_STRONG,   /* body text in bold: names of rows, small headings */
    TYPE_H3,
    TYPE_H2,
    TYPE_H1,
    TYPE_HERO,    /* home's greeting */
    TYPE_DISPLAY, /* attract */
    TYPE_NUMBER,  /* 911 */
    TYPE_COUNT
};

struct type_rule {
    enum face face;
    float cap;    /* height of a capital, as a multiple of the body's */
    float line;   /* height of a line, as a multiple of the em */
    float growth; /* how much of the visitor's text size it follows: 1 = all, 0 = none */
};

/* What a surface is made of. */
enum look {
    LOOK_NONE,
    LOOK_SCREEN,
    LOOK_NIGHT_SCREEN,
    LOOK_HELP_BAR,
    LOOK_PILL,
    LOOK_PILL_SOLID,
    LOOK_PILL_ACCENT,
    LOOK_PILL_NIGHT,
    LOOK_PILL_OFF, /* cannot be touched now */
    LOOK_PILL_PLAIN,
    LOOK_PILL_GLASS, /* the second language on attract */
    LOOK_CARD,
    LOOK_CARD_PRIMARY,
    LOOK_PANEL,
    LOOK_NOTE,
    LOOK_RAISED,
    LOOK_RAISED_HEAD,
    LOOK_BADGE_SAGE,
    LOOK_BADGE_SKY,
    LOOK_BADGE_SUN,
    LOOK_BADGE_ROSE,
    LOOK_BADGE_ACCENT,
    LOOK_BADGE_STEP, /* the round number of a step */
    LOOK_STONE,      /* a stop of a day that is not a session */
    LOOK_CHAPTER,
    LOOK_CHAPTER_ON,
    LOOK_CHOICE,
    LOOK_CHOICE_ON,
    LOOK_CELL_ON,
    LOOK_CELL_OFF,
    LOOK_NIGHT_CARD,
    LOOK_NIGHT_PANEL,
    LOOK_NIGHT_ACCENT,
    LOOK_DIALOG,
    LOOK_RULE, /* a thin line */
    LOOK_COUNT
};

struct look_rule {
    enum tone fill;
    enum tone ink;     /* of text and icons inside; TONE_NONE inherits */
    enum tone heading; /* of headings inside */
    enum tone edge;
    float edge_width;
    float radius; /* mm; 99 = half the height: a pill */
    bool shadow;
};

struct palette {
    color tones[TONE_COUNT];
    bool outlines; /* surfaces are told apart by lines, not by their color */
};

/* The least that text must stand out: calm 10:1, black on white and white on black 20:1, dim 4.5:1
 * (VVSG 2.0 7.1-C..E). */
struct theme {
    struct palette palettes[THEMES];
    float cap_mm[TEXT_SIZES]; /* height of a capital of body text */
    struct type_rule types[TYPE_COUNT];
};

const struct theme *theme_default(void);
const struct look_rule *look_rule(enum look look);

/* The first pair of tones of this palette that misses its contrast, as a sentence in `sentence` with both
 * names and both ratios; false if all hold. */
bool theme_misses_contrast(const struct theme *theme, int palette, char *sentence, size_t size);

/* WCAG 2.1 contrast ratio, 1..21. Source: WCAG 2.1, relative luminance and contrast ratio. */
float contrast_ratio(color a, color b);

#endif
