/* Stories about `iop-content explain K012`: the wrong example of every code raises that code, the right one nothing.
 * An example either stands in tests/fixtures as it is, or is laid over a file there, key by key. */
#include "audit_report.h"
#include "complaint.h"
#include "coverage.h"
#include "editor.h"
#include "folder.h"
#include "load.h"
#include "problem_examples.h"
#include "proof.h"
#include "schema.h"
#include "theme_load.h"

/* Where an example about a new page is laid over. */
static const char page[] = "order: 30\n"
                           "title: {en: \"Mistake\", es: \"Error\"}\n"
                           "main_message: {en: \"One.\", es: \"Uno.\"}\n"
                           "blocks:\n"
                           "  - prose: {en: \"One.\", es: \"Uno.\"}\n";

static const char home_file[] = "home.yaml";

static bool has_code(const struct problems *problems, const char *code)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (strcmp(problems->list[i]->code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* Loads a folder and looks at its wording, as `iop-content check` does. */
static void check_folder(const struct folder *folder, struct problems *problems)
{
    struct coverage coverage = {0};
    struct content *content = content_load(folder->path, problems);
    if (content != NULL) {
        editor_check(folder->path, content, problems);
        coverage_read(&coverage, folder->path, problems);
        coverage_check(&coverage, content, problems);
        coverage_free(&coverage);
    }
    content_free(content);
}

/* ---- examples that are lines of a file ------------------------------------------------------------------------ */

/* The file that an example is laid over; to be freed. */
static char *fixture(const struct folder *folder, const char *file)
{
    char path[PATH_SIZE];
    size_t size = 0;
    path_under(path, folder->path, file);
    if (strcmp(file, "screenings/signs.yaml") == 0) {
        snprintf(path, sizeof path, "%s/tests/fixtures/signs.yaml", IOP_SOURCE_DIR);
    }
    bool new_page = strncmp(file, "words/", strlen("words/")) != 0;
    return access(path, R_OK) == 0 ? bytes_of(path, &size) : strdup(new_page ? page : "");
}

/* True if the text has a line "key:…" for the key with which `line` begins. */
static bool has_key(const char *text, const char *line)
{
    size_t length = strcspn(line, ":\n");
    for (const char *at = text; at != NULL && *at != '\0'; at = strchr(at, '\n'), at = at != NULL ? at + 1 : NULL) {
        if (strncmp(at, line, length) == 0 && at[length] == ':') {
            return true;
        }
    }
    return false;
}

/* The example, then all of the file whose keys the right example does not have. */
static void lay_over(FILE *out, const char *text, const char *example, const char *right)
{
    bool keep = true;
    fprintf(out, "%s\n", example);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (text[0] != ' ' && text[0] != '#') {
            keep = !has_key(right, text);
        }
        if (keep) {
            fprintf(out, "%.*s\n", (int)length, text);
        }
        text += length + (text[length] == '\n');
    }
}

static struct problems load_example(const struct problem_example *example, const char *lines)
{
    struct folder folder = tiny_folder();
    struct problems problems = {0};
    char *text = fixture(&folder, example->file);
    char *now = NULL;
    size_t size = 0;
    const char *found = strstr(text, example->right);
    FILE *stream = open_memstream(&now, &size);
    if (found != NULL) {
        fprintf(stream, "%.*s%s%s", (int)(found - text), text, lines, found + strlen(example->right));
    } else {
        lay_over(stream, text, lines, example->right);
    }
    fclose(stream);
    folder_write_bytes(&folder, example->file, now, size);
    check_folder(&folder, &problems);
    folder_delete(&folder);
    free(now);
    free(text);
    return problems;
}

/* ---- examples that are files, or more than one value ------------------------------------------------------------ */

static void no_folder(const struct folder *folder, struct problems *problems)
{
    char path[PATH_SIZE];
    path_under(path, folder->path, "contents");
    assert_null(content_load(path, problems));
}

static void no_file(const struct folder *folder, struct problems *problems)
{
    folder_remove(folder, home_file);
    assert_null(content_load(folder->path, problems));
}

static void a_folder_for_a_file(const struct folder *folder, struct problems *problems)
{
    folder_write(folder, "explainers/parking.yaml/inside", "x");
    assert_null(content_load(folder->path, problems));
}

static void repeated(const struct folder *folder, struct problems *problems, const char *piece, size_t count)
{
    size_t length = strlen(piece);
    char *text = calloc(count, length + 1);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + i * length, piece, length);
    }
    folder_write_bytes(folder, "explainers/parking.yaml", text, count * length);
    free(text);
    assert_null(content_load(folder->path, problems));
}

static void a_large_file(const struct folder *folder, struct problems *problems)
{
    repeated(folder, problems, "word", 500000);
}

static void many_values(const struct folder *folder, struct problems *problems)
{
    repeated(folder, problems, "- x\n", 60000);
}

static void a_long_text(const struct folder *folder, struct problems *problems)
{
    repeated(folder, problems, "word ", 20000);
}

static void another_ending(const struct folder *folder, struct problems *problems)
{
    folder_write(folder, "explainers/parking.yml", page);
    content_free(content_load(folder->path, problems));
}

static void a_name_with_spaces(const struct folder *folder, struct problems *problems)
{
    folder_write(folder, "explainers/My First Page.yaml", page);
    assert_null(content_load(folder->path, problems));
}

static void a_section_alone(const struct folder *folder, struct problems *problems)
{
    folder_write(folder, "family/section.yaml", "title: {en: Family, es: Familia}\nicon: people\n");
    content_free(content_load(folder->path, problems));
}

static void nine_checks(const struct folder *folder, struct problems *problems)
{
    char path[PATH_SIZE];
    size_t size = 0;
    path_under(path, folder->path, "screenings/two-questions.yaml");
    char *text = bytes_of(path, &size);
    for (int i = 0; i < MAX_SCREENINGS; i++) {
        char name[64];
        snprintf(name, sizeof name, "screenings/check-%d.yaml", i);
        folder_write_bytes(folder, name, text, size);
    }
    free(text);
    assert_null(content_load(folder->path, problems));
}

static void a_color_in_words(const struct folder *folder, struct problems *problems)
{
    static const struct field fields[] = {{.key = "color", .type = FIELD_COLOR, .help = "A color"}};
    static const struct schema schema = {
        .name = "a test", .size = sizeof(uint32_t), .fields = fields, .field_count = 1};
    struct arena arena = {0};
    struct schema_reader reader = {.arena = &arena, .scratch = &arena, .problems = problems};
    char path[PATH_SIZE];
    uint32_t found = 0;
    folder_write(folder, "color.yaml", "color: green\n");
    path_under(path, folder->path, "color.yaml");
    assert_false(schema_load_file(path, &schema, &found, &reader));
    arena_free(&arena);
}

static void gray_on_white(const struct folder *folder, struct problems *problems)
{
    size_t size = 0;
    struct theme theme;
    char *text = bytes_of(IOP_SOURCE_DIR "/assets/theme.yaml", &size);
    folder_write_bytes(folder, "theme.yaml", text, size);
    free(text);
    folder_replace(folder, "theme.yaml", "ink: \"#17302E\"", "ink: \"#B0B0B0\"");
    assert_false(theme_load(&theme, folder->path, problems));
}

static void an_old_number(const struct folder *folder, struct problems *problems)
{
    struct content *content = content_load(folder->path, problems);
    content_warn_overdue(content, "2099-01-01", problems);
    content_free(content);
}

/* The page of the stories has a day on which it vanishes. */
static void a_page_on(const char *today, const struct folder *folder, struct problems *problems)
{
    folder_replace(folder, "explainers/typical-week.yaml", "order: 20", "order: 20\nexpires: 2026-12-01");
    struct content *content = content_load(folder->path, problems);
    content_warn_overdue(content, today, problems);
    content_free(content);
}

static void a_page_in_its_last_days(const struct folder *folder, struct problems *problems)
{
    a_page_on("2026-11-26", folder, problems);
}

static void a_page_after_its_day(const struct folder *folder, struct problems *problems)
{
    a_page_on("2026-12-01", folder, problems);
}

static void a_total_without_a_result(const struct folder *folder, struct problems *problems)
{
    struct content *content = content_load(folder->path, problems);
    struct screening broken = content->screenings[0];
    broken.score.band_count = 1;
    prove_screening(&broken, problems);
    content_free(content);
}

static void forty_questions(const struct folder *folder, struct problems *problems)
{
    struct content *content = content_load(folder->path, problems);
    struct screening broken = content->screenings[0];
    struct item items[40];
    for (size_t i = 0; i < 40; i++) {
        items[i] = broken.items[0];
    }
    broken.items = items;
    broken.item_count = 40;
    prove_screening(&broken, problems);
    content_free(content);
}

static void a_topic_that_is_none(const struct folder *folder, struct problems *problems)
{
    folder_write(folder, "words/coverage.yaml", "topics: [{id: \"000-06\", about: x, left_out: y}]\n");
    folder_replace(folder, "explainers/first-page.yaml", "order: 10", "order: 10\ncovers: [\"000-60\"]");
    check_folder(folder, problems);
}

static void an_old_page(const struct folder *folder, struct problems *problems)
{
    folder_replace(folder, "explainers/first-page.yaml", "order: 10", "order: 10\nreview_by: 2026-01-01");
    an_old_number(folder, problems);
}

static void no_list_of_words(const struct folder *folder, struct problems *problems)
{
    folder_remove(folder, "words/editor.yaml");
    check_folder(folder, problems);
}

/* What the audit finds is found by its own tests; here stands that each rule has one of these codes. */
static void found_by_the_audit(const struct folder *folder, struct problems *problems)
{
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        struct finding finding = {(enum audit_rule)rule, {folder->path, 1, 1}, "home en", "a text", "is cut"};
        audit_report(problems, &finding, 0, SEVERITY_ERROR);
    }
}

/* A row for each code whose example is no lines of a file. */
static const struct {
    enum problem_code code;
    void (*make)(const struct folder *folder, struct problems *problems);
} made[] = {
    {PROBLEM_NO_FOLDER, no_folder},
    {PROBLEM_NO_FILE, no_file},
    {PROBLEM_UNREADABLE, a_folder_for_a_file},
    {PROBLEM_FILE_TOO_LARGE, a_large_file},
    {PROBLEM_FILE_NOT_READ, another_ending},
    {PROBLEM_FILE_NAME, a_name_with_spaces},
    {PROBLEM_TOO_MANY_VALUES, many_values},
    {PROBLEM_TEXT_TOO_LONG, a_long_text},
    {PROBLEM_NOT_A_COLOR, a_color_in_words},
    {PROBLEM_NO_PAGES, a_section_alone},
    {PROBLEM_TOO_MANY, nine_checks},
    {PROBLEM_THEME, gray_on_white},
    {PROBLEM_OVERDUE, an_old_number},
    {PROBLEM_EXPIRES_SOON, a_page_in_its_last_days},
    {PROBLEM_EXPIRED, a_page_after_its_day},
    {PROBLEM_PROOF, a_total_without_a_result},
    {PROBLEM_PROOF_SIZE, forty_questions},
    {PROBLEM_NO_TOPIC, a_topic_that_is_none},
    {PROBLEM_PAGE_OVERDUE, an_old_page},
    {PROBLEM_NO_EDITOR, no_list_of_words},
    {PROBLEM_LAYOUT_TEXT, found_by_the_audit},
    {PROBLEM_LAYOUT_TARGET, found_by_the_audit},
    {PROBLEM_LAYOUT_LETTERS, found_by_the_audit},
    {PROBLEM_LAYOUT_CONTRAST, found_by_the_audit},
    {PROBLEM_NO_GLYPH, found_by_the_audit},
    {PROBLEM_LAYOUT_WAYS, found_by_the_audit},
};

static struct problems make_example(enum problem_code code)
{
    struct problems problems = {0};
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++) {
        if (made[i].code == code) {
            struct folder folder = tiny_folder();
            made[i].make(&folder, &problems);
            folder_delete(&folder);
            return problems;
        }
    }
    fail_msg("%s names no file: say in test_explained.c how its wrong example is made", problem_rows[code].code);
    return problems;
}

/* ---- stories ------------------------------------------------------------------------------------------------------
 */

static void every_code_is_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        const struct problem_example *example = &problem_examples[i];
        if (example->why == NULL || example->wrong == NULL || example->right == NULL || example->mend == NULL) {
            fail_msg("%s has no row in src/content/problem_examples_*.def", problem_rows[i].code);
        }
        assert_string_not_equal(example->wrong, example->right);
        assert_int_equal(example->why[strlen(example->why) - 1], '.');
    }
}

static void every_wrong_example_raises_its_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        const struct problem_example *example = &problem_examples[i];
        struct problems problems =
            example->file != NULL ? load_example(example, example->wrong) : make_example((enum problem_code)i);
        if (!has_code(&problems, problem_rows[i].code)) {
            show_all(&problems);
            fail_msg("the wrong example of %s does not raise it", problem_rows[i].code);
        }
        problems_free(&problems);
    }
}

static void every_right_example_raises_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < PROBLEM_CODE_COUNT; i++) {
        const struct problem_example *example = &problem_examples[i];
        if (example->file != NULL) {
            struct problems problems = load_example(example, example->right);
            if (problems.count > 0) {
                show_all(&problems);
                fail_msg("the right example of %s is not right", problem_rows[i].code);
            }
            problems_free(&problems);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_explained),
        cmocka_unit_test(every_wrong_example_raises_its_code),
        cmocka_unit_test(every_right_example_raises_nothing),
    };
    return cmocka_run_group_tests_name("explained", tests, NULL, NULL);
}
