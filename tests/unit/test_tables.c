/* Stories about keys: which a table knows, which it wants, and that every row explains itself. */
#include "trip.h"

static void an_unknown_key_is_answered_with_the_nearest_or_with_all(void **state)
{
    (void)state;
    expect_complaint("id: a\ndistence: 3\n", "trip.yaml:2:1", "did you mean 'distance'?");
    expect_complaint("id: a\nweek: 3\n", "trip.yaml:2:1", "did you mean 'weekdays'?");
    expect_complaint("id: a\nlegs: [{nmae: x}]\n", "trip.yaml:2:9", "unknown key 'nmae' in a leg");
    expect_complaint("id: a\nzzzzzz: 3\n", "trip.yaml:2:1", "id, icon, date, mood, title");
}

static void a_long_value_is_shown_by_its_beginning(void **state)
{
    (void)state;
    expect_complaint("id: a\ndays: a very long text that nobody would want to read again in full in a complaint\n",
                     "trip.yaml:2:7", "reads 'a very long text that nobody would want to read again in full i…'");
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
    expect_complaint("id: a\nlegs: {name: x}\n", "trip.yaml:2:7", "must be a list, but is a group of keys");
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
    assert_true(schema->field_count > 0 && schema->field_count <= 192);
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
        cmocka_unit_test(an_unknown_key_is_answered_with_the_nearest_or_with_all),
        cmocka_unit_test(a_long_value_is_shown_by_its_beginning),
        cmocka_unit_test(a_key_that_is_already_there_is_not_suggested),
        cmocka_unit_test(a_misspelled_required_key_is_one_mistake),
        cmocka_unit_test(exactly_one_key_names_the_kind),
        cmocka_unit_test(lists_have_a_least_and_a_most),
        cmocka_unit_test(every_mistake_of_a_file_is_told_in_one_run),
        cmocka_unit_test(every_row_of_every_file_explains_itself),
    };
    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
