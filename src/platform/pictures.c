/* Keeps pictures at the sizes they are shown, and says once what is wrong with a file. */
#include "pictures.h"

#include "picturefile.h"
#include "wipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDERS_MAX = 8, PICTURES_KEPT = 24, REPORTS_MAX = 64, NAME_SIZE = 256 };

/* Neither vector nor surface: the file is no use, and is not tried again until all is forgotten. */
struct picture {
    char name[NAME_SIZE];
    struct picture_size size;
    struct vector *vector;
    SDL_Surface *surface;
    uint64_t used; /* 0 = free place */
};

struct pictures {
    char *folders[FOLDERS_MAX + 1];
    struct picture kept[PICTURES_KEPT];
    uint64_t clock, began;
    char reported[REPORTS_MAX][NAME_SIZE]; /* empty: a free place */
    bool quiet;
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

void pictures_quiet(struct pictures *pictures)
{
    pictures->quiet = true;
}

static void drop(struct picture *picture)
{
    if (picture->surface)
        wipe(picture->surface->pixels, (size_t)picture->surface->pitch * (size_t)picture->surface->h);
    SDL_FreeSurface(picture->surface);
    vector_free(picture->vector);
    *picture = (struct picture){0};
}

static bool is_large(struct picture_size size)
{
    return (int64_t)size.width * size.height > LARGE_PICTURE_PIXELS;
}

static bool has_large_surface(const struct picture *picture)
{
    return picture->surface && is_large(picture->size);
}

static bool is_reported(const struct pictures *pictures, const char *name)
{
    for (int i = 0; i < REPORTS_MAX && pictures->reported[i][0]; i++)
        if (strcmp(pictures->reported[i], name) == 0)
            return true;
    return false;
}

static void report(struct pictures *pictures, const char *name, const char *cause)
{
    int i = 0;
    while (i < REPORTS_MAX && pictures->reported[i][0])
        i++;
    if (i < REPORTS_MAX)
        snprintf(pictures->reported[i], NAME_SIZE, "%s", name);
    if (!pictures->quiet)
        fprintf(stderr, "%s: this picture is not shown: %s.\n", name, cause);
}

static const char NAME_RULE[] =
    "pictures lie in the pictures folder, without / at the start or .. inside the name, and "
    "end in .svg or .png";

static struct loaded load(const struct pictures *pictures, const struct picture *picture)
{
    if (!picture_name_ok(picture->name))
        return (struct loaded){.cause = NAME_RULE};
    struct loaded loaded = {.cause = "there is no folder to look for it in", .missing = true};
    for (char *const *folder = pictures->folders; *folder && loaded.missing; folder++)
        loaded = picture_file_load(*folder, picture->name, picture->size);
    return loaded;
}

static struct picture *find(struct pictures *pictures, const char *name, struct picture_size size)
{
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (picture->used && picture->size.width == size.width && picture->size.height == size.height &&
            strcmp(picture->name, name) == 0)
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
        if (picture != but && has_large_surface(picture))
            drop(picture);
}

static struct picture *add(struct pictures *pictures, const char *name, struct picture_size size)
{
    struct picture *picture = free_place(pictures);
    memcpy(picture->name, name, strlen(name) + 1);
    picture->size = size;
    if (is_reported(pictures, name))
        return picture; /* refused once: trying may take seconds */
    const struct loaded loaded = load(pictures, picture);
    picture->vector = loaded.vector;
    picture->surface = loaded.surface;
    if (loaded.cause)
        report(pictures, name, loaded.cause);
    if (has_large_surface(picture))
        drop_other_large(pictures, picture);
    return picture;
}

/* The middle of the surface, at the size asked for. */
static struct pixmap middle_of(const struct picture *picture)
{
    const SDL_Surface *surface = picture->surface;
    const struct picture_size size = picture->size;
    const int stride = surface->pitch / (int)sizeof(uint32_t);
    const int left = (surface->w - size.width) / 2, top = (surface->h - size.height) / 2;
    uint32_t *pixels = surface->pixels;
    return (struct pixmap){pixels + (ptrdiff_t)top * stride + left, size.width, size.height, stride};
}

static struct picture *look_up(struct pictures *pictures, const struct draw *item)
{
    char name[NAME_SIZE];
    const struct picture_size size = {item->rect.w, item->rect.h};
    if (item->length >= sizeof name || rect_empty(item->rect))
        return NULL;
    memcpy(name, item->text, item->length);
    name[item->length] = '\0';
    struct picture *picture = find(pictures, name, size);
    if (!picture)
        picture = add(pictures, name, size);
    picture->used = ++pictures->clock;
    return picture;
}

void pictures_draw(struct pictures *pictures, const struct canvas *canvas, const struct draw *item)
{
    const struct picture *picture = look_up(pictures, item);
    if (picture && picture->vector)
        vector_draw(picture->vector, canvas, item->rect);
    if (!picture || !picture->surface)
        return;
    const struct pixmap middle = middle_of(picture);
    shape_picture(canvas, item->rect.x, item->rect.y, &middle);
}

void pictures_begin(struct pictures *pictures)
{
    pictures->began = pictures->clock;
}

void pictures_end(struct pictures *pictures)
{
    for (struct picture *picture = pictures->kept; picture < pictures->kept + PICTURES_KEPT; picture++)
        if (has_large_surface(picture) && picture->used <= pictures->began)
            drop(picture);
}

/* Which pictures were missed tells where a visitor was: once nothing is reported any more, that is dropped as well. */
void pictures_forget(struct pictures *pictures)
{
    for (int i = 0; i < PICTURES_KEPT; i++)
        drop(&pictures->kept[i]);
    if (pictures->quiet)
        wipe(pictures->reported, sizeof pictures->reported);
}

void pictures_close(struct pictures *pictures)
{
    if (!pictures)
        return;
    pictures_forget(pictures);
    for (int i = 0; i < FOLDERS_MAX; i++)
        free(pictures->folders[i]);
    free(pictures);
}
