/* Folders by inotify: books of what is watched and of what is being written, and a rest after the last change. */
#include "watch.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    ROOTS_MAX = 4,
    FOLDERS_MAX = 512,
    HOOKS_MAX = 32,
    WRITING_MAX = 64,
    DEPTH_MAX = 6,
    WRITING_MS = 10000, /* as long as a file that is not closed holds back, behind its last change */
    PATH_SIZE = 4096,
    NAME_SIZE = 256
};

/* A change of rights counts, too: it may make a file readable again. */
static const uint32_t inside = IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                               IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
static const uint32_t beside = IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB;
static const char *const endings[] = {".yaml", ".yml", ".svg", ".png"};

/* One watched folder. */
struct folder {
    int wd;
    bool tree;           /* inside a root: whatever changes there counts */
    unsigned generation; /* of the last look in which it was found */
};

/* A name that a root hangs on: its own, or that of a link on the way to it. */
struct hook {
    int wd;
    char name[NAME_SIZE];
};

/* A file that was written to and not closed yet. */
struct writing {
    int wd;
    char name[NAME_SIZE];
};

struct watch {
    int descriptor;
    char *roots[ROOTS_MAX];
    struct folder folders[FOLDERS_MAX];
    struct hook hooks[HOOKS_MAX];
    struct writing writing[WRITING_MAX];
    int folder_count, hook_count, writing_count;
    unsigned generation;
    bool stirred;
    bool look_again; /* folders came or went */
    bool grown;      /* a look found a folder in a root that was not watched before */
    int64_t stirred_ms;
    int calm_ms;
};

/* ---- what is watched ------------------------------------------------------------------------------------------ */

static struct folder *find_folder(struct watch *watch, int wd)
{
    for (int i = 0; i < watch->folder_count; i++)
        if (watch->folders[i].wd == wd)
            return &watch->folders[i];
    return NULL;
}

/* The same folder gets the same number again; -1 if it cannot be watched. */
static int watch_folder(struct watch *watch, const char *path, bool tree)
{
    int wd = inotify_add_watch(watch->descriptor, path,
                               (tree ? inside : beside) | IN_ONLYDIR | IN_EXCL_UNLINK | IN_MASK_ADD);
    if (wd < 0)
        return -1;
    struct folder *folder = find_folder(watch, wd);
    if (folder == NULL && watch->folder_count == FOLDERS_MAX)
        return -1;
    if (folder == NULL) {
        folder = &watch->folders[watch->folder_count++];
        *folder = (struct folder){.wd = wd};
        watch->grown = watch->grown || tree;
    }
    folder->tree = tree || (folder->tree && folder->generation == watch->generation);
    folder->generation = watch->generation;
    return wd;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

static bool is_hook(const struct watch *watch, int wd, const char *name)
{
    for (int i = 0; i < watch->hook_count; i++)
        if (watch->hooks[i].wd == wd && strcmp(watch->hooks[i].name, name) == 0)
            return true;
    return false;
}

static void remember_hook(struct watch *watch, int wd, const char *name)
{
    if (wd < 0 || watch->hook_count == HOOKS_MAX || *name == '\0' || strlen(name) >= NAME_SIZE ||
        is_hook(watch, wd, name))
        return;
    struct hook *hook = &watch->hooks[watch->hook_count++];
    hook->wd = wd;
    memcpy(hook->name, name, strlen(name) + 1);
}

static void watch_tree(struct watch *watch, const char *path, int depth) /* NOLINT(misc-no-recursion): DEPTH_MAX */
{
    char inner[PATH_SIZE];
    int wd = watch_folder(watch, path, true);
    DIR *directory = wd >= 0 && depth < DEPTH_MAX ? opendir(path) : NULL;
    for (struct dirent *entry = directory != NULL ? readdir(directory) : NULL; entry != NULL;
         entry = readdir(directory)) {
        bool may_be = entry->d_type == DT_DIR || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
        if (!may_be || entry->d_name[0] == '.' ||
            snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name) >= (int)sizeof inner || !is_folder(inner))
            continue;
        if (is_link(inner))
            remember_hook(watch, wd, entry->d_name);
        watch_tree(watch, inner, depth + 1);
    }
    if (directory != NULL)
        closedir(directory);
}

/* Watches the folder in which the last name of a path lies for this name. */
static void hang_on(struct watch *watch, const char *path)
{
    char folder[PATH_SIZE];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    const char *name = slash != NULL ? path + (slash - folder) + 1 : path;
    if (slash != NULL)
        slash[slash == folder] = '\0';
    int wd = watch_folder(watch, slash != NULL ? folder : ".", false);
    remember_hook(watch, wd, name);
}

static void watch_root(struct watch *watch, const char *root)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s", root);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (is_link(path))
            hang_on(watch, path);
        *slash = '/';
    }
    hang_on(watch, root);
    watch_tree(watch, root, 0);
}

static void drop_folder(struct watch *watch, struct folder *folder)
{
    *folder = watch->folders[--watch->folder_count];
}

/* Finds the folders that are there now, and lets go of those that are no more. */
static void look(struct watch *watch)
{
    watch->generation++;
    watch->hook_count = 0;
    watch->look_again = false;
    for (int i = 0; i < ROOTS_MAX && watch->roots[i] != NULL; i++)
        watch_root(watch, watch->roots[i]);
    for (int i = watch->folder_count - 1; i >= 0; i--) {
        if (watch->folders[i].generation == watch->generation)
            continue;
        inotify_rm_watch(watch->descriptor, watch->folders[i].wd);
        drop_folder(watch, &watch->folders[i]);
    }
}

/* ---- what is being written -------------------------------------------------------------------------------------- */

static void written(struct watch *watch, int wd, const char *name)
{
    for (int i = watch->writing_count - 1; i >= 0; i--)
        if (watch->writing[i].wd == wd && (name == NULL || strcmp(watch->writing[i].name, name) == 0))
            watch->writing[i] = watch->writing[--watch->writing_count];
}

/* Of more files at once than there is room for, the calm alone decides. */
static void writes(struct watch *watch, int wd, const char *name)
{
    written(watch, wd, name);
    if (watch->writing_count == WRITING_MAX)
        return;
    struct writing *writing = &watch->writing[watch->writing_count++];
    writing->wd = wd;
    snprintf(writing->name, sizeof writing->name, "%s", name);
}

/* ---- what happens -------------------------------------------------------------------------------------------------
 */

static bool counts(const char *name, bool folder)
{
    const char *end = strrchr(name, '.');
    if (name[0] == '.' || folder)
        return name[0] != '.';
    for (size_t i = 0; end != NULL && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(end, endings[i]) == 0)
            return true;
    return name[0] == '\0'; /* the folder itself */
}

static void stir(struct watch *watch, bool folders, int64_t now_ms)
{
    watch->stirred = true;
    watch->stirred_ms = now_ms;
    watch->look_again = watch->look_again || folders;
}

/* Events were lost: anything may have happened. */
static void overflow(struct watch *watch, int64_t now_ms)
{
    watch->writing_count = 0;
    stir(watch, true, now_ms);
}

static void take(struct watch *watch, const struct inotify_event *event, int64_t now_ms)
{
    struct folder *folder = find_folder(watch, event->wd);
    const char *name = event->len > 0 ? event->name : "";
    bool is_folder_event = (event->mask & IN_ISDIR) != 0;
    if (folder == NULL)
        return;
    bool gone = (event->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
    if (gone)
        written(watch, event->wd, NULL);
    if (gone || is_hook(watch, event->wd, name)) {
        stir(watch, true, now_ms);
    } else if (folder->tree && !counts(name, is_folder_event)) {
        watch->look_again = watch->look_again || (name[0] != '.' && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0);
    } else if (folder->tree) {
        if ((event->mask & IN_MODIFY) != 0)
            writes(watch, event->wd, name);
        else if ((event->mask & (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE)) != 0)
            written(watch, event->wd, name);
        stir(watch, is_folder_event, now_ms);
    }
    if ((event->mask & IN_IGNORED) != 0)
        drop_folder(watch, folder);
}

void watch_read(struct watch *watch, int64_t now_ms)
{
    char bytes[8192] __attribute__((aligned(__alignof__(struct inotify_event))));
    if (watch == NULL)
        return;
    for (ssize_t size; (size = read(watch->descriptor, bytes, sizeof bytes)) > 0;) {
        const struct inotify_event *event;
        for (char *at = bytes; at < bytes + size; at += sizeof *event + event->len) {
            event = (const struct inotify_event *)(void *)at;
            if ((event->mask & IN_Q_OVERFLOW) != 0)
                overflow(watch, now_ms);
            else
                take(watch, event, now_ms);
        }
    }
    watch->grown = false;
    if (watch->look_again)
        look(watch);
    if (watch->grown) /* a link to a folder: the event did not say so */
        stir(watch, false, now_ms);
}

int64_t watch_deadline(const struct watch *watch)
{
    if (watch == NULL || !watch->stirred)
        return -1;
    return watch->stirred_ms + (watch->writing_count > 0 ? WRITING_MS : watch->calm_ms);
}

bool watch_changed(struct watch *watch, int64_t now_ms)
{
    int64_t deadline = watch_deadline(watch);
    if (deadline < 0 || now_ms < deadline)
        return false;
    watch->stirred = false;
    watch->writing_count = 0; /* some never close, and truncate(2) opens nothing */
    return true;
}

bool watch_stirred(const struct watch *watch)
{
    return watch != NULL && watch->stirred;
}

void watch_calm(struct watch *watch, int milliseconds)
{
    if (watch != NULL)
        watch->calm_ms = milliseconds;
}

int watch_descriptor(const struct watch *watch)
{
    return watch != NULL ? watch->descriptor : -1;
}

/* "content/" and "content" are the same folder. */
static char *without_slash(const char *path)
{
    char *copy = strdup(path);
    for (size_t length = copy != NULL ? strlen(copy) : 0; length > 1 && copy[length - 1] == '/'; length--)
        copy[length - 1] = '\0';
    return copy;
}

struct watch *watch_open(const char *const *folders)
{
    struct watch *watch = calloc(1, sizeof *watch);
    if (watch == NULL)
        return NULL;
    watch->calm_ms = WATCH_CALM_MS;
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->descriptor < 0) {
        free(watch);
        return NULL;
    }
    for (int i = 0; i < ROOTS_MAX && folders[i] != NULL; i++)
        watch->roots[i] = without_slash(folders[i]);
    look(watch);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (watch == NULL)
        return;
    close(watch->descriptor);
    for (int i = 0; i < ROOTS_MAX; i++)
        free(watch->roots[i]);
    free(watch);
}
