/* Stories about a clinic that closes and has something to tell: the tour goes there, no screen of it breaks a rule on
 * any panel, and its help speaks of nobody who is not there. */
#include "dated.h"
#include "findings.h"
#include "hours.h"
#include "plain.h"
#include "text.h"
#include "tour.h"

static struct content *content;
static struct audited_rules found;

static int opens(void **state)
{
    (void)state;
    content = load_dated();
    return content != NULL ? 0 : -1;
}

static int closes(void **state)
{
    (void)state;
    content_free(content);
    return 0;
}

static bool has_stop(const char *name)
{
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++)
        if (strcmp(stop.name, name) == 0)
            return true;
    return false;
}

static void the_tour_shows_closed_holidays_and_each_notice_on_its_first_day(void **state)
{
    (void)state;
    static const char *const names[] = {"closed",          "closed-help",        "closed-2026-12-25",
                                        "home-2026-03-02", "attract-2026-03-02", "home-2026-03-04",
                                        "home-2026-06-01", "attract-2026-06-01"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!has_stop(names[i]))
            fail_msg("the tour has no stop %s", names[i]);
}

static void what_is_shown_closed_is_closed_and_the_rest_is_open(void **state)
{
    (void)state;
    struct stop stop;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++)
        assert_int_equal(hours_open(&content->settings, stop.wall), strncmp(stop.name, "closed", 6) != 0);
}

static void a_notice_is_due_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    const struct clinic_notice notice = {.from = "2026-03-02", .until = "2026-03-06"};
    const struct settings nobody_knows = {0}, read_then = {.read_day = wall_day("2026-03-03")};
    assert_false(notice_is_due(&nobody_knows, &notice, (struct wall_time){wall_day("2026-03-01"), 1439}));
    assert_true(notice_is_due(&nobody_knows, &notice, (struct wall_time){wall_day("2026-03-02"), 0}));
    assert_true(notice_is_due(&nobody_knows, &notice, (struct wall_time){wall_day("2026-03-06"), 1439}));
    assert_false(notice_is_due(&nobody_knows, &notice, (struct wall_time){wall_day("2026-03-07"), 0}));
    assert_false(notice_is_due(&nobody_knows, &notice, (struct wall_time){0}));
    assert_true(notice_is_due(&read_then, &notice, (struct wall_time){0}));
}

/* Letters of one width, as wide as Lato's are on average. */
static int average_width(void *context, enum face face, int px, const char *text, size_t length)
{
    (void)context;
    (void)face;
    return (int)utf8_count(text, length) * px * 9 / 20;
}

static void no_screen_of_it_breaks_a_rule_on_any_panel(void **state)
{
    (void)state;
    struct metrics metrics = metrics_plain();
    struct stop stop;
    int looked_at = 0, broken = 0;
    metrics.width = average_width;
    for (int i = 0; tour_stop(content, i, 0, &stop); i++) {
        struct audit audit = {.content = content,
                              .theme = theme_default(),
                              .metrics = &metrics,
                              .found = findings_keep,
                              .context = &found,
                              .part = i,
                              .parts = audit_stops(content)};
        if (stop.wall.day == NO_DAY)
            continue;
        audit_tour(&audit);
        looked_at += audit.scenes;
    }
    for (int rule = 0; rule < RULE_COUNT; rule++)
        broken += findings_print(&found, (enum audit_rule)rule);
    assert_true(looked_at > 100);
    assert_int_equal(broken, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tour_shows_closed_holidays_and_each_notice_on_its_first_day),
        cmocka_unit_test(what_is_shown_closed_is_closed_and_the_rest_is_open),
        cmocka_unit_test(a_notice_is_due_from_its_first_to_its_last_day),
        cmocka_unit_test(no_screen_of_it_breaks_a_rule_on_any_panel),
    };
    return cmocka_run_group_tests_name("closed", tests, opens, closes);
}
