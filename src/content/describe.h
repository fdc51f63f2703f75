/* What the tables of schema.h say of files, for those who write them: as JSON Schema for editors, as a page to read.
 * This layer reads tables only: no file, and nothing of what a clinic has written. */
#ifndef IOP_DESCRIBE_H
#define IOP_DESCRIBE_H

#include "tables.h"

#include <stdio.h>

/* For which kiosk: the languages that every text needs, at least one. */
struct described {
    const struct language *languages;
    size_t count;
};

/* English and Spanish, as the product's own content. */
extern const struct described shipped_languages;

/* JSON Schema, draft 2020-12 (json-schema.org/draft/2020-12), of one kind of file. It knows what single rows know:
 * keys, kinds of values, limits, languages. It does not know what needs more than one value: ids, totals. Of drafts,
 * which may lack translations, it asks as much as of other pages. */
void describe_json_schema(const struct content_file *file, const struct described *kiosk, FILE *out);

/* Every key of every file, and every code of a complaint, as one page of Markdown. */
void describe_reference(FILE *out);

/* The maps that a file is made of: the file's own first, then each once, in the order of the rows that hold them.
 * Bare ones are no maps and not among them. */
enum { PARTS_MAX = 48 };

struct parts {
    const struct schema *list[PARTS_MAX];
    size_t count;
};

struct parts parts_of(const struct schema *schema);

/* Number of a part, 0 for the file itself. It must be one of them. */
size_t part_index(const struct parts *parts, const struct schema *schema);

#endif
