/* A picture of the screen as a list of plain commands: data that can be compared, clipped and drawn later.
 * Who draws it knows pixels and nothing of meaning; who fills it knows nothing of pixels' memory.
 * Lengths are pixels; rectangles are half-open; colors are 0xAARRGGBB, not premultiplied. */
#ifndef IOP_DRAW_H
#define IOP_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rect {
    int x, y, w, h;
};

struct rect rect_intersection(struct rect a, struct rect b); /* w = h = 0 if they do not meet */
struct rect rect_union(struct rect a, struct rect b);        /* an empty one does not count */
bool rect_holds(struct rect rect, int x, int y);
bool rect_empty(struct rect rect);

typedef uint32_t color;

enum face { FACE_REGULAR, FACE_ITALIC, FACE_BOLD, FACE_HEAVY, FACE_ICON, FACE_COUNT };

enum corner {
    CORNER_TOP_LEFT = 1,
    CORNER_TOP_RIGHT = 2,
    CORNER_BOTTOM_LEFT = 4,
    CORNER_BOTTOM_RIGHT = 8,
    CORNERS_ALL = 15
};

enum draw_kind {
    DRAW_FILL,     /* rect in color */
    DRAW_ROUND,    /* rect with round corners (radius, corners), filled, edges anti-aliased */
    DRAW_RING,     /* the border of such a rect, `width` wide, inside the rect */
    DRAW_SHADOW,   /* soft shadow of such a rect: `width` = how far it reaches, color = darkest */
    DRAW_GRADIENT, /* rect from color (top) to color2 (bottom) */
    DRAW_TEXT,     /* text in face at px per em; rect.x = left, rect.y = baseline; rect.w/h are 0 */
    DRAW_PICTURE   /* file `text` scaled to cover rect, centred, cut at the rect */
};

struct draw {
    enum draw_kind kind;
    struct rect rect;
    struct rect clip;
    struct rect bounds; /* pixels it can change, within clip */
    color color, color2;
    int radius, width;
    unsigned corners;
    enum face face;
    int px;
    const char *text;
    size_t length;
    bool right_to_left; /* of a text: its first letter stands at the right */
};

/* Grows in steps while warming up; draw_list_clear() keeps the memory, draw_list_wipe() erases it. */
struct draw_list {
    struct draw *items;
    size_t count, room;
};

void draw_list_add(struct draw_list *list, struct draw item); /* items with empty bounds are left out */
void draw_list_clear(struct draw_list *list);
void draw_list_wipe(struct draw_list *list);
void draw_list_free(struct draw_list *list);

#endif
