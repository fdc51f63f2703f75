/* The proof that nothing is kept: iop-kiosk --prove. A visit of its own, sealed like the kiosk, drawn into memory
 * instead of a window; what it does is looked for afterwards wherever it could have stayed. The report is for people
 * who read no code. Parts: the report and its two processes (main_prove.c), the visits (main_prove_visit.c), what is
 * noted of them (main_prove_note.c) and told (main_prove_marks.c), the voice (main_prove_voice.c, which asks
 * main_voice_ask.c), what the kernel answers (main_prove_kernel.c), files (main_prove_files.c). */
#ifndef IOP_MAIN_PROVE_H
#define IOP_MAIN_PROVE_H

#include "app.h"
#include "main_options.h"
#include "marks.h"
#include "ownstate.h"
#include "pixmap.h"
#include "raster.h"

#include <stddef.h>
#include <stdint.h>

/* Runs the proof; the report goes to stdout. Returns the exit status: 0 only if all holds. */
int prove(const struct options *options);

/* ---- the report ---------------------------------------------------------------------------------------------- */

/* One line of the report: what was looked at, what came of it, and whether it is as it should be. Returns good. */
bool prove_line(bool good, const char *what, const char *answer);

/* ---- marks ------------------------------------------------------------------------------------------------------ */

/* The lines of the report on these kinds of marks, as bits. False if a mark stayed, or a kind of mark was never found
 * while it was there. */
bool marks_report(const struct marks *marks, unsigned kinds);

/* ---- the rehearsal ---------------------------------------------------------------------------------------------- */

/* Where the visit takes place, for what notes its marks. */
struct rehearsal {
    struct app *app;
    struct raster *raster;
    const struct pixmap *canvas;
    struct marks *marks;
};

/* Notes what is on the screen when nobody is there: that tells nothing. */
void note_rest(const struct scene *scene);

/* Notes what is on the screen now: words, codes, and of questions and results letters and pixels. */
void note_screen(const struct rehearsal *rehearsal, const struct scene *scene);

/* ---- the voice ----------------------------------------------------------------------------------------------------
 */

/* Starts the voice as the kiosk does, with a loudspeaker that nobody hears, and waits until it can be heard. Before the
 * seal. Without one, everything below does nothing. */
void voiced_open(const struct options *options);

/* Is there a voice? */
bool voiced(void);

/* Hands to the voice what the app wants to be heard; with marks it only notes the words. */
void voiced_say(struct app *app, struct marks *noted);

/* Waits until the voice has said the last text to its end, up to half a minute. of_visit: it counts. */
bool voiced_to_the_end(bool of_visit);

/* A visit begins: looks for the spoken ones of these marks, in both processes of the voice. */
void voiced_begin(const struct marks *marks);
void voiced_look(enum marks_when when);

/* The lines of the report: on the state of both processes; on what a visit left in them. */
bool voiced_report(const struct options *options);
bool voiced_left(const struct content *content, bool to_the_end);

/* Has that process of this machine ended? Seen by the process of the proof that is not sealed. Waits some seconds. */
bool process_is_gone(int32_t process);

/* ---- the visit ----------------------------------------------------------------------------------------------------
 */

/* Opens what the kiosk opens, rehearses the visits in a process that ends, seals itself, makes them – one until "I'm
 * done", one until nobody is there any more, one by staff –, and looks for marks. In a process of its own. */
bool prove_visit(const struct options *options);

/* ---- the kernel ---------------------------------------------------------------------------------------------------
 */

/* The lines on a process of the kiosk's. */
bool prove_state(const struct own_state *state);

/* What state the kernel says it is in, what is open, and what it answers to every deed of main_acts.h. */
bool kernel_report(const struct options *options);

/* ---- files --------------------------------------------------------------------------------------------------------
 */

/* Notes all files in the folders where something could have been written. */
void files_before(const struct options *options);

/* Compares and reports. */
bool files_report(void);

/* Folders for temporary files and of the user, as the environment names them. */
const char *files_home(void);
const char *files_temporary(void);

#endif
