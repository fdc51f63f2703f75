/* What a plain SVG picture is made of, for those who read it and those who draw it. */
#ifndef IOP_VECTORPARTS_H
#define IOP_VECTORPARTS_H

#include "gradient.h"
#include "outline.h"

enum { GRADIENTS_MAX = 24, VECTOR_SHAPES_MAX = 400 };

/* Points and contours stand in the picture's one outline, after those of the shapes before. */
struct vector_shape {
    int first_point, points, first_contour, contours;
    int gradient; /* -1: the color alone */
    uint32_t color;
    float opacity;
};

struct vector {
    float left, top, width, height; /* the part of the drawing that is shown */
    struct gradient gradients[GRADIENTS_MAX];
    int gradient_count;
    struct vector_shape shapes[VECTOR_SHAPES_MAX];
    int shape_count;
    struct outline outline;
    void *library; /* FT_Library */
};

#endif
