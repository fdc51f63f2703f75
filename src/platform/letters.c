/* Sets text with SDL_ttf, stretched, and squeezes its picture into a mask. */
#include "letters.h"

#include "fonts.h"
#include "text.h"
#include "wipe.h"

#include <hb.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* SDL_ttf wants a NUL at the end. */
struct run {
    char text[RUN_BYTES_MAX + 1];
    size_t length;
    bool right_to_left;
};

static void forget_run(struct run *run)
{
    wipe(run->text, run->length);
}

/* In place: a copy that is returned may leave the letters on the stack. */
static void start_run(struct run *run, struct letter_run letters)
{
    run->length = letters.length < RUN_BYTES_MAX ? letters.length : RUN_BYTES_MAX;
    run->right_to_left = letters.right_to_left;
    memcpy(run->text, letters.text, run->length);
    run->text[run->length] = '\0';
}

/* ---- scripts ------------------------------------------------------------------------------------------- */

/* The first script that is not shared by all; UNKNOWN for plain Latin, which needs nothing said. */
static hb_script_t script_of(const struct run *run)
{
    for (size_t at = 0, used; at < run->length; at += used) {
        const uint32_t character = utf8_next(run->text + at, run->length - at, &used);
        const uint32_t latin_ends = 0x250;
        if (character < latin_ends)
            continue;
        const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_LATIN)
            return script;
    }
    return HB_SCRIPT_UNKNOWN;
}

static void say_script(TTF_Font *font, hb_script_t script, bool right_to_left)
{
    char name[5] = "";
    hb_tag_to_string(hb_script_to_iso15924_tag(script), name);
    TTF_SetFontScriptName(font, name);
    TTF_SetFontDirection(font, right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

/* SDL_ttf shapes everything as an unknown script from left to right unless told; true if it was told. */
static bool begin_script(TTF_Font *font, const struct run *run)
{
    const hb_script_t script = script_of(run);
    if (script == HB_SCRIPT_UNKNOWN && !run->right_to_left)
        return false;
    say_script(font, script, run->right_to_left);
    return true;
}

static void end_script(TTF_Font *font, bool told)
{
    if (told)
        say_script(font, HB_SCRIPT_UNKNOWN, false);
}

/* ---- lengths ------------------------------------------------------------------------------------------- */

/* A letter such as j reaches left of the pen; SDL_ttf then moves the whole picture right by as much. */
static int reach_left(TTF_Font *font, const struct run *run)
{
    size_t used;
    int left = 0;
    if (run->right_to_left) /* there the last letter stands, in a shape that depends on the one before */
        return 0;
    if (TTF_GlyphMetrics32(font, utf8_next(run->text, run->length, &used), &left, NULL, NULL, NULL, NULL) != 0)
        return 0;
    return left < 0 ? -left : 0;
}

/* A letter such as a slanted f reaches right of where the pen goes next. */
static int reach_right(TTF_Font *font, const struct run *run)
{
    size_t start = run->length, used;
    int right = 0, advance = 0;
    if (run->right_to_left)
        return 0;
    do
        start--;
    while (start > 0 && ((unsigned char)run->text[start] & 0xC0) == 0x80);
    const uint32_t last = utf8_next(run->text + start, run->length - start, &used);
    if (TTF_GlyphMetrics32(font, last, NULL, &right, NULL, NULL, &advance) != 0)
        return 0;
    return right > advance ? right - advance : 0;
}

int letters_advance(TTF_Font *font, struct letter_run letters)
{
    struct run run;
    int advance = 0, width = 0;
    start_run(&run, letters);
    const bool told = begin_script(font, &run);
    if (run.length > 0 && TTF_SizeUTF8(font, run.text, &width, NULL) == 0)
        advance = width - reach_left(font, &run) - reach_right(font, &run);
    end_script(font, told);
    forget_run(&run);
    return advance > 0 ? advance : 0;
}

/* How far the highest letter rises over what the font calls its ascent; SDL_ttf moves the picture down by it. */
static int reach_up(TTF_Font *font, const struct run *run)
{
    const int ascent = TTF_FontAscent(font);
    int most = 0;
    for (size_t at = 0, used; at < run->length; at += used) {
        int top = 0;
        const uint32_t character = utf8_next(run->text + at, run->length - at, &used);
        if (TTF_GlyphMetrics32(font, character, NULL, NULL, NULL, &top, NULL) == 0 && top - ascent > most)
            most = top - ascent;
    }
    return most;
}

static bool make_room(uint8_t **bytes, size_t *size, size_t wanted)
{
    if (wanted <= *size)
        return true;
    if (*bytes)
        wipe(*bytes, *size);
    free(*bytes);
    *bytes = malloc(wanted);
    *size = *bytes ? wanted : 0;
    return *bytes != NULL;
}

/* Each pixel is the mean of LETTER_STRETCH columns, added in pairs within one number. */
static void squeeze(uint8_t *mask, const uint8_t *line, int width)
{
    _Static_assert(LETTER_STRETCH == sizeof(uint32_t), "four columns are added here");
    for (int x = 0; x < width; x++) {
        uint32_t four;
        memcpy(&four, line + LETTER_STRETCH * (ptrdiff_t)x, sizeof four);
        const uint32_t pairs = (four & 0xFF00FFu) + (four >> 8 & 0xFF00FFu);
        mask[x] = (uint8_t)(((pairs & 0xFFFFu) + (pairs >> 16) + 2) / 4);
    }
}

static bool row_is_empty(const SDL_Surface *picture, int row)
{
    const uint8_t *pixels = (const uint8_t *)picture->pixels + (ptrdiff_t)row * picture->pitch;
    return pixels[0] == 0 && memcmp(pixels, pixels + 1, (size_t)picture->w - 1) == 0; /* each is like the one before */
}

/* Most words have no descender and no accent: rows without ink are not kept. */
static void rows_with_ink(const SDL_Surface *picture, int *first, int *count)
{
    int last = picture->h - 1;
    *first = 0;
    while (*first <= last && row_is_empty(picture, *first))
        (*first)++;
    while (last > *first && row_is_empty(picture, last))
        last--;
    *count = last + 1 - *first;
}

/* pad: empty columns before the picture, so that the pen stands between two pixels of the mask. */
static bool squeeze_picture(struct letter_desk *desk, const SDL_Surface *picture, int pad, struct letters *letters)
{
    int first;
    rows_with_ink(picture, &first, &letters->height);
    letters->top += first;
    letters->width = (pad + picture->w + LETTER_STRETCH - 1) / LETTER_STRETCH;
    const size_t line_size = (size_t)letters->width * LETTER_STRETCH;
    if (!make_room(&desk->line, &desk->line_size, line_size) ||
        !make_room(&desk->mask, &desk->mask_size, (size_t)letters->width * (size_t)letters->height))
        return false;
    memset(desk->line, 0, line_size);
    for (int row = 0; row < letters->height; row++) {
        const uint8_t *pixels = (const uint8_t *)picture->pixels + (ptrdiff_t)(first + row) * picture->pitch;
        memcpy(desk->line + pad, pixels, (size_t)picture->w);
        squeeze(desk->mask + (ptrdiff_t)row * letters->width, desk->line, letters->width);
    }
    letters->bytes = desk->mask;
    return true;
}

static void free_wiped(SDL_Surface *picture)
{
    wipe(picture->pixels, (size_t)picture->pitch * (size_t)picture->h);
    SDL_FreeSurface(picture);
}

/* Where the mask's corner is, seen from the pen; returns the empty columns to put before the picture. */
static int place_picture(TTF_Font *font, const struct run *run, const SDL_Surface *picture, struct letters *letters)
{
    const int left = reach_left(font, run);
    const int whole = (left + LETTER_STRETCH - 1) / LETTER_STRETCH;
    letters->left = -whole;
    letters->top = -TTF_FontAscent(font) - (picture->h > TTF_FontHeight(font) ? reach_up(font, run) : 0);
    return whole * LETTER_STRETCH - left;
}

bool letters_set(struct letter_desk *desk, TTF_Font *font, struct letter_run wanted, struct letters *letters)
{
    const SDL_Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    struct run run;
    start_run(&run, wanted);
    const bool told = begin_script(font, &run);
    SDL_Surface *picture = run.length ? TTF_RenderUTF8_Shaded(font, run.text, white, black) : NULL;
    bool ok = false;
    *letters = (struct letters){0};
    if (picture) {
        const int pad = place_picture(font, &run, picture, letters);
        ok = squeeze_picture(desk, picture, pad, letters);
        free_wiped(picture);
    }
    end_script(font, told);
    forget_run(&run);
    return ok;
}

void letter_desk_forget(struct letter_desk *desk)
{
    if (desk->mask)
        wipe(desk->mask, desk->mask_size);
    if (desk->line)
        wipe(desk->line, desk->line_size);
    free(desk->mask);
    free(desk->line);
    *desk = (struct letter_desk){0};
}
