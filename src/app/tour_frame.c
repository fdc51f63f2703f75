/* The tour through the frame: menus and help, at rest, outside of opening hours, and on the days of notices. */
#include "hours.h"
#include "tour_steps.h"

#include <stdio.h>
#include <string.h>

enum { FRAME_ATTRACT = 5, FRAME_STOPS = 6, CLOSED_STOPS = 2, STOPS_OF_A_NOTICE = 2, NOON = MINUTES_A_DAY / 2 };

static void begin_at_rest(struct stop *stop, struct wall_time wall)
{
    uint8_t language = stop->session.language;
    session_start(&stop->session, 0);
    stop->session.language = language;
    stop->at_rest = true;
    stop->wall = wall;
}

static void always_stop(const struct content *content, int index, struct stop *stop)
{
    static const char *const names[] = {"home", "settings", "checks", "help", "still-there", "attract"};
    static const enum screen_id screens[] = {SCREEN_HOME, SCREEN_SETTINGS, SCREEN_CHECKS, SCREEN_HELP};
    tour_name(stop, "frame", names[index], "", "");
    if (index == FRAME_ATTRACT)
        begin_at_rest(stop, stop->wall);
    else if (index == FRAME_ATTRACT - 1)
        tour_wait(content, stop, content->settings.warn_after_s);
    else if (index > 0)
        tour_act(content, stop, ACTION_GO, (int)screens[index], 0);
}

/* ---- outside of opening hours -------------------------------------------------------------------- */

static int closed_count(const struct settings *settings)
{
    return settings->hours_count + settings->closed_day_count > 0 ? CLOSED_STOPS : 0;
}

/* A minute at which the clinic is closed, from a Wednesday on. */
static struct wall_time closed_time(const struct settings *settings)
{
    struct wall_time wall = {wall_day("2026-01-14"), NOON}, when;
    if (hours_open(settings, wall) && hours_change(settings, wall, &when))
        return when;
    if (hours_open(settings, wall) && settings->closed_day_count > 0)
        wall.day = wall_day(settings->closed_days[0].date);
    return wall;
}

static void closed_stop(const struct content *content, int index, struct stop *stop)
{
    int language = stop->session.language;
    tour_name(stop, "frame", "closed", index == 1 ? "help" : "", "");
    begin_at_rest(stop, closed_time(&content->settings));
    stop->at_rest = index == 0;
    if (index == 1)
        tour_act(content, stop, ACTION_BEGIN, language, BEGIN_HELP);
}

/* A holiday has words of its own. */
static void closed_day_stop(const struct closed_day *day, struct stop *stop)
{
    tour_name(stop, "frame", "closed", day->date, "");
    begin_at_rest(stop, (struct wall_time){wall_day(day->date), NOON});
}

/* ---- notices: the first day of each ------------------------------------------------------------------- */

/* False if an earlier one begins on the same day. */
static bool begins_alone(const struct settings *settings, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(settings->notices[i].from, settings->notices[index].from) == 0)
            return false;
    return true;
}

static int notice_days(const struct settings *settings)
{
    int count = 0;
    for (size_t i = 0; i < settings->notice_count; i++)
        count += begins_alone(settings, i);
    return count;
}

static const char *notice_day(const struct settings *settings, int number)
{
    size_t i = 0;
    while (number > 0 || !begins_alone(settings, i))
        number -= begins_alone(settings, i++);
    return settings->notices[i].from;
}

/* A minute of that day at which the clinic is open, if there is one. */
static struct wall_time open_time(const struct settings *settings, const char *date)
{
    struct wall_time noon = {wall_day(date), NOON}, morning = {noon.day, 0}, when;
    if (hours_open(settings, noon) || hours_open(settings, morning))
        return hours_open(settings, noon) ? noon : morning;
    return hours_change(settings, morning, &when) && when.day == noon.day ? when : noon;
}

static void notice_stop(const struct content *content, int index, struct stop *stop)
{
    const char *date = notice_day(&content->settings, index / STOPS_OF_A_NOTICE);
    struct wall_time wall = open_time(&content->settings, date);
    bool at_rest = index % STOPS_OF_A_NOTICE == 1;
    tour_name(stop, "frame", at_rest ? "attract" : "home", date, "");
    stop->wall = wall;
    if (at_rest)
        begin_at_rest(stop, wall);
}

/* ---- all -------------------------------------------------------------------------------------------------- */

int tour_frame_count(const struct content *content)
{
    const struct settings *settings = &content->settings;
    return FRAME_STOPS + closed_count(settings) + (int)settings->closed_day_count +
           STOPS_OF_A_NOTICE * notice_days(settings);
}

void tour_frame_stop(const struct content *content, int index, struct stop *stop)
{
    const struct settings *settings = &content->settings;
    int closed = index - FRAME_STOPS, day = closed - closed_count(settings);
    int notice = day - (int)settings->closed_day_count;
    if (notice >= 0)
        notice_stop(content, notice, stop);
    else if (day >= 0)
        closed_day_stop(&settings->closed_days[day], stop);
    else if (closed >= 0)
        closed_stop(content, closed, stop);
    else
        always_stop(content, index, stop);
}
