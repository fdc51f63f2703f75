/* A small picture to draw on, for stories about pixels. */
#ifndef IOP_BOARD_H
#define IOP_BOARD_H

#include "draw.h"
#include "pixmap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { BOARD_WIDTH = 320, BOARD_HEIGHT = 200 };

#define GROUND 0xFF203040u

static const struct rect BOARD = {0, 0, BOARD_WIDTH, BOARD_HEIGHT};

struct board {
    uint32_t pixels[BOARD_WIDTH * BOARD_HEIGHT];
};

static inline struct pixmap on(struct board *board)
{
    return (struct pixmap){board->pixels, BOARD_WIDTH, BOARD_HEIGHT, BOARD_WIDTH};
}

static inline void clean(struct board *board)
{
    for (size_t i = 0; i < sizeof board->pixels / sizeof *board->pixels; i++)
        board->pixels[i] = GROUND;
}

static inline uint32_t at(const struct board *board, int x, int y)
{
    return board->pixels[y * BOARD_WIDTH + x];
}

/* What of the board is no longer the ground. */
static inline struct rect drawn_part(const struct board *board)
{
    struct rect part = {0};
    for (int y = 0; y < BOARD_HEIGHT; y++)
        for (int x = 0; x < BOARD_WIDTH; x++)
            if (at(board, x, y) != GROUND)
                part = rect_union(part, (struct rect){x, y, 1, 1});
    return part;
}

static inline void assert_same_pixels(const struct board *a, const struct board *b)
{
    for (int y = 0; y < BOARD_HEIGHT; y++)
        for (int x = 0; x < BOARD_WIDTH; x++)
            if (at(a, x, y) != at(b, x, y))
                fail_msg("pixel %d, %d is %08x in one and %08x in the other", x, y, at(a, x, y), at(b, x, y));
}

static inline void assert_rect_equal(struct rect a, struct rect b)
{
    if (a.x != b.x || a.y != b.y || a.w != b.w || a.h != b.h)
        fail_msg("%d,%d %dx%d is not %d,%d %dx%d", a.x, a.y, a.w, a.h, b.x, b.y, b.w, b.h);
}

#endif
