/* From wishes in millimetres to rectangles in pixels. Widths go down the tree, heights come up.
 * Knows letters only through struct metrics and the panel only through struct scale. */
#ifndef IOP_LAYOUT_H
#define IOP_LAYOUT_H

#include "metrics.h"
#include "scene.h"

/* How big things are on this panel for this visitor. */
struct scale {
    float px_per_mm;
    float text;   /* body cap height of the chosen size / that of the default size */
    float space;  /* spacing: 1 on a 21.5 inch panel, down to 0.45 on a 7 inch one */
    float hero;   /* the largest headings: 1 on a large panel, less on a small one */
    float cap_mm; /* of body text */
};

/* The frame a screen is built for. */
struct frame {
    int width, height; /* pixels that a screen may use */
    int above;         /* pixels of the window over them, kept free of everything to touch: see frame_lower() */
    struct scale scale;
    float across; /* width in mm, divided by the text size: what a builder asks to choose columns */
    float down;   /* the same for the height */
};

/* Width of the panel the kiosk was designed on, 21.5 inches at 16:9, in mm: lying or standing as the pixels do. */
float usual_panel_mm(int width, int height);

/* True if a kiosk's panel of so many pixels can be panel_mm wide: 6.5 to 76 inches across its diagonal, and not more
 * than a real panel's pixels on an inch. Displays lie: televisions and adapters report nothing, the shape of the
 * picture (160 x 90 mm), or ten metres. measured: somebody held a ruler to it, so very fine panels are believed. */
bool panel_is_likely(int width, int height, float panel_mm, bool measured);

/* panel_mm: width of the panel in mm for this orientation. */
struct frame frame_make(int width, int height, float panel_mm, const struct theme *theme, int text_size);

/* Pixels at the top that "everything lower" keeps free: half of a standing panel, a third of a lying one. 0 on panels
 * so small that everything is within reach, or too little would be left. Why: ADA 2010, 308.2 and 308.3 (reach up to
 * 48 inches from a wheelchair, less over a counter). */
int reach_above(int width, int height, float panel_mm);

/* The frame below that free part; width and height are those of the window. */
struct frame frame_lower(int width, int height, float panel_mm, const struct theme *theme, int text_size);

struct type_size type_size_of(enum type_style style, const struct theme *theme, const struct scale *scale,
                              const struct metrics *metrics);

/* Lays the scene out; sets every rect, flow, main_height, and shows if_overflow nodes where needed. */
void layout_scene(struct scene *scene, const struct frame *frame, const struct theme *theme,
                  const struct metrics *metrics);

/* Where line `index` of a node's text lies: its words, not the free room beside them. The node has a flow and a
 * rect. */
struct rect text_line(const struct node *node, const struct scale *scale, uint32_t index);

/* Pixels of spacing and of real length. */
int space_px(const struct scale *scale, float mm);
int real_px(const struct scale *scale, float mm);

/* Highest value that scrolling may take. */
int scene_scroll_limit(const struct scene *scene);

#endif
