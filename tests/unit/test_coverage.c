/* Stories about the agreed topics: the shipped pages cover each, and one that gets lost is named. */
#include "complaint.h"
#include "coverage.h"
#include "folder.h"
#include "load.h"

static const char topics[] = "topics:\n"
                             "  - {id: \"a-1\", about: days and hours}\n"
                             "  - {id: \"a-2\", about: an añejo topic}\n"
                             "  - {id: \"a-3\", about: an advertisement, left_out: advertising}\n";

struct reading {
    struct folder folder;
    struct content *content;
    struct coverage coverage;
    struct problems problems;
};

static void read_folder(struct reading *reading, const char *path)
{
    reading->content = content_load(path, &reading->problems);
    assert_non_null(reading->content);
    coverage_read(&reading->coverage, path, &reading->problems);
    coverage_check(&reading->coverage, reading->content, &reading->problems);
}

static void forget(struct reading *reading)
{
    coverage_free(&reading->coverage);
    content_free(reading->content);
    problems_free(&reading->problems);
    folder_delete(&reading->folder);
}

static struct reading shipped_copy(void)
{
    struct reading reading = {.folder = empty_folder()};
    copy_files(IOP_SOURCE_DIR "/content", reading.folder.path, "");
    return reading;
}

static void the_shipped_pages_cover_every_agreed_topic(void **state)
{
    (void)state;
    struct reading reading = shipped_copy();
    read_folder(&reading, reading.folder.path);
    expect_count(&reading.problems, 0);
    assert_true(reading.coverage.topic_count > 100);
    forget(&reading);
}

static void a_topic_that_gets_lost_is_named(void **state)
{
    (void)state;
    struct reading reading = shipped_copy();
    folder_replace(&reading.folder, "next-steps/small-goals.yaml", "\"003-29\"", "");
    read_folder(&reading, reading.folder.path);
    expect_count(&reading.problems, 1);
    expect_words(&reading.problems, 0, "K153 error: no page covers the topic '003-29'");
    forget(&reading);
}

static void a_folder_without_agreed_topics_must_cover_none(void **state)
{
    (void)state;
    struct reading reading = shipped_copy();
    folder_remove(&reading.folder, "words/coverage.yaml");
    read_folder(&reading, reading.folder.path);
    expect_count(&reading.problems, 0);
    forget(&reading);
}

static void a_list_that_cannot_be_read_asks_for_nothing_else(void **state)
{
    (void)state;
    struct reading reading = {.folder = tiny_folder()};
    folder_write(&reading.folder, "words/coverage.yaml", "topics:\n  - {id: \"a-1\"}\n");
    read_folder(&reading, reading.folder.path);
    expect_only(&reading.problems, reading.folder.path, "words/coverage.yaml:2:6", "'about' is missing");
    forget(&reading);
}

static void a_topic_stands_once(void **state)
{
    (void)state;
    struct reading reading = {.folder = tiny_folder()};
    folder_write(&reading.folder, "words/coverage.yaml",
                 "topics:\n  - {id: x, about: one, left_out: y}\n  - {id: x, about: two, left_out: y}\n");
    read_folder(&reading, reading.folder.path);
    expect_only(&reading.problems, reading.folder.path, "words/coverage.yaml:3:5", "stands here twice");
    forget(&reading);
}

static void the_table_names_topic_and_pages_in_straight_columns(void **state)
{
    (void)state;
    char *table = NULL;
    size_t size = 0;
    struct reading reading = {.folder = tiny_folder()};
    folder_write(&reading.folder, "words/coverage.yaml", topics);
    folder_replace(&reading.folder, "explainers/first-page.yaml", "order: 10", "order: 10\ncovers: [a-2]");
    folder_replace(&reading.folder, "explainers/typical-week.yaml", "order: 20", "order: 20\ncovers: [a-2]");
    read_folder(&reading, reading.folder.path);
    FILE *out = open_memstream(&table, &size);
    coverage_print(&reading.coverage, reading.content, out);
    fclose(out);
    assert_string_equal(table, "a-1      days and hours    NO PAGE\n"
                               "a-2      an añejo topic    first-page, typical-week\n"
                               "a-3      an advertisement  left out: advertising\n"
                               "3 topics, 1 without a page.\n");
    free(table);
    forget(&reading);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_pages_cover_every_agreed_topic),
        cmocka_unit_test(a_topic_that_gets_lost_is_named),
        cmocka_unit_test(a_folder_without_agreed_topics_must_cover_none),
        cmocka_unit_test(a_list_that_cannot_be_read_asks_for_nothing_else),
        cmocka_unit_test(a_topic_stands_once),
        cmocka_unit_test(the_table_names_topic_and_pages_in_straight_columns),
    };
    return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
