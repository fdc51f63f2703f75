/* Checks of words that the program takes apart, fills in or must never lose. */
#include "checks.h"
#include "problem_codes.h"

#include <string.h>

/* Texts with names separated by |. */
struct list {
    size_t offset;
    const char *key;
    int count;
};

static const struct list lists[] = {
    {offsetof(struct interface_words, text_size_names), "text_size_names", 4},
    {offsetof(struct interface_words, color_names), "color_names", 4},
    {offsetof(struct interface_words, on_and_off), "on_and_off", 2},
    {offsetof(struct interface_words, days_short), "days_short", DAYS_IN_WEEK},
    {offsetof(struct interface_words, parts_of_day), "parts_of_day", PARTS_OF_DAY},
    {offsetof(struct interface_words, days_long), "days_long", DAYS_IN_WEEK},
    {offsetof(struct interface_words, month_days), "month_days", 12},
    {offsetof(struct interface_words, am_pm), "am_pm", 2},
    {offsetof(struct interface_words, staff_facts), "staff_facts", 11},
    {offsetof(struct interface_words, staff_seal), "staff_seal", 3},
    {offsetof(struct interface_words, staff_width_from), "staff_width_from", 4},
    {offsetof(struct interface_words, staff_inputs), "staff_inputs", 3},
    {offsetof(struct interface_words, staff_voice), "staff_voice", 3},
};

/* Texts with places to fill in: %d for a number, %s for a text, in this order in every language. */
struct format {
    size_t offset;
    const char *key;
    const char *places;
};

static const struct format formats[] = {
    {offsetof(struct interface_words, check_questions), "check_questions", "d"},
    {offsetof(struct interface_words, question_of), "question_of", "dd"},
    {offsetof(struct interface_words, your_total), "your_total", "sdd"},
    {offsetof(struct interface_words, closed_today), "closed_today", "s"},
    {offsetof(struct interface_words, closed_tomorrow), "closed_tomorrow", "s"},
    {offsetof(struct interface_words, closed_until), "closed_until", "ss"},
    {offsetof(struct interface_words, month_days), "month_days", "dddddddddddd"},
    {offsetof(struct interface_words, staff_counts), "staff_counts", "ddd"},
    {offsetof(struct interface_words, staff_day), "staff_day", "sd"},
    {offsetof(struct interface_words, staff_seal), "staff_seal", "d"},
    {offsetof(struct interface_words, staff_touch), "staff_touch", "d"},
    {offsetof(struct interface_words, staff_last_used), "staff_last_used", "s"},
    {offsetof(struct interface_words, staff_more_problems), "staff_more_problems", "d"},
    {offsetof(struct interface_words, staff_problems), "staff_problems", "dd"},
    {offsetof(struct interface_words, staff_panel_text), "staff_panel_text", "d"},
    {offsetof(struct interface_words, staff_pin_wait), "staff_pin_wait", "d"},
};

/* The same for the words of the voice. */
#define SPOKEN(name) offsetof(struct speech_words, name), #name
static const struct list spoken_lists[] = {{SPOKEN(days), DAYS_IN_WEEK}};
static const struct format spoken_formats[] = {
    {SPOKEN(page_of), "sdd"},     {SPOKEN(your_result), "s"},
    {SPOKEN(things), "d"},        {SPOKEN(picture), "s"},
    {SPOKEN(place_of), "dd"},     {SPOKEN(step), "d"},
    {SPOKEN(answer_chosen), "s"}, {SPOKEN(answer_taken_back), "s"},
    {SPOKEN(columns), "s"},       {SPOKEN(scale), "s"},
    {SPOKEN(seconds_left), "d"},  {SPOKEN(words_a_minute), "d"},
    {SPOKEN(volume_of), "dd"},    {SPOKEN(digits), "d"},
};

static const struct words *words_at(const void *all, size_t offset)
{
    return (const struct words *)(const void *)((const char *)all + offset);
}

/* How many names a list has; 0 if one of them is empty. */
static int count_names(const char *list)
{
    int count = 1;
    for (const char *at = list; *at != '\0'; at++) {
        bool empty = *at == '|' && (at == list || at[1] == '|' || at[1] == '\0');
        if (empty) {
            return 0;
        }
        count += *at == '|';
    }
    return count;
}

static void check_list(const struct words *words, const char *key, int count, struct problems *problems)
{
    for (size_t l = 0; l < MAX_LANGUAGES; l++) {
        if (words->in[l] != NULL && count_names(words->in[l]) != count) {
            struct problem *problem =
                report(problems, WORD_FIELDS, words->place, "'%s' must be %d names with | between them", key, count);
            problem->hint = problems_text(problems, "\"%s\"", words->in[l]);
            return;
        }
    }
}

/* True if the places of the text, each % with the letter behind it, are exactly these. */
static bool has_places(const char *text, const char *places)
{
    const char *place = strchr(text, '%');
    size_t count = 0;
    for (; place != NULL; place = strchr(place + 1, '%')) {
        if (count >= strlen(places) || place[1] != places[count]) {
            return false;
        }
        count++;
    }
    return count == strlen(places);
}

static const char *places_text(const char *places, struct problems *problems)
{
    const char *text = "";
    for (const char *at = places; *at != '\0'; at++) {
        text = problems_text(problems, "%s%s%%%c", text, at > places ? ", then " : "", *at);
    }
    return text;
}

static void check_format(const struct words *words, const char *key, const char *places, struct problems *problems)
{
    for (size_t l = 0; l < MAX_LANGUAGES; l++) {
        if (words->in[l] != NULL && !has_places(words->in[l], places)) {
            struct problem *problem =
                report(problems, WORD_FORMAT, words->place, "'%s' must have the places %s, in each language", key,
                       places_text(places, problems));
            problem->hint = problems_text(problems, "\"%s\"", words->in[l]);
            problem->fix = "%d stands for a number and %s for a name; keep them in this order";
            return;
        }
    }
}

void check_interface_words(const struct interface_words *words, struct problems *problems)
{
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        check_list(words_at(words, lists[i].offset), lists[i].key, lists[i].count, problems);
    }
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        check_format(words_at(words, formats[i].offset), formats[i].key, formats[i].places, problems);
    }
}

void check_speech_words(const struct speech_words *words, struct problems *problems)
{
    for (size_t i = 0; i < sizeof spoken_lists / sizeof spoken_lists[0]; i++) {
        check_list(words_at(words, spoken_lists[i].offset), spoken_lists[i].key, spoken_lists[i].count, problems);
    }
    for (size_t i = 0; i < sizeof spoken_formats / sizeof spoken_formats[0]; i++) {
        check_format(words_at(words, spoken_formats[i].offset), spoken_formats[i].key, spoken_formats[i].places,
                     problems);
    }
}

static void check_number(const struct words *words, const char *key, const char *number, struct problems *problems)
{
    for (size_t l = 0; l < MAX_LANGUAGES; l++) {
        if (words->in[l] != NULL && strstr(words->in[l], number) == NULL) {
            struct problem *problem =
                report(problems, HELP_NUMBER, words->place, "'%s' must name %s in each language", key, number);
            problem->hint = problems_text(problems, "\"%s\"", words->in[l]);
            return;
        }
    }
}

void check_help_numbers(const struct content *content, struct problems *problems)
{
    static const char *const numbers[] = {"988", "911"};
    for (size_t i = 0; i < 2; i++) {
        check_number(&content->words.help_bar, "help_bar", numbers[i], problems);
        check_number(&content->words.help_bar_short, "help_bar_short", numbers[i], problems);
    }
    check_number(&content->help.lifeline_title, "title", "988", problems);
    check_number(&content->home.attract_crisis, "crisis", "988", problems);
}
