/* Opens fonts at the sizes asked for and finds others for characters they lack. */
#include "fonts.h"

#include "fontfiles.h"
#include "letters.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FONTS_MAX = FACE_COUNT + 12, HANDLES_MAX = 24, PX_MAX = 600, CHOICES = 512 };

#define LATO  "/usr/share/fonts/truetype/lato/"
#define ICONS "/usr/share/fonts/truetype/material-design-icons-iconfont/"

/* cap: height of capitals as a share of the em, from each font's OS/2 table. Icons fill their em from the
 * baseline up. */
static const struct source {
    const char *path, *family, *style, *package;
    float cap;
} SOURCES[FACE_COUNT] = {
    [FACE_REGULAR] = {LATO "Lato-Regular.ttf", "Lato", "Regular", "fonts-lato", 0.7165F},
    [FACE_ITALIC] = {LATO "Lato-Italic.ttf", "Lato", "Italic", "fonts-lato", 0.7165F},
    [FACE_BOLD] = {LATO "Lato-Bold.ttf", "Lato", "Bold", "fonts-lato", 0.7230F},
    [FACE_HEAVY] = {LATO "Lato-Heavy.ttf", "Lato", "Heavy", "fonts-lato", 0.7255F},
    [FACE_ICON] = {ICONS "MaterialIcons-Regular.ttf", "Material Icons", "Regular",
                   "fonts-material-design-icons-iconfont", 1.0F},
};

struct handle {
    TTF_Font *opened;
    int font, px;
    uint64_t used;
};

/* Which font draws a character; character 0 is a free place. */
struct choice {
    uint32_t character;
    uint8_t face, font;
};

struct fonts {
    struct font_file files[FONTS_MAX];
    bool bold[FONTS_MAX]; /* found for bold letters; those of a face are not asked */
    int count;
    struct handle handles[HANDLES_MAX];
    uint64_t clock, forgotten; /* forgotten: the clock at the last fonts_forget() */
    struct choice choices[CHOICES];
    struct font_finder finder;
};

/* All fonts of the process share SDL_ttf's FreeType library. Threads may use fonts of their own at the same time if
 * they open and close them one after the other (FreeType's reference, FT_Library). */
static pthread_mutex_t library = PTHREAD_MUTEX_INITIALIZER;

static bool start_library(void)
{
    pthread_mutex_lock(&library);
    const bool started = TTF_Init() == 0;
    pthread_mutex_unlock(&library);
    return started;
}

static void end_library(void)
{
    pthread_mutex_lock(&library);
    TTF_Quit();
    pthread_mutex_unlock(&library);
}

static void close_font(TTF_Font *opened)
{
    pthread_mutex_lock(&library);
    TTF_CloseFont(opened);
    pthread_mutex_unlock(&library);
}

static TTF_Font *open_at(const struct font_file *file, int px)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    if (!stream)
        return NULL;
    const unsigned dots = 72; /* at 72 dots per inch a point is a pixel */
    pthread_mutex_lock(&library);
    TTF_Font *opened = TTF_OpenFontIndexDPIRW(stream, 1, px, file->index, dots * LETTER_STRETCH, dots);
    pthread_mutex_unlock(&library);
    if (opened)
        TTF_SetFontHinting(opened, TTF_HINTING_NONE);
    return opened;
}

/* A damaged file maps as well as a good one: it must open, and hold the letters. */
static bool usable(const struct font_file *file)
{
    const int any_size = 16;
    TTF_Font *opened = open_at(file, any_size);
    const bool ok = opened && TTF_GlyphIsProvided32(opened, 'a');
    if (opened)
        close_font(opened);
    return ok;
}

static bool open_file(struct font_file *file, const char *path, int index)
{
    if (font_file_open(file, path, index) && usable(file))
        return true;
    font_file_close(file);
    return false;
}

static const char *missing(enum face face)
{
    static _Thread_local char sentence[512];
    const struct source *source = &SOURCES[face];
    snprintf(sentence, sizeof sentence,
             "The font %s %s is neither at %s nor known to fontconfig, or its file is damaged. Install the Debian "
             "package %s again.",
             source->family, source->style, source->path, source->package);
    return sentence;
}

/* Help must be readable with any letters: another font stands in, and icons may be missing altogether. */
static bool open_substitute(struct fonts *fonts, enum face face)
{
    const struct font_style style = {.bold = face == FACE_BOLD || face == FACE_HEAVY, .italic = face == FACE_ITALIC};
    struct font_file found;
    if (face != FACE_ICON && (!font_find_character(&fonts->finder, 'a', style, &found) ||
                              !open_file(&fonts->files[face], found.path, found.index)))
        return false;
    fprintf(stderr, "%s %s\n", missing(face),
            face == FACE_ICON ? "Until then there are no icons." : "Until then another font stands in.");
    return true;
}

static bool open_source(struct fonts *fonts, enum face face)
{
    const struct source *source = &SOURCES[face];
    struct font_file found;
    if (open_file(&fonts->files[face], source->path, 0))
        return true;
    if (font_find_named(&fonts->finder, source->family, source->style, &found) &&
        open_file(&fonts->files[face], found.path, found.index))
        return true;
    return open_substitute(fonts, face);
}

struct fonts *fonts_open(const char **cause)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    *cause = "The fonts could not be opened because there is not enough memory.";
    if (!fonts)
        return NULL;
    if (!start_library()) {
        *cause = "The font library SDL2_ttf could not be started.";
        free(fonts);
        return NULL;
    }
    for (enum face face = 0; face < FACE_COUNT; face++)
        if (!open_source(fonts, face)) {
            *cause = missing(face);
            fonts_close(fonts);
            return NULL;
        }
    fonts->count = FACE_COUNT;
    *cause = NULL;
    return fonts;
}

static void set_neutral(const struct handle *handle, size_t letters)
{
    char neutral[RUN_BYTES_MAX + 1];
    memset(neutral, 'o', letters);
    neutral[letters] = '\0';
    TTF_SizeUTF8(handle->opened, neutral, NULL, NULL);
}

/* A font keeps the glyphs of the last text it set, in freed memory even when closed; the longest possible
 * text puts others in their place. */
static void close_handle(struct handle *handle)
{
    if (handle->opened) {
        set_neutral(handle, RUN_BYTES_MAX);
        close_font(handle->opened);
    }
    *handle = (struct handle){0};
}

static struct handle *oldest(struct fonts *fonts)
{
    struct handle *found = fonts->handles;
    for (struct handle *handle = fonts->handles; handle < fonts->handles + HANDLES_MAX; handle++)
        if (handle->used < found->used)
            found = handle;
    return found;
}

TTF_Font *fonts_at(struct fonts *fonts, int font, int px)
{
    fonts->clock++;
    px = px < PX_MAX ? px : PX_MAX;
    for (struct handle *handle = fonts->handles; handle < fonts->handles + HANDLES_MAX; handle++)
        if (handle->opened && handle->font == font && handle->px == px) {
            handle->used = fonts->clock;
            return handle->opened;
        }
    TTF_Font *opened = open_at(&fonts->files[font], px);
    if (!opened)
        return NULL;
    struct handle *handle = oldest(fonts);
    close_handle(handle);
    *handle = (struct handle){opened, font, px, fonts->clock};
    return opened;
}

static int font_of_file(struct fonts *fonts, const struct font_file *found)
{
    for (int font = 0; font < fonts->count; font++)
        if (strcmp(fonts->files[font].path, found->path) == 0 && fonts->files[font].index == found->index)
            return font;
    if (fonts->count == FONTS_MAX || !font_file_open(&fonts->files[fonts->count], found->path, found->index))
        return -1;
    return fonts->count++;
}

/* The font at whatever size it is open already: every size has the same characters. */
static TTF_Font *at_any_size(struct fonts *fonts, int font)
{
    const int small = 16;
    for (struct handle *handle = fonts->handles; handle < fonts->handles + HANDLES_MAX; handle++)
        if (handle->opened && handle->font == font)
            return handle->opened;
    return fonts_at(fonts, font, small);
}

static bool provides(struct fonts *fonts, int font, uint32_t character)
{
    TTF_Font *opened = at_any_size(fonts, font);
    return opened && TTF_GlyphIsProvided32(opened, character);
}

bool fonts_draw_nothing(uint32_t character)
{
    return character < 0x20 || character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x2028 && character <= 0x202E) || (character >= 0x2060 && character <= 0x206F) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF;
}

static int choose(struct fonts *fonts, enum face face, uint32_t character)
{
    struct font_file found;
    const struct font_style style = {.bold = face == FACE_BOLD || face == FACE_HEAVY, .italic = face == FACE_ITALIC};
    if (fonts_draw_nothing(character) || provides(fonts, (int)face, character))
        return (int)face;
    for (int font = FACE_COUNT; font < fonts->count; font++)
        if (fonts->bold[font] == style.bold && provides(fonts, font, character))
            return font;
    if (!font_find_character(&fonts->finder, character, style, &found))
        return (int)face;
    const int known = fonts->count, font = font_of_file(fonts, &found);
    if (font >= 0 && font == known) /* it is new */
        fonts->bold[font] = style.bold;
    return font < 0 ? (int)face : font;
}

int fonts_for_character(struct fonts *fonts, enum face face, uint32_t character)
{
    if (face == FACE_ICON || (character >= 0x20 && character < 0x7F))
        return (int)face;
    struct choice *choice = &fonts->choices[(character * FACE_COUNT + face) % CHOICES];
    if (choice->character != character || choice->face != face)
        *choice = (struct choice){character, (uint8_t)face, (uint8_t)choose(fonts, face, character)};
    return choice->font;
}

bool fonts_draw(struct fonts *fonts, enum face face, uint32_t character)
{
    return fonts_draw_nothing(character) || provides(fonts, fonts_for_character(fonts, face, character), character);
}

float fonts_cap_height(enum face face)
{
    return SOURCES[face].cap;
}

/* The shaping library takes and gives back memory in a few sizes: texts of these lengths get each of them. */
static void overwrite_shaping(const struct handle *handle)
{
    for (size_t letters = RUN_BYTES_MAX; letters >= 8; letters /= 2)
        set_neutral(handle, letters);
}

void fonts_forget(struct fonts *fonts)
{
    for (struct handle *handle = fonts->handles; handle < fonts->handles + HANDLES_MAX; handle++) {
        if (!handle->opened)
            continue;
        overwrite_shaping(handle);
        if (handle->used <= fonts->forgotten)
            close_handle(handle);
    }
    memset(fonts->choices, 0, sizeof fonts->choices);
    fonts->forgotten = fonts->clock;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (struct handle *handle = fonts->handles; handle < fonts->handles + HANDLES_MAX; handle++)
        close_handle(handle);
    for (int font = 0; font < FONTS_MAX; font++)
        font_file_close(&fonts->files[font]);
    font_finder_close(&fonts->finder);
    end_library();
    free(fonts);
}
