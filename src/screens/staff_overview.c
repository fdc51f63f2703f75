/* The staff's overview: what can be done, what is to be mended, and the facts (staff_facts.c). */
#include "staff_parts.h"

#include <string.h>

/* ---- problems ------------------------------------------------------------------------------------------- */

/* "This line has two colons.": the check prints it behind a place and a colon, the screen on a line of its own. */
static const char *as_sentence(struct builder *b, const char *words)
{
    char first = words[0] >= 'a' && words[0] <= 'z' ? (char)(words[0] - 'a' + 'A') : words[0];
    size_t length = strlen(words);
    bool cut = length >= strlen("…") && strcmp(words + length - strlen("…"), "…") == 0;
    return length == 0 ? words : arena_print(b->scene->arena, "%c%s%s", first, words + 1, cut ? "" : ".");
}

/* "explainers/benefits.yaml:12", what is wrong there, and how to mend it: read as one. */
static void problem(struct builder *b, struct node *list, const struct state_problem *what)
{
    struct node *words = list_row(b, list, what->is_error ? "error_outline" : "info_outline", TONE_INK_2);
    const char *sentence = as_sentence(b, what->sentence);
    bool mends = what->mend[0] != '\0';
    words->parent->label = arena_print(b->scene->arena, "%s: %s %s", what->place, sentence, what->mend);
    text_string(b, words, what->place, TYPE_STRONG);
    text_string(b, words, sentence, TYPE_BODY);
    if (mends)
        text_string(b, words, arena_print(b->scene->arena, "→ %s", what->mend), TYPE_BODY);
}

static void all_problems(struct builder *b, struct node *parent, const struct reload_state *reload)
{
    const struct interface_words *words = &b->content->words;
    const char *counts[] = {number(b, (int)reload->errors), number(b, (int)reload->warnings)};
    const char *more = number(b, (int)(reload->errors + reload->warnings - reload->problem_count));
    struct node *panel = surface(b, parent, LOOK_NOTE, ARRANGE_COLUMN, 2.5f);
    panel->name = "problems";
    pad(panel, compact(b) ? 5 : 8, compact(b) ? 4 : 6);
    heading_text(b, panel, filled(b, in(b, &words->staff_problems), counts, 2), 3);
    if (reload->failed)
        text(b, panel, &words->staff_failed, TYPE_BODY);
    if (!staff_reads_english(b))
        text(b, panel, &words->staff_in_english, TYPE_BODY);
    struct node *list = group(b, panel, ARRANGE_COLUMN, 2);
    list->role = ROLE_LIST;
    for (size_t i = 0; i < reload->problem_count; i++)
        problem(b, list, &reload->problems[i]);
    if (reload->errors + reload->warnings > reload->problem_count)
        text_string(b, panel, filled(b, in(b, &words->staff_more_problems), &more, 1), TYPE_STRONG)->name = "more";
}

/* ---- what can be done ----------------------------------------------------------------------------------------- */

static void deed(struct builder *b, struct node *list, struct button what)
{
    what.look = LOOK_CHOICE;
    struct node *node = button(b, list, what);
    node->box.along = ALIGN_START;
    node->last->box.grow = 1;
}

static void deeds(struct builder *b, struct node *parent)
{
    const struct interface_words *words = &b->content->words;
    struct node *list = group(b, parent, ARRANGE_COLUMN, 4);
    list->name = "deeds";
    deed(b, list,
         (struct button){"reload", LOOK_CHOICE, "refresh", in(b, &words->staff_reload), NULL,
                         staff_wish(STAFF_RELOAD, 0)});
    deed(b, list,
         (struct button){"clean", LOOK_CHOICE, "cleaning_services", in(b, &words->staff_clean), NULL,
                         staff_wish(STAFF_SHOW, STAFF_CLEANING)});
    deed(b, list,
         (struct button){"measure", LOOK_CHOICE, "straighten", in(b, &words->staff_panel), NULL,
                         staff_wish(STAFF_SHOW, STAFF_PANEL)});
    deed(b, list,
         (struct button){"learn-keys", LOOK_CHOICE, "keyboard", in(b, &words->staff_keys), NULL,
                         staff_wish(STAFF_SHOW, STAFF_KEYS)});
    deed(b, list,
         (struct button){"test-sound", LOOK_CHOICE, "volume_up", in(b, &words->staff_sound), NULL,
                         staff_wish(STAFF_CHIME, 0)});
}

/* Under what was touched, so that it is seen there. */
static void what_was_done(struct builder *b, struct node *parent)
{
    const struct interface_words *words = &b->content->words;
    const struct staff *staff = &b->session->staff;
    bool read = b->board != NULL && b->board->read_again;
    if (staff->reading)
        text(b, parent, read ? &words->staff_read : &words->staff_reloading, TYPE_STRONG)->name = "told";
    if (staff->chimed)
        text(b, parent, &words->staff_sounded, TYPE_STRONG)->name = "told";
}

/* Names and values need room beside the buttons. */
static bool two_columns(const struct builder *b)
{
    return wide(b) && b->frame->across >= 400;
}

void build_staff_overview(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    const struct reload_state *reload = b->board != NULL ? b->board->reload : NULL;
    struct node *main = main_area(b, screen_frame(b, FRAME_STAFF));
    struct node *head = group(b, main, ARRANGE_COLUMN, 1);
    heading(b, head, &words->staff_title, 1);
    if (!staff_low(b))
        text(b, head, &words->staff_text, TYPE_BODY);
    struct node *columns = group(b, main, two_columns(b) ? ARRANGE_ROW : ARRANGE_COLUMN, two_columns(b) ? 10 : 6);
    struct node *doing = group(b, columns, ARRANGE_COLUMN, 5);
    doing->box.width = two_columns(b) ? 135 : 0;
    deeds(b, doing);
    what_was_done(b, doing);
    if (staff_low(b))
        text(b, doing, &words->staff_text, TYPE_BODY); /* what can be done is seen first */
    struct node *knowing = group(b, columns, ARRANGE_COLUMN, 5);
    knowing->box.grow = two_columns(b) ? 1 : 0;
    if (reload != NULL && (reload->errors > 0 || reload->warnings > 0))
        all_problems(b, knowing, reload);
    struct node *card = surface(b, knowing, LOOK_CARD, ARRANGE_COLUMN, 3);
    pad(card, compact(b) ? 6 : 10, 7);
    staff_facts(b, card);
}
