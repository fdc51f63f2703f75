/* Keeps the list of a book's pictures, and removes those of an earlier book that this one does not have. */
#include "main_shelf.h"

#include "main_html.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char first_line[] = "# Pictures of this book, by iop-content: the next book in this folder replaces them.";

/* Names of files, as many as there are. */
struct shelf {
    char (*names)[PICTURE_NAME];
    size_t count, room;
};

static void add(struct shelf *shelf, const char *name)
{
    if (shelf->count == shelf->room) {
        size_t room = shelf->room * 2 + 256;
        char(*names)[PICTURE_NAME] = realloc(shelf->names, room * sizeof *names);
        if (names == NULL)
            return;
        shelf->names = names;
        shelf->room = room;
    }
    size_t length = strlen(name);
    if (length < PICTURE_NAME)
        memcpy(shelf->names[shelf->count++], name, length + 1);
}

static bool has(const struct shelf *shelf, const char *name)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->names[i], name) == 0)
            return true;
    return false;
}

/* Whatever stands in the list: a file of that folder itself, and a picture. */
static bool is_picture_here(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && name[0] != '.' && strchr(name, '/') == NULL && strcmp(name + length - 4, ".png") == 0;
}

static void list_name(char *out, size_t size, const char *folder)
{
    snprintf(out, size, "%s/pictures.txt", folder);
}

static bool begins_as_ours(FILE *in)
{
    char line[PICTURE_NAME + 2];
    return fgets(line, sizeof line, in) != NULL && strncmp(line, first_line, sizeof first_line - 1) == 0;
}

bool shelf_may_write(const char *folder)
{
    return html_may_replace(folder, "pictures.txt", "a", begins_as_ours);
}

/* Of the earlier book; empty without one, or if that file is somebody else's. */
static struct shelf earlier_list(const char *folder)
{
    char file[4096], line[PICTURE_NAME + 2];
    struct shelf shelf = {0};
    list_name(file, sizeof file, folder);
    FILE *in = fopen(file, "r");
    if (in == NULL)
        return shelf;
    bool ours = begins_as_ours(in);
    while (ours && fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (is_picture_here(line))
            add(&shelf, line);
    }
    fclose(in);
    return shelf;
}

static struct shelf list_of(const struct gallery *gallery)
{
    struct shelf shelf = {0};
    struct stop stop;
    char name[PICTURE_NAME];
    for (int i = 0; i < gallery->stops * gallery->languages; i++) {
        int language = i % gallery->languages;
        if (gallery->drawn[i] == 0 || !tour_stop(gallery->content, i / gallery->languages, language, &stop))
            continue;
        for (int screenful = 0; screenful < gallery->drawn[i]; screenful++) {
            picture_name(name, stop.name, gallery->content->settings.languages[language].tag, screenful);
            add(&shelf, name);
        }
    }
    return shelf;
}

static bool write_list(const struct shelf *shelf, const char *folder)
{
    char file[4096];
    list_name(file, sizeof file, folder);
    FILE *out = fopen(file, "w");
    bool written = out != NULL;
    if (out != NULL) {
        fprintf(out, "%s\n", first_line);
        for (size_t i = 0; i < shelf->count; i++)
            fprintf(out, "%s\n", shelf->names[i]);
        written = ferror(out) == 0;
        written = fclose(out) == 0 && written;
    }
    if (!written)
        fprintf(stderr, "iop-content: %s cannot be written: %s.\n", file, strerror(errno));
    return written;
}

static void take_away(const char *folder, const char *name)
{
    char file[4096 + PICTURE_NAME];
    snprintf(file, sizeof file, "%s/%s", folder, name);
    if (unlink(file) != 0 && errno != ENOENT)
        fprintf(stderr, "iop-content: the old picture %s cannot be removed: %s.\n", file, strerror(errno));
}

bool shelf_renew(const struct gallery *gallery, bool whole)
{
    struct shelf before = earlier_list(gallery->out), now = list_of(gallery);
    for (size_t i = 0; i < before.count; i++) {
        if (has(&now, before.names[i]))
            continue;
        if (whole)
            take_away(gallery->out, before.names[i]);
        else
            add(&now, before.names[i]);
    }
    bool written = write_list(&now, gallery->out);
    free(before.names);
    free(now.names);
    return written;
}
