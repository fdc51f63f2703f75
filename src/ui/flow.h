/* Text into lines: where words may break (Unicode line breaking), how wide they are, which fit. */
#ifndef IOP_FLOW_H
#define IOP_FLOW_H

#include "arena.h"
#include "content.h"
#include "metrics.h"

/* The smallest piece drawn at once: no break inside, one face. */
struct flow_word {
    const char *text;
    uint32_t length; /* bytes, without trailing spaces */
    int width;
    int space;          /* width of the spaces behind it, dropped at a line's end */
    uint16_t span;      /* index of the span it is cut from */
    uint8_t face;       /* enum face */
    uint8_t may_break;  /* a line may end behind it */
    uint8_t must_break; /* a line ends behind it: \n in the text */
    uint8_t level;      /* odd: its letters run from right to left; the same for the spaces behind it */
    uint8_t space_level;
    uint8_t cut; /* a piece of a word that was wider than its box; the next one goes on with it */
    int x; /* from the left of the text's box, set by flow_break() */
};

struct flow_line {
    uint32_t first, count; /* words */
    int width;
};

/* Text measured once; lines for one width. */
struct flow {
    struct flow_word *words;
    uint32_t word_count;
    struct flow_line *lines;
    uint32_t line_count;
    const struct metrics *metrics;
    int px;          /* per em */
    int line_height; /* pixels */
    int cap_height;  /* pixels */
    int natural;     /* widest line if nothing breaks but \n */

    bool right_to_left; /* of the language: lines start at the right */
    bool mixed;         /* it has letters that run from right to left */

    struct flow_word *whole; /* what words was before flow_shorten(); NULL: it is not shortened */
    uint32_t whole_count;
};

struct type_size {
    enum face face;
    int px, line_height, cap_height;
    bool right_to_left; /* how the language runs, whatever a text is made of */
};

/* Cuts spans into words and measures them. Bold and italic spans have their own face; links stand in bold (what they
 * lead to has a button). */
struct flow *flow_measure(struct arena *arena, const struct metrics *metrics, const struct span *spans, size_t count,
                          struct type_size type);

/* Breaks into lines of at most width pixels. A word wider than that is cut between characters, as the last
 * resort of a small panel with large letters. Within a line x leads from left to right, in whatever order the words are
 * read; align the boxes yourself. */
void flow_break(struct arena *arena, struct flow *flow, int width);

/* Keeps the first `most` lines (> 0) of what flow_break() made for this width and ends the last with "…" if there were
 * more. The next flow_break() begins with the whole text again. */
void flow_shorten(struct arena *arena, struct flow *flow, int width, uint32_t most);

/* Widest word: no width below this can hold the text. */
int flow_least(const struct flow *flow);

#endif
