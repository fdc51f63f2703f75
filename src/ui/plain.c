/* Scenes as text: the terminal face and the golden dumps. */
#include "plain.h"

#include "text.h"

#include <string.h>

enum { LONGEST_WORDS = 2048 };

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_GROUP] = "group",     [ROLE_SCREEN] = "screen",
    [ROLE_BANNER] = "banner",   [ROLE_NAVIGATION] = "navigation",
    [ROLE_MAIN] = "main",       [ROLE_HELP] = "help",
    [ROLE_DIALOG] = "dialog",   [ROLE_HEADING] = "heading",
    [ROLE_TEXT] = "text",       [ROLE_TERM] = "term",
    [ROLE_BUTTON] = "button",   [ROLE_CHECKBOX] = "checkbox",
    [ROLE_RADIO] = "radio",     [ROLE_TAB] = "tab",
    [ROLE_LIST] = "list",       [ROLE_LIST_ITEM] = "item",
    [ROLE_TABLE] = "table",     [ROLE_ROW] = "row",
    [ROLE_CELL] = "cell",       [ROLE_ICON] = "icon",
    [ROLE_PICTURE] = "picture", [ROLE_PROGRESS] = "progress",
    [ROLE_METER] = "meter",     [ROLE_SCALE] = "scale",
    [ROLE_BULLET] = "bullet",   [ROLE_CODE] = "code",
    [ROLE_TIMER] = "timer",     [ROLE_SCROLLBAR] = "scrollbar",
};

static const char *const action_names[ACTION_KIND_COUNT] = {
    [ACTION_NONE] = "none",
    [ACTION_BEGIN] = "begin",
    [ACTION_BACK] = "back",
    [ACTION_HOME] = "home",
    [ACTION_DONE] = "done",
    [ACTION_GO] = "go",
    [ACTION_PAGE] = "page",
    [ACTION_LANGUAGE] = "language",
    [ACTION_TEXT_SIZE] = "text-size",
    [ACTION_THEME] = "theme",
    [ACTION_DETAIL] = "detail",
    [ACTION_ANSWER] = "answer",
    [ACTION_SKIP] = "skip",
    [ACTION_NEXT] = "next",
    [ACTION_ADULT] = "adult",
    [ACTION_REVIEW_ITEM] = "review-item",
    [ACTION_TAKE] = "take",
    [ACTION_GO_ON] = "go-on",
    [ACTION_STOP] = "stop",
    [ACTION_HIDE] = "hide",
    [ACTION_REVEAL] = "reveal",
    [ACTION_STILL_HERE] = "still-here",
    [ACTION_SCROLL] = "scroll",
    [ACTION_LOWER] = "lower",
    [ACTION_READ_ALOUD] = "read-aloud",
    [ACTION_RATE] = "rate",
    [ACTION_VOLUME] = "volume",
    [ACTION_TERM] = "term",
    [ACTION_STAFF] = "staff",
};

const char *role_name(enum role role)
{
    return role_names[role];
}

/* ---- letters --------------------------------------------------------------------------------- */

static int plain_width(void *context, enum face face, int px, const char *string, size_t length)
{
    (void)context;
    (void)face;
    return (int)utf8_count(string, length) * px / 2;
}

static float plain_cap_height(void *context, enum face face)
{
    (void)context;
    return face == FACE_ICON ? 1.0f : 0.7f;
}

struct metrics metrics_plain(void)
{
    return (struct metrics){.width = plain_width, .cap_height = plain_cap_height};
}

/* ---- lines ------------------------------------------------------------------------------------- */

/* A group that can be touched is what lies beside a note: it has no words of its own. */
static bool can_be_touched(const struct node *node)
{
    bool acts = node->action.kind != ACTION_NONE && node->action.kind != ACTION_SCROLL && node->role != ROLE_GROUP;
    return acts && !node->disabled;
}

/* Touchable things speak for all that lies in them. */
static bool spoken_by_parent(const struct node *node)
{
    for (const struct node *up = node->parent; up != NULL && up->role != ROLE_SCREEN; up = up->parent)
        if (can_be_touched(up))
            return true;
    return false;
}

static void words_of(const struct node *node, char *bytes, size_t size)
{
    struct text out = text_in(bytes, size);
    node_say(node, &out);
    for (char *at = bytes; *at != '\0'; at++)
        if (*at == '\n')
            *at = ' ';
}

static const char *mark_of(const struct node *node)
{
    if (node->role == ROLE_CHECKBOX)
        return node->selected ? "[x] " : "[ ] ";
    if (node->role == ROLE_RADIO)
        return node->selected ? "(x) " : "( ) ";
    return node->role == ROLE_TAB && node->selected ? "> " : "";
}

/* The whole screen as a target (attract, covers) still lets its texts be read. */
static bool is_line(const struct node *node)
{
    bool whole_screen = node->role == ROLE_SCREEN && node->first != NULL;
    bool picture = node->role == ROLE_PICTURE && node->label != NULL;
    return (can_be_touched(node) && !whole_screen) || picture || node->span_count > 0;
}

static void print_line(void *context, const struct node *node, int number, const char *words)
{
    FILE *out = context;
    if (number > 0)
        fprintf(out, "  [%d] %s%s\n", number, mark_of(node), words);
    else if (node->role == ROLE_HEADING)
        fprintf(out, "\n%s %s\n", "###" + (node->level < 3 ? 3 - node->level : 0), words);
    else
        fprintf(out, "  %s\n", words);
}

int plain_lines(const struct scene *scene, plain_line *line, void *context)
{
    char bytes[LONGEST_WORDS];
    int numbers = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (!is_line(node) || (spoken_by_parent(node) && !can_be_touched(node)))
            continue;
        bool touch = can_be_touched(node) && node->role != ROLE_SCREEN;
        numbers += touch ? 1 : 0;
        words_of(node, bytes, sizeof bytes);
        if (bytes[0] != '\0')
            line(context, node, touch ? numbers : 0, bytes);
    }
    return numbers;
}

int plain_print(const struct scene *scene, FILE *out)
{
    return plain_lines(scene, print_line, out);
}

const struct node *plain_node(const struct scene *scene, int wanted)
{
    int numbers = 0;
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (!can_be_touched(node) || node->role == ROLE_SCREEN)
            continue;
        if (++numbers == wanted)
            return node;
    }
    return NULL;
}

const struct node *plain_find(const struct scene *scene, const char *what)
{
    char bytes[LONGEST_WORDS];
    for (const struct node *node = scene->root; node != NULL; node = node_next(node)) {
        if (!can_be_touched(node))
            continue;
        if (node->name != NULL && strcmp(node->name, what) == 0)
            return node;
        words_of(node, bytes, sizeof bytes);
        if (node->role != ROLE_SCREEN && strcmp(bytes, what) == 0)
            return node;
    }
    return NULL;
}

/* ---- tree ---------------------------------------------------------------------------------------- */

static void dump_node(const struct node *node, int depth, FILE *out)
{
    if (node->hidden)
        return;
    fprintf(out, "%*s%s", depth * 2, "", role_names[node->role]);
    if (node->name != NULL)
        fprintf(out, " #%s", node->name);
    if (node->level > 0)
        fprintf(out, " level %d", node->level);
    if (node->most > 0)
        fprintf(out, " %d of %d", node->value, node->most);
    if (node->icon != NULL)
        fprintf(out, " :%s:", node->icon);
    if (node->span_count > 0) {
        char bytes[LONGEST_WORDS];
        struct text words = text_in(bytes, sizeof bytes);
        for (size_t i = 0; i < node->span_count; i++)
            text_add_bytes(&words, node->spans[i].text, node->spans[i].length);
        fprintf(out, " \"%s\"", bytes);
    }
    if (node->label != NULL)
        fprintf(out, " says \"%s\"", node->label);
    if (node->action.kind != ACTION_NONE)
        fprintf(out, " [%s %d %d]", action_names[node->action.kind], node->action.a, node->action.b);
    fprintf(out, "%s%s%s\n", node->selected ? " selected" : "", node->disabled ? " disabled" : "",
            node->behind ? " behind" : "");
    if (node->behind)
        return; /* what it holds is dumped where nothing lies over it */
    for (const struct node *child = node->first; child != NULL; child = child->next)
        dump_node(child, depth + 1, out);
}

void scene_dump(const struct scene *scene, FILE *out)
{
    dump_node(scene->root, 0, out);
}
