/* Stories about the calendar: what has had its day is gone with all that leads to it, notices come and go, and outside
 * of opening hours there is help and nothing else. */
#include "complaint.h"
#include "folder.h"
#include "kiosk.h"

/* A small clinic, read for a day. */
struct clinic {
    struct folder folder;
    struct problems problems;
    struct content *content;
};

static struct clinic clinic;
static struct kiosk kiosk;

static int opens_a_clinic(void **state)
{
    (void)state;
    clinic = (struct clinic){.folder = tiny_folder()};
    return 0;
}

static int closes_it(void **state)
{
    (void)state;
    app_close(&kiosk.app);
    content_free(clinic.content);
    problems_free(&clinic.problems);
    folder_delete(&clinic.folder);
    return 0;
}

static void adds(const char *file, const char *lines)
{
    char path[PATH_SIZE];
    path_under(path, clinic.folder.path, file);
    FILE *stream = fopen(path, "a");
    assert_non_null(stream);
    fputs(lines, stream);
    fclose(stream);
}

static struct wall_time at(const char *date, int hour, int minute)
{
    return (struct wall_time){wall_day(date), hour * 60 + minute};
}

static void is_read_on(const char *date)
{
    content_free(clinic.content);
    clinic.content = content_load_on(clinic.folder.path, date, &clinic.problems);
    expect_count(&clinic.problems, 0);
    assert_non_null(clinic.content);
}

static void is_shown_at(const char *date, int hour, int minute)
{
    struct app_setup setup = {
        .content = clinic.content, .theme = theme_default(), .metrics = metrics_plain(), .panel_mm = 476};
    kiosk.now_ms = 7000000;
    app_close(&kiosk.app);
    app_open(&kiosk.app, setup, 1920, 1080, kiosk.now_ms);
    app_set_wall(&kiosk.app, at(date, hour, minute));
    draws(&kiosk);
}

static bool says(const char *words)
{
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node)) {
        char bytes[512];
        struct text text = text_in(bytes, sizeof bytes);
        if (node->span_count > 0) {
            node_say(node, &text);
            if (strstr(bytes, words) != NULL)
                return true;
        }
    }
    return false;
}

static int places_to_touch(enum action_kind kind)
{
    int count = 0;
    for (const struct node *node = scene_of(&kiosk)->root; node != NULL; node = node_next(node))
        count += node->action.kind == kind;
    return count;
}

static bool leads_anywhere(const char *name)
{
    const struct node *node = named(&kiosk, name, 0);
    return node != NULL && node->action.kind != ACTION_NONE;
}

/* ---- expiry ---------------------------------------------------------------------------------------------------- */

static void a_page_is_there_until_the_day_before(void **state)
{
    (void)state;
    folder_replace(&clinic.folder, "explainers/typical-week.yaml", "order: 20", "order: 20\nexpires: 2026-12-01");
    is_read_on("2026-11-30");
    assert_int_not_equal(content_page(clinic.content, "typical-week"), NO_INDEX);
    is_read_on("2026-12-01");
    assert_int_equal(content_page(clinic.content, "typical-week"), NO_INDEX);
    is_read_on(NULL);
    assert_int_not_equal(content_page(clinic.content, "typical-week"), NO_INDEX);
}

static void with_a_page_goes_all_that_leads_to_it(void **state)
{
    (void)state;
    folder_replace(&clinic.folder, "explainers/typical-week.yaml", "order: 20", "order: 20\nexpires: 2026-12-01");
    for (int gone = 0; gone < 2; gone++) {
        is_read_on(gone ? "2026-12-01" : "2026-11-30");
        is_shown_at("2026-12-01", 12, 0);
        does(&kiosk, ACTION_BEGIN, 0, 0);
        does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(clinic.content, "first-page"));
        assert_int_equal(leads_anywhere("typical-week"), !gone);
        assert_int_equal(leads_anywhere("action"), !gone);
        assert_int_equal(leads_anywhere("next-page"), !gone);
        assert_int_equal(says("Your week"), !gone);
    }
}

static void a_card_of_the_first_screen_goes_with_the_last_page_of_its_part(void **state)
{
    (void)state;
    folder_replace(&clinic.folder, "explainers/typical-week.yaml", "order: 20", "order: 20\nexpires: 2026-12-01");
    folder_replace(&clinic.folder, "explainers/first-page.yaml", "order: 10", "order: 10\nexpires: 2026-12-01");
    is_read_on("2026-11-30");
    assert_int_equal(clinic.content->home.card_count, 2);
    clinic.content =
        (content_free(clinic.content), content_load_on(clinic.folder.path, "2026-12-01", &clinic.problems));
    assert_non_null(clinic.content);
    assert_int_equal(clinic.content->home.card_count, 1);
    assert_string_equal(clinic.content->home.cards[0].to.name, "two-questions");
}

static void a_block_goes_and_the_others_stay(void **state)
{
    (void)state;
    folder_replace(&clinic.folder, "explainers/first-page.yaml", "  - quote:", "  - expires: 2026-12-01\n    quote:");
    is_read_on("2026-11-30");
    is_shown_at("2026-11-30", 12, 0);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(clinic.content, "first-page"));
    assert_true(says("I was not alone."));
    is_read_on("2026-12-01");
    is_shown_at("2026-12-01", 12, 0);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(clinic.content, "first-page"));
    assert_false(says("I was not alone."));
    assert_true(says("Each week."));
}

static void a_helpline_goes_from_pages_and_from_help_and_988_stays(void **state)
{
    (void)state;
    adds("help/helplines.yaml",
         "  - id: local-group\n    name: {en: \"Local group\", es: \"Grupo local\"}\n"
         "    purpose: {en: \"People nearby\", es: \"Gente cercana\"}\n    call: \"1-800-555-0100\"\n"
         "    verified_on: 2026-01-15\n    review_by: 2099-01-15\n    expires: 2026-12-01\n"
         "    source: their own\n");
    folder_replace(&clinic.folder, "help/help.yaml", "more: [lifeline-988]", "more: [local-group, lifeline-988]");
    folder_replace(&clinic.folder, "explainers/first-page.yaml", "lines: [lifeline-988]", "lines: [local-group]");
    for (int gone = 0; gone < 2; gone++) {
        is_read_on(gone ? "2026-12-01" : "2026-11-30");
        is_shown_at("2026-12-01", 12, 0);
        does(&kiosk, ACTION_BEGIN, 0, 0);
        does(&kiosk, ACTION_GO, SCREEN_HELP, 0);
        assert_int_equal(says("People nearby"), !gone);
        assert_true(says("988"));
        assert_true(says("911"));
        does(&kiosk, ACTION_BACK, 0, 0);
        does(&kiosk, ACTION_GO, SCREEN_PAGE, content_page(clinic.content, "first-page"));
        assert_int_equal(says("Local group"), !gone);
    }
}

static void the_check_tells_in_time(void **state)
{
    (void)state;
    folder_replace(&clinic.folder, "explainers/typical-week.yaml", "order: 20", "order: 20\nexpires: 2026-12-01");
    struct problems problems = {0};
    struct content *content = content_load(clinic.folder.path, &problems);
    content_warn_overdue(content, "2026-07-01", &problems);
    expect_count(&problems, 0);
    content_warn_overdue(content, "2026-07-14", &problems);
    expect_count(&problems, 0);
    struct content *of_that_day = content_load_on(clinic.folder.path, "2026-12-02", &problems);
    content_warn_overdue(of_that_day, "2026-12-02", &problems);
    bool told = false;
    for (size_t i = 0; i < problems.count; i++)
        told = told || strcmp(problems.list[i]->code, "K122") == 0;
    assert_true(told);
    content_free(of_that_day);
    content_free(content);
    problems_free(&problems);
}

/* ---- notices ----------------------------------------------------------------------------------------------------- */

static void a_notice_is_shown_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        bool shown;
    } days[] = {{"2026-11-19", false}, {"2026-11-20", true}, {"2026-11-26", true}, {"2026-11-27", false}};
    adds("kiosk.yaml", "notices:\n  - {from: 2026-11-20, until: 2026-11-26, text: {en: \"Closed Thursday\", es: "
                       "\"Cerrado el jueves\"}}\n");
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        is_read_on(days[i].date);
        is_shown_at(days[i].date, 12, 0);
        assert_int_equal(says("Closed Thursday"), days[i].shown);
        assert_int_equal(says("Cerrado el jueves"), days[i].shown);
        does(&kiosk, ACTION_BEGIN, 1, 0);
        assert_int_equal(says("Cerrado el jueves"), days[i].shown);
        assert_false(says("Closed Thursday"));
    }
}

/* ---- opening hours
 * --------------------------------------------------------------------------------------------------- */

static const char weekdays[] = "hours:\n  - {days: [mon, tue, wed, thu, fri], open: \"8:00\", close: \"18:00\"}\n"
                               "closed_on:\n  - {date: 2026-12-25, text: {en: \"Happy holidays.\", es: \"Felices "
                               "fiestas.\"}}\n";

static void a_closed_clinic_says_so_and_when_it_opens(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-23");
    is_shown_at("2026-11-23", 7, 0);
    assert_true(says("We are closed right now."));
    assert_true(says("We open today, 8:00"));
    assert_true(says("Abrimos hoy, 8:00"));
    assert_true(says("988"));
    is_shown_at("2026-11-23", 18, 0);
    assert_true(says("We open tomorrow, 8:00"));
    is_shown_at("2026-11-21", 12, 0);
    assert_true(says("We open again on Monday, 8:00"));
    assert_true(says("Abrimos de nuevo el lunes, 8:00"));
    is_shown_at("2026-12-25", 12, 0);
    assert_true(says("Happy holidays."));
    is_shown_at("2026-11-23", 12, 0);
    assert_false(says("closed"));
    assert_true(says("Welcome"));
}

static void an_opening_that_is_more_than_a_week_ahead_has_a_date(void **state)
{
    (void)state;
    adds("kiosk.yaml", "hours:\n  - {days: [mon], open: \"13:30\", close: \"18:00\"}\n"
                       "closed_on:\n  - {date: 2026-12-28}\n");
    is_read_on("2026-12-22");
    is_shown_at("2026-12-22", 12, 0);
    assert_true(says("We open again on Monday, January 4, 1:30"));
    assert_true(says("Abrimos de nuevo el lunes, 4 de enero, 1:30"));
}

static void while_it_is_closed_a_touch_leads_to_help_and_back_to_rest(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-21");
    is_shown_at("2026-11-21", 12, 0);
    touches_at(&kiosk, (struct spot){10, 10});
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    assert_int_equal(places_to_touch(ACTION_HOME), 0);
    does(&kiosk, ACTION_GO, SCREEN_HOME, 0);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, 0);
    does(&kiosk, ACTION_GO, SCREEN_QUESTION, 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    assert_true((touches(&kiosk, "back") & APP_WIPED) != 0);
    assert_true(app_at_rest(&kiosk.app));
    touches_number(&kiosk, "begin", 1);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
    assert_true(says("Ayuda ahora"));
    assert_true((does(&kiosk, ACTION_HOME, 0, 0) & APP_WIPED) != 0);
    assert_true(app_at_rest(&kiosk.app));
}

static void a_help_that_nobody_leaves_ends_like_every_visit(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-21");
    is_shown_at("2026-11-21", 12, 0);
    touches_at(&kiosk, (struct spot){10, 10});
    waits(&kiosk, 61);
    assert_true(kiosk.app.session.asking);
    assert_true((waits(&kiosk, 21) & APP_WIPED) != 0);
    assert_true(app_at_rest(&kiosk.app));
}

static void whatever_wakes_a_closed_kiosk_finds_help_only(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-21");
    is_shown_at("2026-11-21", 12, 0);
    does(&kiosk, ACTION_BEGIN, 0, BEGIN_VISIT);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HELP);
}

static void a_visit_at_closing_time_goes_on_and_the_next_finds_it_closed(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-23");
    is_shown_at("2026-11-23", 17, 59);
    does(&kiosk, ACTION_BEGIN, 0, 0);
    app_set_wall(&kiosk.app, at("2026-11-23", 18, 0));
    assert_int_equal(draws(&kiosk) >= 0, 1);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_HOME);
    does(&kiosk, ACTION_GO, SCREEN_PAGE, 0);
    assert_int_equal(view_of(&kiosk)->screen, SCREEN_PAGE);
    does(&kiosk, ACTION_DONE, 0, 0);
    assert_true(says("We are closed right now."));
}

static void the_screen_at_rest_changes_at_the_minute(void **state)
{
    (void)state;
    struct wall_time when;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-23");
    is_shown_at("2026-11-23", 7, 59);
    assert_true(app_next_wall(&kiosk.app, &when));
    assert_int_equal(when.minute, 8 * 60);
    app_set_wall(&kiosk.app, when);
    assert_true(draws(&kiosk) > 0);
    assert_false(says("closed"));
    app_set_wall(&kiosk.app, at("2026-11-23", 20, 0));
    assert_true(says("tomorrow"));
    assert_true(app_next_wall(&kiosk.app, &when));
    assert_int_equal(when.day, wall_day("2026-11-24"));
    assert_int_equal(when.minute, 0);
    app_set_wall(&kiosk.app, when);
    assert_true(says("We open today"));
}

static void a_finger_that_is_down_at_closing_time_begins_nothing(void **state)
{
    (void)state;
    adds("kiosk.yaml", weekdays);
    is_read_on("2026-11-23");
    is_shown_at("2026-11-23", 17, 59);
    gives(&kiosk, INPUT_PRESS, 300, 300);
    app_set_wall(&kiosk.app, at("2026-11-23", 18, 0));
    gives(&kiosk, INPUT_RELEASE, 300, 300);
    assert_int_not_equal(view_of(&kiosk)->screen, SCREEN_HOME);
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, opens_a_clinic, closes_it)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORY(a_page_is_there_until_the_day_before),
        STORY(with_a_page_goes_all_that_leads_to_it),
        STORY(a_card_of_the_first_screen_goes_with_the_last_page_of_its_part),
        STORY(a_block_goes_and_the_others_stay),
        STORY(a_helpline_goes_from_pages_and_from_help_and_988_stays),
        STORY(the_check_tells_in_time),
        STORY(a_notice_is_shown_from_its_first_to_its_last_day),
        STORY(a_closed_clinic_says_so_and_when_it_opens),
        STORY(an_opening_that_is_more_than_a_week_ahead_has_a_date),
        STORY(while_it_is_closed_a_touch_leads_to_help_and_back_to_rest),
        STORY(a_help_that_nobody_leaves_ends_like_every_visit),
        STORY(whatever_wakes_a_closed_kiosk_finds_help_only),
        STORY(a_visit_at_closing_time_goes_on_and_the_next_finds_it_closed),
        STORY(the_screen_at_rest_changes_at_the_minute),
        STORY(a_finger_that_is_down_at_closing_time_begins_nothing),
    };
    return cmocka_run_group_tests_name("today", tests, NULL, NULL);
}
