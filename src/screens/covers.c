/* What lies over a screen: the question whether anybody is there, and covers that show nothing. */
#include "parts.h"

/* The middle of the screen over the help bar; scrolls where a small panel asks for it. */
static struct node *cover_frame(struct builder *b)
{
    struct node *body = screen_frame(b, FRAME_COVER);
    struct node *main = main_area(b, body);
    main->box.across = main->box.along = ALIGN_CENTER;
    return main;
}

void build_still_there(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *panel = surface(b, cover_frame(b), LOOK_DIALOG, ARRANGE_COLUMN, 6);
    panel->role = ROLE_DIALOG;
    panel->name = "still-there";
    panel->box.across = ALIGN_CENTER;
    panel->box.max_width = 300;
    pad(panel, 18, 14);
    struct node *title = heading(b, panel, &words->still_there, 1);
    title->text_align = ALIGN_CENTER;
    text(b, panel, &words->still_there_text, TYPE_LEAD)->text_align = ALIGN_CENTER;
    struct node *timer = group(b, panel, ARRANGE_COLUMN, 0);
    timer->role = ROLE_TIMER;
    timer->value = b->seconds_left;
    const char *left = number(b, b->seconds_left);
    timer->label = filled(b, in(b, &b->content->speech.seconds_left), &left, 1);
    timer->box.across = ALIGN_CENTER;
    text_string(b, timer, number(b, b->seconds_left), TYPE_NUMBER)->ink = TONE_PRIMARY;
    text(b, timer, &words->seconds_left, TYPE_BODY);
    struct node *row = group(b, panel, ARRANGE_WRAP, 6);
    row->box.along = ALIGN_CENTER;
    struct node *erase = button(b, row,
                                (struct button){"erase-now", LOOK_PILL, "delete_outline", in(b, &words->erase_now),
                                                NULL, (struct action){ACTION_DONE, 0, 0}});
    struct node *here = button(b, row,
                               (struct button){"still-here", LOOK_PILL_SOLID, "check", in(b, &words->still_here), NULL,
                                               (struct action){ACTION_STILL_HERE, 0, 0}});
    erase->box.least_height = here->box.least_height = 19;
}

/* One quiet picture without a trace of what lies under it. A touch anywhere returns. */
void build_covered(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    bool veil = b->session->cover == COVER_VEIL;
    struct node *root = b->scene->root;
    root->action = (struct action){ACTION_REVEAL, 0, 0};
    root->name = "covered";
    struct node *panel = group(b, cover_frame(b), ARRANGE_COLUMN, 5);
    panel->box.across = ALIGN_CENTER;
    panel->box.max_width = 300;
    icon(b, panel, "visibility_off", 26)->ink = TONE_MARK;
    heading(b, panel, veil ? &words->veil_title : &words->hidden_title, 1)->text_align = ALIGN_CENTER;
    text(b, panel, &words->hidden_text, TYPE_LEAD)->text_align = ALIGN_CENTER;
}
