/* Maps font files into memory and asks fontconfig where fonts are. */
#include "fontfiles.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool map(struct font_file *file, int descriptor)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0 || status.st_size <= 0 || status.st_size > INT_MAX)
        return false;
    const size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED)
        return false;
    file->bytes = bytes;
    file->size = size;
    return true;
}

bool font_file_open(struct font_file *file, const char *path, int index)
{
    *file = (struct font_file){.index = index};
    if (strlen(path) >= sizeof file->path)
        return false;
    memcpy(file->path, path, strlen(path) + 1);
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool mapped = map(file, descriptor);
    close(descriptor);
    return mapped;
}

void font_file_close(struct font_file *file)
{
    if (file->bytes)
        munmap((void *)(uintptr_t)file->bytes, file->size);
    *file = (struct font_file){0};
}

static FcConfig *config_of(struct font_finder *finder)
{
    if (!finder->tried)
        finder->config = FcInitLoadConfigAndFonts();
    finder->tried = true;
    return finder->config;
}

static FcPattern *best_match(FcConfig *config, FcPattern *wish)
{
    FcResult result;
    FcConfigSubstitute(config, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    return FcFontMatch(config, wish, &result);
}

static bool take_place(const FcPattern *match, struct font_file *found)
{
    FcChar8 *path = NULL;
    *found = (struct font_file){0};
    if (FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch || strlen((char *)path) >= sizeof found->path)
        return false;
    memcpy(found->path, path, strlen((char *)path) + 1);
    if (FcPatternGetInteger(match, FC_INDEX, 0, &found->index) != FcResultMatch)
        found->index = 0;
    return true;
}

static bool is_named(const FcPattern *match, const char *family, const char *style)
{
    FcChar8 *has_family = NULL, *has_style = NULL;
    return FcPatternGetString(match, FC_FAMILY, 0, &has_family) == FcResultMatch &&
           FcPatternGetString(match, FC_STYLE, 0, &has_style) == FcResultMatch &&
           strcmp((char *)has_family, family) == 0 && strcmp((char *)has_style, style) == 0;
}

bool font_find_named(struct font_finder *finder, const char *family, const char *style, struct font_file *found)
{
    FcConfig *config = config_of(finder);
    if (!config)
        return false;
    FcPattern *wish = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_STYLE, FcTypeString, style, NULL);
    FcPattern *match = wish ? best_match(config, wish) : NULL;
    const bool ok = match && is_named(match, family, style) && take_place(match, found);
    if (match)
        FcPatternDestroy(match);
    if (wish)
        FcPatternDestroy(wish);
    return ok;
}

static FcPattern *wish_for(const FcCharSet *characters, struct font_style style)
{
    FcPattern *wish = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, "Noto Sans", FC_FAMILY, FcTypeString, "sans-serif",
                                     FC_WEIGHT, FcTypeInteger, style.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR,
                                     FC_SLANT, FcTypeInteger, style.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN, NULL);
    if (!wish)
        return NULL;
    FcPatternAddCharSet(wish, FC_CHARSET, characters);
    FcPatternAddBool(wish, FC_SCALABLE, FcTrue);
    FcPatternAddBool(wish, FC_COLOR, FcFalse);
    return wish;
}

static bool has_character(const FcPattern *match, uint32_t character)
{
    FcCharSet *characters = NULL;
    return FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, character);
}

bool font_find_character(struct font_finder *finder, uint32_t character, struct font_style style,
                         struct font_file *found)
{
    FcConfig *config = config_of(finder);
    FcCharSet *characters = config ? FcCharSetCreate() : NULL;
    if (!characters)
        return false;
    FcCharSetAddChar(characters, character);
    FcPattern *wish = wish_for(characters, style);
    FcPattern *match = wish ? best_match(config, wish) : NULL;
    const bool ok = match && has_character(match, character) && take_place(match, found);
    if (match)
        FcPatternDestroy(match);
    if (wish)
        FcPatternDestroy(wish);
    FcCharSetDestroy(characters);
    return ok;
}

void font_finder_close(struct font_finder *finder)
{
    if (finder->config)
        FcConfigDestroy(finder->config);
    *finder = (struct font_finder){0};
}
