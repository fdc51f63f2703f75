/* What iop-content preview was asked for, and its two faces: pictures in a folder, and a window that follows the files.
 */
#ifndef IOP_MAIN_PREVIEW_H
#define IOP_MAIN_PREVIEW_H

#include <stdbool.h>

struct preview {
    const char *folder, *out, *language, *assets, *date;
    int width, height; /* pixels of the panel */
    int panel_mm;      /* its width, 0: usual */
    int text_size, palette;
    int moves; /* steps of the ring of keys behind the title, -1: no ring */
    bool lower, watch, drafts;
};

/* Width of the panel in mm. */
float preview_panel_mm(const struct preview *preview);

/* Shows one screen in a window, and shows it anew whenever a file of the folder or of the assets is saved, until it is
 * closed. Returns the exit status; without a display a sentence goes to stderr. */
int preview_watch(const struct preview *preview);

#endif
