/* The words of a result that a visitor may carry away in their phone: shown as a QR code, on request only. */
#ifndef IOP_TAKEAWAY_H
#define IOP_TAKEAWAY_H

#include "parts.h"

/* Most bytes of the text: its QR code at level M has 97 modules a side at most, so that it fits the panel with
 * modules which a phone reads at 40 cm. */
enum { TAKEAWAY_BYTES = 640 };

/* The result of a check as plain text in the visitor's language, in the scene's memory. Whole sentences only:
 * one that does not fit is left out, the first and the last line never are. */
const char *takeaway_text(struct builder *b, size_t screening);

/* The button, or the code with its warning, as session->taking says. */
void takeaway_card(struct builder *b, struct node *parent, size_t screening);

#endif
