/* Reads SVG gradients and works out their shades. */
#include "gradient.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_text(const struct svg_attribute *attribute, const char *text)
{
    return attribute && attribute->length == strlen(text) && memcmp(attribute->value, text, attribute->length) == 0;
}

static bool read_color(const char *value, size_t length, uint32_t *color)
{
    if (length != 7 || value[0] != '#' || strspn(value + 1, "0123456789abcdefABCDEF") < 6)
        return false;
    *color = 0xFF000000u | (uint32_t)strtoul(value + 1, NULL, 16);
    return true;
}

bool svg_take_color(struct svg_tag *tag, const char *name, uint32_t *color)
{
    const struct svg_attribute *attribute = svg_take(tag, name);
    return !attribute || read_color(attribute->value, attribute->length, color);
}

/* "translate(x y) scale(x y)", or nothing. */
struct placing {
    float move_x, move_y, scale_x, scale_y;
};

static bool read_pair(const char **at, const char *end, const char *word, float pair[2])
{
    const size_t length = strlen(word);
    if ((size_t)(end - *at) < length || memcmp(*at, word, length) != 0)
        return false;
    *at += length;
    return svg_number(at, end, &pair[0]) && svg_number(at, end, &pair[1]) && *at < end && *(*at)++ == ')';
}

static bool read_placing(struct svg_tag *tag, struct placing *placing)
{
    float move[2] = {0, 0}, scale[2] = {1, 1};
    const struct svg_attribute *attribute = svg_take(tag, "gradientTransform");
    if (attribute) {
        const char *at = attribute->value, *end = at + attribute->length;
        if (!read_pair(&at, end, "translate(", move) || !read_pair(&at, end, " scale(", scale) || at != end)
            return false;
    }
    *placing = (struct placing){move[0], move[1], scale[0], scale[1]};
    return scale[0] > 0 && scale[1] > 0;
}

/* The way is how far a place lies along the line from (x1, y1) to (x2, y2). */
static bool read_linear(struct gradient *gradient, struct svg_tag *tag, const struct placing *placing)
{
    float x1 = 0, y1 = 0, x2 = 1, y2 = 0;
    if (!svg_take_number(tag, "x1", &x1) || !svg_take_number(tag, "y1", &y1) || !svg_take_number(tag, "x2", &x2) ||
        !svg_take_number(tag, "y2", &y2))
        return false;
    const float across = x2 - x1, down = y2 - y1, square = across * across + down * down;
    if (square <= 0 || placing->scale_x != placing->scale_y)
        return false;
    gradient->x_share = across / square / placing->scale_x;
    gradient->y_share = down / square / placing->scale_y;
    gradient->x_start = -gradient->x_share * placing->move_x - across * x1 / square;
    gradient->y_start = -gradient->y_share * placing->move_y - down * y1 / square;
    return true;
}

static bool read_radial(struct gradient *gradient, struct svg_tag *tag, const struct placing *placing)
{
    float x = 0, y = 0, radius = 0;
    if (!svg_take_number(tag, "cx", &x) || !svg_take_number(tag, "cy", &y) || !svg_take_number(tag, "r", &radius) ||
        radius <= 0)
        return false;
    gradient->x_share = 1 / (placing->scale_x * radius);
    gradient->y_share = 1 / (placing->scale_y * radius);
    gradient->x_start = -gradient->x_share * placing->move_x - x / radius;
    gradient->y_start = -gradient->y_share * placing->move_y - y / radius;
    return true;
}

bool gradient_read(struct gradient *gradient, struct svg_tag *tag)
{
    struct placing placing;
    *gradient = (struct gradient){.radial = svg_is(tag, "radialGradient")};
    const struct svg_attribute *name = svg_take(tag, "id");
    if (!name || name->length >= sizeof gradient->name || !is_text(svg_take(tag, "gradientUnits"), "userSpaceOnUse") ||
        !read_placing(tag, &placing))
        return false;
    memcpy(gradient->name, name->value, name->length);
    return gradient->radial ? read_radial(gradient, tag, &placing) : read_linear(gradient, tag, &placing);
}

bool gradient_read_stop(struct gradient *gradient, struct svg_tag *tag)
{
    if (gradient->count == STOPS_MAX)
        return false;
    struct stop *stop = &gradient->stops[gradient->count++];
    float opacity = 1;
    *stop = (struct stop){.color = 0xFF000000u};
    if (!svg_take_number(tag, "offset", &stop->offset) || !svg_take_color(tag, "stop-color", &stop->color) ||
        !svg_take_number(tag, "stop-opacity", &opacity) || opacity < 0 || opacity > 1)
        return false;
    stop->color = (stop->color & 0xFFFFFFu) | (uint32_t)lroundf(255 * opacity) << 24;
    return gradient->count == 1 || stop->offset >= stop[-1].offset;
}

/* Channel number `channel` of the color `share` of the way from one to the other. */
static shade between(uint32_t from, uint32_t to, int channel, float share)
{
    const float a = (float)(from >> 8 * channel & 0xFF), b = (float)(to >> 8 * channel & 0xFF);
    return (shade)(64 * (a + (b - a) * share) + 0.5F) << 16 * channel;
}

static shade shade_at(const struct gradient *gradient, float way)
{
    const struct stop *after = gradient->stops, *last = gradient->stops + gradient->count - 1;
    while (after < last && after->offset < way)
        after++;
    const struct stop *before = after > gradient->stops && after->offset >= way ? after - 1 : after;
    const float length = after->offset - before->offset;
    const float share = length > 0 ? (way - before->offset) / length : 1;
    shade all = 0;
    for (int channel = 0; channel < 4; channel++)
        all |= between(before->color, after->color, channel, share);
    return all;
}

bool gradient_finish(struct gradient *gradient)
{
    gradient->opaque = true;
    for (int i = 0; i < gradient->count; i++)
        gradient->opaque = gradient->opaque && gradient->stops[i].color >> 24 == 255;
    for (int i = 0; gradient->count && i < SHADES; i++)
        gradient->shades[i] = shade_at(gradient, (float)i / (SHADES - 1));
    return gradient->count > 0;
}
