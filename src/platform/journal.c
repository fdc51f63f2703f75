/* Prints events in fixed words. */
#include "journal.h"

#include <stddef.h>
#include <stdio.h>

static const char *const WORDS[JOURNAL_EVENTS] = {
    [JOURNAL_START] = "start",
    [JOURNAL_CONTENT_LOADED] = "content loaded",
    [JOURNAL_CONTENT_REFUSED] = "content refused",
    [JOURNAL_RELOAD] = "reload",
    [JOURNAL_SEAL] = "seal",
    [JOURNAL_STOP] = "stop",
};

void journal_say(enum journal_event event, const char *detail)
{
    fprintf(stderr, "iop-kiosk: %s%s%s\n", WORDS[event], detail != NULL ? ": " : "", detail != NULL ? detail : "");
}
