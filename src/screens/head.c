/* The head of a place: title and first sentence, with the drawing of its part beside them where there is room. */
#include "parts.h"

/* Drawings are made for the calm colors; a large text needs the room more than a drawing does. */
static bool shows_pictures(const struct builder *b)
{
    return b->session->theme == DEFAULT_THEME && b->frame->across >= 240 && b->frame->down > 180;
}

struct node *place_head(struct builder *b, struct node *parent, const struct drawing *picture, float across)
{
    if (picture->file == NULL || !shows_pictures(b))
        return group(b, parent, ARRANGE_COLUMN, 2.5f);
    const float shape = 0.6f, in_portrait = 66; /* drawings are 5:3 */
    across = wide(b) ? across : in_portrait;
    struct node *row = group(b, parent, ARRANGE_ROW, 12);
    row->box.across = ALIGN_CENTER;
    struct node *words = group(b, row, ARRANGE_COLUMN, 2.5f);
    words->box.grow = 1;
    struct node *drawing = scene_add(b->scene, row, ROLE_PICTURE, LOOK_NONE);
    drawing->name = "drawing";
    drawing->picture = picture->file;
    drawing->label = in(b, &picture->text);
    drawing->place = picture->place;
    drawing->box.width = across;
    drawing->box.height = across * shape;
    return words;
}

struct node *place_head_if_room(struct builder *b, struct node *parent, const struct drawing *picture, float across)
{
    struct node *words = place_head(b, parent, picture, across);
    if (words->next != NULL)
        words->next->if_room = true;
    return words;
}
