/* What layout must know of letters, without knowing who draws them. Tests pass a fake of 3 lines. */
#ifndef IOP_METRICS_H
#define IOP_METRICS_H

#include "draw.h"

struct metrics {
    void *context;
    /* Advance width in pixels of length bytes of UTF-8, shaped as one piece. Cached by whoever answers. */
    int (*width)(void *context, enum face face, int px, const char *text, size_t length);
    /* Height of a capital letter, as a share of the em: 0.72 for Lato. */
    float (*cap_height)(void *context, enum face face);
    /* True if every character can be drawn; of FACE_ICON: if the word is an icon's. NULL: nobody knows. */
    bool (*can_draw)(void *context, enum face face, const char *text, size_t length);
};

#endif
