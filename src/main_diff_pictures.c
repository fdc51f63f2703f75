/* Finds picture files, reads what is in them, and notes which became others. */
#include "main_diff_pictures.h"

#include "digest.h"

#include <string.h>

/* 0 if it cannot be read. */
static uint64_t digest_of(const char *path)
{
    enum { PIECE = 4096 };
    unsigned char bytes[PIECE];
    uint64_t digest = digest_bytes(0, "", 0);
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return 0;
    for (size_t length; (length = fread(bytes, 1, PIECE, in)) > 0;)
        digest = digest_bytes(digest, bytes, length);
    fclose(in);
    return digest;
}

/* The content's own, else one of the assets, as they are looked for when they are drawn. */
static struct picture_file found(const struct picture_files *files, const char *name)
{
    struct picture_file file = {.digest = 0};
    snprintf(file.name, sizeof file.name, "%s", name);
    snprintf(file.path, sizeof file.path, "%s/%s", files->content, name);
    file.digest = digest_of(file.path);
    if (file.digest != 0)
        return file;
    snprintf(file.path, sizeof file.path, "%s/pictures/%s", files->assets, name);
    file.digest = digest_of(file.path);
    return file;
}

static const struct picture_file *file_named(struct picture_files *files, const char *name)
{
    for (int i = 0; i < files->count; i++)
        if (strcmp(files->list[i].name, name) == 0)
            return &files->list[i];
    if (files->count == MOST_PICTURE_FILES || strlen(name) >= PICTURE_FILE_NAME)
        return NULL;
    files->list[files->count] = found(files, name);
    return &files->list[files->count++];
}

static const struct picture_file *picture_at(const struct pictured *side, int index)
{
    return index < side->reading->picture_count ? file_named(side->files, side->reading->pictures[index]) : NULL;
}

static struct picture_change *change_of(struct picture_changes *changes, const struct picture_file *old,
                                        const struct picture_file *new)
{
    for (int i = 0; i < changes->count; i++)
        if (changes->list[i].old == old && changes->list[i].new == new)
            return &changes->list[i];
    if (changes->count == MOST_PICTURE_FILES)
        return NULL;
    struct picture_change *change = &changes->list[changes->count++];
    *change = (struct picture_change){.old = old, .new = new};
    return change;
}

static bool names_screen(const struct picture_change *change, const char *screen)
{
    size_t length = strlen(screen);
    for (const char *at = change->screens; (at = strstr(at, screen)) != NULL; at += length)
        if ((at == change->screens || at[-1] == ' ') && (at[length] == ',' || at[length] == '\0'))
            return true;
    return false;
}

static void add_screen(struct picture_change *change, const char *screen)
{
    size_t length = strlen(change->screens);
    if (!names_screen(change, screen))
        snprintf(change->screens + length, sizeof change->screens - length, "%s%s", length > 0 ? ", " : "", screen);
}

bool pictures_differ(struct pictured old, struct pictured new, struct picture_changes *changes, const char *screen)
{
    bool differ = false;
    for (int i = 0; i < old.reading->picture_count || i < new.reading->picture_count; i++) {
        const struct picture_file *before = picture_at(&old, i), *now = picture_at(&new, i);
        if (before != NULL && now != NULL && before->digest == now->digest)
            continue;
        struct picture_change *change = before != now ? change_of(changes, before, now) : NULL;
        if (change != NULL)
            add_screen(change, screen);
        differ = differ || before != now;
    }
    return differ;
}

bool picture_is_of(const struct picture_change *change, const struct reading *reading)
{
    for (int i = 0; change->new != NULL &&i < reading->picture_count; i++)
        if (strcmp(reading->pictures[i], change->new->name) == 0)
            return true;
    return false;
}

void picture_sentence(const struct picture_change *change, char *out, size_t size)
{
    if (change->old == NULL || change->new == NULL)
        snprintf(out, size, "the picture %s is %s", (change->old != NULL ? change->old : change->new)->path,
                 change->new != NULL ? "new" : "gone");
    else if (strcmp(change->old->name, change->new->name) == 0)
        snprintf(out, size, "the picture %s is another one", change->new->path);
    else
        snprintf(out, size, "the picture %s took the place of %s", change->new->path, change->old->path);
}
