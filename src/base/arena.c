/* Memory by lifetime: a chain of blocks that is filled from the front and forgotten as a whole. */
#include "arena.h"

#include "wipe.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

enum { BLOCK_SIZE = 64 * 1024 };

/* bytes beyond used are zero at all times, so that taking memory costs no clearing. */
struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
};

static _Noreturn void out_of_memory(size_t size)
{
    fprintf(stderr, "iop: out of memory (%zu bytes wanted); give the computer more memory or the kiosk less content\n",
            size);
    _exit(EX_OSERR);
}

static struct arena_block *block_new(size_t size)
{
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    if (room > SIZE_MAX / 2) {
        out_of_memory(size);
    }
    struct arena_block *block = calloc(1, sizeof *block + room);
    if (block == NULL) {
        out_of_memory(size);
    }
    block->size = room;
    return block;
}

static void link_after(struct arena *arena, struct arena_block *before, struct arena_block *block)
{
    struct arena_block **where = before != NULL ? &before->next : &arena->first;
    block->next = *where;
    *where = block;
}

/* Of the kept blocks behind `now` the first with room, moved right behind it: those it overtakes stay in use. */
static struct arena_block *kept_block(struct arena *arena, size_t size)
{
    struct arena_block **link = arena->now != NULL ? &arena->now->next : &arena->first;
    while (*link != NULL && (*link)->size < size) {
        link = &(*link)->next;
    }
    struct arena_block *block = *link;
    if (block != NULL) {
        *link = block->next;
        link_after(arena, arena->now, block);
    }
    return block;
}

static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *block = kept_block(arena, size);
    if (block == NULL) {
        block = block_new(size);
        link_after(arena, arena->now, block);
        arena->blocks++;
    }
    arena->now = block;
    return block;
}

/* Starts at a multiple of align, which is a power of two; zeroed. */
static void *take(struct arena *arena, size_t size, size_t align)
{
    struct arena_block *block = arena->now;
    size_t start = block != NULL ? (block->used + align - 1) & ~(align - 1) : 0;
    if (block == NULL || start > block->size || size > block->size - start) {
        block = block_with_room(arena, size);
        start = 0;
    }
    block->used = start + size;
    arena->taken += size;
    return block->bytes + start;
}

void *arena_take(struct arena *arena, size_t size)
{
    return take(arena, size, _Alignof(max_align_t));
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        out_of_memory(SIZE_MAX);
    }
    return arena_take(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX) {
        out_of_memory(length);
    }
    char *copy = take(arena, length + 1, 1);
    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *arena_print_list(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    size_t size = length > 0 ? (size_t)length + 1 : 1;
    char *text = take(arena, size, 1);
    vsnprintf(text, size, format, again);
    va_end(again);
    return text;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_print_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

void arena_reset(struct arena *arena)
{
    for (struct arena_block *block = arena->first; block != NULL; block = block->next) {
        wipe(block->bytes, block->used);
        block->used = 0;
    }
    arena->now = NULL; /* so that the first request may choose among all blocks */
    arena->taken = 0;
}

void arena_free(struct arena *arena)
{
    arena_reset(arena);
    for (struct arena_block *block = arena->first; block != NULL;) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (struct arena){0};
}
