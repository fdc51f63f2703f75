/* Stories about clocks and calendars: when a clinic is open, when that changes, and what daylight saving does to it. */
#include "clock.h"
#include "content.h"
#include "hours.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

enum { MON = 1, TUE = 2, WED = 4, THU = 8, FRI = 16, SAT = 32, SUN = 64, WEEKDAYS = 31, ALL_DAYS = 127 };

static struct wall_time at(const char *date, int hour, int minute)
{
    return (struct wall_time){wall_day(date), hour * 60 + minute};
}

static const struct opening_hours office_hours[] = {{.days = MON | TUE | WED | THU, .opens = 480, .closes = 1080},
                                                    {.days = FRI, .opens = 480, .closes = 720},
                                                    {.days = FRI, .opens = 780, .closes = 960}};
static const struct closed_day holidays[] = {{.date = "2026-11-26"}};
static const struct settings office = {
    .hours = office_hours, .hours_count = 3, .closed_days = holidays, .closed_day_count = 1};

static const struct opening_hours night_hours[] = {{.days = SUN, .opens = 1320, .closes = 360}};
static const struct settings night = {.hours = night_hours, .hours_count = 1};

static const struct opening_hours whole_days[] = {{.days = ALL_DAYS, .opens = 0, .closes = 1440}};
static const struct settings always = {.hours = whole_days, .hours_count = 1};

static const struct settings without_hours = {.closed_days = holidays, .closed_day_count = 1};
static const struct settings without_words = {0};

#define assert_time(actual, expected)                                                                                  \
    do {                                                                                                               \
        assert_int_equal((actual).day, (expected).day);                                                                \
        assert_int_equal((actual).minute, (expected).minute);                                                          \
    } while (0)

static void changes_to(const struct settings *settings, struct wall_time now, struct wall_time expected)
{
    struct wall_time when = {0};
    assert_true(hours_change(settings, now, &when));
    assert_time(when, expected);
}

/* ---- dates ----------------------------------------------------------------------------------------------------- */

static void every_day_of_two_centuries_has_its_date_and_its_weekday(void **state)
{
    (void)state;
    int first = wall_day("1970-01-02");
    char text[DATE_SIZE];
    assert_int_equal(first, 1);
    for (int day = first; day < 80000; day++) {
        wall_date_text(day, text);
        assert_int_equal(wall_day(text), day);
        time_t seconds = (time_t)day * 86400;
        struct tm parts;
        assert_non_null(gmtime_r(&seconds, &parts));
        assert_int_equal(wall_date(day).day, parts.tm_mday);
        assert_int_equal((wall_weekday(day) + 1) % 7, parts.tm_wday);
    }
}

static void what_is_no_date_is_no_day(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "soon", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-32", "1812-01-01"};
    char text[DATE_SIZE] = "x";
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(wall_day(wrong[i]), NO_DAY);
    assert_int_equal(wall_day(NULL), NO_DAY);
    wall_date_text(NO_DAY, text);
    assert_string_equal(text, "");
}

/* ---- opening hours ------------------------------------------------------------------------------------------------
 */

static void a_clinic_opens_at_the_minute_and_closes_at_the_minute(void **state)
{
    (void)state;
    assert_false(hours_open(&office, at("2026-11-23", 7, 59)));
    assert_true(hours_open(&office, at("2026-11-23", 8, 0)));
    assert_true(hours_open(&office, at("2026-11-23", 17, 59)));
    assert_false(hours_open(&office, at("2026-11-23", 18, 0)));
    changes_to(&office, at("2026-11-23", 7, 59), at("2026-11-23", 8, 0));
    changes_to(&office, at("2026-11-23", 8, 0), at("2026-11-23", 18, 0));
}

static void a_break_at_noon_closes_it(void **state)
{
    (void)state;
    assert_false(hours_open(&office, at("2026-11-27", 12, 30)));
    changes_to(&office, at("2026-11-27", 11, 0), at("2026-11-27", 12, 0));
    changes_to(&office, at("2026-11-27", 12, 30), at("2026-11-27", 13, 0));
}

static void after_the_week_the_next_week_begins(void **state)
{
    (void)state;
    changes_to(&office, at("2026-11-20", 16, 0), at("2026-11-23", 8, 0));
    changes_to(&office, at("2026-11-21", 12, 0), at("2026-11-23", 8, 0));
    changes_to(&office, at("2026-12-31", 18, 0), at("2027-01-01", 8, 0));
}

static void a_closed_day_is_passed_over(void **state)
{
    (void)state;
    assert_false(hours_open(&office, at("2026-11-26", 10, 0)));
    changes_to(&office, at("2026-11-25", 18, 0), at("2026-11-27", 8, 0));
    assert_ptr_equal(hours_closed_day(&office, wall_day("2026-11-26")), &holidays[0]);
    assert_null(hours_closed_day(&office, wall_day("2026-11-27")));
}

static void a_night_goes_over_midnight_and_over_the_week(void **state)
{
    (void)state;
    assert_false(hours_open(&night, at("2026-11-22", 21, 59)));
    assert_true(hours_open(&night, at("2026-11-22", 23, 59)));
    assert_true(hours_open(&night, at("2026-11-23", 0, 0)));
    assert_true(hours_open(&night, at("2026-11-23", 5, 59)));
    assert_false(hours_open(&night, at("2026-11-23", 6, 0)));
    changes_to(&night, at("2026-11-22", 22, 0), at("2026-11-23", 6, 0));
    changes_to(&night, at("2026-11-23", 5, 0), at("2026-11-23", 6, 0));
    changes_to(&night, at("2026-11-23", 6, 0), at("2026-11-29", 22, 0));
}

static void whole_days_that_meet_never_close(void **state)
{
    (void)state;
    struct wall_time when;
    assert_true(hours_open(&always, at("2026-11-23", 0, 0)));
    assert_true(hours_open(&always, at("2026-11-23", 23, 59)));
    assert_false(hours_change(&always, at("2026-11-23", 12, 0), &when));
}

static void without_hours_it_is_open_but_on_closed_days(void **state)
{
    (void)state;
    struct wall_time when;
    assert_true(hours_open(&without_hours, at("2026-11-25", 3, 0)));
    assert_false(hours_open(&without_hours, at("2026-11-26", 0, 0)));
    assert_false(hours_open(&without_hours, at("2026-11-26", 23, 59)));
    assert_true(hours_open(&without_hours, at("2026-11-27", 0, 0)));
    changes_to(&without_hours, at("2026-11-20", 3, 0), at("2026-11-26", 0, 0));
    changes_to(&without_hours, at("2026-11-26", 3, 0), at("2026-11-27", 0, 0));
    assert_false(hours_change(&without_hours, at("2026-11-27", 0, 0), &when));
    assert_true(hours_open(&without_words, at("2026-11-26", 3, 0)));
    assert_false(hours_change(&without_words, at("2026-11-26", 3, 0), &when));
}

static void where_nobody_knows_the_time_it_is_open(void **state)
{
    (void)state;
    struct wall_time when;
    assert_true(hours_open(&office, (struct wall_time){0}));
    assert_false(hours_change(&office, (struct wall_time){0}, &when));
}

static void minute_by_minute_the_next_change_is_the_next_change(void **state)
{
    (void)state;
    static const struct settings *const all[] = {&office, &night, &without_hours};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct wall_time now = at("2026-11-20", 0, 0), promised;
        assert_true(hours_change(all[i], now, &promised));
        for (int minutes = 0; minutes < 10 * MINUTES_A_DAY; minutes++) {
            struct wall_time next = {now.day + (now.minute + 1) / MINUTES_A_DAY, (now.minute + 1) % MINUTES_A_DAY};
            bool changes = hours_open(all[i], next) != hours_open(all[i], now);
            assert_int_equal(changes, next.day == promised.day && next.minute == promised.minute);
            now = next;
            if (changes && !hours_change(all[i], now, &promised))
                break;
        }
    }
}

/* ---- the machine's clock
 * --------------------------------------------------------------------------------------------- */

static int goes_to_new_york(void **state)
{
    (void)state;
    setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
    tzset();
    return 0;
}

static void the_wall_clock_follows_daylight_saving(void **state)
{
    (void)state;
    int64_t before = clock_of(at("2026-03-08", 1, 59)), after = before + 60000;
    assert_time(clock_wall(before), at("2026-03-08", 1, 59));
    assert_time(clock_wall(after), at("2026-03-08", 3, 0));
    int64_t noon = clock_of(at("2026-11-01", 12, 0));
    assert_time(clock_wall(noon), at("2026-11-01", 12, 0));
    assert_int_equal(noon - clock_of(at("2026-10-31", 12, 0)), 25 * 3600 * 1000);
}

static void it_is_looked_at_again_when_the_minute_begins(void **state)
{
    (void)state;
    int64_t now = clock_of(at("2026-11-23", 7, 59)) + 1500;
    assert_int_equal(clock_until(now, at("2026-11-23", 8, 0)), 58500);
    assert_int_equal(clock_until(now, at("2026-11-24", 0, 0)), 58500 + 16 * 3600 * 1000);
}

static void it_never_asks_to_be_looked_at_all_the_time(void **state)
{
    (void)state;
    int64_t now = clock_of(at("2026-11-23", 8, 0));
    assert_true(clock_until(now, at("2026-11-23", 8, 0)) >= 1000);
    assert_true(clock_until(now, at("2026-11-23", 7, 0)) >= 1000);
}

/* Whatever happens to the hour that is left out or comes twice: who waits again and again arrives in time. */
static void through_the_nights_of_change_every_minute_is_reached_in_time(void **state)
{
    (void)state;
    static const char *const nights[] = {"2026-03-08", "2026-11-01"};
    for (size_t i = 0; i < 2; i++) {
        for (int minute = 0; minute < 5 * 60; minute += 15) {
            int64_t now = clock_of((struct wall_time){wall_day(nights[i]) - 1, 22 * 60});
            struct wall_time target = {wall_day(nights[i]), minute};
            int waits = 0;
            while (wall_before(clock_wall(now), target) && waits++ < 100)
                now += clock_until(now, target);
            assert_true(waits <= 40);
            int64_t late = now - clock_of(target);
            assert_true(late <= 0 || !wall_before(target, clock_wall(now - late)));
            assert_false(wall_before(clock_wall(now), target));
        }
    }
}

static void a_clock_that_is_left_alone_tells_of_no_jump(void **state)
{
    (void)state;
    int jumps = clock_jumps();
    clock_jumped(jumps);
    clock_jumped(-1);
    assert_true(jumps >= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_two_centuries_has_its_date_and_its_weekday),
        cmocka_unit_test(what_is_no_date_is_no_day),
        cmocka_unit_test(a_clinic_opens_at_the_minute_and_closes_at_the_minute),
        cmocka_unit_test(a_break_at_noon_closes_it),
        cmocka_unit_test(after_the_week_the_next_week_begins),
        cmocka_unit_test(a_closed_day_is_passed_over),
        cmocka_unit_test(a_night_goes_over_midnight_and_over_the_week),
        cmocka_unit_test(whole_days_that_meet_never_close),
        cmocka_unit_test(without_hours_it_is_open_but_on_closed_days),
        cmocka_unit_test(where_nobody_knows_the_time_it_is_open),
        cmocka_unit_test(minute_by_minute_the_next_change_is_the_next_change),
        cmocka_unit_test(the_wall_clock_follows_daylight_saving),
        cmocka_unit_test(it_is_looked_at_again_when_the_minute_begins),
        cmocka_unit_test(it_never_asks_to_be_looked_at_all_the_time),
        cmocka_unit_test(through_the_nights_of_change_every_minute_is_reached_in_time),
        cmocka_unit_test(a_clock_that_is_left_alone_tells_of_no_jump),
    };
    return cmocka_run_group_tests_name("hours", tests, goes_to_new_york, NULL);
}
