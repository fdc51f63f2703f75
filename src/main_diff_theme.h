/* What changed in the look of all screens: tones, sizes of text, styles. */
#ifndef IOP_MAIN_DIFF_THEME_H
#define IOP_MAIN_DIFF_THEME_H

enum { MOST_THEME_CHANGES = 200, THEME_CHANGE_SIZE = 128 };

/* One value that changed, and how to see it: in which palette and text size. */
struct theme_change {
    char words[THEME_CHANGE_SIZE]; /* "calm: primary #073A36, now #0B4F8A" */
    int palette, text_size;
};

struct theme_changes {
    struct theme_change list[MOST_THEME_CHANGES];
    int count;
};

/* Compares the themes of two folders of assets; what is wrong with one is told on stderr. */
void theme_compare(const char *old_assets, const char *new_assets, struct theme_changes *changes);

#endif
