/* libyaml's events become a tree; every limit is kept while they arrive, so that no file can cost more. */
#include "yaml_tree.h"

#include "file.h"
#include "line.h"
#include "problem_codes.h"
#include "text.h"
#include "yaml_slips.h"
#include "yaml_trouble.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static const enum tree_style styles[] = {
    [YAML_ANY_SCALAR_STYLE] = STYLE_PLAIN,
    [YAML_PLAIN_SCALAR_STYLE] = STYLE_PLAIN,
    [YAML_SINGLE_QUOTED_SCALAR_STYLE] = STYLE_QUOTED,
    [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = STYLE_QUOTED,
    [YAML_LITERAL_SCALAR_STYLE] = STYLE_LITERAL,
    [YAML_FOLDED_SCALAR_STYLE] = STYLE_FOLDED,
};

struct reader {
    yaml_parser_t parser;
    struct tree *tree;
    struct arena *arena;
    struct problems *problems;
    struct tree_node *open[TREE_DEPTH_MAX];  /* the lists and maps around the next node */
    struct tree_node *keyed[TREE_DEPTH_MAX]; /* in a map: has its key and waits for its value, else NULL */
    int depth;
    size_t nodes;
    int documents;
    struct yaml_mark quote_begin, quote_end;
    struct line_walk walk;
};

static struct yaml_mark from_one(yaml_mark_t mark)
{
    return (struct yaml_mark){.line = (int)mark.line + 1, .column = (int)mark.column + 1};
}

static struct place event_place(const struct reader *reader, const yaml_event_t *event)
{
    struct yaml_mark mark = from_one(event->start_mark);
    return (struct place){.file = reader->tree->file, .line = mark.line, .column = mark.column};
}

static bool refuse_deep(struct reader *reader, const yaml_event_t *event)
{
    report(reader->problems, TOO_DEEP, event_place(reader, event), "this is nested deeper than %d levels",
           TREE_DEPTH_MAX)
        ->fix = "look for a [, { or dash that does not belong here";
    return false;
}

static bool refuse_anchor(struct reader *reader, const yaml_event_t *event, const char *name)
{
    char sign = event->type == YAML_ALIAS_EVENT ? '*' : '&';
    const char *shown = problems_shown(reader->problems, name);
    struct problem *problem = report(reader->problems, ALIAS, event_place(reader, event),
                                     "a text without quotes cannot begin with '%c': '%c%s'", sign, sign, shown);
    problem->hint = "YAML takes this for a mark that stands for another place, which the kiosk does not read";
    problem->fix = problems_text(reader->problems, "put the whole text in quotes: \"%c%s …\"", sign, shown);
    return false;
}

static bool refuse_tag(struct reader *reader, const yaml_event_t *event, const char *name)
{
    struct problem *problem =
        report(reader->problems, TAG, event_place(reader, event), "a text without quotes cannot begin with '!': '%s'",
               problems_shown(reader->problems, name));
    problem->hint = "YAML takes a word with an exclamation mark for an order, which the kiosk does not read";
    problem->fix = "put the whole text in quotes: \"!…\"";
    return false;
}

static bool plain_data(struct reader *reader, const yaml_event_t *event, const yaml_char_t *anchor,
                       const yaml_char_t *tag)
{
    if (anchor != NULL) {
        return refuse_anchor(reader, event, (const char *)anchor);
    }
    return tag == NULL || refuse_tag(reader, event, (const char *)tag);
}

/* The node for an event: the one that waits behind its key, or a new entry of the open list; NULL if the
 * file has too many, or if a list or map stands where a key belongs. */
static struct tree_node *place_node(struct reader *reader, const yaml_event_t *event)
{
    struct tree_node *parent = reader->depth > 0 ? reader->open[reader->depth - 1] : NULL;
    struct tree_node *node = parent != NULL ? reader->keyed[reader->depth - 1] : NULL;
    if (reader->nodes++ >= TREE_NODES_MAX) {
        report(reader->problems, TOO_MANY_VALUES, event_place(reader, event), "this file holds more than %d values",
               TREE_NODES_MAX)
            ->fix = "spread the text over several files";
        return NULL;
    }
    if (parent != NULL && parent->kind == TREE_MAP && node == NULL) {
        report(reader->problems, KEY_NOT_WORD, event_place(reader, event), "a [ or { stands where a key belongs")->fix =
            "take it away, or write a word and a colon first; a text that begins with it needs quotes";
        return NULL;
    }
    if (node == NULL) {
        node = arena_take(reader->arena, sizeof *node);
    }
    struct yaml_mark mark = from_one(event->start_mark);
    node->line = mark.line;
    node->column = mark.column;
    node->text = "";
    return node;
}

static void link_node(struct reader *reader, struct tree_node *node)
{
    if (reader->depth == 0) {
        reader->tree->root = node;
        return;
    }
    struct tree_node *parent = reader->open[reader->depth - 1];
    *(parent->last != NULL ? &parent->last->next : &parent->first) = node;
    parent->last = node;
    parent->count++;
    reader->keyed[reader->depth - 1] = NULL;
}

static bool open_node(struct reader *reader, const yaml_event_t *event, enum tree_kind kind)
{
    if (reader->depth == TREE_DEPTH_MAX) {
        return refuse_deep(reader, event);
    }
    struct tree_node *node = place_node(reader, event);
    if (node == NULL) {
        return false;
    }
    node->kind = kind;
    link_node(reader, node);
    reader->keyed[reader->depth] = NULL;
    reader->open[reader->depth++] = node;
    return true;
}

static bool close_node(struct reader *reader)
{
    const struct tree_node *node = reader->open[--reader->depth];
    const struct tree_node *around = reader->depth > 0 ? reader->open[reader->depth - 1] : NULL;
    if (node->kind == TREE_MAP) {
        find_repeated_keys(&(struct map_place){.tree = reader->tree,
                                               .map = node,
                                               .in_list = around != NULL && around->kind == TREE_LIST,
                                               .scratch = reader->arena},
                           reader->problems);
    }
    return true;
}

static bool check_text(struct reader *reader, const yaml_event_t *event)
{
    if (event->data.scalar.length > TREE_TEXT_MAX) {
        report(reader->problems, TEXT_TOO_LONG, event_place(reader, event),
               "this text is too long: %zu bytes, at most %d are read", event->data.scalar.length, TREE_TEXT_MAX)
            ->fix = "divide it into several blocks or pages, or look for a quote that is not closed";
        return false;
    }
    return event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE ||
           text_quotes_fit((const char *)event->data.scalar.value, event_place(reader, event), reader->problems);
}

/* Remembers the # that stands behind a text in its line: staff may have meant it as part of the text. */
static void find_note(struct reader *reader, const yaml_event_t *event, struct tree_node *node)
{
    if (node->style != STYLE_PLAIN && node->style != STYLE_QUOTED) {
        return;
    }
    struct yaml_mark end = from_one(event->end_mark);
    struct line line = line_walk_to(&reader->walk, reader->tree->source, reader->tree->size, end.line);
    size_t at = line_offset(line, end.column);
    size_t space = 0;
    while (at + space < line.length && strchr(" \t", line.bytes[at + space]) != NULL) {
        space++;
    }
    if (space > 0 && at + space < line.length && line.bytes[at + space] == '#') {
        node->note_line = end.line;
        node->note_column = end.column + (int)space;
    }
}

static bool add_key(struct reader *reader, const yaml_event_t *event)
{
    struct tree_node *node = arena_take(reader->arena, sizeof *node);
    struct yaml_mark mark = from_one(event->start_mark);
    node->key = arena_copy(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    node->key_line = mark.line;
    node->key_column = mark.column;
    reader->keyed[reader->depth - 1] = node;
    return true;
}

static void remember_quote(struct reader *reader, const yaml_event_t *event)
{
    bool quoted = styles[event->data.scalar.style] == STYLE_QUOTED;
    reader->quote_begin = quoted ? from_one(event->start_mark) : (struct yaml_mark){0};
    reader->quote_end = quoted ? from_one(event->end_mark) : (struct yaml_mark){0};
}

static bool add_text(struct reader *reader, const yaml_event_t *event)
{
    remember_quote(reader, event);
    if (!plain_data(reader, event, event->data.scalar.anchor, event->data.scalar.tag) || !check_text(reader, event)) {
        return false;
    }
    bool in_map = reader->depth > 0 && reader->open[reader->depth - 1]->kind == TREE_MAP;
    if (in_map && reader->keyed[reader->depth - 1] == NULL) {
        return add_key(reader, event);
    }
    struct tree_node *node = place_node(reader, event);
    if (node == NULL) {
        return false;
    }
    node->kind = TREE_TEXT;
    node->style = styles[event->data.scalar.style];
    node->length = event->data.scalar.length;
    node->text = arena_copy(reader->arena, (const char *)event->data.scalar.value, node->length);
    find_note(reader, event, node);
    link_node(reader, node);
    return true;
}

static bool start_document(struct reader *reader, const yaml_event_t *event)
{
    if (reader->documents++ == 0) {
        return true;
    }
    report(reader->problems, SECOND_DOCUMENT, event_place(reader, event), "a second document begins here")->fix =
        "take the line --- away, or put what follows in a file of its own";
    return false;
}

static bool take_event(struct reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return start_document(reader, event);
    case YAML_ALIAS_EVENT:
        return refuse_anchor(reader, event, (const char *)event->data.alias.anchor);
    case YAML_SCALAR_EVENT:
        return add_text(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return plain_data(reader, event, event->data.sequence_start.anchor, event->data.sequence_start.tag) &&
               open_node(reader, event, TREE_LIST);
    case YAML_MAPPING_START_EVENT:
        return plain_data(reader, event, event->data.mapping_start.anchor, event->data.mapping_start.tag) &&
               open_node(reader, event, TREE_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_node(reader);
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return false;
}

/* Where the innermost list or map begins that is not closed yet. */
static struct yaml_mark open_mark(const struct reader *reader)
{
    const struct tree_node *node = reader->depth > 0 ? reader->open[reader->depth - 1] : NULL;
    return node != NULL ? (struct yaml_mark){.line = node->line, .column = node->column} : (struct yaml_mark){0};
}

static bool refuse_broken(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const struct yaml_trouble trouble = {
        .file = reader->tree->file,
        .source = reader->tree->source,
        .size = reader->tree->size,
        .problem = parser->problem != NULL ? parser->problem : "",
        .context = parser->context != NULL ? parser->context : "",
        .at = from_one(parser->problem_mark),
        .began = from_one(parser->context_mark),
        .open = open_mark(reader),
        .quote_begin = reader->quote_begin,
        .quote_end = reader->quote_end,
    };
    yaml_explain(&trouble, reader->problems);
    return false;
}

static bool read_events(struct reader *reader)
{
    for (bool ended = false; !ended;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            return refuse_broken(reader);
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        bool taken = take_event(reader, &event);
        yaml_event_delete(&event);
        if (!taken) {
            return false;
        }
    }
    return true;
}

bool tree_parse(struct tree *tree, const char *text, size_t size, struct arena *arena, struct problems *problems)
{
    tree->source = text;
    tree->size = size;
    tree->root = NULL;
    struct reader reader = {.tree = tree, .arena = arena, .problems = problems};
    if (!yaml_parser_initialize(&reader.parser)) {
        report(problems, OTHER_YAML, (struct place){.file = tree->file},
               "there is not enough memory to read this file");
        return false;
    }
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, size);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    bool whole = read_events(&reader);
    yaml_parser_delete(&reader.parser);
    if (whole && tree->root == NULL) {
        report(problems, EMPTY_FILE, (struct place){.file = tree->file}, "this file is empty")->fix =
            "write its content, or delete it";
    }
    tree->root = whole ? tree->root : NULL;
    return tree->root != NULL;
}

bool tree_read(struct tree *tree, const char *file, struct arena *arena, struct problems *problems)
{
    struct file_text text;
    *tree = (struct tree){.file = file};
    return file_read(file, arena, &text, problems) && tree_parse(tree, text.text, text.size, arena, problems);
}
