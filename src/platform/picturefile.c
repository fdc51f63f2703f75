/* Loads SVG and PNG files within limits: plain SVG as shapes, all else with SDL2_image. */
#include "picturefile.h"

#include "pictures.h"
#include "scale.h"

#include <SDL_image.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SVG_DRAWN = 0, SVG_REFUSED = 2, SVG_SECONDS = 2 };

static const uint8_t PNG_START[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

struct file {
    uint8_t *bytes;
    size_t size;
};

static bool ends_in(const char *name, const char *end)
{
    const size_t length = strlen(name), tail = strlen(end);
    return length > tail && strcasecmp(name + length - tail, end) == 0;
}

static bool climbs(const char *name)
{
    for (const char *part = name; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
            return true;
    return false;
}

bool picture_name_ok(const char *name)
{
    return name[0] != '/' && !climbs(name) && (ends_in(name, ".svg") || ends_in(name, ".png"));
}

static bool read_all(int descriptor, struct file *file)
{
    size_t filled = 0;
    while (filled < file->size) {
        const ssize_t got = read(descriptor, file->bytes + filled, file->size - filled);
        if (got <= 0)
            return false;
        filled += (size_t)got;
    }
    return true;
}

static const char *read_open_file(int descriptor, struct file *file)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return "it is not a file";
    if (status.st_size <= 0 || status.st_size > PICTURE_BYTES_MAX)
        return "it is empty or larger than 8 MiB";
    file->size = (size_t)status.st_size;
    file->bytes = malloc(file->size);
    if (!file->bytes || !read_all(descriptor, file))
        return "it could not be read to its end";
    return NULL;
}

static const char *read_file(const char *path, struct file *file)
{
    *file = (struct file){0};
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return "there is no such file, or it may not be read";
    const char *cause = read_open_file(descriptor, file);
    close(descriptor);
    return cause;
}

static bool size_ok(int64_t width, int64_t height)
{
    return width > 0 && height > 0 && width <= PICTURE_SIDE_MAX && height <= PICTURE_SIDE_MAX;
}

static SDL_Surface *load_svg(const struct file *file, int width, int height)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    SDL_Surface *loaded = stream && IMG_isSVG(stream) ? IMG_LoadSizedSVG_RW(stream, width, height) : NULL;
    if (stream)
        SDL_RWclose(stream);
    return loaded;
}

/* A small trial tells the shape; then the side that is short decides the scale. */
static SDL_Surface *svg_covering(const struct file *file, int width, int height, const char **cause)
{
    const int trial = 128;
    SDL_Surface *small = load_svg(file, trial, trial);
    *cause = "it is not an SVG picture that can be drawn";
    if (!small)
        return NULL;
    const int64_t tall = (int64_t)width * small->h / small->w, wide = (int64_t)height * small->w / small->h;
    SDL_FreeSurface(small);
    const bool by_width = tall >= height;
    *cause = "its shape is too far from the place it should fill";
    if (!size_ok(by_width ? width : wide, by_width ? tall : height))
        return NULL;
    SDL_Surface *loaded = load_svg(file, by_width ? width : 0, by_width ? 0 : height);
    if (loaded && loaded->w >= width && loaded->h >= height)
        return loaded;
    SDL_FreeSurface(loaded); /* the trial was a pixel off: the other side it is */
    return load_svg(file, by_width ? 0 : width, by_width ? height : 0);
}

/* In the child a crash is a crash, whatever the program makes of signals. */
static void die_plainly(void)
{
    const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
        signal(deadly[i], SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    setrlimit(RLIMIT_CPU, &(struct rlimit){SVG_SECONDS, SVG_SECONDS});
}

/* SDL2_image's SVG reader may crash or never end on a broken file: a child process goes first. */
static bool survives(const struct file *file, int width, int height)
{
    const pid_t child = fork();
    if (child == 0) {
        const char *cause;
        die_plainly();
        _exit(svg_covering(file, width, height, &cause) ? SVG_DRAWN : SVG_REFUSED);
    }
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return child > 0 && WIFEXITED(status) && (WEXITSTATUS(status) == SVG_DRAWN || WEXITSTATUS(status) == SVG_REFUSED);
}

static SDL_Surface *svg_tried(const struct file *file, struct picture_size size, const char **cause)
{
    *cause = "it is damaged, or takes too long to draw";
    return survives(file, size.width, size.height) ? svg_covering(file, size.width, size.height, cause) : NULL;
}

static uint32_t big_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The size stands in the first bytes: it is looked at before anything is unpacked. */
static SDL_Surface *load_png(const struct file *file, const char **cause)
{
    *cause = "it is not a PNG picture, or it is damaged";
    if (file->size < sizeof PNG_START + 8 || memcmp(file->bytes, PNG_START, sizeof PNG_START) != 0)
        return NULL;
    const uint8_t *sides = file->bytes + sizeof PNG_START;
    if (!size_ok(big_endian(sides), big_endian(sides + 4))) {
        *cause = "it is larger than 4096 pixels in one direction";
        return NULL;
    }
    SDL_RWops *stream = SDL_RWFromConstMem(file->bytes, (int)file->size);
    SDL_Surface *loaded = stream ? IMG_LoadPNG_RW(stream) : NULL;
    if (stream)
        SDL_RWclose(stream);
    return loaded;
}

/* SDL2_image's SVGs have red and blue the other way round: turned in place, for a copy costs as much as a screen. */
static void swap_red_and_blue(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++)
            row[x] = (row[x] & 0xFF00FF00u) | (row[x] >> 16 & 0xFFu) | (row[x] & 0xFFu) << 16;
    }
}

static SDL_Surface *as_argb(SDL_Surface *surface)
{
    if (!surface || surface->format->format == SDL_PIXELFORMAT_ARGB8888)
        return surface;
    if (surface->format->format == SDL_PIXELFORMAT_ABGR8888) {
        swap_red_and_blue(surface);
        return surface;
    }
    SDL_Surface *converted = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(surface);
    return converted;
}

static SDL_Surface *scaled_to(SDL_Surface *loaded, int width, int height)
{
    if (loaded->w == width && loaded->h == height)
        return loaded;
    SDL_Surface *scaled = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (scaled)
        scale_picture(loaded, scaled);
    SDL_FreeSurface(loaded);
    return scaled;
}

static SDL_Surface *png_covering(const struct file *file, int width, int height, const char **cause)
{
    SDL_Surface *loaded = as_argb(load_png(file, cause));
    if (!loaded)
        return NULL;
    const bool by_width = (int64_t)width * loaded->h >= (int64_t)height * loaded->w;
    const int64_t wide = by_width ? width : ((int64_t)height * loaded->w + loaded->h - 1) / loaded->h;
    const int64_t tall = by_width ? ((int64_t)width * loaded->h + loaded->w - 1) / loaded->w : height;
    if (size_ok(wide, tall))
        return scaled_to(loaded, (int)wide, (int)tall);
    *cause = "its shape is too far from the place it should fill";
    SDL_FreeSurface(loaded);
    return NULL;
}

static struct loaded load_bytes(const struct file *file, bool is_svg, struct picture_size size)
{
    struct loaded loaded = {0};
    if (is_svg)
        loaded.vector = vector_read((const char *)file->bytes, file->size);
    if (loaded.vector)
        return loaded;
    loaded.surface = is_svg ? as_argb(svg_tried(file, size, &loaded.cause))
                            : png_covering(file, size.width, size.height, &loaded.cause);
    if (loaded.surface)
        loaded.cause = NULL;
    return loaded;
}

struct loaded picture_file_load(const char *path, struct picture_size size)
{
    struct file file;
    struct loaded loaded = {.cause = read_file(path, &file)};
    if (!loaded.cause)
        loaded = load_bytes(&file, ends_in(path, ".svg"), size);
    free(file.bytes);
    return loaded;
}
