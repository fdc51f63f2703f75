/* Words, plain nodes and things to touch, shared by all screens. */
#include "parts.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_FILLED = 512, LONGEST_FIELD = 96, MOST_VALUES = 4 };

/* ---- words --------------------------------------------------------------------------------- */

const char *in(const struct builder *b, const struct words *words)
{
    const char *string = words->in[b->session->language];
    return string != NULL ? string : "";
}

bool has_words(const struct words *words)
{
    return words->in[0] != NULL && words->in[0][0] != '\0';
}

bool has_prose(const struct builder *b, const struct prose *prose)
{
    return prose->count[b->session->language] > 0;
}

const char *option_words(const struct builder *b, const struct item *item, int option)
{
    if (item->options != NULL)
        return in(b, &item->options->options[option].text);
    return in(b, option == 0 ? &b->content->words.no : &b->content->words.yes);
}

const char *filled(const struct builder *b, const char *pattern, const char *const *values, int count)
{
    char bytes[LONGEST_FILLED];
    const char *all[MOST_VALUES + 1] = {0};
    for (int i = 0; i < count && i < MOST_VALUES; i++)
        all[i] = values[i];
    struct text out = text_in(bytes, sizeof bytes);
    text_fill(&out, pattern, all);
    return arena_copy(b->scene->arena, out.bytes, out.length);
}

const char *enumerated(const struct builder *b, const char *names, const char *name)
{
    return names[0] == '\0' ? name : arena_print(b->scene->arena, "%s, %s", names, name);
}

const char *number(const struct builder *b, int value)
{
    return arena_print(b->scene->arena, "%d", value);
}

const char *field(const struct builder *b, const struct words *words, int index)
{
    char bytes[LONGEST_FIELD];
    text_field(in(b, words), index, bytes, sizeof bytes);
    return arena_copy(b->scene->arena, bytes, strlen(bytes));
}

/* ---- room ------------------------------------------------------------------------------------ */

bool wide(const struct builder *b)
{
    bool lies = b->frame->width >= b->frame->height;
    bool stands_large = (float)b->frame->width >= 390 * b->frame->scale.px_per_mm; /* 32 inches */
    return b->frame->across >= (lies ? 300 : 360) && b->frame->down >= 120 && (lies || stands_large);
}

bool compact(const struct builder *b)
{
    return b->frame->across < 200;
}

bool tiny(const struct builder *b)
{
    return b->frame->across < 125 || b->frame->down < 80;
}

/* Very wide panels keep their lines readable by wider margins; but what stands lower needs all the room there is. */
float margin(const struct builder *b)
{
    float spare = b->frame->across * b->frame->scale.text / b->frame->scale.space - 560;
    return spare > 0 && b->frame->above == 0 ? 14 + spare / 2 : 14;
}

bool reserve(const struct builder *b)
{
    return b->content->home.card_count == 0;
}

/* ---- plain nodes ------------------------------------------------------------------------------ */

struct node *surface(struct builder *b, struct node *parent, enum look look, enum arrange arrange, float gap)
{
    struct node *node = scene_add(b->scene, parent, ROLE_GROUP, look);
    node->box.arrange = arrange;
    node->box.gap = gap;
    return node;
}

struct node *group(struct builder *b, struct node *parent, enum arrange arrange, float gap)
{
    return surface(b, parent, LOOK_NONE, arrange, gap);
}

void pad(struct node *node, float x, float y)
{
    node->box.pad_x = x;
    node->box.pad_top = node->box.pad_bottom = y;
}

struct node *spacer(struct builder *b, struct node *parent)
{
    struct node *node = group(b, parent, ARRANGE_COLUMN, 0);
    node->box.grow = 1;
    return node;
}

void rule(struct builder *b, struct node *parent)
{
    surface(b, parent, LOOK_RULE, ARRANGE_COLUMN, 0)->box.height = 0.35f;
}

struct node *text_string(struct builder *b, struct node *parent, const char *string, enum type_style type)
{
    struct node *node = scene_add(b->scene, parent, ROLE_TEXT, LOOK_NONE);
    node_text(b->scene, node, string, type);
    return node;
}

struct node *clinic_name(struct builder *b, struct node *parent, enum type_style type)
{
    struct node *node = no_longer_than(text_string(b, parent, b->content->settings.clinic_name, type), 2);
    node->place = b->content->settings.clinic_name_place;
    return node;
}

struct node *no_longer_than(struct node *node, int lines)
{
    node->most_lines = lines;
    return node;
}

struct node *text(struct builder *b, struct node *parent, const struct words *words, enum type_style type)
{
    struct node *node = text_string(b, parent, in(b, words), type);
    node->place = words->place;
    return node;
}

struct node *heading_text(struct builder *b, struct node *parent, const char *string, int level)
{
    static const enum type_style styles[] = {TYPE_HERO, TYPE_H1, TYPE_H2, TYPE_H3};
    struct node *node = text_string(b, parent, string, styles[level]);
    node->role = ROLE_HEADING;
    node->level = level > 0 ? level : 1;
    return node;
}

struct node *heading(struct builder *b, struct node *parent, const struct words *words, int level)
{
    struct node *node = heading_text(b, parent, in(b, words), level);
    node->place = words->place;
    return node;
}

struct node *icon(struct builder *b, struct node *parent, const char *name, float size)
{
    struct node *node = scene_add(b->scene, parent, ROLE_ICON, LOOK_NONE);
    node->icon = name;
    node->icon_size = size;
    node->silent = true;
    return node;
}

struct node *icon_at_line(struct builder *b, struct node *parent, const char *name, float size)
{
    struct node *node = icon(b, parent, name, size);
    node->box.text_height = BODY_LINE_MM;
    return node;
}

static struct node *words_column(struct builder *b, struct node *row)
{
    struct node *words = group(b, row, ARRANGE_COLUMN, 0.5f);
    words->box.grow = 1;
    return words;
}

struct node *list_row(struct builder *b, struct node *parent, const char *glyph, enum tone ink)
{
    struct node *row = group(b, parent, ARRANGE_ROW, 4);
    row->role = ROLE_LIST_ITEM;
    row->box.across = ALIGN_START;
    icon_at_line(b, row, glyph, 9)->ink = ink;
    return words_column(b, row);
}

struct node *icon_panel(struct builder *b, struct node *parent, enum look look, const char *glyph, enum tone ink)
{
    struct node *panel = surface(b, parent, look, ARRANGE_ROW, 6);
    panel->box.across = ALIGN_CENTER;
    pad(panel, 8, 6);
    icon(b, panel, glyph, 10)->ink = ink;
    return words_column(b, panel);
}

void opens_help(struct node *panel, const char *name)
{
    panel->role = ROLE_BUTTON;
    panel->name = name;
    panel->action = (struct action){ACTION_GO, SCREEN_HELP, 0};
}

static const char *next_number(const char *from)
{
    const char *lifeline = strstr(from, "988"), *emergency = strstr(from, "911");
    if (lifeline == NULL || (emergency != NULL && emergency < lifeline))
        return emergency;
    return lifeline;
}

struct node *text_with_numbers(struct builder *b, struct node *parent, const struct words *words, enum type_style type)
{
    enum { MOST = 16, DIGITS = 3 };
    const char *at = in(b, words), *digits;
    struct span *spans = arena_take_array(b->scene->arena, MOST, sizeof *spans);
    size_t count = 0;
    while (count + 2 < MOST && (digits = next_number(at)) != NULL) {
        if (digits > at)
            spans[count++] = (struct span){.text = at, .length = (uint32_t)(digits - at)};
        spans[count++] = (struct span){.text = digits, .length = DIGITS, .style = SPAN_BOLD};
        at = digits + DIGITS;
    }
    if (*at != '\0')
        spans[count++] = (struct span){.text = at, .length = (uint32_t)strlen(at)};
    struct node *node = scene_add(b->scene, parent, ROLE_TEXT, LOOK_NONE);
    node_spans(node, spans, count, type);
    node->place = words->place;
    return node;
}

/* ---- things to touch ------------------------------------------------------------------------------ */

static const float pill_height = 12.8f, pill_growth = 2.8f;

struct node *button(struct builder *b, struct node *parent, struct button what)
{
    struct node *node = surface(b, parent, what.look, ARRANGE_ROW, 3);
    node->role = ROLE_BUTTON;
    node->name = what.name;
    node->action = what.action;
    node->box.across = ALIGN_CENTER;
    node->box.along = ALIGN_CENTER;
    node->box.least_width = pill_height;
    node->box.least_height = pill_height + pill_growth * b->frame->scale.space;
    pad(node, b->frame->across < 330 ? 5 : 7, 1);
    if (what.icon != NULL)
        icon(b, node, what.icon, 7.5f);
    if (what.label[0] != '\0')
        text_string(b, node, what.label, TYPE_LABEL);
    if (what.icon_after != NULL)
        icon(b, node, what.icon_after, 7.5f);
    return node;
}

struct node *badge(struct builder *b, struct node *parent, const char *icon_name, enum tint tint)
{
    static const enum look looks[] = {[TINT_SAGE] = LOOK_BADGE_SAGE,
                                      [TINT_SKY] = LOOK_BADGE_SKY,
                                      [TINT_SUN] = LOOK_BADGE_SUN,
                                      [TINT_ROSE] = LOOK_BADGE_ROSE};
    struct node *node = surface(b, parent, looks[tint], ARRANGE_COLUMN, 0);
    float size = compact(b) ? 14 : 17 + 6 * b->frame->scale.space;
    node->box.across = node->box.along = ALIGN_CENTER;
    node->box.text_width = size;
    node->box.least_height = size;
    icon(b, node, icon_name != NULL ? icon_name : "info_outline", size * 0.58f);
    return node;
}

static const char *choice_glyph(enum role role, bool chosen)
{
    if (role == ROLE_CHECKBOX)
        return chosen ? "check_box" : "check_box_outline_blank";
    return chosen ? "check_circle" : "radio_button_unchecked";
}

struct node *choice(struct builder *b, struct node *parent, enum role role, const char *label, bool chosen)
{
    struct node *node = surface(b, parent, chosen ? LOOK_CHOICE_ON : LOOK_CHOICE, ARRANGE_ROW, 5);
    node->role = role;
    node->selected = chosen;
    node->box.across = ALIGN_CENTER;
    node->box.least_height = 13 + (role == ROLE_RADIO ? 10.5f : 2) * b->frame->scale.space;
    pad(node, 7, 2);
    icon(b, node, choice_glyph(role, chosen), 9.5f)->ink = chosen ? TONE_PRIMARY_MARK : TONE_EDGE;
    text_string(b, node, label, TYPE_LABEL)->box.grow = 1;
    return node;
}
