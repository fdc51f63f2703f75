/* One question a screen. Choosing never jumps ahead; every question can be left out. */
#include "parts.h"

#include <string.h>

struct asked {
    const struct screening *screening;
    const struct answers *answers;
    size_t index; /* of the screening */
    int item;
};

static struct asked asked(const struct builder *b)
{
    const struct view *view = session_view(b->session);
    return (struct asked){&b->content->screenings[view->subject], &b->session->answers[view->subject], view->subject,
                          view->detail};
}

/* "Question 4 of 9" counts what is scored; a question behind those has no number. */
struct count {
    int before, all;
};

static bool is_counted(const struct item *item)
{
    return item->scored || item->repeats;
}

static struct count count_scored(struct asked now)
{
    struct count count = {0, 0};
    for (size_t i = 0; i < now.screening->item_count; i++) {
        if (!is_counted(&now.screening->items[i]) || !screening_shown(now.screening, now.answers, i))
            continue;
        count.before += (int)i < now.item ? 1 : 0;
        count.all++;
    }
    return count;
}

static void progress(struct builder *b, struct node *parent, struct asked now)
{
    struct count count = count_scored(now);
    struct node *bar = scene_add(b->scene, parent, ROLE_PROGRESS, LOOK_NONE);
    bar->silent = true;
    bar->value = count.before + (is_counted(&now.screening->items[now.item]) ? 1 : 0);
    bar->most = count.all;
    bar->box.height = 2.6f;
}

static const char *where_words(struct builder *b, struct asked now)
{
    struct count count = count_scored(now);
    if (!is_counted(&now.screening->items[now.item]))
        return in(b, &now.screening->title);
    const char *values[] = {number(b, count.before + 1), number(b, count.all)};
    const char *place = filled(b, in(b, &b->content->words.question_of), values, 2);
    return arena_print(b->scene->arena, "%s  ·  %s", in(b, &now.screening->title), place);
}

/* Said when the screen is opened, after the question. */
static void where(struct builder *b, struct node *parent, struct asked now)
{
    b->scene->where = where_words(b, now);
    text_string(b, parent, b->scene->where, TYPE_STRONG)->name = "where";
}

static void answers_stay(struct builder *b, struct node *parent)
{
    struct node *column = icon_panel(b, parent, LOOK_PANEL, "lock", TONE_PRIMARY);
    text(b, column, &b->content->words.answers_stay, TYPE_BODY);
}

static void question(struct builder *b, struct node *parent, struct asked now)
{
    const struct item *item = &now.screening->items[now.item];
    where(b, parent, now);
    if (is_counted(item) && has_words(&now.screening->stem))
        text(b, parent, &now.screening->stem, TYPE_LEAD)->ink = TONE_INK_2;
    struct node *title = heading(b, parent, &item->text, 1);
    bool longer = wide(b) && strlen(in(b, &item->text)) > 90;
    if (longer || !wide(b))
        title->type = TYPE_H2;
}

static void options(struct builder *b, struct node *parent, struct asked now)
{
    const struct item *item = &now.screening->items[now.item];
    struct node *list = group(b, parent, ARRANGE_COLUMN, item->repeats ? 3 : 4.5f);
    list->role = ROLE_LIST;
    if (item->repeats)
        text(b, list, &b->content->words.choose_all, TYPE_STRONG);
    for (int i = 0; i < screening_option_count(item); i++) {
        bool chosen = screening_chose(now.screening, now.answers, (size_t)now.item, i);
        struct node *node =
            choice(b, list, item->repeats ? ROLE_CHECKBOX : ROLE_RADIO, option_words(b, item, i), chosen);
        node->name = "option";
        node->place = item->options != NULL ? item->options->options[i].text.place : (struct place){0};
        node->action = (struct action){ACTION_ANSWER, now.item, i};
    }
}

static void buttons(struct builder *b, struct node *parent, struct asked now)
{
    const struct interface_words *words = &b->content->words;
    bool last = screening_next(now.screening, now.answers, now.item) < 0;
    bool answered = now.answers->option[now.item] >= 0 || now.screening->items[now.item].type == ITEM_DISPLAY;
    struct node *row = group(b, parent, compact(b) ? ARRANGE_COLUMN : ARRANGE_ROW, 4.5f);
    row->box.pad_top = 4;
    struct node *skip =
        button(b, row,
               (struct button){"skip", LOOK_PILL, NULL, in(b, &words->skip), NULL, (struct action){ACTION_SKIP, 0, 0}});
    struct node *next =
        button(b, row,
               (struct button){"next", LOOK_PILL_SOLID, NULL, in(b, last ? &words->to_review : &words->next),
                               "arrow_forward", (struct action){ACTION_NEXT, 0, 0}});
    next->disabled = !answered;
    if (!answered)
        next->look = LOOK_PILL_OFF;
    skip->box.least_height = next->box.least_height = 13 + 7 * b->frame->scale.space;
    skip->box.grow = compact(b) ? 0 : 3;
    next->box.grow = compact(b) ? 0 : 4;
}

void build_question(struct builder *b)
{
    struct asked now = asked(b);
    struct node *body = screen_frame(b, FRAME_ANSWERS);
    struct node *main = main_area(b, body);
    progress(b, main, now);
    if (!wide(b)) {
        question(b, main, now);
        options(b, main, now);
        buttons(b, main, now);
        answers_stay(b, main);
        return;
    }
    struct node *columns = group(b, main, ARRANGE_ROW, 20);
    columns->box.across = ALIGN_START;
    struct node *left = group(b, columns, ARRANGE_COLUMN, 6);
    left->box.grow = 1;
    question(b, left, now);
    struct node *gap = group(b, left, ARRANGE_COLUMN, 0);
    gap->box.height = 3;
    answers_stay(b, left);
    struct node *right = group(b, columns, ARRANGE_COLUMN, 4.5f);
    right->box.grow = 1.08f;
    options(b, right, now);
    buttons(b, right, now);
}
