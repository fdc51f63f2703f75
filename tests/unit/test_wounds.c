/* Stories about slips of the pen: each shipped file with one line deleted, doubled or moved in by a space, or one
 * character lost. Nothing crashes, what changes the make of a file is told, and near to where it happened.
 *
 * What cannot be told, and is not asked for: a letter lost inside of a word changes what visitors read, but "cal" for
 * "call" is a text like any other, and the kiosk has no dictionary of two languages; a whole entry or an optional key
 * that is deleted leaves a file as good as one that never had it. What can be told is told: an entry that runs into its
 * neighbor, a key that becomes part of a text, a paragraph, list or heading that runs into the text before it.
 *
 * About a thousand of all wounds are tried. Which ones says a hash of the wound: of its file, its kind, its line and
 * the line above. So the sample is the same in every run, and an edit of the content changes the part of it that is
 * about the edited lines, not all of it: what the figures must reach, they must reach without any allowance for chance.
 * IOP_WOUNDS=1 tries all (an hour), IOP_WOUNDS=20 about every twentieth; IOP_WOUNDS_SHOW=1 prints those that were told
 * far away or not at all. */
#include "coverage.h"
#include "digest.h"
#include "editor.h"
#include "folder.h"
#include "load.h"
#include "tables.h"
#include "yaml_tree.h"

#include <glob.h>
#include <limits.h>

/* The sanitizers take three times as long, and it is crashes that they look for: fewer wounds will do. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 499 * 3 };
#else
enum { STEP = 499 };
#endif
enum { FILES_MAX = 200, NEAR = 2, LEAST_TRIED = 30 };

enum wound_kind { LINE_DELETED, LINE_DOUBLED, LINE_INDENTED, CHARACTER_LOST, WOUND_KINDS };

static const char *const kind_names[WOUND_KINDS] = {"line deleted", "line doubled", "line indented", "character lost"};

struct wound {
    enum wound_kind kind;
    int line;  /* from 1 */
    size_t at; /* offset of the line, or of the character */
};

/* Where the wounds of a run come from. */
struct sample {
    const char *text;
    size_t size;
    uint64_t step; /* about one wound in so many is tried, of lines sixteen times as many */
};

struct figures {
    size_t tried[WOUND_KINDS], told[WOUND_KINDS], near_by[WOUND_KINDS], harmless[WOUND_KINDS], text_only[WOUND_KINDS],
        silent[WOUND_KINDS], allowed[WOUND_KINDS];
};

struct clinic {
    struct folder folder;
    char *paths[FILES_MAX];
    size_t count;
    struct figures figures;
};

/* ---- the make of a file: its keys and lists, without the texts -----------------------------------------------------
 */

static void put_node(FILE *out, const struct tree_node *node, bool texts)
{
    if (node->key != NULL) {
        fprintf(out, "%s:", node->key);
    }
    if (node->kind == TREE_TEXT) {
        fprintf(out, "%s ", texts ? node->text : "t");
        return;
    }
    fputs(node->kind == TREE_LIST ? "[" : "{", out);
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next) {
        put_node(out, entry, texts);
    }
    fputs(node->kind == TREE_LIST ? "]" : "}", out);
}

/* To be freed; "" if YAML cannot read it. */
static char *make_of(const char *text, size_t size, bool texts)
{
    char *made = NULL;
    size_t made_size = 0;
    struct arena arena = {0};
    struct problems problems = {0};
    struct tree tree = {.file = "x"};
    FILE *out = open_memstream(&made, &made_size);
    if (tree_parse(&tree, text, size, &arena, &problems)) {
        put_node(out, tree.root, texts);
    }
    fclose(out);
    arena_free(&arena);
    problems_free(&problems);
    return made;
}

static bool same_make(const char *a, size_t a_size, const char *b, size_t b_size, bool texts)
{
    char *one = make_of(a, a_size, texts);
    char *other = make_of(b, b_size, texts);
    bool same = strcmp(one, other) == 0;
    free(one);
    free(other);
    return same;
}

/* ---- wounds -------------------------------------------------------------------------------------------------------
 */

/* The file with the wound in it; to be freed. */
static char *wounded(const char *text, size_t size, struct wound wound, size_t *wounded_size)
{
    size_t line = strcspn(text + wound.at, "\n") + 1;
    size_t rest = wound.at + line < size ? wound.at + line : size;
    char *out = NULL;
    FILE *stream = open_memstream(&out, wounded_size);
    fwrite(text, 1, wound.at, stream);
    if (wound.kind == LINE_DOUBLED) {
        fwrite(text + wound.at, 1, rest - wound.at, stream);
        fwrite(text + wound.at, 1, size - wound.at, stream);
    } else if (wound.kind == LINE_INDENTED) {
        fputc(' ', stream);
        fwrite(text + wound.at, 1, size - wound.at, stream);
    } else if (wound.kind == LINE_DELETED) {
        fwrite(text + rest, 1, size - rest, stream);
    } else {
        size_t next = wound.at + 1;
        while (next < size && ((unsigned char)text[next] & 0xC0) == 0x80) {
            next++;
        }
        fwrite(text + next, 1, size - next, stream);
    }
    fclose(stream);
    return out;
}

/* How far from the wound the first complaint of the file stands; INT_MAX if none names a line of it. */
static int distance(const struct problems *problems, const char *path, int line)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct place *place = &problems->list[i]->place;
        if (strcmp(place->file, path) == 0) {
            return place->line > 0 ? abs(place->line - line) : INT_MAX;
        }
    }
    return INT_MAX;
}

static void show(const char *path, struct wound wound, const char *what, const struct problems *problems)
{
    if (getenv("IOP_WOUNDS_SHOW") == NULL) {
        return;
    }
    fprintf(stderr, "---- %s in line %d of %s: %s\n", kind_names[wound.kind], wound.line, path, what);
    if (problems->count > 0) {
        problems_print(problems, stderr, false);
    }
}

/* A whole line that is gone or stands twice can be as good a file as before: an entry less, a title less. */
static bool is_another_good_file(enum wound_kind kind)
{
    return kind == LINE_DELETED || kind == LINE_DOUBLED;
}

static bool ends_with(const char *path, const char *end)
{
    return strlen(path) > strlen(end) && strcmp(path + strlen(path) - strlen(end), end) == 0;
}

/* As `iop-content check` does, but what reads the wording of all files is asked only where its own rules are hurt. */
static void check(const char *folder, const char *path, struct problems *problems)
{
    struct coverage coverage = {0};
    struct content *content = content_load(folder, problems);
    if (content != NULL && ends_with(path, "words/editor.yaml")) {
        editor_check(folder, content, problems);
    }
    if (content != NULL && ends_with(path, "words/coverage.yaml")) {
        coverage_read(&coverage, folder, problems);
        coverage_check(&coverage, content, problems);
        coverage_free(&coverage);
    }
    content_free(content);
}

static void judge(struct clinic *clinic, const char *path, struct wound wound, const char *text, size_t size)
{
    struct figures *figures = &clinic->figures;
    struct problems problems = {0};
    size_t now_size = 0;
    char *now = wounded(text, size, wound, &now_size);
    folder_write_bytes(&clinic->folder, path + strlen(clinic->folder.path) + 1, now, now_size);
    check(clinic->folder.path, path, &problems);
    figures->tried[wound.kind]++;
    if (problems.count > 0) {
        bool near_by = distance(&problems, path, wound.line) <= NEAR;
        figures->told[wound.kind]++;
        figures->near_by[wound.kind] += near_by;
        if (!near_by) {
            show(path, wound, "told far away", &problems);
        }
    } else if (same_make(text, size, now, now_size, true)) {
        figures->harmless[wound.kind]++;
    } else if (same_make(text, size, now, now_size, false)) {
        figures->text_only[wound.kind]++;
    } else {
        bool good = is_another_good_file(wound.kind);
        *(good ? &figures->allowed[wound.kind] : &figures->silent[wound.kind]) += 1;
        show(path, wound, good ? "another good file" : "not told", &problems);
    }
    problems_free(&problems);
    free(now);
}

/* ---- all of them ---------------------------------------------------------------------------------------------------
 */

/* The line of an offset, with the line above it. */
static uint64_t digest_of_lines(uint64_t digest, const struct sample *sample, size_t at)
{
    size_t from = at;
    for (int breaks = 0; from > 0; from--) {
        breaks += sample->text[from - 1] == '\n';
        if (breaks == 2) {
            break;
        }
    }
    return digest_bytes(digest, sample->text + from, at - from + strcspn(sample->text + at, "\n"));
}

/* There are sixty times as many characters as lines: each kind gets its share. */
static bool is_chosen(const struct sample *sample, const char *name, struct wound wound)
{
    size_t begin = wound.at;
    while (begin > 0 && sample->text[begin - 1] != '\n') {
        begin--;
    }
    const size_t where[] = {(size_t)wound.kind, wound.at - begin};
    uint64_t digest = digest_bytes(digest_bytes(0, name, strlen(name)), (const char *)where, sizeof where);
    digest = digest_of_lines(digest, sample, wound.at);
    digest = (digest ^ digest >> 33) * 0xff51afd7ed558ccdu; /* spreads the last bytes over all bits (MurmurHash3) */
    return (digest ^ digest >> 33) % (wound.kind == CHARACTER_LOST ? sample->step : sample->step / 16 + 1) == 0;
}

static void wound_file(struct clinic *clinic, const char *path, uint64_t step)
{
    struct sample sample = {.step = step};
    char *text = bytes_of(path, &sample.size);
    const char *name = path + strlen(clinic->folder.path) + 1;
    int line = 1;
    sample.text = text;
    for (size_t at = 0; at < sample.size; at++) {
        bool begins = at == 0 || text[at - 1] == '\n';
        bool character = text[at] != '\n' && ((unsigned char)text[at] & 0xC0) != 0x80;
        for (int kind = 0; kind < WOUND_KINDS; kind++) {
            struct wound wound = {(enum wound_kind)kind, line, at};
            if ((kind == CHARACTER_LOST ? character : begins) && is_chosen(&sample, name, wound)) {
                judge(clinic, path, wound, text, sample.size);
            }
        }
        line += text[at] == '\n';
    }
    folder_write_bytes(&clinic->folder, name, text, sample.size);
    free(text);
}

static void find_files(struct clinic *clinic)
{
    for (size_t i = 0; i < content_file_count; i++) {
        char pattern[PATH_SIZE];
        glob_t found;
        path_under(pattern, clinic->folder.path, content_files[i].pattern);
        assert_int_equal(glob(pattern, GLOB_BRACE, NULL, &found), 0);
        for (size_t k = 0; k < found.gl_pathc; k++) {
            bool known = false;
            for (size_t m = 0; m < clinic->count; m++) {
                known = known || strcmp(clinic->paths[m], found.gl_pathv[k]) == 0;
            }
            if (!known) {
                assert_true(clinic->count < FILES_MAX);
                clinic->paths[clinic->count++] = strdup(found.gl_pathv[k]);
            }
        }
        globfree(&found);
    }
}

static struct clinic clinic;

static int wound_all(void **state)
{
    (void)state;
    const char *wanted = getenv("IOP_WOUNDS");
    uint64_t step = wanted != NULL ? strtoull(wanted, NULL, 10) : STEP;
    clinic.folder = empty_folder();
    copy_files(IOP_SOURCE_DIR "/content", clinic.folder.path, "");
    find_files(&clinic);
    for (size_t i = 0; i < clinic.count; i++) {
        wound_file(&clinic, clinic.paths[i], step > 0 ? step : STEP);
    }
    return 0;
}

static int forget_all(void **state)
{
    (void)state;
    folder_delete(&clinic.folder);
    for (size_t i = 0; i < clinic.count; i++) {
        free(clinic.paths[i]);
    }
    return 0;
}

static void print_figures(void)
{
    const struct figures *f = &clinic.figures;
    printf("# %-15s %7s %7s %7s %9s %9s %9s %7s\n", "", "tried", "told", "near", "harmless", "text only", "good file",
           "silent");
    for (int kind = 0; kind < WOUND_KINDS; kind++) {
        printf("# %-15s %7zu %7zu %6.1f%% %9zu %9zu %9zu %7zu\n", kind_names[kind], f->tried[kind], f->told[kind],
               f->told[kind] > 0 ? 100.0 * (double)f->near_by[kind] / (double)f->told[kind] : 100.0, f->harmless[kind],
               f->text_only[kind], f->allowed[kind], f->silent[kind]);
    }
}

static void what_changes_the_make_of_a_file_is_told(void **state)
{
    (void)state;
    print_figures();
    for (int kind = 0; kind < WOUND_KINDS; kind++) {
        assert_true(clinic.figures.tried[kind] >= LEAST_TRIED);
        assert_int_equal(clinic.figures.silent[kind], 0);
    }
}

static void nineteen_of_twenty_complaints_stand_near_the_wound(void **state)
{
    (void)state;
    size_t told = 0;
    size_t near_by = 0;
    for (int kind = 0; kind < WOUND_KINDS; kind++) {
        told += clinic.figures.told[kind];
        near_by += clinic.figures.near_by[kind];
    }
    printf("# %zu of %zu complaints within %d lines: %.1f%%\n", near_by, told, NEAR,
           100.0 * (double)near_by / (double)told);
    assert_true(near_by * 20 >= told * 19);
}

/* ---- texts that run together ----------------------------------------------------------------------------------------
 */

/* A line inside of a text behind | that makes its paragraphs, lists and headings: what is lost of it. 0 if it is none.
 */
static size_t mark_of(const char *line, size_t before)
{
    size_t indent = strspn(line, " ");
    if (indent == 0 && line[0] == '\n' && before > 0) {
        return 1;
    }
    bool inside = indent >= 8 && (strncmp(line + indent, "### ", 4) == 0 || strncmp(line + indent, "- ", 2) == 0);
    bool entry = line[indent] == '-' && strcspn(line + indent, ":\n{\"") < strcspn(line + indent, "\n");
    return inside && !entry ? strcspn(line + indent, " ") + 1 : 0;
}

/* The file without the mark; to be freed. */
static char *without_mark(const char *text, size_t at, size_t length)
{
    char *out = strdup(text);
    size_t indent = strspn(out + at, " ");
    memmove(out + at + indent, out + at + indent + length, strlen(out + at + indent + length) + 1);
    return out;
}

static void expect_told(const char *path, const char *text, int line)
{
    struct problems problems = {0};
    folder_write(&clinic.folder, path + strlen(clinic.folder.path) + 1, text);
    struct content *content = content_load(clinic.folder.path, &problems);
    if (content != NULL) {
        editor_check(clinic.folder.path, content, &problems);
    }
    if (problems.count == 0) {
        fail_msg("line %d of %s is lost, and nobody says so", line, path);
    }
    content_free(content);
    problems_free(&problems);
}

/* One a page: the first text that ends in a blank line, a heading or a list. */
static bool lose_a_mark(const char *path)
{
    size_t size = 0;
    char *text = bytes_of(path, &size);
    bool lost = false;
    int line = 1;
    for (size_t at = 0, before = 0; at < size && !lost; line++) {
        size_t end = at + strcspn(text + at, "\n") + 1;
        size_t mark = mark_of(text + at, before);
        if (mark > 0 && end < size && strspn(text + end, " ") >= 8 && text[end + strspn(text + end, " ")] != '#') {
            char *now = without_mark(text, at, mark);
            expect_told(path, now, line);
            free(now);
            lost = true;
        }
        before = strspn(text + at, " ") >= 8 ? 1 : 0;
        at = end;
    }
    folder_write(&clinic.folder, path + strlen(clinic.folder.path) + 1, text);
    free(text);
    return lost;
}

static void a_paragraph_list_or_heading_that_runs_into_another_is_told(void **state)
{
    (void)state;
    size_t tried = 0;
    for (size_t i = 0; i < clinic.count; i++) {
        tried += strstr(clinic.paths[i], "/words/") == NULL && i % 4 == 0 && lose_a_mark(clinic.paths[i]);
    }
    printf("# %zu pages lost a blank line, a heading's or a list's sign\n", tried);
    assert_true(tried >= 3);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changes_the_make_of_a_file_is_told),
        cmocka_unit_test(nineteen_of_twenty_complaints_stand_near_the_wound),
        cmocka_unit_test(a_paragraph_list_or_heading_that_runs_into_another_is_told),
    };
    return cmocka_run_group_tests_name("wounds", tests, wound_all, forget_all);
}
