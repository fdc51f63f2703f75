/* An explainer: the chapters of its part, one main message, blocks, and a next step at the end. */
#include "parts.h"

static const struct page *shown_page(const struct builder *b)
{
    return &b->content->pages[session_view(b->session)->subject];
}

static const struct section *section_of(const struct builder *b, const struct page *page)
{
    return &b->content->sections[page->section];
}

static void chapter(struct builder *b, struct node *parent, uint16_t index, bool beside)
{
    const struct page *page = &b->content->pages[index];
    bool on = page == shown_page(b);
    enum look look = on ? LOOK_CHAPTER_ON : beside ? LOOK_CHAPTER : LOOK_CHOICE;
    struct node *tab = surface(b, parent, look, ARRANGE_ROW, 0);
    tab->role = ROLE_TAB;
    tab->name = page->id;
    tab->selected = on;
    tab->action = (struct action){ACTION_PAGE, index, 0};
    tab->box.across = ALIGN_CENTER;
    tab->box.least_height = 12.8f + 2.2f * b->frame->scale.space;
    pad(tab, beside ? 5.5f : 6, 1.5f);
    text(b, tab, &page->title, TYPE_LABEL);
    if (beside)
        tab->last->box.grow = 1;
}

static void chapters(struct builder *b, struct node *parent, bool beside)
{
    const struct section *section = section_of(b, shown_page(b));
    for (uint16_t i = 0; i < section->page_count; i++)
        chapter(b, parent, (uint16_t)(section->first_page + i), beside);
}

/* A part of one page needs no list of pages. */
static bool has_chapters(const struct builder *b)
{
    return section_of(b, shown_page(b))->page_count > 1;
}

static bool chapters_fit_beside(const struct builder *b)
{
    const float each = 18, banner_and_help = 56; /* targets do not shrink with small letters */
    const float height = (float)b->frame->height / b->frame->scale.px_per_mm;
    const float down = b->frame->down < height ? b->frame->down : height;
    const struct section *section = section_of(b, shown_page(b));
    return wide(b) && b->frame->across >= 380 && (float)section->page_count * each <= down - banner_and_help;
}

static struct node *navigation(struct builder *b, struct node *parent, enum arrange arrange)
{
    struct node *list = group(b, parent, arrange, 2.7f);
    list->role = ROLE_NAVIGATION;
    list->name = "chapters";
    return list;
}

static void next_button(struct builder *b, struct node *row, const struct page *page)
{
    const struct section *section = section_of(b, page);
    uint16_t index = (uint16_t)(page - b->content->pages + 1);
    if (index >= section->first_page + section->page_count)
        return;
    const char *label = arena_print(b->scene->arena, "%s%s", in(b, &b->content->words.next_page),
                                    in(b, &b->content->pages[index].title));
    button(b, row,
           (struct button){"next-page", LOOK_PILL_SOLID, NULL, label, "arrow_forward",
                           (struct action){ACTION_PAGE, index, 0}});
}

static void next_step(struct builder *b, struct node *parent, const struct page *page)
{
    struct node *row = group(b, parent, ARRANGE_WRAP, 5);
    row->box.pad_top = 4;
    row->box.along = ALIGN_END;
    struct action action = session_action_to(b->content, &page->action.to);
    if (action.kind != ACTION_NONE && has_words(&page->action.text))
        button(b, row, (struct button){"action", LOOK_PILL, NULL, in(b, &page->action.text), "arrow_forward", action});
    next_button(b, row, page);
    row->box.between = row->first != NULL && row->first->next != NULL;
}

static bool needs_help_panel(const struct page *page)
{
    return page->topic_count > 0;
}

/* Wherever suicide or self-harm is a topic, help stands in the same view (safe messaging). */
static void help_panel(struct builder *b, struct node *parent)
{
    struct node *words = icon_panel(b, parent, LOOK_NIGHT_PANEL, "help_outline", TONE_ACCENT);
    words->parent->fill = TONE_NIGHT;
    opens_help(words->parent, "help-panel");
    text(b, words, &b->content->words.help_question, TYPE_STRONG);
    text_with_numbers(b, words, &b->content->words.help_bar, TYPE_BODY);
    icon(b, words->parent, "chevron_right", 9);
}

static void article(struct builder *b, struct node *main)
{
    const struct page *page = shown_page(b);
    struct node *head = place_head(b, main, &section_of(b, page)->picture, 84);
    heading(b, head, &page->title, 1);
    prose(b, head, &page->main_message, TYPE_LEAD);
    if (needs_help_panel(page))
        help_panel(b, main);
    page_blocks(b, main, page);
    words_explained(b, main);
    next_step(b, main, page);
}

void build_page(struct builder *b)
{
    struct node *body = screen_frame(b, FRAME_PLAIN);
    if (has_chapters(b) && chapters_fit_beside(b)) {
        body->box.gap = 14;
        struct node *side = navigation(b, body, ARRANGE_COLUMN);
        side->box.width = 109;
        side->box.pad_top = 2;
        chapters(b, side, true);
        article(b, main_area(b, body));
        return;
    }
    struct node *main = main_area(b, body);
    bool few_lines = !compact(b) && b->frame->down > 180;
    if (few_lines && has_chapters(b))
        chapters(b, navigation(b, main, ARRANGE_WRAP), false);
    article(b, main);
    if (few_lines || !has_chapters(b))
        return;
    text(b, main, &b->content->words.in_this_part, TYPE_STRONG);
    chapters(b, navigation(b, main, ARRANGE_COLUMN), false);
}
