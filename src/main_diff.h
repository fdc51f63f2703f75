/* Two content folders side by side, screen by screen. */
#ifndef IOP_MAIN_DIFF_H
#define IOP_MAIN_DIFF_H

#include "edits.h"
#include "main_diff_pictures.h"
#include "main_diff_theme.h"
#include "main_preview.h"
#include "main_reading.h"

/* One of the two folders. */
struct side {
    const char *folder;
    struct content *content;
    char (*names)[sizeof((struct stop *)0)->name]; /* of all stops */
    int stops;
    struct app app;
    struct reading reading; /* of the screen that is compared */
    struct picture_files files;
    char assets[PICTURE_FILE_PATH]; /* the folder of its theme and pictures */
};

/* A screen that differs, in one language. A stop or language of -1: it is not there. */
struct difference {
    int old_stop, new_stop, old_language, new_language;
};

struct diff {
    struct side old, new;
    struct difference *list;
    int count, compared;
    struct edit edits[2 * MOST_LINES_READ]; /* of the screen that is compared */
    int edit_count;
    bool pictured; /* it shows other pictures */
    struct picture_changes changes;
    struct theme_changes theme;
};

/* Reads both sides of a screen into diff->old.reading, diff->new.reading and edits. True if anything differs that a
 * visitor sees. */
bool diff_compare(struct diff *diff, struct difference at);

/* The line that an edit is about. */
const struct reading_line *diff_line(const struct diff *diff, const struct edit *edit);

/* Draws both sides of what differs into OUT/before and OUT/after, and writes OUT/index.html with pairs of them. shown:
 * size, panel and colors; its folder and assets are not looked at. False with a sentence on stderr. */
bool diff_book(struct diff *diff, const struct preview *shown);

#endif
