/* A content folder of one's own for a test: a copy of fixtures/tiny in which anything may be broken. */
#ifndef TEST_FOLDER_H
#define TEST_FOLDER_H

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_SIZE = 1024 };

struct folder {
    char path[64];
};

static inline void path_under(char *out, const char *folder, const char *name)
{
    assert_true(snprintf(out, PATH_SIZE, "%s/%s", folder, name) < PATH_SIZE);
}

static inline void make_folders_for(const char *file)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s", file);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
}

static inline void folder_write_bytes(const struct folder *folder, const char *name, const char *bytes, size_t size)
{
    char path[PATH_SIZE];
    path_under(path, folder->path, name);
    make_folders_for(path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static inline void folder_write(const struct folder *folder, const char *name, const char *text)
{
    folder_write_bytes(folder, name, text, strlen(text));
}

/* The bytes of a file with a NUL behind them; to be freed. */
static inline char *bytes_of(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fail_msg("%s cannot be opened", path);
        return NULL; /* never reached */
    }
    size_t room = 1 << 21;
    char *bytes = calloc(1, room);
    *size = fread(bytes, 1, room - 1, file);
    fclose(file);
    return bytes;
}

static inline void copy_files(const char *from, const char *to, const char *except)
{
    DIR *directory = opendir(from);
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        char source[PATH_SIZE];
        char target[PATH_SIZE];
        struct stat status;
        path_under(source, from, entry->d_name);
        path_under(target, to, entry->d_name);
        if (entry->d_name[0] == '.' || strcmp(entry->d_name, except) == 0 || stat(source, &status) != 0) {
            continue;
        }
        if (S_ISDIR(status.st_mode)) {
            mkdir(target, 0700);
            copy_files(source, target, except);
            continue;
        }
        size_t size = 0;
        char *bytes = bytes_of(source, &size);
        FILE *file = fopen(target, "wb");
        assert_non_null(file);
        fwrite(bytes, 1, size, file);
        fclose(file);
        free(bytes);
    }
    closedir(directory);
}

static inline struct folder empty_folder(void)
{
    struct folder folder = {"/tmp/iop-test-XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

static inline struct folder tiny_folder(void)
{
    struct folder folder = empty_folder();
    copy_files(IOP_SOURCE_DIR "/tests/fixtures/tiny", folder.path, "");
    return folder;
}

static inline void folder_remove(const struct folder *folder, const char *name)
{
    char path[PATH_SIZE];
    path_under(path, folder->path, name);
    assert_int_equal(remove(path), 0);
}

static inline void delete_files(const char *path)
{
    DIR *directory = opendir(path);
    for (struct dirent *entry = directory != NULL ? readdir(directory) : NULL; entry != NULL;
         entry = readdir(directory)) {
        char inner[PATH_SIZE];
        path_under(inner, path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && remove(inner) != 0) {
            delete_files(inner);
        }
    }
    if (directory != NULL) {
        closedir(directory);
    }
    remove(path);
}

static inline void folder_delete(const struct folder *folder)
{
    delete_files(folder->path);
}

/* Replaces the first `old` in a file of the folder, which must hold it. */
static inline void folder_replace(const struct folder *folder, const char *name, const char *old, const char *new_text)
{
    char path[PATH_SIZE];
    size_t size = 0;
    path_under(path, folder->path, name);
    char *text = bytes_of(path, &size);
    char *found = strstr(text, old);
    if (found == NULL) {
        fail_msg("%s does not hold \"%s\"", name, old);
        return; /* never reached */
    }
    size_t before = (size_t)(found - text);
    char *changed = calloc(1, size + strlen(new_text) + 1);
    memcpy(changed, text, before);
    strcpy(changed + before, new_text);
    strcat(changed, found + strlen(old));
    folder_write(folder, name, changed);
    free(changed);
    free(text);
}

#endif
