/* Stories about values: what a row promises arrives in its member, or is refused with a reason. */
#include "trip.h"

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
    assert_int_equal(reading->trip.color, 0xFF000000u);
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
    static const char *const bad[] = {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-15",  "15.1.2026",
                                      "2026-04-31", "2026x01-15", "2026-01x15", "1899-01-01", "soon"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char text[64];
        snprintf(text, sizeof text, "id: a\ndate: %s\n", bad[i]);
        expect_complaint(text, "trip.yaml:2:7", bad[i]);
    }
}

static void the_last_day_of_the_year_is_a_date(void **state)
{
    (void)state;
    struct reading *reading = read_trip("id: a\ndate: 2026-12-31\n");
    assert_string_equal(reading->trip.date, "2026-12-31");
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
    struct reading *reading = read_trip("id: a\ntitle:\n  en: |\n    One\n    two\n  es: >\n    Uno\n    dos\ntags:\n  "
                                        "- |\n    One\n    two\n  - \"x\\n\"\n");
    assert_string_equal(reading->trip.tags[0], "One\ntwo");
    assert_string_equal(reading->trip.tags[1], "x\n");
    assert_string_equal(reading->trip.title.in[0], "One\ntwo");
    assert_string_equal(reading->trip.title.in[1], "Uno dos");
    forget(reading);
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
        cmocka_unit_test(the_last_day_of_the_year_is_a_date),
        cmocka_unit_test(numbers_need_no_translator_but_words_do),
        cmocka_unit_test(with_one_language_a_plain_text_is_enough),
        cmocka_unit_test(a_text_behind_a_bar_loses_only_its_last_line_end),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
