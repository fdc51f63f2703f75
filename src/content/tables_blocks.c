/* The tables of a page's blocks: one for each kind. */
#include "tables.h"

#define WORDS(structure, key_, member_, required_, help_)                                                              \
    {                                                                                                                  \
        .key = key_, .type = FIELD_WORDS, MEMBER(structure, member_), .required = required_, .help = help_             \
    }
#define PROSE(structure, key_, member_, required_, help_)                                                              \
    {                                                                                                                  \
        .key = key_, .type = FIELD_PROSE, MEMBER(structure, member_), .required = required_, .help = help_             \
    }

enum { ENTRIES_MAX = 40 };

static const struct field step_fields[] = {
    WORDS(struct step, "title", title, false, "A few words beside the number"),
    PROSE(struct step, "text", text, true, "What happens in this step"),
};
static const struct schema step_schema = {
    .name = "a step", .help = "One step", .size = sizeof(struct step), FIELDS(step_fields)};

static const struct field steps_fields[] = {
    WORDS(struct steps, "title", title, false, "Over the steps"),
    {.key = "items",
     .type = FIELD_MAP,
     .map = &step_schema,
     MEMBERS(struct steps, items, item_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .read_whole = true,
     .help = "The steps in their order; they are numbered by the kiosk"},
};
static const struct schema steps_schema = {
    .name = "steps", .help = "Numbered steps", .size = sizeof(struct steps), FIELDS(steps_fields)};

static const struct field card_fields[] = {
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct card, icon),
     .required = true,
     .help = "A Material icon by its word: groups"},
    {.key = "tint",
     .type = FIELD_CHOICE,
     .names = &tint_names,
     MEMBER(struct card, tint),
     .help = "The color family of the card; sage if none is given"},
    WORDS(struct card, "title", title, true, "The card's title"),
    PROSE(struct card, "text", text, true, "One or two sentences on the card"),
    {.key = "to", .type = FIELD_TARGET, MEMBER(struct card, to), .help = "Where a touch on the card leads"},
};
const struct schema card_schema = {
    .name = "a card", .help = "One card", .size = sizeof(struct card), FIELDS(card_fields)};

static const struct field cards_fields[] = {
    {.key = "items",
     .type = FIELD_MAP,
     .map = &card_schema,
     MEMBERS(struct cards, items, item_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .read_whole = true,
     .help = "The cards"},
};
static const struct schema cards_schema = {
    .name = "cards", .help = "Cards side by side", .size = sizeof(struct cards), FIELDS(cards_fields)};

static const struct name day_list[] = {{"mon", 0}, {"tue", 1}, {"wed", 2}, {"thu", 3},
                                       {"fri", 4}, {"sat", 5}, {"sun", 6}};
const struct names weekday_names = NAMES(day_list);
static const struct name part_list[] = {{"morning", PART_MORNING}, {"midday", PART_MIDDAY}, {"evening", PART_EVENING}};
static const struct names part_names = NAMES(part_list);

static const struct field session_fields[] = {
    {.key = "days",
     .type = FIELD_BITS,
     .names = &weekday_names,
     MEMBER(struct week_session, days),
     .required = true,
     .help = "The days of the session: [mon, wed, thu]"},
    {.key = "part",
     .type = FIELD_CHOICE,
     .names = &part_names,
     MEMBER(struct week_session, part),
     .required = true,
     .help = "The part of the day"},
    WORDS(struct week_session, "text", text, true, "A few words in the field: 3 h"),
};
static const struct schema session_schema = {
    .name = "a session", .help = "Sessions of a week", .size = sizeof(struct week_session), FIELDS(session_fields)};

static const struct field week_fields[] = {
    WORDS(struct week, "title", title, false, "Over the week"),
    {.key = "sessions",
     .type = FIELD_MAP,
     .map = &session_schema,
     MEMBERS(struct week, sessions, session_count),
     .required = true,
     .min = 1,
     .max = DAYS_IN_WEEK * PARTS_OF_DAY,
     .help = "When the program meets"},
    WORDS(struct week, "busy", busy_legend, true, "What a filled field means"),
    WORDS(struct week, "free", free_legend, true, "What an empty field means"),
};
static const struct schema week_schema = {
    .name = "week", .help = "A week as a calendar", .size = sizeof(struct week), FIELDS(week_fields)};

static const struct name moment_list[] = {{"session", MOMENT_SESSION}, {"break", MOMENT_BREAK}, {"own", MOMENT_OWN}};
static const struct names moment_names = NAMES(moment_list);

static const struct field moment_fields[] = {
    WORDS(struct moment, "time", time, true, "The time of day: 5:30 pm"),
    {.key = "kind",
     .type = FIELD_CHOICE,
     .names = &moment_names,
     MEMBER(struct moment, kind),
     .required = true,
     .help = "What it is: a session, a break, or the visitor's own time"},
    WORDS(struct moment, "title", title, true, "What happens"),
    PROSE(struct moment, "text", text, false, "More about it"),
};
static const struct schema moment_schema = {
    .name = "a moment", .help = "One moment of a day", .size = sizeof(struct moment), FIELDS(moment_fields)};

static const struct field timeline_fields[] = {
    WORDS(struct timeline, "title", title, false, "Over the day"),
    {.key = "items",
     .type = FIELD_MAP,
     .map = &moment_schema,
     MEMBERS(struct timeline, items, item_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .help = "The moments of the day in their order"},
};
static const struct schema timeline_schema = {
    .name = "timeline", .help = "A day from top to bottom", .size = sizeof(struct timeline), FIELDS(timeline_fields)};

static const struct field checklist_fields[] = {
    WORDS(struct checklist, "title", title, false, "Over the list"),
    {.key = "items",
     .type = FIELD_PROSE,
     MEMBERS(struct checklist, items, item_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .read_whole = true,
     .help = "The lines of the list"},
};
static const struct schema checklist_schema = {
    .name = "checklist", .help = "A list with check marks", .size = sizeof(struct checklist), FIELDS(checklist_fields)};

static const struct field phrases_fields[] = {
    WORDS(struct phrases, "say_title", say_title, false, "Over the phrases that help"),
    {.key = "say",
     .type = FIELD_WORDS,
     MEMBERS(struct phrases, say, say_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .read_whole = true,
     .help = "Phrases that help"},
    WORDS(struct phrases, "avoid_title", avoid_title, false, "Over the phrases that hurt"),
    {.key = "avoid",
     .type = FIELD_WORDS,
     MEMBERS(struct phrases, avoid, avoid_count),
     .max = ENTRIES_MAX,
     .wording = WORDING_AVOIDED,
     .read_whole = true,
     .help = "Phrases that hurt"},
};
static const struct schema phrases_schema = {.name = "phrases",
                                             .help = "What to say, what to leave out",
                                             .size = sizeof(struct phrases),
                                             FIELDS(phrases_fields)};

static const struct field contacts_fields[] = {
    {.key = "lines",
     .type = FIELD_HELPLINE,
     MEMBERS(struct contacts, lines, line_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .help = "Ids of helplines in help/helplines.yaml"},
};
static const struct schema contacts_schema = {.name = "contacts",
                                              .help = "Helplines with their numbers",
                                              .size = sizeof(struct contacts),
                                              FIELDS(contacts_fields)};

static const struct field explained_fields[] = {
    WORDS(struct explained, "title", title, false, "Over the words"),
    {.key = "terms",
     .type = FIELD_TERM,
     MEMBERS(struct explained, terms, term_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .help = "Ids of words in glossary.yaml"},
};
static const struct schema explained_schema = {.name = "explained",
                                               .help = "Words as buttons, each with its explanation",
                                               .size = sizeof(struct explained),
                                               FIELDS(explained_fields)};

static const struct field quote_fields[] = {
    PROSE(struct quote, "text", text, true, "What somebody said"),
    WORDS(struct quote, "who", who, true, "Who said it, without a name: a former participant"),
};
static const struct schema quote_schema = {
    .name = "quote", .help = "Somebody's own words", .size = sizeof(struct quote), FIELDS(quote_fields)};

static const struct field note_fields[] = {
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct note, icon),
     .help = "A Material icon by its word; a light bulb if none is given"},
    PROSE(struct note, "text", text, true, "The note"),
};
static const struct schema note_schema = {
    .name = "note", .help = "A note set apart", .size = sizeof(struct note), FIELDS(note_fields)};

static const struct field row_fields[] = {
    {.key = "a row",
     .type = FIELD_WORDS,
     MEMBERS(struct table_row, cells, cell_count),
     .may_repeat = true,
     .required = true,
     .min = 2,
     .max = 6,
     .help = "The name of the row and one text for each further column"},
};
static const struct schema row_schema = {
    .name = "a row", .help = "A row of a table", .size = sizeof(struct table_row), .bare = true, FIELDS(row_fields)};

static const struct field table_fields[] = {
    {.key = "columns",
     .type = FIELD_WORDS,
     MEMBERS(struct table, columns, column_count),
     .required = true,
     .may_be_empty = true,
     .min = 2,
     .max = 6,
     .help = "Titles of the columns; the first stands over the names of the rows and may be \"\""},
    {.key = "rows",
     .type = FIELD_MAP,
     .map = &row_schema,
     MEMBERS(struct table, rows, row_count),
     .required = true,
     .min = 1,
     .max = ENTRIES_MAX,
     .help = "The rows: [name, text, text]"},
};
static const struct schema table_schema = {
    .name = "table", .help = "A table", .size = sizeof(struct table), FIELDS(table_fields)};

static const struct field prose_fields[] = {
    {.key = "prose", .type = FIELD_PROSE, .required = true, .help = "Paragraphs, headings and lists in Markdown"},
};
static const struct schema prose_schema = {
    .name = "prose", .help = "Text in Markdown", .size = sizeof(struct prose), .bare = true, FIELDS(prose_fields)};

/* ---- the kinds ---- */

#define BLOCK(key_, kind_, help_)                                                                                      \
    {                                                                                                                  \
        .key = #key_, .type = FIELD_POINTER, .map = &key_##_schema, .offset = offsetof(struct block, key_),            \
        .kind = kind_, .help = help_                                                                                   \
    }

static const struct field block_fields[] = {
    BLOCK(prose, BLOCK_PROSE, "Text in Markdown"),
    BLOCK(steps, BLOCK_STEPS, "Numbered steps"),
    BLOCK(cards, BLOCK_CARDS, "Cards side by side"),
    BLOCK(week, BLOCK_WEEK, "A week as a calendar"),
    BLOCK(timeline, BLOCK_TIMELINE, "A day from top to bottom"),
    BLOCK(checklist, BLOCK_CHECKLIST, "A list with check marks"),
    BLOCK(phrases, BLOCK_PHRASES, "What to say, what to leave out"),
    BLOCK(contacts, BLOCK_CONTACTS, "Helplines with their numbers"),
    BLOCK(explained, BLOCK_EXPLAINED, "Words as buttons, each with its explanation"),
    BLOCK(quote, BLOCK_QUOTE, "Somebody's own words"),
    BLOCK(note, BLOCK_NOTE, "A note set apart"),
    BLOCK(table, BLOCK_TABLE, "A table"),
    {.key = "expires",
     .type = FIELD_DATE,
     MEMBER(struct block, expires),
     .beside_kind = true,
     .help = "Beside the kind: the day from which on this piece is not shown any more"},
};
const struct schema block_schema = {.name = "a block",
                                    .help = "A piece of a page; its key says what it is",
                                    .size = sizeof(struct block),
                                    .one_kind = true,
                                    .kind_offset = offsetof(struct block, kind),
                                    .has_place = true,
                                    .place_offset = offsetof(struct block, place),
                                    FIELDS(block_fields)};
