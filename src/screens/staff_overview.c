/* The staff's overview: how the program, the content and the machine are, and what can be done. */
#include "staff_parts.h"

#include <math.h>
#include <string.h>

/* In the order of the words "staff_facts". */
enum fact {
    FACT_PROGRAM,
    FACT_CONTENT,
    FACT_READ_AT,
    FACT_REVISION,
    FACT_SEAL,
    FACT_SCREEN,
    FACT_INPUT,
    FACT_VOICE,
    FACT_LANGUAGES,
    FACT_CALL_AGAIN
};

/* ---- facts --------------------------------------------------------------------------------------------- */

static void fact(struct builder *b, struct node *list, enum fact which, const char *value)
{
    if (value[0] == '\0')
        return;
    bool beside = !compact(b);
    struct node *row = group(b, list, beside ? ARRANGE_ROW : ARRANGE_COLUMN, beside ? 5 : 0);
    row->role = ROLE_LIST_ITEM;
    struct node *name = text_string(b, row, field(b, &b->content->words.staff_facts, (int)which), TYPE_STRONG);
    if (beside)
        name->box.text_width = 62;
    text_string(b, row, value, TYPE_BODY)->box.grow = beside ? 1 : 0;
}

static const char *languages(struct builder *b)
{
    const struct settings *settings = &b->content->settings;
    const char *all = "";
    for (size_t i = 0; i < settings->language_count; i++)
        all = arena_print(b->scene->arena, "%s%s%s", all, i > 0 ? ", " : "", settings->languages[i].name);
    return all;
}

/* Dates are written so that they sort as text. */
static const char *lines_to_call(struct builder *b, const char *soon)
{
    const struct help *help = &b->content->help;
    const char *all = "";
    for (size_t i = 0; i < help->line_count; i++) {
        const struct helpline *line = &help->lines[i];
        if (line->review_by != NULL && strcmp(line->review_by, soon) <= 0)
            all = arena_print(b->scene->arena, "%s%s%s (%s)", all, all[0] != '\0' ? ", " : "", in(b, &line->name),
                              line->review_by);
    }
    return all;
}

static const char *screen_size(struct builder *b, const struct staff_facts *facts)
{
    int height_mm = (int)lroundf(facts->panel_mm * (float)facts->height / (float)facts->width);
    return arena_print(b->scene->arena, "%d × %d px, %d × %d mm", facts->width, facts->height,
                       (int)lroundf(facts->panel_mm), height_mm);
}

static const char *inputs(struct builder *b, const struct staff_facts *facts)
{
    const char *count = number(b, facts->touch_screens);
    return arena_print(b->scene->arena, "%s, %s", filled(b, in(b, &b->content->words.staff_touch), &count, 1),
                       facts->display);
}

static const char *voice(struct builder *b, const struct staff_facts *facts)
{
    if (facts->voice[0] != '\0')
        return facts->voice;
    return facts->speaks ? "iop-voice" : in(b, &b->content->words.staff_no_voice);
}

static void facts_of_machine(struct builder *b, struct node *list, const struct staff_facts *facts)
{
    fact(b, list, FACT_SEAL, facts->seal);
    if (facts->width > 0)
        fact(b, list, FACT_SCREEN, screen_size(b, facts));
    fact(b, list, FACT_INPUT, inputs(b, facts));
    fact(b, list, FACT_VOICE, voice(b, facts));
    fact(b, list, FACT_LANGUAGES, languages(b));
    fact(b, list, FACT_CALL_AGAIN, lines_to_call(b, facts->soon));
}

static void all_facts(struct builder *b, struct node *parent)
{
    struct node *list = group(b, parent, ARRANGE_COLUMN, 1.5f);
    list->role = ROLE_LIST;
    list->name = "facts";
    const struct staff_facts *facts = b->board != NULL ? b->board->facts : NULL;
    const struct reload_state *reload = b->board != NULL ? b->board->reload : NULL;
    if (facts != NULL) {
        fact(b, list, FACT_PROGRAM, facts->version);
        fact(b, list, FACT_CONTENT, facts->folder);
    }
    if (reload != NULL) {
        fact(b, list, FACT_READ_AT, reload->looked_at);
        fact(b, list, FACT_REVISION, reload->revision);
    }
    if (facts != NULL)
        facts_of_machine(b, list, facts);
}

/* ---- problems ------------------------------------------------------------------------------------------- */

static void problem(struct builder *b, struct node *list, const struct state_problem *what)
{
    struct node *words = list_row(b, list, what->is_error ? "error_outline" : "info_outline", TONE_INK_2);
    text_string(b, words, what->place, TYPE_STRONG);
    text_string(b, words, what->sentence, TYPE_BODY);
}

static void all_problems(struct builder *b, struct node *parent, const struct reload_state *reload)
{
    const struct interface_words *words = &b->content->words;
    const char *counts[] = {number(b, (int)reload->errors), number(b, (int)reload->warnings)};
    struct node *panel = surface(b, parent, LOOK_NOTE, ARRANGE_COLUMN, 2.5f);
    panel->name = "problems";
    pad(panel, 8, 6);
    heading_text(b, panel, filled(b, in(b, &words->staff_problems), counts, 2), 3);
    if (reload->failed)
        text(b, panel, &words->staff_failed, TYPE_BODY);
    struct node *list = group(b, panel, ARRANGE_COLUMN, 2);
    list->role = ROLE_LIST;
    for (size_t i = 0; i < reload->problem_count; i++)
        problem(b, list, &reload->problems[i]);
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

static void what_was_done(struct builder *b, struct node *parent)
{
    const struct staff *staff = &b->session->staff;
    if (staff->reading)
        text(b, parent, &b->content->words.staff_reloading, TYPE_STRONG);
    if (staff->chimed)
        text(b, parent, &b->content->words.staff_sounded, TYPE_STRONG);
}

void build_staff_overview(struct builder *b)
{
    const struct interface_words *words = &b->content->words;
    const struct reload_state *reload = b->board != NULL ? b->board->reload : NULL;
    struct node *main = main_area(b, screen_frame(b, FRAME_STAFF));
    struct node *head = group(b, main, ARRANGE_COLUMN, 1);
    heading(b, head, &words->staff_title, 1);
    text(b, head, &words->staff_text, TYPE_BODY);
    struct node *columns = group(b, main, wide(b) ? ARRANGE_ROW : ARRANGE_COLUMN, wide(b) ? 10 : 6);
    struct node *doing = group(b, columns, ARRANGE_COLUMN, 5);
    doing->box.width = wide(b) ? 135 : 0;
    deeds(b, doing);
    what_was_done(b, doing);
    struct node *knowing = group(b, columns, ARRANGE_COLUMN, 5);
    knowing->box.grow = wide(b) ? 1 : 0;
    if (reload != NULL && (reload->errors > 0 || reload->warnings > 0))
        all_problems(b, knowing, reload);
    struct node *card = surface(b, knowing, LOOK_CARD, ARRANGE_COLUMN, 3);
    pad(card, compact(b) ? 6 : 10, 7);
    all_facts(b, card);
}
