/* Every mistake under bad-content/ is named with its place and a way to mend it, and nothing else is complained of.
 * A case is a folder: files that are laid over fixtures/tiny, and `expected` with the place in its first line and
 * words that staff must read in the others. A further problem follows behind an empty line. */
#include "complaint.h"
#include "coverage.h"
#include "editor.h"
#include "folder.h"
#include "load.h"

#include <fcntl.h>

static const char cases[] = IOP_SOURCE_DIR "/tests/bad-content";

struct reading {
    struct folder folder;
    struct problems problems;
    struct content *content;
};

static struct reading read_folder(struct folder folder)
{
    struct reading reading = {.folder = folder};
    struct coverage coverage = {0};
    reading.content = content_load(folder.path, &reading.problems);
    if (reading.content != NULL) {
        editor_check(folder.path, reading.content, &reading.problems);
        coverage_read(&coverage, folder.path, &reading.problems);
        coverage_check(&coverage, reading.content, &reading.problems);
        coverage_free(&coverage);
        problems_sort(&reading.problems);
    }
    return reading;
}

static void forget(struct reading *reading)
{
    content_free(reading->content);
    problems_free(&reading->problems);
    folder_delete(&reading->folder);
}

/* Compares one paragraph of `expected` with a problem; returns where the next begins. */
static char *expect_paragraph(const struct reading *reading, size_t index, char *line)
{
    bool is_place = true;
    while (line != NULL && *line != '\0' && *line != '\n') {
        char *next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        if (is_place) {
            expect_at(&reading->problems, index, reading->folder.path, line);
        } else {
            expect_words(&reading->problems, index, line);
        }
        is_place = false;
        line = next;
    }
    return line != NULL && *line == '\n' ? line + 1 : NULL;
}

static size_t count_paragraphs(const char *text)
{
    size_t count = 1;
    for (const char *at = strstr(text, "\n\n"); at != NULL; at = strstr(at + 2, "\n\n")) {
        count++;
    }
    return count;
}

static void the_mistake_is_named_and_nothing_else(void **state)
{
    const char *name = *state;
    char path[PATH_SIZE];
    char file[PATH_SIZE];
    size_t size = 0;
    path_under(path, cases, name);
    path_under(file, path, "expected");
    char *expected = bytes_of(file, &size);
    struct folder folder = tiny_folder();
    copy_files(path, folder.path, "expected");
    struct reading reading = read_folder(folder);
    expect_count(&reading.problems, count_paragraphs(expected));
    char *at = expected;
    for (size_t i = 0; i < reading.problems.count; i++) {
        at = expect_paragraph(&reading, i, at);
    }
    free(expected);
    forget(&reading);
}

/* ---- mistakes that cannot be kept in a repository ------------------------------------------------------- */

static void a_folder_that_does_not_exist_is_named(void **state)
{
    (void)state;
    struct problems problems = {0};
    assert_null(content_load("/nowhere/content", &problems));
    expect_only(&problems, "", "/nowhere/content", "does not exist");
    problems_free(&problems);
}

static void a_file_instead_of_a_folder_is_named(void **state)
{
    (void)state;
    struct problems problems = {0};
    assert_null(content_load(IOP_SOURCE_DIR "/tests/fixtures/tiny/kiosk.yaml", &problems));
    expect_count(&problems, 1);
    expect_words(&problems, 0, "not a folder");
    problems_free(&problems);
}

static void an_empty_folder_gets_one_plain_sentence(void **state)
{
    (void)state;
    struct reading reading = read_folder(empty_folder());
    expect_count(&reading.problems, 1);
    expect_words(&reading.problems, 0, "neither kiosk.yaml nor home.yaml");
    forget(&reading);
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_remove(&folder, "help/help.yaml");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "help/help.yaml", "missing");
    forget(&reading);
}

static void without_kiosk_yaml_no_text_is_blamed(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_remove(&folder, "kiosk.yaml");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "kiosk.yaml", "missing");
    forget(&reading);
}

static void a_folder_named_like_a_page_is_refused(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "explainers/odd.yaml/inside", "x");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/odd.yaml", "it is a folder");
    forget(&reading);
}

static void a_pipe_named_like_a_page_does_not_hold_the_kiosk(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char path[PATH_SIZE];
    path_under(path, folder.path, "explainers/pipe.yaml");
    assert_int_equal(mkfifo(path, 0600), 0);
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/pipe.yaml", "not an ordinary file");
    forget(&reading);
}

static void a_file_of_100_megabytes_is_refused_unread(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char path[PATH_SIZE];
    path_under(path, folder.path, "explainers/large.yaml");
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    assert_int_equal(ftruncate(file, 100 * 1024 * 1024), 0);
    close(file);
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/large.yaml", "104857600 bytes");
    assert_true(reading.problems.arena.taken < 1024 * 1024);
    forget(&reading);
}

static void a_file_that_may_not_be_read_is_refused(void **state)
{
    (void)state;
    if (geteuid() == 0) {
        skip(); /* the superuser may read everything */
    }
    struct folder folder = tiny_folder();
    char path[PATH_SIZE];
    path_under(path, folder.path, "home.yaml");
    assert_int_equal(chmod(path, 0), 0);
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "home.yaml", "Permission denied");
    forget(&reading);
}

static struct reading read_with_repeated_behind(const char *head, const char *piece, size_t count)
{
    struct folder folder = tiny_folder();
    size_t begin = strlen(head), length = strlen(piece);
    char *text = calloc(1, begin + count * length + 1);
    memcpy(text, head, begin);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + begin + i * length, piece, length);
    }
    folder_write_bytes(&folder, "explainers/mistake.yaml", text, begin + count * length);
    free(text);
    return read_folder(folder);
}

static struct reading read_with_repeated(const char *piece, size_t count)
{
    return read_with_repeated_behind("", piece, count);
}

static void two_hundred_thousand_brackets_stop_at_the_seventeenth(void **state)
{
    (void)state;
    struct reading reading = read_with_repeated("[", 200000);
    expect_only(&reading.problems, reading.folder.path, "explainers/mistake.yaml:1:17", "deeper than 16 levels");
    forget(&reading);
}

static void a_hundred_thousand_dashes_stop_at_the_seventeenth(void **state)
{
    (void)state;
    struct reading reading = read_with_repeated("- ", 100000);
    expect_only(&reading.problems, reading.folder.path, "explainers/mistake.yaml:1:33", "deeper than 16 levels");
    forget(&reading);
}

static void more_values_than_anyone_writes_are_refused(void **state)
{
    (void)state;
    struct reading reading = read_with_repeated("- x\n", 60000);
    expect_only(&reading.problems, reading.folder.path, "explainers/mistake.yaml:50000:3", "more than 50000 values");
    forget(&reading);
}

static void a_text_of_100_kilobytes_is_refused(void **state)
{
    (void)state;
    struct reading reading = read_with_repeated("word ", 20000);
    expect_only(&reading.problems, reading.folder.path, "explainers/mistake.yaml:1:1", "at most 65536");
    forget(&reading);
}

/* For each of them lines are looked for: from the top of the file every time, that would take very long. */
static void eight_thousand_slips_are_counted_on_one_way_through_the_file(void **state)
{
    (void)state;
    enum { SLIPS = 8000 };
    struct reading reading = read_with_repeated_behind(
        "title: {en: Parking, es: Parqueo}\nmain_message: {en: Park here., es: Aquí.}\norder: 90\nblocks:\n",
        "  - prose:\n      en: Take place #1 please.\n  - prose:\n      en: |\n        One\n        two.\n", SLIPS);
    assert_int_equal(reading.problems.errors, 2 * SLIPS + 1); /* one: there are too many blocks */
    assert_true(reading.problems.warnings >= SLIPS);
    forget(&reading);
}

static void a_zero_byte_is_found(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write_bytes(&folder, "explainers/mistake.yaml", "order: 1\ntitle: a\0b\n", 20);
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/mistake.yaml:2:9", "a zero byte");
    forget(&reading);
}

static void windows_line_ends_do_not_move_the_place(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "explainers/mistake.yaml", "order: 1\r\n\r\ntitle: \x01\r\n");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/mistake.yaml:3:8", "U+0001");
    forget(&reading);
}

static void a_section_without_its_section_file_is_named(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_remove(&folder, "explainers/section.yaml");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/section.yaml", "missing");
    forget(&reading);
}

static void a_section_without_pages_is_only_a_warning(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "family/section.yaml", "title: {en: Family, es: Familia}\nicon: people\n");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "family", "warning");
    assert_non_null(reading.content);
    forget(&reading);
}

static void a_broken_page_still_has_its_id(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "explainers/typical-week.yaml", "order: 20: 30\n");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "explainers/typical-week.yaml:1:10", "two colons");
    forget(&reading);
}

static void mistakes_in_several_files_are_told_in_one_run_and_in_order(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_replace(&folder, "home.yaml", "icon: lock", "icon: Lock");
    folder_replace(&folder, "explainers/typical-week.yaml", "order: 20", "order: soon");
    folder_replace(&folder, "explainers/typical-week.yaml", "kind: own", "kind: free");
    folder_replace(&folder, "kiosk.yaml", "warn_after_s: 60", "warn_after_s: 900");
    struct reading reading = read_folder(folder);
    expect_count(&reading.problems, 4);
    expect_at(&reading.problems, 0, folder.path, "explainers/typical-week.yaml:1:8");
    expect_at(&reading.problems, 1, folder.path, "explainers/typical-week.yaml:19:32");
    expect_at(&reading.problems, 2, folder.path, "home.yaml:23:9");
    expect_at(&reading.problems, 3, folder.path, "kiosk.yaml:3:22");
    forget(&reading);
}

static void without_a_list_of_words_the_check_says_so(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_remove(&folder, "words/editor.yaml");
    struct reading reading = read_folder(folder);
    expect_only(&reading.problems, folder.path, "words/editor.yaml", "no list of words to avoid");
    forget(&reading);
}

static const struct CMUnitTest made_here[] = {
    cmocka_unit_test(a_folder_that_does_not_exist_is_named),
    cmocka_unit_test(a_file_instead_of_a_folder_is_named),
    cmocka_unit_test(an_empty_folder_gets_one_plain_sentence),
    cmocka_unit_test(a_missing_file_is_named),
    cmocka_unit_test(without_kiosk_yaml_no_text_is_blamed),
    cmocka_unit_test(a_folder_named_like_a_page_is_refused),
    cmocka_unit_test(a_pipe_named_like_a_page_does_not_hold_the_kiosk),
    cmocka_unit_test(a_file_of_100_megabytes_is_refused_unread),
    cmocka_unit_test(a_file_that_may_not_be_read_is_refused),
    cmocka_unit_test(two_hundred_thousand_brackets_stop_at_the_seventeenth),
    cmocka_unit_test(a_hundred_thousand_dashes_stop_at_the_seventeenth),
    cmocka_unit_test(more_values_than_anyone_writes_are_refused),
    cmocka_unit_test(a_text_of_100_kilobytes_is_refused),
    cmocka_unit_test(eight_thousand_slips_are_counted_on_one_way_through_the_file),
    cmocka_unit_test(a_zero_byte_is_found),
    cmocka_unit_test(windows_line_ends_do_not_move_the_place),
    cmocka_unit_test(without_a_list_of_words_the_check_says_so),
    cmocka_unit_test(a_section_without_its_section_file_is_named),
    cmocka_unit_test(a_section_without_pages_is_only_a_warning),
    cmocka_unit_test(a_broken_page_still_has_its_id),
    cmocka_unit_test(mistakes_in_several_files_are_told_in_one_run_and_in_order),
};

static int is_case(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strchr(entry->d_name, '.') == NULL;
}

int main(void)
{
    struct dirent **found = NULL;
    int count = scandir(cases, &found, is_case, alphasort);
    if (count <= 0) {
        fprintf(stderr, "no cases in %s\n", cases);
        return 1;
    }
    struct CMUnitTest *tests = calloc((size_t)count, sizeof *tests);
    for (int i = 0; i < count; i++) {
        tests[i] = (struct CMUnitTest){.name = found[i]->d_name,
                                       .test_func = the_mistake_is_named_and_nothing_else,
                                       .initial_state = found[i]->d_name};
    }
    int failed = _cmocka_run_group_tests("bad content", tests, (size_t)count, NULL, NULL);
    failed += cmocka_run_group_tests_name("bad content made here", made_here, NULL, NULL);
    for (int i = 0; i < count; i++) {
        free(found[i]);
    }
    free(found);
    free(tests);
    return failed;
}
