/* All files in the folders where something could have been written: what they were, and what they are. */
#include "main_prove.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MAX = 200000, FOLDERS_MAX = 8, DESCRIPTORS = 20 };

/* ctime changes with every change of words, rights or name. */
struct found {
    char *path;
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec changed;
};

struct list {
    struct found *files;
    size_t count;
    bool cut;
};

static struct list before, after, *noting;
static const char *folders[FOLDERS_MAX];
static size_t folder_count;
static struct stat report[2]; /* where this report goes may change */

const char *files_home(void)
{
    const char *home = getenv("HOME");
    return home != NULL && home[0] == '/' ? home : "/";
}

const char *files_temporary(void)
{
    const char *temporary = getenv("TMPDIR");
    return temporary != NULL && temporary[0] == '/' ? temporary : "/tmp";
}

static bool is_report(const struct stat *status)
{
    for (size_t i = 0; i < 2; i++)
        if (report[i].st_dev == status->st_dev && report[i].st_ino == status->st_ino)
            return true;
    return false;
}

static int note(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)place;
    if (type == FTW_NS || is_report(status))
        return 0;
    if (noting->count == FILES_MAX) {
        noting->cut = true;
        return 1;
    }
    noting->files[noting->count++] =
        (struct found){strdup(path), status->st_dev, status->st_ino, status->st_size, status->st_ctim};
    return 0;
}

static int by_path(const void *left, const void *right)
{
    return strcmp(((const struct found *)left)->path, ((const struct found *)right)->path);
}

static void note_all(struct list *list)
{
    noting = list;
    list->files = calloc(FILES_MAX, sizeof *list->files); /* untouched pages cost nothing */
    for (size_t i = 0; list->files != NULL && i < folder_count; i++)
        nftw(folders[i], note, DESCRIPTORS, FTW_PHYS | FTW_MOUNT);
    if (list->files != NULL)
        qsort(list->files, list->count, sizeof *list->files, by_path);
}

/* A home that is all of the disk, as of a service without one, is none of its own. */
static void add_folder(const char *folder)
{
    if (strcmp(folder, "/") != 0)
        folders[folder_count++] = folder;
}

void files_before(const struct options *options)
{
    fstat(STDOUT_FILENO, &report[0]);
    fstat(STDERR_FILENO, &report[1]);
    add_folder(options->content);
    add_folder(options->assets);
    add_folder(files_home());
    add_folder(files_temporary());
    if (getenv("TMPDIR") == NULL)
        add_folder("/var/tmp");
    add_folder("/dev/shm");
    note_all(&before);
}

/* ---- comparing ----------------------------------------------------------------------------------------------------
 */

static bool is_same(const struct found *one, const struct found *two)
{
    return one->device == two->device && one->number == two->number && one->size == two->size &&
           one->changed.tv_sec == two->changed.tv_sec && one->changed.tv_nsec == two->changed.tv_nsec;
}

static void tell(const char *what, const struct found *file)
{
    printf("           %s: %s\n", what, file->path);
}

/* Both lists are in order: they are walked side by side. */
static size_t compare(void)
{
    size_t differences = 0, i = 0, k = 0;
    while (i < before.count || k < after.count) {
        const int way = i == before.count  ? 1
                        : k == after.count ? -1
                                           : strcmp(before.files[i].path, after.files[k].path);
        if (way < 0)
            tell("gone", &before.files[i]);
        else if (way > 0)
            tell("new", &after.files[k]);
        else if (!is_same(&before.files[i], &after.files[k]))
            tell("changed", &after.files[k]);
        differences += way != 0 || !is_same(&before.files[i], &after.files[k]);
        i += way <= 0;
        k += way >= 0;
    }
    return differences;
}

bool files_report(void)
{
    char answer[160];
    note_all(&after);
    printf("\nWhat it left on the disk\n");
    for (size_t i = 0; i < folder_count; i++)
        printf("           looked at: %s\n", folders[i]);
    const bool known = before.files != NULL && after.files != NULL && !before.cut && !after.cut && after.count > 0;
    if (!known)
        return prove_line(false, "files new, changed or gone", "too many files to compare");
    const size_t differences = compare();
    snprintf(answer, sizeof answer, "%zu of %zu%s", differences, after.count,
             differences > 0 ? " (if another program wrote them, end it and repeat the proof)" : "");
    return prove_line(differences == 0, "files new, changed or gone", answer);
}
