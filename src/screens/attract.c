/* At rest: a quiet picture, one sentence, and a way in for each language. */
#include "parts.h"

static void begin_button(struct builder *b, struct node *row, int language)
{
    const struct words *words = &b->content->home.attract_begin;
    const char *label =
        words->in[language] != NULL ? words->in[language] : b->content->settings.languages[language].name;
    bool first = language == 0;
    struct node *node =
        button(b, row,
               (struct button){"begin", first ? LOOK_PILL_PLAIN : LOOK_PILL_GLASS, first ? "touch_app" : NULL, label,
                               NULL, (struct action){ACTION_BEGIN, language, 0}});
    node->last->type = TYPE_H2;
    node->box.least_height = compact(b) ? 16 : 22;
    pad(node, compact(b) ? 7 : 12, 3);
    if (first)
        node->first->icon_size = 12;
}

static struct node *column(struct builder *b, struct node *layers)
{
    bool landscape = b->frame->width >= b->frame->height;
    struct node *column = group(b, layers, ARRANGE_COLUMN, 6);
    pad(column, landscape ? 28 : 18, landscape ? 20 : 26);
    column->ink = TONE_ON_NIGHT;
    return column;
}

static struct node *light_text(struct node *node)
{
    node->ink = TONE_ON_NIGHT;
    return node;
}

void build_attract(struct builder *b)
{
    const struct home *home = &b->content->home;
    bool landscape = b->frame->width >= b->frame->height;
    struct node *root = b->scene->root;
    root->box.arrange = ARRANGE_LAYERS;
    root->action = (struct action){ACTION_BEGIN, 0, 0};
    root->fill = TONE_NIGHT;
    struct node *picture = scene_add(b->scene, root, ROLE_PICTURE, LOOK_NONE);
    picture->picture = landscape ? "attract-landscape.svg" : "attract-portrait.svg";
    picture->silent = true;
    struct node *lines = column(b, root);
    if (b->content->settings.clinic_name != NULL)
        light_text(text_string(b, lines, b->content->settings.clinic_name, TYPE_H3));
    struct node *title = light_text(text(b, lines, &home->attract_title, TYPE_DISPLAY));
    title->role = ROLE_HEADING;
    title->level = 1;
    title->box.max_width = landscape ? 250 : 400;
    struct node *sentence = light_text(text(b, lines, &home->attract_text, TYPE_SUBTITLE));
    sentence->box.max_width = landscape ? 220 : 400;
    spacer(b, lines);
    struct node *buttons = group(b, lines, ARRANGE_WRAP, 7);
    for (size_t i = 0; i < b->content->settings.language_count; i++)
        begin_button(b, buttons, (int)i);
    struct node *foot = group(b, lines, ARRANGE_WRAP, 5);
    light_text(text(b, foot, &home->attract_privacy, TYPE_STRONG));
    light_text(text(b, foot, &home->attract_crisis, TYPE_STRONG));
    if (has_words(&home->attract_staff))
        light_text(text(b, foot, &home->attract_staff, TYPE_STRONG));
}
