/* Says what a scene shows: role, words, state and place of its nodes. */
#include "narrate.h"

#include "focus.h"
#include "wipe.h"

#include <string.h>

static const struct speech_words *words(const struct ear *ear)
{
    return &ear->content->speech;
}

static void say(struct text *out, const struct ear *ear, const struct words *sentence)
{
    spoken_say(out, ear, ear_words(ear, sentence));
}

static bool can_be_chosen(const struct node *node)
{
    return node->action.kind != ACTION_NONE && node->action.kind != ACTION_SCROLL && node->parent != NULL;
}

/* ---- the words of a node ------------------------------------------------------------------------- */

enum { LONGEST_TEXT = 4096 };

static void say_spans(const struct node *node, const struct ear *ear, struct text *out)
{
    char bytes[LONGEST_TEXT];
    struct text all = text_in(bytes, sizeof bytes);
    for (size_t i = 0; i < node->span_count; i++)
        text_add_bytes(&all, node->spans[i].text, node->spans[i].length);
    spoken_add(out, ear, all.bytes, all.length);
    wipe(bytes, sizeof bytes);
}

static void say_picture(const struct node *node, const struct ear *ear, struct text *out)
{
    if (node->label != NULL)
        spoken_fill(out, ear, &words(ear)->picture, (const char *const[]){node->label, NULL});
}

/* Its label, or all that is written in it, each text a sentence. */
static void say_words(const struct node *node, const struct ear *ear, struct text *out)
{
    if (node->hidden)
        return;
    if (node->role == ROLE_CODE)
        say(out, ear, &words(ear)->code);
    else if (node->role == ROLE_TIMER)
        spoken_count(out, ear, &words(ear)->seconds_left, node->value, 0);
    else if (node->role == ROLE_PICTURE)
        say_picture(node, ear, out);
    else if (node->label != NULL)
        spoken_say(out, ear, node->label);
    else if (node->span_count > 0 && !node->silent)
        say_spans(node, ear, out);
    if (node->label != NULL || node->role == ROLE_CODE || node->role == ROLE_TIMER)
        return;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        say_words(child, ear, out);
}

/* ---- what it is, and how it stands ----------------------------------------------------------------- */

static const struct words *kind_of(const struct node *node, const struct ear *ear)
{
    bool answers = node->action.kind == ACTION_ANSWER || node->action.kind == ACTION_ADULT;
    if (node->role == ROLE_TAB)
        return &words(ear)->chapter;
    if (node->role == ROLE_CHECKBOX)
        return &words(ear)->box;
    if (node->role == ROLE_RADIO)
        return answers ? &words(ear)->answer : &words(ear)->option;
    return &words(ear)->button;
}

static void say_state(const struct node *node, const struct ear *ear, struct text *out)
{
    if (node->disabled)
        say(out, ear, &words(ear)->not_now);
    else if (node->selected)
        say(out, ear, node->role == ROLE_TAB ? &words(ear)->here : &words(ear)->chosen);
    else if (node->role == ROLE_CHECKBOX)
        say(out, ear, &words(ear)->not_chosen);
}

/* What a place is counted in: a list, or the whole part of the screen. */
static const struct node *holder_of(const struct node *node)
{
    const struct node *up = node->parent;
    while (up->parent != NULL && up->role != ROLE_LIST && up->role != ROLE_NAVIGATION && up->role != ROLE_MAIN &&
           up->role != ROLE_DIALOG && up->role != ROLE_BANNER && up->role != ROLE_HELP)
        up = up->parent;
    return up;
}

/* Where it stands among its like would tell which digit it is. */
static bool is_digit(const struct node *node)
{
    return node->action.kind == ACTION_STAFF && node->action.a == STAFF_DIGIT;
}

/* "2 of 5" among what is of the same role in the same list. Banner and help bar are known by heart. */
static void say_place(const struct node *node, const struct ear *ear, struct text *out)
{
    const struct node *holder = holder_of(node);
    int place = 0, all = 0;
    if (holder->role == ROLE_BANNER || holder->role == ROLE_HELP || is_digit(node))
        return;
    for (const struct node *other = holder->first; other != NULL && node_within(other, holder);
         other = node_next(other)) {
        if (other->role != node->role || !can_be_chosen(other) || holder_of(other) != holder)
            continue;
        all++;
        place = other == node ? all : place;
    }
    if (all > 1 && place > 0)
        spoken_count(out, ear, &words(ear)->place_of, place, all);
}

void narrate_node(const struct node *node, const struct ear *ear, struct text *out)
{
    struct ear other = {ear->content, narrate_language(node, ear->language)};
    if (!can_be_chosen(node)) {
        say_words(node, &other, out);
        return;
    }
    say(out, &other, kind_of(node, &other));
    say_words(node, &other, out);
    say_state(node, &other, out);
    say_place(node, &other, out);
}

int narrate_language(const struct node *node, int language)
{
    bool changes = node->action.kind == ACTION_LANGUAGE || node->action.kind == ACTION_BEGIN;
    return changes && node->parent != NULL ? node->action.a : language;
}

/* ---- a screen ---------------------------------------------------------------------------------------- */

static const struct node *body_of(const struct scene *scene)
{
    const struct node *dialog = focus_dialog(scene);
    return dialog != NULL ? dialog : scene->main != NULL ? scene->main : scene->root;
}

const struct node *narrate_title(const struct scene *scene)
{
    const struct node *body = body_of(scene);
    bool dialog = body->role == ROLE_DIALOG;
    for (const struct node *node = body; node != NULL && node_within(node, body); node = node_next(node))
        if (node->role == ROLE_HEADING && (dialog || node->level <= 1))
            return node;
    return NULL;
}

static bool in_chapters(const struct node *node)
{
    while (node != NULL && node->role != ROLE_NAVIGATION)
        node = node->parent;
    return node != NULL;
}

static bool is_said_in_opening(const struct scene *scene, const struct node *node)
{
    bool where = node->name != NULL && strcmp(node->name, "where") == 0;
    return where || node == narrate_title(scene);
}

const struct node *narrate_next(const struct scene *scene, const struct node *after)
{
    const struct node *body = body_of(scene);
    const struct node *node = after != NULL ? node_next(after) : body;
    for (; node != NULL && node_within(node, body); node = node_next(node))
        if (focus_is_stop(node, true) && !in_chapters(node) && !is_said_in_opening(scene, node) && !is_digit(node))
            return node;
    return NULL;
}

static int count_things(const struct scene *scene)
{
    int count = 0;
    for (const struct node *node = narrate_next(scene, NULL); node != NULL; node = narrate_next(scene, node))
        count += can_be_chosen(node) && !node->disabled;
    return count;
}

void narrate_view(const struct scene *scene, const struct ear *ear, struct text *out)
{
    const struct node *title = narrate_title(scene);
    if (title != NULL)
        say_words(title, ear, out);
    if (scene->where != NULL && focus_dialog(scene) == NULL)
        spoken_say(out, ear, scene->where);
    int things = count_things(scene);
    if (things == 1)
        say(out, ear, &words(ear)->one_thing);
    else if (things > 1)
        spoken_count(out, ear, &words(ear)->things, things, 0);
}

/* ---- a change ---------------------------------------------------------------------------------------- */

static const struct node *node_doing(const struct scene *scene, struct action action)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->parent != NULL && action_equal(node->action, action))
            return node;
    return NULL;
}

static const struct node *node_named(const struct scene *scene, const char *name)
{
    for (const struct node *node = scene->root; node != NULL; node = node_next(node))
        if (node->name != NULL && strcmp(node->name, name) == 0)
            return node;
    return NULL;
}

static void say_answer(const struct scene *scene, const struct ear *ear, struct action action, struct text *out)
{
    char bytes[LONGEST_TEXT];
    const struct node *node = node_doing(scene, action);
    if (node == NULL)
        return;
    struct text name = text_in(bytes, sizeof bytes);
    node_say(node, &name);
    spoken_fill(out, ear, node->selected ? &words(ear)->answer_chosen : &words(ear)->answer_taken_back,
                (const char *const[]){bytes, NULL});
    wipe(bytes, sizeof bytes);
}

/* What was opened stands in a panel of its own; what was closed is gone. */
static void say_panel(const struct scene *scene, const struct ear *ear, const char *name, struct text *out)
{
    const struct node *panel = node_named(scene, name);
    if (panel == NULL)
        say(out, ear, &words(ear)->closed);
    for (const struct node *node = panel; node != NULL && node_within(node, panel); node = node_next(node))
        if (focus_is_stop(node, true) && !can_be_chosen(node))
            say_words(node, ear, out);
}

/* The one place of the staff's screen that tells what came of a touch or a key. Digits are counted there, never said.
 */
static void say_staff_news(const struct scene *scene, const struct ear *ear, struct text *out)
{
    static const char *const places[] = {"told", "pin", "line"};
    const struct node *node = NULL;
    for (size_t i = 0; node == NULL && i < sizeof places / sizeof *places; i++)
        node = node_named(scene, places[i]);
    if (node != NULL)
        say_words(node, ear, out);
}

void narrate_change(const struct scene *scene, const struct ear *ear, struct action action,
                    const struct session *session, struct text *out)
{
    bool chooses = action.kind == ACTION_ANSWER || action.kind == ACTION_TEXT_SIZE || action.kind == ACTION_THEME ||
                   action.kind == ACTION_LOWER;
    if (chooses)
        say_answer(scene, ear, action, out);
    else if (action.kind == ACTION_DETAIL)
        say_panel(scene, ear, "detail", out);
    else if (action.kind == ACTION_TAKE && session->taking)
        say_panel(scene, ear, "take-away", out);
    else if (action.kind == ACTION_TAKE)
        say(out, ear, &words(ear)->code_hidden);
    else if (action.kind == ACTION_RATE)
        spoken_count(out, ear, &words(ear)->words_a_minute, session->rate, 0);
    else if (action.kind == ACTION_VOLUME)
        spoken_count(out, ear, &words(ear)->volume_of, session->volume, LOUDEST_VOLUME);
    else if (action.kind == ACTION_SCROLL)
        say(out, ear, action.a > 0 ? &words(ear)->further_down : &words(ear)->further_up);
    else if (action.kind == ACTION_STAFF)
        say_staff_news(scene, ear, out);
    else if (action.kind == ACTION_READ_ALOUD)
        say(out, ear, session->reading ? &words(ear)->on : &words(ear)->off);
}
