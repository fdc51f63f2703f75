/* What the kernel says of this process, and what it answers when the process misbehaves. */
#include "main_prove.h"

#include "main_acts.h"
#include "seal.h"

#include <stdio.h>

/* Two keepers, the voice, and the line that the proof asks the voice over. */
enum { LINES_MOST = 4 };

static bool line(bool good, const char *what, const char *as_it_should, const char *else_words)
{
    return prove_line(good, what, good ? as_it_should : else_words);
}

bool prove_state(const struct own_state *state)
{
    char count[16];
    bool good = line(state->filtered, "a filter checks every request to the kernel (seccomp)", "on", "off");
    good = line(state->no_new_rights, "the program can never gain more rights", "so it is", "it could") && good;
    good = line(state->known && !state->open_to_others, "other programs of the same user may look into its memory",
                "no", "yes") &&
           good;
    good = line(state->known && !state->dumps, "a crash writes its memory to the disk", "never", "yes") && good;
    snprintf(count, sizeof count, "%d", state->writable);
    good = prove_line(state->known && state->writable == 0, "files open for writing", count) && good;
    snprintf(count, sizeof count, "%d", state->elsewhere);
    good = prove_line(state->known && state->elsewhere == 0, "connections beyond this machine", count) && good;
    snprintf(count, sizeof count, "%d", state->sockets);
    return prove_line(state->known && state->sockets <= LINES_MOST, "lines to other parts of the kiosk", count) && good;
}

/* ---- deeds ---------------------------------------------------------------------------------------------------------
 */

static bool report_act(const struct act *act, const struct act_places *places)
{
    char answer[120];
    const int result = act_try(act, places);
    snprintf(answer, sizeof answer, "%s: %s",
             result == 0  ? "refused"
             : result < 0 ? "POSSIBLE"
                          : "not refused",
             act_answer());
    return prove_line(result == 0, act->words, answer);
}

static bool report_acts(const struct options *options)
{
    const struct act_places places = {options->content, files_home(), files_temporary()};
    size_t count;
    bool good = true;
    const struct act *all = acts(&count);
    printf("\nWhat it tried to do, and what the kernel answered\n");
    if (!seal_state()->filter)
        return prove_line(false, "nothing was tried", "without the seal it would have been done");
    for (const struct act *act = all; act < all + count; act++)
        good = report_act(act, &places) && good;
    return good;
}

bool kernel_report(const struct options *options)
{
    const struct own_state now = own_state();
    const bool state = prove_state(&now);
    return report_acts(options) && state;
}
