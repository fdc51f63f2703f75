/* All files in the folders where something could have been written: what they were, and what they are. A home folder
 * may hold a million of them: of each only two numbers are kept. */
#include "main_prove.h"

#include "digest.h"
#include "window.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDERS_MAX = 8, DESCRIPTORS = 20, FIRST_ROOM = 1 << 16, TOLD_MOST = 20, LONGEST_MS = 120 * 1000 };

/* A file is known by its path, and its state by what changes with every change of words, rights or name. */
struct found {
    uint64_t path, state;
    bool again; /* found once more */
};

static struct list {
    struct found *files;
    size_t count, room;
} before;

static const char *folders[FOLDERS_MAX];
static size_t folder_count;
static struct stat report[2];  /* where this report goes may change */
static const char *trouble;    /* why the comparison is none */
static size_t seen, different; /* while comparing */
static int64_t until_ms;

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

/* ---- two numbers for a file -------------------------------------------------------------------------------------- */

/* Among a million files two are alike once in 37 million times. */
static struct found found_at(const char *path, const struct stat *status)
{
    const uint64_t parts[] = {(uint64_t)status->st_dev,         (uint64_t)status->st_ino,
                              (uint64_t)status->st_size,        (uint64_t)status->st_mode,
                              (uint64_t)status->st_ctim.tv_sec, (uint64_t)status->st_ctim.tv_nsec};
    return (struct found){digest_bytes(0, path, strlen(path)), digest_bytes(0, parts, sizeof parts), false};
}

static int by_path(const void *left, const void *right)
{
    const uint64_t a = ((const struct found *)left)->path, b = ((const struct found *)right)->path;
    return (a > b) - (a < b);
}

/* ---- walking -------------------------------------------------------------------------------------------------------
 */

static bool is_report(const struct stat *status)
{
    for (size_t i = 0; i < 2; i++)
        if (report[i].st_dev == status->st_dev && report[i].st_ino == status->st_ino)
            return true;
    return false;
}

static bool is_too_long(void)
{
    if (window_now_ms() < until_ms)
        return false;
    trouble = "there are so many that they cannot be compared within two minutes";
    return true;
}

static bool has_room(void)
{
    if (before.count < before.room)
        return true;
    const size_t wished = before.room == 0 ? FIRST_ROOM : before.room * 2;
    struct found *files = realloc(before.files, wished * sizeof *files);
    if (files == NULL) {
        trouble = "there is not enough memory to compare them";
        return false;
    }
    before.files = files;
    before.room = wished;
    return true;
}

static int note(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)place;
    if (type == FTW_NS || is_report(status))
        return 0;
    if (!has_room() || is_too_long())
        return 1;
    before.files[before.count++] = found_at(path, status);
    return 0;
}

static void tell(const char *what, const char *path)
{
    if (different++ < TOLD_MOST)
        printf("           %s: %s\n", what, path);
}

/* A file that is gone leaves its folder changed, which is told by its name. */
static int compare(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)place;
    if (type == FTW_NS || is_report(status))
        return 0;
    const struct found now = found_at(path, status);
    struct found *then = bsearch(&now, before.files, before.count, sizeof now, by_path);
    seen++;
    if (then == NULL)
        tell("new", path);
    else if (then->state != now.state)
        tell("changed", path);
    if (then != NULL)
        then->again = true;
    return is_too_long();
}

static void walk(int (*visit)(const char *, const struct stat *, int, struct FTW *))
{
    until_ms = window_now_ms() + LONGEST_MS;
    for (size_t i = 0; i < folder_count && trouble == NULL; i++)
        nftw(folders[i], visit, DESCRIPTORS, FTW_PHYS | FTW_MOUNT);
}

/* ---- folders -------------------------------------------------------------------------------------------------------
 */

static bool is_beneath(const char *path, const char *folder)
{
    const size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* A home that is all of the disk, as of a service without one, is none of its own. A folder within another one is
 * walked with that. */
static void add_folder(const char *folder)
{
    char path[PATH_MAX];
    size_t kept = 0;
    if (realpath(folder, path) == NULL || strcmp(path, "/") == 0)
        return;
    for (size_t i = 0; i < folder_count; i++)
        if (is_beneath(path, folders[i]))
            return;
    for (size_t i = 0; i < folder_count; i++)
        if (!is_beneath(folders[i], path))
            folders[kept++] = folders[i];
    folders[kept++] = strdup(path);
    folder_count = kept;
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
    walk(note);
    if (before.count > 0)
        qsort(before.files, before.count, sizeof *before.files, by_path);
}

/* ---- the report ----------------------------------------------------------------------------------------------------
 */

static size_t gone(void)
{
    size_t count = 0;
    for (size_t i = 0; i < before.count; i++)
        count += !before.files[i].again;
    return count;
}

bool files_report(void)
{
    char answer[200];
    printf("\nWhat it left on the disk\n");
    for (size_t i = 0; i < folder_count; i++)
        printf("           looked at: %s\n", folders[i]);
    walk(compare);
    if (trouble != NULL || seen == 0)
        return prove_line(false, "files new, changed or gone",
                          trouble != NULL ? trouble : "nothing could be looked at");
    if (different > TOLD_MOST)
        printf("           and %zu more\n", different - TOLD_MOST);
    const size_t differences = different + gone();
    snprintf(answer, sizeof answer, "%zu of %zu compared%s", differences, seen,
             differences > 0 ? " (if another program wrote them, end it and repeat the proof)" : "");
    return prove_line(differences == 0, "files new, changed or gone", answer);
}
