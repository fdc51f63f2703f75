/* What content/words/editor.yaml says: words to avoid, limits, exceptions. Part of the editor only. */
#ifndef IOP_EDITOR_RULES_H
#define IOP_EDITOR_RULES_H

#include "tables.h"

/* Which formula tells how hard a text is. */
enum formula {
    FORMULA_NONE,
    FORMULA_FLESCH_KINCAID,   /* English: years of school; more is harder */
    FORMULA_FERNANDEZ_HUERTA, /* Spanish: ease from 0 to 100; more is easier */
};

/* Some words and what to write instead. In a phrase, * stands for any ending of a word. */
struct avoided {
    const char *const *words;
    size_t word_count;
    const char *const *unless; /* longer phrases in which these words are all right */
    size_t unless_count;
    const char *instead;
};

struct counted_word {
    const char *word;
    int syllables;
};

struct phrases_list {
    const char *const *list;
    size_t count;
};

struct avoided_list {
    const struct avoided *list;
    size_t count;
};

struct editor_language {
    const char *tag;
    enum formula formula;
    int limit, aim; /* years for Flesch-Kincaid, ease for Fernández-Huerta */
    struct avoided_list unsafe, methods, stigma, idioms;
    struct phrases_list danger, danger_unless; /* words for suicide and self-harm */
    struct phrases_list claims, jargon, abbreviations;
    const struct counted_word *syllables; /* words that the rules for counting get wrong */
    size_t syllable_count;
};

struct editor_rules {
    int sentence_words, paragraph_sentences, list_entries;
    int graded_from;             /* words: a shorter text has no grade worth the name */
    struct phrases_list numbers; /* phone numbers that may stand beside words of danger */
    const struct editor_language *languages;
    size_t language_count;
};

#endif
