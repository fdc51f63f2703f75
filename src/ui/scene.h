/* A screen as a tree of meaningful nodes, built anew as a value after every change.
 * From this one tree come the pixels, the hit test, the spoken words, the terminal face and the tests.
 * A node holds no state and calls nothing: it carries an action, a wish as data.
 * Lengths wished for are millimetres; rectangles (set by layout) are pixels. */
#ifndef IOP_SCENE_H
#define IOP_SCENE_H

#include "arena.h"
#include "draw.h"
#include "session.h"
#include "theme.h"

enum role {
    ROLE_GROUP, /* holds others, says nothing */
    ROLE_SCREEN,
    ROLE_BANNER,     /* the buttons at the top */
    ROLE_NAVIGATION, /* list of chapters */
    ROLE_MAIN,       /* what scrolls, if it is long */
    ROLE_HELP,       /* the help bar */
    ROLE_DIALOG,
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_TERM, /* inside of a text: words of it that the glossary explains. A button on the same screen does the same,
                  so it is for fingers only: not read, not reached by keys, not as large as a target */
    ROLE_BUTTON,
    ROLE_RADIO,    /* one of several answers or settings */
    ROLE_CHECKBOX, /* one of those that fit */
    ROLE_TAB,      /* one of several chapters */
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_CELL,
    ROLE_ICON, /* decoration beside text that says the same */
    ROLE_PICTURE,
    ROLE_PROGRESS, /* value of most */
    ROLE_METER,    /* value of most bars */
    ROLE_SCALE,    /* bands with a marker at value of most */
    ROLE_BULLET,   /* the dot before a list item */
    ROLE_CODE,     /* a QR code; text = what it holds */
    ROLE_TIMER,
    ROLE_SCROLLBAR,
    ROLE_COUNT
};

enum arrange { ARRANGE_COLUMN, ARRANGE_ROW, ARRANGE_WRAP, ARRANGE_LAYERS };
enum align { ALIGN_STRETCH, ALIGN_START, ALIGN_CENTER, ALIGN_END };

/* How a node wishes to lie. Spacing shrinks on small panels; `least` does not. */
struct box {
    enum arrange arrange;
    enum align across; /* of children, across the direction */
    enum align along;  /* of children, in the direction; STRETCH = start */
    bool between;      /* in a row or wrap: first at the start, last at the end */
    float gap;
    float pad_x, pad_top, pad_bottom;
    float width;       /* fixed, 0 = as wide as its content or as grow says */
    float text_width;  /* the same, but follows the text size */
    float grow;        /* share of the free space in the parent's direction */
    float max_width;   /* follows the text size; 0 = none */
    float least_width; /* real mm, follow the text size: touch targets */
    float least_height;
    float height;      /* fixed spacing mm, 0 = by content */
    float text_height; /* the same, but follows the text size */
};

struct flow_line;
struct flow;

struct node {
    enum role role;
    enum look look;
    const char *name; /* stable, for tests and dumps: "card:compare"; may be NULL */
    struct action action;
    bool selected;
    bool disabled;
    bool hidden;      /* takes no part in layout, painting or reading */
    bool if_overflow; /* hidden unless ROLE_MAIN is longer than its window */
    bool if_room;     /* hidden if ROLE_MAIN would be longer than its window with it */
    bool silent;      /* its text is decoration */
    bool behind;      /* a dialog lies over it: painted faded; not touched, not read, not reached by keys */
    int level;        /* of a heading, 1..3 */

    const struct span *spans; /* text, may be none */
    size_t span_count;
    enum type_style type;
    const char *label; /* what it says to those who do not see it, if its text does not; NULL: its text */
    enum tone ink;     /* of its text; TONE_NONE: by the surface */
    enum tone fill;    /* of the surface; TONE_NONE: by the look */
    enum align text_align;
    int most_lines;               /* of its text, the rest becomes "…" (heard and read it stays whole); 0: all */
    const char *icon;             /* ROLE_ICON: a Material icon's word */
    float icon_size;              /* em in mm, follows the text size */
    const char *picture;          /* ROLE_PICTURE: file */
    int value, most;              /* ROLE_TERM: value is the index of its span in the text's spans */
    const unsigned char *modules; /* ROLE_CODE: value × value bytes, odd = dark */
    struct box box;
    struct place place; /* in the YAML */

    struct node *parent, *first, *last, *next;

    /* set by layout */
    struct rect rect;
    struct rect touch; /* ROLE_TERM: where a touch can mean it; larger than its words */
    int natural;       /* width without any break */
    struct flow *flow;
};

/* One screen. Memory is the arena's: reset it and the scene is gone. */
struct scene {
    struct arena *arena;
    struct node *root;
    struct node *main;  /* the node that scrolls, or NULL */
    bool apart;         /* what scrolls is not the view's page but lies over it: it scrolls by itself */
    int main_height;    /* of its content, in pixels, set by layout */
    const char *where;  /* for those who listen: the part it belongs to and its number there; NULL: nothing more */
    bool right_to_left; /* the language runs so: the order of the nodes stays, layout_scene() mirrors their places */
    size_t count;
};

void scene_start(struct scene *scene, struct arena *arena, enum look look);
struct node *scene_add(struct scene *scene, struct node *parent, enum role role, enum look look);

/* Text into a node: a string that outlives the scene, or copied with scene_copy(). */
void node_text(struct scene *scene, struct node *node, const char *string, enum type_style type);
void node_spans(struct node *node, const struct span *spans, size_t count, enum type_style type);

/* The node that a touch at x, y means: the topmost enabled one with an action, else the nearest ROLE_TERM whose
 * touch holds it; NULL if none. scroll: how far ROLE_MAIN is scrolled. */
struct node *scene_hit(const struct scene *scene, int x, int y, int scroll);

/* The next node in reading order, NULL after the last. Subtrees that are hidden or behind are left out, and terms in
 * texts. */
struct node *node_next(const struct node *node);

/* True if it or something around it is behind. */
bool node_is_behind(const struct node *node);

/* True if node is inside ancestor or is it. */
bool node_within(const struct node *node, const struct node *ancestor);

/* The text of a node and, if it has none, of all inside it, into a bounded buffer: its accessible name. */
struct text;
void node_say(const struct node *node, struct text *out);

bool action_equal(struct action a, struct action b);

#endif
