/* At rest: a quiet picture, one sentence, and a way in for each language. */
#include "attract_parts.h"

#include "hours.h"

bool attract_low(const struct builder *b)
{
    return b->frame->down < 150 || b->frame->across < 180;
}

bool attract_middling(const struct builder *b)
{
    return b->frame->width >= b->frame->height && b->frame->down < 180;
}

static bool very_low(const struct builder *b)
{
    return b->frame->down < 110 || b->frame->across < 110;
}

void attract_button(struct builder *b, struct node *row, int language, const char *label, enum begin what)
{
    bool first = language == 0;
    const char *glyph = what == BEGIN_HELP ? "help_outline" : "touch_app";
    struct node *node = button(b, row,
                               (struct button){"begin", first ? LOOK_PILL_PLAIN : LOOK_PILL_GLASS, first ? glyph : NULL,
                                               label, NULL, (struct action){ACTION_BEGIN, language, (int)what}});
    node->last->type = very_low(b) ? TYPE_LABEL : TYPE_H2;
    node->box.least_height = very_low(b) ? 14 : compact(b) ? 16 : 22;
    pad(node, compact(b) ? 7 : 12, 3);
    if (first)
        node->first->icon_size = very_low(b) ? 8 : 12;
}

/* On a very low panel only the names of the languages: one row of buttons, so that 911 stays in sight below. */
static void begin_button(struct builder *b, struct node *row, int language)
{
    const struct settings *settings = &b->content->settings;
    const struct words *words = &b->content->home.attract_begin;
    bool named = words->in[language] == NULL || (very_low(b) && settings->language_count > 1);
    const char *label = named ? settings->languages[language].name : words->in[language];
    attract_button(b, row, language, label, BEGIN_VISIT);
}

/* The words keep clear of the sun: in landscape it stands at the right. */
static struct node *column(struct builder *b, struct node *layers)
{
    bool landscape = b->frame->width >= b->frame->height;
    struct node *column = group(b, layers, ARRANGE_COLUMN, attract_low(b) ? 4 : 6);
    pad(column, landscape ? 28 : 18, attract_low(b) ? 12 : landscape ? 20 : 26);
    return column;
}

static struct node *beside_the_sun(struct builder *b, struct node *parent)
{
    bool landscape = b->frame->width >= b->frame->height;
    struct node *row = group(b, parent, ARRANGE_ROW, 0);
    float sun = landscape && !attract_low(b) ? 1 : 0;
    if (b->scene->right_to_left) /* the words are mirrored, the picture is not */
        group(b, row, ARRANGE_COLUMN, 0)->box.grow = sun;
    struct node *words = group(b, row, ARRANGE_COLUMN, attract_low(b) ? 3 : 6);
    words->box.grow = 1.15f;
    if (!b->scene->right_to_left)
        group(b, row, ARRANGE_COLUMN, 0)->box.grow = sun;
    return words;
}

struct node *light_text(struct node *node)
{
    node->ink = TONE_ON_NIGHT;
    return node;
}

struct node *attract_ground(struct builder *b, struct action touch)
{
    bool landscape = b->frame->width >= b->frame->height;
    struct node *root = b->scene->root;
    root->box.arrange = ARRANGE_LAYERS;
    root->action = touch;
    root->fill = TONE_NIGHT;
    struct node *picture = scene_add(b->scene, root, ROLE_PICTURE, LOOK_NONE);
    picture->picture = landscape ? "attract-landscape.svg" : "attract-portrait.svg";
    picture->silent = true;
    picture->hidden = very_low(b); /* there the words would lie on the sun */
    return column(b, root);
}

struct node *attract_words(struct builder *b, struct node *column)
{
    struct node *words = beside_the_sun(b, column);
    bool room = !attract_low(b) && (!attract_middling(b) || hours_open(&b->content->settings, b->wall));
    if (b->content->settings.clinic_name != NULL && room)
        light_text(clinic_name(b, words, TYPE_H3));
    return words;
}

static void foot(struct builder *b, struct node *lines)
{
    const struct home *home = &b->content->home;
    struct node *foot = group(b, lines, ARRANGE_WRAP, 5);
    light_text(text(b, foot, &home->attract_privacy, TYPE_STRONG));
    light_text(text(b, foot, very_low(b) ? &b->content->words.help_bar_short : &home->attract_crisis, TYPE_STRONG));
    if (has_words(&home->attract_staff) && b->frame->down >= 205)
        light_text(text(b, foot, &home->attract_staff, TYPE_STRONG));
}

void build_attract(struct builder *b)
{
    const struct home *home = &b->content->home;
    if (!hours_open(&b->content->settings, b->wall)) {
        build_closed(b);
        return;
    }
    struct node *lines = attract_ground(b, (struct action){ACTION_BEGIN, 0, BEGIN_VISIT});
    struct node *words = attract_words(b, lines);
    bool landscape = b->frame->width >= b->frame->height;
    bool crowded = landscape && has_notices(b) && !attract_low(b); /* there the title gives way, not 911 and 988 */
    enum type_style large = very_low(b) || crowded || attract_middling(b) ? TYPE_HERO : TYPE_DISPLAY;
    struct node *title = light_text(text(b, words, &home->attract_title, large));
    no_longer_than(title, attract_low(b) || landscape ? 3 : 5);
    title->role = ROLE_HEADING;
    title->level = 1;
    if (!attract_low(b) && !attract_middling(b))
        light_text(no_longer_than(text(b, words, &home->attract_text, TYPE_SUBTITLE), 4));
    if (!attract_low(b)) /* on a low panel they wait for the home screen */
        notices_at_rest(b, words);
    spacer(b, lines);
    struct node *buttons = group(b, lines, ARRANGE_WRAP, 7);
    for (size_t i = 0; i < b->content->settings.language_count; i++)
        begin_button(b, buttons, (int)i);
    foot(b, lines);
}
