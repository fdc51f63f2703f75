/* A table of a test's own, with a row of every type, and a file read with it. */
#ifndef TEST_TRIP_H
#define TEST_TRIP_H

#include "complaint.h"
#include "folder.h"
#include "schema.h"
#include "tables.h"

/* ---- a table of its own ------------------------------------------------------------------------------------ */

enum weather { SUNNY, RAINY };

struct leg {
    struct words name;
    int hours;
};

struct trip {
    const char *id;
    const char *icon;
    const char *date;
    const char *mood;
    struct words title;
    struct prose story;
    int days;
    struct place days_place;
    double distance;
    bool by_boat;
    enum weather weather;
    uint8_t weekdays;
    uint32_t color;
    struct target to;
    const struct leg *legs;
    size_t leg_count;
    const char *const *tags;
    size_t tag_count;
    struct leg home; /* filled by a map */
    const struct leg *extra;
    int speed; /* filled by a group of keys */
    int choice_kind;
    const struct leg *first_kind;
    const struct leg *second_kind;
};

static const struct name weather_list[] = {{"sunny", SUNNY}, {"rainy", RAINY}, {"wet", RAINY}};
static const struct names weather_names = NAMES(weather_list);
static const struct name mood_list[] = {{"calm", 0}, {"glad", 1}};
static const struct names mood_names = NAMES(mood_list);
static const struct name day_list[] = {{"mon", 0}, {"tue", 1}, {"sun", 6}};
static const struct names day_names = NAMES(day_list);

static const struct field leg_fields[] = {
    {.key = "name", .type = FIELD_WORDS, MEMBER(struct leg, name), .required = true, .help = "Where it goes"},
    {.key = "hours",
     .type = FIELD_INTEGER,
     MEMBER(struct leg, hours),
     .min = 1,
     .max = 9,
     .fallback = 2,
     .unit = "hours"},
};
static const struct schema leg_schema = {.name = "a leg", .size = sizeof(struct leg), FIELDS(leg_fields)};

static const struct field speed_fields[] = {
    {.key = "knots", .type = FIELD_INTEGER, MEMBER(struct trip, speed), .fallback = 5, .help = "How fast"},
};
static const struct schema speed_schema = {.name = "speed", FIELDS(speed_fields)};

static const struct field kind_fields[] = {
    {.key = "first", .type = FIELD_POINTER, .map = &leg_schema, MEMBER(struct trip, first_kind), .kind = 11},
    {.key = "second", .type = FIELD_POINTER, .map = &leg_schema, MEMBER(struct trip, second_kind), .kind = 22},
};
static const struct schema kind_schema = {
    .name = "a kind", .one_kind = true, .kind_offset = offsetof(struct trip, choice_kind), FIELDS(kind_fields)};

static const struct field trip_fields[] = {
    {.key = "id", .type = FIELD_ID, MEMBER(struct trip, id), .required = true, .help = "A short name"},
    {.key = "icon", .type = FIELD_ICON, MEMBER(struct trip, icon), .help = "A picture"},
    {.key = "date", .type = FIELD_DATE, MEMBER(struct trip, date), .help = "The day"},
    {.key = "mood", .type = FIELD_TEXT, .names = &mood_names, MEMBER(struct trip, mood), .help = "The mood"},
    {.key = "title", .type = FIELD_WORDS, .lines = true, MEMBER(struct trip, title), .help = "The title"},
    {.key = "story", .type = FIELD_PROSE, MEMBER(struct trip, story), .help = "The story"},
    {.key = "days",
     .type = FIELD_INTEGER,
     MEMBER(struct trip, days),
     PLACE(struct trip, days_place),
     .min = 1,
     .max = 14,
     .unit = "days",
     .help = "How long"},
    {.key = "distance",
     .type = FIELD_NUMBER,
     MEMBER(struct trip, distance),
     .min = -0.5,
     .max = 99.5,
     .help = "How far"},
    {.key = "by_boat", .type = FIELD_BOOLEAN, MEMBER(struct trip, by_boat), .fallback = true, .help = "By boat?"},
    {.key = "weather",
     .type = FIELD_CHOICE,
     .names = &weather_names,
     MEMBER(struct trip, weather),
     .fallback = RAINY,
     .help = "The weather"},
    {.key = "weekdays", .type = FIELD_BITS, .names = &day_names, MEMBER(struct trip, weekdays), .help = "Which days"},
    {.key = "color", .type = FIELD_COLOR, MEMBER(struct trip, color), .fallback = 0xFF000000u, .help = "The color"},
    {.key = "to", .type = FIELD_TARGET, MEMBER(struct trip, to), .help = "Where to"},
    {.key = "legs",
     .type = FIELD_MAP,
     .map = &leg_schema,
     MEMBERS(struct trip, legs, leg_count),
     .min = 1,
     .max = 3,
     .help = "The legs"},
    {.key = "tags", .type = FIELD_TEXT, MEMBERS(struct trip, tags, tag_count), .help = "Words to find it"},
    {.key = "home", .type = FIELD_MAP, .map = &leg_schema, MEMBER(struct trip, home), .help = "The way home"},
    {.key = "extra", .type = FIELD_POINTER, .map = &leg_schema, MEMBER(struct trip, extra), .help = "One more"},
    {.key = "speed", .type = FIELD_MAP, .map = &speed_schema, .help = "How fast"},
    {.key = "kind", .type = FIELD_MAP, .map = &kind_schema, .help = "One of two"},
};
static const struct schema trip_schema = {.name = "a trip", .size = sizeof(struct trip), FIELDS(trip_fields)};

/* ---- reading with it ---------------------------------------------------------------------------------------- */

static const struct language two_languages[] = {{.tag = "en", .name = "English"}, {.tag = "es", .name = "Español"}};

struct reading {
    struct folder folder;
    struct arena arena, scratch, references;
    struct problems problems;
    struct schema_reader reader;
    struct trip trip;
    bool whole;
};

static inline struct reading *read_in(const char *text, size_t languages)
{
    struct reading *reading = calloc(1, sizeof *reading);
    char path[PATH_SIZE];
    reading->folder = empty_folder();
    folder_write(&reading->folder, "trip.yaml", text);
    path_under(path, reading->folder.path, "trip.yaml");
    reading->reader = (struct schema_reader){.arena = &reading->arena,
                                             .scratch = &reading->scratch,
                                             .references = &reading->references,
                                             .languages = two_languages,
                                             .language_count = languages,
                                             .problems = &reading->problems};
    reading->whole = schema_load_file(path, &trip_schema, &reading->trip, &reading->reader);
    return reading;
}

static inline struct reading *read_trip(const char *text)
{
    return read_in(text, 2);
}

static inline void forget(struct reading *reading)
{
    arena_free(&reading->arena);
    arena_free(&reading->scratch);
    arena_free(&reading->references);
    problems_free(&reading->problems);
    folder_delete(&reading->folder);
    free(reading);
}

static inline void expect_complaint(const char *text, const char *place, const char *words)
{
    struct reading *reading = read_trip(text);
    assert_false(reading->whole);
    expect_only(&reading->problems, reading->folder.path, place, words);
    forget(reading);
}

#endif
