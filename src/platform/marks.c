/* Marks, and the search for them through the memory of this process. */
#include "marks.h"

#include "wipe.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    DISGUISE = 0x5A,
    HEAD = 8, /* the first bytes of a mark choose its candidates */
    SHORTEST = 8,
    PIECE_OF_TEXT = 24, /* a voice has a dictionary: every word by itself is in its memory */
    LEAST_OF_TEXT = 16,
    BITS = 1 << 20,
    CHAINS = 1 << 13,
    PIECE = 1 << 20,
    PAGE = 4096,
    MAPS_SIZE = 1 << 19
};

/* What the search works with: memory of its own, which it leaves out, and which no mark stands in when it ends. */
static struct desk {
    unsigned char bits[BITS / 8];
    unsigned short chains[CHAINS], next[MARKS_MAX]; /* mark + 1 */
    unsigned char piece[PIECE + MARK_BYTES];
    char maps[MAPS_SIZE];
} * desk;

static struct marks *shared;
static int through[2] = {-1, -1}, maps = -1; /* a pipe: the kernel reads what this process cannot without a fault */
static size_t searched;

static void *pages(size_t size, int sharing)
{
    void *made = mmap(NULL, size, PROT_READ | PROT_WRITE, sharing | MAP_ANONYMOUS, -1, 0);
    return made != MAP_FAILED ? made : NULL;
}

struct marks *marks_open(void)
{
    shared = pages(sizeof *shared, MAP_SHARED);
    return shared;
}

static void close_old(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

bool marks_prepare(void)
{
    close_old(&through[0]);
    close_old(&through[1]);
    close_old(&maps);
    if (desk == NULL)
        desk = pages(sizeof *desk, MAP_PRIVATE);
    maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    return desk != NULL && maps >= 0 && pipe2(through, O_CLOEXEC | O_NONBLOCK) == 0;
}

/* ---- noting ----------------------------------------------------------------------------------------------- */

/* How often a unit of the bytes differs from the one before. */
static size_t changes(const unsigned char *bytes, size_t length, size_t unit)
{
    size_t count = 0;
    for (size_t at = unit; at + unit <= length; at += unit)
        count += memcmp(bytes + at, bytes + at - unit, unit) != 0;
    return count;
}

/* Much of memory is alike: a mark, and the head by which it is found, must not be. */
static bool is_plain(enum mark_kind kind, const unsigned char *bytes, size_t length)
{
    const size_t unit = kind == MARK_PIXELS ? sizeof(uint32_t) : kind == MARK_SOUND ? sizeof(int16_t) : 1;
    if (kind == MARK_PLACES)
        return false;
    return changes(bytes, length, unit) * 3 < length / unit || changes(bytes, HEAD, unit) * 3 < HEAD / unit;
}

static bool is_noted(const struct marks *marks, const struct mark *mark)
{
    for (size_t i = 0; i < marks->count; i++)
        if (marks->list[i].kind == mark->kind && marks->list[i].length == mark->length &&
            memcmp(marks->list[i].bytes, mark->bytes, mark->length) == 0)
            return true;
    return false;
}

void marks_note(struct marks *marks, enum mark_kind kind, const void *bytes, size_t length)
{
    struct mark mark = {.kind = (uint8_t)kind, .length = (uint8_t)(length < MARK_BYTES ? length : MARK_BYTES)};
    const unsigned char *plain = bytes;
    if (length < SHORTEST || marks->count == MARKS_MAX || is_plain(kind, plain, mark.length))
        return;
    for (size_t i = 0; i < mark.length; i++)
        mark.bytes[i] = plain[i] ^ DISGUISE;
    if (!is_noted(marks, &mark))
        marks->list[marks->count++] = mark;
}

/* Ends a piece: a library works on clauses. */
static bool is_between(char byte)
{
    return strchr(".,;:?!()\n", byte) != NULL;
}

void marks_note_text(struct marks *marks, enum mark_kind kind, const char *text)
{
    while (*text != '\0') {
        size_t length = 0;
        while (length < PIECE_OF_TEXT && text[length] != '\0' && !is_between(text[length]))
            length++;
        if (length >= LEAST_OF_TEXT)
            marks_note(marks, kind, text, length);
        text += length > 0 ? length : 1;
        text += *text == ' ';
    }
}

void mark_plain(const struct mark *mark, unsigned char *out)
{
    for (size_t i = 0; i < mark->length; i++)
        out[i] = mark->bytes[i] ^ DISGUISE;
}

void marks_forgive(struct marks *marks, enum mark_kind kind, const char *text)
{
    unsigned char plain[MARK_BYTES];
    size_t kept = 0;
    for (size_t i = 0; i < marks->count; i++) {
        const struct mark *mark = &marks->list[i];
        mark_plain(mark, plain);
        if (mark->kind != kind || memmem(text, strlen(text), plain, mark->length) == NULL)
            marks->list[kept++] = *mark;
    }
    marks->count = kept;
    wipe(plain, sizeof plain);
}

/* ---- searching ---------------------------------------------------------------------------------------------- */

static uint64_t hash_of(const unsigned char *bytes, unsigned char disguise)
{
    uint64_t head;
    memcpy(&head, bytes, sizeof head);
    head ^= 0x0101010101010101u * disguise;
    return (head * 0x9E3779B97F4A7C15u) >> 32;
}

static void order(const struct marks *marks)
{
    memset(desk->bits, 0, sizeof desk->bits);
    memset(desk->chains, 0, sizeof desk->chains);
    for (size_t i = 0; i < marks->count; i++) {
        const uint64_t hash = hash_of(marks->list[i].bytes, DISGUISE);
        desk->bits[hash % BITS / 8] |= (unsigned char)(1u << hash % 8);
        desk->next[i] = desk->chains[hash % CHAINS];
        desk->chains[hash % CHAINS] = (unsigned short)(i + 1);
    }
}

static uint32_t *counter(struct mark *mark, enum marks_when when)
{
    return when == MARKS_AT_REST ? &mark->at_rest : &mark->after; /* during the visit: a scratch place */
}

static bool stands_at(const struct mark *mark, const unsigned char *at, uintptr_t address)
{
    if (mark->kind == MARK_PLACES && address % sizeof(void *) != 0)
        return false;
    for (size_t i = 0; i < mark->length; i++)
        if ((at[i] ^ DISGUISE) != mark->bytes[i])
            return false;
    return true;
}

static void look_at(struct marks *marks, const unsigned char *at, uintptr_t address, enum marks_when when)
{
    const uint64_t hash = hash_of(at, 0);
    if ((desk->bits[hash % BITS / 8] >> hash % 8 & 1) == 0)
        return;
    for (unsigned i = desk->chains[hash % CHAINS]; i > 0; i = desk->next[i - 1])
        if (stands_at(&marks->list[i - 1], at, address))
            ++*counter(&marks->list[i - 1], when);
}

/* Fills the piece from there; what cannot be read stays empty. The system call itself: the address sanitizer would
 * not let the library's function read all there is. */
static void copy(uintptr_t from, size_t wanted)
{
    memset(desk->piece, 0, sizeof desk->piece);
    for (size_t got = 0; got < wanted;) {
        const long put = syscall(SYS_write, through[1], from + got, wanted - got);
        if (put <= 0) {
            got += PAGE - (from + got) % PAGE;
            continue;
        }
        for (long taken = 0, one; taken < put && (one = read(through[0], desk->piece + got, (size_t)put)) > 0;
             taken += one)
            got += (size_t)one;
        searched += (size_t)put;
    }
}

/* A mark that lies across two pieces is found in the first, which reaches over into the second. */
static void search_region(struct marks *marks, uintptr_t from, uintptr_t to, enum marks_when when)
{
    for (uintptr_t start = from; start < to; start += PIECE) {
        const size_t wanted = to - start < PIECE + MARK_BYTES ? to - start : PIECE + MARK_BYTES;
        copy(start, wanted);
        for (size_t i = 0; i < PIECE && i + HEAD <= wanted; i++)
            look_at(marks, desk->piece + i, start + i, when);
    }
}

/* desk and marks may have been joined with their neighbours into one region: they are cut out of it. */
static void search_but_own(struct marks *marks, uintptr_t from, uintptr_t to, enum marks_when when)
{
    const struct {
        uintptr_t from, to;
    } own[] = {{(uintptr_t)desk, (uintptr_t)desk + sizeof *desk},
               {(uintptr_t)shared, (uintptr_t)shared + sizeof *shared}};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].from < to && own[i].to > from) {
            search_but_own(marks, from, own[i].from > from ? own[i].from : from, when);
            from = own[i].to;
        }
    if (from < to)
        search_region(marks, from, to, when);
}

/* The address sanitizer's books take terabytes and hold nothing of the program's. */
static bool is_searched(const char *access, uintptr_t from, uintptr_t to)
{
#if defined(__SANITIZE_ADDRESS__)
    const uintptr_t books = (uintptr_t)1 << 30;
#else
    const uintptr_t books = UINTPTR_MAX;
#endif
    return access[1] == 'w' && to - from < books;
}

static bool read_maps(void)
{
    size_t filled = 0;
    ssize_t got = 1;
    lseek(maps, 0, SEEK_SET);
    while (filled < sizeof desk->maps - 1 &&
           (got = read(maps, desk->maps + filled, sizeof desk->maps - 1 - filled)) > 0)
        filled += (size_t)got;
    desk->maps[filled] = '\0';
    return got == 0 && filled > 0;
}

bool marks_search(struct marks *marks, enum marks_when when)
{
    if (!read_maps())
        return false;
    order(marks);
    searched = 0;
    for (size_t i = 0; i < marks->count; i++)
        *counter(&marks->list[i], when) = 0;
    for (const char *line = desk->maps, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        unsigned long from = 0, to = 0;
        char access[8] = "";
        if (sscanf(line, "%lx-%lx %7s", &from, &to, access) == 3 && is_searched(access, from, to))
            search_but_own(marks, from, to, when);
    }
    for (size_t i = 0; i < marks->count && when == MARKS_DURING; i++)
        if (marks->list[i].after > marks->list[i].most)
            marks->list[i].most = marks->list[i].after;
    wipe(desk, sizeof *desk);
    return true;
}

size_t marks_searched(void)
{
    return searched;
}
