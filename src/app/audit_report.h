/* Findings of the audit as problems of the content, in the words and with the codes of `iop-content check`.
 * This layer knows nothing of processes or terminals. */
#ifndef IOP_AUDIT_REPORT_H
#define IOP_AUDIT_REPORT_H

#include "audit.h"

/* Adds one finding, no worse than most; more: how often the same was found elsewhere. Strings are copied. */
void audit_report(struct problems *problems, const struct finding *finding, int more, enum severity most);

#endif
