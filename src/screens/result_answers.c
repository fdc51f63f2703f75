/* The visitor's own answers on a result: why they see what they see. */
#include "result_parts.h"

/* Anything but the lowest answer, by its value: an option set may be written in either order. */
static bool worth_naming(const struct reading *o, size_t item)
{
    int option = o->answers->option[item];
    const struct item *asked = &o->screening->items[item];
    if (option < 0 || !screening_shown(o->screening, o->answers, item))
        return false;
    return (asked->options != NULL ? asked->options->options[option].value : option) > 0;
}

static void own_answer(struct builder *b, struct node *list, const struct reading *o, size_t index)
{
    const struct item *item = &o->screening->items[index];
    struct node *words = list_row(b, list, "check_circle", TONE_MARK);
    words->parent->box.grow = list->box.arrange == ARRANGE_ROW;
    text(b, words, &item->text, TYPE_BODY);
    text_string(b, words, option_words(b, item, o->answers->option[index]), TYPE_STRONG);
}

/* The next one from `index` on; item_count: there is none. */
static size_t next_answer(const struct reading *o, size_t index)
{
    while (index < o->screening->item_count && !worth_naming(o, index))
        index++;
    return index;
}

/* One below the other, or in pairs where cards stand in pairs. False: there is none. */
static bool answer_rows(struct builder *b, struct node *card, const struct reading *o)
{
    const size_t end = o->screening->item_count, first = next_answer(o, 0);
    bool pairs = b->frame->across >= 400;
    for (size_t i = first; i < end; i = next_answer(o, i + 1)) {
        struct node *row = pairs ? group(b, card, ARRANGE_ROW, 5) : card;
        own_answer(b, row, o, i);
        if (!pairs)
            continue;
        row->box.across = ALIGN_START;
        i = next_answer(o, i + 1);
        if (i < end)
            own_answer(b, row, o, i);
        else
            group(b, row, ARRANGE_COLUMN, 0)->box.grow = 1;
    }
    return first < end;
}

void own_answers(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3);
    card->name = "answers";
    card->role = ROLE_LIST;
    pad(card, 9, 7);
    heading(b, card, &b->content->words.your_answers, 3);
    bool any = answer_rows(b, card, o);
    if (!any)
        text(b, card, &b->content->words.no_problems_chosen, TYPE_BODY);
    card->hidden = !any && o->total != 0;
}

static bool leads_here(const struct reading *o, const struct rule *rule, size_t item, int option)
{
    return screening_sign_counts(o->screening, o->answers, rule, item, option);
}

static bool is_strength(const struct reading *o, const struct rule *rule, size_t item, int option)
{
    (void)rule;
    return screening_chose_kind(o->screening, o->answers, item, option, GROUP_STRENGTH);
}

/* A card with the chosen signs that a test lets through; none, no card. */
struct sign_list {
    const struct words *title;
    const char *glyph;
    bool (*takes)(const struct reading *o, const struct rule *rule, size_t item, int option);
};

static void sign_card(struct builder *b, struct node *parent, const struct reading *o, const struct sign_list *list)
{
    const struct rule *rule = screening_rule(o->screening, o->answers);
    struct node *card = NULL;
    for (size_t item = 0; item < o->screening->item_count; item++) {
        for (int i = 0; rule != NULL && i < screening_option_count(&o->screening->items[item]); i++) {
            if (!list->takes(o, rule, item, i))
                continue;
            if (card == NULL) {
                card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 3);
                card->role = ROLE_LIST;
                pad(card, 9, 7);
                heading(b, card, list->title, 3);
            }
            text_string(b, list_row(b, card, list->glyph, TONE_MARK), option_words(b, &o->screening->items[item], i),
                        TYPE_BODY);
        }
    }
}

void own_signs(struct builder *b, struct node *parent, const struct reading *o)
{
    const struct interface_words *words = &b->content->words;
    sign_card(b, parent, o, &(struct sign_list){&words->your_signs, "check_circle", leads_here});
    sign_card(b, parent, o, &(struct sign_list){&words->your_strengths, "star", is_strength});
}
