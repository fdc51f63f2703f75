/* Whatever a file holds, reading it ends, and ends either with a value or with a sentence: files cut anywhere, with
 * bytes changed, doubled and swapped. The damage is the same in every run. */
#include "complaint.h"
#include "folder.h"
#include "schema.h"
#include "tables.h"

static const struct language languages[] = {{.tag = "en", .name = "English"}, {.tag = "es", .name = "Español"}};

static const struct victim {
    const char *file;
    const struct schema *schema;
} victims[] = {
    {"screenings/two-questions.yaml", &screening_schema},
    {"explainers/typical-week.yaml", &page_schema},
    {"explainers/first-page.yaml", &page_schema},
    {"home.yaml", &home_schema},
};
enum { VICTIM_COUNT = sizeof victims / sizeof victims[0] };

/* Room for the largest struct of a file. */
union any_struct {
    struct screening screening;
    struct page page;
    struct home home;
};

struct bench {
    struct folder folder;
    struct arena arena, scratch, references;
    struct problems problems;
};

/* True if the file was read without an error. */
static bool read_bytes(struct bench *bench, const struct schema *schema, const char *bytes, size_t size)
{
    char path[PATH_SIZE];
    static union any_struct out;
    memset(&out, 0, sizeof out);
    folder_write_bytes(&bench->folder, "a.yaml", bytes, size);
    path_under(path, bench->folder.path, "a.yaml");
    arena_reset(&bench->arena);
    arena_reset(&bench->references);
    problems_free(&bench->problems);
    struct schema_reader reader = {.arena = &bench->arena,
                                   .scratch = &bench->scratch,
                                   .references = &bench->references,
                                   .languages = languages,
                                   .language_count = 2,
                                   .problems = &bench->problems};
    bool whole = schema_load_file(path, schema, &out, &reader);
    assert_true(whole == (bench->problems.errors == 0));
    for (size_t i = 0; i < bench->problems.count; i++) {
        assert_true(strlen(bench->problems.list[i]->message) > 0);
        assert_string_equal(bench->problems.list[i]->place.file, path);
    }
    return whole;
}

static struct bench *new_bench(void)
{
    struct bench *bench = calloc(1, sizeof *bench);
    bench->folder = empty_folder();
    return bench;
}

static void forget(struct bench *bench)
{
    arena_free(&bench->arena);
    arena_free(&bench->scratch);
    arena_free(&bench->references);
    problems_free(&bench->problems);
    folder_delete(&bench->folder);
    free(bench);
}

static char *victim_text(const struct victim *victim, size_t *size)
{
    char path[PATH_SIZE];
    path_under(path, IOP_SOURCE_DIR "/tests/fixtures/tiny", victim->file);
    return bytes_of(path, size);
}

static void a_file_cut_anywhere_is_refused_with_a_sentence(void **state)
{
    (void)state;
    struct bench *bench = new_bench();
    for (size_t v = 0; v < VICTIM_COUNT; v++) {
        size_t size = 0;
        char *text = victim_text(&victims[v], &size);
        assert_true(read_bytes(bench, victims[v].schema, text, size));
        size_t whole = 0;
        for (size_t cut = 0; cut < size; cut += 3) {
            whole += read_bytes(bench, victims[v].schema, text, cut);
        }
        assert_true(whole < size / 10); /* only a cut in the last optional keys can leave a whole file */
        free(text);
    }
    forget(bench);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void damage(char *text, size_t size, uint32_t *seed)
{
    static const char evil[] = "\"'{}[]:,-#&*!|>%@`\\\n\t \r\xC3\xA9\xFF?~<0";
    for (uint32_t i = next_random(seed) % 4 + 1; i > 0; i--) {
        size_t at = next_random(seed) % size;
        size_t other = next_random(seed) % size;
        size_t length = next_random(seed) % 40;
        switch (next_random(seed) % 3) {
        case 0:
            text[at] = evil[next_random(seed) % (sizeof evil - 1)];
            break;
        case 1:
            text[at] = text[other];
            break;
        default:
            if (at + length < size && other + length < size) {
                memmove(text + at, text + other, length);
            }
            break;
        }
    }
}

static void a_file_with_damaged_bytes_is_read_or_refused_but_never_more(void **state)
{
    (void)state;
    struct bench *bench = new_bench();
    uint32_t seed = 20260115;
    size_t refused = 0;
    for (int round = 0; round < 3000; round++) {
        size_t size = 0;
        const struct victim *victim = &victims[round % VICTIM_COUNT];
        char *text = victim_text(victim, &size);
        damage(text, size, &seed);
        refused += !read_bytes(bench, victim->schema, text, size);
        free(text);
    }
    assert_true(refused > 1000);
    forget(bench);
}

static void noise_is_refused(void **state)
{
    (void)state;
    struct bench *bench = new_bench();
    uint32_t seed = 7;
    static const char alphabet[] = "ab:-{}[],\"'|> \n\n  #&*!?%";
    for (int round = 0; round < 2000; round++) {
        char text[200];
        size_t size = next_random(&seed) % sizeof text;
        for (size_t i = 0; i < size; i++) {
            text[i] = alphabet[next_random(&seed) % (sizeof alphabet - 1)];
        }
        assert_false(read_bytes(bench, &page_schema, text, size));
    }
    forget(bench);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_cut_anywhere_is_refused_with_a_sentence),
        cmocka_unit_test(a_file_with_damaged_bytes_is_read_or_refused_but_never_more),
        cmocka_unit_test(noise_is_refused),
    };
    return cmocka_run_group_tests_name("broken files", tests, NULL, NULL);
}
