/* Closes both layers and remembers what was reached. */
#include "sealparts.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDERS_MAX = 32, HOME_PATH_SIZE = 512 };

/* What libraries read late: other letters, how letters are found, the time of day, what an X key means. */
static const char *const SYSTEM_FOLDERS[] = {
    "/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
    "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/xml/fontconfig",
    "/etc/localtime",        "/usr/share/zoneinfo",    "/usr/share/X11",
};

static const char *const HOME_FOLDERS[] = {
    ".fonts",        ".local/share/fonts", ".cache/fontconfig", ".config/fontconfig",
    ".config/pulse", ".config/pipewire",   ".asoundrc"};

/* Drivers read what hardware there is and load their parts. */
static const char *const DRIVER_FOLDERS[] = {"/dev/dri",      "/sys",       "/proc/self",       "/proc/cpuinfo",
                                             "/proc/meminfo", "/usr/lib",   "/usr/share/glvnd", "/usr/share/drirc.d",
                                             "/etc/glvnd",    "/etc/drirc", "/etc/ld.so.cache"};

/* The voice finds its words, its libraries, and sound devices and servers; what belongs to it in the home as well. */
static const char *const SOUND_FOLDERS[] = {"/usr",     "/etc",     "/lib",     "/proc",     "/sys",        "/run",
                                            "/var/lib", "/dev/snd", "/dev/shm", "/dev/null", "/dev/urandom"};

static struct seal_state state = {.sentence = "none: it was not asked for"};
static bool demanded;

struct list {
    const char *folders[FOLDERS_MAX + 1];
    int count;
    char home[sizeof HOME_FOLDERS / sizeof *HOME_FOLDERS][HOME_PATH_SIZE];
};

static void add(struct list *list, const char *folder)
{
    if (list->count < FOLDERS_MAX)
        list->folders[list->count++] = folder;
}

static void add_home(struct list *list)
{
    const char *home = getenv("HOME");
    for (size_t i = 0; home != NULL && i < sizeof HOME_FOLDERS / sizeof *HOME_FOLDERS; i++) {
        snprintf(list->home[i], sizeof list->home[i], "%s/%s", home, HOME_FOLDERS[i]);
        add(list, list->home[i]);
    }
}

static void add_what_libraries_read(struct list *list, enum seal_profile profile)
{
    for (size_t i = 0; profile == SEAL_VOICE && i < sizeof SOUND_FOLDERS / sizeof *SOUND_FOLDERS; i++)
        add(list, SOUND_FOLDERS[i]);
    if (profile != SEAL_PICTURES)
        add_home(list);
    if ((profile & (SEAL_KIOSK | SEAL_GL)) == 0)
        return;
    for (size_t i = 0; i < sizeof SYSTEM_FOLDERS / sizeof *SYSTEM_FOLDERS; i++)
        add(list, SYSTEM_FOLDERS[i]);
    for (size_t i = 0; profile == SEAL_GL && i < sizeof DRIVER_FOLDERS / sizeof *DRIVER_FOLDERS; i++)
        add(list, DRIVER_FOLDERS[i]);
}

static void say(const char *without_filter, const char *without_landlock)
{
    if (!state.filter)
        snprintf(state.sentence, sizeof state.sentence, "none: %s", without_filter);
    else if (state.landlock > 0)
        snprintf(state.sentence, sizeof state.sentence, "seccomp, Landlock %d", state.landlock);
    else
        snprintf(state.sentence, sizeof state.sentence, "seccomp (%s)", without_landlock);
}

/* A voice that is to be started must be able to read all that it is made of. */
static int close_folders(enum seal_profile profile, const char *const *folders, const char **cause)
{
    struct list list = {0};
    if (profile == SEAL_STARTER)
        return 0;
    for (; *folders != NULL; folders++)
        add(&list, *folders);
    const int ours = list.count;
    add_what_libraries_read(&list, profile);
    return landlock_close(list.folders, ours, cause);
}

bool seal_close(enum seal_profile profile, const char *const *folders)
{
    const char *without_filter = "this build watches its own memory (IOP_SANITIZE)", *without_landlock = "";
#if !defined(__SANITIZE_ADDRESS__)
    state.landlock = close_folders(profile, folders, &without_landlock);
    state.filter = filter_close(profile, &without_filter);
#else
    (void)close_folders;
    (void)profile;
    (void)folders;
#endif
    say(without_filter, without_landlock);
    return state.filter;
}

const struct seal_state *seal_state(void)
{
    return &state;
}

void seal_demand(void)
{
    demanded = true;
}

bool seal_demanded(void)
{
    return demanded;
}
