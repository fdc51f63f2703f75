/* Outside of opening hours: a calm picture that says when the clinic opens, and the way to help, which never closes. */
#include "attract_parts.h"

#include "hours.h"
#include "text.h"

static const char *of(const struct words *words, size_t language)
{
    return words->in[language] != NULL ? words->in[language] : "";
}

static const char *field_of(struct builder *b, const struct words *words, size_t language, int index)
{
    char *out = arena_take(b->scene->arena, 64);
    text_field(of(words, language), index, out, 64);
    return out;
}

/* "8:00 am" */
static const char *time_words(struct builder *b, int minute, size_t language)
{
    int hour = minute / 60 % 12 == 0 ? 12 : minute / 60 % 12;
    const char *half = field_of(b, &b->content->words.am_pm, language, minute >= MINUTES_A_DAY / 2);
    return arena_print(b->scene->arena, "%d:%02d\u00a0%s", hour, minute % 60, half);
}

/* "Monday"; from a week on "Monday, January 4". */
static const char *day_words(struct builder *b, int day, size_t language)
{
    const struct interface_words *words = &b->content->words;
    struct calendar_date date = wall_date(day);
    const char *name = field_of(b, &words->days_long, language, wall_weekday(day));
    if (day - b->wall.day < DAYS_IN_WEEK)
        return name;
    const char *values[] = {number(b, date.day)};
    const char *in_month = filled(b, field_of(b, &words->month_days, language, date.month - 1), values, 1);
    return arena_print(b->scene->arena, "%s, %s", name, in_month);
}

/* "We open tomorrow, 8:00 am"; "" if nobody knows. */
static const char *opens_words(struct builder *b, size_t language)
{
    const struct interface_words *words = &b->content->words;
    struct wall_time when;
    if (!hours_change(&b->content->settings, b->wall, &when))
        return "";
    const char *time = time_words(b, when.minute, language);
    const char *values[] = {time, NULL};
    if (when.day == b->wall.day)
        return filled(b, of(&words->closed_today, language), values, 1);
    if (when.day == b->wall.day + 1)
        return filled(b, of(&words->closed_tomorrow, language), values, 1);
    values[0] = day_words(b, when.day, language);
    values[1] = time;
    return filled(b, of(&words->closed_until, language), values, 2);
}

/* A holiday has words of its own. */
static const struct words *title_words(const struct builder *b)
{
    const struct closed_day *day = hours_closed_day(&b->content->settings, b->wall.day);
    return day != NULL && has_words(&day->text) ? &day->text : &b->content->words.closed_title;
}

static void first_language(struct builder *b, struct node *parent)
{
    bool small = attract_low(b);
    enum type_style large = small ? TYPE_H1 : attract_middling(b) ? TYPE_HERO : TYPE_DISPLAY;
    struct node *title = light_text(text_string(b, parent, of(title_words(b), 0), large));
    title->role = ROLE_HEADING;
    title->level = 1;
    title->place = title_words(b)->place;
    light_text(text_string(b, parent, opens_words(b, 0), small || attract_middling(b) ? TYPE_LEAD : TYPE_SUBTITLE));
}

static void further_languages(struct builder *b, struct node *parent)
{
    for (size_t l = 1; l < b->content->settings.language_count; l++) {
        const char *words = opens_words(b, l);
        if (!attract_low(b) || words[0] == '\0')
            words = arena_print(b->scene->arena, "%s %s", of(title_words(b), l), words);
        light_text(text_string(b, parent, words, attract_low(b) || attract_middling(b) ? TYPE_BODY : TYPE_LEAD));
    }
}

static void help_buttons(struct builder *b, struct node *parent)
{
    struct node *row = group(b, parent, ARRANGE_WRAP, 7);
    for (size_t l = 0; l < b->content->settings.language_count; l++)
        attract_button(b, row, (int)l, of(&b->content->words.get_help_now, l), BEGIN_HELP);
}

/* On a low panel one line has room: its numbers are the same in every language. */
static void foot(struct builder *b, struct node *parent)
{
    if (attract_low(b) || attract_middling(b)) {
        light_text(text_string(b, parent, of(&b->content->words.help_bar_short, 0), TYPE_STRONG));
        return;
    }
    struct node *row = group(b, parent, ARRANGE_WRAP, 5);
    for (size_t l = 0; l < b->content->settings.language_count; l++) {
        const char *words = arena_print(b->scene->arena, "%s %s", of(&b->content->words.closed_help, l),
                                        of(&b->content->home.attract_crisis, l));
        light_text(text_string(b, row, words, TYPE_STRONG))->place = b->content->home.attract_crisis.place;
    }
}

void build_closed(struct builder *b)
{
    struct node *lines = attract_ground(b, (struct action){ACTION_BEGIN, 0, BEGIN_HELP});
    struct node *words = attract_words(b, lines);
    first_language(b, words);
    further_languages(b, words);
    if (!attract_low(b))
        notices_at_rest(b, words);
    spacer(b, lines);
    help_buttons(b, lines);
    foot(b, lines);
}
