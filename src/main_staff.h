/* What the kiosk's loop does for staff: gathers what their screen shows, and carries out what they ask for. */
#ifndef IOP_MAIN_STAFF_H
#define IOP_MAIN_STAFF_H

#include "app.h"
#include "main_options.h"
#include "main_reload.h"
#include "pin.h"
#include "voicelink.h"
#include "window.h"

/* What stays the same while the program runs. */
void staff_begin(struct staff_facts *facts, const struct options *options);

/* Where the program looks. */
struct staff_look_at {
    struct window *window;
    struct voicelink *voice;
    const struct options *options;
};

/* What may have changed; before the screen of staff is drawn. */
void staff_look(struct staff_facts *facts, const struct app *app, struct staff_look_at at);

/* result: enum app_result, or-ed. */
void staff_wishes(unsigned result, struct reload *reload, struct voicelink *voice);

#endif
