/* From a folder of YAML to one struct content, with every problem of every file in one run. */
#ifndef IOP_LOAD_H
#define IOP_LOAD_H

#include "content.h"

/* Reads the folder (kiosk.yaml, home.yaml, words/, explainers/, compare/, family/, next-steps/,
 * screenings/, help/, glossary.yaml if there is one), checks it, and returns the content; NULL if any problem is an
 * error. All problems are added to problems. Free with content_free(). */
struct content *content_load(const char *folder, struct problems *problems);

/* The same for a day ("2026-07-15"; NULL: any): pages, helplines and blocks that have expired by then are left out,
 * with all that leads to them, and so are notices whose last day is over. */
struct content *content_load_on(const char *folder, const char *today, struct problems *problems);

/* How a folder is read; all-zero: as content_load() does. */
struct load_wish {
    const char *today; /* as for content_load_on() */
    bool drafts;       /* pages and checks with `status: draft` are shown like others: for staff, never for visitors */
};

/* The same as a wish. With drafts, what is shown of them says so: page.status, screening.draft. */
struct content *content_load_as(const char *folder, struct load_wish wish, struct problems *problems);

/* Warns of helplines and pages whose review_by lies before today ("2026-07-15"), and of what has expired or will within
 * 30 days, with the places in the files. Only warnings are added. */
void content_warn_overdue(const struct content *content, const char *today, struct problems *problems);

/* The compiled-in last resort: no pages, no checks, only 911, 988 and the front desk, in English and
 * Spanish. Never NULL, never freed by content_free(). */
const struct content *content_fallback(void);

/* What every key means in this clinic: kiosk.yaml over what keys usually mean. */
struct key_table content_keys(const struct content *content);

/* Wipes and frees; NULL and the fallback are fine. */
void content_free(struct content *content);

/* Index of the page with this id, or NO_INDEX. */
uint16_t content_page(const struct content *content, const char *id);

/* Index of the term with this id in content->glossary, or NO_INDEX. */
uint16_t content_term(const struct content *content, const char *id);

#endif
