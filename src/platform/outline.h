/* Outlines: closed lines made of points and curves, as FreeType fills them. */
#ifndef IOP_OUTLINE_H
#define IOP_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

enum { OUTLINE_POINTS_MAX = 4000, OUTLINE_CONTOURS_MAX = 500 };

struct outline {
    float x[OUTLINE_POINTS_MAX], y[OUTLINE_POINTS_MAX];
    char tags[OUTLINE_POINTS_MAX]; /* FreeType's: on the line, or steering a cubic curve */
    short ends[OUTLINE_CONTOURS_MAX];
    int points, contours;
};

/* Each adds to the outline; false if it has no more room, or the path has something else than the absolute
 * commands M L H V C S Z. */
bool outline_add_path(struct outline *outline, const char *path, size_t length);
bool outline_add_ellipse(struct outline *outline, float x, float y, float radius_x, float radius_y);
bool outline_add_rect(struct outline *outline, float x, float y, float width, float height);

#endif
