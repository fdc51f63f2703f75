/* Stories about which checks a clinic shows: one of two mood checks, optional ones on request, drafts never. */
#include "complaint.h"
#include "folder.h"
#include "load.h"

static const char tiny_check[] = IOP_SOURCE_DIR "/tests/fixtures/tiny/screenings/two-questions.yaml";

struct clinic {
    struct folder folder;
    struct problems problems;
    struct content *content;
};

static void add_check(struct clinic *clinic, const char *name, const char *status)
{
    char file[PATH_SIZE];
    char line[64];
    size_t size = 0;
    char *text = bytes_of(tiny_check, &size);
    snprintf(file, sizeof file, "screenings/%s.yaml", name);
    snprintf(line, sizeof line, "status: %s", status);
    folder_write(&clinic->folder, file, text);
    folder_replace(&clinic->folder, file, "status: active", line);
    free(text);
}

/* A clinic with both mood checks, an optional check and a draft; and what it wrote into kiosk.yaml. */
static struct clinic clinic_with(const char *setting)
{
    struct clinic clinic = {.folder = tiny_folder()};
    char idle[256];
    add_check(&clinic, "phq-9", "active");
    add_check(&clinic, "phq-8", "draft");
    add_check(&clinic, "k6", "optional");
    add_check(&clinic, "new", "draft");
    snprintf(idle, sizeof idle, "%s\nidle:", setting);
    folder_replace(&clinic.folder, "kiosk.yaml", "idle:", idle);
    clinic.content = content_load(clinic.folder.path, &clinic.problems);
    if (clinic.content == NULL)
        show_all(&clinic.problems);
    assert_non_null(clinic.content);
    return clinic;
}

static void forget(struct clinic *clinic)
{
    content_free(clinic->content);
    problems_free(&clinic->problems);
    folder_delete(&clinic->folder);
}

static bool is_shown(const struct clinic *clinic, const char *id)
{
    for (size_t i = 0; i < clinic->content->screening_count; i++)
        if (strcmp(clinic->content->screenings[i].id, id) == 0)
            return true;
    return false;
}

static void without_a_setting_the_phq_9_is_the_mood_check(void **state)
{
    (void)state;
    struct clinic clinic = clinic_with("");
    assert_true(is_shown(&clinic, "phq-9"));
    assert_false(is_shown(&clinic, "phq-8"));
    assert_false(is_shown(&clinic, "k6"));
    assert_false(is_shown(&clinic, "new"));
    forget(&clinic);
}

static void one_setting_changes_over_to_the_phq_8_whatever_the_files_say(void **state)
{
    (void)state;
    struct clinic clinic = clinic_with("mood_check: phq-8");
    assert_true(is_shown(&clinic, "phq-8"));
    assert_false(is_shown(&clinic, "phq-9"));
    forget(&clinic);
}

static void what_leads_to_one_mood_check_leads_to_the_one_that_is_shown(void **state)
{
    (void)state;
    struct clinic clinic = {.folder = tiny_folder()};
    add_check(&clinic, "phq-9", "active");
    add_check(&clinic, "phq-8", "draft");
    folder_replace(&clinic.folder, "home.yaml", "to: two-questions", "to: phq-9");
    folder_replace(&clinic.folder, "kiosk.yaml", "idle:", "mood_check: phq-8\nidle:");
    clinic.content = content_load(clinic.folder.path, &clinic.problems);
    expect_count(&clinic.problems, 0);
    bool found = false;
    for (size_t i = 0; i < clinic.content->home.card_count; i++) {
        const struct target *to = &clinic.content->home.cards[i].to;
        found =
            found || (to->kind == TARGET_SCREENING && strcmp(clinic.content->screenings[to->index].id, "phq-8") == 0);
    }
    assert_true(found);
    forget(&clinic);
}

static void an_optional_check_is_shown_only_if_it_is_listed(void **state)
{
    (void)state;
    struct clinic clinic = clinic_with("optional_checks: [k6]");
    assert_true(is_shown(&clinic, "k6"));
    forget(&clinic);
    clinic = clinic_with("optional_checks: []");
    assert_false(is_shown(&clinic, "k6"));
    forget(&clinic);
}

static void checks_that_are_not_shown_stand_behind_those_that_are(void **state)
{
    (void)state;
    struct clinic clinic = clinic_with("");
    assert_int_equal(clinic.content->screening_count, 2);
    assert_int_equal(clinic.content->all_screening_count, 5);
    for (size_t i = 0; i < clinic.content->all_screening_count; i++)
        assert_int_equal(clinic.content->screenings[i].status == STATUS_ACTIVE, i < 2);
    forget(&clinic);
}

static void a_mood_check_is_not_switched_on_as_an_optional_one(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct clinic clinic = {.folder = folder};
    add_check(&clinic, "phq-8", "optional");
    folder_replace(&folder, "kiosk.yaml", "idle:", "optional_checks: [phq-8]\nidle:");
    clinic.content = content_load(folder.path, &clinic.problems);
    expect_only(&clinic.problems, folder.path, "kiosk.yaml:3:18", "mood_check: phq-8");
    forget(&clinic);
}

static void a_check_that_is_read_by_rules_loads_with_everything_resolved(void **state)
{
    (void)state;
    struct clinic clinic = {.folder = tiny_folder()};
    size_t size = 0;
    char *text = bytes_of(IOP_SOURCE_DIR "/tests/fixtures/signs.yaml", &size);
    folder_write(&clinic.folder, "screenings/signs.yaml", text);
    free(text);
    clinic.content = content_load(clinic.folder.path, &clinic.problems);
    expect_count(&clinic.problems, 0);
    const struct screening *signs = &clinic.content->screenings[1];
    assert_string_equal(signs->id, "signs");
    assert_int_equal(signs->rule_count, 3);
    assert_int_equal(signs->rules[1].when.group_index, 1);
    assert_int_equal(signs->rules[1].when.at_least, 2);
    assert_int_equal(signs->rules[1].when.equal, NO_COUNT);
    assert_int_equal(signs->rules[1].outcome_index, 1);
    assert_int_equal(signs->rules[2].outcome_index, 2);
    assert_int_equal(signs->items[1].options->options[1].group_index, 1);
    assert_int_equal(signs->additions[0].item, 1);
    assert_int_equal(signs->safety_item, 0);
    assert_true(signs->items[1].options->options[2].exclusive);
    assert_true(signs->outcomes[0].help_first);
    assert_false(signs->adults_only);
    assert_int_equal(signs->items[1].options->options[0].weight, NO_WEIGHT);
    forget(&clinic);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_setting_the_phq_9_is_the_mood_check),
        cmocka_unit_test(one_setting_changes_over_to_the_phq_8_whatever_the_files_say),
        cmocka_unit_test(what_leads_to_one_mood_check_leads_to_the_one_that_is_shown),
        cmocka_unit_test(an_optional_check_is_shown_only_if_it_is_listed),
        cmocka_unit_test(checks_that_are_not_shown_stand_behind_those_that_are),
        cmocka_unit_test(a_mood_check_is_not_switched_on_as_an_optional_one),
        cmocka_unit_test(a_check_that_is_read_by_rules_loads_with_everything_resolved),
    };
    return cmocka_run_group_tests_name("chosen checks", tests, NULL, NULL);
}
