/* Walks: visits written as YAML that anybody can read, gone through on the kiosk without a window.
 * tests/walks/README.md tells the steps. */
#ifndef TEST_WALK_H
#define TEST_WALK_H

#include "app.h"
#include "yaml_tree.h"

enum { WALK_SENTENCE_SIZE = 1024 };

/* What the visitor uses. A step that touches something is then done by it. */
enum walk_means { WALK_BY_FINGER, WALK_BY_SWITCHES, WALK_BY_KEYS };

/* The panel to walk on, and how. */
struct walk_panel {
    int width, height;
    float mm; /* across */
    enum walk_means means;
};

/* A walk that has been read; lives in the arena it was read into. */
struct walk {
    struct tree tree;
    const char *title;   /* "An adult fills in the PHQ-9" */
    struct wall_time at; /* what the clinic's clock shows at the beginning; all-zero: nobody knows */
};

/* Reads a walk from a file, or from a text. False with file:line and the cause in `sentence`. */
bool walk_read(struct walk *walk, const char *file, struct arena *arena, char *sentence);
bool walk_parse(struct walk *walk, const char *file, const char *text, struct arena *arena, char *sentence);

/* Goes through it. False with file:line, the step, and what was found instead in `sentence`. */
bool walk_go(const struct walk *walk, const struct content *content, struct walk_panel panel, char *sentence);

/* True if it has a step that waits: who uses keys has more time to answer, so such a walk is one of fingers. */
bool walk_takes_time(const struct walk *walk);

/* ---- for the files of the walk ------------------------------------------------------------------------ */

/* A walk on its way. */
struct walker {
    const struct walk *walk;
    struct app app;
    int64_t began_ms, now_ms;
    enum walk_means means;
    const struct tree_node *step;
    char *sentence;
};

/* Says why the step failed, with its place; returns false. */
bool walk_fails(struct walker *walker, const char *format, ...) __attribute__((format(printf, 2, 3)));

const struct scene *walk_scene(struct walker *walker);

/* The node that can be touched and is meant: by its name, by all its words, or by one of its texts.
 * NULL after walk_fails(). */
const struct node *walk_find(struct walker *walker, const char *what);

/* The first place where a text marks that term of the glossary; NULL and a sentence if there is none. */
const struct node *walk_find_word(struct walker *walker, const char *term);

/* Is that text on the screen? */
bool walk_sees(struct walker *walker, const char *what);

/* Puts a finger on it: scrolls there with the scroll buttons first, as a visitor would. */
bool walk_touch(struct walker *walker, const struct node *node);

/* Presses a key. */
void walk_press(struct walker *walker, enum input_key key);

/* Moves there by keys or switches, and selects it. */
bool walk_choose(struct walker *walker, const struct node *node);

/* Wakes the kiosk by a key and chooses the language. */
bool walk_begin_by_keys(struct walker *walker, int language);

/* Puts a finger where nothing lies but the screen itself. */
bool walk_touch_anywhere(struct walker *walker);

/* Tells the kiosk what its clinic's clock shows now. */
void walk_tells_time(struct walker *walker);

/* Lets time pass, stopping wherever the kiosk has something to do. */
void walk_waits(struct walker *walker, int64_t seconds);

#endif
