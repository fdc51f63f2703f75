/* Reads plain SVG: every element and attribute is either understood or the whole picture refused. */
#include "vector.h"

#include "vectorparts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 8 };

/* What a shape inherits from the groups around it. */
struct style {
    bool none;
    int gradient;
    uint32_t color;
    float opacity;
};

struct reader {
    struct vector *vector;
    struct style styles[DEPTH_MAX];
    int depth;
    bool started, finished, in_defs;
};

static bool find_gradient(const struct vector *vector, const char *name, size_t length, struct style *style)
{
    for (int i = 0; i < vector->gradient_count; i++)
        if (strlen(vector->gradients[i].name) == length && memcmp(vector->gradients[i].name, name, length) == 0) {
            style->gradient = i;
            return true;
        }
    return false;
}

/* none, #RRGGBB or url(#name) of a gradient that was described before. */
static bool read_fill(const struct vector *vector, struct svg_tag *tag, struct style *style)
{
    const struct svg_attribute *fill = svg_take(tag, "fill");
    if (!fill)
        return true;
    style->gradient = -1;
    style->none = fill->length == 4 && memcmp(fill->value, "none", 4) == 0;
    if (fill->length > 6 && memcmp(fill->value, "url(#", 5) == 0 && fill->value[fill->length - 1] == ')')
        return find_gradient(vector, fill->value + 5, fill->length - 6, style);
    return style->none || svg_take_color(tag, "fill", &style->color);
}

static bool read_style(struct reader *reader, struct svg_tag *tag, struct style *style)
{
    *style = reader->styles[reader->depth];
    return read_fill(reader->vector, tag, style) && svg_take_number(tag, "fill-opacity", &style->opacity) &&
           style->opacity >= 0 && style->opacity <= 1;
}

static bool read_view_box(struct vector *vector, struct svg_tag *tag)
{
    const struct svg_attribute *box = svg_take(tag, "viewBox");
    if (!box)
        return true;
    const char *at = box->value, *end = at + box->length;
    return svg_number(&at, end, &vector->left) && svg_number(&at, end, &vector->top) &&
           svg_number(&at, end, &vector->width) && svg_number(&at, end, &vector->height) && at == end;
}

/* Width and height only say how large the picture wants to be; when they have another shape than the view
 * box, more must be known than this knows. */
static bool read_picture(struct reader *reader, struct svg_tag *tag)
{
    struct vector *vector = reader->vector;
    float width = 0, height = 0;
    svg_take(tag, "xmlns");
    if (reader->started || tag->empty || !svg_take_number(tag, "width", &width) ||
        !svg_take_number(tag, "height", &height))
        return false;
    vector->width = width;
    vector->height = height;
    reader->started = true;
    return read_view_box(vector, tag) && vector->width > 0 && vector->height > 0 &&
           width * vector->height == height * vector->width;
}

static bool read_group(struct reader *reader, struct svg_tag *tag)
{
    struct style style;
    if (tag->empty || reader->depth + 1 == DEPTH_MAX || !read_style(reader, tag, &style))
        return false;
    reader->styles[++reader->depth] = style;
    return true;
}

static bool read_gradient(struct reader *reader, struct svg_tag *tag)
{
    struct vector *vector = reader->vector;
    if (tag->empty || vector->gradient_count == GRADIENTS_MAX)
        return false;
    return gradient_read(&vector->gradients[vector->gradient_count], tag);
}

static bool read_stop(struct reader *reader, struct svg_tag *tag)
{
    struct vector *vector = reader->vector;
    return tag->empty && vector->gradient_count < GRADIENTS_MAX &&
           gradient_read_stop(&vector->gradients[vector->gradient_count], tag);
}

static bool add_path(struct outline *outline, struct svg_tag *tag)
{
    const struct svg_attribute *path = svg_take(tag, "d");
    return path && outline_add_path(outline, path->value, path->length);
}

static bool add_round(struct outline *outline, struct svg_tag *tag)
{
    float x = 0, y = 0, radius_x = 0, radius_y = 0;
    if (svg_is(tag, "circle")) {
        if (!svg_take_number(tag, "r", &radius_x))
            return false;
        radius_y = radius_x;
    } else if (!svg_take_number(tag, "rx", &radius_x) || !svg_take_number(tag, "ry", &radius_y)) {
        return false;
    }
    return svg_take_number(tag, "cx", &x) && svg_take_number(tag, "cy", &y) && radius_x > 0 && radius_y > 0 &&
           outline_add_ellipse(outline, x, y, radius_x, radius_y);
}

static bool add_rect(struct outline *outline, struct svg_tag *tag)
{
    float x = 0, y = 0, width = 0, height = 0;
    return svg_take_number(tag, "x", &x) && svg_take_number(tag, "y", &y) && svg_take_number(tag, "width", &width) &&
           svg_take_number(tag, "height", &height) && width > 0 && height > 0 &&
           outline_add_rect(outline, x, y, width, height);
}

static bool add_outline(struct outline *outline, struct svg_tag *tag)
{
    return svg_is(tag, "path")   ? add_path(outline, tag)
           : svg_is(tag, "rect") ? add_rect(outline, tag)
                                 : add_round(outline, tag);
}

static bool read_shape(struct reader *reader, struct svg_tag *tag)
{
    struct vector *vector = reader->vector;
    struct style style;
    const int points = vector->outline.points, contours = vector->outline.contours;
    if (!tag->empty || reader->in_defs || vector->shape_count == VECTOR_SHAPES_MAX ||
        !read_style(reader, tag, &style) || !add_outline(&vector->outline, tag))
        return false;
    if (!style.none)
        vector->shapes[vector->shape_count++] =
            (struct vector_shape){points,         vector->outline.points - points,
                                  contours,       vector->outline.contours - contours,
                                  style.gradient, style.color,
                                  style.opacity};
    return true;
}

static bool read_defs(struct reader *reader, struct svg_tag *tag)
{
    reader->in_defs = true;
    return !tag->empty;
}

static bool close_defs(struct reader *reader)
{
    reader->in_defs = false;
    return true;
}

static bool close_picture(struct reader *reader)
{
    reader->finished = true;
    return reader->depth == 0;
}

static bool close_group(struct reader *reader)
{
    return reader->depth-- > 0;
}

static bool close_gradient(struct reader *reader)
{
    struct vector *vector = reader->vector;
    return vector->gradient_count < GRADIENTS_MAX && gradient_finish(&vector->gradients[vector->gradient_count++]);
}

static const struct element {
    const char *name;
    bool (*open)(struct reader *reader, struct svg_tag *tag);
    bool (*close)(struct reader *reader);
} ELEMENTS[] = {
    {"svg", read_picture, close_picture},
    {"defs", read_defs, close_defs},
    {"g", read_group, close_group},
    {"linearGradient", read_gradient, close_gradient},
    {"radialGradient", read_gradient, close_gradient},
    {"stop", read_stop, NULL},
    {"path", read_shape, NULL},
    {"circle", read_shape, NULL},
    {"ellipse", read_shape, NULL},
    {"rect", read_shape, NULL},
};

static const struct element *element_of(const struct svg_tag *tag)
{
    for (size_t i = 0; i < sizeof ELEMENTS / sizeof *ELEMENTS; i++)
        if (svg_is(tag, ELEMENTS[i].name))
            return &ELEMENTS[i];
    return NULL;
}

static bool read_element(struct reader *reader, struct svg_tag *tag)
{
    const struct element *element = element_of(tag);
    if (!element || reader->finished || (!reader->started && element != ELEMENTS))
        return false;
    if (tag->closing)
        return element->close && element->close(reader);
    return element->open(reader, tag) && svg_all_taken(tag);
}

static bool read_all(struct reader *reader, const char *text)
{
    struct svg_tag tag;
    enum svg_step step = svg_next(&text, &tag);
    for (; step == SVG_TAG; step = svg_next(&text, &tag))
        if (!read_element(reader, &tag))
            return false;
    return step == SVG_END && reader->finished && reader->vector->shape_count > 0;
}

/* FreeType walks along every line, also where nobody sees it. */
static bool near_view(const struct vector *vector)
{
    const float far_x = 4 * vector->width, far_y = 4 * vector->height;
    for (int i = 0; i < vector->outline.points; i++)
        if (fabsf(vector->outline.x[i] - vector->left) > far_x || fabsf(vector->outline.y[i] - vector->top) > far_y)
            return false;
    return true;
}

struct vector *vector_read(const char *bytes, size_t size)
{
    struct reader reader = {.vector = calloc(1, sizeof *reader.vector)};
    char *text = calloc(1, size + 1);
    bool ok = false;
    reader.styles[0] = (struct style){.gradient = -1, .color = 0xFF000000u, .opacity = 1};
    if (reader.vector && text) {
        memcpy(text, bytes, size);
        FT_Library library = NULL;
        ok = read_all(&reader, text) && near_view(reader.vector) && FT_Init_FreeType(&library) == 0;
        reader.vector->library = library;
    }
    free(text);
    if (ok)
        return reader.vector;
    vector_free(reader.vector);
    return NULL;
}

void vector_free(struct vector *vector)
{
    if (vector && vector->library)
        FT_Done_FreeType(vector->library);
    free(vector);
}
