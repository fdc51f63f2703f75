/* Pages for a browser that work from a disk: no network, no script, one inline style. */
#ifndef IOP_MAIN_HTML_H
#define IOP_MAIN_HTML_H

#include "main_reading.h"

#include <stdio.h>

/* False, with a sentence on stderr, if a file of that name is in the folder and is_own() says no of it, which reads it
 * from its beginning. article: what stands before the name in the sentence, "an". */
bool html_may_replace(const char *folder, const char *file, const char *article, bool (*is_own)(FILE *in));

/* False, with a sentence on stderr, if DIR/index.html is there and not of iop-content: nobody wants to lose it. */
bool html_may_write(const char *folder);

/* DIR/index.html for writing; NULL with a sentence on stderr. */
FILE *html_open(const char *folder, const char *title);

/* Closes what html_open() opened; false with a sentence on stderr if not all of it could be written. */
bool html_close(FILE *out, const char *folder);

/* Text in which no character means anything to HTML. */
void html_text(FILE *out, const char *words);

/* A title in a language (its tag); the first one is large. */
void html_title(FILE *out, const char *title, const char *language, bool first);

/* A picture with the words of the screen for those who do not see it; from the second screenful on, its title. */
struct html_picture {
    const char *file;
    int width, height;
    const struct reading *words;
    int number, count; /* of the screenful, from 0 */
};
void html_picture(FILE *out, const struct html_picture *picture);

#endif
