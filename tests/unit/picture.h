/* A scene made by hand and the list of commands that paints it. */
#ifndef TEST_PICTURE_H
#define TEST_PICTURE_H

#include "made_scene.h"
#include "paint.h"

/* A scene, what it paints, and how it is looked at. */
struct picture {
    struct made made;
    struct metrics metrics;
    struct paint_state state;
    struct draw_list list;
};

static inline void picture_start(struct picture *picture, enum arrange arrange)
{
    *picture = (struct picture){0};
    made_start(&picture->made, 400, 300, arrange);
    picture->metrics = made_metrics();
    picture->state =
        (struct paint_state){.frame = &picture->made.frame, .theme = theme_default(), .metrics = &picture->metrics};
}

static inline void paint(struct picture *picture)
{
    made_layout(&picture->made);
    paint_scene(&picture->made.scene, &picture->state, &picture->list);
}

static inline void picture_end(struct picture *picture)
{
    made_end(&picture->made);
    draw_list_free(&picture->list);
}

static inline color tone(enum tone name)
{
    return theme_default()->palettes[0].tones[name];
}

static inline const struct draw *find(const struct picture *picture, enum draw_kind kind, int number)
{
    for (size_t i = 0; i < picture->list.count; i++)
        if (picture->list.items[i].kind == kind && number-- == 0)
            return &picture->list.items[i];
    return NULL;
}

static inline int count(const struct picture *picture, enum draw_kind kind)
{
    int found = 0;
    while (find(picture, kind, found) != NULL)
        found++;
    return found;
}

static inline void long_page(struct picture *picture, int lines)
{
    picture_start(picture, ARRANGE_COLUMN);
    struct node *main = scene_add(&picture->made.scene, picture->made.scene.root, ROLE_MAIN, LOOK_NONE);
    main->box.grow = 1;
    for (int i = 0; i < lines; i++)
        made_text(&picture->made, main, "line");
    made_box(&picture->made, picture->made.scene.root, 0, 100);
}

#endif
