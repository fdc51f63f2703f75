/* Reads walks and goes from step to step. */
#include "walk.h"

#include "plain.h"
#include "tables.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Steps that need something behind them:   - touch: "Back"   */
static bool touch(struct walker *walker, const char *what);
static bool touch_word(struct walker *walker, const char *what);
static bool answer(struct walker *walker, const char *what);
static bool see(struct walker *walker, const char *what);
static bool not_see(struct walker *walker, const char *what);
static bool on_screen(struct walker *walker, const char *what);
static bool chosen(struct walker *walker, const char *what);
static bool not_chosen(struct walker *walker, const char *what);
static bool cannot_touch(struct walker *walker, const char *what);
static bool waits(struct walker *walker, const char *what);
static bool key(struct walker *walker, const char *what);

/* Steps that stand alone:   - back   */
static bool back(struct walker *walker, const char *what);
static bool home(struct walker *walker, const char *what);
static bool touch_anywhere(struct walker *walker, const char *what);

static const struct walk_step {
    const char *name;
    bool alone;
    bool (*go)(struct walker *walker, const char *what);
} steps[] = {
    {"touch", false, touch},
    {"answer", false, answer},
    {"see", false, see},
    {"not see", false, not_see},
    {"screen", false, on_screen},
    {"chosen", false, chosen},
    {"not chosen", false, not_chosen},
    {"cannot touch", false, cannot_touch},
    {"wait", false, waits},
    {"key", false, key},
    {"back", true, back},
    {"home", true, home},
    {"touch anywhere", true, touch_anywhere},
    {"touch word", false, touch_word},
};

enum { STEPS = sizeof steps / sizeof *steps, LONGEST_WAIT_S = 24 * 3600 };

/* ---- steps -------------------------------------------------------------------------------------------- */

static bool touch(struct walker *walker, const char *what)
{
    const struct node *node = walk_find(walker, what);
    return node != NULL && walk_touch(walker, node);
}

static bool touch_word(struct walker *walker, const char *what)
{
    const struct node *node = walk_find_word(walker, what);
    return node != NULL && walk_touch(walker, node);
}

/* Chooses an answer and goes on, as most visitors do; help that comes in between stays on the screen. */
static bool answer(struct walker *walker, const char *what)
{
    if (!touch(walker, what))
        return false;
    if (session_view(&walker->app.session)->screen != SCREEN_QUESTION)
        return true;
    return touch(walker, "next");
}

static bool see(struct walker *walker, const char *what)
{
    return walk_sees(walker, what) || walk_fails(walker, "\"%s\" is not on the screen", what);
}

static bool not_see(struct walker *walker, const char *what)
{
    return !walk_sees(walker, what) || walk_fails(walker, "\"%s\" is on the screen", what);
}

static const char *shown_now(const struct walker *walker)
{
    const struct session *session = &walker->app.session;
    if (session->asking)
        return "still there";
    if (session->cover != COVER_NONE)
        return "covered";
    return screen_name((enum screen_id)session_view(session)->screen);
}

static bool on_screen(struct walker *walker, const char *what)
{
    const char *now = shown_now(walker);
    return strcmp(now, what) == 0 || walk_fails(walker, "the screen is \"%s\"", now);
}

static bool is_chosen(struct walker *walker, const char *what, bool wanted)
{
    const struct node *node = walk_find(walker, what);
    if (node == NULL || node->selected == wanted)
        return node != NULL;
    return walk_fails(walker, "\"%s\" is %schosen", what, wanted ? "not " : "");
}

static bool chosen(struct walker *walker, const char *what)
{
    return is_chosen(walker, what, true);
}

static bool not_chosen(struct walker *walker, const char *what)
{
    return is_chosen(walker, what, false);
}

static bool cannot_touch(struct walker *walker, const char *what)
{
    if (walk_find(walker, what) != NULL)
        return walk_fails(walker, "\"%s\" can be touched", what);
    walker->sentence[0] = '\0';
    return true;
}

static bool waits(struct walker *walker, const char *what)
{
    char *end;
    long seconds = strtol(what, &end, 10);
    if (end == what || *end != '\0' || seconds < 1 || seconds > LONGEST_WAIT_S)
        return walk_fails(walker, "\"%s\" is no number of seconds from 1 to %d", what, LONGEST_WAIT_S);
    walk_waits(walker, seconds);
    return true;
}

static bool key(struct walker *walker, const char *what)
{
    for (size_t i = 0; i < key_meaning_names.count; i++) {
        if (strcmp(key_meaning_names.list[i].name, what) != 0)
            continue;
        walk_press(walker, (enum input_key)key_meaning_names.list[i].value);
        return true;
    }
    return walk_fails(walker, "\"%s\" is no meaning of a key; kiosk.yaml has them", what);
}

static bool back(struct walker *walker, const char *what)
{
    (void)what;
    return touch(walker, "back");
}

static bool home(struct walker *walker, const char *what)
{
    (void)what;
    return touch(walker, "home");
}

static bool touch_anywhere(struct walker *walker, const char *what)
{
    (void)what;
    return walk_touch_anywhere(walker);
}

/* ---- from step to step --------------------------------------------------------------------------------- */

static const struct walk_step *step_named(const char *name)
{
    for (int i = 0; i < STEPS; i++)
        if (strcmp(steps[i].name, name) == 0)
            return &steps[i];
    return NULL;
}

static void list_steps(struct text *out)
{
    for (int i = 0; i < STEPS; i++)
        text_addf(out, "%s%s", i > 0 ? ", " : "", steps[i].name);
}

static bool unknown_step(struct walker *walker, const char *name)
{
    char names[200];
    struct text out = text_in(names, sizeof names);
    list_steps(&out);
    return walk_fails(walker, "there is no step \"%s\"; there are %s", name, names);
}

static bool go_step(struct walker *walker)
{
    const struct tree_node *step = walker->step;
    bool alone = step->kind == TREE_TEXT;
    const struct tree_node *entry = alone ? NULL : step->first;
    if (!alone && (step->kind != TREE_MAP || step->count != 1 || entry->kind != TREE_TEXT))
        return walk_fails(walker, "a step is one word, or a word, a colon and a text");
    const char *name = alone ? step->text : entry->key;
    const struct walk_step *known = step_named(name);
    if (known == NULL)
        return unknown_step(walker, name);
    if (known->alone != alone)
        return walk_fails(walker, "the step \"%s\" needs %s behind it", name, alone ? "a colon and a text" : "nothing");
    return known->go(walker, alone ? "" : entry->text);
}

static const struct tree_node *entry_of(const struct tree_node *map, const char *key)
{
    for (const struct tree_node *entry = map->first; entry != NULL; entry = entry->next)
        if (strcmp(entry->key, key) == 0)
            return entry;
    return NULL;
}

/* `language: es` begins the visit by the button of that language; without it the walk begins at rest. */
static bool begin(struct walker *walker, const struct content *content)
{
    const struct tree_node *language = entry_of(walker->walk->tree.root, "language");
    if (language == NULL)
        return true;
    walker->step = language;
    for (size_t i = 0; language->kind == TREE_TEXT && i < content->settings.language_count; i++) {
        if (strcmp(content->settings.languages[i].tag, language->text) != 0)
            continue;
        if (walker->means != WALK_BY_FINGER)
            return walk_begin_by_keys(walker, (int)i);
        for (const struct node *node = walk_scene(walker)->root; node != NULL; node = node_next(node))
            if (node->parent != NULL && node->action.kind == ACTION_BEGIN && node->action.a == (int)i)
                return walk_touch(walker, node);
    }
    return walk_fails(walker, "there is no such language to begin in");
}

static bool go(struct walker *walker, const struct content *content)
{
    if (!begin(walker, content))
        return false;
    for (walker->step = entry_of(walker->walk->tree.root, "steps")->first; walker->step != NULL;
         walker->step = walker->step->next)
        if (!go_step(walker))
            return false;
    return true;
}

bool walk_go(const struct walk *walk, const struct content *content, struct walk_panel panel, char *sentence)
{
    static struct walker walker; /* large */
    struct app_setup setup = {content, theme_default(), metrics_plain(), panel.mm, true};
    walker = (struct walker){.walk = walk, .sentence = sentence, .step = walk->tree.root, .now_ms = 1000000};
    walker.began_ms = walker.now_ms;
    walker.means = panel.means;
    sentence[0] = '\0';
    app_open(&walker.app, setup, panel.width, panel.height, walker.now_ms);
    walk_tells_time(&walker);
    bool good = go(&walker, content);
    app_close(&walker.app);
    return good;
}

bool walk_takes_time(const struct walk *walk)
{
    const struct tree_node *list = entry_of(walk->tree.root, "steps");
    for (const struct tree_node *step = list->first; step != NULL; step = step->next)
        if (step->kind == TREE_MAP && step->first != NULL && strcmp(step->first->key, "wait") == 0)
            return true;
    return false;
}

/* ---- reading --------------------------------------------------------------------------------------------- */

static bool is_bad(const struct walk *walk, char *sentence, const char *cause)
{
    snprintf(sentence, WALK_SENTENCE_SIZE, "%s:1: %s", walk->tree.file, cause);
    return false;
}

/* "2026-03-05T07:55" */
static bool read_time(struct walk *walk, const struct tree_node *at)
{
    enum { MINUTES_AN_HOUR = 60 };
    char date[DATE_SIZE] = "";
    int hour = 0, minute = 0, end = 0;
    if (at == NULL)
        return true;
    if (at->kind != TREE_TEXT || sscanf(at->text, "%10[0-9-]T%2d:%2d%n", date, &hour, &minute, &end) != 3 ||
        at->text[end] != '\0')
        return false;
    walk->at = (struct wall_time){wall_day(date), hour * MINUTES_AN_HOUR + minute};
    return walk->at.day != NO_DAY && hour >= 0 && minute >= 0 && walk->at.minute < MINUTES_A_DAY;
}

static bool has_shape(struct walk *walk, char *sentence)
{
    const struct tree_node *root = walk->tree.root;
    if (root->kind != TREE_MAP)
        return is_bad(walk, sentence, "a walk has the keys walk, language, at and steps");
    const struct tree_node *title = entry_of(root, "walk"), *list = entry_of(root, "steps");
    const struct tree_node *at = entry_of(root, "at");
    if (title == NULL || title->kind != TREE_TEXT)
        return is_bad(walk, sentence, "the walk has no name: write  walk: \"what the visitor does\"");
    if (list == NULL || list->kind != TREE_LIST || list->count == 0)
        return is_bad(walk, sentence, "the walk has no steps");
    for (const struct tree_node *entry = root->first; entry != NULL; entry = entry->next)
        if (entry != title && entry != list && entry != at && strcmp(entry->key, "language") != 0)
            return is_bad(walk, sentence, "a walk has the keys walk, language, at and steps, and no others");
    if (!read_time(walk, at))
        return is_bad(walk, sentence, "behind at stands a time such as 2026-03-05T07:55");
    walk->title = title->text;
    return true;
}

static bool reads(struct walk *walk, bool read, struct problems *problems, char *sentence)
{
    const struct problem *first = problems->count > 0 ? problems->list[0] : NULL;
    if (first != NULL)
        snprintf(sentence, WALK_SENTENCE_SIZE, "%s:%d: %s", first->place.file, first->place.line, first->message);
    problems_free(problems);
    return read && first == NULL && has_shape(walk, sentence);
}

bool walk_read(struct walk *walk, const char *file, struct arena *arena, char *sentence)
{
    static struct problems problems;
    *walk = (struct walk){.title = file};
    return reads(walk, tree_read(&walk->tree, file, arena, &problems), &problems, sentence);
}

bool walk_parse(struct walk *walk, const char *file, const char *text, struct arena *arena, char *sentence)
{
    static struct problems problems;
    *walk = (struct walk){.tree = {.file = file}, .title = file};
    return reads(walk, tree_parse(&walk->tree, text, strlen(text), arena, &problems), &problems, sentence);
}
