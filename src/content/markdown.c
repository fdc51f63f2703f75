/* Markdown to paragraphs: md4c finds the structure, this file flattens it. */
#include "markdown.h"

#include "entity.h"

#include <md4c.h>
#include <stdbool.h>
#include <string.h>

/* What the kiosk has no picture of. */
static const char *const refused_blocks[] = {
    [MD_BLOCK_QUOTE] = "a quote marked with >", [MD_BLOCK_HR] = "a line across",
    [MD_BLOCK_CODE] = "a block of code",        [MD_BLOCK_HTML] = "HTML",
    [MD_BLOCK_TABLE] = "a table in Markdown",   [MD_BLOCK_TD] = NULL,
};

enum { LISTS_MAX = 8, FIRST_CAPACITY = 8 };

struct open_list {
    bool numbered;
    int next;
};

struct builder {
    const char *source;
    size_t length;
    struct arena *arena, *scratch;
    const struct markdown_listener *listener;
    char *written; /* the text of all spans, never longer than the source */
    size_t written_length;
    struct span *spans; /* of the open paragraph */
    size_t span_count, span_capacity;
    struct paragraph *paragraphs;
    size_t paragraph_count, paragraph_capacity;
    enum paragraph_kind kind; /* of the next or open paragraph */
    int number;
    int bold, italic;    /* how many are open */
    const char *target;  /* of the open link: id of a page or term */
    uint32_t link;       /* SPAN_LINK or SPAN_TERM while one is open */
    const char *unheard; /* the open link as written, until the listener knows it */
    bool html_told;
    const char *refused; /* to be told at the next text, whose place is known */
    size_t offset;       /* in the source, behind the last text */
    struct open_list lists[LISTS_MAX];
    int list_depth;
};

static void *grown(struct arena *scratch, void *old, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return old;
    }
    *capacity = *capacity > 0 ? 2 * *capacity : FIRST_CAPACITY;
    void *more = arena_take_array(scratch, *capacity, size);
    if (old != NULL) {
        memcpy(more, old, count * size);
    }
    return more;
}

static uint32_t style_of(const struct builder *builder)
{
    return (builder->bold > 0 ? (uint32_t)SPAN_BOLD : 0) | (builder->italic > 0 ? (uint32_t)SPAN_ITALIC : 0) |
           builder->link;
}

static void add_bytes(struct builder *builder, const char *bytes, size_t length)
{
    uint32_t style = style_of(builder);
    struct span *last = builder->span_count > 0 ? &builder->spans[builder->span_count - 1] : NULL;
    char *end = builder->written + builder->written_length;
    if (length > builder->length - builder->written_length) {
        return; /* cannot happen: nothing gets longer than it was written */
    }
    for (size_t i = 0; i < length; i++) {
        end[i] = bytes[i] == '\n' || bytes[i] == '\t' ? ' ' : bytes[i];
    }
    builder->written_length += length;
    if (last != NULL && last->style == style && last->target == builder->target) {
        last->length += (uint32_t)length;
        return;
    }
    builder->spans =
        grown(builder->scratch, builder->spans, builder->span_count, &builder->span_capacity, sizeof *builder->spans);
    builder->spans[builder->span_count++] =
        (struct span){.text = end, .length = (uint32_t)length, .style = style, .target = builder->target};
}

static void drop_space_at_end(struct builder *builder)
{
    while (builder->span_count > 0) {
        struct span *last = &builder->spans[builder->span_count - 1];
        while (last->length > 0 && last->text[last->length - 1] == ' ') {
            last->length--;
        }
        if (last->length > 0) {
            return;
        }
        builder->span_count--;
    }
}

/* Closes the open paragraph if it has words. */
static void finish(struct builder *builder)
{
    drop_space_at_end(builder);
    if (builder->span_count > 0) {
        struct span *spans = arena_take_array(builder->arena, builder->span_count, sizeof *spans);
        memcpy(spans, builder->spans, builder->span_count * sizeof *spans);
        builder->paragraphs = grown(builder->scratch, builder->paragraphs, builder->paragraph_count,
                                    &builder->paragraph_capacity, sizeof *builder->paragraphs);
        builder->paragraphs[builder->paragraph_count++] = (struct paragraph){
            .kind = builder->kind, .number = builder->number, .spans = spans, .span_count = builder->span_count};
        builder->kind = PARAGRAPH_TEXT;
        builder->number = 0;
    }
    builder->span_count = 0;
}

static void tell_refused(struct builder *builder)
{
    if (builder->refused != NULL) {
        builder->listener->refused(builder->listener->context, builder->refused, builder->offset);
        builder->refused = NULL;
    }
}

/* A line across has no text that would bring its place: it is the next line with anything in it. */
static void tell_line_across(struct builder *builder)
{
    size_t at = builder->offset;
    while (at > 0 && at < builder->length && builder->source[at] != '\n') {
        at++;
    }
    while (at < builder->length && (builder->source[at] == '\n' || builder->source[at] == ' ')) {
        at++;
    }
    builder->offset = at;
    tell_refused(builder);
}

static void open_list(struct builder *builder, bool numbered, unsigned start)
{
    if (builder->list_depth < LISTS_MAX) {
        builder->lists[builder->list_depth] = (struct open_list){numbered, (int)(start % 1000000)};
    }
    builder->list_depth++;
}

static void open_entry(struct builder *builder)
{
    int depth = builder->list_depth < LISTS_MAX ? builder->list_depth : LISTS_MAX;
    struct open_list *list = depth > 0 ? &builder->lists[depth - 1] : NULL;
    bool numbered = list != NULL && list->numbered;
    builder->kind = numbered ? PARAGRAPH_NUMBER : PARAGRAPH_BULLET;
    builder->number = numbered ? list->next++ : 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct builder *builder = context;
    finish(builder);
    if (type == MD_BLOCK_H) {
        builder->kind = PARAGRAPH_HEADING;
    } else if (type == MD_BLOCK_UL) {
        open_list(builder, false, 0);
    } else if (type == MD_BLOCK_OL) {
        open_list(builder, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
    } else if (type == MD_BLOCK_LI) {
        open_entry(builder);
    }
    if (refused_blocks[type] != NULL) {
        tell_refused(builder);
        builder->refused = refused_blocks[type];
        builder->html_told = builder->html_told || type == MD_BLOCK_HTML;
    }
    if (type == MD_BLOCK_HR) {
        tell_line_across(builder);
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    (void)detail;
    struct builder *builder = context;
    finish(builder);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
        builder->list_depth--;
    }
    if (type == MD_BLOCK_LI || type == MD_BLOCK_H) {
        builder->kind = PARAGRAPH_TEXT;
        builder->number = 0;
    }
    return 0;
}

static const char *attribute_text(struct builder *builder, const MD_ATTRIBUTE *attribute)
{
    return arena_copy(builder->arena, attribute->text, attribute->size);
}

static void open_link(struct builder *builder, const char *target)
{
    size_t prefix = strlen(GLOSSARY_LINK);
    bool term = strncmp(target, GLOSSARY_LINK, prefix) == 0;
    builder->target = term ? target + prefix : target;
    builder->link = term ? SPAN_TERM : SPAN_LINK;
    builder->unheard = target;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct builder *builder = context;
    if (type == MD_SPAN_EM) {
        builder->italic++;
    } else if (type == MD_SPAN_STRONG) {
        builder->bold++;
    } else if (type == MD_SPAN_A) {
        open_link(builder, attribute_text(builder, &((const MD_SPAN_A_DETAIL *)detail)->href));
    } else if (type == MD_SPAN_IMG) {
        tell_refused(builder);
        builder->refused = "a picture inside of a text";
    } else if (type == MD_SPAN_CODE) {
        tell_refused(builder);
        builder->refused = "code between ` `";
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)detail;
    struct builder *builder = context;
    if (type == MD_SPAN_EM) {
        builder->italic--;
    } else if (type == MD_SPAN_STRONG) {
        builder->bold--;
    } else if (type == MD_SPAN_A) {
        builder->target = builder->unheard = NULL;
        builder->link = SPAN_PLAIN;
    }
    return 0;
}

static void hear_place(struct builder *builder, const char *text, size_t size)
{
    if (text >= builder->source && text < builder->source + builder->length) {
        builder->offset = (size_t)(text - builder->source);
    }
    tell_refused(builder);
    if (builder->unheard != NULL) {
        builder->listener->link(builder->listener->context, builder->unheard, builder->offset);
        builder->unheard = NULL;
    }
    builder->offset += size;
}

static void add_entity(struct builder *builder, const char *entity, size_t size)
{
    char character[4];
    size_t length = entity_decode(entity, size, character);
    if (length > 0) {
        add_bytes(builder, character, length);
        return;
    }
    char name[64] = "";
    memcpy(name, entity, size < sizeof name ? size : sizeof name - 1);
    builder->listener->unknown_entity(builder->listener->context, name, builder->offset - size);
    add_bytes(builder, entity, size);
}

static int add_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    struct builder *builder = context;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        add_bytes(builder, " ", 1);
        return 0;
    }
    if (type == MD_TEXT_HTML && !builder->html_told) {
        builder->refused = refused_blocks[MD_BLOCK_HTML];
        builder->html_told = true; /* once is enough: tags come in pairs */
    }
    hear_place(builder, text, size);
    if (type == MD_TEXT_ENTITY) {
        add_entity(builder, text, size);
    } else if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE) {
        add_bytes(builder, text, size);
    }
    return 0;
}

/* Most texts are one line without any mark: they need no parser. */
static bool is_unmarked(const char *text, size_t length)
{
    static const char begins_block[] = "-+=0123456789 \t";
    return length > 0 && strchr(begins_block, text[0]) == NULL && strcspn(text, "*_[]<>&\\`#!|~\n\r\t") == length;
}

static const struct paragraph *unmarked_paragraph(const char *text, size_t length, struct arena *arena)
{
    struct paragraph *paragraph = arena_take(arena, sizeof *paragraph);
    struct span *span = arena_take(arena, sizeof *span);
    *span = (struct span){.text = arena_copy(arena, text, length), .length = (uint32_t)length};
    *paragraph = (struct paragraph){.kind = PARAGRAPH_TEXT, .spans = span, .span_count = 1};
    return paragraph;
}

static const struct paragraph *kept_paragraphs(const struct builder *builder, size_t *count)
{
    *count = builder->paragraph_count;
    if (*count == 0) {
        return NULL;
    }
    struct paragraph *paragraphs = arena_take_array(builder->arena, *count, sizeof *paragraphs);
    memcpy(paragraphs, builder->paragraphs, *count * sizeof *paragraphs);
    return paragraphs;
}

const struct paragraph *markdown_read(const struct markdown *markdown, const char *text, size_t length, size_t *count)
{
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' ')) {
        length--;
    }
    if (is_unmarked(text, length)) {
        *count = 1;
        return unmarked_paragraph(text, length, markdown->arena);
    }
    static const MD_PARSER parser = {.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES,
                                     .enter_block = enter_block,
                                     .leave_block = leave_block,
                                     .enter_span = enter_span,
                                     .leave_span = leave_span,
                                     .text = add_text};
    struct builder builder = {.source = text,
                              .length = length,
                              .arena = markdown->arena,
                              .scratch = markdown->scratch,
                              .listener = &markdown->listener,
                              .written = arena_take(markdown->arena, length)};
    md_parse(text, (MD_SIZE)length, &parser, &builder);
    finish(&builder);
    tell_refused(&builder);
    return kept_paragraphs(&builder, count);
}
