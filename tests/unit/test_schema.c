/* Stories about tables: one row says what a key may hold, and reading, complaining and helping follow from it. */
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
    {.key = "color", .type = FIELD_COLOR, MEMBER(struct trip, color), .help = "The color"},
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

static const struct language two_languages[] = {{"en", "English"}, {"es", "Español"}};

struct reading {
    struct folder folder;
    struct arena arena, scratch, references;
    struct problems problems;
    struct schema_reader reader;
    struct trip trip;
    bool whole;
};

static struct reading *read_in(const char *text, size_t languages)
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

static struct reading *read_trip(const char *text)
{
    return read_in(text, 2);
}

static void forget(struct reading *reading)
{
    arena_free(&reading->arena);
    arena_free(&reading->scratch);
    arena_free(&reading->references);
    problems_free(&reading->problems);
    folder_delete(&reading->folder);
    free(reading);
}

static void expect_complaint(const char *text, const char *place, const char *words)
{
    struct reading *reading = read_trip(text);
    assert_false(reading->whole);
    expect_only(&reading->problems, reading->folder.path, place, words);
    forget(reading);
}

static void every_type_of_value_arrives_in_its_member(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: to-the-sea_2\n"
                                        "icon: sailing\n"
                                        "date: 2024-02-29\n"
                                        "mood: glad\n"
                                        "title: {en: \"The\\nsea\", es: El mar}\n"
                                        "story: {en: Go **there**., es: Vaya.}\n"
                                        "days: 14\n"
                                        "distance: -0.25\n"
                                        "by_boat: false\n"
                                        "weather: wet\n"
                                        "weekdays: [sun, mon]\n"
                                        "color: \"#2f6B5e\"\n"
                                        "to: harbor\n"
                                        "tags: [one, 'two: three']\n");
    assert_true(reading->whole);
    const struct trip *trip = &reading->trip;
    assert_string_equal(trip->id, "to-the-sea_2");
    assert_string_equal(trip->icon, "sailing");
    assert_string_equal(trip->date, "2024-02-29");
    assert_string_equal(trip->mood, "glad");
    assert_string_equal(trip->title.in[0], "The\nsea");
    assert_string_equal(trip->title.in[1], "El mar");
    assert_int_equal(trip->title.place.line, 5);
    assert_int_equal(trip->story.count[0], 1);
    assert_int_equal(trip->story.in[0][0].span_count, 3);
    assert_int_equal(trip->days, 14);
    assert_int_equal(trip->days_place.line, 7);
    assert_int_equal(trip->days_place.column, 7);
    assert_true(trip->distance == -0.25);
    assert_false(trip->by_boat);
    assert_int_equal(trip->weather, RAINY);
    assert_int_equal(trip->weekdays, 0x41);
    assert_int_equal(trip->color, 0xFF2F6B5E);
    assert_string_equal(trip->to.name, "harbor");
    assert_int_equal(trip->to.place.line, 13);
    assert_int_equal(trip->tag_count, 2);
    assert_string_equal(trip->tags[1], "two: three");
    forget(reading);
}

static void maps_pointers_groups_and_lists_are_filled(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\n"
                                        "legs:\n"
                                        "  - {name: {en: Out, es: Ida}, hours: 3}\n"
                                        "  - name: {en: Back, es: Vuelta}\n"
                                        "home: {name: {en: Home, es: Casa}}\n"
                                        "extra: {name: {en: More, es: Más}, hours: 9}\n"
                                        "speed: {knots: 7}\n"
                                        "kind: {second: {name: {en: B, es: Be}}}\n");
    assert_true(reading->whole);
    const struct trip *trip = &reading->trip;
    assert_int_equal(trip->leg_count, 2);
    assert_int_equal(trip->legs[0].hours, 3);
    assert_int_equal(trip->legs[1].hours, 2);
    assert_string_equal(trip->legs[1].name.in[1], "Vuelta");
    assert_string_equal(trip->home.name.in[0], "Home");
    assert_int_equal(trip->home.hours, 2);
    assert_int_equal(trip->extra->hours, 9);
    assert_int_equal(trip->speed, 7);
    assert_int_equal(trip->choice_kind, 22);
    assert_null(trip->first_kind);
    assert_string_equal(trip->second_kind->name.in[0], "B");
    forget(reading);
}

static void what_is_not_given_has_its_default(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\n");
    assert_true(reading->whole);
    assert_true(reading->trip.by_boat);
    assert_int_equal(reading->trip.weather, RAINY);
    assert_int_equal(reading->trip.speed, 5);
    assert_int_equal(reading->trip.home.hours, 2);
    assert_int_equal(reading->trip.days, 0);
    assert_null(reading->trip.extra);
    assert_null(reading->trip.title.in[0]);
    forget(reading);
}

static void references_are_gathered_with_their_places(void **state)
{
    (void)state;
    struct reading *reading =
        read_trip("id: a\nto: harbor\nstory:\n  en: |\n    One.\n    See [it](sea).\n  es: Vea [eso](mar).\n");
    const struct reference *reference = reading->reader.first_reference;
    assert_string_equal(reference->name, "mar");
    assert_int_equal(reference->kind, REFERENCE_LINK);
    assert_int_equal(reference->place.line, 7);
    assert_int_equal(reference->place.column, 12);
    reference = reference->next;
    assert_string_equal(reference->name, "sea");
    assert_int_equal(reference->place.line, 6);
    assert_int_equal(reference->place.column, 10);
    reference = reference->next;
    assert_string_equal(reference->name, "harbor");
    assert_ptr_equal(reference->target, &reading->trip.to);
    assert_null(reference->next);
    forget(reading);
}

static void numbers_at_their_limits_pass_and_beyond_they_do_not(void **state)
{
    (void)state;
    static const char *const good[] = {"days: 1",        "days: 14",       "days: +3",
                                       "distance: -0.5", "distance: 99.5", "distance: 7"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        char text[64];
        snprintf(text, sizeof text, "id: a\n%s\n", good[i]);
        struct reading *reading = read_trip(text);
        expect_count(&reading->problems, 0);
        forget(reading);
    }
    expect_complaint("id: a\ndays: 0\n", "trip.yaml:2:7", "from 1 to 14 days, but reads 0");
    expect_complaint("id: a\ndays: 15\n", "trip.yaml:2:7", "from 1 to 14 days, but reads 15");
    expect_complaint("id: a\ndays: -1\n", "trip.yaml:2:7", "from 1 to 14 days");
    expect_complaint("id: a\ndays: 99999999999999\n", "trip.yaml:2:7", "from 1 to 14 days");
    expect_complaint("id: a\nspeed: {knots: 99999999999}\n", "trip.yaml:2:16", "to 1000000");
    expect_complaint("id: a\ndistance: 99.6\n", "trip.yaml:2:11", "from -0.5 to 99.5");
    expect_complaint("id: a\ndistance: 1,5\n", "trip.yaml:2:11", "must be a number");
    expect_complaint("id: a\ndistance: .5\n", "trip.yaml:2:11", "must be a number");
    expect_complaint("id: a\ndays: 3 days\n", "trip.yaml:2:7", "whole number, but reads '3 days'");
}

static void colors_are_six_digits_in_quotes(void **state)
{
    (void)state;
    expect_complaint("id: a\ncolor: #2F6B5E\n", "trip.yaml:2:7", "the start of a remark");
    expect_complaint("id: a\ncolor: \"#2F6\"\n", "trip.yaml:2:8", "'#2F6'");
    expect_complaint("id: a\ncolor: teal\n", "trip.yaml:2:8", "color: \"#2F6B5E\"");
    expect_complaint("id: a\ncolor: \"#2F6B5G\"\n", "trip.yaml:2:8", "must be a color");
}

static void dates_must_exist(void **state)
{
    (void)state;
    static const char *const bad[] = {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-15",
                                      "15.1.2026",  "2026-04-31", "soon"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char text[64];
        snprintf(text, sizeof text, "id: a\ndate: %s\n", bad[i]);
        expect_complaint(text, "trip.yaml:2:7", bad[i]);
    }
}

static void an_unknown_key_is_answered_with_the_nearest_or_with_all(void **state)
{
    (void)state;
    expect_complaint("id: a\ndistence: 3\n", "trip.yaml:2:1", "did you mean 'distance'?");
    expect_complaint("id: a\nweek: 3\n", "trip.yaml:2:1", "did you mean 'weekdays'?");
    expect_complaint("id: a\nlegs: [{nmae: x}]\n", "trip.yaml:2:9", "unknown key 'nmae' in a leg");
    expect_complaint("id: a\nzzzzzz: 3\n", "trip.yaml:2:1", "id, icon, date, mood, title");
}

static void a_key_that_is_already_there_is_not_suggested(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\nby_boat: true\nby_boats: true\n");
    expect_count(&reading->problems, 1);
    assert_null(reading->problems.list[0]->hint);
    forget(reading);
}

static void a_misspelled_required_key_is_one_mistake(void **state)
{
    (void)state;
    expect_complaint("id: a\nhome: {naem: {en: x, es: y}}\n", "trip.yaml:2:8", "did you mean 'name'?");
    expect_complaint("days: 3\n", "trip.yaml:1:1", "'id' is missing in a trip");
}

static void exactly_one_key_names_the_kind(void **state)
{
    (void)state;
    expect_complaint("id: a\nkind: {}\n", "trip.yaml:2:1", "exactly one key");
    expect_complaint("id: a\nkind: {third: {name: {en: x, es: y}}}\n", "trip.yaml:2:8", "first, second");
    expect_complaint("id: a\nkind: {first: {name: {en: x, es: y}}, second: {name: {en: x, es: y}}}\n", "trip.yaml:2:39",
                     "has 2");
}

static void lists_have_a_least_and_a_most(void **state)
{
    (void)state;
    expect_complaint("id: a\nlegs: []\n", "trip.yaml:2:7", "from 1 to 3 entries, but has 0");
    expect_complaint("id: a\nlegs:\n", "trip.yaml:2:1", "'legs' has no value");
    expect_complaint("id: a\nlegs: {name: x}\n", "trip.yaml:2:7", "must be a list, but is a map");
}

static void every_mistake_of_a_file_is_told_in_one_run(void **state)
{
    (void)state;
    struct reading *reading =
        read_trip("id: A b\nicon: 5-6\ndate: x\nmood: cal\ntitle: {en: x}\ndays: x\nby_boat: no\n"
                  "weather: dry\nweekdays: mon\ncolor: red\nto: [x]\nlegs: x\nhome: x\nextra: []\nfoo: 1\n");
    assert_int_equal(reading->problems.errors, 15);
    forget(reading);
}

static void numbers_need_no_translator_but_words_do(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\ntitle: 988\n");
    assert_string_equal(reading->trip.title.in[0], "988");
    assert_string_equal(reading->trip.title.in[1], "988");
    forget(reading);
    expect_complaint("id: a\ntitle: 5 pm\n", "trip.yaml:2:8", "each language: en, es");
    expect_complaint("id: a\ntitle: ñ\n", "trip.yaml:2:8", "each language");
}

static void with_one_language_a_plain_text_is_enough(void **state)
{
    (void)state;
    struct reading *reading = read_in("id: a\ntitle: The sea\nstory: Go there.\n", 1);
    assert_true(reading->whole);
    assert_string_equal(reading->trip.title.in[0], "The sea");
    assert_int_equal(reading->trip.story.count[0], 1);
    forget(reading);
}

static void a_text_behind_a_bar_loses_only_its_last_line_end(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\ntitle:\n  en: |\n    One\n    two\n  es: >\n    Uno\n    dos\n");
    assert_string_equal(reading->trip.title.in[0], "One\ntwo");
    assert_string_equal(reading->trip.title.in[1], "Uno dos");
    forget(reading);
}

/* ---- the tables of the content -------------------------------------------------------------------------------- */

static void look_at(const struct schema *schema, int depth);

static void look_at_field(const struct schema *schema, size_t index, int depth)
{
    const struct field *field = &schema->fields[index];
    assert_non_null(field->key);
    assert_non_null(field->help);
    assert_true(strlen(field->help) > 5);
    assert_true(field->min <= field->max);
    assert_int_not_equal(field->help[strlen(field->help) - 1], '.');
    assert_true(schema->size == 0 || field->offset < schema->size);
    for (size_t i = 0; i < index; i++) {
        assert_string_not_equal(field->key, schema->fields[i].key);
    }
    bool named = field->type == FIELD_CHOICE || field->type == FIELD_BITS;
    assert_true(!named || (field->names != NULL && field->names->count > 0));
    bool map = field->type == FIELD_MAP || field->type == FIELD_POINTER;
    assert_true(map == (field->map != NULL));
    assert_true(!field->list || field->count_offset != field->offset);
    if (map) {
        assert_true((field->list || field->type == FIELD_POINTER) ? field->map->size > 0 : true);
        look_at(field->map, depth + 1);
    }
}

static void look_at(const struct schema *schema, int depth)
{
    assert_true(depth < 16);
    assert_non_null(schema->name);
    assert_non_null(schema->help);
    assert_true(schema->field_count > 0 && schema->field_count <= 128);
    for (size_t i = 0; i < schema->field_count; i++) {
        look_at_field(schema, i, depth);
    }
}

static void every_row_of_every_file_explains_itself(void **state)
{
    (void)state;
    assert_true(content_file_count >= 9);
    for (size_t i = 0; i < content_file_count; i++) {
        assert_non_null(content_files[i].pattern);
        assert_non_null(content_files[i].help);
        look_at(content_files[i].schema, 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_of_value_arrives_in_its_member),
        cmocka_unit_test(maps_pointers_groups_and_lists_are_filled),
        cmocka_unit_test(what_is_not_given_has_its_default),
        cmocka_unit_test(references_are_gathered_with_their_places),
        cmocka_unit_test(numbers_at_their_limits_pass_and_beyond_they_do_not),
        cmocka_unit_test(colors_are_six_digits_in_quotes),
        cmocka_unit_test(dates_must_exist),
        cmocka_unit_test(an_unknown_key_is_answered_with_the_nearest_or_with_all),
        cmocka_unit_test(a_key_that_is_already_there_is_not_suggested),
        cmocka_unit_test(a_misspelled_required_key_is_one_mistake),
        cmocka_unit_test(exactly_one_key_names_the_kind),
        cmocka_unit_test(lists_have_a_least_and_a_most),
        cmocka_unit_test(every_mistake_of_a_file_is_told_in_one_run),
        cmocka_unit_test(numbers_need_no_translator_but_words_do),
        cmocka_unit_test(with_one_language_a_plain_text_is_enough),
        cmocka_unit_test(a_text_behind_a_bar_loses_only_its_last_line_end),
        cmocka_unit_test(every_row_of_every_file_explains_itself),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
