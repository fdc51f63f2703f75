/* What has changed between two draw lists: the screen is cut into cells, each cell's items are hashed,
 * and cells whose hash differs are drawn again. */
#ifndef IOP_DAMAGE_H
#define IOP_DAMAGE_H

#include "draw.h"

enum { CELL = 64, MAX_CELLS_ACROSS = 128, MAX_CELLS_DOWN = 128, MAX_DAMAGE = 64 };

struct damage {
    int across, down; /* cells */
    int width, height;
    bool all; /* nothing is known: draw everything */
    uint64_t shown[MAX_CELLS_ACROSS * MAX_CELLS_DOWN];
    uint64_t now[MAX_CELLS_ACROSS * MAX_CELLS_DOWN]; /* scratch */
};

void damage_start(struct damage *damage, int width, int height);

/* Compares list with what was shown last, remembers it, and writes at most MAX_DAMAGE rectangles that
 * cover all changed cells. Returns how many. */
int damage_find(struct damage *damage, const struct draw_list *list, struct rect *rects);

/* Forgets the hashes: they could tell what was shown. The next damage_find() covers the whole screen. */
void damage_wipe(struct damage *damage);

#endif
