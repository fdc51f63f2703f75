/* Stories about what is written from the tables: the schemas and the page of all keys are those of today, and every
 * shipped file names its schema. */
#include "describe.h"
#include "folder.h"

#include <glob.h>

static const char content[] = IOP_SOURCE_DIR "/content";

/* The text that a describer writes; to be freed. */
static char *described(const struct content_file *file)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (file != NULL) {
        describe_json_schema(file, &shipped_languages, stream);
    } else {
        describe_reference(stream);
    }
    fclose(stream);
    return text;
}

static void expect_as_today(const char *path, const struct content_file *file, const char *command)
{
    size_t size = 0;
    char *kept = bytes_of(path, &size);
    char *now = described(file);
    if (strcmp(kept, now) != 0) {
        fail_msg("%s is older than the tables. Write it again with:  %s", path, command);
    }
    free(now);
    free(kept);
}

static void the_schemas_are_those_of_the_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < content_file_count; i++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/.schema/%s.json", content, content_files[i].name);
        expect_as_today(path, &content_files[i], "iop-content schema --out content/.schema");
    }
}

static void the_page_of_all_keys_is_that_of_the_tables(void **state)
{
    (void)state;
    char path[PATH_SIZE];
    path_under(path, content, "REFERENCE.md");
    expect_as_today(path, NULL, "iop-content reference --out content/REFERENCE.md");
}

static void expect_modeline(const char *path, const char *kind)
{
    char wanted[128];
    size_t size = 0;
    bool inner = strchr(path + sizeof content, '/') != NULL;
    int length = snprintf(wanted, sizeof wanted, "# yaml-language-server: $schema=%s.schema/%s.json\n",
                          inner ? "../" : "", kind);
    char *text = bytes_of(path, &size);
    if (strncmp(text, wanted, (size_t)length) != 0) {
        fail_msg("%s must begin with:  %s", path, wanted);
    }
    free(text);
}

/* Patterns without a star name their files before those with one do. */
static size_t look_at_files(const struct content_file *file, char seen[200][PATH_SIZE], size_t count)
{
    char pattern[PATH_SIZE];
    glob_t found;
    path_under(pattern, content, file->pattern);
    if (glob(pattern, GLOB_BRACE, NULL, &found) != 0) {
        fail_msg("no file is like %s", pattern);
    }
    for (size_t i = 0; i < found.gl_pathc; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++) {
            known = known || strcmp(seen[k], found.gl_pathv[i]) == 0;
        }
        if (!known) {
            expect_modeline(found.gl_pathv[i], file->name);
            assert_true(count < 200);
            snprintf(seen[count++], PATH_SIZE, "%s", found.gl_pathv[i]);
        }
    }
    globfree(&found);
    return count;
}

static void every_shipped_file_names_its_schema_in_its_first_line(void **state)
{
    (void)state;
    char(*seen)[PATH_SIZE] = calloc(200, sizeof *seen);
    size_t count = 0;
    for (int starred = 0; starred <= 1; starred++) {
        for (size_t i = 0; i < content_file_count; i++) {
            if ((strchr(content_files[i].pattern, '*') != NULL) == starred) {
                count = look_at_files(&content_files[i], seen, count);
            }
        }
    }
    assert_true(count > 40);
    free(seen);
}

static void every_map_of_a_file_is_found_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < content_file_count; i++) {
        struct parts parts = parts_of(content_files[i].schema);
        assert_true(parts.count > 0 && parts.count < PARTS_MAX);
        assert_ptr_equal(parts.list[0], content_files[i].schema);
        for (size_t k = 0; k < parts.count; k++) {
            assert_int_equal(part_index(&parts, parts.list[k]), k);
            assert_false(parts.list[k]->bare);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schemas_are_those_of_the_tables),
        cmocka_unit_test(the_page_of_all_keys_is_that_of_the_tables),
        cmocka_unit_test(every_shipped_file_names_its_schema_in_its_first_line),
        cmocka_unit_test(every_map_of_a_file_is_found_once),
    };
    return cmocka_run_group_tests_name("described", tests, NULL, NULL);
}
