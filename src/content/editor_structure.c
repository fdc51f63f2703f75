/* How long and how hard things are, and whether all languages are built alike. */
#include "editor_grade.h"
#include "editor_parts.h"
#include "problem_codes.h"

#include <string.h>

enum { SHOWN_WORDS = 6 }; /* of a sentence, in a message */

static const char *const paragraph_names[] = {[PARAGRAPH_TEXT] = "text",
                                              [PARAGRAPH_HEADING] = "heading",
                                              [PARAGRAPH_BULLET] = "bullet",
                                              [PARAGRAPH_NUMBER] = "number"};

/* ---- sentences and paragraphs --------------------------------------------------------------------------------------
 */

/* Where a sentence begins among the words, how many words people count in it, and where the next begins. */
struct sentence {
    size_t first, count, next;
};

static struct sentence sentence_at(const struct passage *passage, size_t first)
{
    struct sentence sentence = {.first = first, .next = first};
    while (sentence.next < passage->word_count &&
           passage->words[sentence.next].sentence == passage->words[first].sentence) {
        sentence.count += !passage->words[sentence.next].joined;
        sentence.next++;
    }
    return sentence;
}

/* The first words, so that staff find the sentence in a long line. */
static const char *beginning(struct problems *problems, const struct passage *passage, struct sentence sentence)
{
    size_t shown = sentence.next - sentence.first > SHOWN_WORDS ? SHOWN_WORDS : sentence.next - sentence.first;
    const struct word *first = &passage->words[sentence.first];
    const struct word *last = first + shown - 1;
    return problems_text(problems, "%.*s …", (int)(last->offset + last->length - first->offset),
                         passage->text + first->offset);
}

static void check_sentences(struct editor *editor, const struct edited_text *edited, size_t index)
{
    const struct passage *passage = &edited->passages[index];
    size_t most = (size_t)editor->rules->sentence_words;
    for (size_t at = 0; at < passage->word_count;) {
        struct sentence sentence = sentence_at(passage, at);
        if (sentence.count > most) {
            struct problem *problem =
                report(editor->problems, LONG_SENTENCE, text_place(edited->text, index, passage->words[at].offset),
                       "this sentence has %zu words, and %zu are enough", sentence.count, most);
            problem->hint = beginning(editor->problems, passage, sentence);
            problem->fix = "make two sentences of it, or leave out what is not needed";
        }
        at = sentence.next;
    }
}

/* A row of names with | between them is no prose. */
static bool is_names(const struct passage *passage)
{
    return strchr(passage->text, '|') != NULL;
}

static void check_paragraph(struct editor *editor, const struct edited_text *edited, size_t index)
{
    const struct passage *passage = &edited->passages[index];
    size_t most = (size_t)editor->rules->paragraph_sentences;
    if (passage->sentence_count > most && !is_names(passage)) {
        struct problem *problem =
            report(editor->problems, LONG_PARAGRAPH, text_place(edited->text, index, 0),
                   "this paragraph has %zu sentences, and %zu are enough", passage->sentence_count, most);
        problem->hint = beginning(editor->problems, passage, sentence_at(passage, 0));
        problem->fix = edited->text->field->type == FIELD_PROSE
                           ? "begin a new paragraph with an empty line, or shorten it"
                           : "say it in fewer sentences";
    }
}

static void check_bullets(struct editor *editor, const struct edited_text *edited)
{
    const struct visible_text *text = edited->text;
    size_t run = 0;
    for (size_t p = 0; p < text->paragraph_count; p++) {
        bool entry = text->paragraphs[p].kind == PARAGRAPH_BULLET || text->paragraphs[p].kind == PARAGRAPH_NUMBER;
        run = entry ? run + 1 : 0;
        if (run == (size_t)editor->rules->list_entries + 1) {
            report(editor->problems, LONG_LIST, text_place(text, p, 0), "this list has more than %d entries",
                   editor->rules->list_entries)
                ->fix = "make two lists with a heading each, or leave out the least important";
        }
    }
}

static void check_grade(struct editor *editor, const struct edited_text *edited)
{
    const struct editor_language *language = edited->language->rules;
    struct measure measure = {0};
    for (size_t p = 0; p < edited->text->paragraph_count; p++) {
        if (!is_names(&edited->passages[p])) {
            measure_add(&measure, &edited->passages[p], language);
        }
    }
    double value = grade(&measure, language->formula);
    if (measure.words < (size_t)editor->rules->graded_from || !is_too_hard(value, language)) {
        return;
    }
    struct problem *problem;
    if (language->formula == FORMULA_FERNANDEZ_HUERTA) {
        problem = report(editor->problems, HARD_TO_READ, text_place(edited->text, 0, 0),
                         "this text has a reading ease of %.0f; the least is %d, aim at %d", value, language->limit,
                         language->aim);
    } else {
        problem =
            report(editor->problems, HARD_TO_READ, text_place(edited->text, 0, 0),
                   "this text reads like grade %.1f; the most is %d, aim at %d", value, language->limit, language->aim);
    }
    problem->fix = "use shorter words and shorter sentences";
}

void editor_lengths(struct editor *editor, const struct edited_text *edited)
{
    if (edited->text->fixed || edited->text->for_all) {
        return;
    }
    for (size_t p = 0; p < edited->text->paragraph_count; p++) {
        check_sentences(editor, edited, p);
        check_paragraph(editor, edited, p);
    }
    check_bullets(editor, edited);
    check_grade(editor, edited);
}

/* ---- lists ---------------------------------------------------------------------------------------------------------
 */

void editor_lists(struct editor *editor)
{
    for (size_t i = 0; i < editor->texts.list_count; i++) {
        const struct visible_list *list = &editor->texts.lists[i];
        if (list->count > (size_t)editor->rules->list_entries) {
            report(editor->problems, LONG_LIST, list->place, "'%s' has %zu entries, and %d are enough",
                   list->field->key, list->count, editor->rules->list_entries)
                ->fix = "make two blocks of it, or leave out the least important";
        }
    }
}

/* ---- languages ------------------------------------------------------------------------------------------------------
 */

static size_t count_links(const struct paragraph *paragraph)
{
    size_t count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        count += (paragraph->spans[i].style & SPAN_LINK) != 0;
    }
    return count;
}

static const char *what_differs(struct problems *problems, const struct visible_text *text,
                                const struct visible_text *other)
{
    if (text->paragraph_count != other->paragraph_count) {
        return problems_text(problems, "%zu paragraphs here, %zu there", other->paragraph_count, text->paragraph_count);
    }
    for (size_t p = 0; p < text->paragraph_count; p++) {
        const struct paragraph *a = &text->paragraphs[p];
        const struct paragraph *b = &other->paragraphs[p];
        if (a->kind != b->kind) {
            return problems_text(problems, "paragraph %zu is a %s here and a %s there", p + 1, paragraph_names[b->kind],
                                 paragraph_names[a->kind]);
        }
        if (count_links(a) != count_links(b)) {
            return problems_text(problems, "paragraph %zu has %zu links here and %zu there", p + 1, count_links(b),
                                 count_links(a));
        }
    }
    return NULL;
}

/* Each translation is held against the first language. */
void editor_languages(struct editor *editor)
{
    const struct language *languages = editor->content->settings.languages;
    const struct visible_text *first = NULL;
    for (size_t i = 0; i < editor->texts.count; i++) {
        const struct visible_text *text = &editor->texts.list[i];
        if (first == NULL || text->value != first->value) {
            first = text;
            continue;
        }
        const char *difference = what_differs(editor->problems, first, text);
        if (difference != NULL) {
            struct problem *problem = report(editor->problems, LANGUAGES_DIFFER, text_place(text, 0, 0),
                                             "this text is built differently in %s and in %s",
                                             languages[first->language].name, languages[text->language].name);
            problem->hint = difference;
            problem->fix = "give all languages the same paragraphs, lists and links, in the same order";
        }
    }
}
