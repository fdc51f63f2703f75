/* Stands between the program and its allocator. */
#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BLOCKS = 1 << 16 };

struct block {
    unsigned char *bytes;
    size_t size;
};

static struct block blocks[MOST_BLOCKS];
static size_t block_count, asked;

/* The names are the linker's. NOLINTBEGIN(bugprone-reserved-identifier) */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

static void *remember(void *memory, size_t size)
{
    asked++;
    if (memory == NULL || block_count == MOST_BLOCKS)
        abort();
    blocks[block_count++] = (struct block){memory, size};
    return memory;
}

static void forget(const void *memory)
{
    for (size_t i = block_count; i-- > 0;)
        if (blocks[i].bytes == memory) {
            memmove(&blocks[i], &blocks[i + 1], (block_count - i - 1) * sizeof *blocks);
            block_count--;
            return;
        }
}

void *__wrap_malloc(size_t size)
{
    return remember(__real_malloc(size), size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return remember(__real_calloc(count, size), count * size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    forget(memory);
    return remember(__real_realloc(memory, size), size);
}

void __wrap_free(void *memory)
{
    forget(memory);
    __real_free(memory);
}

/* NOLINTEND(bugprone-reserved-identifier) */

static size_t first_watched;

size_t memory_asked(void)
{
    return asked;
}

void memory_mark(void)
{
    first_watched = block_count;
}

bool memory_holds(const void *bytes, size_t size, size_t step)
{
    for (size_t i = first_watched; i < block_count; i++)
        for (size_t at = 0; at + size <= blocks[i].size; at += step)
            if (memcmp(blocks[i].bytes + at, bytes, size) == 0)
                return true;
    return false;
}

size_t memory_full(void)
{
    size_t full = 0;
    for (size_t i = first_watched; i < block_count; i++)
        for (size_t at = 0; at < blocks[i].size; at++)
            full += blocks[i].bytes[at] != 0;
    return full;
}

size_t memory_living(void)
{
    size_t living = 0;
    for (size_t i = first_watched; i < block_count; i++)
        living += blocks[i].size;
    return living;
}

#ifdef __SANITIZE_ADDRESS__
bool memory_process_holds(const unsigned char *disguised, size_t size, unsigned char disguise)
{
    (void)disguised;
    (void)size;
    (void)disguise;
    return false;
}
#else
static bool stands_in(const unsigned char *from, const unsigned char *to, const struct block *disguised,
                      unsigned char disguise)
{
    for (; from + disguised->size <= to; from++) {
        size_t same = 0;
        while (same < disguised->size && (from[same] ^ disguise) == disguised->bytes[same])
            same++;
        if (same == disguised->size)
            return true;
    }
    return false;
}

bool memory_process_holds(const unsigned char *disguised, size_t size, unsigned char disguise)
{
    const struct block wanted = {(unsigned char *)(uintptr_t)disguised, size};
    char line[512], access[8] = "";
    bool found = false;
    FILE *maps = fopen("/proc/self/maps", "r");
    if (maps == NULL)
        abort();
    while (!found && fgets(line, sizeof line, maps) != NULL) {
        unsigned long from = 0, to = 0;
        if (sscanf(line, "%lx-%lx %7s", &from, &to, access) == 3 && strncmp(access, "rw", 2) == 0)
            found = stands_in((const unsigned char *)from, (const unsigned char *)to, &wanted, disguise);
    }
    fclose(maps);
    return found;
}
#endif
