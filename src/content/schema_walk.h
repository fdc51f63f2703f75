/* Shared by the files of the schema walker only: one file being read, and a reader for each type of value. */
#ifndef IOP_SCHEMA_WALK_H
#define IOP_SCHEMA_WALK_H

#include "line.h"
#include "schema.h"
#include "yaml_tree.h"

struct walk {
    struct schema_reader *reader;
    struct tree tree;
    struct line_walk lines; /* of the file, for what is said of them */
    bool draft;          /* the file says of itself that it is still being written */
    bool may_lack_texts; /* and then may lack translations */
};

/* Fills the member at `at` from the node, or adds a problem and leaves it as it is. */
typedef void field_reader(struct walk *walk, const struct field *field, const struct tree_node *node, void *at);

field_reader read_words, read_prose; /* schema_text.c */
field_reader read_text, read_id, read_icon, read_date, read_time, read_integer, read_number, read_boolean, read_choice,
    read_bits, read_color, read_target, read_helpline, read_term; /* schema_value.c */
field_reader read_keys;                                           /* schema_keys.c */

/* Sets the default of every row; out is zeroed. */
void set_fallbacks(const struct schema *schema, void *out); /* schema_fallback.c */

/* A problem at the node: 'key' must be …, but is …. */
void report_shape(struct walk *walk, const struct field *field, const struct tree_node *node);

/* Copies a text into the content's memory; at is a const char *. */
void store_text(struct walk *walk, const char *text, size_t length, void *at);

/* True if the node is a text with something in it; else reports. */
bool is_text(struct walk *walk, const struct field *field, const struct tree_node *node);

/* The beginning of a text from a file, for a message; in the problems' memory. */
const char *shown(struct walk *walk, const char *text);

/* "a, b, c" in the problems' memory. */
const char *names_text(struct walk *walk, const struct names *names);

/* The name that was chosen; NULL and a problem if the text is none of the field's names. */
const struct name *chosen_name(struct walk *walk, const struct field *field, const struct tree_node *node);

void add_reference(struct walk *walk, struct reference reference);

#endif
