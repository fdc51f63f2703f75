/* Keeps each finding once, and counts the others. */
#include "audit_ledger.h"

#include "audit_report.h"

#include <string.h>

static bool same_place(struct place a, struct place b)
{
    return a.line == b.line && a.column == b.column && strcmp(a.file, b.file) == 0;
}

static struct kept_finding *find_same(struct audit_ledger *ledger, const struct finding *finding)
{
    for (int i = 0; i < ledger->count; i++) {
        const struct finding *other = &ledger->list[i].finding;
        if (other->rule == finding->rule && same_place(other->place, finding->place) &&
            strcmp(other->thing, finding->thing) == 0)
            return &ledger->list[i];
    }
    return NULL;
}

static struct finding copy_of(struct arena *arena, struct finding finding)
{
    finding.place.file = arena_copy(arena, finding.place.file, strlen(finding.place.file));
    finding.where = arena_copy(arena, finding.where, strlen(finding.where));
    finding.thing = arena_copy(arena, finding.thing, strlen(finding.thing));
    finding.detail = arena_copy(arena, finding.detail, strlen(finding.detail));
    return finding;
}

void audit_ledger_keep(void *context, const struct finding *finding)
{
    struct audit_ledger *ledger = context;
    struct finding found = *finding;
    if (found.place.file == NULL)
        found.place.file = ledger->folder;
    struct kept_finding *same = find_same(ledger, &found);
    if (same == NULL) {
        if (ledger->count < MOST_FINDINGS)
            ledger->list[ledger->count++] = (struct kept_finding){copy_of(&ledger->arena, found), 0};
        return;
    }
    same->more++;
    int order = strcmp(found.where, same->finding.where);
    if (order < 0 || (order == 0 && strcmp(found.detail, same->finding.detail) < 0))
        same->finding = copy_of(&ledger->arena, found);
}

void audit_ledger_report(const struct audit_ledger *ledger, struct problems *problems, enum severity most)
{
    for (int i = 0; i < ledger->count; i++)
        audit_report(problems, &ledger->list[i].finding, ledger->list[i].more, most);
}

void audit_ledger_free(struct audit_ledger *ledger)
{
    arena_free(&ledger->arena);
    ledger->count = 0;
}
