/* What the kiosk says of itself on stderr: a few events in fixed words, for the machine's journal. Nothing a visitor
 * does is an event. Problems of the content are printed by those who find them, at start and at a reload. */
#ifndef IOP_JOURNAL_H
#define IOP_JOURNAL_H

enum journal_event {
    JOURNAL_START,
    JOURNAL_CONTENT_LOADED,
    JOURNAL_CONTENT_REFUSED, /* what was shown before stays, at start the help card */
    JOURNAL_RELOAD,
    JOURNAL_SEAL, /* detail: the level reached */
    JOURNAL_STOP,
    JOURNAL_EVENTS
};

/* One line. detail: words of the program, never of a visit; NULL for none. */
void journal_say(enum journal_event event, const char *detail);

#endif
