/* Scenes made by hand: one millimetre is one pixel, a letter of body text is 5 pixels wide and a line of
 * it 15 high, so that every length in a test can be reckoned in the head. */
#ifndef TEST_MADE_SCENE_H
#define TEST_MADE_SCENE_H

#include "flow.h"
#include "layout.h"
#include "plain.h"
#include "scene.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LETTER = 5, LINE = 15, BODY_PX = 10 };

static inline float made_cap_height(void *context, enum face face)
{
    (void)context;
    return face == FACE_ICON ? 1.0f : 0.48f;
}

static inline struct metrics made_metrics(void)
{
    struct metrics metrics = metrics_plain();
    metrics.cap_height = made_cap_height;
    return metrics;
}

static inline struct frame made_frame(int width, int height)
{
    return (struct frame){.width = width,
                          .height = height,
                          .scale = {.px_per_mm = 1, .text = 1, .space = 1, .hero = 1, .cap_mm = 4.8f},
                          .across = (float)width,
                          .down = (float)height};
}

/* One scene with its memory. */
struct made {
    struct arena arena;
    struct scene scene;
    struct frame frame;
};

static inline void made_start(struct made *made, int width, int height, enum arrange arrange)
{
    *made = (struct made){.frame = made_frame(width, height)};
    scene_start(&made->scene, &made->arena, LOOK_NONE);
    made->scene.root->box.arrange = arrange;
}

static inline void made_layout(struct made *made)
{
    static struct metrics metrics;
    metrics = made_metrics();
    layout_scene(&made->scene, &made->frame, theme_default(), &metrics);
}

static inline void made_end(struct made *made)
{
    arena_free(&made->arena);
}

static inline struct node *made_group(struct made *made, struct node *parent, enum arrange arrange)
{
    struct node *node = scene_add(&made->scene, parent, ROLE_GROUP, LOOK_NONE);
    node->box.arrange = arrange;
    return node;
}

/* A box of a fixed size. */
static inline struct node *made_box(struct made *made, struct node *parent, float width, float height)
{
    struct node *node = made_group(made, parent, ARRANGE_COLUMN);
    node->box.width = width;
    node->box.height = height;
    return node;
}

static inline struct node *made_text(struct made *made, struct node *parent, const char *string)
{
    struct node *node = scene_add(&made->scene, parent, ROLE_TEXT, LOOK_NONE);
    node_text(&made->scene, node, string, TYPE_BODY);
    return node;
}

static inline struct node *made_button(struct made *made, struct node *parent, const char *name, float size)
{
    struct node *node = made_box(made, parent, size, size);
    node->role = ROLE_BUTTON;
    node->name = name;
    node->action = (struct action){ACTION_HOME, 0, 0};
    return node;
}

#define assert_rect(node, x_, y_, w_, h_)                                                                              \
    do {                                                                                                               \
        assert_int_equal((node)->rect.x, x_);                                                                          \
        assert_int_equal((node)->rect.y, y_);                                                                          \
        assert_int_equal((node)->rect.w, w_);                                                                          \
        assert_int_equal((node)->rect.h, h_);                                                                          \
    } while (0)

#endif
