/* Pages for a browser that work from a disk: no network, no script, one inline style. */
#ifndef IOP_MAIN_HTML_H
#define IOP_MAIN_HTML_H

#include "main_reading.h"

#include <stdio.h>

/* DIR/index.html for writing; NULL with a sentence on stderr. */
FILE *html_open(const char *folder, const char *title);

/* Closes what html_open() opened; false with a sentence on stderr if not all of it could be written. */
bool html_close(FILE *out, const char *folder);

/* Text in which no character means anything to HTML. */
void html_text(FILE *out, const char *words);

/* A picture with the words of the screen for those who do not see it; words NULL: it goes on from the one before. */
struct html_picture {
    const char *file;
    int width, height;
    const struct reading *words;
};
void html_picture(FILE *out, const struct html_picture *picture);

#endif
