/* Two stores for what text costs to find out: pictures of words (the oldest are dropped when their memory
 * is full) and widths (a table of fixed size). Keys are hashes: the letters themselves are not kept. */
#ifndef IOP_WORDSTORE_H
#define IOP_WORDSTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Names a run of text in a font at a size; never 0. Two different runs have the same key once in 2^64. */
uint64_t run_key(int font, int px, const char *text, size_t length);

struct word {
    uint64_t key;
    uint64_t start; /* of the mask, counted in bytes ever stored */
    int left, top;  /* from the pen on the baseline to the mask's corner */
    int width, height;
    int advance;
    unsigned next; /* word with the same bucket, from 1; 0 = none */
};

struct word_store;

struct word_store *word_store_open(void);

/* NULL if it is not there. Valid until the next word is added. */
const struct word *word_store_find(const struct word_store *store, uint64_t key);

const uint8_t *word_store_mask(const struct word_store *store, const struct word *word);

/* A mask too large to keep is not kept. */
void word_store_add(struct word_store *store, const struct word *word, const uint8_t *mask);

unsigned word_store_count(const struct word_store *store);

/* Wipes all words. */
void word_store_forget(struct word_store *store);

void word_store_close(struct word_store *store);

struct width_store;

struct width_store *width_store_open(void);

/* -1 if it is not there. */
int width_store_find(const struct width_store *store, uint64_t key);
void width_store_add(struct width_store *store, uint64_t key, int width);
unsigned width_store_count(const struct width_store *store);
void width_store_forget(struct width_store *store);
void width_store_close(struct width_store *store);

#endif
