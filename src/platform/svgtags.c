/* Cuts the text of an SVG file into tags and attributes. */
#include "svgtags.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_space(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

static const char *over_spaces(const char *at)
{
    while (is_space(*at))
        at++;
    return at;
}

static const char *over_name(const char *at)
{
    while (*at && !is_space(*at) && !strchr("=/>\"'", *at))
        at++;
    return at;
}

/* Behind comments and <?xml ...?>, at the next tag's <; NULL if a comment has no end. */
static const char *to_tag(const char *at)
{
    for (at = strchr(at, '<'); at; at = strchr(at, '<')) {
        const bool comment = strncmp(at, "<!--", 4) == 0;
        if (!comment && at[1] != '?')
            return at;
        const char *end = strstr(at, comment ? "-->" : "?>");
        if (!end)
            return NULL;
        at = end;
    }
    return NULL;
}

/* name="value" at *at. */
static bool read_attribute(const char **at, struct svg_tag *tag)
{
    if (tag->count == SVG_ATTRIBUTES_MAX)
        return false;
    struct svg_attribute *attribute = &tag->attributes[tag->count++];
    const char *name_end = over_name(*at), *quote = name_end + 1;
    if (name_end == *at || *name_end != '=' || (*quote != '"' && *quote != '\''))
        return false;
    const char *end = strchr(quote + 1, *quote);
    if (!end)
        return false;
    *attribute = (struct svg_attribute){*at, quote + 1, (size_t)(name_end - *at), (size_t)(end - quote - 1), false};
    *at = end + 1;
    return true;
}

static bool read_tag(const char **at, struct svg_tag *tag)
{
    *tag = (struct svg_tag){.closing = **at == '/'};
    tag->name = *at + tag->closing;
    *at = over_name(tag->name);
    tag->name_length = (size_t)(*at - tag->name);
    for (*at = over_spaces(*at); **at && **at != '>' && **at != '/'; *at = over_spaces(*at))
        if (!read_attribute(at, tag))
            return false;
    tag->empty = **at == '/';
    *at += tag->empty;
    return *(*at)++ == '>' && tag->name_length > 0;
}

enum svg_step svg_next(const char **text, struct svg_tag *tag)
{
    const char *at = to_tag(*text);
    if (!at)
        return SVG_END;
    at++;
    if (!read_tag(&at, tag))
        return SVG_BROKEN;
    *text = at;
    return SVG_TAG;
}

static bool same(const char *name, const char *text, size_t length)
{
    return strlen(name) == length && memcmp(name, text, length) == 0;
}

bool svg_is(const struct svg_tag *tag, const char *name)
{
    return same(name, tag->name, tag->name_length);
}

const struct svg_attribute *svg_take(struct svg_tag *tag, const char *name)
{
    for (int i = 0; i < tag->count; i++)
        if (same(name, tag->attributes[i].name, tag->attributes[i].name_length)) {
            tag->attributes[i].taken = true;
            return &tag->attributes[i];
        }
    return NULL;
}

bool svg_number(const char **at, const char *end, float *number)
{
    while (*at < end && (is_space(**at) || **at == ','))
        (*at)++;
    char *behind;
    const float read = strtof(*at, &behind);
    if (*at >= end || behind == *at || behind > end || !isfinite(read) || fabsf(read) > 1e6F)
        return false;
    *at = behind;
    *number = read;
    return true;
}

bool svg_take_number(struct svg_tag *tag, const char *name, float *number)
{
    const struct svg_attribute *attribute = svg_take(tag, name);
    if (!attribute)
        return true;
    const char *at = attribute->value, *end = at + attribute->length;
    return svg_number(&at, end, number) && at == end;
}

bool svg_all_taken(const struct svg_tag *tag)
{
    for (int i = 0; i < tag->count; i++)
        if (!tag->attributes[i].taken)
            return false;
    return true;
}
