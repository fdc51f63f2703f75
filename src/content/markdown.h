/* Markdown to paragraphs of spans: headings, bold, italic, bullets, numbers, links.
 * This layer knows nothing of YAML, languages or pages. What the kiosk does not show (HTML, pictures,
 * tables, code, quotes, lines) is named to the caller, and its words are kept as plain text where there are any. */
#ifndef IOP_MARKDOWN_H
#define IOP_MARKDOWN_H

#include "arena.h"
#include "content.h"

#include <stddef.h>

/* Told while reading; offset: byte in the text. */
struct markdown_listener {
    void *context;
    void (*link)(void *context, const char *target, size_t offset);
    void (*refused)(void *context, const char *what, size_t offset);        /* "a picture" */
    void (*unknown_entity)(void *context, const char *name, size_t offset); /* "&foo;" */
};

/* Reads length bytes of valid UTF-8. Paragraphs, spans and their text are put into arena; scratch is used
 * meanwhile. Returns the paragraphs and sets *count; NULL and 0 for a text without words. */
const struct paragraph *markdown_read(const char *text, size_t length, struct arena *arena, struct arena *scratch,
                                      const struct markdown_listener *listener, size_t *count);

#endif
