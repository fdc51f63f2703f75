/* Draws a week as 7 days by 3 parts of the day, and a day as a line with stops. */
#include "calendar.h"

static const struct week_session *session_at(const struct week *week, int day, int part)
{
    for (size_t i = 0; i < week->session_count; i++) {
        const struct week_session *session = &week->sessions[i];
        if ((session->days >> day & 1) != 0 && (int)session->part == part)
            return session;
    }
    return NULL;
}

/* ---- for the ear ---------------------------------------------------------------------------------- */

static const char *day_name(struct builder *b, int day)
{
    return field(b, &b->content->speech.days, day);
}

/* "Monday: Evening, group", or NULL if nothing is planned on that day. */
static const char *day_aloud(struct builder *b, const struct week *week, int day)
{
    const char *words = NULL;
    for (int part = 0; part < PARTS_OF_DAY; part++) {
        const struct week_session *session = session_at(week, day, part);
        if (session == NULL)
            continue;
        const char *when = field(b, &b->content->words.parts_of_day, part);
        const char *before = words != NULL ? words : day_name(b, day);
        words =
            arena_print(b->scene->arena, "%s%s %s, %s", before, words != NULL ? ";" : ":", when, in(b, &session->text));
    }
    return words;
}

static const char *free_aloud(struct builder *b, const char *days)
{
    return arena_print(b->scene->arena, "%s: %s", days, in(b, &b->content->speech.free));
}

/* The days with something planned, then those without, as sentences. */
static const char *week_aloud(struct builder *b, const struct week *week)
{
    const char *busy = "", *free = "";
    for (int day = 0; day < DAYS_IN_WEEK; day++) {
        const char *words = day_aloud(b, week, day);
        if (words != NULL)
            busy = arena_print(b->scene->arena, "%s%s. ", busy, words);
        else
            free = enumerated(b, free, day_name(b, day));
    }
    return free[0] == '\0' ? busy : arena_print(b->scene->arena, "%s%s", busy, free_aloud(b, free));
}

/* ---- as a grid ------------------------------------------------------------------------------------ */

static const float name_column = 1.5f; /* a day's column is 1 */

static void weekday_names(struct builder *b, struct node *grid)
{
    struct node *row = group(b, grid, ARRANGE_ROW, 1.6f);
    row->role = ROLE_ROW;
    group(b, row, ARRANGE_COLUMN, 0)->box.grow = name_column;
    for (int day = 0; day < DAYS_IN_WEEK; day++) {
        struct node *name = text_string(b, row, field(b, &b->content->words.days_short, day), TYPE_STRONG);
        name->ink = TONE_PRIMARY;
        name->text_align = ALIGN_CENTER;
        name->box.grow = 1;
    }
}

static void week_cell(struct builder *b, struct node *row, const struct week_session *session)
{
    struct node *cell = surface(b, row, session != NULL ? LOOK_CELL_ON : LOOK_CELL_OFF, ARRANGE_COLUMN, 0);
    cell->role = ROLE_CELL;
    cell->box.grow = 1;
    cell->box.height = 13.5f;
    cell->box.along = ALIGN_CENTER;
    if (session != NULL)
        text(b, cell, &session->text, TYPE_STRONG)->text_align = ALIGN_CENTER;
}

static void week_grid(struct builder *b, struct node *card, const struct week *week)
{
    struct node *grid = group(b, card, ARRANGE_COLUMN, 1.6f);
    grid->role = ROLE_TABLE;
    grid->label = week_aloud(b, week);
    weekday_names(b, grid);
    for (int part = 0; part < PARTS_OF_DAY; part++) {
        struct node *row = group(b, grid, ARRANGE_ROW, 1.6f);
        row->role = ROLE_ROW;
        row->box.across = ALIGN_STRETCH;
        struct node *name = text_string(b, row, field(b, &b->content->words.parts_of_day, part), TYPE_STRONG);
        name->ink = TONE_PRIMARY;
        name->box.grow = name_column;
        for (int day = 0; day < DAYS_IN_WEEK; day++)
            week_cell(b, row, session_at(week, day, part));
    }
}

/* ---- as lines, where seven columns do not fit -------------------------------------------------------- */

static void day_line(struct builder *b, struct node *card, const struct week *week, int day)
{
    struct node *row = group(b, card, ARRANGE_ROW, 3);
    row->role = ROLE_ROW;
    row->label = day_aloud(b, week, day);
    if (row->label == NULL)
        row->label = free_aloud(b, day_name(b, day));
    row->box.across = ALIGN_CENTER;
    struct node *name = text_string(b, row, field(b, &b->content->words.days_short, day), TYPE_STRONG);
    name->box.text_width = 20;
    name->ink = TONE_PRIMARY;
    struct node *cells = group(b, row, ARRANGE_COLUMN, 1);
    cells->box.grow = 1;
    bool any = false;
    for (int part = 0; part < PARTS_OF_DAY; part++) {
        const struct week_session *session = session_at(week, day, part);
        if (session == NULL)
            continue;
        struct node *cell = surface(b, cells, LOOK_CELL_ON, ARRANGE_COLUMN, 0);
        pad(cell, 4, 1.5f);
        const char *string = arena_print(b->scene->arena, "%s: %s", field(b, &b->content->words.parts_of_day, part),
                                         in(b, &session->text));
        text_string(b, cell, string, TYPE_STRONG);
        any = true;
    }
    if (!any)
        surface(b, cells, LOOK_CELL_OFF, ARRANGE_COLUMN, 0)->box.least_height = 8;
}

/* ---- legend ---------------------------------------------------------------------------------------- */

static void legend_entry(struct builder *b, struct node *parent, enum look look, const struct words *words)
{
    if (!has_words(words))
        return;
    struct node *row = group(b, parent, ARRANGE_ROW, 3);
    row->box.across = ALIGN_CENTER;
    struct node *chip = surface(b, row, look, ARRANGE_COLUMN, 0);
    chip->box.text_width = chip->box.least_height = 5;
    text(b, row, words, TYPE_BODY);
}

void week_block(struct builder *b, struct node *parent, const struct week *week)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 4);
    pad(card, 7, 6);
    if (has_words(&week->title))
        heading(b, card, &week->title, 3);
    bool fits = b->frame->across >= (wide(b) ? 340 : 230);
    if (fits)
        week_grid(b, card, week);
    for (int day = 0; !fits && day < DAYS_IN_WEEK; day++)
        day_line(b, card, week, day);
    struct node *legend = group(b, card, ARRANGE_WRAP, 8);
    legend_entry(b, legend, LOOK_CELL_ON, &week->busy_legend);
    legend_entry(b, legend, LOOK_CELL_OFF, &week->free_legend);
}

/* ---- a day ------------------------------------------------------------------------------------------ */

/* A stone, and the way from it to the next one. */
static void moment_marks(struct builder *b, struct node *row, enum moment_kind kind, bool last)
{
    static const char *const glyphs[] = {
        [MOMENT_SESSION] = "group", [MOMENT_BREAK] = "local_cafe", [MOMENT_OWN] = "home"};
    struct node *marks = group(b, row, ARRANGE_COLUMN, 0);
    marks->box.across = ALIGN_CENTER;
    struct node *stone = surface(b, marks, kind == MOMENT_SESSION ? LOOK_BADGE_STEP : LOOK_STONE, ARRANGE_COLUMN, 0);
    stone->box.text_width = stone->box.text_height = 12.5f;
    stone->box.across = stone->box.along = ALIGN_CENTER;
    icon(b, stone, glyphs[kind], 7);
    struct node *way = surface(b, marks, last ? LOOK_NONE : LOOK_RULE, ARRANGE_COLUMN, 0);
    way->box.width = 0.8f;
    way->box.grow = 1;
}

static void moment_row(struct builder *b, struct node *card, const struct moment *moment, bool last)
{
    struct node *row = group(b, card, ARRANGE_ROW, 5);
    row->role = ROLE_LIST_ITEM;
    struct node *when = NULL;
    if (!compact(b)) {
        when = group(b, row, ARRANGE_COLUMN, 0);
        when->box.text_width = 34;
        when->box.pad_top = 1;
    }
    moment_marks(b, row, moment->kind, last);
    struct node *words = group(b, row, ARRANGE_COLUMN, 0);
    text(b, when != NULL ? when : words, &moment->time, TYPE_STRONG)->ink = TONE_PRIMARY;
    words->box.grow = 1;
    words->box.pad_top = 1;
    words->box.pad_bottom = 5;
    text(b, words, &moment->title, TYPE_STRONG);
    prose(b, words, &moment->text, TYPE_BODY);
}

void timeline_block(struct builder *b, struct node *parent, const struct timeline *timeline)
{
    struct node *card = surface(b, parent, LOOK_CARD, ARRANGE_COLUMN, 4);
    pad(card, 9, 7);
    if (has_words(&timeline->title))
        heading(b, card, &timeline->title, 3);
    struct node *day = group(b, card, ARRANGE_COLUMN, 0);
    day->role = ROLE_LIST;
    for (size_t i = 0; i < timeline->item_count; i++)
        moment_row(b, day, &timeline->items[i], i + 1 == timeline->item_count);
}
