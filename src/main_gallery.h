/* Every screen as PNG files, drawn by as many processes as there are cores. */
#ifndef IOP_MAIN_GALLERY_H
#define IOP_MAIN_GALLERY_H

#include "main_preview.h"
#include "tour.h"

#include <stdio.h>

enum { MOST_SCREENFULS = 9, PICTURE_NAME = 160 };

/* What is to be drawn, and then what was. */
struct gallery {
    const struct preview *wanted;
    const struct content *content;
    const char *out;        /* folder */
    int stops, languages;   /* set by gallery_begin() */
    unsigned char *due;     /* stop * languages + language: draw it? */
    unsigned char *drawn;   /* the same: in how many pictures, screenful by screenful */
    int total, done, files; /* screens and pictures */
};

/* Nothing is due at first. False without memory. */
bool gallery_begin(struct gallery *gallery, const struct preview *wanted, const struct content *content,
                   const char *out);

/* Makes one due. */
void gallery_want(struct gallery *gallery, int stop, int language);

/* Draws what is due, with a bar of progress on a terminal. False if something could not be drawn; a sentence about it
 * is on stderr. */
bool gallery_draw(struct gallery *gallery);

void gallery_free(struct gallery *gallery);

/* How many pictures there are of a stop in a language; 0: it was not due. */
int gallery_of(const struct gallery *gallery, int stop, int language);

/* "home.en.png", "page-benefits-2.es.png": the file of a screenful (from 0) in the folder; out holds PICTURE_NAME. */
void picture_name(char *out, const char *stop, const char *language, int screenful);

/* Makes a folder and those around it; false with a sentence on stderr. */
bool make_folder(const char *path);

#endif
