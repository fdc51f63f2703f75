/* Keeps what the audit finds, for tests: a banner that is the same on several screens once. */
#ifndef TEST_FINDINGS_H
#define TEST_FINDINGS_H

#include "audit.h"

enum { FINDINGS_KEPT = 400, LONGEST_FINDING = 500 };

/* What breaks one rule. */
struct findings {
    int count; /* all, also those not kept */
    int kept;
    char list[FINDINGS_KEPT][LONGEST_FINDING];
};

/* Large: the caller keeps it. All-zero is ready to use. */
struct audited_rules {
    struct findings rules[RULE_COUNT];
};

/* For audit.found; context is a struct audited_rules. */
void findings_keep(void *context, const struct finding *finding);

/* Prints the findings of one rule, the first of them or all if IOP_AUDIT_ALL is set. Returns how many there are. */
int findings_print(const struct audited_rules *found, enum audit_rule rule);

#endif
