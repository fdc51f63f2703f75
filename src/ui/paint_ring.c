/* Draws the ring around what keys have chosen. */
#include "paint_ring.h"

/* WCAG 2.2, 2.4.11 and 2.4.13: at least 2 pixels wide. In mm of the panel. */
static const float line_mm = 0.9f, rim_mm = 0.5f;
static const float beside_text_mm = 1.6f; /* letters need air */
enum { LEAST_PX = 2 };

static int width_px(const struct paint_state *state, float mm)
{
    int width = real_px(&state->frame->scale, mm);
    return width > LEAST_PX ? width : LEAST_PX;
}

static struct rect grown(struct rect rect, int by)
{
    return (struct rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

static bool has_surface(const struct node *node)
{
    return node->fill != TONE_NONE || look_rule(node->look)->fill != TONE_NONE;
}

/* Where a ring may be drawn: what scrolls is cut above and below. */
static struct rect room_for(const struct scene *scene, const struct node *node, const struct paint_state *state)
{
    struct rect screen = {0, 0, state->frame->width, state->frame->above + state->frame->height};
    if (scene->main == NULL || node == scene->main || !node_within(node, scene->main))
        return screen;
    int aside = space_px(&state->frame->scale, 6);
    struct rect window = scene->main->rect;
    window.x -= aside;
    window.w += 2 * aside;
    return rect_intersection(screen, window);
}

/* As the surface inside is rounded. */
static int radius_of(const struct node *node, const struct paint_state *state)
{
    float radius = has_surface(node) ? look_rule(node->look)->radius : 2.5f;
    int shorter = node->rect.w < node->rect.h ? node->rect.w : node->rect.h;
    int wanted = space_px(&state->frame->scale, radius), most = shorter * 3 / 10;
    return radius >= 99 ? shorter / 2 : wanted < most ? wanted : most;
}

static void add_band(struct draw_list *list, struct rect clip, struct rect rect, struct draw band)
{
    band.kind = DRAW_RING;
    band.rect = rect;
    band.clip = clip;
    band.corners = CORNERS_ALL;
    draw_list_add(list, band);
}

/* Three bands: the middle one stands out from the ground, the two rims from everything dark around and inside. */
void paint_ring(const struct scene *scene, const struct paint_state *state, struct draw_list *list)
{
    const struct node *node = state->focused;
    struct rect room = room_for(scene, node, state), rect = node->rect;
    const color *tones = state->theme->palettes[state->palette].tones;
    int line = width_px(state, line_mm), rim = width_px(state, rim_mm);
    int around = has_surface(node) ? 0 : space_px(&state->frame->scale, beside_text_mm);
    if (scene->main != NULL && node != scene->main && node_within(node, scene->main))
        rect.y -= state->scroll;
    int radius = radius_of(node, state) + around;
    struct rect outer = rect_intersection(grown(rect, around + line + 2 * rim), room);
    if (rect_empty(outer))
        return;
    add_band(list, room, outer,
             (struct draw){.radius = radius + line + 2 * rim, .width = rim + 1, .color = tones[TONE_GROUND]});
    add_band(list, room, grown(outer, -(line + rim)),
             (struct draw){.radius = radius + rim, .width = rim, .color = tones[TONE_GROUND]});
    add_band(list, room, grown(outer, -rim),
             (struct draw){.radius = radius + line + rim, .width = line, .color = tones[TONE_FOCUS]});
}
