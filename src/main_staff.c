/* Looks at the machine for staff, and does what they ask for. */
#include "main_staff.h"

#include "seal.h"

#include <stdio.h>
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
    snprintf(facts->folder, sizeof facts->folder, "%s", options->content);
}

void staff_look(struct staff_facts *facts, const struct app *app, struct window *window, struct voicelink *voice)
{
    const char *trouble = voice_trouble(voice);
    date_in(0, facts->today, sizeof facts->today);
    date_in(SOON_DAYS, facts->soon, sizeof facts->soon);
    snprintf(facts->seal, sizeof facts->seal, "%s", seal_state()->sentence);
    snprintf(facts->display, sizeof facts->display, "%s", window_display());
    snprintf(facts->voice, sizeof facts->voice, "%s", trouble != NULL ? trouble : "");
    facts->speaks = voice_available(voice);
    facts->touch_screens = window_touch_screens(window);
    facts->width = app->frame.width;
    facts->height = app->frame.above + app->frame.height;
    facts->panel_mm = app->setup.panel_mm;
}

void staff_wishes(unsigned result, struct reload *reload, struct voicelink *voice)
{
    if ((result & APP_READ_FILES) != 0)
        reload_ask(reload);
    if ((result & APP_CHIME) != 0)
        voice_send(voice, &(struct speech){.kind = SPEECH_CHIME, .volume = SPEECH_USUAL_VOLUME});
}
