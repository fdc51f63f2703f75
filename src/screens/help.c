/* Get help now: a calm, normal path. Front desk, 911, 988, texting, groups; and back to where one was. */
#include "hours.h"
#include "parts.h"

#include <string.h>

struct door {
    const char *name;
    const char *number; /* drawn large; NULL: an icon */
    const struct words *title, *words;
    enum look look;
};

/* Where the lines beside them take more than the screen, the doors stay small: all three are seen at once. */
static bool fills_the_height(const struct builder *b)
{
    return wide(b) && b->frame->down >= 240;
}

static void door(struct builder *b, struct node *parent, struct door what)
{
    struct node *card = surface(b, parent, what.look, ARRANGE_ROW, 9);
    card->role = ROLE_LIST_ITEM;
    card->name = what.name;
    card->box.across = ALIGN_CENTER;
    card->box.grow = fills_the_height(b) ? 1 : 0;
    pad(card, 8, 5);
    if (what.number != NULL) {
        struct node *digits = text_string(b, card, what.number, TYPE_NUMBER);
        digits->box.least_width = compact(b) ? 0 : 50 * b->frame->scale.space;
        if (compact(b))
            digits->type = TYPE_H1;
    } else {
        struct node *box = group(b, card, ARRANGE_COLUMN, 0);
        box->box.least_width = compact(b) ? 0 : 50 * b->frame->scale.space;
        icon(b, box, "record_voice_over", compact(b) ? 14 : 24);
    }
    struct node *words = group(b, card, ARRANGE_COLUMN, 0.5f);
    words->box.grow = 1;
    heading(b, words, what.title, 2);
    text(b, words, what.words, TYPE_BODY);
}

/* Outside of opening hours nobody sits at the front desk. */
static void doors(struct builder *b, struct node *parent)
{
    const struct help *help = &b->content->help;
    if (hours_open(&b->content->settings, b->wall))
        door(b, parent, (struct door){"desk", NULL, &help->desk_title, &help->desk_text, LOOK_NIGHT_ACCENT});
    door(b, parent, (struct door){"911", "911", &help->emergency_title, &help->emergency_text, LOOK_NIGHT_CARD});
    door(b, parent, (struct door){"988", "988", &help->lifeline_title, &help->lifeline_text, LOOK_NIGHT_CARD});
}

/* "Veterans: Call 988. Then press 1. Or text 838255": who it is for in bold, then how. */
static void line_panel(struct builder *b, struct node *parent, const struct helpline *line)
{
    enum { PARTS = 2 };
    struct node *panel = surface(b, parent, LOOK_NIGHT_PANEL, ARRANGE_COLUMN, 0);
    panel->role = ROLE_LIST_ITEM;
    panel->name = line->id;
    pad(panel, 6.5f, 4.2f);
    const char *who = in(b, &line->purpose);
    bool asks = who[0] != '\0' && who[strlen(who) - 1] == '?';
    bool plain = line->call == NULL && !has_words(&line->text_message);
    const char *call =
        line->call != NULL ? arena_print(b->scene->arena, "%s %s. ", in(b, &b->content->words.call), line->call) : "";
    const char *rest = arena_print(b->scene->arena, "%s%s", call, in(b, plain ? &line->how : &line->text_message));
    struct span *spans = arena_take_array(b->scene->arena, PARTS, sizeof *spans);
    who = arena_print(b->scene->arena, "%s%s ", who, asks ? "" : ":");
    spans[0] = (struct span){.text = who, .length = (uint32_t)strlen(who), .style = SPAN_BOLD};
    spans[1] = (struct span){.text = rest, .length = (uint32_t)strlen(rest)};
    struct node *words = scene_add(b->scene, panel, ROLE_TEXT, LOOK_NONE);
    node_spans(words, spans, PARTS, TYPE_BODY);
    words->place = line->place;
}

static void dial_card(struct builder *b, struct node *parent)
{
    const struct help *help = &b->content->help;
    struct node *card = surface(b, parent, LOOK_NIGHT_CARD, ARRANGE_ROW, 5);
    card->name = "dial";
    card->box.across = ALIGN_CENTER;
    pad(card, 5, 1.5f); /* the code brings its own white edge */
    struct node *code = code_picture(b, card, "tel:988", in(b, &help->dial_title));
    const float side = (compact(b) ? 30 : 37) / b->frame->scale.space; /* to be read at arm's length */
    code->box.width = side;
    code->box.height = side;
    struct node *words = group(b, card, ARRANGE_COLUMN, 0.5f);
    words->box.grow = 1;
    heading(b, words, &help->dial_title, 3);
    text(b, words, &help->dial_text, TYPE_BODY);
}

static void more_lines(struct builder *b, struct node *parent)
{
    const struct help *help = &b->content->help;
    for (size_t i = 0; i < help->more_count; i++)
        if (help->more[i].index < help->line_count)
            line_panel(b, parent, &help->lines[help->more[i].index]);
    if (has_words(&help->dial_title))
        dial_card(b, parent);
}

static void after_an_answer(struct builder *b, struct node *parent)
{
    const struct interface_words *words = &b->content->words;
    struct node *row = group(b, parent, ARRANGE_WRAP, 5);
    button(b, row,
           (struct button){"go-on", LOOK_PILL_ACCENT, NULL, in(b, &words->go_on), "arrow_forward",
                           (struct action){ACTION_GO_ON, 0, 0}});
    button(b, row,
           (struct button){"stop-here", LOOK_PILL_NIGHT, "delete_outline", in(b, &words->stop_here), NULL,
                           (struct action){ACTION_STOP, 0, 0}});
}

void build_help(struct builder *b)
{
    const struct help *help = &b->content->help;
    struct node *main = main_area(b, screen_frame(b, FRAME_HELP));
    struct node *head = place_head_if_room(b, main, &help->picture, 52);
    bool low = b->frame->down < 110; /* there the numbers come first */
    heading(b, head, &help->title, 1);
    if (!low)
        text(b, head, &help->text, TYPE_LEAD);
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, wide(b) ? 12 : 5);
    columns->box.grow = wide(b) ? 1 : 0;
    struct node *left = group(b, columns, ARRANGE_COLUMN, 6);
    left->box.grow = wide(b) ? 1.88f : 0;
    struct node *right = group(b, columns, ARRANGE_COLUMN, 4.5f);
    right->box.grow = wide(b) ? 1 : 0;
    doors(b, left);
    if (low)
        text(b, left, &help->text, TYPE_LEAD);
    more_lines(b, right);
    if (session_view(b->session)->detail == DETAIL_FROM_ANSWER)
        after_an_answer(b, main);
    if (has_words(&help->no_phone) && hours_open(&b->content->settings, b->wall))
        text(b, main, &help->no_phone, TYPE_BODY);
}
