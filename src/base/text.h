/* Bounded text: strings are built into buffers of a known size, and a cut is known. UTF-8 helpers. */
#ifndef IOP_TEXT_H
#define IOP_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    char *bytes; /* always NUL-terminated */
    size_t size; /* of the buffer, at least 1 */
    size_t length;
    bool cut; /* something did not fit; never in the middle of a character */
};

struct text text_in(char *buffer, size_t size);
void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds a pattern in which each %d and %s is replaced by the next value; values end with NULL. The pattern comes from
 * content and is never given to printf: any other % stays as it is, and so does a place without a value. */
void text_fill(struct text *text, const char *pattern, const char *const *values);

/* Decodes one character at bytes (length bytes left); *used gets its bytes. U+FFFD and 1 for a bad one. */
uint32_t utf8_next(const char *bytes, size_t length, size_t *used);

/* Offset of the first byte that is not valid UTF-8, or length if all is. Refuses overlong forms,
 * surrogates and NUL. */
size_t utf8_valid(const char *bytes, size_t length);

/* Characters in length bytes of valid UTF-8. */
size_t utf8_count(const char *bytes, size_t length);

/* Writes field number index (from 0) of "a|b|c" into out; "" if there are fewer. */
void text_field(const char *list, int index, char *out, size_t size);

/* Edit distance with one transposition as one step (optimal string alignment), for "did you mean". At most 64 bytes
 * each. */
int text_distance(const char *a, const char *b);

#endif
