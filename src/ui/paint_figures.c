/* Paints the figures that are neither surfaces nor letters: bars, scales, dots, codes. */
#include "paint_parts.h"

void paint_progress(struct painter *painter, const struct node *node)
{
    struct rect rect = paint_rect(painter, node);
    int radius = rect.h / 2;
    paint_round(painter, rect, radius, paint_tone(painter, TONE_MARK_OFF));
    if (node->most <= 0 || node->value <= 0)
        return;
    int done = rect.w * node->value / node->most;
    rect.x += painter->scene->right_to_left ? rect.w - done : 0;
    rect.w = done;
    paint_round(painter, rect, radius, paint_tone(painter, TONE_MARK));
}

void paint_meter(struct painter *painter, const struct node *node)
{
    struct rect rect = paint_rect(painter, node);
    int gap = paint_px(painter, 1.2f), width = paint_px(painter, 8.5f);
    int fits = (rect.w - gap * (node->most - 1)) / (node->most > 0 ? node->most : 1);
    width = fits < width ? fits : width;
    for (int i = 0; i < node->most; i++) {
        int along = i * (width + gap);
        int x = painter->scene->right_to_left ? rect.x + rect.w - width - along : rect.x + along;
        struct rect bar = {x, rect.y, width, rect.h};
        paint_round(painter, bar, rect.h / 2, paint_tone(painter, i < node->value ? TONE_MARK : TONE_MARK_OFF));
    }
}

void paint_scale(struct painter *painter, const struct node *node)
{
    struct rect rect = paint_rect(painter, node);
    int width = paint_px(painter, 1.6f);
    int along = (int)((float)rect.w * ((float)node->value + 0.5f) / (float)(node->most + 1));
    int x = painter->scene->right_to_left ? rect.x + rect.w - along : rect.x + along;
    struct rect mark = {x - width / 2, rect.y, width, rect.h};
    struct rect ring = {mark.x - 2, mark.y - 2, mark.w + 4, mark.h + 4};
    paint_round(painter, ring, ring.w / 2, paint_tone(painter, TONE_PAPER));
    paint_round(painter, mark, width / 2, paint_tone(painter, TONE_INK));
}

void paint_bullet(struct painter *painter, const struct node *node, color ink)
{
    struct rect rect = paint_rect(painter, node);
    int size = paint_px(painter, 1.8f) + 1;
    struct rect dot = {rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size};
    paint_round(painter, dot, size / 2, ink);
}

/* Dark modules in runs, on white with the four modules of quiet zone that ISO/IEC 18004 asks for. */
void paint_code(struct painter *painter, const struct node *node)
{
    struct rect rect = paint_rect(painter, node);
    paint_add(painter, (struct draw){.kind = DRAW_FILL, .rect = rect, .color = 0xFFFFFFFF});
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
                paint_add(painter, (struct draw){.kind = DRAW_FILL, .rect = dark, .color = 0xFF000000});
            x += run;
        }
    }
}

void paint_scrollbar(struct painter *painter, const struct node *node)
{
    struct rect rect = paint_rect(painter, node);
    int width = paint_px(painter, 2.4f) + 1;
    rect.x += (rect.w - width) / 2;
    rect.w = width;
    paint_round(painter, rect, width / 2, paint_tone(painter, TONE_MARK_OFF));
    int limit = scene_scroll_limit(painter->scene), window = painter->scene->main->rect.h;
    if (limit <= 0)
        return;
    int size = (int)((int64_t)rect.h * window / (window + limit));
    int least = paint_px(painter, 8);
    size = size < least ? least : size;
    struct rect thumb = {rect.x, rect.y + (int)((int64_t)(rect.h - size) * painter->state->scroll / limit), rect.w,
                         size};
    paint_round(painter, thumb, width / 2, paint_tone(painter, TONE_MARK));
}
