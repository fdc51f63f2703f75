/* Finds changed cells by comparing hashes of the items that touch them (after rxi's cached renderer idea). */
#include "damage.h"

#include "digest.h"
#include "wipe.h"

#include <string.h>

void damage_start(struct damage *damage, int width, int height)
{
    wipe(damage, sizeof *damage);
    damage->width = width;
    damage->height = height;
    damage->across = (width + CELL - 1) / CELL;
    damage->down = (height + CELL - 1) / CELL;
    if (damage->across > MAX_CELLS_ACROSS)
        damage->across = MAX_CELLS_ACROSS;
    if (damage->down > MAX_CELLS_DOWN)
        damage->down = MAX_CELLS_DOWN;
    damage->all = true;
}

void damage_wipe(struct damage *damage)
{
    damage_start(damage, damage->width, damage->height);
}

static uint64_t hash_item(const struct draw *item)
{
    uint64_t numbers[] = {(uint64_t)item->kind,
                          (uint64_t)(uint32_t)item->rect.x << 32 | (uint32_t)item->rect.y,
                          (uint64_t)(uint32_t)item->rect.w << 32 | (uint32_t)item->rect.h,
                          (uint64_t)(uint32_t)item->clip.x << 32 | (uint32_t)item->clip.y,
                          (uint64_t)(uint32_t)item->clip.w << 32 | (uint32_t)item->clip.h,
                          (uint64_t)item->color << 32 | item->color2,
                          (uint64_t)(uint32_t)item->radius << 32 | (uint32_t)item->width,
                          (uint64_t)item->right_to_left << 63 | (uint64_t)item->corners << 32 |
                              (uint64_t)item->face << 16 | (uint64_t)(uint32_t)item->px};
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        hash = (hash ^ numbers[i]) * 0x9E3779B97F4A7C15u ^ hash >> 29;
    return item->text == NULL ? hash : digest_bytes(hash, item->text, item->length);
}

static int clamp(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

static void add_item(const struct damage *damage, const struct draw *item, uint64_t *cells)
{
    uint64_t hash = hash_item(item);
    int left = clamp(item->bounds.x / CELL, damage->across - 1);
    int right = clamp((item->bounds.x + item->bounds.w - 1) / CELL, damage->across - 1);
    int top = clamp(item->bounds.y / CELL, damage->down - 1);
    int bottom = clamp((item->bounds.y + item->bounds.h - 1) / CELL, damage->down - 1);
    for (int y = top; y <= bottom; y++)
        for (int x = left; x <= right; x++)
            cells[y * damage->across + x] = (cells[y * damage->across + x] ^ hash) * 0x100000001b3u;
}

static struct rect cell_rect(const struct damage *damage, int x, int y)
{
    struct rect rect = {x * CELL, y * CELL, CELL, CELL};
    /* The last cell also stands for what lies beyond the largest grid. */
    if (x == damage->across - 1)
        rect.w = damage->width - rect.x;
    if (y == damage->down - 1)
        rect.h = damage->height - rect.y;
    return rect;
}

/* Joins a changed cell to a rectangle that ends beside it in the same row, or to one just above. */
static int add_rect(struct rect *rects, int count, struct rect cell)
{
    if (count > 0 && rects[count - 1].y == cell.y && rects[count - 1].x + rects[count - 1].w == cell.x) {
        rects[count - 1].w += cell.w;
        return count;
    }
    if (count < MAX_DAMAGE) {
        rects[count] = cell;
        return count + 1;
    }
    rects[count - 1] = rect_union(rects[count - 1], cell);
    return count;
}

static int merge_rows(struct rect *rects, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        int above = -1;
        for (int k = 0; k < kept; k++)
            if (rects[k].x == rects[i].x && rects[k].w == rects[i].w && rects[k].y + rects[k].h == rects[i].y)
                above = k;
        if (above >= 0)
            rects[above].h += rects[i].h;
        else
            rects[kept++] = rects[i];
    }
    return kept;
}

int damage_find(struct damage *damage, const struct draw_list *list, struct rect *rects)
{
    uint64_t *cells = damage->now;
    size_t used = (size_t)damage->across * (size_t)damage->down;
    memset(cells, 0, used * sizeof *cells);
    for (size_t i = 0; i < list->count; i++)
        add_item(damage, &list->items[i], cells);
    int count = 0;
    for (int y = 0; y < damage->down && !damage->all; y++)
        for (int x = 0; x < damage->across; x++)
            if (cells[y * damage->across + x] != damage->shown[y * damage->across + x])
                count = add_rect(rects, count, cell_rect(damage, x, y));
    if (damage->all) {
        rects[0] = (struct rect){0, 0, damage->width, damage->height};
        count = 1;
    }
    damage->all = false;
    memcpy(damage->shown, cells, used * sizeof *cells);
    wipe(cells, used * sizeof *cells);
    return merge_rows(rects, count);
}
