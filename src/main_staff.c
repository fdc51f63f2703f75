/* Looks at the machine for staff, and does what they ask for. */
#include "main_staff.h"

#include "main_stage.h"
#include "seal.h"
#include "text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Soon enough to call a helpline before the check complains of it. */
enum { SOON_DAYS = 30 };

static void date_in(int days, char *out, size_t size)
{
    time_t then = time(NULL) + (time_t)days * 24 * 60 * 60;
    struct tm local;
    if (localtime_r(&then, &local) == NULL || strftime(out, size, "%Y-%m-%d", &local) == 0)
        out[0] = '\0';
}

void staff_begin(struct staff_facts *facts, const struct options *options)
{
    snprintf(facts->version, sizeof facts->version, "iop-kiosk %s", IOP_VERSION);
    struct text folder = text_in(facts->folder, sizeof facts->folder);
    text_add(&folder, options->content); /* cut between letters: the screen shows it */
}

static void look_at_seal(struct staff_facts *facts)
{
    static const char none[] = "none: ";
    const struct seal_state *seal = seal_state();
    facts->seal = !seal->filter ? SEAL_OPEN : seal->landlock == 0 ? SEAL_HALF : SEAL_WHOLE;
    facts->landlock = seal->landlock;
    const char *cause = facts->seal == SEAL_WHOLE ? "" : seal->sentence;
    if (strncmp(cause, none, sizeof none - 1) == 0)
        cause += sizeof none - 1; /* said by the state itself */
    snprintf(facts->seal_cause, sizeof facts->seal_cause, "%s", cause);
}

static void look_at_panel(struct staff_facts *facts, const struct app *app, struct staff_look_at at)
{
    struct stage_panel panel = stage_panel(at.options, at.window, app);
    facts->width = panel.width;
    facts->height = panel.height;
    facts->panel_mm = app->setup.panel_mm;
    facts->width_from = stage_panel_width(&panel, app->setup.content->settings.panel_width_mm).from;
}

void staff_look(struct staff_facts *facts, const struct app *app, struct staff_look_at at)
{
    static const enum used used[] = {
        [FELT_NOTHING] = USED_NOTHING, [FELT_FINGER] = USED_FINGER, [FELT_MOUSE] = USED_MOUSE, [FELT_KEYS] = USED_KEYS};
    const char *trouble = voice_trouble(at.voice);
    date_in(0, facts->today, sizeof facts->today);
    date_in(SOON_DAYS, facts->soon, sizeof facts->soon);
    look_at_seal(facts);
    snprintf(facts->display, sizeof facts->display, "%s", window_display());
    snprintf(facts->voice, sizeof facts->voice, "%s", trouble != NULL ? trouble : "");
    facts->speaks = voice_available(at.voice);
    facts->touch_screens = window_touch_screens(at.window);
    facts->used = used[window_felt(at.window)];
    look_at_panel(facts, app, at);
}

void staff_wishes(unsigned result, struct reload *reload, struct voicelink *voice)
{
    if ((result & APP_READ_FILES) != 0)
        reload_ask(reload);
    if ((result & APP_CHIME) != 0)
        voice_send(voice, &(struct speech){.kind = SPEECH_CHIME, .volume = SPEECH_USUAL_VOLUME});
}
