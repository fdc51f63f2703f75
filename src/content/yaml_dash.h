/* Entries of a list whose dash is missing, stands elsewhere, or is none. Shared by the files of yaml_trouble only. */
#ifndef IOP_YAML_DASH_H
#define IOP_YAML_DASH_H

#include "yaml_trouble.h"

#include <stdbool.h>

/* YAML expected another dash. Adds exactly one problem. */
void explain_missing_dash(const struct yaml_trouble *trouble, struct problems *problems);

/* Adds a problem if the line begins with a dash without a space behind it, or with a sign that only looks like one. */
bool explain_no_dash(const struct yaml_trouble *trouble, struct problems *problems, int number);

/* Adds a problem if the line is an entry as those above it, but for the dash. */
bool explain_entry_without_dash(const struct yaml_trouble *trouble, struct problems *problems, int number);

#endif
