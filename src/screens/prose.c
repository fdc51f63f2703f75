/* Markdown text as nodes: paragraphs, headings, lists, and a button for each link. */
#include "parts.h"

#include "load.h"

/* A word in a line is too small to touch: each link to a page gets a button behind its paragraph. */
static void link_buttons(struct builder *b, struct node *parent, const struct paragraph *paragraph)
{
    struct node *row = NULL;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        uint16_t page = span->target != NULL ? content_page(b->content, span->target) : NO_INDEX;
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

static void list_entry(struct builder *b, struct node *parent, const struct paragraph *paragraph, enum type_style type)
{
    struct node *row = group(b, parent, ARRANGE_ROW, 2.5f);
    row->role = ROLE_LIST_ITEM;
    row->box.across = ALIGN_START;
    if (paragraph->kind == PARAGRAPH_NUMBER) {
        struct node *digits = text_string(b, row, arena_print(b->scene->arena, "%d.", paragraph->number), type);
        digits->box.text_width = 8;
    } else {
        struct node *dot = scene_add(b->scene, row, ROLE_BULLET, LOOK_NONE);
        dot->box.text_width = 5;
        dot->box.text_height = BODY_LINE_MM;
    }
    struct node *body = scene_add(b->scene, row, ROLE_TEXT, LOOK_NONE);
    node_spans(body, paragraph->spans, paragraph->span_count, type);
    body->box.grow = 1;
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
