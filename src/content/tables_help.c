/* The tables of the first screens and of help. */
#include "tables.h"

/* ---- home.yaml ---- */

#define WORDS(structure, key_, member_, help_)                                                                         \
    {                                                                                                                  \
        .key = key_, .type = FIELD_WORDS, MEMBER(structure, member_), .required = true, .help = help_                  \
    }

static const struct field attract_fields[] = {
    WORDS(struct home, "title", attract_title, "The large words while nobody is there"),
    WORDS(struct home, "text", attract_text, "A sentence under them"),
    WORDS(struct home, "begin", attract_begin, "The button: touch to begin"),
    WORDS(struct home, "privacy", attract_privacy, "What happens to answers: nothing is kept"),
    WORDS(struct home, "crisis", attract_crisis, "Who helps right now: 988 and 911"),
    WORDS(struct home, "staff", attract_staff, "Staff can go through this with you"),
};
static const struct schema attract_schema = {
    .name = "attract", .help = "The screen while nobody is there", FIELDS(attract_fields)};

static const struct field welcome_fields[] = {
    {.key = "title",
     .type = FIELD_WORDS,
     MEMBER(struct home, title),
     .required = true,
     .lines = true,
     .help = "The greeting over the cards; may have two lines"},
    WORDS(struct home, "text", text, "A sentence under the greeting"),
};
static const struct schema welcome_schema = {
    .name = "welcome", .help = "The greeting over the cards", FIELDS(welcome_fields)};

static const struct field privacy_fields[] = {
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct home, privacy_icon),
     .required = true,
     .help = "A Material icon by its word: lock"},
    {.key = "text",
     .type = FIELD_PROSE,
     MEMBER(struct home, privacy),
     .required = true,
     .help = "What happens to answers: nothing is kept"},
    {.key = "more",
     .type = FIELD_MAP,
     .map = &action_schema,
     .offset = offsetof(struct home, privacy_more),
     .help = "Where a touch on the note leads, and the words for it"},
};
static const struct schema privacy_schema = {
    .name = "privacy", .help = "The note about privacy", FIELDS(privacy_fields)};

static const struct field home_card_fields[] = {
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct card, icon),
     .required = true,
     .help = "A Material icon by its word: groups"},
    {.key = "tint",
     .type = FIELD_CHOICE,
     .names = &tint_names,
     MEMBER(struct card, tint),
     .required = true,
     .help = "The color family of the card"},
    WORDS(struct card, "title", title, "The card's title"),
    {.key = "text",
     .type = FIELD_PROSE,
     MEMBER(struct card, text),
     .required = true,
     .help = "One or two sentences on the card"},
    {.key = "to",
     .type = FIELD_TARGET,
     MEMBER(struct card, to),
     .required = true,
     .help = "Where the card leads: a section, compare, checks, help, a page or a check"},
};
static const struct schema home_card_schema = {
    .name = "a card", .help = "A card of the first screen", .size = sizeof(struct card), FIELDS(home_card_fields)};

static const struct field home_fields[] = {
    {.key = "attract",
     .type = FIELD_MAP,
     .map = &attract_schema,
     .required = true,
     .help = "The screen while nobody is there"},
    {.key = "welcome",
     .type = FIELD_MAP,
     .map = &welcome_schema,
     .required = true,
     .help = "The greeting over the cards"},
    {.key = "cards",
     .type = FIELD_MAP,
     .map = &home_card_schema,
     MEMBERS(struct home, cards, card_count),
     .required = true,
     .min = 1,
     .max = 6,
     .help = "The cards of the first screen; the first is the large one"},
    {.key = "privacy", .type = FIELD_MAP, .map = &privacy_schema, .required = true, .help = "The note about privacy"},
};
const struct schema home_schema = {.name = "home.yaml",
                                   .help = "The first screens: welcome, cards, privacy",
                                   .size = sizeof(struct home),
                                   FIELDS(home_fields)};

/* ---- help/help.yaml ---- */

static const struct field desk_fields[] = {
    WORDS(struct help, "title", desk_title, "Tell someone at the front desk"),
    WORDS(struct help, "text", desk_text, "What to say there"),
};
static const struct field emergency_fields[] = {
    WORDS(struct help, "title", emergency_title, "Call 911"),
    WORDS(struct help, "text", emergency_text, "When to call it"),
};
static const struct field lifeline_fields[] = {
    WORDS(struct help, "title", lifeline_title, "Call or text 988"),
    WORDS(struct help, "text", lifeline_text, "Who answers, and when"),
};
static const struct field dial_fields[] = {
    WORDS(struct help, "title", dial_title, "Over the code that dials 988"),
    WORDS(struct help, "text", dial_text, "How to use the code"),
};
static const struct schema desk_schema = {.name = "desk", .help = "The front desk", FIELDS(desk_fields)};
static const struct schema emergency_schema = {
    .name = "emergency", .help = "Danger to life: 911", FIELDS(emergency_fields)};
static const struct schema lifeline_schema = {.name = "lifeline", .help = "The lifeline: 988", FIELDS(lifeline_fields)};
static const struct schema dial_schema = {.name = "dial", .help = "The code that dials 988", FIELDS(dial_fields)};

static const struct field help_fields[] = {
    PICTURE(struct help, picture),
    WORDS(struct help, "title", title, "The title of the help screen"),
    WORDS(struct help, "text", text, "A calm sentence under it"),
    {.key = "desk", .type = FIELD_MAP, .map = &desk_schema, .required = true, .help = "The front desk"},
    {.key = "emergency", .type = FIELD_MAP, .map = &emergency_schema, .required = true, .help = "Danger to life: 911"},
    {.key = "lifeline", .type = FIELD_MAP, .map = &lifeline_schema, .required = true, .help = "The lifeline: 988"},
    {.key = "dial", .type = FIELD_MAP, .map = &dial_schema, .required = true, .help = "The code that dials 988"},
    WORDS(struct help, "no_phone", no_phone, "For people without a phone: the front desk has one"),
    {.key = "more",
     .type = FIELD_HELPLINE,
     MEMBERS(struct help, more, more_count),
     .max = 8,
     .help = "Ids of helplines in helplines.yaml that stand beside"},
};
const struct schema help_schema = {
    .name = "help.yaml", .help = "The help screen", .size = sizeof(struct help), FIELDS(help_fields)};

/* ---- help/helplines.yaml ---- */

static const struct field helpline_fields[] = {
    {.key = "id",
     .type = FIELD_ID,
     MEMBER(struct helpline, id),
     .required = true,
     .help = "A short name for use in other files: lifeline-988"},
    {.key = "name",
     .type = FIELD_WORDS,
     MEMBER(struct helpline, name),
     .required = true,
     .one_for_all = true,
     .help = "The helpline's own name"},
    WORDS(struct helpline, "purpose", purpose, "Whom it is for"),
    {.key = "call",
     .type = FIELD_TEXT,
     MEMBER(struct helpline, call),
     PLACE(struct helpline, call_place),
     .help = "The number as people dial it: \"1-800-950-6264\""},
    {.key = "text",
     .type = FIELD_WORDS,
     MEMBER(struct helpline, text_message),
     .help = "How to text: Text HOME to 741741"},
    {.key = "hours", .type = FIELD_WORDS, MEMBER(struct helpline, hours), .help = "When somebody answers"},
    {.key = "how", .type = FIELD_WORDS, MEMBER(struct helpline, how), .help = "Further ways: chat, videophone"},
    {.key = "verified_on",
     .type = FIELD_DATE,
     MEMBER(struct helpline, verified_on),
     .required = true,
     .help = "The day on which somebody last called the number"},
    {.key = "review_by",
     .type = FIELD_DATE,
     MEMBER(struct helpline, review_by),
     .required = true,
     .help = "The day by which somebody must call it again"},
    {.key = "expires",
     .type = FIELD_DATE,
     MEMBER(struct helpline, expires),
     PLACE(struct helpline, expires_place),
     .help = "The day from which on the line is not shown any more; 988 and 911 cannot have one"},
    {.key = "source",
     .type = FIELD_TEXT,
     MEMBER(struct helpline, source),
     .required = true,
     .help = "Where the number was found"},
};
static const struct schema helpline_schema = {.name = "a helpline",
                                              .help = "One helpline",
                                              .size = sizeof(struct helpline),
                                              .has_place = true,
                                              .place_offset = offsetof(struct helpline, place),
                                              FIELDS(helpline_fields)};

static const struct field helplines_fields[] = {
    {.key = "lines",
     .type = FIELD_MAP,
     .map = &helpline_schema,
     MEMBERS(struct help, lines, line_count),
     .required = true,
     .min = 1,
     .max = 100,
     .help = "All helplines that pages and the help screen can show"},
};
const struct schema helplines_schema = {.name = "helplines.yaml",
                                        .help = "Phone numbers of helplines",
                                        .size = sizeof(struct help),
                                        FIELDS(helplines_fields)};
