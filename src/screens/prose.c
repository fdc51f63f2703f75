/* Markdown text as nodes: paragraphs, headings, lists, marked words, and a button for each link. */
#include "parts.h"

#include "load.h"

/* A word in a line is too small to touch: each link to a page gets a button behind its paragraph. */
static void link_buttons(struct builder *b, struct node *parent, const struct paragraph *paragraph)
{
    struct node *row = NULL;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        uint16_t page = (span->style & SPAN_LINK) != 0 ? content_page(b->content, span->target) : NO_INDEX;
        if (page == NO_INDEX)
            continue;
        if (row == NULL) {
            row = group(b, parent, ARRANGE_WRAP, 4);
            row->box.pad_top = 2;
        }
        button(b, row,
               (struct button){span->target, LOOK_PILL, NULL, in(b, &b->content->pages[page].title), "arrow_forward",
                               (struct action){ACTION_GO, SCREEN_PAGE, page}});
    }
}

static bool is_listed(struct builder *b, uint16_t term)
{
    for (size_t i = 0; i < b->term_count; i++)
        if (b->terms[i] == term)
            return true;
    if (b->term_count == MOST_TERMS)
        return false;
    b->terms[b->term_count++] = term;
    return true;
}

static bool inside_a_button(const struct node *node)
{
    while (node->parent != NULL && node->action.kind == ACTION_NONE)
        node = node->parent;
    return node->parent != NULL;
}

/* Two nodes for each marked word or words: a line may end between them. */
static void mark_terms(struct builder *b, struct node *text)
{
    bool to_be_touched = !inside_a_button(text);
    for (size_t i = 0; i < text->span_count; i++) {
        const struct span *span = &text->spans[i];
        uint16_t term = (span->style & SPAN_TERM) != 0 ? content_term(b->content, span->target) : NO_INDEX;
        if (term == NO_INDEX || !is_listed(b, term) || !to_be_touched)
            continue;
        for (int piece = 0; piece < 2; piece++) {
            struct node *node = scene_add(b->scene, text, ROLE_TERM, LOOK_NONE);
            node->name = arena_print(b->scene->arena, "mark:%s", span->target);
            node->value = (int)i;
            node->action = (struct action){ACTION_TERM, term + 1, 0};
        }
    }
}

void term_button(struct builder *b, struct node *parent, uint16_t index)
{
    const struct term *term = &b->content->glossary.terms[index];
    button(b, parent,
           (struct button){arena_print(b->scene->arena, "word:%s", term->id), LOOK_PILL, NULL, in(b, &term->term), NULL,
                           (struct action){ACTION_TERM, index + 1, 0}});
}

void words_explained(struct builder *b, struct node *parent)
{
    if (b->terms_listed == b->term_count)
        return;
    struct node *row = group(b, parent, ARRANGE_WRAP, 3.5f);
    row->name = "words-explained";
    row->box.across = ALIGN_CENTER;
    text(b, row, &b->content->words.words_explained, TYPE_STRONG);
    for (; b->terms_listed < b->term_count; b->terms_listed++)
        term_button(b, row, b->terms[b->terms_listed]);
}

/* "2. Write your questions down": number and words in one breath. */
static const char *numbered(struct builder *b, const struct paragraph *paragraph)
{
    const char *words = arena_print(b->scene->arena, "%d. ", paragraph->number);
    for (size_t i = 0; i < paragraph->span_count; i++)
        words =
            arena_print(b->scene->arena, "%s%.*s", words, (int)paragraph->spans[i].length, paragraph->spans[i].text);
    return words;
}

static void list_entry(struct builder *b, struct node *parent, const struct paragraph *paragraph, enum type_style type)
{
    struct node *row = group(b, parent, ARRANGE_ROW, 2.5f);
    row->role = ROLE_LIST_ITEM;
    row->box.across = ALIGN_START;
    if (paragraph->kind == PARAGRAPH_NUMBER) {
        struct node *digits = text_string(b, row, arena_print(b->scene->arena, "%d.", paragraph->number), type);
        digits->box.text_width = 8;
        row->label = numbered(b, paragraph);
    } else {
        struct node *dot = scene_add(b->scene, row, ROLE_BULLET, LOOK_NONE);
        dot->box.text_width = 5;
        dot->box.text_height = BODY_LINE_MM;
    }
    struct node *body = scene_add(b->scene, row, ROLE_TEXT, LOOK_NONE);
    node_spans(body, paragraph->spans, paragraph->span_count, type);
    body->box.grow = 1;
    mark_terms(b, body);
    link_buttons(b, parent, paragraph);
}

static void paragraph_node(struct builder *b, struct node *parent, const struct paragraph *paragraph,
                           enum type_style type)
{
    if (paragraph->kind == PARAGRAPH_BULLET || paragraph->kind == PARAGRAPH_NUMBER) {
        list_entry(b, parent, paragraph, type);
        return;
    }
    bool is_heading = paragraph->kind == PARAGRAPH_HEADING;
    struct node *node = scene_add(b->scene, parent, is_heading ? ROLE_HEADING : ROLE_TEXT, LOOK_NONE);
    node->level = is_heading ? 3 : 0;
    node_spans(node, paragraph->spans, paragraph->span_count, is_heading ? TYPE_H3 : type);
    node->box.max_width = 330;
    mark_terms(b, node);
    link_buttons(b, parent, paragraph);
}

void prose(struct builder *b, struct node *parent, const struct prose *prose, enum type_style type)
{
    size_t language = b->session->language;
    for (size_t i = 0; i < prose->count[language]; i++) {
        paragraph_node(b, parent, &prose->in[language][i], type);
        parent->last->place = prose->place;
    }
}
