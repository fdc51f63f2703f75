/* Reads SVG paths into outlines. */
#include "outline.h"

#include "svgtags.h"

#include <ft2build.h>
#include FT_OUTLINE_H
#include <string.h>

struct point {
    float x, y;
};

struct pen {
    struct outline *outline;
    const char *at, *end;
    struct point now, start, steer; /* steer: second steering point of the last curve */
};

static bool add(struct outline *outline, struct point point, char tag)
{
    if (outline->points == OUTLINE_POINTS_MAX)
        return false;
    outline->x[outline->points] = point.x;
    outline->y[outline->points] = point.y;
    outline->tags[outline->points++] = tag;
    return true;
}

static bool close_contour(struct outline *outline)
{
    const int first = outline->contours ? outline->ends[outline->contours - 1] + 1 : 0;
    if (outline->points == first)
        return true;
    if (outline->contours == OUTLINE_CONTOURS_MAX)
        return false;
    outline->ends[outline->contours++] = (short)(outline->points - 1);
    return true;
}

static bool line_to(struct pen *pen, struct point to)
{
    pen->now = pen->steer = to;
    return add(pen->outline, to, FT_CURVE_TAG_ON);
}

static bool curve_to(struct pen *pen, struct point first, struct point second, struct point to)
{
    pen->now = to;
    pen->steer = second;
    return add(pen->outline, first, FT_CURVE_TAG_CUBIC) && add(pen->outline, second, FT_CURVE_TAG_CUBIC) &&
           add(pen->outline, to, FT_CURVE_TAG_ON);
}

static bool read_point(struct pen *pen, struct point *point)
{
    return svg_number(&pen->at, pen->end, &point->x) && svg_number(&pen->at, pen->end, &point->y);
}

static bool move(struct pen *pen)
{
    struct point to;
    if (!close_contour(pen->outline) || !read_point(pen, &to))
        return false;
    pen->start = to;
    return line_to(pen, to);
}

static bool line(struct pen *pen)
{
    struct point to;
    return read_point(pen, &to) && line_to(pen, to);
}

static bool across(struct pen *pen)
{
    struct point to = pen->now;
    return svg_number(&pen->at, pen->end, &to.x) && line_to(pen, to);
}

static bool down(struct pen *pen)
{
    struct point to = pen->now;
    return svg_number(&pen->at, pen->end, &to.y) && line_to(pen, to);
}

static bool curve(struct pen *pen)
{
    struct point first, second, to;
    return read_point(pen, &first) && read_point(pen, &second) && read_point(pen, &to) &&
           curve_to(pen, first, second, to);
}

/* Goes on as smoothly as the curve before it came in. */
static bool smooth_curve(struct pen *pen)
{
    const struct point first = {2 * pen->now.x - pen->steer.x, 2 * pen->now.y - pen->steer.y};
    struct point second, to;
    return read_point(pen, &second) && read_point(pen, &to) && curve_to(pen, first, second, to);
}

static bool close_path(struct pen *pen)
{
    pen->now = pen->steer = pen->start;
    return close_contour(pen->outline);
}

static const struct command {
    char letter;
    bool (*draw)(struct pen *pen);
} COMMANDS[] = {{'M', move},  {'L', line},         {'H', across},    {'V', down},
                {'C', curve}, {'S', smooth_curve}, {'Z', close_path}};

static const struct command *command_at(const struct pen *pen)
{
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (COMMANDS[i].letter == *pen->at)
            return &COMMANDS[i];
    return NULL;
}

static void skip_spaces(struct pen *pen)
{
    while (pen->at < pen->end && strchr(" \t\r\n,", *pen->at))
        pen->at++;
}

/* A command may stand once for many: "L 1 2 3 4" draws two lines. A path starts with M, and so does what
 * follows Z. */
static bool may_follow(const struct command *before, const struct command *next)
{
    const bool must_move = !before || before->letter == 'Z';
    if (next)
        return !must_move || next->letter == 'M';
    return !must_move && before->letter != 'M';
}

bool outline_add_path(struct outline *outline, const char *path, size_t length)
{
    struct pen pen = {.outline = outline, .at = path, .end = path + length};
    const struct command *command = NULL;
    for (skip_spaces(&pen); pen.at < pen.end; skip_spaces(&pen)) {
        const struct command *next = command_at(&pen);
        if (!may_follow(command, next))
            return false;
        pen.at += next != NULL;
        command = next ? next : command;
        if (!command->draw(&pen))
            return false;
    }
    return close_contour(outline);
}

bool outline_add_ellipse(struct outline *outline, float x, float y, float radius_x, float radius_y)
{
    const float bend = 0.5522847F; /* how far steering points stand from the axis, for a quarter of a circle */
    const float bx = bend * radius_x, by = bend * radius_y;
    const struct point top = {x, y - radius_y}, bottom = {x, y + radius_y}, left = {x - radius_x, y},
                       right = {x + radius_x, y};
    struct pen pen = {.outline = outline};
    return line_to(&pen, top) &&
           curve_to(&pen, (struct point){x + bx, top.y}, (struct point){right.x, y - by}, right) &&
           curve_to(&pen, (struct point){right.x, y + by}, (struct point){x + bx, bottom.y}, bottom) &&
           curve_to(&pen, (struct point){x - bx, bottom.y}, (struct point){left.x, y + by}, left) &&
           curve_to(&pen, (struct point){left.x, y - by}, (struct point){x - bx, top.y}, top) && close_contour(outline);
}

bool outline_add_rect(struct outline *outline, float x, float y, float width, float height)
{
    struct pen pen = {.outline = outline};
    return line_to(&pen, (struct point){x, y}) && line_to(&pen, (struct point){x + width, y}) &&
           line_to(&pen, (struct point){x + width, y + height}) && line_to(&pen, (struct point){x, y + height}) &&
           close_contour(outline);
}
