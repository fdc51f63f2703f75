/* The parts that screens are made of: frame, buttons, headings, prose, cards. */
#ifndef IOP_PARTS_H
#define IOP_PARTS_H

#include "screens.h"

enum { MOST_TERMS = 32 }; /* that one screen marks */

struct builder {
    struct scene *scene;
    const struct content *content;
    const struct session *session;
    const struct frame *frame;
    int seconds_left;
    bool voice;
    const struct staff_board *board;
    uint16_t terms[MOST_TERMS]; /* marked so far, in the order of the texts: indexes in content->glossary */
    size_t term_count, terms_listed;
    struct node *stage; /* with the note of a term open: the layers that hold the screen's body */
    struct wall_time wall;
};

/* ---- words --------------------------------------------------------------------------------- */

/* The text in the visitor's language; "" if it has none. */
const char *in(const struct builder *b, const struct words *words);
bool has_words(const struct words *words);
bool has_prose(const struct builder *b, const struct prose *prose);

/* Words of an option; those of a yes-or-no question without options of its own. */
const char *option_words(const struct builder *b, const struct item *item, int option);

/* Replaces each %d and %s of a pattern by the next value; the pattern comes from content and is never
 * given to printf. */
const char *filled(const struct builder *b, const char *pattern, const char *const *values, int count);
const char *number(const struct builder *b, int value);

/* "a, b, c": a further name behind those there are. */
const char *enumerated(const struct builder *b, const char *names, const char *name);

/* Field of an "a|b|c" list. */
const char *field(const struct builder *b, const struct words *words, int index);

/* ---- room: what fits beside what ------------------------------------------------------------- */

bool wide(const struct builder *b);    /* two columns fit: a lying panel, or a very large one */
bool compact(const struct builder *b); /* hardly one column fits: small panel or the largest text */
bool tiny(const struct builder *b);    /* a small panel with large text: only what is needed */
float margin(const struct builder *b); /* at the sides of the screen */

/* True if only the compiled-in help card can be shown: the content could not be read. */
bool reserve(const struct builder *b);

/* ---- plain nodes ------------------------------------------------------------------------------ */

struct node *group(struct builder *b, struct node *parent, enum arrange arrange, float gap);
struct node *surface(struct builder *b, struct node *parent, enum look look, enum arrange arrange, float gap);
void pad(struct node *node, float x, float y);
struct node *spacer(struct builder *b, struct node *parent);
void rule(struct builder *b, struct node *parent); /* a thin line across */
struct node *heading(struct builder *b, struct node *parent, const struct words *words, int level);
struct node *heading_text(struct builder *b, struct node *parent, const char *string, int level);
struct node *text(struct builder *b, struct node *parent, const struct words *words, enum type_style type);
/* A name or a title that staff may write as long as they like, cut after some lines: it hides nothing beside it. */
struct node *no_longer_than(struct node *node, int lines);
struct node *text_string(struct builder *b, struct node *parent, const char *string, enum type_style type);
/* The clinic's name, which must not be NULL, in two lines at most; with its place in kiosk.yaml. */
struct node *clinic_name(struct builder *b, struct node *parent, enum type_style type);
struct node *icon(struct builder *b, struct node *parent, const char *name, float size);

/* Height of a line of body text at the normal size: 4.8 mm capitals, 1.45 em. */
#define BODY_LINE_MM 9.7f

/* An icon before text of several lines: centred on the first. */
struct node *icon_at_line(struct builder *b, struct node *parent, const char *name, float size);

/* Text in which 911 and 988 stand in bold. */
struct node *text_with_numbers(struct builder *b, struct node *parent, const struct words *words, enum type_style type);

/* An entry of a list: an icon before its first line, and the column its words go into (returned). */
struct node *list_row(struct builder *b, struct node *parent, const char *glyph, enum tone ink);

/* A panel with an icon at the left, and the column its words go into (returned; the panel is its parent). */
struct node *icon_panel(struct builder *b, struct node *parent, enum look look, const char *glyph, enum tone ink);

/* Makes a panel one large way to the help screen. */
void opens_help(struct node *panel, const char *name);

/* The column for a place's title and first sentence; the drawing of its part stands beside it where there is room,
 * `across` spacing mm wide in landscape. */
struct node *place_head(struct builder *b, struct node *parent, const struct drawing *picture, float across);

/* The same for places that should be seen as a whole: without the drawing rather than scrolling. */
struct node *place_head_if_room(struct builder *b, struct node *parent, const struct drawing *picture, float across);

/* Paragraphs, headings and lists of a Markdown text; words that the glossary explains are marked. */
void prose(struct builder *b, struct node *parent, const struct prose *prose, enum type_style type);

/* ---- things to touch ---------------------------------------------------------------------------- */

struct button {
    const char *name;
    enum look look;
    const char *icon; /* before the words, or NULL */
    const char *label;
    const char *icon_after;
    struct action action;
};

struct node *button(struct builder *b, struct node *parent, struct button what);
struct node *badge(struct builder *b, struct node *parent, const char *icon_name, enum tint tint);

/* One of several answers (ROLE_RADIO), or one of those that fit (ROLE_CHECKBOX). */
struct node *choice(struct builder *b, struct node *parent, enum role role, const char *label, bool chosen);

/* ---- the frame of a screen ------------------------------------------------------------------------ */

enum frame_kind {
    FRAME_HOME,
    FRAME_PLAIN,
    FRAME_ANSWERS,
    FRAME_RESULT,
    FRAME_HELP,
    FRAME_SETTINGS,
    FRAME_STAFF,
    FRAME_COVER
};

/* Banner, body, help bar. Returns the body: a row in which main_area() or a side column and main_area() go. */
struct node *screen_frame(struct builder *b, enum frame_kind kind);

/* With "everything lower": the part of the panel over the screen, where there is nothing to touch. */
void keep_clear_above(struct builder *b);

/* The name of the button and panel of settings. */
const char *settings_name(const struct builder *b);

/* What the help bar says where it fits, and while somebody sits at the front desk. */
const struct words *help_bar_words(const struct builder *b);

/* The part that scrolls when it is long, with its scroll buttons beside it. */
struct node *main_area(struct builder *b, struct node *body);

/* The button that opens the note of a term. */
void term_button(struct builder *b, struct node *parent, uint16_t index);

/* A button for each term that was marked and not listed yet: what is too small to be a target in a line. Nothing if
 * there is none. */
void words_explained(struct builder *b, struct node *parent);

/* True if the note of a term is open on the screen being built. */
bool note_is_open(const struct builder *b);

/* True if there is room for the note over the screen; else it takes its place (note.c). */
bool note_lies_over(const struct builder *b);

/* The open note, over or instead of what was built into the stage. */
void build_note(struct builder *b);
/* What a clinic has to tell these days; nothing if there is nothing (notices.c). */
void notices(struct builder *b, struct node *parent);
void notices_at_rest(struct builder *b, struct node *parent); /* as much as has room, in every language */
bool has_notices(const struct builder *b);

/* A page's blocks (blocks.c). */
void page_blocks(struct builder *b, struct node *parent, const struct page *page);
struct node *code_picture(struct builder *b, struct node *parent, const char *payload, const char *purpose);

/* ---- the screens ----------------------------------------------------------------------------------- */

void build_attract(struct builder *b);
void build_closed(struct builder *b); /* instead of it, outside of opening hours */
void build_home(struct builder *b);
void build_page(struct builder *b);
void build_compare(struct builder *b);
void build_checks(struct builder *b);
void build_intro(struct builder *b);
void build_age(struct builder *b);
void build_young(struct builder *b);
void build_question(struct builder *b);
void build_review(struct builder *b);
void build_result(struct builder *b);
void build_help(struct builder *b);
void build_settings(struct builder *b);
void build_staff(struct builder *b);
void build_still_there(struct builder *b);
void build_covered(struct builder *b);

#endif
