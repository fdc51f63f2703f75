/* The tags of an SVG file, one after the other. It knows no more of XML than such files need: elements,
 * attributes in quotes, comments. Nothing is copied: names and values point into the text. */
#ifndef IOP_SVGTAGS_H
#define IOP_SVGTAGS_H

#include <stdbool.h>
#include <stddef.h>

enum { SVG_ATTRIBUTES_MAX = 16 };

struct svg_attribute {
    const char *name, *value;
    size_t name_length, length; /* the value ends at a quote, not at a NUL */
    bool taken;
};

struct svg_tag {
    const char *name;
    size_t name_length;
    bool closing, empty; /* </g> and <g/> */
    struct svg_attribute attributes[SVG_ATTRIBUTES_MAX];
    int count;
};

enum svg_step { SVG_TAG, SVG_END, SVG_BROKEN };

/* The next tag at *text, which ends with NUL; *text then stands behind it. */
enum svg_step svg_next(const char **text, struct svg_tag *tag);

bool svg_is(const struct svg_tag *tag, const char *name);

/* The attribute, NULL if the tag has none of that name. Remembers that it was asked for. */
const struct svg_attribute *svg_take(struct svg_tag *tag, const char *name);

/* A number without a unit; *number stays as it is if there is no such attribute. False if it is no number. */
bool svg_take_number(struct svg_tag *tag, const char *name, float *number);

/* Was every attribute asked for? One that was not may change the picture in a way nobody knew. */
bool svg_all_taken(const struct svg_tag *tag);

/* Reads a number at *at, over spaces and one comma; false if there is none before `end`. */
bool svg_number(const char **at, const char *end, float *number);

#endif
