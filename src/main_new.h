/* Shared by the files of `iop-content new` only. */
#ifndef IOP_MAIN_NEW_H
#define IOP_MAIN_NEW_H

#include "content.h"

/* What stands on the command line. */
struct new_options {
    const char *kind, *id; /* "page", "parking"; "language", "ht" */
    const char *content;   /* the folder */
    const char *section;   /* "" if none is given */
    const char *out;       /* NULL if none is given */
};

/* Files to begin with. @{English|Spanish} stands for a text in each language, @|{…} for one in lines of its own. */
extern const char new_page_pattern[];
extern const char new_screening_pattern[];

/* Writes the list of all texts that the language lacks, and says what to do with it. Returns the exit status. */
int new_language(const struct new_options *options, const struct content *content);

#endif
