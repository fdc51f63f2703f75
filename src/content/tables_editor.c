/* The tables of what guards the content: words/editor.yaml and words/coverage.yaml. */
#include "coverage.h"
#include "editor_rules.h"

enum { WORDS_MAX = 200 };

#define PHRASES(structure, key_, member_, help_)                                                                       \
    {                                                                                                                  \
        .key = key_, .type = FIELD_TEXT, MEMBERS(structure, member_.list, member_.count), .max = WORDS_MAX,            \
        .help = help_                                                                                                  \
    }
#define AVOIDED(key_, member_, help_)                                                                                  \
    {                                                                                                                  \
        .key = key_, .type = FIELD_MAP, .map = &avoided_schema,                                                        \
        MEMBERS(struct editor_language, member_.list, member_.count), .max = WORDS_MAX, .help = help_                  \
    }
#define LIMIT(key_, member_, fallback_, unit_, help_)                                                                  \
    {                                                                                                                  \
        .key = key_, .type = FIELD_INTEGER, MEMBER(struct editor_rules, member_), .min = 1, .max = 200,                \
        .fallback = fallback_, .unit = unit_, .help = help_                                                            \
    }

/* ---- words/editor.yaml ---- */

static const struct field avoided_fields[] = {
    {.key = "words",
     .type = FIELD_TEXT,
     MEMBERS(struct avoided, words, word_count),
     .required = true,
     .min = 1,
     .max = WORDS_MAX,
     .help = "Words or phrases to avoid; * stands for any ending: suicid*"},
    {.key = "unless",
     .type = FIELD_TEXT,
     MEMBERS(struct avoided, unless, unless_count),
     .max = WORDS_MAX,
     .help = "Longer phrases in which they are all right, such as a name"},
    {.key = "instead",
     .type = FIELD_TEXT,
     MEMBER(struct avoided, instead),
     .required = true,
     .help = "What to write instead"},
};
static const struct schema avoided_schema = {.name = "words to avoid",
                                             .help = "Words to avoid, and what to write instead",
                                             .size = sizeof(struct avoided),
                                             FIELDS(avoided_fields)};

static const struct field counted_fields[] = {
    {.key = "word",
     .type = FIELD_TEXT,
     MEMBER(struct counted_word, word),
     .required = true,
     .help = "A word as it is written"},
    {.key = "syllables",
     .type = FIELD_INTEGER,
     MEMBER(struct counted_word, syllables),
     .required = true,
     .min = 1,
     .max = 12,
     .help = "How many syllables people hear"},
};
static const struct schema counted_schema = {.name = "a counted word",
                                             .help = "A word whose syllables the rules count wrongly",
                                             .size = sizeof(struct counted_word),
                                             FIELDS(counted_fields)};

static const struct name formula_list[] = {
    {"none", FORMULA_NONE}, {"flesch-kincaid", FORMULA_FLESCH_KINCAID}, {"fernandez-huerta", FORMULA_FERNANDEZ_HUERTA}};
static const struct names formula_names = NAMES(formula_list);

static const struct field language_fields[] = {
    {.key = "tag",
     .type = FIELD_TEXT,
     MEMBER(struct editor_language, tag),
     .required = true,
     .help = "The language that these words are of: en, es"},
    {.key = "formula",
     .type = FIELD_CHOICE,
     .names = &formula_names,
     MEMBER(struct editor_language, formula),
     .help = "How hard a text is: flesch-kincaid for English, fernandez-huerta for Spanish"},
    {.key = "limit",
     .type = FIELD_INTEGER,
     MEMBER(struct editor_language, limit),
     .max = 100,
     .help = "Flesch-Kincaid: the most years of school; Fernández-Huerta: the least ease"},
    {.key = "aim",
     .type = FIELD_INTEGER,
     MEMBER(struct editor_language, aim),
     .max = 100,
     .help = "What is better still than the limit"},
    AVOIDED("unsafe", unsafe, "Words on suicide that can do harm"),
    AVOIDED("methods", methods,
            "Words for means and methods; only a page with means_safety and a reviewer may use them"),
    AVOIDED("stigma", stigma, "Words that make a person small"),
    AVOIDED("idioms", idioms, "Figures of speech and promises that not everybody reads alike"),
    PHRASES(struct editor_language, "danger", danger, "Words for suicide and self-harm: a page with them shows help"),
    PHRASES(struct editor_language, "danger_unless", danger_unless,
            "Longer phrases in which these speak of no visitor"),
    PHRASES(struct editor_language, "claims", claims, "Words that claim a finding: a page with them names its sources"),
    PHRASES(struct editor_language, "jargon", jargon, "Terms that the glossary must explain"),
    PHRASES(struct editor_language, "abbreviations", abbreviations, "Short forms whose full stop ends no sentence"),
    {.key = "syllables",
     .type = FIELD_MAP,
     .map = &counted_schema,
     MEMBERS(struct editor_language, syllables, syllable_count),
     .max = WORDS_MAX,
     .help = "Words whose syllables the rules count wrongly"},
};
static const struct schema language_schema = {.name = "a language",
                                              .help = "Words and limits of one language",
                                              .size = sizeof(struct editor_language),
                                              FIELDS(language_fields)};

static const struct field limits_fields[] = {
    LIMIT("sentence_words", sentence_words, 20, "words", "The longest sentence"),
    LIMIT("paragraph_sentences", paragraph_sentences, 3, "sentences", "The longest paragraph"),
    LIMIT("list_entries", list_entries, 7, "entries", "The longest list"),
    LIMIT("graded_from", graded_from, 15, "words", "A shorter text gets no grade"),
};
static const struct schema limits_schema = {.name = "limits", .help = "How long things may be", FIELDS(limits_fields)};

static const struct field editor_fields[] = {
    {.key = "limits", .type = FIELD_MAP, .map = &limits_schema, .help = "How long things may be"},
    PHRASES(struct editor_rules, "numbers", numbers, "Phone numbers that may stand beside words of danger"),
    {.key = "languages",
     .type = FIELD_MAP,
     .map = &language_schema,
     MEMBERS(struct editor_rules, languages, language_count),
     .required = true,
     .min = 1,
     .max = MAX_LANGUAGES,
     .help = "Words and limits of each language"},
};
const struct schema editor_schema = {.name = "editor.yaml",
                                     .help = "What iop-content check says of the wording",
                                     .size = sizeof(struct editor_rules),
                                     FIELDS(editor_fields)};

/* ---- words/coverage.yaml ---- */

static const struct field topic_fields[] = {
    {.key = "id",
     .type = FIELD_TEXT,
     MEMBER(struct agreed_topic, id),
     .required = true,
     .help = "The number that pages name behind covers: 000-06"},
    {.key = "about",
     .type = FIELD_TEXT,
     MEMBER(struct agreed_topic, about),
     .required = true,
     .help = "What it is about, in a few words"},
    {.key = "left_out",
     .type = FIELD_TEXT,
     MEMBER(struct agreed_topic, left_out),
     .help = "Why no page covers it; without this, one must"},
};
static const struct schema topic_schema = {.name = "a topic",
                                           .help = "One agreed topic",
                                           .size = sizeof(struct agreed_topic),
                                           .has_place = true,
                                           .place_offset = offsetof(struct agreed_topic, place),
                                           FIELDS(topic_fields)};

static const struct field coverage_fields[] = {
    {.key = "topics",
     .type = FIELD_MAP,
     .map = &topic_schema,
     MEMBERS(struct coverage, topics, topic_count),
     .required = true,
     .min = 1,
     .max = 1000,
     .help = "All topics that pages must cover"},
};
const struct schema coverage_schema = {.name = "coverage.yaml",
                                       .help = "The topics that the pages must cover",
                                       .size = sizeof(struct coverage),
                                       FIELDS(coverage_fields)};
