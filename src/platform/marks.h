/* Marks: bytes by which a visit would be known again, and the search for them through all memory that this process
 * may write. For the proof; a kiosk that serves visitors has none. It does not know what a mark tells.
 *
 * Marks are kept in disguise, so that they do not find themselves. */
#ifndef IOP_MARKS_H
#define IOP_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark_kind {
    MARK_ANSWERS, /* the answers as the visit holds them */
    MARK_WORDS,   /* words as they were shown */
    MARK_PLACES,  /* where in memory a sentence lies that was shown: that tells the sentence */
    MARK_CODE,    /* the black and white of the take-away code */
    MARK_LETTERS, /* pictures of words */
    MARK_PIXELS,  /* pieces of the picture on the screen */
    MARK_SPOKEN,  /* words as they were handed to the voice */
    MARK_SOUND,   /* samples on their way to the loudspeaker */
    MARK_DIGITS,  /* a PIN as staff typed it */
    MARK_KINDS
};

enum { MARK_BYTES = 64, MARKS_MAX = 9000 };

struct mark {
    uint8_t kind, length;
    unsigned char bytes[MARK_BYTES]; /* in disguise */
    uint32_t at_rest, most, after;   /* how often it was found */
};

/* Fixed size: it lies in memory that processes share. */
struct marks {
    size_t count;
    struct mark list[MARKS_MAX];
};

/* Memory for marks, which a search passes over; shared with processes forked later. NULL if there is none. One in a
 * process. */
struct marks *marks_open(void);

/* Notes up to MARK_BYTES bytes; what is there already, too short or too plain to be told apart is left out. */
void marks_note(struct marks *marks, enum mark_kind kind, const void *bytes, size_t length);

/* Notes a text in pieces of 16 to 24 bytes, each within a clause: a library that speaks takes texts apart. */
void marks_note_text(struct marks *marks, enum mark_kind kind, const char *text);

/* Takes out the marks of that kind that stand in the text. */
void marks_forgive(struct marks *marks, enum mark_kind kind, const char *text);

/* A mark as it is, without disguise; out: MARK_BYTES. */
void mark_plain(const struct mark *mark, unsigned char *out);

/* Opens what the search needs: call it where files can still be opened, and once more after a fork. False if the
 * system refuses. */
bool marks_prepare(void);

/* Looks for all marks in everything this process may write. Adds nothing to it that could be found again.
 * The result is in at_rest, most (the larger of all calls) or after. False if its memory cannot be read. */
enum marks_when { MARKS_AT_REST, MARKS_DURING, MARKS_AFTER };
bool marks_search(struct marks *marks, enum marks_when when);

/* Bytes that were looked at in the last search. */
size_t marks_searched(void);

#endif
