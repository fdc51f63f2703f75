/* Home: a greeting, five cards, and the promise that nothing is kept. */
#include "parts.h"

/* With the largest letters on a small panel an honest title needs as many. */
enum { title_lines = 4 };

static void large_card(struct builder *b, struct node *parent, const struct card *card)
{
    struct node *node = surface(b, parent, LOOK_CARD_PRIMARY, ARRANGE_ROW, 9);
    node->role = ROLE_BUTTON;
    node->name = card->to.name;
    node->action = session_action_to(b->content, &card->to);
    node->box.across = ALIGN_CENTER;
    node->box.grow = 0.8f;
    pad(node, wide(b) ? 11 : 9, 8);
    badge(b, node, card->icon, card->tint)->look = LOOK_BADGE_ACCENT;
    struct node *words = group(b, node, ARRANGE_COLUMN, 1.5f);
    words->box.grow = 1;
    no_longer_than(heading(b, words, &card->title, 2), title_lines);
    prose(b, words, &card->text, TYPE_LEAD);
    if (!compact(b))
        icon(b, node, "chevron_right", 12);
}

static void small_card(struct builder *b, struct node *parent, const struct card *card)
{
    struct node *node = surface(b, parent, LOOK_CARD, wide(b) ? ARRANGE_COLUMN : ARRANGE_ROW, wide(b) ? 5 : 8);
    node->role = ROLE_BUTTON;
    node->name = card->to.name;
    node->action = session_action_to(b->content, &card->to);
    node->box.grow = 1;
    pad(node, 9, wide(b) ? 8 : 7);
    struct node *title_row = node;
    if (wide(b)) {
        title_row = group(b, node, ARRANGE_ROW, 6);
        node->box.along = ALIGN_CENTER;
    }
    title_row->box.across = ALIGN_CENTER;
    badge(b, title_row, card->icon, card->tint);
    struct node *words = title_row;
    if (!wide(b)) {
        words = group(b, node, ARRANGE_COLUMN, 0.5f);
        words->box.grow = 1;
    }
    struct node *title = no_longer_than(heading(b, words, &card->title, 2), title_lines);
    title->box.grow = wide(b) ? 1 : 0;
    prose(b, wide(b) ? node : words, &card->text, TYPE_BODY);
}

static void cards(struct builder *b, struct node *parent)
{
    const struct home *home = &b->content->home;
    for (size_t i = 0; i < home->card_count; i++) {
        if (i == 0) {
            large_card(b, parent, &home->cards[0]);
            continue;
        }
        struct node *row = parent;
        if (wide(b)) {
            row = group(b, parent, ARRANGE_ROW, 7);
            row->box.grow = 1;
        }
        small_card(b, row, &home->cards[i]);
        if (wide(b) && i + 1 < home->card_count)
            small_card(b, row, &home->cards[++i]);
    }
}

static void privacy(struct builder *b, struct node *parent)
{
    const struct home *home = &b->content->home;
    const char *glyph = home->privacy_icon != NULL ? home->privacy_icon : "lock";
    struct node *words = icon_panel(b, parent, LOOK_PANEL, glyph, TONE_PRIMARY);
    words->parent->name = "privacy";
    words->parent->box.across = wide(b) ? ALIGN_START : ALIGN_CENTER;
    prose(b, words, &home->privacy, TYPE_BODY);
    struct node *panel = words->parent;
    panel->action = session_action_to(b->content, &home->privacy_more.to);
    if (panel->action.kind == ACTION_NONE)
        return;
    panel->role = ROLE_BUTTON;
    struct node *more = group(b, words, ARRANGE_ROW, 2);
    more->box.across = ALIGN_CENTER;
    more->box.pad_top = 1.5f;
    text(b, more, &home->privacy_more.text, TYPE_STRONG)->ink = TONE_PRIMARY;
    icon(b, more, "arrow_forward", 7)->ink = TONE_PRIMARY;
}

static void greeting(struct builder *b, struct node *parent)
{
    heading(b, parent, &b->content->home.title, 0);
    text(b, parent, &b->content->home.text, TYPE_LEAD);
    notices(b, parent);
}

void build_home(struct builder *b)
{
    struct node *body = screen_frame(b, FRAME_HOME);
    struct node *main = main_area(b, body);
    main->box.pad_top = 2;
    main->box.pad_bottom = wide(b) ? 12 : 7;
    if (!wide(b)) {
        greeting(b, main);
        cards(b, main);
        privacy(b, main);
        main->box.gap = 7;
        return;
    }
    struct node *columns = group(b, main, ARRANGE_ROW, 15);
    columns->box.grow = 1;
    columns->box.across = has_notices(b) ? ALIGN_START : ALIGN_STRETCH; /* long ones make no card taller */
    struct node *left = group(b, columns, ARRANGE_COLUMN, 6);
    left->box.grow = 3;
    greeting(b, left);
    struct node *gap = group(b, left, ARRANGE_COLUMN, 0);
    gap->box.height = 2;
    privacy(b, left);
    struct node *right = group(b, columns, ARRANGE_COLUMN, 7);
    right->box.grow = 6.8f;
    cards(b, right);
}
