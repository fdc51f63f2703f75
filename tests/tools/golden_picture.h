/* Pictures compared with their references, pixel by pixel. */
#ifndef TEST_GOLDEN_PICTURE_H
#define TEST_GOLDEN_PICTURE_H

#include "golden.h"
#include "pixmap.h"

/* A pixel differs if any of its channels differs by more than GOLDEN_CHANNEL; of a million pixels
 * GOLDEN_PIXELS may differ: another version of FreeType may round an edge another way. */
enum { GOLDEN_CHANNEL = 8, GOLDEN_PIXELS = 1000 };

/* How many of a million pixels differ; at least 1 if any does. */
int golden_differing(const struct pixmap *a, const struct pixmap *b);

/* Compares a picture with the reference `file`.png. If they differ, or if there is no reference, leaves the
 * picture in `file`.new.png and what differs, in red, in `file`.diff.png, and returns false with a sentence. */
bool golden_picture(const char *file, const struct pixmap *picture, char *sentence);

#endif
