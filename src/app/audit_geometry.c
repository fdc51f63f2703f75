/* Where things lie: inside the screen, inside their boxes, and not on each other. */
#include "audit_rules.h"

#include "flow.h"

enum { MOST_TEXTS = 600, LINES_TO_SEE = 2, MOST_CUTS = 1 };

static bool in_main(const struct audited *at, const struct node *node)
{
    return at->scene->main != NULL && node != at->scene->main && node_within(node, at->scene->main);
}

/* The words of a code are only spoken. */
static bool shows_text(const struct node *node)
{
    return node->flow != NULL && node->role != ROLE_CODE;
}

/* ---- inside ------------------------------------------------------------------------------------------- */

static bool between(int low, int size, int from, int to)
{
    return low >= from && low + size <= to;
}

static void check_inside(const struct audited *at, const struct node *node)
{
    struct rect rect = node->rect, screen = {0, 0, at->frame->width, at->frame->above + at->frame->height};
    if (rect_empty(rect))
        return;
    if (!between(rect.x, rect.w, 0, screen.w))
        audit_note(at, RULE_INSIDE, node, "reaches outside the screen, which is %d wide", screen.w);
    else if (!in_main(at, node) && !between(rect.y, rect.h, 0, screen.h))
        audit_note(at, RULE_INSIDE, node, "reaches outside the screen, which is %d high", screen.h);
    if (!in_main(at, node))
        return;
    struct rect main = at->scene->main->rect;
    if (!between(rect.x, rect.w, main.x, main.x + main.w))
        audit_note(at, RULE_INSIDE, node, "reaches outside what scrolls, %d to %d", main.x, main.x + main.w);
    else if (!between(rect.y, rect.h, main.y,
                      main.y + (at->scene->main_height > main.h ? at->scene->main_height : main.h)))
        audit_note(at, RULE_INSIDE, node, "cannot be scrolled to: the page ends at %d",
                   main.y + at->scene->main_height);
}

static void check_window(const struct audited *at)
{
    const struct node *main = at->scene->main;
    if (main == NULL)
        return;
    float line = at->audit->theme->cap_mm[at->text_size] * 2 * at->frame->scale.px_per_mm;
    if (scene_scroll_limit(at->scene) > 0 && (float)main->rect.h < LINES_TO_SEE * line)
        audit_note(at, RULE_WINDOW, main, "scrolls, but shows less than %d lines of text", LINES_TO_SEE);
}

/* ---- text ---------------------------------------------------------------------------------------------- */

static void check_fits(const struct audited *at, const struct node *node)
{
    const struct flow *flow = node->flow;
    int pad = space_px(&at->frame->scale, node->box.pad_x);
    for (uint32_t i = 0; i < flow->line_count; i++)
        if (flow->lines[i].width > node->rect.w - 2 * pad) {
            const struct flow_word *word = &flow->words[flow->lines[i].first];
            audit_note(at, RULE_FITS, node, "has a line of %d pixels from \"%.*s\" on", flow->lines[i].width,
                       (int)word->length, word->text);
            return;
        }
    if ((int)flow->line_count * flow->line_height > node->rect.h)
        audit_note(at, RULE_FITS, node, "needs %d lines, %d pixels", (int)flow->line_count,
                   (int)flow->line_count * flow->line_height);
}

/* The first line that ends within a word which was cut more than once; line_count if there is none. */
static uint32_t line_in_long_word(const struct flow *flow)
{
    int cuts = 0;
    for (uint32_t i = 0; i < flow->line_count; i++) {
        const struct flow_line *line = &flow->lines[i];
        bool cut = line->count > 0 && flow->words[line->first + line->count - 1].cut;
        cuts = !cut ? 0 : line->count == 1 ? cuts + 1 : 1;
        if (cuts > MOST_CUTS)
            return i;
    }
    return flow->line_count;
}

/* Where letters are large, and between visits, when all of it stands on the next screen, too. */
static bool may_end_early(const struct audited *at)
{
    return at->text_size > DEFAULT_TEXT_SIZE ||
           (at->session != NULL && session_view(at->session)->screen == SCREEN_ATTRACT);
}

/* The pieces of one word lie one behind the other in its text. */
static struct flow_word whole_word(const struct flow *flow, uint32_t piece)
{
    uint32_t last = piece;
    while (piece > 0 && flow->words[piece - 1].cut) {
        piece--;
    }
    while (last + 1 < flow->word_count && flow->words[last].cut) {
        last++;
    }
    struct flow_word word = flow->words[piece];
    word.length = (uint32_t)(flow->words[last].text + flow->words[last].length - word.text);
    return word;
}

/* A small panel may cut a long word once. */
static void check_whole(const struct audited *at, const struct node *node)
{
    const struct flow *flow = node->flow;
    uint32_t line = line_in_long_word(flow);
    if (line < flow->line_count) {
        const struct flow_word word = whole_word(flow, flow->lines[line].first);
        audit_note(at, RULE_WHOLE, node, "has a word too long for its lines: %.*s", (int)word.length, word.text);
    } else if (flow->whole != NULL && !may_end_early(at))
        audit_note(at, RULE_WHOLE, node, "has room for %d lines only, and ends with \"…\"", (int)flow->line_count);
}

static void check_letters(const struct audited *at, const struct node *node)
{
    const struct metrics *metrics = at->audit->metrics;
    enum face face = at->audit->theme->types[node->type].face;
    float cap = (float)node->flow->px * metrics->cap_height(metrics->context, face);
    float least = at->audit->theme->cap_mm[at->text_size] * at->frame->scale.px_per_mm;
    if (cap + 0.5f < least)
        audit_note(at, RULE_LETTERS, node, "has capitals of %.1f pixels, %.1f is the least", (double)cap,
                   (double)least);
}

/* ---- overlaps ------------------------------------------------------------------------------------------- */

struct texts {
    const struct node *list[MOST_TEXTS];
    int count;
};

/* Everything that speaks or can be touched. */
static void collect(const struct audited *at, struct texts *texts)
{
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node))
        if ((shows_text(node) || node->action.kind != ACTION_NONE) && !rect_empty(node->rect) &&
            texts->count < MOST_TEXTS)
            texts->list[texts->count++] = node;
}

static bool holds(struct rect outer, struct rect inner)
{
    struct rect common = rect_intersection(outer, inner);
    return common.w == inner.w && common.h == inner.h;
}

/* A target may lie as a ground under texts in another layer, if they lie wholly on it: a column of a table. */
static bool is_ground_of(const struct node *a, const struct node *b)
{
    const struct node *both = a->parent;
    while (both != NULL && !node_within(b, both))
        both = both->parent;
    bool layers = both != NULL && both->box.arrange == ARRANGE_LAYERS;
    return layers && a->action.kind != ACTION_NONE && b->action.kind == ACTION_NONE && holds(a->rect, b->rect);
}

static void check_pair(const struct audited *at, const struct node *a, const struct node *b)
{
    if (rect_empty(rect_intersection(a->rect, b->rect)) || in_main(at, a) != in_main(at, b))
        return;
    if (!node_within(a, b) && !node_within(b, a) && !is_ground_of(a, b))
        audit_note(at, RULE_OVERLAP, a, "lies on %s at %d,%d %dx%d", b->name != NULL ? b->name : "a text", b->rect.x,
                   b->rect.y, b->rect.w, b->rect.h);
}

static void check_overlaps(const struct audited *at)
{
    struct texts texts = {.count = 0};
    collect(at, &texts);
    if (texts.count == MOST_TEXTS)
        audit_note(at, RULE_OVERLAP, at->scene->root, "has more texts than the audit can hold");
    for (int i = 0; i < texts.count; i++)
        for (int k = i + 1; k < texts.count; k++)
            check_pair(at, texts.list[i], texts.list[k]);
}

void audit_geometry(const struct audited *at)
{
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node)) {
        check_inside(at, node);
        if (!shows_text(node))
            continue;
        check_fits(at, node);
        check_whole(at, node);
        check_letters(at, node);
    }
    check_overlaps(at);
    check_window(at);
}
