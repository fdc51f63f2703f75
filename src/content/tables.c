/* The list of all files, and the tables of the small ones: settings, home, words, sections, help. */
#include "tables.h"

const struct content_file content_files[] = {
    {"kiosk", "kiosk.yaml", "What a clinic sets: its name, languages and times", &settings_schema},
    {"home", "home.yaml", "The first screens: welcome, cards, privacy", &home_schema},
    {"interface", "words/interface.yaml", "The words of buttons and titles", &interface_words_schema},
    {"speech", "words/speech.yaml", "The words of the voice that reads aloud", &speech_words_schema},
    {"section", "{explainers,compare,family,next-steps,about}/section.yaml", "The title of a section", &section_schema},
    {"page", "{explainers,compare,family,next-steps,about}/*.yaml", "A page; its id is the file's name", &page_schema},
    {"compare", "compare/table.yaml", "The comparison of kinds of care", &compare_schema},
    {"checks", "screenings/section.yaml", "The drawing over the list of checks", &checks_schema},
    {"check", "screenings/*.yaml", "A check with its questions and results; its id is the file's name",
     &screening_schema},
    {"help", "help/help.yaml", "The help screen", &help_schema},
    {"helplines", "help/helplines.yaml", "Phone numbers of helplines", &helplines_schema},
    {"glossary", "glossary.yaml", "Words explained, for pages that mark them", &glossary_schema},
    {"editor", "words/editor.yaml", "Words to avoid and limits, for iop-content check", &editor_schema},
    {"coverage", "words/coverage.yaml", "The topics that pages must cover, for iop-content check", &coverage_schema},
};
const size_t content_file_count = sizeof content_files / sizeof content_files[0];

static const struct name tint_list[] = {{"sage", TINT_SAGE}, {"sky", TINT_SKY}, {"sun", TINT_SUN}, {"rose", TINT_ROSE}};
const struct names tint_names = NAMES(tint_list);

/* ---- kiosk.yaml ---- */

static const struct field clinic_fields[] = {
    {.key = "name",
     .type = FIELD_TEXT,
     MEMBER(struct settings, clinic_name),
     PLACE(struct settings, clinic_name_place),
     .required = true,
     .help = "The clinic's name as it stands on the first screen"},
    {.key = "logo",
     .type = FIELD_TEXT,
     MEMBER(struct settings, logo),
     PLACE(struct settings, logo_place),
     .help = "A picture (SVG or PNG) under content/, for example pictures/logo.svg"},
};
static const struct schema clinic_schema = {.name = "clinic", .help = "Who runs the kiosk", FIELDS(clinic_fields)};

static const struct name direction_list[] = {{"ltr", DIRECTION_LTR}, {"rtl", DIRECTION_RTL}};
static const struct names direction_names = NAMES(direction_list);

static const struct field language_fields[] = {
    {.key = "tag",
     .type = FIELD_TEXT,
     MEMBER(struct language, tag),
     .required = true,
     .help = "The short name of the language that texts use: en, es"},
    {.key = "name",
     .type = FIELD_TEXT,
     MEMBER(struct language, name),
     .required = true,
     .help = "The language's name in its own words: Español"},
    {.key = "direction",
     .type = FIELD_CHOICE,
     .names = &direction_names,
     MEMBER(struct language, direction),
     .help = "How it is written: ltr from left to right, rtl from right to left; known by itself for Arabic, Hebrew, "
             "Persian, Urdu and others"},
};
static const struct schema language_schema = {
    .name = "a language", .help = "One language", .size = sizeof(struct language), FIELDS(language_fields)};

static const struct field idle_fields[] = {
    {.key = "warn_after_s",
     .type = FIELD_INTEGER,
     MEMBER(struct settings, warn_after_s),
     .min = 30,
     .max = 300,
     .fallback = 120,
     .unit = "seconds",
     .help = "How long nobody touches the screen before it asks \"Are you still there?\""},
    {.key = "answer_within_s",
     .type = FIELD_INTEGER,
     MEMBER(struct settings, answer_within_s),
     .min = 20,
     .max = 45,
     .fallback = 30,
     .unit = "seconds",
     .help = "How long it then waits before it erases everything"},
    {.key = "veil_after_s",
     .type = FIELD_INTEGER,
     MEMBER(struct settings, veil_after_s),
     .min = 10,
     .max = 120,
     .fallback = 30,
     .unit = "seconds",
     .help = "How long a result stays readable without a touch"},
};
static const struct schema idle_schema = {.name = "idle", .help = "When the kiosk is left alone", FIELDS(idle_fields)};

static const struct name mood_check_list[] = {{"phq-9", MOOD_PHQ_9}, {"phq-8", MOOD_PHQ_8}};
static const struct names mood_check_names = NAMES(mood_check_list);

/* "other" takes a key's usual meaning away. */
static const struct name key_meaning_list[] = {
    {"next", KEY_NEXT},
    {"previous", KEY_PREVIOUS},
    {"up", KEY_UP},
    {"down", KEY_DOWN},
    {"left", KEY_LEFT},
    {"right", KEY_RIGHT},
    {"select", KEY_ENTER},
    {"back", KEY_BACK},
    {"home", KEY_HOME},
    {"help", KEY_HELP},
    {"repeat", KEY_REPEAT},
    {"pause", KEY_PAUSE},
    {"slower", KEY_SLOWER},
    {"faster", KEY_FASTER},
    {"louder", KEY_LOUDER},
    {"quieter", KEY_QUIETER},
    {"headphones_in", KEY_HEADPHONES_IN},
    {"headphones_out", KEY_HEADPHONES_OUT},
    {"read_aloud", KEY_READ_ALOUD},
    {"staff", KEY_STAFF},
    {"other", KEY_OTHER},
};
const struct names key_meaning_names = NAMES(key_meaning_list);

static const struct field settings_fields[] = {
    {.key = "clinic", .type = FIELD_MAP, .map = &clinic_schema, .required = true, .help = "Who runs the kiosk"},
    {.key = "languages",
     .type = FIELD_MAP,
     .map = &language_schema,
     MEMBERS(struct settings, languages, language_count),
     PLACE(struct settings, languages_place),
     .required = true,
     .min = 1,
     .max = MAX_LANGUAGES,
     .help = "The languages of the kiosk; it starts in the first"},
    {.key = "panel_width_mm",
     .type = FIELD_INTEGER,
     MEMBER(struct settings, panel_width_mm),
     .min = 80,
     .max = 2000,
     .or_zero = true,
     .unit = "millimeters",
     .help = "Width of the visible picture, measured with a ruler, if the display reports a wrong one; 0 asks the "
             "display"},
    {.key = "idle", .type = FIELD_MAP, .map = &idle_schema, .help = "When the kiosk is left alone"},
    {.key = "mood_check",
     .type = FIELD_CHOICE,
     .names = &mood_check_names,
     MEMBER(struct settings, mood_check),
     PLACE(struct settings, mood_check_place),
     .help = "The mood check: phq-9, or phq-8 without the question on thoughts of death"},
    {.key = "optional_checks",
     .type = FIELD_ID,
     MEMBERS(struct settings, optional_checks, optional_check_count),
     PLACE(struct settings, optional_checks_place),
     .help = "The ids of further checks of status optional that are shown, or []"},
    {.key = "hours",
     .type = FIELD_MAP,
     .map = &opening_hours_schema,
     MEMBERS(struct settings, hours, hours_count),
     .min = 1,
     .max = 28,
     .help = "When the clinic is open; left out, the kiosk is always open"},
    {.key = "closed_on",
     .type = FIELD_MAP,
     .map = &closed_day_schema,
     MEMBERS(struct settings, closed_days, closed_day_count),
     .max = 60,
     .help = "Days on which the clinic stays closed, or []"},
    {.key = "notices",
     .type = FIELD_MAP,
     .map = &notice_schema,
     MEMBERS(struct settings, notices, notice_count),
     .max = 20,
     .help = "Sentences that the first screens show for some days, or []"},
    {.key = "staff_pin",
     .type = FIELD_TEXT,
     MEMBER(struct settings, staff_pin),
     PLACE(struct settings, staff_pin_place),
     .help = "The PIN of the staff screen, as `iop-content pin` prints it; without it there is none"},
    {.key = "keys",
     .type = FIELD_KEYS,
     .names = &key_meaning_names,
     MEMBER(struct settings, keys),
     PLACE(struct settings, keys_place),
     .help = "What the keys of your keypad or switches mean, where they send others than usual: F18: next"},
};
const struct schema settings_schema = {
    .name = "kiosk.yaml", .help = "What a clinic sets", .size = sizeof(struct settings), FIELDS(settings_fields)};

/* ---- words/interface.yaml ---- */

static const struct field interface_words_fields[] = {
#define INTERFACE_WORD(name, help_)                                                                                    \
    {.key = #name, .type = FIELD_WORDS, MEMBER(struct interface_words, name), .required = true, .help = help_},
#include "interface_words.def"
#undef INTERFACE_WORD
};
const struct schema interface_words_schema = {.name = "interface.yaml",
                                              .help = "The words of buttons and titles",
                                              .size = sizeof(struct interface_words),
                                              FIELDS(interface_words_fields)};

/* ---- words/speech.yaml ---- */

static const struct field speech_words_fields[] = {
#define SPEECH_WORD(name, help_, english, spanish)                                                                     \
    {.key = #name, .type = FIELD_WORDS, MEMBER(struct speech_words, name), .required = true, .help = help_},
#include "speech_words.def"
#undef SPEECH_WORD
};
const struct schema speech_words_schema = {.name = "speech.yaml",
                                           .help = "The words of the voice that reads aloud",
                                           .size = sizeof(struct speech_words),
                                           FIELDS(speech_words_fields)};

/* ---- section.yaml ---- */

static const struct field section_fields[] = {
    {.key = "title",
     .type = FIELD_WORDS,
     MEMBER(struct section, title),
     .required = true,
     .help = "The section's title, over its list of pages"},
    {.key = "icon",
     .type = FIELD_ICON,
     MEMBER(struct section, icon),
     .required = true,
     .help = "A Material icon by its word: groups"},
    PICTURE(struct section, picture),
};
const struct schema section_schema = {.name = "section.yaml",
                                      .help = "The title of a section",
                                      .size = sizeof(struct section),
                                      .has_place = true,
                                      .place_offset = offsetof(struct section, place),
                                      FIELDS(section_fields)};

/* ---- screenings/section.yaml ---- */

struct checks_section {
    struct drawing picture;
};

static const struct field checks_fields[] = {PICTURE(struct checks_section, picture)};
const struct schema checks_schema = {.name = "section.yaml of the checks",
                                     .help = "The drawing over the list of checks",
                                     .size = sizeof(struct checks_section),
                                     FIELDS(checks_fields)};
