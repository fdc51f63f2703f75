/* Stories about a content folder: what stands in it becomes one value, in the right order and whole. */
#include "complaint.h"
#include "folder.h"
#include "load.h"

struct reading {
    struct folder folder;
    struct problems problems;
    struct content *content;
};

static struct reading *read_folder(struct folder folder)
{
    struct reading *reading = calloc(1, sizeof *reading);
    reading->folder = folder;
    reading->content = content_load(folder.path, &reading->problems);
    return reading;
}

static struct reading *read_whole(struct folder folder)
{
    struct reading *reading = read_folder(folder);
    expect_count(&reading->problems, 0);
    assert_non_null(reading->content);
    return reading;
}

static void forget(struct reading *reading)
{
    content_free(reading->content);
    problems_free(&reading->problems);
    folder_delete(&reading->folder);
    free(reading);
}

static const char page[] = "order: %d\n"
                           "title: {en: \"%s\", es: \"%s\"}\n"
                           "main_message: {en: One., es: Uno.}\n"
                           "blocks: [{note: {text: {en: Here., es: Aquí.}}}]\n";

static void add_page(const struct folder *folder, const char *name, int order)
{
    char text[512];
    snprintf(text, sizeof text, page, order, name, name);
    folder_write(folder, name, text);
}

/* The picture is there in both places; only one of them is within the content. */
static void a_logo_beside_the_content_folder_is_refused(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char beside[PATH_SIZE], clinic[PATH_SIZE];
    folder_write(&folder, "inside.svg", "<svg/>");
    folder_replace(&folder, "kiosk.yaml", "name: Tiny Clinic", "name: Tiny Clinic, logo: inside.svg");
    struct reading *reading = read_folder(folder);
    assert_int_equal(reading->problems.errors, 0);
    problems_free(&reading->problems);
    content_free(reading->content);
    snprintf(beside, sizeof beside, "%s.svg", folder.path);
    snprintf(clinic, sizeof clinic, "logo: ..%s.svg", strrchr(folder.path, '/'));
    FILE *file = fopen(beside, "w");
    assert_non_null(file);
    fputs("<svg/>", file);
    fclose(file);
    folder_replace(&folder, "kiosk.yaml", "logo: inside.svg", clinic);
    free(reading);
    reading = read_folder(folder);
    unlink(beside);
    assert_int_equal(reading->problems.errors, 1);
    forget(reading);
}

static void the_tiny_clinic_is_read_to_the_last_word(void **state)
{
    (void)state;
    struct reading *reading = read_whole(tiny_folder());
    const struct content *content = reading->content;
    assert_string_equal(content->settings.clinic_name, "Tiny Clinic");
    assert_string_equal(content->settings.languages[1].name, "Español");
    assert_int_equal(content->settings.warn_after_s, 60);
    assert_string_equal(content->home.title.in[0], "Hello.\nTake your time.");
    assert_string_equal(content->home.attract_begin.in[1], "Toque para comenzar");
    assert_int_equal(content->home.card_count, 2);
    assert_string_equal(content->words.question_of.in[0], "Question %d of %d");
    assert_int_equal(content->section_count, 2);
    assert_int_equal(content->page_count, 2);
    assert_int_equal(content->compare.column_count, 2);
    assert_true(content->compare.columns[1].featured);
    assert_int_equal(content->compare.rows[0].cells[1].mark, MARK_YES);
    assert_string_equal(content->help.lifeline_title.in[0], "Call or text 988");
    assert_string_equal(content->help.lines[0].hours.in[1], "24/7");
    forget(reading);
}

static void every_kind_of_block_arrives(void **state)
{
    (void)state;
    struct reading *reading = read_whole(tiny_folder());
    const struct page *first = &reading->content->pages[0];
    const struct page *week = &reading->content->pages[1];
    assert_int_equal(first->blocks[0].kind, BLOCK_PROSE);
    assert_int_equal(first->blocks[0].prose->in[1][0].span_count, 7);
    assert_string_equal(first->blocks[1].cards->items[0].icon, "schedule");
    assert_int_equal(first->blocks[2].contacts->lines[0].index, 0);
    assert_string_equal(first->blocks[3].quote->who.in[0], "A former participant");
    assert_int_equal(week->blocks[0].week->sessions[0].days, 1 | 4 | 16);
    assert_int_equal(week->blocks[0].week->sessions[0].part, PART_EVENING);
    assert_int_equal(week->blocks[1].steps->item_count, 2);
    assert_null(week->blocks[1].steps->items[0].title.in[0]);
    assert_int_equal(week->blocks[2].timeline->items[1].kind, MOMENT_OWN);
    assert_string_equal(week->blocks[2].timeline->items[1].time.in[1], "8:30");
    assert_int_equal(week->blocks[3].checklist->item_count, 1);
    assert_string_equal(week->blocks[4].phrases->avoid[0].in[1], "Anímese.");
    assert_string_equal(week->blocks[5].note->icon, "info");
    assert_string_equal(week->blocks[6].table->columns[0].in[0], "");
    assert_string_equal(week->blocks[6].table->rows[1].cells[1].in[1], "12:00");
    forget(reading);
}

static void every_text_knows_its_place(void **state)
{
    (void)state;
    struct reading *reading = read_whole(tiny_folder());
    const struct page *first = &reading->content->pages[0];
    assert_int_equal(first->title.place.line, 2);
    assert_int_equal(first->title.place.column, 8);
    assert_non_null(strstr(first->title.place.file, "explainers/first-page.yaml"));
    assert_int_equal(first->blocks[3].place.line, 20);
    assert_int_equal(first->blocks[3].quote->text.place.line, 21);
    problems_free(&reading->problems);
    assert_non_null(strstr(first->title.place.file, "first-page.yaml")); /* outlives the problems */
    forget(reading);
}

static void pages_stand_by_order_then_by_name_each_section_together(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    add_page(&folder, "explainers/zebra.yaml", 15);
    add_page(&folder, "explainers/apple.yaml", 15);
    add_page(&folder, "compare/early.yaml", 1);
    struct reading *reading = read_whole(folder);
    const struct content *content = reading->content;
    static const char *const expected[] = {"first-page", "apple", "zebra", "typical-week", "early"};
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(content->pages[i].id, expected[i]);
        assert_int_equal(content_page(content, expected[i]), i);
    }
    assert_int_equal(content->sections[0].first_page, 0);
    assert_int_equal(content->sections[0].page_count, 4);
    assert_int_equal(content->sections[1].first_page, 4);
    assert_int_equal(content->sections[1].page_count, 1);
    assert_int_equal(content->pages[4].section, 1);
    assert_int_equal(content_page(content, "nowhere"), NO_INDEX);
    forget(reading);
}

static void what_leads_somewhere_arrives_there(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    add_page(&folder, "explainers/apple.yaml", 15);
    struct reading *reading = read_whole(folder);
    const struct content *content = reading->content;
    const struct target *action = &content->pages[0].action.to;
    assert_int_equal(action->kind, TARGET_PAGE);
    assert_string_equal(content->pages[action->index].id, "typical-week");
    assert_int_equal(content->home.cards[0].to.kind, TARGET_SECTION);
    assert_int_equal(content->home.cards[0].to.index, 0);
    assert_int_equal(content->home.cards[1].to.kind, TARGET_SCREENING);
    assert_int_equal(content->home.cards[1].to.index, 0);
    assert_int_equal(content->compare.actions[0].to.kind, TARGET_CHECKS);
    forget(reading);
}

static void a_check_is_linked_up_inside(void **state)
{
    (void)state;
    struct reading *reading = read_whole(tiny_folder());
    const struct screening *check = &reading->content->screenings[0];
    assert_string_equal(check->id, "two-questions");
    assert_string_equal(check->loinc, "55757-9");
    assert_string_equal(check->items[0].options->options[2].text.in[0], "Nearly every day");
    assert_string_equal(check->items[0].loinc, "44250-9");
    assert_int_equal(check->items[1].show_if.count, 1);
    assert_true(check->items[1].show_if.any);
    assert_int_equal(check->items[1].show_if.list[0].item, 0);
    assert_int_equal(check->items[1].show_if.list[0].op, IS_GREATER);
    assert_int_equal(check->items[1].on_answer.at_least, 1);
    assert_int_equal(check->items[1].on_answer.show, ROUTE_HELP_NOW);
    assert_string_equal(check->score.sum_of[1], "hurting");
    assert_int_equal(check->score.bands[1].max, 4);
    assert_int_equal(check->next_step_count, 3);
    forget(reading);
}

/* Freed by the caller. */
static char *text_of_the_check(const struct folder *folder)
{
    char path[PATH_SIZE];
    size_t size = 0;
    path_under(path, folder->path, "screenings/two-questions.yaml");
    return bytes_of(path, &size);
}

static void only_active_checks_are_shown_in_their_order(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char *text = text_of_the_check(&folder);
    folder_write(&folder, "screenings/a-draft.yaml", text);
    folder_replace(&folder, "screenings/a-draft.yaml", "status: active", "status: draft");
    folder_write(&folder, "screenings/before.yaml", text);
    folder_replace(&folder, "screenings/before.yaml", "order: 10", "order: 5");
    free(text);
    struct reading *reading = read_whole(folder);
    assert_int_equal(reading->content->screening_count, 2);
    assert_string_equal(reading->content->screenings[0].id, "before");
    assert_string_equal(reading->content->screenings[1].id, "two-questions");
    assert_int_equal(reading->content->home.cards[1].to.index, 1);
    forget(reading);
}

static void a_ninth_active_check_is_one_too_many(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char *text = text_of_the_check(&folder);
    for (int i = 2; i <= MAX_SCREENINGS; i++) {
        char name[64];
        snprintf(name, sizeof name, "screenings/more-%d.yaml", i);
        folder_write(&folder, name, text);
    }
    struct reading *whole = read_folder(folder);
    expect_count(&whole->problems, 0);
    assert_int_equal(whole->content->screening_count, MAX_SCREENINGS);
    content_free(whole->content);
    problems_free(&whole->problems);
    free(whole);
    folder_write(&folder, "screenings/one-more.yaml", text);
    free(text);
    struct reading *reading = read_folder(folder);
    expect_count(&reading->problems, 1);
    expect_words(&reading->problems, 0, "more than 8 checks are active");
    forget(reading);
}

static void a_folder_may_be_named_with_a_slash_at_its_end(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct problems problems = {0};
    char path[PATH_SIZE];
    path_under(path, folder.path, "");
    folder_replace(&folder, "explainers/section.yaml", "icon: groups", "icon: Groups");
    assert_null(content_load(path, &problems));
    expect_only(&problems, folder.path, "explainers/section.yaml:2:7", "'icon'");
    problems_free(&problems);
    folder_delete(&folder);
}

static void a_draft_is_read_but_is_no_page_of_the_kiosk(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    add_page(&folder, "explainers/later.yaml", 15);
    folder_replace(&folder, "explainers/later.yaml", "order: 15", "order: 15\nstatus: draft");
    struct reading *reading = read_whole(folder);
    assert_int_equal(reading->content->page_count, 2);
    assert_int_equal(reading->content->sections[0].page_count, 2);
    assert_int_equal(content_page(reading->content, "later"), NO_INDEX);
    forget(reading);
}

static void a_section_may_be_left_out(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    char path[PATH_SIZE];
    path_under(path, folder.path, "compare");
    delete_files(path);
    struct reading *reading = read_whole(folder);
    assert_int_equal(reading->content->section_count, 1);
    assert_int_equal(reading->content->compare.column_count, 0);
    forget(reading);
}

static void what_a_clinic_does_not_set_has_its_default(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "kiosk.yaml",
                 "clinic: {name: X}\nlanguages: [{tag: en, name: English}, {tag: es, name: Español}]\n");
    struct reading *reading = read_whole(folder);
    const struct settings *settings = &reading->content->settings;
    assert_int_equal(settings->warn_after_s, 120);
    assert_int_equal(settings->answer_within_s, 30);
    assert_int_equal(settings->veil_after_s, 30);
    assert_int_equal(settings->panel_width_mm, 0);
    assert_null(settings->logo);
    forget(reading);
}

static void assert_panel_width(const char *written, bool fits)
{
    struct folder folder = tiny_folder();
    char line[100];
    snprintf(line, sizeof line, "panel_width_mm: %s\nidle:", written);
    folder_replace(&folder, "kiosk.yaml", "idle:", line);
    struct reading *reading = read_folder(folder);
    assert_int_equal(reading->content != NULL, fits);
    if (!fits)
        expect_words(&reading->problems, 0, "0 or from 80 to 2000 millimeters");
    forget(reading);
}

static void a_panel_is_as_wide_as_panels_are_or_asked_for_its_width(void **state)
{
    (void)state;
    assert_panel_width("0", true);
    assert_panel_width("80", true);
    assert_panel_width("2000", true);
    assert_panel_width("5", false);
    assert_panel_width("79", false);
    assert_panel_width("10000", false);
    assert_panel_width("-476", false);
}

static void a_third_language_needs_no_new_program(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_replace(&folder, "kiosk.yaml", "{tag: es, name: Español}",
                   "{tag: es, name: Español}, {tag: vi, name: Tiếng Việt}");
    struct reading *reading = read_folder(folder);
    assert_null(reading->content);
    assert_true(reading->problems.errors > 50);
    for (size_t i = 0; i < reading->problems.count; i++) {
        expect_words(&reading->problems, i, "Tiếng Việt (vi)");
    }
    forget(reading);
}

static void the_order_of_files_on_disk_changes_nothing(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct folder other = empty_folder();
    static const char *const names[] = {"d", "b", "e", "a", "c"};
    copy_files(IOP_SOURCE_DIR "/tests/fixtures/tiny", other.path, "");
    for (size_t i = 0; i < 5; i++) {
        char name[32];
        snprintf(name, sizeof name, "explainers/%s.yaml", names[i]);
        add_page(&folder, name, 50);
        snprintf(name, sizeof name, "explainers/%s.yaml", names[4 - i]);
        add_page(&other, name, 50);
    }
    struct reading *one = read_whole(folder);
    struct reading *two = read_whole(other);
    for (size_t i = 0; i < one->content->page_count; i++) {
        assert_string_equal(one->content->pages[i].id, two->content->pages[i].id);
    }
    forget(one);
    forget(two);
}

static void files_of_editors_are_passed_over(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    folder_write(&folder, "explainers/.typical-week.yaml.swp", "x: : :");
    folder_write(&folder, "explainers/typical-week.yaml~", "x: : :");
    folder_write(&folder, "README.md", "x: : :");
    folder_write(&folder, "pictures/logo.svg", "x: : :");
    struct reading *reading = read_whole(folder);
    forget(reading);
}

static void a_folder_can_be_loaded_again_and_again(void **state)
{
    (void)state;
    struct folder folder = tiny_folder();
    struct problems problems = {0};
    for (int i = 0; i < 20; i++) {
        struct content *content = content_load(folder.path, &problems);
        assert_non_null(content);
        content_free(content);
        problems_free(&problems);
    }
    content_free(NULL);
    folder_delete(&folder);
}

static void the_real_content_has_no_problems(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct content *content = content_load(IOP_SOURCE_DIR "/content", &problems);
    expect_count(&problems, 0);
    assert_non_null(content);
    content_free(content);
    problems_free(&problems);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_logo_beside_the_content_folder_is_refused),
        cmocka_unit_test(the_tiny_clinic_is_read_to_the_last_word),
        cmocka_unit_test(every_kind_of_block_arrives),
        cmocka_unit_test(every_text_knows_its_place),
        cmocka_unit_test(pages_stand_by_order_then_by_name_each_section_together),
        cmocka_unit_test(what_leads_somewhere_arrives_there),
        cmocka_unit_test(a_check_is_linked_up_inside),
        cmocka_unit_test(only_active_checks_are_shown_in_their_order),
        cmocka_unit_test(a_ninth_active_check_is_one_too_many),
        cmocka_unit_test(a_folder_may_be_named_with_a_slash_at_its_end),
        cmocka_unit_test(a_draft_is_read_but_is_no_page_of_the_kiosk),
        cmocka_unit_test(a_section_may_be_left_out),
        cmocka_unit_test(what_a_clinic_does_not_set_has_its_default),
        cmocka_unit_test(a_panel_is_as_wide_as_panels_are_or_asked_for_its_width),
        cmocka_unit_test(a_third_language_needs_no_new_program),
        cmocka_unit_test(the_order_of_files_on_disk_changes_nothing),
        cmocka_unit_test(files_of_editors_are_passed_over),
        cmocka_unit_test(a_folder_can_be_loaded_again_and_again),
        cmocka_unit_test(the_real_content_has_no_problems),
    };
    return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
