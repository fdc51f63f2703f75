/* For the files of the audit: one scene on its panel, and each group of rules. */
#ifndef IOP_AUDIT_RULES_H
#define IOP_AUDIT_RULES_H

#include "audit.h"

struct audited {
    struct audit *audit;
    const struct scene *scene;
    const struct frame *frame;
    int text_size;
    const char *where;
    const struct session *session; /* NULL: nobody's */
};

/* Reports a finding about a node; detail as printf. */
void audit_note(const struct audited *at, enum audit_rule rule, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* What a node says to whoever does not see it: its label, else its words. */
void audit_words(const struct node *node, struct text *out);

void audit_geometry(const struct audited *at);
void audit_targets(const struct audited *at);
void audit_contrast(const struct audited *at);
void audit_letters(const struct audited *at);
void audit_ways(const struct audited *at);

#endif
