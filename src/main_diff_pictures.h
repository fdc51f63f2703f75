/* The picture files that screens show, told apart by what is in them and not by their names alone. */
#ifndef IOP_MAIN_DIFF_PICTURES_H
#define IOP_MAIN_DIFF_PICTURES_H

#include "main_reading.h"

#include <stdint.h>

enum { MOST_PICTURE_FILES = 64, PICTURE_FILE_NAME = 256, PICTURE_FILE_PATH = 4096, NAMES_OF_SCREENS = 16384 };

struct picture_file {
    char name[PICTURE_FILE_NAME]; /* as the content names it */
    char path[PICTURE_FILE_PATH];
    uint64_t digest; /* of its bytes; 0: it cannot be read */
};

/* Of one side; all-zero but for the folders is ready to use. */
struct picture_files {
    const char *content, *assets;
    struct picture_file list[MOST_PICTURE_FILES];
    int count;
};

/* A file that became another one, and where it is shown. */
struct picture_change {
    const struct picture_file *old, *new; /* NULL: no picture is there */
    char screens[NAMES_OF_SCREENS];       /* "home, page-benefits" */
};

struct picture_changes {
    struct picture_change list[MOST_PICTURE_FILES];
    int count;
};

/* One side of a screen. */
struct pictured {
    struct picture_files *files;
    const struct reading *reading;
};

/* Compares the pictures of a screen, first with first. True if one looks different; each is added to changes with the
 * name of the screen, once. */
bool pictures_differ(struct pictured old, struct pictured new, struct picture_changes *changes, const char *screen);

/* True if the screen, as it is now, shows what the change led to; what is gone is of no screen. */
bool picture_is_of(const struct picture_change *change, const struct reading *reading);

/* "the picture a.svg is another one", in out. */
void picture_sentence(const struct picture_change *change, char *out, size_t size);

#endif
