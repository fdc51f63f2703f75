/* What has had its day is left out of the content, with everything that leads to it, so that no screen has to ask. */
#include "loading.h"
#include "wall.h"

#include <string.h>

bool expired(struct loading *loading, struct dated dated)
{
    if (dated.expires == NULL) {
        return false;
    }
    struct dated *kept = arena_take(&loading->content->arena, sizeof *kept);
    *kept = dated;
    kept->next = (struct dated *)loading->content->dated;
    loading->content->dated = kept;
    return loading->today != NULL && strcmp(dated.expires, loading->today) <= 0;
}

void add_gone(struct loading *loading, const char *id, const char *file, bool helpline)
{
    struct gone *gone = arena_take(&loading->scratch, sizeof *gone);
    *gone = (struct gone){id, file, helpline, loading->gone};
    loading->gone = gone;
}

bool is_gone_helpline(const struct loading *loading, const char *id)
{
    for (const struct gone *gone = loading->gone; gone != NULL; gone = gone->next) {
        if (gone->helpline && strcmp(gone->id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- before references are resolved -------------------------------------------------------------------------------
 */

static bool is_over(const struct clinic_notice *notice, const char *today)
{
    return notice->from == NULL || notice->until == NULL || (today != NULL && strcmp(notice->until, today) < 0);
}

void drop_notices(struct loading *loading)
{
    struct settings *settings = &loading->content->settings;
    struct clinic_notice *kept = arena_take_array(&loading->content->arena, settings->notice_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < settings->notice_count; i++) {
        if (!is_over(&settings->notices[i], loading->today)) {
            kept[count++] = settings->notices[i];
        }
    }
    settings->notices = kept;
    settings->notice_count = count;
    settings->read_day = wall_day(loading->today);
}

void drop_blocks(struct loading *loading, struct page *page)
{
    struct block *kept = arena_take_array(&loading->content->arena, page->block_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct block *block = &page->blocks[i];
        struct dated dated = {
            .kind = "a piece of the page", .id = page->id, .place = block->place, .expires = block->expires};
        if (!expired(loading, dated)) {
            kept[count++] = *block;
        }
    }
    page->blocks = kept;
    page->block_count = count;
}

void drop_helplines(struct loading *loading)
{
    struct help *help = &loading->content->help;
    struct helpline *kept = arena_take_array(&loading->content->arena, help->line_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < help->line_count; i++) {
        const struct helpline *line = &help->lines[i];
        struct dated dated = {"the helpline", line->id, line->place, line->expires, NULL};
        if (!expired(loading, dated)) {
            kept[count++] = *line;
        } else if (line->id != NULL) {
            add_gone(loading, line->id, line->place.file, true);
        }
    }
    help->lines = kept;
    help->line_count = count;
}

/* ---- afterwards -------------------------------------------------------------------------------------------------- */

/* True for what names a place that is no more; not for what names none. */
static bool is_dead_end(const struct content *content, const struct target *target)
{
    bool empty = target->kind == TARGET_SECTION && target->index < content->section_count &&
                 content->sections[target->index].page_count == 0;
    return target->name != NULL && (target->kind == TARGET_NONE || empty);
}

static void drop_cards(struct content *content)
{
    struct home *home = &content->home;
    struct card *kept = arena_take_array(&content->arena, home->card_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < home->card_count; i++) {
        if (!is_dead_end(content, &home->cards[i].to)) {
            kept[count++] = home->cards[i];
        }
    }
    home->cards = kept;
    home->card_count = count;
}

static void drop_buttons(struct content *content)
{
    struct compare *compare = &content->compare;
    struct call_to_action *kept = arena_take_array(&content->arena, compare->action_count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < compare->action_count; i++) {
        if (!is_dead_end(content, &compare->actions[i].to)) {
            kept[count++] = compare->actions[i];
        }
    }
    compare->actions = kept;
    compare->action_count = count;
}

static bool has_lines(const struct content *content, const struct contacts *contacts)
{
    for (size_t i = 0; i < contacts->line_count; i++) {
        if (contacts->lines[i].index < content->help.line_count) {
            return true;
        }
    }
    return false;
}

static void drop_empty_contacts(struct content *content, struct page *page)
{
    struct block *blocks = (struct block *)page->blocks; /* made by drop_blocks() */
    size_t count = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        if (blocks[i].kind != BLOCK_CONTACTS || blocks[i].contacts == NULL || has_lines(content, blocks[i].contacts)) {
            blocks[count++] = blocks[i];
        }
    }
    page->block_count = count;
}

/* Only where nothing is wrong: a mistyped target leads nowhere, too, and is reported. */
void drop_dead_ends(struct loading *loading)
{
    struct content *content = loading->content;
    if (loading->problems->errors > 0) {
        return;
    }
    drop_cards(content);
    drop_buttons(content);
    for (size_t i = 0; i < loading->page_count; i++) {
        drop_empty_contacts(content, loading->pages[i]);
    }
}
