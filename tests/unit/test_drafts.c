/* Stories about drafts: staff write them over days, lead from one to the next, look at them, and have them signed; a
 * visitor never sees one. */
#include "complaint.h"
#include "folder.h"
#include "load.h"
#include "tour.h"

static struct folder folder;
static struct problems problems;
static struct content *content;

static const char bus[] = "order: 30\nstatus: draft\ntitle: {en: \"The bus\", es: \"El bus\"}\n"
                          "main_message: {en: \"It stops at the door.\", es: \"Para en la puerta.\"}\n"
                          "blocks:\n  - prose: {en: \"Or [by car](parking).\", es: \"O [en carro](parking).\"}\n"
                          "action: {text: {en: \"By car\", es: \"En carro\"}, to: parking}\n";
static const char parking[] = "order: 40\nstatus: draft\ntitle: {en: \"Parking\"}\n"
                              "main_message: {en: \"[[where]]\"}\n"
                              "blocks:\n  - prose: {en: \"Back to [your week](typical-week).\"}\n";

/* Two pages that lead to each other, one of them not translated yet; and the check is a draft, too. */
static int writes_drafts(void **state)
{
    (void)state;
    folder = tiny_folder();
    folder_write(&folder, "explainers/bus.yaml", bus);
    folder_write(&folder, "explainers/parking.yaml", parking);
    return 0;
}

static int ends(void **state)
{
    (void)state;
    content_free(content);
    content = NULL;
    problems_free(&problems);
    folder_delete(&folder);
    return 0;
}

static void reads(bool drafts)
{
    content_free(content);
    problems_free(&problems);
    content = content_load_as(folder.path, (struct load_wish){.drafts = drafts}, &problems);
}

static struct stop stop_named(const char *name)
{
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 1, &stop); i++)
        if (strcmp(stop.name, name) == 0)
            return stop;
    fail_msg("the tour has no stop %s", name);
    return stop;
}

static bool stop_shows_draft(const char *name)
{
    struct stop stop = stop_named(name);
    return tour_shows_draft(content, &stop.session);
}

static void drafts_lead_to_each_other_and_to_what_is_there(void **state)
{
    (void)state;
    reads(false);
    assert_non_null(content);
    assert_int_equal(problems.errors, 0);
    assert_int_equal(content_page(content, "bus"), NO_INDEX);
}

static void what_visitors_see_leads_to_no_draft(void **state)
{
    (void)state;
    folder_replace(&folder, "explainers/typical-week.yaml",
                   "blocks:", "blocks:\n  - prose: {en: \"[Bus](bus).\", es: \"[Bus](bus).\"}");
    reads(false);
    assert_null(content);
    assert_int_equal(problems.errors, 2);
    expect_words(&problems, problems.count - 1, "the page 'bus' is a draft, which visitors do not see");
    reads(true); /* whoever looks at drafts sees how it will be */
    assert_non_null(content);
}

static void a_draft_that_leads_nowhere_is_told(void **state)
{
    (void)state;
    folder_replace(&folder, "explainers/bus.yaml", "to: parking", "to: parkin");
    reads(false);
    assert_null(content);
    expect_words(&problems, 0, "did you mean 'parking'?");
}

static void who_wishes_sees_drafts_in_their_place(void **state)
{
    (void)state;
    reads(true);
    uint16_t page = content_page(content, "bus");
    assert_int_equal(page, 2);
    assert_int_equal(content->pages[page].status, PAGE_DRAFT);
    assert_int_equal(content->pages[page].action.to.index, content_page(content, "parking"));
    assert_int_equal(content->pages[0].status, PAGE_SHOWN);
}

static void a_check_that_is_a_draft_is_seen_the_same_way(void **state)
{
    (void)state;
    folder_replace(&folder, "screenings/two-questions.yaml", "status: active", "status: draft");
    folder_replace(&folder, "home.yaml", "to: two-questions", "to: checks");
    reads(false);
    assert_int_equal(content->screening_count, 0);
    reads(true);
    assert_int_equal(content->screening_count, 1);
    assert_true(content->screenings[0].draft);
    assert_true(stop_shows_draft("question-two-questions-interest"));
    assert_true(stop_shows_draft("check-two-questions-intro"));
}

static void the_tour_tells_a_draft_from_what_visitors_see(void **state)
{
    (void)state;
    reads(true);
    assert_true(stop_shows_draft("page-bus"));
    assert_false(stop_shows_draft("page-typical-week"));
    assert_false(stop_shows_draft("home"));
    assert_false(stop_shows_draft("help"));
    assert_false(stop_shows_draft("question-two-questions-interest"));
    struct stop stop = stop_named("page-bus");
    session_apply(&stop.session, content, (struct action){ACTION_GO, SCREEN_HELP, 0}, 0);
    assert_true(tour_shows_draft(content, &stop.session));
}

static void a_text_that_nobody_translated_is_marked_as_missing(void **state)
{
    (void)state;
    reads(true);
    const struct page *page = &content->pages[content_page(content, "parking")];
    assert_string_equal(page->title.in[1], "[[ … ]]");
    assert_int_equal(page->main_message.count[1], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(drafts_lead_to_each_other_and_to_what_is_there, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(what_visitors_see_leads_to_no_draft, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(a_draft_that_leads_nowhere_is_told, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(who_wishes_sees_drafts_in_their_place, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(a_check_that_is_a_draft_is_seen_the_same_way, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(the_tour_tells_a_draft_from_what_visitors_see, writes_drafts, ends),
        cmocka_unit_test_setup_teardown(a_text_that_nobody_translated_is_marked_as_missing, writes_drafts, ends),
    };
    return cmocka_run_group_tests_name("drafts", tests, NULL, NULL);
}
