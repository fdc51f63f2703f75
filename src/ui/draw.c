/* Rectangles, and the list of drawing commands with the pixels each one can change. */
#include "draw.h"

#include "wipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

bool rect_empty(struct rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

bool rect_holds(struct rect rect, int x, int y)
{
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

struct rect rect_intersection(struct rect a, struct rect b)
{
    const int left = larger(a.x, b.x), top = larger(a.y, b.y);
    const int right = smaller(a.x + a.w, b.x + b.w), bottom = smaller(a.y + a.h, b.y + b.h);
    if (rect_empty(a) || rect_empty(b) || right <= left || bottom <= top)
        return (struct rect){.x = left, .y = top};
    return (struct rect){left, top, right - left, bottom - top};
}

struct rect rect_union(struct rect a, struct rect b)
{
    if (rect_empty(a))
        return b;
    if (rect_empty(b))
        return a;
    const int left = smaller(a.x, b.x), top = smaller(a.y, b.y);
    const int right = larger(a.x + a.w, b.x + b.w), bottom = larger(a.y + a.h, b.y + b.h);
    return (struct rect){left, top, right - left, bottom - top};
}

/* Only who measured a text knows its bounds. Until told, take every letter as two em wide: too much is
 * drawn again at worst, never too little. */
static struct rect text_reach(const struct draw *item)
{
    const int longest = 1 << 20;
    const int letters = item->length < 4096 ? (int)item->length : 4096;
    const int width = smaller(letters * 2 * item->px, longest);
    return (struct rect){item->rect.x - item->px, item->rect.y - 2 * item->px, width + 2 * item->px, 3 * item->px};
}

static struct rect reach_of(const struct draw *item)
{
    const struct rect rect = item->rect;
    if (item->kind == DRAW_TEXT)
        return text_reach(item);
    if (item->kind == DRAW_SHADOW)
        return (struct rect){rect.x - item->width, rect.y - item->width, rect.w + 2 * item->width,
                             rect.h + 2 * item->width};
    return rect;
}

static void make_room(struct draw_list *list)
{
    if (list->count < list->room)
        return;
    const size_t room = list->room ? list->room * 2 : FIRST_ROOM;
    struct draw *items = malloc(room * sizeof *items);
    if (!items) {
        fputs("There is not enough memory to draw the screen.\n", stderr);
        exit(71);
    }
    if (list->count)
        memcpy(items, list->items, list->count * sizeof *items);
    draw_list_wipe(&(struct draw_list){list->items, list->count, list->room});
    free(list->items);
    list->items = items;
    list->room = room;
}

void draw_list_add(struct draw_list *list, struct draw item)
{
    const struct rect reach = rect_empty(item.bounds) ? reach_of(&item) : item.bounds;
    item.bounds = rect_intersection(reach, item.clip);
    if (rect_empty(item.bounds))
        return;
    make_room(list);
    list->items[list->count++] = item;
}

void draw_list_clear(struct draw_list *list)
{
    list->count = 0;
}

void draw_list_wipe(struct draw_list *list)
{
    if (list->room)
        wipe(list->items, list->room * sizeof *list->items);
    list->count = 0;
}

void draw_list_free(struct draw_list *list)
{
    draw_list_wipe(list);
    free(list->items);
    *list = (struct draw_list){0};
}
