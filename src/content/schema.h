/* Tables that say what a YAML file may hold, and the walker that fills a struct from them.
 * One row a key: the parser, the error messages, the staff's reference and the JSON Schema are read from it.
 * This layer knows nothing of clinics: the tables of the content stand in tables.h, other layers have their own. */
#ifndef IOP_SCHEMA_H
#define IOP_SCHEMA_H

#include "arena.h"
#include "content.h"
#include "problem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The C type behind each stands in the second column. */
enum field_type {
    FIELD_WORDS,    /* struct words: one line of text in every language */
    FIELD_PROSE,    /* struct prose: Markdown in every language */
    FIELD_TEXT,     /* const char *: the same in all languages; one of `names` if there are any */
    FIELD_ID,       /* const char *: small letters, digits, - and _ */
    FIELD_ICON,     /* const char *: word of a Material icon */
    FIELD_DATE,     /* const char *: 2026-01-15 */
    FIELD_TIME,     /* int: minutes of the day, 0 to 1440, from "8:30" */
    FIELD_INTEGER,  /* int, from min to max */
    FIELD_NUMBER,   /* double, from min to max */
    FIELD_BOOLEAN,  /* bool: true or false */
    FIELD_CHOICE,   /* an enum: the index of one of `names` */
    FIELD_BITS,     /* uint8_t from a list of `names`: bit 0 for the first */
    FIELD_COLOR,    /* uint32_t 0xFFRRGGBB from "#RRGGBB" */
    FIELD_TARGET,   /* struct target: an id that the cross checks resolve */
    FIELD_HELPLINE, /* struct target: the id of a helpline */
    FIELD_TERM,     /* struct target: the id of a term of the glossary */
    FIELD_KEYS,     /* struct key_bindings: a map from the names of keys to one of `names` each */
    FIELD_MAP,      /* the struct of `map`, in place; offset 0 for a map that only groups keys of this struct */
    FIELD_POINTER   /* pointer to a struct of `map`, NULL if the key is missing */
};

/* Names of a choice; an alias has the index of another name. */
struct name {
    const char *name;
    int value;
};

struct names {
    const struct name *list;
    size_t count;
};

struct schema;

/* Whose words a text is. Reading does not ask; the check of the wording (editor.h) does. */
enum wording {
    WORDING_OWN,           /* ours: any of them may be written better */
    WORDING_OF_INSTRUMENT, /* a question or an answer: not ours where the check's own wording is official */
    WORDING_FIXED,         /* a credit line: letter by letter as its owner wants it */
    WORDING_AVOIDED        /* an example of what better stays unsaid */
};

struct field {
    const char *key;
    enum field_type type;
    size_t offset; /* of the member, in the struct of the schema */
    bool required;
    bool list;         /* a list of type: a pointer at offset, a size_t at count_offset; min and max entries */
    bool one_for_all;  /* of words: one plain text may stand for all languages */
    bool may_repeat;   /* of a list: two entries in a row may be the same */
    bool may_be_empty; /* of words: "" is a text too */
    bool lines;        /* of words: line breaks are kept */
    enum wording wording;
    bool read_whole; /* of a list: people take it in at once, so it should be short */
    bool has_place;  /* the value's place is stored at place_offset */
    size_t place_offset;
    size_t count_offset;
    double min, max;  /* both 0: no limit */
    bool or_zero;     /* of a number: 0 is one of its values, too, though less than min */
    double fallback;  /* value if the key is missing */
    const char *unit; /* "seconds" */
    const struct names *names;
    const struct schema *map;
    int kind;         /* in a one_kind schema: what the key means */
    bool beside_kind; /* in a one_kind schema: may stand beside the key that names the kind */
    const char *help; /* a sentence for staff */
};

struct schema {
    const char *name; /* as in "unknown key 'x' in a page": "page" */
    const char *help;
    size_t size; /* of the struct */
    const struct field *fields;
    size_t field_count;
    bool bare;          /* no map of its own: the value is read by the only row */
    bool one_kind;      /* exactly one of the keys but those beside_kind; its `kind` is stored */
    size_t kind_offset; /* with one_kind: an int-sized enum, or a bool if kind_is_bool */
    bool kind_is_bool;
    bool has_place; /* the place of the map is stored at place_offset */
    size_t place_offset;
    const char *draft_key;  /* of a whole file: behind this key the word `draft` says that it is still being written */
    bool draft_lacks_texts; /* then a missing translation is a warning: nobody will see it */
};

/* One thing that leads somewhere: found while reading, resolved when all ids are known. */
enum reference_kind { REFERENCE_TARGET, REFERENCE_LINK, REFERENCE_TERM, REFERENCE_HELPLINE };

struct reference {
    enum reference_kind kind;
    const char *name;
    struct place place;
    struct target *target; /* to be filled; NULL for a link in prose, which names its page itself */
    bool from_draft;       /* its file says of itself that it is still being written */
    struct reference *next;
};

/* What reading needs, the same for all files. */
struct schema_reader {
    struct arena *arena;      /* where values live */
    struct arena *scratch;    /* emptied with every file */
    struct arena *references; /* where the list of references lives; NULL: none is kept */
    struct reference *first_reference;
    const struct language *languages; /* count 0: unknown, words and prose are passed over */
    size_t language_count;
    struct problems *problems;
    uint64_t digest;      /* of all files read so far, names and bytes; begin with 0 */
    size_t folder_length; /* how many bytes of a file's name are the folder's and do not enter the digest */
};

/* Reads one file into out, a zeroed struct of the schema; its defaults are set first. All problems of the
 * file are added. True if none was an error. file is copied into the arena. */
bool schema_load_file(const char *file, const struct schema *schema, void *out, struct schema_reader *reader);

/* What a type is called in a sentence: "a whole number". */
const char *schema_type_name(enum field_type type);

/* Index of the language in the reader's list, or -1. */
int schema_language(const struct schema_reader *reader, const char *tag);

#endif
