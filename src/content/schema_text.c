/* Texts in every language: plain words and Markdown. */
#include "markdown.h"
#include "problem_codes.h"
#include "schema_slips.h"
#include "text.h"

#include <stdint.h>
#include <string.h>

/* Stores one language's text; the node is a TREE_TEXT with something in it, or empty where that is allowed. */
typedef void text_keeper(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                         size_t language);

int schema_language(const struct schema_reader *reader, const char *tag)
{
    for (size_t l = 0; l < reader->language_count; l++) {
        if (strcmp(reader->languages[l].tag, tag) == 0) {
            return (int)l;
        }
    }
    return -1;
}

/* "988" or "24/7" needs no translator. */
static bool has_letters(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t used = 0;
        uint32_t c = utf8_next(text + at, length - at, &used);
        bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (ascii || (c >= 0xC0 && c < 0x2000) || c >= 0x2C00) {
            return true;
        }
        at += used;
    }
    return false;
}

static const char *language_list(const struct walk *walk)
{
    const struct schema_reader *reader = walk->reader;
    char bytes[160];
    struct text text = text_in(bytes, sizeof bytes);
    for (size_t l = 0; l < reader->language_count; l++) {
        text_addf(&text, "%s%s", l > 0 ? ", " : "", reader->languages[l].tag);
    }
    return problems_text(reader->problems, "%s", bytes);
}

static bool has_value(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    bool quoted_nothing = node->kind == TREE_TEXT && node->length == 0 && node->style == STYLE_QUOTED;
    if (quoted_nothing && field->may_be_empty) {
        return true;
    }
    if (quoted_nothing) {
        report(walk->reader->problems, NO_VALUE, tree_place(&walk->tree, node), "the text of '%s' is empty", field->key)
            ->hint = field->help;
        return false;
    }
    return is_text(walk, field, node);
}

static void report_one_for_all(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    const struct schema_reader *reader = walk->reader;
    struct problem *problem =
        report(reader->problems, ONE_FOR_ALL, tree_place(&walk->tree, node),
               "'%s' needs a text of its own in each language: %s", field->key, language_list(walk));
    problem->hint = "this is one text for all of them";
    problem->fix = problems_text(reader->problems, "%s: {%s: \"%s\", %s: \"…\"}", field->key, reader->languages[0].tag,
                                 shown(walk, node->text), reader->languages[1].tag);
}

static void keep_one_for_all(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                             text_keeper *keep)
{
    size_t count = walk->reader->language_count;
    if (!has_value(walk, field, node)) {
        return;
    }
    if (count > 1 && !field->one_for_all && has_letters(node->text, node->length)) {
        report_one_for_all(walk, field, node);
        return;
    }
    warn_of_note(walk, field->key, node, true);
    for (size_t l = 0; l < count; l++) {
        keep(walk, field, node, at, l);
    }
}

static void report_language(struct walk *walk, const struct field *field, const struct tree_node *entry,
                            const struct tree_node *before)
{
    if (explain_strange_key(walk, entry, before)) {
        return;
    }
    struct problem *problem =
        report(walk->reader->problems, UNKNOWN_LANGUAGE, tree_key_place(&walk->tree, entry),
               "'%s' is not a language of this kiosk, in '%s'", shown(walk, entry->key), field->key);
    problem->hint = problems_text(walk->reader->problems, "the languages in kiosk.yaml are: %s", language_list(walk));
}

/* How to write the text that is missing: as the other languages of the map are written. */
static const char *language_fix(struct walk *walk, const char *tag, const struct tree_node *node,
                                const struct tree_node *merged)
{
    struct problems *problems = walk->reader->problems;
    const struct tree_node *beside = node->last;
    if (merged != NULL) {
        return problems_text(problems, "write   %s: %s   in a line of its own above this one, below '%s'", tag,
                             merged->style == STYLE_FOLDED ? ">-" : "|", merged->key);
    }
    if (beside == NULL || beside->kind != TREE_TEXT) {
        return problems_text(problems, "add   %s: \"…\"", tag);
    }
    if (beside->style == STYLE_LITERAL || beside->style == STYLE_FOLDED) {
        return problems_text(problems, "below the text of '%s' add   %s: %s   and the text in the next line",
                             beside->key, tag, beside->style == STYLE_FOLDED ? ">-" : "|");
    }
    return problems_text(problems, "behind the text of '%s' add   %s: \"…\"", beside->key, tag);
}

static void report_untranslated(struct walk *walk, const struct field *field, const struct tree_node *node,
                                unsigned given)
{
    const struct schema_reader *reader = walk->reader;
    const struct tree_node *merged = NULL;
    struct place place = place_for_language(walk, node, &merged);
    for (size_t l = 0; l < reader->language_count; l++) {
        if ((given & 1u << l) != 0) {
            continue;
        }
        const struct problem_row *row = &problem_rows[PROBLEM_NO_TRANSLATION];
        struct problem *problem = problems_add(
            reader->problems, walk->may_lack_texts ? SEVERITY_WARNING : row->severity, row->code, place,
            "'%s' has no text in %s (%s)", field->key, reader->languages[l].name, reader->languages[l].tag);
        problem->hint =
            merged == NULL
                ? NULL
                : problems_text(reader->problems, "it seems to begin here, inside of the text of '%s'", merged->key);
        problem->fix = language_fix(walk, reader->languages[l].tag, node, merged);
    }
}

/* What staff who look at drafts see in place of a text that nobody has translated yet. */
static void keep_missing(struct walk *walk, const struct field *field, void *at, unsigned given, text_keeper *keep)
{
    static const char mark[] = "[[ … ]]";
    const struct tree_node missing = {.kind = TREE_TEXT, .text = mark, .length = sizeof mark - 1};
    for (size_t l = 0; l < walk->reader->language_count; l++) {
        if ((given & 1u << l) == 0) {
            keep(walk, field, &missing, at, l);
        }
    }
}

static void keep_each(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                      text_keeper *keep)
{
    unsigned given = 0;
    bool strange = false;
    const struct tree_node *before = NULL;
    for (const struct tree_node *entry = node->first; entry != NULL; before = entry, entry = entry->next) {
        int language = schema_language(walk->reader, entry->key);
        if (entry->repeated) {
            continue;
        }
        if (language < 0) {
            report_language(walk, field, entry, before);
            strange = true;
            continue;
        }
        given |= 1u << language;
        if (has_value(walk, field, entry)) {
            warn_of_note(walk, entry->key, entry, true);
            keep(walk, field, entry, at, (size_t)language);
        }
    }
    /* A mistyped tag is one mistake: the language it stands for is not reported as missing too. */
    if (!strange) {
        report_untranslated(walk, field, node, given);
        if (walk->may_lack_texts) {
            keep_missing(walk, field, at, given, keep);
        }
    }
}

static void read_languages(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                           text_keeper *keep)
{
    if (walk->reader->language_count == 0) {
        return; /* kiosk.yaml could not be read: that is reported, and no text can be judged */
    }
    if (node->kind == TREE_LIST) {
        report_shape(walk, field, node);
    } else if (node->kind == TREE_MAP) {
        keep_each(walk, field, node, at, keep);
    } else {
        keep_one_for_all(walk, field, node, at, keep);
    }
}

/* New files say in double brackets what belongs there: visitors never read that. */
static void report_unwritten(struct walk *walk, const struct field *field, const struct tree_node *node)
{
    const char *mark = strstr(node->text, "[[");
    if (mark != NULL && !walk->draft) {
        struct place place = tree_place_in(&walk->tree, node, (size_t)(mark - node->text));
        report(walk->reader->problems, TO_BE_WRITTEN, place, "a text of '%s' is still to be written", field->key)->fix =
            "write the text in place of [[ … ]], or keep   status: draft   until it is written";
    }
}

static void keep_words(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                       size_t language)
{
    size_t length = node->length;
    while (length > 0 && node->text[length - 1] == '\n' && node->style != STYLE_QUOTED) {
        length--;
    }
    char *copy = arena_copy(walk->reader->arena, node->text, length);
    const char *line_break = memchr(copy, '\n', length);
    if (line_break != NULL && !field->lines) {
        size_t offset = (size_t)(line_break - copy);
        report(walk->reader->problems, LINE_BREAK, tree_place_in(&walk->tree, node, offset),
               "'%s' is one line of text: this line break is shown as a space", field->key);
    }
    for (size_t i = 0; i < length; i++) {
        if (copy[i] == '\t' || (copy[i] == '\n' && !field->lines)) {
            copy[i] = ' ';
        }
    }
    report_unwritten(walk, field, node);
    ((struct words *)at)->in[language] = copy;
}

void read_words(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    ((struct words *)at)->place = tree_place(&walk->tree, node);
    read_languages(walk, field, node, at, keep_words);
}

/* What the Markdown listener needs to know of the text it hears about. */
struct prose_source {
    struct walk *walk;
    const struct tree_node *node;
};

static void hear_link(void *context, const char *target, size_t offset)
{
    const struct prose_source *source = context;
    struct place place = tree_place_in(&source->walk->tree, source->node, offset);
    size_t prefix = strlen(GLOSSARY_LINK);
    bool term = strncmp(target, GLOSSARY_LINK, prefix) == 0;
    add_reference(source->walk, (struct reference){.kind = term ? REFERENCE_TERM : REFERENCE_LINK,
                                                   .name = term ? target + prefix : target,
                                                   .place = place});
}

static void hear_refused(void *context, const char *what, size_t offset)
{
    const struct prose_source *source = context;
    struct problem *problem =
        report(source->walk->reader->problems, MARKDOWN, tree_place_in(&source->walk->tree, source->node, offset),
               "the kiosk does not show %s", what);
    problem->fix = "use plain text, **bold**, *italic*, # headings, - lists and [links](page-id) only";
}

static void hear_entity(void *context, const char *name, size_t offset)
{
    const struct prose_source *source = context;
    report(source->walk->reader->problems, ENTITY, tree_place_in(&source->walk->tree, source->node, offset),
           "the kiosk does not know '%s'", name)
        ->fix = "write the character itself";
}

static void keep_prose(struct walk *walk, const struct field *field, const struct tree_node *node, void *at,
                       size_t language)
{
    struct prose *prose = at;
    struct prose_source source = {walk, node};
    const struct markdown markdown = {.arena = walk->reader->arena,
                                      .scratch = walk->reader->scratch,
                                      .listener = {&source, hear_link, hear_refused, hear_entity}};
    report_unwritten(walk, field, node);
    prose->in[language] = markdown_read(&markdown, node->text, node->length, &prose->count[language]);
    if (prose->count[language] == 0) {
        report(walk->reader->problems, NO_VALUE, tree_place(&walk->tree, node), "the text of '%s' has no words",
               field->key);
    }
}

void read_prose(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    ((struct prose *)at)->place = tree_place(&walk->tree, node);
    read_languages(walk, field, node, at, keep_prose);
}
