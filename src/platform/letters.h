/* Sets a short run of text in one font: how far it reaches, and its picture as a mask. */
#ifndef IOP_LETTERS_H
#define IOP_LETTERS_H

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RUN_BYTES_MAX = 256 };

/* A run of text drawn: 255 = covered. left and top lead from the pen on the baseline to the mask's corner. */
struct letters {
    const uint8_t *bytes;
    int left, top;
    int width, height; /* 0 if there is nothing to see */
};

/* Memory for one picture at a time; all-zero is ready to use. */
struct letter_desk {
    uint8_t *mask, *line;
    size_t mask_size, line_size;
};

/* Letters of one word in one font. length: at most RUN_BYTES_MAX. right_to_left: its first letter stands at the right,
 * and brackets are turned. */
struct letter_run {
    const char *text;
    size_t length;
    bool right_to_left;
};

/* How far the pen moves, in pixels / LETTER_STRETCH. */
int letters_advance(TTF_Font *font, struct letter_run letters);

/* The picture, valid until the next call with this desk; false if the library fails. */
bool letters_set(struct letter_desk *desk, TTF_Font *font, struct letter_run run, struct letters *letters);

/* Wipes the last picture and gives the memory back. */
void letter_desk_forget(struct letter_desk *desk);

#endif
