/* Collects what the audit finds: the same thing found on several screens is kept once.
 * This layer knows nothing of processes or terminals. */
#ifndef IOP_AUDIT_LEDGER_H
#define IOP_AUDIT_LEDGER_H

#include "audit.h"

/* As many as a list of problems holds. */
enum { MOST_FINDINGS = PROBLEMS_MAX };

struct kept_finding {
    struct finding finding; /* its strings are in memory of the ledger */
    int more;               /* how often it was found elsewhere */
};

/* Large: the caller keeps it. All-zero is ready to use. */
struct audit_ledger {
    struct arena arena;
    const char *folder; /* named where a finding has no file */
    struct kept_finding list[MOST_FINDINGS];
    int count;
};

/* For audit.found; context is a struct audit_ledger. Of the screens on which a thing was found it keeps the first in
 * the order of their names. Strings are copied. */
void audit_ledger_keep(void *context, const struct finding *finding);

/* Adds what was kept to the problems, as audit_report() does. */
void audit_ledger_report(const struct audit_ledger *ledger, struct problems *problems, enum severity most);

/* Frees what it holds; it is ready to use again. */
void audit_ledger_free(struct audit_ledger *ledger);

#endif
