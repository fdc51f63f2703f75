/* The pages of the staff screen, for screens/staff.c only. */
#ifndef IOP_STAFF_PARTS_H
#define IOP_STAFF_PARTS_H

#include "parts.h"

void build_staff_overview(struct builder *b);             /* staff_overview.c */
void staff_facts(struct builder *b, struct node *parent); /* staff_facts.c */

/* True if what the program says of itself and of files, which is in English, is in the language that is shown. */
bool staff_reads_english(const struct builder *b);
void build_staff_pin(struct builder *b); /* staff.c, from here on */
void build_staff_cleaning(struct builder *b);
void build_staff_panel(struct builder *b);
void build_staff_keys(struct builder *b);

/* So low that what belongs together is seen at once only without a card around it: panels of 7 and 10 inches. */
bool staff_low(const struct builder *b);

/* The card that a page is, with its title. */
struct node *staff_card(struct builder *b, const struct words *title, const struct words *words);

static inline struct action staff_wish(enum staff_wish wish, int value)
{
    return (struct action){ACTION_STAFF, (int)wish, value};
}

#endif
