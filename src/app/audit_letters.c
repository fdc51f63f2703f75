/* Letters and icons that no font has: they would be drawn as boxes, or as the icon's word. */
#include "audit_rules.h"

#include "flow.h"
#include "text.h"

#include <string.h>

enum { WORD_SHOWN = 40 };

static void check_text(const struct audited *at, const struct node *node)
{
    const struct metrics *metrics = at->audit->metrics;
    for (uint32_t i = 0; i < node->flow->word_count; i++) {
        const struct flow_word *word = &node->flow->words[i];
        if (metrics->can_draw(metrics->context, word->face, word->text, word->length))
            continue;
        int length = word->length < WORD_SHOWN ? (int)word->length : WORD_SHOWN;
        audit_note(at, RULE_GLYPH, node, "has a letter in \"%.*s\" that none of the kiosk's fonts has", length,
                   word->text);
    }
}

void audit_letters(const struct audited *at)
{
    const struct metrics *metrics = at->audit->metrics;
    if (metrics->can_draw == NULL)
        return;
    for (const struct node *node = at->scene->root; node != NULL; node = node_next(node)) {
        if (node->flow != NULL && node->role != ROLE_CODE)
            check_text(at, node);
        if (node->icon != NULL && !metrics->can_draw(metrics->context, FACE_ICON, node->icon, strlen(node->icon)))
            audit_note(at, RULE_GLYPH, node, "asks for the icon \"%s\", which the icon font does not have", node->icon);
    }
}
