/* Draws a draw list into a pixmap: shapes by our own code, letters by SDL_ttf, pictures by SDL2_image.
 * Needs no display and no SDL_Init, and repeats the same pixels; so previews and golden pictures take
 * the same path as the window. A thread may have a raster of its own beside another's. */
#ifndef IOP_RASTER_H
#define IOP_RASTER_H

#include "draw.h"
#include "metrics.h"
#include "pixmap.h"

struct raster;

/* Starts the process that unpacks PNG and foreign SVG. Call it before anything of a visit is in memory, and before a
 * seal: after that nobody else can. False if it could not be started; such pictures are then not shown once sealed. */
bool raster_prepare(void);

/* Opens the fonts. picture_folders: NULL-terminated, searched in order for DRAW_PICTURE files.
 * NULL if a needed font is missing: then *cause is a full sentence naming the font, where it was looked
 * for, and the Debian package to install (static storage). A missing fallback font is no failure. */
struct raster *raster_open(const char *const *picture_folders, const char **cause);

/* Letters as this raster draws them; valid as long as the raster. */
struct metrics raster_metrics(struct raster *raster);

/* From here on a picture that cannot be shown is left out without a word: when it is missed would tell what a visitor
 * looks at. */
void raster_quiet(struct raster *raster);

/* Draws all items that touch clip, clipped to it. A missing picture leaves its place as it is and is
 * reported once per file on stderr. */
void raster_draw(struct raster *raster, struct pixmap *target, const struct draw_list *list, struct rect clip);

/* Drops every cached word, width and picture: nothing a visitor saw is left. Buffers are wiped. */
void raster_forget(struct raster *raster);

void raster_close(struct raster *raster);

/* Writes a pixmap as PNG; false with a sentence on stderr if it cannot. */
bool raster_save_png(const struct pixmap *pixmap, const char *file);

/* 0x00 counts of what is cached and how often text was really rendered; for tests and benchmarks. */
struct raster_counts {
    unsigned words_cached, words_rendered, widths_cached, widths_measured;
};
struct raster_counts raster_counts(const struct raster *raster);

#endif
