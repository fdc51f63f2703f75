/* Cross checks that need more than one file, or the folder. */
#include "checks.h"

#include "load.h"
#include "loading.h"
#include "problem_codes.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static bool is_inside(const char *path)
{
    return path[0] != '/' && strcmp(path, "..") != 0 && strncmp(path, "../", 3) != 0 && strstr(path, "/../") == NULL;
}

static bool is_picture_name(const char *path)
{
    const char *end = strrchr(path, '.');
    return end != NULL && (strcasecmp(end, ".svg") == 0 || strcasecmp(end, ".png") == 0);
}

static void check_file(struct loading *loading, const char *file, struct place place)
{
    struct stat status;
    bool found =
        is_inside(file) && stat(path_in(loading, loading->folder, file), &status) == 0 && S_ISREG(status.st_mode);
    if (!found) {
        report(loading->problems, LOGO, place, "there is no picture '%s' in the content folder", file)->fix =
            "copy the picture there and write its path from the content folder: pictures/logo.svg";
    } else if (!is_picture_name(file)) {
        report(loading->problems, LOGO, place, "'%s' is no picture that the kiosk can show", file)->fix =
            "save it as SVG or PNG, with a name that ends in .svg or .png";
    }
}

static void check_picture(struct loading *loading, const struct drawing *picture)
{
    if (picture->file == NULL) {
        return;
    }
    check_file(loading, picture->file, picture->place);
    if (picture->text.place.file == NULL) {
        report(loading->problems, LOGO, picture->place, "nothing says in words what this picture shows")->fix =
            "add   picture_text:   with a short sentence in each language, for visitors who do not see it";
    }
}

static void check_pictures(struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    if (settings->logo != NULL) {
        check_file(loading, settings->logo, settings->logo_place);
    }
    for (size_t i = 0; i < loading->content->section_count; i++) {
        check_picture(loading, &loading->content->sections[i].picture);
    }
    check_picture(loading, &loading->content->checks_picture);
    check_picture(loading, &loading->content->help.picture);
}

static void check_count(const struct loading *loading)
{
    size_t active = 0;
    for (size_t i = 0; i < loading->screening_count; i++) {
        const struct screening *screening = loading->screenings[i];
        active += screening->status == STATUS_ACTIVE;
        if (screening->status == STATUS_ACTIVE && active == MAX_SCREENINGS + 1) {
            report(loading->problems, TOO_MANY, screening->place, "more than %d checks are %s", MAX_SCREENINGS,
                   loading->drafts ? "active or drafts" : "active")
                ->fix = loading->drafts ? "set the status of some to retired" : "set the status of some to draft";
        }
    }
}

static bool has_help(const struct key_table *keys)
{
    for (int code = 0; code < KEY_CODES; code++) {
        if (keys->meaning[code] == KEY_HELP) {
            return true;
        }
    }
    return false;
}

/* Whoever cannot touch the screen must reach help too. */
static void check_keys(const struct loading *loading)
{
    const struct key_table keys = content_keys(loading->content);
    if (loading->settings_whole && !has_help(&keys)) {
        report(loading->problems, NO_HELP_KEY, loading->content->settings.keys_place, "no key is left that means help")
            ->fix = "give one key of the keypad the meaning help:   F1: help";
    }
}

/* What `iop-content pin` prints: yescrypt at its usual cost, 22 characters of salt, 43 of the hash. Another cost could
 * hold the screen for seconds. Source: crypt(5). */
static bool is_pin_hash(const char *hash)
{
    static const char start[] = "$y$j9T$";
    static const char letters[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    enum { SALT = 22, REST = 43 };
    const char *salt = hash + sizeof start - 1;
    return strncmp(hash, start, sizeof start - 1) == 0 && strspn(salt, letters) == SALT && salt[SALT] == '$' &&
           strspn(salt + SALT + 1, letters) == REST && salt[SALT + 1 + REST] == '\0';
}

static const char *fault_of_pin(const char *pin)
{
    if (pin[strspn(pin, "0123456789 -")] == '\0')
        return "this is the PIN itself, and everybody who has the file could read it";
    if (strncmp(pin, "$argon2", 7) == 0)
        return "this is a hash of argon2, which libcrypt of Debian 12 does not know";
    if (strncmp(pin, "$y$", 3) == 0)
        return "this hash is not whole, or made at another cost";
    return "this is no PIN as the kiosk keeps it";
}

/* A PIN that nothing fits would lock staff out, and one written as digits would be no secret. */
static void check_staff_pin(const struct loading *loading)
{
    const struct settings *settings = &loading->content->settings;
    if (settings->staff_pin == NULL || is_pin_hash(settings->staff_pin)) {
        return;
    }
    report(loading->problems, STAFF_PIN, settings->staff_pin_place, "%s", fault_of_pin(settings->staff_pin))->fix =
        "run `iop-content pin`, and write the line that it prints here";
}

void check_content(struct loading *loading)
{
    check_pictures(loading);
    check_count(loading);
    check_keys(loading);
    check_staff_pin(loading);
    check_interface_words(&loading->content->words, loading->problems);
    check_speech_words(&loading->content->speech, loading->problems);
    check_help_numbers(loading->content, loading->problems);
    if (loading->helplines_whole) {
        check_helplines(&loading->content->help, loading->problems);
    }
}
