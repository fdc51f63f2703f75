/* What glossary.yaml may hold: words that pages can mark, and what they mean. */
#include "tables.h"

static const struct field term_fields[] = {
    {.key = "id",
     .type = FIELD_ID,
     MEMBER(struct term, id),
     .required = true,
     .help = "A short name for use in pages: [parity](glossary:parity)"},
    {.key = "term",
     .type = FIELD_WORDS,
     MEMBER(struct term, term),
     .required = true,
     .one_for_all = true,
     .help = "The word itself, as it stands over its explanation"},
    {.key = "also",
     .type = FIELD_WORDS,
     MEMBER(struct term, also),
     .one_for_all = true,
     .help = "The same in other words: what the letters stand for, other names"},
    {.key = "text",
     .type = FIELD_WORDS,
     MEMBER(struct term, text),
     .required = true,
     .help = "What it means, in at most three short sentences"},
};
static const struct schema term_schema = {.name = "a term",
                                          .help = "One word and what it means",
                                          .size = sizeof(struct term),
                                          .has_place = true,
                                          .place_offset = offsetof(struct term, place),
                                          FIELDS(term_fields)};

static const struct field glossary_fields[] = {
    {.key = "terms",
     .type = FIELD_MAP,
     .map = &term_schema,
     MEMBERS(struct glossary, terms, term_count),
     .required = true,
     .min = 1,
     .max = 200,
     .help = "All words that pages can mark"},
};
const struct schema glossary_schema = {.name = "glossary.yaml",
                                       .help = "Words explained, for pages that mark them",
                                       .size = sizeof(struct glossary),
                                       FIELDS(glossary_fields)};
