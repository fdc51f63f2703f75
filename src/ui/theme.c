/* The compiled-in theme and what each kind of surface is made of. */
#include "theme.h"

#include <math.h>
#include <stdio.h>

/* assets/theme.yaml says the same; this one is used when that file cannot be read. */
static const struct theme standard = {
    .palettes[0] =
        {.outlines = false,
         .tones =
             {
                 [TONE_GROUND] = 0xFFFAF6EE,       [TONE_PAPER] = 0xFFFFFFFF,       [TONE_INK] = 0xFF17302E,
                 [TONE_INK_2] = 0xFF283C39,        [TONE_PRIMARY] = 0xFF073A36,     [TONE_ON_PRIMARY] = 0xFFFFFFFF,
                 [TONE_PRIMARY_MARK] = 0xFFFFD48A, [TONE_MARK] = 0xFF0F6B63,        [TONE_MARK_OFF] = 0xFFD9D2C3,
                 [TONE_QUIET] = 0xFFE3EDE6,        [TONE_RAISED] = 0xFFEAF2ED,      [TONE_NOTE] = 0xFFFBE3BC,
                 [TONE_NOTE_INK] = 0xFF6B4300,     [TONE_ACCENT] = 0xFFFFD48A,      [TONE_ON_ACCENT] = 0xFF1A2442,
                 [TONE_SKY] = 0xFFDCE9EE,          [TONE_SKY_INK] = 0xFF1D4663,     [TONE_ROSE] = 0xFFF6DDD3,
                 [TONE_ROSE_INK] = 0xFF7A2E16,     [TONE_SAGE] = 0xFFCFE0D5,        [TONE_NIGHT] = 0xFF1E2A4A,
                 [TONE_ON_NIGHT] = 0xFFFFFFFF,     [TONE_NIGHT_PANEL] = 0xFF303B58, [TONE_NIGHT_EDGE] = 0xFF9DA9CC,
                 [TONE_EDGE] = 0xFF857D6B,         [TONE_LINE] = 0xFFE4DDCF,        [TONE_OFF] = 0xFFF0ECE0,
                 [TONE_SCALE_1] = 0xFFD6E8DF,      [TONE_SCALE_2] = 0xFFB5D6C8,     [TONE_SCALE_3] = 0xFF7BB3A3,
                 [TONE_SCALE_4] = 0xFF3D8F7F,      [TONE_SCALE_5] = 0xFF17635A,     [TONE_SHADOW] = 0x2817302E,
                 [TONE_FOCUS] = 0xFF9A5B00,
             }},
    .palettes[1] =
        {.outlines = true,
         .tones =
             {
                 [TONE_GROUND] = 0xFFFFFFFF,       [TONE_PAPER] = 0xFFFFFFFF,       [TONE_INK] = 0xFF000000,
                 [TONE_INK_2] = 0xFF000000,        [TONE_PRIMARY] = 0xFF000000,     [TONE_ON_PRIMARY] = 0xFFFFFFFF,
                 [TONE_PRIMARY_MARK] = 0xFFFFFFFF, [TONE_MARK] = 0xFF000000,        [TONE_MARK_OFF] = 0xFFCCCCCC,
                 [TONE_QUIET] = 0xFFFFFFFF,        [TONE_RAISED] = 0xFFFFFFFF,      [TONE_NOTE] = 0xFFFFFFFF,
                 [TONE_NOTE_INK] = 0xFF000000,     [TONE_ACCENT] = 0xFFFFFFFF,      [TONE_ON_ACCENT] = 0xFF000000,
                 [TONE_SKY] = 0xFFFFFFFF,          [TONE_SKY_INK] = 0xFF000000,     [TONE_ROSE] = 0xFFFFFFFF,
                 [TONE_ROSE_INK] = 0xFF000000,     [TONE_SAGE] = 0xFFFFFFFF,        [TONE_NIGHT] = 0xFF000000,
                 [TONE_ON_NIGHT] = 0xFFFFFFFF,     [TONE_NIGHT_PANEL] = 0xFF000000, [TONE_NIGHT_EDGE] = 0xFFFFFFFF,
                 [TONE_EDGE] = 0xFF000000,         [TONE_LINE] = 0xFF000000,        [TONE_OFF] = 0xFFFFFFFF,
                 [TONE_SCALE_1] = 0xFFEEEEEE,      [TONE_SCALE_2] = 0xFFCCCCCC,     [TONE_SCALE_3] = 0xFF9A9A9A,
                 [TONE_SCALE_4] = 0xFF666666,      [TONE_SCALE_5] = 0xFF000000,     [TONE_SHADOW] = 0x28FFFFFF,
                 [TONE_FOCUS] = 0xFF000000,
             }},
    .palettes[2] =
        {.outlines = true,
         .tones =
             {
                 [TONE_GROUND] = 0xFF000000,       [TONE_PAPER] = 0xFF000000,       [TONE_INK] = 0xFFFFFFFF,
                 [TONE_INK_2] = 0xFFFFFFFF,        [TONE_PRIMARY] = 0xFFFFFFFF,     [TONE_ON_PRIMARY] = 0xFF000000,
                 [TONE_PRIMARY_MARK] = 0xFF000000, [TONE_MARK] = 0xFFFFFFFF,        [TONE_MARK_OFF] = 0xFF444444,
                 [TONE_QUIET] = 0xFF000000,        [TONE_RAISED] = 0xFF000000,      [TONE_NOTE] = 0xFF000000,
                 [TONE_NOTE_INK] = 0xFFFFFFFF,     [TONE_ACCENT] = 0xFF000000,      [TONE_ON_ACCENT] = 0xFFFFFFFF,
                 [TONE_SKY] = 0xFF000000,          [TONE_SKY_INK] = 0xFFFFFFFF,     [TONE_ROSE] = 0xFF000000,
                 [TONE_ROSE_INK] = 0xFFFFFFFF,     [TONE_SAGE] = 0xFF000000,        [TONE_NIGHT] = 0xFFFFFFFF,
                 [TONE_ON_NIGHT] = 0xFF000000,     [TONE_NIGHT_PANEL] = 0xFFFFFFFF, [TONE_NIGHT_EDGE] = 0xFF000000,
                 [TONE_EDGE] = 0xFFFFFFFF,         [TONE_LINE] = 0xFFFFFFFF,        [TONE_OFF] = 0xFF000000,
                 [TONE_SCALE_1] = 0xFF222222,      [TONE_SCALE_2] = 0xFF444444,     [TONE_SCALE_3] = 0xFF666666,
                 [TONE_SCALE_4] = 0xFF999999,      [TONE_SCALE_5] = 0xFFFFFFFF,     [TONE_SHADOW] = 0x28000000,
                 [TONE_FOCUS] = 0xFFFFFFFF,
             }},
    .palettes[3] =
        {.outlines = false,
         .tones =
             {
                 [TONE_GROUND] = 0xFF2B2F36,       [TONE_PAPER] = 0xFF353A42,       [TONE_INK] = 0xFFC2C6CC,
                 [TONE_INK_2] = 0xFFB4B9C0,        [TONE_PRIMARY] = 0xFFBFC9C6,     [TONE_ON_PRIMARY] = 0xFF2B2F36,
                 [TONE_PRIMARY_MARK] = 0xFF2B2F36, [TONE_MARK] = 0xFF8FB5AE,        [TONE_MARK_OFF] = 0xFF4A505A,
                 [TONE_QUIET] = 0xFF333B3D,        [TONE_RAISED] = 0xFF34403F,      [TONE_NOTE] = 0xFF433D33,
                 [TONE_NOTE_INK] = 0xFFCDB382,     [TONE_ACCENT] = 0xFFC9B07F,      [TONE_ON_ACCENT] = 0xFF24282E,
                 [TONE_SKY] = 0xFF35424B,          [TONE_SKY_INK] = 0xFFA9C2D0,     [TONE_ROSE] = 0xFF463A37,
                 [TONE_ROSE_INK] = 0xFFD0AC9F,     [TONE_SAGE] = 0xFF37433E,        [TONE_NIGHT] = 0xFF20242E,
                 [TONE_ON_NIGHT] = 0xFFBEC3CE,     [TONE_NIGHT_PANEL] = 0xFF2B303C, [TONE_NIGHT_EDGE] = 0xFF7D859A,
                 [TONE_EDGE] = 0xFF8E949E,         [TONE_LINE] = 0xFF454B54,        [TONE_OFF] = 0xFF3A4048,
                 [TONE_SCALE_1] = 0xFF45514D,      [TONE_SCALE_2] = 0xFF4D6058,     [TONE_SCALE_3] = 0xFF587368,
                 [TONE_SCALE_4] = 0xFF6D9185,      [TONE_SCALE_5] = 0xFF8FB5AE,     [TONE_SHADOW] = 0x28000000,
                 [TONE_FOCUS] = 0xFFC9B07F,
             }},
    .cap_mm = {3.8f, 4.8f, 6.4f, 8.5f},
    .types =
        {
            [TYPE_BODY] = {FACE_REGULAR, 1.0f, 1.45f, 1.0f},
            [TYPE_SUBTITLE] = {FACE_REGULAR, 1.42f, 1.4f, 0.7f},
            [TYPE_LEAD] = {FACE_REGULAR, 1.12f, 1.45f, 0.95f},
            [TYPE_LABEL] = {FACE_BOLD, 1.0f, 1.3f, 1.0f},
            [TYPE_STRONG] = {FACE_BOLD, 1.0f, 1.45f, 1.0f},
            [TYPE_H3] = {FACE_HEAVY, 1.12f, 1.25f, 0.9f},
            [TYPE_H2] = {FACE_HEAVY, 1.42f, 1.22f, 0.8f},
            [TYPE_H1] = {FACE_HEAVY, 1.98f, 1.18f, 0.6f},
            [TYPE_HERO] = {FACE_HEAVY, 2.25f, 1.14f, 0.5f},
            [TYPE_DISPLAY] = {FACE_HEAVY, 4.0f, 1.05f, 0.25f},
            [TYPE_NUMBER] = {FACE_HEAVY, 4.0f, 1.05f, 0.3f},
        },
};

static const struct look_rule looks[LOOK_COUNT] = {
    [LOOK_NONE] = {0},
    [LOOK_SCREEN] = {.fill = TONE_GROUND, .ink = TONE_INK, .heading = TONE_PRIMARY},
    [LOOK_NIGHT_SCREEN] = {.fill = TONE_NIGHT, .ink = TONE_ON_NIGHT, .heading = TONE_ON_NIGHT},
    [LOOK_HELP_BAR] = {.fill = TONE_NIGHT, .ink = TONE_ON_NIGHT, .heading = TONE_ON_NIGHT},
    [LOOK_PILL] = {TONE_PAPER, TONE_PRIMARY, TONE_PRIMARY, TONE_EDGE, 0.5f, 99, false},
    [LOOK_PILL_SOLID] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 99, false},
    [LOOK_PILL_ACCENT] = {TONE_ACCENT, TONE_ON_ACCENT, TONE_ON_ACCENT, TONE_NONE, 0, 99, false},
    [LOOK_PILL_NIGHT] = {TONE_NIGHT, TONE_ON_NIGHT, TONE_ON_NIGHT, TONE_NIGHT_EDGE, 0.5f, 99, false},
    [LOOK_PILL_OFF] = {TONE_OFF, TONE_INK, TONE_INK, TONE_NONE, 0, 99, false},
    [LOOK_STONE] = {TONE_OFF, TONE_PRIMARY, TONE_PRIMARY, TONE_NONE, 0, 99, false},
    [LOOK_PILL_PLAIN] = {TONE_PAPER, TONE_PRIMARY, TONE_PRIMARY, TONE_NONE, 0, 99, false},
    [LOOK_PILL_GLASS] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 99, false},
    [LOOK_CARD] = {TONE_PAPER, TONE_INK, TONE_PRIMARY, TONE_NONE, 0, 8, true},
    [LOOK_CARD_PRIMARY] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 8, true},
    [LOOK_PANEL] = {TONE_QUIET, TONE_INK, TONE_PRIMARY, TONE_NONE, 0, 7, false},
    [LOOK_NOTE] = {TONE_NOTE, TONE_INK, TONE_INK, TONE_NONE, 0, 6, false},
    [LOOK_RAISED] = {TONE_RAISED, TONE_INK, TONE_PRIMARY, TONE_MARK, 1.2f, 6, false},
    [LOOK_RAISED_HEAD] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_SAGE] = {TONE_SAGE, TONE_PRIMARY, TONE_PRIMARY, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_SKY] = {TONE_SKY, TONE_SKY_INK, TONE_SKY_INK, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_SUN] = {TONE_NOTE, TONE_NOTE_INK, TONE_NOTE_INK, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_ROSE] = {TONE_ROSE, TONE_ROSE_INK, TONE_ROSE_INK, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_ACCENT] = {TONE_ACCENT, TONE_ON_ACCENT, TONE_ON_ACCENT, TONE_NONE, 0, 5, false},
    [LOOK_BADGE_STEP] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 99, false},
    [LOOK_CHAPTER] = {TONE_NONE, TONE_PRIMARY, TONE_PRIMARY, TONE_NONE, 0, 5, false},
    [LOOK_CHAPTER_ON] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 5, false},
    [LOOK_CHOICE] = {TONE_PAPER, TONE_INK, TONE_PRIMARY, TONE_EDGE, 0.7f, 6.5f, false},
    [LOOK_CHOICE_ON] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 6.5f, false},
    [LOOK_CELL_ON] = {TONE_PRIMARY, TONE_ON_PRIMARY, TONE_ON_PRIMARY, TONE_NONE, 0, 3, false},
    [LOOK_CELL_OFF] = {TONE_OFF, TONE_INK, TONE_INK, TONE_NONE, 0, 3, false},
    [LOOK_NIGHT_CARD] = {TONE_ON_NIGHT, TONE_NIGHT, TONE_NIGHT, TONE_NONE, 0, 8, false},
    [LOOK_NIGHT_PANEL] = {TONE_NIGHT_PANEL, TONE_ON_NIGHT, TONE_ON_NIGHT, TONE_NONE, 0, 5, false},
    [LOOK_NIGHT_ACCENT] = {TONE_ACCENT, TONE_ON_ACCENT, TONE_ON_ACCENT, TONE_NONE, 0, 8, false},
    [LOOK_DIALOG] = {TONE_PAPER, TONE_INK, TONE_PRIMARY, TONE_NONE, 0, 10, true},
    [LOOK_RULE] = {.fill = TONE_LINE},
};

const struct theme *theme_default(void)
{
    return &standard;
}

const struct look_rule *look_rule(enum look look)
{
    return &looks[look];
}

/* ---- contrast ------------------------------------------------------------------------------ */

static const float text_ratio[THEMES] = {10.0f, 20.0f, 20.0f, 4.5f};
static const float mark_ratio = 3.0f; /* WCAG 2.1, 1.4.11: what carries meaning and is no text */

static const struct pair {
    enum tone ink, ground;
    bool is_text;
} pairs[] = {
    {TONE_INK, TONE_GROUND, true},
    {TONE_INK, TONE_PAPER, true},
    {TONE_INK, TONE_QUIET, true},
    {TONE_INK, TONE_NOTE, true},
    {TONE_INK, TONE_RAISED, true},
    {TONE_INK, TONE_OFF, true},
    {TONE_INK_2, TONE_GROUND, true},
    {TONE_INK_2, TONE_PAPER, true},
    {TONE_PRIMARY, TONE_GROUND, true},
    {TONE_PRIMARY, TONE_PAPER, true},
    {TONE_PRIMARY, TONE_QUIET, true},
    {TONE_PRIMARY, TONE_RAISED, true},
    {TONE_ON_PRIMARY, TONE_PRIMARY, true},
    {TONE_ON_ACCENT, TONE_ACCENT, true},
    {TONE_ON_NIGHT, TONE_NIGHT, true},
    {TONE_ON_NIGHT, TONE_NIGHT_PANEL, true},
    {TONE_MARK, TONE_PAPER, false},
    {TONE_MARK, TONE_GROUND, false},
    {TONE_MARK, TONE_QUIET, false},
    {TONE_MARK, TONE_RAISED, false},
    {TONE_NOTE_INK, TONE_NOTE, false},
    {TONE_SKY_INK, TONE_SKY, false},
    {TONE_ROSE_INK, TONE_ROSE, false},
    {TONE_PRIMARY, TONE_SAGE, false},
    {TONE_EDGE, TONE_GROUND, false},
    {TONE_EDGE, TONE_PAPER, false},
    {TONE_NIGHT_EDGE, TONE_NIGHT, false},
    {TONE_ACCENT, TONE_NIGHT, false},
    {TONE_PRIMARY_MARK, TONE_PRIMARY, false},
    {TONE_FOCUS, TONE_GROUND, false},
    {TONE_INK, TONE_SCALE_3, false},
};

/* What the ring of keys lies on and around: one of its two colors must stand out from each. */
static const enum tone under_ring[] = {
    TONE_GROUND, TONE_PAPER, TONE_QUIET,  TONE_NOTE,  TONE_RAISED,      TONE_OFF,      TONE_SAGE,
    TONE_SKY,    TONE_ROSE,  TONE_ACCENT, TONE_NIGHT, TONE_NIGHT_PANEL, TONE_ON_NIGHT, TONE_PRIMARY,
};

static const char *const tone_keys[TONE_COUNT] = {
#define TONE(NAME, key, help) [TONE_##NAME] = #key,
#include "tones.def"
#undef TONE
};

/* Writes the sentence and is true if the ring is lost on one of the tones. */
static bool ring_is_lost(const color *tones, char *sentence, size_t size)
{
    for (size_t i = 0; i < sizeof under_ring / sizeof *under_ring; i++) {
        float line = contrast_ratio(tones[TONE_FOCUS], tones[under_ring[i]]);
        float rim = contrast_ratio(tones[TONE_GROUND], tones[under_ring[i]]);
        if (line >= mark_ratio || rim >= mark_ratio)
            continue;
        snprintf(sentence, size, "on %s, focus has a contrast of %.1f:1 and ground of %.1f:1; one needs %.1f:1",
                 tone_keys[under_ring[i]], (double)line, (double)rim, (double)mark_ratio);
        return true;
    }
    return false;
}

bool theme_misses_contrast(const struct theme *theme, int palette, char *sentence, size_t size)
{
    const color *tones = theme->palettes[palette].tones;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        float needed = pairs[i].is_text ? text_ratio[palette] : mark_ratio;
        float found = contrast_ratio(tones[pairs[i].ink], tones[pairs[i].ground]);
        if (found >= needed)
            continue;
        snprintf(sentence, size, "%s on %s has a contrast of %.1f:1 and needs %.1f:1", tone_keys[pairs[i].ink],
                 tone_keys[pairs[i].ground], (double)found, (double)needed);
        return true;
    }
    return ring_is_lost(tones, sentence, size);
}

static float channel(unsigned value)
{
    float share = (float)value / 255.0f;
    return share <= 0.03928f ? share / 12.92f : powf((share + 0.055f) / 1.055f, 2.4f);
}

static float luminance(color c)
{
    return 0.2126f * channel((c >> 16) & 255) + 0.7152f * channel((c >> 8) & 255) + 0.0722f * channel(c & 255);
}

float contrast_ratio(color a, color b)
{
    float la = luminance(a), lb = luminance(b);
    float lighter = la > lb ? la : lb, darker = la > lb ? lb : la;
    return (lighter + 0.05f) / (darker + 0.05f);
}
