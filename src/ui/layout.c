/* Lays scenes out in two walks: widths down and heights up, then places. */
#include "flow.h"
#include "layout_walk.h"

#include <math.h>

/* ---- lengths --------------------------------------------------------------------------------- */

int space_px(const struct scale *scale, float mm)
{
    return (int)lroundf(mm * scale->space * scale->px_per_mm);
}

int real_px(const struct scale *scale, float mm)
{
    return (int)ceilf(mm * scale->px_per_mm - 0.001f);
}

int text_px(const struct scale *scale, float mm)
{
    return (int)lroundf(mm * scale->text * scale->px_per_mm);
}

/* Touch targets grow with the text, at half its pace, and never below their real size. */
int least_px(const struct scale *scale, float mm)
{
    float growth = scale->text > 1 ? (1 + scale->text) / 2 : 1;
    return real_px(scale, mm * growth);
}

static float within(float value, float low, float high)
{
    return fminf(fmaxf(value, low), high);
}

static const float usual_long_side = 476, usual_short_side = 268; /* mm */

float usual_panel_mm(int width, int height)
{
    return width >= height ? usual_long_side : usual_short_side;
}

/* Pixels to the inch: 21.5 inches at 1920 have 102, 32 inches at 3840 have 138, 10.1 inches at 1920 have 224, and
 * 75 inches at 1920 have 29. */
static const float sparsest = 20, densest_reported = 250, densest_measured = 400;
static const float least_diagonal = 6.5f, most_diagonal = 76; /* inches */

bool panel_is_likely(int width, int height, float panel_mm, bool measured)
{
    const float inch = 25.4f;
    if (width <= 0 || height <= 0 || panel_mm <= 0)
        return false;
    float density = (float)width / panel_mm * inch;
    float diagonal = hypotf((float)width, (float)height) / density;
    return density >= sparsest && density <= (measured ? densest_measured : densest_reported) &&
           diagonal >= least_diagonal && diagonal <= most_diagonal;
}

struct frame frame_make(int width, int height, float panel_mm, const struct theme *theme, int text_size)
{
    struct frame frame = {.width = width, .height = height};
    float px_per_mm = (float)width / panel_mm;
    float height_mm = (float)height / px_per_mm;
    bool wide = width >= height;
    float room =
        fminf(panel_mm / usual_panel_mm(width, height), height_mm / (wide ? usual_short_side : usual_long_side));
    float text = theme->cap_mm[text_size] / theme->cap_mm[DEFAULT_TEXT_SIZE];
    frame.scale = (struct scale){.px_per_mm = px_per_mm,
                                 .text = text,
                                 .space = within(room, 0.4f, 1.2f),
                                 .hero = within(room, 0.5f, 1.3f),
                                 .cap_mm = theme->cap_mm[text_size]};
    frame.across = panel_mm / text;
    frame.down = height_mm / text;
    return frame;
}

static const float least_left = 130, least_gain = 30; /* mm */

int reach_above(int width, int height, float panel_mm)
{
    float px_per_mm = (float)width / panel_mm;
    float height_mm = (float)height / px_per_mm;
    float above = width >= height ? height_mm / 3 : height_mm / 2;
    above = fminf(above, height_mm - least_left);
    return above < least_gain ? 0 : (int)lroundf(above * px_per_mm);
}

struct frame frame_lower(int width, int height, float panel_mm, const struct theme *theme, int text_size)
{
    int above = reach_above(width, height, panel_mm);
    struct frame frame = frame_make(width, height - above, panel_mm, theme, text_size);
    frame.above = above;
    return frame;
}

/* On small panels headings move toward the size of body text. */
static float heading_cap(float cap, const struct scale *scale)
{
    return cap > 1 ? 1 + (cap - 1) * scale->hero : cap;
}

struct type_size type_size_of(enum type_style style, const struct theme *theme, const struct scale *scale,
                              const struct metrics *metrics)
{
    const struct type_rule *rule = &theme->types[style];
    float plain = scale->cap_mm / scale->text;
    float cap = plain * heading_cap(rule->cap, scale) * (1 + (scale->text - 1) * rule->growth);
    cap = fmaxf(cap, scale->cap_mm);
    float em = cap / metrics->cap_height(metrics->context, rule->face) * scale->px_per_mm;
    int px = (int)ceilf(em - 0.01f);
    return (struct type_size){.face = rule->face,
                              .px = px,
                              .line_height = (int)lroundf((float)px * rule->line),
                              .cap_height = (int)lroundf(cap * scale->px_per_mm)};
}

/* ---- the whole scene --------------------------------------------------------------------------------- */

/* Calls for every node, the hidden ones too. Returns how many there are for which it is true. */
static int for_all(struct scene *scene, bool (*set)(struct node *node, bool shown), bool shown)
{
    int count = 0;
    for (struct node *node = scene->root; node != NULL;) {
        count += set(node, shown) ? 1 : 0;
        struct node *next = node->first;
        for (struct node *up = node; next == NULL && up != NULL; up = up->parent)
            next = up->next;
        node = next;
    }
    return count;
}

static bool show_if_overflow(struct node *node, bool shown)
{
    if (node->if_overflow)
        node->hidden = !shown;
    return node->if_overflow;
}

static bool show_if_room(struct node *node, bool shown)
{
    if (node->if_room)
        node->hidden = !shown;
    return node->if_room;
}

static void lay_out_once(struct layout *layout, struct scene *scene)
{
    int width = layout->frame->width, height = layout->frame->above + layout->frame->height;
    layout_natural(layout, scene->root);
    layout_width(layout, scene->root, width);
    if (scene->main != NULL) {
        scene->main_height = scene->main->rect.h;
        scene->main->rect.h = 0;
        for (struct node *up = scene->main->parent; up != NULL; up = up->parent)
            up->rect.h = 0; /* they grow or stretch to what is left */
    }
    layout_place(layout, scene->root, (struct rect){0, 0, width, height});
}

/* The whole frame as in a mirror; letters, codes and pictures are painted as ever. */
static void mirror(const struct layout *layout, struct node *node)
{
    node->rect.x = layout->frame->width - node->rect.x - node->rect.w;
    if (node->flow != NULL) {
        layout_terms(layout, node);
        return;
    }
    for (struct node *child = node->first; child != NULL; child = child->next)
        mirror(layout, child);
}

static void lay_out(struct layout *layout, struct scene *scene)
{
    for_all(scene, show_if_overflow, false);
    lay_out_once(layout, scene);
    if (scene_scroll_limit(scene) > 0 && for_all(scene, show_if_room, false) > 0)
        lay_out_once(layout, scene);
    if (scene_scroll_limit(scene) == 0)
        return;
    for_all(scene, show_if_overflow, true);
    lay_out_once(layout, scene);
}

void layout_scene(struct scene *scene, const struct frame *frame, const struct theme *theme,
                  const struct metrics *metrics)
{
    struct layout layout = {scene->arena, frame, theme, metrics, scene->right_to_left};
    lay_out(&layout, scene);
    if (scene->right_to_left)
        mirror(&layout, scene->root);
}

int scene_scroll_limit(const struct scene *scene)
{
    if (scene->main == NULL)
        return 0;
    int over = scene->main_height - scene->main->rect.h;
    return over > 0 ? over : 0;
}
