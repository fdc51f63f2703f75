/* Stories about the names of keys, and about keypads that a clinic describes in kiosk.yaml. */
#include "complaint.h"
#include "folder.h"
#include "load.h"

static void a_key_is_found_by_its_name_in_any_case_or_by_its_number(void **state)
{
    (void)state;
    assert_int_equal(key_code("F13"), 104);
    assert_int_equal(key_code("f13"), 104);
    assert_int_equal(key_code("104"), 104);
    assert_int_equal(key_code("Keypad 5"), 93);
    assert_int_equal(key_code("VolumeUp"), 128);
    assert_int_equal(key_code("300"), 300); /* a key without a name */
}

static void a_single_digit_is_the_key_of_that_digit(void **state)
{
    (void)state;
    assert_int_equal(key_code("5"), 34);
    assert_int_equal(key_code("05"), 5);
}

static void what_is_no_key_has_no_number(void **state)
{
    (void)state;
    const char *const none[] = {"", "F25", "VolumUp", "512", "-12", "1e1", "1000", "00", "+", "next"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(key_code(none[i]), -1);
}

static void every_name_leads_to_its_key_and_back(void **state)
{
    (void)state;
    char name[KEY_NAME_SIZE];
    for (int code = 10; code < KEY_CODES; code++) {
        key_name(code, name);
        assert_int_equal(key_code(name), code);
    }
    for (size_t i = 0; key_name_listed(i) != NULL; i++) {
        key_name(key_code(key_name_listed(i)), name);
        assert_string_equal(name, key_name_listed(i));
    }
}

static void every_meaning_has_a_key_from_the_start(void **state)
{
    (void)state;
    struct key_table keys = key_table_usual();
    for (int meaning = KEY_NEXT; meaning < KEY_MEANINGS; meaning++) {
        bool found = false;
        for (int code = 0; code < KEY_CODES; code++)
            found = found || keys.meaning[code] == meaning;
        assert_true(found);
    }
    assert_int_equal(keys.meaning[0], KEY_OTHER);
}

static void the_clinics_keys_come_before_the_usual_ones(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "kiosk.yaml",
                 "clinic: {name: Tiny Clinic}\n"
                 "languages: [{tag: en, name: English}, {tag: es, name: Español}]\n"
                 "idle: {warn_after_s: 60, answer_within_s: 20, veil_after_s: 10}\n"
                 "keys: {Space: next, f20: select, 300: headphones_in, F13: other}\n");
    struct problems problems = {0};
    struct content *content = content_load(folder.path, &problems);
    expect_count(&problems, 0);
    struct key_table keys = content_keys(content);
    assert_int_equal(keys.meaning[key_code("Space")], KEY_NEXT);
    assert_int_equal(keys.meaning[key_code("F20")], KEY_ENTER);
    assert_int_equal(keys.meaning[300], KEY_HEADPHONES_IN);
    assert_int_equal(keys.meaning[key_code("F13")], KEY_OTHER);
    assert_int_equal(keys.meaning[key_code("F1")], KEY_HELP);
    content_free(content);
    problems_free(&problems);
    folder_delete(&folder);
}

static void without_content_the_usual_keys_hold(void **state)
{
    (void)state;
    struct key_table keys = content_keys(content_fallback()), usual = key_table_usual();
    assert_memory_equal(&keys, &usual, sizeof keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_found_by_its_name_in_any_case_or_by_its_number),
        cmocka_unit_test(a_single_digit_is_the_key_of_that_digit),
        cmocka_unit_test(what_is_no_key_has_no_number),
        cmocka_unit_test(every_name_leads_to_its_key_and_back),
        cmocka_unit_test(every_meaning_has_a_key_from_the_start),
        cmocka_unit_test(the_clinics_keys_come_before_the_usual_ones),
        cmocka_unit_test(without_content_the_usual_keys_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
