/* Opens SVG and PNG files within limits: plain SVG is read here, all else unpacked elsewhere. */
#include "picturefile.h"

#include "pictures.h"
#include "unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

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

static struct vector *plain_vector(const struct file *file)
{
    return vector_read((const char *)file->bytes, file->size);
}

/* The descriptor stays open: what is not plain is read once more, by another process. */
static struct loaded load_open_file(int descriptor, bool is_svg, struct picture_size size)
{
    struct file file = {0};
    struct loaded loaded = {.cause = read_open_file(descriptor, &file)};
    if (!loaded.cause && is_svg)
        loaded.vector = plain_vector(&file);
    if (!loaded.cause && !loaded.vector)
        loaded.surface = unpack_picture(descriptor, is_svg, size, &loaded.cause);
    if (loaded.vector || loaded.surface)
        loaded.cause = NULL;
    free(file.bytes);
    return loaded;
}

/* Where the file really lies, behind all links. False: the cause is in loaded. */
static bool find_beneath(const char *folder, const char *name, char *path, struct loaded *loaded)
{
    char wished[PATH_MAX], ground[PATH_MAX];
    const int length = snprintf(wished, sizeof wished, "%s/%s", folder, name);
    *loaded = (struct loaded){.cause = "there is no such file, or it may not be read"};
    if (length >= (int)sizeof wished || !realpath(folder, ground) || !realpath(wished, path)) {
        loaded->missing = errno == ENOENT || errno == EACCES; /* a folder that is closed hides no other one */
        return false;
    }
    const size_t depth = strlen(ground);
    if (strncmp(path, ground, depth) == 0 && (path[depth] == '/' || depth == 1))
        return true;
    loaded->cause = "it is a link that leads out of its folder";
    return false;
}

struct loaded picture_file_load(const char *folder, const char *name, struct picture_size size)
{
    char path[PATH_MAX];
    struct loaded loaded;
    if (!find_beneath(folder, name, path, &loaded))
        return loaded;
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (descriptor < 0)
        return loaded;
    loaded = load_open_file(descriptor, ends_in(name, ".svg"), size);
    close(descriptor);
    return loaded;
}
