/* The clinic of the shipped content, with opening hours, a holiday and notices: tests/fixtures/hours.yaml behind its
 * kiosk.yaml. */
#ifndef TEST_DATED_H
#define TEST_DATED_H

#include "folder.h"
#include "loaded.h"

/* As loaded_from(). The folder is gone when this returns. */
static inline struct content *load_dated(void)
{
    struct folder folder = empty_folder();
    char path[PATH_SIZE];
    size_t size = 0;
    copy_files(IOP_SOURCE_DIR "/content", folder.path, "");
    path_under(path, folder.path, "kiosk.yaml");
    char *more = bytes_of(IOP_SOURCE_DIR "/tests/fixtures/hours.yaml", &size);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    assert_int_equal(fwrite(more, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    free(more);
    struct content *content = loaded_from(folder.path);
    folder_delete(&folder);
    return content;
}

#endif
