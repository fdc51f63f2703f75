/* Hands files to the process that unpacks, and takes pixels from it. */
#include "unpack.h"

#include "keeper.h"
#include "pictures.h"
#include "unpackparts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { UNPACK_SECONDS = 2, PATIENCE_MS = 5000 };

static const char *const CAUSES[UNPACK_RESULTS] = {
    [UNPACK_DONE] = NULL,
    [UNPACK_NO_PNG] = "it is not a PNG picture, or it is damaged",
    [UNPACK_NO_SVG] = "it is not an SVG picture that can be drawn",
    [UNPACK_TOO_LARGE] = "it is larger than 4096 pixels in one direction",
    [UNPACK_SHAPE] = "its shape is too far from the place it should fill",
};

struct wish {
    struct picture_size size;
    bool is_svg;
};

/* What comes back first; then the pixels, row by row without a gap. */
struct answer {
    enum unpack_result result;
    struct picture_size size;
};

/* ---- the process that unpacks ---------------------------------------------------------------------------- */

/* A crash is a crash, whatever the program makes of signals, and nothing runs for long. */
static void die_plainly(void)
{
    const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGINT, SIGPIPE};
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
        signal(deadly[i], SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    setrlimit(RLIMIT_CPU, &(struct rlimit){UNPACK_SECONDS, UNPACK_SECONDS});
}

static void send_all(int descriptor, const void *bytes, size_t size)
{
    for (const uint8_t *at = bytes; size > 0;) {
        const ssize_t written = write(descriptor, at, size);
        if (written <= 0)
            _exit(1);
        at += written;
        size -= (size_t)written;
    }
}

static void send_picture(int descriptor, const SDL_Surface *picture, enum unpack_result result)
{
    const struct answer answer = {result, {picture ? picture->w : 0, picture ? picture->h : 0}};
    send_all(descriptor, &answer, sizeof answer);
    for (int y = 0; picture && y < picture->h; y++)
        send_all(descriptor, (const uint8_t *)picture->pixels + (ptrdiff_t)y * picture->pitch,
                 (size_t)picture->w * sizeof(uint32_t));
}

static bool read_packed(int descriptor, uint8_t *bytes, size_t size)
{
    for (size_t filled = 0; filled < size;) {
        const ssize_t got = pread(descriptor, bytes + filled, size - filled, (off_t)filled);
        if (got <= 0)
            return false;
        filled += (size_t)got;
    }
    return true;
}

/* descriptors: the file, and where the pixels go. */
static void unpack(const void *message, const int *descriptors)
{
    const struct wish *wish = message;
    die_plainly();
    const off_t size = lseek(descriptors[0], 0, SEEK_END);
    if (size <= 0 || size > PICTURE_BYTES_MAX)
        return;
    const struct packed file = {malloc((size_t)size), (size_t)size};
    if (!file.bytes || !read_packed(descriptors[0], (uint8_t *)(uintptr_t)file.bytes, file.size))
        return;
    enum unpack_result result;
    const SDL_Surface *picture =
        wish->is_svg ? unpack_svg(&file, wish->size, &result) : unpack_png(&file, wish->size, &result);
    send_picture(descriptors[1], picture, result);
}

bool unpack_start(void)
{
    return keeper_start(KEEPER_PICTURES, unpack, SEAL_PICTURES);
}

/* ---- the one who asks ---------------------------------------------------------------------------------------- */

/* Nothing for too long counts as the end. */
static ssize_t receive_some(int descriptor, void *bytes, size_t size)
{
    struct pollfd waited = {.fd = descriptor, .events = POLLIN};
    for (;;) {
        const int ready = poll(&waited, 1, PATIENCE_MS);
        const ssize_t got = ready > 0 ? read(descriptor, bytes, size) : ready;
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

static bool receive_all(int descriptor, void *bytes, size_t size)
{
    for (uint8_t *at = bytes; size > 0;) {
        const ssize_t got = receive_some(descriptor, at, size);
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

static bool plausible(const struct answer *answer, struct picture_size wished)
{
    return answer->size.width >= wished.width && answer->size.height >= wished.height &&
           answer->size.width <= PICTURE_SIDE_MAX && answer->size.height <= PICTURE_SIDE_MAX;
}

static SDL_Surface *receive_pixels(int descriptor, struct picture_size size)
{
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int y = 0; picture && y < size.height; y++)
        if (!receive_all(descriptor, (uint8_t *)picture->pixels + (ptrdiff_t)y * picture->pitch,
                         (size_t)size.width * sizeof(uint32_t))) {
            SDL_FreeSurface(picture);
            return NULL;
        }
    return picture;
}

static SDL_Surface *receive_picture(int descriptor, struct picture_size wished, const char **cause)
{
    struct answer answer;
    *cause = "it is damaged, or takes too long to draw";
    if (!receive_all(descriptor, &answer, sizeof answer) || (unsigned)answer.result >= UNPACK_RESULTS)
        return NULL;
    if (answer.result != UNPACK_DONE) {
        *cause = CAUSES[answer.result];
        return NULL;
    }
    return plausible(&answer, wished) ? receive_pixels(descriptor, answer.size) : NULL;
}

/* Without a process that waits for it: a child of this one. */
static pid_t unpack_in_child(const struct wish *wish, const int *descriptors)
{
    const pid_t child = fork();
    if (child == 0) {
        unpack(wish, descriptors);
        _exit(0);
    }
    return child;
}

SDL_Surface *unpack_picture(int descriptor, bool is_svg, struct picture_size size, const char **cause)
{
    const struct wish wish = {size, is_svg};
    int line[2];
    *cause = "nothing more can be opened";
    if (pipe2(line, O_CLOEXEC) != 0)
        return NULL;
    const int handed[KEEPER_DESCRIPTORS] = {descriptor, line[1]};
    pid_t child = 0;
    if (!keeper_ask(KEEPER_PICTURES, &wish, sizeof wish, handed))
        child = unpack_in_child(&wish, handed);
    close(line[1]);
    SDL_Surface *picture = receive_picture(line[0], size, cause);
    close(line[0]); /* whoever still writes ends by it */
    while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
        ;
    return picture;
}
