/* Words that hurt, words that need help or a source beside them, and terms that need an explanation. */
#include "editor_parts.h"
#include "problem_codes.h"

#include <string.h>

/* ---- what is sought ---------------------------------------------------------------------------------------------- */

static const struct phrase *read_phrases(struct editor *editor, const char *const *list, size_t count)
{
    struct phrase *phrases = arena_take_array(&editor->arena, count, sizeof *phrases);
    for (size_t i = 0; i < count; i++) {
        phrases[i] = phrase_read(list[i], &editor->arena);
    }
    return phrases;
}

static void add_sought(struct edited_language *language, struct sought sought)
{
    language->sought[language->sought_count++] = sought;
}

static void seek_avoided(struct editor *editor, struct edited_language *language, enum sought_kind kind,
                         struct avoided_list list)
{
    for (size_t i = 0; i < list.count; i++) {
        const struct avoided *avoided = &list.list[i];
        const struct phrase *unless = read_phrases(editor, avoided->unless, avoided->unless_count);
        for (size_t k = 0; k < avoided->word_count; k++) {
            add_sought(language, (struct sought){.kind = kind,
                                                 .written = avoided->words[k],
                                                 .phrase = phrase_read(avoided->words[k], &editor->arena),
                                                 .unless = unless,
                                                 .unless_count = avoided->unless_count,
                                                 .instead = avoided->instead});
        }
    }
}

static void seek_phrases(struct editor *editor, struct edited_language *language, enum sought_kind kind,
                         struct phrases_list list, struct phrases_list except)
{
    const struct phrase *unless = read_phrases(editor, except.list, except.count);
    for (size_t i = 0; i < list.count; i++) {
        add_sought(language, (struct sought){.kind = kind,
                                             .written = list.list[i],
                                             .phrase = phrase_read(list.list[i], &editor->arena),
                                             .unless = unless,
                                             .unless_count = except.count});
    }
}

static size_t count_avoided(struct avoided_list list)
{
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        count += list.list[i].word_count;
    }
    return count;
}

static void seek_language(struct editor *editor, struct edited_language *language)
{
    const struct editor_language *rules = language->rules;
    size_t count = count_avoided(rules->unsafe) + count_avoided(rules->methods) + count_avoided(rules->stigma) +
                   count_avoided(rules->idioms) + rules->danger.count + rules->claims.count + rules->jargon.count;
    language->sought = arena_take_array(&editor->arena, count, sizeof *language->sought);
    seek_avoided(editor, language, UNSAFE, rules->unsafe);
    seek_avoided(editor, language, METHOD, rules->methods);
    seek_avoided(editor, language, STIGMA, rules->stigma);
    seek_avoided(editor, language, IDIOM, rules->idioms);
    seek_phrases(editor, language, DANGER, rules->danger, rules->danger_unless);
    seek_phrases(editor, language, CLAIM, rules->claims, (struct phrases_list){0});
    seek_phrases(editor, language, JARGON, rules->jargon, (struct phrases_list){0});
}

/* ---- the glossary -------------------------------------------------------------------------------------------------
 */

/* A term or another name of it: what the glossary explains. */
static bool names_term(const struct visible_text *text)
{
    bool glossary = strcmp(text->file->kind->pattern, "glossary.yaml") == 0;
    return glossary && (strcmp(text->field->key, "term") == 0 || strcmp(text->field->key, "also") == 0);
}

static void strike_explained(struct edited_language *language, const struct passage *passage)
{
    for (size_t i = 0; i < language->sought_count; i++) {
        struct sought *sought = &language->sought[i];
        for (size_t at = 0; sought->kind == JARGON && at < passage->word_count; at++) {
            sought->told = sought->told || phrase_fits(&sought->phrase, passage, at);
        }
    }
}

/* Terms that the glossary explains are sought no more. */
static void read_glossary(struct editor *editor)
{
    for (size_t i = 0; i < editor->texts.count; i++) {
        const struct visible_text *text = &editor->texts.list[i];
        if (!names_term(text)) {
            continue;
        }
        const char *term = paragraph_text(&text->paragraphs[0], &editor->arena);
        struct passage passage = passage_read(term, NULL, 0, &editor->arena);
        editor->has_glossary = true;
        for (size_t l = 0; l < editor->content->settings.language_count; l++) {
            if (text->for_all || l == text->language) {
                strike_explained(&editor->languages[l], &passage);
            }
        }
    }
}

void editor_seek(struct editor *editor)
{
    for (size_t l = 0; l < editor->content->settings.language_count; l++) {
        if (editor->languages[l].rules != NULL) {
            seek_language(editor, &editor->languages[l]);
        }
    }
    read_glossary(editor);
}

/* ---- what is found -------------------------------------------------------------------------------------------------
 */

/* A phrase that begins at a word of a text. */
struct found {
    const struct visible_text *text;
    const struct edited_language *language;
    struct sought *sought;
    const struct passage *passage;
    size_t paragraph, word;
};

static struct place place_of(const struct found *found)
{
    return text_place(found->text, found->paragraph, found->passage->words[found->word].offset);
}

/* The words as the text has them, in the problems' memory. */
static const char *quoted(const struct editor *editor, const struct found *found)
{
    const struct word *first = &found->passage->words[found->word];
    const struct word *last = first + found->sought->phrase.count - 1;
    const char *text = found->passage->text;
    size_t end = last->offset + last->length;
    size_t sign = last->is_number && text[end] == '%'; /* it belongs to its number */
    return problems_text(editor->problems, "%.*s", (int)(end + sign - first->offset), text + first->offset);
}

static void set_instead(const struct editor *editor, struct problem *problem, const struct sought *sought)
{
    problem->fix = problems_text(editor->problems, "write instead: %s", sought->instead);
}

static void tell_method(const struct editor *editor, const struct found *found)
{
    const struct page *page = found->text->file->page;
    if (page != NULL && page->means_safety && page->reviewer != NULL) {
        return;
    }
    struct problem *problem =
        report(editor->problems, METHOD_WORD, place_of(found), "'%s' names a means or a method", quoted(editor, found));
    problem->hint = "only advice on a safer home may, with means_safety: true and a reviewer";
    set_instead(editor, problem, found->sought);
}

static bool is_number_allowed(const struct editor *editor, const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    bool in_phone_number = word->joined || (at + 1 < passage->word_count && passage->words[at + 1].joined);
    bool time = strpbrk(word->folded, ":/") != NULL;
    for (size_t i = 0; i < editor->rules->numbers.count; i++) {
        if (strcmp(editor->rules->numbers.list[i], word->folded) == 0) {
            return true;
        }
    }
    return in_phone_number || time;
}

static void tell_number(const struct editor *editor, const struct found *found)
{
    const struct passage *passage = found->passage;
    for (size_t i = 0; i < passage->word_count; i++) {
        const struct word *word = &passage->words[i];
        if (word->is_number && word->sentence == passage->words[found->word].sentence &&
            !is_number_allowed(editor, passage, i)) {
            report(editor->problems, NUMBER_NEAR, text_place(found->text, found->paragraph, word->offset),
                   "the number '%s' stands beside '%s'", word->folded, quoted(editor, found))
                ->fix = "leave out how often it happens; say what helps and what to do next";
            return;
        }
    }
}

static bool calls_lifeline(const struct content *content, const struct contacts *contacts)
{
    for (size_t i = 0; i < contacts->line_count; i++) {
        uint16_t index = contacts->lines[i].index;
        const char *call = index < content->help.line_count ? content->help.lines[index].call : NULL;
        if (call != NULL && strcmp(call, "988") == 0) {
            return true;
        }
    }
    return false;
}

static bool page_shows_help(const struct content *content, const struct page *page)
{
    bool shown = page->topic_count > 0;
    for (size_t i = 0; i < page->block_count && !shown; i++) {
        const struct block *block = &page->blocks[i];
        shown = block->kind == BLOCK_CONTACTS && calls_lifeline(content, block->contacts);
    }
    return shown;
}

/* "… or call 988": help in the same text. */
static bool names_lifeline(const struct visible_text *text)
{
    return strstr(text->node->text, "988") != NULL;
}

static bool check_shows_help(const struct screening *screening)
{
    for (size_t i = 0; i < screening->item_count; i++) {
        if (screening->items[i].on_answer.show == ROUTE_HELP_NOW) {
            return true;
        }
    }
    return screening->safety_item_id != NULL;
}

/* The frame's own words stand beside the bar with help; a section's title and the comparison have nothing else. */
static bool shows_help(const struct editor *editor, const struct visible_text *text)
{
    const struct text_file *file = text->file;
    if (file->page != NULL) {
        return page_shows_help(editor->content, file->page);
    }
    if (file->screening != NULL) {
        return names_lifeline(text) || check_shows_help(file->screening);
    }
    return file->kind->schema != &compare_schema && file->kind->schema != &section_schema;
}

static void tell_danger(struct editor *editor, const struct found *found)
{
    const struct text_file *file = found->text->file;
    if (!found->text->fixed) {
        tell_number(editor, found);
    }
    if (editor->danger_told == file || shows_help(editor, found->text)) {
        return;
    }
    editor->danger_told = file;
    struct problem *problem =
        report(editor->problems, NO_HELP, place_of(found), "'%s' stands where no help is shown", quoted(editor, found));
    if (file->page != NULL) {
        problem->fix = "add   topics: [suicide]   to the page: it then shows help at its top";
    } else if (file->screening != NULL) {
        problem->fix = "add on_answer with show: help-now to the question, so that an answer leads to help";
    } else {
        problem->fix = "write about it on a page of its own with   topics: [suicide]";
    }
}

static void tell_claim(struct editor *editor, const struct found *found)
{
    const struct text_file *file = found->text->file;
    if (file->page == NULL || file->page->source_count > 0 || editor->claim_told == file) {
        return;
    }
    editor->claim_told = file;
    report(editor->problems, NO_SOURCE, place_of(found), "'%s' claims a finding, but this page names no source",
           quoted(editor, found))
        ->fix = "add   sources: [\"who found it, when\"]   or say it without the claim";
}

static void tell_jargon(struct editor *editor, const struct found *found)
{
    if (found->sought->told || !editor->has_glossary) {
        return;
    }
    found->sought->told = true;
    report(editor->problems, NOT_EXPLAINED, place_of(found), "the glossary does not explain '%s'",
           quoted(editor, found))
        ->fix = "add the term to glossary.yaml, or say it in plain words";
}

static void tell_avoided(const struct editor *editor, const struct found *found)
{
    struct problem *problem;
    const char *words = quoted(editor, found);
    if (found->sought->kind == UNSAFE) {
        problem = report(editor->problems, UNSAFE_WORD, place_of(found), "'%s' can do harm to people at risk", words);
    } else if (found->sought->kind == STIGMA) {
        problem = report(editor->problems, STIGMA_WORD, place_of(found), "'%s' makes a person small", words);
    } else {
        problem = report(editor->problems, IDIOM, place_of(found), "'%s' is not plain for everybody", words);
    }
    set_instead(editor, problem, found->sought);
}

/* Official words are looked at for danger only: nobody may change them, but help must stand beside them.
 * Examples of what better stays unsaid may hold words that hurt. */
static void tell(struct editor *editor, const struct found *found)
{
    enum sought_kind kind = found->sought->kind;
    bool example = found->text->field->wording == WORDING_AVOIDED;
    if (kind == DANGER) {
        tell_danger(editor, found);
    } else if (kind == JARGON) {
        tell_jargon(editor, found);
    } else if (found->text->fixed || (example && kind != METHOD)) {
        return;
    } else if (kind == METHOD) {
        tell_method(editor, found);
    } else if (kind == CLAIM) {
        tell_claim(editor, found);
    } else {
        tell_avoided(editor, found);
    }
}

/* ---- looking -------------------------------------------------------------------------------------------------------
 */

/* True if a longer phrase around the word makes it all right. */
static bool is_excused(const struct found *found)
{
    for (size_t i = 0; i < found->sought->unless_count; i++) {
        const struct phrase *unless = &found->sought->unless[i];
        for (size_t back = 0; back < unless->count && back <= found->word; back++) {
            if (phrase_fits(unless, found->passage, found->word - back)) {
                return true;
            }
        }
    }
    return false;
}

static void look_at_word(struct editor *editor, struct found *found)
{
    for (size_t i = 0; i < found->language->sought_count; i++) {
        found->sought = &found->language->sought[i];
        if (phrase_fits(&found->sought->phrase, found->passage, found->word) && !is_excused(found)) {
            tell(editor, found);
        }
    }
}

/* "50%" claims a finding as much as any word does. */
static void look_for_percents(struct editor *editor, struct found *found)
{
    const struct word *word = &found->passage->words[found->word];
    const char *behind = found->passage->text + word->offset + word->length;
    struct sought percents = {.kind = CLAIM, .phrase = {.count = 1}};
    if (word->is_number && behind[strspn(behind, " ")] == '%') {
        found->sought = &percents;
        tell(editor, found);
        found->sought = NULL;
    }
}

void editor_words(struct editor *editor, const struct edited_text *edited)
{
    struct found found = {.text = edited->text, .language = edited->language};
    for (size_t p = 0; p < edited->text->paragraph_count; p++) {
        found.passage = &edited->passages[p];
        found.paragraph = p;
        for (found.word = 0; found.word < found.passage->word_count; found.word++) {
            look_at_word(editor, &found);
            look_for_percents(editor, &found);
        }
    }
}
