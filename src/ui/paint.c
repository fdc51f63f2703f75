/* Paints scenes: surfaces, letters and the few figures that are drawn and not written. */
#include "paint.h"

#include "flow.h"

#include <math.h>
#include <string.h>

struct painter {
    const struct paint_state *state;
    const struct scene *scene;
    struct draw_list *list;
    struct rect clip;
    int lift; /* how far the node being painted is scrolled up */
    bool pressed;
};

/* What text inherits from the surfaces it lies on. */
struct inks {
    enum tone text, heading;
    bool faded; /* inside something that cannot be touched now */
};

static color tone(const struct painter *painter, enum tone tone_name)
{
    return painter->state->theme->palettes[painter->state->palette].tones[tone_name];
}

static int spacing(const struct painter *painter, float mm)
{
    return space_px(&painter->state->frame->scale, mm);
}

static struct rect lifted(const struct painter *painter, const struct node *node)
{
    struct rect rect = node->rect;
    rect.y -= painter->lift;
    return rect;
}

static void add(struct painter *painter, struct draw item)
{
    item.clip = painter->clip;
    draw_list_add(painter->list, item);
}

static void add_round(struct painter *painter, struct rect rect, int radius, color fill)
{
    add(painter,
        (struct draw){.kind = DRAW_ROUND, .rect = rect, .radius = radius, .color = fill, .corners = CORNERS_ALL});
}

static color mixed(color a, color b, int share_of_b)
{
    color out = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
        int from = (int)(a >> shift & 255), to = (int)(b >> shift & 255);
        out |= (color)(from + (to - from) * share_of_b / 100) << shift;
    }
    return out;
}

/* ---- surfaces --------------------------------------------------------------------------------- */

static int radius_px(const struct painter *painter, const struct look_rule *rule, struct rect rect)
{
    int shorter = rect.w < rect.h ? rect.w : rect.h;
    if (rule->radius >= 99)
        return shorter / 2;
    int radius = spacing(painter, rule->radius), most = shorter * 3 / 10; /* small chips stay squares */
    return radius < most ? radius : most;
}

static void paint_shadow(struct painter *painter, struct rect rect, int radius)
{
    struct rect low = {rect.x, rect.y + spacing(painter, 1.2f), rect.w, rect.h};
    add(painter, (struct draw){.kind = DRAW_SHADOW,
                               .rect = low,
                               .radius = radius,
                               .width = spacing(painter, 4.5f),
                               .color = tone(painter, TONE_SHADOW),
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
    add(painter, (struct draw){.kind = DRAW_RING,
                               .rect = rect,
                               .radius = radius,
                               .width = edge > 1 ? edge : 1,
                               .color = tone(painter, rule->edge != TONE_NONE ? rule->edge : TONE_EDGE),
                               .corners = CORNERS_ALL});
}

static void paint_surface(struct painter *painter, const struct node *node)
{
    const struct look_rule *rule = look_rule(node->look);
    enum tone fill_tone = node->fill != TONE_NONE ? node->fill : rule->fill;
    bool down = painter->state->pressed == node;
    if (fill_tone == TONE_NONE && !down)
        return;
    struct rect rect = lifted(painter, node);
    int radius = radius_px(painter, rule, rect);
    if (rule->shadow && !down)
        paint_shadow(painter, rect, radius);
    color fill = tone(painter, fill_tone == TONE_NONE ? TONE_GROUND : fill_tone);
    if (down)
        fill = mixed(fill, tone(painter, fill_tone == TONE_PRIMARY ? TONE_PAPER : TONE_PRIMARY), 14);
    if (radius == 0)
        add(painter, (struct draw){.kind = DRAW_FILL, .rect = rect, .color = fill});
    else
        add_round(painter, rect, radius, fill);
    paint_edge(painter, node, rect, radius);
}

/* ---- letters ------------------------------------------------------------------------------------ */

/* at: left end and baseline; its size does not count. */
static void paint_word(struct painter *painter, const struct flow *flow, const struct flow_word *word, struct rect at,
                       color ink)
{
    struct rect bounds = {at.x - flow->px / 3, at.y - flow->px * 5 / 4, word->width + flow->px * 2 / 3,
                          flow->px * 7 / 4};
    add(painter, (struct draw){.kind = DRAW_TEXT,
                               .rect = at,
                               .bounds = bounds,
                               .color = ink,
                               .face = (enum face)word->face,
                               .px = flow->px,
                               .text = word->text,
                               .length = word->length});
}

static int line_start(const struct node *node, const struct flow_line *line, int left, int room)
{
    if (node->text_align == ALIGN_CENTER)
        return left + (room - line->width) / 2;
    return node->text_align == ALIGN_END ? left + room - line->width : left;
}

static void paint_text(struct painter *painter, const struct node *node, color ink)
{
    const struct flow *flow = node->flow;
    struct rect rect = lifted(painter, node);
    int pad = spacing(painter, node->box.pad_x);
    int extra = node->rect.h - (int)flow->line_count * flow->line_height;
    int top =
        rect.y + (node->box.pad_top > 0 || node->box.pad_bottom > 0 ? spacing(painter, node->box.pad_top) : extra / 2);
    int first = (painter->clip.y - top) / flow->line_height - 1;
    for (uint32_t i = first > 0 ? (uint32_t)first : 0; i < flow->line_count; i++) {
        const struct flow_line *line = &flow->lines[i];
        int y = top + (int)i * flow->line_height;
        if (y > painter->clip.y + painter->clip.h)
            break;
        int x = line_start(node, line, rect.x + pad, rect.w - 2 * pad);
        int baseline = y + (flow->line_height + flow->cap_height) / 2;
        for (uint32_t k = line->first; k < line->first + line->count; k++)
            if (flow->words[k].length > 0)
                paint_word(painter, flow, &flow->words[k], (struct rect){x + flow->words[k].x, baseline, 0, 0}, ink);
    }
}

static void paint_icon(struct painter *painter, const struct node *node, color ink)
{
    struct rect rect = lifted(painter, node);
    int px = rect.w;
    int y = rect.y + (rect.h + px) / 2;
    add(painter, (struct draw){.kind = DRAW_TEXT,
                               .rect = {rect.x, y, 0, 0},
                               .bounds = {rect.x - 2, y - px - 2, px + 4, px + 4},
                               .color = ink,
                               .face = FACE_ICON,
                               .px = px,
                               .text = node->icon,
                               .length = strlen(node->icon)});
}

/* ---- figures -------------------------------------------------------------------------------------- */

static void paint_progress(struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    int radius = rect.h / 2;
    add_round(painter, rect, radius, tone(painter, TONE_MARK_OFF));
    if (node->most <= 0 || node->value <= 0)
        return;
    rect.w = rect.w * node->value / node->most;
    add_round(painter, rect, radius, tone(painter, TONE_MARK));
}

static void paint_meter(struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    int gap = spacing(painter, 1.2f), width = spacing(painter, 8.5f);
    int fits = (rect.w - gap * (node->most - 1)) / (node->most > 0 ? node->most : 1);
    width = fits < width ? fits : width;
    for (int i = 0; i < node->most; i++) {
        struct rect bar = {rect.x + i * (width + gap), rect.y, width, rect.h};
        add_round(painter, bar, rect.h / 2, tone(painter, i < node->value ? TONE_MARK : TONE_MARK_OFF));
    }
}

static void paint_scale(struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    int width = spacing(painter, 1.6f);
    int x = rect.x + (int)((float)rect.w * ((float)node->value + 0.5f) / (float)(node->most + 1));
    struct rect mark = {x - width / 2, rect.y, width, rect.h};
    struct rect ring = {mark.x - 2, mark.y - 2, mark.w + 4, mark.h + 4};
    add_round(painter, ring, ring.w / 2, tone(painter, TONE_PAPER));
    add_round(painter, mark, width / 2, tone(painter, TONE_INK));
}

static void paint_bullet(struct painter *painter, const struct node *node, color ink)
{
    struct rect rect = lifted(painter, node);
    int size = spacing(painter, 1.8f) + 1;
    struct rect dot = {rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size};
    add_round(painter, dot, size / 2, ink);
}

/* Dark modules in runs, on white with the four modules of quiet zone that ISO/IEC 18004 asks for. */
static void paint_code(struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    add(painter, (struct draw){.kind = DRAW_FILL, .rect = rect, .color = 0xFFFFFFFF});
    int side = rect.w < rect.h ? rect.w : rect.h;
    int module = side / (node->value + 8);
    int left = rect.x + (rect.w - module * node->value) / 2, top = rect.y + (rect.h - module * node->value) / 2;
    for (int y = 0; y < node->value && module > 0; y++) {
        for (int x = 0; x < node->value; x++) {
            int run = 0;
            while (x + run < node->value && (node->modules[y * node->value + x + run] & 1) != 0)
                run++;
            struct rect dark = {left + x * module, top + y * module, run * module, module};
            if (run > 0)
                add(painter, (struct draw){.kind = DRAW_FILL, .rect = dark, .color = 0xFF000000});
            x += run;
        }
    }
}

static void paint_scrollbar(struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    int width = spacing(painter, 2.4f) + 1;
    rect.x += (rect.w - width) / 2;
    rect.w = width;
    add_round(painter, rect, width / 2, tone(painter, TONE_MARK_OFF));
    int limit = scene_scroll_limit(painter->scene), window = painter->scene->main->rect.h;
    if (limit <= 0)
        return;
    int size = (int)((int64_t)rect.h * window / (window + limit));
    int least = spacing(painter, 8);
    size = size < least ? least : size;
    struct rect thumb = {rect.x, rect.y + (int)((int64_t)(rect.h - size) * painter->state->scroll / limit), rect.w,
                         size};
    add_round(painter, thumb, width / 2, tone(painter, TONE_MARK));
}

static void paint_picture(struct painter *painter, const struct node *node)
{
    add(painter, (struct draw){.kind = DRAW_PICTURE,
                               .rect = lifted(painter, node),
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
    color ink = tone(painter, chosen);
    return inks.faded ? mixed(ink, tone(painter, TONE_GROUND), 55) : ink;
}

static bool visible(const struct painter *painter, const struct node *node)
{
    struct rect rect = lifted(painter, node);
    int reach = spacing(painter, 6); /* shadows lie outside */
    struct rect grown = {rect.x - reach, rect.y - reach, rect.w + 2 * reach, rect.h + 2 * reach};
    return !node->hidden && !rect_empty(rect_intersection(grown, painter->clip));
}

/* What scrolls is cut above and below only: the shadows of its cards may reach out at the sides. */
static struct rect with_room_for_shadows(const struct painter *painter, struct rect rect)
{
    int reach = spacing(painter, 6);
    return (struct rect){rect.x - reach, rect.y, rect.w + 2 * reach, rect.h};
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
    for (const struct node *child = node->first; child != NULL; child = child->next)
        paint_node(painter, child, inks);
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
}
