/* Font files: where they are and their bytes. fontconfig is asked only when a file is not where Debian
 * puts it, or when a character needs a font that was not planned for; so starting does not pay for it. */
#ifndef IOP_FONTFILES_H
#define IOP_FONTFILES_H

#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FONT_PATH_SIZE = 512 };

struct font_file {
    char path[FONT_PATH_SIZE];
    int index;         /* which font of a collection */
    const void *bytes; /* the file's contents, shared with every program that uses the font */
    size_t size;
};

/* What fontconfig knows; all-zero is ready to use, it wakes up when first asked. */
struct font_finder {
    FcConfig *config;
    bool tried;
};

struct font_style {
    bool bold, italic;
};

/* Opens the file at path; false if it cannot be read. */
bool font_file_open(struct font_file *file, const char *path, int index);

void font_file_close(struct font_file *file);

/* Where the font of that family and style ("Heavy") is; false if this machine has none of just that name. */
bool font_find_named(struct font_finder *finder, const char *family, const char *style, struct font_file *found);

/* A font that has the character, sans serif if there is one. Only path and index of found are set. */
bool font_find_character(struct font_finder *finder, uint32_t character, struct font_style style,
                         struct font_file *found);

void font_finder_close(struct font_finder *finder);

#endif
