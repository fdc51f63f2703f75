/* The checks beyond single values, one function a theme. Each only adds problems. Those of one file run
 * only if all of that file could be read; the others pass over what is missing, which is reported already.
 * This layer knows nothing of files and folders. */
#ifndef IOP_CHECKS_H
#define IOP_CHECKS_H

#include "content.h"

/* checks_screening.c: questions, answers and conditions. Fills item->options and condition->item. */
void check_screening(struct screening *screening, struct problems *problems);

/* checks_score.c: sum_of, max and bands; after check_screening. */
void check_score(const struct screening *screening, struct problems *problems);

/* checks_signs.c: questions with several answers, groups and signs. Fills option->group_index. */
void check_signs(struct screening *screening, struct problems *problems);

/* checks_rules.c: conditions, outcomes, rules that can never be reached; after check_signs. Fills what is resolved in
 * rules and additions, and safety_item. */
void check_rules(struct screening *screening, struct problems *problems);

/* checks_tables.c: as many cells as columns, ids used once, one featured column. */
void check_page(const struct page *page, struct problems *problems);
void check_compare(const struct compare *compare, struct problems *problems);

/* checks_words.c: lists with |, places that the program fills in, and the numbers 988 and 911. */
void check_interface_words(const struct interface_words *words, struct problems *problems);
void check_speech_words(const struct speech_words *words, struct problems *problems);
void check_help_numbers(const struct content *content, struct problems *problems);

/* checks_helplines.c: numbers that can be dialed, and lines that can be reached at all. */
void check_helplines(const struct help *help, struct problems *problems);

#endif
