/* What is wrong with the files, drawn over a picture: for staff who look at a window while they edit. */
#ifndef IOP_MAIN_NOTICE_H
#define IOP_MAIN_NOTICE_H

#include "problem.h"
#include "raster.h"
#include "theme.h"

/* Draws the first errors – file and line, sentence, how to mend it – over the lower part of the picture, as many as
 * fit into half of it, and says how many more there are. */
void notice_draw(struct raster *raster, struct pixmap *picture, const struct theme *theme,
                 const struct problems *problems);

#endif
