/* Stories about the walk over all visible texts: none of the shipped content is left out, and each place is right. */
#include "complaint.h"
#include "line.h"
#include "load.h"
#include "passage.h"
#include "texts.h"

#include <glob.h>

static const char folder[] = IOP_SOURCE_DIR "/content";

static struct content *shipped;
static struct texts texts;

static int read_shipped(void **state)
{
    (void)state;
    struct problems problems = {0};
    shipped = content_load(folder, &problems);
    problems_free(&problems);
    if (shipped != NULL)
        texts_read(&texts, folder, shipped);
    return shipped == NULL;
}

static int forget(void **state)
{
    (void)state;
    texts_free(&texts);
    content_free(shipped);
    return 0;
}

/* Texts under the key of a language, wherever they stand: this counts without any table. */
static size_t count_under(const struct tree_node *node, const char *tag)
{
    size_t count = node->kind == TREE_TEXT && node->length > 0 && node->key != NULL && strcmp(node->key, tag) == 0;
    for (const struct tree_node *entry = node->first; entry != NULL; entry = entry->next)
        count += count_under(entry, tag);
    return count;
}

static size_t count_in_files(const char *pattern, const char *tag)
{
    glob_t found;
    size_t count = 0;
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena arena = {0};
        struct problems problems = {0};
        struct tree tree;
        assert_true(tree_read(&tree, found.gl_pathv[i], &arena, &problems));
        count += count_under(tree.root, tag);
        problems_free(&problems);
        arena_free(&arena);
    }
    globfree(&found);
    return count;
}

static size_t count_walked(size_t language)
{
    size_t count = 0;
    for (size_t i = 0; i < texts.count; i++)
        count += texts.list[i].language == language && !texts.list[i].for_all;
    return count;
}

static void no_text_of_the_shipped_content_is_left_out(void **state)
{
    (void)state;
    for (size_t l = 0; l < shipped->settings.language_count; l++) {
        const char *tag = shipped->settings.languages[l].tag;
        size_t written = count_in_files(IOP_SOURCE_DIR "/content/*.yaml", tag) +
                         count_in_files(IOP_SOURCE_DIR "/content/*/*.yaml", tag);
        assert_true(written > 500);
        assert_int_equal(count_walked(l), written);
    }
}

static void translations_follow_each_other(void **state)
{
    (void)state;
    for (size_t i = 1; i < texts.count; i++)
        if (texts.list[i].language > 0)
            assert_ptr_equal(texts.list[i].value, texts.list[i - 1].value);
}

static void pages_and_checks_know_themselves(void **state)
{
    (void)state;
    size_t pages = 0;
    size_t checks = 0;
    for (const struct text_file *file = texts.files; file != NULL; file = file->next) {
        pages += file->page != NULL;
        checks += file->screening != NULL;
    }
    assert_int_equal(pages, shipped->page_count);
    assert_int_equal(checks, shipped->all_screening_count);
}

static const struct visible_text *text_that_begins(const char *words)
{
    for (size_t i = 0; i < texts.count; i++)
        if (strncmp(texts.list[i].node->text, words, strlen(words)) == 0)
            return &texts.list[i];
    fail_msg("no text begins with '%s'", words);
    return NULL;
}

static void official_words_and_credit_lines_are_nobody_s_to_change(void **state)
{
    (void)state;
    assert_true(text_that_begins("Little interest or pleasure")->fixed);
    assert_true(text_that_begins("Nearly every day")->fixed);
    assert_true(text_that_begins("Over the last 2 weeks")->fixed);
    assert_true(text_that_begins("Developed by Drs.")->fixed);
    assert_true(text_that_begins("Our own rules, written")->fixed);
    assert_false(text_that_begins("These 9 questions ask")->fixed);
    assert_false(text_that_begins("My therapist or doctor suggested")->fixed);
}

/* A block after > is folded, and an escape moves what follows: there a place may be that of the whole text. */
static size_t expect_words_at_their_places(const struct visible_text *text)
{
    struct arena arena = {0};
    size_t looked_at = 0;
    for (size_t p = 0; p < text->paragraph_count && text->node->style != STYLE_FOLDED; p++) {
        struct passage passage = passage_read(paragraph_text(&text->paragraphs[p], &arena), NULL, 0, &arena);
        for (size_t w = 0; w < passage.word_count; w++, looked_at++) {
            const struct word *word = &passage.words[w];
            struct place place = text_place(text, p, word->offset);
            struct line line = line_find(text->file->tree.source, text->file->tree.size, place.line);
            size_t at = line_offset(line, place.column);
            bool escaped = text->node->style == STYLE_QUOTED && place.column == text->node->column;
            if (!escaped && (at + word->length > line.length ||
                             memcmp(line.bytes + at, passage.text + word->offset, word->length) != 0))
                fail_msg("%s:%d:%d is not '%.*s'", place.file, place.line, place.column, (int)word->length,
                         passage.text + word->offset);
        }
    }
    arena_free(&arena);
    return looked_at;
}

static void every_word_stands_where_its_place_says(void **state)
{
    (void)state;
    size_t looked_at = 0;
    for (size_t i = 0; i < texts.count; i++)
        looked_at += expect_words_at_their_places(&texts.list[i]);
    assert_true(looked_at > 10000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_of_the_shipped_content_is_left_out),
        cmocka_unit_test(translations_follow_each_other),
        cmocka_unit_test(pages_and_checks_know_themselves),
        cmocka_unit_test(official_words_and_credit_lines_are_nobody_s_to_change),
        cmocka_unit_test(every_word_stands_where_its_place_says),
    };
    return cmocka_run_group_tests_name("texts", tests, read_shipped, forget);
}
