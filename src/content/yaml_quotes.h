/* Quotes and brackets that are not closed. Shared by the files of yaml_trouble only; each adds exactly one problem. */
#ifndef IOP_YAML_QUOTES_H
#define IOP_YAML_QUOTES_H

#include "yaml_trouble.h"

#include <stdbool.h>

/* The quote at begin is never closed. */
struct problem *report_open_quote(const struct yaml_trouble *trouble, struct problems *problems,
                                  struct yaml_mark begin);

/* A text goes on behind its closing quote, or ran on to the next quote because its own is missing. */
void explain_behind_quote(const struct yaml_trouble *trouble, struct problems *problems);

/* YAML found neither a comma nor the end of { } or [ ]: a quote, a bracket or a comma is missing, or # cuts the line.
 */
void explain_bracket(const struct yaml_trouble *trouble, struct problems *problems);

/* `en: [Read more](page) here`: a text that YAML took for a list, and more behind it. One problem if that is so. */
bool explain_behind_bracket(const struct yaml_trouble *trouble, struct problems *problems);

/* The { or [ at begin is never closed. */
void report_unclosed(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark begin);

/* The rest of the line from the mark in quotes, as staff should write it; a general sentence where it is too long, has
 * quotes itself or stands inside { }. In the problems' memory. */
const char *in_quotes(const struct yaml_trouble *trouble, struct problems *problems, struct yaml_mark mark);

#endif
