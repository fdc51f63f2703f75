/* Markdown to paragraphs of spans: headings, bold, italic, bullets, numbers, links.
 * This layer knows nothing of YAML, languages or pages. What the kiosk does not show (HTML, pictures,
 * tables, code, quotes, lines) is named to the caller, and its words are kept as plain text where there are any. */
#ifndef IOP_MARKDOWN_H
#define IOP_MARKDOWN_H

#include "arena.h"
#include "content.h"

#include <stddef.h>

/* A link that explains a word and leads nowhere: [parity](glossary:parity). */
#define GLOSSARY_LINK "glossary:"

/* Told while reading; offset: byte in the text. */
struct markdown_listener {
    void *context;
    void (*link)(void *context, const char *target, size_t offset);
    void (*refused)(void *context, const char *what, size_t offset);        /* "a picture" */
    void (*unknown_entity)(void *context, const char *name, size_t offset); /* "&foo;" */
};

/* Where results live, where reading works, and who hears of what was found. */
struct markdown {
    struct arena *arena, *scratch;
    struct markdown_listener listener;
};

/* Reads length bytes of valid UTF-8. Returns the paragraphs, whose spans and text are in the arena too, and
 * sets *count; NULL and 0 for a text without words. */
const struct paragraph *markdown_read(const struct markdown *markdown, const char *text, size_t length, size_t *count);

#endif
