/* The languages of a content folder, for those who need nothing else of it. */
#ifndef IOP_LANGUAGE_H
#define IOP_LANGUAGE_H

#include "arena.h"
#include "content.h"
#include "problem.h"

#include <stdbool.h>
#include <stddef.h>

struct language_list {
    struct arena arena; /* where the rest lives */
    const struct language *languages;
    size_t count;
};

/* Reads kiosk.yaml of the folder. False, with a problem, if it names no languages that can be used; free the list in
 * either case. */
bool language_list_read(struct language_list *list, const char *folder, struct problems *problems);

void language_list_free(struct language_list *list);

#endif
