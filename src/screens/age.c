/* Once a visit, before a check for adults: how old the visitor is; and where a younger one finds people to talk to. */
#include "parts.h"

#include "load.h"

static void answer(struct builder *b, struct node *list, const struct words *label, bool chosen, int adult)
{
    struct node *node = choice(b, list, ROLE_RADIO, in(b, label), chosen);
    node->name = adult ? "age-adult" : "age-young";
    node->action = (struct action){ACTION_ADULT, adult, 0};
}

void build_age(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *main = main_area(b, screen_frame(b, FRAME_PLAIN));
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, wide(b) ? 20 : 6);
    columns->box.across = wide(b) ? ALIGN_START : ALIGN_STRETCH;
    struct node *left = group(b, columns, ARRANGE_COLUMN, 5);
    struct node *right = group(b, columns, ARRANGE_COLUMN, 4.5f);
    left->box.grow = right->box.grow = wide(b) ? 1 : 0;
    heading(b, left, &words->age_question, 1);
    text(b, left, &words->age_why, TYPE_LEAD);
    right->role = ROLE_LIST;
    answer(b, right, &words->age_yes, b->session->adult == ADULT_YES, 1);
    answer(b, right, &words->age_no, b->session->adult == ADULT_NO, 0);
}

/* The page that content keeps for young visitors; without it, help and the way back to the question. */
void build_young(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    struct node *main = main_area(b, screen_frame(b, FRAME_PLAIN));
    uint16_t page = content_page(b->content, "under-18");
    struct node *head = group(b, main, ARRANGE_COLUMN, 2.5f);
    if (page != NO_INDEX) {
        heading(b, head, &b->content->pages[page].title, 1);
        prose(b, head, &b->content->pages[page].main_message, TYPE_LEAD);
        page_blocks(b, main, &b->content->pages[page]);
    } else {
        heading(b, head, &words->help_question, 1);
        text_with_numbers(b, head, &words->help_bar, TYPE_LEAD);
    }
    struct node *row = group(b, main, ARRANGE_WRAP, 5);
    button(b, row,
           (struct button){"home-from-young", LOOK_PILL_SOLID, "home", in(b, &words->home), NULL,
                           (struct action){ACTION_HOME, 0, 0}});
}
