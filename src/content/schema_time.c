/* Days and times of day, as people write them: 2026-01-15 and 8:30. */
#include "problem_codes.h"
#include "schema_walk.h"
#include "wall.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = 0;
    int month = 0;
    int day = 0;
    char behind = 0;
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || strspn(text, "0123456789-") != 10 ||
        sscanf(text, "%4d-%2d-%2d%c", &year, &month, &day, &behind) != 3) {
        return false;
    }
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (leap && month == 2);
}

/* 11/26/2026, as people in the United States write it: 2026-11-26. Else an example. */
static const char *date_meant(struct walk *walk, const char *text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    char behind = 0;
    char date[40] = "";
    if (sscanf(text, "%2d/%2d/%4d%c", &month, &day, &year, &behind) == 3) {
        snprintf(date, sizeof date, "%04d-%02d-%02d", year, month, day);
    }
    return problems_text(walk->reader->problems, "%s", is_date(date) ? date : "2026-01-15");
}

void read_date(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (!is_text(walk, field, node)) {
        return;
    }
    if (is_date(node->text)) {
        store_text(walk, node->text, node->length, at);
        return;
    }
    struct problem *problem = report(walk->reader->problems, NOT_A_DATE, tree_place(&walk->tree, node),
                                     "'%s' must be a date, but reads '%s'", field->key, shown(walk, node->text));
    problem->hint = "year-month-day, a day that exists";
    problem->fix = problems_text(walk->reader->problems, "%s: %s", field->key, date_meant(walk, node->text));
}

/* "8:30" or "18:30" on the 24-hour clock, up to 24:00; -1 for anything else. */
static int minutes_of(const char *text)
{
    size_t hour_digits = strspn(text, "0123456789");
    const char *minute = text + hour_digits + 1;
    if (hour_digits < 1 || hour_digits > 2 || text[hour_digits] != ':' || strspn(minute, "0123456789") != 2 ||
        minute[2] != '\0') {
        return -1;
    }
    long minutes = strtol(text, NULL, 10) * 60 + strtol(minute, NULL, 10);
    return minute[0] < '6' && minutes <= MINUTES_A_DAY ? (int)minutes : -1;
}

/* "6:30 pm", "6 PM", "8:00 a.m.": minutes of the day; else those of an example, 17:30. */
static int minutes_meant(const char *text)
{
    int hour = 0;
    int minute = 0;
    char half = 0;
    bool told = sscanf(text, "%2d:%2d %c", &hour, &minute, &half) == 3 ||
                (minute = 0, sscanf(text, "%2d %c", &hour, &half) == 2);
    half = (char)tolower((unsigned char)half);
    if (!told || hour < 1 || hour > 12 || minute < 0 || minute > 59 || (half != 'a' && half != 'p')) {
        return 17 * 60 + 30;
    }
    return (hour % 12 + (half == 'p' ? 12 : 0)) * 60 + minute;
}

void read_time(struct walk *walk, const struct field *field, const struct tree_node *node, void *at)
{
    if (!is_text(walk, field, node)) {
        return;
    }
    int minutes = minutes_of(node->text);
    if (minutes >= 0) {
        *(int *)at = minutes;
        return;
    }
    struct problem *problem = report(walk->reader->problems, NOT_A_TIME, tree_place(&walk->tree, node),
                                     "'%s' must be a time of day, but reads '%s'", field->key, shown(walk, node->text));
    problem->hint = "hours and minutes on the 24-hour clock, from 0:00 to 24:00";
    int meant = minutes_meant(node->text);
    problem->fix = problems_text(walk->reader->problems, "%s: \"%d:%02d\"", field->key, meant / 60, meant % 60);
}
