/* What staff want to know of the program, the content and the machine: a list of names and values. */
#include "staff_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* In the order of the words "staff_facts". */
enum fact {
    FACT_PROGRAM,
    FACT_FOLDER,
    FACT_COUNTS,
    FACT_REVISION,
    FACT_READ_AT,
    FACT_SEAL,
    FACT_SCREEN,
    FACT_TOUCH,
    FACT_VOICE,
    FACT_LANGUAGES,
    FACT_CALL_AGAIN
};

bool staff_reads_english(const struct builder *b)
{
    return strncmp(b->content->settings.languages[b->session->language].tag, "en", 2) == 0;
}

/* ---- one fact ------------------------------------------------------------------------------------------- */

static void fact(struct builder *b, struct node *list, enum fact which, const char *value)
{
    if (value[0] == '\0')
        return;
    bool beside = !compact(b);
    const char *name = field(b, &b->content->words.staff_facts, (int)which);
    struct node *row = group(b, list, beside ? ARRANGE_ROW : ARRANGE_WRAP, beside ? 5 : 2.5f);
    row->role = ROLE_LIST_ITEM;
    row->label = arena_print(b->scene->arena, "%s: %s", name, value);
    struct node *before = text_string(b, row, beside ? name : arena_print(b->scene->arena, "%s:", name), TYPE_STRONG);
    before->box.text_width = beside ? 62 : 0;
    text_string(b, row, value, TYPE_BODY)->box.grow = beside ? 1 : 0;
}

/* "first, second", or one of them. */
static const char *both(struct builder *b, const char *first, const char *second)
{
    return second[0] == '\0' ? first : enumerated(b, first, second);
}

/* A state, and what the program itself says of it. */
static const char *with_cause(struct builder *b, const char *state, const char *cause)
{
    return cause[0] == '\0' ? state : arena_print(b->scene->arena, "%s: %s", state, cause);
}

/* From "2026-01-15", with or without a time behind it; what is no date stays as it is. */
static const char *day(struct builder *b, const char *date)
{
    const struct interface_words *words = &b->content->words;
    int year = 0, month = 0, of_month = 0, used = 0;
    if (sscanf(date, "%4d-%2d-%2d%n", &year, &month, &of_month, &used) != 3 || month < 1 || month > 12)
        return date;
    const char *in_month = number(b, of_month);
    const char *values[] = {filled(b, field(b, &words->month_days, month - 1), &in_month, 1), number(b, year)};
    const char *all = filled(b, in(b, &words->staff_day), values, 2);
    return date[used] == ' ' ? both(b, all, date + used + 1) : all;
}

/* ---- the content ---------------------------------------------------------------------------------------- */

static const char *counts(struct builder *b)
{
    const struct content *content = b->content;
    const char *values[] = {number(b, (int)content->page_count), number(b, (int)content->screening_count),
                            number(b, (int)content->draft_count)};
    return filled(b, in(b, &content->words.staff_counts), values, 3);
}

static const char *languages(struct builder *b)
{
    const struct settings *settings = &b->content->settings;
    const char *all = "";
    for (size_t i = 0; i < settings->language_count; i++)
        all = enumerated(b, all, settings->languages[i].name);
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
            all = enumerated(b, all,
                             arena_print(b->scene->arena, "%s (%s)", in(b, &line->name), day(b, line->review_by)));
    }
    return all;
}

static void facts_of_content(struct builder *b, struct node *list)
{
    const struct reload_state *reload = b->board != NULL ? b->board->reload : NULL;
    if (!reserve(b))
        fact(b, list, FACT_COUNTS, counts(b));
    if (reload == NULL)
        return;
    if (reload->revision[0] != '\0')
        fact(b, list, FACT_REVISION, both(b, reload->revision, day(b, reload->read_at)));
    fact(b, list, FACT_READ_AT, day(b, reload->looked_at));
}

/* ---- the machine ----------------------------------------------------------------------------------------- */

static const char *seal(struct builder *b, const struct staff_facts *facts)
{
    const char *version = number(b, facts->landlock);
    const char *level = filled(b, field(b, &b->content->words.staff_seal, (int)facts->seal), &version, 1);
    return with_cause(b, level, facts->seal_cause);
}

static const char *voice(struct builder *b, const struct staff_facts *facts)
{
    enum { READY, OUT_OF_ORDER, NONE };
    int state = facts->voice[0] != '\0' ? OUT_OF_ORDER : facts->speaks ? READY : NONE;
    return with_cause(b, field(b, &b->content->words.staff_voice, state), facts->voice);
}

static const char *screen_size(struct builder *b, const struct staff_facts *facts)
{
    int height_mm = (int)lroundf(facts->panel_mm * (float)facts->height / (float)facts->width);
    const char *size = arena_print(b->scene->arena, "%d × %d px, %d × %d mm (%s)", facts->width, facts->height,
                                   (int)lroundf(facts->panel_mm), height_mm,
                                   field(b, &b->content->words.staff_width_from, (int)facts->width_from));
    return both(b, size, facts->display);
}

static const char *touch(struct builder *b, const struct staff_facts *facts)
{
    const struct interface_words *words = &b->content->words;
    const char *count = number(b, facts->touch_screens);
    const char *screens = filled(b, in(b, &words->staff_touch), &count, 1);
    if (facts->used == USED_NOTHING)
        return screens;
    const char *used = field(b, &words->staff_inputs, (int)facts->used);
    return both(b, screens, filled(b, in(b, &words->staff_last_used), &used, 1));
}

static void facts_of_machine(struct builder *b, struct node *list, const struct staff_facts *facts)
{
    fact(b, list, FACT_SEAL, seal(b, facts));
    if (facts->width > 0)
        fact(b, list, FACT_SCREEN, screen_size(b, facts));
    fact(b, list, FACT_TOUCH, touch(b, facts));
    fact(b, list, FACT_VOICE, voice(b, facts));
}

void staff_facts(struct builder *b, struct node *parent)
{
    struct node *list = group(b, parent, ARRANGE_COLUMN, compact(b) ? 3 : 1.5f);
    list->role = ROLE_LIST;
    list->name = "facts";
    const struct staff_facts *facts = b->board != NULL ? b->board->facts : NULL;
    if (facts != NULL) {
        fact(b, list, FACT_PROGRAM, facts->version);
        fact(b, list, FACT_FOLDER, facts->folder);
    }
    facts_of_content(b, list);
    fact(b, list, FACT_LANGUAGES, languages(b));
    if (facts == NULL)
        return;
    fact(b, list, FACT_CALL_AGAIN, lines_to_call(b, facts->soon));
    facts_of_machine(b, list, facts);
    bool says_more = facts->seal_cause[0] != '\0' || facts->voice[0] != '\0';
    if (says_more && !staff_reads_english(b))
        text(b, parent, &b->content->words.staff_in_english, TYPE_BODY);
}
