/* The words of a screen as staff and clinicians read them, each line with the place in the YAML that says it. */
#ifndef IOP_MAIN_READING_H
#define IOP_MAIN_READING_H

#include "app.h"
#include "tour.h"

enum { MOST_LINES_READ = 400, MOST_PICTURES_READ = 16 };

struct reading_line {
    const char *words;
    struct place place; /* line 0: it is nowhere in the YAML */
};

/* All-zero is ready to use; reading_take() begins anew. */
struct reading {
    struct arena arena; /* of all that stands in it */
    struct reading_line lines[MOST_LINES_READ];
    int count;
    const char *pictures[MOST_PICTURES_READ]; /* files, as the content names them */
    int picture_count;
    const char *title;  /* the first heading, else the stop's name */
    const char *tree;   /* the scene as scene_dump() writes it: two readings look alike if their trees are the same */
    struct place place; /* where most of the words stand: the file, and the first of its lines */
};

/* An app whose letters nobody draws. */
void reading_app(struct app *app, const struct content *content, int width, int height, float panel_mm);

/* Reads the screen of a stop. */
void reading_take(struct reading *reading, struct app *app, const struct stop *stop);

void reading_free(struct reading *reading);

/* The file of a place from the content folder on: "explainers/benefits.yaml". */
const char *reading_file(struct place place, const char *folder);

#endif
