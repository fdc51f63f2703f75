/* Every text of a content folder that a visitor can read, each in each language, with its place: for checks of the
 * wording. Which texts there are is read from the tables (tables.h): a new key is walked without a new line here.
 * This layer knows nothing of what good wording is. It reads the files again, so it is not for the kiosk's start. */
#ifndef IOP_TEXTS_H
#define IOP_TEXTS_H

#include "content.h"
#include "tables.h"
#include "yaml_tree.h"

/* One file; of a page or a check, with what the loader made of it. */
struct text_file {
    struct text_file *next;
    struct tree tree;
    const struct content_file *kind;
    const struct page *page;           /* or NULL */
    const struct screening *screening; /* or NULL */
};

/* One text in one language. */
struct visible_text {
    const struct text_file *file;
    const struct field *field;          /* its row */
    const struct schema *schema;        /* of the map that it stands in */
    const struct tree_node *node;       /* the text as it was written */
    const struct tree_node *value;      /* the same for a text and its translations */
    size_t language;                    /* in content->settings.languages */
    bool for_all;                       /* one text stands for all languages; language is the first */
    bool fixed;                         /* nobody may reword it: a credit line, a question with official wording */
    const struct paragraph *paragraphs; /* words: one; prose: as Markdown has them */
    size_t paragraph_count;
};

/* A list that people take in as a whole. */
struct visible_list {
    const struct field *field;
    struct place place;
    size_t count;
};

/* All-zero is empty. */
struct texts {
    struct arena arena;
    struct text_file *files;
    struct visible_text *list; /* in the order of the files; translations follow each other */
    size_t count;
    struct visible_list *lists;
    size_t list_count;
};

/* Gathers the texts of a folder that content_load() has read without an error. Free with texts_free(). */
void texts_read(struct texts *texts, const char *folder, const struct content *content);
void texts_free(struct texts *texts);

/* The words of a paragraph without its marks, in the arena. */
const char *paragraph_text(const struct paragraph *paragraph, struct arena *arena);

/* Where byte `offset` of paragraph_text() of paragraph number `index` stands in the file; as exactly as
 * tree_place_in() can tell. */
struct place text_place(const struct visible_text *text, size_t index, size_t offset);

#endif
