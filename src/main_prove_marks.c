/* What is told of marks. */
#include "main_prove.h"

#include <stdio.h>

static const char *const KINDS[MARK_KINDS] = {
    [MARK_ANSWERS] = "the answers themselves",
    [MARK_WORDS] = "words put together for this visit",
    [MARK_PLACES] = "which sentences were shown",
    [MARK_CODE] = "the code for a phone",
    [MARK_LETTERS] = "pictures of words",
    [MARK_PIXELS] = "pieces of the screen",
    [MARK_SPOKEN] = "words that were handed to the voice",
    [MARK_SOUND] = "the sound of them",
    [MARK_DIGITS] = "the PIN that staff typed",
};

static bool report_kind(const struct marks *marks, enum mark_kind kind)
{
    char answer[160];
    size_t found = 0, stayed = 0;
    for (const struct mark *mark = marks->list; mark < marks->list + marks->count; mark++) {
        if (mark->kind != kind)
            continue;
        found += mark->most > mark->at_rest;
        stayed += mark->after > mark->at_rest;
    }
    snprintf(answer, sizeof answer, "%zu found during the visit, %zu left after it%s", found, stayed,
             found == 0 ? " (a search that finds nothing proves nothing)" : "");
    return prove_line(found > 0 && stayed == 0, KINDS[kind], answer);
}

bool marks_report(const struct marks *marks, unsigned kinds)
{
    bool good = true;
    for (enum mark_kind kind = 0; kind < MARK_KINDS; kind++)
        good = ((kinds & 1u << kind) == 0 || report_kind(marks, kind)) && good;
    return good;
}
