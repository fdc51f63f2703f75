/* Paints scenes: surfaces, letters and the few figures that are drawn and not written. */
#include "paint_parts.h"

#include "flow.h"
#include "paint_ring.h"

#include <math.h>
#include <string.h>

/* What text inherits from the surfaces it lies on. */
struct inks {
    enum tone text, heading;
    bool faded; /* inside something that cannot be touched now */
};

static color mixed(color a, color b, int share_of_b)
{
    color out = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
        int from = (int)(a >> shift & 255), to = (int)(b >> shift & 255);
        out |= (color)(from + (to - from) * share_of_b / 100) << shift;
    }
    return out;
}

/* What lies behind a dialog stands back. */
color paint_tone(const struct painter *painter, enum tone tone_name)
{
    const color *tones = painter->state->theme->palettes[painter->state->palette].tones;
    return painter->behind ? mixed(tones[tone_name], tones[TONE_GROUND], 60) : tones[tone_name];
}

int paint_px(const struct painter *painter, float mm)
{
    return space_px(&painter->state->frame->scale, mm);
}

struct rect paint_rect(const struct painter *painter, const struct node *node)
{
    struct rect rect = node->rect;
    rect.y -= painter->lift;
    return rect;
}

void paint_add(struct painter *painter, struct draw item)
{
    item.clip = painter->clip;
    draw_list_add(painter->list, item);
}

void paint_round(struct painter *painter, struct rect rect, int radius, color fill)
{
    paint_add(painter,
              (struct draw){.kind = DRAW_ROUND, .rect = rect, .radius = radius, .color = fill, .corners = CORNERS_ALL});
}

/* ---- surfaces --------------------------------------------------------------------------------- */

static int radius_px(const struct painter *painter, const struct look_rule *rule, struct rect rect)
{
    int shorter = rect.w < rect.h ? rect.w : rect.h;
    if (rule->radius >= 99)
        return shorter / 2;
    int radius = paint_px(painter, rule->radius), most = shorter * 3 / 10; /* small chips stay squares */
    return radius < most ? radius : most;
}

static void paint_shadow(struct painter *painter, struct rect rect, int radius)
{
    struct rect low = {rect.x, rect.y + paint_px(painter, 1.2f), rect.w, rect.h};
    paint_add(painter, (struct draw){.kind = DRAW_SHADOW,
                                     .rect = low,
                                     .radius = radius,
                                     .width = paint_px(painter, 4.5f),
                                     .color = paint_tone(painter, TONE_SHADOW),
                                     .corners = CORNERS_ALL});
}

static void paint_edge(struct painter *painter, const struct node *node, struct rect rect, int radius)
{
    const struct look_rule *rule = look_rule(node->look);
    bool outlined = painter->state->theme->palettes[painter->state->palette].outlines && rule->radius > 0;
    if (rule->edge == TONE_NONE && !outlined)
        return;
    float width = rule->edge_width > 0 ? rule->edge_width : 0.5f;
    int edge = (int)ceilf(width * painter->state->frame->scale.px_per_mm - 0.3f);
    paint_add(painter, (struct draw){.kind = DRAW_RING,
                                     .rect = rect,
                                     .radius = radius,
                                     .width = edge > 1 ? edge : 1,
                                     .color = paint_tone(painter, rule->edge != TONE_NONE ? rule->edge : TONE_EDGE),
                                     .corners = CORNERS_ALL});
}

static void paint_surface(struct painter *painter, const struct node *node)
{
    const struct look_rule *rule = look_rule(node->look);
    enum tone fill_tone = node->fill != TONE_NONE ? node->fill : rule->fill;
    bool down = painter->state->pressed == node;
    if (fill_tone == TONE_NONE && !down)
        return;
    struct rect rect = paint_rect(painter, node);
    int radius = radius_px(painter, rule, rect);
    if (rule->shadow && !down && !painter->behind)
        paint_shadow(painter, rect, radius);
    color fill = paint_tone(painter, fill_tone == TONE_NONE ? TONE_GROUND : fill_tone);
    if (down)
        fill = mixed(fill, paint_tone(painter, fill_tone == TONE_PRIMARY ? TONE_PAPER : TONE_PRIMARY), 14);
    if (radius == 0)
        paint_add(painter, (struct draw){.kind = DRAW_FILL, .rect = rect, .color = fill});
    else
        paint_round(painter, rect, radius, fill);
    paint_edge(painter, node, rect, radius);
}

/* ---- letters ------------------------------------------------------------------------------------ */

/* at: left end and baseline; its size does not count. */
static void paint_word(struct painter *painter, const struct flow *flow, const struct flow_word *word, struct rect at,
                       color ink)
{
    struct rect bounds = {at.x - flow->px / 3, at.y - flow->px * 5 / 4, word->width + flow->px * 2 / 3,
                          flow->px * 7 / 4};
    paint_add(painter, (struct draw){.kind = DRAW_TEXT,
                                     .rect = at,
                                     .bounds = bounds,
                                     .color = ink,
                                     .face = (enum face)word->face,
                                     .px = flow->px,
                                     .text = word->text,
                                     .length = word->length,
                                     .right_to_left = (word->level & 1) != 0});
}

static void paint_text(struct painter *painter, const struct node *node, color ink)
{
    const struct flow *flow = node->flow;
    if (flow->line_count == 0)
        return;
    int top = text_line(node, &painter->state->frame->scale, 0).y - painter->lift;
    int first = (painter->clip.y - top) / flow->line_height - 1;
    int last = (painter->clip.y + painter->clip.h - top) / flow->line_height;
    for (uint32_t i = first > 0 ? (uint32_t)first : 0; i < flow->line_count && (int)i <= last; i++) {
        const struct flow_line *line = &flow->lines[i];
        struct rect at = text_line(node, &painter->state->frame->scale, i);
        int baseline = at.y - painter->lift + (flow->line_height + flow->cap_height) / 2;
        for (uint32_t k = line->first; k < line->first + line->count; k++)
            if (flow->words[k].length > 0)
                paint_word(painter, flow, &flow->words[k], (struct rect){at.x + flow->words[k].x, baseline, 0, 0}, ink);
    }
}

/* A dotted line under the words; a whole one while a finger is on them. */
static void paint_term(struct painter *painter, const struct node *node, color ink)
{
    const struct flow *flow = node->parent->flow;
    struct rect line = paint_rect(painter, node);
    int dot = flow->px / 10 > 2 ? flow->px / 10 : 2, end = line.x + line.w;
    line.y += (flow->line_height + flow->cap_height) / 2 + flow->px / 7;
    line.h = dot;
    if (painter->state->pressed == node)
        paint_add(painter, (struct draw){.kind = DRAW_FILL, .rect = line, .color = ink});
    else
        for (line.w = dot; line.x + dot <= end; line.x += 2 * dot)
            paint_round(painter, line, dot / 2, ink);
}

/* What points the way points the other way where the page runs the other way. */
static const char *pointing(const char *icon, bool right_to_left)
{
    static const char *const pairs[][2] = {{"arrow_back", "arrow_forward"},
                                           {"arrow_left", "arrow_right"},
                                           {"arrow_back_ios", "arrow_forward_ios"},
                                           {"chevron_left", "chevron_right"},
                                           {"keyboard_arrow_left", "keyboard_arrow_right"},
                                           {"navigate_before", "navigate_next"}};
    for (size_t i = 0; right_to_left && i < sizeof pairs / sizeof *pairs; i++)
        for (size_t side = 0; side < 2; side++)
            if (strcmp(icon, pairs[i][side]) == 0)
                return pairs[i][1 - side];
    return icon;
}

static void paint_icon(struct painter *painter, const struct node *node, color ink)
{
    struct rect rect = paint_rect(painter, node);
    int px = rect.w, y = rect.y + (rect.h + px) / 2;
    const char *icon = pointing(node->icon, painter->scene->right_to_left);
    paint_add(painter, (struct draw){.kind = DRAW_TEXT,
                                     .rect = {rect.x, y, 0, 0},
                                     .bounds = {rect.x - 2, y - px - 2, px + 4, px + 4},
                                     .color = ink,
                                     .face = FACE_ICON,
                                     .px = px,
                                     .text = icon,
                                     .length = strlen(icon)});
}

static void paint_picture(struct painter *painter, const struct node *node)
{
    paint_add(painter, (struct draw){.kind = DRAW_PICTURE,
                                     .rect = paint_rect(painter, node),
                                     .text = node->picture,
                                     .length = strlen(node->picture)});
}

static void paint_figure(struct painter *painter, const struct node *node, color ink)
{
    switch (node->role) {
    case ROLE_PROGRESS:
        paint_progress(painter, node);
        break;
    case ROLE_METER:
        paint_meter(painter, node);
        break;
    case ROLE_SCALE:
        paint_scale(painter, node);
        break;
    case ROLE_BULLET:
        paint_bullet(painter, node, ink);
        break;
    case ROLE_CODE:
        paint_code(painter, node);
        break;
    case ROLE_SCROLLBAR:
        paint_scrollbar(painter, node);
        break;
    case ROLE_PICTURE:
        paint_picture(painter, node);
        break;
    case ROLE_ICON:
        paint_icon(painter, node, ink);
        break;
    case ROLE_TERM:
        paint_term(painter, node, ink);
        break;
    case ROLE_GROUP:
    case ROLE_SCREEN:
    case ROLE_BANNER:
    case ROLE_NAVIGATION:
    case ROLE_MAIN:
    case ROLE_HELP:
    case ROLE_DIALOG:
    case ROLE_HEADING:
    case ROLE_TEXT:
    case ROLE_BUTTON:
    case ROLE_RADIO:
    case ROLE_CHECKBOX:
    case ROLE_TAB:
    case ROLE_LIST:
    case ROLE_LIST_ITEM:
    case ROLE_TABLE:
    case ROLE_ROW:
    case ROLE_CELL:
    case ROLE_TIMER:
    case ROLE_COUNT:
        break;
    }
}

/* ---- the tree --------------------------------------------------------------------------------------- */

static struct inks inks_on(const struct node *node, struct inks inherited)
{
    const struct look_rule *rule = look_rule(node->look);
    if (rule->ink != TONE_NONE)
        inherited = (struct inks){rule->ink, rule->heading, inherited.faded};
    inherited.faded = inherited.faded || node->disabled;
    return inherited;
}

static bool is_heading(const struct node *node)
{
    return node->role == ROLE_HEADING || node->type == TYPE_H1 || node->type == TYPE_H2 || node->type == TYPE_H3 ||
           node->type == TYPE_HERO;
}

static color ink_of(const struct painter *painter, const struct node *node, struct inks inks)
{
    enum tone chosen = node->ink != TONE_NONE ? node->ink : is_heading(node) ? inks.heading : inks.text;
    color ink = paint_tone(painter, chosen);
    return inks.faded ? mixed(ink, paint_tone(painter, TONE_GROUND), 55) : ink;
}

/* What scrolls is cut above and below only: the shadows of its cards may reach out at the sides. */
static struct rect with_room_for_shadows(const struct painter *painter, struct rect rect)
{
    int reach = paint_px(painter, 6);
    return (struct rect){rect.x - reach, rect.y, rect.w + 2 * reach, rect.h};
}

static bool visible(const struct painter *painter, const struct node *node)
{
    struct rect grown = with_room_for_shadows(painter, paint_rect(painter, node));
    grown.y -= paint_px(painter, 6);
    grown.h += 2 * paint_px(painter, 6);
    return !node->hidden && !rect_empty(rect_intersection(grown, painter->clip));
}

static void paint_node(struct painter *painter, const struct node *node, struct inks inks)
{
    if (!visible(painter, node))
        return;
    inks = inks_on(node, inks);
    paint_surface(painter, node);
    color ink = ink_of(painter, node, inks);
    if (node->flow != NULL && node->role != ROLE_SCALE && node->role != ROLE_CODE)
        paint_text(painter, node, ink);
    paint_figure(painter, node, ink);
    bool scrolls = node == painter->scene->main;
    struct rect outer = painter->clip;
    if (scrolls) {
        painter->clip = rect_intersection(outer, with_room_for_shadows(painter, node->rect));
        painter->lift += painter->state->scroll;
    }
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        painter->behind = node_is_behind(child);
        paint_node(painter, child, inks);
    }
    if (scrolls) {
        painter->lift -= painter->state->scroll;
        painter->clip = outer;
    }
}

void paint_scene(const struct scene *scene, const struct paint_state *state, struct draw_list *list)
{
    draw_list_clear(list);
    struct painter painter = {.state = state, .scene = scene, .list = list};
    painter.clip = (struct rect){0, 0, state->frame->width, state->frame->above + state->frame->height};
    paint_node(&painter, scene->root, (struct inks){TONE_INK, TONE_PRIMARY, false});
    if (state->focused != NULL)
        paint_ring(scene, state, list);
}
