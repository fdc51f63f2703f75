/* The check of the wording: reads every text as a good editor would, and says where a word hurts, a sentence is too
 * long, or a page speaks of danger without showing help. Its lists of words and its limits are content, too:
 * content/words/editor.yaml. For `iop-content check` only; the kiosk starts without it.
 * What it says of grades are published formulas (editor_grade.h); the rest are rules of this project.
 * This layer knows nothing of screens: that a topic shows help is what content_page.h says of it. */
#ifndef IOP_EDITOR_H
#define IOP_EDITOR_H

#include "content.h"

/* Reads words/editor.yaml and all texts of the folder that content_load() has made this content from, and adds what
 * it finds. Without words/editor.yaml that is one warning. */
void editor_check(const char *folder, const struct content *content, struct problems *problems);

#endif
