/* Whoever does not touch or does not see: keys reach everything, and everything has words. */
#include "audit_rules.h"

#include "focus.h"
#include "text.h"

enum { MOST_STOPS = 400 };

/* What a finger can touch, and keys can do without: scroll buttons (moving on scrolls), and words and grounds whose
 * action another target repeats. */
static bool has_another_way(const struct node *node, const struct node *const *stops, size_t count)
{
    if (node->action.kind == ACTION_SCROLL || node_is_behind(node))
        return true;
    for (size_t i = 0; i < count; i++)
        if (stops[i] == node || action_equal(stops[i]->action, node->action))
            return true;
    return false;
}

static void check_reached(const struct audited *at, const struct node *const *stops, size_t count)
{
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node))
        if (node->action.kind != ACTION_NONE && !node->disabled && node->parent != NULL &&
            !has_another_way(node, stops, count))
            audit_note(at, RULE_FOCUS, node, "cannot be reached by keys");
}

/* Steps forward from the title come to every stop, each once, and then begin again: no trap. */
static void check_round(const struct audited *at, const struct node *const *stops, size_t count)
{
    const struct node *node = count > 0 ? stops[0] : NULL;
    for (size_t i = 0; i < count; i++) {
        if (node != stops[i]) {
            audit_note(at, RULE_FOCUS, stops[i], "is passed over by keys");
            return;
        }
        node = focus_next(at->scene, node, false);
    }
    if (count > 0 && node != stops[0])
        audit_note(at, RULE_FOCUS, stops[count - 1], "is where keys get caught");
}

static void check_words(const struct audited *at, const struct node *node)
{
    char words[200];
    struct text said = text_in(words, sizeof words);
    audit_words(node, &said);
    if (said.length == 0)
        audit_note(at, RULE_EAR, node, "has no words for whoever does not see it");
}

/* Between visits, on the screens of staff, and on the screen of help itself there is no way to it. */
static bool needs_help(const struct session *session)
{
    int screen = session != NULL ? session_view(session)->screen : SCREEN_HELP;
    return screen != SCREEN_ATTRACT && screen != SCREEN_HELP && !session_of_staff(session);
}

/* What scrolls may be scrolled away. */
static void check_help(const struct audited *at)
{
    const struct action help = {ACTION_GO, SCREEN_HELP, 0};
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node))
        if (action_equal(node->action, help) && !node->disabled &&
            (at->scene->main == NULL || !node_within(node, at->scene->main)))
            return;
    audit_note(at, RULE_HELP, at->scene->root, "has no button for help that is always in sight");
}

void audit_ways(const struct audited *at)
{
    if (needs_help(at->session))
        check_help(at);
    const struct node *stops[MOST_STOPS];
    size_t count = focus_stops(at->scene, false, stops, MOST_STOPS);
    if (count > MOST_STOPS) {
        audit_note(at, RULE_FOCUS, at->scene->root, "has more to choose from than the audit can hold");
        return;
    }
    check_reached(at, stops, count);
    check_round(at, stops, count);
    for (size_t i = 0; i < count; i++)
        check_words(at, stops[i]);
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node))
        if (node->role == ROLE_PICTURE && !node->silent)
            check_words(at, node);
}
