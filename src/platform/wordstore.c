/* Keeps pictures of words in a ring of bytes, and widths in a table. */
#include "wordstore.h"

#include "wipe.h"

#include <stdlib.h>
#include <string.h>

enum {
    RING_BYTES = 4 * 1024 * 1024,
    LARGEST = RING_BYTES / 4, /* one word must not push out all others */
    WORDS_MAX = 4096,
    BUCKETS = 4096,
    WIDTHS_MAX = 16384,
    PLACES = 4 /* where a width may stand, from its own place on */
};

/* Words stand in the order they came: the oldest is words[first % WORDS_MAX]. */
struct word_store {
    struct word words[WORDS_MAX];
    unsigned buckets[BUCKETS]; /* first word + 1 */
    uint64_t first, past;      /* words ever added */
    uint64_t written;          /* bytes ever stored */
    uint8_t *ring;
};

struct width {
    uint64_t key;
    int width;
};

struct width_store {
    struct width widths[WIDTHS_MAX];
    unsigned count;
};

static uint64_t stirred(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

uint64_t run_key(int font, int px, const char *text, size_t length)
{
    uint64_t hash = stirred((uint64_t)(unsigned)font << 32 | (unsigned)px, length);
    for (size_t at = 0; at < length; at += 8) {
        uint64_t eight = 0;
        memcpy(&eight, text + at, length - at < 8 ? length - at : 8);
        hash = stirred(hash, eight);
    }
    hash = stirred(hash ^ hash >> 32, 0xD6E8FEB86659FD93u);
    return hash ? hash : 1;
}

struct word_store *word_store_open(void)
{
    struct word_store *store = calloc(1, sizeof *store);
    if (!store)
        return NULL;
    store->ring = calloc(1, RING_BYTES); /* untouched pages cost nothing */
    if (store->ring)
        return store;
    free(store);
    return NULL;
}

static unsigned *bucket_of(struct word_store *store, uint64_t key)
{
    return &store->buckets[key % BUCKETS];
}

const struct word *word_store_find(const struct word_store *store, uint64_t key)
{
    for (unsigned at = store->buckets[key % BUCKETS]; at; at = store->words[at - 1].next)
        if (store->words[at - 1].key == key)
            return &store->words[at - 1];
    return NULL;
}

const uint8_t *word_store_mask(const struct word_store *store, const struct word *word)
{
    return store->ring + word->start % RING_BYTES;
}

static void drop_oldest(struct word_store *store)
{
    const unsigned place = (unsigned)(store->first % WORDS_MAX);
    unsigned *link = bucket_of(store, store->words[place].key);
    while (*link != place + 1)
        link = &store->words[*link - 1].next;
    *link = store->words[place].next;
    store->first++;
}

/* Where the next `size` bytes go, counted in bytes ever stored; never across the ring's end. */
static uint64_t make_room(struct word_store *store, size_t size)
{
    const uint64_t rest = RING_BYTES - store->written % RING_BYTES;
    const uint64_t start = rest < size ? store->written + rest : store->written;
    while (store->first < store->past && start + size - store->words[store->first % WORDS_MAX].start > RING_BYTES)
        drop_oldest(store);
    if (store->past - store->first == WORDS_MAX)
        drop_oldest(store);
    return start;
}

void word_store_add(struct word_store *store, const struct word *word, const uint8_t *mask)
{
    const size_t size = (size_t)word->width * (size_t)word->height;
    if (size > LARGEST)
        return;
    const uint64_t start = make_room(store, size);
    const unsigned place = (unsigned)(store->past++ % WORDS_MAX);
    unsigned *bucket = bucket_of(store, word->key);
    store->words[place] = *word;
    store->words[place].start = start;
    store->words[place].next = *bucket;
    *bucket = place + 1;
    if (size)
        memcpy(store->ring + start % RING_BYTES, mask, size);
    store->written = start + size;
}

unsigned word_store_count(const struct word_store *store)
{
    return (unsigned)(store->past - store->first);
}

void word_store_forget(struct word_store *store)
{
    wipe(store->ring, store->written < RING_BYTES ? (size_t)store->written : RING_BYTES);
    wipe(store->words, sizeof store->words);
    memset(store->buckets, 0, sizeof store->buckets);
    store->first = store->past = store->written = 0;
}

void word_store_close(struct word_store *store)
{
    if (!store)
        return;
    word_store_forget(store);
    free(store->ring);
    free(store);
}

struct width_store *width_store_open(void)
{
    return calloc(1, sizeof(struct width_store));
}

int width_store_find(const struct width_store *store, uint64_t key)
{
    for (unsigned i = 0; i < PLACES; i++) {
        const struct width *width = &store->widths[(key + i) % WIDTHS_MAX];
        if (width->key == key)
            return width->width;
    }
    return -1;
}

/* When all its places are taken, the first is given up. */
void width_store_add(struct width_store *store, uint64_t key, int width)
{
    struct width *place = &store->widths[key % WIDTHS_MAX];
    for (unsigned i = 0; i < PLACES; i++)
        if (store->widths[(key + i) % WIDTHS_MAX].key == 0) {
            place = &store->widths[(key + i) % WIDTHS_MAX];
            store->count++;
            break;
        }
    *place = (struct width){key, width};
}

unsigned width_store_count(const struct width_store *store)
{
    return store->count;
}

void width_store_forget(struct width_store *store)
{
    wipe(store, sizeof *store);
}

void width_store_close(struct width_store *store)
{
    if (store)
        width_store_forget(store);
    free(store);
}
