/* All answers of a check before its result; touching one leads to its question. */
#include "parts.h"

struct reviewed {
    const struct screening *screening;
    const struct answers *answers;
};

/* What the visitor chose, as one text; several are set off by semicolons. */
static const char *chosen_words(struct builder *b, struct reviewed check, size_t item)
{
    const char *chosen = "";
    for (int i = 0; i < screening_option_count(&check.screening->items[item]); i++) {
        if (!screening_chose(check.screening, check.answers, item, i))
            continue;
        const char *words = option_words(b, &check.screening->items[item], i);
        chosen = chosen[0] == '\0' ? words : arena_print(b->scene->arena, "%s; %s", chosen, words);
    }
    return chosen[0] == '\0' ? in(b, &b->content->words.not_answered) : chosen;
}

static void line(struct builder *b, struct node *list, struct reviewed check, size_t item)
{
    struct node *row = surface(b, list, LOOK_CHOICE, ARRANGE_ROW, 5);
    row->role = ROLE_BUTTON;
    row->name = check.screening->items[item].id;
    row->action = (struct action){ACTION_REVIEW_ITEM, (int)item, 0};
    row->box.across = ALIGN_CENTER;
    row->box.least_height = 14;
    pad(row, 7, 3);
    struct node *words = group(b, row, ARRANGE_COLUMN, 0);
    words->box.grow = 1;
    text(b, words, &check.screening->items[item].text, TYPE_BODY);
    bool left_out = check.answers->option[item] < 0;
    struct node *chosen = text_string(b, words, chosen_words(b, check, item), TYPE_STRONG);
    chosen->ink = left_out ? TONE_INK_2 : TONE_PRIMARY;
    if (!compact(b))
        icon(b, row, "edit", 8);
}

void build_review(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    size_t index = session_view(b->session)->subject;
    struct reviewed check = {&b->content->screenings[index], &b->session->answers[index]};
    struct node *main = main_area(b, screen_frame(b, FRAME_ANSWERS));
    struct node *head = group(b, main, ARRANGE_COLUMN, 2);
    heading(b, head, &words->review_title, 1);
    text(b, head, &words->review_text, TYPE_LEAD);
    struct node *list = group(b, main, ARRANGE_COLUMN, 3);
    list->role = ROLE_LIST;
    for (size_t i = 0; i < check.screening->item_count; i++)
        if (check.screening->items[i].type != ITEM_DISPLAY && screening_shown(check.screening, check.answers, i))
            line(b, list, check, i);
    struct node *row = group(b, main, ARRANGE_WRAP, 5);
    row->box.along = ALIGN_END;
    button(b, row,
           (struct button){"see-result", LOOK_PILL_SOLID, NULL, in(b, &words->see_result), "arrow_forward",
                           (struct action){ACTION_NEXT, 0, 0}});
}
