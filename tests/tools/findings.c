/* Keeps what the audit finds, each thing once. */
#include "findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_FINDINGS = 12 };

/* The part of a finding that does not name the stop and the language. */
static const char *without_stop(const char *finding)
{
    const char *language = strchr(finding, ' ');
    const char *panel = language != NULL ? strchr(language + 1, ' ') : NULL;
    return panel != NULL ? panel : finding;
}

static bool is_known(const struct findings *findings, const char *line)
{
    for (int i = 0; i < findings->kept; i++)
        if (strcmp(without_stop(findings->list[i]), without_stop(line)) == 0)
            return true;
    return false;
}

void findings_keep(void *context, const struct finding *finding)
{
    struct audited_rules *found = context;
    struct findings *findings = &found->rules[finding->rule];
    char line[LONGEST_FINDING];
    snprintf(line, sizeof line, "%s: %s %s (%s:%d)", finding->where, finding->thing, finding->detail,
             finding->place.file != NULL ? finding->place.file : "", finding->place.line);
    findings->count++;
    if (findings->kept < FINDINGS_KEPT && !is_known(findings, line))
        memcpy(findings->list[findings->kept++], line, sizeof line);
}

int findings_print(const struct audited_rules *found, enum audit_rule rule)
{
    const struct findings *findings = &found->rules[rule];
    bool all = getenv("IOP_AUDIT_ALL") != NULL;
    int shown = all || findings->kept < SHOWN_FINDINGS ? findings->kept : SHOWN_FINDINGS;
    for (int i = 0; i < shown; i++)
        fprintf(stderr, "# %s\n", findings->list[i]);
    if (shown < findings->kept)
        fprintf(stderr, "# and %d more (IOP_AUDIT_ALL=1 shows them)\n", findings->kept - shown);
    return findings->count;
}
