/* A result: a plain sentence first, the visitor's own answers, the scale drawn, next steps, no diagnosis. */
#include "result_parts.h"
#include "takeaway.h"

struct reading reading_of(const struct builder *b, size_t index)
{
    struct reading o = {
        .screening = &b->content->screenings[index], .answers = &b->session->answers[index], .index = index};
    o.total = screening_total(o.screening, o.answers);
    o.band = screening_band(o.screening, o.total);
    o.outcome = screening_outcome(o.screening, o.answers);
    o.help = screening_needs_help(o.screening, o.answers);
    return o;
}

/* ---- help first ----------------------------------------------------------------------------------- */

static void help_first(struct builder *b, struct node *parent)
{
    struct node *words = icon_panel(b, parent, LOOK_NOTE, "favorite", TONE_NOTE_INK);
    opens_help(words->parent, "result-help");
    text_with_numbers(b, words, &b->content->words.result_help, TYPE_STRONG);
    icon(b, words->parent, "chevron_right", 9);
}

/* ---- what now ------------------------------------------------------------------------------------------ */

static void next_steps(struct builder *b, struct node *parent, const struct prose *steps, size_t count)
{
    struct node *panel = surface(b, parent, LOOK_PANEL, ARRANGE_COLUMN, 3);
    panel->name = "next-steps";
    panel->role = ROLE_LIST;
    pad(panel, 9, 8);
    heading(b, panel, &b->content->words.three_next_steps, 3);
    for (size_t i = 0; i < count; i++) {
        struct node *row = group(b, panel, ARRANGE_ROW, 3);
        row->role = ROLE_LIST_ITEM;
        row->box.across = ALIGN_START;
        const char *place = number(b, (int)i + 1);
        struct node *digits = text_string(b, row, arena_print(b->scene->arena, "%s.", place), TYPE_STRONG);
        digits->box.text_width = 7;
        digits->label = filled(b, in(b, &b->content->speech.step), &place, 1);
        struct node *words = group(b, row, ARRANGE_COLUMN, 0);
        words->box.grow = 1;
        prose(b, words, &steps[i], TYPE_BODY);
    }
}

static void no_diagnosis(struct builder *b, struct node *parent)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 0.5f);
    card->name = "not-a-diagnosis";
    pad(card, 8, 6);
    text(b, card, &b->content->words.not_a_diagnosis, TYPE_STRONG);
    text(b, card, &b->content->words.not_checked, TYPE_BODY);
}

static void not_looked_at(struct builder *b, struct node *parent, const struct screening *screening)
{
    if (!has_prose(b, &screening->not_looked_at))
        return;
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 2);
    card->name = "not-looked-at";
    pad(card, 9, 7);
    heading(b, card, &b->content->words.not_looked_at, 3);
    prose(b, card, &screening->not_looked_at, TYPE_BODY);
}

static bool help_stands_first(const struct reading *o)
{
    return o->help || (o->outcome != NULL && o->outcome->help_first);
}

/* Texts that a chosen sign adds; those of strengths only where nothing more urgent is said. */
static void additions(struct builder *b, struct node *parent, const struct reading *o)
{
    for (size_t i = 0; i < o->screening->addition_count; i++) {
        const struct addition *addition = &o->screening->additions[i];
        bool strength =
            screening_chose_kind(o->screening, o->answers, addition->item, addition->option, GROUP_STRENGTH);
        if (screening_adds(o->screening, o->answers, addition) && !(strength && help_stands_first(o)))
            prose(b, parent, &addition->text, TYPE_BODY);
    }
}

static void headline(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *head = group(b, parent, ARRANGE_COLUMN, 2.5f);
    if (o->outcome != NULL) {
        heading(b, head, &o->outcome->headline, 1);
        prose(b, head, &o->outcome->meaning, TYPE_LEAD);
        additions(b, head, o);
    } else if (o->band != NULL) {
        heading(b, head, &o->band->headline, 1);
        prose(b, head, &o->band->meaning, TYPE_LEAD);
    } else {
        heading(b, head, &o->screening->incomplete, 1)->type = TYPE_H2;
    }
}

/* Help is here whatever was answered: a question left out, or answers that show nothing, prove nothing. */
static void quiet_help(struct builder *b, struct node *parent, const struct reading *o)
{
    struct node *words = icon_panel(b, parent, LOOK_PANEL, "favorite", TONE_PRIMARY);
    opens_help(words->parent, "quiet-help");
    text(b, words, &b->content->words.help_panel_title, TYPE_STRONG);
    if (screening_safety_skipped(o->screening, o->answers))
        prose(b, words, &o->screening->safety_skipped, TYPE_BODY);
    text_with_numbers(b, words, &b->content->words.help_bar, TYPE_BODY);
}

/* The scale of this check, and those of others that were taken in this visit. */
static void scales(struct builder *b, struct node *parent, const struct reading *o)
{
    bool more = false;
    if (o->band != NULL) /* without a total the headline says so already */
        scale_card(b, parent, o);
    for (size_t i = 0; i < b->content->screening_count; i++) {
        struct reading other = reading_of(b, i);
        if (i == o->index || other.outcome != NULL || !screening_started(other.answers))
            continue;
        if (!more)
            heading(b, parent, &b->content->words.both_results, 3);
        scale_card(b, parent, &other);
        more = true;
    }
}

/* Offered, never forced: from a score to the check with rules. */
static void other_check(struct builder *b, struct node *parent, const struct reading *o)
{
    for (size_t i = 0; o->outcome == NULL && i < b->content->screening_count; i++) {
        if (b->content->screenings[i].rule_count == 0)
            continue;
        button(b, parent,
               (struct button){"try-iop-check", LOOK_PILL, NULL, in(b, &b->content->words.try_iop_check),
                               "arrow_forward", (struct action){ACTION_GO, SCREEN_INTRO, (int)i}});
        return;
    }
}

static void left_column(struct builder *b, struct node *left, const struct reading *o)
{
    if (help_stands_first(o))
        help_first(b, left);
    headline(b, left, o);
    if (o->outcome != NULL) {
        own_signs(b, left, o);
        return;
    }
    if (screening_started(o->answers)) {
        scales(b, left, o);
        own_answers(b, left, o);
    }
}

static void right_column(struct builder *b, struct node *right, const struct reading *o)
{
    const struct screening *screening = o->screening;
    if (b->session->taking)
        takeaway_card(b, right, o->index); /* asked for: in sight at once */
    if (o->outcome != NULL)
        next_steps(b, right, o->outcome->next_steps, o->outcome->next_step_count);
    else
        next_steps(b, right, screening->next_steps, screening->next_step_count);
    if (!b->session->taking)
        takeaway_card(b, right, o->index);
}

/* Both columns should end at about the same height: what holds for every result stands where there is room. The one
 * sentence that matters most stays in sight beside a score, where the answers take the place under it. */
static void closing(struct builder *b, struct node *left, struct node *right, const struct reading *o)
{
    no_diagnosis(b, wide(b) && o->outcome != NULL ? left : right);
    if (!help_stands_first(o))
        quiet_help(b, right, o);
    not_looked_at(b, wide(b) ? left : right, o->screening);
    other_check(b, right, o);
    if (b->content->screening_count > 1)
        button(b, right,
               (struct button){"checks", LOOK_PILL, "self_improvement", in(b, &b->content->words.checks_title), NULL,
                               (struct action){ACTION_GO, SCREEN_CHECKS, 0}});
    button(b, right,
           (struct button){"back-to-answers", LOOK_PILL, "edit", in(b, &b->content->words.back_to_answers), NULL,
                           (struct action){ACTION_BACK, 0, 0}});
}

void build_result(struct builder *b)
{
    struct reading o = reading_of(b, session_view(b->session)->subject);
    struct node *main = main_area(b, screen_frame(b, FRAME_RESULT));
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, wide(b) ? 14 : 6);
    columns->box.across = wide(b) ? ALIGN_START : ALIGN_STRETCH;
    struct node *left = group(b, columns, ARRANGE_COLUMN, 6);
    struct node *right = group(b, columns, ARRANGE_COLUMN, 6);
    left->box.grow = wide(b) ? b->frame->across < 400 ? 1.2f : 1.85f : 0;
    right->box.grow = wide(b) ? 1 : 0;
    left_column(b, left, &o);
    right_column(b, right, &o);
    closing(b, left, right, &o);
    struct node *credit = text(b, main, &o.screening->copyright, TYPE_BODY);
    credit->ink = TONE_INK_2;
}
