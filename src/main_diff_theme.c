/* Compares two themes value by value. */
#include "main_diff_theme.h"

#include "main_stage.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

static const char *const palettes[THEMES] = {"calm", "black_on_white", "white_on_black", "dim"};
static const char *const sizes[TEXT_SIZES] = {"small", "normal", "large", "largest"};
static const char *const faces[] = {
    [FACE_REGULAR] = "regular", [FACE_ITALIC] = "italic", [FACE_BOLD] = "bold", [FACE_HEAVY] = "heavy"};
static const char *const styles[TYPE_COUNT] = {[TYPE_BODY] = "body",     [TYPE_SUBTITLE] = "subtitle",
                                               [TYPE_LEAD] = "lead",     [TYPE_LABEL] = "label",
                                               [TYPE_STRONG] = "strong", [TYPE_H3] = "h3",
                                               [TYPE_H2] = "h2",         [TYPE_H1] = "h1",
                                               [TYPE_HERO] = "hero",     [TYPE_DISPLAY] = "display",
                                               [TYPE_NUMBER] = "number"};
static const char *const tones[TONE_COUNT] = {
    [TONE_NONE] = "",
#define TONE(NAME, key, help) [TONE_##NAME] = #key,
#include "tones.def"
#undef TONE
};

/* Changes of one palette or text size. */
struct look_at {
    struct theme_changes *changes;
    int palette, text_size;
};

static void add(const struct look_at *at, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(const struct look_at *at, const char *format, ...)
{
    if (at->changes->count == MOST_THEME_CHANGES)
        return;
    struct theme_change *change = &at->changes->list[at->changes->count++];
    *change = (struct theme_change){.palette = at->palette, .text_size = at->text_size};
    va_list values;
    va_start(values, format);
    vsnprintf(change->words, sizeof change->words, format, values);
    va_end(values);
}

static void compare_palette(const struct palette *old, const struct palette *new, const struct look_at *at)
{
    const unsigned rgb = 0xFFFFFF;
    for (int i = 1; i < TONE_COUNT; i++)
        if (old->tones[i] != new->tones[i])
            add(at, "%s: %s #%06X, now #%06X", palettes[at->palette], tones[i], (unsigned)old->tones[i] & rgb,
                (unsigned)new->tones[i] & rgb);
    if (old->outlines != new->outlines)
        add(at, "%s: outlines %s", palettes[at->palette], new->outlines ? "now true" : "now false");
}

static bool differ(float a, float b)
{
    return fabsf(a - b) > 0.0005f;
}

static void compare_style(int style, const struct type_rule *old, const struct type_rule *new, const struct look_at *at)
{
    const struct {
        const char *name;
        float old, new;
    } values[] = {{"cap", old->cap, new->cap}, {"line", old->line, new->line}, {"growth", old->growth, new->growth}};
    if (old->face != new->face)
        add(at, "type %s: face %s, now %s", styles[style], faces[old->face], faces[new->face]);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (differ(values[i].old, values[i].new))
            add(at, "type %s: %s %g, now %g", styles[style], values[i].name, (double)values[i].old,
                (double)values[i].new);
}

void theme_compare(const char *old_assets, const char *new_assets, struct theme_changes *changes)
{
    static struct theme old, new;
    stage_theme(&old, old_assets);
    stage_theme(&new, new_assets);
    for (int i = 0; i < TEXT_SIZES; i++)
        if (differ(old.cap_mm[i], new.cap_mm[i]))
            add(&(struct look_at){changes, DEFAULT_THEME, i}, "text_size %s: %g mm, now %g mm", sizes[i],
                (double)old.cap_mm[i], (double)new.cap_mm[i]);
    for (int i = 0; i < TYPE_COUNT; i++)
        compare_style(i, &old.types[i], &new.types[i], &(struct look_at){changes, DEFAULT_THEME, DEFAULT_TEXT_SIZE});
    for (int i = 0; i < THEMES; i++)
        compare_palette(&old.palettes[i], &new.palettes[i], &(struct look_at){changes, i, DEFAULT_TEXT_SIZE});
}
