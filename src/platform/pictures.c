/* Keeps pictures at the sizes they are shown, and says once what is wrong with a file. */
#include "pictures.h"

#include "picturefile.h"
#include "wipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDERS_MAX = 8, PICTURES_KEPT = 24, REPORTS_MAX = 64, NAME_SIZE = 256, PATH_SIZE = 4096 };

/* surface NULL: the file is no use, and is not tried again until all is forgotten. */
struct picture {
    char name[NAME_SIZE];
    int width, height;
    SDL_Surface *surface;
    bool waiting;  /* not read yet, see pictures_defer() */
    uint64_t used; /* 0 = free place */
};

struct pictures {
    char *folders[FOLDERS_MAX + 1];
    struct picture kept[PICTURES_KEPT];
    uint64_t clock, began;
    bool defer;
    char *reported[REPORTS_MAX];
};

struct pictures *pictures_open(const char *const *folders)
{
    struct pictures *pictures = calloc(1, sizeof *pictures);
    if (!pictures)
        return NULL;
    pictures->clock = 1;
    for (int i = 0; i < FOLDERS_MAX && folders && folders[i]; i++)
        pictures->folders[i] = strdup(folders[i]);
    return pictures;
}

static void drop(struct picture *picture)
{
    if (picture->surface)
        wipe(picture->surface->pixels, (size_t)picture->surface->pitch * (size_t)picture->surface->h);
    SDL_FreeSurface(picture->surface);
    *picture = (struct picture){0};
}

static bool is_large(const struct picture *picture)
{
    return (int64_t)picture->width * picture->height > LARGE_PICTURE_PIXELS;
}

static void report(struct pictures *pictures, const char *name, const char *cause)
{
    for (int i = 0; i < REPORTS_MAX; i++) {
        if (!pictures->reported[i]) {
            pictures->reported[i] = strdup(name);
            break;
        }
        if (strcmp(pictures->reported[i], name) == 0)
            return;
    }
    fprintf(stderr, "%s: this picture is not shown: %s.\n", name, cause);
}

static SDL_Surface *load(struct pictures *pictures, const char *name, int width, int height)
{
    char path[PATH_SIZE];
    const char *cause = "pictures lie in the pictures folder, without / at the start or .. inside the name, and end in "
                        ".svg or .png";
    SDL_Surface *surface = NULL;
    if (picture_name_ok(name)) {
        cause = "there is no folder to look for it in";
        for (char **folder = pictures->folders; *folder && !surface; folder++)
            if (snprintf(path, sizeof path, "%s/%s", *folder, name) < (int)sizeof path)
                surface = picture_file_load(path, width, height, &cause);
    }
    if (!surface)
        report(pictures, name, cause);
    return surface;
}

static struct picture *find(struct pictures *pictures, const char *name, int width, int height)
{
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (picture->used && picture->width == width && picture->height == height && strcmp(picture->name, name) == 0)
            return picture;
    return NULL;
}

static struct picture *free_place(struct pictures *pictures)
{
    struct picture *oldest = pictures->kept;
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (picture->used < oldest->used)
            oldest = picture;
    drop(oldest);
    return oldest;
}

static void drop_other_large(struct pictures *pictures, const struct picture *but)
{
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (picture != but && is_large(picture))
            drop(picture);
}

static void fill(struct pictures *pictures, struct picture *picture)
{
    picture->waiting = false;
    picture->surface = load(pictures, picture->name, picture->width, picture->height);
    if (picture->surface && is_large(picture))
        drop_other_large(pictures, picture);
}

static struct picture *add(struct pictures *pictures, const char *name, int width, int height)
{
    struct picture *picture = free_place(pictures);
    memcpy(picture->name, name, strlen(name) + 1);
    picture->width = width;
    picture->height = height;
    picture->waiting = pictures->defer && is_large(picture);
    if (!picture->waiting)
        fill(pictures, picture);
    return picture;
}

void pictures_defer(struct pictures *pictures)
{
    pictures->defer = true;
}

bool pictures_catch_up(struct pictures *pictures)
{
    bool news = false;
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (picture->waiting) {
            fill(pictures, picture);
            news = news || picture->surface;
        }
    return news;
}

/* The middle of the surface, width * height. */
static struct pixmap middle_of(const struct picture *picture)
{
    const SDL_Surface *surface = picture->surface;
    const int stride = surface->pitch / (int)sizeof(uint32_t);
    const int left = (surface->w - picture->width) / 2, top = (surface->h - picture->height) / 2;
    uint32_t *pixels = surface->pixels;
    return (struct pixmap){pixels + (ptrdiff_t)top * stride + left, picture->width, picture->height, stride};
}

bool pictures_get(struct pictures *pictures, const struct draw *item, struct pixmap *pixmap)
{
    char name[NAME_SIZE];
    const struct rect rect = item->rect;
    if (item->length >= sizeof name || rect_empty(rect))
        return false;
    memcpy(name, item->text, item->length);
    name[item->length] = '\0';
    struct picture *picture = find(pictures, name, rect.w, rect.h);
    if (!picture)
        picture = add(pictures, name, rect.w, rect.h);
    picture->used = ++pictures->clock;
    if (!picture->surface)
        return false;
    *pixmap = middle_of(picture);
    return true;
}

void pictures_begin(struct pictures *pictures)
{
    pictures->began = pictures->clock;
}

void pictures_end(struct pictures *pictures)
{
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (is_large(picture) && picture->used <= pictures->began)
            drop(picture);
}

void pictures_forget(struct pictures *pictures)
{
    for (int i = 0; i < PICTURES_KEPT; i++)
        drop(&pictures->kept[i]);
}

void pictures_close(struct pictures *pictures)
{
    if (!pictures)
        return;
    pictures_forget(pictures);
    for (int i = 0; i < FOLDERS_MAX; i++)
        free(pictures->folders[i]);
    for (int i = 0; i < REPORTS_MAX; i++)
        free(pictures->reported[i]);
    free(pictures);
}
