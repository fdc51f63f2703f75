/* Quotes of another kind, or on one side only; keys that stand twice, and what became of the dash between them. */
#include "yaml_slips.h"

#include "line.h"
#include "problem_codes.h"

#include <stdlib.h>
#include <string.h>

/* ---- quotes ---- */

static const struct {
    const char *open, *close;
} curly_quotes[] = {{"“", "”"}, {"‘", "’"}, {"”", "”"}};

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static void report_curly(struct place place, struct problems *problems)
{
    struct problem *problem =
        report(problems, CURLY_QUOTE, place, "this text is in curly quotes, which YAML does not know");
    problem->hint = "YAML took it apart, or may do so at the next comma, colon or #";
    problem->fix = "use straight quotes: \"…\"";
}

/* The whole text stands in curly quotes: a word processor may have turned straight ones, and visitors see them. */
static void warn_of_curly(struct place place, struct problems *problems)
{
    struct problem *problem = problems_add(problems, SEVERITY_WARNING, problem_rows[PROBLEM_CURLY_QUOTE].code, place,
                                           "this text is in curly quotes, and visitors will see them");
    problem->hint = "a word processor may have made them out of straight ones";
    problem->fix =
        "use straight quotes: \"…\"; if somebody is quoted, put straight ones around the curly ones: \"“…”\"";
}

/* A quote that opens without its partner: YAML cut the text at a comma or # inside of it. */
static bool curly_quotes_fit(const char *text, struct place place, struct problems *problems)
{
    for (size_t i = 0; i < sizeof curly_quotes / sizeof curly_quotes[0]; i++) {
        size_t length = strlen(curly_quotes[i].open);
        if (strncmp(text, curly_quotes[i].open, length) != 0) {
            continue;
        }
        const char *close = strstr(text + length, curly_quotes[i].close);
        if (close == NULL) {
            report_curly(place, problems);
            return false;
        }
        if (i == 0 && ends_with(close, curly_quotes[i].close) && close[strlen(curly_quotes[i].close)] == '\0') {
            warn_of_curly(place, problems);
            return true;
        }
    }
    return true;
}

static size_t count_of(const char *text, char wanted)
{
    size_t count = 0;
    for (const char *at = strchr(text, wanted); at != NULL; at = strchr(at + 1, wanted)) {
        count++;
    }
    return count;
}

bool text_quotes_fit(const char *text, struct place place, struct problems *problems)
{
    if ((unsigned char)text[0] == 0xE2) {
        return curly_quotes_fit(text, place, problems);
    }
    if (ends_with(text, "\"") && count_of(text, '"') % 2 == 1) {
        struct problem *problem =
            report(problems, HALF_QUOTE, place, "this text ends with a quote, but does not begin with one");
        problem->hint = "visitors will see the quote at the end";
        problem->fix = problems_text(problems, "put a quote before it, too:   \"%s", problems_shown(problems, text));
    }
    return true;
}

/* ---- keys that stand twice ---- */

static int by_key(const void *left, const void *right)
{
    const struct tree_node *a = *(struct tree_node *const *)left;
    const struct tree_node *b = *(struct tree_node *const *)right;
    int keys = strcmp(a->key, b->key);
    if (keys != 0) {
        return keys;
    }
    return a->key_line != b->key_line ? a->key_line - b->key_line : a->key_column - b->key_column;
}

/* What was found out about the keys of one map. */
struct repeats {
    const struct tree_node *earliest; /* the first key of the file that stood before */
    size_t count;
};

static void report_twice(const struct map_place *place, const struct tree_node *first, const struct tree_node *again,
                         struct problems *problems)
{
    struct problem *problem = report(problems, KEY_TWICE, tree_key_place(place->tree, again),
                                     "the key '%s' stands twice in the same place: in line %d and in line %d",
                                     problems_shown(problems, again->key), first->key_line, again->key_line);
    problem->hint = problems_text(problems, "it first stands in line %d", first->key_line);
    problem->fix = "keep one of them, or give the other its right name";
}

static bool is_first_key(const struct map_place *place, const struct tree_node *entry)
{
    const struct tree_node *first = place->map->first;
    return strcmp(first->key, entry->key) == 0 && first->key_column == entry->key_column;
}

/* In a list, keys that come again are those of the next entry: its dash, or its first line, is missing. */
static bool report_lost_entry(const struct map_place *place, const struct repeats *repeats, struct problems *problems)
{
    const struct tree_node *entry = repeats->earliest;
    bool first_key = is_first_key(place, entry);
    if (!place->in_list || (!first_key && repeats->count < 2) || entry->key_line == place->map->line) {
        return false;
    }
    const char *key = problems_shown(problems, entry->key);
    struct problem *problem = report(
        problems, MISSING_DASH, tree_key_place(place->tree, entry), "%s",
        first_key ? "a new entry of the list seems to begin here, but its dash is missing"
                  : "a new entry of the list seems to begin here, but its first line, with the dash, is missing");
    problem->hint = problems_text(problems, "the entry that began in line %d has '%s' already", place->map->line, key);
    problem->fix =
        first_key ? problems_text(problems, "write   - %s: …   or take the line out if it stands twice by mistake", key)
                  : "write the line that is missing, with a dash and a space before it";
    return true;
}

/* Sorted by key and place, a repeated key stands right behind its first: n log n also for 20,000 keys. */
static struct tree_node **sorted_keys(const struct map_place *place)
{
    struct tree_node **sorted = arena_take_array(place->scratch, place->map->count, sizeof(struct tree_node *));
    size_t count = 0;
    for (struct tree_node *entry = place->map->first; entry != NULL; entry = entry->next) {
        sorted[count++] = entry;
    }
    qsort(sorted, count, sizeof(struct tree_node *), by_key);
    return sorted;
}

static struct repeats mark_repeats(struct tree_node **sorted, size_t count)
{
    struct repeats repeats = {0};
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i - 1]->key, sorted[i]->key) != 0) {
            continue;
        }
        sorted[i]->repeated = true;
        repeats.count++;
        if (repeats.earliest == NULL || sorted[i]->key_line < repeats.earliest->key_line) {
            repeats.earliest = sorted[i];
        }
    }
    return repeats;
}

void find_repeated_keys(const struct map_place *place, struct problems *problems)
{
    size_t count = place->map->count;
    if (count < 2) {
        return;
    }
    struct tree_node **sorted = sorted_keys(place);
    struct repeats repeats = mark_repeats(sorted, count);
    if (repeats.count == 0 || report_lost_entry(place, &repeats, problems)) {
        return;
    }
    const struct tree_node *first = sorted[0];
    for (size_t i = 1; i < count; i++) {
        if (sorted[i]->repeated) {
            report_twice(place, first, sorted[i], problems);
        } else {
            first = sorted[i];
        }
    }
}
