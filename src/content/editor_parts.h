/* Shared by the files of the editor only: what one reading of a folder keeps in mind. */
#ifndef IOP_EDITOR_PARTS_H
#define IOP_EDITOR_PARTS_H

#include "editor_rules.h"
#include "passage.h"
#include "texts.h"

enum sought_kind { UNSAFE, METHOD, STIGMA, IDIOM, DANGER, CLAIM, JARGON };

/* A phrase to look for, and what goes with it. */
struct sought {
    enum sought_kind kind;
    const char *written;
    struct phrase phrase;
    const struct phrase *unless;
    size_t unless_count;
    const char *instead; /* or NULL */
    bool told;           /* JARGON: once is enough */
};

/* One language of the kiosk. */
struct edited_language {
    const struct editor_language *rules; /* NULL: words/editor.yaml says nothing of it */
    struct sought *sought;
    size_t sought_count;
};

struct editor {
    const struct editor_rules *rules;
    const struct content *content;
    struct texts texts;
    struct problems *problems;
    struct arena arena;
    struct edited_language languages[MAX_LANGUAGES];
    const struct text_file *danger_told, *claim_told; /* files in which one was told: once is enough */
    bool has_glossary;
};

/* One text, taken apart paragraph by paragraph. */
struct edited_text {
    const struct visible_text *text;
    const struct edited_language *language;
    const struct passage *passages; /* one for each of the text's paragraphs */
};

/* editor_words.c: makes ready what is sought; looks for it in one text. */
void editor_seek(struct editor *editor);
void editor_words(struct editor *editor, const struct edited_text *edited);

/* editor_structure.c: sentences, paragraphs and grade of one text; all lists; a text beside its translation. */
void editor_lengths(struct editor *editor, const struct edited_text *edited);
void editor_lists(struct editor *editor);
void editor_languages(struct editor *editor);

#endif
