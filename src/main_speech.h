/* Between the app and the voice: what the kiosk's loop does so that the app is heard. */
#ifndef IOP_MAIN_SPEECH_H
#define IOP_MAIN_SPEECH_H

#include "app.h"
#include "voicelink.h"
#include "window.h"

/* voice: as in struct options. NULL for a silent kiosk. Does not wait. */
struct voicelink *speech_open(const char *voice);

/* Before waiting for input: hands over what the app wants to be heard, and lets the
 * window wake up for the voice, too. */
void speech_listen(struct voicelink *voice, struct window *window, struct app *app);

/* INPUT_SPOKEN of the window only says that the voice has news. Returns INPUT_SPOKEN if the news is that the last text
 * was heard to its end, INPUT_NONE for all other news; every other input as it came. Says once on stderr what is
 * wrong. */
struct input speech_news(struct voicelink *voice, struct input input);

#endif
